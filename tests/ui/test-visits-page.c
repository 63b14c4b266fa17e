/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-factor-dialog.h"
#include "hv-factor-group.h"
#include "hv-verdict-group.h"
#include "hv-visit-cell.h"
#include "hv-visit-chart.h"
#include "hv-visit-counter.h"
#include "hv-visit-facts.h"
#include "hv-visit-question.h"
#include "hv-visit-table.h"
#include "hv-visits-page.h"

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *page;
} Case;

static HvId
opening_on (HvWorkspace *workspace, HvId house, int month, int day)
{
  const HvOpening *opening = hv_roster_find_opening_on (hv_workspace_get_roster (workspace), house,
                                                        hv_day_from_ymd (2026, month, day), HV_NONE);
  return opening == NULL ? HV_NONE : opening->r.id;
}

static void
add_count (HvEdit *edit, HvId house, HvDay day, gint64 count)
{
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
  opening->house = house;
  opening->starts = hv_minute_at (day, 600);
  opening->ends = hv_minute_at (day, 780);
  HvVisit *visit = hv_edit_add (edit, HV_KIND_VISIT);
  visit->house = house;
  visit->opening = opening->r.id;
  visit->count = count;
}

/* Whoever comes to the page comes to count. */
static bool
is_ready (gpointer data)
{
  Case *c = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (c->window));
  GtkWidget *counter = fixture_find (c->page, HV_TYPE_VISIT_COUNTER, 0);
  return focus != NULL && gtk_widget_is_ancestor (focus, counter);
}

/* Fifty visits on each of four Mondays: there is a forecast for the fifth. */
static void
begin (Case *c)
{
  c->workspace = fixture_open ();
  HvEdit *edit = hv_workspace_begin (c->workspace, "count");
  for (int weeks = 1; weeks <= 4; weeks++)
    add_count (edit, JUELSMINDE, hv_day_from_ymd (2026, 5, 4) - 7 * weeks, 50);
  fixture_commit (c->workspace, edit);
  c->window = fixture_show (c->workspace);
  c->page = fixture_find (GTK_WIDGET (c->window), HV_TYPE_VISITS_PAGE, 0);
  hv_window_show_page (c->window, "visits");
  fixture_wait (is_ready, c);
}

static void
end (Case *c)
{
  fixture_close (c->window, c->workspace);
}

static GtkWidget *
find (Case *c, GType type)
{
  GtkWidget *found = fixture_find (c->page, type, 0);
  g_assert_nonnull (found);
  return found;
}

static const HvVisit *
get_visit (Case *c)
{
  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  return hv_roster_find_visit (roster, opening_on (c->workspace, JUELSMINDE, 5, 4));
}

typedef struct
{
  Case *c;
  gint64 visits; /* HV_NONE: not counted */
} Expected;

static bool
has_visits (gpointer data)
{
  const Expected *expected = data;
  const HvVisit *visit = get_visit (expected->c);
  return expected->visits == (visit == NULL ? HV_NONE : visit->count);
}

static void
wait_visits (Case *c, gint64 visits)
{
  Expected expected = { c, visits };
  fixture_wait (has_visits, &expected);
  fixture_settle ();
}

typedef bool (*CaseCondition) (Case *c);

typedef struct
{
  Case *c;
  CaseCondition condition;
} Until;

static bool
is_so (gpointer data)
{
  const Until *until = data;
  return until->condition (until->c);
}

static void
wait_until (Case *c, CaseCondition condition)
{
  Until until = { c, condition };
  fixture_wait (is_so, &until);
  fixture_settle ();
}

/* --- counting --- */

/* What is pressed at the door, and what is kept after each press. */
static const struct
{
  guint key;
  gint64 visits;
} presses[] = {
  { GDK_KEY_BackSpace, HV_NONE }, /* there is nobody to take away */
  { GDK_KEY_space, 1 },           /* */
  { GDK_KEY_BackSpace, HV_NONE }, /* a press too many leaves no count of nobody */
  { GDK_KEY_space, 1 },           { GDK_KEY_space, 2 }, { GDK_KEY_space, 3 }, { GDK_KEY_BackSpace, 2 },
};

static void
test_counts (void)
{
  Case c;
  begin (&c);
  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      fixture_press (c.page, presses[i].key);
      wait_visits (&c, presses[i].visits);
    }
  end (&c);
}

/* However fast they come: none is lost, and no step meets its predecessor. */
static void
test_counts_fast (void)
{
  Case c;
  begin (&c);
  for (int i = 0; i < 40; i++)
    fixture_press (c.page, GDK_KEY_space);
  for (int i = 0; i < 10; i++)
    fixture_press (c.page, GDK_KEY_BackSpace);
  wait_visits (&c, 30);
  end (&c);
}

/* Ctrl+Z takes back one press, not the afternoon. */
static void
test_undoes (void)
{
  Case c;
  begin (&c);
  for (int visits = 1; visits <= 2; visits++)
    {
      fixture_press (c.page, GDK_KEY_space);
      wait_visits (&c, visits);
    }
  gtk_widget_activate_action (c.page, "win.undo", NULL);
  wait_visits (&c, 1);
  end (&c);
}

/* Leaving the page while a press is under way loses nothing. */
static void
test_leaving_loses_nothing (void)
{
  Case c;
  begin (&c);
  for (int i = 0; i < 5; i++)
    fixture_press (c.page, GDK_KEY_space);
  hv_window_show_page (c.window, "week");
  wait_visits (&c, 5);
  end (&c);
}

/* --- the other facts --- */

static bool
has_note (Case *c)
{
  return get_visit (c)->note != NULL;
}

static void
test_facts (void)
{
  Case c;
  begin (&c);
  GtkWidget *facts = find (&c, HV_TYPE_VISIT_FACTS);
  g_assert_false (gtk_widget_get_sensitive (facts)); /* nobody is counted yet */
  fixture_press (c.page, GDK_KEY_space);
  wait_visits (&c, 1);
  g_assert_true (gtk_widget_get_sensitive (facts));

  /* Left, waiting and help time, each pressed several times without a pause. */
  for (guint fact = 0; fact < 3; fact++)
    for (int i = 0; i < 4; i++)
      gtk_spin_button_spin (GTK_SPIN_BUTTON (fixture_find (facts, GTK_TYPE_SPIN_BUTTON, fact)), GTK_SPIN_STEP_FORWARD,
                            1);
  HvFieldRow *note = HV_FIELD_ROW (fixture_find (facts, HV_TYPE_FIELD_ROW, 0));
  hv_field_row_type (note, "rain");
  g_signal_emit_by_name (note, "entered");
  wait_until (&c, has_note);
  g_assert_cmpint (get_visit (&c)->left, ==, 4);
  g_assert_cmpint (get_visit (&c)->wait, ==, 4 * HV_MICRO);
  g_assert_cmpint (get_visit (&c)->minutes, ==, 4 * HV_MICRO);
  g_assert_cmpstr (get_visit (&c)->note, ==, "rain");
  g_assert_cmpint (get_visit (&c)->count, ==, 1);
  end (&c);
}

/* --- was it special? --- */

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (HV_IS_FACTOR_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
type_number (Case *c, guint cell, const char *text)
{
  GtkWidget *table = find (c, HV_TYPE_VISIT_TABLE);
  GtkWidget *found = fixture_find (table, HV_TYPE_VISIT_CELL, cell);
  hv_visit_cell_type (HV_VISIT_CELL (found), text);
  g_signal_emit_by_name (found, "entered", FALSE);
}

/* Cells are by row, and there are four houses; this week is the fourth row. */
#define THIS_WEEK 12
#define NEXT_WEEK 16

static bool
is_special (Case *c)
{
  return get_visit (c)->special == 1;
}

static void
test_asks_about_530 (void)
{
  Case c;
  begin (&c);
  GtkWidget *question = find (&c, HV_TYPE_VISIT_QUESTION);
  type_number (&c, THIS_WEEK, "530");
  wait_visits (&c, 530);
  g_assert_true (gtk_widget_get_visible (question));
  hv_visit_question_answer (HV_VISIT_QUESTION (question), true);
  wait_until (&c, is_special);
  g_assert_false (gtk_widget_get_visible (question));

  GtkWidget *dialog = find_dialog (); /* what was it? */
  g_assert_nonnull (dialog);
  HvFactorDialog *form = HV_FACTOR_DIALOG (dialog);
  g_assert_cmpstr (hv_field_row_get_text (hv_factor_dialog_get_field (form, HV_FACTOR_FROM)), ==, "19");
  gtk_window_destroy (GTK_WINDOW (dialog));
  end (&c);
}

static void
test_usual_asks_nothing (void)
{
  Case c;
  begin (&c);
  type_number (&c, THIS_WEEK, "55");
  wait_visits (&c, 55);
  g_assert_false (gtk_widget_get_visible (find (&c, HV_TYPE_VISIT_QUESTION)));
  end (&c);
}

/* --- unusual weeks --- */

static const HvFactor *
get_factor (Case *c)
{
  const GPtrArray *factors = hv_roster_list (hv_workspace_get_roster (c->workspace), HV_KIND_FACTOR);
  return factors->len == 0 ? NULL : g_ptr_array_index (factors, 0);
}

static bool
has_factor (Case *c)
{
  return get_factor (c) != NULL;
}

static bool
has_no_factor (Case *c)
{
  return get_factor (c) == NULL;
}

static bool
has_factor_80 (Case *c)
{
  return get_factor (c)->factor == 800000;
}

static void
type_factor (HvFactorDialog *dialog, const char *name, const char *from, const char *to, const char *times)
{
  const char *texts[HV_N_FACTOR_FIELDS] = { name, from, to, times };
  for (int field = 0; field < HV_N_FACTOR_FIELDS; field++)
    hv_field_row_type (hv_factor_dialog_get_field (dialog, field), texts[field]);
}

static void
test_factors (void)
{
  Case c;
  begin (&c);
  HvWeek week = hv_week_of_day (hv_day_from_ymd (2026, 5, 4));
  HvFactorDialog *dialog = hv_factor_dialog_new (c.window, HV_NONE, JUELSMINDE, week);
  type_factor (dialog, "New ID launched", "19", "22", "1,5");
  g_assert_cmpstr (hv_form_dialog_get_status (HV_FORM_DIALOG (dialog)), ==,
                   "Juelsminde in week\u00a019: 50 → 75 expected visits");
  g_assert_true (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_factor);
  g_assert_cmpint (get_factor (&c)->factor, ==, 1500000);
  g_assert_cmpint (get_factor (&c)->house, ==, JUELSMINDE);

  HvId id = get_factor (&c)->r.id;
  dialog = hv_factor_dialog_new (c.window, id, HV_NONE, week);
  hv_factor_dialog_set_house (dialog, HV_NONE);
  hv_field_row_type (hv_factor_dialog_get_field (dialog, HV_FACTOR_TIMES), "80 %");
  g_assert_true (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_factor_80);
  g_assert_cmpint (get_factor (&c)->house, ==, HV_NONE);

  dialog = hv_factor_dialog_new (c.window, id, HV_NONE, week);
  g_assert_true (hv_form_dialog_remove (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_no_factor);
  end (&c);
}

/* Every field says at once what is wrong with it, keeps it, and nothing is saved. */
static void
test_factor_mistakes (void)
{
  static const struct
  {
    const char *texts[HV_N_FACTOR_FIELDS];
    int field; /* −1: said below the form */
    const char *said;
  } cases[] = {
    { { "Strike", "54", "", "1,5" }, HV_FACTOR_FROM, "2026 has no week 54, its last week is 53." },
    { { "Strike", "19", "week", "1,5" },
      HV_FACTOR_TO,
      "“week” is not a week. Write its number, and its year if it is another one: 19 or 1/2027." },
    { { "Strike", "19", "22", "half" },
      HV_FACTOR_TIMES,
      "“half” is not a number of times. Write 1.5 for half as many again." },
    { { "Strike", "19", "22", "0" }, HV_FACTOR_TIMES, "A week can have from a tenth to ten times the usual visits." },
    { { "150480-1234", "19", "22", "1,5" }, HV_FACTOR_NAME, NULL },
    { { "Strike", "22", "19", "1,5" }, -1, "The last week must not come before the first." },
  };
  Case c;
  begin (&c);
  HvFactorDialog *dialog =
      hv_factor_dialog_new (c.window, HV_NONE, JUELSMINDE, hv_week_of_day (hv_day_from_ymd (2026, 5, 4)));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *texts = cases[i].texts;
      type_factor (dialog, texts[0], texts[1], texts[2], texts[3]);
      HvFieldRow *row = cases[i].field < 0 ? NULL : hv_factor_dialog_get_field (dialog, cases[i].field);
      const char *said =
          row == NULL ? hv_form_dialog_get_status (HV_FORM_DIALOG (dialog)) : hv_field_row_get_error (row);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_nonnull (said);
      if (cases[i].said != NULL)
        g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_true (row == NULL || g_str_equal (hv_field_row_get_text (row), texts[cases[i].field]));
      g_assert_false (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
    }
  g_assert_null (get_factor (&c));
  gtk_window_destroy (GTK_WINDOW (dialog));
  end (&c);
}

/* --- the table --- */

static void
test_table_types (void)
{
  Case c;
  begin (&c);
  type_number (&c, THIS_WEEK, "53");
  wait_visits (&c, 53);
  type_number (&c, THIS_WEEK, ""); /* taken back: nobody counted, which is not nobody */
  wait_visits (&c, HV_NONE);
  end (&c);
}

static bool
has_torring (Case *c)
{
  return hv_roster_find_expectation (hv_workspace_get_roster (c->workspace), opening_on (c->workspace, TORRING, 5, 6))
         != NULL;
}

static void
test_table_mistakes (void)
{
  static const char *const texts[] = { "abc", "-1", "5.3", "100001", "53 visits", "(31–77)" };
  Case c;
  begin (&c);
  GtkWidget *cell = fixture_find (find (&c, HV_TYPE_VISIT_TABLE), HV_TYPE_VISIT_CELL, THIS_WEEK);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type_number (&c, THIS_WEEK, texts[i]);
      g_test_message ("%s", texts[i]);
      g_assert_nonnull (hv_visit_cell_get_mistake (HV_VISIT_CELL (cell)));
      g_assert_cmpstr (hv_visit_cell_get_text (HV_VISIT_CELL (cell)), ==, texts[i]);
    }
  g_assert_null (get_visit (&c));

  /* What is typed stays when something else changes. */
  hv_visit_cell_type (HV_VISIT_CELL (cell), "5x");
  type_number (&c, THIS_WEEK + 1, "7");
  wait_until (&c, has_torring);
  g_assert_cmpstr (hv_visit_cell_get_text (HV_VISIT_CELL (cell)), ==, "5x");
  end (&c);
}

/* Two weeks of three houses out of a spreadsheet; one of the numbers is none. */
static void
test_table_pastes (void)
{
  Case c;
  begin (&c);
  HvVisitTable *table = HV_VISIT_TABLE (find (&c, HV_TYPE_VISIT_TABLE));
  hv_visit_table_paste (table, 3, 0, "53\t20\tmany\r\n60\t\t\t\t\t99\r\n\r\n");
  wait_visits (&c, 53);
  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  const HvExpectation *torring = hv_roster_find_expectation (roster, opening_on (c.workspace, TORRING, 5, 6));
  const HvExpectation *hedensted = hv_roster_find_expectation (roster, opening_on (c.workspace, HEDENSTED, 5, 7));
  GtkWidget *wrong = fixture_find (GTK_WIDGET (table), HV_TYPE_VISIT_CELL, THIS_WEEK + 2);
  g_assert_cmpint (torring->count, ==, 20); /* Wednesday is still to come */
  g_assert_null (hedensted);
  g_assert_cmpstr (hv_visit_cell_get_text (HV_VISIT_CELL (wrong)), ==, "many");
  g_assert_nonnull (hv_visit_cell_get_mistake (HV_VISIT_CELL (wrong)));

  gtk_widget_activate_action (c.page, "win.undo", NULL); /* one step */
  wait_visits (&c, HV_NONE);
  g_assert_null (
      hv_roster_find_expectation (hv_workspace_get_roster (c.workspace), opening_on (c.workspace, TORRING, 5, 6)));
  end (&c);
}

/* --- in words --- */

static void
test_says_all (void)
{
  Case c;
  begin (&c);
  GtkWidget *chart = find (&c, HV_TYPE_VISIT_CHART);
  fixture_assert_said (GTK_ACCESSIBLE (chart),
                       "Juelsminde, visits a week. Week\u00a015: 50 counted. Week\u00a016: 50 counted. "
                       "Week\u00a017: 50 counted. Week\u00a018: 50 counted. "
                       "Week\u00a019: 50 expected, usually 31–70.");
  end (&c);
}

static void
test_judges (void)
{
  Case c;
  begin (&c);
  type_number (&c, THIS_WEEK, "53");
  wait_visits (&c, 53);
  GtkWidget *group = find (&c, HV_TYPE_VERDICT_GROUP);
  g_assert_true (gtk_widget_get_visible (group));
  AdwActionRow *row = ADW_ACTION_ROW (fixture_find (group, ADW_TYPE_ACTION_ROW, 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Monday 4 May");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "53 came, 50 were expected (31–70)");
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/visits-page/counts", test_counts);
  g_test_add_func ("/visits-page/counts-fast", test_counts_fast);
  g_test_add_func ("/visits-page/undoes", test_undoes);
  g_test_add_func ("/visits-page/leaving-loses-nothing", test_leaving_loses_nothing);
  g_test_add_func ("/visits-page/facts", test_facts);
  g_test_add_func ("/visits-page/asks-about-530", test_asks_about_530);
  g_test_add_func ("/visits-page/usual-asks-nothing", test_usual_asks_nothing);
  g_test_add_func ("/visits-page/factors", test_factors);
  g_test_add_func ("/visits-page/factor-mistakes", test_factor_mistakes);
  g_test_add_func ("/visits-page/table-types", test_table_types);
  g_test_add_func ("/visits-page/table-mistakes", test_table_mistakes);
  g_test_add_func ("/visits-page/table-pastes", test_table_pastes);
  g_test_add_func ("/visits-page/says-all", test_says_all);
  g_test_add_func ("/visits-page/judges", test_judges);
  return g_test_run ();
}
