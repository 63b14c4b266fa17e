/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-example-bar.h"

#include "hv-example.h"
#include "hv-ui-text.h"

struct _HvExampleBar
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
};

G_DEFINE_FINAL_TYPE (HvExampleBar, hv_example_bar, GTK_TYPE_WIDGET)

void
hv_example_bar_show (HvExampleBar *self, const char *path)
{
  g_return_if_fail (HV_IS_EXAMPLE_BAR (self));
  gtk_widget_set_visible (GTK_WIDGET (self), hv_example_is_at (path));
}

static void
hv_example_bar_dispose (GObject *object)
{
  g_clear_pointer (&HV_EXAMPLE_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_example_bar_parent_class)->dispose (object);
}

static void
hv_example_bar_class_init (HvExampleBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_example_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hv_example_bar_init (HvExampleBar *self)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-information-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *text =
      g_object_new (GTK_TYPE_LABEL, "label", _ ("This is an example. All people in it are invented: try everything."),
                    "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  GtkWidget *own = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_My Own File"), "use-underline", TRUE, "action-name",
                                 "app.open-own", "valign", GTK_ALIGN_CENTER, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "hv-bar");
  gtk_widget_add_css_class (self->box, "info");
  gtk_box_append (GTK_BOX (self->box), icon);
  gtk_box_append (GTK_BOX (self->box), text);
  gtk_box_append (GTK_BOX (self->box), own);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
