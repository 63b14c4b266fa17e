/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvEdit: one step that a person takes, as the records it puts and removes.
 *
 * An edit is a value: plan and workspace compute it from a roster, exchange reads
 * it from a file, hv_roster_apply () gives the roster it leads to, and the store
 * makes it durable in one transaction. One edit is one undo. New records get
 * their ids and uids from the edit, whose source of both is handed in, so that
 * the same edit can be computed again in a test.
 *
 * The verb says in a word what the person did ("assign", "generate", "import");
 * it is kept in the change log. Warnings are what the person should know although
 * the edit is allowed (the soft rules): a code and a sentence.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code; /* static: "travel", "rest", "unusual", … (docs/formats.md) */
  char *message;
} HvWarning;

typedef struct
{
  HvId next_id;      /* ids of new records count up from here */
  guint8 random[16]; /* seed of new uids */
} HvEditSource;

typedef struct
{
  gpointer record; /* owned */
  bool remove;
} HvPut;

typedef struct
{
  const char *verb; /* static, lower case */
  HvEditSource source;
  GArray *puts;     /* HvPut, in order; at most one per record */
  GArray *warnings; /* HvWarning */
  /*< private >*/
  GHashTable *places; /* record → its place in puts, plus one */
  guint64 n_uids;
} HvEdit;

HvEdit *hv_edit_new (const char *verb, HvEditSource source);
void hv_edit_free (HvEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvEdit, hv_edit_free)

HvId hv_edit_new_id (HvEdit *edit);
char *hv_edit_new_uid (HvEdit *edit); /* UUID-like, from SHA-256 of the seed and a counter */

/* A new record of a kind with a fresh id, already part of the edit; lent, set its
 * members before the next call on the edit. Shifts and assignments get a uid. */
gpointer hv_edit_add (HvEdit *edit, HvKind kind);

/* A copy of a record, already part of the edit (the same copy when it is there
 * already); lent, to be changed in place. */
gpointer hv_edit_change (HvEdit *edit, gconstpointer record);

/* Puts a record, swallowing the reference; replaces an earlier put or removal of the
 * same one. A shift or assignment without a uid gets one. */
void hv_edit_take (HvEdit *edit, gpointer record);

/* Removes a record; replaces an earlier put of it. What names the record is not removed with it. */
void hv_edit_remove (HvEdit *edit, gconstpointer record);

/* The record as the edit leaves it (NULL when it removes it), else as in the roster. */
gconstpointer hv_edit_find (const HvEdit *edit, const HvRoster *roster, HvKind kind, HvId id);

void hv_edit_warn (HvEdit *edit, const char *code, char *message /* swallowed */);
bool hv_edit_is_empty (const HvEdit *edit); /* no puts */

/* Drops puts that change nothing against the roster, and removals of what it does not
 * have: except those of stored records that may lie outside its weeks. */
void hv_edit_trim (HvEdit *edit, const HvRoster *roster);

/* The roster after the edit: same weeks, same history; every put record one version
 * further (as the store counts too). Openings and events that start outside the weeks
 * are left out, and so is what hangs on such an opening: shifts with their assignments
 * and calls, visits and expectations. */
HvRoster *hv_roster_apply (const HvRoster *roster, const HvEdit *edit);

G_END_DECLS
