/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitFacts: what else was seen at an opening that was counted: people who left without
 * help, the waiting, how long a visit took, and a note of the day. Before anybody is
 * counted there is nothing to note it beside.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISIT_FACTS (hv_visit_facts_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitFacts, hv_visit_facts, HV, VISIT_FACTS, AdwPreferencesGroup)

GtkWidget *hv_visit_facts_new (HvWindow *window);

/* Shows an opening (HV_NONE: none) as the snapshot has it; what is being typed stays. */
void hv_visit_facts_show (HvVisitFacts *facts, HvId opening);

G_END_DECLS
