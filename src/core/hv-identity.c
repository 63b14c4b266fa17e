/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-identity.h"

#include "hv-day.h"
#include "hv-error.h"
#include "hv-text.h"

#include <string.h>

/* The forms of an identity number. D, M, Y and X are figures; what may stand between:
 *   ?  a hyphen or plus with or without blanks around it, only blanks, or nothing
 *   -  a hyphen or plus with or without blanks around it
 *   .  one full stop, slash, hyphen or blank
 *   _  one blank
 */
static const char *const forms[] = {
  "DDMMYY?XXXX",   "YYMMDD?XXXX",     "YYYYMMDD?XXXX",   "DDMMYYYY-XXXX", "DD.MM.YY-XXXX",
  "YY.MM.DD-XXXX", "DD.MM.YYYY-XXXX", "YYYY.MM.DD-XXXX", "DD_MM_YY_XXXX",
};

/* How many bytes before a number may say that it is a phone number. */
#define WORDS_REACH 40

#define UUID_LENGTH 36 /* 8-4-4-4-12 hexadecimal figures */

/* What a form found in a text. */
typedef struct
{
  int day;
  int month;
  int year;
  int year_figures;
  bool bare;   /* all figures in one piece */
  bool spaced; /* only blanks between them */
} Found;

/* --- matching a form --- */

static int
get_figure (const char *p)
{
  return g_unichar_digit_value (g_utf8_get_char (p));
}

static bool
is_figure (const char *p)
{
  return get_figure (p) >= 0;
}

static bool
is_blank (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return c == '\t' || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

static bool
is_hyphen (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

static const char *
skip_blanks (const char *p)
{
  while (is_blank (p))
    p = g_utf8_next_char (p);
  return p;
}

/* The end of a separator that starts at p, or NULL when something else stands there. */
static const char *
match_separator (const char *p, char kind, Found *found)
{
  if (kind == '.')
    return *p == '.' || *p == '/' || is_hyphen (p) || is_blank (p) ? g_utf8_next_char (p) : NULL;

  if (kind == '_')
    {
      found->spaced = true;
      return is_blank (p) ? g_utf8_next_char (p) : NULL;
    }

  const char *sign = skip_blanks (p);
  if (*sign == '+' || is_hyphen (sign))
    return skip_blanks (g_utf8_next_char (sign));
  found->bare = sign == p;
  return kind == '?' ? sign : NULL;
}

static void
add_figure (Found *found, char part, int figure)
{
  if (part == 'D')
    found->day = found->day * 10 + figure;
  else if (part == 'M')
    found->month = found->month * 10 + figure;
  else if (part == 'Y')
    {
      found->year = found->year * 10 + figure;
      found->year_figures++;
    }
}

/* Whether the number goes on: "2026-05-04–2026-05-10" is no date with four figures. */
static bool
continues_number (const char *p)
{
  if (*p == '.' || *p == '/' || is_hyphen (p))
    p = g_utf8_next_char (p);
  return is_figure (p);
}

static bool
match_form (const char *p, const char *form, Found *ret_found)
{
  Found found = { 0 };
  for (; *form != '\0'; form++)
    {
      if (g_ascii_isupper (*form))
        {
          if (!is_figure (p))
            return false;
          add_figure (&found, *form, get_figure (p));
          p = g_utf8_next_char (p);
          continue;
        }
      p = match_separator (p, *form, &found);
      if (p == NULL)
        return false;
    }
  if (continues_number (p))
    return false;
  *ret_found = found;
  return true;
}

/* Of a year in two figures only its leap day matters, and 1900 had none but 2000 had. */
static bool
is_birthday (const Found *found)
{
  int year = found->year_figures == 2 ? 2000 + found->year : found->year;
  int day = found->day > 60 ? found->day - 60 : found->day;
  return year >= 1850 && year < 2100 && hv_day_is_valid_ymd (year, found->month, day);
}

/* --- telling phone numbers apart --- */

static const char *
find_previous (const char *text, const char *p)
{
  return p > text ? g_utf8_prev_char (p) : NULL;
}

/* Whether a plus leads the number at p: one that does not itself follow a figure, as
 * the plus between a date and its four figures does. */
static bool
is_behind_plus (const char *text, const char *p)
{
  const char *plus = find_previous (text, p);
  if (plus == NULL || *plus != '+')
    return false;
  const char *before = find_previous (text, plus);
  return before == NULL || !is_figure (before);
}

/* Whether "+46 ", "0046-" or the like stands right before p. */
static bool
is_behind_country_code (const char *text, const char *p)
{
  const char *end = p;
  while (end > text && strchr (" -()", end[-1]) != NULL)
    end--;
  const char *start = end;
  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  gsize figures = (gsize)(end - start);
  if (end == p || figures == 0 || figures > 5)
    return false;
  return is_behind_plus (text, start) || g_str_has_prefix (start, "00");
}

static bool
is_behind_spaced_figures (const char *text, const char *p)
{
  const char *blank = find_previous (text, p);
  const char *before = blank != NULL && is_blank (blank) ? find_previous (text, blank) : NULL;
  return before != NULL && is_figure (before);
}

/* The Swedish mobile prefixes 070, 072, 073, 076 and 079. */
static bool
is_mobile (const char *p)
{
  return p[0] == '0' && p[1] == '7' && p[2] != '\0' && strchr ("02369", p[2]) != NULL;
}

/* Beginnings of words that say what the number behind them is. */
static const struct
{
  const char *word;
  bool phone;
} words[] = {
  { "call", true }, { "mob", true },  { "phone", true }, { "ring", true },    { "sms", true },  { "tel", true },
  { "tlf", true },  { "cpr", false }, { "id", false },   { "person", false }, { "pnr", false },
};

static bool
says_phone (const char *word, gsize length, bool otherwise)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (length >= strlen (words[i].word) && g_ascii_strncasecmp (word, words[i].word, strlen (words[i].word)) == 0)
      return words[i].phone;
  return otherwise;
}

/* Whether one of the few words before p, the last of them that says anything, says
 * that a phone number follows. */
static bool
is_behind_phone_word (const char *text, const char *p)
{
  const char *start = p;
  while (start > text && p - start < WORDS_REACH && start[-1] != '\n')
    start--;

  bool phone = false;
  while (start < p)
    {
      gsize length = 0;
      while (start + length < p && (g_ascii_isalpha (start[length]) || (guchar)start[length] >= 0x80))
        length++;
      phone = says_phone (start, length, phone);
      start += MAX (length, 1);
    }
  return phone;
}

/* --- finding --- */

static bool
is_identity (const char *text, const char *p, const char *form, bool phone_field)
{
  Found found;
  if (!match_form (p, form, &found) || !is_birthday (&found))
    return false;
  if (found.spaced && is_behind_spaced_figures (text, p))
    return false;
  if (found.bare && is_behind_country_code (text, p))
    return false;
  if (found.bare && is_mobile (p) && (phone_field || is_behind_phone_word (text, p)))
    return false;
  return true;
}

static bool
starts_identity (const char *text, const char *p, bool phone_field)
{
  if (is_behind_plus (text, p))
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (is_identity (text, p, forms[i], phone_field))
      return true;
  return false;
}

/* A UUID is random: one in a hundred holds ten figures that would pass for a number. */
static bool
is_uuid (const char *text, const char *p)
{
  const char *before = find_previous (text, p);
  bool begins = before == NULL || !g_unichar_isalnum (g_utf8_get_char (before));
  if (!begins || strnlen (p, UUID_LENGTH) < UUID_LENGTH || p[8] != '-')
    return false;
  g_autofree char *start = g_strndup (p, UUID_LENGTH);
  return g_uuid_string_is_valid (start) && !g_unichar_isalnum (g_utf8_get_char (p + UUID_LENGTH));
}

/* Looks at the beginning of every run of figures. */
static bool
find_identity (const char *text, bool phone_field)
{
  if (text == NULL)
    return false;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  bool inside = false;
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      bool figure = is_figure (p);
      if (!inside && is_uuid (valid, p))
        {
          p += UUID_LENGTH - 1;
          continue;
        }
      if (figure && !inside && starts_identity (valid, p, phone_field))
        return true;
      inside = figure;
    }
  return false;
}

bool
hv_identity_is_in_text (const char *text)
{
  return find_identity (text, false);
}

bool
hv_identity_is_in_phone (const char *phone)
{
  return find_identity (phone, true);
}

static bool
check (const char *field, bool found, GError **error)
{
  if (!found)
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_IDENTITY_NUMBER,
               hv_own_text ("“%s” seems to hold an identity number (CPR or personnummer), and Husvagt keeps none. "
                            "Leave it out. A phone number can be written with +45 or +46 in front."),
               field);
  return false;
}

bool
hv_identity_check (const char *field, const char *text, GError **error)
{
  g_return_val_if_fail (field != NULL, false);
  return check (field, hv_identity_is_in_text (text), error);
}

bool
hv_identity_check_phone (const char *field, const char *phone, GError **error)
{
  g_return_val_if_fail (field != NULL, false);
  return check (field, hv_identity_is_in_phone (phone), error);
}
