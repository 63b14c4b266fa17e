/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDifference: what publishing a week would change for one volunteer, in a word and in
 * a sentence. It says what the volunteer should be told, so texts that change (a note,
 * the name of a house) are none.
 */

#include "hv-roster.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef enum
{
  HV_DIFFERENCE_NEW,       /* a shift they did not have */
  HV_DIFFERENCE_MOVED,     /* another house or day */
  HV_DIFFERENCE_TIME,      /* the same house and day at another time */
  HV_DIFFERENCE_REMOVED,   /* theirs no longer */
  HV_DIFFERENCE_CANCELLED, /* nobody's: the shift is gone, or the house closed */
} HvDifferenceKind;

typedef struct
{
  HvDifferenceKind kind;
  const HvVolunteer *volunteer; /* lent by the roster */
  const HvEvent *before;        /* as it is published; NULL when new */
  const HvEvent *after;         /* as it would be; NULL when removed or cancelled */
} HvDifference;

/* "new", "moved", "time", "removed", "cancelled". Static. */
const char *hv_difference_kind_get_name (HvDifferenceKind kind);

/* How an entry differs from what is published in when and where it is; false when it
 * does not. Either may be NULL, not both; what is published is not cancelled. */
bool hv_difference_compare (const HvEvent *before, const HvEvent *after, HvDifferenceKind *ret_kind);

/* "Anna Lindeskov: new shift, IT help, Juelsminde, Monday 4 May 10:00–13:00."
 * "Jens Åbrink: moved from Tørring, Wednesday 6 May, to Hedensted, Thursday 7 May 10:00–13:00."
 * The caller owns it. */
char *hv_difference_format (const HvDifference *difference, HvLanguage language);

G_END_DECLS
