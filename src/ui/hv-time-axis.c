/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-time-axis.h"

#include <math.h>

#define HALF_HOUR 30
#define GUTTER 24 /* characters */

HvSpan
hv_time_axis_find_span (const HvRoster *roster, const HvOpening *opening)
{
  HvSpan span = hv_opening_get_span (opening);
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
      span.from = MIN (span.from, shift->starts);
      span.to = MAX (span.to, shift->ends);
      for (guint j = 0; j < people->len; j++)
        {
          const HvAssignment *assignment = g_ptr_array_index (people, j);
          span.from = MIN (span.from, assignment->starts);
          span.to = MAX (span.to, assignment->ends);
        }
    }
  span.from = (HvMinute)floor ((double)span.from / HALF_HOUR) * HALF_HOUR;
  span.to = (HvMinute)ceil ((double)span.to / HALF_HOUR) * HALF_HOUR;
  return span;
}

HvTimeAxis
hv_time_axis_new (GtkWidget *widget, HvSpan span, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double gutter = GUTTER * pango_units_to_double (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  double left = floor (MIN (gutter, width * 0.4));
  return (HvTimeAxis){ span, left, MAX (1, width - left) };
}

double
hv_time_axis_get_x (const HvTimeAxis *axis, HvMinute minute)
{
  double length = (double)MAX (1, axis->span.to - axis->span.from);
  return axis->left + axis->width * (double)(minute - axis->span.from) / length;
}

HvMinute
hv_time_axis_get_minute (const HvTimeAxis *axis, double x, int step)
{
  double length = (double)MAX (1, axis->span.to - axis->span.from);
  double minute = (double)axis->span.from + (x - axis->left) / axis->width * length;
  return (HvMinute)round (minute / step) * step;
}

int
hv_time_axis_find_step (const HvTimeAxis *axis, double least)
{
  static const int steps[] = { 30, 60, 120, 180, 240, 360, 720 };
  double length = (double)MAX (1, axis->span.to - axis->span.from);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] / length * axis->width >= least)
      return steps[i];
  return HV_MINUTES_PER_DAY;
}
