/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTimeAxis: where the minutes of a day lie across a widget.
 *
 * The strip, its rows of figures and the lanes of an opening stand under each other on
 * the same axis: they are equally wide, leave the same gutter for words on the left, and
 * show the same span. A value; pixels are those of the widget that it was made for.
 */

#include "hv-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  HvSpan span;
  double left; /* pixels before the span begins */
  double width;
} HvTimeAxis;

/* The span that shows an opening with all its shifts, in whole half hours. */
HvSpan hv_time_axis_find_span (const HvRoster *roster, const HvOpening *opening);

/* The axis in a widget of a width: the gutter grows with the text, but leaves more than
 * half of the width. */
HvTimeAxis hv_time_axis_new (GtkWidget *widget, HvSpan span, int width);

double hv_time_axis_get_x (const HvTimeAxis *axis, HvMinute minute);

/* The minute at a point, to the nearest of `step` minutes. */
HvMinute hv_time_axis_get_minute (const HvTimeAxis *axis, double x, int step);

/* Half hours or more between two lines that shall be `least` pixels apart, in minutes. */
int hv_time_axis_find_step (const HvTimeAxis *axis, double least);

G_END_DECLS
