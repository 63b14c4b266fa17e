/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvEditPremises: what an edit follows from besides the records it changes.
 *
 * Two people who work at the same time meet where they change the same record, and the
 * store notices. They also meet where both add: two who generate the same week would
 * make it twice, and two who fill the last place of a shift would both have seen it
 * free. The store is told what was seen, and refuses (HV_ERROR_CONFLICT) whoever is
 * second.
 */

#include "hv-outlook.h"
#include "hv-store.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *houses; /* HvId */
  GArray *shifts; /* HvShiftSeen */
} HvEditPremises;

/* Of an edit computed from a roster and its outlook. */
HvEditPremises *hv_edit_premises_new (const HvEdit *edit, const HvRoster *roster, const HvOutlook *outlook);
void hv_edit_premises_free (HvEditPremises *premises);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvEditPremises, hv_edit_premises_free)

/* Lends them to the step that is to be made. */
void hv_edit_premises_tell (const HvEditPremises *premises, HvStepInfo *info);

G_END_DECLS
