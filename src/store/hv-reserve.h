/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvReserve: one megabyte kept beside the file while it is being written to, and given
 * up when the disk is full: so that there is room to close what is open, save the
 * settings and make a first small edit again. Private to store/. */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Makes it unless it is there; false when there is no room. */
bool hv_reserve_keep (const char *where);

void hv_reserve_give_up (const char *where);

G_END_DECLS
