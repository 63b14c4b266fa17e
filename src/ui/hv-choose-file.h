/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Asks the person at the machine for a file to read or to write, or for a folder. */

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const char *name;            /* of a file to write, as it is suggested; NULL: a file to read */
  const char *kind;            /* "Spreadsheets": what the patterns are; NULL: any file */
  const char *const *suffixes; /* "csv", …; NULL-terminated */
} HvFileQuestion;

typedef void (*HvFileChosen) (GFile *file, gpointer owner);

/* `chosen` is called when a file was chosen, and not when `owner` is gone by then. */
void hv_choose_file (GtkWindow *parent, const HvFileQuestion *question, HvFileChosen chosen, GObject *owner);

/* The same for a folder of this machine; begins at `current` (or NULL). */
typedef void (*HvFolderChosen) (const char *path, gpointer owner);
void hv_choose_folder (GtkWindow *parent, const char *title, const char *current, HvFolderChosen chosen,
                       GObject *owner);

G_END_DECLS
