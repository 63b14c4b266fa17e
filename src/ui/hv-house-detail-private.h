/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvHouseDetail share: hv-house-detail.c (the whole, hours, texts),
 * hv-house-detail-roles.c, hv-house-detail-closed.c, hv-house-detail-demand.c.
 */

#include "hv-hours-group.h"
#include "hv-house-detail.h"
#include "hv-house-edit.h"
#include "hv-saver.h"

G_BEGIN_DECLS

#define HV_HOUSE_DETAIL_FLAGS 4
#define HV_HOUSE_DETAIL_NUMBERS 7

struct _HvHouseDetail
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* child */
  GtkWidget *columns;
  GtkWidget *from;
  GtkWidget *from_group;
  GtkWidget *hours;
  GtkWidget *texts[HV_N_HOUSE_TEXTS];
  GtkWidget *dates;
  GtkWidget *flags[HV_HOUSE_DETAIL_FLAGS];

  /* roles and numbers */
  GtkWidget *roles_group;
  GPtrArray *role_rows;

  /* closed days */
  GtkWidget *closed_group;
  GPtrArray *closed_rows;

  /* demand */
  GtkWidget *model;
  GtkWidget *numbers[HV_HOUSE_DETAIL_NUMBERS];
  GtkWidget *number_rows[HV_HOUSE_DETAIL_NUMBERS];
  GtkWidget *meaning;

  HvSaver *demand_saver; /* owned */
  HvId demand_house;     /* what is pressed, and of which house: until it is saved */
  gint64 demand_model;   /* HV_NONE: not chosen */
  bool demand_pressed[HV_HOUSE_DETAIL_NUMBERS];
  double demand_values[HV_HOUSE_DETAIL_NUMBERS];

  HvWindow *window; /* lent */
  HvId house;
  bool showing; /* values are being set, not edited */
};

const HvRoster *hv_house_detail_get_roster (HvHouseDetail *self);
const HvHouse *hv_house_detail_get_house (HvHouseDetail *self);

/* The week from which changes count. */
HvWeek hv_house_detail_get_from (HvHouseDetail *self);

/* A change that generated weeks follow: called with a roster of all weeks and the house
 * in it, and makes the edit. */
typedef HvEdit *(*HvHouseChange) (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data,
                                  GError **error);
void hv_house_detail_change (HvHouseDetail *self, HvHouseChange change, gpointer data, GDestroyNotify free_data);

GtkWidget *hv_house_detail_make_roles (HvHouseDetail *self);
void hv_house_detail_show_roles (HvHouseDetail *self, const HvHouse *house);
GtkWidget *hv_house_detail_make_closed (HvHouseDetail *self);
void hv_house_detail_show_closed (HvHouseDetail *self, const HvHouse *house);
GtkWidget *hv_house_detail_make_demand (HvHouseDetail *self);
void hv_house_detail_show_demand (HvHouseDetail *self, const HvHouse *house);

G_END_DECLS
