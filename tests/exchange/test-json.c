/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-json-printer.h"

#include <string.h>

/* Text → what it is, printed again; or the line where it stops being JSON. */
static const struct
{
  const char *text;
  const char *printed; /* NULL: refused */
  guint line;
} texts[] = {
  { "{}", "{}" },
  { "[]", "[]" },
  { " \n\t\r\n[ 1 , 2 ]\n ", "[1, 2]" },
  { "{\"a\": {\"b\": [true, false, null]}}", "{\"a\": {\"b\": [true, false, null]}}" },
  { "\"\"", "\"\"" },
  { "\"æøå ÅÄÖ\"", "\"æøå ÅÄÖ\"" },
  { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"" },
  { "\"\\u00e6\\u20AC\"", "\"æ€\"" },
  { "\"\\ud83d\\ude00 og \xF0\x9F\x98\x80\"", "\"\xF0\x9F\x98\x80 og \xF0\x9F\x98\x80\"" },
  { "\"\x7F\"", "\"\\u007f\"" },
  { "0", "0" },
  { "-0.5e+10", "-0.5e+10" },
  { "123456789012345678901234567890", "123456789012345678901234567890" },
  { "[1e400]", "[1e400]" },
  { "", NULL, 1 },
  { "\n\n", NULL, 3 },
  { "{", NULL, 1 },
  { "[1,", NULL, 1 },
  { "[1\n2]", NULL, 2 },
  { "[1,]", NULL, 1 },
  { "{\"a\":1,}", NULL, 1 },
  { "{\"a\" 1}", NULL, 1 },
  { "{a: 1}", NULL, 1 },
  { "{1: 1}", NULL, 1 },
  { "{\n\"a\": 1,\n\"b\": 2,\n\"a\": 3}", NULL, 1 },
  { "[\n{\"a\": 1, \"a\": 1}]", NULL, 2 },
  { "{\"a\": 1} x", NULL, 1 },
  { "{}{}", NULL, 1 },
  { "[1]]", NULL, 1 },
  { "// note\n{}", NULL, 1 },
  { "{} # note", NULL, 1 },
  { "'a'", NULL, 1 },
  { "[01]", NULL, 1 },
  { "[-]", NULL, 1 },
  { "[+1]", NULL, 1 },
  { "[.5]", NULL, 1 },
  { "[5.]", NULL, 1 },
  { "[1e]", NULL, 1 },
  { "[0x10]", NULL, 1 },
  { "[NaN]", NULL, 1 },
  { "[Infinity]", NULL, 1 },
  { "[True]", NULL, 1 },
  { "[nul]", NULL, 1 },
  { "[\n\"a\nb\"]", NULL, 2 },
  { "[\"a\tb\"]", NULL, 1 },
  { "[\n\n\"open]", NULL, 3 },
  { "[\"\\x41\"]", NULL, 1 },
  { "[\"\\u12\"]", NULL, 1 },
  { "[\"\\u0000\"]", NULL, 1 },
  { "[\"\\ud800\"]", NULL, 1 },
  { "[\"\\udc00\\ud800\"]", NULL, 1 },
  { "[\"\\ud83d\\u0041\"]", NULL, 1 },
  { "[\"\\", NULL, 1 },
  { "[\"\\u", NULL, 1 },
  { "[\n\"\xE6\"\n, \"\xC3\xA6\", \"\xC3\xB8\"\n, \"\xC3\xA5\"]", NULL, 2 },
  { "[\n\"\xED\xA0\x80\"\n, \"\xC3\xA6\"\n, \"\xC3\xA5\"\n]", NULL, 2 },
};

static HvJson *
parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  return hv_json_parse (bytes, error);
}

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvJson) json = parse (texts[i].text, strlen (texts[i].text), &error);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      if (texts[i].printed == NULL)
        {
          g_autofree char *line = g_strdup_printf ("line %u: ", texts[i].line);
          g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
          g_assert_true (g_str_has_prefix (error->message, line));
          continue;
        }
      g_assert_no_error (error);
      g_autoptr (GString) printed = g_string_new (NULL);
      hv_json_print_node (hv_json_get_root (json), printed);
      g_assert_cmpstr (printed->str, ==, texts[i].printed);
    }
}

/* What is printed reads the same again. */
static void
test_again (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].printed == NULL)
        continue;
      g_autoptr (HvJson) json = parse (texts[i].printed, strlen (texts[i].printed), NULL);
      g_assert_nonnull (json);
      g_autoptr (GString) printed = g_string_new (NULL);
      hv_json_print_node (hv_json_get_root (json), printed);
      g_assert_cmpstr (printed->str, ==, texts[i].printed);
    }
}

/* Number → whole number (G_MININT64: none) and millionths (the same). */
static const struct
{
  const char *text;
  gint64 whole;
  gint64 micro;
} numbers[] = {
  { "0", 0, 0 },
  { "-0", 0, 0 },
  { "53", 53, 53000000 },
  { "53.0", 53, 53000000 },
  { "5.3e1", 53, 53000000 },
  { "53.5", G_MININT64, 53500000 },
  { "-1", -1, -1000000 },
  { "0.8", G_MININT64, 800000 },
  { "0.0000004", G_MININT64, 0 },
  { "0.0000006", G_MININT64, 1 },
  { "9007199254740992", 9007199254740992, G_MININT64 },
  { "9007199254740994", G_MININT64, G_MININT64 },
  { "99999999999999999999999", G_MININT64, G_MININT64 },
  { "1e400", G_MININT64, G_MININT64 },
  { "-1e400", G_MININT64, G_MININT64 },
  { "1e-400", 0, 0 },
  { "\"53\"", G_MININT64, G_MININT64 },
  { "null", G_MININT64, G_MININT64 },
  { "true", G_MININT64, G_MININT64 },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (HvJson) json = parse (numbers[i].text, strlen (numbers[i].text), NULL);
      HvJsonNode root = hv_json_get_root (json);
      gint64 whole = G_MININT64, micro = G_MININT64;
      g_test_message ("%s", numbers[i].text);
      g_assert_cmpint (hv_json_node_get_int (root, &whole), ==, numbers[i].whole != G_MININT64);
      g_assert_cmpint (whole, ==, numbers[i].whole);
      g_assert_cmpint (hv_json_node_get_micro (root, &micro), ==, numbers[i].micro != G_MININT64);
      g_assert_cmpint (micro, ==, numbers[i].micro);
    }
}

static void
test_walk (void)
{
  const char text[] = "{\"a\": [1, [2, 3], {}],\n \"b\": {\"c\": \"x\"},\n \"d\": null}";
  g_autoptr (HvJson) json = parse (text, strlen (text), NULL);
  HvJsonNode root = hv_json_get_root (json);
  HvJsonNode a = hv_json_node_find (root, "a");
  HvJsonNode c = hv_json_node_find (hv_json_node_find (root, "b"), "c");

  g_assert_cmpuint (hv_json_node_count (root), ==, 3);
  g_assert_cmpuint (hv_json_node_count (a), ==, 3);
  g_assert_cmpuint (hv_json_node_count (hv_json_node_get_next (hv_json_node_get_first (a), a)), ==, 2);
  g_assert_cmpstr (hv_json_node_get_text (c), ==, "x");
  g_assert_cmpuint (hv_json_node_get_line (c), ==, 2);
  g_assert_cmpstr (hv_json_node_get_name (c), ==, "c");
  g_assert_true (hv_json_node_is_there (hv_json_node_find (root, "d")));
  g_assert_false (hv_json_node_is_there (hv_json_node_find (root, "e")));
  g_assert_false (hv_json_node_is_there (hv_json_node_find (c, "e")));
  g_assert_cmpint (hv_json_node_get_type (hv_json_node_find (root, "e")), ==, HV_JSON_NULL);
}

/* n brackets inside each other. */
static bool
is_deep_fine (guint n)
{
  g_autofree char *open = g_strnfill (n, '[');
  g_autofree char *close = g_strnfill (n, ']');
  g_autofree char *text = g_strconcat (open, close, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvJson) json = parse (text, strlen (text), &error);
  g_assert_true ((json == NULL) == (error != NULL));
  return json != NULL;
}

static void
test_depth (void)
{
  g_assert_true (is_deep_fine (HV_JSON_MAX_DEPTH));
  g_assert_false (is_deep_fine (HV_JSON_MAX_DEPTH + 1));
  g_assert_false (is_deep_fine (1000000));
}

/* Names are compared in a table when an object has many. */
static void
test_many_members (void)
{
  for (guint twice = 0; twice < 2; twice++)
    {
      g_autoptr (GString) text = g_string_new ("{\"last\": 0");
      for (guint i = 0; i < 5000; i++)
        g_string_append_printf (text, ", \"m%u\": %u", i, i);
      g_string_append (text, twice ? ", \"last\": 1}" : "}");
      g_autoptr (GError) error = NULL;
      g_autoptr (HvJson) json = parse (text->str, text->len, &error);
      if (twice)
        g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      else
        g_assert_cmpuint (hv_json_node_count (hv_json_get_root (json)), ==, 5001);
    }
}

static void
test_zero_byte (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvJson) json = parse ("[1,\n\"a\0b\"]", 10, &error);
  g_assert_null (json);
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "line 2: "));
}

static void
test_printer (void)
{
  HvJsonPrinter printer;
  hv_json_printer_init (&printer);
  hv_json_printer_open (&printer, NULL, '{', false);
  hv_json_printer_text (&printer, "name", "Tørring \"nord\"");
  hv_json_printer_micro (&printer, "share", 800000);
  hv_json_printer_micro (&printer, "least", -1500000);
  hv_json_printer_int (&printer, "none", G_MININT64);
  hv_json_printer_open (&printer, "empty", '[', false);
  hv_json_printer_close (&printer, ']');
  hv_json_printer_open (&printer, "list", '[', false);
  hv_json_printer_open (&printer, NULL, '{', true);
  hv_json_printer_flag (&printer, "a", true);
  hv_json_printer_open (&printer, "b", '[', false);
  hv_json_printer_int (&printer, NULL, 1);
  hv_json_printer_int (&printer, NULL, 2);
  hv_json_printer_close (&printer, ']');
  hv_json_printer_close (&printer, '}');
  hv_json_printer_close (&printer, ']');
  hv_json_printer_close (&printer, '}');
  g_autofree char *text = hv_json_printer_end (&printer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"name\": \"Tørring \\\"nord\\\"\",\n"
                   "  \"share\": 0.8,\n"
                   "  \"least\": -1.5,\n"
                   "  \"none\": null,\n"
                   "  \"empty\": [],\n"
                   "  \"list\": [\n"
                   "    {\"a\": true, \"b\": [1, 2]}\n"
                   "  ]\n"
                   "}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/texts", test_texts);
  g_test_add_func ("/json/again", test_again);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/walk", test_walk);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/many-members", test_many_members);
  g_test_add_func ("/json/zero-byte", test_zero_byte);
  g_test_add_func ("/json/printer", test_printer);
  return g_test_run ();
}
