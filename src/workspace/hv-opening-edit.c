/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-edit.h"

#include "hv-day-edit.h"
#include "hv-removal.h"

/* --- checking --- */

static HvSpan
get_span (const HvOpeningFacts *facts)
{
  return hv_span_on_day (facts->day, facts->times.start, facts->times.end);
}

static bool
check_facts (const HvRoster *roster, const HvHouse *house, HvId self, const HvOpeningFacts *facts, GError **error)
{
  return hv_day_edit_check_times (&facts->times, error) && hv_day_edit_check_guests (facts->guests, error)
         && hv_day_edit_check_text (HV_DAY_ADDRESS, facts->address, error)
         && hv_day_edit_check_text (HV_DAY_NOTE, facts->note, error)
         && hv_day_edit_check_free (roster, house, self, get_span (facts), error);
}

/* --- writing --- */

static void
set_clean (char **member, HvDayText which, const char *text)
{
  g_autofree char *clean = NULL;
  if (hv_day_edit_clean_text (which, text, &clean, NULL))
    hv_set_text (member, clean);
}

static void
write_facts (HvOpening *opening, const HvOpeningFacts *facts)
{
  HvSpan span = get_span (facts);
  opening->starts = span.from;
  opening->ends = span.to;
  opening->guests = facts->guests;
  set_clean (&opening->address, HV_DAY_ADDRESS, facts->address);
  set_clean (&opening->note, HV_DAY_NOTE, facts->note);
}

static void
add_shift (HvEdit *edit, const HvOpening *opening, const HvRoleNumber *number)
{
  HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
  shift->house = opening->house;
  shift->opening = opening->r.id;
  shift->role = number->role;
  shift->starts = opening->starts;
  shift->ends = opening->ends;
  shift->minimum = number->minimum;
}

HvEdit *
hv_opening_edit_add (const HvRoster *roster, const HvHouse *house, const HvOpeningFacts *facts,
                     const HvRoleNumber *numbers, gsize n_numbers, HvEditSource source, GError **error)
{
  if (!check_facts (roster, house, HV_NONE, facts, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("opening", source);
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
  opening->house = house->r.id;
  write_facts (opening, facts);
  g_autoptr (HvOpening) written = hv_record_ref (opening);
  for (gsize i = 0; i < n_numbers; i++)
    if (numbers[i].minimum > 0)
      add_shift (edit, written, &numbers[i]);
  hv_day_edit_ignore_holiday (roster, edit, house->r.id, facts->day);
  return edit;
}

/* --- changing --- */

static const HvShift *
find_shift (const HvRoster *roster, HvId opening, HvId role)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening);
  for (guint i = 0; i < shifts->len; i++)
    if (((const HvShift *)g_ptr_array_index (shifts, i))->role == role)
      return g_ptr_array_index (shifts, i);
  return NULL;
}

gint64
hv_opening_edit_get_number (const HvRoster *roster, const HvOpening *opening, HvId role)
{
  const HvShift *shift = find_shift (roster, opening->r.id, role);
  return shift == NULL ? 0 : shift->minimum;
}

/* A shift that lasts as long as the opening keeps doing so; one with times of its own
 * keeps its distance from the beginning. */
static void
move_shift (const HvRoster *roster, HvEdit *edit, const HvShift *shift, const HvOpening *before, const HvOpening *after)
{
  HvShift *moved = hv_edit_change (edit, shift);
  bool whole = shift->starts == before->starts && shift->ends == before->ends;
  moved->starts = whole ? after->starts : shift->starts + after->starts - before->starts;
  moved->ends = whole ? after->ends : shift->ends + after->starts - before->starts;
  HvMinute starts = moved->starts;
  HvMinute ends = moved->ends;
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < people->len; i++)
    {
      const HvAssignment *old = g_ptr_array_index (people, i);
      if (old->own_span == 1)
        continue;
      HvAssignment *assignment = hv_edit_change (edit, old);
      assignment->starts = starts;
      assignment->ends = ends;
    }
}

static void
change_number (const HvRoster *roster, HvEdit *edit, const HvOpening *opening, const HvRoleNumber *number)
{
  const HvShift *shift = find_shift (roster, opening->r.id, number->role);
  bool empty = shift != NULL && hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id)->len == 0;
  if (shift == NULL && number->minimum > 0)
    add_shift (edit, opening, number);
  else if (shift != NULL && number->minimum == 0 && empty)
    hv_removal_add (edit, roster, HV_KIND_SHIFT, shift->r.id);
  else if (shift != NULL)
    ((HvShift *)hv_edit_change (edit, shift))->minimum = number->minimum;
}

HvEdit *
hv_opening_edit_change (const HvRoster *roster, const HvOpening *opening, const HvOpeningFacts *facts,
                        const HvRoleNumber *numbers, gsize n_numbers, HvEditSource source, GError **error)
{
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  if (!check_facts (roster, house, opening->r.id, facts, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("opening", source);
  HvOpening *changed = hv_edit_change (edit, opening);
  write_facts (changed, facts);
  g_autoptr (HvOpening) written = hv_record_ref (changed);
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    move_shift (roster, edit, g_ptr_array_index (shifts, i), opening, written);
  for (gsize i = 0; i < n_numbers; i++)
    change_number (roster, edit, written, &numbers[i]);
  return edit;
}

HvEdit *
hv_opening_edit_remove (const HvRoster *roster, const HvOpening *opening, HvEditSource source, GError **error)
{
  guint people = 0;
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    people += hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT,
                                 ((const HvRecord *)g_ptr_array_index (shifts, i))->id)
                  ->len;
  HvEdit *edit = hv_day_edit_remove_opening (roster, opening, source, error);
  if (edit != NULL && people > 0)
    hv_edit_warn (edit, "people",
                  g_strdup_printf (hv_own_ntext ("%u person stood on it.", "%u people stood on it.", people), people));
  return edit;
}

/* --- questions --- */

HvOpeningFacts
hv_opening_edit_get_facts (const HvOpening *opening)
{
  HvDay day = hv_opening_get_day (opening);
  HvMinute midnight = hv_minute_at (day, 0);
  return (HvOpeningFacts){ .day = day,
                           .times = { (int)(opening->starts - midnight), (int)(opening->ends - midnight) },
                           .address = opening->address,
                           .note = opening->note,
                           .guests = opening->guests };
}

GPtrArray *
hv_opening_edit_list (const HvRoster *roster, HvId house, HvDay from)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->hours == HV_NONE && hv_opening_get_day (opening) >= from)
        g_ptr_array_add (found, (gpointer)opening);
    }
  return found;
}
