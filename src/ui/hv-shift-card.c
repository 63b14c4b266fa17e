/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shift-card.h"

#include "hv-child.h"
#include "hv-chip-flow.h"
#include "hv-color.h"
#include "hv-format.h"
#include "hv-role-icon.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

#define ICON 16
#define GAP 6      /* between icon, role, time */
#define HEAD_GAP 5 /* under the first line */
#define LEAST_CHIP 27
#define ONE_LINE 260 /* from here a single name may stand between role and count */
#define CHIP_PADDING 8

struct _HvShiftCard
{
  GtkWidget parent_instance;

  /* what it shows, owned */
  HvId shift;
  char *role;
  char *hours;
  char *short_hours; /* where there is no room for the others */
  char *count;
  char *icon;
  bool under;
  bool tight;
  GPtrArray *places; /* HvCardPlace */

  GPtrArray *chips; /* HvPlaceChip children; empty unless rich */
  bool rich;

  /* drawing, made when first needed and dropped when text, font or scale changes */
  PangoLayout *role_layout;
  PangoLayout *hours_layout;
  PangoLayout *short_hours_layout;
  PangoLayout *count_layout;
  GPtrArray *name_layouts;

  GArray *areas;   /* GdkRectangle of each place */
  int areas_width; /* the width they are reckoned for, −1: none */
};

G_DEFINE_FINAL_TYPE (HvShiftCard, hv_shift_card, GTK_TYPE_WIDGET)

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static guint n_drawn;

/* --- texts --- */

static void
drop_layouts (HvShiftCard *self)
{
  g_clear_object (&self->role_layout);
  g_clear_object (&self->hours_layout);
  g_clear_object (&self->short_hours_layout);
  g_clear_object (&self->count_layout);
  g_ptr_array_set_size (self->name_layouts, 0);
  self->areas_width = -1;
}

static PangoLayout *
make_layout (HvShiftCard *self, const char *text, bool bold, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (scale != 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
make_layouts (HvShiftCard *self)
{
  if (self->role_layout != NULL)
    return;
  self->role_layout = make_layout (self, self->role, true, 1);
  self->hours_layout = make_layout (self, self->hours, false, 0.92);
  self->short_hours_layout = make_layout (self, self->short_hours, false, 0.92);
  self->count_layout = make_layout (self, self->count, true, 0.92);
  for (guint i = 0; i < self->places->len; i++)
    {
      const HvCardPlace *place = g_ptr_array_index (self->places, i);
      bool empty = place->assignment == HV_NONE;
      g_ptr_array_add (self->name_layouts, make_layout (self, empty ? _ ("+ Assign") : place->name, empty, 1));
    }
}

/* The height of a line of text in the widget's font, measured once per font. */
static int
line_height (HvShiftCard *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  return height;
}

static int
layout_width (PangoLayout *layout)
{
  int width;
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* --- geometry --- */

static int
chip_height (HvShiftCard *self)
{
  return MAX (LEAST_CHIP, line_height (self) + 8);
}

static int
head_height (HvShiftCard *self)
{
  return MAX (ICON, line_height (self));
}

/* What a place needs so that its text is not cut. */
static int
place_width (HvShiftCard *self, guint n)
{
  const HvCardPlace *place = g_ptr_array_index (self->places, n);
  make_layouts (self);
  return layout_width (g_ptr_array_index (self->name_layouts, n)) + 2 * CHIP_PADDING
         + (place->locked ? ICON + HV_CHIP_GAP : 0);
}

/* The room of a single name between the role and the count. */
static GdkRectangle
find_line_area (HvShiftCard *self, int width)
{
  make_layouts (self);
  int left = ICON + GAP + layout_width (self->role_layout) + GAP;
  int right = layout_width (self->count_layout) + ICON + 4 + GAP;
  return (GdkRectangle){ left, 0, MAX (1, width - left - right), MAX (chip_height (self), head_height (self)) };
}

static bool
is_one_line (HvShiftCard *self, int width)
{
  if (self->places->len != 1 || width < ONE_LINE)
    return self->places->len == 0;
  return place_width (self, 0) <= find_line_area (self, width).width;
}

static void
place_under_head (HvShiftCard *self, int width)
{
  g_autofree int *widths = g_new (int, self->places->len);
  GdkRectangle *areas = (GdkRectangle *)(void *)self->areas->data;
  for (guint i = 0; i < self->places->len; i++)
    widths[i] = hv_chip_flow_count_columns (width) > 1 ? place_width (self, i) : 0;
  if (self->places->len == 1)
    widths[0] = width;
  hv_chip_flow_place (widths, self->places->len, width, chip_height (self), areas);
  for (guint i = 0; i < self->places->len; i++)
    areas[i].y += head_height (self) + HEAD_GAP;
}

static void
place_for (HvShiftCard *self, int width)
{
  if (self->areas_width == width)
    return;
  self->areas_width = width;
  g_array_set_size (self->areas, self->places->len);
  if (!is_one_line (self, width))
    place_under_head (self, width);
  else if (self->places->len > 0)
    g_array_index (self->areas, GdkRectangle, 0) = find_line_area (self, width);
}

static int
measure_height (HvShiftCard *self, int width)
{
  if (self->places->len == 0)
    return MAX (chip_height (self), head_height (self));
  place_for (self, width);
  const GdkRectangle *last = &g_array_index (self->areas, GdkRectangle, self->places->len - 1);
  return last->y + last->height;
}

static GdkRectangle
area_of (HvShiftCard *self, guint n)
{
  place_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return g_array_index (self->areas, GdkRectangle, n);
}

void
hv_shift_card_get_place_area (HvShiftCard *self, guint n, GdkRectangle *ret_area)
{
  g_return_if_fail (HV_IS_SHIFT_CARD (self) && n < self->places->len);
  *ret_area = area_of (self, n);
}

int
hv_shift_card_find_place_at (HvShiftCard *self, double x, double y)
{
  g_return_val_if_fail (HV_IS_SHIFT_CARD (self), -1);
  for (guint i = 0; i < self->places->len; i++)
    {
      GdkRectangle area = area_of (self, i);
      if (gdk_rectangle_contains_point (&area, (int)x, (int)y))
        return (int)i;
    }
  return -1;
}

static GtkSizeRequestMode
hv_shift_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hv_shift_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  HvShiftCard *self = HV_SHIFT_CARD (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 110;
      *natural = 270;
    }
  else
    *minimum = *natural = measure_height (self, for_size < 0 ? 270 : for_size);
}

static void
hv_shift_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvShiftCard *self = HV_SHIFT_CARD (widget);
  for (guint i = 0; i < self->chips->len; i++)
    {
      GdkRectangle area = area_of (self, i);
      hv_child_allocate (g_ptr_array_index (self->chips, i), area.x, area.y, area.width, area.height);
    }
}

/* --- drawing --- */

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, int width, int height, const GdkRGBA *color)
{
  int needed;
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &needed);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y + (height - needed) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_icon (HvShiftCard *self, GtkSnapshot *snapshot, const char *name, int x, int y, int height, const GdkRGBA *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, ICON, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                  gtk_widget_get_direction (GTK_WIDGET (self)), 0);
  GdkRGBA colors[4] = { *color, *color, *color, *color };
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y + (height - ICON) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot), ICON, ICON, colors,
                                            4);
  gtk_snapshot_restore (snapshot);
}

static void
draw_count (HvShiftCard *self, GtkSnapshot *snapshot, int width, int height)
{
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), self->under   ? "hv_under_fg"
                                                          : self->tight ? "hv_warn_fg"
                                                                        : "hv_ok_fg");
  int text = layout_width (self->count_layout);
  draw_layout (snapshot, self->count_layout, width - text, 0, text, height, &color);
  draw_icon (self, snapshot, self->under || self->tight ? "dialog-warning-symbolic" : "object-select-symbolic",
             width - text - ICON - 4, 0, height, &color);
}

/* Half a clock time says the wrong thing: the hours are there as a whole, short, or not at all. */
static PangoLayout *
find_hours_that_fit (HvShiftCard *self, int room)
{
  return layout_width (self->hours_layout) <= room         ? self->hours_layout
         : layout_width (self->short_hours_layout) <= room ? self->short_hours_layout
                                                           : NULL;
}

static void
draw_head (HvShiftCard *self, GtkSnapshot *snapshot, int width)
{
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "card_fg_color");
  GdkRGBA second = hv_widget_get_color (GTK_WIDGET (self), "hv_secondary_fg");
  bool single = is_one_line (self, width);
  int height = single ? gtk_widget_get_height (GTK_WIDGET (self)) : head_height (self);
  int left = ICON + GAP;
  int right = width - layout_width (self->count_layout) - ICON - 4 - GAP;
  int role = MIN (layout_width (self->role_layout), MAX (1, right - left));
  draw_icon (self, snapshot, self->icon, 0, 0, height, &color);
  draw_layout (snapshot, self->role_layout, left, 0, role, height, &color);
  int rest = right - left - role - GAP;
  PangoLayout *hours = single ? NULL : find_hours_that_fit (self, rest);
  if (hours != NULL)
    draw_layout (snapshot, hours, left + role + GAP, 0, rest, height, &second);
  draw_count (self, snapshot, width, height);
}

/* A place drawn by the card itself, where there are too many cards for chips. */
static void
draw_place (HvShiftCard *self, GtkSnapshot *snapshot, guint n)
{
  const HvCardPlace *place = g_ptr_array_index (self->places, n);
  GdkRectangle area = area_of (self, n);
  bool empty = place->assignment == HV_NONE;
  GskRoundedRect shape;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height), 6);
  GdkRGBA ground = hv_widget_get_color (GTK_WIDGET (self), empty ? "hv_slot_border" : "hv_chip_bg");
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "card_fg_color");
  if (empty)
    gtk_snapshot_append_border (snapshot, &shape, (float[4]){ 1, 1, 1, 1 },
                                (GdkRGBA[4]){ ground, ground, ground, ground });
  else
    {
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &ground, &shape.bounds);
      gtk_snapshot_pop (snapshot);
    }
  draw_layout (snapshot, g_ptr_array_index (self->name_layouts, n), area.x + CHIP_PADDING, area.y,
               MAX (1, area.width - 2 * CHIP_PADDING), area.height, &color);
}

static void
hv_shift_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvShiftCard *self = HV_SHIFT_CARD (widget);
  if (self->role == NULL)
    return;
  n_drawn++;
  make_layouts (self);
  draw_head (self, snapshot, gtk_widget_get_width (widget));
  if (!self->rich)
    for (guint i = 0; i < self->places->len; i++)
      draw_place (self, snapshot, i);
  GTK_WIDGET_CLASS (hv_shift_card_parent_class)->snapshot (widget, snapshot);
}

static void
hv_shift_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_shift_card_parent_class)->css_changed (widget, change);
  drop_layouts (HV_SHIFT_CARD (widget));
}

static void
hv_shift_card_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_shift_card_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (HV_SHIFT_CARD (widget));
  gtk_widget_queue_resize (widget);
}

/* --- what it shows --- */

static void
chip_activated_cb (HvPlaceChip *chip, HvShiftCard *self)
{
  guint n;
  if (g_ptr_array_find (self->chips, chip, &n))
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, n);
}

/* As many chips as places; those that are there are used again. */
static void
update_chips (HvShiftCard *self)
{
  guint wanted = self->rich ? self->places->len : 0;
  while (self->chips->len > wanted)
    {
      gtk_widget_unparent (g_ptr_array_index (self->chips, self->chips->len - 1));
      g_ptr_array_remove_index (self->chips, self->chips->len - 1);
    }
  while (self->chips->len < wanted)
    {
      GtkWidget *chip = hv_place_chip_new ();
      g_signal_connect (chip, "activated", G_CALLBACK (chip_activated_cb), self);
      gtk_widget_set_focusable (chip, FALSE); /* the board gives the focus, see hv-week-board.h */
      gtk_widget_set_parent (chip, GTK_WIDGET (self));
      g_ptr_array_add (self->chips, chip);
    }
  for (guint i = 0; i < wanted; i++)
    hv_place_chip_show (g_ptr_array_index (self->chips, i), g_ptr_array_index (self->places, i));
}

void
hv_shift_card_set_rich (HvShiftCard *self, bool rich)
{
  g_return_if_fail (HV_IS_SHIFT_CARD (self));
  if (self->rich == rich)
    return;
  self->rich = rich;
  update_chips (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* "Juelsminde, IT-hjælp, Monday 4 May 13:00–16:00: 3 of 5, 2 missing." */
static char *
say_card (const HvRoster *roster, const HvGap *gap, const char *count, HvLanguage language)
{
  const HvHouse *house = hv_roster_find_house (roster, gap->shift->house);
  const HvRole *role = hv_roster_find_role (roster, gap->shift->role);
  g_autofree char *when = hv_format_day_span (hv_shift_get_span (gap->shift), language);
  g_autofree char *state = hv_gap_format (gap, roster, language);
  /* TRANSLATORS: house, role, time: "3 of 5", what is missing. Read aloud. */
  return hv_text_format (language, "%s, %s, %s: %s, %s.", house == NULL ? "" : house->name,
                         role == NULL ? "" : role->name, when, count, state);
}

void
hv_shift_card_show (HvShiftCard *self, const HvRoster *roster, const HvGap *gap)
{
  g_return_if_fail (HV_IS_SHIFT_CARD (self));
  HvLanguage language = hv_text_get_own_language ();
  const HvRole *role = hv_roster_find_role (roster, gap->shift->role);
  self->shift = gap->shift->r.id;
  hv_set_text (&self->role, role == NULL ? "" : role->name);
  hv_set_text (&self->icon, hv_role_get_icon_name (role));
  g_free (self->hours);
  self->hours = hv_format_hours (hv_shift_get_span (gap->shift), language);
  g_free (self->short_hours);
  self->short_hours = hv_format_hours_short (hv_shift_get_span (gap->shift), language);
  g_free (self->count);
  self->count = hv_week_words_count (gap, language);
  self->under = gap->kind != HV_GAP_NONE && gap->kind != HV_GAP_TIGHT;
  self->tight = gap->kind == HV_GAP_TIGHT;
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = hv_card_place_list (roster, gap, language);

  g_autofree char *said = say_card (roster, gap, self->count, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  hv_style_class_set (GTK_WIDGET (self), "under", self->under);
  drop_layouts (self);
  update_chips (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- questions --- */

HvId
hv_shift_card_get_shift (HvShiftCard *self)
{
  g_return_val_if_fail (HV_IS_SHIFT_CARD (self), HV_NONE);
  return self->shift;
}

guint
hv_shift_card_get_n_places (HvShiftCard *self)
{
  g_return_val_if_fail (HV_IS_SHIFT_CARD (self), 0);
  return self->places->len;
}

const HvCardPlace *
hv_shift_card_get_place (HvShiftCard *self, guint n)
{
  g_return_val_if_fail (HV_IS_SHIFT_CARD (self) && n < self->places->len, NULL);
  return g_ptr_array_index (self->places, n);
}

HvPlaceChip *
hv_shift_card_get_chip (HvShiftCard *self, guint n)
{
  g_return_val_if_fail (HV_IS_SHIFT_CARD (self), NULL);
  return n < self->chips->len ? g_ptr_array_index (self->chips, n) : NULL;
}

guint
hv_shift_card_get_drawn (void)
{
  return n_drawn;
}

/* --- life --- */

static void
hv_shift_card_dispose (GObject *object)
{
  HvShiftCard *self = HV_SHIFT_CARD (object);
  self->rich = false;
  update_chips (self);
  drop_layouts (self);
  G_OBJECT_CLASS (hv_shift_card_parent_class)->dispose (object);
}

static void
hv_shift_card_finalize (GObject *object)
{
  HvShiftCard *self = HV_SHIFT_CARD (object);
  g_free (self->role);
  g_free (self->hours);
  g_free (self->short_hours);
  g_free (self->count);
  g_free (self->icon);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->name_layouts);
  g_array_unref (self->areas);
  G_OBJECT_CLASS (hv_shift_card_parent_class)->finalize (object);
}

static void
hv_shift_card_class_init (HvShiftCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_shift_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_shift_card_finalize;
  widget_class->get_request_mode = hv_shift_card_get_request_mode;
  widget_class->measure = hv_shift_card_measure;
  widget_class->size_allocate = hv_shift_card_size_allocate;
  widget_class->snapshot = hv_shift_card_snapshot;
  widget_class->css_changed = hv_shift_card_css_changed;
  widget_class->system_setting_changed = hv_shift_card_system_setting_changed;
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", HV_TYPE_SHIFT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "shiftcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hv_shift_card_init (HvShiftCard *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_card_place_free);
  self->chips = g_ptr_array_new ();
  self->name_layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->areas = g_array_new (FALSE, TRUE, sizeof (GdkRectangle));
  self->areas_width = -1;
}

GtkWidget *
hv_shift_card_new (void)
{
  return g_object_new (HV_TYPE_SHIFT_CARD, NULL);
}
