/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-figure-row.h"

#include "hv-color.h"
#include "hv-format.h"
#include "hv-sentence.h"
#include "hv-ui-text.h"

#include <math.h>

#define PADDING 6  /* above and below the text */
#define BETWEEN 10 /* between two figures */
#define ICON 14

struct _HvFigureRow
{
  GtkWidget parent_instance;

  GtkWidget *title; /* child */
  GArray *slots;    /* HvSlot, owned */
  HvFigure figure;
  HvSpan span;
  double target;
};

G_DEFINE_FINAL_TYPE (HvFigureRow, hv_figure_row, GTK_TYPE_WIDGET)

/* --- figures --- */

static double
get_value (HvFigureRow *self, const HvSlot *slot)
{
  return self->figure == HV_FIGURE_VISITS ? slot->visits : slot->wait;
}

/* What n slots from the first on show together; the one that knows nothing counts nothing. */
static double
join (HvFigureRow *self, guint first, guint n)
{
  double joined = NAN;
  for (guint i = first; i < MIN (first + n, self->slots->len); i++)
    {
      double value = get_value (self, &g_array_index (self->slots, HvSlot, i));
      if (isnan (joined) || isnan (value))
        joined = isnan (joined) ? value : joined;
      else
        joined = self->figure == HV_FIGURE_VISITS ? joined + value : MAX (joined, value);
    }
  return joined;
}

static char *
format_value (HvFigureRow *self, double value)
{
  HvLanguage language = hv_text_get_own_language ();
  if (isnan (value))
    return g_strdup ("–");
  if (self->figure == HV_FIGURE_VISITS)
    return hv_format_number ((gint64)round (value), language);
  if (value < 0.5)
    return g_strdup (_ ("under 1 min"));
  return hv_format_minutes (hv_sentence_round_wait (value), language);
}

static bool
is_late (HvFigureRow *self, double value)
{
  return self->figure == HV_FIGURE_WAIT && value > self->target;
}

static PangoLayout *
make_layout (HvFigureRow *self, double value)
{
  g_autofree char *text = format_value (self, value);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (is_late (self, value))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
measure_figure (HvFigureRow *self, double value)
{
  g_autoptr (PangoLayout) layout = make_layout (self, value);
  int width;
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + (is_late (self, value) ? ICON + 3 : 0);
}

static double
measure_slots (HvFigureRow *self, const HvTimeAxis *axis, guint first, guint n)
{
  const HvSlot *from = &g_array_index (self->slots, HvSlot, first);
  const HvSlot *to = &g_array_index (self->slots, HvSlot, MIN (first + n, self->slots->len) - 1);
  return hv_time_axis_get_x (axis, to->span.to) - hv_time_axis_get_x (axis, from->span.from);
}

/* How many slots share a figure, so that every figure has room: 1, 2, 4, …. A last piece
 * may stick out of its slots. */
static guint
find_share (HvFigureRow *self, const HvTimeAxis *axis)
{
  guint share = 1;
  for (guint first = 0; first + share <= self->slots->len;)
    {
      bool fits =
          measure_figure (self, join (self, first, share)) + BETWEEN <= measure_slots (self, axis, first, share);
      first = fits ? first + share : 0;
      share = fits ? share : share * 2;
    }
  return share;
}

/* --- drawing --- */

static void
draw_triangle (HvFigureRow *self, GtkSnapshot *snapshot, double x, int height, const GdkRGBA *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, "dialog-warning-symbolic", NULL, ICON,
                                  gtk_widget_get_scale_factor (GTK_WIDGET (self)), GTK_TEXT_DIR_LTR, 0);
  GdkRGBA colors[4] = { *color, *color, *color, *color };
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)(height - ICON) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot), ICON, ICON, colors,
                                            4);
  gtk_snapshot_restore (snapshot);
}

static void
draw_figure (HvFigureRow *self, GtkSnapshot *snapshot, double value, double center, int height)
{
  g_autoptr (PangoLayout) layout = make_layout (self, value);
  bool late = is_late (self, value);
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), late ? "hv_under_fg" : "card_fg_color");
  int text_width;
  int text_height;
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  int needed = text_width + (late ? ICON + 3 : 0);
  double x = MIN (center - needed / 2., gtk_widget_get_width (GTK_WIDGET (self)) - needed);
  if (late)
    {
      draw_triangle (self, snapshot, x, height, &color);
      x += ICON + 3;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)(height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
hv_figure_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvFigureRow *self = HV_FIGURE_ROW (widget);
  HvTimeAxis axis = hv_time_axis_new (widget, self->span, gtk_widget_get_width (widget));
  guint share = find_share (self, &axis);
  for (guint first = 0; first < self->slots->len; first += share)
    {
      double from = hv_time_axis_get_x (&axis, g_array_index (self->slots, HvSlot, first).span.from);
      double center = from + measure_slots (self, &axis, first, share) / 2;
      draw_figure (self, snapshot, join (self, first, share), center, gtk_widget_get_height (widget));
    }
  GTK_WIDGET_CLASS (hv_figure_row_parent_class)->snapshot (widget, snapshot);
}

/* --- layout --- */

static void
hv_figure_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  HvFigureRow *self = HV_FIGURE_ROW (widget);
  int least;
  gtk_widget_measure (self->title, orientation, -1, &least, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : *natural + 2 * PADDING;
  *natural = MAX (*minimum, *natural);
}

static void
hv_figure_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvFigureRow *self = HV_FIGURE_ROW (widget);
  HvTimeAxis axis = hv_time_axis_new (widget, self->span, width);
  int least;
  gtk_widget_measure (self->title, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->title, &(GtkAllocation){ 0, 0, MAX (least, (int)axis.left), height }, -1);
}

/* --- what it shows --- */

/* "Expected visits: 13:00 13, 13:30 8" */
static void
update_said (HvFigureRow *self)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GString) figures = g_string_new (NULL);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const HvSlot *slot = &g_array_index (self->slots, HvSlot, i);
      g_autofree char *time = hv_format_time (hv_minute_get_of_day (slot->span.from), language);
      g_autofree char *value = format_value (self, get_value (self, slot));
      g_string_append_printf (figures, "%s%s %s", i == 0 ? "" : ", ", time, value);
    }
  g_autofree char *said = g_strdup_printf (self->figure == HV_FIGURE_VISITS
                                               /* TRANSLATORS: a list of times and numbers. Read aloud. */
                                               ? _ ("Expected visits: %s")
                                               /* TRANSLATORS: a list of times and minutes. Read aloud. */
                                               : _ ("Waiting, about: %s"),
                                           figures->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
hv_figure_row_set_slots (HvFigureRow *self, const HvSlot *slots, gsize n, double target)
{
  g_return_if_fail (HV_IS_FIGURE_ROW (self));
  g_array_set_size (self->slots, 0);
  g_array_append_vals (self->slots, slots, (guint)n);
  self->target = target;
  update_said (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hv_figure_row_set_span (HvFigureRow *self, HvSpan span)
{
  g_return_if_fail (HV_IS_FIGURE_ROW (self));
  self->span = span;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- life --- */

static void
hv_figure_row_dispose (GObject *object)
{
  g_clear_pointer (&HV_FIGURE_ROW (object)->title, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_figure_row_parent_class)->dispose (object);
}

static void
hv_figure_row_finalize (GObject *object)
{
  g_array_unref (HV_FIGURE_ROW (object)->slots);
  G_OBJECT_CLASS (hv_figure_row_parent_class)->finalize (object);
}

static void
hv_figure_row_class_init (HvFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_figure_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_figure_row_finalize;
  widget_class->measure = hv_figure_row_measure;
  widget_class->size_allocate = hv_figure_row_size_allocate;
  widget_class->snapshot = hv_figure_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "figurerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hv_figure_row_init (HvFigureRow *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (HvSlot));
  self->title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-numeric");
}

GtkWidget *
hv_figure_row_new (HvFigure figure)
{
  HvFigureRow *self = g_object_new (HV_TYPE_FIGURE_ROW, NULL);
  bool visits = figure == HV_FIGURE_VISITS;
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", visits ? "husvagt-people-symbolic" : "husvagt-wait-symbolic",
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", visits ? _ ("Expected visits") : _ ("Waiting, about"), "xalign", 0.0,
                    "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (self->title), icon);
  gtk_box_append (GTK_BOX (self->title), label);
  self->figure = figure;
  return GTK_WIDGET (self);
}
