/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPlaceChip: a person on a shift, or an empty place, to press, drag and drop on: the name and,
 * when locked, a padlock; an empty place is dashed and says "Assign".
 */

#include "hv-place-button.h"

G_BEGIN_DECLS

#define HV_TYPE_PLACE_CHIP (hv_place_chip_get_type ())
G_DECLARE_FINAL_TYPE (HvPlaceChip, hv_place_chip, HV, PLACE_CHIP, HvPlaceButton)

GtkWidget *hv_place_chip_new (void);

/* Shows a place, which must live as long as the chip shows it. */
void hv_place_chip_show (HvPlaceChip *chip, const HvCardPlace *place);

G_END_DECLS
