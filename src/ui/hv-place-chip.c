/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-place-chip.h"

#include "hv-full-text.h"
#include "hv-ui-text.h"

struct _HvPlaceChip
{
  GtkWidget parent_instance;

  GtkWidget *box;  /* child */
  GtkWidget *plus; /* in box */
  GtkWidget *label;
  GtkWidget *lock;

  const HvCardPlace *place; /* lent */
};

G_DEFINE_FINAL_TYPE (HvPlaceChip, hv_place_chip, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_class (GtkWidget *widget, const char *name, bool on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
strike (GtkWidget *label, bool on)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (on)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

void
hv_place_chip_show (HvPlaceChip *self, const HvCardPlace *place)
{
  g_return_if_fail (HV_IS_PLACE_CHIP (self));
  bool empty = place->assignment == HV_NONE;
  self->place = place;
  gtk_label_set_text (GTK_LABEL (self->label), empty ? _ ("Assign") : place->name);
  gtk_widget_set_visible (self->plus, empty);
  gtk_widget_set_visible (self->lock, place->locked);
  gtk_widget_set_halign (self->box, empty ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  set_class (GTK_WIDGET (self), "slot", empty);
  set_class (GTK_WIDGET (self), "struck", place->struck);
  strike (self->label, place->struck);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, place->said, -1);
}

const HvCardPlace *
hv_place_chip_get_place (HvPlaceChip *self)
{
  g_return_val_if_fail (HV_IS_PLACE_CHIP (self), NULL);
  return self->place;
}

void
hv_place_chip_set_selected (HvPlaceChip *self, bool selected)
{
  g_return_if_fail (HV_IS_PLACE_CHIP (self));
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
emit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, HvPlaceChip *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      g_signal_emit (self, signals[ACTIVATED], 0);
    }
}

static void
hv_place_chip_dispose (GObject *object)
{
  HvPlaceChip *self = HV_PLACE_CHIP (object);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->box = NULL;
  G_OBJECT_CLASS (hv_place_chip_parent_class)->dispose (object);
}

static void
hv_place_chip_class_init (HvPlaceChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_place_chip_dispose;
  signals[ACTIVATED] =
      g_signal_new ("activated", HV_TYPE_PLACE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  gtk_widget_class_install_action (widget_class, "place.activate", NULL, emit_activated);
  gtk_widget_class_set_css_name (widget_class, "personchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
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

  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
hv_place_chip_new (void)
{
  return g_object_new (HV_TYPE_PLACE_CHIP, NULL);
}
