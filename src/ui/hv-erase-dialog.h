/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Asks whether somebody's personal data is to be erased, and says first what goes and
 * what stays. It cannot be undone, so it is one of the few questions of the program.
 */

#include "hv-window.h"

G_BEGIN_DECLS

/* Looks through every week in the background, then asks, and erases on yes. `copy` is
 * called when a copy of the data is wanted first. */
void hv_erase_dialog_open (HvWindow *window, HvId volunteer, void (*copy) (HvWindow *window, HvId volunteer));

G_END_DECLS
