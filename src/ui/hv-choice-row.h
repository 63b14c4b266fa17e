/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvChoiceRow: a choice as a line of a list: number, picture, title, reasons with
 * icons, warnings, or why not; and below them the question for a reason, while it is
 * asked.
 */

#include "hv-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_CHOICE_ROW (hv_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (HvChoiceRow, hv_choice_row, HV, CHOICE_ROW, GtkWidget)

/* `anyway` is the verb of the button beside the reason ("Assign anyway"). With an icon
 * every line has it; without (NULL) the lines are people with their initials. A roomy
 * row has long texts: what speaks against it stands below the title, not beside it. */
GtkWidget *hv_choice_row_new (const char *icon_name, bool roomy, const char *anyway);

/* Shows a choice that has been described; NULL lets go of the one before. */
void hv_choice_row_show (HvChoiceRow *row, HvChoice *choice);
HvChoice *hv_choice_row_get_choice (HvChoiceRow *row);

/* signal "chosen" (HvChoiceRow *): pressed with the pointer
 * signal "confirmed" (HvChoiceRow *): a reason was given; it is in hv_choice_get_typed ()
 * signal "withdrawn" (HvChoiceRow *): the question was left again with Escape */

G_END_DECLS
