/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-preview.h"

#include "hv-coverage-strip.h"
#include "hv-format.h"
#include "hv-sentence.h"
#include "hv-state-label.h"
#include "hv-ui-text.h"

#define STRIP_HEIGHT 124

struct _HvHousePreview
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *title;
  GtkWidget *name;
  GtkWidget *hours;
  GtkWidget *strip;
  GtkWidget *state;
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (HvHousePreview, hv_house_preview, GTK_TYPE_WIDGET)

const char *
hv_house_preview_get_sentence (HvHousePreview *self)
{
  g_return_val_if_fail (HV_IS_HOUSE_PREVIEW (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->sentence));
}

static void
show_figures (HvHousePreview *self, bool shown)
{
  GtkWidget *all[] = { self->title, self->strip, self->state };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_set_visible (all[i], shown);
}

static void
show_nothing (HvHousePreview *self, const char *why)
{
  show_figures (self, false);
  gtk_label_set_text (GTK_LABEL (self->sentence), why == NULL ? "" : why);
}

static void
show_opening (HvHousePreview *self, const HvRoster *roster, const HvOpening *opening)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
  g_autoptr (GArray) slots = hv_outlook_list_slots (outlook, opening);
  g_autoptr (GPtrArray) openings = g_ptr_array_new ();
  g_ptr_array_add (openings, (gpointer)opening);
  g_autofree char *hours = hv_format_span ((HvSpan){ opening->starts, opening->ends }, language);
  g_autofree char *day =
      g_strdup_printf ("%s %s", hv_format_weekday (hv_day_get_weekday (hv_opening_get_day (opening)), language), hours);
  g_autofree char *sentence = hv_sentence_make_short (outlook, roster, opening, language);

  gtk_label_set_text (GTK_LABEL (self->name), house->name);
  gtk_label_set_text (GTK_LABEL (self->hours), day);
  hv_coverage_strip_set_slots (HV_COVERAGE_STRIP (self->strip), (const HvSlot *)slots->data, slots->len, sentence);
  hv_state_label_show (HV_STATE_LABEL (self->state), roster, outlook, openings);
  show_figures (self, true);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
}

void
hv_house_preview_show (HvHousePreview *self, const HvRoster *roster, const char *why)
{
  g_return_if_fail (HV_IS_HOUSE_PREVIEW (self));
  const GPtrArray *openings = roster == NULL ? NULL : hv_roster_list (roster, HV_KIND_OPENING);
  if (openings == NULL || openings->len == 0)
    show_nothing (self, why);
  else
    show_opening (self, roster, g_ptr_array_index (openings, 0));
}

/* --- life --- */

static void
hv_house_preview_dispose (GObject *object)
{
  g_clear_pointer (&HV_HOUSE_PREVIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_house_preview_parent_class)->dispose (object);
}

static void
hv_house_preview_class_init (HvHousePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_house_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_title (HvHousePreview *self)
{
  self->title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->name = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  self->hours = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_widget_add_css_class (self->hours, "hv-secondary");
  gtk_box_append (GTK_BOX (self->title), self->name);
  gtk_box_append (GTK_BOX (self->title), self->hours);
}

static void
hv_house_preview_init (HvHousePreview *self)
{
  self->strip = hv_coverage_strip_new ();
  hv_coverage_strip_set_large (HV_COVERAGE_STRIP (self->strip), true);
  hv_coverage_strip_set_height (HV_COVERAGE_STRIP (self->strip), STRIP_HEIGHT);
  self->state = hv_state_label_new ();
  gtk_widget_set_halign (self->state, GTK_ALIGN_START);
  self->sentence = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode",
                                 PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->sentence, "hv-secondary");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "hv-padded");
  make_title (self);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->strip);
  gtk_box_append (GTK_BOX (self->box), self->state);
  gtk_box_append (GTK_BOX (self->box), self->sentence);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
