/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-pattern.h"

#include "hv-format.h"

/* Which weeks a repeat speaks of, as a set. */
enum
{
  EVEN = 1 << 0,
  ODD = 1 << 1,
};

static guint
get_weeks (HvRepeat repeat)
{
  return repeat == HV_REPEAT_EVEN ? EVEN : repeat == HV_REPEAT_ODD ? ODD : EVEN | ODD;
}

static HvRepeat
get_repeat (guint weeks)
{
  return weeks == EVEN ? HV_REPEAT_EVEN : weeks == ODD ? HV_REPEAT_ODD : HV_REPEAT_EVERY;
}

static guint
get_weeks_of (HvWeek week)
{
  return hv_week_is_even (week) ? EVEN : ODD;
}

static bool
is_in_force (const HvAvailability *record, HvWeek week)
{
  return (record->from == HV_NONE || record->from <= week.monday)
         && (record->until == HV_NONE || record->until >= week.monday);
}

static const GPtrArray *
list_records (const HvRoster *roster, HvId volunteer)
{
  return hv_roster_list_of (roster, HV_KIND_AVAILABILITY, HV_KIND_VOLUNTEER, volunteer);
}

/* --- reading --- */

/* The minutes of a weekday at which an answer may change, in order; some come twice. */
static GArray *
list_borders (const GPtrArray *records, int weekday)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (HvMinute));
  for (guint i = 0; i < records->len; i++)
    {
      const HvAvailability *record = g_ptr_array_index (records, i);
      const HvMinute ends[] = { record->start, record->end };
      if (record->weekday == weekday)
        g_array_append_vals (borders, ends, 2);
    }
  g_array_sort (borders, hv_minute_compare_cb);
  return borders;
}

/* Cannot beats rather not, and rather not beats can. */
static HvOffer
find_offer (const GPtrArray *records, int weekday, int minute)
{
  HvOffer worst = HV_OFFER_CAN;
  bool named = false;
  for (guint i = 0; i < records->len; i++)
    {
      const HvAvailability *record = g_ptr_array_index (records, i);
      if (record->weekday != weekday || minute < record->start || minute >= record->end)
        continue;
      named = true;
      worst = MAX (worst, (HvOffer)record->offer);
    }
  return named ? worst : HV_OFFER_CANNOT;
}

static void
append_span (GArray *spans, HvOfferSpan span)
{
  HvOfferSpan *last = spans->len == 0 ? NULL : &g_array_index (spans, HvOfferSpan, spans->len - 1);
  if (last != NULL && last->weekday == span.weekday && last->end == span.start && last->offer == span.offer)
    last->end = span.end;
  else
    g_array_append_val (spans, span);
}

static void
append_weekday (GArray *spans, const GPtrArray *records, int weekday)
{
  g_autoptr (GArray) borders = list_borders (records, weekday);
  for (guint i = 0; i + 1 < borders->len; i++)
    {
      int start = (int)g_array_index (borders, HvMinute, i);
      int end = (int)g_array_index (borders, HvMinute, i + 1);
      HvOffer offer = find_offer (records, weekday, start);
      if (start < end && offer != HV_OFFER_CANNOT)
        append_span (spans, (HvOfferSpan){ weekday, start, end, offer });
    }
}

/* The first week from this one on that a repeat means. Weeks 53 and 1 are both odd:
 * the even one may be two weeks away. */
static HvWeek
find_meant_week (HvWeek week, HvRepeat repeat)
{
  while ((get_weeks (repeat) & get_weeks_of (week)) == 0)
    week = hv_week_add (week, 1);
  return week;
}

GArray *
hv_week_pattern_find (const HvRoster *roster, HvId volunteer, HvWeek week, HvRepeat repeat, bool *ret_said)
{
  const GPtrArray *all = list_records (roster, volunteer);
  HvWeek meant = find_meant_week (week, repeat);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  *ret_said = false;
  for (guint i = 0; i < all->len; i++)
    {
      const HvAvailability *record = g_ptr_array_index (all, i);
      if (!is_in_force (record, meant))
        continue;
      *ret_said = true;
      if ((get_weeks ((HvRepeat)record->repeat) & get_weeks_of (meant)) != 0)
        g_ptr_array_add (records, (gpointer)record);
    }

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HvOfferSpan));
  for (int weekday = 1; weekday <= 7; weekday++)
    append_weekday (spans, records, weekday);
  return spans;
}

static bool
is_same (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return false;
  for (guint i = 0; i < a->len; i++)
    {
      const HvOfferSpan *first = &g_array_index (a, HvOfferSpan, i);
      const HvOfferSpan *second = &g_array_index (b, HvOfferSpan, i);
      if (first->weekday != second->weekday || first->start != second->start || first->end != second->end
          || first->offer != second->offer)
        return false;
    }
  return true;
}

HvRepeat
hv_week_pattern_find_repeat (const HvRoster *roster, HvId volunteer, HvWeek week)
{
  bool said;
  g_autoptr (GArray) even = hv_week_pattern_find (roster, volunteer, week, HV_REPEAT_EVEN, &said);
  g_autoptr (GArray) odd = hv_week_pattern_find (roster, volunteer, week, HV_REPEAT_ODD, &said);
  return is_same (even, odd) ? HV_REPEAT_EVERY : get_repeat (get_weeks_of (week));
}

gint64
hv_week_pattern_find_start (const HvRoster *roster, HvId volunteer, HvWeek week)
{
  const GPtrArray *records = list_records (roster, volunteer);
  gint64 start = HV_NONE;
  for (guint i = 0; i < records->len; i++)
    {
      const HvAvailability *record = g_ptr_array_index (records, i);
      if (is_in_force (record, week))
        start = MAX (start, record->from);
    }
  return start;
}

/* --- replacing --- */

/* Whether a record says exactly what a span of the new pattern is to say. */
static bool
says (const HvAvailability *record, const HvOfferSpan *span, HvWeek from, HvRepeat repeat)
{
  return record->from == from.monday && record->until == HV_NONE && record->repeat == (gint64)repeat
         && record->weekday == span->weekday && record->start == span->start && record->end == span->end
         && record->offer == (gint64)span->offer;
}

static bool
is_kept (const HvAvailability *record, HvWeek from, HvRepeat repeat, const HvOfferSpan *spans, gsize n_spans)
{
  for (gsize i = 0; i < n_spans; i++)
    if (says (record, &spans[i], from, repeat))
      return true;
  return false;
}

/* A record about every week loses the weeks that are meant, and goes on for the others. */
static void
keep_other_weeks (HvEdit *edit, const HvAvailability *record, HvWeek from, guint others)
{
  HvAvailability *changed = hv_edit_change (edit, record);
  if (record->from != HV_NONE && record->from >= from.monday)
    {
      changed->repeat = get_repeat (others);
      return;
    }
  changed->until = from.monday - 7;

  HvAvailability *rest = hv_edit_add (edit, HV_KIND_AVAILABILITY);
  rest->volunteer = record->volunteer;
  rest->weekday = record->weekday;
  rest->start = record->start;
  rest->end = record->end;
  rest->offer = record->offer;
  rest->from = from.monday;
  rest->until = record->until;
  rest->repeat = get_repeat (others);
}

static void
end_record (HvEdit *edit, const HvAvailability *record, HvWeek from, guint meant)
{
  guint weeks = get_weeks ((HvRepeat)record->repeat);
  bool is_over = record->until != HV_NONE && record->until < from.monday;
  if (is_over || (weeks & meant) == 0)
    return;
  if ((weeks & ~meant) != 0)
    keep_other_weeks (edit, record, from, weeks & ~meant);
  else if (record->from != HV_NONE && record->from >= from.monday)
    hv_edit_remove (edit, record);
  else
    ((HvAvailability *)hv_edit_change (edit, record))->until = from.monday - 7;
}

static void
add_record (HvEdit *edit, HvId volunteer, HvWeek from, HvRepeat repeat, const HvOfferSpan *span)
{
  HvAvailability *record = hv_edit_add (edit, HV_KIND_AVAILABILITY);
  record->volunteer = volunteer;
  record->weekday = span->weekday;
  record->start = span->start;
  record->end = span->end;
  record->offer = span->offer;
  record->from = from.monday;
  record->repeat = repeat;
}

static bool
is_said_already (const GPtrArray *records, HvWeek from, HvRepeat repeat, const HvOfferSpan *span)
{
  for (guint i = 0; i < records->len; i++)
    if (says (g_ptr_array_index (records, i), span, from, repeat))
      return true;
  return false;
}

static HvEdit *
replace_with (const HvRoster *roster, HvId volunteer, HvWeek from, HvRepeat repeat, const HvOfferSpan *spans,
              gsize n_spans, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("availability", source);
  const GPtrArray *records = list_records (roster, volunteer);
  for (guint i = 0; i < records->len; i++)
    if (!is_kept (g_ptr_array_index (records, i), from, repeat, spans, n_spans))
      end_record (edit, g_ptr_array_index (records, i), from, get_weeks (repeat));
  for (gsize i = 0; i < n_spans; i++)
    if (!is_said_already (records, from, repeat, &spans[i]))
      add_record (edit, volunteer, from, repeat, &spans[i]);
  return edit;
}

HvEdit *
hv_week_pattern_replace (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek from, HvRepeat repeat,
                         const HvOfferSpan *spans, gsize n_spans, HvEditSource source)
{
  g_return_val_if_fail (repeat <= HV_REPEAT_ODD, NULL);
  if (n_spans > 0)
    return replace_with (roster, volunteer->r.id, from, repeat, spans, n_spans, source);

  /* Without a record they would count as never asked. */
  HvOfferSpan cannot[7];
  for (int i = 0; i < 7; i++)
    cannot[i] = (HvOfferSpan){ i + 1, 0, HV_MINUTES_PER_DAY, HV_OFFER_CANNOT };
  return replace_with (roster, volunteer->r.id, from, repeat, cannot, 7, source);
}

HvEdit *
hv_week_pattern_forget (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek from, HvEditSource source)
{
  return replace_with (roster, volunteer->r.id, from, HV_REPEAT_EVERY, NULL, 0, source);
}

/* --- words --- */

static void
append_words (GString *words, const HvOfferSpan *span, bool names_day, HvLanguage language)
{
  g_autofree char *hours = hv_format_hours ((HvSpan){ span->start, span->end }, language);
  if (words->len > 0)
    g_string_append (words, ", ");
  if (names_day)
    g_string_append_printf (words, "%s ", hv_format_weekday (span->weekday, language));
  if (span->offer == HV_OFFER_CAN)
    g_string_append (words, hours);
  else
    {
      /* TRANSLATORS: hours of a day at which somebody would rather not be on duty */
      g_autofree char *rather_not = hv_text_format (language, "%s (rather not)", hours);
      g_string_append (words, rather_not);
    }
}

char *
hv_week_pattern_format (const HvOfferSpan *spans, gsize n_spans, HvLanguage language)
{
  if (n_spans == 0)
    return g_strdup (hv_text (language, "cannot at any time"));
  GString *words = g_string_new (NULL);
  for (gsize i = 0; i < n_spans; i++)
    append_words (words, &spans[i], i == 0 || spans[i].weekday != spans[i - 1].weekday, language);
  return g_string_free (words, FALSE);
}
