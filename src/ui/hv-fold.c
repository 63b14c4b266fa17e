/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-fold.h"

struct _HvFold
{
  AdwFlap *flap; /* lent */
  int needed;    /* pixels; 0: not folded */
  guint unfold;  /* the idle that tries */
  gulong folded_handler;
  gulong text_size_handler;
};

static int
measure (GtkWidget *widget)
{
  int least = 0;
  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Comes before anybody has left anything out. */
static void
folded_cb (HvFold *self)
{
  if (!adw_flap_get_folded (self->flap) || self->needed > 0)
    return;
  self->needed = measure (adw_flap_get_flap (self->flap)) + measure (adw_flap_get_separator (self->flap))
                 + measure (adw_flap_get_content (self->flap));
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_ALWAYS);
}

static gboolean
unfold_cb (gpointer data)
{
  HvFold *self = data;
  self->unfold = 0;
  self->needed = 0;
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_AUTO);
  return G_SOURCE_REMOVE;
}

/* Later, because sizes are being given out. */
static void
try_unfolding (HvFold *self)
{
  if (self->needed > 0 && self->unfold == 0)
    self->unfold = g_idle_add_full (G_PRIORITY_HIGH_IDLE, unfold_cb, self, NULL);
}

void
hv_fold_set_width (HvFold *self, int width)
{
  if (width >= self->needed)
    try_unfolding (self);
}

HvFold *
hv_fold_new (AdwFlap *flap)
{
  HvFold *self = g_new0 (HvFold, 1);
  self->flap = flap;
  self->folded_handler = g_signal_connect_swapped (flap, "notify::folded", G_CALLBACK (folded_cb), self);
  self->text_size_handler = g_signal_connect_swapped (gtk_widget_get_settings (GTK_WIDGET (flap)),
                                                      "notify::gtk-xft-dpi", G_CALLBACK (try_unfolding), self);
  return self;
}

void
hv_fold_free (HvFold *self)
{
  g_clear_handle_id (&self->unfold, g_source_remove);
  g_clear_signal_handler (&self->folded_handler, self->flap);
  g_clear_signal_handler (&self->text_size_handler, gtk_widget_get_settings (GTK_WIDGET (self->flap)));
  g_free (self);
}
