/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPeopleGrid: the week by person: rows are people, columns days, and in them the houses
 * and times of their duties (HvPersonRow).
 *
 * People without a duty come last, and only when the switch at the foot shows them. The
 * rows are those of a list view: twenty thousand people cost what a screenful does. The
 * table is one stop of the Tab key; the arrows move from duty to duty, and to the names of
 * those who have none.
 */

#include "hv-people-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_PEOPLE_GRID (hv_people_grid_get_type ())
G_DECLARE_FINAL_TYPE (HvPeopleGrid, hv_people_grid, HV, PEOPLE_GRID, GtkWidget)

GtkWidget *hv_people_grid_new (void);

/* Shows a week of one house, or of all (HV_NONE); `weekends` as in the grid. The roster is
 * kept until the next. */
void hv_people_grid_show (HvPeopleGrid *grid, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house,
                          bool weekends);

/* Whether people without a duty are shown. */
void hv_people_grid_set_idle_shown (HvPeopleGrid *grid, bool shown);

HvPeopleList *hv_people_grid_get_people (HvPeopleGrid *grid);

/* As in the grid; there are no empty places here. */
bool hv_people_grid_focus (HvPeopleGrid *grid, HvGridPlace place);
bool hv_people_grid_get_current (HvPeopleGrid *grid, HvGridPlace *ret_place);

/* signal "place-activated" (HvPeopleGrid *, gpointer place, gpointer area): a duty was pressed, Enter or Space; place
 * is its HvCardPlace and area a GdkRectangle of the grid, both lent for the call signal "person-activated"
 * (HvPeopleGrid *, gint64 volunteer): a name was pressed */

G_END_DECLS
