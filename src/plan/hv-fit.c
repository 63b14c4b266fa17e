/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-fit.h"

/* A record may start this many days before a day and still run into it. */
#define DAYS_BACK (HV_SPAN_MAX_MINUTES / HV_MINUTES_PER_DAY)

/* A stretch of time with one answer throughout. */
typedef struct
{
  HvSpan span;
  HvOffer offer;
} Stretch;

static bool
is_in_force (const HvAvailability *availability, HvWeek week)
{
  return (availability->from == HV_NONE || availability->from <= week.monday)
         && (availability->until == HV_NONE || availability->until >= week.monday);
}

static bool
has_said (const GPtrArray *records, HvWeek week)
{
  for (guint i = 0; i < records->len; i++)
    if (is_in_force (g_ptr_array_index (records, i), week))
      return true;
  return false;
}

/* The whole days that a span touches. */
static HvSpan
get_days (HvSpan span)
{
  HvDay first = hv_minute_get_day (span.from);
  HvDay last = hv_minute_get_day (span.to - 1);
  return (HvSpan){ hv_minute_at (first, 0), hv_minute_at (last + 1, 0) };
}

/* What was said about these days, each record clipped to them. */
static GArray *
list_said (const GPtrArray *records, HvSpan days)
{
  GArray *said = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (HvDay day = hv_minute_get_day (days.from) - DAYS_BACK; hv_minute_at (day, 0) < days.to; day++)
    for (guint i = 0; i < records->len; i++)
      {
        const HvAvailability *record = g_ptr_array_index (records, i);
        HvRecurrence recurrence = hv_availability_get_recurrence (record);
        if (!hv_recurrence_is_on (&recurrence, day))
          continue;
        HvSpan span = hv_span_on_day (day, (int)record->start, (int)record->end);
        Stretch stretch = { hv_span_intersect (span, days), (HvOffer)record->offer };
        if (stretch.span.from < stretch.span.to)
          g_array_append_val (said, stretch);
      }
  return said;
}

/* The moments at which the answer may change, in order. */
static GArray *
list_edges (const GArray *said, HvSpan span, HvSpan days)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (HvMinute));
  g_array_append_val (edges, days.from);
  g_array_append_val (edges, days.to);
  g_array_append_val (edges, span.from);
  g_array_append_val (edges, span.to);
  for (guint i = 0; i < said->len; i++)
    {
      HvSpan part = g_array_index (said, Stretch, i).span;
      g_array_append_val (edges, part.from);
      g_array_append_val (edges, part.to);
    }
  g_array_sort (edges, hv_minute_compare_cb);
  return edges;
}

/* Cannot beats rather not beats can; what nobody named is cannot. */
static HvOffer
get_offer_at (const GArray *said, HvMinute minute)
{
  HvOffer worst = HV_OFFER_CAN;
  bool named = false;
  for (guint i = 0; i < said->len; i++)
    {
      const Stretch *stretch = &g_array_index (said, Stretch, i);
      if (minute < stretch->span.from || minute >= stretch->span.to)
        continue;
      named = true;
      worst = MAX (worst, stretch->offer);
    }
  return named ? worst : HV_OFFER_CANNOT;
}

/* The days from end to end, cut at every edge. */
static GArray *
list_stretches (const GArray *said, HvSpan span, HvSpan days)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) edges = list_edges (said, span, days);
  for (guint i = 0; i + 1 < edges->len; i++)
    {
      HvSpan part = { g_array_index (edges, HvMinute, i), g_array_index (edges, HvMinute, i + 1) };
      if (part.from == part.to)
        continue;
      Stretch stretch = { part, get_offer_at (said, part.from) };
      g_array_append_val (stretches, stretch);
    }
  return stretches;
}

static HvOffer
get_worst (const GArray *stretches, HvSpan span)
{
  HvOffer worst = HV_OFFER_CAN;
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      if (hv_span_contains (span, stretch->span))
        worst = MAX (worst, stretch->offer);
    }
  return worst;
}

/* From the first to the last minute of the span with this answer. */
static HvSpan
find_hull (const GArray *stretches, HvSpan span, HvOffer offer)
{
  HvSpan hull = { 0, 0 };
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      if (stretch->offer != offer || !hv_span_contains (span, stretch->span))
        continue;
      if (hull.from == hull.to)
        hull.from = stretch->span.from;
      hull.to = stretch->span.to;
    }
  return hull;
}

/* How near a run of offered hours comes to the span: more minutes of it first, then
 * the shorter way to it. */
static gint64
get_nearness (HvSpan run, HvSpan span)
{
  HvSpan common = hv_span_intersect (run, span);
  return common.to - common.from;
}

/* The unbroken run of hours with at worst this answer that comes nearest to the span. */
static HvSpan
find_run (const GArray *stretches, HvSpan span, HvOffer worst)
{
  HvSpan best = { 0, 0 };
  for (guint i = 0; i < stretches->len; i++)
    {
      HvSpan run = g_array_index (stretches, Stretch, i).span;
      if (g_array_index (stretches, Stretch, i).offer > worst)
        continue;
      for (; i + 1 < stretches->len && g_array_index (stretches, Stretch, i + 1).offer <= worst; i++)
        run.to = g_array_index (stretches, Stretch, i + 1).span.to;
      if (best.from == best.to || get_nearness (run, span) > get_nearness (best, span))
        best = run;
    }
  return best;
}

/* Whether the span would be offered but for the even or odd weeks of the pattern. */
static HvRepeat
find_other_weeks (const GPtrArray *records, HvSpan span)
{
  HvDay day = hv_minute_get_day (span.from);
  for (guint i = 0; i < records->len; i++)
    {
      const HvAvailability *record = g_ptr_array_index (records, i);
      HvRecurrence recurrence = hv_availability_get_recurrence (record);
      if (record->offer == HV_OFFER_CANNOT || record->weekday != hv_day_get_weekday (day)
          || !is_in_force (record, hv_week_of_day (day)) || hv_recurrence_is_on (&recurrence, day))
        continue;
      if (hv_span_contains (hv_span_on_day (day, (int)record->start, (int)record->end), span))
        return recurrence.repeat;
    }
  return HV_REPEAT_EVERY;
}

HvFit
hv_fit_find (const HvRoster *roster, HvId volunteer, HvSpan span)
{
  const GPtrArray *records = hv_roster_list_of (roster, HV_KIND_AVAILABILITY, HV_KIND_VOLUNTEER, volunteer);
  HvFit fit = { .offer = HV_OFFER_RATHER_NOT, .said = false, .window = span, .weeks = HV_REPEAT_EVERY };
  if (!has_said (records, hv_week_of_day (hv_minute_get_day (span.from))))
    return fit;

  HvSpan days = get_days (span);
  g_autoptr (GArray) said = list_said (records, days);
  g_autoptr (GArray) stretches = list_stretches (said, span, days);
  fit.said = true;
  fit.offer = get_worst (stretches, span);
  if (fit.offer == HV_OFFER_RATHER_NOT)
    fit.window = find_hull (stretches, span, HV_OFFER_RATHER_NOT);
  else
    fit.window = find_run (stretches, span, fit.offer == HV_OFFER_CAN ? HV_OFFER_CAN : HV_OFFER_RATHER_NOT);
  if (fit.offer == HV_OFFER_CANNOT)
    fit.weeks = find_other_weeks (records, span);
  return fit;
}

bool
hv_fit_is_all_day (const HvFit *fit)
{
  return hv_minute_get_of_day (fit->window.from) == 0 && hv_span_get_minutes (fit->window) == HV_MINUTES_PER_DAY;
}
