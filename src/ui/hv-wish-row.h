/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWishRow: a number that somebody wishes, or has not said ("–", below 0).
 *
 * Pressing + several times is one wish: it is entered when the hand has rested a
 * moment, or goes elsewhere.
 */

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_WISH_ROW (hv_wish_row_get_type ())
G_DECLARE_FINAL_TYPE (HvWishRow, hv_wish_row, HV, WISH_ROW, AdwActionRow)

GtkWidget *hv_wish_row_new (const char *title, int most);

/* HV_NONE: not said. Does not write over what is being entered. */
void hv_wish_row_set_value (HvWishRow *row, gint64 value_or_none);
/* The same, and what is being entered gives way. */
void hv_wish_row_reset (HvWishRow *row, gint64 value_or_none);
gint64 hv_wish_row_get_value (HvWishRow *row);

/* Enters now what waits to be. */
void hv_wish_row_flush (HvWishRow *row);

/* signal "entered" (HvWishRow *) */

G_END_DECLS
