/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvDayDialog: one house on one date, and all that can be so on that date only: closed
 * for a reason, and who must be told; open again; an opening more; other numbers of
 * people, a shift more or fewer, a note (HvOpeningGroup). Another day or house is one
 * key away. It follows the data and stays open beside what it changes.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_DAY_DIALOG (hv_day_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvDayDialog, hv_day_dialog, HV, DAY_DIALOG, AdwWindow)

/* The house must be in the roster. The window owns the dialog. */
GtkWidget *hv_day_dialog_new (HvWindow *window, HvId house, HvDay day);

HvDay hv_day_dialog_get_day (HvDayDialog *dialog);

G_END_DECLS
