/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFirstHouse: a house in four answers: its name, when it is open, how many people, how
 * many visits; and beside them what that will be like. It changes nothing by itself.
 */

#include "hv-house-start.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_FIRST_HOUSE (hv_first_house_get_type ())
G_DECLARE_FINAL_TYPE (HvFirstHouse, hv_first_house, HV, FIRST_HOUSE, GtkWidget)

/* Begins with a new house. Times and numbers of people stay those of the house before. */
void hv_first_house_begin (HvFirstHouse *form, const HvRoster *roster);

/* The house of these answers is kept now (HV_NONE: it is not there any more): other
 * answers change it. */
void hv_first_house_kept (HvFirstHouse *form, const HvRoster *roster, HvId house);

/* What the answers make; NULL with a sentence where they cannot. Its first HV_KIND_HOUSE
 * put is the house. */
HvEdit *hv_first_house_make_edit (HvFirstHouse *form, GError **error);

bool hv_first_house_is_named (HvFirstHouse *form);
bool hv_first_house_is_changed (HvFirstHouse *form); /* since it began, or was kept */

/* Shows why it could not be kept, where somebody looks; NULL: it could. */
void hv_first_house_say (HvFirstHouse *form, const char *mistake);

G_END_DECLS
