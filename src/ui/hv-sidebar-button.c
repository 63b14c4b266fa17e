/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sidebar-button.h"

#include "hv-ui-text.h"

struct _HvSidebarButton
{
  GtkWidget parent_instance;

  GtkWidget *button; /* child */
};

G_DEFINE_FINAL_TYPE (HvSidebarButton, hv_sidebar_button, GTK_TYPE_WIDGET)

static void
hv_sidebar_button_dispose (GObject *object)
{
  g_clear_pointer (&HV_SIDEBAR_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_sidebar_button_parent_class)->dispose (object);
}

static void
hv_sidebar_button_class_init (HvSidebarButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_sidebar_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hv_sidebar_button_init (HvSidebarButton *self)
{
  self->button = gtk_button_new_from_icon_name ("sidebar-show-symbolic");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.sidebar");
  gtk_widget_set_tooltip_text (self->button, _ ("Show or Hide the Sidebar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show or Hide the Sidebar"), -1);
}

GtkWidget *
hv_sidebar_button_new (void)
{
  return g_object_new (HV_TYPE_SIDEBAR_BUTTON, NULL);
}
