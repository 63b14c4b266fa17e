/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDb: one connection to the place where an organisation is kept.
 *
 * A thin layer over an engine (HvDbEngine): statements with $n parameters, result
 * codes, transactions. Everything above it speaks the SQL that SQLite and
 * PostgreSQL share (rules at the top of hv-sql.h). A connection belongs to one
 * thread at a time, and the layer adds no locks.
 *
 * Statements are prepared once and kept with the connection, keyed by the address
 * of their text: texts must live as long as the connection.
 *
 * Functions answer a HvDbResult, or bool with a GError. Such an error is in
 * HV_DB_ERROR with the HvDbResult as its code while it travels inside a
 * transaction, so that the transaction can tell "again" from "no"; hv_db_read (),
 * hv_db_write () and hv_db_explain () turn it into HV_ERROR with a sentence for
 * the coordinator. Errors already in HV_ERROR pass through as they are.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _HvDb HvDb;
typedef struct _HvDbStatement HvDbStatement;
typedef struct _HvDbEngine HvDbEngine;

typedef enum
{
  HV_DB_DONE,
  HV_DB_ROW,
  HV_DB_RETRY,      /* somebody else holds it: the whole transaction may be tried again */
  HV_DB_CONSTRAINT, /* a row that the schema refuses */
  HV_DB_READ_ONLY,
  HV_DB_FULL,
  HV_DB_CORRUPT,
  HV_DB_GONE,  /* moved, deleted, replaced; or the connection has been lost */
  HV_DB_NEWER, /* made by a newer version */
  HV_DB_ERROR,
} HvDbResult;

#define HV_DB_ERROR_DOMAIN hv_db_error_quark ()
GQuark hv_db_error_quark (void);

typedef enum
{
  HV_DB_READ = 1 << 0,  /* never write */
  HV_DB_ALONE = 1 << 1, /* keep everybody else out (network file systems) */
} HvDbFlags;

/* Opens a connection. Errors are HV_ERROR. */
HvDb *hv_db_open (const HvDbEngine *engine, const char *where, HvDbFlags flags, GError **error);
void hv_db_close (HvDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvDb, hv_db_close)

const char *hv_db_get_where (const HvDb *db);
const HvDbEngine *hv_db_get_engine (const HvDb *db);
bool hv_db_is_read_only (const HvDb *db);

/* --- statements --- */

/* Ready to bind; lent, valid until the next hv_db_prepare () with the same text. */
HvDbStatement *hv_db_prepare (HvDb *db, const char *sql, GError **error);

/* Parameters count from 1. HV_NONE (G_MININT64) and NULL bind as NULL. Texts are
 * lent until the statement has been stepped to its end or is prepared again. */
void hv_db_bind_int (HvDbStatement *statement, int parameter, gint64 value);
void hv_db_bind_text (HvDbStatement *statement, int parameter, const char *text);

/* HV_DB_ROW or HV_DB_DONE, or what went wrong. */
HvDbResult hv_db_step (HvDbStatement *statement);

/* Columns count from 0. NULL reads as HV_NONE and NULL. Texts are lent until the next step. */
gint64 hv_db_get_int (HvDbStatement *statement, int column);
const char *hv_db_get_text (HvDbStatement *statement, int column);

/* Ends a loop over rows: lets go of the statement; false with an error unless result is HV_DB_DONE. */
bool hv_db_finish (HvDbStatement *statement, HvDbResult result, GError **error);

/* Carries out a statement that answers no rows. */
bool hv_db_run (HvDbStatement *statement, GError **error);

/* Fetches at most one row; *ret_found says whether there was one. Follow with the
 * reads and hv_db_finish (statement, HV_DB_DONE, NULL). */
bool hv_db_fetch (HvDbStatement *statement, bool *ret_found, GError **error);

/* --- transactions --- */

typedef bool (*HvDbWork) (HvDb *db, gpointer data, GError **error);

/* Work inside one transaction: committed when it answers true, else undone. It is
 * called again, at most eight times, when somebody else was in the way; so it must
 * start from nothing each time. On success of hv_db_write () the change is durable. */
bool hv_db_write (HvDb *db, HvDbWork work, gpointer data, GError **error);
bool hv_db_read (HvDb *db, HvDbWork work, gpointer data, GError **error);

/* --- the place as a whole --- */

/* A complete copy at a path that is free or empty. */
bool hv_db_copy_to (HvDb *db, const char *path, GError **error);

/* Makes this place equal to the copy at a path, in one transaction. */
bool hv_db_copy_from (HvDb *db, const char *path, GError **error);

/* The engine's own checks; each finding is added as a line of text. False when the check
 * itself could not be made. */
bool hv_db_check (HvDb *db, bool thorough, GPtrArray *findings, GError **error);

/* Rewrites the place so that nothing deleted is left in it. */
bool hv_db_compact (HvDb *db, GError **error);

/* The number of the schema: 0 in an empty place, -1 in one that is not ours. It is set
 * inside a transaction. */
bool hv_db_get_schema (HvDb *db, int *ret_number, GError **error);
bool hv_db_set_schema (HvDb *db, int number, GError **error);

/* --- the rest --- */

/* Carries out statements separated by ';' that take no parameters (schema steps). */
bool hv_db_execute (HvDb *db, const char *sql, GError **error);

/* Whether somebody else has committed since the last call (or since opening). */
bool hv_db_has_changed (HvDb *db);

/* Sets HV_DB_ERROR with what the engine says about the last failure. Always false. */
bool hv_db_fail (HvDb *db, HvDbResult result, GError **error);

/* Turns an error of HV_DB_ERROR into HV_ERROR with a sentence; leaves others alone. Always false. */
bool hv_db_explain (HvDb *db, GError **error);

/* Whether error is the given result of this layer, not yet explained. */
bool hv_db_is (const GError *error, HvDbResult result);

G_END_DECLS
