/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvReasonQuestion: asks why a rule is set aside, in the line that it is about: an entry
 * and a button that says what happens then. Blanks are no reason.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_REASON_QUESTION (hv_reason_question_get_type ())
G_DECLARE_FINAL_TYPE (HvReasonQuestion, hv_reason_question, HV, REASON_QUESTION, GtkBox)

/* `anyway` is the button's label: "Assign Anyway". */
GtkWidget *hv_reason_question_new (const char *anyway);

void hv_reason_question_set_text (HvReasonQuestion *question, const char *text);
const char *hv_reason_question_get_text (HvReasonQuestion *question);

/* signal "changed" (HvReasonQuestion *): something was typed
 * signal "confirmed" (HvReasonQuestion *): there is a reason, and the button or Enter was pressed
 * signal "withdrawn" (HvReasonQuestion *): Escape was pressed */

G_END_DECLS
