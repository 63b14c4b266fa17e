/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"

typedef struct
{
  const char *text;
  const char *quoted;
} QuoteCase;

static const QuoteCase quote_cases[] = {
  { "", "“”" },
  { "uge nitten", "“uge nitten”" },
  { "Åse Ærensø", "“Åse Ærensø”" },
  { "two\nlines\tand a tab", "“two lines and a tab”" },
  { "100 %s", "“100 %s”" },
  { "\xff", "“\xef\xbf\xbd”" },
  { "bell \a", "“bell \xef\xbf\xbd”" },
  { "turned \u202e round", "“turned \xef\xbf\xbd round”" },
  { "123456789 123456789 123456789 123456789 123456789 123456789 ",
    "“123456789 123456789 123456789 123456789 123456789 123456789 ”" },
  { "123456789 123456789 123456789 123456789 123456789 123456789 1",
    "“123456789 123456789 123456789 123456789 123456789 123456789 …”" },
  { "ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå",
    "“åååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå…”" },
};

static void
test_quotes_on_one_line (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quote_cases); i++)
    {
      g_autofree char *quoted = hv_error_quote (quote_cases[i].text);
      g_assert_cmpstr (quoted, ==, quote_cases[i].quoted);
    }
}

typedef struct
{
  HvErrorCode code;
  const char *name;
} NameCase;

static const NameCase name_cases[] = {
  { HV_ERROR_USAGE, "usage" }, { HV_ERROR_UNKNOWN_WEEK, "unknown-week" }, { HV_ERROR_NEVER_TOGETHER, "never-together" },
  { HV_ERROR_FULL, "full" },   { HV_ERROR_FULL + 1, "refused" },          { -1, "refused" },
};

static void
test_names_every_error (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (HV_ERROR, (int)name_cases[i].code, "…");
      g_assert_cmpstr (hv_error_get_name (error), ==, name_cases[i].name);
    }

  g_autoptr (GError) foreign = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "…");
  g_assert_cmpstr (hv_error_get_name (foreign), ==, "refused");
  g_assert_cmpstr (hv_error_get_name (NULL), ==, "refused");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/quotes-on-one-line", test_quotes_on_one_line);
  g_test_add_func ("/error/names-every-error", test_names_every_error);
  return g_test_run ();
}
