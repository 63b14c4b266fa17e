/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWriter: one step being written, within one transaction. Private to store/.
 *
 * The order is fixed, so that two writers never wait for each other in a circle:
 * announce every row that will be written, begin (takes the change numbers of the
 * houses in the order of their ids, then the volunteers who are booked), write
 * (removals first, then changes, then what is new: a row that makes room is out of
 * the way before the one that needs it), end (looks at what nobody may bring about).
 */

#include "hv-store-private.h"

G_BEGIN_DECLS

typedef enum
{
  HV_TURN_EDIT,
  HV_TURN_UNDO,
  HV_TURN_REDO,
} HvTurn;

typedef enum
{
  HV_PASS_REMOVE,
  HV_PASS_CHANGE,
  HV_PASS_ADD,
  HV_N_PASSES
} HvPass;

/* One row as it is to be. */
typedef struct
{
  const HvRecord *record; /* lent until the writer is cleared */
  bool gone;
  HvRow before;   /* the stored row; its record NULL when there is none. Lent for the call */
  gint64 content; /* the version whose content comes back (0: there was none); HV_NONE: a content of its own */
  guint n;        /* the row's number within the step */
} HvWrite;

/* A record that hangs on others by these columns. */
typedef struct
{
  const HvRecord *record;
  HvColumns columns;
} HvHanging;

typedef struct
{
  HvStore *store;
  HvDb *db;
  const HvStepInfo *info;
  HvStep step; /* id, at, verb and undo_of are given by the caller */
  HvTurn turn;
  bool undoable;

  GHashTable *houses;           /* house → its change numbers */
  gpointer last_house;          /* the entry used last */
  GHashTable *volunteers;       /* who is booked, where rows are locked */
  GHashTable *here[HV_N_KINDS]; /* ids that this step has written and not removed */
  GPtrArray *bookings;          /* assignments that newly take up somebody's time */
  GArray *hangings;             /* HvHanging: records that newly hang on others */
  GPtrArray *removals;          /* openings and shifts */
  GString *before;
  GString *after;

  const HvRecord *failed; /* the record that the last error is about */
} HvWriter;

void hv_writer_init (HvWriter *writer, HvStore *store, HvDb *db, const HvStepInfo *info, const HvStep *step,
                     HvTurn turn);
void hv_writer_clear (HvWriter *writer);

void hv_writer_announce (HvWriter *writer, gconstpointer record);
bool hv_writer_begin (HvWriter *writer, GError **error);
bool hv_writer_write (HvWriter *writer, const HvWrite *write, GError **error);
bool hv_writer_end (HvWriter *writer, GError **error);

/* This step has written, or found, a row that others may hang on; the id is lent. */
void hv_writer_note_here (HvWriter *writer, HvKind kind, const HvId *id);

/* The change numbers the step took: HvSeqRange. */
void hv_writer_list_ranges (const HvWriter *writer, GArray *ranges);

G_END_DECLS
