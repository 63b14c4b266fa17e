/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-place-chip.h"

#include "hv-full-text.h"
#include "hv-ui-text.h"

struct _HvPlaceChip
{
  HvPlaceButton parent_instance;

  GtkWidget *box;  /* child */
  GtkWidget *plus; /* in box */
  GtkWidget *label;
  GtkWidget *lock;
};

G_DEFINE_FINAL_TYPE (HvPlaceChip, hv_place_chip, HV_TYPE_PLACE_BUTTON)

void
hv_place_chip_show (HvPlaceChip *self, const HvCardPlace *place)
{
  g_return_if_fail (HV_IS_PLACE_CHIP (self));
  bool empty = place->assignment == HV_NONE;
  hv_place_button_set_place (HV_PLACE_BUTTON (self), place);
  hv_place_button_show_name (HV_PLACE_BUTTON (self), GTK_LABEL (self->label), _ ("Assign"));
  gtk_widget_set_visible (self->plus, empty);
  gtk_widget_set_visible (self->lock, place->locked);
  gtk_widget_set_halign (self->box, empty ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}

static void
hv_place_chip_class_init (HvPlaceChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  gtk_widget_class_set_css_name (widget_class, "personchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_icon (HvPlaceChip *self, const char *name)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (self->box), icon);
  return icon;
}

static void
hv_place_chip_init (HvPlaceChip *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->plus = add_icon (self, "list-add-symbolic");
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "hexpand", TRUE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* A whole name needs no tooltip, which would lie over the menu that the name opens. */
  hv_full_text_offer (GTK_LABEL (self->label));
  gtk_box_append (GTK_BOX (self->box), self->label);
  self->lock = add_icon (self, "changes-prevent-symbolic");
}

GtkWidget *
hv_place_chip_new (void)
{
  return g_object_new (HV_TYPE_PLACE_CHIP, NULL);
}
