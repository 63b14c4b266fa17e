/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvSidebarButton: what every page's header begins with: shows and hides the sidebar.
 * In interface files too. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_SIDEBAR_BUTTON (hv_sidebar_button_get_type ())
G_DECLARE_FINAL_TYPE (HvSidebarButton, hv_sidebar_button, HV, SIDEBAR_BUTTON, GtkWidget)

GtkWidget *hv_sidebar_button_new (void);

G_END_DECLS
