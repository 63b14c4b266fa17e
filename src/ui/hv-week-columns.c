/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-columns.h"

#define NAME 24     /* characters of a name */
#define DAY 12      /* characters of a duty */
#define NARROW 5    /* characters of a short weekday */
#define MOST_NAME 4 /* the names have at most a part of this many of the width */

static double
measure_character (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  double width = pango_units_to_double (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  return width;
}

static int
count_narrow (const bool *narrow)
{
  int n = 0;
  for (int day = 0; day < 7; day++)
    n += narrow[day];
  return n;
}

HvWeekColumns
hv_week_columns_new (GtkWidget *widget, const bool *narrow, int width)
{
  HvWeekColumns columns;
  double character = measure_character (widget);
  int n_narrow = count_narrow (narrow);
  int name = (int)MIN (NAME * character, width / (double)MOST_NAME);
  int narrow_width = (int)(NARROW * character);
  int rest = MAX (0, width - name - n_narrow * narrow_width);
  int wide = n_narrow == 7 ? 0 : rest / (7 - n_narrow);
  int x = name;
  for (int day = 0; day < 7; day++)
    {
      columns.x[day] = x;
      x += narrow[day] ? narrow_width : wide;
    }
  columns.x[7] = n_narrow == 7 ? x : width;
  return columns;
}

int
hv_week_columns_measure (GtkWidget *widget, const bool *narrow)
{
  double character = measure_character (widget);
  int n_narrow = count_narrow (narrow);
  return (int)((NAME / 2 + n_narrow * NARROW + (7 - n_narrow) * DAY) * character);
}
