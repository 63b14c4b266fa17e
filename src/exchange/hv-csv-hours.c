/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-hours.h"

#include "hv-format.h"

#include <string.h>

/* English, Danish, Swedish. */
static const char *const headers[][3] = {
  { "Volunteer", "Frivillig", "Volontär" },
  { "House", "Hus", "Hus" },
  { "Date", "Dato", "Datum" },
  { "Role", "Rolle", "Roll" },
  { "Start", "Start", "Start" },
  { "End", "Slut", "Slut" },
  { "Hours", "Timer", "Timmar" },
};

static bool
counts (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  const HvOpening *opening = shift != NULL ? hv_roster_find_opening (roster, shift->opening) : NULL;
  return opening != NULL && opening->closed == NULL && hv_state_fills ((HvState)assignment->state);
}

static gint64
get_minutes (const HvRoster *roster, const HvAssignment *assignment, HvZoneLookup lookup, gpointer data)
{
  HvSpan span = hv_assignment_get_span (assignment);
  const char *name = hv_roster_get_zone_name (roster, assignment->house);
  const HvZone *zone = lookup != NULL && name != NULL ? lookup (name, data) : NULL;
  return zone != NULL ? hv_zone_elapsed (zone, span) : hv_span_get_minutes (span);
}

/* 3, 3,5 or 2,25: as many decimals as the minutes need, two at most. */
static char *
format_hours (gint64 minutes, HvLanguage language)
{
  int decimals = minutes % 60 == 0 ? 0 : minutes % 30 == 0 ? 1 : 2;
  return hv_format_decimal ((double)minutes / 60, decimals, language);
}

static const char *
get_volunteer_name (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvVolunteer *volunteer =
      assignment->volunteer != HV_NONE ? hv_roster_find_volunteer (roster, assignment->volunteer) : NULL;
  return volunteer != NULL ? volunteer->name : assignment->guest;
}

static void
write_duty (HvCsvWriter *writer, const HvRoster *roster, const HvAssignment *assignment, gint64 minutes,
            HvLanguage language)
{
  const HvHouse *house = hv_roster_find_house (roster, assignment->house);
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  HvSpan span = hv_assignment_get_span (assignment);
  g_autofree char *date = hv_day_format (hv_minute_get_day (span.from));
  g_autofree char *start = hv_span_format_from (span);
  g_autofree char *end = hv_span_format_to (span);
  g_autofree char *hours = format_hours (minutes, language);

  hv_csv_writer_add_text (writer, get_volunteer_name (roster, assignment));
  hv_csv_writer_add_text (writer, house != NULL ? house->name : NULL);
  hv_csv_writer_add_plain (writer, date);
  hv_csv_writer_add_text (writer, role != NULL ? role->name : NULL);
  hv_csv_writer_add_plain (writer, start);
  hv_csv_writer_add_plain (writer, end);
  if (strchr (hours, hv_csv_get_separator (language)) != NULL)
    hv_csv_writer_add_text (writer, hours);
  else
    hv_csv_writer_add_plain (writer, hours);
  hv_csv_writer_end_row (writer);
}

void
hv_csv_hours_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language,
                    HvZoneLookup lookup, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    hv_csv_writer_add_text (writer, headers[i][language]);
  hv_csv_writer_end_row (writer);

  const GPtrArray *assignments = hv_roster_list (roster, HV_KIND_ASSIGNMENT);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = assignments->pdata[i];
      if (counts (roster, assignment) && hv_choice_has_assignment (choice, roster, assignment))
        write_duty (writer, roster, assignment, get_minutes (roster, assignment, lookup, data), language);
    }
}
