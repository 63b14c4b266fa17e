/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCsvTable: a CSV file whose first row names its columns, being read into an
 * import; private to exchange.
 */

#include "hv-csv-layout.h"
#include "hv-import.h"
#include "hv-name-index.h"

G_BEGIN_DECLS

typedef struct
{
  guint place;
  int minute; /* of the day */
} HvCsvSlot;

typedef struct
{
  const HvRoster *roster;
  HvImport *import;
  HvCsvReader *reader;
  const HvCsvLayout *layout;
  GArray *places;                   /* int: where each column of the layout is, −1: nowhere */
  GArray *slots;                    /* HvCsvSlot */
  GPtrArray *header;                /* the row itself, for messages */
  HvNameIndex *names[HV_N_KINDS];   /* of houses, roles, volunteers; made when first asked for */
  const HvImportProgress *progress; /* or NULL */
  guint n_steps;
} HvCsvTable;

/* Takes the row that the reader stands on as header. False, with an error, when a
 * required column is missing or one is there twice; unknown ones are reported. */
bool hv_csv_table_init (HvCsvTable *table, const HvCsvLayout *layout, const HvRoster *roster, HvImport *import,
                        HvCsvReader *reader, GError **error);
void hv_csv_table_clear (HvCsvTable *table);

/* Calls read_row for each row that can be read, which the table then stands on; the
 * others are refused, and so are those with an identity number in any cell. False, with
 * an error, when the file is broken or whoever waits has had enough. */
bool hv_csv_table_read (HvCsvTable *table, void (*read_row) (gpointer data), gpointer data, GError **error);

const char *hv_csv_table_get (const HvCsvTable *table, guint column); /* never NULL; without blanks around */

void hv_csv_table_refuse (HvCsvTable *table, HvErrorCode code, const char *format, ...) G_GNUC_PRINTF (3, 4);
void hv_csv_table_refuse_error (HvCsvTable *table, GError *error); /* swallows it */
/* "name missing" */
void hv_csv_table_refuse_missing (HvCsvTable *table, guint column);

/* A text as a house, role or volunteer; false, and refused, when it is none. */
bool hv_csv_table_match (HvCsvTable *table, HvKind kind, const char *text, HvId *ret_id);

bool hv_csv_table_is_name (HvCsvTable *table, HvKind kind, const char *text);

/* The same for a cell that names several with commas between: appends their ids, each
 * once. A name that has a comma itself is one name. */
bool hv_csv_table_match_list (HvCsvTable *table, HvKind kind, const char *cell, GArray *ids);

/* A cell as a date (day, month, year or ISO), a time of day, a whole number, a free
 * text; false, and refused, when it is none. */
bool hv_csv_table_read_day (HvCsvTable *table, guint column, HvDay *ret_day);
bool hv_csv_table_read_time (HvCsvTable *table, guint column, int *ret_minute);
bool hv_csv_table_read_int (HvCsvTable *table, guint column, gint64 most, gint64 *ret_number);
bool hv_csv_table_read_note (HvCsvTable *table, guint column, char **ret_note); /* NULL: none */

/* The parts of a cell with commas between, each a name or as many parts as it takes to
 * make one. New array of texts. */
GPtrArray *hv_csv_table_split (HvCsvTable *table, HvKind kind, const char *cell);

G_END_DECLS
