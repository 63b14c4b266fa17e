/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCheck, inside the rules only: what the rules of one placement look at, looked up
 * once. hv-rule.c makes it and asks the rules of hv-rule-hard.c and hv-rule-soft.c. */

#include "hv-fit.h"
#include "hv-presence.h"
#include "hv-rule.h"

G_BEGIN_DECLS

typedef struct
{
  const HvRoster *roster;
  const HvPlacement *placement;
  const HvShift *shift;
  const HvVolunteer *volunteer;
  const HvHouse *house; /* NULL when the reference leads nowhere */
  HvDay day;
  HvWeek week;
  GPtrArray *duties; /* HvAssignment, lent: their other duties */
  GArray *people;    /* HvPresence: the others in the house; NULL until a rule asks */
  HvFit fit;
  bool has_fit;
} HvCheck;

typedef void (*HvCheckRule) (HvCheck *check, GArray *obstacles);

/* In the order of HvRule. */
extern const HvCheckRule hv_check_hard_rules[HV_RULE_FULL + 1];
extern const HvCheckRule hv_check_soft_rules[HV_N_RULES - HV_RULE_FULL - 1];

bool hv_check_is_moved (const HvPlacement *placement, const HvAssignment *assignment);
const GArray *hv_check_get_people (HvCheck *check);
const HvFit *hv_check_get_fit (HvCheck *check);
bool hv_check_is_trainee (const HvCheck *check);

/* Adds an obstacle, completed with who and when. */
void hv_check_add (const HvCheck *check, GArray *obstacles, HvObstacle obstacle);

G_END_DECLS
