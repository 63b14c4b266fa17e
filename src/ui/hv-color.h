/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Named colours for drawing code: the platform's and those of style.css. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "hv_gap", "window_fg_color", …. A name that no style sheet defines is a fault of
 * ours: it is drawn in the text colour and warned about. */
GdkRGBA hv_widget_get_color (GtkWidget *widget, const char *name);

/* Diagonal hatching in a colour over a rectangle: the sign of a place where people
 * are missing, also without colours. */
void hv_snapshot_hatch (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color);

G_END_DECLS
