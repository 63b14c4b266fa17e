/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvVolunteerRow: a person in a list: initials, name, and one line below it. */

#include "hv-volunteer-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_VOLUNTEER_ROW (hv_volunteer_row_get_type ())
G_DECLARE_FINAL_TYPE (HvVolunteerRow, hv_volunteer_row, HV, VOLUNTEER_ROW, GtkWidget)

/* Makes the rows of a list view over a HvVolunteerList. The view's own line is named
 * after the person. */
GtkListItemFactory *hv_volunteer_row_make_factory (void);

G_END_DECLS
