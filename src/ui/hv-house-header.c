/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-header.h"

#include "hv-outlook-words.h"
#include "hv-ui-text.h"

struct _HvHouseHeader
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *name; /* a flat button: opens the house */
  GtkWidget *lines[3];
  GtkWidget *icons[3];
  GtkWidget *labels[3];

  HvId house;
};

G_DEFINE_FINAL_TYPE (HvHouseHeader, hv_house_header, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_line (HvHouseHeader *self, int line, const char *icon, const char *css_class, const char *text)
{
  static const char *const classes[] = { "hv-under", "hv-warn", "hv-ok", "hv-secondary" };
  gtk_widget_set_visible (self->lines[line], text != NULL);
  if (text == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->lines[line], classes[i]);
  gtk_widget_add_css_class (self->lines[line], css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[line]), icon);
  gtk_label_set_text (GTK_LABEL (self->labels[line]), text);
}

void
hv_house_header_show (HvHouseHeader *self, const HvRoster *roster, const HvOutlook *outlook, const HvHouse *house,
                      HvWeek week)
{
  g_return_if_fail (HV_IS_HOUSE_HEADER (self));
  HvLanguage language = hv_text_get_own_language ();
  bool under = false;
  bool late = false;
  bool open = false;
  bool missing = hv_outlook_count_missing (outlook, week, house->r.id, &open) > 0;
  g_autofree char *state = hv_outlook_words_state (outlook, roster, week, house->r.id, &under, language);
  g_autofree char *visits = hv_outlook_words_visits (outlook, roster, week, house->r.id, language);
  g_autofree char *wait = hv_outlook_words_wait (outlook, roster, week, house->r.id, &late, language);
  self->house = house->r.id;
  gtk_button_set_label (GTK_BUTTON (self->name), house->name);
  gtk_widget_set_tooltip_text (self->name, house->name);
  show_line (self, 0, under ? "dialog-warning-symbolic" : "object-select-symbolic",
             missing ? "hv-under"
             : under ? "hv-warn"
                     : "hv-ok",
             open ? state : NULL);
  show_line (self, 1, "husvagt-people-symbolic", "hv-secondary", visits);
  show_line (self, 2, late ? "dialog-warning-symbolic" : "husvagt-wait-symbolic", late ? "hv-under" : "hv-secondary",
             wait);
}

HvId
hv_house_header_get_house (HvHouseHeader *self)
{
  g_return_val_if_fail (HV_IS_HOUSE_HEADER (self), HV_NONE);
  return self->house;
}

static void
name_clicked_cb (HvHouseHeader *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
hv_house_header_dispose (GObject *object)
{
  HvHouseHeader *self = HV_HOUSE_HEADER (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_house_header_parent_class)->dispose (object);
}

static void
hv_house_header_class_init (HvHouseHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_house_header_dispose;
  signals[ACTIVATED] =
      g_signal_new ("activated", HV_TYPE_HOUSE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "househeader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
}

static void
add_line (HvHouseHeader *self, int line)
{
  self->lines[line] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  self->icons[line] = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->labels[line] =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
  gtk_box_append (GTK_BOX (self->lines[line]), self->icons[line]);
  gtk_box_append (GTK_BOX (self->lines[line]), self->labels[line]);
  gtk_box_append (GTK_BOX (self->box), self->lines[line]);
}

static void
hv_house_header_init (HvHouseHeader *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->name = g_object_new (GTK_TYPE_BUTTON, "label", "", "focusable", FALSE, "halign", GTK_ALIGN_START, "css-classes",
                             (const char *[]){ "flat", "hv-house-name", NULL }, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->name))), PANGO_ELLIPSIZE_END);
  g_signal_connect_swapped (self->name, "clicked", G_CALLBACK (name_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->name);
  for (int line = 0; line < 3; line++)
    add_line (self, line);
}

GtkWidget *
hv_house_header_new (void)
{
  return g_object_new (HV_TYPE_HOUSE_HEADER, NULL);
}
