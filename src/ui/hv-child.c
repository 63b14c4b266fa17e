/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-child.h"

int
hv_child_get_least_width (GtkWidget *child)
{
  int least = 0;
  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

int
hv_child_get_width (GtkWidget *child)
{
  int width = 0;
  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

int
hv_child_get_height (GtkWidget *child, int width)
{
  int height = 0;
  if (width >= 0)
    width = MAX (width, hv_child_get_least_width (child));
  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

void
hv_child_allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int enough = MAX (width, hv_child_get_least_width (child));
  if (gtk_widget_get_visible (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, enough, height }, -1);
}
