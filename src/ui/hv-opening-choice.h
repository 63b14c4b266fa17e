/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOpeningChoice: which house, and which of its openings in the snapshot: the latest one
 * that has begun, until another is chosen. Closed ones are not among them.
 */

#include "hv-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OPENING_CHOICE (hv_opening_choice_get_type ())
G_DECLARE_FINAL_TYPE (HvOpeningChoice, hv_opening_choice, HV, OPENING_CHOICE, GtkWidget)

GtkWidget *hv_opening_choice_new (void);

/* Shows the choices of a roster; what was chosen stays while it is there. */
void hv_opening_choice_show (HvOpeningChoice *choice, const HvRoster *roster, HvDay today);

HvId hv_opening_choice_get_house (HvOpeningChoice *choice);   /* HV_NONE: there is none */
HvId hv_opening_choice_get_opening (HvOpeningChoice *choice); /* HV_NONE: there is none */

/* As somebody would. */
void hv_opening_choice_set_house (HvOpeningChoice *choice, HvId house);

/* signal "chosen" (HvOpeningChoice *): another house or opening */

G_END_DECLS
