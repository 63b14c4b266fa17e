/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shift-lanes-private.h"

#include "hv-neighbour.h"

/* The keyboard in the lanes: one bar has the focus, and the arrows go by what the eye
 * sees. What nobody here knows is left to whoever holds the lanes. */

/* --- the focus --- */

gint64
hv_shift_lanes_find_current (HvShiftLanes *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
      if (bar->place->shift == self->current.shift && bar->n == self->current.n)
        return i;
    }
  return -1;
}

void
hv_shift_lanes_make_current (HvShiftLanes *self, guint i, bool grab)
{
  const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
  for (guint other = 0; other < self->widgets->len; other++)
    gtk_widget_set_focusable (g_ptr_array_index (self->widgets, other), other == i);
  self->current = (HvGridPlace){ bar->place->shift, bar->n };
  self->current_assignment = bar->place->assignment;
  if (grab)
    gtk_widget_grab_focus (g_ptr_array_index (self->widgets, i));
}

/* The same person where they stand now; else the same place; else the first. */
void
hv_shift_lanes_restore_focus (HvShiftLanes *self, bool grab)
{
  gint64 found = self->bars->len == 0 ? -1 : 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
      if (bar->place->shift != self->current.shift)
        continue;
      if (bar->n <= self->current.n)
        found = i;
      if (self->current_assignment != HV_NONE && bar->place->assignment == self->current_assignment)
        {
          found = i;
          break;
        }
    }
  if (found >= 0)
    hv_shift_lanes_make_current (self, (guint)found, grab);
}

bool
hv_shift_lanes_focus (HvShiftLanes *self, HvGridPlace place)
{
  g_return_val_if_fail (HV_IS_SHIFT_LANES (self), false);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
      if (bar->place->shift != place.shift || bar->n != place.n)
        continue;
      hv_shift_lanes_make_current (self, i, true);
      return true;
    }
  return false;
}

bool
hv_shift_lanes_get_current (HvShiftLanes *self, HvGridPlace *ret_place)
{
  g_return_val_if_fail (HV_IS_SHIFT_LANES (self), false);
  if (hv_shift_lanes_find_current (self) < 0)
    return false;
  *ret_place = self->current;
  return true;
}

/* One stop of the Tab key: into the current bar, and out again. */
gboolean
hv_shift_lanes_focus_within (GtkWidget *widget, GtkDirectionType direction)
{
  HvShiftLanes *self = HV_SHIFT_LANES (widget);
  gint64 current = hv_shift_lanes_find_current (self);
  if (gtk_widget_get_focus_child (widget) != NULL || current < 0)
    return FALSE;
  hv_shift_lanes_make_current (self, (guint)current, true);
  return TRUE;
}

/* --- arrows --- */

static bool
move (HvShiftLanes *self, guint from, GtkDirectionType direction)
{
  g_autofree graphene_rect_t *areas = g_new0 (graphene_rect_t, self->widgets->len);
  for (guint i = 0; i < self->widgets->len; i++)
    if (!gtk_widget_compute_bounds (g_ptr_array_index (self->widgets, i), GTK_WIDGET (self), &areas[i]))
      return false;
  gint64 to = hv_neighbour_find (areas, self->widgets->len, from, direction);
  if (to < 0)
    return direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT; /* the focus does not leave sideways */
  hv_shift_lanes_make_current (self, (guint)to, true);
  return true;
}

/* Shift+Alt: sideways the end, up and down the beginning. */
static bool
stretch (HvShiftLanes *self, guint i, GtkDirectionType direction)
{
  HvSpan span = hv_shift_lanes_get_bar (self, i)->span;
  bool later = direction == GTK_DIR_RIGHT || direction == GTK_DIR_DOWN;
  HvMinute *end = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT ? &span.to : &span.from;
  *end += later ? HV_SHIFT_LANES_STEP : -HV_SHIFT_LANES_STEP;
  hv_shift_lanes_set_times (self, i, span);
  return true;
}

/* --- other keys --- */

static bool
activate (HvShiftLanes *self, guint i)
{
  g_signal_emit (self, hv_shift_lanes_signals[HV_SHIFT_LANES_PLACE_ACTIVATED], 0, g_ptr_array_index (self->widgets, i),
                 hv_shift_lanes_get_bar (self, i)->place);
  return true;
}

static bool
act_on_person (HvShiftLanes *self, guint i, const char *action)
{
  HvId assignment = hv_shift_lanes_get_bar (self, i)->place->assignment;
  if (assignment != HV_NONE)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "x", assignment);
  return assignment != HV_NONE;
}

/* A letter begins the search for a name. */
static bool
type (HvShiftLanes *self, guint i, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };
  if (!g_unichar_isalpha (letter))
    return false;
  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, hv_shift_lanes_signals[HV_SHIFT_LANES_PLACE_TYPED], 0, g_ptr_array_index (self->widgets, i),
                 hv_shift_lanes_get_bar (self, i)->place, text);
  return true;
}

static bool
press_plain (HvShiftLanes *self, guint i, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate (self, i);
    case GDK_KEY_Home:
      hv_shift_lanes_make_current (self, 0, true);
      return true;
    case GDK_KEY_End:
      hv_shift_lanes_make_current (self, self->bars->len - 1, true);
      return true;
    case GDK_KEY_F2:
      return act_on_person (self, i, "duty.ask-times");
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return act_on_person (self, i, "duty.remove");
    default:
      return type (self, i, key);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvShiftLanes *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gint64 current = hv_shift_lanes_find_current (self);
  GtkDirectionType direction;
  if (current < 0)
    return FALSE;
  if (!hv_neighbour_parse_key (key, &direction))
    return (modifiers == 0 || modifiers == GDK_SHIFT_MASK) && press_plain (self, (guint)current, key);
  if (modifiers == (GDK_SHIFT_MASK | GDK_ALT_MASK))
    return stretch (self, (guint)current, direction);
  return modifiers == 0 && move (self, (guint)current, direction);
}

void
hv_shift_lanes_add_keys (HvShiftLanes *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
