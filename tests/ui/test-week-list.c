/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-closing.h"
#include "hv-coverage-strip.h"
#include "hv-opening-title.h"
#include "hv-week-list.h"

/* The week for a narrow window. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))
#define WEEK (hv_week_of_day (MONDAY))

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvWeekList *list; /* weak */
} Case;

static void
show (Case *c, HvWeek week, HvId house)
{
  hv_week_list_show (c->list, hv_workspace_get_roster (c->workspace), hv_workspace_get_outlook (c->workspace), week,
                     house);
  fixture_settle ();
}

static void
open_case (Case *c, HvId house)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  c->list = NULL;
  g_set_weak_pointer (&c->list, HV_WEEK_LIST (hv_week_list_new ()));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (c->list));
  fixture_show_view (c->window, scroller);
  show (c, WEEK, house);
}

static void
close_case (Case *c)
{
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->list);
}

static GtkWidget *
find_title (Case *c, guint n)
{
  return fixture_find (GTK_WIDGET (c->list), HV_TYPE_OPENING_TITLE, n);
}

/* Openings by date and time, whatever their house; each with its strip and cards. */
static void
test_order (void)
{
  static const char *const said[] = {
    "Phone line, Monday 4 May 09:00–12:00: too few",
    "Juelsminde, Monday 4 May 10:00–13:00: 3 missing",
    "Tørring, Wednesday 6 May 10:00–13:00: 2 missing",
    "Hedensted, Thursday 7 May 10:00–13:00: 2 missing",
  };
  Case c;
  open_case (&c, HV_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      fixture_assert_said (GTK_ACCESSIBLE (find_title (&c, i)), said[i]);
      g_assert_nonnull (fixture_find (GTK_WIDGET (c.list), HV_TYPE_COVERAGE_STRIP, i));
    }
  g_assert_null (find_title (&c, G_N_ELEMENTS (said)));
  g_assert_nonnull (hv_week_board_find_card (HV_WEEK_BOARD (c.list), MONDAY_HOST));
  g_assert_nonnull (hv_week_board_find_card (HV_WEEK_BOARD (c.list), MONDAY_PHONE));
  g_assert_null (hv_week_board_find_card (HV_WEEK_BOARD (c.list), 12345));
  close_case (&c);
}

/* One house, a closed opening, and a week without any. */
static void
test_states (void)
{
  Case c;
  g_autoptr (GError) error = NULL;
  open_case (&c, TORRING);
  fixture_assert_said (GTK_ACCESSIBLE (find_title (&c, 0)), "Tørring, Wednesday 6 May 10:00–13:00: 2 missing");
  g_assert_null (find_title (&c, 1));

  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  HvEdit *edit = hv_closing_close (roster, hv_roster_find_house (roster, TORRING), MONDAY + 2, "Painters",
                                   hv_store_new_edit_source (), &error);
  g_assert_no_error (error);
  fixture_commit (c.workspace, edit);
  show (&c, WEEK, TORRING);
  fixture_assert_said (GTK_ACCESSIBLE (find_title (&c, 0)), "Tørring, Wednesday 6 May 10:00–13:00: Closed: Painters");
  g_assert_null (hv_week_board_find_card (HV_WEEK_BOARD (c.list), WEDNESDAY_IT));

  show (&c, hv_week_add (WEEK, 1), HV_NONE);
  g_assert_null (find_title (&c, 0));
  GtkWidget *empty = fixture_find (GTK_WIDGET (c.list), GTK_TYPE_LABEL, 0);
  g_assert_true (gtk_widget_get_visible (empty));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "Nothing is open in week\u00a020.");
  close_case (&c);
}

static void
test_width (void)
{
  Case c;
  int least;
  open_case (&c, HV_NONE);
  gtk_widget_measure (GTK_WIDGET (c.list), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  close_case (&c);
}

/* Keys from Anna on: where the focus is after each. At the edges it stays. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    HvId shift;
    guint n;
  } table[] = {
    { GDK_KEY_Right, MONDAY_IT, 1 },   { GDK_KEY_Left, MONDAY_IT, 0 },   { GDK_KEY_Left, MONDAY_IT, 0 },
    { GDK_KEY_End, THURSDAY_IT, 2 },   { GDK_KEY_Down, THURSDAY_IT, 2 }, { GDK_KEY_Right, THURSDAY_IT, 2 },
    { GDK_KEY_Home, MONDAY_PHONE, 0 }, { GDK_KEY_Up, MONDAY_PHONE, 0 },  { GDK_KEY_Down, MONDAY_IT, 2 },
  };
  Case c;
  open_case (&c, HV_NONE);
  g_assert_true (hv_week_board_focus (HV_WEEK_BOARD (c.list), (HvGridPlace){ MONDAY_IT, 0 }));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvGridPlace place;
      g_assert_true (fixture_press (GTK_WIDGET (c.list), table[i].key));
      g_assert_true (hv_week_board_get_current (HV_WEEK_BOARD (c.list), &place));
      g_assert_cmpint (place.shift, ==, table[i].shift);
      g_assert_cmpint (place.n, ==, table[i].n);
      HvPlaceChip *chip =
          hv_shift_card_get_chip (hv_week_board_find_card (HV_WEEK_BOARD (c.list), place.shift), place.n);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chip)));
    }
  close_case (&c);
}

/* All the empty places from top to bottom, and the first again. */
static void
test_next_empty (void)
{
  static const HvGridPlace empty[] = {
    { MONDAY_IT, 3 },    { MONDAY_IT, 4 },   { MONDAY_HOST, 0 }, { WEDNESDAY_IT, 1 },
    { WEDNESDAY_IT, 2 }, { THURSDAY_IT, 1 }, { THURSDAY_IT, 2 }, { MONDAY_IT, 3 },
  };
  Case c;
  open_case (&c, HV_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      HvGridPlace place;
      bool wrapped;
      g_assert_true (hv_week_board_find_empty (HV_WEEK_BOARD (c.list), false, &place, &wrapped));
      g_assert_cmpint (place.shift, ==, empty[i].shift);
      g_assert_cmpint (place.n, ==, empty[i].n);
      g_assert_cmpint (wrapped, ==, i == 7);
      hv_week_board_focus (HV_WEEK_BOARD (c.list), place);
    }
  close_case (&c);
}

typedef struct
{
  HvId shift;
  guint n;
  char text[8];
  HvId house;
} Heard;

static void
activated_cb (HvWeekList *list, HvShiftCard *card, guint n, Heard *heard)
{
  heard->shift = hv_shift_card_get_shift (card);
  heard->n = n;
}

static void
typed_cb (HvWeekList *list, HvShiftCard *card, guint n, const char *text, Heard *heard)
{
  activated_cb (list, card, n, heard);
  g_strlcpy (heard->text, text, sizeof heard->text);
}

static void
house_cb (HvWeekList *list, gint64 house, Heard *heard)
{
  heard->house = house;
}

static void
test_signals (void)
{
  Case c;
  Heard heard = { 0 };
  open_case (&c, HV_NONE);
  g_signal_connect (c.list, "place-activated", G_CALLBACK (activated_cb), &heard);
  g_signal_connect (c.list, "place-typed", G_CALLBACK (typed_cb), &heard);
  g_signal_connect (c.list, "house-activated", G_CALLBACK (house_cb), &heard);
  gtk_widget_activate (
      GTK_WIDGET (hv_shift_card_get_chip (hv_week_board_find_card (HV_WEEK_BOARD (c.list), THURSDAY_IT), 2)));
  g_assert_cmpint (heard.shift, ==, THURSDAY_IT);
  g_assert_cmpint (heard.n, ==, 2);

  hv_week_board_focus (HV_WEEK_BOARD (c.list), (HvGridPlace){ MONDAY_HOST, 0 });
  fixture_press (GTK_WIDGET (c.list), GDK_KEY_space);
  g_assert_cmpint (heard.shift, ==, MONDAY_HOST);
  hv_week_board_focus (HV_WEEK_BOARD (c.list), (HvGridPlace){ MONDAY_IT, 4 });
  fixture_press (GTK_WIDGET (c.list), GDK_KEY_Aring);
  g_assert_cmpstr (heard.text, ==, "Å");
  g_assert_cmpint (heard.n, ==, 4);

  g_signal_emit_by_name (fixture_find (find_title (&c, 2), GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpint (heard.house, ==, TORRING);
  close_case (&c);
}

/* The focus stays with a person whose place moves, and with the place of one who goes. */
static void
test_focus_follows (void)
{
  Case c;
  HvGridPlace place;
  open_case (&c, JUELSMINDE);
  hv_week_board_focus (HV_WEEK_BOARD (c.list), (HvGridPlace){ MONDAY_IT, 2 });
  HvEdit *edit = hv_workspace_begin (c.workspace, "remove");
  hv_edit_remove (edit, hv_roster_find_assignment (hv_workspace_get_roster (c.workspace), ANNA_MONDAY));
  fixture_commit (c.workspace, edit);
  show (&c, WEEK, JUELSMINDE);
  g_assert_true (hv_week_board_get_current (HV_WEEK_BOARD (c.list), &place));
  g_assert_cmpint (place.n, ==, 1);
  HvPlaceChip *chip = hv_shift_card_get_chip (hv_week_board_find_card (HV_WEEK_BOARD (c.list), MONDAY_IT), 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chip)));

  edit = hv_workspace_begin (c.workspace, "remove");
  hv_edit_remove (edit, hv_roster_find_assignment (hv_workspace_get_roster (c.workspace), JENS_MONDAY));
  fixture_commit (c.workspace, edit);
  show (&c, WEEK, JUELSMINDE);
  g_assert_true (hv_week_board_get_current (HV_WEEK_BOARD (c.list), &place));
  g_assert_cmpint (place.shift, ==, MONDAY_IT);
  g_assert_cmpint (place.n, ==, 1);
  close_case (&c);
}

/* A hundred and forty openings: what is far down is not drawn, and F8 scrolls to it. */
static void
test_huge (void)
{
  Case c;
  open_case (&c, HV_NONE);
  HvEdit *edit = hv_workspace_begin (c.workspace, "import");
  HvId last = 0;
  for (int i = 0; i < 140; i++)
    {
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      opening->house = PHONE;
      opening->starts = hv_minute_at (MONDAY + 4, 8 * 60 + 2 * i);
      opening->ends = opening->starts + 60;
      HvId opening_id = opening->r.id;
      HvMinute starts = opening->starts;
      HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
      shift->house = PHONE;
      shift->opening = opening_id;
      shift->role = IT;
      shift->starts = starts;
      shift->ends = starts + 60;
      shift->minimum = 1;
      last = shift->r.id;
    }
  fixture_commit (c.workspace, edit);
  guint drawn = hv_shift_card_get_drawn ();
  show (&c, WEEK, HV_NONE);
  drawn = hv_shift_card_get_drawn () - drawn;
  g_assert_cmpuint (drawn, <, 100);
  g_assert_null (hv_shift_card_get_chip (hv_week_board_find_card (HV_WEEK_BOARD (c.list), last), 0));
  g_assert_true (hv_week_board_focus (HV_WEEK_BOARD (c.list), (HvGridPlace){ last, 0 }));
  fixture_settle ();
  HvShiftCard *card = hv_week_board_find_card (HV_WEEK_BOARD (c.list), last);
  graphene_rect_t area;
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (hv_shift_card_get_chip (card, 0))));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (c.list), &area));
  g_assert_cmpfloat (area.origin.y + area.size.height, <=, gtk_widget_get_height (GTK_WIDGET (c.list)));
  close_case (&c);
}

/* All that is around the week has room in the narrowest window, in large text too. */
static void
test_narrow (void)
{
  static const int percents[] = { 100, 130 };
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  int dpi, least;
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_object_set (settings, "gtk-xft-dpi", dpi * percents[i] / 100, NULL);
      fixture_settle ();
      g_assert_true (hv_window_is_folded (window));
      gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 360);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  fixture_close (window, workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/week-list/order", test_order);
  g_test_add_func ("/week-list/states", test_states);
  g_test_add_func ("/week-list/width", test_width);
  g_test_add_func ("/week-list/keys", test_keys);
  g_test_add_func ("/week-list/next-empty", test_next_empty);
  g_test_add_func ("/week-list/signals", test_signals);
  g_test_add_func ("/week-list/focus-follows", test_focus_follows);
  g_test_add_func ("/week-list/huge", test_huge);
  g_test_add_func ("/week-list/narrow", test_narrow);
  return g_test_run ();
}
