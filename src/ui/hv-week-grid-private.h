/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvWeekGrid share: hv-week-grid.c (layout and drawing),
 * hv-week-grid-focus.c (the keyboard), hv-week-grid-dnd.c (dragging).
 */

#include "hv-week-grid.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *header;   /* HvHouseHeader child */
  GtkWidget *cells[7]; /* HvWeekCell children */
  int y;               /* as last allocated */
  int height;
} HvGridRow;

/* A place that something dragged may or may not be put on. */
typedef struct
{
  HvShiftCard *card;
  guint n;
  char *reason; /* NULL: possible */
} HvGridTarget;

struct _HvWeekGrid
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *corner;
  GtkWidget *days[7];
  GPtrArray *rows; /* HvGridRow */

  /* owned */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  bool configuring;

  /* what is shown */
  bool narrow[7];
  int x[8];
  int head;

  /* the focus */
  HvGridPlace current;
  HvId current_assignment; /* who was there, so that the focus follows them */

  /* dragging */
  HvWeekGridCheck check;
  gpointer check_data;
  GPtrArray *targets; /* HvGridTarget; NULL while nothing is dragged */
  HvGridPlace hovered;
};

typedef enum
{
  HV_WEEK_GRID_PLACE_ACTIVATED,
  HV_WEEK_GRID_PLACE_TYPED,
  HV_WEEK_GRID_HOUSE_ACTIVATED,
  HV_WEEK_GRID_DROPPED,
  HV_WEEK_GRID_N_SIGNALS
} HvWeekGridSignal;

extern guint hv_week_grid_signals[HV_WEEK_GRID_N_SIGNALS];

static inline HvGridRow *
hv_week_grid_get_row (HvWeekGrid *self, guint n)
{
  return g_ptr_array_index (self->rows, n);
}

/* One place with where it is, in the grid's coordinates. */
typedef struct
{
  HvShiftCard *card;
  guint n;
  guint row;
  int day;
  graphene_rect_t area;
} HvGridSpot;

/* Every place shown, by day, house and card. New array of HvGridSpot. */
GArray *hv_week_grid_list_spots (HvWeekGrid *self);

/* The place at a point, or NULL. */
HvShiftCard *hv_week_grid_find_spot_at (HvWeekGrid *self, double x, double y, guint *ret_n);

void hv_week_grid_current_changed (HvWeekGrid *self);
void hv_week_grid_scroll_to (HvWeekGrid *self, GtkWidget *widget);
void hv_week_grid_restore_focus (HvWeekGrid *self, bool grab);
gboolean hv_week_grid_focus_within (GtkWidget *widget, GtkDirectionType direction);
void hv_week_grid_add_keys (HvWeekGrid *self);
void hv_week_grid_add_dragging (HvWeekGrid *self);
void hv_week_grid_draw_targets (HvWeekGrid *self, GtkSnapshot *snapshot);

G_END_DECLS
