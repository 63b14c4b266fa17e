/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvLinkPopover: which volunteer a walk-in helper is: everybody by name, or somebody new
 * by the helper's name or the one that is typed. Whoever is on the shift already cannot
 * be meant; whoever is on another one then only with a reason.
 */

#include "hv-option-popover.h"

G_BEGIN_DECLS

#define HV_TYPE_LINK_POPOVER (hv_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (HvLinkPopover, hv_link_popover, HV, LINK_POPOVER, HvOptionPopover)

/* Opens over a widget of an HvWindow or an area of it, for the assignment of a walk-in
 * helper. Lent; NULL when it is gone already, or a volunteer's meanwhile. */
HvLinkPopover *hv_link_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment);

G_END_DECLS
