/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFieldRow: one line of text in a form, that says at once what is wrong with it.
 *
 * What is typed is checked with every letter, and the sentence stands under the field
 * for as long as it is true; what was typed stays. Enter, or going elsewhere, enters
 * it when it is right and different. A new value from the data never writes over
 * what somebody is typing.
 */

#include <adwaita.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_TYPE_FIELD_ROW (hv_field_row_get_type ())
G_DECLARE_FINAL_TYPE (HvFieldRow, hv_field_row, HV, FIELD_ROW, AdwPreferencesRow)

/* False with a sentence when a text cannot be entered. */
typedef bool (*HvFieldCheck) (const char *text, gpointer data, GError **error);

GtkWidget *hv_field_row_new (const char *title);

void hv_field_row_set_title (HvFieldRow *row, const char *title);

/* What to write, in grey: "22.5.2026". */
void hv_field_row_set_hint (HvFieldRow *row, const char *hint);
void hv_field_row_set_check (HvFieldRow *row, HvFieldCheck check, gpointer data, GDestroyNotify free_data);
void hv_field_row_set_purpose (HvFieldRow *row, GtkInputPurpose purpose);

/* A widget at the end of the line, such as a button that opens a calendar. */
void hv_field_row_add_suffix (HvFieldRow *row, GtkWidget *suffix);

/* The value of the data. */
void hv_field_row_set_value (HvFieldRow *row, const char *value);
/* The same, and what somebody is typing gives way: another thing is shown now. */
void hv_field_row_reset (HvFieldRow *row, const char *value);

const char *hv_field_row_get_text (HvFieldRow *row); /* as it stands there */
/* Writes as somebody would who types. */
void hv_field_row_type (HvFieldRow *row, const char *text);

/* The sentence under the field; NULL when nothing is wrong. */
const char *hv_field_row_get_error (HvFieldRow *row);
/* Says what somebody else found wrong, until the text is changed; NULL: nothing is. */
void hv_field_row_set_error (HvFieldRow *row, const char *error);

/* signal "typed" (HvFieldRow *): another text stands there
 * signal "entered" (HvFieldRow *): it is right, different, and meant */

G_END_DECLS
