/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-grid-private.h"

/* The keyboard in the grid: one place has the focus, and the arrows go by what the
 * eye sees: to the nearest place in that direction. */

/* --- where everything is --- */

static void
append_spots (HvWeekGrid *self, GArray *spots, guint row, int day)
{
  const GPtrArray *cards = hv_week_cell_get_cards (HV_WEEK_CELL (hv_week_grid_get_row (self, row)->cells[day]));
  for (guint i = 0; i < cards->len; i++)
    {
      HvShiftCard *card = g_ptr_array_index (cards, i);
      graphene_point_t origin = { 0, 0 };
      if (!gtk_widget_compute_point (GTK_WIDGET (card), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &origin))
        origin = GRAPHENE_POINT_INIT (0, 0);
      for (guint n = 0; n < hv_shift_card_get_n_places (card); n++)
        {
          GdkRectangle area;
          hv_shift_card_get_place_area (card, n, &area);
          HvGridSpot spot = { .card = card, .n = n, .row = row, .day = day };
          spot.area = GRAPHENE_RECT_INIT (origin.x + area.x, origin.y + area.y, area.width, area.height);
          g_array_append_val (spots, spot);
        }
    }
}

GArray *
hv_week_grid_list_spots (HvWeekGrid *self)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (HvGridSpot));
  for (int day = 0; day < 7; day++)
    for (guint row = 0; row < self->rows->len; row++)
      append_spots (self, spots, row, day);
  return spots;
}

HvShiftCard *
hv_week_grid_find_spot_at (HvWeekGrid *self, double x, double y, guint *ret_n)
{
  g_autoptr (GArray) spots = hv_week_grid_list_spots (self);
  for (guint i = 0; i < spots->len; i++)
    {
      const HvGridSpot *spot = &g_array_index (spots, HvGridSpot, i);
      if (!graphene_rect_contains_point (&spot->area, &GRAPHENE_POINT_INIT ((float)x, (float)y)))
        continue;
      *ret_n = spot->n;
      return spot->card;
    }
  return NULL;
}

HvShiftCard *
hv_week_grid_find_card (HvWeekGrid *self, HvId shift)
{
  g_return_val_if_fail (HV_IS_WEEK_GRID (self), NULL);
  for (guint row = 0; row < self->rows->len; row++)
    for (int day = 0; day < 7; day++)
      {
        const GPtrArray *cards = hv_week_cell_get_cards (HV_WEEK_CELL (hv_week_grid_get_row (self, row)->cells[day]));
        for (guint i = 0; i < cards->len; i++)
          if (hv_shift_card_get_shift (g_ptr_array_index (cards, i)) == shift)
            return g_ptr_array_index (cards, i);
      }
  return NULL;
}

static gint64
find_current (HvWeekGrid *self, const GArray *spots)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const HvGridSpot *spot = &g_array_index (spots, HvGridSpot, i);
      if (hv_shift_card_get_shift (spot->card) == self->current.shift && spot->n == self->current.n)
        return i;
    }
  return -1;
}

/* --- moving the focus --- */

static void
set_focusable (HvWeekGrid *self, bool focusable)
{
  HvShiftCard *card = hv_week_grid_find_card (self, self->current.shift);
  HvPlaceChip *chip = card == NULL ? NULL : hv_shift_card_get_chip (card, self->current.n);
  if (chip != NULL)
    gtk_widget_set_focusable (GTK_WIDGET (chip), focusable);
}

static bool
make_current (HvWeekGrid *self, HvShiftCard *card, guint n, bool grab)
{
  if (n >= hv_shift_card_get_n_places (card))
    return false;
  set_focusable (self, false);
  self->current = (HvGridPlace){ hv_shift_card_get_shift (card), n };
  self->current_assignment = hv_shift_card_get_place (card, n)->assignment;
  hv_week_grid_current_changed (self);
  set_focusable (self, true);
  HvPlaceChip *chip = hv_shift_card_get_chip (card, n);
  if (!grab || chip == NULL)
    return true;
  gtk_widget_grab_focus (GTK_WIDGET (chip));
  hv_week_grid_scroll_to (self, GTK_WIDGET (chip));
  return true;
}

bool
hv_week_grid_focus (HvWeekGrid *self, HvGridPlace place)
{
  g_return_val_if_fail (HV_IS_WEEK_GRID (self), false);
  HvShiftCard *card = hv_week_grid_find_card (self, place.shift);
  return card != NULL && make_current (self, card, place.n, true);
}

bool
hv_week_grid_get_current (HvWeekGrid *self, HvGridPlace *ret_place)
{
  g_return_val_if_fail (HV_IS_WEEK_GRID (self), false);
  HvShiftCard *card = hv_week_grid_find_card (self, self->current.shift);
  if (card == NULL || self->current.n >= hv_shift_card_get_n_places (card))
    return false;
  *ret_place = self->current;
  return true;
}

/* The same person where they stand now; else the same place; else the first. */
void
hv_week_grid_restore_focus (HvWeekGrid *self, bool grab)
{
  g_autoptr (GArray) spots = hv_week_grid_list_spots (self);
  const HvGridSpot *found = NULL;
  for (guint i = 0; i < spots->len; i++)
    {
      const HvGridSpot *spot = &g_array_index (spots, HvGridSpot, i);
      const HvCardPlace *place = hv_shift_card_get_place (spot->card, spot->n);
      HvId shift = hv_shift_card_get_shift (spot->card);
      if (self->current_assignment != HV_NONE && place->assignment == self->current_assignment
          && shift == self->current.shift)
        {
          found = spot;
          break;
        }
      if (shift == self->current.shift && spot->n <= self->current.n)
        found = spot;
    }
  if (found == NULL && spots->len > 0)
    found = &g_array_index (spots, HvGridSpot, 0);
  if (found != NULL)
    make_current (self, found->card, found->n, grab);
}

bool
hv_week_grid_find_empty (HvWeekGrid *self, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped)
{
  g_return_val_if_fail (HV_IS_WEEK_GRID (self), false);
  g_autoptr (GArray) spots = hv_week_grid_list_spots (self);
  gint64 n = spots->len;
  gint64 at = find_current (self, spots);
  bool focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  if (at < 0 || !focused)
    at = backwards ? n : -1;
  for (gint64 step = 1; step <= n; step++)
    {
      gint64 i = at + (backwards ? -step : step);
      bool wrapped = i < 0 || i >= n;
      const HvGridSpot *spot = &g_array_index (spots, HvGridSpot, (guint)((i % n + n) % n));
      if (hv_shift_card_get_place (spot->card, spot->n)->assignment != HV_NONE)
        continue;
      *ret_place = (HvGridPlace){ hv_shift_card_get_shift (spot->card), spot->n };
      *ret_wrapped = wrapped;
      return true;
    }
  return false;
}

/* --- arrows --- */

/* How far a spot lies in a direction; what lies aside counts three times. Negative:
 * not in that direction at all. */
static float
distance_to (const graphene_rect_t *from, const graphene_rect_t *to, GtkDirectionType direction)
{
  float dx = to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2;
  float dy = to->origin.y + to->size.height / 2 - from->origin.y - from->size.height / 2;
  float along = direction == GTK_DIR_RIGHT  ? dx
                : direction == GTK_DIR_LEFT ? -dx
                : direction == GTK_DIR_DOWN ? dy
                                            : -dy;
  float aside = direction == GTK_DIR_RIGHT || direction == GTK_DIR_LEFT ? ABS (dy) : ABS (dx);
  return along < 2 ? -1 : along + 3 * aside;
}

static bool
move (HvWeekGrid *self, GtkDirectionType direction, bool by_opening)
{
  g_autoptr (GArray) spots = hv_week_grid_list_spots (self);
  gint64 at = find_current (self, spots);
  if (at < 0)
    return false;
  const HvGridSpot *from = &g_array_index (spots, HvGridSpot, (guint)at);
  const HvGridSpot *best = NULL;
  float nearest = 0;
  for (guint i = 0; i < spots->len; i++)
    {
      const HvGridSpot *to = &g_array_index (spots, HvGridSpot, i);
      bool same_cell = to->row == from->row && to->day == from->day;
      float distance = by_opening && same_cell ? -1 : distance_to (&from->area, &to->area, direction);
      if (distance < 0 || (best != NULL && distance >= nearest))
        continue;
      best = to;
      nearest = distance;
    }
  return best != NULL && make_current (self, best->card, best->n, true);
}

static bool
move_to_end_of_row (HvWeekGrid *self, bool last)
{
  g_autoptr (GArray) spots = hv_week_grid_list_spots (self);
  gint64 at = find_current (self, spots);
  if (at < 0)
    return false;
  guint row = g_array_index (spots, HvGridSpot, (guint)at).row;
  const HvGridSpot *found = NULL;
  for (guint i = 0; i < spots->len; i++)
    {
      const HvGridSpot *spot = &g_array_index (spots, HvGridSpot, i);
      bool first_of_day = found == NULL || spot->day != found->day;
      if (spot->row == row && first_of_day && (found == NULL || last))
        found = spot;
    }
  return found != NULL && make_current (self, found->card, found->n, true);
}

static bool
activate_current (HvWeekGrid *self)
{
  HvShiftCard *card = hv_week_grid_find_card (self, self->current.shift);
  if (card == NULL || self->current.n >= hv_shift_card_get_n_places (card))
    return false;
  g_signal_emit (self, hv_week_grid_signals[HV_WEEK_GRID_PLACE_ACTIVATED], 0, card, self->current.n);
  return true;
}

/* A letter begins the search for a name. */
static bool
type_on_current (HvWeekGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  HvShiftCard *card = hv_week_grid_find_card (self, self->current.shift);
  if (!g_unichar_isalpha (letter) || card == NULL || self->current.n >= hv_shift_card_get_n_places (card))
    return false;
  char text[7] = { 0 };
  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, hv_week_grid_signals[HV_WEEK_GRID_PLACE_TYPED], 0, card, self->current.n, text);
  return true;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvWeekGrid *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  bool control = modifiers == GDK_CONTROL_MASK;
  if (modifiers != 0 && !control && modifiers != GDK_SHIFT_MASK)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return modifiers != GDK_SHIFT_MASK && move (self, GTK_DIR_LEFT, control);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return modifiers != GDK_SHIFT_MASK && move (self, GTK_DIR_RIGHT, control);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return modifiers != GDK_SHIFT_MASK && move (self, GTK_DIR_UP, control);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return modifiers != GDK_SHIFT_MASK && move (self, GTK_DIR_DOWN, control);
    case GDK_KEY_Home:
      return modifiers == 0 && move_to_end_of_row (self, false);
    case GDK_KEY_End:
      return modifiers == 0 && move_to_end_of_row (self, true);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return modifiers == 0 && activate_current (self);
    default:
      return !control && type_on_current (self, key);
    }
}

void
hv_week_grid_add_keys (HvWeekGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* One stop of the Tab key: into the current place, and out again. */
gboolean
hv_week_grid_focus_within (GtkWidget *widget, GtkDirectionType direction)
{
  HvWeekGrid *self = HV_WEEK_GRID (widget);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  HvShiftCard *card = hv_week_grid_find_card (self, self->current.shift);
  return card != NULL && make_current (self, card, self->current.n, true);
}
