/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-coverage-strip.h"

#include "hv-color.h"
#include "hv-format.h"
#include "hv-time-axis.h"
#include "hv-ui-text.h"

struct _HvCoverageStrip
{
  GtkWidget parent_instance;

  GArray *slots; /* HvSlot, owned */
  HvSpan span;   /* empty: that of the slots */
  bool large;
  int height; /* of the large form */
  guint drawn;
};

G_DEFINE_FINAL_TYPE (HvCoverageStrip, hv_coverage_strip, GTK_TYPE_WIDGET)

#define SMALL_HEIGHT 45
#define LARGE_HEIGHT 196
#define LEAST_SLOT 7  /* pixels; below that two slots are drawn as one */
#define GAP 1.5f      /* pixels between bars */
#define LINE 2.f      /* thickness of the line of need */
#define HOUR_APART 70 /* pixels between two hours of the large form */
#define UNDER 6.f     /* between its bars and the hours */

/* --- geometry --- */

typedef struct
{
  float left;
  float width;
  float top;
  float height; /* of the bars' area */
  int scale;    /* people at the full height */
} Plot;

static HvSpan
whole_span (HvCoverageStrip *self)
{
  if (self->span.to > self->span.from)
    return self->span;
  return (HvSpan){ g_array_index (self->slots, HvSlot, 0).span.from,
                   g_array_index (self->slots, HvSlot, self->slots->len - 1).span.to };
}

static int
find_scale (HvCoverageStrip *self)
{
  int scale = 1;
  for (guint i = 0; i < self->slots->len; i++)
    {
      const HvSlot *slot = &g_array_index (self->slots, HvSlot, i);
      scale = MAX (scale, MAX (slot->crew, slot->need));
    }
  return self->large ? scale + 1 : scale;
}

static int
measure_label_height (HvCoverageStrip *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "16");
  int height;
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static Plot
make_plot (HvCoverageStrip *self)
{
  int labels = measure_label_height (self);
  float left = self->large ? HV_COVERAGE_STRIP_AXIS : 0;
  float top = self->large ? labels / 2.f : LINE;
  return (Plot){
    .left = left,
    .width = MAX (1.f, gtk_widget_get_width (GTK_WIDGET (self)) - left),
    .top = top,
    .height = MAX (1.f, gtk_widget_get_height (GTK_WIDGET (self)) - labels - top - (self->large ? UNDER : 1) - 1),
    .scale = find_scale (self),
  };
}

static float
x_of (HvCoverageStrip *self, const Plot *plot, HvMinute minute)
{
  HvSpan whole = whole_span (self);
  gint64 length = MAX (1, whole.to - whole.from);
  return plot->left + plot->width * (float)(minute - whole.from) / (float)length;
}

static float
y_of (const Plot *plot, int people)
{
  return plot->top + plot->height * (1.f - (float)people / (float)plot->scale);
}

double
hv_coverage_strip_get_x (HvCoverageStrip *self, HvMinute minute)
{
  g_return_val_if_fail (HV_IS_COVERAGE_STRIP (self), 0);
  if (self->slots->len == 0)
    return 0;
  Plot plot = make_plot (self);
  return x_of (self, &plot, minute);
}

/* --- drawing --- */

static void
draw_text (HvCoverageStrip *self, GtkSnapshot *snapshot, const char *text, float center, float top, const char *color,
           bool bold, float *ret_width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  int width;
  int height;
  pango_layout_get_pixel_size (layout, &width, &height);
  GdkRGBA rgba = hv_widget_get_color (GTK_WIDGET (self), color);
  float limit = gtk_widget_get_width (GTK_WIDGET (self)) - width;
  float x = CLAMP (center - width / 2.f, 0, MAX (0, limit));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, top));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
  if (ret_width != NULL)
    *ret_width = width;
}

static void
fill (HvCoverageStrip *self, GtkSnapshot *snapshot, const char *color, float x, float y, float width, float height)
{
  if (width <= 0 || height <= 0)
    return;
  GdkRGBA rgba = hv_widget_get_color (GTK_WIDGET (self), color);
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_gap (HvCoverageStrip *self, GtkSnapshot *snapshot, const HvSlot *slot, float x, float width, const Plot *plot)
{
  float top = y_of (plot, slot->need);
  float height = y_of (plot, slot->crew) - top;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, top, width, height);
  GdkRGBA gap = hv_widget_get_color (GTK_WIDGET (self), "hv_gap");
  fill (self, snapshot, "hv_gap_bg", x, top, width, height);
  hv_snapshot_hatch (snapshot, &area, &gap);

  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, &area, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ gap, gap, gap, gap });
}

static void
draw_gap_words (HvCoverageStrip *self, GtkSnapshot *snapshot, const HvSlot *slot, float x, float width,
                const Plot *plot, int line)
{
  int missing = slot->need - slot->crew;
  float top = y_of (plot, slot->need);
  float middle = (top + y_of (plot, slot->crew)) / 2 - line / 2.f;
  g_autofree char *words = g_strdup_printf (hv_own_ntext ("%d missing", "%d missing", missing), missing);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int needed;
  pango_layout_get_pixel_size (layout, &needed, NULL);
  if (needed + 12 > width || y_of (plot, slot->crew) - top < line + 2)
    return;
  GskRoundedRect plate;
  gsk_rounded_rect_init_from_rect (
      &plate, &GRAPHENE_RECT_INIT (x + width / 2 - needed / 2.f - 6, middle - 1, needed + 12, line + 2),
      line / 2.f + 1);
  GdkRGBA ground = hv_widget_get_color (GTK_WIDGET (self), "hv_gap_bg");
  gtk_snapshot_push_rounded_clip (snapshot, &plate);
  gtk_snapshot_append_color (snapshot, &ground, &plate.bounds);
  gtk_snapshot_pop (snapshot);
  draw_text (self, snapshot, words, x + width / 2, middle, "hv_under_fg", true, NULL);
}

/* "3", and below it "on duty" where both have room. */
static void
draw_large_count (HvCoverageStrip *self, GtkSnapshot *snapshot, const HvSlot *slot, float x, float width, float top,
                  float bottom, int line)
{
  g_autofree char *count = g_strdup_printf ("%d", slot->crew);
  /* TRANSLATORS: below the number of people: "3 on duty" */
  const char *words = _ ("on duty");
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int needed;
  pango_layout_get_pixel_size (layout, &needed, NULL);
  bool both = bottom - top >= 2 * line + 6 && needed + 4 <= width;
  float y = (top + bottom - (both ? 2 : 1) * line) / 2;
  draw_text (self, snapshot, count, x + width / 2, y, "hv_staff_fg", true, NULL);
  if (both)
    draw_text (self, snapshot, words, x + width / 2, y + line, "hv_staff_fg", false, NULL);
}

static void
draw_count (HvCoverageStrip *self, GtkSnapshot *snapshot, const HvSlot *slot, float x, float width, const Plot *plot,
            int line)
{
  float bottom = plot->top + plot->height;
  float top = y_of (plot, slot->crew);
  bool inside = bottom - top >= line - 4;
  const char *color = inside ? "hv_staff_fg" : "hv_under_fg";
  if (self->large)
    {
      if (inside)
        draw_large_count (self, snapshot, slot, x, width, top, bottom, line);
      return;
    }
  g_autofree char *count = g_strdup_printf ("%d/%d", slot->crew, slot->need);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), count);
  int needed;
  pango_layout_get_pixel_size (layout, &needed, NULL);
  if (needed <= width)
    draw_text (self, snapshot, count, x + width / 2, inside ? (top + bottom - line) / 2 : bottom - line, color, true,
               NULL);
}

static void
draw_slot (HvCoverageStrip *self, GtkSnapshot *snapshot, const HvSlot *slot, const Plot *plot, int line)
{
  float x = x_of (self, plot, slot->span.from) + GAP / 2;
  float width = x_of (self, plot, slot->span.to) - GAP / 2 - x;
  float bottom = plot->top + plot->height;
  fill (self, snapshot, "hv_staff", x, y_of (plot, slot->crew), width, bottom - y_of (plot, slot->crew));
  if (slot->need > slot->crew)
    draw_gap (self, snapshot, slot, x, width, plot);
  draw_count (self, snapshot, slot, x, width, plot, line);
  if (self->large && slot->need > slot->crew)
    draw_gap_words (self, snapshot, slot, x, width, plot, line);
  self->drawn++;
}

static void
draw_need (HvCoverageStrip *self, GtkSnapshot *snapshot, const HvSlot *slot, const HvSlot *previous, const Plot *plot)
{
  float from = x_of (self, plot, slot->span.from);
  float to = x_of (self, plot, slot->span.to);
  float y = y_of (plot, slot->need);
  fill (self, snapshot, "hv_demand", from, y - LINE, to - from, LINE);
  if (previous == NULL || previous->need == slot->need)
    return;
  float other = y_of (plot, previous->need);
  fill (self, snapshot, "hv_demand", from - LINE / 2, MIN (y, other) - LINE, LINE, ABS (y - other) + LINE);
}

/* "Need 5" over the end of the line. */
static void
draw_need_words (HvCoverageStrip *self, GtkSnapshot *snapshot, const Plot *plot, int line)
{
  const HvSlot *last = &g_array_index (self->slots, HvSlot, self->slots->len - 1);
  float y = y_of (plot, last->need) - LINE - line;
  g_autofree char *words = g_strdup_printf (_ ("Need %d"), last->need);
  if (y >= 0)
    draw_text (self, snapshot, words, x_of (self, plot, last->span.to), y, "hv_demand", true, NULL);
}

/* Minutes between two hours that are written. */
static int
find_hour_step (HvCoverageStrip *self, const Plot *plot)
{
  HvTimeAxis axis = { whole_span (self), plot->left, plot->width };
  return self->large ? hv_time_axis_find_step (&axis, HOUR_APART) : 60;
}

static HvMinute
find_first_hour (HvCoverageStrip *self, int step)
{
  return (whole_span (self).from + step - 1) / step * step;
}

static void
draw_hours (HvCoverageStrip *self, GtkSnapshot *snapshot, const Plot *plot)
{
  float top = plot->top + plot->height + (self->large ? UNDER : 1);
  float free_from = -1000;
  int step = find_hour_step (self, plot);
  for (HvMinute minute = find_first_hour (self, step); minute <= whole_span (self).to; minute += step)
    {
      g_autofree char *hour = self->large ? hv_format_clock (hv_minute_get_of_day (minute), hv_text_get_own_language ())
                                          : g_strdup_printf ("%d", hv_minute_get_of_day (minute) / 60);
      float x = x_of (self, plot, minute);
      float width;
      if (x < free_from)
        continue;
      draw_text (self, snapshot, hour, x, top, "hv_secondary_fg", false, &width);
      free_from = x + width + 8;
    }
}

static void
draw_axis (HvCoverageStrip *self, GtkSnapshot *snapshot, const Plot *plot, int line)
{
  GdkRGBA grid = hv_widget_get_color (GTK_WIDGET (self), "window_fg_color");
  grid.alpha = 0.08f;
  int step = plot->scale > 12 ? 5 : plot->scale > 6 ? 2 : 1;
  for (int people = 0; people <= plot->scale; people += step)
    {
      float y = y_of (plot, people);
      g_autofree char *number = g_strdup_printf ("%d", people);
      gtk_snapshot_append_color (snapshot, &grid, &GRAPHENE_RECT_INIT (plot->left, y, plot->width, 1));
      draw_text (self, snapshot, number, plot->left - 14, y - line / 2.f, "hv_secondary_fg", false, NULL);
    }
  int hour_step = find_hour_step (self, plot);
  for (HvMinute minute = find_first_hour (self, hour_step); minute <= whole_span (self).to; minute += hour_step)
    gtk_snapshot_append_color (snapshot, &grid,
                               &GRAPHENE_RECT_INIT (x_of (self, plot, minute), plot->top, 1, plot->height));
}

/* Two slots drawn as one, where a half hour would be too narrow to see: the worst of
 * both is shown. */
static HvSlot
join (const HvSlot *a, const HvSlot *b)
{
  const HvSlot *worse = a->need - a->crew >= b->need - b->crew ? a : b;
  HvSlot joined = *worse;
  joined.span = (HvSpan){ a->span.from, b->span.to };
  return joined;
}

static void
hv_coverage_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvCoverageStrip *self = HV_COVERAGE_STRIP (widget);
  if (self->slots->len == 0)
    return;
  Plot plot = make_plot (self);
  int line = measure_label_height (self);
  guint step = plot.width / self->slots->len < LEAST_SLOT ? 2 : 1;
  if (self->large)
    draw_axis (self, snapshot, &plot, line);

  HvSlot previous = { 0 };
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->slots->len; i += step)
      {
        const HvSlot *first = &g_array_index (self->slots, HvSlot, i);
        HvSlot slot = step == 2 && i + 1 < self->slots->len ? join (first, first + 1) : *first;
        if (pass == 0)
          draw_slot (self, snapshot, &slot, &plot, line);
        else
          draw_need (self, snapshot, &slot, i == 0 ? NULL : &previous, &plot);
        previous = slot;
      }
  draw_hours (self, snapshot, &plot);
  if (self->large)
    draw_need_words (self, snapshot, &plot, line);
}

static void
hv_coverage_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  HvCoverageStrip *self = HV_COVERAGE_STRIP (widget);
  int line = measure_label_height (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->large ? MAX (self->height, 8 * line) : MAX (SMALL_HEIGHT, 2 * line + 8);
  else
    {
      *minimum = self->large ? HV_COVERAGE_STRIP_AXIS + 120 : 48;
      *natural = MAX (*minimum, (int)self->slots->len * (self->large ? 60 : 30));
    }
}

void
hv_coverage_strip_set_large (HvCoverageStrip *self, bool large)
{
  g_return_if_fail (HV_IS_COVERAGE_STRIP (self));
  self->large = large;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hv_coverage_strip_set_span (HvCoverageStrip *self, HvSpan span)
{
  g_return_if_fail (HV_IS_COVERAGE_STRIP (self));
  self->span = span;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hv_coverage_strip_set_slots (HvCoverageStrip *self, const HvSlot *slots, gsize n, const char *said)
{
  g_return_if_fail (HV_IS_COVERAGE_STRIP (self));
  g_array_set_size (self->slots, 0);
  g_array_append_vals (self->slots, slots, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
hv_coverage_strip_get_drawn (HvCoverageStrip *self)
{
  g_return_val_if_fail (HV_IS_COVERAGE_STRIP (self), 0);
  return self->drawn;
}

void
hv_coverage_strip_set_height (HvCoverageStrip *self, int height)
{
  g_return_if_fail (HV_IS_COVERAGE_STRIP (self));
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
hv_coverage_strip_finalize (GObject *object)
{
  g_array_unref (HV_COVERAGE_STRIP (object)->slots);
  G_OBJECT_CLASS (hv_coverage_strip_parent_class)->finalize (object);
}

static void
hv_coverage_strip_class_init (HvCoverageStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_coverage_strip_finalize;
  widget_class->snapshot = hv_coverage_strip_snapshot;
  widget_class->measure = hv_coverage_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "coveragestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hv_coverage_strip_init (HvCoverageStrip *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (HvSlot));
  self->height = LARGE_HEIGHT;
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-numeric");
}

GtkWidget *
hv_coverage_strip_new (void)
{
  return g_object_new (HV_TYPE_COVERAGE_STRIP, NULL);
}
