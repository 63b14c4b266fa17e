/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvWeekBoard share: hv-week-board.c (cards and scrolling) and
 * hv-week-board-focus.c (the keyboard).
 */

#include "hv-week-board.h"

G_BEGIN_DECLS

typedef struct
{
  /* owned */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  bool configuring;
  int head; /* the height that does not scroll */

  /* the focus */
  HvGridPlace current;
  HvId current_assignment; /* who was there, so that the focus follows them */
} HvWeekBoardPrivate;

HvWeekBoardPrivate *hv_week_board_get_private (HvWeekBoard *self);

typedef enum
{
  HV_WEEK_BOARD_PLACE_ACTIVATED,
  HV_WEEK_BOARD_PLACE_TYPED,
  HV_WEEK_BOARD_HOUSE_ACTIVATED,
  HV_WEEK_BOARD_N_SIGNALS
} HvWeekBoardSignal;

extern guint hv_week_board_signals[HV_WEEK_BOARD_N_SIGNALS];

/* Another card is the current one: its chips. */
void hv_week_board_current_changed (HvWeekBoard *self);
void hv_week_board_scroll_to (HvWeekBoard *self, const graphene_rect_t *area);

void hv_week_board_restore_focus (HvWeekBoard *self, bool grab);
gboolean hv_week_board_focus_within (GtkWidget *widget, GtkDirectionType direction);
void hv_week_board_add_keys (HvWeekBoard *self);

G_END_DECLS
