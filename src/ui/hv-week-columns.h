/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekColumns: the columns of a table with a name in front and the seven days behind it.
 * Days on which nothing happens are narrow; the others share the rest.
 */

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  int x[8]; /* left edges of the days, and the right edge of the last; names are before x[0] */
} HvWeekColumns;

/* In a widget of a width; the names' column grows with its text. */
HvWeekColumns hv_week_columns_new (GtkWidget *widget, const bool *narrow, int width);

/* The least width that shows them. */
int hv_week_columns_measure (GtkWidget *widget, const bool *narrow);

G_END_DECLS
