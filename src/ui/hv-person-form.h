/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPersonForm: name, phone, e-mail, note, language, first and last day, roles and houses
 * of somebody, to change. What is entered is saved at once; what is wrong stays as it was
 * typed and says what is wrong with it.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_PERSON_FORM (hv_person_form_get_type ())
G_DECLARE_FINAL_TYPE (HvPersonForm, hv_person_form, HV, PERSON_FORM, GtkWidget)

/* Shows the person as they are now. What is being typed about the same one stays. */
void hv_person_form_show (HvPersonForm *form, HvWindow *window, HvId volunteer);

G_END_DECLS
