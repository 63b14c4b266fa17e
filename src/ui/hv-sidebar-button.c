/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sidebar-button.h"

#include "hv-ui-text.h"

GtkWidget *
hv_sidebar_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("sidebar-show-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sidebar");
  gtk_widget_set_tooltip_text (button, _ ("Show or Hide the Sidebar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show or Hide the Sidebar"), -1);
  return button;
}
