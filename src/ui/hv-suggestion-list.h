/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvSuggestionList: for each shift of an opening with empty places the best people for it,
 * with their reasons and a button that assigns them.
 *
 * They are looked for in a thread, among everybody; until it is done, those of before are
 * shown. The button is the action "duty.assign" (xx: shift, volunteer) of whatever holds
 * the list. Without an empty place the list is invisible.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_SUGGESTION_LIST (hv_suggestion_list_get_type ())
G_DECLARE_FINAL_TYPE (HvSuggestionList, hv_suggestion_list, HV, SUGGESTION_LIST, GtkWidget)

GtkWidget *hv_suggestion_list_new (void);

void hv_suggestion_list_show (HvSuggestionList *list, const HvRoster *roster, const HvOutlook *outlook,
                              const HvOpening *opening);

/* Whether the thread is still looking. */
bool hv_suggestion_list_is_looking (HvSuggestionList *list);

G_END_DECLS
