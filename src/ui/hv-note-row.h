/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvNoteRow: a text of several lines in a form. Like HvFieldRow it says at once what is
 * wrong, keeps what is typed, and enters it when the focus goes elsewhere.
 */

#include "hv-field-row.h"

G_BEGIN_DECLS

#define HV_TYPE_NOTE_ROW (hv_note_row_get_type ())
G_DECLARE_FINAL_TYPE (HvNoteRow, hv_note_row, HV, NOTE_ROW, AdwPreferencesRow)

GtkWidget *hv_note_row_new (const char *title, const char *advice);

void hv_note_row_set_check (HvNoteRow *row, HvFieldCheck check, gpointer data);

void hv_note_row_set_value (HvNoteRow *row, const char *value); /* not over what is being typed */
void hv_note_row_reset (HvNoteRow *row, const char *value);
char *hv_note_row_dup_text (HvNoteRow *row);
void hv_note_row_type (HvNoteRow *row, const char *text); /* as somebody would */
const char *hv_note_row_get_error (HvNoteRow *row);       /* NULL: nothing is wrong */

/* signal "entered" (HvNoteRow *) */

G_END_DECLS
