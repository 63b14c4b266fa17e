/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvRestoreDialog: the backups of the open file, when and why each was made and what is in
 * it, and putting one back.
 *
 * What is there now is backed up first, so that a restore is undone by restoring that.
 * Another file can be chosen too.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_RESTORE_DIALOG (hv_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvRestoreDialog, hv_restore_dialog, HV, RESTORE_DIALOG, AdwWindow)

HvRestoreDialog *hv_restore_dialog_new (HvWindow *window);

/* Puts a backup back, as the button does with the chosen one. */
void hv_restore_dialog_restore (HvRestoreDialog *dialog, const char *backup);

/* Whether what is in the backups has been looked at. */
bool hv_restore_dialog_is_ready (HvRestoreDialog *dialog);

G_END_DECLS
