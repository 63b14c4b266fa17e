/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvDutyBar: a person's time on duty as a bar, or an empty place as a dashed one.
 *
 * Where it lies on the time axis, and dragging its ends, is up to the
 * lanes it stands in. While it is hovered or has the focus it shows where to take hold.
 */

#include "hv-place-button.h"

G_BEGIN_DECLS

#define HV_TYPE_DUTY_BAR (hv_duty_bar_get_type ())
G_DECLARE_FINAL_TYPE (HvDutyBar, hv_duty_bar, HV, DUTY_BAR, HvPlaceButton)

#define HV_DUTY_BAR_GRIP 8 /* pixels at an end that take hold of it */

GtkWidget *hv_duty_bar_new (void);

/* Shows a place, which must live as long as the bar shows it, with its time on duty. */
void hv_duty_bar_show (HvDutyBar *bar, const HvCardPlace *place, HvSpan span);

/* Another time while an end is being dragged; nothing else changes. */
void hv_duty_bar_set_span (HvDutyBar *bar, HvSpan span);

/* Whether its ends can be moved: not those of empty places, nor of who is not coming. */
bool hv_duty_bar_can_stretch (HvDutyBar *bar);

G_END_DECLS
