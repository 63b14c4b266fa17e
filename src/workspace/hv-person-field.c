/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-field.h"

#include "hv-error.h"
#include "hv-identity.h"
#include "hv-name.h"

#include <string.h>

#define EMAIL_MAX_BYTES 254 /* RFC 5321 4.5.3.1.3, without the brackets */
#define EMAIL_LOCAL_BYTES 64
#define DOMAIN_LABEL_BYTES 63

/* The shortest number anybody is called on, and the longest of E.164 with an extension. */
#define PHONE_LEAST_FIGURES 5
#define PHONE_MOST_FIGURES 20

static const char *const titles[] = {
  [HV_PERSON_NAME] = HV_N_ ("Name"),         [HV_PERSON_PHONE] = HV_N_ ("Phone"), [HV_PERSON_EMAIL] = HV_N_ ("E-mail"),
  [HV_PERSON_LANGUAGE] = HV_N_ ("Language"), [HV_PERSON_NOTE] = HV_N_ ("Note"),
};

const char *
hv_person_field_get_title (HvPersonField field, HvLanguage language)
{
  g_return_val_if_fail (field < HV_N_PERSON_FIELDS, "");
  return hv_text (language, titles[field]);
}

/* Blanks only, of whatever kind, are no text. */
static bool
is_blank (const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return text == NULL;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return false;
  return true;
}

static bool
clean_name (const char *text, char **ret_clean, GError **error)
{
  g_autofree char *clean = hv_name_clean (text == NULL ? "" : text, error);
  const char *title = hv_person_field_get_title (HV_PERSON_NAME, hv_text_get_own_language ());
  if (clean == NULL || !hv_identity_check (title, clean, error))
    return false;
  *ret_clean = g_steal_pointer (&clean);
  return true;
}

/* --- phone --- */

static bool
is_phone_character (char c)
{
  return g_ascii_isdigit (c) || strchr (" +-()./", c) != NULL;
}

static bool
check_phone (const char *phone, GError **error)
{
  int figures = 0;
  bool known = true;
  for (const char *c = phone; *c != '\0'; c++)
    {
      figures += g_ascii_isdigit (*c);
      known = known && is_phone_character (*c);
    }
  if (known && figures >= PHONE_LEAST_FIGURES && figures <= PHONE_MOST_FIGURES)
    return true;

  g_autofree char *quoted = hv_error_quote (phone);
  if (!known)
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                 hv_own_text ("%s is not a phone number. Write figures only, and anything else in the note."), quoted);
  else if (figures < PHONE_LEAST_FIGURES)
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                 hv_own_text ("%s is too short for a phone number. Write all its figures."), quoted);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                 hv_own_text ("%s is too long for a phone number. Write one number here, and others in the note."),
                 quoted);
  return false;
}

static bool
clean_phone (const char *text, char **ret_clean, GError **error)
{
  g_autofree char *clean = hv_name_clean (text, error);
  const char *title = hv_person_field_get_title (HV_PERSON_PHONE, hv_text_get_own_language ());
  if (clean == NULL || !hv_identity_check_phone (title, clean, error) || !check_phone (clean, error))
    return false;
  *ret_clean = g_steal_pointer (&clean);
  return true;
}

/* --- e-mail --- */

static bool
is_local_part (const char *text, gsize length)
{
  if (length == 0 || length > EMAIL_LOCAL_BYTES || text[0] == '.' || text[length - 1] == '.')
    return false;
  for (gsize i = 0; i < length; i++)
    if (strchr ("()<>[]:;,\\\"@", text[i]) != NULL || (text[i] == '.' && text[i + 1] == '.'))
      return false;
  return true;
}

static bool
is_domain_label (const char *text, gsize length)
{
  if (length == 0 || length > DOMAIN_LABEL_BYTES || text[0] == '-' || text[length - 1] == '-')
    return false;
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] < 0x80 && !g_ascii_isalnum (text[i]) && text[i] != '-')
      return false;
  return true;
}

/* Two labels at least, and the last is no number: letters beyond ASCII are fine. */
static bool
is_domain (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  guint n = g_strv_length (labels);
  for (guint i = 0; i < n; i++)
    if (!is_domain_label (labels[i], strlen (labels[i])))
      return false;
  return n >= 2 && strlen (labels[n - 1]) >= 2 && !g_ascii_isdigit (labels[n - 1][0]);
}

static bool
is_email (const char *text)
{
  const char *at = strrchr (text, '@');
  return at != NULL && strlen (text) <= EMAIL_MAX_BYTES && strpbrk (text, " \t") == NULL
         && is_local_part (text, at - text) && is_domain (at + 1);
}

static bool
clean_email (const char *text, char **ret_clean, GError **error)
{
  g_autofree char *clean = hv_name_clean (text, error);
  const char *title = hv_person_field_get_title (HV_PERSON_EMAIL, hv_text_get_own_language ());
  if (clean == NULL || !hv_identity_check (title, clean, error))
    return false;
  if (!is_email (clean))
    {
      g_autofree char *quoted = hv_error_quote (clean);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("%s is not an e-mail address. Write it as name@example.org."), quoted);
      return false;
    }
  *ret_clean = g_steal_pointer (&clean);
  return true;
}

/* --- the others --- */

static bool
clean_language (const char *text, char **ret_clean, GError **error)
{
  HvLanguage language;
  if (!hv_language_parse (text, &language))
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("Husvagt does not speak %s. Choose Danish, Swedish or English."), quoted);
      return false;
    }
  *ret_clean = g_strdup (hv_language_get_code (language));
  return true;
}

static bool
clean_note (const char *text, char **ret_clean, GError **error)
{
  g_autofree char *clean = hv_text_clean (text, HV_PERSON_NOTE_MAX_CHARACTERS, error);
  const char *title = hv_person_field_get_title (HV_PERSON_NOTE, hv_text_get_own_language ());
  if (clean == NULL || !hv_identity_check (title, clean, error))
    return false;
  *ret_clean = g_steal_pointer (&clean);
  return true;
}

bool
hv_person_field_clean (HvPersonField field, const char *text, char **ret_clean, GError **error)
{
  static bool (*const cleaners[]) (const char *text, char **ret_clean, GError **error) = {
    [HV_PERSON_NAME] = clean_name,         [HV_PERSON_PHONE] = clean_phone, [HV_PERSON_EMAIL] = clean_email,
    [HV_PERSON_LANGUAGE] = clean_language, [HV_PERSON_NOTE] = clean_note,
  };
  g_return_val_if_fail (field < HV_N_PERSON_FIELDS, false);

  if (field == HV_PERSON_NAME || !is_blank (text))
    return cleaners[field](text, ret_clean, error);
  *ret_clean = NULL;
  return true;
}
