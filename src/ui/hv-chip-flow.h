/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvChipFlow: where the chips of a card stand, in reading order.
 *
 * The room is cut into columns of one width: one, two from 150 px, three from 380,
 * four from 560. A chip takes as many columns as its text needs, so that no name is
 * cut that has room in the whole line; what does not fit in the rest of a line begins
 * the next. Only a chip wider than the room is cut.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_CHIP_GAP 5 /* px between chips, both ways */

/* How many columns a room of `width` px has. With one, the widths of chips do not matter. */
int hv_chip_flow_count_columns (int width);

/* The areas of `n` chips that need `widths` px each, all `height` px high, in a room of
 * `width` px whose upper left corner is 0, 0. Lent `ret_areas` has room for `n`.
 * Returns the height of all lines in px, 0 for no chips. `widths` may be NULL where
 * there is one column. */
int hv_chip_flow_place (const int *widths, guint n, int width, int height, GdkRectangle *ret_areas);

G_END_DECLS
