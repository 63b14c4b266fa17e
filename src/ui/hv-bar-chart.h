/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvBarChart: a few numbers as bars beside each other: shifts a week, visits a week.
 *
 * The number stands on its bar and the label below it, so the chart can be read
 * without a scale. Nothing is a line on the ground with its number. Where the bars
 * stand too close for their labels, every second, third … is written. A bar is told
 * from another by its pattern as well as by its colour. Nothing moves.
 */

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_TYPE_BAR_CHART (hv_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (HvBarChart, hv_bar_chart, HV, BAR_CHART, GtkWidget)

typedef enum
{
  HV_BAR_SOLID,
  HV_BAR_HATCHED, /* not certain yet: planned, expected */
  HV_BAR_NONE,    /* there is no number: closed, not counted; the label is all */
} HvBarPattern;

typedef struct
{
  double value;       /* ≥ 0 */
  const char *number; /* the value as it is read; NULL writes none */
  const char *label;
  HvBarPattern pattern;
} HvBar;

GtkWidget *hv_bar_chart_new (void);

/* The height of the tallest bar, in pixels. */
void hv_bar_chart_set_bar_height (HvBarChart *chart, int height);

/* Copies the bars. The scale is their largest value, and at least `least`; `said` is what
 * a screen reader reads: all of it in words. */
void hv_bar_chart_set_bars (HvBarChart *chart, const HvBar *bars, gsize n_bars, double least, const char *said);

G_END_DECLS
