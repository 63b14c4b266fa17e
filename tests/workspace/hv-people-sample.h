/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A small organisation for the tests of what is done to people: three houses, two
 * roles, and weeks 18 to 20 of 2026. */

#include "hv-workspace.h"

G_BEGIN_DECLS

enum
{
  PEOPLE_JUELSMINDE = 1,
  PEOPLE_TORRING,
  PEOPLE_HEDENSTED,
  PEOPLE_IT = 10,
  PEOPLE_HOST,
  PEOPLE_ANNA = 20, /* Anna Lindeskov: experienced, Juelsminde with key, then Tørring; 4 May and 11 May */
  PEOPLE_BO,        /* Bo Vestermark: able; 6 May, together with Anna */
  PEOPLE_GERDA,     /* Gerda Sølund: regular on Mondays in Juelsminde, away 1–10 May */
  PEOPLE_LEIF,      /* Leif Ærensø: trainee; 27 April */
  PEOPLE_OLD,       /* Åse Blåklint: archived */
  PEOPLE_DUTY_LEIF = 60,
  PEOPLE_DUTY_ANNA,
  PEOPLE_DUTY_BO,
  PEOPLE_DUTY_ANNA_LATER,
  PEOPLE_ABSENCE_GERDA = 70,
  PEOPLE_FEED_ANNA = 80,
};

#define PEOPLE_MONDAY (hv_day_from_ymd (2026, 5, 4)) /* of week 19 */

extern const HvEditSource people_source;

/* The roster; more records (owned, swallowed, ended by NULL) can be put into it. */
HvRoster *people_build (gpointer first, ...);

const HvVolunteer *people_find (const HvRoster *roster, HvId id);

/* The roster after an edit, which must be there; swallows the edit. */
HvRoster *people_apply (const HvRoster *roster, HvEdit *edit);

/* A workspace in a folder of its own that holds the roster, and closing it for good. */
HvWorkspace *people_open (const HvRoster *roster);
void people_close (HvWorkspace *workspace);

G_END_DECLS
