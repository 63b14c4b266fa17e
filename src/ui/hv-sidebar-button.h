/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The button that every page's header begins with: shows and hides the sidebar. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hv_sidebar_button_new (void);

G_END_DECLS
