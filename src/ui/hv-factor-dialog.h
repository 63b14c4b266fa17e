/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvFactorDialog: weeks with more visits than usual, or fewer: what it is, where, which
 * weeks, how many times the usual visits, and what the forecast becomes.
 */

#include "hv-field-row.h"
#include "hv-form-dialog.h"

G_BEGIN_DECLS

#define HV_TYPE_FACTOR_DIALOG (hv_factor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvFactorDialog, hv_factor_dialog, HV, FACTOR_DIALOG, HvFormDialog)

/* A factor that is there, or (HV_NONE) a new one of a house and a week. */
HvFactorDialog *hv_factor_dialog_new (HvWindow *window, HvId factor, HvId house, HvWeek week);

typedef enum
{
  HV_FACTOR_NAME,
  HV_FACTOR_FROM,
  HV_FACTOR_TO,
  HV_FACTOR_TIMES,
  HV_N_FACTOR_FIELDS
} HvFactorField;

/* A field of the form, lent; and which house is chosen (HV_NONE: all). */
HvFieldRow *hv_factor_dialog_get_field (HvFactorDialog *dialog, HvFactorField field);
void hv_factor_dialog_set_house (HvFactorDialog *dialog, HvId house);

G_END_DECLS
