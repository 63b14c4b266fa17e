/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-duty-bar.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-format.h"
#include "hv-ui-text.h"

#include <adwaita.h>

#define AVATAR 22
#define LEAST_HEIGHT 31
#define SPACING 8
#define LEAST_FOR_FACE 80 /* pixels: a narrower bar has no avatar and no padlock */

struct _HvDutyBar
{
  HvPlaceButton parent_instance;

  /* children */
  GtkWidget *avatar;
  GtkWidget *plus;
  GtkWidget *label;
  GtkWidget *lock;
  GtkWidget *time;
};

G_DEFINE_FINAL_TYPE (HvDutyBar, hv_duty_bar, HV_TYPE_PLACE_BUTTON)

/* --- what it shows --- */

void
hv_duty_bar_set_span (HvDutyBar *self, HvSpan span)
{
  g_return_if_fail (HV_IS_DUTY_BAR (self));
  g_autofree char *hours = hv_format_hours (span, hv_text_get_own_language ());
  gtk_label_set_text (GTK_LABEL (self->time), hours);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hv_duty_bar_show (HvDutyBar *self, const HvCardPlace *place, HvSpan span)
{
  g_return_if_fail (HV_IS_DUTY_BAR (self));
  bool empty = place->assignment == HV_NONE;
  g_autofree char *hours = hv_format_hours (span, hv_text_get_own_language ());
  g_autofree char *tip = empty ? NULL : g_strdup_printf ("%s\n%s", place->name, hours);
  hv_place_button_set_place (HV_PLACE_BUTTON (self), place);
  hv_place_button_show_name (HV_PLACE_BUTTON (self), GTK_LABEL (self->label), _ ("Assign a volunteer"));
  gtk_label_set_text (GTK_LABEL (self->time), hours);
  adw_avatar_set_text (ADW_AVATAR (self->avatar), empty ? "" : place->name);
  gtk_widget_set_visible (self->avatar, !empty);
  gtk_widget_set_visible (self->time, !empty);
  gtk_widget_set_visible (self->plus, empty);
  gtk_widget_set_visible (self->lock, place->locked);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
}

bool
hv_duty_bar_can_stretch (HvDutyBar *self)
{
  g_return_val_if_fail (HV_IS_DUTY_BAR (self), false);
  const HvCardPlace *place = hv_place_button_get_place (HV_PLACE_BUTTON (self));
  return place != NULL && place->assignment != HV_NONE && !place->struck;
}

/* --- layout: as wide as the lanes say; what has no room is left out --- */

static void
hv_duty_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  HvDutyBar *self = HV_DUTY_BAR (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 2 * HV_DUTY_BAR_GRIP;
      *natural = AVATAR + SPACING + hv_child_get_width (self->label);
    }
  else
    *minimum = *natural = MAX (LEAST_HEIGHT, hv_child_get_height (self->label, -1));
}

static int
place_child (GtkWidget *child, int x, int width, int height)
{
  hv_child_allocate (child, x, 0, width, height);
  return width + SPACING;
}

/* At the right end, where it leaves room for `rest`; returns what it takes. */
static int
place_right (GtkWidget *child, int right, int height, int rest)
{
  int width = hv_child_get_width (child);
  bool shown = gtk_widget_get_visible (child) && width + SPACING + rest <= right;
  gtk_widget_set_child_visible (child, shown);
  return shown ? place_child (child, right - width, width, height) : 0;
}

/* "＋ Assign a volunteer" in the middle. */
static void
allocate_empty (HvDutyBar *self, int width, int height)
{
  int plus = hv_child_get_width (self->plus);
  int label = MIN (hv_child_get_width (self->label), MAX (1, width - plus - SPACING));
  int x = MAX (0, (width - plus - SPACING - label) / 2);
  x += place_child (self->plus, x, plus, height);
  place_child (self->label, x, label, height);
}

static void
hv_duty_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvDutyBar *self = HV_DUTY_BAR (widget);
  if (gtk_widget_get_visible (self->plus))
    {
      allocate_empty (self, width, height);
      return;
    }
  bool faced = width >= LEAST_FOR_FACE;
  int x = faced ? place_child (self->avatar, 0, AVATAR, height) : 0;
  int name = hv_child_get_width (self->label);
  int right = width;
  gtk_widget_set_child_visible (self->avatar, faced);
  right -= place_right (self->time, right, height, x + name);
  right -= place_right (self->lock, right, height, LEAST_FOR_FACE);
  place_child (self->label, x, MAX (1, right - x), height);
}

/* --- drawing --- */

static void
draw_grip (GtkSnapshot *snapshot, float x, float height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, height / 2 - 6, 2, 12));
}

static void
hv_duty_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvDutyBar *self = HV_DUTY_BAR (widget);
  GTK_WIDGET_CLASS (hv_duty_bar_parent_class)->snapshot (widget, snapshot);
  bool held = (gtk_widget_get_state_flags (widget) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0;
  if (!held || !hv_duty_bar_can_stretch (self))
    return;
  GdkRGBA color = hv_widget_get_color (widget, "hv_slot_border");
  float width = (float)gtk_widget_get_width (widget);
  float height = (float)gtk_widget_get_height (widget);
  draw_grip (snapshot, 2, height, &color);
  draw_grip (snapshot, width - 4, height, &color);
}

static void
hv_duty_bar_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (hv_duty_bar_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

/* --- life --- */

static void
hv_duty_bar_class_init (HvDutyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->measure = hv_duty_bar_measure;
  widget_class->size_allocate = hv_duty_bar_size_allocate;
  widget_class->snapshot = hv_duty_bar_snapshot;
  widget_class->state_flags_changed = hv_duty_bar_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "dutybar");
}

static GtkWidget *
add_icon (HvDutyBar *self, const char *name)
{
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (icon, GTK_WIDGET (self));
  return icon;
}

static GtkWidget *
add_label (HvDutyBar *self)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
hv_duty_bar_init (HvDutyBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->avatar = g_object_new (ADW_TYPE_AVATAR, "size", AVATAR, "show-initials", TRUE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->avatar, GTK_WIDGET (self));
  self->plus = add_icon (self, "list-add-symbolic");
  self->label = add_label (self);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  self->lock = add_icon (self, "changes-prevent-symbolic");
  self->time = add_label (self);
  gtk_widget_add_css_class (self->time, "hv-secondary");
  gtk_widget_add_css_class (self->time, "hv-numeric");
}

GtkWidget *
hv_duty_bar_new (void)
{
  return g_object_new (HV_TYPE_DUTY_BAR, NULL);
}
