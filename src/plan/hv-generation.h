/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvGeneration: the weeks as hours, templates and regulars make them.
 *
 * Openings come from the opening hours, shifts from the templates, and regulars are
 * placed on the shifts that are new. Generating adds and closes; it takes nobody off
 * and removes nothing, so doing it twice changes nothing:
 *   - an opening is there when one of these hours is in the week, wherever it was moved
 *     to, or any opening of the house overlaps the hours;
 *   - a shift is there when one of this template is in the week, wherever it was moved
 *     to, or one of no template has the same role and time (an imported one).
 * What somebody removed altogether is therefore made again: an opening is closed and
 * a template ended, not removed.
 *
 * A shift belongs to the opening that it overlaps most, else to the nearest of its
 * house on that date, else to an opening of its own with the shift's hours.
 *
 * A public holiday closes an opening, one-off or not, unless the house opens on that
 * day anyway (HvOpenOn). A closed span of the house closes those that come from hours;
 * a one-off opening in it was meant, and stays open: whoever opens a single day of a
 * closed span again makes it one-off (no hours). Half days close nothing. Closed
 * openings get their shifts and regulars too, so that opening again brings them back.
 *
 * Regulars who cannot be placed are reported: hv-regular.h.
 */

#include "hv-regular.h"

G_BEGIN_DECLS

typedef struct
{
  HvEdit *edit;      /* may be empty; g_steal_pointer () it */
  int n_new;         /* openings that are new, or have a new shift */
  int n_unchanged;   /* openings of those weeks that stay as they are */
  int n_closed;      /* openings of those weeks that are closed, old and new; not counted elsewhere */
  GArray *conflicts; /* HvUnplaced, by week, house and date */
} HvGeneration;

/* All houses, n_weeks from a week on; the roster must cover them. */
HvGeneration *hv_generation_new (const HvRoster *roster, HvWeek from, int n_weeks, HvEditSource source);
void hv_generation_free (HvGeneration *generation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvGeneration, hv_generation_free)

G_END_DECLS
