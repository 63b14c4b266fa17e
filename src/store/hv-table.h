/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvTable: how one kind of record is kept: its columns, and the statements on them.
 *
 * The columns are the fields of the kind (hv_kind_get_fields ()), then ext and extra;
 * before them stand org_id, id, ver, content and gone (hv-schema-1.sql.c). A set of
 * columns is a bit mask, bit i for column i. All statements are made here from the
 * field table, so that a new field is a column of the schema and nothing else.
 * Private to store/.
 */

#include "hv-db.h"
#include "hv-record.h"

G_BEGIN_DECLS

typedef guint64 HvColumns;

/* What an integer column can hold, beside nothing. */
typedef struct
{
  gint64 least;
  gint64 most;
} HvLimit;

/* Stands in a mask for the column gone. */
#define HV_COLUMN_GONE (G_GUINT64_CONSTANT (1) << 63)
#define HV_COLUMN(i) (G_GUINT64_CONSTANT (1) << (i))

typedef struct
{
  HvKind kind;
  const char *name;
  HvField *columns;
  HvLimit *limits; /* one per column */
  guint n_columns;
  HvColumns all;      /* every column */
  HvColumns private_; /* personal data; ext and extra too, where a kind holds any */
  HvColumns derived;  /* computed from others: stored, not logged */
  HvColumns parents;  /* references to what the record hangs on */
  HvColumns people;   /* columns that can name a volunteer */
  HvColumns origins;  /* references to where it once came from: a template may be gone since */

  char *find;        /* $1 org_id, $2 id; the columns of hv_table_read () */
  char *list;        /* $1 org_id; what is not gone, by id */
  char *list_all;    /* $1 org_id; gone ones too, by id */
  char *insert;      /* $1 org_id, $2 id, then the columns */
  char *find_gone;   /* $1 org_id, $2 id: whether the row is gone */
  char *blank;       /* $1 org_id, $2 id: takes the personal texts out of a row, not a change; NULL: there are none */
  GHashTable *other; /* columns → text: updates and lists made on demand */
} HvTable;

/* A stored row: a record and what storage knows beside it. */
typedef struct
{
  gpointer record; /* owned */
  gint64 content;
  bool gone;
} HvRow;

void hv_row_clear (HvRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HvRow, hv_row_clear)

typedef struct _HvTables HvTables;

HvTables *hv_tables_new (void);
void hv_tables_free (HvTables *tables);
HvTable *hv_tables_get (HvTables *tables, HvKind kind);

/* Sets some columns of a row: $1 org_id, $2 id, $3 the version it must have, $4 content,
 * then (with HV_COLUMN_GONE) gone, then the columns in order. Answers the new version. */
const char *hv_table_get_update (HvTable *table, HvColumns columns);

/* What is not gone and has a value in one column, by id: $1 org_id, $2 the value. */
const char *hv_table_get_list_by (HvTable *table, guint column);

/* Of an opening, or a kind that hangs on one: what is not gone and belongs to the openings of a
 * house that start within a stretch of time: $1 org_id, $2 house, $3 from (included), $4 to (not). */
const char *hv_table_get_week (HvTable *table);

/* What is not gone and starts within a stretch of time: $1 org_id, $2 from (included), $3 to (not). */
const char *hv_table_get_starting (HvTable *table);

/* Makes the fixed statements, once the columns are known; for hv-table.c. */
void hv_table_make_statements (HvTable *table);

bool hv_table_find_column (const HvTable *table, const char *name, guint *ret_column);

/* Columns in which two records differ; against NULL: those that have a value. Derived ones too. */
HvColumns hv_table_compare (const HvTable *table, gconstpointer before, gconstpointer after);

/* Binds a column of a record. */
void hv_table_bind (const HvTable *table, HvDbStatement *statement, int parameter, gconstpointer record, guint column);

/* The first column whose value no program of ours can have written, or NULL: a number out of
 * its range, nothing where something is required, text that is no UTF-8, a span without length. */
const char *hv_table_find_unsound (const HvTable *table, gconstpointer record);

/* The record of the present row of find, list … (the caller owns it), and what else the row says.
 * An unsound record is damage: NULL, false. */
gpointer hv_table_read (const HvTable *table, HvDbStatement *statement, GError **error);
bool hv_table_read_row (const HvTable *table, HvDbStatement *statement, HvRow *ret_row, GError **error);

/* Fetches a row by id; row->record is NULL when there is none. */
bool hv_table_fetch (const HvTable *table, HvDb *db, HvId id, HvRow *ret_row, GError **error);

static inline gint64
hv_table_get_int (const HvTable *table, gconstpointer record, guint column)
{
  return G_STRUCT_MEMBER (gint64, (gpointer)record, table->columns[column].offset);
}

static inline const char *
hv_table_get_text (const HvTable *table, gconstpointer record, guint column)
{
  return G_STRUCT_MEMBER (char *, (gpointer)record, table->columns[column].offset);
}

G_END_DECLS
