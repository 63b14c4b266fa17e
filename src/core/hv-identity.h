/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Finds Danish CPR numbers and Swedish personnummer (and samordningsnummer) in a
 * text, with or without separator. Husvagt refuses them at every entry: visitors
 * are counts, and a volunteer is never a number.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

bool hv_identity_is_in_text (const char *text);

/* False with HV_ERROR_IDENTITY_NUMBER and a sentence that names the field but not
 * the number, when text holds one; NULL text is fine. */
bool hv_identity_check (const char *field, const char *text, GError **error);

G_END_DECLS
