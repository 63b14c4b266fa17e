/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTemplateDialog: a shift that comes back: role, weekday, time, how many, in which
 * weeks. It asks from which week the change counts, and says what changes of what is
 * planned already, before it does.
 */

#include "hv-field-row.h"
#include "hv-form-dialog.h"

G_BEGIN_DECLS

#define HV_TYPE_TEMPLATE_DIALOG (hv_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvTemplateDialog, hv_template_dialog, HV, TEMPLATE_DIALOG, HvFormDialog)

/* A template that is there, or (HV_NONE) a new one of a house. */
HvTemplateDialog *hv_template_dialog_new (HvWindow *window, HvId house, HvId tmpl);

/* Everything planned is there to say what changes. */
bool hv_template_dialog_is_ready (HvTemplateDialog *dialog);

/* As somebody would. */
void hv_template_dialog_set_minimum (HvTemplateDialog *dialog, int minimum);
void hv_template_dialog_set_from (HvTemplateDialog *dialog, HvWeek week);

typedef enum
{
  HV_TEMPLATE_NAME, /* of a role that is not there yet */
  HV_TEMPLATE_START,
  HV_TEMPLATE_END,
  HV_N_TEMPLATE_FIELDS
} HvTemplateField;

HvFieldRow *hv_template_dialog_get_field (HvTemplateDialog *dialog, HvTemplateField field); /* lent */

G_END_DECLS
