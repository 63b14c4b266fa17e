/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Asks the person at the machine for a folder. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*HvFolderChosen) (const char *path, gpointer owner);

/* Begins at `current` (or NULL). `chosen` is called when a folder was chosen, and not when `owner` is gone by then. */
void hv_choose_folder (GtkWindow *parent, const char *title, const char *current, HvFolderChosen chosen,
                       GObject *owner);

G_END_DECLS
