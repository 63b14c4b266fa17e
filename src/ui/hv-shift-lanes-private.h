/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvShiftLanes share: hv-shift-lanes.c (layout and drawing),
 * hv-shift-lanes-keys.c (the keyboard), hv-shift-lanes-stretch.c (dragging an end).
 */

#include "hv-shift-lanes.h"
#include "hv-time-axis.h"

G_BEGIN_DECLS

/* A role of the opening. */
typedef struct
{
  GtkWidget *header; /* child */
  guint n_rows;
  int y; /* as last allocated */
  int height;
} HvLane;

/* A place of a shift, on its lane. */
typedef struct
{
  const HvCardPlace *place; /* lent by places */
  guint n;                  /* the nth of its shift */
  HvSpan span;
  guint lane;
  guint row;
} HvLaneBar;

typedef enum
{
  HV_LANE_END_NONE,
  HV_LANE_END_FROM,
  HV_LANE_END_TO,
} HvLaneEnd;

struct _HvShiftLanes
{
  GtkWidget parent_instance;

  GPtrArray *lanes;   /* HvLane */
  GPtrArray *widgets; /* HvDutyBar children, one a bar */
  GArray *bars;       /* HvLaneBar, in the order of the widgets */
  GPtrArray *places;  /* the arrays of HvCardPlace that the bars show */
  HvSpan span;
  bool hours; /* the hours are written below the bars */

  /* the focus */
  HvGridPlace current;
  HvId current_assignment; /* who was there, so that the focus follows them */

  /* an end being dragged */
  HvLaneEnd stretching;
  guint stretched;
  HvSpan stretch; /* as it would be if let go now */
};

typedef enum
{
  HV_SHIFT_LANES_PLACE_ACTIVATED,
  HV_SHIFT_LANES_PLACE_TYPED,
  HV_SHIFT_LANES_N_SIGNALS
} HvShiftLanesSignal;

extern guint hv_shift_lanes_signals[HV_SHIFT_LANES_N_SIGNALS];

#define HV_SHIFT_LANES_STEP 15 /* minutes */

static inline HvLaneBar *
hv_shift_lanes_get_bar (HvShiftLanes *self, guint i)
{
  return &g_array_index (self->bars, HvLaneBar, i);
}

HvTimeAxis hv_shift_lanes_get_axis (HvShiftLanes *self);

/* The bar that has the focus, or −1. */
gint64 hv_shift_lanes_find_current (HvShiftLanes *self);
void hv_shift_lanes_make_current (HvShiftLanes *self, guint i, bool grab);
void hv_shift_lanes_restore_focus (HvShiftLanes *self, bool grab);
gboolean hv_shift_lanes_focus_within (GtkWidget *widget, GtkDirectionType direction);

/* Asks for other times of the person on a bar; an empty or unchanged span is ignored. */
void hv_shift_lanes_set_times (HvShiftLanes *self, guint i, HvSpan span);
void hv_shift_lanes_add_keys (HvShiftLanes *self);
void hv_shift_lanes_add_stretching (HvShiftLanes *self);

G_END_DECLS
