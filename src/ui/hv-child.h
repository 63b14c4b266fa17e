/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The children of a widget that lays them out itself. GTK wants every child at least as wide as
 * it asks for, also where its parent has less room; what is not visible takes none.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

int hv_child_get_least_width (GtkWidget *child);
int hv_child_get_width (GtkWidget *child); /* what it would like to have */

/* The height it would like to have where there is so much width; −1: as much as it likes. */
int hv_child_get_height (GtkWidget *child, int width);

/* Gives it its place. */
void hv_child_allocate (GtkWidget *child, int x, int y, int width, int height);

G_END_DECLS
