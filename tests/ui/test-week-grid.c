/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-house-header.h"
#include "hv-week-grid.h"

/* The week, houses down and days across. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))
#define WEEK (hv_week_of_day (MONDAY))

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvWeekGrid *grid; /* weak */
} Case;

static void
show (Case *c)
{
  hv_week_grid_show (c->grid, hv_workspace_get_roster (c->workspace), hv_workspace_get_outlook (c->workspace), WEEK,
                     false);
  fixture_settle ();
}

static void
open_case (Case *c)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  c->grid = NULL;
  g_set_weak_pointer (&c->grid, HV_WEEK_GRID (hv_week_grid_new ()));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (c->grid));
  /* As wide on every screen. */
  gtk_widget_set_halign (scroller, GTK_ALIGN_START);
  gtk_widget_set_size_request (scroller, 890, -1);
  fixture_show_view (c->window, scroller);
  show (c);
}

static void
close_case (Case *c)
{
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->grid);
}

static HvShiftCard *
find_card (Case *c, HvId shift)
{
  return hv_week_board_find_card (HV_WEEK_BOARD (c->grid), shift);
}

static HvPlaceChip *
find_chip (Case *c, HvId shift, guint n)
{
  return hv_shift_card_get_chip (find_card (c, shift), n);
}

static void
focus (Case *c, HvId shift, guint n)
{
  g_assert_true (hv_week_board_focus (HV_WEEK_BOARD (c->grid), (HvGridPlace){ shift, n }));
}

/* Where the focus is: the grid says so, and the window. */
static void
assert_current (Case *c, HvId shift, guint n)
{
  HvGridPlace place;
  g_assert_true (hv_week_board_get_current (HV_WEEK_BOARD (c->grid), &place));
  g_assert_cmpint (place.shift, ==, shift);
  g_assert_cmpuint (place.n, ==, n);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_chip (c, shift, n))));
}

/* The middle of a place, in the grid. */
static graphene_point_t
find_middle (Case *c, HvId shift, guint n)
{
  GdkRectangle area;
  graphene_point_t middle;
  hv_shift_card_get_place_area (find_card (c, shift), n, &area);
  g_assert_true (gtk_widget_compute_point (
      GTK_WIDGET (find_card (c, shift)), GTK_WIDGET (c->grid),
      &GRAPHENE_POINT_INIT ((float)area.x + (float)area.width / 2, (float)area.y + (float)area.height / 2), &middle));
  return middle;
}

/* --- what is shown --- */

static void
test_names (void)
{
  static const char *const days[] = { "Monday 4 May", "Tuesday 5 May",  "Wednesday 6 May", "Thursday 7 May",
                                      "Friday 8 May", "Saturday 9 May", "Sunday 10 May" };
  static const struct
  {
    guint row;
    int day;
    const char *said;
  } cells[] = {
    { 0, 0, "Juelsminde, Monday 4 May" },          { 0, 1, "Juelsminde, Tuesday 5 May: Closed" },
    { 1, 2, "Tørring, Wednesday 6 May" },          { 3, 0, "Phone line, Monday 4 May" },
    { 3, 6, "Phone line, Sunday 10 May: Closed" },
  };
  Case c;
  open_case (&c);
  GtkWidget *grid = GTK_WIDGET (c.grid);
  fixture_assert_said (GTK_ACCESSIBLE (grid), "Roster, in week\u00a019");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) /* the first label is the corner */
    fixture_assert_said (GTK_ACCESSIBLE (fixture_find (grid, GTK_TYPE_LABEL, 1 + i)), days[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    fixture_assert_said (
        GTK_ACCESSIBLE (fixture_find (grid, HV_TYPE_WEEK_CELL, cells[i].row * 7 + (guint)cells[i].day)), cells[i].said);
  g_assert_nonnull (fixture_find (grid, HV_TYPE_HOUSE_HEADER, 3));
  g_assert_null (fixture_find (grid, HV_TYPE_HOUSE_HEADER, 4));
  g_assert_nonnull (find_card (&c, THURSDAY_IT));
  g_assert_null (find_card (&c, 12345));
  close_case (&c);
}

/* --- the keyboard --- */

/* Keys one after the other from Anna on, the first place of the week: where the focus is
 * after each. At the edges it stays. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    HvId shift;
    guint n;
  } table[] = {
    { GDK_KEY_Left, 0, MONDAY_IT, 0 },
    { GDK_KEY_KP_Up, 0, MONDAY_IT, 0 },
    { GDK_KEY_Down, 0, MONDAY_IT, 1 },
    { GDK_KEY_Down, 0, MONDAY_IT, 2 },
    { GDK_KEY_Down, 0, MONDAY_IT, 3 },
    { GDK_KEY_Right, 0, MONDAY_IT, 4 },
    { GDK_KEY_Down, 0, MONDAY_HOST, 0 },
    { GDK_KEY_Up, 0, MONDAY_IT, 3 },
    { GDK_KEY_Down, GDK_CONTROL_MASK, MONDAY_PHONE, 0 },
    { GDK_KEY_Down, 0, MONDAY_PHONE, 0 },
    { GDK_KEY_Down, GDK_CONTROL_MASK, MONDAY_PHONE, 0 },
    { GDK_KEY_Up, 0, MONDAY_HOST, 0 },
    { GDK_KEY_KP_Right, 0, WEDNESDAY_IT, 0 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, THURSDAY_IT, 0 },
    { GDK_KEY_End, 0, THURSDAY_IT, 0 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, WEDNESDAY_IT, 2 },
    { GDK_KEY_Left, 0, WEDNESDAY_IT, 1 },
    { GDK_KEY_Home, 0, WEDNESDAY_IT, 0 },
  };
  Case c;
  open_case (&c);
  focus (&c, MONDAY_IT, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_true (fixture_press_with (GTK_WIDGET (c.grid), table[i].key, table[i].modifiers));
      assert_current (&c, table[i].shift, table[i].n);
    }
  close_case (&c);
}

/* Only one place can take the focus; the grid is one stop of the Tab key. */
static void
test_one_stop (void)
{
  Case c;
  open_case (&c);
  GtkWidget *chip;
  focus (&c, WEDNESDAY_IT, 1);
  for (guint i = 0; (chip = fixture_find (GTK_WIDGET (c.grid), HV_TYPE_PLACE_CHIP, i)) != NULL; i++)
    g_assert_cmpint (gtk_widget_get_focusable (chip), ==, chip == GTK_WIDGET (find_chip (&c, WEDNESDAY_IT, 1)));

  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (c.grid), GTK_DIR_TAB_FORWARD)); /* out */
  gtk_window_set_focus (GTK_WINDOW (c.window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (c.grid), GTK_DIR_TAB_BACKWARD)); /* and in */
  assert_current (&c, WEDNESDAY_IT, 1);
  g_assert_false (hv_week_board_focus (HV_WEEK_BOARD (c.grid), (HvGridPlace){ WEDNESDAY_IT, 9 }));
  g_assert_false (hv_week_board_focus (HV_WEEK_BOARD (c.grid), (HvGridPlace){ 12345, 0 }));
  assert_current (&c, WEDNESDAY_IT, 1);
  close_case (&c);
}

/* All the empty places, by day and house, and the first again; and the last one backwards. */
static void
test_next_empty (void)
{
  static const HvGridPlace empty[] = {
    { MONDAY_IT, 3 },    { MONDAY_IT, 4 },   { MONDAY_HOST, 0 }, { WEDNESDAY_IT, 1 },
    { WEDNESDAY_IT, 2 }, { THURSDAY_IT, 1 }, { THURSDAY_IT, 2 }, { MONDAY_IT, 3 },
  };
  Case c;
  HvGridPlace place;
  bool wrapped;
  open_case (&c);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_assert_true (hv_week_board_find_empty (HV_WEEK_BOARD (c.grid), false, &place, &wrapped));
      g_assert_cmpint (place.shift, ==, empty[i].shift);
      g_assert_cmpuint (place.n, ==, empty[i].n);
      g_assert_cmpint (wrapped, ==, i == 7);
      focus (&c, place.shift, place.n);
    }
  g_assert_true (hv_week_board_find_empty (HV_WEEK_BOARD (c.grid), true, &place, &wrapped));
  g_assert_cmpint (place.shift, ==, THURSDAY_IT);
  g_assert_true (wrapped);
  close_case (&c);
}

/* --- signals --- */

typedef struct
{
  HvId shift;
  guint n;
  char *text;
  HvId house;
  guint n_checked;
} Heard;

static void
activated_cb (HvWeekGrid *grid, HvShiftCard *card, guint n, Heard *heard)
{
  heard->shift = hv_shift_card_get_shift (card);
  heard->n = n;
}

static void
typed_cb (HvWeekGrid *grid, HvShiftCard *card, guint n, const char *text, Heard *heard)
{
  activated_cb (grid, card, n, heard);
  g_free (heard->text);
  heard->text = g_strdup (text);
}

static void
house_cb (HvWeekGrid *grid, gint64 house, Heard *heard)
{
  heard->house = house;
}

static void
test_signals (void)
{
  Case c;
  Heard heard = { 0 };
  open_case (&c);
  g_signal_connect (c.grid, "place-activated", G_CALLBACK (activated_cb), &heard);
  g_signal_connect (c.grid, "place-typed", G_CALLBACK (typed_cb), &heard);
  g_signal_connect (c.grid, "house-activated", G_CALLBACK (house_cb), &heard);
  gtk_widget_activate (GTK_WIDGET (find_chip (&c, THURSDAY_IT, 2)));
  g_assert_cmpint (heard.shift, ==, THURSDAY_IT);
  g_assert_cmpuint (heard.n, ==, 2);
  assert_current (&c, THURSDAY_IT, 2); /* what is pressed has the focus */

  focus (&c, MONDAY_HOST, 0);
  g_assert_true (fixture_press (GTK_WIDGET (c.grid), GDK_KEY_Return));
  g_assert_cmpint (heard.shift, ==, MONDAY_HOST);
  focus (&c, MONDAY_IT, 4);
  g_assert_true (fixture_press_with (GTK_WIDGET (c.grid), GDK_KEY_Aring, GDK_SHIFT_MASK));
  g_assert_cmpstr (heard.text, ==, "Å");
  g_assert_cmpuint (heard.n, ==, 4);
  g_assert_false (fixture_press_with (GTK_WIDGET (c.grid), GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_false (fixture_press (GTK_WIDGET (c.grid), GDK_KEY_F8)); /* the page's */
  g_assert_cmpstr (heard.text, ==, "Å");

  g_signal_emit_by_name (fixture_find (GTK_WIDGET (c.grid), HV_TYPE_HOUSE_HEADER, 1), "activated");
  g_assert_cmpint (heard.house, ==, TORRING);
  g_free (heard.text);
  close_case (&c);
}

/* --- dragging --- */

static GtkEventController *
find_controller (Case *c, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (c->grid));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the grid has it */
    }
  g_assert_not_reached ();
}

static char *
check_cb (const char *what, HvGridPlace place, gpointer data)
{
  Heard *heard = data;
  g_assert_cmpstr (what, ==, "assignment:502"); /* Bo */
  heard->n_checked++;
  return place.shift == MONDAY_PHONE ? g_strdup ("is at home") : NULL;
}

static void
dropped_cb (HvWeekGrid *grid, HvShiftCard *card, guint n, const char *what, gboolean copy, Heard *heard)
{
  activated_cb (grid, card, n, heard);
  g_assert_cmpstr (what, ==, "assignment:502");
  g_assert_false (copy);
}

/* A person can be taken and put down on a place; an empty place cannot be taken. */
static void
test_dragging (void)
{
  Case c;
  Heard heard = { 0 };
  open_case (&c);
  g_signal_connect (c.grid, "dropped", G_CALLBACK (dropped_cb), &heard);
  hv_week_grid_set_check (c.grid, check_cb, &heard);
  GtkEventController *source = find_controller (&c, GTK_TYPE_DRAG_SOURCE);
  graphene_point_t bo = find_middle (&c, MONDAY_IT, 1);
  graphene_point_t empty = find_middle (&c, MONDAY_IT, 4);
  g_autoptr (GdkContentProvider) what = NULL;
  g_autoptr (GdkContentProvider) nothing = NULL;
  g_signal_emit_by_name (source, "prepare", (double)bo.x, (double)bo.y, &what);
  g_signal_emit_by_name (source, "prepare", (double)empty.x, (double)empty.y, &nothing);
  g_assert_nonnull (what);
  g_assert_null (nothing);
  for (int frame = 0; frame < 3; frame++)
    fixture_settle ();                                       /* drawn with what is possible */
  g_assert_cmpuint (heard.n_checked, ==, 5 + 1 + 3 + 3 + 1); /* every place of the week that is seen, once */

  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "assignment:502");
  graphene_point_t host = find_middle (&c, MONDAY_HOST, 0);
  GtkEventController *target = find_controller (&c, GTK_TYPE_DROP_TARGET);
  g_signal_emit_by_name (target, "drop", &value, (double)host.x, (double)host.y, &taken);
  g_assert_true (taken);
  g_assert_cmpint (heard.shift, ==, MONDAY_HOST);
  g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken); /* on the corner */
  g_assert_false (taken);
  close_case (&c);
}

/* --- changes --- */

/* The focus stays with a person whose place moves, and with the place of one who goes. */
static void
test_focus_follows (void)
{
  static const HvId removed[] = { ANNA_MONDAY, JENS_MONDAY };
  Case c;
  open_case (&c);
  focus (&c, MONDAY_IT, 2); /* Jens */
  for (gsize i = 0; i < G_N_ELEMENTS (removed); i++)
    {
      HvEdit *edit = hv_workspace_begin (c.workspace, "remove");
      hv_edit_remove (edit, hv_roster_find_assignment (hv_workspace_get_roster (c.workspace), removed[i]));
      fixture_commit (c.workspace, edit);
      show (&c);
      assert_current (&c, MONDAY_IT, 1);
    }
  close_case (&c);
}

/* Four hundred shifts: what is far down is not drawn and has no chips, until
 * the focus is there and has scrolled to it. */
static void
test_huge (void)
{
  Case c;
  HvId last = HV_NONE;
  open_case (&c);
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  for (int i = 0; i < 40; i++)
    {
      HvHouse *house = hv_edit_add (edit, HV_KIND_HOUSE);
      HvId house_id = house->r.id;
      hv_set_text (&house->name, "House");
      house->position = 10 + i;
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      opening->house = house_id;
      opening->starts = hv_minute_at (MONDAY + 4, 9 * 60);
      opening->ends = opening->starts + 120;
      HvId opening_id = opening->r.id;
      HvMinute starts = opening->starts;
      for (int j = 0; j < 10; j++)
        {
          HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
          shift->house = house_id;
          shift->opening = opening_id;
          shift->role = IT;
          shift->starts = starts;
          shift->ends = starts + 60;
          shift->minimum = 1;
          last = shift->r.id;
        }
    }
  fixture_commit (c.workspace, edit);
  guint drawn = hv_shift_card_get_drawn ();
  show (&c);
  g_assert_cmpuint (hv_shift_card_get_drawn () - drawn, <, 100);
  g_assert_null (find_chip (&c, last, 0));
  focus (&c, last, 0);
  fixture_settle ();
  assert_current (&c, last, 0);
  graphene_point_t middle = find_middle (&c, last, 0);
  g_assert_cmpfloat (middle.y, >, 0);
  g_assert_cmpfloat (middle.y, <, gtk_widget_get_height (GTK_WIDGET (c.grid)));
  close_case (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  /* The same on every machine: which names stand beside each other hangs on it. */
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  g_test_add_func ("/week-grid/names", test_names);
  g_test_add_func ("/week-grid/keys", test_keys);
  g_test_add_func ("/week-grid/one-stop", test_one_stop);
  g_test_add_func ("/week-grid/next-empty", test_next_empty);
  g_test_add_func ("/week-grid/signals", test_signals);
  g_test_add_func ("/week-grid/dragging", test_dragging);
  g_test_add_func ("/week-grid/focus-follows", test_focus_follows);
  g_test_add_func ("/week-grid/huge", test_huge);
  return g_test_run ();
}
