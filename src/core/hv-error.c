/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"

#include "hv-text.h"

/* More of somebody's text than this helps nobody to find it. */
#define QUOTE_CHARACTERS 60

/* clang-format off: the name is not a subtraction */
G_DEFINE_QUARK (hv - error - quark, hv_error)
/* clang-format on */

static const char *const names[] = {
  [HV_ERROR_USAGE] = "usage",
  [HV_ERROR_REFUSED] = "refused",
  [HV_ERROR_BAD_INPUT] = "bad-input",
  [HV_ERROR_UNKNOWN_WEEK] = "unknown-week",
  [HV_ERROR_UNKNOWN_HOUSE] = "unknown-house",
  [HV_ERROR_UNKNOWN_VOLUNTEER] = "unknown-volunteer",
  [HV_ERROR_IDENTITY_NUMBER] = "identity-number",
  [HV_ERROR_CONFLICT] = "conflict",
  [HV_ERROR_READ_ONLY] = "read-only",
  [HV_ERROR_FULL_DISK] = "full-disk",
  [HV_ERROR_DAMAGED] = "damaged",
  [HV_ERROR_NEWER] = "newer",
  [HV_ERROR_TWICE] = "twice",
  [HV_ERROR_OVERLAP] = "overlap",
  [HV_ERROR_ROLE] = "role",
  [HV_ERROR_ABSENT] = "absent",
  [HV_ERROR_AVAILABILITY] = "availability",
  [HV_ERROR_PAUSED] = "paused",
  [HV_ERROR_NEVER_TOGETHER] = "never-together",
  [HV_ERROR_HOUSE] = "house",
  [HV_ERROR_FULL] = "full",
};

const char *
hv_error_code_get_name (HvErrorCode code)
{
  g_return_val_if_fail ((gsize)code < G_N_ELEMENTS (names), "refused");
  return names[code];
}

const char *
hv_error_get_name (const GError *error)
{
  if (error == NULL || error->domain != HV_ERROR || (gsize)error->code >= G_N_ELEMENTS (names))
    return "refused";
  return names[error->code];
}

char *
hv_error_quote (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_new (NULL);
  const char *c = valid;
  for (int i = 0; *c != '\0' && i < QUOTE_CHARACTERS; i++, c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      if (g_unichar_isspace (character))
        character = ' ';
      else if (!g_unichar_isprint (character))
        character = 0xfffd;
      g_string_append_unichar (shown, character);
    }
  if (*c != '\0')
    g_string_append (shown, "…");

  g_autofree char *line = g_string_free (shown, FALSE);
  return g_strdup_printf (hv_ctext (hv_text_get_own_language (), "quotation", "“%s”"), line);
}
