/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPlaceButton: a place of a shift to press: by the pointer, Enter or Space. How it looks is up
 * to its kinds, HvPlaceChip, HvDutyBar and HvDutyCell; what pressing does, to its owner.
 *
 * A screen reader reads the place's sentence. An empty place has the style class "slot", one whose
 * person fills no place "struck".
 */

#include "hv-card-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_PLACE_BUTTON (hv_place_button_get_type ())
G_DECLARE_DERIVABLE_TYPE (HvPlaceButton, hv_place_button, HV, PLACE_BUTTON, GtkWidget)

struct _HvPlaceButtonClass
{
  GtkWidgetClass parent_class;
};

/* The place it shows; NULL before it shows any. */
const HvCardPlace *hv_place_button_get_place (HvPlaceButton *button);

/* signal "activated" (HvPlaceButton *) */

/* --- for its kinds --- */

/* Shows a place, which must live as long as the button shows it. */
void hv_place_button_set_place (HvPlaceButton *button, const HvCardPlace *place);

/* Who is there, struck out where they fill no place; on an empty place what to do about it. */
void hv_place_button_show_name (HvPlaceButton *button, GtkLabel *label, const char *invitation);

G_END_DECLS
