/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvSwapPopover: with whom somebody swaps: everybody who has another shift of the week.
 * The rules are asked for both before anything changes; swaps that they speak against
 * stand below.
 */

#include "hv-option-popover.h"

G_BEGIN_DECLS

#define HV_TYPE_SWAP_POPOVER (hv_swap_popover_get_type ())
G_DECLARE_FINAL_TYPE (HvSwapPopover, hv_swap_popover, HV, SWAP_POPOVER, HvOptionPopover)

/* NULL when the assignment is gone already. Swapping is one step, and one undo. */
HvSwapPopover *hv_swap_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment);

G_END_DECLS
