/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvBesideLayout: two children beside each other, or below where there is no room.
 *
 * The first gets what the second leaves, the second its natural width. Where both
 * would be narrower than they wish, the second goes below the first. Gaps are 10 px
 * beside, 6 below.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_BESIDE_LAYOUT (hv_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (HvBesideLayout, hv_beside_layout, HV, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
