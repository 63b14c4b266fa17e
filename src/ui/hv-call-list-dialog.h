/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvCallListDialog: who can step in. Opens when somebody has called off, and says whom to
 * ring in which order, with the phone numbers. Beside each stand the answers yes, no and
 * no answer; they are kept, and a yes assigns (taken back by another answer). It stays
 * open beside the window while others are tried, and the order stays as it was. It
 * closes by itself when the shift is gone, or whoever called off comes after all.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_CALL_LIST_DIALOG (hv_call_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvCallListDialog, hv_call_list_dialog, HV, CALL_LIST_DIALOG, AdwWindow)

/* `called_off` is the assignment of whoever cannot come: it may still be on its way into the snapshot. */
GtkWidget *hv_call_list_dialog_new (HvWindow *window, HvId called_off);

G_END_DECLS
