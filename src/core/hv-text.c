/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-text.h"

#include "hv-catalogue.h"

#include <string.h>

/* Where the header of a .mo image keeps what we need, in bytes. */
#define MO_COUNT 8
#define MO_ORIGINALS 12
#define MO_TRANSLATIONS 16

/* Stands between context and text in a catalogue. */
#define CONTEXT_END '\004'

static const char *const codes[] = {
  [HV_LANGUAGE_EN] = "en",
  [HV_LANGUAGE_DA] = "da",
  [HV_LANGUAGE_SV] = "sv",
};

static const guint8 *const catalogues[] = {
  [HV_LANGUAGE_EN] = NULL,
  [HV_LANGUAGE_DA] = hv_catalogue_da,
  [HV_LANGUAGE_SV] = hv_catalogue_sv,
};

bool
hv_language_parse (const char *text, HvLanguage *ret_language)
{
  if (text == NULL)
    return false;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strncasecmp (text, codes[i], 2) == 0 && strchr ("_-.@", text[2]) != NULL)
      {
        *ret_language = (HvLanguage)i;
        return true;
      }
  return false;
}

const char *
hv_language_get_code (HvLanguage language)
{
  g_return_val_if_fail ((gsize)language < G_N_ELEMENTS (codes), codes[HV_LANGUAGE_EN]);
  return codes[language];
}

static guint32
read_word (const guint8 *catalogue, gsize at)
{
  guint32 word;
  memcpy (&word, catalogue + at, sizeof word);
  return GUINT32_FROM_LE (word);
}

/* The i-th text of one of the two tables, whose entries are a length and a place. */
static const char *
get_entry (const guint8 *catalogue, gsize table, guint32 i)
{
  return (const char *)catalogue + read_word (catalogue, read_word (catalogue, table) + 8 * i + 4);
}

/* Compares "context\4msgid" with an original, without gluing it together. */
static int
compare_original (const char *context, const char *msgid, const char *original)
{
  if (context == NULL)
    return strcmp (msgid, original);

  gsize length = strlen (context);
  int order = strncmp (context, original, length);
  if (order != 0)
    return order;
  if (original[length] != CONTEXT_END)
    return CONTEXT_END - (int)(guchar)original[length];
  return strcmp (msgid, original + length + 1);
}

/* A text with a plural is kept under its singular, "1\0other", and so is its translation. */
static const char *
find_translation (HvLanguage language, const char *context, const char *msgid)
{
  g_return_val_if_fail ((gsize)language < G_N_ELEMENTS (catalogues), NULL);
  const guint8 *catalogue = catalogues[language];
  /* The empty text stands for the catalogue's own header. */
  if (catalogue == NULL || *msgid == '\0')
    return NULL;

  guint32 low = 0;
  guint32 high = read_word (catalogue, MO_COUNT);
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = compare_original (context, msgid, get_entry (catalogue, MO_ORIGINALS, middle));
      if (order == 0)
        return get_entry (catalogue, MO_TRANSLATIONS, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

const char *
hv_text (HvLanguage language, const char *msgid)
{
  return hv_ctext (language, NULL, msgid);
}

const char *
hv_ctext (HvLanguage language, const char *context, const char *msgid)
{
  const char *translation = find_translation (language, context, msgid);
  return translation != NULL ? translation : msgid;
}

/* Danish and Swedish have the two forms of English, with the same border. */
const char *
hv_ntext (HvLanguage language, const char *msgid, const char *plural, gulong n)
{
  const char *translation = find_translation (language, NULL, msgid);
  if (translation == NULL)
    return n == 1 ? msgid : plural;
  return n == 1 ? translation : translation + strlen (translation) + 1;
}

char *
hv_text_format (HvLanguage language, const char *msgid, ...)
{
  va_list arguments;
  va_start (arguments, msgid);
  char *text = g_strdup_vprintf (hv_text (language, msgid), arguments);
  va_end (arguments);
  return text;
}

static int own_language = HV_LANGUAGE_EN; /* atomic */

void
hv_text_set_own_language (HvLanguage language)
{
  g_atomic_int_set (&own_language, (int)language);
}

HvLanguage
hv_text_get_own_language (void)
{
  return (HvLanguage)g_atomic_int_get (&own_language);
}

const char *
hv_own_text (const char *msgid)
{
  return hv_text (hv_text_get_own_language (), msgid);
}

const char *
hv_own_ntext (const char *msgid, const char *plural, gulong n)
{
  return hv_ntext (hv_text_get_own_language (), msgid, plural, n);
}
