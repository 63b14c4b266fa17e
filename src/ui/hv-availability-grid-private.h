/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the files of HvAvailabilityGrid share: hv-availability-grid.c (what is painted)
 * and hv-availability-grid-draw.c (how it looks).
 */

#include "hv-availability-grid.h"
#include "hv-offer-table.h"

G_BEGIN_DECLS

/* A cell: a weekday and a row. */
typedef struct
{
  int weekday; /* 1–7 */
  int row;
} HvOfferCell;

struct _HvAvailabilityGrid
{
  GtkWidget parent_instance;

  HvOfferTable *table; /* owned */
  int first_hour;
  int last_hour;

  HvOfferCell focus;
  HvOfferCell anchor; /* the other corner of what is marked; the focus itself when nothing is */

  HvOfferTable *before; /* owned; while dragging, the table as it was */
  HvOfferCell pressed;
  double pressed_x;
  double pressed_y;
  HvOffer paint;

  /* owned; made when first needed, dropped when the font or the scale changes */
  GPtrArray *weekdays; /* PangoLayout */
  GPtrArray *hours;    /* PangoLayout, one a full hour */
  PangoLayout *words[3];
};

bool hv_availability_grid_marks_several (HvAvailabilityGrid *grid);

const char *hv_availability_grid_get_word (HvOffer offer); /* "Can" */

/* For the legend: a sample of a state, and the colour of its word. */
void hv_availability_grid_draw_sample (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area,
                                       HvOffer offer);
GdkRGBA hv_availability_grid_get_word_color (GtkWidget *widget);

void hv_availability_grid_drop_layouts (HvAvailabilityGrid *grid);
void hv_availability_grid_draw (HvAvailabilityGrid *grid, GtkSnapshot *snapshot);
void hv_availability_grid_measure (HvAvailabilityGrid *grid, GtkOrientation orientation, int *minimum, int *natural);

graphene_rect_t hv_availability_grid_find_area (HvAvailabilityGrid *grid, HvOfferCell cell);

/* The cell at a point, or the nearest one: a drag may leave the grid. */
HvOfferCell hv_availability_grid_find_cell (HvAvailabilityGrid *grid, double x, double y);
bool hv_availability_grid_is_on_cells (HvAvailabilityGrid *grid, double x, double y);

G_END_DECLS
