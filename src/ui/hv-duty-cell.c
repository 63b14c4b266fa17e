/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-duty-cell.h"

#include "hv-color.h"
#include "hv-format.h"
#include "hv-ui-text.h"

#define LOCK 13
#define SECOND_SCALE 0.92

struct _HvDutyCell
{
  HvPlaceButton parent_instance;

  int day;
  char *house;
  char *time;

  /* drawing, made when first needed and dropped when text, font or scale changes */
  PangoLayout *lines[2];
};

G_DEFINE_FINAL_TYPE (HvDutyCell, hv_duty_cell, HV_TYPE_PLACE_BUTTON)

/* --- texts --- */

static void
drop_layouts (HvDutyCell *self)
{
  g_clear_object (&self->lines[0]);
  g_clear_object (&self->lines[1]);
}

static PangoLayout *
make_layout (HvDutyCell *self, const char *text, bool first)
{
  const HvCardPlace *place = hv_place_button_get_place (HV_PLACE_BUTTON (self));
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (!first)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SECOND_SCALE));
  if (first && place != NULL && place->struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
make_layouts (HvDutyCell *self)
{
  if (self->lines[0] != NULL)
    return;
  self->lines[0] = make_layout (self, self->house, true);
  self->lines[1] = make_layout (self, self->time, false);
}

/* "13:00–16:00"; on the days after the first: "until 06:00". */
static char *
format_time (const HvPersonDuty *duty)
{
  HvLanguage language = hv_text_get_own_language ();
  if (!duty->continued)
    return hv_format_hours (duty->span, language);
  g_autofree char *end = hv_format_clock (hv_minute_get_of_day (duty->span.to - 1) + 1, language);
  /* TRANSLATORS: the end of a night shift: "until 06:00" */
  return g_strdup_printf (_ ("until %s"), end);
}

void
hv_duty_cell_show (HvDutyCell *self, const HvPersonDuty *duty)
{
  g_return_if_fail (HV_IS_DUTY_CELL (self));
  hv_place_button_set_place (HV_PLACE_BUTTON (self), duty->place);
  self->day = duty->day;
  hv_set_text (&self->house, duty->house == NULL ? "" : duty->house->name);
  g_free (self->time);
  self->time = format_time (duty);
  drop_layouts (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), duty->place->said);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
hv_duty_cell_get_day (HvDutyCell *self)
{
  g_return_val_if_fail (HV_IS_DUTY_CELL (self), 0);
  return self->day;
}

/* --- layout and drawing --- */

static int
measure_line (HvDutyCell *self, int line, bool width)
{
  int size;
  make_layouts (self);
  pango_layout_set_width (self->lines[line], -1);
  pango_layout_get_pixel_size (self->lines[line], width ? &size : NULL, width ? NULL : &size);
  return size;
}

static void
hv_duty_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HvDutyCell *self = HV_DUTY_CELL (widget);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_line (self, 0, false) + measure_line (self, 1, false);
      return;
    }
  *minimum = 20;
  *natural = MAX (measure_line (self, 0, true), measure_line (self, 1, true));
}

static void
draw_line (HvDutyCell *self, GtkSnapshot *snapshot, int line, int y, int width, const char *color)
{
  GdkRGBA rgba = hv_widget_get_color (GTK_WIDGET (self), color);
  pango_layout_set_width (self->lines[line], MAX (1, width) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float)y));
  gtk_snapshot_append_layout (snapshot, self->lines[line], &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
draw_lock (HvDutyCell *self, GtkSnapshot *snapshot, int x, int height)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "card_fg_color");
  GdkRGBA colors[4] = { color, color, color, color };
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, "changes-prevent-symbolic", NULL, LOCK,
                                  gtk_widget_get_scale_factor (GTK_WIDGET (self)), GTK_TEXT_DIR_LTR, 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)(height - LOCK) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot), LOCK, LOCK, colors,
                                            4);
  gtk_snapshot_restore (snapshot);
}

static void
hv_duty_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvDutyCell *self = HV_DUTY_CELL (widget);
  const HvCardPlace *place = hv_place_button_get_place (HV_PLACE_BUTTON (self));
  if (place == NULL)
    return;
  int width = gtk_widget_get_width (widget);
  int first = measure_line (self, 0, false);
  draw_line (self, snapshot, 0, 0, width - (place->locked ? LOCK + 3 : 0), "card_fg_color");
  draw_line (self, snapshot, 1, first, width, "hv_secondary_fg");
  if (place->locked)
    draw_lock (self, snapshot, width - LOCK, first);
}

static void
hv_duty_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_duty_cell_parent_class)->css_changed (widget, change);
  drop_layouts (HV_DUTY_CELL (widget));
}

static void
hv_duty_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_duty_cell_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (HV_DUTY_CELL (widget));
  gtk_widget_queue_resize (widget);
}

/* --- life --- */

static void
hv_duty_cell_finalize (GObject *object)
{
  HvDutyCell *self = HV_DUTY_CELL (object);
  drop_layouts (self);
  g_free (self->house);
  g_free (self->time);
  G_OBJECT_CLASS (hv_duty_cell_parent_class)->finalize (object);
}

static void
hv_duty_cell_class_init (HvDutyCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_duty_cell_finalize;
  widget_class->measure = hv_duty_cell_measure;
  widget_class->snapshot = hv_duty_cell_snapshot;
  widget_class->css_changed = hv_duty_cell_css_changed;
  widget_class->system_setting_changed = hv_duty_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "dutycell");
}

static void
hv_duty_cell_init (HvDutyCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
hv_duty_cell_new (void)
{
  return g_object_new (HV_TYPE_DUTY_CELL, NULL);
}
