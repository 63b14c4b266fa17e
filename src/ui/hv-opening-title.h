/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOpeningTitle: the line above an opening in a list: house, day, the visits expected,
 * and how it is staffed or why it is closed.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OPENING_TITLE (hv_opening_title_get_type ())
G_DECLARE_FINAL_TYPE (HvOpeningTitle, hv_opening_title, HV, OPENING_TITLE, GtkWidget)

GtkWidget *hv_opening_title_new (void);

/* With the opening's hours where its house has `several` that day. */
void hv_opening_title_show (HvOpeningTitle *title, const HvRoster *roster, const HvOutlook *outlook,
                            const HvOpening *opening, bool several);

HvId hv_opening_title_get_house (HvOpeningTitle *title);

/* signal "activated" (HvOpeningTitle *): the house's name was pressed */

G_END_DECLS
