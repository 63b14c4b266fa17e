/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-date-dialog.h"
#include "hv-date-group.h"
#include "hv-hours-group.h"
#include "hv-house-detail.h"
#include "hv-house-edit.h"
#include "hv-houses-page.h"
#include "hv-opening-edit.h"
#include "hv-template-dialog.h"

#define MONDAY 1
#define TUESDAY 2

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *page;
  HvHouseDetail *detail;
} Case;

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static const HvHouse *
get_house (Case *c)
{
  return hv_roster_find_house (get_roster (c), JUELSMINDE);
}

static void
begin (Case *c)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  hv_window_show_page (c->window, "houses");
  fixture_settle ();
  c->page = fixture_find (GTK_WIDGET (c->window), HV_TYPE_HOUSES_PAGE, 0);
  c->detail = HV_HOUSE_DETAIL (fixture_find (c->page, HV_TYPE_HOUSE_DETAIL, 0));
}

static void
end (Case *c)
{
  fixture_close (c->window, c->workspace);
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

/* --- the order --- */

static bool
is_second (Case *c)
{
  const HvHouse *second = g_ptr_array_index ((GPtrArray *)hv_roster_list (get_roster (c), HV_KIND_HOUSE), 1);
  return second->r.id == JUELSMINDE;
}

static bool
is_first (Case *c)
{
  return !is_second (c);
}

static void
test_moves (void)
{
  Case c;
  begin (&c);
  gtk_widget_activate_action (c.page, "houses.move", "i", 1);
  wait_until (&c, is_second);
  gtk_widget_activate_action (c.page, "houses.move", "i", -1);
  wait_until (&c, is_first);
  end (&c);
}

/* --- hours --- */

static guint
count_hours (Case *c, int weekday)
{
  g_autoptr (GPtrArray) hours =
      hv_house_edit_list_hours (get_roster (c), JUELSMINDE, weekday, hv_workspace_get_this_week (c->workspace));
  return hours->len;
}

static bool
has_one_time (Case *c)
{
  return count_hours (c, TUESDAY) == 1;
}

static bool
has_two_times (Case *c)
{
  return count_hours (c, TUESDAY) == 2;
}

static void
test_hours (void)
{
  Case c;
  begin (&c);
  HvHoursGroup *hours = HV_HOURS_GROUP (fixture_find (GTK_WIDGET (c.detail), HV_TYPE_HOURS_GROUP, 0));
  hv_hours_group_type (hours, TUESDAY, 0, 10 * 60, 12 * 60);
  wait_until (&c, has_one_time);
  hv_hours_group_type (hours, TUESDAY, 1, 13 * 60, 15 * 60);
  wait_until (&c, has_two_times);
  end (&c);
}

/* Said at once under the day, kept as typed, and nothing is saved. */
static void
test_hours_mistakes (void)
{
  static const struct
  {
    int start;
    int end;
    const char *said;
  } cases[] = {
    { 11 * 60, 13 * 60, "The opening hours of one day must not overlap." },
    { 10 * 60, 12 * 60, "The opening hours of one day must not overlap." },
    { 15 * 60, 14 * 60, "The end must come after the start." },
    { 13 * 60, 13 * 60, "The end must come after the start." },
  };
  Case c;
  begin (&c);
  HvHoursGroup *hours = HV_HOURS_GROUP (fixture_find (GTK_WIDGET (c.detail), HV_TYPE_HOURS_GROUP, 0));
  hv_hours_group_type (hours, TUESDAY, 0, 10 * 60, 12 * 60);
  wait_until (&c, has_one_time);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hv_hours_group_type (hours, TUESDAY, 1, cases[i].start, cases[i].end);
      fixture_settle ();
      g_autoptr (GArray) times = hv_hours_group_get_times (hours, TUESDAY);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (hv_hours_group_get_mistake (hours, TUESDAY), ==, cases[i].said);
      g_assert_cmpint (g_array_index (times, HvTimes, 1).start, ==, cases[i].start);
      g_assert_cmpint (g_array_index (times, HvTimes, 1).end, ==, cases[i].end);
      g_assert_cmpuint (count_hours (&c, TUESDAY), ==, 1);
    }
  hv_hours_group_type (hours, TUESDAY, 1, 13 * 60, 15 * 60);
  wait_until (&c, has_two_times);
  g_assert_null (hv_hours_group_get_mistake (hours, TUESDAY));
  end (&c);
}

/* --- closed days --- */

static GtkWidget *
find_row (Case *c, const char *title)
{
  GtkWidget *row;
  for (guint i = 0; (row = fixture_find (GTK_WIDGET (c->detail), ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  return NULL;
}

static void
switch_holiday (Case *c, const char *title, bool closed)
{
  GtkWidget *row = find_row (c, title);
  g_assert_nonnull (row);
  gtk_switch_set_active (GTK_SWITCH (fixture_find (row, GTK_TYPE_SWITCH, 0)), closed);
}

static bool
opens_on_whit_monday (Case *c)
{
  bool holiday;
  return hv_roster_find_closing (get_roster (c), JUELSMINDE, hv_day_from_ymd (2026, 5, 25), &holiday) == NULL;
}

static bool
closes_on_whit_monday (Case *c)
{
  return !opens_on_whit_monday (c);
}

static bool
has_monday (Case *c)
{
  return count_hours (c, MONDAY) == 1 && find_row (c, "Whit Monday") != NULL;
}

/* Only those that fall on an open weekday are asked about. */
static void
test_holidays (void)
{
  Case c;
  begin (&c);
  g_assert_null (find_row (&c, "Whit Monday"));
  HvHoursGroup *hours = HV_HOURS_GROUP (fixture_find (GTK_WIDGET (c.detail), HV_TYPE_HOURS_GROUP, 0));
  hv_hours_group_type (hours, MONDAY, 0, 10 * 60, 13 * 60);
  wait_until (&c, has_monday);
  g_assert_null (find_row (&c, "Ascension Day")); /* a Thursday */
  g_assert_true (closes_on_whit_monday (&c));
  switch_holiday (&c, "Whit Monday", false);
  wait_until (&c, opens_on_whit_monday);
  switch_holiday (&c, "Whit Monday", true);
  wait_until (&c, closes_on_whit_monday);
  end (&c);
}

/* --- need --- */

static bool
has_minutes (Case *c)
{
  return get_house (c)->minutes == 20 * HV_MICRO;
}

/* Five presses without a pause are no conflict with oneself. */
static void
test_need (void)
{
  Case c;
  begin (&c);
  GtkWidget *spin = NULL;
  for (guint i = 0; spin == NULL; i++)
    {
      GtkWidget *candidate = fixture_find (GTK_WIDGET (c.detail), GTK_TYPE_SPIN_BUTTON, i);
      g_assert_nonnull (candidate);
      if (gtk_spin_button_get_value (GTK_SPIN_BUTTON (candidate)) == 15)
        spin = candidate; /* help time, before the target */
    }
  for (int i = 0; i < 5; i++)
    gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 1);
  wait_until (&c, has_minutes);
  end (&c);
}

/* --- shifts that come back --- */

static const HvTemplate *
find_template (Case *c, int weeks)
{
  g_autoptr (GPtrArray) templates = hv_house_edit_list_templates (
      get_roster (c), JUELSMINDE, hv_week_add (hv_workspace_get_this_week (c->workspace), weeks));
  return templates->len == 0 ? NULL : g_ptr_array_index (templates, 0);
}

static bool
has_template (Case *c)
{
  return find_template (c, 0) != NULL;
}

static bool
has_five_next_week (Case *c)
{
  return find_template (c, 1) != NULL && find_template (c, 1)->minimum == 5;
}

static bool
has_none_next_week (Case *c)
{
  return find_template (c, 1) == NULL;
}

static bool
is_ready (gpointer dialog)
{
  return hv_template_dialog_is_ready (dialog);
}

static HvTemplateDialog *
open_template (Case *c, HvId tmpl)
{
  HvTemplateDialog *dialog = hv_template_dialog_new (c->window, JUELSMINDE, tmpl);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_wait (is_ready, dialog);
  return dialog;
}

/* What is planned on Monday is of this template. */
static void
tie_monday (Case *c, HvId tmpl)
{
  HvEdit *edit = hv_workspace_begin (c->workspace, "template");
  HvShift *shift = hv_edit_change (edit, hv_roster_find_shift (get_roster (c), MONDAY_IT));
  shift->tmpl = tmpl;
  fixture_commit (c->workspace, edit);
}

static void
test_templates (void)
{
  Case c;
  begin (&c);
  HvTemplateDialog *dialog = open_template (&c, HV_NONE);
  hv_template_dialog_set_minimum (dialog, 3);
  g_assert_true (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_template);
  g_assert_cmpint (find_template (&c, 0)->minimum, ==, 3);
  tie_monday (&c, find_template (&c, 0)->r.id);

  /* It says what changes before it does: this week the planned shift, next week nothing. */
  dialog = open_template (&c, find_template (&c, 0)->r.id);
  hv_template_dialog_set_minimum (dialog, 5);
  g_assert_true (g_str_has_prefix (hv_form_dialog_get_status (HV_FORM_DIALOG (dialog)),
                                   "From week\u00a019 on. 1 planned shift changes; whoever stands on it stays."));
  hv_template_dialog_set_from (dialog, hv_week_add (hv_workspace_get_this_week (c.workspace), 1));
  g_assert_true (g_str_has_prefix (hv_form_dialog_get_status (HV_FORM_DIALOG (dialog)),
                                   "From week\u00a020 on. Nothing that is planned already changes."));
  g_assert_true (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_five_next_week);
  g_assert_cmpint (find_template (&c, 0)->minimum, ==, 3);

  dialog = open_template (&c, find_template (&c, 1)->r.id);
  hv_template_dialog_set_from (dialog, hv_week_add (hv_workspace_get_this_week (c.workspace), 1));
  g_assert_true (hv_form_dialog_remove (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_none_next_week);
  g_assert_nonnull (find_template (&c, 0));
  end (&c);
}

static void
test_template_mistakes (void)
{
  static const struct
  {
    const char *start;
    const char *end;
  } cases[] = { { "25", "26" }, { "ten", "13" }, { "10", "9" }, { "10", "10" }, { "", "13" } };
  Case c;
  begin (&c);
  HvTemplateDialog *dialog = open_template (&c, HV_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvFieldRow *start = hv_template_dialog_get_field (dialog, HV_TEMPLATE_START);
      HvFieldRow *end_row = hv_template_dialog_get_field (dialog, HV_TEMPLATE_END);
      hv_field_row_type (start, cases[i].start);
      hv_field_row_type (end_row, cases[i].end);
      bool said = hv_field_row_get_error (start) != NULL || hv_field_row_get_error (end_row) != NULL
                  || hv_form_dialog_get_status (HV_FORM_DIALOG (dialog))[0] != '\0';
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (said);
      g_assert_cmpstr (hv_field_row_get_text (start), ==, cases[i].start);
      g_assert_false (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (has_template (&c));
  end (&c);
}

/* Closed while it still looks what is planned. */
static void
test_template_closes_early (void)
{
  Case c;
  begin (&c);
  gtk_window_destroy (GTK_WINDOW (hv_template_dialog_new (c.window, JUELSMINDE, HV_NONE)));
  fixture_settle ();
  end (&c);
}

/* --- events --- */

static bool
has_event_house (Case *c)
{
  return get_house (c)->house_kind == HV_HOUSE_KIND_EVENT;
}

static guint
count_dates (Case *c)
{
  g_autoptr (GPtrArray) dates = hv_opening_edit_list (get_roster (c), JUELSMINDE, hv_day_from_ymd (2026, 5, 11));
  return dates->len;
}

static bool
has_date (Case *c)
{
  return count_dates (c) == 1;
}

static bool
has_no_date (Case *c)
{
  return count_dates (c) == 0;
}

static void
make_event (Case *c)
{
  HvEdit *edit = hv_workspace_begin (c->workspace, "house");
  HvHouse *house = hv_edit_change (edit, get_house (c));
  house->house_kind = HV_HOUSE_KIND_EVENT;
  house->model = HV_MODEL_GUESTS;
  house->guests_per = 15;
  fixture_commit (c->workspace, edit);
  wait_until (c, has_event_house);
}

static void
type_date (HvDateDialog *dialog, const char *day, const char *start, const char *end, const char *guests)
{
  hv_field_row_type (hv_date_dialog_get_field (dialog, HV_DATE_DAY), day);
  hv_field_row_type (hv_date_dialog_get_field (dialog, HV_DATE_START), start);
  hv_field_row_type (hv_date_dialog_get_field (dialog, HV_DATE_END), end);
  hv_field_row_type (hv_date_dialog_get_field (dialog, HV_DATE_GUESTS), guests);
}

/* A dialogue evening: date, time, address, guests, one host per fifteen. */
static void
test_dates (void)
{
  Case c;
  begin (&c);
  make_event (&c);
  g_assert_true (gtk_widget_get_visible (fixture_find (GTK_WIDGET (c.detail), HV_TYPE_DATE_GROUP, 0)));
  HvDateDialog *dialog = hv_date_dialog_new (c.window, get_roster (&c), JUELSMINDE, HV_NONE);
  type_date (dialog, "12.5.2026", "18:30", "20:30", "60");
  hv_field_row_type (hv_date_dialog_get_field (dialog, HV_DATE_ADDRESS), "Torvet 1");
  hv_date_dialog_set_number (dialog, HOST, 2);
  g_assert_cmpstr (hv_form_dialog_get_status (HV_FORM_DIALOG (dialog)), ==, "60 guests, one helper per 15: 4 helpers");
  g_assert_true (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_date);
  g_autoptr (GPtrArray) dates = hv_opening_edit_list (get_roster (&c), JUELSMINDE, hv_day_from_ymd (2026, 5, 11));
  const HvOpening *opening = g_ptr_array_index (dates, 0);
  g_assert_cmpstr (opening->address, ==, "Torvet 1");
  g_assert_cmpint (hv_opening_edit_get_number (get_roster (&c), opening, HOST), ==, 2);

  dialog = hv_date_dialog_new (c.window, get_roster (&c), JUELSMINDE, opening->r.id);
  g_assert_true (hv_form_dialog_remove (HV_FORM_DIALOG (dialog)));
  wait_until (&c, has_no_date);
  end (&c);
}

static void
test_date_mistakes (void)
{
  static const char *const cases[][4] = {
    { "31.2.2026", "18:30", "20:30", "60" }, { "12.5.2026", "18:30", "18:00", "60" },
    { "12.5.2026", "late", "20:30", "60" },  { "12.5.2026", "18:30", "20:30", "many" },
    { "12.5.2026", "18:30", "20:30", "-1" }, { "4.5.2026", "10", "11", "60" }, /* it is open then */
  };
  Case c;
  begin (&c);
  make_event (&c);
  HvDateDialog *dialog = hv_date_dialog_new (c.window, get_roster (&c), JUELSMINDE, HV_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_date (dialog, cases[i][0], cases[i][1], cases[i][2], cases[i][3]);
      bool said = hv_form_dialog_get_status (HV_FORM_DIALOG (dialog))[0] != '\0';
      for (int field = 0; field < HV_N_DATE_FIELDS; field++)
        said |= hv_field_row_get_error (hv_date_dialog_get_field (dialog, field)) != NULL;
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (said);
      g_assert_cmpstr (hv_field_row_get_text (hv_date_dialog_get_field (dialog, HV_DATE_GUESTS)), ==, cases[i][3]);
      g_assert_false (hv_form_dialog_save (HV_FORM_DIALOG (dialog)));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpuint (count_dates (&c), ==, 0);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/houses-page/moves", test_moves);
  g_test_add_func ("/houses-page/hours", test_hours);
  g_test_add_func ("/houses-page/hours-mistakes", test_hours_mistakes);
  g_test_add_func ("/houses-page/holidays", test_holidays);
  g_test_add_func ("/houses-page/need", test_need);
  g_test_add_func ("/houses-page/templates", test_templates);
  g_test_add_func ("/houses-page/template-mistakes", test_template_mistakes);
  g_test_add_func ("/houses-page/template-closes-early", test_template_closes_early);
  g_test_add_func ("/houses-page/dates", test_dates);
  g_test_add_func ("/houses-page/date-mistakes", test_date_mistakes);
  return g_test_run ();
}
