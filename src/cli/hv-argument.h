/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvArgument: what verbs are told, as records and values of the session's data. The
 * data is opened for it, with the weeks that are spoken of in the snapshot.
 */

#include "hv-verb.h"

G_BEGIN_DECLS

/* [W]: a week, or without one the current week of the organisation's zone. */
bool hv_argument_read_week (HvSession *session, int argc, char **argv, HvWeek *ret_week, GError **error);
bool hv_argument_open_week (HvSession *session, int argc, char **argv, HvWeek *ret_week, GError **error);

/* A date, and the weeks around it. */
bool hv_argument_open_day (HvSession *session, const char *text, HvDay *ret_day, GError **error);

/* HOUSE DATE */
bool hv_argument_open_house (HvSession *session, char **argv, const HvHouse **ret_house, HvDay *ret_day,
                             GError **error);

/* HOUSE DATE ROLE; `at` is --at, or NULL. */
const HvShift *hv_argument_open_shift (HvSession *session, char **argv, const char *at, GError **error);

/* --house; NULL is every house, HV_NONE. */
bool hv_argument_find_house (HvSession *session, const char *text, HvId *ret_house, GError **error);

/* A file to read, as it was named: "-" is standard input. */
const char *hv_argument_find_input (const char *name);

G_END_DECLS
