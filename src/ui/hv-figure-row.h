/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvFigureRow: a row of figures under the strip of an opening, one under each of its
 * slots: the visits expected in it, or how long somebody who comes then waits.
 *
 * Where slots are narrower than their figures, neighbours share one: visits add up, of
 * the waits the longest is shown. Waits above the target have a triangle.
 */

#include "hv-outlook.h"
#include "hv-time-axis.h"

G_BEGIN_DECLS

#define HV_TYPE_FIGURE_ROW (hv_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (HvFigureRow, hv_figure_row, HV, FIGURE_ROW, GtkWidget)

typedef enum
{
  HV_FIGURE_VISITS,
  HV_FIGURE_WAIT,
} HvFigure;

GtkWidget *hv_figure_row_new (HvFigure figure);

/* Copies the slots. `target` are the minutes of waiting that are still fine. */
void hv_figure_row_set_slots (HvFigureRow *row, const HvSlot *slots, gsize n, double target);

/* The span across the row; the gutter is hv_time_axis_new ()'s. */
void hv_figure_row_set_span (HvFigureRow *row, HvSpan span);

G_END_DECLS
