/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvHouseDetail: everything about one house, to change in place: hours, roles and numbers
 * with the week from which they count, closed days, demand with what it gives, texts.
 *
 * Each change is saved at once and can be undone. Weeks that are generated already
 * follow; for that every week is read before a change of hours or numbers is made.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_HOUSE_DETAIL (hv_house_detail_get_type ())
G_DECLARE_FINAL_TYPE (HvHouseDetail, hv_house_detail, HV, HOUSE_DETAIL, GtkWidget)

GtkWidget *hv_house_detail_new (HvWindow *window);

/* Shows a house as it is in the window's workspace. */
void hv_house_detail_show (HvHouseDetail *detail, HvId house);

G_END_DECLS
