/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFirstWeek: what a week will hold that is made from the opening hours and the shift
 * templates, before it is made: each opening, and how many people it asks for.
 */

#include "hv-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_FIRST_WEEK (hv_first_week_get_type ())
G_DECLARE_FINAL_TYPE (HvFirstWeek, hv_first_week, HV, FIRST_WEEK, GtkWidget)

/* Looks at this week and the three after it, in the background. It begins with the first
 * of them whose openings are all still to come. */
void hv_first_week_show (HvFirstWeek *form, HvWorkspace *workspace);

/* False until it has been looked at, or when there is nothing to make. */
bool hv_first_week_is_ready (HvFirstWeek *form);
HvWeek hv_first_week_get_week (HvFirstWeek *form); /* the chosen one, once it is ready */

/* The edit that makes the week; empty when it is made already. NULL before it is ready. */
HvEdit *hv_first_week_make_edit (HvFirstWeek *form);

/* signal "changed" (HvFirstWeek *): it is ready, or another week is chosen */

G_END_DECLS
