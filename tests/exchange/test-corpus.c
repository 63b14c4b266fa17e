/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ugly files: whatever is in one, it is read or refused with a line and a reason,
 * never taken in part, and what is taken leaves an organisation in which everything
 * named is there.
 */

#include "exchange-fixture.h"
#include "hv-csv-import.h"
#include "hv-json-printer.h"
#include "hv-json-reader.h"
#include "hv-json-writer.h"

#include <string.h>

/* What must come of a file. */
typedef enum
{
  TAKEN,    /* clean, with something new */
  NOTHING,  /* clean, and nothing in it */
  REFUSED,  /* some lines are refused */
  NO_FILE,  /* refused as a whole */
  ANYTHING, /* no matter what, as long as it holds together */
} Outcome;

/* --- what always holds --- */

static bool
is_text_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return false;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
          || (g_unichar_iscntrl (c) && c != '\n' && c != '\t'))
        return false;
    }
  return true;
}

static void
check_field (const HvRoster *roster, const HvRecord *record, const HvField *field)
{
  const char *kind = hv_kind_get_name (record->kind);
  if (field->type == HV_FIELD_TEXT)
    {
      const char *text = hv_record_get_text (record, field);
      if (text != NULL && !is_text_clean (text))
        g_error ("%s.%s is not clean", kind, field->name);
      if (text == NULL && (field->flags & HV_FIELD_REQUIRED) != 0)
        g_error ("%s.%s is missing", kind, field->name);
      return;
    }
  gint64 value = hv_record_get_int (record, field);
  if (value == HV_NONE && (field->flags & HV_FIELD_REQUIRED) != 0)
    g_error ("%s.%s is missing", kind, field->name);
  if (field->ref >= 0 && value != HV_NONE && hv_roster_find (roster, (HvKind)field->ref, value) == NULL)
    g_error ("%s.%s names nothing", kind, field->name);
}

static void
check_spans (const HvRoster *roster)
{
  const GPtrArray *shifts = hv_roster_list (roster, HV_KIND_SHIFT);
  const GPtrArray *openings = hv_roster_list (roster, HV_KIND_OPENING);
  for (guint i = 0; i < shifts->len; i++)
    g_assert_true (hv_span_is_valid (hv_shift_get_span (shifts->pdata[i])));
  for (guint i = 0; i < openings->len; i++)
    g_assert_true (hv_span_is_valid (hv_opening_get_span (openings->pdata[i])));
}

static void
check_roster (const HvRoster *roster)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      const GPtrArray *records = hv_roster_list (roster, (HvKind)kind);
      for (guint i = 0; i < records->len; i++)
        for (gsize f = 0; f < n_fields; f++)
          check_field (roster, records->pdata[i], &fields[f]);
    }
  check_spans (roster);
}

static guint
count_lines (GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  guint lines = 1;
  for (gsize i = 0; i < length; i++)
    lines += data[i] == '\n' || data[i] == '\r';
  return lines;
}

static void
check_refusals (const HvImport *import, GBytes *file)
{
  guint lines = count_lines (file);
  guint before = 0;
  for (guint i = 0; i < import->refusals->len; i++)
    {
      const HvRefusal *refusal = &g_array_index (import->refusals, HvRefusal, i);
      g_assert_cmpuint (refusal->line, >=, MAX (before, 1));
      g_assert_cmpuint (refusal->line, <=, lines);
      g_assert_true (refusal->reason[0] != '\0' && is_text_clean (refusal->reason));
      before = refusal->line;
    }
}

static HvImport *
read_file (const HvRoster *roster, GBytes *file, bool json, GError **error)
{
  return json ? hv_json_read (roster, file, fixture_get_source (), error)
              : hv_csv_read (roster, file, HV_CSV_GUESS, fixture_get_source (), NULL, error);
}

/* The good lines alone: an organisation that holds together, in which the file has nothing new. */
static void
check_good_lines (const HvRoster *roster, HvImport *import, GBytes *file, bool json)
{
  guint n_refusals = import->refusals->len;
  g_autoptr (HvEdit) edit = hv_import_take_edit (import, true, NULL);
  g_assert_nonnull (edit);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  check_roster (after);

  g_autoptr (HvImport) again = read_file (after, file, json, NULL);
  if (again->edit->puts->len > 0 || again->refusals->len != n_refusals)
    {
      gsize length;
      const char *data = g_bytes_get_data (file, &length);
      g_autofree char *shown = g_strndup (data, length);
      g_autofree char *escaped = g_strescape (shown, NULL);
      g_test_message ("not the same again: %s", escaped);
    }
  g_assert_cmpuint (again->edit->puts->len, ==, 0);
  g_assert_cmpuint (again->refusals->len, ==, n_refusals);
}

static Outcome
read_and_check (const HvRoster *roster, GBytes *file, bool json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvImport) import = read_file (roster, file, json, &error);
  if (import == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == HV_ERROR && is_text_clean (error->message));
      return NO_FILE;
    }
  g_assert_no_error (error);
  check_refusals (import, file);

  bool refused = import->refusals->len > 0;
  bool empty = hv_edit_is_empty (import->edit);
  if (refused)
    {
      g_assert_null (hv_import_take_edit (import, false, &error));
      g_assert_nonnull (error);
    }
  check_good_lines (roster, import, file, json);
  if (refused)
    return REFUSED;
  return empty ? NOTHING : TAKEN;
}

static HvRoster *
new_small (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  return fixture_apply_json (empty, fixture_small);
}

static void
run_case (const HvRoster *roster, const char *what, GBytes *file, bool json, Outcome expected)
{
  g_test_message ("%s", what);
  Outcome outcome = read_and_check (roster, file, json);
  if (expected != ANYTHING && outcome != expected)
    g_error ("%s: outcome %d, expected %d", what, outcome, expected);
}

/* --- files that are written out --- */

#define BYTES(text) text, sizeof text - 1
#define PERSON "\nDan Østerlide;"

static const struct
{
  const char *what;
  const char *bytes;
  gsize length;
  Outcome outcome;
} tables[] = {
  { "empty", BYTES (""), NO_FILE },
  { "mark alone", BYTES ("\xEF\xBB\xBF"), NO_FILE },
  { "half a mark", BYTES ("\xEF\xBB"), NO_FILE },
  { "blank lines", BYTES ("\n\r\n\r\r\n \n"), NO_FILE },
  { "header only", BYTES ("Navn;Telefon\n"), NOTHING },
  { "header without line end", BYTES ("Navn;Telefon"), NOTHING },
  { "header in quotes over two lines", BYTES ("\"Navn\n\";Telefon\nDan;12 34 56 09\n"), TAKEN },
  { "UTF-8", BYTES ("Navn;Telefon" PERSON "12 34 56 09\n"), TAKEN },
  { "UTF-8 with mark", BYTES ("\xEF\xBB\xBFNavn;Telefon" PERSON "12 34 56 09\n"), TAKEN },
  { "mark in the middle",
    BYTES ("Navn;Telefon\n\xEF\xBB\xBF"
           "Dan;12 34 56 09\n"),
    TAKEN },
  { "Windows-1252", BYTES ("Navn;Telefon\nDan \xD8sterlide;12 34 56 09\n"), TAKEN },
  { "Windows-1252 without such a letter", BYTES ("Navn;Telefon\nDan \xD8ster\x81lide;12 34 56 09\n"), REFUSED },
  { "two encodings", BYTES ("Navn\nÅse\nÆlle\nDan \xD8sterlide\n"), REFUSED },
  { "overlong UTF-8", BYTES ("Navn\nÅse\nÆ\nDan\xC0\xBD\n"), REFUSED },
  { "surrogates in UTF-8", BYTES ("Navn\nÅse\nÆ\nDan\xED\xA0\xBD\xED\xB8\x80\n"), REFUSED },
  { "half a surrogate", BYTES ("\xFF\xFEN\0a\0v\0n\0\n\0D\0\x3D\xD8\n\0E\0\n\0"), REFUSED },
  { "UTF-16 cut in the middle", BYTES ("\xFF\xFEN\0a\0v\0n\0\n\0D\0a\0n"), REFUSED },
  { "UTF-32", BYTES ("\xFF\xFE\0\0N\0\0\0a\0\0\0v\0\0\0n\0\0\0"), NO_FILE },
  { "zero byte", BYTES ("Navn\nDan\0Dan\nElse\n"), REFUSED },
  { "zero byte in the header", BYTES ("Na\0vn\nDan\n"), NO_FILE },
  { "control characters", BYTES ("Navn\nDan\x07\nElse\x1B[31m\nFinn\x7F\n"), REFUSED },
  { "line separator",
    BYTES ("Navn\nDan\xE2\x80\xA8"
           "BEGIN:VALARM\n"),
    REFUSED },
  { "turned around",
    BYTES ("Navn\n\xE2\x80\xAE"
           "Dan\n"),
    REFUSED },
  { "right to left", BYTES ("Navn\n\xD8\xB3\xD9\x84\xD9\x85\xD9\x89\n\xD7\xA9\xD7\xA8\xD7\x94\n"), TAKEN },
  { "emoji family", BYTES ("Navn\n\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\n"), TAKEN },
  { "nothing visible", BYTES ("Navn;Telefon\n\xE2\x80\x8B;12 34 56 09\n"), REFUSED },
  { "formulas", BYTES ("Navn;Bemærkning\n=HYPERLINK(\"http://x\");@x\n'+1;-2\n"), TAKEN },
  { "markup", BYTES ("Navn\n<script>alert(1)</script>\n&amp;<b>\n"), TAKEN },
  { "calendar lines", BYTES ("Navn;Bemærkning\nDan;\"x\r\nBEGIN:VALARM\"\n"), TAKEN },
  { "quotation marks in quotes", BYTES ("Navn\n\"\"\"Dan\"\"\"\n"), TAKEN },
  { "never closed", BYTES ("Navn;Telefon\nDan;\"12 34 56 09\nElse;12\n"), NO_FILE },
  { "text behind quotes", BYTES ("Navn;Telefon\n\"Dan\"x;12 34 56 09\n"), REFUSED },
  { "too many cells", BYTES ("Navn\nDan;1;2;3\n"), TAKEN },
  { "too few cells", BYTES ("Navn;Telefon;E-mail\nDan\n"), TAKEN },
  { "old Mac lines", BYTES ("Navn;Telefon\rDan;12 34 56 09\rElse;12 34 56 10\r"), TAKEN },
  { "every kind of line", BYTES ("Navn\rDan\nElse\r\nFinn"), TAKEN },
  { "semicolons and commas", BYTES ("Navn,Telefon\nDan;Else,12 34 56 09\n"), TAKEN },
  { "tabs", BYTES ("Navn\tTelefon\nDan\t12 34 56 09\n"), TAKEN },
  { "separator line", BYTES ("sep=,\nNavn,Telefon\nDan,12 34 56 09\n"), TAKEN },
  { "unknown column", BYTES ("Navn;Skostørrelse\nDan;42\n"), TAKEN },
  { "no such header", BYTES ("foo;bar\n1;2\n"), NO_FILE },
  { "a column twice", BYTES ("Navn;Navn\nDan;Dan\n"), NO_FILE },
  { "identity number", BYTES ("Navn;Bemærkning\nDan;ring 010190-1234\n"), REFUSED },
  { "identity number, unknown column", BYTES ("Navn;Nr\nDan;19900101-1234\n"), REFUSED },
  { "the same person twice", BYTES ("Navn;E-mail\nDan;d@example.org\nDAN;D@EXAMPLE.ORG\n"), REFUSED },
  { "JSON as a table", BYTES ("{\"format\": \"husvagt-1\"}\n"), NO_FILE },
  { "a page", BYTES ("<!DOCTYPE html>\n<html><body>Navn</body></html>\n"), NO_FILE },
  { "a picture", BYTES ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01"), NO_FILE },
  { "a zip", BYTES ("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"), NO_FILE },
  { "a calendar", BYTES ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"), NO_FILE },
  { "dates that are none", BYTES ("Hus;Dato;Besøg\nJuelsminde;31.4.2026;1\nJuelsminde;0.0.0;1\nJuelsminde;x;1\n"),
    REFUSED },
  { "the last day there is", BYTES ("Hus;Dato;Besøg\nTelefon;31.12.2040;1\n"), TAKEN },
  { "counts that are none", BYTES ("Hus;Dato;Besøg\nJuelsminde;4.5.2026;1e9\nJuelsminde;11.5.2026;٣\n"), REFUSED },
  { "a shift of a day", BYTES ("Hus;Dato;Rolle;Start;Slut\nJuelsminde;4.5.2026;it;00:00;24:00\n"), TAKEN },
  { "a shift of three days", BYTES ("Hus;Dato;Rolle;Start;Slut\nJuelsminde;4.5.2026;it;00:00;72:00\n"), REFUSED },
};

static void
test_tables (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (tables[i].bytes, tables[i].length);
      run_case (roster, tables[i].what, file, false, tables[i].outcome);
    }
}

#define FILE_OF(lists) BYTES ("{\"format\": \"husvagt-1\", " lists "}")

static const struct
{
  const char *what;
  const char *bytes;
  gsize length;
  Outcome outcome;
} objects[] = {
  { "empty", BYTES (""), NO_FILE },
  { "not JSON", BYTES ("Navn;Telefon\n"), NO_FILE },
  { "another format", BYTES ("{\"format\": \"x\"}"), NO_FILE },
  { "nothing but the format", BYTES ("{\"format\": \"husvagt-1\"}"), NOTHING },
  { "mark", BYTES ("\xEF\xBB\xBF{\"format\": \"husvagt-1\"}"), NOTHING },
  { "UTF-16", BYTES ("{\0}\0"), NO_FILE },
  { "a name twice", FILE_OF ("\"roles\": [], \"roles\": []"), NO_FILE },
  { "every list null", FILE_OF ("\"roles\": null, \"houses\": null, \"shifts\": null"), NOTHING },
  { "every list another thing", FILE_OF ("\"roles\": 1, \"houses\": \"x\", \"shifts\": {}, \"visits\": true"),
    REFUSED },
  { "lists of other things", FILE_OF ("\"roles\": [1, null, \"x\", [], true]"), REFUSED },
  { "objects of nothing",
    FILE_OF ("\"roles\": [{}], \"houses\": [{}], \"volunteers\": [{}], \"travel\": [{}], "
             "\"openings\": [{}], \"shifts\": [{}], \"assignments\": [{}], \"visits\": [{}], "
             "\"expectations\": [{}], \"factors\": [{}]"),
    REFUSED },
  { "numbers too large", FILE_OF ("\"visits\": [{\"opening\": \"o1\", \"count\": 99999999999999999999}]"), REFUSED },
  { "numbers without end", FILE_OF ("\"visits\": [{\"opening\": \"o1\", \"count\": 1e999}]"), REFUSED },
  { "negative", FILE_OF ("\"visits\": [{\"opening\": \"o1\", \"count\": -1}]"), REFUSED },
  { "zero character", FILE_OF ("\"volunteers\": [{\"id\": \"x\", \"name\": \"a\\u0000b\"}]"), NO_FILE },
  { "half a surrogate", FILE_OF ("\"volunteers\": [{\"id\": \"x\", \"name\": \"a\\ud800b\"}]"), NO_FILE },
  { "control character", FILE_OF ("\"volunteers\": [{\"id\": \"x\", \"name\": \"a\\u0007b\"}]"), REFUSED },
  { "odd ids",
    FILE_OF ("\"volunteers\": [{\"id\": \"../../etc\", \"name\": \"A\"}, {\"id\": \"__proto__\", \"name\": "
             "\"B\"}, {\"id\": \"'; DROP TABLE\", \"name\": \"C\"}, {\"id\": \"0\", \"name\": \"D\"}]"),
    TAKEN },
  { "deep inside unknown", FILE_OF ("\"x\": [[[[[[[[[[{\"a\": [{}]}]]]]]]]]]]"), TAKEN },
  { "years far away",
    FILE_OF ("\"houses\": [{\"id\": \"jue\", \"closed\": [{\"id\": \"c\", \"from\": \"9999-12-31\", "
             "\"to\": \"9999-12-31\"}]}]"),
    TAKEN },
  { "years too far away",
    FILE_OF ("\"houses\": [{\"id\": \"jue\", \"closed\": [{\"id\": \"c\", \"from\": "
             "\"10000-01-01\", \"to\": \"0000-00-00\"}]}]"),
    REFUSED },
  { "a circle of removals",
    FILE_OF ("\"houses\": [{\"id\": \"jue\", \"deleted\": true}], \"shifts\": [{\"id\": "
             "\"s1\", \"opening\": \"o1\"}]"),
    REFUSED },
  { "removed and named", FILE_OF ("\"shifts\": [{\"id\": \"s1\", \"deleted\": true}, {\"id\": \"s1\"}]"), REFUSED },
};

static void
test_objects (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (objects[i].bytes, objects[i].length);
      run_case (roster, objects[i].what, file, true, objects[i].outcome);
    }
}

/* --- files that are too much of one thing --- */

static GBytes *
repeat (const char *before, const char *what, guint n, const char *after)
{
  GString *text = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
  g_string_append (text, after);
  return g_string_free_to_bytes (text);
}

static const struct
{
  const char *what;
  const char *before;
  const char *repeated;
  guint n;
  const char *after;
  bool json;
  Outcome outcome;
} heaps[] = {
  { "name of 200 letters", "Navn\n", "å", 200, "\n", false, TAKEN },
  { "name of 201 letters", "Navn\n", "å", 201, "\n", false, REFUSED },
  { "name of 10,000 letters", "Navn\n", "å", 10000, "\n", false, REFUSED },
  { "a thousand marks on a letter", "Navn\na", "\xCC\x81", 1000, "\n", false, REFUSED },
  { "a line of a million letters", "Navn\n", "x", 1000000, "\nDan\n", false, REFUSED },
  { "a million columns", "Navn\n", ";", 1000000, "\n", false, REFUSED },
  { "a header of a million columns", "Navn", ";", 1000000, "\nDan\n", false, NO_FILE },
  { "100,000 quotation marks", "Navn\n", "\"", 100000, "\nDan\n", false, ANYTHING },
  { "100,001 quotation marks", "Navn\n", "\"", 100001, "\nDan\n", false, NO_FILE },
  { "100,000 quoted quotation marks", "Navn;Bemærkning\n", "\"\"\"\";x\n", 100000, "", false, ANYTHING },
  { "a million blank lines", "Navn\n", "\n", 1000000, "Dan\n", false, TAKEN },
  { "50,000 times the same", "Navn\n", "Dan\n", 50000, "", false, REFUSED },
  { "50,000 names that are nobody's", "Hus;Dato;Rolle;Start;Slut;Frivillig\n", "jue;4.5.2026;it;13;16;Zoe\n", 50000, "",
    false, REFUSED },
  { "50,000 roles in a cell", "Navn;Roller\nDan;\"", "x,", 20000, "\"\n", false, REFUSED },
  { "100,000 brackets", "{\"format\": \"husvagt-1\", \"x\": ", "[", 100000, "", true, NO_FILE },
  { "60 brackets", "{\"format\": \"husvagt-1\", \"x\": ", "[", 60,
    "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", true, TAKEN },
  { "name of a million letters", "{\"format\": \"husvagt-1\", \"roles\": [{\"id\": \"x\", \"name\": \"", "å", 1000000,
    "\"}]}", true, REFUSED },
  { "20,000 roles of one id", "{\"format\": \"husvagt-1\", \"roles\": [{\"id\": \"x\", \"name\": \"X\"}",
    ", {\"id\": \"x\", \"name\": \"X\"}", 20000, "]}", true, REFUSED },
  { "20,000 hours at one time",
    "{\"format\": \"husvagt-1\", \"houses\": [{\"id\": \"jue\", \"hours\": [{\"weekday\": 1, "
    "\"start\": \"10:00\", \"end\": \"12:00\"}",
    ", {\"weekday\": 1, \"start\": \"10:00\", \"end\": \"12:00\"}", 2000, "]}]}", true, REFUSED },
  { "one object of 20,000 unknown fields", "{\"format\": \"husvagt-1\", \"roles\": [{\"id\": \"x\", \"name\": \"X\"",
    "", 0, "}]}", true, TAKEN },
};

static void
test_heaps (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (heaps); i++)
    {
      g_autoptr (GBytes) file = repeat (heaps[i].before, heaps[i].repeated, heaps[i].n, heaps[i].after);
      run_case (roster, heaps[i].what, file, heaps[i].json, heaps[i].outcome);
    }
}

static void
test_many_unknown (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  GString *text = g_string_new ("{\"format\": \"husvagt-1\", \"roles\": [{\"id\": \"x\", \"name\": \"X\"");
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, ", \"u%u\": %u", i, i);
  g_string_append (text, "}]}");
  g_autoptr (GBytes) file = g_string_free_to_bytes (text);
  run_case (roster, "2,000 unknown fields", file, true, TAKEN);
}

/* --- files that were good once --- */

/* Cut off anywhere: never read as if it were whole. */
static void
test_cut (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  gsize length = strlen (fixture_small) - strlen ("}\n");
  for (gsize cut = 0; cut <= length; cut += 7)
    {
      g_autoptr (GBytes) file = g_bytes_new (fixture_small, cut);
      run_case (empty, "cut", file, true, NO_FILE);
    }
}

/* A few bytes changed, with a fixed seed: anything may come of it, and it holds together. */
static void
spoil (GRand *random, char *text, gsize length)
{
  static const char signs[] = "\"{}[],:;\n\r\t0189-+.eE\\u'=\xC3\xFF";
  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    text[g_rand_int_range (random, 0, (gint32)length)] = signs[g_rand_int_range (random, 0, sizeof signs - 1)];
}

static void
test_spoilt_objects (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1953);
  g_autofree char *text = hv_json_write (small, HV_JSON_PART_ALL, &HV_CHOICE_ALL);
  for (guint round = 0; round < 1500; round++)
    {
      gsize length = strlen (text);
      g_autofree char *spoilt = g_strdup (text);
      spoil (random, spoilt, length);
      g_autoptr (GBytes) file = g_bytes_new (spoilt, length);
      read_and_check (round % 2 == 0 ? empty : small, file, true);
    }
}

static void
test_spoilt_tables (void)
{
  static const char *const texts[] = {
    "Navn;Telefon;E-mail;Roller;Huse;Bemærkning\nÅse Ærensø;+45 12 34 56 07;aase@example.org;IT-hjælp, "
    "Kaffevært;Juelsminde;\"a;b\"\nDan Østerlide;;dan@example.org;;Tørring;x\n",
    "Hus;Dato;Besøg;13:00;13:30;14:00\nJuelsminde;2026-05-04;53;13;8;9\nTørring;6.5.2026;20;;;\n",
    "Hus;Dato;Rolle;Start;Slut;Frivillig\nJuelsminde;2026-05-04;IT-hjælp;13:00;16:00;Bo Vestermark\n"
    "Telefon;2026-10-24;IT-hjælp;22:00;06:00;Carla Munkholt\n",
  };
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *spoilt = g_strdup (texts[round % G_N_ELEMENTS (texts)]);
      gsize length = strlen (spoilt);
      spoil (random, spoilt, length);
      g_autoptr (GBytes) file = g_bytes_new (spoilt, length);
      read_and_check (small, file, false);
    }
}

/* --- another thing in the place of each value --- */

#define LEFT_OUT ""
#define TWICE "twice"

typedef struct
{
  GString *text;
  guint at;     /* values printed so far */
  guint target; /* the one that is replaced */
  const char *replacement;
} Printing;

static void print_but_one (Printing *printing, HvJsonNode node);

static void
print_member (Printing *printing, HvJsonNode item, HvJsonType parent)
{
  bool target = printing->at == printing->target;
  if (target && strcmp (printing->replacement, LEFT_OUT) == 0)
    {
      printing->at++;
      return;
    }
  if (!g_str_has_suffix (printing->text->str, "{") && !g_str_has_suffix (printing->text->str, "["))
    g_string_append (printing->text, ",\n");
  if (parent == HV_JSON_OBJECT)
    {
      hv_json_print_text (hv_json_node_get_name (item), printing->text);
      g_string_append_c (printing->text, ':');
    }
  if (target && parent == HV_JSON_LIST && strcmp (printing->replacement, TWICE) == 0)
    {
      hv_json_print_node (item, printing->text);
      g_string_append_c (printing->text, ',');
    }
  print_but_one (printing, item);
}

static void
print_but_one (Printing *printing, HvJsonNode node)
{
  HvJsonType type = hv_json_node_get_type (node);
  bool replace = printing->at++ == printing->target && strcmp (printing->replacement, TWICE) != 0;
  if (replace)
    {
      g_string_append (printing->text, printing->replacement);
      return;
    }
  if (type != HV_JSON_LIST && type != HV_JSON_OBJECT)
    {
      hv_json_print_node (node, printing->text);
      return;
    }
  g_string_append_c (printing->text, type == HV_JSON_OBJECT ? '{' : '[');
  hv_json_foreach (item, node)
    print_member (printing, item, type);
  g_string_append_c (printing->text, type == HV_JSON_OBJECT ? '}' : ']');
}

/* The text of a JSON file with one of its values replaced; NULL when it has not so many. */
static GBytes *
replace_value (const HvJson *json, guint target, const char *replacement)
{
  Printing printing = { g_string_new (NULL), 0, target, replacement };
  print_but_one (&printing, hv_json_get_root (json));
  GBytes *file = g_string_free_to_bytes (printing.text);
  if (printing.at > target)
    return file;
  g_bytes_unref (file);
  return NULL;
}

static void
test_replaced (void)
{
  static const char *const replacements[] = { "null",
                                              "true",
                                              "1",
                                              "-1",
                                              "1e9",
                                              "\"\"",
                                              "\"x\"",
                                              "[]",
                                              "{}",
                                              "[[{}]]",
                                              "[null]",
                                              "{\"id\": \"x\"}",
                                              "\"2026-W53\"",
                                              "\"2026-05-04\"",
                                              "\"30:00\"",
                                              LEFT_OUT,
                                              LEFT_OUT,
                                              TWICE };
  g_autoptr (HvRoster) full = fixture_new_full ();
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autofree char *text = hv_json_write (full, HV_JSON_PART_ALL, &HV_CHOICE_ALL);
  g_autoptr (GBytes) bytes = fixture_bytes (text);
  g_autoptr (HvJson) json = hv_json_parse (bytes, NULL);
  for (guint target = 0; true; target++)
    {
      g_autoptr (GBytes) file = replace_value (json, target, replacements[target % G_N_ELEMENTS (replacements)]);
      if (file == NULL)
        break;
      read_and_check (target % 2 == 0 ? empty : full, file, true);
    }
}

/* Bytes without any meaning. */
static void
test_noise (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (GRand) random = g_rand_new_with_seed (90);
  for (guint round = 0; round < 400; round++)
    {
      guchar noise[512];
      for (gsize i = 0; i < sizeof noise; i++)
        noise[i] = (guchar)g_rand_int_range (random, 0, 256);
      g_autoptr (GBytes) file = g_bytes_new (noise, sizeof noise);
      g_assert_cmpint (read_and_check (small, file, true), ==, NO_FILE);
      g_assert_cmpint (read_and_check (small, file, false), ==, NO_FILE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/tables", test_tables);
  g_test_add_func ("/corpus/objects", test_objects);
  g_test_add_func ("/corpus/heaps", test_heaps);
  g_test_add_func ("/corpus/many-unknown", test_many_unknown);
  g_test_add_func ("/corpus/cut", test_cut);
  g_test_add_func ("/corpus/spoilt-objects", test_spoilt_objects);
  g_test_add_func ("/corpus/spoilt-tables", test_spoilt_tables);
  g_test_add_func ("/corpus/replaced", test_replaced);
  g_test_add_func ("/corpus/noise", test_noise);
  return g_test_run ();
}
