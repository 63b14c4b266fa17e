/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Phone numbers and e-mail addresses as people type them: whether they can be one,
 * and what they are when two spellings are compared.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Digits (at least four), blanks and the signs + - ( ) . / between them. */
bool hv_phone_is_plausible (const char *phone);

/* One @ with something before it, and a domain with a full stop behind it. */
bool hv_email_is_plausible (const char *email);

/* The digits alone, without the country code of Denmark or Sweden: "+45 12 34 56 07",
 * "0045 12345607" and "12 34 56 07" are one. The caller owns it. */
char *hv_phone_key (const char *phone);

/* Without upper case. The caller owns it. */
char *hv_email_key (const char *email);

G_END_DECLS
