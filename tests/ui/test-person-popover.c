/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-assignment-edit.h"
#include "hv-call-list-dialog.h"
#include "hv-link-popover.h"
#include "hv-move-popover.h"
#include "hv-people-grid.h"
#include "hv-person-popover.h"
#include "hv-swap-popover.h"
#include "hv-times-popover.h"
#include "hv-volunteer-detail.h"
#include "hv-week-grid.h"
#include "hv-week-page.h"

#define AREA (&(GdkRectangle){ 10, 10, 60, 20 })

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *grid;
} Case;

static void
begin (Case *c)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  c->grid = fixture_find (GTK_WIDGET (c->window), HV_TYPE_WEEK_GRID, 0);
}

static void
end (Case *c)
{
  fixture_close (c->window, c->workspace);
}

static const HvAssignment *
find_assignment (Case *c, HvId id)
{
  return hv_roster_find_assignment (hv_workspace_get_roster (c->workspace), id);
}

/* Opens the menu, chooses, and closes it: as a press on the item does. */
static void
choose (Case *c, HvId assignment, const char *action, const char *parameter_type, int parameter)
{
  GtkPopover *popover = NULL; /* weak */
  g_set_weak_pointer (&popover, hv_person_popover_open (c->grid, AREA, assignment));
  g_assert_nonnull (popover);
  fixture_settle ();
  GVariant *variant = parameter_type == NULL ? NULL : g_variant_new_int32 (parameter);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (popover), action, variant));
  gtk_popover_popdown (popover);
  fixture_wait_closed (&popover);
  g_clear_weak_pointer (&popover);
}

/* --- what is in the menu --- */

static void
collect_labels (GMenuModel *menu, GString *labels)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      if (section != NULL)
        collect_labels (section, labels);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (labels, "%s|", label);
    }
}

static char *
list_items (Case *c, HvId assignment)
{
  GtkPopover *popover = hv_person_popover_open (c->grid, AREA, assignment);
  g_autoptr (GString) labels = g_string_new (NULL);
  collect_labels (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)), labels);
  gtk_popover_popdown (popover);
  fixture_settle ();
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
set_state (Case *c, HvId id, HvState state, bool locked, HvMinute starts)
{
  HvEdit *edit = hv_workspace_begin (c->workspace, "state");
  HvAssignment *changed = hv_edit_change (edit, find_assignment (c, id));
  changed->state = state;
  changed->locked = locked;
  changed->starts = starts;
  fixture_commit (c->workspace, edit);
}

/* What cannot be is not in it: the shift on Monday began long before now, or begins after. */
static void
test_items (void)
{
#define OTHERS "S_witch To…|_Move To…|Swa_p With…|"
#define LAST "_Remove|Show _Volunteer|"
  static const struct
  {
    HvState state;
    bool locked;
    bool has_begun;
    const char *items;
  } table[] = {
    { HV_STATE_PLANNED, false, false, OTHERS "_Lock|Exact _Time…|_Called Off…|" LAST },
    { HV_STATE_PLANNED, true, false, OTHERS "Un_lock|Exact _Time…|_Called Off…|" LAST },
    { HV_STATE_PLANNED, false, true, OTHERS "_Lock|Exact _Time…|_Called Off…|C_ame|_Did Not Come|" LAST },
    { HV_STATE_PRESENT, false, true, OTHERS "_Lock|Exact _Time…|_Called Off…|C_ame|_Did Not Come|" LAST },
    { HV_STATE_NO_SHOW, false, true, "C_ame|_Did Not Come|" LAST },
    { HV_STATE_CALLED_OFF, false, false, "_Comes After All|Who Can Step _In…|" LAST },
    { HV_STATE_SWAPPED, false, true, LAST },
  };
  Case c;
  begin (&c);
  HvMinute monday = hv_minute_at (hv_day_from_ymd (2026, 5, 4), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvMinute starts = table[i].has_begun ? monday - 60 : monday + 3 * HV_MINUTES_PER_DAY;
      HvId id = table[i].has_begun ? ANNA_MONDAY : KARLA_THURSDAY;
      set_state (&c, id, table[i].state, table[i].locked, starts);
      g_autofree char *items = list_items (&c, id);
      g_assert_cmpstr (items, ==, table[i].items);
    }
  end (&c);
}

/* --- walk-in helpers --- */

static HvId
add_guest (Case *c, HvId shift_id, const char *name)
{
  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  const HvShift *shift = hv_roster_find_shift (roster, shift_id);
  HvEdit *edit = hv_assignment_edit_add_guest (roster, shift, name, hv_store_new_edit_source (), NULL);
  HvId id = ((HvRecord *)g_array_index (edit->puts, HvPut, 0).record)->id;
  fixture_commit (c->workspace, edit);
  g_assert_cmpstr (find_assignment (c, id)->guest, ==, name);
  return id;
}

/* A walk-in helper is no volunteer: nothing to move, to swap, or to show, but to link. */
static void
test_guest (void)
{
#define LAST_OF_GUEST "_Remove|Link to _Volunteer…|"
  static const struct
  {
    HvState state;
    bool has_begun;
    const char *items;
  } table[] = {
    { HV_STATE_PLANNED, false, "S_witch To…|_Lock|Exact _Time…|_Called Off…|" LAST_OF_GUEST },
    { HV_STATE_PLANNED, true, "S_witch To…|_Lock|Exact _Time…|_Called Off…|C_ame|_Did Not Come|" LAST_OF_GUEST },
    { HV_STATE_PRESENT, true, "S_witch To…|_Lock|Exact _Time…|_Called Off…|C_ame|_Did Not Come|" LAST_OF_GUEST },
    { HV_STATE_NO_SHOW, true, "C_ame|_Did Not Come|" LAST_OF_GUEST },
    { HV_STATE_CALLED_OFF, false, "_Comes After All|Who Can Step _In…|" LAST_OF_GUEST },
  };
  Case c;
  begin (&c);
  HvId came = add_guest (&c, MONDAY_IT, "Neighbour");
  HvId comes = add_guest (&c, WEDNESDAY_IT, "Neighbour");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvId guest = table[i].has_begun ? came : comes;
      HvMinute monday = hv_minute_at (hv_day_from_ymd (2026, 5, 4), 0);
      set_state (&c, guest, table[i].state, false, table[i].has_begun ? monday - 60 : monday + 2 * HV_MINUTES_PER_DAY);
      g_autofree char *items = list_items (&c, guest);
      g_assert_cmpstr (items, ==, table[i].items);
    }
  end (&c);
}

/* --- steps --- */

static void
test_lock (void)
{
  Case c;
  begin (&c);
  choose (&c, ANNA_MONDAY, "person.lock", NULL, 0);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->locked, ==, 1);
  choose (&c, ANNA_MONDAY, "person.lock", NULL, 0);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->locked, ==, 0);
  end (&c);
}

static void
test_remove (void)
{
  Case c;
  begin (&c);
  choose (&c, ANNA_MONDAY, "person.remove", NULL, 0);
  fixture_wait_changed (c.workspace);
  g_assert_null (find_assignment (&c, ANNA_MONDAY));
  g_assert_null (hv_person_popover_open (c.grid, AREA, ANNA_MONDAY));
  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
  fixture_wait_changed (c.workspace);
  g_assert_nonnull (find_assignment (&c, ANNA_MONDAY));
  end (&c);
}

/* Choosing what is so already takes it back. */
static void
test_came (void)
{
  Case c;
  begin (&c);
  choose (&c, ANNA_MONDAY, "person.state", "i", HV_STATE_PRESENT);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->state, ==, HV_STATE_PRESENT);
  choose (&c, ANNA_MONDAY, "person.state", "i", HV_STATE_NO_SHOW);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->state, ==, HV_STATE_NO_SHOW);
  choose (&c, ANNA_MONDAY, "person.state", "i", HV_STATE_NO_SHOW);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->state, ==, HV_STATE_PLANNED);
  end (&c);
}

static HvCallListDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (HV_IS_CALL_LIST_DIALOG (window))
        return HV_CALL_LIST_DIALOG (window);
    }
  return NULL;
}

/* Calling off opens the call list; whoever comes after all closes it. */
static void
test_call_off_and_return (void)
{
  Case c;
  begin (&c);
  choose (&c, ANNA_MONDAY, "person.call-off", NULL, 0);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->state, ==, HV_STATE_CALLED_OFF);
  g_assert_nonnull (find_dialog ());

  choose (&c, ANNA_MONDAY, "person.return", NULL, 0);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->state, ==, HV_STATE_PLANNED);
  fixture_settle ();
  g_assert_null (find_dialog ());
  end (&c);
}

/* --- what opens a popover of its own --- */

static GtkWidget *
wait_for_popover (Case *c, GType type)
{
  fixture_settle ();
  fixture_settle ();
  GtkWidget *popover = fixture_find (GTK_WIDGET (c->window), type, 0);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  return popover;
}

static void
press_enter (GtkWidget *popover)
{
  g_signal_emit_by_name (fixture_find (popover, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
}

/* Anna moves to the place with the nearest day: one step, the same assignment. */
static void
test_move (void)
{
  Case c;
  begin (&c);
  choose (&c, ANNA_MONDAY, "person.move", NULL, 0);
  GtkWidget *popover = wait_for_popover (&c, HV_TYPE_MOVE_POPOVER);
  HvOption *selected = hv_option_popover_get_selected (HV_OPTION_POPOVER (popover));
  g_assert_cmpint (hv_option_get_id (selected), ==, WEDNESDAY_IT);
  g_assert_cmpuint (hv_option_popover_get_n_shown (HV_OPTION_POPOVER (popover)), ==,
                    3); /* and host, which she is not */
  press_enter (popover);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->shift, ==, WEDNESDAY_IT);
  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->shift, ==, MONDAY_IT);
  end (&c);
}

/* Bo and Karla swap; what they leave behind stays, as swapped away. */
static void
test_swap (void)
{
  Case c;
  begin (&c);
  choose (&c, BO_MONDAY, "person.swap", NULL, 0);
  GtkWidget *popover = wait_for_popover (&c, HV_TYPE_SWAP_POPOVER);
  GtkEditable *search = GTK_EDITABLE (fixture_find (popover, GTK_TYPE_SEARCH_ENTRY, 0));
  gtk_editable_set_text (search, "karla");
  press_enter (popover);
  fixture_wait_changed (c.workspace);
  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  g_assert_true (hv_state_fills ((HvState)hv_roster_find_assigned (roster, THURSDAY_IT, BO)->state));
  g_assert_true (hv_state_fills ((HvState)hv_roster_find_assigned (roster, MONDAY_IT, KARLA)->state));
  g_assert_cmpint (find_assignment (&c, BO_MONDAY)->state, ==, HV_STATE_SWAPPED);
  end (&c);
}

static void
test_switch_and_times (void)
{
  Case c;
  begin (&c);
  choose (&c, ANNA_MONDAY, "person.switch", NULL, 0);
  gtk_popover_popdown (GTK_POPOVER (wait_for_popover (&c, HV_TYPE_OPTION_POPOVER)));
  fixture_settle ();
  choose (&c, ANNA_MONDAY, "person.times", NULL, 0);
  gtk_popover_popdown (GTK_POPOVER (wait_for_popover (&c, HV_TYPE_TIMES_POPOVER)));
  fixture_settle ();
  end (&c);
}

/* F2 on the place that has the focus. */
static void
test_exact_time_from_the_week (void)
{
  Case c;
  begin (&c);
  hv_week_board_focus (HV_WEEK_BOARD (c.grid), (HvGridPlace){ MONDAY_IT, 0 });
  g_assert_true (gtk_widget_activate_action (c.grid, "week.times", NULL));
  gtk_popover_popdown (GTK_POPOVER (wait_for_popover (&c, HV_TYPE_TIMES_POPOVER)));
  fixture_settle ();
  end (&c);
}

/* --- to the person and back --- */

static bool
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static const char *
get_shown_name (Case *c)
{
  GtkWidget *detail = fixture_find (GTK_WIDGET (c->window), HV_TYPE_VOLUNTEER_DETAIL, 0);
  fixture_wait (is_mapped, detail);
  const HvVolunteer *volunteer = hv_roster_find_volunteer (
      hv_workspace_get_roster (c->workspace), hv_volunteer_detail_get_volunteer (HV_VOLUNTEER_DETAIL (detail)));
  return volunteer == NULL ? NULL : volunteer->name;
}

static void
test_show_volunteer (void)
{
  static const struct
  {
    HvId assignment;
    const char *name;
  } table[] = {
    { ANNA_MONDAY, "Anna Lindeskov" },
    { JENS_MONDAY, "Jens Åbrink" },
    { HANS_PHONE, "Hans Elmebro" },
  };
  Case c;
  begin (&c);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      choose (&c, table[i].assignment, "person.show", NULL, 0);
      g_assert_cmpstr (get_shown_name (&c), ==, table[i].name);
      gtk_widget_activate_action (GTK_WIDGET (c.window), "win.show-page", "s", "week");
      fixture_wait (is_mapped, c.grid);
    }
  end (&c);
}

/* In the people by days the name itself leads there. */
static void
test_show_volunteer_by_person (void)
{
  Case c;
  begin (&c);
  GtkWidget *page = fixture_find (GTK_WIDGET (c.window), HV_TYPE_WEEK_PAGE, 0);
  g_assert_true (gtk_widget_activate_action (page, "week.by-person", NULL));
  fixture_settle ();
  GtkWidget *people = fixture_find (GTK_WIDGET (c.window), HV_TYPE_PEOPLE_GRID, 0);
  fixture_wait (is_mapped, people);
  g_signal_emit_by_name (people, "person-activated", (gint64)CARLA);
  g_assert_cmpstr (get_shown_name (&c), ==, "Carla Munkholt");
  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.show-page", "s", "week");
  fixture_wait (is_mapped, people);
  end (&c);
}

/* --- which volunteer a walk-in helper is --- */

static GtkWidget *
open_link (Case *c, HvId guest)
{
  choose (c, guest, "person.link", NULL, 0);
  return wait_for_popover (c, HV_TYPE_LINK_POPOVER);
}

static void
type (GtkWidget *popover, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (popover, GTK_TYPE_SEARCH_ENTRY, 0)), text);
}

/* A volunteer is chosen: the hours are theirs, and one undo takes it back. */
static void
test_link (void)
{
  Case c;
  begin (&c);
  HvId guest = add_guest (&c, WEDNESDAY_IT, "Neighbour");
  GtkWidget *popover = open_link (&c, guest);
  fixture_assert_said (GTK_ACCESSIBLE (popover), "Who is Neighbour?");
  g_assert_cmpuint (hv_option_popover_get_n_shown (HV_OPTION_POPOVER (popover)), ==, 12);
  type (popover, "carla");
  press_enter (popover);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, guest)->volunteer, ==, CARLA);
  g_assert_null (find_assignment (&c, guest)->guest);
  g_assert_null (hv_link_popover_open (c.grid, AREA, guest)); /* a volunteer's now */
  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_assignment (&c, guest)->volunteer, ==, HV_NONE);
  g_assert_cmpstr (find_assignment (&c, guest)->guest, ==, "Neighbour");
  end (&c);
}

/* Ida is on the shift herself: she is not the walk-in helper as well. */
static void
test_link_refused (void)
{
  Case c;
  begin (&c);
  HvId guest = add_guest (&c, WEDNESDAY_IT, "Neighbour");
  GtkWidget *popover = open_link (&c, guest);
  type (popover, "ida");
  HvOption *ida = hv_option_popover_get_selected (HV_OPTION_POPOVER (popover));
  g_assert_cmpint (hv_option_get_id (ida), ==, IDA);
  g_assert_cmpint (hv_option_get_kind (ida), ==, HV_OPTION_NEVER);
  press_enter (popover);
  fixture_settle ();
  g_assert_cmpint (find_assignment (&c, guest)->volunteer, ==, HV_NONE);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_settle ();
  end (&c);
}

/* The last line is somebody new: by the helper's name, or the one that is typed. */
static void
test_link_new (void)
{
  static const struct
  {
    const char *typed;
    const char *offered;
    const char *name;
  } table[] = {
    { "", "New volunteer “Neighbour”", "Neighbour" },
    { "Nils Nabo", "New volunteer “Nils Nabo”", "Nils Nabo" },
  };
  Case c;
  begin (&c);
  HvId guest = add_guest (&c, WEDNESDAY_IT, "Neighbour");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *popover = open_link (&c, guest);
      type (popover, table[i].typed);
      for (guint n = 0; n <= hv_option_popover_get_n_shown (HV_OPTION_POPOVER (popover)); n++)
        fixture_press (popover, GDK_KEY_Down);
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (c.window));
      g_assert_true (GTK_IS_BUTTON (focus));
      fixture_assert_said (GTK_ACCESSIBLE (focus), table[i].offered);
      g_signal_emit_by_name (focus, "clicked");
      fixture_wait_changed (c.workspace);
      const HvVolunteer *volunteer =
          hv_roster_find_volunteer (hv_workspace_get_roster (c.workspace), find_assignment (&c, guest)->volunteer);
      g_assert_cmpstr (volunteer->name, ==, table[i].name);
      gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
      fixture_wait_changed (c.workspace);
      g_assert_cmpint (find_assignment (&c, guest)->volunteer, ==, HV_NONE);
      g_assert_null (hv_roster_find_volunteer (hv_workspace_get_roster (c.workspace), volunteer->r.id));
      fixture_settle ();
    }
  end (&c);
}

/* The walk-in helper goes while somebody thinks: there is nothing to ask any more. */
static void
test_link_gone_meanwhile (void)
{
  Case c;
  begin (&c);
  HvId guest = add_guest (&c, WEDNESDAY_IT, "Neighbour");
  GtkWidget *popover = NULL; /* weak */
  g_set_weak_pointer (&popover, open_link (&c, guest));
  fixture_commit (c.workspace, hv_assignment_edit_remove (hv_workspace_get_roster (c.workspace),
                                                          find_assignment (&c, guest), hv_store_new_edit_source ()));
  fixture_wait_closed (&popover);
  g_clear_weak_pointer (&popover);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/person-popover/items", test_items);
  g_test_add_func ("/person-popover/guest", test_guest);
  g_test_add_func ("/person-popover/lock", test_lock);
  g_test_add_func ("/person-popover/remove", test_remove);
  g_test_add_func ("/person-popover/came", test_came);
  g_test_add_func ("/person-popover/call-off-and-return", test_call_off_and_return);
  g_test_add_func ("/person-popover/move", test_move);
  g_test_add_func ("/person-popover/swap", test_swap);
  g_test_add_func ("/person-popover/switch-and-times", test_switch_and_times);
  g_test_add_func ("/person-popover/exact-time-from-the-week", test_exact_time_from_the_week);
  g_test_add_func ("/person-popover/link", test_link);
  g_test_add_func ("/person-popover/link-refused", test_link_refused);
  g_test_add_func ("/person-popover/link-new", test_link_new);
  g_test_add_func ("/person-popover/link-gone-meanwhile", test_link_gone_meanwhile);
  g_test_add_func ("/person-popover/show-volunteer", test_show_volunteer);
  g_test_add_func ("/person-popover/show-volunteer-by-person", test_show_volunteer_by_person);
  return g_test_run ();
}
