/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv.h"

#include "hv-csv-formula.h"
#include "hv-error.h"

#include <string.h>

struct _HvCsvReader
{
  GBytes *text; /* UTF-8, apart from what cannot be read */
  HvEncoding encoding;
  char separator;

  const char *at;
  const char *end;
  guint line; /* of at */

  /* the row */
  guint row_line;
  GString *cells; /* each ended by a zero */
  GArray *starts; /* of the cells, guint */
  char *problem;  /* the first, or NULL */
  bool has_something;
};

/* --- the first line --- */

static gsize
find_line_length (const char *text, const char *end)
{
  const char *p = text;
  while (p < end && *p != '\n' && *p != '\r')
    p++;
  return (gsize)(p - text);
}

static guint
count_outside_quotes (const char *line, gsize length, char wanted)
{
  guint n = 0;
  bool inside = false;
  for (gsize i = 0; i < length; i++)
    {
      inside ^= line[i] == '"';
      n += !inside && line[i] == wanted;
    }
  return n;
}

static void
skip_newline (HvCsvReader *reader)
{
  if (*reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n')
    reader->at++;
  reader->at++;
  reader->line++;
}

static bool
is_at_newline (const HvCsvReader *reader)
{
  return *reader->at == '\n' || *reader->at == '\r';
}

/* Spreadsheets write "sep=;" above the header when they are told to. */
static bool
read_separator_line (HvCsvReader *reader)
{
  gsize length = find_line_length (reader->at, reader->end);
  if (length != 5 || g_ascii_strncasecmp (reader->at, "sep=", 4) != 0 || strchr (";,\t", reader->at[4]) == NULL)
    return false;
  reader->separator = reader->at[4];
  reader->at += length;
  if (reader->at < reader->end)
    skip_newline (reader);
  return true;
}

static void
find_separator (HvCsvReader *reader)
{
  const char candidates[] = { ';', '\t', ',' };
  while (reader->at < reader->end && is_at_newline (reader))
    skip_newline (reader);
  if (read_separator_line (reader))
    return;

  gsize length = find_line_length (reader->at, reader->end);
  guint most = 0;
  reader->separator = candidates[0];
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n = count_outside_quotes (reader->at, length, candidates[i]);
      if (n > most)
        reader->separator = candidates[i];
      most = MAX (most, n);
    }
}

HvCsvReader *
hv_csv_reader_new (GBytes *file)
{
  HvCsvReader *reader = g_new0 (HvCsvReader, 1);
  reader->text = hv_encoding_decode (file, &reader->encoding);
  reader->line = 1;
  reader->cells = g_string_new (NULL);
  reader->starts = g_array_new (FALSE, FALSE, sizeof (guint));

  gsize length;
  reader->at = g_bytes_get_data (reader->text, &length);
  reader->end = reader->at + length;
  find_separator (reader);
  return reader;
}

void
hv_csv_reader_free (HvCsvReader *reader)
{
  g_bytes_unref (reader->text);
  g_string_free (reader->cells, TRUE);
  g_array_unref (reader->starts);
  g_free (reader->problem);
  g_free (reader);
}

/* --- one cell --- */

/* Swallows the text; only the first problem of a row is told. */
static void
note_problem (HvCsvReader *reader, char *problem)
{
  if (reader->problem == NULL)
    reader->problem = problem;
  else
    g_free (problem);
}

static gsize
get_cell_length (const HvCsvReader *reader)
{
  return reader->cells->len - g_array_index (reader->starts, guint, reader->starts->len - 1);
}

/* Appends to the cell what lies between here and there, unless it is too much already. */
static void
append (HvCsvReader *reader, const char *from, const char *to)
{
  gsize length = (gsize)(to - from);
  if (reader->problem != NULL)
    return;
  if (get_cell_length (reader) + length > HV_CSV_MAX_CELL)
    note_problem (reader, g_strdup_printf (hv_own_text ("a cell is longer than %d bytes"), HV_CSV_MAX_CELL));
  else if (reader->cells->len + length > HV_CSV_MAX_ROW)
    note_problem (reader, g_strdup_printf (hv_own_text ("longer than %d bytes"), HV_CSV_MAX_ROW));
  else
    g_string_append_len (reader->cells, from, (gssize)length);
}

static bool
is_at_cell_end (const HvCsvReader *reader)
{
  return reader->at >= reader->end || *reader->at == reader->separator || is_at_newline (reader);
}

static void
read_plain (HvCsvReader *reader)
{
  const char *from = reader->at;
  while (!is_at_cell_end (reader))
    reader->at++;
  append (reader, from, reader->at);
}

/* Up to the next quotation mark or line end. */
static void
read_quoted_stretch (HvCsvReader *reader)
{
  const char *from = reader->at;
  while (reader->at < reader->end && *reader->at != '"' && !is_at_newline (reader))
    reader->at++;
  if (reader->at < reader->end && is_at_newline (reader))
    skip_newline (reader);
  append (reader, from, reader->at);
}

static bool
fail_unclosed (guint line, GError **error)
{
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
               hv_own_text ("line %u: a quotation mark is opened here and not closed within %d bytes"), line,
               HV_CSV_MAX_CELL);
  return false;
}

/* From behind the opening quotation mark to behind the closing one. A cell that grows
 * too long has lost its closing mark, and with it the rest of the file its meaning. */
static bool
read_quoted (HvCsvReader *reader, GError **error)
{
  guint line = reader->line;
  const char *from = ++reader->at;
  while (reader->at < reader->end && reader->at - from <= HV_CSV_MAX_CELL)
    {
      if (*reader->at != '"')
        {
          read_quoted_stretch (reader);
          continue;
        }
      reader->at++;
      if (reader->at >= reader->end || *reader->at != '"')
        return true;
      append (reader, reader->at, reader->at + 1);
      reader->at++;
    }
  return fail_unclosed (line, error);
}

static void
check_behind_quotes (HvCsvReader *reader)
{
  while (!is_at_cell_end (reader) && (*reader->at == ' ' || *reader->at == '\t'))
    reader->at++;
  if (is_at_cell_end (reader))
    return;
  note_problem (reader, g_strdup (hv_own_text ("text behind a closing quotation mark")));
  read_plain (reader);
}

static bool
read_cell (HvCsvReader *reader, GError **error)
{
  guint start = (guint)reader->cells->len;
  g_array_append_val (reader->starts, start);
  if (reader->starts->len > HV_CSV_MAX_COLUMNS)
    {
      note_problem (reader, g_strdup_printf (hv_own_text ("more than %d columns"), HV_CSV_MAX_COLUMNS));
      g_array_set_size (reader->starts, HV_CSV_MAX_COLUMNS);
    }

  if (reader->at < reader->end && *reader->at == '"')
    {
      if (!read_quoted (reader, error))
        return false;
      check_behind_quotes (reader);
    }
  else
    read_plain (reader);
  g_string_append_c (reader->cells, '\0');
  return true;
}

/* --- one row --- */

static bool
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return false;
  return true;
}

static void
check_encoding (HvCsvReader *reader, const char *from)
{
  gsize length = (gsize)(reader->at - from);
  if (memchr (from, '\0', length) != NULL)
    note_problem (reader, g_strdup (hv_own_text ("has a zero character, which no text has")));
  else if (!g_utf8_validate_len (from, length, NULL))
    /* TRANSLATORS: an encoding: "Windows-1252" */
    note_problem (reader, g_strdup_printf (hv_own_text ("has letters that are not %s like the rest of the file"),
                                           hv_encoding_get_name (reader->encoding)));
}

static void
restore_cells (HvCsvReader *reader)
{
  reader->has_something = false;
  for (guint i = 0; i < reader->starts->len; i++)
    {
      guint *start = &g_array_index (reader->starts, guint, i);
      const char *cell = reader->cells->str + *start;
      reader->has_something |= !is_blank (cell);
      *start += hv_csv_is_defused (cell);
    }
}

static bool
read_row (HvCsvReader *reader, GError **error)
{
  const char *from = reader->at;
  reader->row_line = reader->line;
  g_clear_pointer (&reader->problem, g_free);
  g_string_truncate (reader->cells, 0);
  g_array_set_size (reader->starts, 0);

  if (!read_cell (reader, error))
    return false;
  while (reader->at < reader->end && *reader->at == reader->separator)
    {
      reader->at++;
      if (!read_cell (reader, error))
        return false;
    }
  check_encoding (reader, from);
  if (reader->at < reader->end)
    skip_newline (reader);
  if (reader->problem == NULL)
    restore_cells (reader);
  return true;
}

HvCsvStep
hv_csv_reader_next (HvCsvReader *reader, GError **error)
{
  while (reader->at < reader->end)
    {
      if (!read_row (reader, error))
        {
          reader->at = reader->end;
          return HV_CSV_BROKEN;
        }
      if (reader->problem != NULL)
        {
          g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, reader->problem);
          return HV_CSV_REFUSED;
        }
      if (reader->has_something)
        return HV_CSV_ROW;
    }
  return HV_CSV_END;
}

guint
hv_csv_reader_get_line (const HvCsvReader *reader)
{
  return reader->row_line;
}

double
hv_csv_reader_get_share (const HvCsvReader *reader)
{
  gsize length = g_bytes_get_size (reader->text);
  return length > 0 ? 1.0 - (double)(reader->end - reader->at) / (double)length : 1.0;
}

guint
hv_csv_reader_get_n_cells (const HvCsvReader *reader)
{
  return reader->starts->len;
}

const char *
hv_csv_reader_get_cell (const HvCsvReader *reader, guint i)
{
  return i < reader->starts->len ? reader->cells->str + g_array_index (reader->starts, guint, i) : "";
}

static gsize
count_blanks_before (const char *text)
{
  const char *p = text;
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return (gsize)(p - text);
}

static void
cut_blanks_behind (char *text)
{
  char *end = text + strlen (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';
}

void
hv_csv_reader_trim (HvCsvReader *reader)
{
  for (guint i = 0; i < reader->starts->len; i++)
    {
      guint *start = &g_array_index (reader->starts, guint, i);
      *start += (guint)count_blanks_before (reader->cells->str + *start);
      cut_blanks_behind (reader->cells->str + *start);
    }
}
