/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-calendar-group.h"
#include "hv-field-row.h"
#include "hv-load-card.h"
#include "hv-note-row.h"
#include "hv-ordinary-week.h"
#include "hv-person-edit.h"
#include "hv-role-group.h"
#include "hv-served-group.h"
#include "hv-volunteer-detail.h"
#include "hv-volunteers-page.h"
#include "hv-week-pattern.h"
#include "hv-wish-group.h"
#include "hv-wish-row.h"

#include <string.h>

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *page;
  GtkWidget *detail;
} Case;

static void
begin (Case *c)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  hv_window_show_page (c->window, "volunteers");
  fixture_settle ();
  c->page = fixture_find (GTK_WIDGET (c->window), HV_TYPE_VOLUNTEERS_PAGE, 0);
  c->detail = fixture_find (c->page, HV_TYPE_VOLUNTEER_DETAIL, 0);
}

static void
end (Case *c)
{
  g_object_add_weak_pointer (G_OBJECT (c->detail), (gpointer *)&c->detail);
  fixture_close (c->window, c->workspace);
  g_assert_null (c->detail);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static const HvVolunteer *
get_volunteer (Case *c, HvId id)
{
  return hv_roster_find_volunteer (get_roster (c), id);
}

static void
show (Case *c, HvId volunteer)
{
  hv_volunteers_page_show_volunteer (HV_VOLUNTEERS_PAGE (c->page), volunteer, false);
  fixture_settle ();
}

static HvId
get_shown (Case *c)
{
  return hv_volunteer_detail_get_volunteer (HV_VOLUNTEER_DETAIL (c->detail));
}

static void
act (Case *c, const char *action)
{
  g_assert_true (gtk_widget_activate_action (c->page, action, NULL));
}

/* --- the list --- */

/* Wide, somebody is always shown; narrow, the list comes first. */
static void
test_first (void)
{
  Case c;
  begin (&c);
  g_assert_cmpint (get_shown (&c), ==, ANNA);
  show (&c, LEIF);
  g_assert_cmpint (get_shown (&c), ==, LEIF);
  end (&c);
}

/* The page's own: choices in the form have search entries too. */
static GtkWidget *
find_search (Case *c)
{
  for (guint n = 0;; n++)
    {
      GtkWidget *search = fixture_find (c->page, GTK_TYPE_SEARCH_ENTRY, n);
      g_autofree char *hint = NULL;
      g_assert_nonnull (search);
      g_object_get (search, "placeholder-text", &hint, NULL);
      if (g_strcmp0 (hint, "Search 12 volunteers") == 0)
        return search;
    }
}

static void
test_search (void)
{
  Case c;
  begin (&c);
  GtkWidget *search = find_search (&c);
  gtk_editable_set_text (GTK_EDITABLE (search), "oster");
  g_signal_emit_by_name (search, "activate");
  fixture_settle ();
  g_assert_cmpint (get_shown (&c), ==, DAN);

  /* Somebody who is filtered out can still be asked for. */
  show (&c, ANNA);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody at all");
  g_assert_cmpint (get_shown (&c), ==, ANNA);
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  end (&c);
}

/* --- the form --- */

static HvFieldRow *
get_field (Case *c, guint n)
{
  return HV_FIELD_ROW (fixture_find (c->detail, HV_TYPE_FIELD_ROW, n));
}

static void
enter (HvFieldRow *row, const char *text)
{
  hv_field_row_type (row, text);
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (row), GTK_TYPE_TEXT, 0), "activate");
}

static void
test_fields (void)
{
  Case c;
  begin (&c);
  HvFieldRow *phone = get_field (&c, 1);
  hv_volunteer_detail_set_editing (HV_VOLUNTEER_DETAIL (c.detail), true);
  fixture_settle ();
  g_assert_cmpstr (hv_field_row_get_text (phone), ==, "+45 70 00 00 00");
  g_assert_null (hv_field_row_get_error (phone));

  /* Wrong is said at once, and stays where it is. */
  enter (phone, "after five");
  g_assert_nonnull (strstr (hv_field_row_get_error (phone), "is not a phone number"));
  fixture_settle ();
  g_assert_cmpstr (hv_field_row_get_text (phone), ==, "after five");
  g_assert_cmpstr (get_volunteer (&c, ANNA)->phone, ==, "+45 70 00 00 00");
  gtk_test_accessible_assert_state (fixture_find (GTK_WIDGET (phone), GTK_TYPE_TEXT, 0), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  enter (phone, "12 34 56 78");
  g_assert_null (hv_field_row_get_error (phone));
  fixture_wait_changed (c.workspace);
  g_assert_cmpstr (get_volunteer (&c, ANNA)->phone, ==, "12 34 56 78");

  enter (get_field (&c, 0), "Anna Lindeskov Ny");
  fixture_wait_changed (c.workspace);
  g_assert_cmpstr (get_volunteer (&c, ANNA)->name, ==, "Anna Lindeskov Ny");
  end (&c);
}

/* A change from elsewhere never writes over what somebody is typing. */
static void
test_typing_is_kept (void)
{
  Case c;
  begin (&c);
  HvFieldRow *name = get_field (&c, 0);
  HvFieldRow *phone = get_field (&c, 1);
  hv_field_row_type (phone, "12 34");
  fixture_commit (c.workspace, hv_person_edit_set_field (get_roster (&c), get_volunteer (&c, ANNA), HV_PERSON_PHONE,
                                                         "99 99 99 99", hv_store_new_edit_source (), NULL));
  fixture_commit (c.workspace, hv_person_edit_set_field (get_roster (&c), get_volunteer (&c, ANNA), HV_PERSON_NAME,
                                                         "Anna L.", hv_store_new_edit_source (), NULL));
  fixture_settle ();
  g_assert_cmpstr (hv_field_row_get_text (phone), ==, "12 34");
  g_assert_cmpstr (hv_field_row_get_text (name), ==, "Anna L.");

  /* Another person is another form. */
  show (&c, BO);
  g_assert_cmpstr (hv_field_row_get_text (phone), ==, "+45 70 00 01 01");
  end (&c);
}

static void
test_days (void)
{
  Case c;
  begin (&c);
  HvFieldRow *from = get_field (&c, 3);
  HvFieldRow *until = get_field (&c, 4);
  enter (from, "1.6.2026");
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (get_volunteer (&c, ANNA)->from, ==, hv_day_from_ymd (2026, 6, 1));
  enter (until, "1.5.2026");
  fixture_settle ();
  g_assert_nonnull (strstr (hv_field_row_get_error (until), "is before the first"));
  g_assert_cmpint (get_volunteer (&c, ANNA)->until, ==, HV_NONE);
  enter (until, "32.5.2026");
  g_assert_nonnull (hv_field_row_get_error (until));
  end (&c);
}

static void
test_note (void)
{
  Case c;
  begin (&c);
  HvNoteRow *note = HV_NOTE_ROW (fixture_find (c.detail, HV_TYPE_NOTE_ROW, 0));
  hv_note_row_type (note, "her number is 010180-1234");
  g_assert_nonnull (hv_note_row_get_error (note));
  hv_note_row_type (note, "rings back\nin the evening");
  g_assert_null (hv_note_row_get_error (note));
  g_signal_emit_by_name (note, "entered");
  fixture_wait_changed (c.workspace);
  g_assert_cmpstr (get_volunteer (&c, ANNA)->note, ==, "rings back\nin the evening");
  end (&c);
}

static void
test_roles (void)
{
  static const struct
  {
    guint n; /* of the roles: IT help, Coffee host */
    guint choice;
    bool has;
    HvLevel level;
  } table[] = {
    { 1, 1, true, HV_LEVEL_TRAINEE },
    { 1, 3, true, HV_LEVEL_EXPERIENCED },
    { 1, 0, false, HV_LEVEL_ABLE },
    { 0, 1, true, HV_LEVEL_TRAINEE },
  };
  Case c;
  begin (&c);
  GtkWidget *roles = fixture_find (c.detail, HV_TYPE_ROLE_GROUP, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvLevel level;
      GtkWidget *row = fixture_find (roles, ADW_TYPE_COMBO_ROW, table[i].n);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), table[i].choice);
      fixture_wait_changed (c.workspace);
      bool has = hv_roster_get_level (get_roster (&c), ANNA, table[i].n == 0 ? IT : HOST, &level);
      g_assert_true (has == table[i].has);
      if (has)
        g_assert_cmpint (level, ==, table[i].level);
    }
  end (&c);
}

/* --- houses --- */

static void
press_in (GtkWidget *root, GType type, guint n)
{
  GtkWidget *button = fixture_find (root, type, n);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_houses (void)
{
  Case c;
  begin (&c);
  GtkWidget *group = fixture_find (c.detail, HV_TYPE_SERVED_GROUP, 0);
  hv_served_group_add (HV_SERVED_GROUP (group), TORRING);
  fixture_wait_changed (c.workspace);
  hv_served_group_add (HV_SERVED_GROUP (group), HEDENSTED);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (hv_roster_get_home (get_roster (&c), ANNA), ==, TORRING);
  g_assert_true (hv_roster_serves (get_roster (&c), ANNA, HEDENSTED));
  g_assert_false (hv_roster_serves (get_roster (&c), ANNA, JUELSMINDE));

  /* Tørring: remove; Hedensted: make it the home house, remove. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_find (group, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  fixture_wait_changed (c.workspace);
  GtkWidget *hedensted = fixture_find (group, ADW_TYPE_ACTION_ROW, 1);
  press_in (hedensted, GTK_TYPE_BUTTON, 0);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (hv_roster_get_home (get_roster (&c), ANNA), ==, HEDENSTED);

  /* Hedensted is first now; giving it up leaves the key. */
  GtkWidget *first = fixture_find (group, ADW_TYPE_ACTION_ROW, 0);
  press_in (first, GTK_TYPE_BUTTON, 0);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (hv_roster_get_home (get_roster (&c), ANNA), ==, TORRING);
  const GPtrArray *ties = hv_roster_list_of (get_roster (&c), HV_KIND_TIE, HV_KIND_VOLUNTEER, ANNA);
  g_assert_cmpuint (ties->len, ==, 2);
  end (&c);
}

/* --- the ordinary week --- */

static char *
show_week (Case *c, HvId volunteer, int number)
{
  HvWeek week;
  bool said;
  g_assert_true (hv_week_from_number (2026, number, &week));
  g_autoptr (GArray) spans = hv_week_pattern_find (get_roster (c), volunteer, week, HV_REPEAT_EVERY, &said);
  return said ? hv_week_pattern_format ((const HvOfferSpan *)spans->data, spans->len, HV_LANGUAGE_EN)
              : g_strdup ("not said");
}

static void
assert_week (Case *c, HvId volunteer, int number, const char *expected)
{
  g_autofree char *shown = show_week (c, volunteer, number);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_paint (void)
{
  Case c;
  begin (&c);
  show (&c, LEIF);
  GtkWidget *grid = fixture_find (c.detail, HV_TYPE_AVAILABILITY_GRID, 0);
  assert_week (&c, LEIF, 19, "not said");
  fixture_press (grid, GDK_KEY_space);
  fixture_wait_changed (c.workspace);
  assert_week (&c, LEIF, 18, "not said");
  assert_week (&c, LEIF, 19, "Monday 09:00–10:00");

  /* Painting on while the last stroke is being saved loses nothing. */
  fixture_press (grid, GDK_KEY_Right);
  fixture_press (grid, GDK_KEY_space);
  fixture_press (grid, GDK_KEY_Right);
  fixture_press (grid, GDK_KEY_space);
  fixture_press (grid, GDK_KEY_Right);
  fixture_press (grid, GDK_KEY_space);
  fixture_wait_changed (c.workspace);
  fixture_wait_changed (c.workspace);
  assert_week (&c, LEIF, 19, "Monday 09:00–10:00, Tuesday 09:00–10:00, Wednesday 09:00–10:00, Thursday 09:00–10:00");
  end (&c);
}

static void
test_paint_weeks (void)
{
  HvWeek week;
  Case c;
  begin (&c);
  show (&c, LEIF);
  GtkWidget *card = fixture_find (c.detail, HV_TYPE_ORDINARY_WEEK, 0);
  GtkWidget *grid = fixture_find (card, HV_TYPE_AVAILABILITY_GRID, 0);
  g_assert_true (hv_week_from_number (2026, 22, &week));
  hv_ordinary_week_choose (HV_ORDINARY_WEEK (card), week, HV_REPEAT_EVEN);
  fixture_press (grid, GDK_KEY_space);
  fixture_wait_changed (c.workspace);
  assert_week (&c, LEIF, 20, "not said");
  assert_week (&c, LEIF, 22, "Monday 09:00–10:00");
  assert_week (&c, LEIF, 23, "cannot at any time");
  assert_week (&c, LEIF, 24, "Monday 09:00–10:00");
  end (&c);
}

/* --- wishes --- */

static void
test_wishes (void)
{
  Case c;
  begin (&c);
  HvWishRow *most = HV_WISH_ROW (fixture_find (c.detail, HV_TYPE_WISH_ROW, 0));
  GtkWidget *spin = fixture_find (GTK_WIDGET (most), GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "–");

  /* Three presses are one wish. */
  for (int i = 0; i < 3; i++)
    gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 1);
  g_assert_cmpint (get_volunteer (&c, ANNA)->most_week, ==, HV_NONE);
  hv_wish_row_flush (most);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (get_volunteer (&c, ANNA)->most_week, ==, 2);

  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  hv_wish_row_flush (most);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (get_volunteer (&c, ANNA)->most_week, ==, HV_NONE);
  end (&c);
}

/* What is being entered for one person is not entered for the next. */
static void
test_wish_of_whom (void)
{
  Case c;
  begin (&c);
  HvWishRow *most = HV_WISH_ROW (fixture_find (c.detail, HV_TYPE_WISH_ROW, 0));
  GtkWidget *spin = fixture_find (GTK_WIDGET (most), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 3);
  show (&c, IDA);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (get_volunteer (&c, ANNA)->most_week, ==, 3);
  g_assert_cmpint (get_volunteer (&c, IDA)->most_week, ==, 1);
  g_assert_cmpint (hv_wish_row_get_value (most), ==, 1);
  end (&c);
}

static void
test_pairs (void)
{
  Case c;
  begin (&c);
  GtkWidget *group = fixture_find (c.detail, HV_TYPE_WISH_GROUP, 0);
  hv_wish_group_add (HV_WISH_GROUP (group), HV_PAIR_NEVER, BO);
  fixture_wait_changed (c.workspace);
  g_assert_cmpuint (hv_roster_list_of (get_roster (&c), HV_KIND_PAIR, HV_KIND_VOLUNTEER, BO)->len, ==, 1);

  /* Bo's side shows it too, and can take it back. */
  show (&c, BO);
  GtkWidget *remove = NULL;
  for (guint n = 0; (remove = fixture_find (group, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (remove), "Remove the wish: Never together with Anna Lindeskov") == 0)
      break;
  g_assert_nonnull (remove);
  g_signal_emit_by_name (remove, "clicked");
  fixture_wait_changed (c.workspace);
  g_assert_cmpuint (hv_roster_list (get_roster (&c), HV_KIND_PAIR)->len, ==, 0);
  end (&c);
}

/* --- load and calendar --- */

static bool
has_file (gpointer card)
{
  return hv_load_card_get_file (card) != NULL;
}

static void
test_load (void)
{
  Case c;
  begin (&c);
  show (&c, ELSE);
  HvLoadCard *card = HV_LOAD_CARD (fixture_find (c.detail, HV_TYPE_LOAD_CARD, 0));
  fixture_wait (has_file, card);
  g_assert_cmpuint (hv_load_card_get_file (card)->duties->len, ==, 3);
  GtkWidget *chart = fixture_find (GTK_WIDGET (card), g_type_from_name ("HvBarChart"), 0);
  gtk_test_accessible_assert_property (
      chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "week\u00A011: 0 shifts, week\u00A012: 0 shifts, week\u00A013: 1 shift, week\u00A014: 1 shift, week\u00A015: 0 "
      "shifts, week\u00A016: 0 shifts, week\u00A017: 1 shift, week\u00A018: 0 shifts, week\u00A019: 0 shifts");
  end (&c);
}

static void
test_calendar (void)
{
  Case c;
  begin (&c);
  HvCalendarGroup *group = HV_CALENDAR_GROUP (fixture_find (c.detail, HV_TYPE_CALENDAR_GROUP, 0));
  g_assert_null (hv_calendar_group_get_link (group));
  HvEdit *edit = hv_workspace_begin (c.workspace, "publish");
  HvFeed *feed = hv_edit_add (edit, HV_KIND_FEED);
  feed->owner_kind = HV_OWNER_VOLUNTEER;
  feed->owner = ANNA;
  feed->state = HV_FEED_LIVE;
  hv_set_text (&feed->token, "0123456789abcdefghijkl");
  fixture_commit (c.workspace, edit);
  g_assert_cmpstr (hv_calendar_group_get_link (group), ==, "0123456789abcdefghijkl.ics");

  HvEdit *web = hv_workspace_begin (c.workspace, "house");
  HvOrganisation *organisation = hv_edit_change (web, hv_roster_get_organisation (get_roster (&c)));
  hv_set_text (&organisation->web, "https://vagt.example.org/");
  fixture_commit (c.workspace, web);
  g_assert_cmpstr (hv_calendar_group_get_link (group), ==, "https://vagt.example.org/f/0123456789abcdefghijkl.ics");
  end (&c);
}

/* --- archive --- */

static void
test_archive (void)
{
  Case c;
  begin (&c);
  show (&c, KARLA); /* on duty on Thursday */
  act (&c, "volunteers.archive");
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (get_volunteer (&c, KARLA)->archived, ==, 1);
  g_assert_null (hv_roster_find_assigned (get_roster (&c), THURSDAY_IT, KARLA));
  g_assert_cmpint (get_shown (&c), ==, KARLA); /* still there to be brought back */

  act (&c, "volunteers.unarchive");
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (get_volunteer (&c, KARLA)->archived, ==, 0);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL));
  fixture_wait_changed (c.workspace);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL));
  fixture_wait_changed (c.workspace);
  g_assert_nonnull (hv_roster_find_assigned (get_roster (&c), THURSDAY_IT, KARLA));
  end (&c);
}

/* --- narrow --- */

static void
test_narrow (void)
{
  Case c;
  begin (&c);
  /* The first step folds the sidebar, which makes room for the second. */
  for (int width = 600; width >= 400; width -= 200)
    {
      gtk_window_set_default_size (GTK_WINDOW (c.window), width, 700);
      fixture_settle ();
    }
  AdwLeaflet *leaflet = ADW_LEAFLET (fixture_find (c.page, ADW_TYPE_LEAFLET, 0));
  g_assert_true (adw_leaflet_get_folded (leaflet));
  show (&c, BO);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "detail");
  act (&c, "volunteers.back");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "list");
  act (&c, "volunteers.search");
  end (&c);
}

/* --- names for a screen reader --- */

static void
check_named (GtkWidget *widget)
{
  bool needs_name =
      GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget)
      || (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
          && gtk_widget_get_parent (widget) != NULL && !GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (widget))
          && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)));
  bool own = g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Hv");
  GtkWidget *parent = gtk_widget_get_parent (widget);
  bool inner = parent != NULL && (GTK_IS_EDITABLE (parent) || GTK_IS_SEARCH_ENTRY (parent));
  if (needs_name && !inner && !own
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("%s without a name (in %s)", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (parent));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_named (child);
}

static void
test_names (void)
{
  Case c;
  begin (&c);
  GtkWidget *group = fixture_find (c.detail, HV_TYPE_SERVED_GROUP, 0);
  hv_served_group_add (HV_SERVED_GROUP (group), TORRING);
  fixture_wait_changed (c.workspace);
  hv_served_group_add (HV_SERVED_GROUP (group), HEDENSTED);
  fixture_wait_changed (c.workspace);
  hv_volunteer_detail_set_editing (HV_VOLUNTEER_DETAIL (c.detail), true);
  fixture_settle ();
  check_named (c.detail);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/volunteers-page/first", test_first);
  g_test_add_func ("/volunteers-page/search", test_search);
  g_test_add_func ("/volunteers-page/fields", test_fields);
  g_test_add_func ("/volunteers-page/typing-is-kept", test_typing_is_kept);
  g_test_add_func ("/volunteers-page/days", test_days);
  g_test_add_func ("/volunteers-page/note", test_note);
  g_test_add_func ("/volunteers-page/roles", test_roles);
  g_test_add_func ("/volunteers-page/houses", test_houses);
  g_test_add_func ("/volunteers-page/paint", test_paint);
  g_test_add_func ("/volunteers-page/paint-weeks", test_paint_weeks);
  g_test_add_func ("/volunteers-page/wishes", test_wishes);
  g_test_add_func ("/volunteers-page/wish-of-whom", test_wish_of_whom);
  g_test_add_func ("/volunteers-page/pairs", test_pairs);
  g_test_add_func ("/volunteers-page/load", test_load);
  g_test_add_func ("/volunteers-page/calendar", test_calendar);
  g_test_add_func ("/volunteers-page/archive", test_archive);
  g_test_add_func ("/volunteers-page/narrow", test_narrow);
  g_test_add_func ("/volunteers-page/names", test_names);
  return g_test_run ();
}
