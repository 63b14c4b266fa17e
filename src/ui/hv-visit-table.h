/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitTable: a row a week and a column a house, to type in: counts of the weeks that
 * have been, expected visits of those to come. Enter goes to the next house, arrows up and
 * down to the weeks beside; columns copied from a spreadsheet can be pasted, as one step.
 * What is wrong is said in words below.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISIT_TABLE (hv_visit_table_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitTable, hv_visit_table, HV, VISIT_TABLE, GtkWidget)

GtkWidget *hv_visit_table_new (HvWindow *window);

/* Shows consecutive weeks. Of very many houses those around one are shown. */
void hv_visit_table_show (HvVisitTable *table, HvWeek from, int n_weeks, HvWeek current, HvId house);

/* Puts the lines of a text into the cells from one on, and saves the good ones as one
 * step, as Ctrl+V does: tabs part the houses of a line. */
void hv_visit_table_paste (HvVisitTable *table, int row, guint column, const char *text);

G_END_DECLS
