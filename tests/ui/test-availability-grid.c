/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-availability-grid.h"

typedef struct
{
  GtkWidget *window;
  HvAvailabilityGrid *grid;
  guint n_changed;
} Case;

static void
changed_cb (HvAvailabilityGrid *grid, Case *c)
{
  c->n_changed++;
}

/* Mondays from 12 to 17 can, Wednesdays from 9 to 13 rather not. */
static const HvOfferSpan story[] = { { 1, 720, 1020, HV_OFFER_CAN }, { 3, 540, 780, HV_OFFER_RATHER_NOT } };

static void
begin (Case *c)
{
  *c = (Case){ .window = gtk_window_new () };
  c->grid = HV_AVAILABILITY_GRID (hv_availability_grid_new ());
  g_signal_connect (c->grid, "changed", G_CALLBACK (changed_cb), c);
  gtk_window_set_child (GTK_WINDOW (c->window), GTK_WIDGET (c->grid));
  gtk_window_set_default_size (GTK_WINDOW (c->window), 560, 300);
  gtk_window_present (GTK_WINDOW (c->window));
  hv_availability_grid_set_spans (c->grid, story, G_N_ELEMENTS (story));
  gtk_widget_grab_focus (GTK_WIDGET (c->grid));
  fixture_settle ();
}

static void
end (Case *c)
{
  g_object_add_weak_pointer (G_OBJECT (c->grid), (gpointer *)&c->grid);
  gtk_window_destroy (GTK_WINDOW (c->window));
  fixture_settle ();
  g_assert_null (c->grid);
}

static char *
show (Case *c)
{
  g_autoptr (GArray) spans = hv_availability_grid_dup_spans (c->grid);
  return hv_week_pattern_format ((const HvOfferSpan *)spans->data, spans->len, HV_LANGUAGE_EN);
}

static void
assert_shows (Case *c, const char *words)
{
  g_autofree char *shown = show (c);
  g_assert_cmpstr (shown, ==, words);
}

#define STORY "Monday 12:00–17:00, Wednesday 09:00–13:00 (rather not)"

/* --- keyboard --- */

static bool
press (Case *c, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (c->grid));
  gboolean handled = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

/* One letter a key: arrows l r u d, with Shift in capitals; h and e for Home and End;
 * "." is Space, "x" Escape. */
static void
type (Case *c, const char *keys)
{
  for (const char *key = keys; *key != '\0'; key++)
    {
      GdkModifierType state = g_ascii_isupper (*key) ? GDK_SHIFT_MASK : 0;
      switch (g_ascii_tolower (*key))
        {
        case 'l':
          press (c, GDK_KEY_Left, state);
          break;
        case 'r':
          press (c, GDK_KEY_Right, state);
          break;
        case 'u':
          press (c, GDK_KEY_Up, state);
          break;
        case 'd':
          press (c, GDK_KEY_Down, state);
          break;
        case 'h':
          press (c, GDK_KEY_Home, state);
          break;
        case 'e':
          press (c, GDK_KEY_End, state);
          break;
        case '.':
          press (c, GDK_KEY_space, 0);
          break;
        default:
          press (c, GDK_KEY_Escape, 0);
        }
    }
}

static void
test_keys (void)
{
  static const struct
  {
    const char *keys;
    const char *focus;
    const char *spans;
    guint n_changed;
  } table[] = {
    { "", "Monday 09:00–10:00: Cannot", STORY, 0 },
    { "r", "Tuesday 09:00–10:00: Cannot", STORY, 0 },
    { "l", "Monday 09:00–10:00: Cannot", STORY, 0 }, /* there is nothing before Monday */
    { "rrrrrrrr", "Sunday 09:00–10:00: Cannot", STORY, 0 },
    { "u", "Monday 09:00–10:00: Cannot", STORY, 0 },
    { "e", "Monday 18:00–19:00: Cannot", STORY, 0 },
    { "ed", "Monday 18:00–19:00: Cannot", STORY, 0 },
    { "eh", "Monday 09:00–10:00: Cannot", STORY, 0 },
    { "ddd", "Monday 12:00–13:00: Can", STORY, 0 },
    /* the next state, and round again */
    { ".", "Monday 09:00–10:00: Can", "Monday 09:00–10:00, 12:00–17:00, Wednesday 09:00–13:00 (rather not)", 1 },
    { "..", "Monday 09:00–10:00: Rather not",
      "Monday 09:00–10:00 (rather not), 12:00–17:00, Wednesday 09:00–13:00 (rather not)", 2 },
    { "...", "Monday 09:00–10:00: Cannot", STORY, 3 },
    /* several: all turn to what the first one turns to */
    { "DD.", "Monday 11:00–12:00: Can. 3 fields are marked.", "Monday 09:00–17:00, Wednesday 09:00–13:00 (rather not)",
      1 },
    { "RR.", "Wednesday 09:00–10:00: Can. 3 fields are marked.",
      "Monday 09:00–10:00, 12:00–17:00, Tuesday 09:00–10:00, Wednesday 09:00–10:00, 10:00–13:00 (rather not)", 1 },
    { "DDDD.", "Monday 13:00–14:00: Can. 5 fields are marked.",
      "Monday 09:00–17:00, Wednesday 09:00–13:00 (rather not)", 1 },
    { "E.", "Monday 18:00–19:00: Can. 10 fields are marked.", "Monday 09:00–19:00, Wednesday 09:00–13:00 (rather not)",
      1 },
    { "DDx", "Monday 11:00–12:00: Cannot", STORY, 0 },
    { "DDl", "Monday 11:00–12:00: Cannot", STORY, 0 }, /* an arrow alone marks one again */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Case c;
      begin (&c);
      type (&c, table[i].keys);
      g_autofree char *focus = hv_availability_grid_describe_focus (c.grid);
      g_assert_cmpstr (focus, ==, table[i].focus);
      assert_shows (&c, table[i].spans);
      g_assert_cmpuint (c.n_changed, ==, table[i].n_changed);
      end (&c);
    }
}

/* Tab, Escape and other keys are for others. */
static void
test_other_keys (void)
{
  Case c;
  begin (&c);
  g_assert_false (press (&c, GDK_KEY_Tab, 0));
  g_assert_false (press (&c, GDK_KEY_Escape, 0));
  g_assert_false (press (&c, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_false (press (&c, GDK_KEY_a, 0));
  end (&c);
}

/* --- pointer --- */

static void
get_middle (Case *c, int weekday, int minute, double *ret_x, double *ret_y)
{
  GdkRectangle area;
  g_assert_true (hv_availability_grid_get_area (c->grid, weekday, minute, &area));
  *ret_x = area.x + area.width / 2.0;
  *ret_y = area.y + area.height / 2.0;
}

static GtkEventController *
get_drag (Case *c)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (c->grid));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }
  g_assert_not_reached ();
}

typedef struct
{
  int weekday;
  int hour;
} At;

/* Presses at the first, moves over the others, and lets go, or gives up. */
static void
drag (Case *c, const At *ats, gsize n, bool gives_up)
{
  double x;
  double y;
  double to_x;
  double to_y;
  GtkEventController *gesture = get_drag (c);
  get_middle (c, ats[0].weekday, ats[0].hour * 60, &x, &y);
  to_x = x;
  to_y = y;
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  for (gsize i = 1; i < n; i++)
    {
      get_middle (c, ats[i].weekday, ats[i].hour * 60, &to_x, &to_y);
      g_signal_emit_by_name (gesture, "drag-update", to_x - x, to_y - y);
    }
  if (gives_up)
    g_signal_emit_by_name (gesture, "cancel", NULL);
  else
    g_signal_emit_by_name (gesture, "drag-end", to_x - x, to_y - y);
}

static void
test_drag (void)
{
  static const struct
  {
    At ats[3];
    gsize n;
    const char *spans;
  } table[] = {
    { { { 2, 9 } }, 1, "Monday 12:00–17:00, Tuesday 09:00–10:00, Wednesday 09:00–13:00 (rather not)" },
    { { { 1, 12 } }, 1, "Monday 12:00–13:00 (rather not), 13:00–17:00, Wednesday 09:00–13:00 (rather not)" },
    { { { 3, 12 } }, 1, "Monday 12:00–17:00, Wednesday 09:00–12:00 (rather not)" },
    { { { 5, 9 }, { 5, 11 } }, 2, "Monday 12:00–17:00, Wednesday 09:00–13:00 (rather not), Friday 09:00–12:00" },
    { { { 6, 11 }, { 7, 9 } },
      2,
      "Monday 12:00–17:00, Wednesday 09:00–13:00 (rather not), Saturday 09:00–12:00, Sunday 09:00–12:00" },
    /* with the state that the first one turns to, also over others */
    { { { 4, 9 }, { 3, 10 } },
      2,
      "Monday 12:00–17:00, Wednesday 09:00–11:00, 11:00–13:00 (rather not), Thursday 09:00–11:00" },
    /* what the rectangle leaves again is as it was */
    { { { 4, 9 }, { 1, 18 }, { 4, 10 } },
      3,
      "Monday 12:00–17:00, Wednesday 09:00–13:00 (rather not), Thursday 09:00–11:00" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Case c;
      begin (&c);
      drag (&c, table[i].ats, table[i].n, false);
      assert_shows (&c, table[i].spans);
      g_assert_cmpuint (c.n_changed, ==, 1);
      end (&c);
    }
}

static void
test_drag_given_up (void)
{
  static const At ats[] = { { 4, 9 }, { 1, 18 } };
  Case c;
  begin (&c);
  drag (&c, ats, 2, true);
  assert_shows (&c, STORY);
  g_assert_cmpuint (c.n_changed, ==, 0);

  /* Escape does the same with the button still down. */
  double x;
  double y;
  get_middle (&c, 4, 540, &x, &y);
  g_signal_emit_by_name (get_drag (&c), "drag-begin", x, y);
  g_assert_true (press (&c, GDK_KEY_Escape, 0));
  g_signal_emit_by_name (get_drag (&c), "drag-end", 0.0, 0.0);
  assert_shows (&c, STORY);
  g_assert_cmpuint (c.n_changed, ==, 0);
  end (&c);
}

/* Far outside is the nearest cell, and a press on the hours is none. */
static void
test_drag_outside (void)
{
  Case c;
  double x;
  double y;
  begin (&c);
  get_middle (&c, 4, 540, &x, &y);
  g_signal_emit_by_name (get_drag (&c), "drag-begin", 2.0, y);
  g_signal_emit_by_name (get_drag (&c), "drag-end", 0.0, 0.0);
  assert_shows (&c, STORY);

  g_signal_emit_by_name (get_drag (&c), "drag-begin", x, y);
  g_signal_emit_by_name (get_drag (&c), "drag-update", 9999.0, -9999.0);
  g_signal_emit_by_name (get_drag (&c), "drag-end", 9999.0, -9999.0);
  assert_shows (&c, "Monday 12:00–17:00, Wednesday 09:00–13:00 (rather not), Thursday 09:00–10:00, "
                    "Friday 09:00–10:00, Saturday 09:00–10:00, Sunday 09:00–10:00");
  end (&c);
}

/* Data that comes while somebody paints waits. */
static void
test_spans_while_painting (void)
{
  Case c;
  double x;
  double y;
  begin (&c);
  get_middle (&c, 4, 540, &x, &y);
  g_signal_emit_by_name (get_drag (&c), "drag-begin", x, y);
  hv_availability_grid_set_spans (c.grid, NULL, 0);
  g_signal_emit_by_name (get_drag (&c), "drag-end", 0.0, 0.0);
  assert_shows (&c, "Monday 12:00–17:00, Wednesday 09:00–13:00 (rather not), Thursday 09:00–10:00");
  end (&c);
}

/* --- the rest --- */

/* The focus stays with its hour when the rows become others. */
static void
test_finer_rows (void)
{
  static const HvOfferSpan fine[] = { { 1, 750, 1020, HV_OFFER_CAN } };
  Case c;
  begin (&c);
  type (&c, "rddd");
  hv_availability_grid_set_spans (c.grid, fine, 1);
  g_autofree char *focus = hv_availability_grid_describe_focus (c.grid);
  g_assert_cmpstr (focus, ==, "Tuesday 12:00–12:30: Cannot");
  assert_shows (&c, "Monday 12:30–17:00");
  end (&c);
}

static void
test_accessible (void)
{
  Case c;
  begin (&c);
  gtk_test_accessible_assert_role (c.grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (c.grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday 09:00–10:00: Cannot");
  gtk_test_accessible_assert_property (c.grid, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, STORY);
  type (&c, "ddd");
  gtk_test_accessible_assert_property (c.grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday 12:00–13:00: Can");
  type (&c, ".");
  gtk_test_accessible_assert_property (c.grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday 12:00–13:00: Rather not");
  end (&c);
}

/* Every state is drawn, in a narrow place too; the smallest target is 27 pixels wide. */
static void
test_sizes (void)
{
  static const int widths[] = { 260, 340, 900 };
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Case c;
      GdkRectangle area;
      begin (&c);
      gtk_window_set_default_size (GTK_WINDOW (c.window), widths[i], 300);
      fixture_settle ();
      for (int weekday = 1; weekday <= 7; weekday++)
        {
          g_assert_true (hv_availability_grid_get_area (c.grid, weekday, 540, &area));
          g_assert_cmpint (area.width, >=, 27);
        }
      g_assert_false (hv_availability_grid_get_area (c.grid, 8, 540, &area));
      g_assert_false (hv_availability_grid_get_area (c.grid, 1, 0, &area));
      end (&c);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/availability-grid/keys", test_keys);
  g_test_add_func ("/availability-grid/other-keys", test_other_keys);
  g_test_add_func ("/availability-grid/drag", test_drag);
  g_test_add_func ("/availability-grid/drag-given-up", test_drag_given_up);
  g_test_add_func ("/availability-grid/drag-outside", test_drag_outside);
  g_test_add_func ("/availability-grid/spans-while-painting", test_spans_while_painting);
  g_test_add_func ("/availability-grid/finer-rows", test_finer_rows);
  g_test_add_func ("/availability-grid/accessible", test_accessible);
  g_test_add_func ("/availability-grid/sizes", test_sizes);
  return g_test_run ();
}
