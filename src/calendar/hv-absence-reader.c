/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-reader.h"

#include "hv-absence-work.h"
#include "hv-calendar-text.h"
#include "hv-calendar-zone.h"
#include "hv-error.h"
#include "hv-identity.h"
#include "hv-limited-child.h"
#include "hv-text.h"

#include <string.h>

/* Two years, the second leap day included. */
#define WINDOW_DAYS 731

#define LONGEST_TITLE 200

/* What a time is turned with. */
typedef struct
{
  HvAbsenceReading *reading;
  const HvZone *zone;
  HvDay from;
  HvDay to;
  GHashTable *zones; /* TZID → GTimeZone; NULL: the reader's own */
} Reader;

/* --- zones --- */

/* What Windows calls the zones of northern Europe. */
static const struct
{
  const char *windows;
  const char *name;
} windows_zones[] = {
  { "Romance Standard Time", "Europe/Copenhagen" },
  { "W. Europe Standard Time", "Europe/Stockholm" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "FLE Standard Time", "Europe/Helsinki" },
  { "GMT Standard Time", "Europe/London" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
};

/* The zone of an IANA name, also behind a program's own prefix ("/example.org/Europe/Stockholm").
 * *ret_zone is NULL for the reader's own. */
static bool
load_zone (const Reader *reader, const char *name, GTimeZone **ret_zone)
{
  for (gsize i = 0; i < G_N_ELEMENTS (windows_zones); i++)
    if (g_str_equal (name, windows_zones[i].windows))
      name = windows_zones[i].name;

  for (; name != NULL; name = strchr (name, '/') != NULL ? strchr (name, '/') + 1 : NULL)
    {
      *ret_zone = NULL;
      if (g_str_equal (name, hv_zone_get_name (reader->zone)))
        return true;
      if (hv_calendar_zone_is_name (name) && (*ret_zone = g_time_zone_new_identifier (name)) != NULL)
        return true;
    }
  return false;
}

static bool
find_zone (Reader *reader, const char *name, GTimeZone **ret_zone)
{
  if (g_hash_table_lookup_extended (reader->zones, name, NULL, (gpointer *)ret_zone))
    return true;
  if (!load_zone (reader, name, ret_zone))
    return false;
  g_hash_table_insert (reader->zones, g_strdup (name), *ret_zone);
  return true;
}

static void
free_zone_cb (gpointer zone)
{
  if (zone != NULL)
    g_time_zone_unref (zone);
}

static gint64
get_utc (GTimeZone *zone, HvMinute local)
{
  gint64 seconds = local * 60;
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &seconds);
  return seconds - g_time_zone_get_offset (zone, interval);
}

/* Turns a span into the reader's wall clock. */
static HvSpan
turn (const Reader *reader, HvSpan span, HvClock clock, GTimeZone *zone)
{
  if (clock == HV_CLOCK_DATE || (clock == HV_CLOCK_LOCAL && zone == NULL))
    return span;

  gint64 from = zone != NULL ? get_utc (zone, span.from) : span.from * 60;
  gint64 to = zone != NULL ? get_utc (zone, span.to) : span.to * 60;
  HvSpan turned = { hv_zone_to_local (reader->zone, from), hv_zone_to_local (reader->zone, to) };
  /* In the night the clock goes back, a short one may end before it starts. */
  if (turned.to <= turned.from)
    turned.to = turned.from + hv_span_get_minutes (span);
  return turned;
}

/* --- what the child said --- */

static void
refuse (Reader *reader, guint line, char *reason)
{
  HvAbsenceRefusal refusal = { line, reason };
  g_array_append_val (reader->reading->refusals, refusal);
}

static const char *
explain (HvEntryFault fault)
{
  switch (fault)
    {
    case HV_ENTRY_UNFINISHED:
      return hv_own_text ("the file ends, or the next entry begins, in the middle of it");
    case HV_ENTRY_TOO_LARGE:
      return hv_own_text ("it is too large");
    case HV_ENTRY_NO_START:
      return hv_own_text ("it has no start");
    case HV_ENTRY_NO_END:
      return hv_own_text ("it has no end, or one before its start, or one many years away");
    case HV_ENTRY_MIXED_TIMES:
      return hv_own_text ("it mixes dates and times, or the times of several time zones");
    case HV_ENTRY_BAD_RULE:
      return hv_own_text ("how it repeats cannot be read");
    case HV_ENTRY_RULE_TOO_OFTEN:
      return hv_own_text ("it repeats more often than once a day");
    case HV_ENTRY_UNKNOWN_RULE:
      return hv_own_text ("it repeats in a way that Husvagt does not know, so these days have to be typed");
    case HV_ENTRY_TOO_MANY_DATES:
      return hv_own_text ("it names too many dates");
    case HV_ENTRY_FINE:
    case HV_ENTRY_BAD_TIME:
    case HV_ENTRY_N_FAULTS:
    default:
      return hv_own_text ("a date or a time in it cannot be read");
    }
}

/* NULL when there is none. */
static char *
clean_title (const char *text)
{
  g_autofree char *clean = hv_calendar_text_clean_line (text);
  if (*clean == '\0')
    return NULL;
  return g_utf8_substring (clean, 0, MIN (LONGEST_TITLE, g_utf8_strlen (clean, -1)));
}

static void
add_absence (Reader *reader, guint line, HvSpan span, char *title)
{
  HvReadAbsence absence = { .line = line, .title = title };
  absence.from = hv_minute_get_day (span.from);
  absence.to = hv_minute_get_day (span.to - 1);

  gint64 start = hv_minute_get_of_day (span.from);
  gint64 end = span.to - hv_minute_at (absence.to, 0);
  absence.start = start > 0 ? start : HV_NONE;
  absence.end = end < HV_MINUTES_PER_DAY ? end : HV_NONE;
  g_array_append_val (reader->reading->absences, absence);
}

static void
take_time (Reader *reader, guint line, HvClock clock, HvSpan span, const char *zone_name, const char *text)
{
  GTimeZone *zone = NULL;
  if (*zone_name != '\0' && !find_zone (reader, zone_name, &zone))
    {
      g_autofree char *quoted = hv_error_quote (zone_name);
      refuse (reader, line, g_strdup_printf (hv_own_text ("the time zone %s is unknown"), quoted));
      return;
    }

  g_autoptr (GError) error = NULL;
  g_autofree char *title = clean_title (text);
  if (title != NULL && !hv_identity_check (hv_own_text ("Title"), title, &error))
    {
      refuse (reader, line, g_strdup (error->message));
      return;
    }

  HvSpan turned = turn (reader, span, clock, zone);
  if (turned.to > hv_minute_at (reader->from, 0) && turned.from < hv_minute_at (reader->to + 1, 0))
    add_absence (reader, line, turned, g_steal_pointer (&title));
  else
    reader->reading->n_left_out++;
}

/* The child is not believed: every number is looked at. */
static bool
parse_field (const char *text, gint64 min, gint64 max, gint64 *ret_number)
{
  return g_ascii_string_to_signed (text, 10, min, max, ret_number, NULL);
}

static bool
take_answer (Reader *reader, char *const *fields)
{
  static const gint64 first = (gint64)HV_DAY_FIRST * HV_MINUTES_PER_DAY;
  static const gint64 last = (gint64)HV_DAY_LAST * HV_MINUTES_PER_DAY;
  gint64 line, clock, starts, ends, fault, n;

  switch (fields[0][0])
    {
    case 'T':
      if (g_strv_length ((char **)fields) != 7 || !parse_field (fields[1], 1, G_MAXUINT, &line)
          || !parse_field (fields[2], HV_CLOCK_DATE, HV_CLOCK_UTC, &clock)
          || !parse_field (fields[3], first, last, &starts) || !parse_field (fields[4], starts + 1, last, &ends))
        return false;
      take_time (reader, (guint)line, (HvClock)clock, (HvSpan){ starts, ends }, fields[5], fields[6]);
      return true;
    case 'F':
      if (g_strv_length ((char **)fields) != 3 || !parse_field (fields[1], 1, G_MAXUINT, &line)
          || !parse_field (fields[2], HV_ENTRY_FINE + 1, HV_ENTRY_N_FAULTS - 1, &fault))
        return false;
      refuse (reader, (guint)line, g_strdup (explain ((HvEntryFault)fault)));
      return true;
    case 'L':
      if (g_strv_length ((char **)fields) != 2 || !parse_field (fields[1], 0, G_MAXINT, &n))
        return false;
      reader->reading->n_left_out += (guint)n;
      return true;
    default:
      return false;
    }
}

static bool
take_answers (Reader *reader, const char *answer)
{
  g_auto (GStrv) lines = g_strsplit (answer, "\n", 2 * HV_ABSENCE_MOST_PER_FILE);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 8);
      if (!take_answer (reader, fields))
        return false;
    }
  return true;
}

/* --- putting it in order --- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_absences_cb (gconstpointer a, gconstpointer b)
{
  const HvReadAbsence *one = a, *other = b;
  int order = compare_numbers (one->from, other->from);
  if (order == 0)
    order = compare_numbers (one->start, other->start);
  if (order == 0)
    order = compare_numbers (one->to, other->to);
  if (order == 0)
    order = compare_numbers (one->end, other->end);
  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static int
compare_refusals_cb (gconstpointer a, gconstpointer b)
{
  return compare_numbers (((const HvAbsenceRefusal *)a)->line, ((const HvAbsenceRefusal *)b)->line);
}

static bool
is_whole_days (const HvReadAbsence *absence)
{
  return absence->start == HV_NONE && absence->end == HV_NONE;
}

/* Whether an absence says nothing that the one before does not, or could not also say. */
static bool
joins (HvReadAbsence *before, const HvReadAbsence *absence)
{
  if (compare_absences_cb (before, absence) == 0)
    return true;
  if (!is_whole_days (before) || !is_whole_days (absence) || g_strcmp0 (before->title, absence->title) != 0
      || absence->from > before->to + 1)
    return false;
  before->to = MAX (before->to, absence->to);
  return true;
}

static void
clear_absence_cb (gpointer absence)
{
  g_free (((HvReadAbsence *)absence)->title);
}

static void
clear_refusal_cb (gpointer refusal)
{
  g_free (((HvAbsenceRefusal *)refusal)->reason);
}

static GArray *
new_absences (void)
{
  GArray *absences = g_array_new (FALSE, FALSE, sizeof (HvReadAbsence));
  g_array_set_clear_func (absences, clear_absence_cb);
  return absences;
}

static void
put_in_order (HvAbsenceReading *reading)
{
  g_array_sort (reading->absences, compare_absences_cb);
  g_array_sort (reading->refusals, compare_refusals_cb);

  GArray *joined = new_absences ();
  for (guint i = 0; i < reading->absences->len; i++)
    {
      HvReadAbsence *absence = &g_array_index (reading->absences, HvReadAbsence, i);
      if (joined->len > 0 && joins (&g_array_index (joined, HvReadAbsence, joined->len - 1), absence))
        continue;
      HvReadAbsence kept = *absence;
      absence->title = NULL;
      g_array_append_val (joined, kept);
    }
  g_array_unref (reading->absences);
  reading->absences = joined;
}

/* --- the whole --- */

void
hv_absence_reading_free (HvAbsenceReading *reading)
{
  g_array_unref (reading->absences);
  g_array_unref (reading->refusals);
  g_free (reading);
}

static bool
check_answer (const char *answer, GError **error)
{
  const char *message = NULL;
  if (*answer == 'N')
    message = hv_own_text ("This is no calendar file. Save the calendar as an .ics file and try that.");
  if (*answer == 'M')
    message = hv_own_text ("The calendar holds more than 100,000 dates. Save a shorter period of it and try that.");
  if (message != NULL)
    g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, message);
  return message == NULL;
}

static GString *
ask_child (const char *text, gsize length, const HvZone *zone, HvDay from, HvDay to, GError **error)
{
  if (length > HV_ABSENCE_LARGEST_FILE)
    {
      g_set_error_literal (
          error, HV_ERROR, HV_ERROR_BAD_INPUT,
          hv_own_text ("The calendar file is larger than 20 MB. Save a shorter period of it and try that."));
      return NULL;
    }
  HvAbsenceWork work = { .text = text, .length = length, .from = from, .to = to, .zone = zone };
  return hv_limited_child_run (hv_absence_work_run, &work, error);
}

HvAbsenceReading *
hv_absence_reading_new (const char *text, gsize length, const HvZone *zone, HvDay from, GError **error)
{
  HvDay to = from + WINDOW_DAYS - 1;
  g_autoptr (GString) answer = ask_child (text, length, zone, from, to, error);
  if (answer == NULL || !check_answer (answer->str, error))
    return NULL;

  g_autoptr (HvAbsenceReading) reading = g_new0 (HvAbsenceReading, 1);
  reading->absences = new_absences ();
  reading->refusals = g_array_new (FALSE, FALSE, sizeof (HvAbsenceRefusal));
  g_array_set_clear_func (reading->refusals, clear_refusal_cb);
  g_autoptr (GHashTable) zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_zone_cb);
  Reader reader = { .reading = reading, .zone = zone, .from = from, .to = to, .zones = zones };

  if (!take_answers (&reader, answer->str))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("The calendar file cannot be read."));
      return NULL;
    }
  put_in_order (reading);
  return g_steal_pointer (&reading);
}
