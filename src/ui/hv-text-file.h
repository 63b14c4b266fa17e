/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Saves a text as a file of its own: asks where, writes in the background, readable by the
 * owner only, and says in a toast how it went. */

#include "hv-choose-file.h"
#include "hv-window.h"

G_BEGIN_DECLS

/* Asks over `over`: the window, or a dialog of it. Swallows the text. */
void hv_text_file_ask (HvWindow *window, GtkWindow *over, const HvFileQuestion *question, char *text);

/* Without asking. Swallows the text. */
void hv_text_file_save (HvWindow *window, GFile *file, char *text);

G_END_DECLS
