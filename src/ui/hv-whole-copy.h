/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Writing something that needs every week of an organisation, such as a copy of all of it,
 * in the background; a toast says how it went.
 */

#include "hv-window.h"

G_BEGIN_DECLS

/* Runs on a thread of its own, with a workspace of its own that holds every week: the
 * window's goes on working, and holds a few only. */
typedef bool (*HvWholeCopyWrite) (HvWorkspace *whole, gpointer data, GError **error);

/* Swallows data (by free_data) and the sentence, which is said when it is done. */
void hv_whole_copy_run (HvWindow *window, HvWholeCopyWrite write, gpointer data, GDestroyNotify free_data,
                        char *sentence);

G_END_DECLS
