/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-popover.h"

#include "hv-assign-popover.h"
#include "hv-call-list-dialog.h"
#include "hv-link-popover.h"
#include "hv-move-popover.h"
#include "hv-person-steps.h"
#include "hv-swap-popover.h"
#include "hv-times-popover.h"
#include "hv-transient.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

/* Whose menu it is, and where. */
typedef struct
{
  GtkWidget *over; /* weak */
  GdkRectangle area;
  bool has_area;
  HvId assignment;
} Person;

static Person *
person_new (GtkWidget *over, const GdkRectangle *area, HvId assignment)
{
  Person *person = g_new0 (Person, 1);
  g_set_weak_pointer (&person->over, over);
  person->has_area = area != NULL;
  if (area != NULL)
    person->area = *area;
  person->assignment = assignment;
  return person;
}

static void
person_free (Person *person)
{
  g_clear_weak_pointer (&person->over);
  g_free (person);
}

static const GdkRectangle *
get_area (const Person *person)
{
  return person->has_area ? &person->area : NULL;
}

/* --- what can be done --- */

static void
switch_person (const Person *person)
{
  hv_assign_popover_open_to_replace (person->over, get_area (person), person->assignment);
}

static void
move_person (const Person *person)
{
  hv_move_popover_open (person->over, get_area (person), person->assignment);
}

static void
swap_person (const Person *person)
{
  hv_swap_popover_open (person->over, get_area (person), person->assignment);
}

static void
set_times (const Person *person)
{
  hv_times_popover_open (person->over, get_area (person), person->assignment);
}

static void
toggle_locked (const Person *person)
{
  hv_person_toggle_locked (hv_window_of (person->over), person->assignment);
}

static void
call_off (const Person *person)
{
  hv_person_call_off (hv_window_of (person->over), person->assignment);
}

static void
return_after_all (const Person *person)
{
  hv_person_return (hv_window_of (person->over), person->assignment);
}

static void
show_call_list (const Person *person)
{
  gtk_window_present (GTK_WINDOW (hv_call_list_dialog_new (hv_window_of (person->over), person->assignment)));
}

static void
remove_person (const Person *person)
{
  hv_person_remove (hv_window_of (person->over), person->assignment);
}

static void
show_volunteer (const Person *person)
{
  HvWindow *window = hv_window_of (person->over);
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  const HvAssignment *assignment = hv_roster_find_assignment (roster, person->assignment);
  if (assignment != NULL)
    hv_window_show_volunteer (window, assignment->volunteer);
}

static void
link_to_volunteer (const Person *person)
{
  hv_link_popover_open (person->over, get_area (person), person->assignment);
}

typedef void (*Deed) (const Person *person);

static const struct
{
  const char *name; /* of the action */
  Deed deed;
} deeds[] = {
  { "switch", switch_person },    { "move", move_person },         { "swap", swap_person },
  { "times", set_times },         { "lock", toggle_locked },       { "call-off", call_off },
  { "return", return_after_all }, { "call-list", show_call_list }, { "remove", remove_person },
  { "show", show_volunteer },     { "link", link_to_volunteer },
};

/* --- doing it --- */

typedef struct
{
  Deed deed;
  Person *person; /* owned */
} Later;

static void
later_free (Later *later)
{
  person_free (later->person);
  g_free (later);
}

static gboolean
later_cb (gpointer data)
{
  Later *later = data;
  if (later->person->over != NULL)
    later->deed (later->person);
  return G_SOURCE_REMOVE;
}

/* The menu is still closing, and about to give the focus back to the card: the next
 * popover then knows where its own has to go. */
static void
do_later (const Person *person, Deed deed)
{
  if (person->over == NULL)
    return;
  Later *later = g_new0 (Later, 1);
  later->deed = deed;
  later->person = person_new (person->over, get_area (person), person->assignment);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, later_cb, later, (GDestroyNotify)later_free);
}

static void
activated_cb (GAction *action, GVariant *parameter, const Person *person)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].name, g_action_get_name (action)))
      do_later (person, deeds[i].deed);
}

/* Choosing the state that is there already takes it back. */
static void
state_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Person *person = data;
  g_autoptr (GVariant) now = g_action_get_state (G_ACTION (action));
  HvState state = (HvState)g_variant_get_int32 (parameter);
  if (g_variant_get_int32 (now) == (gint32)state)
    state = HV_STATE_PLANNED;
  hv_person_set_state (hv_window_of (person->over), person->assignment, state);
}

static void
add_actions (GtkWidget *popover, Person *person, HvState state, bool writable)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GSimpleAction) deed = g_simple_action_new (deeds[i].name, NULL);
      g_signal_connect (deed, "activate", G_CALLBACK (activated_cb), person);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (deed));
    }
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("state", G_VARIANT_TYPE_INT32, g_variant_new_int32 ((gint32)state));
  g_signal_connect (action, "activate", G_CALLBACK (state_activated), person);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (group));
  for (guint i = 0; names[i] != NULL && !writable; i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), names[i])), FALSE);
  gtk_widget_insert_action_group (popover, "person", G_ACTION_GROUP (group));
}

/* --- the menu --- */

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
make_others_section (bool is_volunteer)
{
  GMenu *section = g_menu_new ();
  g_menu_append (section, _ ("S_witch To…"), "person.switch");
  if (!is_volunteer)
    return section;
  g_menu_append (section, _ ("_Move To…"), "person.move");
  g_menu_append (section, _ ("Swa_p With…"), "person.swap");
  return section;
}

static GMenu *
make_place_section (const HvAssignment *assignment)
{
  GMenu *section = g_menu_new ();
  g_menu_append (section, assignment->locked == 1 ? _ ("Un_lock") : _ ("_Lock"), "person.lock");
  g_menu_append (section, _ ("Exact _Time…"), "person.times");
  return section;
}

static GMenu *
make_state_section (const HvAssignment *assignment, bool has_begun)
{
  GMenu *section = g_menu_new ();
  HvState state = (HvState)assignment->state;
  if (hv_state_fills (state))
    g_menu_append (section, _ ("_Called Off…"), "person.call-off");
  else if (state == HV_STATE_CALLED_OFF)
    {
      g_menu_append (section, _ ("_Comes After All"), "person.return");
      g_menu_append (section, _ ("Who Can Step _In…"), "person.call-list");
    }
  if (!has_begun || state == HV_STATE_CALLED_OFF || state == HV_STATE_SWAPPED)
    return section;
  g_autofree char *came = g_strdup_printf ("person.state(%d)", HV_STATE_PRESENT);
  g_autofree char *did_not_come = g_strdup_printf ("person.state(%d)", HV_STATE_NO_SHOW);
  g_menu_append (section, _ ("C_ame"), came);
  g_menu_append (section, _ ("_Did Not Come"), did_not_come);
  return section;
}

static GMenu *
make_last_section (bool is_volunteer)
{
  GMenu *section = g_menu_new ();
  g_menu_append (section, _ ("_Remove"), "person.remove");
  if (is_volunteer)
    g_menu_append (section, _ ("Show _Volunteer"), "person.show");
  else
    g_menu_append (section, _ ("Link to _Volunteer…"), "person.link");
  return section;
}

static GMenuModel *
make_menu (const HvAssignment *assignment, bool has_begun)
{
  GMenu *menu = g_menu_new ();
  bool fills = hv_state_fills ((HvState)assignment->state);
  bool is_volunteer = assignment->volunteer != HV_NONE;
  if (fills)
    {
      append_section (menu, make_others_section (is_volunteer));
      append_section (menu, make_place_section (assignment));
    }
  append_section (menu, make_state_section (assignment, has_begun));
  append_section (menu, make_last_section (is_volunteer));
  return G_MENU_MODEL (menu);
}

GtkPopover *
hv_person_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment_id)
{
  HvWindow *window = hv_window_of (over);
  g_return_val_if_fail (window != NULL, NULL);
  HvWorkspace *workspace = hv_window_get_workspace (window);
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  const HvAssignment *assignment = hv_roster_find_assignment (roster, assignment_id);
  if (assignment == NULL)
    return NULL;

  bool has_begun = assignment->starts <= hv_workspace_get_now (workspace);
  g_autoptr (GMenuModel) menu = make_menu (assignment, has_begun);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  Person *person = person_new (over, area, assignment_id);
  g_object_set_data_full (G_OBJECT (popover), "hv-person", person, (GDestroyNotify)person_free);
  add_actions (popover, person, (HvState)assignment->state, hv_workspace_get_read_only_reason (workspace) == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hv_week_words_name (roster, assignment), -1);
  hv_transient_open (GTK_POPOVER (popover), over, area);
  return GTK_POPOVER (popover);
}
