/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvWeekGrid share: hv-week-grid.c (layout and drawing) and
 * hv-week-grid-dnd.c (dragging).
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
  bool asked;   /* whether it is possible: when it is first seen */
  char *reason; /* NULL: possible */
} HvGridTarget;

struct _HvWeekGrid
{
  HvWeekBoard parent_instance;

  /* children */
  GtkWidget *corner;
  GtkWidget *days[7];
  GPtrArray *rows; /* HvGridRow */

  /* what is shown */
  bool narrow[7];
  int x[8];
  int head;

  /* dragging */
  HvWeekGridCheck check;
  gpointer check_data;
  char *dragged;      /* what the check is asked about */
  GPtrArray *targets; /* HvGridTarget; NULL while nothing is dragged */
  HvGridPlace hovered;
};

typedef enum
{
  HV_WEEK_GRID_DROPPED,
  HV_WEEK_GRID_N_SIGNALS
} HvWeekGridSignal;

extern guint hv_week_grid_signals[HV_WEEK_GRID_N_SIGNALS];

void hv_week_grid_add_dragging (HvWeekGrid *self);
void hv_week_grid_draw_targets (HvWeekGrid *self, GtkSnapshot *snapshot);

G_END_DECLS
