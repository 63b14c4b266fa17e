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

GtkWidget *hv_volunteer_row_new (void);

/* Shows a person and follows their changes; NULL lets go. Whatever the row is in (the
 * list's own line) is named after the person. */
void hv_volunteer_row_show (HvVolunteerRow *row, HvVolunteerItem *item);

G_END_DECLS
