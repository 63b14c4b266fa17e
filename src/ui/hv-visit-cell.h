/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitCell: the visits of one house in one week, to type in: a count when the week has
 * been, expected visits when it is to come, and "Closed" when there is nothing to type.
 *
 * What is typed is checked with every letter and stays until it is entered, also when the
 * data changes meanwhile. An empty cell takes the number back: nobody counted, or what the
 * forecast says.
 */

#include "hv-edit.h"
#include "hv-visit-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_VISIT_CELL (hv_visit_cell_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitCell, hv_visit_cell, HV, VISIT_CELL, GtkWidget)

GtkWidget *hv_visit_cell_new (void);

/* Another house or week lets go of what was being typed. `said` is what a screen reader
 * calls it. */
void hv_visit_cell_show (HvVisitCell *cell, const HvVisitWeek *visits, HvDay today, const char *said);

bool hv_visit_cell_is_open (HvVisitCell *cell); /* there is something to type */
const char *hv_visit_cell_get_text (HvVisitCell *cell);
void hv_visit_cell_type (HvVisitCell *cell, const char *text); /* as somebody would */

/* What is wrong with what stands there, as a sentence; NULL when nothing is. */
const char *hv_visit_cell_get_mistake (HvVisitCell *cell);

/* The edit of what was typed; NULL when it is as it was, or wrong. */
HvEdit *hv_visit_cell_make_edit (HvVisitCell *cell, const HvRoster *roster);

/* signal "typed" (HvVisitCell *): another text stands there
 * signal "entered" (HvVisitCell *, gboolean on): Enter (on: to the next one), or the focus went elsewhere */

G_END_DECLS
