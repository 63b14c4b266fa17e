/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDraft: a week as it stands against the week as it is published.
 *
 * It sets the entries the week should have (hv-week-events.h) beside those that were
 * published (HvEvent), each duty and shift beside itself, and says what is different:
 * in words for the volunteers it touches, and as the pairs that publishing works on
 * (hv-publication.h). A duty that was moved here from another week is found too, where
 * the roster holds that week or the caller hands its entries in.
 *
 * A draft is a value: it holds the roster, and everything it lends lives as long as it.
 */

#include "hv-difference.h"
#include "hv-week-events.h"
#include "hv-zone.h"

G_BEGIN_DECLS

typedef struct
{
  const HvEvent *published; /* or NULL; may be cancelled */
  const HvEvent *wanted;    /* or NULL */
} HvDraftEntry;

typedef struct
{
  HvRoster *roster; /* owned */
  HvWeek week;
  gint64 published_at; /* UTC seconds of the last publish; HV_NONE: never published */
  GArray *entries;     /* HvDraftEntry */
  GArray *differences; /* HvDifference, by name as the reader's language sorts, then by start */

  /*< private >*/
  GPtrArray *known;
  GPtrArray *wanted;
} HvDraft;

/* The roster covers the week. `elsewhere` holds further HvEvent of the store, or is NULL:
 * those published in the week that start outside the roster's weeks, and cancelled ones.
 * Records that the roster has too do no harm. */
HvDraft *hv_draft_new (const HvRoster *roster, HvWeek week, const GPtrArray *elsewhere, HvCountNeeded count_needed,
                       gpointer data);
void hv_draft_free (HvDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvDraft, hv_draft_free)

/* How many differences a draft of the week would have, at the price of a glance. */
guint hv_draft_count_differences (const HvRoster *roster, HvWeek week, const GPtrArray *elsewhere);

/* When the week was last published, in UTC seconds; HV_NONE: never. */
gint64 hv_draft_find_published_at (const HvRoster *roster, HvWeek week);

/* "Week 19 has changed since it was published on Friday 1 May at 20:14.", or that it has
 * not, or that it was never published. The clock is that of the reader's zone. */
char *hv_draft_format_intro (const HvDraft *draft, const HvZone *zone, HvLanguage language);

/* For the foot of a week: "Draft · 4 changes are not published", "Draft · not published
 * yet", "Published". */
char *hv_draft_format_state (guint n_differences, gint64 published_at, HvLanguage language);

G_END_DECLS
