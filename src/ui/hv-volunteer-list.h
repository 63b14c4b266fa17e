/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvVolunteerList: the people of an organisation as a list to look through.
 *
 * Sorted as the reader's language sorts names. It holds the whole organisation and shows
 * those that the filter lets through; items are made when a row asks for one. A new roster
 * patches it: who has not changed stays, with selection and scroll. It is a selection
 * model itself, of one person or nobody, who stays selected while filtered out.
 */

#include "hv-volunteer-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_VOLUNTEER_LIST (hv_volunteer_list_get_type ())
G_DECLARE_FINAL_TYPE (HvVolunteerList, hv_volunteer_list, HV, VOLUNTEER_LIST, GObject)

typedef enum
{
  HV_VOLUNTEERS_ALL, /* but the archived */
  HV_VOLUNTEERS_FREE,
  HV_VOLUNTEERS_ARCHIVED,
} HvVolunteersShown;

typedef struct
{
  HvVolunteersShown shown;
  HvWeek week;        /* in which the free ones are free */
  HvId role;          /* who have it; HV_NONE: whatever role */
  const char *search; /* words, each of which is in the name, in any case and without
                       * accents, or as it is in phone or e-mail; NULL or "": everybody */
} HvVolunteerFilter;

HvVolunteerList *hv_volunteer_list_new (void);

void hv_volunteer_list_set_roster (HvVolunteerList *list, const HvRoster *roster, HvDay today);
void hv_volunteer_list_set_filter (HvVolunteerList *list, const HvVolunteerFilter *filter); /* copies it */

/* How many there are, shown or not. */
guint hv_volunteer_list_count_active (HvVolunteerList *list);
guint hv_volunteer_list_count_archived (HvVolunteerList *list);

/* The place of a person in what is shown; GTK_INVALID_LIST_POSITION. */
guint hv_volunteer_list_find (HvVolunteerList *list, HvId volunteer);

HvId hv_volunteer_list_get_selected (HvVolunteerList *list); /* HV_NONE: nobody */
void hv_volunteer_list_select (HvVolunteerList *list, HvId volunteer);

/* property "selected" (gint64): notified when another person is selected */

G_END_DECLS
