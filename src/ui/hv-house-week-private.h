/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvHouseWeek share: hv-house-week.c (what is shown),
 * hv-house-week-focus.c (the keyboard) and hv-house-week-commands.c (what is done).
 */

#include "hv-day-bar.h"
#include "hv-house-week.h"
#include "hv-opening-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _HvHouseWeek
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  HvDayBar *days;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  GtkBox *openings;
  GtkLabel *closed_note;
  AdwStatusPage *empty;
  GtkButton *empty_button;

  GPtrArray *views; /* HvOpeningView, in openings; the first n_shown are visible */
  guint n_shown;

  HvWorkspace *workspace; /* owned */
  HvId house;
  HvWeek week;
  int wished_weekday; /* the one that was last chosen, also while it is closed */
  guint settling;     /* source: until the layout is made anew */
};

const HvRoster *hv_house_week_get_roster (HvHouseWeek *self);

/* The lanes of the nth opening of the day. */
HvShiftLanes *hv_house_week_get_lanes (HvHouseWeek *self, guint n);

/* Where a bar is in the view. */
bool hv_house_week_find_area (HvHouseWeek *self, HvDutyBar *bar, GdkRectangle *ret_area);

/* Bars are about to be made anew: the focus is scrolled to when they have their places. */
void hv_house_week_settle (HvHouseWeek *self);
void hv_house_week_add_keys (HvHouseWeek *self);

void hv_house_week_install_commands (GtkWidgetClass *klass);

/* Insensitive where nothing can be written. */
void hv_house_week_update_commands (HvHouseWeek *self);

G_END_DECLS
