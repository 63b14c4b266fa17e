/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOpeningView: everything about one open opening: on the left people against need and
 * who is on duty when, on the right what is wrong in words, how long people wait with
 * more or fewer on duty, who could fill the empty places, and the notes.
 */

#include "hv-shift-lanes.h"
#include "hv-suggestion-list.h"

G_BEGIN_DECLS

#define HV_TYPE_OPENING_VIEW (hv_opening_view_get_type ())
G_DECLARE_FINAL_TYPE (HvOpeningView, hv_opening_view, HV, OPENING_VIEW, GtkWidget)

GtkWidget *hv_opening_view_new (void);

/* `titled`: its hours stand above it, because the day has several openings. */
void hv_opening_view_show (HvOpeningView *view, const HvRoster *roster, const HvOutlook *outlook,
                           const HvOpening *opening, bool titled);

HvShiftLanes *hv_opening_view_get_lanes (HvOpeningView *view);
HvSuggestionList *hv_opening_view_get_suggestions (HvOpeningView *view);

G_END_DECLS
