/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Names of people, houses and roles: cleaned on the way in, found however they
 * are typed, sorted as the reader's language sorts. No installed locale is used.
 */

#include "hv-text.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_NAME_MAX_CHARACTERS 200

/* Trims, joins runs of blanks and normalises to NFC. Refuses (HV_ERROR_BAD_INPUT)
 * invalid UTF-8, control characters, line separators and bidi overrides, names
 * above 200 characters and empty names. NULL on failure. */
char *hv_name_clean (const char *text, GError **error);

/* The same for longer free text (notes, places): line feeds and tabs are allowed,
 * empty is allowed, at most max_characters. */
char *hv_text_clean (const char *text, gsize max_characters, GError **error);

/* The search key: "Åse", "Aase" and "ÅSE" give "ase"; "Søren" gives "soren". */
char *hv_name_key (const char *name);

/* A key to compare with strcmp (): Danish … z æ ø å (aa as å), Swedish … z å ä ö. */
char *hv_name_sort_key (const char *name, HvLanguage language);

G_END_DECLS
