/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvCardPlace: one place of a shift as a card shows it: a person or an empty seat.
 * A value with owned texts; hv_card_place_list () makes those of a shift.
 */

#include "hv-outlook.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* Which place: the nth of a shift. */
typedef struct
{
  HvId shift;
  guint n;
} HvGridPlace;

typedef struct
{
  HvId shift;
  HvId assignment; /* HV_NONE: an empty place */
  char *name;      /* of the person, hv_week_words_who (); NULL where empty */
  char *said;      /* the whole sentence a screen reader reads */
  bool locked;
  bool struck; /* called off, absent, did not come: shown, but fills no place */
} HvCardPlace;

void hv_card_place_free (HvCardPlace *place);

/* The places of a shift: its people by their order in the roster, then the empty
 * ones. New array that owns its places. */
GPtrArray *hv_card_place_list (const HvRoster *roster, const HvGap *gap, HvLanguage language);

G_END_DECLS
