/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* How the program looks and speaks, as the preferences say: light or dark, the
 * size of all text, and the language. */

#include <adwaita.h>

G_BEGIN_DECLS

/* Before GTK starts: the language of the preferences, else of the environment, for
 * our texts and for interface files. No locale needs to be installed. */
void hv_appearance_choose_language (void);

/* Follows the settings from now on: colour scheme and text size. */
void hv_appearance_follow (GSettings *settings);

G_END_DECLS
