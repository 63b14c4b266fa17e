/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-contact.h"

#include <string.h>

#define FEWEST_DIGITS 4
#define MOST_PHONE 60  /* bytes: two numbers fit */
#define MOST_EMAIL 254 /* RFC 5321 */
#define DK_DIGITS 8

static guint
count_digits (const char *text)
{
  guint n = 0;
  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text);
  return n;
}

bool
hv_phone_is_plausible (const char *phone)
{
  return strspn (phone, "0123456789 +-().,/") == strlen (phone) && strlen (phone) <= MOST_PHONE
         && count_digits (phone) >= FEWEST_DIGITS;
}

static bool
is_plain (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      if (g_unichar_isspace (c) || !g_unichar_isprint (c) || (c < 0x80 && strchr (",;:<>()[]\"\\", (int)c) != NULL))
        return false;
    }
  return true;
}

bool
hv_email_is_plausible (const char *email)
{
  const char *at = strchr (email, '@');
  if (at == NULL || at == email || strchr (at + 1, '@') != NULL || strlen (email) > MOST_EMAIL || !is_plain (email))
    return false;
  const char *stop = strrchr (at, '.');
  return stop != NULL && stop > at + 1 && stop[1] != '\0' && strstr (at, "..") == NULL;
}

char *
hv_phone_key (const char *phone)
{
  GString *digits = g_string_new (NULL);
  bool plus = false;
  for (const char *p = phone; *p != '\0'; p++)
    {
      plus |= *p == '+' && digits->len == 0;
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
    }
  if (!plus && g_str_has_prefix (digits->str, "00"))
    {
      g_string_erase (digits, 0, 2);
      plus = true;
    }
  if (plus && g_str_has_prefix (digits->str, "45") && digits->len == 2 + DK_DIGITS)
    g_string_erase (digits, 0, 2);
  else if (plus && g_str_has_prefix (digits->str, "46"))
    g_string_overwrite_len (g_string_erase (digits, 0, 1), 0, "0", 1);
  return g_string_free (digits, FALSE);
}

char *
hv_email_key (const char *email)
{
  return g_utf8_casefold (email, -1);
}
