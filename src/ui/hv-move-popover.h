/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvMovePopover: where somebody moves to: the other shifts of the week that have an
 * empty place, in order of time; those the rules speak against stand below.
 */

#include "hv-option-popover.h"

G_BEGIN_DECLS

#define HV_TYPE_MOVE_POPOVER (hv_move_popover_get_type ())
G_DECLARE_FINAL_TYPE (HvMovePopover, hv_move_popover, HV, MOVE_POPOVER, HvOptionPopover)

/* NULL when the assignment is gone already. Moving is one step, and one undo. */
HvMovePopover *hv_move_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment);

G_END_DECLS
