/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-legend.h"

#include "hv-color.h"
#include "hv-ui-text.h"

struct _HvLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (HvLegend, hv_legend, GTK_TYPE_WIDGET)

#define SAMPLE 20 /* width of a sample */
#define GAP 7     /* between sample and word */
#define SPACING 18

typedef void (*DrawSample) (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area);

static void
draw_staff (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GdkRGBA color = hv_widget_get_color (widget, "hv_staff");
  gtk_snapshot_append_color (snapshot, &color, area);
}

static void
draw_need (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GdkRGBA color = hv_widget_get_color (widget, "hv_demand");
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT (area->origin.x, area->origin.y + area->size.height / 2 - 1, area->size.width, 2));
}

static void
draw_gap (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GdkRGBA ground = hv_widget_get_color (widget, "hv_gap_bg");
  GdkRGBA color = hv_widget_get_color (widget, "hv_gap");
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, area, 2);
  gtk_snapshot_append_color (snapshot, &ground, area);
  hv_snapshot_hatch (snapshot, area, &color);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ color, color, color, color });
}

static const struct
{
  const char *word;
  DrawSample draw;
} samples[] = {
  { HV_N_ ("Volunteers on duty"), draw_staff },
  { HV_N_ ("Need"), draw_need },
  { HV_N_ ("Understaffed"), draw_gap },
};

static void
hv_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA color = hv_widget_get_color (widget, "hv_secondary_fg");
  int height = gtk_widget_get_height (widget);
  float x = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, _ (samples[i].word));
      int text_width;
      int text_height;
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      samples[i].draw (widget, snapshot, &GRAPHENE_RECT_INIT (x, height / 2 - 6, SAMPLE, 12));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + SAMPLE + GAP, (height - text_height) / 2));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
      x += SAMPLE + GAP + text_width + SPACING;
    }
}

static void
hv_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  int total = 0;
  int tallest = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, _ (samples[i].word));
      int width;
      int height;
      pango_layout_get_pixel_size (layout, &width, &height);
      total += SAMPLE + GAP + width + (i == 0 ? 0 : SPACING);
      tallest = MAX (tallest, height);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : tallest;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? total : tallest;
}

static void
hv_legend_class_init (HvLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->snapshot = hv_legend_snapshot;
  widget_class->measure = hv_legend_measure;
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hv_legend_init (HvLegend *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Green: volunteers on duty. Blue line: need. Hatched: understaffed."), -1);
}
