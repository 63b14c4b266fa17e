/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of hv-house-edit.h that repeats: opening hours, shift templates and regulars,
 * and the weeks generated from them that follow.
 */

#include "hv-error.h"
#include "hv-house-edit.h"
#include "hv-removal.h"

/* --- what is generated already --- */

static bool
is_untouched_shift (const HvRoster *roster, const HvShift *shift)
{
  return hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id)->len == 0;
}

static bool
is_untouched_opening (const HvRoster *roster, const HvOpening *opening)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    if (!is_untouched_shift (roster, g_ptr_array_index (shifts, i)))
      return false;
  return hv_roster_find_visit (roster, opening->r.id) == NULL;
}

static void
warn_of_people (HvEdit *edit, int n)
{
  if (n == 0)
    return;
  hv_edit_warn (edit, "people",
                g_strdup_printf (hv_own_ntext ("%d day with people or counted visits stays as it is.",
                                               "%d days with people or counted visits stay as they are.", (gulong)n),
                                 n));
}

/* --- hours --- */

static int
compare_start (gconstpointer a, gconstpointer b)
{
  const HvHours *first = *(const HvHours *const *)a;
  const HvHours *second = *(const HvHours *const *)b;
  return (first->start > second->start) - (first->start < second->start);
}

static bool
is_in_force (gint64 from, gint64 until, HvWeek week)
{
  return (from == HV_NONE || from <= week.monday) && (until == HV_NONE || until >= week.monday);
}

GPtrArray *
hv_house_edit_list_hours (const HvRoster *roster, HvId house, int weekday, HvWeek week)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *all = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house);
  for (guint i = 0; i < all->len; i++)
    {
      const HvHours *hours = g_ptr_array_index (all, i);
      if (hours->weekday == weekday && is_in_force (hours->from, hours->until, week))
        g_ptr_array_add (found, (gpointer)hours);
    }
  g_ptr_array_sort (found, compare_start);
  return found;
}

static bool
check_times (const HvTimes *times, GError **error)
{
  if (times->end > times->start && times->start >= 0 && times->start < HV_MINUTES_PER_DAY
      && times->end - times->start <= HV_MINUTES_PER_DAY)
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("The end must come after the start."));
  return false;
}

static bool
check_hours (const HvTimes *times, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      if (!check_times (&times[i], error))
        return false;
      for (gsize j = 0; j < i; j++)
        if (times[i].start < times[j].end && times[j].start < times[i].end)
          {
            g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                                 hv_own_text ("The opening hours of one day must not overlap."));
            return false;
          }
    }
  return true;
}

/* What counted before ends the week before; what was to count later only never does. */
static void
end_hours (HvEdit *edit, const HvHours *hours, HvWeek from)
{
  if (hours->from != HV_NONE && hours->from >= from.monday)
    {
      hv_edit_remove (edit, hours);
      return;
    }
  HvHours *ended = hv_edit_change (edit, hours);
  ended->until = from.monday - 7;
}

static void
change_opening (HvEdit *edit, const HvOpening *opening, const HvHours *hours)
{
  HvOpening *changed = hv_edit_change (edit, opening);
  HvMinute midnight = hv_minute_at (hv_opening_get_day (opening), 0);
  changed->starts = midnight + hours->start;
  changed->ends = midnight + hours->end;
  changed->hours = hours->r.id;
}

static void
follow_hours (const HvRoster *roster, HvEdit *edit, const HvHours *old, const HvHours *replacement, HvWeek from)
{
  int kept = 0;
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, old->house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->hours != old->r.id || hv_opening_get_day (opening) < from.monday)
        continue;
      if (replacement != NULL)
        change_opening (edit, opening, replacement);
      else if (is_untouched_opening (roster, opening))
        hv_removal_add (edit, roster, HV_KIND_OPENING, opening->r.id);
      else
        kept++;
    }
  warn_of_people (edit, kept);
}

HvEdit *
hv_house_edit_set_hours (const HvRoster *roster, const HvHouse *house, int weekday, const HvTimes *times, gsize n,
                         HvWeek from, HvEditSource source, GError **error)
{
  if (!check_hours (times, n, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("house", source);
  g_autoptr (GPtrArray) old = hv_house_edit_list_hours (roster, house->r.id, weekday, from);
  bool first = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house->r.id)->len == 0;
  for (gsize i = 0; i < MAX (n, (gsize)old->len); i++)
    {
      HvHours *added = NULL;
      const HvHours *before = i < old->len ? g_ptr_array_index (old, i) : NULL;
      if (before != NULL && i < n && before->start == times[i].start && before->end == times[i].end)
        continue;
      if (i < n)
        {
          added = hv_edit_add (edit, HV_KIND_HOURS);
          added->house = house->r.id;
          added->weekday = weekday;
          added->start = times[i].start;
          added->end = times[i].end;
          added->from = first ? HV_NONE : from.monday;
        }
      if (before != NULL)
        {
          end_hours (edit, before, from);
          follow_hours (roster, edit, before, added, from);
        }
    }
  return edit;
}

/* --- templates --- */

HvTemplateFacts
hv_house_edit_get_facts (const HvTemplate *tmpl)
{
  return (HvTemplateFacts){ tmpl->role,
                            (int)tmpl->weekday,
                            { (int)tmpl->start, (int)tmpl->end },
                            tmpl->minimum,
                            tmpl->wanted,
                            tmpl->maximum,
                            (HvRepeat)tmpl->repeat,
                            tmpl->n,
                            tmpl->since };
}

static bool
check_facts (const HvTemplateFacts *facts, GError **error)
{
  if (!check_times (&facts->times, error))
    return false;
  bool fine = facts->minimum >= 0 && facts->minimum <= 1000
              && (facts->wanted == HV_NONE || (facts->wanted >= 0 && facts->wanted <= 1000))
              && (facts->maximum == HV_NONE || facts->maximum >= MAX (facts->minimum, 1))
              && (facts->maximum == HV_NONE || facts->wanted == HV_NONE || facts->maximum >= facts->wanted);
  if (!fine)
    g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                         hv_own_text ("The most people on a shift cannot be fewer than the least."));
  return fine;
}

static void
write_facts (HvTemplate *tmpl, const HvTemplateFacts *facts)
{
  tmpl->role = facts->role;
  tmpl->weekday = facts->weekday;
  tmpl->start = facts->times.start;
  tmpl->end = facts->times.end;
  tmpl->minimum = facts->minimum;
  tmpl->wanted = facts->wanted;
  tmpl->maximum = facts->maximum;
  tmpl->repeat = facts->repeat;
  tmpl->n = facts->n;
  tmpl->since = facts->since;
}

HvEdit *
hv_house_edit_add_template (const HvRoster *roster, const HvHouse *house, const HvTemplateFacts *facts, HvWeek from,
                            HvEditSource source, GError **error)
{
  if (!check_facts (facts, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("template", source);
  HvTemplate *tmpl = hv_edit_add (edit, HV_KIND_TEMPLATE);
  bool first = hv_roster_list_of (roster, HV_KIND_TEMPLATE, HV_KIND_HOUSE, house->r.id)->len == 0;
  tmpl->house = house->r.id;
  tmpl->from = first ? HV_NONE : from.monday;
  write_facts (tmpl, facts);
  return edit;
}

static void
copy_regulars (const HvRoster *roster, HvEdit *edit, HvId from, const HvTemplate *to)
{
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, from);
  for (guint i = 0; i < regulars->len; i++)
    {
      const HvRegular *old = g_ptr_array_index (regulars, i);
      HvRegular *regular = hv_edit_add (edit, HV_KIND_REGULAR);
      regular->house = to->house;
      regular->tmpl = to->r.id;
      regular->volunteer = old->volunteer;
    }
}

/* Times move with the template only where the weekday stays: a shift that is planned on
 * a Monday does not jump to Tuesday under somebody's feet. People who follow the shift's
 * times follow its new ones. */
static void
move_shift (const HvRoster *roster, HvEdit *edit, HvShift *shift, const HvTemplate *tmpl)
{
  HvDay day = hv_minute_get_day (shift->starts);
  if (hv_day_get_weekday (day) != tmpl->weekday)
    return;
  shift->starts = hv_minute_at (day, 0) + tmpl->start;
  shift->ends = hv_minute_at (day, 0) + tmpl->end;
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < people->len; i++)
    {
      const HvAssignment *old = g_ptr_array_index (people, i);
      if (old->own_span == 1)
        continue;
      HvAssignment *assignment = hv_edit_change (edit, old);
      assignment->starts = shift->starts;
      assignment->ends = shift->ends;
    }
}

static void
follow_template (const HvRoster *roster, HvEdit *edit, HvId old, const HvTemplate *tmpl, HvWeek from)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_TEMPLATE, old);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      if (hv_minute_get_day (shift->starts) < from.monday)
        continue;
      HvShift *changed = hv_edit_change (edit, shift);
      changed->tmpl = tmpl->r.id;
      changed->role = tmpl->role;
      changed->minimum = tmpl->minimum;
      changed->wanted = tmpl->wanted;
      changed->maximum = tmpl->maximum;
      move_shift (roster, edit, changed, tmpl);
    }
}

HvEdit *
hv_house_edit_change_template (const HvRoster *roster, const HvTemplate *tmpl, const HvTemplateFacts *facts,
                               HvWeek from, HvEditSource source, GError **error)
{
  if (!check_facts (facts, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("template", source);
  if (tmpl->from != HV_NONE && tmpl->from >= from.monday)
    {
      HvTemplate *changed = hv_edit_change (edit, tmpl);
      write_facts (changed, facts);
      follow_template (roster, edit, tmpl->r.id, changed, from);
      return edit;
    }
  HvTemplate *next = hv_edit_add (edit, HV_KIND_TEMPLATE);
  next->house = tmpl->house;
  next->from = from.monday;
  next->until = tmpl->until;
  write_facts (next, facts);
  copy_regulars (roster, edit, tmpl->r.id, next);
  follow_template (roster, edit, tmpl->r.id, next, from);
  HvTemplate *ended = hv_edit_change (edit, tmpl);
  ended->until = from.monday - 7;
  return edit;
}

HvEdit *
hv_house_edit_end_template (const HvRoster *roster, const HvTemplate *tmpl, HvWeek from, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("template", source);
  int kept = 0;
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_TEMPLATE, tmpl->r.id);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      if (hv_minute_get_day (shift->starts) < from.monday)
        continue;
      if (is_untouched_shift (roster, shift))
        hv_removal_add (edit, roster, HV_KIND_SHIFT, shift->r.id);
      else
        kept++;
    }
  warn_of_people (edit, kept);
  /* What was to count only from then on never does: its end would lie before its beginning. */
  if (tmpl->from != HV_NONE && tmpl->from >= from.monday)
    {
      hv_removal_add (edit, roster, HV_KIND_TEMPLATE, tmpl->r.id);
      return edit;
    }
  HvTemplate *ended = hv_edit_change (edit, tmpl);
  ended->until = from.monday - 7;
  return edit;
}

GPtrArray *
hv_house_edit_list_templates (const HvRoster *roster, HvId house, HvWeek week)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  const GPtrArray *all = hv_roster_list_of (roster, HV_KIND_TEMPLATE, HV_KIND_HOUSE, house);
  for (guint i = 0; i < roles->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        const HvTemplate *tmpl = g_ptr_array_index (all, j);
        if (tmpl->role == ((const HvRole *)g_ptr_array_index (roles, i))->r.id
            && is_in_force (tmpl->from, tmpl->until, week))
          g_ptr_array_add (found, (gpointer)tmpl);
      }
  return found;
}

void
hv_house_edit_count_shifts (const HvEdit *edit, int *ret_changed, int *ret_removed)
{
  *ret_changed = 0;
  *ret_removed = 0;
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      if (((const HvRecord *)put->record)->kind != HV_KIND_SHIFT)
        continue;
      *ret_changed += !put->remove;
      *ret_removed += put->remove;
    }
}

HvEdit *
hv_house_edit_add_regular (const HvRoster *roster, const HvTemplate *tmpl, HvId volunteer, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("template", source);
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, tmpl->r.id);
  for (guint i = 0; i < regulars->len; i++)
    if (((const HvRegular *)g_ptr_array_index (regulars, i))->volunteer == volunteer)
      return edit;
  HvRegular *regular = hv_edit_add (edit, HV_KIND_REGULAR);
  regular->house = tmpl->house;
  regular->tmpl = tmpl->r.id;
  regular->volunteer = volunteer;
  return edit;
}

HvEdit *
hv_house_edit_remove_regular (const HvRegular *regular, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("template", source);
  hv_edit_remove (edit, regular);
  return edit;
}
