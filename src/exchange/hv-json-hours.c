/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When a house is open: its opening hours, the days it is closed, and the public
 * holidays on which it opens anyway.
 */

#include "hv-json-houses.h"

#include "hv-format.h"

/* --- opening hours --- */

static void
read_hours (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new)
{
  const HvHours *hours = draft;
  hv_json_check_clock (in, item, hours->start, hours->end);
  hv_json_check_weeks (in, item, hours->from, hours->until);
}

static bool
weeks_overlap (const HvHours *a, const HvHours *b)
{
  bool a_ends_first = a->until != HV_NONE && b->from != HV_NONE && a->until < b->from;
  bool b_ends_first = b->until != HV_NONE && a->from != HV_NONE && b->until < a->from;
  return !a_ends_first && !b_ends_first;
}

/* Of two opening hours, whether they are open at one time in one week. A night that
 * goes on into the next day is looked at on both. */
static bool
hours_overlap (const HvHours *a, const HvHours *b)
{
  if (!weeks_overlap (a, b))
    return false;
  const gint64 week = 7 * HV_MINUTES_PER_DAY;
  gint64 a_start = (a->weekday - 1) * HV_MINUTES_PER_DAY + a->start;
  gint64 b_start = (b->weekday - 1) * HV_MINUTES_PER_DAY + b->start;
  HvSpan span = { a_start, a_start + a->end - a->start };
  HvSpan other = { b_start, b_start + b->end - b->start };
  HvSpan next = { other.from + week, other.to + week };
  HvSpan last = { other.from - week, other.to - week };
  return hv_span_overlaps (span, other) || hv_span_overlaps (span, next) || hv_span_overlaps (span, last);
}

static void
refuse_overlap (HvJsonImport *in, HvJsonNode object, const HvHours *hours, guint index)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *from = hv_time_format ((int)hours->start);
  g_autofree char *to = hv_time_format ((int)hours->end);
  hv_json_refuse (in, hv_json_node_find (object, "hours"), HV_ERROR_BAD_INPUT,
                  hv_own_text ("hours[%u], %s %s–%s, overlaps other opening hours of the house in the same weeks"),
                  index, hv_format_weekday ((int)hours->weekday, language), from, to);
}

void
hv_json_read_hours (HvJsonImport *in, HvJsonNode object, HvId house)
{
  const HvJsonSublist list = { "hours", HV_KIND_HOURS, HV_JSON_SHAPE_HOURS, HV_KIND_HOUSE, read_hours };
  g_autoptr (GPtrArray) all = hv_json_replace_list (in, object, &list, house);
  for (guint i = 0; all != NULL && i < all->len && !hv_json_is_refused (in); i++)
    for (guint j = 0; j < i; j++)
      if (hours_overlap (all->pdata[i], all->pdata[j]))
        {
          refuse_overlap (in, object, all->pdata[i], i);
          break;
        }
}

/* --- closed days, and holidays on which the house opens --- */

static void
read_closed (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new)
{
  const HvClosed *closed = draft;
  hv_json_check_days (in, item, closed->from, closed->to);
}

void
hv_json_read_closed (HvJsonImport *in, HvJsonNode object, HvId house)
{
  const HvJsonSublist list = { "closed", HV_KIND_CLOSED, HV_JSON_SHAPE_CLOSED, HV_KIND_HOUSE, read_closed };
  g_autoptr (GPtrArray) all = hv_json_replace_list (in, object, &list, house);
}

static bool
list_has_day (const GPtrArray *records, HvDay day)
{
  for (guint i = 0; i < records->len; i++)
    if (((const HvOpenOn *)records->pdata[i])->day == day)
      return true;
  return false;
}

static void
put_open_on (HvJsonImport *in, HvId house, HvDay day)
{
  HvOpenOn *open_on = hv_json_draft (in, HV_KIND_OPEN_ON, NULL, NULL);
  open_on->house = house;
  open_on->day = day;
  hv_json_put (in, open_on);
}

void
hv_json_read_open_on (HvJsonImport *in, HvJsonNode object, HvId house)
{
  HvJsonNode items = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, object, "open_on", HV_JSON_LIST, &items);
  if (given == HV_JSON_LEFT_OUT || given == HV_JSON_REFUSED)
    return;

  const GPtrArray *before = hv_roster_list_of (in->roster, HV_KIND_OPEN_ON, HV_KIND_HOUSE, house);
  g_autoptr (GHashTable) after = g_hash_table_new (NULL, NULL);
  hv_json_foreach (item, items)
    {
      HvDay day;
      if (hv_json_read_day_item (in, item, "open_on", &day) && g_hash_table_add (after, GINT_TO_POINTER (day))
          && !list_has_day (before, day))
        put_open_on (in, house, day);
    }
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (after, GINT_TO_POINTER ((int)((const HvOpenOn *)before->pdata[i])->day)))
      hv_json_remove (in, before->pdata[i]);
}
