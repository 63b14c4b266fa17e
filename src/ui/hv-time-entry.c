/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-time-entry.h"

#include "hv-format.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

#include <stdlib.h>
#include <string.h>

struct _HvTimeEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry; /* child */
  int minutes;      /* as last shown or edited */
};

G_DEFINE_FINAL_TYPE (HvTimeEntry, hv_time_entry, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* People type the hour alone, or four digits; the rest is hv_time_parse (). */
static bool
parse (const char *text, int *ret_minutes, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gsize length = strlen (clean);
  if (length > 0 && length == strspn (clean, "0123456789"))
    {
      int number = atoi (clean);
      if (length <= 2 && number <= 24)
        {
          *ret_minutes = number * 60;
          return true;
        }
      if (length == 4 && number / 100 <= 24 && number % 100 < 60)
        {
          *ret_minutes = number / 100 * 60 + number % 100;
          return true;
        }
    }
  return hv_time_parse (clean, ret_minutes, error);
}

static void
write_time (HvTimeEntry *self)
{
  g_autofree char *text = hv_format_clock (self->minutes % (2 * HV_MINUTES_PER_DAY), hv_text_get_own_language ());
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
show_mistake (HvTimeEntry *self, const char *sentence)
{
  hv_style_class_set (self->entry, "error", sentence != NULL);
  gtk_widget_set_tooltip_text (self->entry, sentence);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
finish (HvTimeEntry *self)
{
  g_autoptr (GError) error = NULL;
  int minutes;
  if (!parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &minutes, &error))
    {
      show_mistake (self, error->message);
      return;
    }
  show_mistake (self, NULL);
  bool other = minutes != self->minutes;
  self->minutes = minutes;
  write_time (self);
  if (other)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
focus_left_cb (HvTimeEntry *self)
{
  finish (self);
}

void
hv_time_entry_set_minutes (HvTimeEntry *self, int minutes)
{
  g_return_if_fail (HV_IS_TIME_ENTRY (self));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && minutes == self->minutes)
    return;
  self->minutes = minutes;
  show_mistake (self, NULL);
  write_time (self);
}

bool
hv_time_entry_get_minutes (HvTimeEntry *self, int *ret_minutes)
{
  g_return_val_if_fail (HV_IS_TIME_ENTRY (self), false);
  return parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ret_minutes, NULL);
}

bool
hv_time_entry_get_span (HvTimeEntry *start, HvTimeEntry *end, int *ret_start, int *ret_end)
{
  const int noon = HV_MINUTES_PER_DAY / 2;
  int from;
  int to;
  if (!hv_time_entry_get_minutes (start, &from) || !hv_time_entry_get_minutes (end, &to))
    return false;
  *ret_start = from;
  *ret_end = to <= from && to < noon && from >= noon ? to + HV_MINUTES_PER_DAY : to;
  return true;
}

static void
hv_time_entry_dispose (GObject *object)
{
  g_clear_pointer (&HV_TIME_ENTRY (object)->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_time_entry_parent_class)->dispose (object);
}

static void
hv_time_entry_class_init (HvTimeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_time_entry_dispose;
  signals[EDITED] = g_signal_new ("edited", HV_TYPE_TIME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hv_time_entry_init (HvTimeEntry *self)
{
  self->minutes = -1;
  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 5);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (finish), self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
hv_time_entry_new (const char *name)
{
  HvTimeEntry *self = g_object_new (HV_TYPE_TIME_ENTRY, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
