/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Openings on dates of their own: the evenings of an event, which come from no opening
 * hours and no template. Each has its time, address and guests, and a shift for each role
 * that is needed. Each command is one edit and one undo, of a date as a whole; what is changed
 * of a date by itself is in hv-day-edit.h.
 */

#include "hv-house-edit.h"

G_BEGIN_DECLS

typedef struct
{
  HvDay day;
  HvTimes times;
  const char *address; /* NULL or "": the house's */
  const char *note;    /* NULL or "": none */
  gint64 guests;       /* expected; HV_NONE: not said */
} HvOpeningFacts;

/* How many of a role are needed at least; 0: none, and no shift. */
typedef struct
{
  HvId role;
  gint64 minimum;
} HvRoleNumber;

/* Refused: an end before the start, an opening of the house in that time, an identity
 * number in a text. Who stands on a shift stays on it when it moves. */
HvEdit *hv_opening_edit_add (const HvRoster *roster, const HvHouse *house, const HvOpeningFacts *facts,
                             const HvRoleNumber *numbers, gsize n_numbers, HvEditSource source, GError **error);
HvEdit *hv_opening_edit_change (const HvRoster *roster, const HvOpening *opening, const HvOpeningFacts *facts,
                                const HvRoleNumber *numbers, gsize n_numbers, HvEditSource source, GError **error);

/* With its shifts and whoever stands on them ("people" warns of how many); refused when
 * visits were counted. */
HvEdit *hv_opening_edit_remove (const HvRoster *roster, const HvOpening *opening, HvEditSource source, GError **error);

/* The facts of one that is there; its texts are lent by it. */
HvOpeningFacts hv_opening_edit_get_facts (const HvOpening *opening);

/* How many of a role it asks for; 0: none. */
gint64 hv_opening_edit_get_number (const HvRoster *roster, const HvOpening *opening, HvId role);

/* The openings of a house on dates of their own from a day on, by start. New array of lent HvOpening. */
GPtrArray *hv_opening_edit_list (const HvRoster *roster, HvId house, HvDay from);

G_END_DECLS
