/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvPeopleGrid share: hv-people-grid.c (what is shown) and
 * hv-people-grid-focus.c (the keyboard).
 */

#include "hv-people-grid.h"
#include "hv-person-row.h"

G_BEGIN_DECLS

struct _HvPeopleGrid
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *days[7];
  GtkWidget *scroller;
  GtkWidget *view; /* in scroller: GtkListView */
  GtkWidget *foot; /* box with idle_check */
  GtkWidget *idle_check;

  HvPeopleList *people; /* owned */
  GPtrArray *bound;     /* GtkListItem whose row shows somebody */
  bool narrow[7];
  bool showing; /* the list is being made anew */

  /* what is shown, to show it again with or without the idle */
  HvRoster *roster;   /* owned */
  HvOutlook *outlook; /* owned */
  HvWeek week;
  HvId house;
  bool weekends;

  /* the focus: a duty of somebody, or their row when they have none */
  HvId current_volunteer;
  HvId current_assignment;
  guint position; /* where they stood */
  int day;        /* the column that up and down keep to */
  bool grabbing;  /* the focus shall go to the current row as soon as it is there */
};

typedef enum
{
  HV_PEOPLE_GRID_PLACE_ACTIVATED,
  HV_PEOPLE_GRID_PERSON_ACTIVATED,
  HV_PEOPLE_GRID_N_SIGNALS
} HvPeopleGridSignal;

extern guint hv_people_grid_signals[HV_PEOPLE_GRID_N_SIGNALS];

void hv_people_grid_activate_cell (HvPeopleGrid *self, HvDutyCell *cell);
void hv_people_grid_activate_row (HvPeopleGrid *self, HvPersonRow *row);

/* Makes one duty of a row the current one, or (NULL) the row. */
void hv_people_grid_make_current (HvPeopleGrid *self, guint position, const HvPersonDuty *duty, bool grab);
void hv_people_grid_row_bound (HvPeopleGrid *self, GtkListItem *item);
void hv_people_grid_restore_focus (HvPeopleGrid *self, bool grab);
gboolean hv_people_grid_focus_within (GtkWidget *widget, GtkDirectionType direction);
void hv_people_grid_add_keys (HvPeopleGrid *self);

G_END_DECLS
