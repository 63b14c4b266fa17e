/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-catalogue.h"
#include "hv-text.h"

#include <string.h>

static void
test_language (void)
{
  static const struct
  {
    const char *text;
    const char *code; /* NULL: none of the three */
  } cases[] = {
    { "da", "da" },      { "sv", "sv" },      { "en", "en" },    { "da_DK.UTF-8", "da" }, { "da_DK@euro", "da" },
    { "sv-SE", "sv" },   { "sv_FI", "sv" },   { "en-GB", "en" }, { "en.UTF-8", "en" },    { "DA", "da" },
    { "C", NULL },       { "C.UTF-8", NULL }, { "POSIX", NULL }, { "nb_NO.UTF-8", NULL }, { "de", NULL },
    { "d", NULL },       { "", NULL },        { NULL, NULL },    { "dansk", NULL },       { "dan", NULL },
    { "svenska", NULL }, { " da", NULL },     { "da:sv", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvLanguage language = (HvLanguage)99;
      g_assert_cmpint (hv_language_parse (cases[i].text, &language), ==, cases[i].code != NULL);
      if (cases[i].code != NULL)
        g_assert_cmpstr (hv_language_get_code (language), ==, cases[i].code);
      else
        g_assert_cmpint (language, ==, 99);
    }
}

static void
test_lookup (void)
{
  static const struct
  {
    HvLanguage language;
    const char *context;
    const char *msgid;
    const char *expected;
  } cases[] = {
    { HV_LANGUAGE_DA, NULL, "The name is empty. Type a name.", "Navnet er tomt. Skriv et navn." },
    { HV_LANGUAGE_SV, NULL, "The name is empty. Type a name.", "Namnet är tomt. Skriv ett namn." },
    { HV_LANGUAGE_EN, NULL, "The name is empty. Type a name.", "The name is empty. Type a name." },
    { HV_LANGUAGE_DA, "weekday", "Saturday", "lørdag" },
    { HV_LANGUAGE_SV, "weekday", "Saturday", "lördag" },
    { HV_LANGUAGE_EN, "weekday", "Saturday", "Saturday" },
    /* the same English word in two contexts */
    { HV_LANGUAGE_SV, "month", "March", "mars" },
    { HV_LANGUAGE_DA, "month", "May", "maj" },
    { HV_LANGUAGE_DA, "date", "%s–%s", "%s–%s" },
    { HV_LANGUAGE_DA, "hours in a table", "%s–%s", "%s–%s" },
    { HV_LANGUAGE_DA, "span of time", "%s–%s", "kl.\u00A0%s–%s" },
    /* not there: a context too little, too much, wrong, or only its beginning */
    { HV_LANGUAGE_DA, NULL, "Saturday", "Saturday" },
    { HV_LANGUAGE_DA, "weekday", "The name is empty. Type a name.", "The name is empty. Type a name." },
    { HV_LANGUAGE_DA, "month", "Saturday", "Saturday" },
    { HV_LANGUAGE_DA, "week", "Saturday", "Saturday" },
    { HV_LANGUAGE_DA, "weekday", "Satur", "Satur" },
    { HV_LANGUAGE_DA, "", "Saturday", "Saturday" },
    /* before the first and behind the last, and the header of the catalogue */
    { HV_LANGUAGE_DA, NULL, "\001", "\001" },
    { HV_LANGUAGE_DA, NULL, "\377", "\377" },
    { HV_LANGUAGE_DA, NULL, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (hv_ctext (cases[i].language, cases[i].context, cases[i].msgid), ==, cases[i].expected);
      if (cases[i].context == NULL)
        g_assert_cmpstr (hv_text (cases[i].language, cases[i].msgid), ==, cases[i].expected);
    }
}

static void
test_holiday_names (void)
{
  static const struct
  {
    const char *en;
    const char *da;
    const char *sv;
  } cases[] = {
    { "New Year's Day", "nytårsdag", "nyårsdagen" },
    { "Epiphany", "helligtrekongersdag", "trettondedag jul" },
    { "Maundy Thursday", "skærtorsdag", "skärtorsdagen" },
    { "Good Friday", "langfredag", "långfredagen" },
    { "Holy Saturday", "påskelørdag", "påskafton" },
    { "Easter Sunday", "påskedag", "påskdagen" },
    { "Easter Monday", "2. påskedag", "annandag påsk" },
    { "Great Prayer Day", "store bededag", "stora böndagen" },
    { "May Day", "1. maj", "första maj" },
    { "Ascension Day", "Kristi himmelfartsdag", "Kristi himmelsfärdsdag" },
    { "Whit Sunday", "pinsedag", "pingstdagen" },
    { "Whit Monday", "2. pinsedag", "annandag pingst" },
    { "Constitution Day", "grundlovsdag", "Danmarks grundlagsdag" },
    { "National Day of Sweden", "Sveriges nationaldag", "nationaldagen" },
    { "Midsummer Eve", "midsommeraften", "midsommarafton" },
    { "Midsummer Day", "midsommerdag", "midsommardagen" },
    { "All Saints' Day", "allehelgensdag", "alla helgons dag" },
    { "Christmas Eve", "juleaften", "julafton" },
    { "Christmas Day", "juledag", "juldagen" },
    { "Boxing Day", "2. juledag", "annandag jul" },
    { "New Year's Eve", "nytårsaften", "nyårsafton" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (hv_text (HV_LANGUAGE_DA, cases[i].en), ==, cases[i].da);
      g_assert_cmpstr (hv_text (HV_LANGUAGE_SV, cases[i].en), ==, cases[i].sv);
    }
}

static void
test_plural (void)
{
  static const char one[] = "The text is longer than %u character. Shorten it.";
  static const char many[] = "The text is longer than %u characters. Shorten it.";
  static const struct
  {
    HvLanguage language;
    gulong n;
    const char *expected;
  } cases[] = {
    { HV_LANGUAGE_EN, 0, many },
    { HV_LANGUAGE_EN, 1, one },
    { HV_LANGUAGE_EN, 2, many },
    { HV_LANGUAGE_DA, 0, "Teksten er længere end %u tegn. Gør den kortere." },
    { HV_LANGUAGE_DA, 1, "Teksten er længere end %u tegn. Gør den kortere." },
    { HV_LANGUAGE_SV, 1, "Texten är längre än %u tecken. Korta den." },
    { HV_LANGUAGE_SV, G_MAXULONG, "Texten är längre än %u tecken. Korta den." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hv_ntext (cases[i].language, one, many, cases[i].n), ==, cases[i].expected);

  g_assert_cmpstr (hv_ntext (HV_LANGUAGE_DA, "%d no such text", "%d no such texts", 1), ==, "%d no such text");
  g_assert_cmpstr (hv_ntext (HV_LANGUAGE_DA, "%d no such text", "%d no such texts", 0), ==, "%d no such texts");
}

static void
test_format (void)
{
  g_autofree char *known = hv_text_format (HV_LANGUAGE_DA, "The text is longer than %u character. Shorten it.", 7);
  g_assert_cmpstr (known, ==, "Teksten er længere end 7 tegn. Gør den kortere.");
  g_autofree char *unknown = hv_text_format (HV_LANGUAGE_SV, "%s, %d of %d: no such text", "Åse", 1, 2);
  g_assert_cmpstr (unknown, ==, "Åse, 1 of 2: no such text");
}

static void
test_own_language (void)
{
  g_assert_cmpint (hv_text_get_own_language (), ==, HV_LANGUAGE_EN);
  g_assert_cmpstr (hv_own_text ("The name is empty. Type a name."), ==, "The name is empty. Type a name.");

  hv_text_set_own_language (HV_LANGUAGE_SV);
  g_assert_cmpstr (hv_own_text ("The name is empty. Type a name."), ==, "Namnet är tomt. Skriv ett namn.");
  g_assert_cmpstr (hv_own_ntext ("The text is longer than %u character. Shorten it.",
                                 "The text is longer than %u characters. Shorten it.", 2),
                   ==, "Texten är längre än %u tecken. Korta den.");
  hv_text_set_own_language (HV_LANGUAGE_EN);
}

/* --- the catalogues as a whole, read another way: entry by entry --- */

static guint32
read_word (const guint8 *image, gsize at)
{
  return image[at] | (guint32)image[at + 1] << 8 | (guint32)image[at + 2] << 16 | (guint32)image[at + 3] << 24;
}

static void
check_entry (HvLanguage language, const char *original, const char *translation)
{
  const char *end_of_context = strchr (original, '\004');
  if (end_of_context == NULL)
    {
      g_assert_true (hv_text (language, original) == translation);
      return;
    }
  g_autofree char *context = g_strndup (original, (gsize)(end_of_context - original));
  g_assert_true (hv_ctext (language, context, end_of_context + 1) == translation);
}

static void
test_every_entry (gconstpointer data)
{
  HvLanguage language = (HvLanguage)GPOINTER_TO_INT (data);
  const guint8 *image = language == HV_LANGUAGE_DA ? hv_catalogue_da : hv_catalogue_sv;
  guint32 n = read_word (image, 8);
  g_assert_cmpuint (n, >, 70);

  for (guint32 i = 0; i < n; i++)
    {
      const char *original = (const char *)image + read_word (image, read_word (image, 12) + 8 * i + 4);
      const char *translation = (const char *)image + read_word (image, read_word (image, 16) + 8 * i + 4);
      g_assert_true (g_utf8_validate (translation, -1, NULL));
      if (*original != '\0')
        check_entry (language, original, translation);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/language", test_language);
  g_test_add_func ("/text/lookup", test_lookup);
  g_test_add_func ("/text/holiday-names", test_holiday_names);
  g_test_add_func ("/text/plural", test_plural);
  g_test_add_func ("/text/format", test_format);
  g_test_add_func ("/text/own-language", test_own_language);
  g_test_add_data_func ("/text/every-entry/da", GINT_TO_POINTER (HV_LANGUAGE_DA), test_every_entry);
  g_test_add_data_func ("/text/every-entry/sv", GINT_TO_POINTER (HV_LANGUAGE_SV), test_every_entry);
  return g_test_run ();
}
