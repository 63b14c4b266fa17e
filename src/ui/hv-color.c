/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-color.h"

GdkRGBA
hv_widget_get_color (GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color;
  if (!gtk_style_context_lookup_color (style, name, &color))
    {
      g_warning ("No style sheet defines the colour %s", name);
      gtk_style_context_get_color (style, &color);
    }
  return color;
}

#define HATCH 6 /* pixels between two lines */

void
hv_snapshot_hatch (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  graphene_rect_t tile = GRAPHENE_RECT_INIT (area->origin.x, area->origin.y, HATCH, HATCH);
  gtk_snapshot_push_clip (snapshot, area);
  gtk_snapshot_push_repeat (snapshot, area, &tile);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &tile);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.6);
  /* Three strokes, so that the corners of neighbouring tiles meet. */
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, tile.origin.x + (i - 0.5) * HATCH, tile.origin.y + 1.5 * HATCH);
      cairo_line_to (cr, tile.origin.x + (i + 1.5) * HATCH, tile.origin.y - 0.5 * HATCH);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}
