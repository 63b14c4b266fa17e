/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPersonRow: a person's week: the name, and the duties (HvDutyCell) on their days. Rows
 * are used again for other people while the list scrolls.
 */

#include "hv-duty-cell.h"

G_BEGIN_DECLS

#define HV_TYPE_PERSON_ROW (hv_person_row_get_type ())
G_DECLARE_FINAL_TYPE (HvPersonRow, hv_person_row, HV, PERSON_ROW, GtkWidget)

GtkWidget *hv_person_row_new (void);

/* Shows a person; NULL lets go of the one before. `narrow`: see hv-week-columns.h. */
void hv_person_row_show (HvPersonRow *row, const HvPersonWeek *person, HvWeek week, const bool *narrow);

HvId hv_person_row_get_volunteer (HvPersonRow *row); /* HV_NONE: nobody, or a walk-in helper */

guint hv_person_row_get_n_cells (HvPersonRow *row);
HvDutyCell *hv_person_row_get_cell (HvPersonRow *row, guint n);

/* signal "cell-activated" (HvPersonRow *, HvDutyCell *) · signal "activated" (HvPersonRow *): the name was pressed */

G_END_DECLS
