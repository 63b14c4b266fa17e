/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hv-waiting.h"

/* An opening as the tables of the tests write it: so many visits, a share of them at the
 * door, the others evenly over the hours, and the same crew all the time. */
typedef struct
{
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvCrewStep crew[HV_WAITING_MAX_INTERVALS];
  HvWaitingInput input;
} Opening;

/* 15 minutes per visit, 80 % within 15 minutes, quarter hours, nobody leaves. */
void opening_init (Opening *opening, double visits, double hours, double door_share, int helpers);

/* Another crew for each interval. */
void opening_set_staff (Opening *opening, const int *staff, gsize n);

HvWaitingResult opening_solve (const Opening *opening);

/* A random opening, the same for the same seed: crews that come and go, also nobody for a
 * while, doors, patience, small rooms. */
void opening_init_random (Opening *opening, guint32 seed);

/* Fails the test, with the row and figure it happened in, and goes on. */
void check_near (const char *row, const char *figure, double value, double expected, double tolerance);
void check_at_most (const char *row, const char *figure, double value, double limit);

/* No figure of a result may be NaN, negative or endless. */
void check_finite (const char *row, const HvWaitingResult *result);
