/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitTable: a row a week and a column a house, to type in: counts of the weeks that
 * have been, expected visits of those to come. Enter goes to the next house; columns
 * copied from a spreadsheet can be pasted.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISIT_TABLE (hv_visit_table_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitTable, hv_visit_table, HV, VISIT_TABLE, GtkWidget)

GtkWidget *hv_visit_table_new (HvWindow *window);

/* Shows consecutive weeks of all houses. */
void hv_visit_table_show (HvVisitTable *table, HvWeek from, int n_weeks, HvWeek current);

G_END_DECLS
