/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-availability-grid-private.h"

#include "hv-color.h"
#include "hv-format.h"
#include "hv-ui-text.h"

#define WEEKDAYS 7
#define CELL_GAP 2
#define CORNER 2
#define LABEL_GAP 8  /* between the hours and the first column */
#define HEADER_GAP 4 /* under the weekdays */
#define HOUR_HEIGHT 21
#define PART_HEIGHT 12 /* of a row shorter than an hour */
#define LEAST_COLUMN 27
#define NATURAL_COLUMN 66
#define WORD_PADDING 3

/* --- texts --- */

static PangoLayout *
make_layout (HvAvailabilityGrid *self, const char *text, bool bold, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

void
hv_availability_grid_drop_layouts (HvAvailabilityGrid *self)
{
  g_ptr_array_set_size (self->weekdays, 0);
  g_ptr_array_set_size (self->hours, 0);
  for (int i = 0; i < 3; i++)
    g_clear_object (&self->words[i]);
}

static void
make_layouts (HvAvailabilityGrid *self)
{
  HvLanguage language = hv_text_get_own_language ();
  if (self->weekdays->len > 0)
    return;
  for (int weekday = 1; weekday <= WEEKDAYS; weekday++)
    g_ptr_array_add (self->weekdays, make_layout (self, hv_format_weekday_short (weekday, language), true, 0.92));
  for (int i = 0; i < 3; i++)
    self->words[i] = make_layout (self, hv_availability_grid_get_word ((HvOffer)i), true, 0.88);
  for (guint row = 0; row < self->table->n_rows; row++)
    {
      int minute = hv_offer_table_get_start (self->table, row);
      if (minute % 60 != 0)
        continue;
      g_autofree char *clock = hv_format_clock (minute % HV_MINUTES_PER_DAY, language);
      g_ptr_array_add (self->hours, make_layout (self, clock, false, 0.92));
    }
}

static void
get_layout_size (PangoLayout *layout, int *ret_width, int *ret_height)
{
  pango_layout_get_pixel_size (layout, ret_width, ret_height);
}

static void
get_largest_size (const GPtrArray *layouts, int *ret_width, int *ret_height)
{
  *ret_width = 0;
  *ret_height = 0;
  for (guint i = 0; i < layouts->len; i++)
    {
      int width;
      int height;
      get_layout_size (g_ptr_array_index (layouts, i), &width, &height);
      *ret_width = MAX (*ret_width, width);
      *ret_height = MAX (*ret_height, height);
    }
}

/* --- geometry --- */

typedef struct
{
  int left; /* of the first column */
  int top;  /* of the first row */
  int width;
  int row_height; /* with the gap */
} Plot;

static Plot
make_plot (HvAvailabilityGrid *self)
{
  int label_width;
  int line;
  int header_width;
  int header_height;
  make_layouts (self);
  get_largest_size (self->hours, &label_width, &line);
  get_largest_size (self->weekdays, &header_width, &header_height);
  int left = label_width + LABEL_GAP;
  int row = self->table->step == 60 ? MAX (HOUR_HEIGHT, line) : MAX (PART_HEIGHT, line * self->table->step / 60);
  return (Plot){ left, header_height + HEADER_GAP, gtk_widget_get_width (GTK_WIDGET (self)) - left, row + CELL_GAP };
}

static graphene_rect_t
get_cell_area (const Plot *plot, HvOfferCell cell)
{
  int from = plot->left + plot->width * (cell.weekday - 1) / WEEKDAYS;
  int to = plot->left + plot->width * cell.weekday / WEEKDAYS;
  return GRAPHENE_RECT_INIT (from, plot->top + cell.row * plot->row_height, to - from - CELL_GAP,
                             plot->row_height - CELL_GAP);
}

graphene_rect_t
hv_availability_grid_find_area (HvAvailabilityGrid *self, HvOfferCell cell)
{
  Plot plot = make_plot (self);
  return get_cell_area (&plot, cell);
}

HvOfferCell
hv_availability_grid_find_cell (HvAvailabilityGrid *self, double x, double y)
{
  Plot plot = make_plot (self);
  int weekday = plot.width <= 0 ? 1 : (int)((x - plot.left) * WEEKDAYS / plot.width) + 1;
  int row = (int)((y - plot.top) / plot.row_height);
  return (HvOfferCell){ CLAMP (x < plot.left ? 1 : weekday, 1, WEEKDAYS),
                        CLAMP (y < plot.top ? 0 : row, 0, (int)self->table->n_rows - 1) };
}

bool
hv_availability_grid_is_on_cells (HvAvailabilityGrid *self, double x, double y)
{
  Plot plot = make_plot (self);
  return x >= plot.left && y >= plot.top && y < plot.top + plot.row_height * (int)self->table->n_rows;
}

void
hv_availability_grid_measure (HvAvailabilityGrid *self, GtkOrientation orientation, int *minimum, int *natural)
{
  Plot plot = make_plot (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = plot.left + WEEKDAYS * (LEAST_COLUMN + CELL_GAP);
      *natural = plot.left + WEEKDAYS * (NATURAL_COLUMN + CELL_GAP);
    }
  else
    *minimum = *natural = plot.top + plot.row_height * (int)self->table->n_rows;
}

/* --- drawing --- */

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_border (GtkSnapshot *snapshot, const graphene_rect_t *area, float width, const GdkRGBA *color)
{
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, area, CORNER);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

typedef struct
{
  GdkRGBA can;
  GdkRGBA can_border;
  GdkRGBA can_word;
  GdkRGBA rather;
  GdkRGBA rather_bg;
  GdkRGBA cannot_bg;
  GdkRGBA cannot_border;
  GdkRGBA word;
  GdkRGBA secondary;
  GdkRGBA focus;
} Colors;

static Colors
get_colors (GtkWidget *widget)
{
  Colors colors = {
    .can = hv_widget_get_color (widget, "hv_staff"),
    .can_border = hv_widget_get_color (widget, "hv_cell_border"),
    .can_word = hv_widget_get_color (widget, "hv_staff_fg"),
    .rather = hv_widget_get_color (widget, "hv_rather"),
    .rather_bg = hv_widget_get_color (widget, "hv_warn_bg"),
    .cannot_bg = hv_widget_get_color (widget, "hv_closed_bg"),
    .cannot_border = hv_widget_get_color (widget, "hv_cell_border"),
    .word = hv_widget_get_color (widget, "window_fg_color"),
    .secondary = hv_widget_get_color (widget, "hv_secondary_fg"),
    .focus = hv_widget_get_color (widget, "accent_bg_color"),
  };
  return colors;
}

static void
draw_cell (GtkSnapshot *snapshot, const graphene_rect_t *area, HvOffer offer, const Colors *colors)
{
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, area, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot,
                             offer == HV_OFFER_CAN          ? &colors->can
                             : offer == HV_OFFER_RATHER_NOT ? &colors->rather_bg
                                                            : &colors->cannot_bg,
                             area);
  if (offer == HV_OFFER_RATHER_NOT)
    hv_snapshot_hatch (snapshot, area, &colors->rather);
  gtk_snapshot_pop (snapshot);
  draw_border (snapshot, area, 1,
               offer == HV_OFFER_CAN          ? &colors->can_border
               : offer == HV_OFFER_RATHER_NOT ? &colors->rather
                                              : &colors->cannot_border);
}

void
hv_availability_grid_draw_sample (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, HvOffer offer)
{
  Colors colors = get_colors (widget);
  draw_cell (snapshot, area, offer, &colors);
}

GdkRGBA
hv_availability_grid_get_word_color (GtkWidget *widget)
{
  return hv_widget_get_color (widget, "hv_secondary_fg");
}

/* The word stands on the first cell of a run, and on the ones below it where rows are
 * low; where it has no room, it is left out. */
static void
draw_word (HvAvailabilityGrid *self, GtkSnapshot *snapshot, const graphene_rect_t *run, float cell_height,
           HvOffer offer, const Colors *colors)
{
  int width;
  int height;
  get_layout_size (self->words[offer], &width, &height);
  if (width + 2 > run->size.width || height > run->size.height + 2)
    return;
  float room = MAX (cell_height, MIN (run->size.height, height + 2));
  float x = run->origin.x + (run->size.width - width) / 2;
  float y = run->origin.y + (room - height) / 2;
  gtk_snapshot_append_color (
      snapshot, offer == HV_OFFER_CAN ? &colors->can : &colors->rather_bg,
      &GRAPHENE_RECT_INIT (x - WORD_PADDING, run->origin.y + 2, width + 2 * WORD_PADDING, room - 4));
  draw_layout (snapshot, self->words[offer], x, y, offer == HV_OFFER_CAN ? &colors->can_word : &colors->word);
}

/* The last row of the run that begins with a row. */
static guint
find_run_end (HvAvailabilityGrid *self, int weekday, guint row)
{
  HvOffer offer = hv_offer_table_get (self->table, weekday, row);
  while (row + 1 < self->table->n_rows && hv_offer_table_get (self->table, weekday, row + 1) == offer)
    row++;
  return row;
}

static void
draw_words (HvAvailabilityGrid *self, GtkSnapshot *snapshot, const Plot *plot, int weekday, const Colors *colors)
{
  for (guint row = 0; row < self->table->n_rows; row++)
    {
      HvOffer offer = hv_offer_table_get (self->table, weekday, row);
      guint last = find_run_end (self, weekday, row);
      graphene_rect_t first_area = get_cell_area (plot, (HvOfferCell){ weekday, (int)row });
      graphene_rect_t last_area = get_cell_area (plot, (HvOfferCell){ weekday, (int)last });
      graphene_rect_t run;
      graphene_rect_union (&first_area, &last_area, &run);
      if (offer != HV_OFFER_CANNOT)
        draw_word (self, snapshot, &run, first_area.size.height, offer, colors);
      row = last;
    }
}

/* "man." or, where that has no room, "ma". */
static PangoLayout *
make_header (HvAvailabilityGrid *self, int weekday, float room)
{
  int width;
  int height;
  PangoLayout *header = g_ptr_array_index (self->weekdays, weekday - 1);
  get_layout_size (header, &width, &height);
  if (width <= room)
    return g_object_ref (header);
  g_autofree char *letters = g_utf8_substring (pango_layout_get_text (header), 0, 2);
  return make_layout (self, letters, true, 0.92);
}

static void
draw_column (HvAvailabilityGrid *self, GtkSnapshot *snapshot, const Plot *plot, int weekday, const Colors *colors)
{
  int width;
  int height;
  graphene_rect_t top = get_cell_area (plot, (HvOfferCell){ weekday, 0 });
  g_autoptr (PangoLayout) header = make_header (self, weekday, top.size.width);
  get_layout_size (header, &width, &height);
  draw_layout (snapshot, header, top.origin.x + (top.size.width - width) / 2, plot->top - HEADER_GAP - height,
               &colors->word);
  for (guint row = 0; row < self->table->n_rows; row++)
    {
      graphene_rect_t area = get_cell_area (plot, (HvOfferCell){ weekday, (int)row });
      draw_cell (snapshot, &area, hv_offer_table_get (self->table, weekday, row), colors);
    }
  draw_words (self, snapshot, plot, weekday, colors);
}

static void
draw_hours (HvAvailabilityGrid *self, GtkSnapshot *snapshot, const Plot *plot, const Colors *colors)
{
  for (guint row = 0, n = 0; row < self->table->n_rows; row++)
    {
      int width;
      int height;
      if (hv_offer_table_get_start (self->table, row) % 60 != 0)
        continue;
      PangoLayout *layout = g_ptr_array_index (self->hours, n++);
      get_layout_size (layout, &width, &height);
      draw_layout (snapshot, layout, plot->left - LABEL_GAP - width,
                   plot->top + (int)row * plot->row_height - (height - plot->row_height + CELL_GAP) / 2,
                   &colors->secondary);
    }
}

static void
draw_focus (HvAvailabilityGrid *self, GtkSnapshot *snapshot, const Plot *plot, const Colors *colors)
{
  graphene_rect_t focus = get_cell_area (plot, self->focus);
  graphene_rect_t anchor = get_cell_area (plot, self->anchor);
  graphene_rect_t marked;
  graphene_rect_union (&focus, &anchor, &marked);
  graphene_rect_inset (&marked, -1, -1);
  draw_border (snapshot, &marked, 2, &colors->focus);
  if (hv_availability_grid_marks_several (self))
    draw_border (snapshot, &focus, 1, &colors->focus);
}

void
hv_availability_grid_draw (HvAvailabilityGrid *self, GtkSnapshot *snapshot)
{
  bool shows_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
  Plot plot = make_plot (self);
  Colors colors = get_colors (GTK_WIDGET (self));
  for (int weekday = 1; weekday <= WEEKDAYS; weekday++)
    draw_column (self, snapshot, &plot, weekday, &colors);
  draw_hours (self, snapshot, &plot, &colors);
  if (shows_focus && self->before == NULL)
    draw_focus (self, snapshot, &plot, &colors);
}
