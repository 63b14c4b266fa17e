/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvVolunteersPage: the people: a list to search and filter, and beside it everything
 * about one of them. Narrow, it is the list or the person, with a button back.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VOLUNTEERS_PAGE (hv_volunteers_page_get_type ())
G_DECLARE_FINAL_TYPE (HvVolunteersPage, hv_volunteers_page, HV, VOLUNTEERS_PAGE, GtkWidget)

GtkWidget *hv_volunteers_page_new (HvWindow *window);

/* Shows somebody, whatever the filter; `edit` opens the form. */
void hv_volunteers_page_show_volunteer (HvVolunteersPage *page, HvId volunteer, bool edit);

G_END_DECLS
