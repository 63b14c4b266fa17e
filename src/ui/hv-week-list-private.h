/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvWeekList share: hv-week-list.c (layout, scrolling and drawing) and
 * hv-week-list-focus.c (the keyboard).
 */

#include "hv-week-list.h"

G_BEGIN_DECLS

/* An opening. */
typedef struct
{
  GtkWidget *title; /* HvOpeningTitle child */
  GtkWidget *cell;  /* HvWeekCell child; not visible when it is closed */
  int y;            /* as last allocated */
  int height;
} HvListRow;

struct _HvWeekList
{
  GtkWidget parent_instance;

  GPtrArray *rows;  /* HvListRow */
  GtkWidget *empty; /* child: that there is nothing */

  /* owned */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  bool configuring;

  /* the focus */
  HvGridPlace current;
  HvId current_assignment; /* who was there, so that the focus follows them */
};

typedef enum
{
  HV_WEEK_LIST_PLACE_ACTIVATED,
  HV_WEEK_LIST_PLACE_TYPED,
  HV_WEEK_LIST_HOUSE_ACTIVATED,
  HV_WEEK_LIST_N_SIGNALS
} HvWeekListSignal;

extern guint hv_week_list_signals[HV_WEEK_LIST_N_SIGNALS];

static inline HvListRow *
hv_week_list_get_row (HvWeekList *self, guint n)
{
  return g_ptr_array_index (self->rows, n);
}

/* One place that is shown. */
typedef struct
{
  HvShiftCard *card;
  guint n;
} HvListSpot;

/* Every place, from top to bottom. New array of HvListSpot. */
GArray *hv_week_list_list_spots (HvWeekList *self);

void hv_week_list_current_changed (HvWeekList *self);
void hv_week_list_scroll_to (HvWeekList *self, const graphene_rect_t *area);
void hv_week_list_restore_focus (HvWeekList *self, bool grab);
gboolean hv_week_list_focus_within (GtkWidget *widget, GtkDirectionType direction);
void hv_week_list_add_keys (HvWeekList *self);

G_END_DECLS
