/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-name.h"

#include "hv-error.h"

#include <string.h>

/* No character falls apart into more than four, so a text longer than this many
 * times the limit is too long whatever normalising makes of it. */
#define MAX_DECOMPOSED 4

#define RING 0x030A
#define DIAERESIS 0x0308

/* --- cleaning --- */

static bool
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool
is_bidi_override (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void
set_too_long (GError **error, gsize max_characters)
{
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
               hv_own_ntext ("The text is longer than %u character. Shorten it.",
                             "The text is longer than %u characters. Shorten it.", max_characters),
               (guint)max_characters);
}

/* NFC, or NULL with the reason. */
static char *
normalise (const char *text, gsize max_characters, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("The text has characters that cannot be read. Type it again, or "
                                        "save its file as UTF-8."));
      return NULL;
    }
  if ((gsize)g_utf8_strlen (text, -1) > max_characters * MAX_DECOMPOSED)
    {
      set_too_long (error, max_characters);
      return NULL;
    }
  return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
}

/* Whether a character may stand in a text; lines tells whether it may have several. */
static bool
check_character (gunichar c, bool lines, GError **error)
{
  if (lines && (c == '\n' || c == '\t'))
    return true;

  const char *message = NULL;
  if (is_line_break (c))
    message = lines ? hv_own_text ("The text has an unusual line break in it. Type the line breaks again.")
                    : hv_own_text ("The text has a line break in it. Write it on one line.");
  else if (is_bidi_override (c))
    message = hv_own_text ("The text has an invisible character that turns the writing around. Type it again.");
  else if (g_unichar_iscntrl (c))
    message = hv_own_text ("The text has an invisible control character in it. Type it again.");

  if (message == NULL)
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, message);
  return false;
}

static bool
check_characters (const char *text, bool lines, GError **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!check_character (g_utf8_get_char (p), lines, error))
      return false;
  return true;
}

/* Blanks at the ends go; each run between two words is one space. */
static char *
join_blanks (const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  bool blank = false;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isspace (c))
        {
          blank = joined->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (joined, ' ');
      blank = false;
      g_string_append_unichar (joined, c);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static bool
is_visible (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isgraph (c) && !g_unichar_ismark (c))
        return true;
    }
  return false;
}

char *
hv_name_clean (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *normal = normalise (text, HV_NAME_MAX_CHARACTERS, error);
  if (normal == NULL || !check_characters (normal, false, error))
    return NULL;

  g_autofree char *name = join_blanks (normal);
  if (!is_visible (name))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("The name is empty. Type a name."));
      return NULL;
    }
  if (g_utf8_strlen (name, -1) > HV_NAME_MAX_CHARACTERS)
    {
      set_too_long (error, HV_NAME_MAX_CHARACTERS);
      return NULL;
    }
  return g_steal_pointer (&name);
}

/* CR LF, and a CR alone, as LF. */
static char *
unify_line_feeds (const char *text)
{
  g_autoptr (GString) lines = g_string_new (text);
  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
trim (const char *text)
{
  const char *start = text;
  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  const char *end = start + strlen (start);
  for (const char *p = end; p > start; end = p)
    {
      p = g_utf8_prev_char (p);
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        break;
    }
  return g_strndup (start, (gsize)(end - start));
}

char *
hv_text_clean (const char *text, gsize max_characters, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *normal = normalise (text, max_characters, error);
  if (normal == NULL)
    return NULL;

  g_autofree char *lines = unify_line_feeds (normal);
  if (!check_characters (lines, true, error))
    return NULL;

  g_autofree char *clean = trim (lines);
  if ((gsize)g_utf8_strlen (clean, -1) > max_characters)
    {
      set_too_long (error, max_characters);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

/* --- keys --- */

/* Letters that no decomposition takes apart, as people without that key type them. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00E6, "ae" }, /* æ */
  { 0x00F0, "d" },  /* ð */
  { 0x00F8, "o" },  /* ø */
  { 0x00FE, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x2019, "'" },  /* ’ */
};

/* Compatibility forms apart, cases gone, marks behind their letters. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (plain, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
}

static bool
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* Marks, joiners and controls: what a key leaves out. */
static bool
is_silent (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return g_unichar_ismark (c) || type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT;
}

static void
append_plain (GString *key, gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == c)
      {
        g_string_append (key, plain_letters[i].plain);
        return;
      }
  g_string_append_unichar (key, c);
}

/* One space for a run of gaps, none at the start. */
static void
append_gap (GString *key)
{
  if (key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

static void
drop_last_gap (GString *key)
{
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
}

/* "aa" is how "å" is written without that key, and å has become an a. */
static void
join_double_a (GString *key)
{
  gsize end = 0;
  for (gsize i = 0; i < key->len; i++)
    if (end == 0 || key->str[i] != 'a' || key->str[end - 1] != 'a')
      key->str[end++] = key->str[i];
  g_string_truncate (key, end);
}

char *
hv_name_key (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *folded = fold (name);
  g_autoptr (GString) key = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_gap (c))
        append_gap (key);
      else if (!is_silent (c))
        append_plain (key, c);
    }
  drop_last_gap (key);
  join_double_a (key);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* --- sort keys --- */

/* The letters behind z. In a key they are U+0081 … U+0083, which no cleaned name
 * holds and which stand between ASCII and every other letter. */
typedef enum
{
  LETTER_OTHER,
  LETTER_A_RING,
  LETTER_A_DOTS,
  LETTER_O_DOTS,
} Letter;

static const char *const last_letters[][4] = {
  [HV_LANGUAGE_EN] = { NULL, "a", "a", "o" },
  [HV_LANGUAGE_DA] = { NULL, "\xC2\x83", "\xC2\x81", "\xC2\x82" },
  [HV_LANGUAGE_SV] = { NULL, "\xC2\x81", "\xC2\x82", "\xC2\x83" },
};

static bool
has_mark (const char *marks, gunichar mark)
{
  for (; g_unichar_ismark (g_utf8_get_char (marks)); marks = g_utf8_next_char (marks))
    if (g_utf8_get_char (marks) == mark)
      return true;
  return false;
}

/* Which of the last letters starts at p, and where it ends; marks behind it are skipped by the caller. */
static Letter
read_letter (const char *p, HvLanguage language, const char **ret_next)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  *ret_next = next;
  if (c == 0x00E6 && language != HV_LANGUAGE_EN) /* æ */
    return LETTER_A_DOTS;
  if (c == 0x00F8) /* ø */
    return LETTER_O_DOTS;
  if (c == 'o' && has_mark (next, DIAERESIS))
    return LETTER_O_DOTS;
  if (c != 'a')
    return LETTER_OTHER;
  if (has_mark (next, RING))
    return LETTER_A_RING;
  if (has_mark (next, DIAERESIS))
    return LETTER_A_DOTS;
  if (language == HV_LANGUAGE_DA && *next == 'a' && !g_unichar_ismark (g_utf8_get_char (next + 1)))
    {
      *ret_next = next + 1;
      return LETTER_A_RING;
    }
  return LETTER_OTHER;
}

char *
hv_name_sort_key (const char *name, HvLanguage language)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail ((gsize)language < G_N_ELEMENTS (last_letters), NULL);

  g_autofree char *folded = fold (name);
  g_autoptr (GString) key = g_string_new (NULL);
  const char *next = NULL;
  for (const char *p = folded; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      Letter letter = read_letter (p, language, &next);
      if (letter != LETTER_OTHER)
        g_string_append (key, last_letters[language][letter]);
      else if (is_gap (c))
        append_gap (key);
      else if (!is_silent (c))
        append_plain (key, c);
    }
  drop_last_gap (key);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* --- lists of things with names --- */

typedef struct
{
  char *key; /* owned */
  gpointer thing;
} Named;

static void
clear_named (Named *named)
{
  g_free (named->key);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Named *)a)->key, ((const Named *)b)->key);
}

void
hv_name_sort (GPtrArray *things, guint from, HvNameOf get_name, HvLanguage language)
{
  g_return_if_fail (things != NULL && from <= things->len);

  g_autoptr (GArray) named = g_array_sized_new (FALSE, FALSE, sizeof (Named), things->len - from);
  g_array_set_clear_func (named, (GDestroyNotify)clear_named);
  for (guint i = from; i < things->len; i++)
    {
      gpointer thing = g_ptr_array_index (things, i);
      Named one = { hv_name_sort_key (get_name (thing), language), thing };
      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named); /* stable */
  for (guint i = 0; i < named->len; i++)
    g_ptr_array_index (things, from + i) = g_array_index (named, Named, i).thing;
}
