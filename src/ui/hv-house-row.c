/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-row.h"

#include "hv-ui-text.h"

static GtkWidget *
create_state (guint missing, bool open)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  if (missing == 0 && !open)
    return box;
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", missing > 0 ? "dialog-warning-symbolic" : "object-select-symbolic",
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (box), icon);
  if (missing > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", missing);
      gtk_box_append (GTK_BOX (box), gtk_label_new (number));
      gtk_widget_add_css_class (box, "heading");
    }
  gtk_widget_add_css_class (box, missing > 0 ? "hv-under" : "hv-ok");
  return box;
}

GtkWidget *
hv_house_row_new (HvId house, const char *name, guint missing, bool open)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_box_append (GTK_BOX (box), label);
  if (house != HV_NONE)
    gtk_box_append (GTK_BOX (box), create_state (missing, open));

  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_autofree char *said =
      house == HV_NONE || (!open && missing == 0) ? g_strdup (name)
      : missing > 0 ? g_strdup_printf (hv_own_ntext ("%s: %u missing", "%s: %u missing", missing), name, missing)
                    : g_strdup_printf (_ ("%s: fully staffed"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  HvId *id = g_new (HvId, 1);
  *id = house;
  g_object_set_data_full (G_OBJECT (row), "house", id, g_free);
  return row;
}

HvId
hv_house_row_get_house (GtkListBoxRow *row)
{
  return *(const HvId *)g_object_get_data (G_OBJECT (row), "house");
}
