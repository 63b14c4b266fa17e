/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Saves a copy of everything that is kept about somebody, for that person: asks for a
 * folder, writes the two files in the background, and says where they are.
 */

#include "hv-window.h"

G_BEGIN_DECLS

void hv_person_copy_ask (HvWindow *window, HvId volunteer);

/* Without asking: into a folder. */
void hv_person_copy_save (HvWindow *window, HvId volunteer, const char *folder);

G_END_DECLS
