/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOptionRow: an option as a line of a list: number, picture, title, reasons with
 * icons, warnings, or why not; and below them the question for a reason, while it is
 * asked.
 */

#include "hv-option.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_OPTION_ROW (hv_option_row_get_type ())
G_DECLARE_FINAL_TYPE (HvOptionRow, hv_option_row, HV, OPTION_ROW, GtkWidget)

/* `anyway` is the verb of the button beside the reason ("Assign anyway"). With an icon
 * every line has it; without (NULL) the lines are people with their initials. A roomy
 * row has long texts: what speaks against it stands below the title, not beside it. */
GtkWidget *hv_option_row_new (const char *icon_name, bool roomy, const char *anyway);

/* Shows an option that has been described; NULL lets go of the one before. */
void hv_option_row_show (HvOptionRow *row, HvOption *option);
HvOption *hv_option_row_get_option (HvOptionRow *row);

/* signal "chosen" (HvOptionRow *): pressed with the pointer
 * signal "confirmed" (HvOptionRow *): a reason was given; it is in hv_option_get_typed ()
 * signal "withdrawn" (HvOptionRow *): the question was left again with Escape */

G_END_DECLS
