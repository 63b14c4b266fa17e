/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-formula.h"
#include "hv-csv.h"
#include "hv-error.h"
#include "hv-span.h"

#include <string.h>

#define BYTES(text) text, sizeof text - 1

/* A file → its rows: each "line: cell|cell", a refused one "line! reason". */
static const struct
{
  const char *bytes;
  gsize length;
  const char *rows;
} files[] = {
  { BYTES (""), "" },
  { BYTES ("\n\n\r\n\r"), "" },
  { BYTES (" ; ;\n\"\";\n"), "" },
  { BYTES ("a"), "1: a" },
  { BYTES ("a;b\n"), "1: a|b" },
  { BYTES ("a;b\r\nc;d\r\n"), "1: a|b\n2: c|d" },
  { BYTES ("a;b\rc;d\r"), "1: a|b\n2: c|d" },
  { BYTES ("a;b\n\n\nc;d"), "1: a|b\n4: c|d" },
  { BYTES ("a;b;\nc\n;;d;;\n"), "1: a|b|\n2: c\n3: ||d||" },
  { BYTES ("a,b\nc;d,e\n"), "1: a|b\n2: c;d|e" },
  { BYTES ("a\tb\nc;d,e\tf\n"), "1: a|b\n2: c;d,e|f" },
  { BYTES ("\"a,b,c\";d\ne;f\n"), "1: a,b,c|d\n2: e|f" },
  { BYTES ("a,b;c,d;e,f\n"), "1: a|b;c|d;e|f" },
  { BYTES ("sep=,\na,b;c\n"), "2: a|b;c" },
  { BYTES ("SEP=;\r\na,b;c\r\n"), "2: a,b|c" },
  { BYTES ("sep=\n1\n"), "1: sep=\n2: 1" },
  { BYTES ("a;\"b\"\"c\"\"\";d\n"), "1: a|b\"c\"|d" },
  { BYTES ("a;\"b\nc\r\nd\re\";f\ng;h\n"), "1: a|b\nc\r\nd\re|f\n5: g|h" },
  { BYTES ("a;b\"c\"d;e\n"), "1: a|b\"c\"d|e" },
  { BYTES ("a;\"b\" ;c\n"), "1: a|b|c" },
  { BYTES ("a;\"b\"c;d\ne;f\n"), "1! text behind a closing quotation mark\n2: e|f" },
  { BYTES ("a;\"\"\n"), "1: a|" },
  { BYTES ("a;b\nc;\"d\n\ne;f\n"),
    "1: a|b\n2! line 2: a quotation mark is opened here and not closed within 65536 bytes" },
  { BYTES ("\""), "1! line 1: a quotation mark is opened here and not closed within 65536 bytes" },
  { BYTES ("a;\"\"\"\n"), "1! line 1: a quotation mark is opened here and not closed within 65536 bytes" },
  { BYTES ("Åse;Ærensø\n"), "1: Åse|Ærensø" },
  { BYTES ("\xEF\xBB\xBF"
           "a;Å\n"),
    "1: a|Å" },
  { BYTES ("\xC5se;\xC6rens\xF8\n"), "1: Åse|Ærensø" },
  { BYTES ("\xFF\xFE"
           "a\0;\0\xC5\0\r\0\n\0"),
    "1: a|Å" },
  { BYTES ("\0a\0;\0\xC5\0\r\0\n\0b\0;\0c"), "1: a|Å\n2: b|c" },
  { BYTES ("a;b\nÅ;b\nÆ;c\n\xD8;d\ne;f\n"),
    "1: a|b\n2: Å|b\n3: Æ|c\n4! has letters that are not UTF-8 like the rest of the file\n5: e|f" },
  { BYTES ("a;\xE6\nb;\xF8\nc;å\n"),
    "1: a|æ\n2: b|ø\n3! has letters that are not Windows-1252 like the rest of the file" },
  { BYTES ("a;b\nc\0;d\ne;f\n"), "1: a|b\n2! has a zero character, which no text has\n3: e|f" },
  { BYTES ("a;\x81\xE6\n"), "1! has letters that are not Windows-1252 like the rest of the file" },
  { BYTES ("a;'=1\nb;'abc\nc;''\n"), "1: a|=1\n2: b|'abc\n3: c|''" },
  { BYTES ("a;'+45 12 34 56 07\nb;+45\n"), "1: a|+45 12 34 56 07\n2: b|+45" },
  { BYTES ("\xF0\x9F\x98\x80;\xD7\x90\xD7\x91\xE2\x80\x8F\n"), "1: \xF0\x9F\x98\x80|\xD7\x90\xD7\x91\xE2\x80\x8F" },
};

static HvCsvReader *
open_bytes (const char *bytes, gsize length)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, length);
  return hv_csv_reader_new (file);
}

static void
append_row (const HvCsvReader *reader, GString *rows)
{
  g_string_append_printf (rows, "%s%u: ", rows->len > 0 ? "\n" : "", hv_csv_reader_get_line (reader));
  for (guint i = 0; i < hv_csv_reader_get_n_cells (reader); i++)
    g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", hv_csv_reader_get_cell (reader, i));
}

static char *
format_rows (HvCsvReader *reader)
{
  GString *rows = g_string_new (NULL);
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      HvCsvStep step = hv_csv_reader_next (reader, &error);
      g_assert_true ((error != NULL) == (step == HV_CSV_REFUSED || step == HV_CSV_BROKEN));
      if (step == HV_CSV_END)
        return g_string_free (rows, FALSE);
      if (step == HV_CSV_ROW)
        append_row (reader, rows);
      else
        g_string_append_printf (rows, "%s%u! %s", rows->len > 0 ? "\n" : "", hv_csv_reader_get_line (reader),
                                error->message);
    }
}

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (HvCsvReader) reader = open_bytes (files[i].bytes, files[i].length);
      g_autofree char *rows = format_rows (reader);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (rows, ==, files[i].rows);
    }
}

/* --- limits --- */

static char *
read_repeated (const char *before, char c, gsize n, const char *after)
{
  g_autofree char *many = g_strnfill (n, c);
  g_autofree char *text = g_strconcat (before, many, after, NULL);
  g_autoptr (HvCsvReader) reader = open_bytes (text, strlen (text));
  return format_rows (reader);
}

static void
test_limits (void)
{
  g_autofree char *cell = read_repeated ("a;b\n", 'x', HV_CSV_MAX_CELL + 1, ";y\nc;d\n");
  g_assert_cmpstr (cell, ==, "1: a|b\n2! a cell is longer than 65536 bytes\n3: c|d");
  g_autofree char *columns = read_repeated ("a;b\n", ';', 1000000, "\nc;d\n");
  g_assert_cmpstr (columns, ==, "1: a|b\n2! more than 1000 columns\n3: c|d");
  g_autofree char *header = read_repeated ("", ',', 1000000, "\nc,d\n");
  g_assert_cmpstr (header, ==, "1! more than 1000 columns\n2: c|d");
  g_autofree char *quotes = read_repeated ("a;b\n", '"', 100001, "\nc;d\n");
  g_assert_cmpstr (quotes, ==, "1: a|b\n2! line 2: a quotation mark is opened here and not closed within 65536 bytes");
  g_autofree char *swallowed = read_repeated ("a;b\nc;\"d\n", '\n', 200000, "e;f\n");
  g_assert_cmpstr (swallowed, ==,
                   "1: a|b\n2! line 2: a quotation mark is opened here and not closed within 65536 bytes");
}

static void
test_long_row (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *cell = g_strnfill (HV_CSV_MAX_CELL - 1, 'x');
      g_string_append_printf (text, "%s;", cell);
    }
  g_string_append (text, "\nc;d\n");
  g_autoptr (HvCsvReader) reader = open_bytes (text->str, text->len);
  g_autofree char *rows = format_rows (reader);
  g_assert_cmpstr (rows, ==, "1: a|b\n2! longer than 1048576 bytes\n3: c|d");
}

/* --- formulas --- */

static const struct
{
  const char *text;
  const char *cell;
} formulas[] = {
  { "", "" },
  { "Anna", "Anna" },
  { "'Anna", "'Anna" },
  { "=1+1", "'=1+1" },
  { "+45 12 34 56 07", "'+45 12 34 56 07" },
  { "-5", "'-5" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\tx", "'\tx" },
  { "\rx", "'\rx" },
  { "  =1", "'  =1" },
  { "\n=1", "'\n=1" },
  { "\xC2\xA0=1", "'\xC2\xA0=1" },
  { "＝1", "'＝1" },
  { "＋1", "'＋1" },
  { "－1", "'－1" },
  { "＠x", "'＠x" },
  { "'=1", "''=1" },
  { "''=1", "'''=1" },
  { "' =1", "'' =1" },
  { "'", "'" },
  { "a=1", "a=1" },
  { " a", " a" },
};

static void
test_formulas (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const char *text = formulas[i].text;
      g_autofree char *cell = g_strconcat (hv_csv_needs_defusing (text) ? "'" : "", text, NULL);
      g_test_message ("%s", formulas[i].text);
      g_assert_cmpstr (cell, ==, formulas[i].cell);
      g_assert_cmpstr (cell + hv_csv_is_defused (cell), ==, text);
    }
}

/* --- writing, and reading what was written --- */

static void
test_writer (void)
{
  HvCsvWriter *writer = hv_csv_writer_new (';', true);
  hv_csv_writer_add_text (writer, "Name");
  hv_csv_writer_add_text (writer, NULL);
  hv_csv_writer_add_text (writer, "");
  hv_csv_writer_end_row (writer);
  hv_csv_writer_add_text (writer, "=a \"b\"; c\nd");
  hv_csv_writer_add_int (writer, -53);
  hv_csv_writer_add_int (writer, HV_NONE);
  hv_csv_writer_add_plain (writer, "2026-05-04");
  hv_csv_writer_end_row (writer);
  g_autofree char *text = hv_csv_writer_end (writer);
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF\"Name\";;\r\n\"'=a \"\"b\"\"; c\nd\";-53;;2026-05-04\r\n");
}

/* Texts of signs that mean something to a table, with a fixed seed. */
static char *
make_text (GRand *random)
{
  static const char *const signs[] = { ";",  ",",  "\t",   "\"", "'", "=", "+",  "-",        "@",
                                       "\n", "\r", "\r\n", " ",  "a", "å", "＝", "\xC2\xA0", "\xF0\x9F\x98\x80",
                                       "1" };
  GString *text = g_string_new (NULL);
  for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
    g_string_append (text, signs[g_rand_int_range (random, 0, G_N_ELEMENTS (signs))]);
  return g_string_free (text, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (19);
  for (guint round = 0; round < 300; round++)
    {
      HvCsvWriter *writer = hv_csv_writer_new (";,\t"[round % 3], round % 2 == 0);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      hv_csv_writer_add_text (writer, "a");
      for (guint i = 0; i < 20; i++)
        {
          g_ptr_array_add (texts, make_text (random));
          hv_csv_writer_add_text (writer, texts->pdata[i]);
        }
      hv_csv_writer_end_row (writer);
      g_autofree char *file = hv_csv_writer_end (writer);

      g_autoptr (GError) error = NULL;
      g_autoptr (HvCsvReader) reader = open_bytes (file, strlen (file));
      g_assert_cmpint (hv_csv_reader_next (reader, &error), ==, HV_CSV_ROW);
      g_assert_no_error (error);
      g_assert_cmpuint (hv_csv_reader_get_n_cells (reader), ==, 21);
      for (guint i = 0; i < 20; i++)
        g_assert_cmpstr (hv_csv_reader_get_cell (reader, i + 1), ==, texts->pdata[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/files", test_files);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/long-row", test_long_row);
  g_test_add_func ("/csv/formulas", test_formulas);
  g_test_add_func ("/csv/writer", test_writer);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  return g_test_run ();
}
