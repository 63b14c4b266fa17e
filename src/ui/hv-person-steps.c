/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-steps.h"

#include "hv-assignment-edit.h"
#include "hv-call-list-dialog.h"
#include "hv-call-list.h"
#include "hv-format.h"
#include "hv-placement.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

typedef struct
{
  const HvRoster *roster; /* lent */
  const HvAssignment *assignment;
  const HvShift *shift;
  const char *name;
} Person;

static bool
find_person (HvWindow *window, HvId assignment, Person *ret_person)
{
  Person person = { .roster = hv_workspace_get_roster (hv_window_get_workspace (window)) };
  person.assignment = hv_roster_find_assignment (person.roster, assignment);
  person.shift = person.assignment == NULL ? NULL : hv_roster_find_shift (person.roster, person.assignment->shift);
  if (person.shift == NULL)
    return false;
  person.name = hv_week_words_name (person.roster, person.assignment);
  *ret_person = person;
  return true;
}

/* Commits the step, or says why there is none. Swallows both. */
static void
commit (HvWindow *window, HvEdit *edit, char *sentence, GError *error)
{
  if (edit != NULL)
    hv_window_commit (window, edit, sentence);
  else
    {
      hv_window_say (window, error->message, false);
      g_free (sentence);
    }
  g_clear_error (&error);
}

void
hv_person_remove (HvWindow *window, HvId assignment)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  Person person;
  if (!find_person (window, assignment, &person))
    return;
  g_autofree char *where = hv_week_words_shift (person.roster, person.shift, hv_text_get_own_language ());
  commit (window, hv_assignment_edit_remove (person.roster, person.assignment, hv_store_new_edit_source ()),
          g_strdup_printf (_ ("%s is removed: %s"), person.name, where), NULL);
}

void
hv_person_toggle_locked (HvWindow *window, HvId assignment)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  Person person;
  if (!find_person (window, assignment, &person))
    return;
  bool locked = person.assignment->locked != 1;
  commit (window, hv_assignment_edit_set_locked (person.roster, person.assignment, locked, hv_store_new_edit_source ()),
          g_strdup_printf (locked ? _ ("%s is locked") : _ ("%s is no longer locked"), person.name), NULL);
}

static char *
say_state (const char *name, HvState state)
{
  switch (state)
    {
    case HV_STATE_PRESENT:
      return g_strdup_printf (_ ("%s came"), name);
    case HV_STATE_NO_SHOW:
      return g_strdup_printf (_ ("%s did not come"), name);
    default:
      return g_strdup_printf (_ ("%s is planned"), name);
    }
}

void
hv_person_set_state (HvWindow *window, HvId assignment, HvState state)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  Person person;
  if (!find_person (window, assignment, &person))
    return;
  commit (window, hv_assignment_edit_set_state (person.roster, person.assignment, state, hv_store_new_edit_source ()),
          say_state (person.name, state), NULL);
}

void
hv_person_call_off (HvWindow *window, HvId assignment)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  Person person;
  if (!find_person (window, assignment, &person))
    return;
  GError *error = NULL;
  g_autofree char *day = hv_format_day (hv_minute_get_day (person.shift->starts), hv_text_get_own_language ());
  HvEdit *edit = hv_call_list_call_off (person.assignment, hv_store_new_edit_source (), &error);
  bool called_off = edit != NULL;
  commit (window, edit, g_strdup_printf (_ ("%s cannot come on %s."), person.name, day), error);
  if (called_off)
    gtk_window_present (GTK_WINDOW (hv_call_list_dialog_new (window, assignment)));
}

/* A walk-in helper is known to no rule: the state is set back. */
void
hv_person_return (HvWindow *window, HvId assignment)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  Person person;
  if (!find_person (window, assignment, &person))
    return;
  if (person.assignment->volunteer == HV_NONE)
    {
      hv_person_set_state (window, assignment, HV_STATE_PLANNED);
      return;
    }
  GError *error = NULL;
  HvPlacement placement = hv_placement_new (person.shift, person.assignment->volunteer);
  placement.span = hv_assignment_get_span (person.assignment);
  HvEdit *edit =
      hv_placement_assign (person.roster, &placement, (HvOrigin)person.assignment->origin, false,
                           person.assignment->reason, hv_text_get_own_language (), hv_store_new_edit_source (), &error);
  commit (window, edit, g_strdup_printf (_ ("%s comes after all"), person.name), error);
}
