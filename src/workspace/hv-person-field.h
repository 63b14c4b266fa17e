/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPersonField: what may be written about a person, field by field.
 *
 * A form asks while somebody types, and gets one sentence when something is wrong;
 * the commands of hv-person-edit.h ask the same. Identity numbers are refused in
 * every field. An empty field is no text (NULL), except the name.
 */

#include "hv-text.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  HV_PERSON_NAME,
  HV_PERSON_PHONE,
  HV_PERSON_EMAIL,
  HV_PERSON_LANGUAGE, /* "da", "sv", "en", or none: as the organisation */
  HV_PERSON_NOTE,
  HV_N_PERSON_FIELDS
} HvPersonField;

#define HV_PERSON_NOTE_MAX_CHARACTERS 2000

/* "Phone": the name of a field, as forms and messages have it. Static. */
const char *hv_person_field_get_title (HvPersonField field, HvLanguage language);

/* What would be kept of a text: cleaned, or NULL for none; the caller owns it. False
 * with a sentence (bad-input, identity-number) when it cannot be kept. */
bool hv_person_field_clean (HvPersonField field, const char *text, char **ret_clean, GError **error);

G_END_DECLS
