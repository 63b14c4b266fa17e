/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvStore: where one organisation is kept, durably and for several people at once.
 *
 * A store hands out rosters and records and takes edits in. An edit becomes durable
 * in one transaction together with its entry in the change log, or not at all: when
 * hv_store_apply () answers true, a power cut one moment later loses nothing. Every
 * record has a version; an edit computed from an older version of something is
 * refused with HV_ERROR_CONFLICT, naming who was faster, and changes nothing.
 *
 * Several programs may have the same file open. hv_store_fetch_news () tells what
 * the others did.
 *
 * A store belongs to one thread at a time, and its functions wait for the disk: a
 * window calls them from a worker. Every failure is an HV_ERROR with one sentence
 * that names the thing and the way out, in the language of hv_text_get_own_language ().
 */

#include "hv-edit.h"

G_BEGIN_DECLS

typedef struct _HvStore HvStore;

typedef enum
{
  HV_STORE_DEFAULT = 0,
  HV_STORE_CREATE = 1 << 0,    /* make the file (and its folder) when it is missing or empty */
  HV_STORE_READ_ONLY = 1 << 1, /* never write */
  HV_STORE_ALONE = 1 << 2,     /* keep other programs out: for network folders, after asking */
} HvStoreFlags;

/* Opens the organisation kept in a file. An older file is brought up to date after a
 * backup; a newer one opens read-only where it allows that. HV_ERROR_DAMAGED: missing,
 * foreign or damaged; HV_ERROR_NEWER; HV_ERROR_READ_ONLY. A refused file is not changed. */
HvStore *hv_store_open (const char *where, HvStoreFlags flags, GError **error);
void hv_store_close (HvStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvStore, hv_store_close)

const char *hv_store_get_where (const HvStore *store); /* absolute */

/* Why nothing can be changed, as a sentence; NULL when it can. */
const char *hv_store_get_read_only_reason (const HvStore *store);

/* What the coordinator should be told once about the place (a network folder, a folder
 * kept in step with others), as a sentence; NULL when there is nothing. */
const char *hv_store_get_advice (const HvStore *store);

/* --- reading --- */

typedef enum
{
  HV_LOAD_PLAIN = 0,
  /* What lies before the weeks: the duties of eight weeks, of each volunteer the last one
   * in each house (of the 60 before), and the counts of 104 weeks. */
  HV_LOAD_HISTORY = 1 << 0,
} HvLoadFlags;

/* People and places, and the weeks from … until, both included. */
bool hv_store_load_roster (HvStore *store, HvWeek from, HvWeek until, HvLoadFlags flags, HvRoster **ret_roster,
                           GError **error);

/* All weeks that hold anything: for export and dump. */
bool hv_store_load_everything (HvStore *store, HvRoster **ret_roster, GError **error);

/* The records of a kind whose field has a value, by id. New array that owns its records. */
bool hv_store_load_records (HvStore *store, HvKind kind, const char *field, gint64 value, GPtrArray **ret_records,
                            GError **error);
bool hv_store_load_records_by_text (HvStore *store, HvKind kind, const char *field, const char *value,
                                    GPtrArray **ret_records, GError **error);

/* What the weeks from … until of one house hold: openings, then the shifts, assignments, visits,
 * expectations and calls that hang on them. New array that owns its records. */
bool hv_store_load_house (HvStore *store, HvId house, HvWeek from, HvWeek until, GPtrArray **ret_records,
                          GError **error);

/* One record, in whatever week; *ret_record is NULL when there is none or it was removed. The caller owns it. */
bool hv_store_find_record (HvStore *store, HvKind kind, HvId id, gpointer *ret_record, GError **error);

/* --- changing --- */

/* Ids and uids for a new edit: 42 bits of milliseconds and 21 random ones, counting up
 * within the process even where the clock jumps back. */
HvEditSource hv_store_new_edit_source (void);

/* How many people somebody saw on a shift (planned or present). */
typedef struct
{
  HvId shift;
  guint people;
} HvShiftSeen;

typedef struct
{
  HvId id;            /* 0: a new one. The same id again, after an outcome that never came, applies once */
  const char *who;    /* the person; undo and redo are their own */
  const char *client; /* program and machine, or NULL */
  bool undoable;      /* a step with the verb "publish" never is */

  /* What the edit follows from besides the records it changes: houses in which nobody
   * else may have changed anything since the last load or fetch (0: what belongs to the
   * organisation), and shifts that nobody else may have joined. Lent. */
  const HvId *houses;
  guint n_houses;
  const HvShiftSeen *shifts;
  guint n_shifts;
} HvStepInfo;

/* A step as it was made durable: a value, nothing in it is owned. */
typedef struct
{
  HvId id;
  gint64 at;        /* UTC seconds, as the clock said */
  const char *verb; /* interned; of an undo or redo the verb of what was undone or redone */
  HvId undo_of;     /* the step it undoes (a redo undoes an undo), or 0 */
} HvStep;

/* Makes an edit durable. HV_ERROR_CONFLICT when somebody changed one of its records, or
 * what it follows from, first, HV_ERROR_TWICE and HV_ERROR_OVERLAP when somebody else gave the volunteer a duty
 * meanwhile (an assignment with a reason may overlap). An edit without puts makes no step
 * and answers id 0. */
bool hv_store_apply (HvStore *store, const HvEdit *edit, const HvStepInfo *info, HvStep *ret_step, GError **error);

/* Takes back the newest own step of the last 30 days that is not yet taken back, as a new
 * step; redo takes back the newest undo, until the next edit. Steps that are not undoable
 * are passed over. *ret_edit is what it changed, for hv_roster_apply (). HV_ERROR_REFUSED:
 * there is none; HV_ERROR_CONFLICT: somebody has changed one of its records since, and
 * nothing is taken back; the _anyway form then puts the old values over the new ones. */
bool hv_store_undo (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error);
bool hv_store_redo (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error);
bool hv_store_undo_anyway (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error);
bool hv_store_redo_anyway (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error);

/* The step that undo or redo would take back; its id is 0 when there is none. */
bool hv_store_peek_undo (HvStore *store, const char *who, HvStep *ret_step, GError **error);
bool hv_store_peek_redo (HvStore *store, const char *who, HvStep *ret_step, GError **error);

/* After HV_ERROR_CONFLICT: what it was about. Lent until the next call; kind is HV_N_KINDS
 * when the last failure was no conflict over one record. */
typedef struct
{
  HvKind kind;
  HvId id;
  char *who; /* NULL when the log does not say */
  gint64 at; /* UTC seconds */
} HvConflict;

const HvConflict *hv_store_get_conflict (const HvStore *store);

/* --- the log --- */

/* One record that a step changed. */
typedef struct
{
  HvKind kind;
  HvId id;
  bool added; /* it is new, or back */
  bool removed;
  char **fields; /* the names of the fields that changed; none where it is new */
} HvStepRow;

typedef struct
{
  HvStep step;
  char *who;
  char *client; /* or NULL */
  bool is_undo; /* an undo or a redo */
  bool undone;  /* taken back since */
  guint n_rows; /* how many there are */
  GArray *rows; /* HvStepRow: of a step that wrote more, the first ten thousand */
} HvLogEntry;

void hv_log_entry_free (HvLogEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvLogEntry, hv_log_entry_free)

/* The steps since a moment (HV_NONE: ever), newest first by the order in which they were
 * made, whatever the clock said. New array that owns its HvLogEntry. */
bool hv_store_list_steps (HvStore *store, gint64 since, guint limit, GPtrArray **ret_entries, GError **error);

/* Every step that touched a volunteer or a record that names them, with those rows only, and
 * all of them. */
bool hv_store_list_steps_about (HvStore *store, HvId volunteer, GPtrArray **ret_entries, GError **error);

/* --- erasing a person --- */

/* After the edit that took a volunteer's personal data out of the records: takes their old
 * values out of the log (what held them can no longer be undone), also where the words
 * (name, phone, e-mail …; NULL-terminated) stand in old values of other records; blanks
 * removed records that are about them; and rewrites the file so that nothing is left
 * between the lines. Backups from before lose them by themselves, 35 days later. */
bool hv_store_forget (HvStore *store, HvId volunteer, const char *const *words, GError **error);

/* --- other people's changes --- */

/* Cheap: whether somebody else has committed since the last call. Only a hint. */
bool hv_store_has_news (HvStore *store);

/* What has changed since the last load or fetch, as an edit for hv_roster_apply (): each
 * changed record as it is now. It may hold own changes too, which then change nothing.
 * NULL when nothing has. *ret_reload: load the roster anew (a backup was restored). */
bool hv_store_fetch_news (HvStore *store, HvEdit **ret_edit, bool *ret_reload, GError **error);

G_END_DECLS
