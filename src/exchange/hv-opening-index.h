/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvOpeningIndex: the openings of each house and date, in a roster and in the edit
 * that a file is making of it, and when a house usually opens.
 *
 * A file names an opening by house and date (and the time it begins, where there are
 * two). A date without an opening gets one: with the opening hours of that weekday,
 * those valid in that week before others; where the house never opens on that
 * weekday, with the span it opens most often on any weekday.
 */

#include "hv-edit.h"

G_BEGIN_DECLS

typedef struct _HvOpeningIndex HvOpeningIndex;

/* Both are lent for as long as the index; hours of houses are taken as they are now. */
HvOpeningIndex *hv_opening_index_new (const HvRoster *roster, const HvEdit *edit);
void hv_opening_index_free (HvOpeningIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvOpeningIndex, hv_opening_index_free)

/* An opening that the edit has got since. */
void hv_opening_index_add (HvOpeningIndex *index, const HvOpening *opening);

/* The openings of a house that start on a date, by start. New array of lent records. */
GPtrArray *hv_opening_index_list (const HvOpeningIndex *index, HvId house, HvDay day);

/* What names an opening in a file; start and end are minutes of the day, or HV_NONE. */
typedef struct
{
  HvId house;
  HvDay day;
  gint64 start;
  gint64 end;
} HvOpeningName;

/* The opening of that name: *ret_opening, or NULL when there is none yet. False, with
 * HV_ERROR_BAD_INPUT, when there are several and no start says which. */
bool hv_opening_index_find (const HvOpeningIndex *index, const HvOpeningName *name, const HvOpening **ret_opening,
                            GError **error);

/* The span of a new opening of that name, and the opening hours it comes from
 * (HV_NONE: none). False, with HV_ERROR_BAD_INPUT, when nothing says how long it is. */
bool hv_opening_index_propose (const HvOpeningIndex *index, const HvOpeningName *name, HvSpan *ret_span,
                               HvId *ret_hours, GError **error);

/* The opening hours of a house that say exactly this span on its date, or HV_NONE. */
HvId hv_opening_index_find_hours (const HvOpeningIndex *index, HvId house, HvSpan span);

G_END_DECLS
