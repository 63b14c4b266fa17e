/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-week-private.h"

#include "hv-neighbour.h"

/* The keyboard in the week of one house: which place has the focus, over all days and
 * openings. Inside an opening the lanes see to it themselves. */

bool
hv_house_week_focus (HvHouseWeek *self, HvGridPlace place)
{
  g_return_val_if_fail (HV_IS_HOUSE_WEEK (self), false);
  const HvRoster *roster = hv_house_week_get_roster (self);
  const HvShift *shift = hv_roster_find_shift (roster, place.shift);
  const HvOpening *opening = shift == NULL ? NULL : hv_roster_find_opening (roster, shift->opening);
  if (opening == NULL || opening->house != self->house || !hv_week_contains (self->week, hv_opening_get_day (opening)))
    return false;
  hv_house_week_settle (self);
  hv_house_week_set_day (self, hv_opening_get_day (opening));
  for (guint i = 0; i < self->n_shown; i++)
    if (hv_shift_lanes_focus (hv_house_week_get_lanes (self, i), place))
      return true;
  return false;
}

/* The lanes with the focus; without it the first. −1 when nothing is shown. */
static int
find_focused (HvHouseWeek *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    if (gtk_widget_get_focus_child (GTK_WIDGET (hv_house_week_get_lanes (self, i))) != NULL)
      return (int)i;
  return self->n_shown > 0 ? 0 : -1;
}

bool
hv_house_week_get_current (HvHouseWeek *self, HvGridPlace *ret_place)
{
  g_return_val_if_fail (HV_IS_HOUSE_WEEK (self), false);
  int focused = find_focused (self);
  return focused >= 0 && hv_shift_lanes_get_current (hv_house_week_get_lanes (self, (guint)focused), ret_place);
}

const HvCardPlace *
hv_house_week_find_place (HvHouseWeek *self, HvGridPlace place, GdkRectangle *ret_area)
{
  g_return_val_if_fail (HV_IS_HOUSE_WEEK (self), NULL);
  for (guint i = 0; i < self->n_shown; i++)
    {
      const HvCardPlace *shown;
      HvDutyBar *bar = hv_shift_lanes_find_bar (hv_house_week_get_lanes (self, i), place, &shown);
      if (bar != NULL && hv_house_week_find_area (self, bar, ret_area))
        return shown;
    }
  return NULL;
}

typedef struct
{
  HvGridPlace place;
  bool empty;
} Spot;

/* Every place of the week, by day, opening and lane. */
static GArray *
list_spots (HvHouseWeek *self)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  const HvRoster *roster = hv_house_week_get_roster (self);
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, self->week, self->house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *found = hv_outlook_find (hv_workspace_get_outlook (self->workspace), opening->r.id);
      if (found == NULL)
        continue;
      g_autoptr (GPtrArray) gaps = hv_shift_lanes_order_gaps (roster, found);
      for (guint j = 0; j < gaps->len; j++)
        {
          const HvGap *gap = g_ptr_array_index (gaps, j);
          guint people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, gap->shift->r.id)->len;
          for (guint n = 0; n < people + (guint)hv_gap_get_places (gap); n++)
            {
              Spot spot = { { gap->shift->r.id, n }, n >= people };
              g_array_append_val (spots, spot);
            }
        }
    }
  return spots;
}

static gint64
find_spot (const GArray *spots, HvGridPlace place)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);
      if (spot->place.shift == place.shift && spot->place.n == place.n)
        return i;
    }
  return -1;
}

bool
hv_house_week_find_empty (HvHouseWeek *self, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped)
{
  g_return_val_if_fail (HV_IS_HOUSE_WEEK (self), false);
  g_autoptr (GArray) spots = list_spots (self);
  gint64 n = spots->len;
  gint64 at = -1;
  HvGridPlace current;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && hv_house_week_get_current (self, &current))
    at = find_spot (spots, current);
  if (at < 0 && backwards)
    at = n;
  for (gint64 step = 1; step <= n; step++)
    {
      gint64 i = at + (backwards ? -step : step);
      const Spot *spot = &g_array_index (spots, Spot, (guint)((i % n + n) % n));
      if (!spot->empty)
        continue;
      *ret_place = spot->place;
      *ret_wrapped = i < 0 || i >= n;
      return true;
    }
  return false;
}

/* Up and down run on into the opening before or after. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HvHouseWeek *self)
{
  GtkDirectionType direction;
  int focused = find_focused (self);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !hv_neighbour_parse_key (key, &direction) || focused < 0
      || gtk_widget_get_focus_child (GTK_WIDGET (hv_house_week_get_lanes (self, (guint)focused))) == NULL)
    return FALSE;
  int next = direction == GTK_DIR_DOWN ? focused + 1 : direction == GTK_DIR_UP ? focused - 1 : -1;
  if (next < 0 || next >= (int)self->n_shown)
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (hv_house_week_get_lanes (self, (guint)next)), GTK_DIR_TAB_FORWARD);
}

void
hv_house_week_add_keys (HvHouseWeek *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
