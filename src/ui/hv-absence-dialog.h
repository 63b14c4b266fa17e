/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvAbsenceDialog: enters, changes or deletes one absence, or enters a pause.
 *
 * What is typed is answered at once: what is wrong with it, which weeks it meets, and
 * which duties become empty places. Nothing is saved before "Save".
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_ABSENCE_DIALOG (hv_absence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvAbsenceDialog, hv_absence_dialog, HV, ABSENCE_DIALOG, AdwWindow)

/* A new absence of somebody; with an id (else 0) that one is changed. */
HvAbsenceDialog *hv_absence_dialog_new (HvWindow *window, HvId volunteer, HvId absence);

/* A new pause: days only, and the last one may be left out. */
HvAbsenceDialog *hv_absence_dialog_new_pause (HvWindow *window, HvId volunteer);

G_END_DECLS
