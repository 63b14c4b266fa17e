/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-people-grid.h"
#include "hv-person-row.h"

/* The week by person: who is in which row, and what the keyboard does there. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))
#define WEEK (hv_week_of_day (MONDAY))

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvPeopleGrid *grid; /* weak */
} Case;

static void
show (Case *c, HvWeek week, HvId house)
{
  hv_people_grid_show (c->grid, hv_workspace_get_roster (c->workspace), hv_workspace_get_outlook (c->workspace), week,
                       house, false);
  fixture_settle ();
}

static void
open_case (Case *c, guint n_more)
{
  c->workspace = fixture_open_large (n_more);
  c->window = fixture_show (c->workspace);
  c->grid = NULL;
  g_set_weak_pointer (&c->grid, HV_PEOPLE_GRID (hv_people_grid_new ()));
  fixture_show_view (c->window, GTK_WIDGET (c->grid));
  show (c, WEEK, HV_NONE);
}

static void
close_case (Case *c)
{
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->grid);
}

static void
assert_people (Case *c, const char *const *names, guint n)
{
  HvPeopleList *people = hv_people_grid_get_people (c->grid);
  g_assert_cmpuint (hv_people_list_get_n_people (people), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (hv_people_list_get_person (people, i)->name, ==, names[i]);
}

static GtkWidget *
find_row (Case *c, HvId volunteer)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = fixture_find (GTK_WIDGET (c->grid), HV_TYPE_PERSON_ROW, i);
      if (row == NULL || hv_person_row_get_volunteer (HV_PERSON_ROW (row)) == volunteer)
        return row;
    }
}

static void
press (Case *c, guint key)
{
  g_assert_true (fixture_press (fixture_find (GTK_WIDGET (c->grid), GTK_TYPE_SCROLLED_WINDOW, 0), key));
  fixture_settle ();
}

static void
add_duty (HvEdit *edit, HvId volunteer, const char *guest, HvMinute from, int minutes)
{
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
  opening->house = PHONE;
  opening->starts = from;
  opening->ends = from + minutes;
  HvId opening_id = opening->r.id;
  HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
  shift->house = PHONE;
  shift->opening = opening_id;
  shift->role = IT;
  shift->starts = from;
  shift->ends = from + minutes;
  shift->minimum = 1;
  HvId shift_id = shift->r.id;
  HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  assignment->house = PHONE;
  assignment->shift = shift_id;
  assignment->volunteer = volunteer;
  assignment->starts = from;
  assignment->ends = from + minutes;
  hv_set_text (&assignment->guest, guest);
}

/* --- who is where --- */

/* Those with duties by name, as each language sorts; then those without, when asked for. */
static void
test_order (void)
{
  static const char *const danish[] = {
    "Anna Lindeskov", "Bo Vestermark", "Hans Elmebro", "Ida Rønnehave",  "Jens Åbrink",  "Karla Ølholt",
    "Carla Munkholt", "Dan Østerlide", "Else Fjordby", "Finn Bakkeskov", "Gerda Sølund", "Leif Ærensø",
  };
  Case c;
  open_case (&c, 0);
  assert_people (&c, danish, 6);
  g_assert_cmpuint (hv_people_list_count_idle (hv_people_grid_get_people (c.grid)), ==, 6);
  hv_people_grid_set_idle_shown (c.grid, true);
  assert_people (&c, danish, 12);
  hv_people_grid_set_idle_shown (c.grid, false);
  assert_people (&c, danish, 6);
  close_case (&c);
}

/* Å comes last in Danish, before Ä in Swedish, and is an A in English. */
static void
test_language (void)
{
  static const struct
  {
    HvLanguage language;
    const char *names[4];
  } table[] = {
    { HV_LANGUAGE_DA, { "Bo Vestermark", "Zoe", "Ærlig", "Åse" } },
    { HV_LANGUAGE_SV, { "Bo Vestermark", "Zoe", "Åse", "Ærlig" } },
    { HV_LANGUAGE_EN, { "Ærlig", "Åse", "Bo Vestermark", "Zoe" } },
  };
  Case c;
  open_case (&c, 0);
  HvEdit *edit = hv_workspace_begin (c.workspace, "edit");
  HvVolunteer *ase = hv_edit_change (edit, hv_roster_find_volunteer (hv_workspace_get_roster (c.workspace), ANNA));
  hv_volunteer_set_name (ase, "Åse");
  HvVolunteer *zoe = hv_edit_change (edit, hv_roster_find_volunteer (hv_workspace_get_roster (c.workspace), JENS));
  hv_volunteer_set_name (zoe, "Zoe");
  add_duty (edit, LEIF, NULL, hv_minute_at (MONDAY, 900), 60);
  HvVolunteer *aerlig = hv_edit_change (edit, hv_roster_find_volunteer (hv_workspace_get_roster (c.workspace), LEIF));
  hv_volunteer_set_name (aerlig, "Ærlig");
  fixture_commit (c.workspace, edit);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n = 0;
      hv_text_set_own_language (table[i].language);
      show (&c, WEEK, HV_NONE);
      HvPeopleList *people = hv_people_grid_get_people (c.grid);
      for (guint j = 0; j < hv_people_list_get_n_people (people); j++)
        {
          const char *name = hv_people_list_get_person (people, j)->name;
          bool asked = false;
          for (guint k = 0; k < 4; k++)
            asked |= g_str_equal (name, table[i].names[k]);
          if (asked)
            g_assert_cmpstr (name, ==, table[i].names[n++]);
        }
      g_assert_cmpuint (n, ==, 4);
    }
  hv_text_set_own_language (HV_LANGUAGE_EN);
  close_case (&c);
}

/* One house; a week in which nobody is on duty; somebody who is archived or has stopped. */
static void
test_who (void)
{
  static const char *const juelsminde[] = { "Anna Lindeskov", "Bo Vestermark", "Jens Åbrink" };
  Case c;
  open_case (&c, 0);
  show (&c, WEEK, JUELSMINDE);
  assert_people (&c, juelsminde, 3);
  show (&c, hv_week_add (WEEK, 1), HV_NONE);
  assert_people (&c, NULL, 0);
  g_assert_cmpuint (hv_people_list_count_idle (hv_people_grid_get_people (c.grid)), ==, 12);

  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  HvEdit *edit = hv_workspace_begin (c.workspace, "edit");
  ((HvVolunteer *)hv_edit_change (edit, hv_roster_find_volunteer (roster, DAN)))->archived = 1;
  ((HvVolunteer *)hv_edit_change (edit, hv_roster_find_volunteer (roster, ELSE)))->until = MONDAY + 6;
  ((HvVolunteer *)hv_edit_change (edit, hv_roster_find_volunteer (roster, CARLA)))->from = MONDAY + 14;
  fixture_commit (c.workspace, edit);
  show (&c, hv_week_add (WEEK, 1), HV_NONE);
  g_assert_cmpuint (hv_people_list_count_idle (hv_people_grid_get_people (c.grid)), ==, 9);
  close_case (&c);
}

/* A night shift stands on both its days, also over the Sunday before; a walk-in helper has
 * one row, however often; the same person twice has two duties. */
static void
test_duties (void)
{
  static const struct
  {
    const char *name;
    int days[3];
    bool continued[3];
    guint n;
  } table[] = {
    { "Anna Lindeskov", { 0, 1, 2 }, { false, false, true }, 3 }, /* Monday, and the night to Wednesday */
    { "Bo Vestermark", { 0, 0, 6 }, { true, false, false }, 3 },  /* the night before Monday, Monday, Sunday night */
    { "Guest: of the house", { 4, 5 }, { false, false }, 2 },
  };
  Case c;
  open_case (&c, 0);
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  add_duty (edit, ANNA, NULL, hv_minute_at (MONDAY + 1, 1320), 480);
  add_duty (edit, BO, NULL, hv_minute_at (MONDAY - 1, 1320), 480);
  add_duty (edit, BO, NULL, hv_minute_at (MONDAY + 6, 1320), 480);
  add_duty (edit, HV_NONE, "of the house", hv_minute_at (MONDAY + 5, 600), 60);
  add_duty (edit, HV_NONE, "of the house", hv_minute_at (MONDAY + 4, 600), 60);
  fixture_commit (c.workspace, edit);
  show (&c, WEEK, HV_NONE);
  HvPeopleList *people = hv_people_grid_get_people (c.grid);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint at = 0;
      while (!g_str_equal (hv_people_list_get_person (people, at)->name, table[i].name))
        at++;
      const GArray *duties = hv_people_list_get_person (people, at)->duties;
      g_assert_cmpuint (duties->len, ==, table[i].n);
      for (guint j = 0; j < duties->len; j++)
        {
          g_assert_cmpint (g_array_index (duties, HvPersonDuty, j).day, ==, table[i].days[j]);
          g_assert_cmpint (g_array_index (duties, HvPersonDuty, j).continued, ==, table[i].continued[j]);
        }
    }
  fixture_assert_said (GTK_ACCESSIBLE (find_row (&c, ANNA)), "Anna Lindeskov: 2 shifts in week\u00a019");
  g_assert_false (hv_people_list_is_day_empty (people, 2)); /* the end of the night */
  close_case (&c);
}

/* What a list view hears when people come and go: rows at, removed, added. */
typedef struct
{
  guint n;
  guint at;
  guint removed;
  guint added;
} Change;

static void
changed_cb (GListModel *model, guint at, guint removed, guint added, Change *change)
{
  *change = (Change){ change->n + 1, at, removed, added };
}

static void
test_changes (void)
{
  Case c;
  Change change = { 0 };
  open_case (&c, 0);
  g_signal_connect (hv_people_grid_get_people (c.grid), "items-changed", G_CALLBACK (changed_cb), &change);
  show (&c, WEEK, HV_NONE);
  g_assert_cmpuint (change.n, ==, 0); /* the same people: the view keeps its place */

  HvEdit *edit = hv_workspace_begin (c.workspace, "assign");
  add_duty (edit, CARLA, NULL, hv_minute_at (MONDAY, 900), 60);
  fixture_commit (c.workspace, edit);
  show (&c, WEEK, HV_NONE);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.at, ==, 2);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);
  close_case (&c);
}

/* --- what is said --- */

static void
test_said (void)
{
  Case c;
  open_case (&c, 0);
  hv_people_grid_set_idle_shown (c.grid, true);
  fixture_settle ();
  GtkWidget *anna = find_row (&c, ANNA);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (c.grid), GTK_ACCESSIBLE_ROLE_GRID);
  fixture_assert_said (GTK_ACCESSIBLE (c.grid), "Roster by volunteer, in week\u00a019");
  fixture_assert_said (GTK_ACCESSIBLE (anna), "Anna Lindeskov: 1 shift in week\u00a019");
  fixture_assert_said (GTK_ACCESSIBLE (find_row (&c, DAN)), "Dan Østerlide: no shifts in week\u00a019");
  HvDutyCell *cell = hv_person_row_get_cell (HV_PERSON_ROW (anna), 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_BUTTON);
  fixture_assert_said (GTK_ACCESSIBLE (cell), "Anna Lindeskov, IT help, Juelsminde, Monday 4 May 10:00–13:00.");
  GtkWidget *check = fixture_find (GTK_WIDGET (c.grid), GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), ==,
                   "Also show 6 volunteers without shifts in week\u00a019");
  close_case (&c);
}

/* --- the keyboard --- */

/* Keys from Anna on: whose duty (0: nobody's) or whose row has the focus after each. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    HvId volunteer;
    HvId assignment;
  } table[] = {
    { GDK_KEY_Down, BO, BO_MONDAY },        { GDK_KEY_Right, BO, BO_MONDAY }, { GDK_KEY_Up, ANNA, ANNA_MONDAY },
    { GDK_KEY_Up, ANNA, ANNA_MONDAY },      { GDK_KEY_End, LEIF, 0 },         { GDK_KEY_Up, GERDA, 0 },
    { GDK_KEY_Page_Up, ANNA, ANNA_MONDAY }, { GDK_KEY_Page_Down, GERDA, 0 },  { GDK_KEY_Home, ANNA, ANNA_MONDAY },
  };
  Case c;
  open_case (&c, 0);
  hv_people_grid_set_idle_shown (c.grid, true);
  g_assert_true (hv_people_grid_focus (c.grid, (HvGridPlace){ MONDAY_IT, 0 }));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      press (&c, table[i].key);
      HvPersonRow *row = HV_PERSON_ROW (find_row (&c, table[i].volunteer));
      if (table[i].assignment == 0)
        {
          g_assert_true (gtk_widget_has_focus (GTK_WIDGET (row)));
          continue;
        }
      HvDutyCell *cell = hv_person_row_get_cell (row, 0);
      g_assert_cmpint (hv_place_button_get_place (HV_PLACE_BUTTON (cell))->assignment, ==, table[i].assignment);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cell)));
    }
  close_case (&c);
}

typedef struct
{
  HvId assignment;
  HvId volunteer;
  int width;
} Heard;

static void
activated_cb (HvPeopleGrid *grid, const HvCardPlace *place, const GdkRectangle *area, Heard *heard)
{
  heard->assignment = place->assignment;
  heard->width = area->width;
}

static void
person_cb (HvPeopleGrid *grid, gint64 volunteer, Heard *heard)
{
  heard->volunteer = volunteer;
}

static void
test_pressing (void)
{
  Case c;
  Heard heard = { 0 };
  HvGridPlace place;
  open_case (&c, 0);
  hv_people_grid_set_idle_shown (c.grid, true);
  g_signal_connect (c.grid, "place-activated", G_CALLBACK (activated_cb), &heard);
  g_signal_connect (c.grid, "person-activated", G_CALLBACK (person_cb), &heard);
  hv_people_grid_focus (c.grid, (HvGridPlace){ WEDNESDAY_IT, 0 });
  g_assert_true (hv_people_grid_get_current (c.grid, &place));
  g_assert_cmpint (place.shift, ==, WEDNESDAY_IT);
  press (&c, GDK_KEY_Return);
  g_assert_cmpint (heard.assignment, ==, IDA_WEDNESDAY);
  g_assert_cmpint (heard.width, >, 50);
  press (&c, GDK_KEY_End);
  g_assert_false (hv_people_grid_get_current (c.grid, &place));
  press (&c, GDK_KEY_space);
  g_assert_cmpint (heard.volunteer, ==, LEIF);
  gtk_widget_activate (GTK_WIDGET (hv_person_row_get_cell (HV_PERSON_ROW (find_row (&c, BO)), 0)));
  g_assert_cmpint (heard.assignment, ==, BO_MONDAY);
  g_assert_false (hv_people_grid_focus (c.grid, (HvGridPlace){ MONDAY_IT, 4 })); /* an empty place */
  close_case (&c);
}

/* The focus stays with somebody whose row moves. */
static void
test_focus_follows (void)
{
  Case c;
  open_case (&c, 0);
  hv_people_grid_focus (c.grid, (HvGridPlace){ THURSDAY_IT, 0 });
  HvEdit *edit = hv_workspace_begin (c.workspace, "remove");
  hv_edit_remove (edit, hv_roster_find_assignment (hv_workspace_get_roster (c.workspace), ANNA_MONDAY));
  fixture_commit (c.workspace, edit);
  show (&c, WEEK, HV_NONE);
  HvDutyCell *cell = hv_person_row_get_cell (HV_PERSON_ROW (find_row (&c, KARLA)), 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cell)));
  close_case (&c);
}

/* --- twenty thousand --- */

static guint
count_rows (Case *c)
{
  guint n = 0;
  while (fixture_find (GTK_WIDGET (c->grid), HV_TYPE_PERSON_ROW, n) != NULL)
    n++;
  return n;
}

/* Rows are made for what a list view keeps, not for everybody; the last one can be reached. */
static void
test_twenty_thousand (void)
{
  Case c;
  open_case (&c, 20000);
  hv_people_grid_set_idle_shown (c.grid, true);
  fixture_settle ();
  g_assert_cmpuint (hv_people_list_get_n_people (hv_people_grid_get_people (c.grid)), ==, 20012);
  g_assert_cmpuint (count_rows (&c), <, 300);
  hv_people_grid_focus (c.grid, (HvGridPlace){ MONDAY_IT, 0 });
  press (&c, GDK_KEY_End);
  fixture_settle ();
  GtkWidget *last = find_row (&c, 120000);
  g_assert_nonnull (last);
  g_assert_true (gtk_widget_has_focus (last));
  g_assert_cmpuint (count_rows (&c), <, 500);
  close_case (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/people-grid/order", test_order);
  g_test_add_func ("/people-grid/language", test_language);
  g_test_add_func ("/people-grid/who", test_who);
  g_test_add_func ("/people-grid/duties", test_duties);
  g_test_add_func ("/people-grid/changes", test_changes);
  g_test_add_func ("/people-grid/said", test_said);
  g_test_add_func ("/people-grid/keys", test_keys);
  g_test_add_func ("/people-grid/pressing", test_pressing);
  g_test_add_func ("/people-grid/focus-follows", test_focus_follows);
  g_test_add_func ("/people-grid/twenty-thousand", test_twenty_thousand);
  return g_test_run ();
}
