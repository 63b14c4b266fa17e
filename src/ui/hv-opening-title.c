/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-title.h"

#include "hv-format.h"
#include "hv-state-label.h"
#include "hv-ui-text.h"

#include <math.h>

struct _HvOpeningTitle
{
  GtkWidget parent_instance;

  GtkWidget *box;  /* child */
  GtkWidget *name; /* a flat button: opens the house */
  GtkWidget *detail;
  GtkWidget *state;

  HvId house;
};

G_DEFINE_FINAL_TYPE (HvOpeningTitle, hv_opening_title, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what it shows --- */

/* "Mon 4 · about 53 visits": the page says month and year. */
static char *
describe (const HvOpeningOutlook *found, const HvOpening *opening, bool several)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *day = hv_format_day_column (hv_opening_get_day (opening), language);
  g_autofree char *hours = hv_format_hours (hv_opening_get_span (opening), language);
  g_autoptr (GString) text = g_string_new (day);
  if (several)
    g_string_append_printf (text, " · %s", hours);
  if (found != NULL && found->expected.visits.known)
    {
      int visits = (int)lround (found->expected.visits.mean);
      g_string_append (text, " · ");
      g_string_append_printf (text, hv_own_ntext ("about %d visit", "about %d visits", (gulong)visits), visits);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
hv_opening_title_show (HvOpeningTitle *self, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening,
                       bool several)
{
  g_return_if_fail (HV_IS_OPENING_TITLE (self));
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  const char *name = house == NULL ? "" : house->name;
  g_autofree char *detail = describe (hv_outlook_find (outlook, opening->r.id), opening, several);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_ptr_array_add (one, (gpointer)opening);
  self->house = opening->house;
  gtk_button_set_label (GTK_BUTTON (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  hv_state_label_show (HV_STATE_LABEL (self->state), roster, outlook, one);
  g_autofree char *day = hv_format_day_span (hv_opening_get_span (opening), hv_text_get_own_language ());
  g_autofree char *said =
      g_strdup_printf ("%s, %s: %s", name, day, hv_state_label_get_words (HV_STATE_LABEL (self->state)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said);
}

HvId
hv_opening_title_get_house (HvOpeningTitle *self)
{
  g_return_val_if_fail (HV_IS_OPENING_TITLE (self), HV_NONE);
  return self->house;
}

static void
name_clicked_cb (HvOpeningTitle *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* --- life --- */

static void
hv_opening_title_dispose (GObject *object)
{
  g_clear_pointer (&HV_OPENING_TITLE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_opening_title_parent_class)->dispose (object);
}

static void
hv_opening_title_class_init (HvOpeningTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_opening_title_dispose;
  signals[ACTIVATED] =
      g_signal_new ("activated", HV_TYPE_OPENING_TITLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "openingtitle");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
}

static void
hv_opening_title_init (HvOpeningTitle *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->name = g_object_new (GTK_TYPE_BUTTON, "label", "", "focusable", FALSE, "css-classes",
                             (const char *[]){ "flat", "hv-house-name", NULL }, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->name))), PANGO_ELLIPSIZE_END);
  g_signal_connect_swapped (self->name, "clicked", G_CALLBACK (name_clicked_cb), self);
  self->detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END,
                               "css-classes", (const char *[]){ "hv-secondary", NULL }, NULL);
  self->state = hv_state_label_new ();
  gtk_widget_add_css_class (self->state, "heading");
  gtk_box_append (GTK_BOX (self->box), self->name);
  gtk_box_append (GTK_BOX (self->box), self->detail);
  gtk_box_append (GTK_BOX (self->box), self->state);
}

GtkWidget *
hv_opening_title_new (void)
{
  return g_object_new (HV_TYPE_OPENING_TITLE, NULL);
}
