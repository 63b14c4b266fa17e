/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the change log says a step did, in words: "place filled", "week generated". */

#include "hv-text.h"

G_BEGIN_DECLS

/* The words for a step's verb; static. An unknown verb is "change". */
const char *hv_step_words_what (const char *verb, HvLanguage language);

G_END_DECLS
