/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shift-lanes-private.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-format.h"
#include "hv-lane-header.h"
#include "hv-ui-text.h"

#define INSET 12       /* between the card and what it holds */
#define BAR_GAP 4      /* between two rows of bars */
#define LINE_APART 70. /* pixels between two lines of the axis */

G_DEFINE_FINAL_TYPE (HvShiftLanes, hv_shift_lanes, GTK_TYPE_WIDGET)

guint hv_shift_lanes_signals[HV_SHIFT_LANES_N_SIGNALS];

/* --- geometry --- */

HvTimeAxis
hv_shift_lanes_get_axis (HvShiftLanes *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  HvTimeAxis axis = hv_time_axis_new (GTK_WIDGET (self), self->span, width - 2 * INSET);
  axis.left += INSET;
  return axis;
}

static GtkSizeRequestMode
hv_shift_lanes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_bar (HvShiftLanes *self)
{
  return self->widgets->len == 0 ? 0 : hv_child_get_height (g_ptr_array_index (self->widgets, 0), -1);
}

static int
measure_header_width (HvShiftLanes *self, int width)
{
  HvTimeAxis axis = hv_time_axis_new (GTK_WIDGET (self), self->span, width - 2 * INSET);
  return MAX (1, (int)axis.left - INSET);
}

static int
measure_lane (HvShiftLanes *self, const HvLane *lane, int width)
{
  int header = hv_child_get_height (lane->header, measure_header_width (self, width));
  int bars = (int)lane->n_rows * (measure_bar (self) + BAR_GAP) - BAR_GAP;
  return MAX (header, bars) + 2 * INSET;
}

static int
measure_hours (HvShiftLanes *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "16");
  int height;
  pango_layout_get_pixel_size (layout, NULL, &height);
  return self->hours ? height + 6 : 0;
}

static void
hv_shift_lanes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  HvShiftLanes *self = HV_SHIFT_LANES (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 320;
      *natural = 820;
      return;
    }
  int height = measure_hours (self);
  for (guint i = 0; i < self->lanes->len; i++)
    height += measure_lane (self, g_ptr_array_index (self->lanes, i), for_size < 0 ? 820 : for_size);
  *minimum = *natural = height;
}

static void
allocate_bar (HvShiftLanes *self, guint i, const HvTimeAxis *axis, int bar_height)
{
  const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
  const HvLane *lane = g_ptr_array_index (self->lanes, bar->lane);
  bool stretched = self->stretching != HV_LANE_END_NONE && self->stretched == i;
  HvSpan span = stretched ? self->stretch : bar->span;
  int from = (int)hv_time_axis_get_x (axis, span.from) + 1;
  int to = (int)hv_time_axis_get_x (axis, span.to) - 1;
  int y = lane->y + INSET + (int)bar->row * (bar_height + BAR_GAP);
  hv_child_allocate (g_ptr_array_index (self->widgets, i), from, y, to - from, bar_height);
}

static void
hv_shift_lanes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvShiftLanes *self = HV_SHIFT_LANES (widget);
  int y = 0;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      HvLane *lane = g_ptr_array_index (self->lanes, i);
      lane->y = y;
      lane->height = measure_lane (self, lane, width);
      hv_child_allocate (lane->header, INSET, y + INSET, measure_header_width (self, width), lane->height - 2 * INSET);
      y += lane->height;
    }
  HvTimeAxis axis = hv_shift_lanes_get_axis (self);
  int bar_height = measure_bar (self);
  for (guint i = 0; i < self->bars->len; i++)
    allocate_bar (self, i, &axis, bar_height);
}

/* --- drawing --- */

static void
draw_hour (HvShiftLanes *self, GtkSnapshot *snapshot, const HvTimeAxis *axis, HvMinute minute, float y)
{
  g_autofree char *hour = hv_format_clock (hv_minute_get_of_day (minute), hv_text_get_own_language ());
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), hour);
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "hv_secondary_fg");
  int text;
  pango_layout_get_pixel_size (layout, &text, NULL);
  double x = hv_time_axis_get_x (axis, minute) - text / 2.;
  x = CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - text);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_axis (HvShiftLanes *self, GtkSnapshot *snapshot)
{
  HvTimeAxis axis = hv_shift_lanes_get_axis (self);
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "card_fg_color");
  color.alpha *= 0.1f;
  float bottom = (float)(gtk_widget_get_height (GTK_WIDGET (self)) - measure_hours (self));
  int step = hv_time_axis_find_step (&axis, LINE_APART);
  for (HvMinute minute = self->span.from; minute <= self->span.to; minute += step)
    {
      float x = (float)hv_time_axis_get_x (&axis, minute);
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, INSET, 1, MAX (0, bottom - 2 * INSET)));
      if (self->hours)
        draw_hour (self, snapshot, &axis, minute, bottom);
    }
}

static void
hv_shift_lanes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvShiftLanes *self = HV_SHIFT_LANES (widget);
  GdkRGBA line = hv_widget_get_color (widget, "borders");
  draw_axis (self, snapshot);
  for (guint i = 1; i < self->lanes->len; i++)
    {
      const HvLane *lane = g_ptr_array_index (self->lanes, i);
      gtk_snapshot_append_color (
          snapshot, &line,
          &GRAPHENE_RECT_INIT (INSET, (float)lane->y, (float)gtk_widget_get_width (widget) - 2 * INSET, 1));
    }
  GTK_WIDGET_CLASS (hv_shift_lanes_parent_class)->snapshot (widget, snapshot);
}

/* --- what it shows: lanes --- */

static void
free_lane (HvLane *lane)
{
  gtk_widget_unparent (lane->header);
  g_free (lane);
}

static HvLane *
take_lane (HvShiftLanes *self, guint n)
{
  if (n < self->lanes->len)
    return g_ptr_array_index (self->lanes, n);
  HvLane *lane = g_new0 (HvLane, 1);
  lane->header = hv_lane_header_new ();
  gtk_widget_set_parent (lane->header, GTK_WIDGET (self));
  g_ptr_array_add (self->lanes, lane);
  return lane;
}

static bool
is_row_taken (HvShiftLanes *self, guint lane, guint row, HvSpan span)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
      if (bar->lane == lane && bar->row == row && hv_span_overlaps (bar->span, span))
        return true;
    }
  return false;
}

/* The highest row of a lane in which a span overlaps nothing. */
static guint
find_row (HvShiftLanes *self, guint lane, HvSpan span)
{
  guint row = 0;
  while (is_row_taken (self, lane, row, span))
    row++;
  return row;
}

static HvSpan
find_span (const HvRoster *roster, const HvShift *shift, const HvCardPlace *place)
{
  const HvAssignment *assignment = hv_roster_find_assignment (roster, place->assignment);
  return assignment == NULL ? hv_shift_get_span (shift) : hv_assignment_get_span (assignment);
}

static void
add_bars (HvShiftLanes *self, const HvRoster *roster, guint lane, const HvGap *gap)
{
  GPtrArray *places = hv_card_place_list (roster, gap, hv_text_get_own_language ());
  g_ptr_array_add (self->places, places);
  for (guint n = 0; n < places->len; n++)
    {
      const HvCardPlace *place = g_ptr_array_index (places, n);
      HvLaneBar bar = { .place = place, .n = n, .span = find_span (roster, gap->shift, place), .lane = lane };
      bar.row = find_row (self, lane, bar.span);
      HvLane *shown = g_ptr_array_index (self->lanes, lane);
      shown->n_rows = MAX (shown->n_rows, bar.row + 1);
      g_array_append_val (self->bars, bar);
    }
}

static void
show_lane (HvShiftLanes *self, const HvRoster *roster, guint n, const GPtrArray *gaps)
{
  HvLane *lane = take_lane (self, n);
  const HvGap *first = g_ptr_array_index (gaps, 0);
  lane->n_rows = 0;
  hv_lane_header_show (HV_LANE_HEADER (lane->header), roster, first->shift->role, gaps);
  for (guint i = 0; i < gaps->len; i++)
    add_bars (self, roster, n, g_ptr_array_index (gaps, i));
}

/* Roles in their order, those that are gone last; the shifts of a role by start. */
static int
compare_gaps (gconstpointer a, gconstpointer b, gpointer data)
{
  const HvRoster *roster = data;
  const HvShift *first = (*(const HvGap *const *)a)->shift;
  const HvShift *second = (*(const HvGap *const *)b)->shift;
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  guint first_place = roles->len;
  guint second_place = roles->len;
  g_ptr_array_find ((GPtrArray *)roles, hv_roster_find_role (roster, first->role), &first_place);
  g_ptr_array_find ((GPtrArray *)roles, hv_roster_find_role (roster, second->role), &second_place);
  if (first_place != second_place)
    return first_place < second_place ? -1 : 1;
  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  return hv_span_compare (hv_shift_get_span (first), hv_shift_get_span (second));
}

GPtrArray *
hv_shift_lanes_order_gaps (const HvRoster *roster, const HvOpeningOutlook *outlook)
{
  GPtrArray *gaps = g_ptr_array_new ();
  for (guint i = 0; i < outlook->gaps->len; i++)
    g_ptr_array_add (gaps, &g_array_index (outlook->gaps, HvGap, i));
  g_ptr_array_sort_with_data (gaps, compare_gaps, (gpointer)roster);
  return gaps;
}

static void
show_lanes (HvShiftLanes *self, const HvRoster *roster, const HvOpeningOutlook *outlook)
{
  g_autoptr (GPtrArray) gaps = hv_shift_lanes_order_gaps (roster, outlook);
  g_autoptr (GPtrArray) of_role = g_ptr_array_new ();
  guint n = 0;
  for (guint i = 0; i < gaps->len; i++)
    {
      const HvGap *gap = g_ptr_array_index (gaps, i);
      const HvGap *next = i + 1 < gaps->len ? g_ptr_array_index (gaps, i + 1) : NULL;
      g_ptr_array_add (of_role, (gpointer)gap);
      if (next != NULL && next->shift->role == gap->shift->role)
        continue;
      show_lane (self, roster, n++, of_role);
      g_ptr_array_set_size (of_role, 0);
    }
  g_ptr_array_set_size (self->lanes, (int)n);
}

/* --- what it shows: bars --- */

static void
bar_activated_cb (HvDutyBar *widget, HvShiftLanes *self)
{
  guint i;
  if (!g_ptr_array_find (self->widgets, widget, &i))
    return;
  hv_shift_lanes_make_current (self, i, true);
  g_signal_emit (self, hv_shift_lanes_signals[HV_SHIFT_LANES_PLACE_ACTIVATED], 0, widget,
                 hv_shift_lanes_get_bar (self, i)->place);
}

/* As many widgets as bars; those that are there are used again. */
static void
update_widgets (HvShiftLanes *self)
{
  while (self->widgets->len > self->bars->len)
    {
      gtk_widget_unparent (g_ptr_array_index (self->widgets, self->widgets->len - 1));
      g_ptr_array_set_size (self->widgets, (int)self->widgets->len - 1);
    }
  while (self->widgets->len < self->bars->len)
    {
      GtkWidget *widget = hv_duty_bar_new ();
      g_signal_connect (widget, "activated", G_CALLBACK (bar_activated_cb), self);
      gtk_widget_set_focusable (widget, FALSE); /* the lanes give the focus */
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
      g_ptr_array_add (self->widgets, widget);
    }
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
      hv_duty_bar_show (g_ptr_array_index (self->widgets, i), bar->place, bar->span);
    }
}

void
hv_shift_lanes_show (HvShiftLanes *self, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening,
                     bool hours)
{
  g_return_if_fail (HV_IS_SHIFT_LANES (self));
  const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
  g_return_if_fail (found != NULL);
  bool had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autoptr (GPtrArray) shown = g_steal_pointer (&self->places); /* lives until the widgets show the next ones */
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->stretching = HV_LANE_END_NONE;
  self->span = hv_time_axis_find_span (roster, opening);
  self->hours = hours;
  g_array_set_size (self->bars, 0);
  show_lanes (self, roster, found);
  update_widgets (self);
  hv_shift_lanes_restore_focus (self, had_focus);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- questions --- */

HvDutyBar *
hv_shift_lanes_find_bar (HvShiftLanes *self, HvGridPlace place, const HvCardPlace **ret_place)
{
  g_return_val_if_fail (HV_IS_SHIFT_LANES (self), NULL);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
      if (bar->place->shift != place.shift || bar->n != place.n)
        continue;
      *ret_place = bar->place;
      return g_ptr_array_index (self->widgets, i);
    }
  return NULL;
}

HvDutyBar *
hv_shift_lanes_find_person (HvShiftLanes *self, HvId assignment)
{
  g_return_val_if_fail (HV_IS_SHIFT_LANES (self) && assignment != HV_NONE, NULL);
  for (guint i = 0; i < self->bars->len; i++)
    if (hv_shift_lanes_get_bar (self, i)->place->assignment == assignment)
      return g_ptr_array_index (self->widgets, i);
  return NULL;
}

void
hv_shift_lanes_set_times (HvShiftLanes *self, guint i, HvSpan span)
{
  const HvLaneBar *bar = hv_shift_lanes_get_bar (self, i);
  if (span.to <= span.from || hv_span_compare (span, bar->span) == 0
      || !hv_duty_bar_can_stretch (g_ptr_array_index (self->widgets, i)))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "duty.set-times", "(xxx)", bar->place->assignment, span.from, span.to);
}

/* --- life --- */

static void
hv_shift_lanes_dispose (GObject *object)
{
  HvShiftLanes *self = HV_SHIFT_LANES (object);
  g_array_set_size (self->bars, 0);
  update_widgets (self);
  g_ptr_array_set_size (self->lanes, 0);
  G_OBJECT_CLASS (hv_shift_lanes_parent_class)->dispose (object);
}

static void
hv_shift_lanes_finalize (GObject *object)
{
  HvShiftLanes *self = HV_SHIFT_LANES (object);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->widgets);
  g_ptr_array_unref (self->places);
  g_array_unref (self->bars);
  G_OBJECT_CLASS (hv_shift_lanes_parent_class)->finalize (object);
}

static void
hv_shift_lanes_class_init (HvShiftLanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_shift_lanes_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_shift_lanes_finalize;
  widget_class->get_request_mode = hv_shift_lanes_get_request_mode;
  widget_class->measure = hv_shift_lanes_measure;
  widget_class->size_allocate = hv_shift_lanes_size_allocate;
  widget_class->snapshot = hv_shift_lanes_snapshot;
  widget_class->focus = hv_shift_lanes_focus_within;
  hv_shift_lanes_signals[HV_SHIFT_LANES_PLACE_ACTIVATED] =
      g_signal_new ("place-activated", HV_TYPE_SHIFT_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    HV_TYPE_DUTY_BAR, G_TYPE_POINTER);
  hv_shift_lanes_signals[HV_SHIFT_LANES_PLACE_TYPED] =
      g_signal_new ("place-typed", HV_TYPE_SHIFT_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    HV_TYPE_DUTY_BAR, G_TYPE_POINTER, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "shiftlanes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
hv_shift_lanes_init (HvShiftLanes *self)
{
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_lane);
  self->widgets = g_ptr_array_new ();
  self->bars = g_array_new (FALSE, FALSE, sizeof (HvLaneBar));
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->current_assignment = HV_NONE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People on duty, by role"),
                                  -1);
  hv_shift_lanes_add_keys (self);
  hv_shift_lanes_add_stretching (self);
}

GtkWidget *
hv_shift_lanes_new (void)
{
  return g_object_new (HV_TYPE_SHIFT_LANES, NULL);
}
