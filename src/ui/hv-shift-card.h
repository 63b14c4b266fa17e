/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvShiftCard: one shift of the week: role, time, "3 of 5", and its places.
 *
 * The card draws its lines itself. Its places are chips, real widgets, when it is
 * rich; otherwise it draws them too, so that a thousand cards cost little. A card of
 * one place is a single line. An understaffed card has a red outline and a triangle.
 */

#include "hv-place-chip.h"

G_BEGIN_DECLS

#define HV_TYPE_SHIFT_CARD (hv_shift_card_get_type ())
G_DECLARE_FINAL_TYPE (HvShiftCard, hv_shift_card, HV, SHIFT_CARD, GtkWidget)

GtkWidget *hv_shift_card_new (void);

/* Shows a shift with its people and gap. Everything needed is copied. */
void hv_shift_card_show (HvShiftCard *card, const HvRoster *roster, const HvGap *gap);

/* Whether its places are chips. */
void hv_shift_card_set_rich (HvShiftCard *card, bool rich);

HvId hv_shift_card_get_shift (HvShiftCard *card);
guint hv_shift_card_get_n_places (HvShiftCard *card);
const HvCardPlace *hv_shift_card_get_place (HvShiftCard *card, guint n);
HvPlaceChip *hv_shift_card_get_chip (HvShiftCard *card, guint n); /* NULL unless rich */

/* The place at a point of the card, or −1. */
int hv_shift_card_find_place_at (HvShiftCard *card, double x, double y);
/* Where a place is on the card. */
void hv_shift_card_get_place_area (HvShiftCard *card, guint n, GdkRectangle *ret_area);

/* How many cards have been drawn since the program began: benchmarks count them. */
guint hv_shift_card_get_drawn (void);

/* signal "place-activated" (HvShiftCard *, guint n) */

G_END_DECLS
