/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-import.h"

#include "hv-csv-shifts.h"
#include "hv-csv-visits.h"
#include "hv-csv-volunteers.h"

/* In the order in which they are tried: shifts have all that visits have but a count. */
static const struct
{
  HvCsvKind kind;
  const char *name;
  const HvCsvLayout *(*get_layout) (void);
  bool (*read) (HvCsvTable *table, GError **error);
} kinds[] = {
  { HV_CSV_SHIFTS, "shifts", hv_csv_shifts_get_layout, hv_csv_shifts_read },
  { HV_CSV_VISITS, "visits", hv_csv_visits_get_layout, hv_csv_visits_read },
  { HV_CSV_VOLUNTEERS, "volunteers", hv_csv_volunteers_get_layout, hv_csv_volunteers_read },
};

bool
hv_csv_kind_parse (const char *text, HvCsvKind *ret_kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, text) == 0)
      {
        *ret_kind = kinds[i].kind;
        return true;
      }
  return false;
}

static void
set_unknown_header (GError **error)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *volunteers = hv_csv_layout_describe (hv_csv_volunteers_get_layout (), language, false);
  g_autofree char *visits = hv_csv_layout_describe (hv_csv_visits_get_layout (), language, false);
  g_autofree char *shifts = hv_csv_layout_describe (hv_csv_shifts_get_layout (), language, false);
  /* TRANSLATORS: names of columns, as the table must have them */
  g_set_error (
      error, HV_ERROR, HV_ERROR_BAD_INPUT,
      hv_own_text ("The first row does not say what the table is. Volunteers have a column %s; visits have %s; "
                   "shifts have %s."),
      volunteers, visits, shifts);
}

/* The place of the kind in the list, or −1. */
static int
find_kind (HvCsvKind kind, const HvCsvReader *header)
{
  for (int i = 0; i < (int)G_N_ELEMENTS (kinds); i++)
    if (kind == kinds[i].kind || (kind == HV_CSV_GUESS && hv_csv_layout_fits (kinds[i].get_layout (), header)))
      return i;
  return -1;
}

static bool
read_header (HvCsvReader *reader, GError **error)
{
  GError *reason = NULL;
  switch (hv_csv_reader_next (reader, &reason))
    {
    case HV_CSV_ROW:
      return true;
    case HV_CSV_REFUSED:
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("line %u: %s"), hv_csv_reader_get_line (reader),
                   reason->message);
      g_error_free (reason);
      return false;
    case HV_CSV_BROKEN:
      g_propagate_error (error, reason);
      return false;
    case HV_CSV_END:
    default:
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("The file is empty."));
      return false;
    }
}

HvImport *
hv_csv_read (const HvRoster *roster, GBytes *file, HvCsvKind kind, HvEditSource source,
             const HvImportProgress *progress, GError **error)
{
  g_autoptr (HvCsvReader) reader = hv_csv_reader_new (file);
  if (!read_header (reader, error))
    return NULL;
  int found = find_kind (kind, reader);
  if (found < 0)
    {
      set_unknown_header (error);
      return NULL;
    }

  HvCsvTable table;
  g_autoptr (HvImport) import = hv_import_new (source);
  bool read = hv_csv_table_init (&table, kinds[found].get_layout (), roster, import, reader, error);
  table.progress = progress;
  read = read && kinds[found].read (&table, error);
  hv_csv_table_clear (&table);
  if (!read)
    return NULL;
  hv_import_end (import, roster);
  return g_steal_pointer (&import);
}
