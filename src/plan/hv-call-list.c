/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-call-list.h"

#include "hv-format.h"

/* Lines in the sentence; more are called only when these have answered. */
#define FIRST_LINES 3

static const HvCall *
find_call (const HvRoster *roster, HvId shift, HvId volunteer)
{
  const GPtrArray *calls = hv_roster_list_of (roster, HV_KIND_CALL, HV_KIND_SHIFT, shift);
  for (guint i = 0; i < calls->len; i++)
    {
      const HvCall *call = g_ptr_array_index (calls, i);
      if (call->volunteer == volunteer)
        return call;
    }
  return NULL;
}

static void
free_line (HvCallLine *line)
{
  hv_candidate_free (line->candidate);
  g_free (line);
}

/* Who was rung and now stands on the shift is looked at as if they did not yet. */
static HvCallLine *
find_line (const HvRoster *roster, const HvShift *shift, const HvVolunteer *volunteer)
{
  const HvCall *call = find_call (roster, shift->r.id, volunteer->r.id);
  const HvAssignment *assigned = hv_roster_find_assigned (roster, shift->r.id, volunteer->r.id);
  bool has_left = assigned != NULL && !hv_state_fills ((HvState)assigned->state);
  if (has_left || (volunteer->archived == 1 && call == NULL))
    return NULL;

  HvPlacement placement = hv_placement_new (shift, volunteer->r.id);
  if (call != NULL)
    placement.moved = assigned;
  g_autoptr (HvCandidate) candidate = hv_candidate_new (roster, &placement);
  if (call == NULL && hv_candidate_get_excluded (candidate) != NULL)
    return NULL;

  HvCallLine *line = g_new0 (HvCallLine, 1);
  line->candidate = g_steal_pointer (&candidate);
  line->answer = call != NULL ? (HvAnswer)call->answer : HV_ANSWER_NONE;
  return line;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const HvCallLine *x = *(const HvCallLine *const *)a;
  const HvCallLine *y = *(const HvCallLine *const *)b;
  return hv_candidate_compare (x->candidate, y->candidate);
}

HvCallList *
hv_call_list_new (const HvRoster *roster, const HvShift *shift)
{
  HvCallList *list = g_new0 (HvCallList, 1);
  list->roster = roster;
  list->shift = shift;
  list->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_line);

  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    {
      HvCallLine *line = find_line (roster, shift, g_ptr_array_index (volunteers, i));
      if (line != NULL)
        g_ptr_array_add (list->lines, line);
    }
  g_ptr_array_sort (list->lines, compare_lines);
  return list;
}

void
hv_call_list_free (HvCallList *list)
{
  g_ptr_array_unref (list->lines);
  g_free (list);
}

/* --- words --- */

static const char *
get_answer_text (HvAnswer answer, HvLanguage language)
{
  switch (answer)
    {
    case HV_ANSWER_YES:
      return hv_ctext (language, "answer to a call", "yes");
    case HV_ANSWER_NO:
      return hv_ctext (language, "answer to a call", "no");
    case HV_ANSWER_NO_ANSWER:
      return hv_ctext (language, "answer to a call", "no answer");
    default:
      return NULL;
    }
}

static char *
format_line (guint number, const HvCallLine *line, HvLanguage language)
{
  const char *name = line->candidate->volunteer->name;
  const char *answer = get_answer_text (line->answer, language);
  if (answer == NULL)
    return g_strdup_printf ("%u. %s", number, name);
  return g_strdup_printf ("%u. %s (%s)", number, name, answer);
}

/* "1. Carla Munkholt, 2. Dan Østerlide (no answer)"; NULL when there is nobody to ring. */
static char *
format_order (const HvCallList *list, HvLanguage language)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  for (guint i = 0; i < list->lines->len; i++)
    {
      const HvCallLine *line = g_ptr_array_index (list->lines, i);
      if (i >= FIRST_LINES && line->answer == HV_ANSWER_NONE)
        continue;
      g_autofree char *text = format_line (i + 1, line, language);
      g_strv_builder_add (lines, text);
    }
  g_auto (GStrv) texts = g_strv_builder_end (lines);
  return texts[0] != NULL ? g_strjoinv (", ", texts) : NULL;
}

static char *
format_called_off (const HvCallList *list, const HvAssignment *called_off, HvLanguage language)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (list->roster, called_off->volunteer);
  const HvHouse *house = hv_roster_find_house (list->roster, list->shift->house);
  const HvRole *role = hv_roster_find_role (list->roster, list->shift->role);
  const char *name = volunteer != NULL ? volunteer->name : called_off->guest;
  g_autofree char *when = hv_format_day_span (hv_shift_get_span (list->shift), language);
  /* TRANSLATORS: volunteer, role, house, time: "Anna Lindeskov cannot come: IT help, Juelsminde, Monday 4 May …" */
  return hv_text_format (language, "%s cannot come: %s, %s, %s.", name, role != NULL ? role->name : "?",
                         house != NULL ? house->name : "?", when);
}

char *
hv_call_list_format_need (const HvCallList *list, const HvAssignment *called_off, int missing, HvLanguage language)
{
  g_autofree char *first = format_called_off (list, called_off, language);
  if (missing <= 0)
    return g_steal_pointer (&first);
  g_autofree char *need =
      g_strdup_printf (hv_ntext (language, "%d is missing.", "%d are missing.", (gulong)missing), missing);
  return g_strdup_printf ("%s %s", first, need);
}

char *
hv_call_list_format (const HvCallList *list, const HvAssignment *called_off, int missing, HvLanguage language)
{
  g_autofree char *need = hv_call_list_format_need (list, called_off, missing, language);
  g_autofree char *order = format_order (list, language);
  /* TRANSLATORS: a numbered list of names: "Call in this order: 1. Carla Munkholt, 2. …" */
  g_autofree char *last = order != NULL ? hv_text_format (language, "Call in this order: %s.", order)
                                        : g_strdup (hv_text (language, "There is nobody to call."));
  return g_strdup_printf ("%s %s", need, last);
}

/* --- steps --- */

HvEdit *
hv_call_list_call_off (const HvAssignment *assignment, HvEditSource source, GError **error)
{
  if (!hv_state_fills ((HvState)assignment->state))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED,
                           hv_own_text ("This shift has been called off or given away already."));
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("call-off", source);
  HvAssignment *changed = hv_edit_change (edit, assignment);
  changed->state = HV_STATE_CALLED_OFF;
  changed->locked = 0;
  return edit;
}

static void
note_answer (HvEdit *edit, const HvRoster *roster, const HvShift *shift, HvId volunteer, HvAnswer answer)
{
  const HvCall *earlier = find_call (roster, shift->r.id, volunteer);
  HvCall *call = earlier != NULL ? hv_edit_change (edit, earlier) : hv_edit_add (edit, HV_KIND_CALL);
  call->house = shift->house;
  call->shift = shift->r.id;
  call->volunteer = volunteer;
  call->answer = answer;
}

HvEdit *
hv_call_list_answer (const HvRoster *roster, const HvShift *shift, HvId volunteer, HvAnswer answer, const char *reason,
                     HvLanguage language, HvEditSource source, GError **error)
{
  HvEdit *edit = NULL;
  if (answer == HV_ANSWER_YES)
    {
      HvPlacement placement = hv_placement_new (shift, volunteer);
      edit = hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, false, reason, language, source, error);
      if (edit == NULL)
        return NULL;
    }
  else
    edit = hv_edit_new ("call", source);
  note_answer (edit, roster, shift, volunteer, answer);
  return edit;
}
