/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-wish-row.h"

#include "hv-span.h"
#include "hv-ui-text.h"

#include <stdlib.h>

#define NOT_SAID (-1)
#define NOT_SAID_TEXT "–"
#define REST_MILLISECONDS 700

struct _HvWishRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;
  guint rest; /* the timeout that enters */
  bool setting;
};

G_DEFINE_FINAL_TYPE (HvWishRow, hv_wish_row, ADW_TYPE_ACTION_ROW)

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- "–" --- */

static gboolean
output_cb (HvWishRow *self)
{
  int value = gtk_spin_button_get_value_as_int (self->spin);
  g_autofree char *text = value == NOT_SAID ? g_strdup (NOT_SAID_TEXT) : g_strdup_printf ("%d", value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);
  return TRUE;
}

static int
input_cb (HvWishRow *self, double *ret_value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->spin))));
  if (text[0] == '\0' || g_str_equal (text, NOT_SAID_TEXT) || g_str_equal (text, "-"))
    *ret_value = NOT_SAID;
  else
    {
      char *end;
      *ret_value = strtol (text, &end, 10);
      if (*end != '\0')
        return GTK_INPUT_ERROR;
    }
  return TRUE;
}

/* --- entering --- */

void
hv_wish_row_flush (HvWishRow *self)
{
  g_return_if_fail (HV_IS_WISH_ROW (self));
  if (self->rest == 0)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
rested_cb (gpointer data)
{
  HvWishRow *self = data;
  self->rest = 0;
  g_signal_emit (self, signals[ENTERED], 0);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (HvWishRow *self)
{
  if (self->setting)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, rested_cb, self);
}

/* --- public --- */

void
hv_wish_row_reset (HvWishRow *self, gint64 value_or_none)
{
  g_return_if_fail (HV_IS_WISH_ROW (self));
  g_clear_handle_id (&self->rest, g_source_remove);
  self->setting = true;
  gtk_spin_button_set_value (self->spin, value_or_none == HV_NONE ? NOT_SAID : (double)value_or_none);
  self->setting = false;
}

void
hv_wish_row_set_value (HvWishRow *self, gint64 value_or_none)
{
  g_return_if_fail (HV_IS_WISH_ROW (self));
  if (self->rest == 0)
    hv_wish_row_reset (self, value_or_none);
}

gint64
hv_wish_row_get_value (HvWishRow *self)
{
  g_return_val_if_fail (HV_IS_WISH_ROW (self), HV_NONE);
  int value = gtk_spin_button_get_value_as_int (self->spin);
  return value == NOT_SAID ? HV_NONE : value;
}

GtkWidget *
hv_wish_row_new (const char *title, int most)
{
  HvWishRow *self = g_object_new (HV_TYPE_WISH_ROW, "title", title, NULL);
  gtk_spin_button_set_range (self->spin, NOT_SAID, most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  hv_wish_row_reset (self, HV_NONE);
  return GTK_WIDGET (self);
}

/* --- life --- */

static void
hv_wish_row_unmap (GtkWidget *widget)
{
  hv_wish_row_flush (HV_WISH_ROW (widget));
  GTK_WIDGET_CLASS (hv_wish_row_parent_class)->unmap (widget);
}

static void
hv_wish_row_dispose (GObject *object)
{
  g_clear_handle_id (&HV_WISH_ROW (object)->rest, g_source_remove);
  G_OBJECT_CLASS (hv_wish_row_parent_class)->dispose (object);
}

static void
hv_wish_row_class_init (HvWishRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_wish_row_dispose;
  widget_class->unmap = hv_wish_row_unmap;
  signals[ENTERED] = g_signal_new ("entered", HV_TYPE_WISH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hv_wish_row_init (HvWishRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (NOT_SAID, 1, 1));
  gtk_spin_button_set_numeric (self->spin, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 2);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->spin), _ ("– means that nothing was said"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  g_signal_connect_swapped (self->spin, "output", G_CALLBACK (output_cb), self);
  g_signal_connect_swapped (self->spin, "input", G_CALLBACK (input_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (changed_cb), self);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hv_wish_row_flush), self);
  gtk_widget_add_controller (GTK_WIDGET (self->spin), focus);
}
