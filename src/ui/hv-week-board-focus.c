/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-board-private.h"

#include "hv-neighbour.h"

/* The keyboard on the board: one place has the focus, and the arrows go by what the eye
 * sees. */

/* --- the current place --- */

static const HvBoardSpot *
get_spot (const GArray *spots, guint i)
{
  return &g_array_index (spots, HvBoardSpot, i);
}

static gint64
find_current (HvWeekBoard *self, const GArray *spots)
{
  HvGridPlace current = hv_week_board_get_private (self)->current;
  for (guint i = 0; i < spots->len; i++)
    if (hv_shift_card_get_shift (get_spot (spots, i)->card) == current.shift && get_spot (spots, i)->n == current.n)
      return i;
  return -1;
}

static void
set_focusable (HvWeekBoard *self, bool focusable)
{
  HvGridPlace current = hv_week_board_get_private (self)->current;
  HvShiftCard *card = hv_week_board_find_card (self, current.shift);
  HvPlaceChip *chip = card == NULL ? NULL : hv_shift_card_get_chip (card, current.n);
  if (chip != NULL)
    gtk_widget_set_focusable (GTK_WIDGET (chip), focusable);
}

static bool
make_current (HvWeekBoard *self, HvShiftCard *card, guint n, bool grab)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  if (n >= hv_shift_card_get_n_places (card))
    return false;
  set_focusable (self, false);
  priv->current = (HvGridPlace){ hv_shift_card_get_shift (card), n };
  priv->current_assignment = hv_shift_card_get_place (card, n)->assignment;
  hv_week_board_current_changed (self);
  set_focusable (self, true);
  HvPlaceChip *chip = hv_shift_card_get_chip (card, n);
  if (!grab || chip == NULL)
    return true;
  graphene_rect_t area = hv_week_board_find_area (self, card, n);
  gtk_widget_grab_focus (GTK_WIDGET (chip));
  hv_week_board_scroll_to (self, &area);
  return true;
}

static bool
focus_spot (HvWeekBoard *self, const GArray *spots, guint i)
{
  return make_current (self, get_spot (spots, i)->card, get_spot (spots, i)->n, true);
}

bool
hv_week_board_focus (HvWeekBoard *self, HvGridPlace place)
{
  g_return_val_if_fail (HV_IS_WEEK_BOARD (self), false);
  HvShiftCard *card = hv_week_board_find_card (self, place.shift);
  return card != NULL && make_current (self, card, place.n, true);
}

bool
hv_week_board_get_current (HvWeekBoard *self, HvGridPlace *ret_place)
{
  g_return_val_if_fail (HV_IS_WEEK_BOARD (self), false);
  HvGridPlace current = hv_week_board_get_private (self)->current;
  HvShiftCard *card = hv_week_board_find_card (self, current.shift);
  if (card == NULL || current.n >= hv_shift_card_get_n_places (card))
    return false;
  *ret_place = current;
  return true;
}

/* The same person where they stand now; else the same place; else the first. */
void
hv_week_board_restore_focus (HvWeekBoard *self, bool grab)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  g_autoptr (GArray) spots = hv_week_board_list_spots (self);
  const HvBoardSpot *found = spots->len == 0 ? NULL : get_spot (spots, 0);
  for (guint i = 0; i < spots->len; i++)
    {
      const HvBoardSpot *spot = get_spot (spots, i);
      if (hv_shift_card_get_shift (spot->card) != priv->current.shift)
        continue;
      if (spot->n <= priv->current.n)
        found = spot;
      HvId assignment = hv_shift_card_get_place (spot->card, spot->n)->assignment;
      if (assignment != HV_NONE && assignment == priv->current_assignment)
        {
          found = spot;
          break;
        }
    }
  if (found != NULL)
    make_current (self, found->card, found->n, grab);
}

bool
hv_week_board_find_empty (HvWeekBoard *self, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped)
{
  g_return_val_if_fail (HV_IS_WEEK_BOARD (self), false);
  g_autoptr (GArray) spots = hv_week_board_list_spots (self);
  gint64 n = spots->len;
  gint64 at = find_current (self, spots);
  if (at < 0 || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    at = backwards ? n : -1;
  for (gint64 step = 1; step <= n; step++)
    {
      gint64 i = at + (backwards ? -step : step);
      const HvBoardSpot *spot = get_spot (spots, (guint)((i % n + n) % n));
      if (hv_shift_card_get_place (spot->card, spot->n)->assignment != HV_NONE)
        continue;
      *ret_place = (HvGridPlace){ hv_shift_card_get_shift (spot->card), spot->n };
      *ret_wrapped = i < 0 || i >= n;
      return true;
    }
  return false;
}

/* One stop of the Tab key: into the current place, and out again. */
gboolean
hv_week_board_focus_within (GtkWidget *widget, GtkDirectionType direction)
{
  HvGridPlace place;
  return gtk_widget_get_focus_child (widget) == NULL && hv_week_board_get_current (HV_WEEK_BOARD (widget), &place)
         && hv_week_board_focus (HV_WEEK_BOARD (widget), place);
}

/* --- moving --- */

/* All spots, or the current one and those of other cells. */
static GArray *
list_reachable (HvWeekBoard *self, bool by_cell)
{
  GArray *spots = hv_week_board_list_spots (self);
  gint64 at = find_current (self, spots);
  if (at < 0 || !by_cell)
    return spots;
  HvBoardSpot from = *get_spot (spots, (guint)at);
  for (guint i = spots->len; i > 0; i--)
    {
      const HvBoardSpot *spot = get_spot (spots, i - 1);
      if (spot->cell == from.cell && (spot->card != from.card || spot->n != from.n))
        g_array_remove_index (spots, i - 1);
    }
  return spots;
}

/* At the edge the focus stays; only Tab leaves. */
static bool
move (HvWeekBoard *self, GtkDirectionType direction, bool by_cell)
{
  g_autoptr (GArray) spots = list_reachable (self, by_cell);
  gint64 at = find_current (self, spots);
  if (at < 0)
    return false;
  g_autofree graphene_rect_t *areas = g_new (graphene_rect_t, spots->len);
  for (guint i = 0; i < spots->len; i++)
    areas[i] = hv_week_board_find_area (self, get_spot (spots, i)->card, get_spot (spots, i)->n);
  gint64 to = HV_WEEK_BOARD_GET_CLASS (self)->find_neighbour (self, areas, spots->len, (gsize)at, direction);
  return to >= 0 ? focus_spot (self, spots, (guint)to) : gtk_widget_keynav_failed (GTK_WIDGET (self), direction);
}

static bool
move_to_end (HvWeekBoard *self, bool last)
{
  g_autoptr (GArray) spots = hv_week_board_list_spots (self);
  gint64 at = find_current (self, spots);
  return at >= 0 && focus_spot (self, spots, HV_WEEK_BOARD_GET_CLASS (self)->find_end (self, spots, (guint)at, last));
}

/* --- other keys --- */

static bool
activate_current (HvWeekBoard *self)
{
  HvGridPlace place;
  if (!hv_week_board_get_current (self, &place))
    return false;
  g_signal_emit (self, hv_week_board_signals[HV_WEEK_BOARD_PLACE_ACTIVATED], 0,
                 hv_week_board_find_card (self, place.shift), place.n);
  return true;
}

/* A letter begins the search for a name. */
static bool
type_on_current (HvWeekBoard *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };
  HvGridPlace place;
  if (!g_unichar_isalpha (letter) || !hv_week_board_get_current (self, &place))
    return false;
  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, hv_week_board_signals[HV_WEEK_BOARD_PLACE_TYPED], 0, hv_week_board_find_card (self, place.shift),
                 place.n, text);
  return true;
}

static bool
press_plain (HvWeekBoard *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move_to_end (self, false);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move_to_end (self, true);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate_current (self);
    default:
      return type_on_current (self, key);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvWeekBoard *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkDirectionType direction;
  if (hv_neighbour_parse_key (key, &direction))
    return (modifiers == 0 || modifiers == GDK_CONTROL_MASK) && move (self, direction, modifiers != 0);
  if (modifiers == 0)
    return press_plain (self, key);
  return modifiers == GDK_SHIFT_MASK && type_on_current (self, key);
}

void
hv_week_board_add_keys (HvWeekBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
