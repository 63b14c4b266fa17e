/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvHousesPage: the houses section: the list of houses, and one house to change. */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_HOUSES_PAGE (hv_houses_page_get_type ())
G_DECLARE_FINAL_TYPE (HvHousesPage, hv_houses_page, HV, HOUSES_PAGE, GtkWidget)

GtkWidget *hv_houses_page_new (HvWindow *window);

G_END_DECLS
