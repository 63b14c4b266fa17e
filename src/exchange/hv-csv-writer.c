/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv.h"

#include "hv-csv-formula.h"
#include "hv-span.h"

#include <string.h>

/* --- formulas --- */

/* = + - @ and their full-width forms. */
static bool
begins_formula (gunichar c)
{
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == 0xFF1D || c == 0xFF0B
         || c == 0xFF0D || c == 0xFF20;
}

bool
hv_csv_needs_defusing (const char *text)
{
  while (*text == '\'')
    text++;
  while (*text != '\0' && !begins_formula (g_utf8_get_char (text)) && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0' && begins_formula (g_utf8_get_char (text));
}

bool
hv_csv_is_defused (const char *cell)
{
  return *cell == '\'' && hv_csv_needs_defusing (cell + 1);
}

/* --- writing --- */

struct _HvCsvWriter
{
  GString *text;
  char separator;
  bool in_row;
};

char
hv_csv_get_separator (HvLanguage language)
{
  return language == HV_LANGUAGE_EN ? ',' : ';';
}

HvCsvWriter *
hv_csv_writer_new (char separator, bool mark)
{
  HvCsvWriter *writer = g_new (HvCsvWriter, 1);
  *writer = (HvCsvWriter){ g_string_new (mark ? "\xEF\xBB\xBF" : NULL), separator, false };
  return writer;
}

char *
hv_csv_writer_end (HvCsvWriter *writer)
{
  char *text = g_string_free (writer->text, FALSE);
  g_free (writer);
  return text;
}

static void
begin_cell (HvCsvWriter *writer)
{
  if (writer->in_row)
    g_string_append_c (writer->text, writer->separator);
  writer->in_row = true;
}

void
hv_csv_writer_add_plain (HvCsvWriter *writer, const char *text)
{
  begin_cell (writer);
  g_string_append (writer->text, text);
}

/* All text is in quotation marks: then no separator, blank or line end can be mistaken. */
void
hv_csv_writer_add_text (HvCsvWriter *writer, const char *text)
{
  begin_cell (writer);
  if (text == NULL || *text == '\0')
    return;
  g_string_append (writer->text, hv_csv_needs_defusing (text) ? "\"'" : "\"");
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (writer->text, text, quote - text);
      g_string_append (writer->text, "\"\"");
    }
  g_string_append_printf (writer->text, "%s\"", text);
}

void
hv_csv_writer_add_int (HvCsvWriter *writer, gint64 number)
{
  begin_cell (writer);
  if (number != HV_NONE)
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, number);
}

void
hv_csv_writer_end_row (HvCsvWriter *writer)
{
  g_string_append (writer->text, "\r\n");
  writer->in_row = false;
}
