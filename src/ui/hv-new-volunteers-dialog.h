/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvNewVolunteersDialog: new people by name, one a line.
 *
 * What it holds is HvNamesForm. Nothing is saved before "Add".
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_NEW_VOLUNTEERS_DIALOG (hv_new_volunteers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvNewVolunteersDialog, hv_new_volunteers_dialog, HV, NEW_VOLUNTEERS_DIALOG, AdwWindow)

HvNewVolunteersDialog *hv_new_volunteers_dialog_new (HvWindow *window);

/* signal "added" (HvNewVolunteersDialog *, gint64 first): the edit is on its way; the id of the first of them */

G_END_DECLS
