/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-list-private.h"

#include "hv-neighbour.h"

/* The keyboard in the list: one place has the focus, and the arrows go by what the eye
 * sees. */

/* --- where everything is --- */

GArray *
hv_week_list_list_spots (HvWeekList *self)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (HvListSpot));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *cards = hv_week_cell_get_cards (HV_WEEK_CELL (hv_week_list_get_row (self, i)->cell));
      for (guint j = 0; j < cards->len; j++)
        for (guint n = 0; n < hv_shift_card_get_n_places (g_ptr_array_index (cards, j)); n++)
          {
            HvListSpot spot = { g_ptr_array_index (cards, j), n };
            g_array_append_val (spots, spot);
          }
    }
  return spots;
}

HvShiftCard *
hv_week_list_find_card (HvWeekList *self, HvId shift)
{
  g_return_val_if_fail (HV_IS_WEEK_LIST (self), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *cards = hv_week_cell_get_cards (HV_WEEK_CELL (hv_week_list_get_row (self, i)->cell));
      for (guint j = 0; j < cards->len; j++)
        if (hv_shift_card_get_shift (g_ptr_array_index (cards, j)) == shift)
          return g_ptr_array_index (cards, j);
    }
  return NULL;
}

static gint64
find_current (HvWeekList *self, const GArray *spots)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const HvListSpot *spot = &g_array_index (spots, HvListSpot, i);
      if (hv_shift_card_get_shift (spot->card) == self->current.shift && spot->n == self->current.n)
        return i;
    }
  return -1;
}

/* Of the card's own reckoning: a chip that has just been made has no place yet. */
static graphene_rect_t
find_area (HvWeekList *self, HvShiftCard *card, guint n)
{
  graphene_point_t origin = { 0, 0 };
  GdkRectangle area;
  hv_shift_card_get_place_area (card, n, &area);
  if (!gtk_widget_compute_point (GTK_WIDGET (card), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &origin))
    origin = GRAPHENE_POINT_INIT (0, 0);
  return GRAPHENE_RECT_INIT (origin.x + (float)area.x, origin.y + (float)area.y, (float)area.width, (float)area.height);
}

/* --- moving the focus --- */

static void
set_focusable (HvWeekList *self, bool focusable)
{
  HvShiftCard *card = hv_week_list_find_card (self, self->current.shift);
  HvPlaceChip *chip = card == NULL ? NULL : hv_shift_card_get_chip (card, self->current.n);
  if (chip != NULL)
    gtk_widget_set_focusable (GTK_WIDGET (chip), focusable);
}

static bool
make_current (HvWeekList *self, HvShiftCard *card, guint n, bool grab)
{
  if (n >= hv_shift_card_get_n_places (card))
    return false;
  set_focusable (self, false);
  self->current = (HvGridPlace){ hv_shift_card_get_shift (card), n };
  self->current_assignment = hv_shift_card_get_place (card, n)->assignment;
  hv_week_list_current_changed (self);
  set_focusable (self, true);
  HvPlaceChip *chip = hv_shift_card_get_chip (card, n);
  if (!grab || chip == NULL)
    return true;
  graphene_rect_t area = find_area (self, card, n);
  gtk_widget_grab_focus (GTK_WIDGET (chip));
  hv_week_list_scroll_to (self, &area);
  return true;
}

bool
hv_week_list_focus (HvWeekList *self, HvGridPlace place)
{
  g_return_val_if_fail (HV_IS_WEEK_LIST (self), false);
  HvShiftCard *card = hv_week_list_find_card (self, place.shift);
  return card != NULL && make_current (self, card, place.n, true);
}

bool
hv_week_list_get_current (HvWeekList *self, HvGridPlace *ret_place)
{
  g_return_val_if_fail (HV_IS_WEEK_LIST (self), false);
  HvShiftCard *card = hv_week_list_find_card (self, self->current.shift);
  if (card == NULL || self->current.n >= hv_shift_card_get_n_places (card))
    return false;
  *ret_place = self->current;
  return true;
}

/* The same person where they stand now; else the same place; else the first. */
void
hv_week_list_restore_focus (HvWeekList *self, bool grab)
{
  g_autoptr (GArray) spots = hv_week_list_list_spots (self);
  const HvListSpot *found = spots->len == 0 ? NULL : &g_array_index (spots, HvListSpot, 0);
  for (guint i = 0; i < spots->len; i++)
    {
      const HvListSpot *spot = &g_array_index (spots, HvListSpot, i);
      if (hv_shift_card_get_shift (spot->card) != self->current.shift)
        continue;
      if (spot->n <= self->current.n)
        found = spot;
      HvId assignment = hv_shift_card_get_place (spot->card, spot->n)->assignment;
      if (assignment != HV_NONE && assignment == self->current_assignment)
        {
          found = spot;
          break;
        }
    }
  if (found != NULL)
    make_current (self, found->card, found->n, grab);
}

bool
hv_week_list_find_empty (HvWeekList *self, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped)
{
  g_return_val_if_fail (HV_IS_WEEK_LIST (self), false);
  g_autoptr (GArray) spots = hv_week_list_list_spots (self);
  gint64 n = spots->len;
  gint64 at = find_current (self, spots);
  if (at < 0 || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    at = backwards ? n : -1;
  for (gint64 step = 1; step <= n; step++)
    {
      gint64 i = at + (backwards ? -step : step);
      const HvListSpot *spot = &g_array_index (spots, HvListSpot, (guint)((i % n + n) % n));
      if (hv_shift_card_get_place (spot->card, spot->n)->assignment != HV_NONE)
        continue;
      *ret_place = (HvGridPlace){ hv_shift_card_get_shift (spot->card), spot->n };
      *ret_wrapped = i < 0 || i >= n;
      return true;
    }
  return false;
}

/* --- keys --- */

static bool
move (HvWeekList *self, GtkDirectionType direction)
{
  g_autoptr (GArray) spots = hv_week_list_list_spots (self);
  gint64 at = find_current (self, spots);
  if (at < 0)
    return false;
  g_autofree graphene_rect_t *areas = g_new (graphene_rect_t, spots->len);
  for (guint i = 0; i < spots->len; i++)
    {
      const HvListSpot *spot = &g_array_index (spots, HvListSpot, i);
      areas[i] = find_area (self, spot->card, spot->n);
    }
  gint64 to = hv_neighbour_find (areas, spots->len, (gsize)at, direction);
  if (to < 0)
    return false;
  const HvListSpot *spot = &g_array_index (spots, HvListSpot, (guint)to);
  return make_current (self, spot->card, spot->n, true);
}

static bool
move_to_end (HvWeekList *self, bool last)
{
  g_autoptr (GArray) spots = hv_week_list_list_spots (self);
  if (spots->len == 0)
    return false;
  const HvListSpot *spot = &g_array_index (spots, HvListSpot, last ? spots->len - 1 : 0);
  return make_current (self, spot->card, spot->n, true);
}

static bool
activate_current (HvWeekList *self)
{
  HvGridPlace place;
  if (!hv_week_list_get_current (self, &place))
    return false;
  g_signal_emit (self, hv_week_list_signals[HV_WEEK_LIST_PLACE_ACTIVATED], 0,
                 hv_week_list_find_card (self, place.shift), place.n);
  return true;
}

/* A letter begins the search for a name. */
static bool
type_on_current (HvWeekList *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };
  HvGridPlace place;
  if (!g_unichar_isalpha (letter) || !hv_week_list_get_current (self, &place))
    return false;
  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, hv_week_list_signals[HV_WEEK_LIST_PLACE_TYPED], 0, hv_week_list_find_card (self, place.shift),
                 place.n, text);
  return true;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvWeekList *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkDirectionType direction;
  if (modifiers == 0 && hv_neighbour_parse_key (key, &direction))
    return move (self, direction);
  if (modifiers != 0 && modifiers != GDK_SHIFT_MASK)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Home:
      return move_to_end (self, false);
    case GDK_KEY_End:
      return move_to_end (self, true);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate_current (self);
    default:
      return type_on_current (self, key);
    }
}

void
hv_week_list_add_keys (HvWeekList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* One stop of the Tab key: into the current place, and out again. */
gboolean
hv_week_list_focus_within (GtkWidget *widget, GtkDirectionType direction)
{
  HvWeekList *self = HV_WEEK_LIST (widget);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  HvShiftCard *card = hv_week_list_find_card (self, self->current.shift);
  return card != NULL && make_current (self, card, self->current.n, true);
}
