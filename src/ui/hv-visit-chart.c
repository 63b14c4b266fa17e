/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-chart.h"

#include "hv-color.h"
#include "hv-format.h"
#include "hv-ui-text.h"

#include <math.h>

struct _HvVisitChart
{
  GtkWidget parent_instance;

  GArray *weeks; /* HvVisitWeek */
  HvWeek current;
};

G_DEFINE_FINAL_TYPE (HvVisitChart, hv_visit_chart, GTK_TYPE_WIDGET)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_path_t, cairo_path_destroy)

#define AXIS 40 /* left of the plot: the numbers of the scale */
#define TOP 26  /* above it: what the shaded part is */
#define RING 5
#define DOT 1.2
#define DOT_GAP 5
#define SAMPLE 20 /* width of a sample of the legend */

typedef struct
{
  float left;
  float width; /* of one week */
  float top;
  float height;
  float line;   /* height of a line of text */
  double scale; /* visits at the full height */
} Plot;

static const HvVisitWeek *
get_week (HvVisitChart *self, guint i)
{
  return &g_array_index (self->weeks, HvVisitWeek, i);
}

static bool
is_forecast (const HvVisitWeek *week)
{
  return week->counted == HV_NONE && week->open && week->expected.visits.known;
}

/* --- where things are --- */

/* A round number above everything that is drawn. */
static double
find_scale (HvVisitChart *self)
{
  double most = 10;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      const HvVisitWeek *week = get_week (self, i);
      if (week->counted != HV_NONE)
        most = fmax (most, (double)week->counted);
      else if (is_forecast (week))
        most = fmax (most, fmax (week->mean, week->high));
    }
  double step = pow (10, floor (log10 (most)));
  step = most / step <= 2 ? step / 2 : most / step <= 5 ? step : 2 * step;
  return ceil (most * 1.08 / step) * step;
}

static Plot
make_plot (HvVisitChart *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "19");
  int line;
  pango_layout_get_pixel_size (layout, NULL, &line);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * line - 18; /* week numbers and legend */
  return (Plot){ .left = AXIS,
                 .width = (float)MAX (1, width - AXIS - 8) / (float)MAX (1, self->weeks->len),
                 .top = TOP,
                 .height = (float)MAX (1, height - TOP),
                 .line = (float)line,
                 .scale = find_scale (self) };
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

/* --- text --- */

static float
draw_text (HvVisitChart *self, GtkSnapshot *snapshot, const char *text, float x, float top, float xalign,
           const char *color, bool bold)
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
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - (float)width * xalign, top));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
  return (float)width;
}

/* --- the ground --- */

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
                                 &GRAPHENE_RECT_INIT (plot->left, y, plot->width * (float)self->weeks->len, 1));
      draw_text (self, snapshot, number, AXIS - 10, y - plot->line / 2, 1, "hv_secondary_fg", false);
    }
}

/* The weeks to come, behind everything that was counted. */
static guint
find_first_forecast (HvVisitChart *self)
{
  guint first = self->weeks->len;
  while (first > 0 && get_week (self, first - 1)->counted == HV_NONE)
    first--;
  while (first < self->weeks->len && !is_forecast (get_week (self, first)))
    first++;
  return first;
}

static void
draw_shade (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot)
{
  guint first = find_first_forecast (self);
  if (first == self->weeks->len)
    return;
  GdkRGBA shade = hv_widget_get_color (GTK_WIDGET (self), "hv_info_bg");
  float left = plot->left + plot->width * (float)first;
  float width = plot->width * (float)(self->weeks->len - first);
  gtk_snapshot_append_color (snapshot, &shade,
                             &GRAPHENE_RECT_INIT (left, plot->top - TOP + 2, width, plot->height + TOP - 2));
  draw_text (self, snapshot, _ ("Expected"), left + 8, plot->top - TOP + 4, 0, "hv_link", true);
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
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x_of (plot, i) - (float)height / 2.f, plot->top + plot->height - 4));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* --- what was counted --- */

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
  draw_text (self, snapshot, number, x_of (plot, i), top - plot->line - 1, 0.5, "window_fg_color", true);
}

/* --- what is expected --- */

/* Weeks that lie beside each other with a forecast each: a closed one parts them. */
static guint
find_end_of_run (HvVisitChart *self, guint first)
{
  while (first < self->weeks->len && is_forecast (get_week (self, first)))
    first++;
  return first;
}

/* The area in which eight of ten weeks lie, from the middle of each week to the next. */
static void
trace_area (HvVisitChart *self, cairo_t *cr, const Plot *plot, guint first, guint end)
{
  float edge = first + 1 == end ? plot->width / 3 : 0; /* a week alone has to be seen too */
  for (guint i = first; i < end; i++)
    cairo_line_to (cr, x_of (plot, i) - (i == first ? edge : 0), y_of (plot, get_week (self, i)->high));
  if (edge > 0)
    cairo_line_to (cr, x_of (plot, first) + edge, y_of (plot, get_week (self, first)->high));
  for (guint i = end; i > first; i--)
    cairo_line_to (cr, x_of (plot, i - 1) + (i == end ? edge : 0), y_of (plot, get_week (self, i - 1)->low));
  if (edge > 0)
    cairo_line_to (cr, x_of (plot, first) - edge, y_of (plot, get_week (self, first)->low));
  cairo_close_path (cr);
}

/* Dots, so that it is an area also without colours. */
static void
fill_with_dots (cairo_t *cr, const GdkRGBA *color)
{
  double left, top, right, bottom;
  cairo_save (cr);
  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, color);
  for (double y = floor (top / DOT_GAP) * DOT_GAP; y <= bottom; y += DOT_GAP)
    for (double x = floor (left / DOT_GAP) * DOT_GAP; x <= right; x += DOT_GAP)
      cairo_rectangle (cr, x, y, DOT, DOT);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_area (HvVisitChart *self, cairo_t *cr, const Plot *plot, const GdkRGBA *color)
{
  for (guint first = 0, end; first < self->weeks->len; first = MAX (end, first + 1))
    {
      end = find_end_of_run (self, first);
      if (end == first)
        continue;
      cairo_new_path (cr);
      trace_area (self, cr, plot, first, end);
      g_autoptr (cairo_path_t) outline = cairo_copy_path (cr);
      fill_with_dots (cr, color);
      cairo_new_path (cr);
      cairo_append_path (cr, outline);
      gdk_cairo_set_source_rgba (cr, &(GdkRGBA){ color->red, color->green, color->blue, 0.5f * color->alpha });
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

static void
draw_line (HvVisitChart *self, cairo_t *cr, const Plot *plot, const GdkRGBA *color)
{
  const double dashes[] = { 6, 4 };
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  gdk_cairo_set_source_rgba (cr, color);
  for (guint i = 0; i < self->weeks->len; i++)
    if (is_forecast (get_week (self, i)))
      cairo_line_to (cr, x_of (plot, i), y_of (plot, get_week (self, i)->mean));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_ring (cairo_t *cr, float x, float y, const GdkRGBA *ground, const GdkRGBA *color)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, 2);
  cairo_arc (cr, x, y, RING, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
}

static void
draw_forecast (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot)
{
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "hv_demand");
  GdkRGBA ground = hv_widget_get_color (GTK_WIDGET (self), "view_bg_color");
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (cairo_t) cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_area (self, cr, plot, &color);
  draw_line (self, cr, plot, &color);
  for (guint i = 0; i < self->weeks->len; i++)
    if (is_forecast (get_week (self, i)))
      draw_ring (cr, x_of (plot, i), y_of (plot, get_week (self, i)->mean), &ground, &color);
}

static void
draw_forecast_number (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot, guint i, const HvVisitWeek *week)
{
  g_autofree char *mean = g_strdup_printf ("%d", (int)lround (week->mean));
  draw_text (self, snapshot, mean, x_of (plot, i), y_of (plot, week->mean) + RING + 2, 0.5, "hv_link", true);
}

/* --- weeks --- */

/* "×1,5" above an unusual week. */
static void
draw_factor (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot, guint i, double factor)
{
  g_autofree char *number = hv_format_decimal (factor, fmod (factor * 10, 1) == 0 ? 1 : 2, hv_text_get_own_language ());
  g_autofree char *text = g_strdup_printf ("×%s", number);
  draw_text (self, snapshot, text, x_of (plot, i), plot->top - TOP + 4 + plot->line, 0.5, "hv_warn_fg", true);
}

static void
draw_week (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot, guint i)
{
  const HvVisitWeek *week = get_week (self, i);
  bool current = hv_week_compare (week->week, self->current) == 0;
  g_autofree char *number = g_strdup_printf ("%d", hv_week_get_number (week->week));
  draw_text (self, snapshot, number, x_of (plot, i), plot->top + plot->height + 4, 0.5,
             current ? "window_fg_color" : "hv_secondary_fg", current);
  if (week->counted != HV_NONE)
    draw_bar (self, snapshot, plot, i, week);
  else if (week->closed)
    draw_closed (self, snapshot, plot, i);
  else if (is_forecast (week))
    draw_forecast_number (self, snapshot, plot, i, week);
  if (week->factor != 1 && !week->closed)
    draw_factor (self, snapshot, plot, i, week->factor);
}

/* --- the legend --- */

static void
draw_legend (HvVisitChart *self, GtkSnapshot *snapshot, const Plot *plot)
{
  const char *const words[] = { _ ("Counted"), _ ("Expected"), _ ("8 of 10 weeks lie in here") };
  GdkRGBA staff = hv_widget_get_color (GTK_WIDGET (self), "hv_staff");
  GdkRGBA demand = hv_widget_get_color (GTK_WIDGET (self), "hv_demand");
  float top = plot->top + plot->height + plot->line + 12;
  float middle = top + plot->line / 2;
  float x = plot->left;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  for (int i = 0; i < (int)G_N_ELEMENTS (words); i++)
    {
      graphene_rect_t sample = GRAPHENE_RECT_INIT (x, middle - 6, SAMPLE, 12);
      g_autoptr (cairo_t) cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, top, SAMPLE, plot->line));
      gdk_cairo_set_source_rgba (cr, i == 0 ? &staff : &demand);
      if (i == 1)
        for (int dash = 0; dash < 2; dash++)
          cairo_rectangle (cr, x + (float)dash * 12, middle - 1, 8, 2);
      else
        cairo_rectangle (cr, sample.origin.x, sample.origin.y, sample.size.width, sample.size.height);
      if (i == 2)
        fill_with_dots (cr, &demand);
      else
        cairo_fill (cr);
      x += SAMPLE + 7;
      x += draw_text (self, snapshot, words[i], x, top, 0, "hv_secondary_fg", false) + 18;
      if (x > (float)width)
        return;
    }
}

static void
hv_visit_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvVisitChart *self = HV_VISIT_CHART (widget);
  if (self->weeks->len == 0)
    return;
  Plot plot = make_plot (self);
  draw_shade (self, snapshot, &plot);
  draw_axis (self, snapshot, &plot);
  draw_forecast (self, snapshot, &plot);
  for (guint i = 0; i < self->weeks->len; i++)
    draw_week (self, snapshot, &plot, i);
  draw_legend (self, snapshot, &plot);
}

static void
hv_visit_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 280;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 720 : 280;
}

/* --- what it says --- */

static char *
say (const GArray *weeks, const char *title, HvLanguage language)
{
  GString *said = g_string_new (NULL);
  g_string_printf (said, _ ("%s."), title);
  for (guint i = 0; i < weeks->len; i++)
    {
      const HvVisitWeek *week = &g_array_index (weeks, HvVisitWeek, i);
      g_autofree char *name = hv_format_week (week->week, hv_week_get_year (week->week), language);
      if (week->counted != HV_NONE)
        g_string_append_printf (said, _ (" %s: %d counted."), name, (int)week->counted);
      else if (week->closed)
        g_string_append_printf (said, _ (" %s: closed."), name);
      else if (is_forecast (week))
        g_string_append_printf (said, _ (" %s: %d expected, usually %d–%d."), name, (int)lround (week->mean), week->low,
                                week->high);
    }
  return g_string_free (said, FALSE);
}

void
hv_visit_chart_set_weeks (HvVisitChart *self, const HvVisitWeek *weeks, gsize n, HvWeek current, const char *title)
{
  g_return_if_fail (HV_IS_VISIT_CHART (self));
  g_array_set_size (self->weeks, 0);
  g_array_append_vals (self->weeks, weeks, (guint)n);
  self->current = current;
  g_autofree char *said = say (self->weeks, title, hv_text_get_own_language ());
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
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
hv_visit_chart_new (void)
{
  return g_object_new (HV_TYPE_VISIT_CHART, NULL);
}
