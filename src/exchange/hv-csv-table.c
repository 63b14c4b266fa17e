/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-table.h"

#include "hv-identity.h"
#include "hv-name.h"

#include <string.h>

#define FEWEST_FIGURES 10 /* of an identity number */
#define NOTE_CHARACTERS 4000
#define MOST_PARTS 200 /* names in one cell */
#define MOST_JOINED 3  /* parts of a name that has commas itself */
#define STEPS_BETWEEN_WORDS 1000

/* --- the header row --- */

/* A header like 13:00, 13.30, kl. 9 or 13.00–13.30: the half hour that begins then. */
static bool
parse_slot (const char *header, int *ret_minute)
{
  while (*header != '\0' && !g_ascii_isdigit (*header))
    header++;
  g_autofree char *start = g_strndup (header, strspn (header, "0123456789:."));
  g_autofree char *time = strpbrk (start, ":.") != NULL ? g_strdup (start) : g_strconcat (start, ":00", NULL);
  return *start != '\0' && hv_time_parse (time, ret_minute, NULL);
}

/* Swallows the reason. */
static bool
fail_header (const HvCsvTable *table, GError **error, char *reason)
{
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("line %u: %s"), hv_csv_reader_get_line (table->reader),
               reason);
  g_free (reason);
  return false;
}

static bool
read_header_cell (HvCsvTable *table, guint place, GError **error)
{
  const char *text = hv_csv_reader_get_cell (table->reader, place);
  int column = hv_csv_layout_find_column (table->layout, text);
  HvCsvSlot slot = { place, 0 };
  if (column != HV_CSV_NOWHERE)
    {
      int *known = &g_array_index (table->places, int, column);
      if (*known != HV_CSV_NOWHERE)
        return fail_header (table, error, g_strdup_printf (hv_own_text ("the column %s is there twice"), text));
      *known = (int)place;
    }
  else if (table->layout->slots && parse_slot (text, &slot.minute))
    g_array_append_val (table->slots, slot);
  else if (*text != '\0')
    hv_import_note_unknown (table->import, hv_csv_reader_get_line (table->reader), text);
  return true;
}

static bool
has_column (const HvCsvTable *table, guint column)
{
  return g_array_index (table->places, int, column) != HV_CSV_NOWHERE;
}

static bool
check_required (const HvCsvTable *table, GError **error)
{
  for (guint i = 0; table->layout->columns[i].spellings[0] != NULL; i++)
    {
      const HvCsvColumn *column = &table->layout->columns[i];
      bool found = has_column (table, i) || (column->instead != 0 && has_column (table, column->instead));
      g_autofree char *name = hv_csv_column_dup_word (column);
      if (column->required && !found)
        return fail_header (table, error, g_strdup_printf (hv_own_text ("the header row has no column %s"), name));
    }
  return true;
}

bool
hv_csv_table_init (HvCsvTable *table, const HvCsvLayout *layout, const HvRoster *roster, HvImport *import,
                   HvCsvReader *reader, GError **error)
{
  *table = (HvCsvTable){
    .roster = roster,
    .import = import,
    .reader = reader,
    .layout = layout,
    .places = g_array_new (FALSE, FALSE, sizeof (int)),
    .slots = g_array_new (FALSE, FALSE, sizeof (HvCsvSlot)),
    .header = g_ptr_array_new_with_free_func (g_free),
  };
  const int nowhere = HV_CSV_NOWHERE;
  for (guint i = 0; i < hv_csv_layout_count (layout); i++)
    g_array_append_val (table->places, nowhere);
  hv_csv_reader_trim (reader);
  for (guint i = 0; i < hv_csv_reader_get_n_cells (reader); i++)
    {
      g_ptr_array_add (table->header, g_strdup (hv_csv_reader_get_cell (reader, i)));
      if (!read_header_cell (table, i, error))
        return false;
    }
  return check_required (table, error);
}

void
hv_csv_table_clear (HvCsvTable *table)
{
  g_array_unref (table->places);
  g_array_unref (table->slots);
  g_ptr_array_unref (table->header);
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    g_clear_pointer (&table->names[kind], hv_name_index_free);
}

/* --- rows --- */

static const char *
get_header (const HvCsvTable *table, guint place)
{
  const char *header = place < table->header->len ? table->header->pdata[place] : "";
  return *header != '\0' ? header : "?";
}

void
hv_csv_table_refuse (HvCsvTable *table, HvErrorCode code, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hv_import_refuse (table->import, hv_csv_reader_get_line (table->reader), NULL, code, "%s", reason);
}

void
hv_csv_table_refuse_error (HvCsvTable *table, GError *error)
{
  hv_import_refuse_error (table->import, hv_csv_reader_get_line (table->reader), NULL, error);
}

void
hv_csv_table_refuse_missing (HvCsvTable *table, guint column)
{
  g_autofree char *name = hv_csv_column_dup_word (&table->layout->columns[column]);
  hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s missing"), name);
}

/* Whether a cell is worth a closer look: nearly none has figures enough. */
static bool
has_figures (const char *cell)
{
  guint n = 0;
  for (; *cell != '\0'; cell++)
    n += g_ascii_isdigit (*cell) || (guchar)*cell >= 0x80;
  return n >= FEWEST_FIGURES;
}

static bool
is_phone (const HvCsvTable *table, guint place)
{
  for (guint i = 0; i < table->places->len; i++)
    if (g_array_index (table->places, int, i) == (int)place)
      return table->layout->columns[i].phone;
  return false;
}

/* A column that Husvagt does not know is looked at too: such a number must not even be
 * in a file that is read in. */
static bool
check_identity (HvCsvTable *table)
{
  for (guint i = 0; i < hv_csv_reader_get_n_cells (table->reader); i++)
    {
      const char *cell = hv_csv_reader_get_cell (table->reader, i);
      if (!has_figures (cell))
        continue;
      GError *error = NULL;
      bool clean = is_phone (table, i) ? hv_identity_check_phone (get_header (table, i), cell, &error)
                                       : hv_identity_check (get_header (table, i), cell, &error);
      if (clean)
        continue;
      hv_csv_table_refuse_error (table, error);
      return false;
    }
  return true;
}

/* Whether whoever waits for the file still does. */
static bool
tell_progress (HvCsvTable *table, GError **error)
{
  const HvImportProgress *progress = table->progress;
  if (progress == NULL || table->n_steps++ % STEPS_BETWEEN_WORDS != 0)
    return true;
  return progress->tell (progress->data, hv_csv_reader_get_share (table->reader), error);
}

/* To the next row that can be read; false at the end, and with an error where it breaks off. */
static bool
step (HvCsvTable *table, GError **error)
{
  while (tell_progress (table, error))
    {
      GError *reason = NULL;
      switch (hv_csv_reader_next (table->reader, &reason))
        {
        case HV_CSV_ROW:
          hv_csv_reader_trim (table->reader);
          if (check_identity (table))
            return true;
          break;
        case HV_CSV_REFUSED:
          hv_csv_table_refuse_error (table, reason);
          break;
        case HV_CSV_BROKEN:
          g_propagate_error (error, reason);
          return false;
        case HV_CSV_END:
        default:
          return false;
        }
    }
  return false;
}

bool
hv_csv_table_read (HvCsvTable *table, void (*read_row) (gpointer data), gpointer data, GError **error)
{
  GError *broken = NULL;
  while (step (table, &broken))
    read_row (data);
  if (broken != NULL)
    g_propagate_error (error, broken);
  return broken == NULL;
}

const char *
hv_csv_table_get (const HvCsvTable *table, guint column)
{
  int place = g_array_index (table->places, int, column);
  return place != HV_CSV_NOWHERE ? hv_csv_reader_get_cell (table->reader, (guint)place) : "";
}

/* --- cells --- */

static HvNameIndex *
get_names (HvCsvTable *table, HvKind kind)
{
  if (table->names[kind] == NULL)
    table->names[kind] = hv_name_index_new (table->roster, kind);
  return table->names[kind];
}

bool
hv_csv_table_match (HvCsvTable *table, HvKind kind, const char *text, HvId *ret_id)
{
  GError *error = NULL;
  HvId id = hv_name_index_find (get_names (table, kind), text, &error);
  if (id == HV_NONE)
    hv_csv_table_refuse_error (table, error);
  else
    *ret_id = id;
  return id != HV_NONE;
}

bool
hv_csv_table_is_name (HvCsvTable *table, HvKind kind, const char *text)
{
  return hv_name_index_has (get_names (table, kind), text);
}

/* The longest run of parts from the first that is a name, or else the first alone. */
static char *
join_name (HvCsvTable *table, HvKind kind, char **parts, guint *n)
{
  for (guint length = MIN (g_strv_length (parts), MOST_JOINED); length > 1; length--)
    {
      char *next = parts[length];
      parts[length] = NULL;
      g_autofree char *joined = g_strstrip (g_strjoinv (",", parts));
      parts[length] = next;
      if (!hv_name_index_has (get_names (table, kind), joined))
        continue;
      *n = length;
      return g_steal_pointer (&joined);
    }
  *n = 1;
  return g_strstrip (g_strdup (parts[0]));
}

GPtrArray *
hv_csv_table_split (HvCsvTable *table, HvKind kind, const char *cell)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit_set (cell, ",\n", MOST_PARTS);
  for (guint i = 0, n; parts[i] != NULL; i += n)
    {
      g_autofree char *name = join_name (table, kind, parts + i, &n);
      if (*name != '\0')
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  return names;
}

bool
hv_csv_table_match_list (HvCsvTable *table, HvKind kind, const char *cell, GArray *ids)
{
  g_autoptr (GPtrArray) names = hv_csv_table_split (table, kind, cell);
  for (guint i = 0; i < names->len; i++)
    {
      HvId id;
      if (!hv_csv_table_match (table, kind, names->pdata[i], &id))
        return false;
      if (!hv_id_is_in (ids, id))
        g_array_append_val (ids, id);
    }
  return true;
}

/* Says which column an error of a core parser is about. */
static void
refuse_cell (HvCsvTable *table, guint column, GError *error)
{
  g_autofree char *name = hv_csv_column_dup_word (&table->layout->columns[column]);
  hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, "%s: %s", name, error->message);
  g_error_free (error);
}

bool
hv_csv_table_read_day (HvCsvTable *table, guint column, HvDay *ret_day)
{
  GError *error = NULL;
  const char *cell = hv_csv_table_get (table, column);
  if (*cell == '\0')
    hv_csv_table_refuse_missing (table, column);
  else if (hv_day_parse_loose (cell, ret_day, &error))
    return true;
  else
    refuse_cell (table, column, error);
  return false;
}

bool
hv_csv_table_read_time (HvCsvTable *table, guint column, int *ret_minute)
{
  GError *error = NULL;
  const char *cell = hv_csv_table_get (table, column);
  g_autofree char *whole = g_strconcat (cell, ":00", NULL);
  bool whole_hours = *cell != '\0' && strspn (cell, "0123456789") == strlen (cell);
  if (*cell == '\0')
    hv_csv_table_refuse_missing (table, column);
  else if (hv_time_parse (whole_hours ? whole : cell, ret_minute, &error))
    return true;
  else
    refuse_cell (table, column, error);
  return false;
}

bool
hv_csv_table_read_int (HvCsvTable *table, guint column, gint64 most, gint64 *ret_number)
{
  const char *cell = hv_csv_table_get (table, column);
  if (*cell == '\0')
    {
      hv_csv_table_refuse_missing (table, column);
      return false;
    }
  if (g_ascii_string_to_signed (cell, 10, 0, most, ret_number, NULL))
    return true;
  g_autofree char *name = hv_csv_column_dup_word (&table->layout->columns[column]);
  g_autofree char *quoted = hv_error_quote (cell);
  hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s: %s is no whole number from 0 to %d"), name, quoted,
                       (int)most);
  return false;
}

bool
hv_csv_table_read_note (HvCsvTable *table, guint column, char **ret_note)
{
  GError *error = NULL;
  g_autofree char *note = hv_text_clean (hv_csv_table_get (table, column), NOTE_CHARACTERS, &error);
  if (note == NULL)
    {
      refuse_cell (table, column, error);
      return false;
    }
  *ret_note = *note != '\0' ? g_steal_pointer (&note) : NULL;
  return true;
}
