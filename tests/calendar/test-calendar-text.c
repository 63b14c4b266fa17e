/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-text.h"

#include <string.h>

/* --- cleaning --- */

static const struct
{
  const char *what;
  const char *typed;
  const char *text; /* on several lines */
  const char *line; /* on one */
} clean_cases[] = {
  { "nothing", NULL, "", "" },
  { "nothing but blanks", " \t \n ", "", "" },
  { "a name", "Åse Ærensø", "Åse Ærensø", "Åse Ærensø" },
  { "blanks at the ends", "  Juelsminde \n", "Juelsminde", "Juelsminde" },
  { "letters in two parts", "A\u030ase", "\u00c5se", "\u00c5se" },
  { "line ends of every kind", "a\r\nb\rc\nd\u2028e\u2029f\xc2\x85g", "a\nb\nc\nd\ne\nf\ng", "a, b, c, d, e, f, g" },
  { "an address", "Rådhustorvet 4,\n7130 Juelsminde\n", "Rådhustorvet 4,\n7130 Juelsminde",
    "Rådhustorvet 4, 7130 Juelsminde" },
  { "an empty line", "a\n\n b", "a\n\n b", "a, b" },
  { "a tab", "a\tb", "a b", "a b" },
  { "control characters", "a\a\b\f\v\x1b[31mb\x7f\xc2\x9f", "a[31mb", "a[31mb" },
  { "hidden marks that turn the line", "a\u202egnp.exe\u202c\u2066x\u2069", "agnp.exex", "agnp.exex" },
  { "emoji of several parts", "👩‍🔧 ☕️", "👩‍🔧 ☕️", "👩‍🔧 ☕️" },
  { "bytes that are no UTF-8", "S\xf8ren", "S\xef\xbf\xbdren", "S\xef\xbf\xbdren" },
};

static void
test_cleans (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    {
      g_test_message ("%s", clean_cases[i].what);
      g_autofree char *text = hv_calendar_text_clean (clean_cases[i].typed);
      g_autofree char *line = hv_calendar_text_clean_line (clean_cases[i].typed);
      g_autofree char *again = hv_calendar_text_clean (text);
      g_assert_cmpstr (text, ==, clean_cases[i].text);
      g_assert_cmpstr (line, ==, clean_cases[i].line);
      g_assert_cmpstr (again, ==, text);
    }
}

/* --- escaping --- */

static const struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *line;
} escape_cases[] = {
  { "SUMMARY", "da", "IT-hjælp", "SUMMARY;LANGUAGE=da:IT-hjælp\r\n" },
  { "SUMMARY", NULL, "Frivillighuset, Juelsminde; stuen", "SUMMARY:Frivillighuset\\, Juelsminde\\; stuen\r\n" },
  { "CATEGORIES", "sv", "It-hjälp, kaffe", "CATEGORIES;LANGUAGE=sv:It-hjälp\\, kaffe\r\n" },
  { "X-WR-CALNAME", NULL, "a,b;c\\d\ne", "X-WR-CALNAME:a\\,b\\;c\\\\d\\ne\r\n" },
  { "NAME", NULL, "a,b;c\\d\ne", "NAME:a\\,b\\;c\\\\d\\ne\r\n" },
  { "DESCRIPTION", NULL, "\\n \\, \"x\": y", "DESCRIPTION:\\\\n \\\\\\, \"x\": y\r\n" },
  { "LOCATION", NULL, "\r\nBEGIN:VALARM\r\n", "LOCATION:BEGIN:VALARM\r\n" },
  { "LOCATION", NULL, "x\r\nBEGIN:VALARM", "LOCATION:x\\nBEGIN:VALARM\r\n" },
  { "LOCATION", NULL, "%0d%0aBEGIN:VALARM", "LOCATION:%0d%0aBEGIN:VALARM\r\n" },
  { "LOCATION", "da", " \n ", "" },
};

static void
test_escapes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (escape_cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      hv_calendar_text_append_text (out, escape_cases[i].name, escape_cases[i].language, escape_cases[i].text);
      g_assert_cmpstr (out->str, ==, escape_cases[i].line);
    }
}

/* --- folding --- */

/* A character repeated until the line is so many octets long, or a little less. */
static char *
repeat (const char *lead, const char *unit, gsize octets)
{
  GString *line = g_string_new (lead);
  while (line->len + strlen (unit) <= octets)
    g_string_append (line, unit);
  return g_string_free (line, FALSE);
}

static void
assert_folds_well (const char *line)
{
  g_autoptr (GString) out = g_string_new (NULL);
  hv_calendar_text_append_line (out, line);
  g_assert_true (g_str_has_suffix (out->str, "\r\n"));
  g_string_truncate (out, out->len - 2);

  g_auto (GStrv) parts = g_strsplit (out->str, "\r\n", -1);
  g_autoptr (GString) whole = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (parts[i]), <=, HV_CALENDAR_LINE_OCTETS);
      g_assert_true (g_utf8_validate (parts[i], -1, NULL));
      g_assert_false (g_str_has_suffix (parts[i], " ") && parts[i + 1] != NULL);
      if (i > 0)
        g_assert_cmpint (parts[i][0], ==, ' ');
      g_string_append (whole, parts[i] + (i > 0));
      /* No line is much shorter than it could be. */
      if (parts[i + 1] != NULL)
        g_assert_cmpuint (strlen (parts[i]), >=, HV_CALENDAR_LINE_OCTETS - 8);
    }
  g_assert_cmpstr (whole->str, ==, line);
}

/* Every length around the borders, with characters of 1, 2, 3 and 4 octets that start at every place. */
static void
test_folds_between_characters (void)
{
  static const char *const units[] = { "a", "ø", "–", "😀", "a ", "æ  ", "a: ;" };

  for (gsize unit = 0; unit < G_N_ELEMENTS (units); unit++)
    for (gsize octets = 1; octets < 320; octets++)
      for (gsize shift = 0; shift < 4; shift++)
        {
          g_autofree char *lead = g_strnfill (shift, 'x');
          g_autofree char *line = repeat (lead, units[unit], octets);
          g_strchomp (line);
          assert_folds_well (line);
        }
}

static const struct
{
  const char *what;
  gsize octets;
  guint lines;
} length_cases[] = {
  { "as long as it may be", 75, 1 }, { "one more", 76, 2 },
  { "two full lines", 75 + 74, 2 },  { "one more than that", 75 + 75, 3 },
  { "a megabyte", 1000000, 13514 },
};

static void
test_folds_no_more_than_needed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (length_cases); i++)
    {
      g_test_message ("%s", length_cases[i].what);
      g_autofree char *line = g_strnfill (length_cases[i].octets, 'x');
      g_autoptr (GString) out = g_string_new (NULL);
      hv_calendar_text_append_line (out, line);
      g_assert_cmpuint (out->len, ==, length_cases[i].octets + 3 * length_cases[i].lines - 1);
    }
}

/* A line of nothing but blanks has no good place, and must end all the same. */
static void
test_folds_blanks (void)
{
  g_autofree char *blanks = g_strnfill (500, ' ');
  g_autofree char *line = g_strconcat ("X:", blanks, "y", NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  hv_calendar_text_append_line (out, line);

  g_auto (GStrv) parts = g_strsplit (out->str, "\r\n ", -1);
  g_autofree char *whole = g_strjoinv ("", parts);
  g_autofree char *expected = g_strconcat (line, "\r\n", NULL);
  g_assert_cmpstr (whole, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-text/cleans", test_cleans);
  g_test_add_func ("/calendar-text/escapes", test_escapes);
  g_test_add_func ("/calendar-text/folds-between-characters", test_folds_between_characters);
  g_test_add_func ("/calendar-text/folds-no-more-than-needed", test_folds_no_more_than_needed);
  g_test_add_func ("/calendar-text/folds-blanks", test_folds_blanks);
  return g_test_run ();
}
