/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOpeningGroup: one opening of one day, to change: how many places each shift has on
 * this day, a shift more or fewer, the note of the day, and of an evening the address
 * and the guests. Every change is one step, made durable at once.
 *
 * A number that is typed stays whatever the visitors would need; the suggestion stands
 * beside it, and a button goes back to it.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_OPENING_GROUP (hv_opening_group_get_type ())
G_DECLARE_FINAL_TYPE (HvOpeningGroup, hv_opening_group, HV, OPENING_GROUP, AdwPreferencesGroup)

/* `window` is lent, and outlives the group. */
GtkWidget *hv_opening_group_new (HvWindow *window, HvId opening);

HvId hv_opening_group_get_opening (HvOpeningGroup *group);

/* Shows the opening as the workspace has it now; what is being typed stays. */
void hv_opening_group_update (HvOpeningGroup *group);

G_END_DECLS
