/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWhoDialog: who is in this file: the persons, what is kept about each and how old it
 * is; the way to erase somebody, and the list as a text or a spreadsheet.
 */

#include "hv-who-report.h"
#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_WHO_DIALOG (hv_who_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvWhoDialog, hv_who_dialog, HV, WHO_DIALOG, AdwWindow)

HvWhoDialog *hv_who_dialog_new (HvWindow *window);

/* Lent until the data changes; NULL while it is being looked at. */
const HvWhoReport *hv_who_dialog_get_report (HvWhoDialog *dialog);

/* actions: "who.save-text", "who.save-table", "who.erase" (x: the volunteer) */

G_END_DECLS
