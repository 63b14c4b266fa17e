/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitQuestion: "Is 530 right? Usually 31–77 come. Was it a special week?", after a
 * count that is far from the forecast. The forecast does not learn from a special week,
 * unless it is said how special it was. Nothing is shown when there is nothing to ask.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISIT_QUESTION (hv_visit_question_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitQuestion, hv_visit_question, HV, VISIT_QUESTION, GtkWidget)

GtkWidget *hv_visit_question_new (void);

/* Asks about an opening, if there is something to ask; shows or hides itself. */
void hv_visit_question_show (HvVisitQuestion *question, HvWindow *window, HvId opening);

/* As its buttons do. */
void hv_visit_question_answer (HvVisitQuestion *question, bool special);

/* signal "special" (HvVisitQuestion *): yes, it was */

G_END_DECLS
