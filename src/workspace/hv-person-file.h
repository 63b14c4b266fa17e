/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPersonFile: somebody's duties in every week there is, which a snapshot does not have:
 * what they have done, what is next, how many hours it was.
 */

#include "hv-store.h"
#include "hv-text.h"
#include "hv-zone.h"

G_BEGIN_DECLS

typedef struct
{
  HvId volunteer;
  GPtrArray *duties; /* HvAssignment, owned, by start; in whatever state */
  /* private */
  GHashTable *shifts;   /* id → HvShift */
  GHashTable *openings; /* id → HvOpening */
} HvPersonFile;

HvPersonFile *hv_person_file_load (HvStore *store, HvId volunteer, GError **error);
void hv_person_file_free (HvPersonFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvPersonFile, hv_person_file_free)

/* The same as a question for hv_workspace_ask_async (); `id` is a HvId *. */
gpointer hv_person_file_ask (HvStore *store, const HvRoster *latest, gpointer id, GError **error);

const HvShift *hv_person_file_find_shift (const HvPersonFile *file, const HvAssignment *duty); /* may be NULL */

/* Whether they are, or were, there: planned or present, in an opening that is not closed,
 * and not away. The roster knows the absences of every week. */
bool hv_person_file_counts (const HvPersonFile *file, const HvRoster *roster, const HvAssignment *duty);

/* The first duty that counts and starts at or after a moment; the last one before it. NULL: none. */
const HvAssignment *hv_person_file_find_next (const HvPersonFile *file, const HvRoster *roster, HvMinute now);
const HvAssignment *hv_person_file_find_last (const HvPersonFile *file, const HvRoster *roster, HvMinute now);

/* The zone of a name; lent. */
typedef const HvZone *(*HvPersonFileZone) (const char *name, gpointer data);

/* Duties that count and start in [from, to), and their real minutes. */
int hv_person_file_count (const HvPersonFile *file, const HvRoster *roster, HvDay from, HvDay to);
gint64 hv_person_file_sum_minutes (const HvPersonFile *file, const HvRoster *roster, HvDay from, HvDay to,
                                   HvPersonFileZone find_zone, gpointer data);

/* "Monday 4 May 13:00–16:00, IT help, Juelsminde", with the year when it is another
 * one. The caller owns it. */
char *hv_person_file_format_duty (const HvPersonFile *file, const HvRoster *roster, const HvAssignment *duty,
                                  int this_year, HvLanguage language);

G_END_DECLS
