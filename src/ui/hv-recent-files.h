/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The organisation files that were open lately, newest first, as the settings keep them;
 * the first is the one that comes up at the next start. */

#include <gio/gio.h>

G_BEGIN_DECLS

void hv_recent_files_add (GSettings *settings, const char *path);

/* Forgets one: it is not there any more. */
void hv_recent_files_drop (GSettings *settings, const char *path);

/* Fills a menu with them, each for the action "app.open-recent". Files of one name are
 * told apart by their folders. */
void hv_recent_files_fill_menu (GSettings *settings, GMenu *menu);

G_END_DECLS
