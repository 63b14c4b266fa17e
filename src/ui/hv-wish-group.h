/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWishGroup: what somebody wishes: how often, and with whom. What is entered is saved at once. */

#include <adwaita.h>

#include "hv-person-edit.h"

G_BEGIN_DECLS

#define HV_TYPE_WISH_GROUP (hv_wish_group_get_type ())
G_DECLARE_FINAL_TYPE (HvWishGroup, hv_wish_group, HV, WISH_GROUP, AdwPreferencesGroup)

void hv_wish_group_show (HvWishGroup *group, const HvRoster *roster, HvId volunteer);

/* As if chosen after "add": a wish about another person. */
void hv_wish_group_add (HvWishGroup *group, HvPairKind kind, HvId other);

/* "Rather together with", "Never together with", "Drives with". Static. */
const char *hv_wish_group_get_title (HvPairKind kind);

/* signal "add" (HvWishGroup *, int kind, GtkWidget *): somebody is to be chosen; over this widget */

G_END_DECLS
