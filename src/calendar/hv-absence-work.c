/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-work.h"

#include "hv-calendar-rule.h"
#include "hv-calendar-scan.h"

#include <string.h>

/* An occurrence that another entry takes the place of. */
typedef struct
{
  const char *uid;
  HvMinute starts;
} Replaced;

static guint
hash_replaced_cb (gconstpointer key)
{
  const Replaced *replaced = key;
  return g_str_hash (replaced->uid) ^ g_int64_hash (&replaced->starts);
}

static gboolean
same_replaced_cb (gconstpointer a, gconstpointer b)
{
  const Replaced *one = a, *other = b;
  return one->starts == other->starts && strcmp (one->uid, other->uid) == 0;
}

static GHashTable *
list_replaced (const GPtrArray *entries)
{
  GHashTable *all = g_hash_table_new_full (hash_replaced_cb, same_replaced_cb, g_free, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const HvCalendarEntry *entry = g_ptr_array_index (entries, i);
      if (entry->replaces == HV_NONE || entry->uid == NULL)
        continue;
      Replaced *replaced = g_new (Replaced, 1);
      *replaced = (Replaced){ entry->uid, entry->replaces };
      g_hash_table_add (all, replaced);
    }
  return all;
}

/* --- the times of one entry --- */

static HvEntryFault
find_fault (HvRuleFault fault)
{
  switch (fault)
    {
    case HV_RULE_TOO_OFTEN:
      return HV_ENTRY_RULE_TOO_OFTEN;
    case HV_RULE_UNKNOWN:
      return HV_ENTRY_UNKNOWN_RULE;
    case HV_RULE_FINE:
    case HV_RULE_BROKEN:
    default:
      return HV_ENTRY_BAD_RULE;
    }
}

static void
append_repeated (const HvAbsenceWork *work, const HvCalendarEntry *entry, HvCalendarRule *rule, GArray *starts)
{
  /* RFC 5545 has the end of a rule in UTC, while its days are those of a zone. */
  if (rule->until_utc && rule->until != HV_NONE && entry->clock == HV_CLOCK_LOCAL)
    rule->until = hv_zone_to_local (work->zone, rule->until * 60);

  HvDay first_day = hv_minute_get_day (entry->starts);
  HvDay length = hv_minute_get_day (entry->ends) - first_day;
  g_autoptr (GArray) days = hv_calendar_rule_list_days (rule, entry->starts, work->from - length - 1, work->to + 1);
  for (guint i = 0; i < days->len; i++)
    {
      HvMinute minute = hv_minute_at (g_array_index (days, HvDay, i), hv_minute_get_of_day (entry->starts));
      g_array_append_val (starts, minute);
    }
}

/* Where it starts each time, before exceptions. */
static GArray *
list_starts (const HvAbsenceWork *work, HvCalendarEntry *entry)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (HvMinute));
  if (entry->rule == NULL)
    g_array_append_val (starts, entry->starts);
  else
    {
      HvCalendarRule rule;
      HvRuleFault fault = hv_calendar_rule_parse (entry->rule, &rule);
      if (fault == HV_RULE_FINE)
        append_repeated (work, entry, &rule, starts);
      else
        hv_calendar_entry_blame (entry, find_fault (fault));
    }
  g_array_append_vals (starts, entry->extra->data, entry->extra->len);
  if (starts->len > HV_ABSENCE_MOST_PER_RULE)
    hv_calendar_entry_blame (entry, HV_ENTRY_TOO_MANY_DATES);
  return starts;
}

static bool
contains (const GArray *minutes, HvMinute minute)
{
  for (guint i = 0; i < minutes->len; i++)
    if (g_array_index (minutes, HvMinute, i) == minute)
      return true;
  return false;
}

static bool
is_excepted (const HvCalendarEntry *entry, HvMinute starts, GHashTable *replaced)
{
  if (contains (entry->except, starts))
    return true;
  if (entry->uid == NULL || entry->replaces != HV_NONE)
    return false;
  const Replaced key = { entry->uid, starts };
  return g_hash_table_contains (replaced, &key);
}

/* A day more at both ends: the clocks of the world are not so far apart. */
static bool
is_wanted (const HvAbsenceWork *work, HvMinute starts, HvMinute ends)
{
  return ends > hv_minute_at (work->from - 1, 0) && starts < hv_minute_at (work->to + 2, 0);
}

static void
append_field (GString *answer, const char *text)
{
  g_string_append_c (answer, '\t');
  for (; text != NULL && *text != '\0'; text++)
    g_string_append_c (answer, (guchar)*text < ' ' ? ' ' : *text);
}

static void
append_time (GString *answer, const HvCalendarEntry *entry, HvMinute starts)
{
  g_string_append_printf (answer, "T\t%u\t%d\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT, entry->line, entry->clock,
                          starts, starts + entry->ends - entry->starts);
  append_field (answer, entry->zone);
  append_field (answer, entry->title);
  g_string_append_c (answer, '\n');
}

/* Calendars mark whole days as free unless somebody says otherwise, holidays too. */
static bool
is_absence (const HvCalendarEntry *entry)
{
  return !entry->cancelled && (!entry->free || entry->clock == HV_CLOCK_DATE);
}

/* How many of its times were said. */
static guint
answer_entry (GString *answer, const HvAbsenceWork *work, HvCalendarEntry *entry, GHashTable *replaced)
{
  guint n = 0;
  gsize before = answer->len;
  g_autoptr (GArray) starts = entry->fault == HV_ENTRY_FINE ? list_starts (work, entry) : NULL;

  for (guint i = 0; starts != NULL && i < starts->len; i++)
    {
      HvMinute start = g_array_index (starts, HvMinute, i);
      if (is_excepted (entry, start, replaced) || !is_wanted (work, start, start + entry->ends - entry->starts))
        continue;
      append_time (answer, entry, start);
      n++;
    }
  if (entry->fault == HV_ENTRY_FINE)
    return n;

  g_string_truncate (answer, before);
  g_string_append_printf (answer, "F\t%u\t%d\n", entry->line, entry->fault);
  return 1;
}

void
hv_absence_work_run (GString *answer, gpointer data)
{
  const HvAbsenceWork *work = data;
  g_autoptr (GPtrArray) entries = hv_calendar_scan (work->text, work->length, HV_ABSENCE_MOST_PER_FILE);
  if (entries == NULL)
    {
      g_string_assign (answer, "N\n");
      return;
    }

  g_autoptr (GHashTable) replaced = list_replaced (entries);
  guint n = 0, left_out = 0;
  for (guint i = 0; i < entries->len && n <= HV_ABSENCE_MOST_PER_FILE; i++)
    {
      HvCalendarEntry *entry = g_ptr_array_index (entries, i);
      guint said = is_absence (entry) ? answer_entry (answer, work, entry, replaced) : 0;
      left_out += said == 0;
      n += said;
    }
  if (entries->len > HV_ABSENCE_MOST_PER_FILE || n > HV_ABSENCE_MOST_PER_FILE)
    g_string_assign (answer, "M\n");
  else
    g_string_append_printf (answer, "L\t%u\n", left_out);
}
