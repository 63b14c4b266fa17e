/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvLanguage: the three languages Husvagt speaks, and its texts in each.
 *
 * Texts below the user interface are asked for in a given language, never in the
 * language of the process: a Swedish volunteer's calendar is Swedish whoever
 * publishes it, and no locale needs to be installed. The catalogues are the
 * project's own po/da.po and po/sv.po, compiled in; a text without translation
 * is returned as it is.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  HV_LANGUAGE_EN,
  HV_LANGUAGE_DA,
  HV_LANGUAGE_SV,
} HvLanguage;

/* Reads "da", "sv_SE.UTF-8", "en-GB", also norwegian "nb" as Danish is not done.
 * False when it is none of the three. */
bool hv_language_parse (const char *text, HvLanguage *ret_language);
const char *hv_language_get_code (HvLanguage language); /* "da" */

const char *hv_text (HvLanguage language, const char *msgid);
const char *hv_ctext (HvLanguage language, const char *context, const char *msgid);
const char *hv_ntext (HvLanguage language, const char *msgid, const char *plural, gulong n);

/* printf with the translated text as format. */
char *hv_text_format (HvLanguage language, const char *msgid, ...) G_GNUC_PRINTF (2, 3);

/* Marks a text for translation without translating it. */
#define HV_N_(text) (text)

G_END_DECLS
