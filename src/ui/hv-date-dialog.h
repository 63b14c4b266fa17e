/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvDateDialog: one date of an event: when, where, how many guests, and how many of each
 * role are needed at least.
 */

#include "hv-field-row.h"
#include "hv-form-dialog.h"

G_BEGIN_DECLS

#define HV_TYPE_DATE_DIALOG (hv_date_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvDateDialog, hv_date_dialog, HV, DATE_DIALOG, HvFormDialog)

/* An opening that is there, or (HV_NONE) a new one of a house: like its last one. The
 * roster has to have all weeks; it is kept. */
HvDateDialog *hv_date_dialog_new (HvWindow *window, const HvRoster *everything, HvId house, HvId opening);

typedef enum
{
  HV_DATE_DAY,
  HV_DATE_START,
  HV_DATE_END,
  HV_DATE_ADDRESS,
  HV_DATE_GUESTS,
  HV_N_DATE_FIELDS
} HvDateField;

HvFieldRow *hv_date_dialog_get_field (HvDateDialog *dialog, HvDateField field); /* lent */
void hv_date_dialog_set_number (HvDateDialog *dialog, HvId role, int minimum);

G_END_DECLS
