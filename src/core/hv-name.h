/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Names of people, houses and roles: cleaned on the way in, found however they
 * are typed, sorted as the reader's language sorts. No installed locale is used.
 *
 * Keys take any text, also one that was never cleaned (what somebody types into a
 * search field); bytes that are no UTF-8 count as an unknown letter.
 */

#include "hv-text.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_NAME_MAX_CHARACTERS 200

/* Trims, joins runs of blanks (also non-breaking ones) to one space and normalises
 * to NFC. Refuses (HV_ERROR_BAD_INPUT) invalid UTF-8, control characters (line
 * breaks and tabs too), line separators and bidi overrides, names above 200
 * characters and names without a visible character. Marks that only say which way
 * a letter reads, and joiners, are kept: Arabic names and emoji need them.
 * NULL on failure; the caller owns the result. */
char *hv_name_clean (const char *text, GError **error);

/* The same for longer free text (notes, places): line feeds, tabs and runs of blanks
 * are kept, CR LF becomes LF, only the ends are trimmed; empty is allowed, at most
 * max_characters. */
char *hv_text_clean (const char *text, gsize max_characters, GError **error);

/* The search key: "Åse", "Aase" and "ÅSE" give "ase"; "Søren" gives "soren"; blanks
 * and hyphens are one space. To search is to look for one key inside the other. The
 * caller owns it. */
char *hv_name_key (const char *name);

/* A key to compare with strcmp (): Danish … z æ ø å (aa as å), Swedish … z å ä ö,
 * with æ as ä and ø as ö; English sorts them all under a and o. Upper case, other
 * marks and the kind of blank or hyphen make no difference, and a blank comes before
 * every letter. Only for comparing: never shown, never stored. The caller owns it. */
char *hv_name_sort_key (const char *name, HvLanguage language);

/* Puts the things from that place on in the order of their names; things of one name
 * keep theirs. A key a thing, not two a comparison: the list may hold everybody. */
typedef const char *(*HvNameOf) (gconstpointer thing);
void hv_name_sort (GPtrArray *things, guint from, HvNameOf get_name, HvLanguage language);

G_END_DECLS
