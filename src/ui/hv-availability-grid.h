/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvAvailabilityGrid: an ordinary week to paint: seven days, hour by hour, in three
 * states: can (filled, with the word), rather not (hatched, with the word), cannot (empty).
 *
 * A press turns a cell into its next state, and dragging gives that state to the whole
 * rectangle; Escape while dragging takes it back. With the keyboard: arrows move, Shift
 * and arrows mark several, Space turns them all into the state after the first one's,
 * Home and End go to the first and last hour, Escape marks one again. It is one stop of
 * the Tab key, and a screen reader is told about the cell with the focus.
 */

#include "hv-week-pattern.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_AVAILABILITY_GRID (hv_availability_grid_get_type ())
G_DECLARE_FINAL_TYPE (HvAvailabilityGrid, hv_availability_grid, HV, AVAILABILITY_GRID, GtkWidget)

GtkWidget *hv_availability_grid_new (void);

/* The hours that are always shown (0–24); those of the spans come on top. Takes effect
 * with the next spans. */
void hv_availability_grid_set_hours (HvAvailabilityGrid *grid, int first_hour, int last_hour);

/* Copies the spans; the focus stays with its hour. Not while something is being painted. */
void hv_availability_grid_set_spans (HvAvailabilityGrid *grid, const HvOfferSpan *spans, gsize n_spans);
GArray *hv_availability_grid_dup_spans (HvAvailabilityGrid *grid);

/* "Monday 13:00–14:00: can": what is read about the cell with the focus. The caller owns it. */
char *hv_availability_grid_describe_focus (HvAvailabilityGrid *grid);

/* Where a cell is in the widget, by weekday and the hour at which it begins; false when
 * it is not shown. */
bool hv_availability_grid_get_area (HvAvailabilityGrid *grid, int weekday, int minute, GdkRectangle *ret_area);

/* signal "changed" (HvAvailabilityGrid *): somebody has painted, and let go */

G_END_DECLS
