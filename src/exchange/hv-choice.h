/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvChoice: the part of a roster that goes into a file: one house or all, one
 * volunteer or all, some weeks or all.
 *
 * A house also chooses the volunteers who serve it, hold its key, are regulars in it
 * or are on its shifts; a volunteer also chooses the shifts they are on.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct
{
  HvId house;     /* HV_NONE: all */
  HvId volunteer; /* HV_NONE: all */
  gint64 from;    /* Monday of the first week of openings, HV_NONE: the first there is */
  gint64 until;   /* Monday of the last week, HV_NONE: the last there is */
} HvChoice;

#define HV_CHOICE_ALL ((HvChoice){ HV_NONE, HV_NONE, HV_NONE, HV_NONE })

bool hv_choice_has_house (const HvChoice *choice, HvId house);
bool hv_choice_has_opening (const HvChoice *choice, const HvRoster *roster, const HvOpening *opening); /* NULL: no */
bool hv_choice_has_shift (const HvChoice *choice, const HvRoster *roster, const HvShift *shift);       /* NULL: no */
bool hv_choice_has_assignment (const HvChoice *choice, const HvRoster *roster, const HvAssignment *assignment);
bool hv_choice_has_volunteer (const HvChoice *choice, const HvRoster *roster, HvId volunteer);

G_END_DECLS
