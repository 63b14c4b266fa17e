/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvNamesForm: names of new volunteers, one a line, with the role and the house they
 * begin in.
 *
 * It says at once how many there will be, who is there already, and which line cannot be
 * a name. It changes nothing by itself.
 */

#include "hv-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_NAMES_FORM (hv_names_form_get_type ())
G_DECLARE_FINAL_TYPE (HvNamesForm, hv_names_form, HV, NAMES_FORM, GtkWidget)

/* The roles and houses to choose from, and the names that are taken. What was chosen
 * and typed stays. */
void hv_names_form_show (HvNamesForm *form, const HvRoster *roster);

/* How many new people the names are; 0 where a line cannot be one. */
guint hv_names_form_count (HvNamesForm *form);
bool hv_names_form_is_empty (HvNamesForm *form); /* nothing is typed */
void hv_names_form_clear (HvNamesForm *form);

/* The edit that adds them, and the id of the first; NULL when there is nobody to add. */
HvEdit *hv_names_form_make_edit (HvNamesForm *form, HvId *ret_first);

/* signal "changed" (HvNamesForm *): another number of people */

G_END_DECLS
