/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-closing.h"
#include "hv-day-bar.h"
#include "hv-house-week.h"
#include "hv-opening-view.h"
#include "hv-state-label.h"
#include "hv-times-popover.h"

/* The week of one house: what it says, and what is done in it. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))
#define WEEK (hv_week_of_day (MONDAY))

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvHouseWeek *view; /* weak */
} Case;

static void
show (Case *c, HvId house, HvWeek week)
{
  hv_house_week_show (c->view, c->workspace, house, week);
  fixture_settle ();
}

static void
open_case (Case *c, HvId house)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  c->view = NULL;
  g_set_weak_pointer (&c->view, HV_HOUSE_WEEK (hv_house_week_new ()));
  hv_house_week_show (c->view, c->workspace, house, WEEK);
  fixture_show_view (c->window, GTK_WIDGET (c->view));
}

/* Every case sees its view die with the window. */
static void
close_case (Case *c)
{
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->view);
}

static HvShiftLanes *
find_lanes (Case *c, guint n)
{
  return HV_SHIFT_LANES (fixture_find (GTK_WIDGET (c->view), HV_TYPE_SHIFT_LANES, n));
}

static HvDutyBar *
find_bar (Case *c, guint n)
{
  return HV_DUTY_BAR (fixture_find (GTK_WIDGET (find_lanes (c, 0)), HV_TYPE_DUTY_BAR, n));
}

static const char *
get_empty_title (Case *c)
{
  GtkStack *stack = GTK_STACK (fixture_find (GTK_WIDGET (c->view), GTK_TYPE_STACK, 0));
  if (!g_str_equal (gtk_stack_get_visible_child_name (stack), "empty"))
    return NULL;
  return adw_status_page_get_title (ADW_STATUS_PAGE (fixture_find (GTK_WIDGET (stack), ADW_TYPE_STATUS_PAGE, 0)));
}

static const char *
get_empty_text (Case *c)
{
  return adw_status_page_get_description (
      ADW_STATUS_PAGE (fixture_find (GTK_WIDGET (c->view), ADW_TYPE_STATUS_PAGE, 0)));
}

static const HvAssignment *
find_assignment (Case *c, HvId id)
{
  return hv_roster_find_assignment (hv_workspace_get_roster (c->workspace), id);
}

static HvGridPlace
get_current (Case *c)
{
  HvGridPlace place = { HV_NONE, 0 };
  hv_house_week_get_current (c->view, &place);
  return place;
}

/* What happens to the data comes back to the view as the page would do it. */
static void
wait_and_show (Case *c)
{
  fixture_wait_changed (c->workspace);
  show (c, JUELSMINDE, WEEK);
}

/* --- what it says --- */

static void
test_day_bar (void)
{
  static const char *const said[7] = {
    "Monday 4 May: 3 missing", "Tuesday 5 May: Closed",  "Wednesday 6 May: Closed", "Thursday 7 May: Closed",
    "Friday 8 May: Closed",    "Saturday 9 May: Closed", "Sunday 10 May: Closed",
  };
  Case c;
  open_case (&c, JUELSMINDE);
  GtkWidget *bar = fixture_find (GTK_WIDGET (c.view), HV_TYPE_DAY_BAR, 0);
  for (guint day = 0; day < 7; day++)
    {
      GtkWidget *button = fixture_find (bar, GTK_TYPE_TOGGLE_BUTTON, day);
      fixture_assert_said (GTK_ACCESSIBLE (button), said[day]);
      g_assert_cmpint (hv_day_bar_is_open (HV_DAY_BAR (bar), (int)day + 1), ==, day == 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (bar, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY + 2);
  g_assert_cmpstr (get_empty_title (&c), ==, "Closed");
  close_case (&c);
}

/* Bars by role, people before empty places; each says a whole sentence. */
static void
test_bars (void)
{
  static const char *const said[] = {
    "Anna Lindeskov, IT help, Juelsminde, Monday 4 May 10:00–13:00.",
    "Bo Vestermark, IT help, Juelsminde, Monday 4 May 10:00–13:00.",
    "Jens Åbrink, IT help, Juelsminde, Monday 4 May 10:00–13:00.",
    "Empty place: IT help, Juelsminde, Monday 4 May 10:00–13:00. Assign a volunteer.",
    "Empty place: IT help, Juelsminde, Monday 4 May 10:00–13:00. Assign a volunteer.",
    "Empty place: Coffee host, Juelsminde, Monday 4 May 10:00–13:00. Assign a volunteer.",
  };
  Case c;
  open_case (&c, JUELSMINDE);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      HvDutyBar *bar = find_bar (&c, i);
      gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_BUTTON);
      fixture_assert_said (GTK_ACCESSIBLE (bar), said[i]);
    }
  g_assert_null (find_bar (&c, G_N_ELEMENTS (said)));
  close_case (&c);
}

/* Where nothing is open: house, week (0: this, 1: the next), weekday → the title. */
static void
test_empty_states (void)
{
  static const struct
  {
    HvId house;
    int week;
    int weekday;
    const char *title;
    const char *text;
  } table[] = {
    { JUELSMINDE, 0, 1, NULL, NULL },
    { JUELSMINDE, 0, 2, "Closed", "Juelsminde does not open on Tuesday 5 May." },
    { JUELSMINDE, 1, 1, "Nothing is planned",
      "Juelsminde has no openings in week\u00a020, and no opening hours to make them from." },
    { 999, 0, 1, "This house is gone", NULL },
  };
  Case c;
  open_case (&c, JUELSMINDE);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvWeek week = hv_week_add (WEEK, table[i].week);
      show (&c, table[i].house, week);
      hv_house_week_set_day (c.view, hv_week_get_day (week, table[i].weekday));
      g_assert_cmpstr (get_empty_title (&c), ==, table[i].title);
      if (table[i].text != NULL)
        g_assert_cmpstr (get_empty_text (&c), ==, table[i].text);
    }
  close_case (&c);
}

static void
close_juelsminde (Case *c)
{
  g_autoptr (GError) error = NULL;
  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  HvEdit *edit = hv_closing_close (roster, hv_roster_find_house (roster, JUELSMINDE), MONDAY, "Local election",
                                   hv_store_new_edit_source (), &error);
  g_assert_no_error (error);
  fixture_commit (c->workspace, edit);
  show (c, JUELSMINDE, WEEK);
}

/* Closed says why, and whom to tell; opening again brings everybody back. */
static void
test_closed (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  close_juelsminde (&c);
  g_assert_cmpstr (get_empty_title (&c), ==, "Closed: Local election");
  g_assert_cmpstr (get_empty_text (&c), ==, "3 volunteers need to be told.");
  GtkWidget *bar = fixture_find (GTK_WIDGET (c.view), HV_TYPE_DAY_BAR, 0);
  fixture_assert_said (GTK_ACCESSIBLE (fixture_find (bar, GTK_TYPE_TOGGLE_BUTTON, 0)),
                       "Monday 4 May: Closed: Local election");

  gtk_widget_activate_action (GTK_WIDGET (c.view), "day.open-anyway", NULL);
  wait_and_show (&c);
  g_assert_null (get_empty_title (&c));
  g_assert_nonnull (find_bar (&c, 5));
  close_case (&c);
}

/* Two openings on a Monday are two views with their hours above; one closed is a line. */
static void
test_several_openings (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  for (int i = 0; i < 2; i++)
    {
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      opening->house = JUELSMINDE;
      opening->starts = hv_minute_at (MONDAY, (16 + 3 * i) * 60);
      opening->ends = opening->starts + 120;
      if (i == 1)
        hv_set_text (&opening->closed, "Painters");
    }
  fixture_commit (c.workspace, edit);
  show (&c, JUELSMINDE, WEEK);
  GtkWidget *second = fixture_find (GTK_WIDGET (c.view), HV_TYPE_OPENING_VIEW, 1);
  g_assert_nonnull (second);
  g_assert_true (gtk_widget_get_visible (second));
  g_assert_null (fixture_find (GTK_WIDGET (c.view), HV_TYPE_OPENING_VIEW, 2));
  GtkWidget *title = fixture_find (second, GTK_TYPE_LABEL, 0);
  g_assert_true (gtk_widget_get_visible (title));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "Opening 16:00–18:00");

  bool noted = false;
  for (guint i = 0; fixture_find (GTK_WIDGET (c.view), GTK_TYPE_LABEL, i) != NULL; i++)
    {
      GtkWidget *label = fixture_find (GTK_WIDGET (c.view), GTK_TYPE_LABEL, i);
      noted |= gtk_widget_get_visible (label)
               && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "19:00–21:00, closed: Painters");
    }
  g_assert_true (noted);
  close_case (&c);
}

/* Down from the last bar of an opening is the next opening, and up is the way back. */
static void
test_across_openings (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
  opening->house = JUELSMINDE;
  opening->starts = hv_minute_at (MONDAY, 16 * 60);
  opening->ends = opening->starts + 120;
  HvId opening_id = opening->r.id;
  HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
  shift->house = JUELSMINDE;
  shift->opening = opening_id;
  shift->role = IT;
  shift->starts = hv_minute_at (MONDAY, 16 * 60);
  shift->ends = shift->starts + 120;
  shift->minimum = 1;
  HvId evening = shift->r.id;
  fixture_commit (c.workspace, edit);
  show (&c, JUELSMINDE, WEEK);

  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_HOST, 0 });
  g_assert_false (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_Down));
  g_assert_true (fixture_press (GTK_WIDGET (c.view), GDK_KEY_Down));
  g_assert_cmpint (get_current (&c).shift, ==, evening);
  g_assert_true (fixture_press (GTK_WIDGET (c.view), GDK_KEY_Up));
  g_assert_cmpint (get_current (&c).shift, ==, MONDAY_HOST);
  close_case (&c);
}

/* The weekday that was chosen is kept; a week in which it is closed shows the first open
 * day, and does not forget it. */
static void
test_chosen_day (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY);
  hv_house_week_set_day (c.view, MONDAY + 2);
  show (&c, TORRING, WEEK);
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY + 2);
  show (&c, HEDENSTED, WEEK);
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY + 3);
  show (&c, TORRING, WEEK);
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY + 2);
  show (&c, JUELSMINDE, hv_week_add (WEEK, 1));
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY + 9);
  close_case (&c);
}

/* --- the keyboard --- */

static void
test_arrows (void)
{
  static const struct
  {
    guint key;
    HvId shift;
    guint n;
  } table[] = {
    { GDK_KEY_Down, MONDAY_IT, 1 }, { GDK_KEY_Down, MONDAY_IT, 2 },    { GDK_KEY_Up, MONDAY_IT, 1 },
    { GDK_KEY_Left, MONDAY_IT, 1 }, { GDK_KEY_End, MONDAY_HOST, 0 },   { GDK_KEY_Up, MONDAY_IT, 4 },
    { GDK_KEY_Home, MONDAY_IT, 0 }, { GDK_KEY_KP_Down, MONDAY_IT, 1 },
  };
  Case c;
  open_case (&c, JUELSMINDE);
  g_assert_true (hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 0 }));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_true (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), table[i].key));
      HvGridPlace place = get_current (&c);
      g_assert_cmpint (place.shift, ==, table[i].shift);
      g_assert_cmpint (place.n, ==, table[i].n);
      const HvCardPlace *shown;
      HvDutyBar *bar = hv_shift_lanes_find_bar (find_lanes (&c, 0), place, &shown);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (bar)));
    }
  close_case (&c);
}

/* F8 runs through the empty places of the week, and begins again. */
static void
test_next_empty (void)
{
  static const HvGridPlace empty[] = { { MONDAY_IT, 3 }, { MONDAY_IT, 4 }, { MONDAY_HOST, 0 } };
  Case c;
  open_case (&c, JUELSMINDE);
  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 0 });
  for (guint i = 0; i < 4; i++)
    {
      HvGridPlace place;
      bool wrapped;
      g_assert_true (hv_house_week_find_empty (c.view, false, &place, &wrapped));
      g_assert_cmpint (place.shift, ==, empty[i % 3].shift);
      g_assert_cmpint (place.n, ==, empty[i % 3].n);
      g_assert_cmpint (wrapped, ==, i == 3);
      g_assert_true (hv_house_week_focus (c.view, place));
    }
  HvGridPlace place;
  bool wrapped;
  g_assert_true (hv_house_week_find_empty (c.view, true, &place, &wrapped));
  g_assert_cmpint (place.shift, ==, MONDAY_HOST);
  g_assert_true (wrapped);
  close_case (&c);
}

/* Going to a place of another day shows that day. */
static void
test_focus_other_day (void)
{
  Case c;
  open_case (&c, TORRING);
  hv_house_week_set_day (c.view, MONDAY);
  g_assert_true (hv_house_week_focus (c.view, (HvGridPlace){ WEDNESDAY_IT, 1 }));
  g_assert_cmpint (hv_house_week_get_day (c.view), ==, MONDAY + 2);
  g_assert_false (hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 0 })); /* another house */
  g_assert_false (hv_house_week_focus (c.view, (HvGridPlace){ WEDNESDAY_IT, 9 }));
  close_case (&c);
}

/* --- pressing and typing --- */

typedef struct
{
  guint n;
  HvId shift;
  HvId assignment;
  char *text;
  GdkRectangle area;
} Heard;

static void
activated_cb (HvHouseWeek *view, const HvCardPlace *place, const GdkRectangle *area, Heard *heard)
{
  heard->n++;
  heard->shift = place->shift;
  heard->assignment = place->assignment;
  heard->area = *area;
}

static void
typed_cb (HvHouseWeek *view, const HvCardPlace *place, const GdkRectangle *area, const char *text, Heard *heard)
{
  activated_cb (view, place, area, heard);
  g_free (heard->text);
  heard->text = g_strdup (text);
}

static void
test_pressing (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  Heard heard = { 0 };
  g_signal_connect (c.view, "place-activated", G_CALLBACK (activated_cb), &heard);
  g_signal_connect (c.view, "place-typed", G_CALLBACK (typed_cb), &heard);
  gtk_widget_activate (GTK_WIDGET (find_bar (&c, 0)));
  g_assert_cmpint (heard.n, ==, 1);
  g_assert_cmpint (heard.assignment, ==, ANNA_MONDAY);
  g_assert_cmpint (heard.area.width, >, 100);

  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_HOST, 0 });
  fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_Return);
  g_assert_cmpint (heard.n, ==, 2);
  g_assert_cmpint (heard.shift, ==, MONDAY_HOST);
  g_assert_cmpint (heard.assignment, ==, HV_NONE);
  fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_oslash);
  g_assert_cmpint (heard.n, ==, 3);
  g_assert_cmpstr (heard.text, ==, "ø");

  GdkRectangle area;
  const HvCardPlace *place = hv_house_week_find_place (c.view, (HvGridPlace){ MONDAY_IT, 1 }, &area);
  g_assert_cmpint (place->assignment, ==, BO_MONDAY);
  g_assert_null (hv_house_week_find_place (c.view, (HvGridPlace){ WEDNESDAY_IT, 0 }, &area));
  g_free (heard.text);
  close_case (&c);
}

/* --- exact times --- */

/* Shift+Alt and an arrow: minutes that Anna's time begins and ends later. */
static void
test_stretch_by_key (void)
{
  static const struct
  {
    guint key;
    int from;
    int to;
  } table[] = {
    { GDK_KEY_Right, 0, 15 },
    { GDK_KEY_Left, 0, -15 },
    { GDK_KEY_Down, 15, 0 },
    { GDK_KEY_Up, -15, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Case c;
      open_case (&c, JUELSMINDE);
      HvSpan before = hv_assignment_get_span (find_assignment (&c, ANNA_MONDAY));
      hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 0 });
      fixture_press_with (GTK_WIDGET (find_lanes (&c, 0)), table[i].key, GDK_SHIFT_MASK | GDK_ALT_MASK);
      wait_and_show (&c);
      HvSpan after = hv_assignment_get_span (find_assignment (&c, ANNA_MONDAY));
      g_assert_cmpint (after.from - before.from, ==, table[i].from);
      g_assert_cmpint (after.to - before.to, ==, table[i].to);
      g_assert_cmpint (find_assignment (&c, ANNA_MONDAY)->own_span, ==, 1);
      /* Whoever begins later stands further down, and the focus is with them. */
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (hv_shift_lanes_find_person (find_lanes (&c, 0), ANNA_MONDAY))));
      close_case (&c);
    }
}

static GtkGesture *
find_drag (Case *c)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (find_lanes (c, 0)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* Takes hold of an end of Anna's bar, and moves it by a part of the bar's length. */
static void
drag_end_of_anna (Case *c, bool end, double part, bool let_go)
{
  graphene_rect_t area;
  HvShiftLanes *lanes = find_lanes (c, 0);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_bar (c, 0)), GTK_WIDGET (lanes), &area));
  double x = area.origin.x + (end ? area.size.width - 3 : 3);
  double y = area.origin.y + area.size.height / 2;
  g_signal_emit_by_name (find_drag (c), "drag-begin", x, y);
  g_signal_emit_by_name (find_drag (c), "drag-update", part * area.size.width, 0.);
  if (let_go)
    g_signal_emit_by_name (find_drag (c), "drag-end", part * area.size.width, 0.);
}

/* The bar is three hours long: parts of it → minutes later. Ends stay on the axis, and an
 * end never passes the other. */
static void
test_stretch_by_drag (void)
{
  static const struct
  {
    bool end;
    double part;
    int from;
    int to;
  } table[] = {
    { true, -1 / 6., 0, -30 }, { true, -0.25, 0, -45 }, { false, 1 / 12., 15, 0 },
    { false, 2, 165, 0 },      { true, -2, 0, -165 },   { true, -0.09, 0, -15 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Case c;
      open_case (&c, JUELSMINDE);
      HvSpan before = hv_assignment_get_span (find_assignment (&c, ANNA_MONDAY));
      drag_end_of_anna (&c, table[i].end, table[i].part, true);
      wait_and_show (&c);
      HvSpan after = hv_assignment_get_span (find_assignment (&c, ANNA_MONDAY));
      g_assert_cmpint (after.from - before.from, ==, table[i].from);
      g_assert_cmpint (after.to - before.to, ==, table[i].to);
      close_case (&c);
    }
}

/* Escape gives up; the middle of a bar, an empty place and a step too small change nothing. */
static void
test_stretch_nothing (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  HvSpan before = hv_assignment_get_span (find_assignment (&c, ANNA_MONDAY));
  drag_end_of_anna (&c, true, -0.25, false);
  g_assert_true (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_Escape));
  g_signal_emit_by_name (find_drag (&c), "drag-end", -100., 0.);
  drag_end_of_anna (&c, true, -0.02, true);

  graphene_rect_t area;
  HvShiftLanes *lanes = find_lanes (&c, 0);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_bar (&c, 3)), GTK_WIDGET (lanes), &area));
  g_signal_emit_by_name (find_drag (&c), "drag-begin", area.origin.x + 3., area.origin.y + 10.);
  g_signal_emit_by_name (find_drag (&c), "drag-end", 100., 0.);
  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 3 });
  fixture_press_with (GTK_WIDGET (lanes), GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK);
  fixture_settle ();
  HvSpan after = hv_assignment_get_span (find_assignment (&c, ANNA_MONDAY));
  g_assert_cmpint (hv_span_compare (before, after), ==, 0);
  close_case (&c);
}

/* F2 asks for exact times over the bar; not for an empty place. */
static void
test_exact_times (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 3 });
  g_assert_false (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_F2));
  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 0 });
  g_assert_true (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_F2));
  GtkWidget *popover = fixture_find (GTK_WIDGET (c.view), HV_TYPE_TIMES_POPOVER, 0);
  g_assert_nonnull (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *)&popover);
  fixture_wait_closed (&popover);
  if (popover != NULL)
    g_object_remove_weak_pointer (G_OBJECT (popover), (gpointer *)&popover);
  close_case (&c);
}

/* --- taking off and assigning --- */

static void
test_remove (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 3 });
  g_assert_false (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_Delete)); /* an empty place */
  hv_house_week_focus (c.view, (HvGridPlace){ MONDAY_IT, 1 });
  g_assert_true (fixture_press (GTK_WIDGET (find_lanes (&c, 0)), GDK_KEY_Delete));
  wait_and_show (&c);
  g_assert_null (find_assignment (&c, BO_MONDAY));
  HvGridPlace place = get_current (&c);
  g_assert_cmpint (place.shift, ==, MONDAY_IT);
  g_assert_cmpint (place.n, ==, 1);
  close_case (&c);
}

static bool
has_found (gpointer data)
{
  return !hv_suggestion_list_is_looking (data);
}

/* The best three for each of the two shifts; pressing the button puts them there. */
static void
test_suggestions (void)
{
  static const char *const names[] = { "Assign Carla Munkholt, IT help", "Assign Dan Østerlide, IT help",
                                       "Assign Else Fjordby, IT help", "Assign Finn Bakkeskov, Coffee host" };
  Case c;
  open_case (&c, JUELSMINDE);
  HvSuggestionList *list = HV_SUGGESTION_LIST (fixture_find (GTK_WIDGET (c.view), HV_TYPE_SUGGESTION_LIST, 0));
  fixture_wait (has_found, list);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fixture_assert_said (GTK_ACCESSIBLE (fixture_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, i)), names[i]);
  g_assert_null (fixture_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, G_N_ELEMENTS (names)));

  gtk_widget_activate (fixture_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0));
  wait_and_show (&c);
  g_assert_nonnull (hv_roster_find_assigned (hv_workspace_get_roster (c.workspace), MONDAY_IT, CARLA));
  fixture_wait (has_found, list);
  /* One place each is empty now, and nobody at all comes before one too few. */
  fixture_assert_said (GTK_ACCESSIBLE (fixture_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0)), names[3]);
  fixture_assert_said (GTK_ACCESSIBLE (fixture_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, 1)), names[1]);
  close_case (&c);
}

/* A search under way when everything goes is no harm. */
static void
test_gone_while_looking (void)
{
  Case c;
  open_case (&c, JUELSMINDE);
  hv_house_week_show (c.view, c.workspace, JUELSMINDE, WEEK);
  hv_house_week_show (c.view, c.workspace, TORRING, WEEK);
  close_case (&c);
}

/* A window that is closed before its week is there. */
static void
test_closed_early (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = hv_window_new (NULL, workspace);
  gtk_window_present (GTK_WINDOW (window));
  fixture_close (window, workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/house-week/day-bar", test_day_bar);
  g_test_add_func ("/house-week/bars", test_bars);
  g_test_add_func ("/house-week/empty-states", test_empty_states);
  g_test_add_func ("/house-week/closed", test_closed);
  g_test_add_func ("/house-week/several-openings", test_several_openings);
  g_test_add_func ("/house-week/across-openings", test_across_openings);
  g_test_add_func ("/house-week/chosen-day", test_chosen_day);
  g_test_add_func ("/house-week/arrows", test_arrows);
  g_test_add_func ("/house-week/next-empty", test_next_empty);
  g_test_add_func ("/house-week/focus-other-day", test_focus_other_day);
  g_test_add_func ("/house-week/pressing", test_pressing);
  g_test_add_func ("/house-week/stretch-by-key", test_stretch_by_key);
  g_test_add_func ("/house-week/stretch-by-drag", test_stretch_by_drag);
  g_test_add_func ("/house-week/stretch-nothing", test_stretch_nothing);
  g_test_add_func ("/house-week/exact-times", test_exact_times);
  g_test_add_func ("/house-week/remove", test_remove);
  g_test_add_func ("/house-week/suggestions", test_suggestions);
  g_test_add_func ("/house-week/gone-while-looking", test_gone_while_looking);
  g_test_add_func ("/house-week/closed-early", test_closed_early);
  return g_test_run ();
}
