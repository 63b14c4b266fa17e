/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvAsideLayout: the first child, and the second beside it where there is room; below it
 * where there is not.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_ASIDE_LAYOUT (hv_aside_layout_get_type ())
G_DECLARE_FINAL_TYPE (HvAsideLayout, hv_aside_layout, HV, ASIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *hv_aside_layout_new (void);

G_END_DECLS
