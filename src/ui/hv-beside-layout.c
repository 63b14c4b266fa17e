/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-beside-layout.h"

#include "hv-child.h"

#include <stdbool.h>

#define GAP_BESIDE 10
#define GAP_BELOW 6

/* What the first child must have beside the second, however little it asks for at least:
 * texts that wrap at every word are no use. */
#define LEAST_FIRST 200

struct _HvBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (HvBesideLayout, hv_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static bool
fits_beside (GtkWidget *first, GtkWidget *second, int width)
{
  int natural = hv_child_get_width (first);
  int rest = width - GAP_BESIDE - hv_child_get_width (second);
  return rest >= MIN (natural, LEAST_FIRST);
}

static GtkSizeRequestMode
hv_beside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *first, GtkWidget *second, int *ret_minimum, int *ret_natural)
{
  *ret_minimum = MAX (hv_child_get_least_width (first), hv_child_get_least_width (second));
  *ret_natural = hv_child_get_width (first) + GAP_BESIDE + hv_child_get_width (second);
}

static int
get_height (GtkWidget *first, GtkWidget *second, int width)
{
  int below = hv_child_get_height (second, -1);
  if (!fits_beside (first, second, width))
    return hv_child_get_height (first, width) + GAP_BELOW + below;
  int rest = width - GAP_BESIDE - hv_child_get_width (second);
  return MAX (hv_child_get_height (first, rest), below);
}

static void
hv_beside_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *ret_minimum, int *ret_natural, int *ret_minimum_baseline, int *ret_natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int minimum;
  int natural;
  measure_width (first, second, &minimum, &natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    minimum = natural = get_height (first, second, for_size < 0 ? natural : for_size);
  *ret_minimum = minimum;
  *ret_natural = natural;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height, int whole)
{
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    x = whole - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
hv_beside_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int natural = hv_child_get_width (second);
  if (fits_beside (first, second, width))
    {
      allocate (first, 0, 0, width - GAP_BESIDE - natural, height, width);
      allocate (second, width - natural, 0, natural, height, width);
      return;
    }
  int below = hv_child_get_height (second, -1);
  allocate (first, 0, 0, width, height - GAP_BELOW - below, width);
  allocate (second, 0, height - below, MAX (hv_child_get_least_width (second), MIN (width, natural)), below, width);
}

static void
hv_beside_layout_class_init (HvBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  manager_class->get_request_mode = hv_beside_layout_get_request_mode;
  manager_class->measure = hv_beside_layout_measure;
  manager_class->allocate = hv_beside_layout_allocate;
}

static void
hv_beside_layout_init (HvBesideLayout *self)
{
}
