/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verb.h"

#include <string.h>

/* What a caller puts something else for. Words that are typed as they are, options
 * among them, are the same in every language. */
static const char *const words[] = {
  /* TRANSLATORS: these words in capitals stand in usage lines for what somebody types;
   * each should be one word. W is a week, HH:MM a time, YYYY-MM-DD a date. */
  HV_N_ ("HOUSE"), HV_N_ ("DATE"),  HV_N_ ("ROLE"),  HV_N_ ("VOLUNTEER"), HV_N_ ("FILE"),
  HV_N_ ("DIR"),   HV_N_ ("TEXT"),  HV_N_ ("NAME"),  HV_N_ ("YEAR"),      HV_N_ ("COUNT"),
  HV_N_ ("WHAT"),  HV_N_ ("SHARE"), HV_N_ ("HH:MM"), HV_N_ ("W"),         HV_N_ ("YYYY-MM-DD"),
};

static bool
is_word_letter (char letter)
{
  return g_ascii_isalnum (letter) || letter == ':' || letter == '-';
}

static const char *
translate_word (const char *word, HvLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return hv_text (language, words[i]);
  return word;
}

char *
hv_verb_format_call (const HvVerb *verb, HvLanguage language)
{
  GString *call = g_string_new (verb->name);
  if (*verb->arguments != '\0')
    g_string_append_c (call, ' ');
  for (const char *p = verb->arguments; *p != '\0';)
    {
      const char *end = p;
      while (is_word_letter (*end))
        end++;
      g_autofree char *word = g_strndup (p, (gsize)(end - p));
      g_string_append (call, translate_word (word, language));
      if (*end != '\0')
        g_string_append_c (call, *end++);
      p = end;
    }
  return g_string_free (call, FALSE);
}
