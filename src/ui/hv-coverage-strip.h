/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvCoverageStrip: the people on duty against the people needed, along one opening.
 *
 * One bar per slot (half an hour): its height is the crew, the line above it the
 * need, and what lies between is hatched. "3/5" stands in the bar. The small form
 * goes on top of a day in the week; the large one has an axis and says "2 missing"
 * in the hatching. Nothing moves. The scale is the larger of need and crew.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_COVERAGE_STRIP (hv_coverage_strip_get_type ())
G_DECLARE_FINAL_TYPE (HvCoverageStrip, hv_coverage_strip, HV, COVERAGE_STRIP, GtkWidget)

GtkWidget *hv_coverage_strip_new (void);

/* The large form. */
void hv_coverage_strip_set_large (HvCoverageStrip *strip, bool large);

/* Pixels the large form is high, where it has less room than usual. */
void hv_coverage_strip_set_height (HvCoverageStrip *strip, int height);

/* The span across the strip, where it shall show more than the slots: shifts begin before
 * the doors open. An empty one is that of the slots. */
void hv_coverage_strip_set_span (HvCoverageStrip *strip, HvSpan span);

/* Pixels on the left of the large form, for the numbers of people. */
#define HV_COVERAGE_STRIP_AXIS 36

/* Copies the slots; `said` is what a screen reader reads. */
void hv_coverage_strip_set_slots (HvCoverageStrip *strip, const HvSlot *slots, gsize n, const char *said);

/* Where a moment lies along the strip's width, for widgets aligned below it. */
double hv_coverage_strip_get_x (HvCoverageStrip *strip, HvMinute minute);

/* How many bars were drawn since the widget was made: benchmarks count them. */
guint hv_coverage_strip_get_drawn (HvCoverageStrip *strip);

G_END_DECLS
