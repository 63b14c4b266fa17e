/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDbEngine: what a database engine has to offer. Private to store/.
 *
 * One struct of functions per engine (hv-db-sqlite.c). A connection and a statement
 * are whatever the engine likes; its statements begin with HvDbStatement. The texts
 * int_type, text_type and table_end fill in {INT}, {TEXT} and {END} of the schema,
 * the only SQL that differs between engines.
 */

#include "hv-db.h"

G_BEGIN_DECLS

struct _HvDbStatement
{
  HvDb *db;
  const HvDbEngine *engine;
};

struct _HvDbEngine
{
  const char *name;
  const char *int_type;
  const char *text_type;
  const char *table_end;

  /* Whether a check must be preceded by a change of the row it depends on. An engine
   * that has one writer at a time (SQLite) can do without. */
  bool locks_rows;

  /* Errors of open () are HV_ERROR; every other function answers a HvDbResult, and
   * explain () says in the engine's own words what went wrong last. */
  gpointer (*open) (const char *where, HvDbFlags flags, GError **error);
  void (*close) (gpointer connection);
  const char *(*explain) (gpointer connection);

  /* Whether the last failure left the connection in doubt (an I/O error, a cut line):
   * it is closed and opened again before the next transaction. */
  bool (*is_broken) (gpointer connection);
  bool (*is_read_only) (gpointer connection);

  HvDbStatement *(*prepare) (gpointer connection, const char *sql, HvDbResult *ret_result);
  void (*free_statement) (HvDbStatement *statement);
  void (*reset) (HvDbStatement *statement);
  void (*bind_int) (HvDbStatement *statement, int parameter, gint64 value);
  void (*bind_text) (HvDbStatement *statement, int parameter, const char *text);
  HvDbResult (*step) (HvDbStatement *statement);
  gint64 (*get_int) (HvDbStatement *statement, int column);
  const char *(*get_text) (HvDbStatement *statement, int column);

  HvDbResult (*begin) (gpointer connection, bool write);
  HvDbResult (*commit) (gpointer connection);
  void (*rollback) (gpointer connection); /* also lets go of all statements */
  HvDbResult (*execute) (gpointer connection, const char *sql);
  bool (*has_changed) (gpointer connection);

  /* The number of the schema, 0 in an empty place; set inside a transaction. */
  HvDbResult (*get_schema) (gpointer connection, int *ret_number);
  HvDbResult (*set_schema) (gpointer connection, int number);

  /* A complete copy at a new path / this place made equal to the copy at a path. */
  HvDbResult (*copy_to) (gpointer connection, const char *path);
  HvDbResult (*copy_from) (gpointer connection, const char *path);

  /* The engine's own checks: one line of text per finding is added. */
  HvDbResult (*check) (gpointer connection, bool thorough, GPtrArray *findings);

  /* Rewrites the place so that nothing deleted is left in it. */
  HvDbResult (*compact) (gpointer connection);
};

extern const HvDbEngine hv_db_sqlite;

/* The HV_ERROR that says to a coordinator what a result means for a place; words are the
 * engine's own. For engines, while there is no HvDb yet. */
GError *hv_db_word_failure (const char *where, HvDbResult result, const char *words);

G_END_DECLS
