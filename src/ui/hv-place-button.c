/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-place-button.h"

#include "hv-style-class.h"

typedef struct
{
  const HvCardPlace *place; /* lent */
} HvPlaceButtonPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HvPlaceButton, hv_place_button, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
hv_place_button_set_place (HvPlaceButton *self, const HvCardPlace *place)
{
  g_return_if_fail (HV_IS_PLACE_BUTTON (self));
  HvPlaceButtonPrivate *priv = hv_place_button_get_instance_private (self);
  priv->place = place;
  hv_style_class_set (GTK_WIDGET (self), "slot", place->assignment == HV_NONE);
  hv_style_class_set (GTK_WIDGET (self), "struck", place->struck);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, place->said, -1);
}

const HvCardPlace *
hv_place_button_get_place (HvPlaceButton *self)
{
  g_return_val_if_fail (HV_IS_PLACE_BUTTON (self), NULL);
  HvPlaceButtonPrivate *priv = hv_place_button_get_instance_private (self);
  return priv->place;
}

void
hv_place_button_show_name (HvPlaceButton *self, GtkLabel *label, const char *invitation)
{
  const HvCardPlace *place = hv_place_button_get_place (self);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (place->struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_text (label, place->assignment == HV_NONE ? invitation : place->name);
  gtk_label_set_attributes (label, attributes);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, HvPlaceButton *self)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
activate_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
hv_place_button_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hv_place_button_parent_class)->dispose (object);
}

static void
hv_place_button_class_init (HvPlaceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_place_button_dispose;
  signals[ACTIVATED] =
      g_signal_new ("activated", HV_TYPE_PLACE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  /* Nobody names it: it is what a screen reader offers to press. */
  gtk_widget_class_install_action (widget_class, "place.activate", NULL, activate_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
hv_place_button_init (HvPlaceButton *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
