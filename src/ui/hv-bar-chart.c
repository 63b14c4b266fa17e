/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-bar-chart.h"

#include "hv-color.h"

#define BAR_WIDTH 20
#define BAR_HEIGHT 44
#define LEAST_BAR 3 /* of a number that is not 0 */
#define COLUMN_GAP 4
#define NATURAL_COLUMN 29
#define LEAST_COLUMN 8
#define TEXT_GAP 2 /* between number, bar and label */
#define CORNER 3

/* A bar with its texts laid out. */
typedef struct
{
  double value;
  HvBarPattern pattern;
  char *number;
  char *label;
  PangoLayout *number_layout;
  PangoLayout *label_layout;
} Bar;

struct _HvBarChart
{
  GtkWidget parent_instance;

  GArray *bars; /* Bar, owned */
  double scale;
  int bar_height;
};

G_DEFINE_FINAL_TYPE (HvBarChart, hv_bar_chart, GTK_TYPE_WIDGET)

/* --- texts --- */

static void
drop_layouts (HvBarChart *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      Bar *bar = &g_array_index (self->bars, Bar, i);
      g_clear_object (&bar->number_layout);
      g_clear_object (&bar->label_layout);
    }
}

static void
clear_bar (gpointer data)
{
  Bar *bar = data;
  g_clear_object (&bar->number_layout);
  g_clear_object (&bar->label_layout);
  g_free (bar->number);
  g_free (bar->label);
}

static PangoLayout *
make_layout (HvBarChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.92));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
make_layouts (HvBarChart *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      Bar *bar = &g_array_index (self->bars, Bar, i);
      if (bar->number_layout == NULL && bar->number != NULL)
        bar->number_layout = make_layout (self, bar->number);
      if (bar->label_layout == NULL && bar->label != NULL)
        bar->label_layout = make_layout (self, bar->label);
    }
}

static void
grow (PangoLayout *layout, int *width, int *height)
{
  int w;
  int h;
  if (layout == NULL)
    return;
  pango_layout_get_pixel_size (layout, &w, &h);
  *width = MAX (*width, w);
  *height = MAX (*height, h);
}

/* --- geometry --- */

typedef struct
{
  double column;  /* width of a bar's column */
  int text_width; /* of the widest text */
  int line;       /* height of a line */
  float top;      /* of the tallest bar */
  float ground;
  guint step; /* every how many bars a text is written */
} Plot;

static Plot
make_plot (HvBarChart *self)
{
  Plot plot = { 0 };
  make_layouts (self);
  for (guint i = 0; i < self->bars->len; i++)
    {
      Bar *bar = &g_array_index (self->bars, Bar, i);
      grow (bar->number_layout, &plot.text_width, &plot.line);
      grow (bar->label_layout, &plot.text_width, &plot.line);
    }
  plot.column = (double)gtk_widget_get_width (GTK_WIDGET (self)) / MAX (1, self->bars->len);
  plot.top = (float)(plot.line + TEXT_GAP);
  plot.ground = plot.top + (float)self->bar_height;
  plot.step = 1;
  while (plot.step * plot.column < plot.text_width + COLUMN_GAP && plot.step < self->bars->len)
    plot.step++;
  return plot;
}

static void
hv_bar_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HvBarChart *self = HV_BAR_CHART (widget);
  Plot plot = make_plot (self);
  int n = (int)self->bars->len;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = n * LEAST_COLUMN;
      *natural = n * MAX (NATURAL_COLUMN, plot.text_width + COLUMN_GAP);
    }
  else
    *minimum = *natural = (int)plot.ground + TEXT_GAP + plot.line;
}

/* --- drawing --- */

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, float middle, float top, const GdkRGBA *color)
{
  int width;
  if (layout == NULL)
    return;
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((int)(middle - width / 2.f), top));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_column (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, HvBarPattern pattern)
{
  GdkRGBA fill = hv_widget_get_color (widget, "hv_staff");
  GdkRGBA edge = hv_widget_get_color (widget, "hv_ok_fg");
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, area, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (pattern == HV_BAR_HATCHED)
    hv_snapshot_hatch (snapshot, area, &fill);
  else
    gtk_snapshot_append_color (snapshot, &fill, area);
  gtk_snapshot_pop (snapshot);
  if (pattern == HV_BAR_HATCHED)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ edge, edge, edge, edge });
}

static void
draw_ground (GtkWidget *widget, GtkSnapshot *snapshot, float left, float width, float ground)
{
  GdkRGBA line = hv_widget_get_color (widget, "hv_secondary_fg");
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (left, ground - 2, width, 2));
}

static void
draw_bar (HvBarChart *self, GtkSnapshot *snapshot, guint i, const Plot *plot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Bar *bar = &g_array_index (self->bars, Bar, i);
  GdkRGBA text = hv_widget_get_color (widget, "window_fg_color");
  GdkRGBA secondary = hv_widget_get_color (widget, "hv_secondary_fg");
  float middle = (float)(plot->column * (i + 0.5));
  float width = (float)CLAMP (plot->column - COLUMN_GAP, 2, BAR_WIDTH);
  float height = bar->value <= 0 ? 0 : (float)MAX (LEAST_BAR, self->bar_height * bar->value / self->scale);
  bool written = i % plot->step == 0;

  if (bar->pattern != HV_BAR_NONE && height > 0)
    draw_column (widget, snapshot, &GRAPHENE_RECT_INIT (middle - width / 2, plot->ground - height, width, height),
                 bar->pattern);
  else if (bar->pattern != HV_BAR_NONE)
    draw_ground (widget, snapshot, middle - width / 2, width, plot->ground);
  if (!written)
    return;
  draw_text (snapshot, bar->number_layout, middle, plot->ground - MAX (height, 2) - TEXT_GAP - (float)plot->line,
             &text);
  draw_text (snapshot, bar->label_layout, middle, plot->ground + TEXT_GAP, &secondary);
}

static void
hv_bar_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvBarChart *self = HV_BAR_CHART (widget);
  Plot plot = make_plot (self);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, snapshot, i, &plot);
}

/* --- public --- */

void
hv_bar_chart_set_bar_height (HvBarChart *self, int height)
{
  g_return_if_fail (HV_IS_BAR_CHART (self));
  self->bar_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hv_bar_chart_set_bars (HvBarChart *self, const HvBar *bars, gsize n_bars, double least, const char *said)
{
  g_return_if_fail (HV_IS_BAR_CHART (self));
  g_array_set_size (self->bars, 0);
  self->scale = MAX (least, 0.000001);
  for (gsize i = 0; i < n_bars; i++)
    {
      Bar bar = { bars[i].value, bars[i].pattern, g_strdup (bars[i].number), g_strdup (bars[i].label), NULL, NULL };
      g_array_append_val (self->bars, bar);
      self->scale = MAX (self->scale, bar.value);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
hv_bar_chart_new (void)
{
  return g_object_new (HV_TYPE_BAR_CHART, NULL);
}

/* --- life --- */

static void
hv_bar_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_bar_chart_parent_class)->css_changed (widget, change);
  drop_layouts (HV_BAR_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static void
hv_bar_chart_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_bar_chart_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (HV_BAR_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static void
hv_bar_chart_finalize (GObject *object)
{
  g_array_unref (HV_BAR_CHART (object)->bars);
  G_OBJECT_CLASS (hv_bar_chart_parent_class)->finalize (object);
}

static void
hv_bar_chart_class_init (HvBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_bar_chart_finalize;
  widget_class->measure = hv_bar_chart_measure;
  widget_class->snapshot = hv_bar_chart_snapshot;
  widget_class->css_changed = hv_bar_chart_css_changed;
  widget_class->system_setting_changed = hv_bar_chart_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hv_bar_chart_init (HvBarChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->bar_height = BAR_HEIGHT;
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-numeric");
}
