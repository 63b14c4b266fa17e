/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-aside-layout.h"

#define ASIDE 304      /* the least width of the second child */
#define CHARACTERS 40  /* and of its text */
#define LEAST_MAIN 470 /* a narrower first child has the second below */
#define SPACING 18

struct _HvAsideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (HvAsideLayout, hv_aside_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_least (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int least;
  gtk_widget_measure (child, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

/* The width of the second child beside the first; 0: below it. */
static int
find_aside (GtkWidget *widget, GtkWidget *main, GtkWidget *aside, int width)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int text = CHARACTERS * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  int beside = MAX (MAX (ASIDE, text), measure_least (aside, GTK_ORIENTATION_HORIZONTAL, -1));
  int rest = width - beside - SPACING;
  return rest >= MAX (LEAST_MAIN, measure_least (main, GTK_ORIENTATION_HORIZONTAL, -1)) ? beside : 0;
}

static GtkSizeRequestMode
hv_aside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hv_aside_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *aside = gtk_widget_get_next_sibling (main);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (measure_least (main, orientation, -1), measure_least (aside, orientation, -1));
      *natural = MAX (*minimum, 3 * ASIDE);
      return;
    }
  int width = for_size < 0 ? 3 * ASIDE : for_size;
  int beside = find_aside (widget, main, aside, width);
  if (beside > 0)
    *minimum =
        MAX (measure_least (main, orientation, width - beside - SPACING), measure_least (aside, orientation, beside));
  else
    *minimum = measure_least (main, orientation, width) + SPACING + measure_least (aside, orientation, width);
  *natural = *minimum;
}

static void
hv_aside_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *aside = gtk_widget_get_next_sibling (main);
  int beside = find_aside (widget, main, aside, width);
  int main_width = beside > 0 ? width - beside - SPACING : width;
  int aside_width = beside > 0 ? beside : width;
  GtkAllocation first = { 0, 0, main_width, measure_least (main, GTK_ORIENTATION_VERTICAL, main_width) };
  GtkAllocation second = { 0, 0, aside_width, measure_least (aside, GTK_ORIENTATION_VERTICAL, aside_width) };
  if (beside > 0)
    second.x = main_width + SPACING;
  else
    second.y = first.height + SPACING;
  gtk_widget_size_allocate (main, &first, -1);
  gtk_widget_size_allocate (aside, &second, -1);
}

static void
hv_aside_layout_class_init (HvAsideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  layout_class->get_request_mode = hv_aside_layout_get_request_mode;
  layout_class->measure = hv_aside_layout_measure;
  layout_class->allocate = hv_aside_layout_allocate;
}

static void
hv_aside_layout_init (HvAsideLayout *self)
{
}

GtkLayoutManager *
hv_aside_layout_new (void)
{
  return g_object_new (HV_TYPE_ASIDE_LAYOUT, NULL);
}
