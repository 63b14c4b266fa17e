/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-name.h"

#include <string.h>

static char *
repeat (const char *text, int n)
{
  GString *repeated = g_string_new (NULL);
  for (int i = 0; i < n; i++)
    g_string_append (repeated, text);
  return g_string_free (repeated, FALSE);
}

/* --- cleaning --- */

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "Anna Lindeskov", "Anna Lindeskov" },
    { "  Anna   Lindeskov ", "Anna Lindeskov" },
    { "Anna\u00A0Lindeskov", "Anna Lindeskov" },
    { "\u3000Anna\u2003\u2009Lindeskov\u202F", "Anna Lindeskov" },
    { "Zoe\u0308", "Zo\u00EB" },
    { "A\u030Ase", "\u00C5se" },
    { "\u212Bse", "\u00C5se" }, /* the ångström sign */
    { "Leif Ærensø", "Leif Ærensø" },
    { "ﬁn", "ﬁn" },                                         /* kept as it was written */
    { "👩‍🍳 Kaffevært", "👩‍🍳 Kaffevært" }, /* with a joiner inside */
    { "🇩🇰🇸🇪", "🇩🇰🇸🇪" },
    { "محمد‏ علي", "محمد‏ علي" }, /* with a right-to-left mark */
    { "שרה", "שרה" },
    { "李小龍", "李小龍" },
    { "O’Brien-Løgstrup, Åge (vikar) & søn", "O’Brien-Løgstrup, Åge (vikar) & søn" },
    { "=SUM(A1)", "=SUM(A1)" },
    { "<script>", "<script>" },
    { "%s%n", "%s%n" },
    { "ø", "ø" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = hv_name_clean (cases[i].text, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (name, ==, cases[i].expected);
      g_autofree char *again = hv_name_clean (name, NULL);
      g_assert_cmpstr (again, ==, name);
    }
}

#define UNREADABLE "The text has characters that cannot be read. Type it again, or save its file as UTF-8."
#define LINE_BREAK "The text has a line break in it. Write it on one line."
#define TURNED "The text has an invisible character that turns the writing around. Type it again."
#define CONTROL "The text has an invisible control character in it. Type it again."
#define EMPTY "The name is empty. Type a name."

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", EMPTY },
    { "   ", EMPTY },
    { "\u00A0\u3000", EMPTY },
    { "\u200B", EMPTY },       /* a blank without width */
    { "\u0301\u0308", EMPTY }, /* marks on nothing */
    { "Anna\nLindeskov", LINE_BREAK },
    { "Anna\r\nBEGIN:VALARM", LINE_BREAK },
    { "Anna\n", LINE_BREAK },
    { "Anna\u2028Bo", LINE_BREAK },
    { "Anna\u2029Bo", LINE_BREAK },
    { "Anna\tBo", CONTROL },
    { "Anna\033[31mBo", CONTROL },
    { "Anna\177", CONTROL },
    { "Anna\302\205Bo", CONTROL },
    { "Anna\u202Egnalagg", TURNED },
    { "\u202AAnna", TURNED },
    { "Anna\u202C", TURNED },
    { "\u2066Anna", TURNED },
    { "Anna\u2069", TURNED },
    { "\xC5se", UNREADABLE }, /* Windows-1252 */
    { "Anna\xC3", UNREADABLE },
    { "\xED\xA0\x80", UNREADABLE },
    { "\xC0\x80", UNREADABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hv_name_clean (cases[i].text, &error));
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_null (hv_name_clean (cases[i].text, NULL));
    }
}

static void
test_length (void)
{
  static const struct
  {
    const char *piece;
    int n;
    bool good;
  } cases[] = {
    { "a", 200, true },
    { "a", 201, false },
    { "å", 200, true },
    { "å", 201, false },
    { "👵", 200, true },
    { "👵", 201, false },
    { "e\u0308", 200, true }, /* ë, once it is put together */
    { "e\u0308", 201, false },
    { "a ", 100, true },
    { "a ", 101, false },
    { "a", 10000, false },
    { "\u1F00\u0342", 200, true },
    { "q\u0323\u0302", 67, false },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = repeat (cases[i].piece, cases[i].n);
      g_autofree char *name = hv_name_clean (text, &error);
      g_assert_cmpint (name != NULL, ==, cases[i].good);
      if (cases[i].good)
        continue;
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      g_assert_cmpstr (error->message, ==, "The text is longer than 200 characters. Shorten it.");
    }
}

static void
test_clean_text (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: refused */
  } cases[] = {
    { "", "" },
    { " \n\t ", "" },
    { "Ring til Åse", "Ring til Åse" },
    { "  én\r\nto\rtre\n\n", "én\nto\ntre" },
    { "a\tb  c", "a\tb  c" },
    { "e\u0308", "\u00EB" },
    { "12345678901234567890", "12345678901234567890" },
    { "  12345678901234567890\n", "12345678901234567890" },
    { "123456789012345678901", NULL },
    { "a\u2028b", NULL },
    { "a\u202Eb", NULL },
    { "a\fb", NULL },
    { "\xE6", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = hv_text_clean (cases[i].text, 20, &error);
      g_assert_cmpstr (text, ==, cases[i].expected);
      if (cases[i].expected == NULL)
        g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      else
        g_assert_no_error (error);
    }
}

/* --- keys --- */

static void
test_key (void)
{
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Åse", "ase" },
    { "Aase", "ase" },
    { "ÅSE", "ase" },
    { "AASE", "ase" },
    { "A\u030Ase", "ase" },
    { "Søren", "soren" },
    { "SØREN", "soren" },
    { "Soren", "soren" },
    { "Zo\u00EB", "zoe" },
    { "Zoe\u0308", "zoe" },
    { "ﬁn", "fin" },
    { "ＡＮＮＡ　２", "anna 2" },
    { "Leif Ærensø", "leif aerenso" },
    { "Örjan Tallmo", "orjan tallmo" },
    { "Åsa Blåklint", "asa blaklint" },
    { "Guðrún Þórsdóttir", "gudrun thorsdottir" },
    { "Łukasz", "lukasz" },
    { "Đặng", "dang" },
    { "Yıldız İpek", "yildiz ipek" },
    { "Straße", "strasse" },
    { "Cœur", "coeur" },
    { "Anne-Marie", "anne marie" },
    { "Anne  Marie", "anne marie" },
    { "Anne\u00A0– Marie ", "anne marie" },
    { "Anne\u2011Marie", "anne marie" },
    { " -Anne- ", "anne" },
    { "O’Brien", "o'brien" },
    { "Ma\u00ADrie", "marie" }, /* a soft hyphen */
    { "Ma\u200Drie", "marie" }, /* a joiner */
    { "Ma\033rie", "marie" },   /* a control */
    { "Kaa", "ka" },
    { "aaa", "a" },
    { "Aåse", "ase" },
    { "Ａａ", "a" },
    { "№ 7", "no 7" },
    { "الْعَرَبِيَّة", "العربية" },
    { "☕", "☕" },
    { "", "" },
    { "-", "" },
    { "\u0301", "" },
    { "\xC5se", "\uFFFDse" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = hv_name_key (cases[i].name);
      g_assert_cmpstr (key, ==, cases[i].key);
      g_autofree char *again = hv_name_key (key);
      g_assert_cmpstr (again, ==, key);
    }
}

/* --- sorting --- */

/* Every name of a row before every name of the next one; names between "=" are equal. */
static void
check_order (HvLanguage language, const char *const *rows)
{
  g_autofree char *previous = NULL;
  for (gsize i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) equal = g_strsplit (rows[i], "=", -1);
      g_autofree char *key = hv_name_sort_key (equal[0], language);
      g_assert_true (g_utf8_validate (key, -1, NULL));
      for (gsize k = 1; equal[k] != NULL; k++)
        {
          g_autofree char *other = hv_name_sort_key (equal[k], language);
          g_assert_cmpstr (other, ==, key);
        }
      if (previous != NULL && strcmp (previous, key) >= 0)
        g_error ("%s comes too late in %s", rows[i], hv_language_get_code (language));
      g_free (previous);
      previous = g_steal_pointer (&key);
    }
}

static void
test_danish_order (void)
{
  static const char *const rows[] = {
    "1. sal",
    "2. sal",
    "Ab",
    "An Bo=an-bo=An\u2011Bo",
    "Anna=ANNA=anna=Ánna",
    "Anna B",
    "Annabel",
    "Eva",
    "Gudrun=Guðrun",
    "Zita",
    "Zoe=Zoë=Zoe\u0308",
    "{",
    "Æbelø=Äbelö=æbelø",
    "Ærensø",
    "Æsel=Ǽsel",
    "Øland=Öland",
    "Ølholt=Ǿlholt",
    "Åbrink=Aabrink=A\u030Abrink=AABRINK",
    "Åse=Aase=ÅSE",
    "Ляля",
    "محمد",
    "李",
    NULL,
  };
  check_order (HV_LANGUAGE_DA, rows);
}

static void
test_swedish_order (void)
{
  static const char *const rows[] = {
    "Aabrink",     "Aase",          "Anna",        "Zita",          "Zoe=Zoë", "Åbrink", "Åse=A\u030Ase",
    "Äbelö=Æbelø", "Ärensö=Ærensø", "Öland=Øland", "Ölholt=Ølholt", "Ляля",    NULL,
  };
  check_order (HV_LANGUAGE_SV, rows);
}

static void
test_english_order (void)
{
  static const char *const rows[] = {
    "Aase", "Abrink=Åbrink", "Aebelo=Æbelø", "Arenso=Ärensö", "Ase=Åse", "Olholt=Ølholt=Ölholt", "Zita", NULL,
  };
  check_order (HV_LANGUAGE_EN, rows);
}

static const char *
get_name (gconstpointer name)
{
  return name;
}

/* The volunteers as a list shows them, in both languages. */
static void
test_sort (void)
{
  static const char *const names[] = { "Ærensø", "Ølholt", "Åbrink", "Aagaard", "Örjan", "Äng", "Zacho", "Anna" };
  static const struct
  {
    HvLanguage language;
    const char *expected;
  } cases[] = {
    { HV_LANGUAGE_DA, "Anna Zacho Äng Ærensø Ølholt Örjan Åbrink Aagaard" },
    { HV_LANGUAGE_SV, "Aagaard Anna Zacho Åbrink Äng Ærensø Ølholt Örjan" },
    { HV_LANGUAGE_EN, "Aagaard Åbrink Ærensø Äng Anna Ølholt Örjan Zacho" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A heading above them stays where it is. */
      g_autoptr (GPtrArray) things = g_ptr_array_new ();
      g_ptr_array_add (things, "Volunteers");
      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        g_ptr_array_add (things, (gpointer)names[k]);
      hv_name_sort (things, 1, get_name, cases[i].language);
      g_ptr_array_add (things, NULL);
      g_autofree char *order = g_strjoinv (" ", (char **)things->pdata + 1);
      g_assert_cmpstr (things->pdata[0], ==, "Volunteers");
      g_assert_cmpstr (order, ==, cases[i].expected);
    }
}

/* Two of one name keep their order, and nobody is nothing to sort. */
static void
test_sort_same (void)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();
  char first[] = "Bo", second[] = "Bo", anna[] = "Anna";
  hv_name_sort (things, 0, get_name, HV_LANGUAGE_DA);
  g_assert_cmpuint (things->len, ==, 0);
  g_ptr_array_add (things, first);
  g_ptr_array_add (things, second);
  g_ptr_array_add (things, anna);
  hv_name_sort (things, 0, get_name, HV_LANGUAGE_DA);
  g_assert_true (things->pdata[0] == anna && things->pdata[1] == first && things->pdata[2] == second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/clean", test_clean);
  g_test_add_func ("/name/refuse", test_refuse);
  g_test_add_func ("/name/length", test_length);
  g_test_add_func ("/name/clean-text", test_clean_text);
  g_test_add_func ("/name/key", test_key);
  g_test_add_func ("/name/order/danish", test_danish_order);
  g_test_add_func ("/name/order/swedish", test_swedish_order);
  g_test_add_func ("/name/order/english", test_english_order);
  g_test_add_func ("/name/sort", test_sort);
  g_test_add_func ("/name/sort-same", test_sort_same);
  return g_test_run ();
}
