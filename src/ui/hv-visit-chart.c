/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-chart.h"

#include "hv-color.h"
#include "hv-ui-text.h"

#include <math.h>

struct _HvVisitChart
{
  GtkWidget parent_instance;

  GArray *weeks; /* HvVisitWeek */
  HvWeek current;
};

G_DEFINE_FINAL_TYPE (HvVisitChart, hv_visit_chart, GTK_TYPE_WIDGET)

#define AXIS 40
#define TOP 24
#define RING 5

typedef struct
{
  float left;
  float width; /* of one week */
  float top;
  float height;
  double scale; /* visits at the full height */
} Plot;

static bool
is_forecast (const HvVisitWeek *week)
{
  return week->counted == HV_NONE && week->open && week->expected.visits.known;
}

/* A round number above everything that is drawn. */
static double
find_scale (HvVisitChart *self)
{
  double most = 10;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const HvVisitWeek *week = &g_array_index (self->weeks, HvVisitWeek, i);
      if (week->counted != HV_NONE)
        most = fmax (most, (double)week->counted);
      else if (is_forecast (week))
        most = fmax (most, week->expected.visits.high);
    }
  double step = pow (10, floor (log10 (most)));
  step = most / step <= 2 ? step / 2 : most / step <= 5 ? step : 2 * step;
  return ceil (most * 1.08 / step) * step;
}

static int
line_height (HvVisitChart *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "19");
  int height;
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static Plot
make_plot (HvVisitChart *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  return (Plot){ AXIS, (float)MAX (1, width - AXIS - 8) / (float)MAX (1, self->weeks->len), TOP,
                 (float)MAX (1, height - TOP - line_height (self) - 6), find_scale (self) };
}

static float
x_of (const Plot *plot, guint i)
{
  return plot->left + plot->width * ((float)i + 0.5f);
}

static float
y_of (const Plot *plot, double visits)
{
  return plot->top + plot->height * (float)(1 - visits / plot->scale);
}

static void
draw_text (HvVisitChart *self, GtkSnapshot *snapshot, const char *text, float center, float top, const char *color,
           bool bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  int width;
  pango_layout_get_pixel_size (layout, &width, NULL);
  GdkRGBA rgba = hv_widget_get_color (GTK_WIDGET (self), color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (center - width / 2.f, top));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
draw_axis (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot)
{
  GdkRGBA grid = hv_widget_get_color (GTK_WIDGET (self), "window_fg_color");
  grid.alpha = 0.08f;
  for (int i = 0; i <= 5; i++)
    {
      double visits = plot->scale * i / 5;
      g_autofree char *number = g_strdup_printf ("%g", visits);
      float y = y_of (plot, visits);
      gtk_snapshot_append_color (snapshot, &grid,
                                 &GRAPHENE_RECT_INIT (plot->left, y, plot->width * self->weeks->len, 1));
      draw_text (self, snapshot, number, AXIS / 2.f - 2, y - line_height (self) / 2.f, "hv_secondary_fg", false);
    }
}

/* "Closed", upright. */
static void
draw_closed (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot, guint i)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("Closed"));
  int height;
  pango_layout_get_pixel_size (layout, NULL, &height);
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "hv_secondary_fg");
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x_of (plot, i) - height / 2.f, plot->top + plot->height - 4));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_bar (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot, guint i, const HvVisitWeek *week)
{
  float width = plot->width * 0.64f;
  float top = y_of (plot, (double)week->counted);
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "hv_staff");
  GskRoundedRect bar;
  gsk_rounded_rect_init_from_rect (
      &bar, &GRAPHENE_RECT_INIT (x_of (plot, i) - width / 2, top, width, MAX (1, plot->top + plot->height - top)), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT "%s", week->counted, week->special ? " *" : "");
  draw_text (self, snapshot, number, x_of (plot, i), top - line_height (self) - 1, "window_fg_color", true);
}

static void
draw_forecast (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot)
{
  GdkRGBA line = hv_widget_get_color (GTK_WIDGET (self), "hv_demand");
  GdkRGBA ground = hv_widget_get_color (GTK_WIDGET (self), "view_bg_color");
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  /* The area in which eight of ten weeks lie: dots, also without colours. */
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const HvVisitWeek *week = &g_array_index (self->weeks, HvVisitWeek, i);
      if (!is_forecast (week))
        continue;
      float top = y_of (plot, week->expected.visits.high);
      float bottom = y_of (plot, week->expected.visits.low);
      gdk_cairo_set_source_rgba (cr, &line);
      for (float y = top; y <= bottom; y += 6)
        for (float x = x_of (plot, i) - plot->width / 2 + 3; x < x_of (plot, i) + plot->width / 2; x += 6)
          {
            cairo_rectangle (cr, x, y, 1.2, 1.2);
            cairo_fill (cr);
          }
    }
  const double dashes[] = { 6, 4 };
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  bool begun = false;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const HvVisitWeek *week = &g_array_index (self->weeks, HvVisitWeek, i);
      if (!is_forecast (week))
        continue;
      float y = y_of (plot, week->expected.visits.mean);
      if (begun)
        cairo_line_to (cr, x_of (plot, i), y);
      else
        cairo_move_to (cr, x_of (plot, i), y);
      begun = true;
    }
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const HvVisitWeek *week = &g_array_index (self->weeks, HvVisitWeek, i);
      if (!is_forecast (week))
        continue;
      cairo_arc (cr, x_of (plot, i), y_of (plot, week->expected.visits.mean), RING, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &ground);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, &line);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
draw_week (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot, guint i)
{
  const HvVisitWeek *week = &g_array_index (self->weeks, HvVisitWeek, i);
  bool current = hv_week_compare (week->week, self->current) == 0;
  g_autofree char *number = g_strdup_printf ("%d", hv_week_get_number (week->week));
  draw_text (self, snapshot, number, x_of (plot, i), plot->top + plot->height + 4,
             current ? "window_fg_color" : "hv_secondary_fg", current);
  if (week->counted != HV_NONE)
    draw_bar (self, snapshot, plot, i, week);
  else if (week->closed)
    draw_closed (self, snapshot, plot, i);
  else if (is_forecast (week))
    {
      g_autofree char *mean = g_strdup_printf ("%d", (int)lround (week->expected.visits.mean));
      draw_text (self, snapshot, mean, x_of (plot, i), y_of (plot, week->expected.visits.mean) + RING + 3, "hv_link",
                 true);
    }
}

static void
hv_visit_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvVisitChart *self = HV_VISIT_CHART (widget);
  if (self->weeks->len == 0)
    return;
  Plot plot = make_plot (self);
  draw_axis (self, snapshot, &plot);
  draw_forecast (self, snapshot, &plot);
  for (guint i = 0; i < self->weeks->len; i++)
    draw_week (self, snapshot, &plot, i);
}

static void
hv_visit_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 720 : 260;
}

void
hv_visit_chart_set_weeks (HvVisitChart *self, const HvVisitWeek *weeks, gsize n, HvWeek current, const char *said)
{
  g_return_if_fail (HV_IS_VISIT_CHART (self));
  g_array_set_size (self->weeks, 0);
  g_array_append_vals (self->weeks, weeks, (guint)n);
  self->current = current;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hv_visit_chart_finalize (GObject *object)
{
  g_array_unref (HV_VISIT_CHART (object)->weeks);
  G_OBJECT_CLASS (hv_visit_chart_parent_class)->finalize (object);
}

static void
hv_visit_chart_class_init (HvVisitChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_visit_chart_finalize;
  widget_class->snapshot = hv_visit_chart_snapshot;
  widget_class->measure = hv_visit_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "visitchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hv_visit_chart_init (HvVisitChart *self)
{
  self->weeks = g_array_new (FALSE, FALSE, sizeof (HvVisitWeek));
}

GtkWidget *
hv_visit_chart_new (void)
{
  return g_object_new (HV_TYPE_VISIT_CHART, NULL);
}
