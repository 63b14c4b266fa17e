/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvOpenDays: on which days of the week a house is open, and from when to when: seven
 * buttons, and a row of times for each that is pressed.
 */

#include "hv-house-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OPEN_DAYS (hv_open_days_get_type ())
G_DECLARE_FINAL_TYPE (HvOpenDays, hv_open_days, HV, OPEN_DAYS, GtkWidget)

void hv_open_days_set (HvOpenDays *days, const bool open[7], const HvTimes times[7]);

/* Times that cannot be read are those that were there before. */
void hv_open_days_get (HvOpenDays *days, bool ret_open[7], HvTimes ret_times[7]);

/* signal "changed" (HvOpenDays *) */

G_END_DECLS
