/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-edit.h"

#include "hv-error.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-removal.h"

#include <string.h>

/* --- texts --- */

const char *
hv_house_edit_get_title (HvHouseText text, HvLanguage language)
{
  switch (text)
    {
    case HV_HOUSE_NAME:
      return hv_text (language, "Name");
    case HV_HOUSE_ADDRESS:
      return hv_text (language, "Address");
    case HV_HOUSE_PLACE:
      return hv_text (language, "Place");
    case HV_HOUSE_NOTE:
      return hv_text (language, "Note");
    case HV_HOUSE_CHECKLIST:
      return hv_text (language, "Check list");
    case HV_N_HOUSE_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

bool
hv_house_edit_clean (HvHouseText which, const char *text, char **ret_clean, GError **error)
{
  bool longer = which == HV_HOUSE_NOTE || which == HV_HOUSE_CHECKLIST;
  g_autofree char *clean =
      which == HV_HOUSE_NAME ? hv_name_clean (text, error) : hv_text_clean (text, longer ? 4000 : 200, error);
  if (clean == NULL || !hv_identity_check (hv_house_edit_get_title (which, hv_text_get_own_language ()), clean, error))
    return false;
  *ret_clean = clean[0] == '\0' ? NULL : g_steal_pointer (&clean);
  return true;
}

HvEdit *
hv_house_edit_add (const HvRoster *roster, const char *name, HvHouseKind kind, HvEditSource source, GError **error)
{
  g_autofree char *clean = NULL;
  if (!hv_house_edit_clean (HV_HOUSE_NAME, name, &clean, error))
    return NULL;
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  gint64 position = 0;
  for (guint i = 0; i < houses->len; i++)
    position = MAX (position, ((const HvHouse *)g_ptr_array_index (houses, i))->position + 1);

  HvEdit *edit = hv_edit_new ("house", source);
  HvHouse *house = hv_edit_add (edit, HV_KIND_HOUSE);
  house->name = g_steal_pointer (&clean);
  house->house_kind = kind;
  house->position = position;
  house->never_alone = 1;
  house->model = kind == HV_HOUSE_KIND_EVENT ? HV_MODEL_GUESTS : HV_MODEL_QUEUE;
  return edit;
}

HvEdit *
hv_house_edit_set_text (const HvHouse *house, HvHouseText which, const char *text, HvEditSource source, GError **error)
{
  g_autofree char *clean = NULL;
  if (!hv_house_edit_clean (which, text, &clean, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("house", source);
  HvHouse *changed = hv_edit_change (edit, house);
  char **members[HV_N_HOUSE_TEXTS] = { &changed->name, &changed->address, &changed->place, &changed->note,
                                       &changed->checklist };
  hv_set_text (members[which], clean);
  return edit;
}

HvEdit *
hv_house_edit_move (const HvRoster *roster, const HvHouse *house, int direction, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("house", source);
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  guint at;
  if (!g_ptr_array_find ((GPtrArray *)houses, house, &at))
    return edit;
  int other = (int)at + direction;
  if (other < 0 || other >= (int)houses->len)
    return edit;
  /* Positions may be equal where a file said none: number them all. */
  for (guint i = 0; i < houses->len; i++)
    {
      int place = i == at ? other : (int)i == other ? (int)at : (int)i;
      HvHouse *moved = hv_edit_change (edit, g_ptr_array_index (houses, i));
      moved->position = place;
    }
  return edit;
}

HvEdit *
hv_house_edit_remove (const HvRoster *roster, const HvHouse *house, HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("delete", source);
  if (!hv_removal_check (roster, edit, HV_KIND_HOUSE, house->r.id, error))
    return NULL;
  hv_removal_add (edit, roster, HV_KIND_HOUSE, house->r.id);
  return g_steal_pointer (&edit);
}

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

/* --- closed days --- */

HvEdit *
hv_house_edit_add_closed (const HvRoster *roster, const HvHouse *house, HvDay from, HvDay to, const char *reason,
                          HvEditSource source, GError **error)
{
  g_autofree char *clean = hv_text_clean (reason, 200, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("reason"), clean, error))
    return NULL;
  if (clean[0] == '\0' || to < from)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           clean[0] == '\0' ? hv_own_text ("Say why the house is closed: people will ask.")
                                            : hv_own_text ("The last day must not come before the first."));
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("close", source);
  HvClosed *closed = hv_edit_add (edit, HV_KIND_CLOSED);
  closed->house = house->r.id;
  closed->from = from;
  closed->to = to;
  hv_set_text (&closed->reason, clean);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      HvDay day = hv_opening_get_day (opening);
      if (opening->hours == HV_NONE || opening->closed != NULL || day < from || day > to)
        continue;
      HvOpening *changed = hv_edit_change (edit, opening);
      hv_set_text (&changed->closed, clean);
      changed->holiday = 0;
    }
  return edit;
}

HvEdit *
hv_house_edit_remove_closed (const HvRoster *roster, const HvClosed *closed, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("open", source);
  hv_edit_remove (edit, closed);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, closed->house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      HvDay day = hv_opening_get_day (opening);
      if (day < closed->from || day > closed->to || opening->holiday == 1
          || g_strcmp0 (opening->closed, closed->reason) != 0)
        continue;
      HvOpening *changed = hv_edit_change (edit, opening);
      hv_set_text (&changed->closed, NULL);
    }
  return edit;
}

/* --- demand --- */

HvHouseDemand
hv_house_edit_get_demand (const HvHouse *house)
{
  return (HvHouseDemand){ house->model, house->minutes,  house->target_share, house->target_minutes, house->door,
                          house->least, house->patience, house->guess,        house->guests_per };
}

static bool
check_range (gint64 value, gint64 least, gint64 most, const char *sentence, GError **error)
{
  if (value == HV_NONE || (value >= least && value <= most))
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, sentence);
  return false;
}

static bool
check_demand (const HvHouseDemand *demand, GError **error)
{
  const gint64 one = HV_MICRO;
  return check_range (demand->minutes, 2 * one, 240 * one, hv_own_text ("One visit takes from 2 to 240 minutes."),
                      error)
         && check_range (demand->target_share, one / 10, one,
                         hv_own_text ("The share to be helped in time is from 1 to 10 of 10."), error)
         && check_range (demand->target_minutes, 0, 240 * one,
                         hv_own_text ("The waiting target is from 0 to 240 minutes."), error)
         && check_range (demand->door, 0, one, hv_own_text ("The share that waits at the door is from 0 to 100 %."),
                         error)
         && check_range (demand->least, 1, 40, hv_own_text ("The least crew is from 1 to 40 people."), error)
         && check_range (demand->patience, one, 1440 * one,
                         hv_own_text ("People's patience is from 1 to 1440 minutes."), error)
         && check_range (demand->guess, 0, 2000 * one, hv_own_text ("A guess of visits is from 0 to 2000."), error)
         && check_range (demand->guests_per, 1, 10000, hv_own_text ("Guests per helper are from 1 to 10000."), error);
}

HvEdit *
hv_house_edit_set_demand (const HvHouse *house, const HvHouseDemand *demand, HvEditSource source, GError **error)
{
  if (!check_demand (demand, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("house", source);
  HvHouse *changed = hv_edit_change (edit, house);
  changed->model = demand->model;
  changed->minutes = demand->minutes;
  changed->target_share = demand->target_share;
  changed->target_minutes = demand->target_minutes;
  changed->door = demand->door;
  changed->least = demand->least;
  changed->patience = demand->patience;
  changed->guess = demand->guess;
  changed->guests_per = demand->guests_per;
  return edit;
}

HvEdit *
hv_house_edit_set_flag (const HvHouse *house, const char *flag, bool on, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("house", source);
  const HvField *field = hv_kind_find_field (HV_KIND_HOUSE, strcmp (flag, "key") == 0 ? "needs_key" : flag);
  g_return_val_if_fail (field != NULL, edit);
  HvHouse *changed = hv_edit_change (edit, house);
  hv_record_set_int (changed, field, on);
  return edit;
}
