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
 * is returned as it is. Texts live as long as the program, nothing is allocated,
 * and any thread may ask.
 *
 * Figures of 64 bits go into a sentence as text (hv_format_number ()) or as %ld:
 * catalogues cannot hold G_GINT64_FORMAT.
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

/* Reads "da", "sv_SE.UTF-8", "en-GB". False when it is none of the three: also for
 * "C", "POSIX", and "nb", which is not Danish. */
bool hv_language_parse (const char *text, HvLanguage *ret_language);
const char *hv_language_get_code (HvLanguage language); /* "da" */

/* The text in a language. With a context: the same English words may differ in
 * Danish ("May" the month). With a plural: msgid is for n = 1, plural for any other. */
const char *hv_text (HvLanguage language, const char *msgid) G_GNUC_FORMAT (2);
const char *hv_ctext (HvLanguage language, const char *context, const char *msgid) G_GNUC_FORMAT (3);
const char *hv_ntext (HvLanguage language, const char *msgid, const char *plural, gulong n) G_GNUC_FORMAT (2)
    G_GNUC_FORMAT (3);

/* printf with the translated text as format; the caller owns it. */
char *hv_text_format (HvLanguage language, const char *msgid, ...) G_GNUC_PRINTF (2, 3);

/* Messages to the person at the machine (errors above all) are asked for far from
 * anybody who knows that person's language. The program says it once, at its start;
 * English until then. Nothing but a message may depend on it. */
void hv_text_set_own_language (HvLanguage language);
HvLanguage hv_text_get_own_language (void);
const char *hv_own_text (const char *msgid) G_GNUC_FORMAT (1);
const char *hv_own_ntext (const char *msgid, const char *plural, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

/* Mark a text for translation without translating it: for tables of texts that
 * hv_text () and hv_ctext () look up later. */
#define HV_N_(text) (text)
#define HV_NC_(context, text) (text)

G_END_DECLS
