/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-visits.h"

#include "hv-json-printer.h"
#include "hv-opening-index.h"
#include "hv-slots.h"

#include <string.h>

#define MOST_VISITS 100000
#define MOST_WAIT 1440 /* minutes */

enum
{
  HOUSE,
  DATE,
  COUNT,
  START,
  LEFT,
  WAIT,
  NOTE,
};

/* clang-format off: one column a line, English, Danish, Swedish. */
static const HvCsvColumn columns[] = {
  [HOUSE] = { { "House", "Hus", "Hus" }, .required = true },
  [DATE] = { { "Date|Day", "Dato|Dag", "Datum|Dag" }, .required = true },
  [COUNT] = { { "Visits|Count|Number of visits|Visitors", "Besøg|Antal|Antal besøg|Besøgende",
                "Besök|Antal|Antal besök|Besökare" },
              .required = true },
  [START] = { { "Start|From|Opens", "Start|Fra|Åbner", "Start|Från|Öppnar" } },
  [LEFT] = { { "Left without help|Left", "Gik uden hjælp", "Gick utan hjälp" } },
  [WAIT] = { { "Waiting time|Wait", "Ventetid", "Väntetid" } },
  [NOTE] = { { "Note|Day note", "Bemærkning|Dagens bemærkning", "Anteckning|Dagens anteckning" } },
  { { NULL } },
};
/* clang-format on */

static const HvCsvLayout layout = { columns, true };

const HvCsvLayout *
hv_csv_visits_get_layout (void)
{
  return &layout;
}

/* --- reading a row --- */

typedef struct
{
  HvCsvTable *table;
  HvEdit *edit;
  HvOpeningIndex *openings;
  GHashTable *counted; /* opening → line of this file */
} Reading;

static bool
read_name (HvCsvTable *table, HvOpeningName *name)
{
  const char *house = hv_csv_table_get (table, HOUSE);
  int start;
  if (*house == '\0')
    {
      hv_csv_table_refuse_missing (table, HOUSE);
      return false;
    }
  if (!hv_csv_table_match (table, HV_KIND_HOUSE, house, &name->house)
      || !hv_csv_table_read_day (table, DATE, &name->day))
    return false;
  if (*hv_csv_table_get (table, START) == '\0')
    return true;
  if (!hv_csv_table_read_time (table, START, &start))
    return false;
  name->start = start;
  return true;
}

/* A new opening in the edit, for a date that has none. */
static const HvOpening *
make_opening (Reading *reading, const HvOpeningName *name)
{
  GError *error = NULL;
  HvSpan span;
  HvId hours;
  if (!hv_opening_index_propose (reading->openings, name, &span, &hours, &error))
    {
      hv_csv_table_refuse_error (reading->table, error);
      return NULL;
    }
  HvOpening *opening = hv_record_new (HV_KIND_OPENING, hv_edit_new_id (reading->edit));
  opening->house = name->house;
  opening->starts = span.from;
  opening->ends = span.to;
  opening->hours = hours;
  return opening;
}

/* --- half hours --- */

/* The half hour of the opening that begins at a time of day, also behind midnight; −1: none. */
static int
find_slot (HvSpan span, int minute)
{
  HvMinute at = hv_minute_at (hv_minute_get_day (span.from), minute);
  if (at < span.from)
    at += HV_MINUTES_PER_DAY;
  return at < span.to ? (int)((at - span.from) / HV_SLOT_MINUTES) : -1;
}

static bool
read_slot (HvCsvTable *table, const HvCsvSlot *column, HvSpan span, GArray *numbers)
{
  const char *cell = hv_csv_reader_get_cell (table->reader, column->place);
  gint64 number;
  if (*cell == '\0')
    return true;
  g_autofree char *time = hv_time_format (column->minute);
  if (!g_ascii_string_to_signed (cell, 10, 0, MOST_VISITS, &number, NULL))
    {
      g_autofree char *quoted = hv_error_quote (cell);
      hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s: %s is no whole number from 0 to %d"), time,
                           quoted, MOST_VISITS);
      return false;
    }
  int slot = find_slot (span, column->minute);
  if (slot < 0 && number == 0)
    return true;
  if (slot < 0)
    {
      hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s: visits outside the opening"), time);
      return false;
    }
  if (numbers->len <= (guint)slot)
    g_array_set_size (numbers, (guint)slot + 1);
  g_array_index (numbers, gint64, slot) += number;
  return true;
}

static bool
read_slots (HvCsvTable *table, HvSpan span, HvVisit *visit, bool counted)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (gint64));
  for (guint i = 0; i < table->slots->len; i++)
    if (!read_slot (table, &g_array_index (table->slots, HvCsvSlot, i), span, numbers))
      return false;
  if (numbers->len == 0)
    return true;

  g_autofree char *slots = hv_slots_format (numbers);
  hv_set_text (&visit->slots, slots);
  if (counted)
    return true;
  visit->count = 0;
  for (guint i = 0; i < numbers->len; i++)
    visit->count += g_array_index (numbers, gint64, i);
  return true;
}

/* --- numbers --- */

static bool
read_wait (HvCsvTable *table, HvVisit *visit)
{
  g_autofree char *cell = g_strdelimit (g_strdup (hv_csv_table_get (table, WAIT)), ",", '.');
  char *end;
  double minutes = g_ascii_strtod (cell, &end);
  if (*cell == '\0')
    return true;
  if (*end == '\0' && minutes >= 0 && minutes <= MOST_WAIT)
    {
      visit->wait = (HvMicro)(minutes * HV_MICRO + 0.5);
      return true;
    }
  g_autofree char *quoted = hv_error_quote (cell);
  hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s is no number of minutes"), quoted);
  return false;
}

static bool
read_note (HvCsvTable *table, HvVisit *visit)
{
  g_autofree char *note = NULL;
  if (!hv_csv_table_read_note (table, NOTE, &note))
    return false;
  if (note != NULL)
    hv_set_text (&visit->note, note);
  return true;
}

static bool
read_numbers (HvCsvTable *table, const HvOpening *opening, HvVisit *visit)
{
  HvSpan span = hv_opening_get_span (opening);
  bool counted = *hv_csv_table_get (table, COUNT) != '\0';
  bool left = *hv_csv_table_get (table, LEFT) != '\0';
  if ((counted && !hv_csv_table_read_int (table, COUNT, MOST_VISITS, &visit->count))
      || (left && !hv_csv_table_read_int (table, LEFT, MOST_VISITS, &visit->left)) || !read_wait (table, visit)
      || !read_note (table, visit) || !read_slots (table, span, visit, counted))
    return false;
  if (!counted && visit->slots == NULL)
    {
      hv_csv_table_refuse_missing (table, COUNT);
      return false;
    }
  GError *error = NULL;
  bool fits = hv_slots_check (visit, span, &error);
  if (!fits)
    hv_csv_table_refuse_error (table, error);
  return fits;
}

/* --- into the edit --- */

static bool
claim_opening (Reading *reading, const HvOpening *opening)
{
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (reading->counted, &opening->r.id));
  if (line == 0)
    {
      g_hash_table_insert (reading->counted, g_memdup2 (&opening->r.id, sizeof opening->r.id),
                           GUINT_TO_POINTER (hv_csv_reader_get_line (reading->table->reader)));
      return true;
    }
  hv_csv_table_refuse (reading->table, HV_ERROR_BAD_INPUT, hv_own_text ("counts the same opening as line %u"), line);
  return false;
}

/* Swallows both; the opening only when it is new. */
static void
take_visit (Reading *reading, HvOpening *opening, HvVisit *visit, const HvVisit *before)
{
  HvImport *import = reading->table->import;
  if (opening != NULL)
    {
      hv_opening_index_add (reading->openings, opening);
      hv_edit_take (reading->edit, opening);
    }
  if (before != NULL && hv_record_equal (before, visit))
    {
      import->n_unchanged++;
      hv_record_unref (visit);
      return;
    }
  import->n_new += before == NULL;
  import->n_changed += before != NULL;
  hv_edit_take (reading->edit, visit);
}

static void
read_row_cb (gpointer data)
{
  Reading *reading = data;
  HvCsvTable *table = reading->table;
  HvOpeningName name = { HV_NONE, 0, HV_NONE, HV_NONE };
  const HvOpening *opening = NULL;
  GError *error = NULL;
  if (!read_name (table, &name))
    return;
  if (!hv_opening_index_find (reading->openings, &name, &opening, &error))
    {
      hv_csv_table_refuse_error (table, error);
      return;
    }
  g_autoptr (HvOpening) made = opening == NULL ? (HvOpening *)make_opening (reading, &name) : NULL;
  opening = opening != NULL ? opening : made;
  if (opening == NULL || !claim_opening (reading, opening))
    return;

  const HvVisit *before = hv_roster_find_visit (table->roster, opening->r.id);
  g_autoptr (HvVisit) visit =
      before != NULL ? hv_record_copy (before) : hv_record_new (HV_KIND_VISIT, hv_edit_new_id (reading->edit));
  visit->house = opening->house;
  visit->opening = opening->r.id;
  if (read_numbers (table, opening, visit))
    take_visit (reading, g_steal_pointer (&made), g_steal_pointer (&visit), before);
}

bool
hv_csv_visits_read (HvCsvTable *table, GError **error)
{
  g_autoptr (HvOpeningIndex) openings = hv_opening_index_new (table->roster, table->import->edit);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reading reading = { table, table->import->edit, openings, counted };

  return hv_csv_table_read (table, read_row_cb, &reading, error);
}

/* --- writing --- */

typedef struct
{
  const HvRoster *roster;
  const HvChoice *choice;
  bool written[G_N_ELEMENTS (columns)];
  int first_slot; /* minute of the day of the first half hour column */
  int end_slot;   /* and behind the last */
} Writing;

static int
get_slot_minute (const HvOpening *opening, guint slot)
{
  return (int)(opening->starts - hv_minute_at (hv_opening_get_day (opening), 0)) + (int)slot * HV_SLOT_MINUTES;
}

/* Which columns there are depends on what the rows have. */
static void
look_at (Writing *writing, const HvOpening *opening, const HvVisit *visit)
{
  g_autoptr (GArray) numbers = hv_slots_parse (visit->slots);
  const HvOpening *first =
      hv_roster_find_opening_on (writing->roster, opening->house, hv_opening_get_day (opening), HV_NONE);
  writing->written[START] |= first != opening;
  writing->written[LEFT] |= visit->left != HV_NONE;
  writing->written[WAIT] |= visit->wait != HV_NONE;
  writing->written[NOTE] |= visit->note != NULL;
  if (numbers->len > 0)
    {
      writing->first_slot = MIN (writing->first_slot, get_slot_minute (opening, 0));
      writing->end_slot = MAX (writing->end_slot, get_slot_minute (opening, numbers->len));
    }
}

static void
write_slots (HvCsvWriter *writer, const Writing *writing, const HvOpening *opening, const HvVisit *visit)
{
  g_autoptr (GArray) numbers = hv_slots_parse (visit->slots);
  for (int minute = writing->first_slot; minute < writing->end_slot; minute += HV_SLOT_MINUTES)
    {
      gint64 number = HV_NONE;
      for (guint slot = 0; slot < numbers->len; slot++)
        {
          int begins = get_slot_minute (opening, slot);
          if (minute <= begins && begins < minute + HV_SLOT_MINUTES)
            number = g_array_index (numbers, gint64, slot);
        }
      hv_csv_writer_add_int (writer, number);
    }
}

/* Exactly, and without marks between thousands: it is read again. */
static char *
format_wait (HvMicro wait, HvLanguage language)
{
  GString *text = g_string_new (NULL);
  if (wait != HV_NONE)
    hv_json_print_number (wait, text);
  char *number = g_string_free (text, FALSE);
  return language == HV_LANGUAGE_EN ? number : g_strdelimit (number, ".", ',');
}

static void
write_row (HvCsvWriter *writer, const Writing *writing, HvNameIndex *houses, const HvOpening *opening,
           const HvVisit *visit, HvLanguage language)
{
  g_autofree char *house = hv_name_index_dup_name (houses, opening->house);
  g_autofree char *date = hv_day_format (hv_opening_get_day (opening));
  g_autofree char *start = hv_time_format (get_slot_minute (opening, 0));
  g_autofree char *wait = format_wait (visit->wait, language);
  hv_csv_writer_add_text (writer, house);
  hv_csv_writer_add_plain (writer, date);
  hv_csv_writer_add_int (writer, visit->count);
  if (writing->written[START])
    hv_csv_writer_add_plain (writer, start);
  if (writing->written[LEFT])
    hv_csv_writer_add_int (writer, visit->left);
  if (writing->written[WAIT])
    hv_csv_writer_add_text (writer, wait);
  if (writing->written[NOTE])
    hv_csv_writer_add_text (writer, visit->note);
  write_slots (writer, writing, opening, visit);
  hv_csv_writer_end_row (writer);
}

static void
write_header (HvCsvWriter *writer, const Writing *writing, HvLanguage language)
{
  hv_csv_layout_write (&layout, language, writing->written, writer);
  for (int minute = writing->first_slot; minute < writing->end_slot; minute += HV_SLOT_MINUTES)
    {
      g_autofree char *time = hv_time_format (minute);
      hv_csv_writer_add_text (writer, time);
    }
  hv_csv_writer_end_row (writer);
}

void
hv_csv_visits_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language)
{
  Writing writing = { .roster = roster, .choice = choice, .first_slot = G_MAXINT, .end_slot = 0 };
  g_autoptr (HvNameIndex) houses = hv_name_index_new (roster, HV_KIND_HOUSE);
  const GPtrArray *openings = hv_roster_list (roster, HV_KIND_OPENING);
  writing.written[HOUSE] = writing.written[DATE] = writing.written[COUNT] = true;

  for (guint pass = 0; pass < 2; pass++)
    {
      if (pass == 1)
        write_header (writer, &writing, language);
      for (guint i = 0; i < openings->len; i++)
        {
          const HvOpening *opening = openings->pdata[i];
          const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
          if (visit == NULL || !hv_choice_has_opening (choice, roster, opening))
            continue;
          if (pass == 0)
            look_at (&writing, opening, visit);
          else
            write_row (writer, &writing, houses, opening, visit, language);
        }
    }
}
