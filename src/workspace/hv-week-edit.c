/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-edit.h"

#include "hv-placement.h"
#include "hv-rule.h"

/* The open shifts of a week, in one house or in all. New array of lent records. */
static GPtrArray *
list_shifts (const HvRoster *roster, HvWeek week, HvId house)
{
  GPtrArray *shifts = g_ptr_array_new ();
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed != NULL)
        continue;
      const GPtrArray *list = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
      for (guint j = 0; j < list->len; j++)
        g_ptr_array_add (shifts, g_ptr_array_index (list, j));
    }
  return shifts;
}

/* --- copying --- */

static bool
is_same_shift (const HvShift *a, const HvShift *b)
{
  if (a->tmpl != HV_NONE && a->tmpl == b->tmpl)
    return true;
  HvDay day = hv_minute_get_day (a->starts);
  HvDay other = hv_minute_get_day (b->starts);
  return a->house == b->house && a->role == b->role && hv_day_get_weekday (day) == hv_day_get_weekday (other)
         && hv_minute_get_of_day (a->starts) == hv_minute_get_of_day (b->starts);
}

static const HvShift *
find_same_shift (const GPtrArray *shifts, const HvShift *shift)
{
  for (guint i = 0; i < shifts->len; i++)
    if (is_same_shift (g_ptr_array_index (shifts, i), shift))
      return g_ptr_array_index (shifts, i);
  return NULL;
}

/* Places that copying may fill: what is fixed or asked for, or what last week had. */
static int
count_free_places (const HvRoster *roster, const HvShift *shift, const HvShift *model)
{
  gint64 places = shift->wanted != HV_NONE ? shift->wanted : shift->minimum;
  places = MAX (places, (gint64)hv_roster_count_filling (roster, model));
  if (shift->maximum != HV_NONE)
    places = MIN (places, shift->maximum);
  return (int)places - (int)hv_roster_count_filling (roster, shift);
}

static void
note_skipped (GPtrArray *skipped, const HvRoster *roster, const HvObstacle *obstacle, HvLanguage language)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, obstacle->volunteer);
  g_autofree char *reason = hv_obstacle_format (obstacle, roster, language);
  /* TRANSLATORS: a person, and why they cannot */
  g_ptr_array_add (skipped, hv_text_format (language, "%s: %s", volunteer->name, reason));
}

static bool
copy_person (const HvRoster *roster, HvEdit *edit, HvPending *pending, const HvShift *shift, HvId volunteer,
             HvLanguage language, GPtrArray *skipped)
{
  HvPlacement placement = hv_placement_new (shift, volunteer);
  placement.pending = pending;
  g_autoptr (GArray) obstacles = hv_rule_check_until_excluded (roster, &placement);
  const HvObstacle *refusal = hv_rule_find_refusal (obstacles, false);
  if (refusal != NULL)
    {
      note_skipped (skipped, roster, refusal, language);
      return false;
    }
  hv_pending_add (pending, hv_placement_add_to_edit (&placement, roster, HV_ORIGIN_HAND, edit));
  return true;
}

static void
copy_shift (const HvRoster *roster, HvEdit *edit, HvPending *pending, const HvShift *model, const HvShift *shift,
            HvLanguage language, GPtrArray *skipped)
{
  int free_places = count_free_places (roster, shift, model);
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, model->r.id);
  for (guint i = 0; i < people->len && free_places > 0; i++)
    {
      const HvAssignment *before = g_ptr_array_index (people, i);
      const HvAssignment *there = hv_roster_find_assigned (roster, shift->r.id, before->volunteer);
      if (before->volunteer == HV_NONE || !hv_state_fills (before->state) || there != NULL)
        continue;
      if (copy_person (roster, edit, pending, shift, before->volunteer, language, skipped))
        free_places--;
    }
}

HvEdit *
hv_week_edit_copy (const HvRoster *roster, HvWeek from, HvWeek to, HvId house, HvLanguage language, HvEditSource source,
                   GPtrArray **ret_skipped)
{
  HvEdit *edit = hv_edit_new ("copy", source);
  g_autoptr (HvPending) pending = hv_pending_new ();
  g_autoptr (GPtrArray) models = list_shifts (roster, from, house);
  g_autoptr (GPtrArray) shifts = list_shifts (roster, to, house);
  GPtrArray *skipped = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      const HvShift *model = find_same_shift (models, shift);
      if (model != NULL)
        copy_shift (roster, edit, pending, model, shift, language, skipped);
    }
  *ret_skipped = skipped;
  return edit;
}

/* --- emptying --- */

HvEdit *
hv_week_edit_clear (const HvRoster *roster, HvWeek week, HvId house, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("clear", source);
  g_autoptr (GPtrArray) shifts = list_shifts (roster, week, house);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
      for (guint j = 0; j < people->len; j++)
        {
          const HvAssignment *assignment = g_ptr_array_index (people, j);
          if (assignment->state == HV_STATE_PLANNED && assignment->locked == 0)
            hv_edit_remove (edit, assignment);
        }
    }
  return edit;
}

/* --- keeping --- */

static HvTemplate *
add_template (HvEdit *edit, const HvShift *shift, HvWeek week)
{
  HvTemplate *tmpl = hv_edit_add (edit, HV_KIND_TEMPLATE);
  HvDay day = hv_minute_get_day (shift->starts);
  HvMinute midnight = hv_minute_at (day, 0);
  tmpl->house = shift->house;
  tmpl->role = shift->role;
  tmpl->weekday = hv_day_get_weekday (day);
  tmpl->start = shift->starts - midnight;
  tmpl->end = shift->ends - midnight;
  tmpl->minimum = shift->minimum;
  tmpl->wanted = shift->wanted;
  tmpl->maximum = shift->maximum;
  tmpl->from = hv_week_add (week, 1).monday;
  tmpl->repeat = HV_REPEAT_EVERY;
  return tmpl;
}

static void
add_regular (const HvRoster *roster, HvEdit *edit, HvId house, HvId tmpl, HvId volunteer)
{
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, tmpl);
  for (guint i = 0; i < regulars->len; i++)
    if (((const HvRegular *)g_ptr_array_index (regulars, i))->volunteer == volunteer)
      return;
  HvRegular *regular = hv_edit_add (edit, HV_KIND_REGULAR);
  regular->house = house;
  regular->tmpl = tmpl;
  regular->volunteer = volunteer;
}

HvEdit *
hv_week_edit_keep (const HvRoster *roster, HvWeek week, HvId house, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("template", source);
  g_autoptr (GPtrArray) shifts = list_shifts (roster, week, house);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      HvId tmpl = shift->tmpl;
      if (tmpl == HV_NONE || hv_roster_find (roster, HV_KIND_TEMPLATE, tmpl) == NULL)
        tmpl = add_template (edit, shift, week)->r.id;
      const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
      for (guint j = 0; j < people->len; j++)
        {
          const HvAssignment *assignment = g_ptr_array_index (people, j);
          if (assignment->volunteer != HV_NONE && assignment->state == HV_STATE_PLANNED)
            add_regular (roster, edit, shift->house, tmpl, assignment->volunteer);
        }
    }
  return edit;
}
