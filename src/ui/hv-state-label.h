/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvStateLabel: how one opening, or a house's day of several, is staffed: a sign and a few
 * words. The empty places of all of them together; without any, what is wrong with the
 * worst shift; without that, the worst light; and why it is closed.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_STATE_LABEL (hv_state_label_get_type ())
G_DECLARE_FINAL_TYPE (HvStateLabel, hv_state_label, HV, STATE_LABEL, GtkWidget)

GtkWidget *hv_state_label_new (void);

/* `openings` (HvOpening) may be none: closed. */
void hv_state_label_show (HvStateLabel *label, const HvRoster *roster, const HvOutlook *outlook,
                          const GPtrArray *openings);

const char *hv_state_label_get_words (HvStateLabel *label);

G_END_DECLS
