/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvHouseStart: a house from a few answers, as somebody gives them who has never used a
 * roster program: what it is called, when it is open, how many people, how many visits.
 *
 * Out of them comes one edit, and one undo: the house, its hours, a shift template for
 * each role on each open weekday, and the roles and the organisation where there are
 * none yet. Whoever changes an answer before the first week is made changes that house.
 */

#include "hv-holiday.h"
#include "hv-house-edit.h"

G_BEGIN_DECLS

#define HV_HOUSE_START_ROLES 8

typedef struct
{
  HvId role;        /* HV_NONE: a new one with this name; one without a name is not made */
  const char *name; /* lent */
  bool serves;
  int number; /* people on each shift; 0: no such shift */
} HvStartRole;

typedef struct
{
  const char *name; /* lent */
  HvHouseKind kind; /* house or remote: an event has dates of its own */
  bool open[7];     /* from Monday */
  HvTimes times[7];
  HvStartRole roles[HV_HOUSE_START_ROLES];
  gsize n_roles;
  gint64 visits;     /* on an open day; HV_NONE: no idea yet */
  int minutes;       /* of help per visit */
  HvCountry country; /* where no organisation is kept yet */
} HvHouseStart;

/* `house` is NULL for a new one; else one of the roster of which nothing is generated
 * yet. The first HV_KIND_HOUSE put is it. False answers are refused with a sentence. */
HvEdit *hv_house_start_make (const HvRoster *roster, const HvHouse *house, const HvHouseStart *start,
                             HvEditSource source, GError **error);

/* An ordinary week of such a house alone, with as many people on its shifts as were
 * answered: what it will be like. NULL when the answers are refused. */
HvRoster *hv_house_start_preview (const HvRoster *roster, const HvHouseStart *start, int year, HvEditSource source);

G_END_DECLS
