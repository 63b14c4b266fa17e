/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-group.h"

#include "hv-feed.h"
#include "hv-ui-text.h"

struct _HvCalendarGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *row;
  GtkWidget *copy;
  char *link; /* owned; NULL without a calendar */
};

G_DEFINE_FINAL_TYPE (HvCalendarGroup, hv_calendar_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
hv_calendar_group_show (HvCalendarGroup *self, const HvRoster *roster, HvId volunteer)
{
  g_return_if_fail (HV_IS_CALENDAR_GROUP (self));
  const HvFeed *feed = hv_feed_find_live (roster, HV_OWNER_VOLUNTEER, volunteer);
  const char *web = hv_roster_get_organisation (roster)->web;
  g_clear_pointer (&self->link, g_free);
  if (feed != NULL)
    self->link = hv_feed_dup_address (feed, roster);
  if (feed != NULL && self->link == NULL)
    self->link = g_strdup_printf ("%s.ics", feed->token);
  gtk_widget_set_visible (self->copy, feed != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), feed == NULL  ? _ ("No calendar yet")
                                                                  : web == NULL ? _ ("Calendar file")
                                                                                : _ ("Calendar link"));
  adw_action_row_set_subtitle (self->row, feed == NULL ? _ ("It is made when a week is published.") : self->link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_action_row_get_subtitle (self->row), -1);
}

const char *
hv_calendar_group_get_link (HvCalendarGroup *self)
{
  g_return_val_if_fail (HV_IS_CALENDAR_GROUP (self), NULL);
  return self->link;
}

static void
copy_cb (HvCalendarGroup *self)
{
  if (self->link == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->link);
  g_signal_emit (self, signals[COPIED], 0);
}

static void
hv_calendar_group_finalize (GObject *object)
{
  g_free (HV_CALENDAR_GROUP (object)->link);
  G_OBJECT_CLASS (hv_calendar_group_parent_class)->finalize (object);
}

static void
hv_calendar_group_class_init (HvCalendarGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_calendar_group_finalize;
  signals[COPIED] =
      g_signal_new ("copied", HV_TYPE_CALENDAR_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hv_calendar_group_init (HvCalendarGroup *self)
{
  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 2, NULL);
  self->copy = gtk_button_new_with_label (_ ("Copy"));
  gtk_widget_set_valign (self->copy, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->copy, _ ("Whoever has the link sees the shifts: hand it over to nobody else"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the calendar link"), -1);
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_cb), self);
  adw_action_row_add_suffix (self->row, self->copy);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Personal calendar"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}
