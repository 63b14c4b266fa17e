/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shift-lanes-private.h"

/* Dragging an end of a bar, in quarter hours. The bar follows the pointer; only when it
 * is let go is anything asked for. */

/* --- which end is under the pointer --- */

static HvLaneEnd
find_end_of (HvShiftLanes *self, guint i, double x, double y)
{
  graphene_rect_t area;
  if (!hv_duty_bar_can_stretch (g_ptr_array_index (self->widgets, i))
      || !gtk_widget_compute_bounds (g_ptr_array_index (self->widgets, i), GTK_WIDGET (self), &area)
      || !graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float)x, (float)y)))
    return HV_LANE_END_NONE;
  double from_start = x - area.origin.x;
  double from_end = area.origin.x + area.size.width - x;
  if (MIN (from_start, from_end) > HV_DUTY_BAR_GRIP)
    return HV_LANE_END_NONE;
  return from_start < from_end ? HV_LANE_END_FROM : HV_LANE_END_TO;
}

static HvLaneEnd
find_end (HvShiftLanes *self, double x, double y, guint *ret_bar)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      HvLaneEnd end = find_end_of (self, i, x, y);
      if (end == HV_LANE_END_NONE)
        continue;
      *ret_bar = i;
      return end;
    }
  return HV_LANE_END_NONE;
}

static void
moved_cb (GtkEventControllerMotion *motion, double x, double y, HvShiftLanes *self)
{
  guint bar;
  bool over = self->stretching != HV_LANE_END_NONE || find_end (self, x, y, &bar) != HV_LANE_END_NONE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "ew-resize" : NULL);
}

/* --- dragging --- */

static void
show_stretch (HvShiftLanes *self, HvSpan span)
{
  self->stretch = span;
  hv_duty_bar_set_span (g_ptr_array_index (self->widgets, self->stretched), span);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
begin_cb (GtkGestureDrag *drag, double x, double y, HvShiftLanes *self)
{
  guint bar;
  HvLaneEnd end = find_end (self, x, y, &bar);
  if (end == HV_LANE_END_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  hv_shift_lanes_make_current (self, bar, true);
  self->stretching = end;
  self->stretched = bar;
  self->stretch = hv_shift_lanes_get_bar (self, bar)->span;
}

static void
update_cb (GtkGestureDrag *drag, double dx, double dy, HvShiftLanes *self)
{
  if (self->stretching == HV_LANE_END_NONE)
    return;
  HvTimeAxis axis = hv_shift_lanes_get_axis (self);
  HvSpan span = hv_shift_lanes_get_bar (self, self->stretched)->span;
  bool from = self->stretching == HV_LANE_END_FROM;
  double x = hv_time_axis_get_x (&axis, from ? span.from : span.to) + dx;
  HvMinute minute = hv_time_axis_get_minute (&axis, x, HV_SHIFT_LANES_STEP);
  minute = CLAMP (minute, self->span.from, self->span.to);
  if (from)
    span.from = MIN (minute, span.to - HV_SHIFT_LANES_STEP);
  else
    span.to = MAX (minute, span.from + HV_SHIFT_LANES_STEP);
  show_stretch (self, span);
}

/* The bar is back where it was until the data says otherwise. */
static void
let_go (HvShiftLanes *self)
{
  show_stretch (self, hv_shift_lanes_get_bar (self, self->stretched)->span);
  self->stretching = HV_LANE_END_NONE;
}

static void
end_cb (GtkGestureDrag *drag, double dx, double dy, HvShiftLanes *self)
{
  if (self->stretching == HV_LANE_END_NONE)
    return;
  HvSpan span = self->stretch;
  guint bar = self->stretched;
  let_go (self);
  hv_shift_lanes_set_times (self, bar, span);
}

static void
cancel_cb (GtkGesture *drag, GdkEventSequence *sequence, HvShiftLanes *self)
{
  if (self->stretching != HV_LANE_END_NONE)
    let_go (self);
}

/* Escape gives up. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HvShiftLanes *self)
{
  if (key != GDK_KEY_Escape || self->stretching == HV_LANE_END_NONE)
    return FALSE;
  let_go (self);
  return TRUE;
}

void
hv_shift_lanes_add_stretching (HvShiftLanes *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
