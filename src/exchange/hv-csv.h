/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCsv: the tables that spreadsheets write and read (RFC 4180 and what is common
 * beside it), the only reader and the only writer in the program.
 *
 * Reading: any encoding of hv-encoding.h; columns separated by ; , or tab, whichever
 * the first line has most of outside quotation marks (or as its "sep=;" says); lines
 * ended by CR LF, LF or CR, also inside quotation marks. A row is handed out at a
 * time, so a file of a million lines costs no more memory than its longest. What a
 * row cannot be is refused with the reason, and the next row can be read; a quotation
 * mark that is never closed ends the file.
 *
 * Cells that a spreadsheet would run as a formula (they begin with = + - @ tab or CR,
 * also behind blanks or in full width) are written with an apostrophe in front, which
 * reading takes off again. A cell that has apostrophes in front of such a sign itself
 * gets one more, so what is written is what is read, phone numbers like +45 too.
 */

#include "hv-encoding.h"
#include "hv-text.h"

G_BEGIN_DECLS

#define HV_CSV_MAX_CELL (64 * 1024)  /* bytes */
#define HV_CSV_MAX_ROW (1024 * 1024) /* bytes */
#define HV_CSV_MAX_COLUMNS 1000

/* --- reading --- */

typedef struct _HvCsvReader HvCsvReader;

typedef enum
{
  HV_CSV_END,
  HV_CSV_ROW,
  HV_CSV_REFUSED, /* this row; the error says why, without its line */
  HV_CSV_BROKEN,  /* from here on; the error says why, with its line */
} HvCsvStep;

HvCsvReader *hv_csv_reader_new (GBytes *file);
void hv_csv_reader_free (HvCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvCsvReader, hv_csv_reader_free)

/* The next row that has something in it; lines of blanks and separators are passed over. */
HvCsvStep hv_csv_reader_next (HvCsvReader *reader, GError **error);

guint hv_csv_reader_get_line (const HvCsvReader *reader);   /* where the row begins, from 1 */
double hv_csv_reader_get_share (const HvCsvReader *reader); /* how much of the file is behind it, 0 to 1 */
guint hv_csv_reader_get_n_cells (const HvCsvReader *reader);
/* Never NULL: "" behind the last cell. Lent until the next row. */
const char *hv_csv_reader_get_cell (const HvCsvReader *reader, guint i);

/* Takes the blanks around the cells of the row off. */
void hv_csv_reader_trim (HvCsvReader *reader);

/* --- writing --- */

typedef struct _HvCsvWriter HvCsvWriter;

/* What spreadsheets in a language expect: ; for Danish and Swedish, where the comma is
 * the decimal mark, and , for English. */
char hv_csv_get_separator (HvLanguage language);

/* With the byte order mark older spreadsheets need to see UTF-8. */
HvCsvWriter *hv_csv_writer_new (char separator, bool mark);
char *hv_csv_writer_end (HvCsvWriter *writer); /* swallows the writer; the caller owns the text */

void hv_csv_writer_add_text (HvCsvWriter *writer, const char *text);  /* NULL: an empty cell */
void hv_csv_writer_add_int (HvCsvWriter *writer, gint64 number);      /* HV_NONE: an empty cell */
void hv_csv_writer_add_plain (HvCsvWriter *writer, const char *text); /* a number or date, without quotation marks */
void hv_csv_writer_end_row (HvCsvWriter *writer);

G_END_DECLS
