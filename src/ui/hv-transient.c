/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-transient.h"

typedef struct
{
  GtkWidget *return_to; /* weak */
} Transient;

static void
transient_free (Transient *transient)
{
  g_clear_weak_pointer (&transient->return_to);
  g_free (transient);
}

static Transient *
get_transient (GtkPopover *popover)
{
  return g_object_get_data (G_OBJECT (popover), "hv-transient");
}

static void
anchor_destroyed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static gboolean
remove_cb (gpointer data)
{
  GtkWidget *popover = data;
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The focus must not stay inside: GTK 4.8 would keep the popover for ever, to move it on. */
static void
closed_cb (GtkPopover *popover)
{
  Transient *transient = get_transient (popover);
  if (transient->return_to == NULL || !gtk_widget_grab_focus (transient->return_to))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (popover))), GTK_DIR_TAB_FORWARD);
  /* It is still busy hiding it. */
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_cb, g_object_ref (popover), g_object_unref);
}

/* The size of a popover follows its contents only in a widget that presents it while it
 * is laid out: every widget with a layout manager does. */
static GtkWidget *
find_anchor (GtkWidget *over)
{
  GtkWidget *anchor = over;
  while (gtk_widget_get_layout_manager (anchor) == NULL && gtk_widget_get_parent (anchor) != NULL)
    anchor = gtk_widget_get_parent (anchor);
  return anchor;
}

static void
point_to (GtkPopover *popover, GtkWidget *anchor, GtkWidget *over, const GdkRectangle *area)
{
  graphene_rect_t bounds;
  if (!gtk_widget_compute_bounds (over, anchor, &bounds))
    return;
  GdkRectangle target = { (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height };
  if (area != NULL)
    target = (GdkRectangle){ target.x + area->x, target.y + area->y, area->width, area->height };
  gtk_popover_set_pointing_to (popover, &target);
}

void
hv_transient_open (GtkPopover *popover, GtkWidget *over, const GdkRectangle *area)
{
  GtkRoot *root = gtk_widget_get_root (over);
  Transient *transient = g_new0 (Transient, 1);
  if (root != NULL)
    g_set_weak_pointer (&transient->return_to, gtk_root_get_focus (root));
  g_object_set_data_full (G_OBJECT (popover), "hv-transient", transient, (GDestroyNotify)transient_free);

  GtkWidget *anchor = find_anchor (over);
  gtk_widget_set_parent (GTK_WIDGET (popover), anchor);
  point_to (popover, anchor, over, area);
  g_signal_connect_object (anchor, "unmap", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (anchor, "destroy", G_CALLBACK (anchor_destroyed_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (popover);
}
