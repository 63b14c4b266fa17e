/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-factor-group.h"

#include "hv-factor-dialog.h"
#include "hv-factor-edit.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

#define MOST_ROWS 6 /* older ones are history */

struct _HvFactorGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;  /* lent: what was added to the group */
  HvWindow *window; /* lent */
  HvId house;
  HvWeek week;
};

G_DEFINE_FINAL_TYPE (HvFactorGroup, hv_factor_group, ADW_TYPE_PREFERENCES_GROUP)

static void
open_dialog (HvFactorGroup *self, HvId factor)
{
  gtk_window_present (GTK_WINDOW (hv_factor_dialog_new (self->window, factor, self->house, self->week)));
}

void
hv_factor_group_add (HvFactorGroup *self)
{
  g_return_if_fail (HV_IS_FACTOR_GROUP (self));
  open_dialog (self, HV_NONE);
}

static void
row_activated_cb (GtkWidget *row, HvFactorGroup *self)
{
  open_dialog (self, *(const HvId *)g_object_get_data (G_OBJECT (row), "factor"));
}

static void
add_row (HvFactorGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_factor (HvFactorGroup *self, const HvRoster *roster, const HvFactor *factor)
{
  g_autofree char *subtitle =
      hv_factor_edit_describe (roster, factor, hv_week_get_year (self->week), hv_text_get_own_language ());
  const char *name = factor->name == NULL ? _ ("Unusual weeks") : factor->name;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, NULL);
  hv_plain_row_set_texts (row, name, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-edit-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_object_set_data_full (G_OBJECT (row), "factor", g_memdup2 (&factor->r.id, sizeof factor->r.id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  add_row (self, row);
}

void
hv_factor_group_show (HvFactorGroup *self, HvId house, HvWeek week)
{
  g_return_if_fail (HV_IS_FACTOR_GROUP (self));
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (self->window));
  g_autoptr (GPtrArray) factors = hv_factor_edit_list (roster, house);
  self->house = house;
  self->week = week;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (factors->len, MOST_ROWS); i++)
    add_factor (self, roster, g_ptr_array_index (factors, i));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      factors->len == 0 ? _ ("When more people come than usual for a while, or fewer: a new ID, a strike.") : NULL);
}

/* --- life --- */

static void
hv_factor_group_finalize (GObject *object)
{
  g_ptr_array_unref (HV_FACTOR_GROUP (object)->rows);
  G_OBJECT_CLASS (hv_factor_group_parent_class)->finalize (object);
}

static void
hv_factor_group_class_init (HvFactorGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_factor_group_finalize;
}

static void
hv_factor_group_init (HvFactorGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->house = HV_NONE;
  GtkWidget *content =
      g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label", _ ("Add"), NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", content, "valign", GTK_ALIGN_CENTER, "css-classes",
                                    (const char *[]){ "flat", "hv-plain", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add unusual weeks"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (hv_factor_group_add), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Unusual weeks"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

GtkWidget *
hv_factor_group_new (HvWindow *window)
{
  HvFactorGroup *self = g_object_new (HV_TYPE_FACTOR_GROUP, NULL);
  self->window = window;
  return GTK_WIDGET (self);
}
