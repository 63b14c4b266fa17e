/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The world of the tests of plan/ (fixture.h), and what the workspace puts into it:
 * counted visits, expected ones, a week as the acceptance table has it. */

#include "fixture.h"

#include "hv-outlook.h"

G_BEGIN_DECLS

#define MONDAY "2026-05-04"
#define WEDNESDAY "2026-05-06"
#define THURSDAY "2026-05-07"

/* The first n of Anna, Bo, Carla … from a person on. */
void week_put (World *world, HvId shift, HvId first, int n);

/* A count on a date: of the opening there, or of a new one, 10–13, without shifts. */
void week_count (World *world, HvId house, const char *day, int count);

/* Expected visits of the opening of a shift. */
void week_expect (World *world, HvId shift, int count);

/* Week 19 with 53, 20 and 17 visits typed and so many people on duty; the shifts. */
typedef struct
{
  HvId juelsminde;
  HvId torring;
  HvId hedensted;
} WeekShifts;

WeekShifts week_19 (World *world, int juelsminde, int torring, int hedensted);

/* Lent by the roster. */
const HvOpening *week_find_opening (const HvRoster *roster, HvId shift);

/* Non-breaking blanks as blanks; the caller owns it, the text is swallowed. */
char *week_plain (char *text);

G_END_DECLS
