/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOpeningNotes: what those on duty should know: the note of the day and of its shifts,
 * the house's own note, and the check lists of house and roles.
 */

#include "hv-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OPENING_NOTES (hv_opening_notes_get_type ())
G_DECLARE_FINAL_TYPE (HvOpeningNotes, hv_opening_notes, HV, OPENING_NOTES, GtkWidget)

GtkWidget *hv_opening_notes_new (void);

/* Invisible when there is nothing to say. */
void hv_opening_notes_show (HvOpeningNotes *notes, const HvRoster *roster, const HvOpening *opening);

G_END_DECLS
