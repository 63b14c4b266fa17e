/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The menu of somebody on a card: switch to somebody else, move, swap, lock, exact
 * time, called off, came, remove. What cannot be is not in it: a walk-in helper cannot
 * swap, but be linked to a volunteer, and nobody has come to a shift that has not begun.
 */

#include "hv-window.h"

G_BEGIN_DECLS

/* Opens it over a widget of an HvWindow (see hv-transient.h: one that stays) or an area
 * of it; what asks for more opens its own popover in the same place. Lent; NULL when
 * the assignment is gone already. Its actions are in the group "person" of the popover. */
GtkPopover *hv_person_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment);

G_END_DECLS
