/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvFormDialog: a small form in a window of its own: rows, what they come to in a
 * sentence, Cancel and Save. For things that are entered as a whole, where every field
 * saving itself would show the world half of them.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_FORM_DIALOG (hv_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (HvFormDialog, hv_form_dialog, HV, FORM_DIALOG, AdwWindow)

struct _HvFormDialogClass
{
  AdwWindowClass parent_class;

  /* What to save; NULL with an error that is shown below the form. The sentence is said
   * in a toast with Undo. */
  HvEdit *(*make_edit) (HvFormDialog *dialog, char **ret_sentence, GError **error);

  /* The same of the button that takes the thing away; NULL where there is none. */
  HvEdit *(*make_removal) (HvFormDialog *dialog, char **ret_sentence, GError **error);
};

/* Saves and closes; as the button does. False when it could not be. */
bool hv_form_dialog_save (HvFormDialog *dialog);
bool hv_form_dialog_remove (HvFormDialog *dialog);

/* What stands below the form: what it comes to, or what is wrong. */
const char *hv_form_dialog_get_status (HvFormDialog *dialog);

/* --- for the types made from it --- */

/* The window that it belongs to; once, first. */
void hv_form_dialog_set_window (HvFormDialog *dialog, HvWindow *window);
HvWindow *hv_form_dialog_get_window (HvFormDialog *dialog);       /* lent */
const HvRoster *hv_form_dialog_get_roster (HvFormDialog *dialog); /* lent until the next change */

void hv_form_dialog_add (HvFormDialog *dialog, GtkWidget *group);
void hv_form_dialog_offer_removal (HvFormDialog *dialog, const char *label);

/* NULL says nothing; what is wrong cannot be saved. */
void hv_form_dialog_set_status (HvFormDialog *dialog, const char *text, bool wrong);

G_END_DECLS
