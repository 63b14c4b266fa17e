/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCsvLayout: the columns that a kind of table has, and what they are called in
 * Danish, Swedish and English; private to exchange.
 *
 * A header matches when its search key does (hv-name.h): upper case, accents, hyphens
 * and double blanks make no difference. The first spelling of each language is the one
 * that is written.
 */

#include "hv-csv.h"

G_BEGIN_DECLS

typedef struct
{
  /* Spellings, the one that is written first, separated by "|". */
  const char *spellings[3]; /* by HvLanguage */
  bool required;
  guint instead; /* a column that will do in place of a required one; 0: none will */
  bool phone;    /* a number that looks like an identity number may be one for calling */
} HvCsvColumn;

typedef struct
{
  const HvCsvColumn *columns; /* ended by one without spellings */
  bool slots;                 /* a header that is a time of day is a half hour */
} HvCsvLayout;

#define HV_CSV_NOWHERE (-1)

/* Whether a header row has all columns that a layout requires. */
bool hv_csv_layout_fits (const HvCsvLayout *layout, const HvCsvReader *reader);

/* The columns' names in a language, "name; phone; e-mail"; required ones only or all. The caller owns it. */
char *hv_csv_layout_describe (const HvCsvLayout *layout, HvLanguage language, bool all);

/* The column of a header in any language, or HV_CSV_NOWHERE. */
int hv_csv_layout_find_column (const HvCsvLayout *layout, const char *header);
guint hv_csv_layout_count (const HvCsvLayout *layout);

/* The column as it stands in a sentence: "name missing". The caller owns it. */
char *hv_csv_column_dup_word (const HvCsvColumn *column);

/* Writes the header row of the columns whose flags are set. */
void hv_csv_layout_write (const HvCsvLayout *layout, HvLanguage language, const bool *written, HvCsvWriter *writer);

G_END_DECLS
