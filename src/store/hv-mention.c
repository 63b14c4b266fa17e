/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-mention.h"

#include "hv-format.h"

static const char *const kinds[HV_N_KINDS] = {
  [HV_KIND_ORGANISATION] = HV_N_ ("the organisation"),
  [HV_KIND_ROLE] = HV_N_ ("a role"),
  [HV_KIND_HOUSE] = HV_N_ ("a house"),
  [HV_KIND_HOURS] = HV_N_ ("opening hours"),
  [HV_KIND_TEMPLATE] = HV_N_ ("a shift template"),
  [HV_KIND_REGULAR] = HV_N_ ("a regular"),
  [HV_KIND_CLOSED] = HV_N_ ("closed days"),
  [HV_KIND_OPEN_ON] = HV_N_ ("a holiday that is open"),
  [HV_KIND_TRAVEL] = HV_N_ ("a travel time"),
  [HV_KIND_VOLUNTEER] = HV_N_ ("a volunteer"),
  [HV_KIND_SKILL] = HV_N_ ("a volunteer’s role"),
  [HV_KIND_TIE] = HV_N_ ("a volunteer’s house"),
  [HV_KIND_AVAILABILITY] = HV_N_ ("offered times"),
  [HV_KIND_ABSENCE] = HV_N_ ("an absence"),
  [HV_KIND_PAUSE] = HV_N_ ("a pause"),
  [HV_KIND_PAIR] = HV_N_ ("a wish about two people"),
  [HV_KIND_FACTOR] = HV_N_ ("weeks with more or fewer visits"),
  [HV_KIND_OPENING] = HV_N_ ("an opening"),
  [HV_KIND_SHIFT] = HV_N_ ("a shift"),
  [HV_KIND_ASSIGNMENT] = HV_N_ ("a place on a shift"),
  [HV_KIND_VISIT] = HV_N_ ("a count of visits"),
  [HV_KIND_EXPECTATION] = HV_N_ ("the expected visits"),
  [HV_KIND_CALL] = HV_N_ ("a line of the call list"),
  [HV_KIND_EVENT] = HV_N_ ("a published calendar entry"),
  [HV_KIND_FEED] = HV_N_ ("a calendar link"),
  [HV_KIND_PUBLICATION] = HV_N_ ("a published week"),
};

const char *
hv_mention_kind (HvKind kind)
{
  return hv_own_text (kinds[kind]);
}

static const char *
get_name (gconstpointer record)
{
  switch (((const HvRecord *)record)->kind)
    {
    case HV_KIND_ROLE:
      return ((const HvRole *)record)->name;
    case HV_KIND_HOUSE:
      return ((const HvHouse *)record)->name;
    case HV_KIND_VOLUNTEER:
      return ((const HvVolunteer *)record)->name;
    default:
      return NULL;
    }
}

char *
hv_mention_name (HvStore *store, HvDb *db, HvKind kind, HvId id)
{
  g_auto (HvRow) row = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (store->tables, kind), db, id, &row, NULL) || row.record == NULL)
    return g_strdup ("?");
  return g_strdup (get_name (row.record));
}

static bool
find_span (gconstpointer record, HvSpan *ret_span)
{
  switch (((const HvRecord *)record)->kind)
    {
    case HV_KIND_OPENING:
      *ret_span = hv_opening_get_span (record);
      return true;
    case HV_KIND_SHIFT:
      *ret_span = hv_shift_get_span (record);
      return true;
    case HV_KIND_ASSIGNMENT:
      *ret_span = hv_assignment_get_span (record);
      return true;
    default:
      return false;
    }
}

char *
hv_mention (HvStore *store, HvDb *db, gconstpointer record)
{
  HvSpan span;

  if (get_name (record) != NULL)
    return g_strdup_printf ("“%s”", get_name (record));
  if (!find_span (record, &span))
    return g_strdup (hv_mention_kind (((const HvRecord *)record)->kind));

  g_autofree char *house = hv_mention_name (store, db, HV_KIND_HOUSE, hv_record_get_house (record));
  g_autofree char *when = hv_format_day_span (span, hv_text_get_own_language ());
  return g_strdup_printf ("“%s, %s”", house, when);
}

char *
hv_mention_time (gint64 at)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (at);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  if (then == NULL)
    return g_strdup ("?");

  HvDay day =
      hv_day_from_ymd (g_date_time_get_year (then), g_date_time_get_month (then), g_date_time_get_day_of_month (then));
  HvDay today =
      hv_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  g_autofree char *time = hv_format_time (g_date_time_get_hour (then) * 60 + g_date_time_get_minute (then), language);
  if (day == today)
    return g_steal_pointer (&time);

  g_autofree char *date = hv_format_day_with_year (day, language);
  return g_strdup_printf ("%s %s", date, time);
}
