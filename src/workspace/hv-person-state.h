/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPersonState: how it stands with somebody: with us, away, or gone. */

#include "hv-roster.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef enum
{
  HV_PERSON_HERE,
  HV_PERSON_AWAY,      /* absent for a day or longer */
  HV_PERSON_PAUSED,    /* pauses */
  HV_PERSON_NOT_BEGUN, /* begins later */
  HV_PERSON_STOPPED,   /* their last day is past */
  HV_PERSON_ARCHIVED,
} HvPersonStateKind;

typedef struct
{
  HvPersonStateKind kind;
  HvDay day;          /* the day it is asked of */
  gint64 until;       /* last day of the absence or pause, first day of who begins; HV_NONE: no end */
  const char *reason; /* of the absence, or NULL; lent by the roster */
} HvPersonState;

HvPersonState hv_person_state_find (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day);

/* "Holiday up to and including 12 May", "begins 1 June"; NULL where they are here.
 * The caller owns it. */
char *hv_person_state_format (const HvPersonState *state, HvLanguage language);

/* Whether they could be asked for a duty in a week: no duty yet, with us on at least one of
 * its days, and not one who cannot at any of its hours. The roster must cover the week. */
bool hv_person_state_is_free (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek week);

/* --- what is said about them in one line --- */

/* "IT help, Coffee host (trainee)", in the order of roles; "no role yet". */
char *hv_person_state_format_roles (const HvRoster *roster, HvId volunteer, HvLanguage language);

/* "Juelsminde, Tørring", home house first; "all houses". */
char *hv_person_state_format_houses (const HvRoster *roster, HvId volunteer, HvLanguage language);

/* Under their name in a list: how it stands, else "IT help · Juelsminde". */
char *hv_person_state_format_line (const HvRoster *roster, const HvVolunteer *volunteer, HvDay today,
                                   HvLanguage language);

/* "trainee", "able", "experienced". Static. */
const char *hv_person_state_get_level_name (HvLevel level, HvLanguage language);

G_END_DECLS
