/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitsPage: the visits section: counting at the door, the chart of counts and
 * expectations, and the table of weeks to type in.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISITS_PAGE (hv_visits_page_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitsPage, hv_visits_page, HV, VISITS_PAGE, GtkWidget)

GtkWidget *hv_visits_page_new (HvWindow *window);

G_END_DECLS
