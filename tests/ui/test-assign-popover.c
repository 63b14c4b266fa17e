/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-assign-popover.h"
#include "hv-option-row.h"
#include "hv-placement.h"
#include "hv-week-grid.h"

#include <string.h>

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *grid;
  HvOptionPopover *popover; /* weak */
  GtkWidget *search;
  HvId assigned; /* whom the signal named last */
} Case;

static void
assigned_cb (HvAssignPopover *popover, gint64 shift, gint64 volunteer, Case *c)
{
  c->assigned = volunteer;
}

static void
take_popover (Case *c, HvAssignPopover *popover)
{
  g_assert_nonnull (popover);
  g_set_weak_pointer (&c->popover, HV_OPTION_POPOVER (popover));
  g_signal_connect (popover, "assigned", G_CALLBACK (assigned_cb), c);
  c->search = fixture_find (GTK_WIDGET (popover), GTK_TYPE_SEARCH_ENTRY, 0);
  fixture_settle ();
}

static void
begin (Case *c)
{
  *c = (Case){ .workspace = fixture_open () };
  c->window = fixture_show (c->workspace);
  c->grid = fixture_find (GTK_WIDGET (c->window), HV_TYPE_WEEK_GRID, 0);
}

static void
open_popover (Case *c, const char *typed)
{
  take_popover (c, hv_assign_popover_open (c->grid, &(GdkRectangle){ 10, 10, 60, 20 }, MONDAY_IT, typed));
}

/* However it was closed, it is gone. */
static void
end (Case *c)
{
  if (c->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (c->popover));
  fixture_wait_closed (&c->popover);
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->popover);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static const char *
get_selected (Case *c)
{
  HvOption *selected = hv_option_popover_get_selected (c->popover);
  return selected == NULL ? NULL : hv_option_get_title (selected);
}

static void
press_enter (Case *c)
{
  g_signal_emit_by_name (c->search, "activate");
}

/* --- the list --- */

/* Down runs through everybody, and passes over the heading; Up leads back to the search. */
static void
test_order (void)
{
  static const char *const names[] = {
    "Carla Munkholt", "Dan Østerlide", "Else Fjordby",   "Karla Ølholt", "Ida Rønnehave", "Leif Ærensø",
    "Anna Lindeskov", "Bo Vestermark", "Finn Bakkeskov", "Gerda Sølund", "Hans Elmebro",  "Jens Åbrink",
  };
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  g_assert_cmpuint (hv_option_popover_get_n_shown (c.popover), ==, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (get_selected (&c), ==, names[i]);
      g_assert_true (fixture_press (GTK_WIDGET (c.popover), GDK_KEY_Down));
      fixture_settle ();
    }
  g_assert_cmpstr (get_selected (&c), ==, names[G_N_ELEMENTS (names) - 1]);
  for (gsize i = G_N_ELEMENTS (names); i > 0; i--)
    {
      g_assert_cmpstr (get_selected (&c), ==, names[i - 1]);
      fixture_press (GTK_WIDGET (c.popover), GDK_KEY_Up);
      fixture_settle ();
    }
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (c.search)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (c.window)) == text);
  end (&c);
}

/* What is typed is looked for without accents and case, anywhere in the name. */
static void
test_search (void)
{
  static const struct
  {
    const char *typed;
    guint n;
    const char *selected;
  } table[] = {
    { "", 12, "Carla Munkholt" },    { "k", 6, "Carla Munkholt" },    { "oster", 1, "Dan Østerlide" },
    { "ØSTER", 1, "Dan Østerlide" }, { "aerenso", 1, "Leif Ærensø" }, { "rønne", 1, "Ida Rønnehave" },
    { "hans", 1, "Hans Elmebro" },   { "nobody", 0, NULL },           { "%n", 0, NULL },
  };
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (c.search), table[i].typed);
      g_assert_cmpuint (hv_option_popover_get_n_shown (c.popover), ==, table[i].n);
      g_assert_cmpstr (get_selected (&c), ==, table[i].selected);
    }
  end (&c);
}

/* Opened with a letter, it has searched already; "Show all" takes that back. */
static void
test_typed (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "g");
  g_assert_cmpuint (hv_option_popover_get_n_shown (c.popover), ==, 1);
  g_assert_cmpstr (get_selected (&c), ==, "Gerda Sølund");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (c.search)), ==, 1);
  GtkWidget *all = fixture_find (GTK_WIDGET (c.popover), GTK_TYPE_BUTTON, 0);
  for (guint i = 1; g_strcmp0 (gtk_button_get_label (GTK_BUTTON (all)), "Show all 12 volunteers") != 0; i++)
    all = fixture_find (GTK_WIDGET (c.popover), GTK_TYPE_BUTTON, i);
  g_assert_true (gtk_widget_get_visible (all));
  g_signal_emit_by_name (all, "clicked");
  g_assert_cmpuint (hv_option_popover_get_n_shown (c.popover), ==, 12);
  g_assert_false (gtk_widget_get_visible (all));
  end (&c);
}

static void
test_read_aloud (void)
{
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  GtkWidget *row = fixture_find (GTK_WIDGET (c.popover), HV_TYPE_OPTION_ROW, 0);
  GtkAccessible *line = GTK_ACCESSIBLE (gtk_widget_get_parent (row));
  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Carla Munkholt, best choice: can all day, no shifts in week\u00A019, "
                                       "was here in week\u00A016.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (c.search), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search by name");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (c.search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Carla Munkholt, best choice: can all day, no shifts in week\u00A019, "
                                       "was here in week\u00A016.");
  end (&c);
}

/* Thousands of people are listed, and the widgets of those in view are made. */
static void
test_many (void)
{
  Case c = { .workspace = fixture_open_large (3000) };
  c.window = fixture_show (c.workspace);
  c.grid = fixture_find (GTK_WIDGET (c.window), HV_TYPE_WEEK_GRID, 0);
  open_popover (&c, NULL);
  g_assert_cmpuint (hv_option_popover_get_n_shown (c.popover), ==, 3012);
  g_assert_nonnull (fixture_find (GTK_WIDGET (c.popover), HV_TYPE_OPTION_ROW, 6));
  g_assert_null (fixture_find (GTK_WIDGET (c.popover), HV_TYPE_OPTION_ROW, 60));
  for (int i = 0; i < 70; i++)
    fixture_press (GTK_WIDGET (c.popover), GDK_KEY_Down);
  fixture_settle ();
  g_assert_cmpuint (hv_option_get_rank (hv_option_popover_get_selected (c.popover)), ==, 71);
  GtkWidget *scrolled = fixture_find (GTK_WIDGET (c.popover), GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double upper = gtk_adjustment_get_upper (adjustment);
  gtk_adjustment_set_value (adjustment, upper);
  fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, upper);
  gtk_editable_set_text (GTK_EDITABLE (c.search), "00750");
  g_assert_cmpstr (get_selected (&c), ==, "Volunteer 00750");
  press_enter (&c);
  fixture_wait_changed (c.workspace);
  g_assert_nonnull (hv_roster_find_assigned (get_roster (&c), MONDAY_IT, 100750));
  end (&c);
}

/* --- choosing --- */

static void
test_assign (void)
{
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  press_enter (&c);
  g_assert_cmpint (c.assigned, ==, CARLA);
  fixture_wait_changed (c.workspace);
  const HvAssignment *assigned = hv_roster_find_assigned (get_roster (&c), MONDAY_IT, CARLA);
  g_assert_nonnull (assigned);
  g_assert_cmpint (assigned->origin, ==, HV_ORIGIN_HAND);
  fixture_wait_closed (&c.popover);
  end (&c);
}

/* Whoever cannot needs a reason, given in the line; blanks are none. */
static void
test_anyway (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "hans");
  press_enter (&c);
  fixture_settle ();
  HvOption *hans = hv_option_popover_get_selected (c.popover);
  g_assert_true (hv_option_is_asking (hans));
  GtkWidget *row = fixture_find (GTK_WIDGET (c.popover), HV_TYPE_OPTION_ROW, 1); /* below the heading */
  GtkWidget *entry = fixture_find (row, GTK_TYPE_ENTRY, 0);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (c.window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (c.assigned, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "The phones are quiet");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (c.assigned, ==, HANS);
  fixture_wait_changed (c.workspace);
  const HvAssignment *assigned = hv_roster_find_assigned (get_roster (&c), MONDAY_IT, HANS);
  g_assert_cmpstr (assigned->reason, ==, "The phones are quiet");
  end (&c);
}

/* Escape leaves the question, and the popover stays. */
static void
test_question_left (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "finn");
  press_enter (&c);
  fixture_settle ();
  HvOption *finn = hv_option_popover_get_selected (c.popover);
  GtkWidget *row = fixture_find (GTK_WIDGET (c.popover), HV_TYPE_OPTION_ROW, 1);
  GtkWidget *entry = fixture_find (row, GTK_TYPE_ENTRY, 0);
  g_assert_true (hv_option_is_asking (finn));
  g_assert_true (fixture_press (gtk_widget_get_parent (entry), GDK_KEY_Escape));
  g_assert_false (hv_option_is_asking (finn));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (c.popover)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (c.window)) == gtk_widget_get_parent (row));
  end (&c);
}

/* Nobody is on a shift twice, whatever the reason. */
static void
test_never (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "bo v");
  g_assert_cmpstr (get_selected (&c), ==, "Bo Vestermark");
  press_enter (&c);
  fixture_settle ();
  g_assert_false (hv_option_is_asking (hv_option_popover_get_selected (c.popover)));
  g_assert_cmpint (c.assigned, ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (c.popover)));
  end (&c);
}

/* Switching is one step: the one leaves and the other comes, and one undo takes both back. */
static void
test_replace (void)
{
  Case c;
  begin (&c);
  take_popover (&c, hv_assign_popover_open_to_replace (c.grid, &(GdkRectangle){ 10, 10, 60, 20 }, ANNA_MONDAY));
  g_assert_cmpuint (hv_option_popover_get_n_shown (c.popover), ==, 11); /* not Anna herself */
  press_enter (&c);
  fixture_wait_changed (c.workspace);
  g_assert_null (hv_roster_find_assigned (get_roster (&c), MONDAY_IT, ANNA));
  g_assert_nonnull (hv_roster_find_assigned (get_roster (&c), MONDAY_IT, CARLA));

  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
  fixture_wait_changed (c.workspace);
  g_assert_nonnull (hv_roster_find_assigned (get_roster (&c), MONDAY_IT, ANNA));
  g_assert_null (hv_roster_find_assigned (get_roster (&c), MONDAY_IT, CARLA));
  end (&c);
}

/* --- walk-in helpers --- */

/* The button, its accessible name checked; NULL when nothing is offered. */
static GtkWidget *
find_offer (Case *c, const char *said)
{
  GtkWidget *offer = fixture_find (GTK_WIDGET (c->popover), GTK_TYPE_BUTTON, 0);
  for (guint i = 1; offer != NULL && gtk_button_get_label (GTK_BUTTON (offer)) != NULL; i++)
    offer = fixture_find (GTK_WIDGET (c->popover), GTK_TYPE_BUTTON, i);
  g_assert_nonnull (offer);
  if (!gtk_widget_get_visible (offer))
    return NULL;
  fixture_assert_said (GTK_ACCESSIBLE (offer), said);
  return offer;
}

static void
press (Case *c, guint key)
{
  fixture_press (GTK_WIDGET (c->popover), key);
  fixture_settle ();
}

static bool
has_focus (Case *c, GtkWidget *widget)
{
  return gtk_root_get_focus (GTK_ROOT (c->window)) == widget;
}

/* As Enter on it does, without the moment that the button looks pressed. */
static void
press_offer (Case *c)
{
  GtkWidget *offer = gtk_root_get_focus (GTK_ROOT (c->window));
  g_assert_true (GTK_IS_BUTTON (offer));
  g_signal_emit_by_name (offer, "clicked");
}

/* What is wrong, as it stands below the search. */
static const char *
get_complaint (Case *c)
{
  GtkWidget *label = fixture_find (GTK_WIDGET (c->popover), GTK_TYPE_LABEL, 0);
  for (guint i = 1; label != NULL && !gtk_widget_has_css_class (label, "hv-under"); i++)
    label = fixture_find (GTK_WIDGET (c->popover), GTK_TYPE_LABEL, i);
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));
  return gtk_label_get_text (GTK_LABEL (label));
}

/* Offered for whatever is typed, found or not; never instead of somebody. */
static void
test_offer (void)
{
  static const struct
  {
    const char *typed;
    const char *offered;
  } table[] = {
    { "", NULL },
    { "   ", NULL },
    { "nabo", "Put “nabo” on as a walk-in helper" },
    { " Carla ", "Put “Carla” on as a walk-in helper" },
    { "100 %s", "Put “100 %s” on as a walk-in helper" },
  };
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (c.search), table[i].typed);
      g_assert_true ((find_offer (&c, table[i].offered) != NULL) == (table[i].offered != NULL));
    }
  gtk_popover_popdown (GTK_POPOVER (c.popover));
  fixture_wait_closed (&c.popover);
  g_clear_weak_pointer (&c.popover);
  take_popover (&c, hv_assign_popover_open_to_replace (c.grid, &(GdkRectangle){ 10, 10, 60, 20 }, ANNA_MONDAY));
  gtk_editable_set_text (GTK_EDITABLE (c.search), "nabo");
  g_assert_null (find_offer (&c, NULL));
  end (&c);
}

/* Down from the last line, Up back to it. */
static void
test_offer_keys (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "dan");
  GtkWidget *offer = find_offer (&c, "Put “dan” on as a walk-in helper");
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (c.search)));
  press (&c, GDK_KEY_Down);
  g_assert_true (has_focus (&c, offer));
  press (&c, GDK_KEY_Down);
  g_assert_true (has_focus (&c, offer));
  press (&c, GDK_KEY_Up);
  g_assert_false (has_focus (&c, offer));
  g_assert_false (has_focus (&c, text)); /* the line */
  g_assert_cmpstr (get_selected (&c), ==, "Dan Østerlide");
  press (&c, GDK_KEY_Up);
  g_assert_true (has_focus (&c, text));

  gtk_editable_set_text (GTK_EDITABLE (c.search), "nabo"); /* nobody */
  press (&c, GDK_KEY_Down);
  g_assert_true (has_focus (&c, offer));
  press (&c, GDK_KEY_Up);
  g_assert_true (has_focus (&c, text));
  end (&c);
}

static guint
count_on_shift (Case *c)
{
  return hv_roster_list_of (get_roster (c), HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, MONDAY_IT)->len;
}

/* Enter in the search never means the offer; Enter on it is one step, and one undo. */
static void
test_walk_in (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "nabo");
  press_enter (&c);
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (c.popover)));
  g_assert_cmpuint (count_on_shift (&c), ==, 3);

  press (&c, GDK_KEY_Down);
  g_assert_true (has_focus (&c, find_offer (&c, "Put “nabo” on as a walk-in helper")));
  press_offer (&c);
  fixture_wait_changed (c.workspace);
  fixture_wait_closed (&c.popover);
  g_assert_cmpint (c.assigned, ==, HV_NONE);
  const GPtrArray *people = hv_roster_list_of (get_roster (&c), HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, MONDAY_IT);
  g_assert_cmpuint (people->len, ==, 4);
  const HvAssignment *guest = g_ptr_array_index (people, 3);
  g_assert_cmpstr (guest->guest, ==, "nabo");
  g_assert_cmpint (guest->volunteer, ==, HV_NONE);

  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
  fixture_wait_changed (c.workspace);
  g_assert_cmpuint (count_on_shift (&c), ==, 3);
  end (&c);
}

/* The card says that it is a walk-in helper, to the eye and to the ear. */
static void
test_walk_in_on_the_card (void)
{
  Case c;
  begin (&c);
  open_popover (&c, "nabo");
  press (&c, GDK_KEY_Down);
  press_offer (&c);
  fixture_wait_changed (c.workspace);
  fixture_settle ();
  g_assert_true (hv_week_board_focus (HV_WEEK_BOARD (c.grid), (HvGridPlace){ MONDAY_IT, 3 }));
  GtkWidget *chip = gtk_root_get_focus (GTK_ROOT (c.window));
  g_assert_true (HV_IS_PLACE_CHIP (chip));
  g_assert_cmpstr (hv_place_button_get_place (HV_PLACE_BUTTON (chip))->name, ==, "Guest: nabo");
  fixture_assert_said (GTK_ACCESSIBLE (chip), "Guest: nabo, IT help, Juelsminde, Monday 4 May 10:00–13:00.");
  end (&c);
}

/* What cannot be a name is refused in words, and stays to be mended. */
static void
test_walk_in_refused (void)
{
  Case c;
  begin (&c);
  g_autofree char *long_name = g_strnfill (201, 'x');
  const char *const typed[] = { "Per 150480-1234", long_name };
  const char *const words[] = { "identity number", "200 characters" };
  open_popover (&c, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (c.search), typed[i]);
      press (&c, GDK_KEY_Down);
      press_offer (&c);
      fixture_settle ();
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (c.popover)));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (c.search)), ==, typed[i]);
      g_assert_nonnull (strstr (get_complaint (&c), words[i]));
      g_assert_true (has_focus (&c, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (c.search)))));
    }
  g_assert_cmpuint (count_on_shift (&c), ==, 3);
  end (&c);
}

/* --- what happens meanwhile --- */

/* Somebody else takes the best one: the list follows, and what was selected stays. */
static void
test_changed_meanwhile (void)
{
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  fixture_press (GTK_WIDGET (c.popover), GDK_KEY_Down);
  g_assert_cmpstr (get_selected (&c), ==, "Dan Østerlide");
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (get_roster (&c), MONDAY_IT), CARLA);
  fixture_commit (c.workspace, hv_placement_assign (get_roster (&c), &placement, HV_ORIGIN_HAND, false, NULL,
                                                    HV_LANGUAGE_EN, hv_store_new_edit_source (), NULL));
  g_assert_cmpstr (get_selected (&c), ==, "Dan Østerlide");
  g_assert_cmpuint (hv_option_get_rank (hv_option_popover_get_selected (c.popover)), ==, 1);
  end (&c);
}

/* The shift itself goes: there is nothing to ask any more. */
static void
test_gone_meanwhile (void)
{
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  HvEdit *edit = hv_workspace_begin (c.workspace, "shift");
  for (HvId id = ANNA_MONDAY; id <= JENS_MONDAY; id++)
    hv_edit_remove (edit, hv_roster_find_assignment (get_roster (&c), id));
  hv_edit_remove (edit, hv_roster_find_shift (get_roster (&c), MONDAY_IT));
  fixture_commit (c.workspace, edit);
  fixture_wait_closed (&c.popover);
  g_assert_null (hv_assign_popover_open (c.grid, NULL, MONDAY_IT, NULL));
  end (&c);
}

/* Escape in the search closes, and the focus is where it was. */
static void
test_escape (void)
{
  Case c;
  begin (&c);
  g_assert_true (hv_week_board_focus (HV_WEEK_BOARD (c.grid), (HvGridPlace){ MONDAY_IT, 3 }));
  GtkWidget *before = gtk_root_get_focus (GTK_ROOT (c.window));
  g_assert_true (HV_IS_PLACE_CHIP (before));
  open_popover (&c, NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (c.window)) != before);
  g_signal_emit_by_name (c.search, "stop-search");
  fixture_wait_closed (&c.popover);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (c.window)) == before);
  end (&c);
}

/* The window is closed while it is open. */
static void
test_window_closed (void)
{
  Case c;
  begin (&c);
  open_popover (&c, NULL);
  fixture_close (c.window, c.workspace);
  fixture_wait_gone (&c.popover);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/assign-popover/order", test_order);
  g_test_add_func ("/assign-popover/search", test_search);
  g_test_add_func ("/assign-popover/typed", test_typed);
  g_test_add_func ("/assign-popover/read-aloud", test_read_aloud);
  g_test_add_func ("/assign-popover/many", test_many);
  g_test_add_func ("/assign-popover/assign", test_assign);
  g_test_add_func ("/assign-popover/anyway", test_anyway);
  g_test_add_func ("/assign-popover/question-left", test_question_left);
  g_test_add_func ("/assign-popover/never", test_never);
  g_test_add_func ("/assign-popover/replace", test_replace);
  g_test_add_func ("/assign-popover/offer", test_offer);
  g_test_add_func ("/assign-popover/offer-keys", test_offer_keys);
  g_test_add_func ("/assign-popover/walk-in", test_walk_in);
  g_test_add_func ("/assign-popover/walk-in-on-the-card", test_walk_in_on_the_card);
  g_test_add_func ("/assign-popover/walk-in-refused", test_walk_in_refused);
  g_test_add_func ("/assign-popover/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/assign-popover/gone-meanwhile", test_gone_meanwhile);
  g_test_add_func ("/assign-popover/escape", test_escape);
  g_test_add_func ("/assign-popover/window-closed", test_window_closed);
  return g_test_run ();
}
