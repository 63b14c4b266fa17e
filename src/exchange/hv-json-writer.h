/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A roster as exchange JSON, whole or in part, in the order of the roster: the same
 * roster gives the same bytes.
 *
 * Every field is written, also those that hold nothing, so that reading the file into
 * an empty organisation, or back into this one, gives exactly what was written. Shifts
 * and assignments carry the uid of their calendar entry, and fields that a file had
 * and Husvagt does not know come back where they were. Not written are call lists,
 * calendar links and what has been published: a backup copies those.
 *
 * A part names what it does not hold by id; who reads it must have that already.
 */

#include "hv-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HV_JSON_PART_ORGANISATION = 1 << 0,
  HV_JSON_PART_HOUSES = 1 << 1, /* roles, houses, travel and factors */
  HV_JSON_PART_VOLUNTEERS = 1 << 2,
  HV_JSON_PART_ROSTER = 1 << 3, /* openings, shifts and assignments */
  HV_JSON_PART_VISITS = 1 << 4, /* counts and expectations; without the roster they name house and date */
  HV_JSON_PART_ALL = (1 << 5) - 1,
} HvJsonParts;

/* The text of the file, in UTF-8; the caller owns it. */
char *hv_json_write (const HvRoster *roster, HvJsonParts parts, const HvChoice *choice);

G_END_DECLS
