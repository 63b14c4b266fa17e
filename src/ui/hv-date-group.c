/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-date-group.h"

#include "hv-all-weeks.h"
#include "hv-date-dialog.h"
#include "hv-format.h"
#include "hv-opening-edit.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

struct _HvDateGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* lent: what was added to the group */
  GtkWidget *add;
  HvWindow *window;     /* lent */
  HvRoster *everything; /* owned: dates lie months ahead; NULL until it is loaded */
  HvId house;
};

G_DEFINE_FINAL_TYPE (HvDateGroup, hv_date_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_clicked_cb (HvDateGroup *self)
{
  gtk_window_present (GTK_WINDOW (hv_date_dialog_new (self->window, self->everything, self->house, HV_NONE)));
}

static void
row_activated_cb (GtkWidget *row, HvDateGroup *self)
{
  HvId opening = *(const HvId *)g_object_get_data (G_OBJECT (row), "opening");
  gtk_window_present (GTK_WINDOW (hv_date_dialog_new (self->window, self->everything, self->house, opening)));
}

static char *
describe (const HvOpening *opening)
{
  GString *text = g_string_new (NULL);
  if (opening->closed != NULL)
    g_string_append (text, _ ("Closed"));
  if (opening->address != NULL)
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " · ", opening->address);
  if (opening->guests != HV_NONE)
    {
      g_autofree char *guests = g_strdup_printf (
          hv_own_ntext ("%d guest expected", "%d guests expected", (gulong)opening->guests), (int)opening->guests);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " · ", guests);
    }
  return g_string_free (text, FALSE);
}

static void
add_date (HvDateGroup *self, const HvOpening *opening)
{
  g_autofree char *when = hv_format_day_span (hv_opening_get_span (opening), hv_text_get_own_language ());
  g_autofree char *subtitle = describe (opening);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "subtitle-lines", 2, "activatable", TRUE, NULL);
  hv_plain_row_set_texts (row, when, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-edit-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_object_set_data_full (G_OBJECT (row), "opening", g_memdup2 (&opening->r.id, sizeof opening->r.id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (HvDateGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill (HvDateGroup *self)
{
  HvDay today = hv_workspace_get_today (hv_window_get_workspace (self->window));
  g_autoptr (GPtrArray) dates = hv_opening_edit_list (self->everything, self->house, today);
  clear (self);
  for (guint i = 0; i < dates->len; i++)
    add_date (self, g_ptr_array_index (dates, i));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), dates->len == 0 ? _ ("No dates to come") : NULL);
  gtk_widget_set_sensitive (self->add, TRUE);
}

/* --- everything that is planned --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvDateGroup) self = data;
  g_autoptr (HvRoster) everything = hv_all_weeks_load_finish (HV_WORKSPACE (source), result, NULL);
  if (everything == NULL || hv_window_of (GTK_WIDGET (self)) == NULL)
    return;
  g_clear_pointer (&self->everything, hv_roster_unref);
  self->everything = g_steal_pointer (&everything);
  fill (self);
}

void
hv_date_group_show (HvDateGroup *self, HvWindow *window, HvId house)
{
  g_return_if_fail (HV_IS_DATE_GROUP (self));
  if (self->house != house)
    clear (self);
  self->window = window;
  self->house = house;
  gtk_widget_set_sensitive (self->add, FALSE);
  hv_all_weeks_load_async (hv_window_get_workspace (window), loaded_cb, g_object_ref (self));
}

static void
hv_date_group_finalize (GObject *object)
{
  g_ptr_array_unref (HV_DATE_GROUP (object)->rows);
  g_clear_pointer (&HV_DATE_GROUP (object)->everything, hv_roster_unref);
  G_OBJECT_CLASS (hv_date_group_parent_class)->finalize (object);
}

static void
hv_date_group_class_init (HvDateGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_date_group_finalize;
}

static void
hv_date_group_init (HvDateGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->house = HV_NONE;
  GtkWidget *content =
      g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label", _ ("Add"), NULL);
  self->add = g_object_new (GTK_TYPE_BUTTON, "child", content, "valign", GTK_ALIGN_CENTER, "css-classes",
                            (const char *[]){ "flat", "hv-plain", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a date"), -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Dates"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

GtkWidget *
hv_date_group_new (void)
{
  return g_object_new (HV_TYPE_DATE_GROUP, NULL);
}
