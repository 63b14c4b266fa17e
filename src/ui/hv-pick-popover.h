/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPickPopover: a house or a person to pick from all there are. */

#include "hv-option-popover.h"

G_BEGIN_DECLS

#define HV_TYPE_PICK_POPOVER (hv_pick_popover_get_type ())
G_DECLARE_FINAL_TYPE (HvPickPopover, hv_pick_popover, HV, PICK_POPOVER, HvOptionPopover)

/* Opens over a widget of an HvWindow; the kind is HV_KIND_HOUSE or HV_KIND_VOLUNTEER
 * (without the archived). Those in `without` are not in it. Lent; NULL when there is
 * nothing to pick from. */
HvPickPopover *hv_pick_popover_open (GtkWidget *over, HvKind kind, const char *title, const HvId *without,
                                     gsize n_without);

/* signal "picked" (HvPickPopover *, gint64 id) */

G_END_DECLS
