/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-coverage-strip.h"
#include "hv-crew-table.h"
#include "hv-figure-row.h"
#include "hv-opening-notes.h"
#include "hv-opening-view.h"
#include "hv-state-label.h"
#include "hv-wait-bar.h"

/* One opening in figures and words. The figures are those of docs/demand.md: 53 visits in
 * three hours, a quarter of an hour each. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvOpeningView *view; /* weak */
} Case;

static const HvOpening *
find_opening (Case *c)
{
  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  return hv_roster_find_opening (roster, hv_roster_find_shift (roster, MONDAY_IT)->opening);
}

static void
show (Case *c)
{
  hv_opening_view_show (c->view, hv_workspace_get_roster (c->workspace), hv_workspace_get_outlook (c->workspace),
                        find_opening (c), false);
  fixture_settle ();
}

static void
open_case (Case *c)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  c->view = NULL;
  g_set_weak_pointer (&c->view, HV_OPENING_VIEW (hv_opening_view_new ()));
  show (c);
  fixture_show_view (c->window, GTK_WIDGET (c->view));
}

static void
close_case (Case *c)
{
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->view);
}

/* Expects that many visits, with so many people on duty and no number fixed. */
static void
expect (Case *c, int visits, int crew)
{
  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  HvEdit *edit = hv_workspace_begin (c->workspace, "expect");
  HvId opening = find_opening (c)->r.id;
  const HvExpectation *old = hv_roster_find_expectation (roster, opening);
  HvExpectation *expectation = old == NULL ? hv_edit_add (edit, HV_KIND_EXPECTATION) : hv_edit_change (edit, old);
  expectation->house = JUELSMINDE;
  expectation->opening = opening;
  expectation->count = visits;

  HvShift *shift = hv_edit_change (edit, hv_roster_find_shift (roster, MONDAY_IT));
  shift->wanted = HV_NONE;
  shift->minimum = 1;
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, MONDAY_IT);
  for (guint i = 0; i < people->len; i++)
    hv_edit_remove (edit, g_ptr_array_index (people, i));
  for (int i = 0; i < crew; i++)
    {
      HvAssignment *guest = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
      g_autofree char *name = g_strdup_printf ("Guest %d", i);
      guest->house = JUELSMINDE;
      guest->shift = MONDAY_IT;
      guest->starts = hv_minute_at (MONDAY, 600);
      guest->ends = hv_minute_at (MONDAY, 780);
      hv_set_text (&guest->guest, name);
    }
  fixture_commit (c->workspace, edit);
  show (c);
}

/* The nth line of the crew table; NULL when there are fewer. */
static GtkWidget *
find_line (Case *c, guint n)
{
  GtkWidget *bar = fixture_find (fixture_find (GTK_WIDGET (c->view), HV_TYPE_CREW_TABLE, 0), HV_TYPE_WAIT_BAR, n);
  GtkWidget *line = bar == NULL ? NULL : gtk_widget_get_parent (bar);
  return line != NULL && gtk_widget_get_visible (line) ? line : NULL;
}

static bool
has_visible_label (GtkWidget *root, const char *text)
{
  for (guint i = 0; fixture_find (root, GTK_TYPE_LABEL, i) != NULL; i++)
    {
      GtkWidget *label = fixture_find (root, GTK_TYPE_LABEL, i);
      if (gtk_widget_is_visible (label) && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
        return true;
    }
  return false;
}

/* --- waiting by number on duty --- */

static void
test_crew_table (void)
{
  static const char *const said[] = {
    "3 helpers, as now: waiting about 45 min, too few.",
    "4 helpers: waiting about 17 min, too few.",
    "5 helpers: waiting about 6 min, tight.",
    "6 helpers: waiting about 2 min, enough.",
  };
  Case c;
  open_case (&c);
  expect (&c, 53, 3);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    fixture_assert_said (GTK_ACCESSIBLE (find_line (&c, i)), said[i]);
  g_assert_null (find_line (&c, G_N_ELEMENTS (said)));
  g_assert_true (has_visible_label (GTK_WIDGET (c.view), "Target: 8 of 10 within 15\u00a0min"));
  close_case (&c);
}

/* Whatever is on duty and needed: the numbers of the lines. */
static void
test_crew_numbers (void)
{
  static const struct
  {
    int visits, crew;
    const char *numbers;
  } table[] = {
    { 53, 3, "3 4 5 6" },     { 53, 5, "3 4 5 6" },     { 53, 0, "3 4 5 6" }, { 53, 1, "1 2 3 4 5 6" },
    { 53, 8, "3 4 5 6 7 8" }, { 53, 12, "3 4 5 6 12" }, { 20, 3, "1 2 3 4" }, { 1, 1, "1 2 3 4" },
  };
  Case c;
  open_case (&c);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      expect (&c, table[i].visits, table[i].crew);
      g_autoptr (GString) numbers = g_string_new (NULL);
      for (guint n = 0; find_line (&c, n) != NULL; n++)
        g_string_append_printf (numbers, "%s%s", n == 0 ? "" : " ",
                                gtk_label_get_text (GTK_LABEL (fixture_find (find_line (&c, n), GTK_TYPE_LABEL, 0))));
      g_assert_cmpstr (numbers->str, ==, table[i].numbers);
    }
  close_case (&c);
}

/* --- half hours --- */

static void
test_figures (void)
{
  Case c;
  open_case (&c);
  GtkWidget *visits = fixture_find (GTK_WIDGET (c.view), HV_TYPE_FIGURE_ROW, 0);
  GtkWidget *waits = fixture_find (GTK_WIDGET (c.view), HV_TYPE_FIGURE_ROW, 1);
  g_assert_false (gtk_widget_get_visible (visits)); /* nothing is expected yet */
  g_assert_false (gtk_widget_is_visible (fixture_find (GTK_WIDGET (c.view), HV_TYPE_CREW_TABLE, 0)));

  expect (&c, 53, 3);
  g_assert_true (gtk_widget_is_visible (visits));
  fixture_assert_said (GTK_ACCESSIBLE (visits),
                       "Expected visits: 10:00 13, 10:30 8, 11:00 8, 11:30 8, 12:00 8, 12:30 8");
  fixture_assert_said (GTK_ACCESSIBLE (waits),
                       "Waiting, about: 10:00 16\u00a0min, 10:30 35\u00a0min, 11:00 45\u00a0min, "
                       "11:30 55\u00a0min, 12:00 65\u00a0min, 12:30 75\u00a0min");
  GtkWidget *strip = fixture_find (GTK_WIDGET (c.view), HV_TYPE_COVERAGE_STRIP, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_cmpuint (hv_coverage_strip_get_drawn (HV_COVERAGE_STRIP (strip)), >=, 6);
  close_case (&c);
}

/* The strip and the lanes below it show a moment in the same place. */
static void
test_aligned (void)
{
  Case c;
  open_case (&c);
  expect (&c, 53, 3);
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  HvShift *host = hv_edit_change (edit, hv_roster_find_shift (hv_workspace_get_roster (c.workspace), MONDAY_HOST));
  host->starts -= 45;
  fixture_commit (c.workspace, edit);
  show (&c);
  GtkWidget *strip = fixture_find (GTK_WIDGET (c.view), HV_TYPE_COVERAGE_STRIP, 0);
  GtkWidget *bar = fixture_find (GTK_WIDGET (c.view), HV_TYPE_DUTY_BAR, 0);
  graphene_rect_t area;
  graphene_point_t ten;
  double x = hv_coverage_strip_get_x (HV_COVERAGE_STRIP (strip), hv_minute_at (MONDAY, 600));
  g_assert_true (gtk_widget_compute_bounds (bar, GTK_WIDGET (c.view), &area));
  g_assert_true (gtk_widget_compute_point (strip, GTK_WIDGET (c.view), &GRAPHENE_POINT_INIT ((float)x, 0), &ten));
  g_assert_cmpfloat_with_epsilon (ten.x, area.origin.x, 3);
  close_case (&c);
}

/* --- in words --- */

/* Visits, people on duty → the heading. */
static void
test_verdict (void)
{
  static const struct
  {
    int visits, crew;
    const char *title;
  } table[] = {
    { 53, 3, "Understaffed 10:00–13:00" },
    { 53, 0, "Understaffed 10:00–13:00" },
    { 53, 6, "Understaffed" }, /* the host is missing */
  };
  Case c;
  open_case (&c);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      expect (&c, table[i].visits, table[i].crew);
      g_assert_true (has_visible_label (GTK_WIDGET (c.view), table[i].title));
    }
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  hv_edit_remove (edit, hv_roster_find_shift (hv_workspace_get_roster (c.workspace), MONDAY_HOST));
  fixture_commit (c.workspace, edit);
  expect (&c, 53, 6);
  g_assert_true (has_visible_label (GTK_WIDGET (c.view), "Fully staffed"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (hv_opening_view_get_suggestions (c.view))));
  expect (&c, 53, 5);
  g_assert_true (has_visible_label (GTK_WIDGET (c.view), "Tight on a busy day"));
  close_case (&c);
}

/* Notes of the day, the house and the roles that are there; nothing without any. */
static void
test_notes (void)
{
  Case c;
  open_case (&c);
  GtkWidget *notes = fixture_find (GTK_WIDGET (c.view), HV_TYPE_OPENING_NOTES, 0);
  g_assert_false (gtk_widget_get_visible (notes));

  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  HvEdit *edit = hv_workspace_begin (c.workspace, "note");
  hv_set_text (&((HvOpening *)hv_edit_change (edit, find_opening (&c)))->note, "The lift is out of order");
  HvHouse *house = hv_edit_change (edit, hv_roster_find_house (roster, JUELSMINDE));
  hv_set_text (&house->note, "The key is at number 4");
  hv_set_text (&house->checklist, "Lights\n\n  Heating ");
  hv_set_text (&((HvRole *)hv_edit_change (edit, hv_roster_find_role (roster, HOST)))->checklist, "Coffee");
  hv_set_text (&((HvShift *)hv_edit_change (edit, hv_roster_find_shift (roster, MONDAY_IT)))->note, "Bring the tablet");
  fixture_commit (c.workspace, edit);
  show (&c);
  static const char *const texts[] = {
    "Note of the day",         "The lift is out of order",
    "Note: IT help",           "Bring the tablet",
    "About the house",         "The key is at number 4",
    "Check list of the house", "☐ Lights\n☐ Heating",
    "Check list: Coffee host", "☐ Coffee",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (has_visible_label (notes, texts[i]));
  close_case (&c);
}

/* A few words and a sign for a day of several openings: that of the worst. */
static void
test_state_label (void)
{
  Case c;
  open_case (&c);
  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  const HvOutlook *outlook = hv_workspace_get_outlook (c.workspace);
  HvStateLabel *label = g_object_ref_sink (HV_STATE_LABEL (hv_state_label_new ()));
  g_autoptr (GPtrArray) openings = g_ptr_array_new ();
  hv_state_label_show (label, roster, outlook, openings);
  g_assert_cmpstr (hv_state_label_get_words (label), ==, "Closed");
  g_ptr_array_add (openings, (gpointer)find_opening (&c));
  hv_state_label_show (label, roster, outlook, openings);
  g_assert_cmpstr (hv_state_label_get_words (label), ==, "3 missing");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (label), "hv-under"));
  const HvShift *wednesday = hv_roster_find_shift (roster, WEDNESDAY_IT);
  g_ptr_array_add (openings, (gpointer)hv_roster_find_opening (roster, wednesday->opening));
  hv_state_label_show (label, roster, outlook, openings);
  g_assert_cmpstr (hv_state_label_get_words (label), ==, "5 missing");
  g_object_unref (label);
  close_case (&c);
}

/* An opening without shifts says where they come from. */
static void
test_no_shifts (void)
{
  static const char *const words = "No shifts are planned for this opening. They are made from the shift templates of "
                                   "the house when the week is generated.";
  Case c;
  open_case (&c);
  g_assert_false (has_visible_label (GTK_WIDGET (c.view), words));
  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  HvOpening *opening = hv_record_copy (find_opening (&c));
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, MONDAY_IT);
  for (guint i = 0; i < people->len; i++)
    hv_edit_remove (edit, g_ptr_array_index (people, i));
  hv_edit_remove (edit, hv_roster_find_shift (roster, MONDAY_IT));
  hv_edit_remove (edit, hv_roster_find_shift (roster, MONDAY_HOST));
  fixture_commit (c.workspace, edit);
  roster = hv_workspace_get_roster (c.workspace);
  hv_opening_view_show (c.view, roster, hv_workspace_get_outlook (c.workspace),
                        hv_roster_find_opening (roster, opening->r.id), false);
  fixture_settle ();
  g_assert_true (has_visible_label (GTK_WIDGET (c.view), words));
  hv_record_unref (opening);
  close_case (&c);
}

/* Beside each other where there is room, else below; never wider than a narrow window. */
static void
test_widths (void)
{
  Case c;
  int least;
  int tall;
  int flat;
  open_case (&c);
  expect (&c, 53, 3);
  gtk_widget_measure (GTK_WIDGET (c.view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_widget_measure (GTK_WIDGET (c.view), GTK_ORIENTATION_VERTICAL, 700, &tall, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (c.view), GTK_ORIENTATION_VERTICAL, 1170, &flat, NULL, NULL, NULL);
  g_assert_cmpint (flat, <, tall);
  close_case (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/opening-view/crew-table", test_crew_table);
  g_test_add_func ("/opening-view/crew-numbers", test_crew_numbers);
  g_test_add_func ("/opening-view/figures", test_figures);
  g_test_add_func ("/opening-view/aligned", test_aligned);
  g_test_add_func ("/opening-view/verdict", test_verdict);
  g_test_add_func ("/opening-view/notes", test_notes);
  g_test_add_func ("/opening-view/state-label", test_state_label);
  g_test_add_func ("/opening-view/no-shifts", test_no_shifts);
  g_test_add_func ("/opening-view/widths", test_widths);
  return g_test_run ();
}
