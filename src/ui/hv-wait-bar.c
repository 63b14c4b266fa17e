/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-wait-bar.h"

#include "hv-color.h"

#define HEIGHT 12
#define LEAST 3 /* pixels: the shortest is still seen */

struct _HvWaitBar
{
  GtkWidget parent_instance;

  double share;
  HvLight light;
};

G_DEFINE_FINAL_TYPE (HvWaitBar, hv_wait_bar, GTK_TYPE_WIDGET)

static void
draw_hatched (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GdkRGBA ground = hv_widget_get_color (widget, "hv_gap_bg");
  GdkRGBA gap = hv_widget_get_color (widget, "hv_gap");
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, area, 2);
  gtk_snapshot_append_color (snapshot, &ground, area);
  hv_snapshot_hatch (snapshot, area, &gap);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ gap, gap, gap, gap });
}

static void
hv_wait_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvWaitBar *self = HV_WAIT_BAR (widget);
  float width = MAX (LEAST, (float)(gtk_widget_get_width (widget) * self->share));
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, (float)(gtk_widget_get_height (widget) - HEIGHT) / 2, width, HEIGHT);
  if (self->light == HV_LIGHT_RED)
    {
      draw_hatched (widget, snapshot, &area);
      return;
    }
  GdkRGBA color = hv_widget_get_color (widget, self->light == HV_LIGHT_YELLOW ? "yellow_5" : "hv_staff");
  GskRoundedRect shape;
  gsk_rounded_rect_init_from_rect (&shape, &area, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
hv_wait_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 24 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 90 : HEIGHT;
}

void
hv_wait_bar_show (HvWaitBar *self, double share, HvLight light)
{
  g_return_if_fail (HV_IS_WAIT_BAR (self));
  self->share = CLAMP (share, 0, 1);
  self->light = light;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hv_wait_bar_class_init (HvWaitBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->snapshot = hv_wait_bar_snapshot;
  widget_class->measure = hv_wait_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "waitbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hv_wait_bar_init (HvWaitBar *self)
{
}

GtkWidget *
hv_wait_bar_new (void)
{
  return g_object_new (HV_TYPE_WAIT_BAR, NULL);
}
