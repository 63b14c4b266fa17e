/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvCrewTable: how long people would wait with so many on duty: a line each for the
 * number that is there, the number that is needed, and those around them.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_CREW_TABLE (hv_crew_table_get_type ())
G_DECLARE_FINAL_TYPE (HvCrewTable, hv_crew_table, HV, CREW_TABLE, GtkWidget)

GtkWidget *hv_crew_table_new (void);

/* False where there is no waiting to calculate: the table is empty then. */
bool hv_crew_table_show (HvCrewTable *table, const HvRoster *roster, const HvOutlook *outlook,
                         const HvOpening *opening);

G_END_DECLS
