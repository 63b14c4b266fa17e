/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Saves all that an organisation's file holds as exchange JSON: asks where, writes in the
 * background, and says in a toast how it went. */

#include "hv-window.h"

G_BEGIN_DECLS

void hv_everything_ask (HvWindow *window, GtkWindow *over);
void hv_everything_save (HvWindow *window, GFile *file); /* without asking */

G_END_DECLS
