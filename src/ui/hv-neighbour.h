/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The arrow keys by what the eye sees: which of several areas is next in a direction. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The area nearest to `areas[from]` in a direction, or −1. To the left and right only what is
 * beside it counts; above and below the nearest row, and in it what is least aside. */
gint64 hv_neighbour_find (const graphene_rect_t *areas, gsize n, gsize from, GtkDirectionType direction);

/* The direction of an arrow key, also of the keypad's; false for any other key. */
gboolean hv_neighbour_parse_key (guint key, GtkDirectionType *ret_direction);

G_END_DECLS
