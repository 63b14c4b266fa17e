/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvLoadCard: what somebody gives: shifts a week as bars, the last and the next duty,
 * and the hours of the year.
 *
 * The bars come from the snapshot at once; the rest covers every week, is asked of the
 * store, and comes a moment later.
 */

#include "hv-person-file.h"
#include "hv-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_LOAD_CARD (hv_load_card_get_type ())
G_DECLARE_FINAL_TYPE (HvLoadCard, hv_load_card, HV, LOAD_CARD, GtkWidget)

void hv_load_card_show (HvLoadCard *card, HvWorkspace *workspace, HvId volunteer);

/* The duties of every week, when they are there; NULL before that. Lent until the next show. */
const HvPersonFile *hv_load_card_get_file (HvLoadCard *card);

G_END_DECLS
