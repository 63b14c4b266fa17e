/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPeopleList: the people of a week, a row each, for a list view: those with duties
 * first, then (where they are shown) those without, both as the language sorts names.
 * Walk-in helpers have rows of their own.
 *
 * What a row says is in HvPersonWeek; the objects of the list only stand for the rows, and
 * are made when the view asks for them. When the same people stay in the same order,
 * nothing is inserted or removed, only "updated" is emitted: the view keeps its place.
 * The order of the names is computed once for a set of volunteers.
 */

#include "hv-card-place.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HV_TYPE_PEOPLE_LIST (hv_people_list_get_type ())
G_DECLARE_FINAL_TYPE (HvPeopleList, hv_people_list, HV, PEOPLE_LIST, GObject)

/* A duty on a day of the week. */
typedef struct
{
  int day;                  /* 0 Monday … 6 */
  bool continued;           /* it began on a day before: past midnight */
  HvSpan span;              /* all of it */
  const HvCardPlace *place; /* lent by the list */
  guint n;                  /* the nth place of its shift */
  const HvHouse *house;     /* lent by the roster */
} HvPersonDuty;

typedef struct
{
  HvId volunteer;   /* HV_NONE: a walk-in helper */
  const char *name; /* lent by the list */
  GArray *duties;   /* HvPersonDuty, by day and start; NULL without any */
} HvPersonWeek;

HvPeopleList *hv_people_list_new (void);

/* Shows a week of a roster, in one house or in all (HV_NONE); with `idle`, people without
 * duties too. The roster is kept. */
void hv_people_list_show (HvPeopleList *list, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house,
                          bool idle);

/* Lent until the next hv_people_list_show (). */
const HvPersonWeek *hv_people_list_get_person (HvPeopleList *list, guint position);
guint hv_people_list_get_n_people (HvPeopleList *list);

/* Where somebody stands who has a place of a shift; false when nobody shown has it. */
bool hv_people_list_find_place (HvPeopleList *list, HvId shift, guint n, guint *ret_position);

guint hv_people_list_count_idle (HvPeopleList *list);           /* active volunteers without a duty, shown or not */
bool hv_people_list_is_day_empty (HvPeopleList *list, int day); /* nothing is open, and nobody on duty */

/* signal "updated" (HvPeopleList *): what rows say may have changed */

G_END_DECLS
