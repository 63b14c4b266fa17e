/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-availability-grid-private.h"

#include "hv-format.h"
#include "hv-ui-text.h"

#define WEEKDAYS 7

G_DEFINE_FINAL_TYPE (HvAvailabilityGrid, hv_availability_grid, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const offer_words[] = {
  [HV_OFFER_CAN] = HV_N_ ("Can"),
  [HV_OFFER_RATHER_NOT] = HV_N_ ("Rather not"),
  [HV_OFFER_CANNOT] = HV_N_ ("Cannot"),
};

const char *
hv_availability_grid_get_word (HvOffer offer)
{
  g_return_val_if_fail (offer <= HV_OFFER_CANNOT, "");
  return _ (offer_words[offer]);
}

/* --- what a screen reader is told --- */

bool
hv_availability_grid_marks_several (HvAvailabilityGrid *self)
{
  return self->focus.weekday != self->anchor.weekday || self->focus.row != self->anchor.row;
}

static int
count_marked (HvAvailabilityGrid *self)
{
  return (ABS (self->focus.weekday - self->anchor.weekday) + 1) * (ABS (self->focus.row - self->anchor.row) + 1);
}

char *
hv_availability_grid_describe_focus (HvAvailabilityGrid *self)
{
  g_return_val_if_fail (HV_IS_AVAILABILITY_GRID (self), NULL);
  HvLanguage language = hv_text_get_own_language ();
  int start = hv_offer_table_get_start (self->table, (guint)self->focus.row);
  HvOffer offer = hv_offer_table_get (self->table, self->focus.weekday, (guint)self->focus.row);
  g_autofree char *hours = hv_format_hours ((HvSpan){ start, start + self->table->step }, language);
  const char *weekday = hv_format_weekday (self->focus.weekday, language);
  if (!hv_availability_grid_marks_several (self))
    /* TRANSLATORS: weekday, hours, and “Can”, “Rather not” or “Cannot” */
    return g_strdup_printf (_ ("%s %s: %s"), weekday, hours, hv_availability_grid_get_word (offer));
  /* Several cells are marked, so the number is never 1. */
  return g_strdup_printf (_ ("%s %s: %s. %d fields are marked."), weekday, hours, hv_availability_grid_get_word (offer),
                          count_marked (self));
}

static void
tell (HvAvailabilityGrid *self)
{
  g_autofree char *said = gtk_widget_has_focus (GTK_WIDGET (self)) ? hv_availability_grid_describe_focus (self)
                                                                   : g_strdup (_ ("Ordinary week"));
  g_autoptr (GArray) spans = hv_offer_table_list_spans (self->table);
  g_autofree char *whole =
      hv_week_pattern_format ((const HvOfferSpan *)spans->data, spans->len, hv_text_get_own_language ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- painting --- */

static void
paint_rectangle (HvAvailabilityGrid *self, HvOfferCell a, HvOfferCell b, HvOffer offer)
{
  for (int weekday = MIN (a.weekday, b.weekday); weekday <= MAX (a.weekday, b.weekday); weekday++)
    for (int row = MIN (a.row, b.row); row <= MAX (a.row, b.row); row++)
      hv_offer_table_set (self->table, weekday, (guint)row, offer);
}

static void
end_painting (HvAvailabilityGrid *self, HvOfferTable *before)
{
  g_autoptr (HvOfferTable) was = before;
  tell (self);
  if (!hv_offer_table_equal (was, self->table))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
paint_marked (HvAvailabilityGrid *self)
{
  HvOffer offer = hv_offer_get_next (hv_offer_table_get (self->table, self->anchor.weekday, (guint)self->anchor.row));
  HvOfferTable *before = hv_offer_table_copy (self->table);
  paint_rectangle (self, self->anchor, self->focus, offer);
  end_painting (self, before);
}

static void
drag_began_cb (GtkGestureDrag *gesture, double x, double y, HvAvailabilityGrid *self)
{
  if (!hv_availability_grid_is_on_cells (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->before = hv_offer_table_copy (self->table);
  self->pressed_x = x;
  self->pressed_y = y;
  self->pressed = self->focus = self->anchor = hv_availability_grid_find_cell (self, x, y);
  self->paint = hv_offer_get_next (hv_offer_table_get (self->table, self->pressed.weekday, (guint)self->pressed.row));
  paint_rectangle (self, self->pressed, self->pressed, self->paint);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
restore (HvAvailabilityGrid *self)
{
  hv_offer_table_free (self->table);
  self->table = hv_offer_table_copy (self->before);
}

/* The rectangle may shrink again: what it leaves is as it was. */
static void
drag_updated_cb (GtkGestureDrag *gesture, double dx, double dy, HvAvailabilityGrid *self)
{
  if (self->before == NULL)
    return;
  HvOfferCell cell = hv_availability_grid_find_cell (self, self->pressed_x + dx, self->pressed_y + dy);
  restore (self);
  paint_rectangle (self, self->pressed, cell, self->paint);
  self->focus = self->anchor = cell;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_ended_cb (GtkGestureDrag *gesture, double dx, double dy, HvAvailabilityGrid *self)
{
  if (self->before != NULL)
    end_painting (self, g_steal_pointer (&self->before));
}

static void
drag_cancelled_cb (GtkGesture *gesture, GdkEventSequence *sequence, HvAvailabilityGrid *self)
{
  if (self->before == NULL)
    return;
  restore (self);
  g_clear_pointer (&self->before, hv_offer_table_free);
  tell (self);
}

/* --- keyboard --- */

static void
move_to (HvAvailabilityGrid *self, int weekday, int row, bool marks)
{
  self->focus = (HvOfferCell){ CLAMP (weekday, 1, WEEKDAYS), CLAMP (row, 0, (int)self->table->n_rows - 1) };
  if (!marks)
    self->anchor = self->focus;
  tell (self);
}

static bool
take_back (HvAvailabilityGrid *self, GtkEventControllerKey *controller)
{
  if (self->before != NULL)
    {
      drag_cancelled_cb (NULL, NULL, self);
      return true;
    }
  bool several = hv_availability_grid_marks_several (self);
  move_to (self, self->focus.weekday, self->focus.row, false);
  return several;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                HvAvailabilityGrid *self)
{
  bool marks = (state & GDK_SHIFT_MASK) != 0;
  int weekday = self->focus.weekday;
  int row = self->focus.row;
  int last = (int)self->table->n_rows - 1;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_to (self, weekday - 1, row, marks);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_to (self, weekday + 1, row, marks);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_to (self, weekday, row - 1, marks);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_to (self, weekday, row + 1, marks);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_to (self, weekday, 0, marks);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_to (self, weekday, last, marks);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      paint_marked (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return take_back (self, controller) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- public --- */

void
hv_availability_grid_set_hours (HvAvailabilityGrid *self, int first_hour, int last_hour)
{
  g_return_if_fail (HV_IS_AVAILABILITY_GRID (self));
  self->first_hour = first_hour;
  self->last_hour = last_hour;
}

void
hv_availability_grid_set_spans (HvAvailabilityGrid *self, const HvOfferSpan *spans, gsize n_spans)
{
  g_return_if_fail (HV_IS_AVAILABILITY_GRID (self));
  if (self->before != NULL)
    return;
  int minute = hv_offer_table_get_start (self->table, (guint)self->focus.row);
  hv_offer_table_free (self->table);
  self->table = hv_offer_table_new (spans, n_spans, self->first_hour, self->last_hour);

  int row = CLAMP ((minute - self->table->first) / self->table->step, 0, (int)self->table->n_rows - 1);
  self->focus.row = row;
  self->anchor = self->focus;
  hv_availability_grid_drop_layouts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tell (self);
}

GArray *
hv_availability_grid_dup_spans (HvAvailabilityGrid *self)
{
  g_return_val_if_fail (HV_IS_AVAILABILITY_GRID (self), NULL);
  return hv_offer_table_list_spans (self->table);
}

bool
hv_availability_grid_get_area (HvAvailabilityGrid *self, int weekday, int minute, GdkRectangle *ret_area)
{
  g_return_val_if_fail (HV_IS_AVAILABILITY_GRID (self), false);
  int row = (minute - self->table->first) / self->table->step;
  if (minute < self->table->first || row >= (int)self->table->n_rows || weekday < 1 || weekday > WEEKDAYS)
    return false;
  graphene_rect_t area = hv_availability_grid_find_area (self, (HvOfferCell){ weekday, row });
  *ret_area = (GdkRectangle){ (int)area.origin.x, (int)area.origin.y, (int)area.size.width, (int)area.size.height };
  return true;
}

GtkWidget *
hv_availability_grid_new (void)
{
  return g_object_new (HV_TYPE_AVAILABILITY_GRID, NULL);
}

/* --- life --- */

static void
hv_availability_grid_measure_widget (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  hv_availability_grid_measure (HV_AVAILABILITY_GRID (widget), orientation, minimum, natural);
}

static void
hv_availability_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  hv_availability_grid_draw (HV_AVAILABILITY_GRID (widget), snapshot);
}

static void
hv_availability_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_availability_grid_parent_class)->css_changed (widget, change);
  hv_availability_grid_drop_layouts (HV_AVAILABILITY_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static void
hv_availability_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_availability_grid_parent_class)->system_setting_changed (widget, setting);
  hv_availability_grid_drop_layouts (HV_AVAILABILITY_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static void
focus_changed_cb (HvAvailabilityGrid *self)
{
  self->anchor = self->focus;
  tell (self);
}

static void
hv_availability_grid_finalize (GObject *object)
{
  HvAvailabilityGrid *self = HV_AVAILABILITY_GRID (object);
  hv_availability_grid_drop_layouts (self);
  g_ptr_array_unref (self->weekdays);
  g_ptr_array_unref (self->hours);
  g_clear_pointer (&self->table, hv_offer_table_free);
  g_clear_pointer (&self->before, hv_offer_table_free);
  G_OBJECT_CLASS (hv_availability_grid_parent_class)->finalize (object);
}

static void
hv_availability_grid_class_init (HvAvailabilityGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_availability_grid_finalize;
  widget_class->measure = hv_availability_grid_measure_widget;
  widget_class->snapshot = hv_availability_grid_snapshot;
  widget_class->css_changed = hv_availability_grid_css_changed;
  widget_class->system_setting_changed = hv_availability_grid_system_setting_changed;
  signals[CHANGED] =
      g_signal_new ("changed", HV_TYPE_AVAILABILITY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "availabilitygrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
hv_availability_grid_init (HvAvailabilityGrid *self)
{
  self->first_hour = 9;
  self->last_hour = 19;
  self->focus = self->anchor = (HvOfferCell){ 1, 0 };
  self->weekdays = g_ptr_array_new_with_free_func (g_object_unref);
  self->hours = g_ptr_array_new_with_free_func (g_object_unref);
  self->table = hv_offer_table_new (NULL, 0, self->first_hour, self->last_hour);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-numeric");

  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  tell (self);
}
