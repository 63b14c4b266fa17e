/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* A transient popover: one that is made when it is needed, and gone when it is closed.
 *
 * The popover hangs on a widget that must stay while it is open (the page, not one of
 * its cards, which come and go with the data). It closes when that widget leaves the
 * screen, and gives the focus back to whatever had it.
 */

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Opens a new popover over a widget, or over an area of it (NULL: all of it). */
void hv_transient_open (GtkPopover *popover, GtkWidget *over, const GdkRectangle *area);

G_END_DECLS
