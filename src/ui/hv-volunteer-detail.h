/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvVolunteerDetail: everything about one person, to read and to change in place.
 *
 * On top who it is; behind the pencil the form with name, phone, roles and houses; below
 * the ordinary week and the absences on one side, the wishes, the load and the calendar on
 * the other. Narrow, the sides stand below each other. What is changed is saved at once.
 */

#include "hv-person-file.h"
#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VOLUNTEER_DETAIL (hv_volunteer_detail_get_type ())
G_DECLARE_FINAL_TYPE (HvVolunteerDetail, hv_volunteer_detail, HV, VOLUNTEER_DETAIL, GtkWidget)

/* Shows somebody as the workspace of the window has them now; the same one again keeps
 * what is being typed. HV_NONE lets go. */
void hv_volunteer_detail_show (HvVolunteerDetail *detail, HvWindow *window, HvId volunteer);

HvId hv_volunteer_detail_get_volunteer (HvVolunteerDetail *detail); /* HV_NONE: nobody */

/* Opens the form, or closes it. */
void hv_volunteer_detail_set_editing (HvVolunteerDetail *detail, bool editing);

/* One thing a line where there is little room. */
void hv_volunteer_detail_set_narrow (HvVolunteerDetail *detail, bool narrow);

/* Their duties of every week, once they are there; else NULL. */
const HvPersonFile *hv_volunteer_detail_get_file (HvVolunteerDetail *detail);

/* signal "unarchive" (HvVolunteerDetail *) */

G_END_DECLS
