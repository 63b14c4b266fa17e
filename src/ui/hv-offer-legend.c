/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-offer-legend.h"

#include "hv-availability-grid-private.h"
#include "hv-ui-text.h"

#define SAMPLE_WIDTH 18
#define SAMPLE_HEIGHT 12
#define GAP 7      /* between a sample and its word */
#define SPACING 16 /* between two of them */
#define N_OFFERS 3

struct _HvOfferLegend
{
  GtkWidget parent_instance;

  PangoLayout *words[N_OFFERS]; /* owned; made when first needed */
};

G_DEFINE_FINAL_TYPE (HvOfferLegend, hv_offer_legend, GTK_TYPE_WIDGET)

static void
drop_layouts (HvOfferLegend *self)
{
  for (int i = 0; i < N_OFFERS; i++)
    g_clear_object (&self->words[i]);
}

static void
make_layouts (HvOfferLegend *self)
{
  for (int i = 0; i < N_OFFERS; i++)
    if (self->words[i] == NULL)
      self->words[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), hv_availability_grid_get_word ((HvOffer)i));
}

static void
get_size (HvOfferLegend *self, int i, int *ret_width, int *ret_height)
{
  pango_layout_get_pixel_size (self->words[i], ret_width, ret_height);
  *ret_width += SAMPLE_WIDTH + GAP;
}

/* Where the samples are in a width; returns the height. places may be NULL. */
static int
place (HvOfferLegend *self, int width, graphene_point_t *places)
{
  int x = 0;
  int y = 0;
  int line = 0;
  make_layouts (self);
  for (int i = 0; i < N_OFFERS; i++)
    {
      int item_width;
      get_size (self, i, &item_width, &line);
      if (x > 0 && x + item_width > width)
        {
          x = 0;
          y += line + 2;
        }
      if (places != NULL)
        places[i] = GRAPHENE_POINT_INIT (x, y);
      x += item_width + SPACING;
    }
  return y + line;
}

static void
hv_offer_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvOfferLegend *self = HV_OFFER_LEGEND (widget);
  graphene_point_t places[N_OFFERS];
  int height = place (self, gtk_widget_get_width (widget), places);
  float top = (gtk_widget_get_height (widget) - height) / 2;
  GdkRGBA color = hv_availability_grid_get_word_color (widget);
  for (int i = 0; i < N_OFFERS; i++)
    {
      int width;
      int line;
      get_size (self, i, &width, &line);
      hv_availability_grid_draw_sample (widget, snapshot,
                                        &GRAPHENE_RECT_INIT (places[i].x,
                                                             top + places[i].y + (line - SAMPLE_HEIGHT) / 2,
                                                             SAMPLE_WIDTH, SAMPLE_HEIGHT),
                                        (HvOffer)i);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (places[i].x + SAMPLE_WIDTH + GAP, top + places[i].y));
      gtk_snapshot_append_layout (snapshot, self->words[i], &color);
      gtk_snapshot_restore (snapshot);
    }
}

static GtkSizeRequestMode
hv_offer_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hv_offer_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  HvOfferLegend *self = HV_OFFER_LEGEND (widget);
  int widest = 0;
  int total = -SPACING;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = place (self, for_size < 0 ? G_MAXINT : for_size, NULL);
      return;
    }
  make_layouts (self);
  for (int i = 0; i < N_OFFERS; i++)
    {
      int width;
      int height;
      get_size (self, i, &width, &height);
      widest = MAX (widest, width);
      total += width + SPACING;
    }
  *minimum = widest;
  *natural = total;
}

static void
hv_offer_legend_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_offer_legend_parent_class)->css_changed (widget, change);
  drop_layouts (HV_OFFER_LEGEND (widget));
  gtk_widget_queue_resize (widget);
}

static void
hv_offer_legend_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_offer_legend_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (HV_OFFER_LEGEND (widget));
  gtk_widget_queue_resize (widget);
}

static void
hv_offer_legend_finalize (GObject *object)
{
  drop_layouts (HV_OFFER_LEGEND (object));
  G_OBJECT_CLASS (hv_offer_legend_parent_class)->finalize (object);
}

static void
hv_offer_legend_class_init (HvOfferLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_offer_legend_finalize;
  widget_class->snapshot = hv_offer_legend_snapshot;
  widget_class->measure = hv_offer_legend_measure;
  widget_class->get_request_mode = hv_offer_legend_get_request_mode;
  widget_class->css_changed = hv_offer_legend_css_changed;
  widget_class->system_setting_changed = hv_offer_legend_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "offerlegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hv_offer_legend_init (HvOfferLegend *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-secondary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filled: can. Hatched: rather not. Empty: cannot."), -1);
}
