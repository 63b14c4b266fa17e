/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvImportDialog: volunteers from a spreadsheet.
 *
 * The file is read in the background; then it says how many are new, who is there
 * already, and which lines are refused and why. Nothing is saved before the answer, and
 * then all of it is one step. It can be given up at any time: while it is read, and while
 * it is saved, and then nothing has changed.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_IMPORT_DIALOG (hv_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvImportDialog, hv_import_dialog, HV, IMPORT_DIALOG, AdwWindow)

HvImportDialog *hv_import_dialog_new (HvWindow *window, GFile *file);

/* Asks for the spreadsheet first. `over` is an HvWindow or a dialog of one. */
void hv_import_dialog_ask (GtkWindow *over);

typedef enum
{
  HV_IMPORT_READING,
  HV_IMPORT_PREVIEW,
  HV_IMPORT_FAILED, /* the file cannot be read at all */
  HV_IMPORT_SAVING,
} HvImportState;

HvImportState hv_import_dialog_get_state (HvImportDialog *dialog);

/* Takes the good lines in, as the button does. */
void hv_import_dialog_take (HvImportDialog *dialog);

G_END_DECLS
