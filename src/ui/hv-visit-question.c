/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-question.h"

#include "hv-counting.h"
#include "hv-ui-text.h"

struct _HvVisitQuestion
{
  GtkWidget parent_instance;

  GtkLabel *text;
  GtkWidget *buttons;

  HvWindow *window; /* lent */
  HvId opening;
};

G_DEFINE_FINAL_TYPE (HvVisitQuestion, hv_visit_question, GTK_TYPE_WIDGET)

enum
{
  SPECIAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HvRoster *
get_roster (HvVisitQuestion *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static char *
find_question (HvVisitQuestion *self)
{
  const HvOpening *opening = hv_roster_find_opening (get_roster (self), self->opening);
  const HvVisit *visit = hv_roster_find_visit (get_roster (self), self->opening);
  if (opening == NULL || visit == NULL || visit->special != HV_NONE)
    return NULL;
  return hv_counting_ask (get_roster (self), opening, visit->count, hv_text_get_own_language ());
}

void
hv_visit_question_show (HvVisitQuestion *self, HvWindow *window, HvId opening)
{
  g_return_if_fail (HV_IS_VISIT_QUESTION (self));
  self->window = window;
  self->opening = opening;
  g_autofree char *question = find_question (self);
  gtk_widget_set_visible (GTK_WIDGET (self), question != NULL);
  if (question == NULL)
    return;
  g_autofree char *text = g_strdup_printf (_ ("%s Was it a special week?"), question);
  gtk_label_set_text (self->text, text);
}

void
hv_visit_question_answer (HvVisitQuestion *self, bool special)
{
  g_return_if_fail (HV_IS_VISIT_QUESTION (self));
  const HvRoster *roster = get_roster (self);
  const HvOpening *opening = hv_roster_find_opening (roster, self->opening);
  if (opening == NULL)
    return;
  g_autoptr (GError) error = NULL;
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.special = special;
  HvEdit *edit = hv_counting_record (roster, hv_roster_find_house (roster, opening->house),
                                     hv_opening_get_day (opening), hv_minute_get_of_day (opening->starts), &facts,
                                     hv_text_get_own_language (), hv_store_new_edit_source (), &error);
  if (edit == NULL)
    {
      hv_window_say (self->window, error->message, false);
      return;
    }
  hv_window_commit (self->window, edit,
                    g_strdup (special ? _ ("The forecast does not learn from this week.")
                                      : _ ("The forecast learns from this week as from any other.")));
  if (special)
    g_signal_emit (self, signals[SPECIAL], 0);
}

static void
special_clicked_cb (HvVisitQuestion *self)
{
  hv_visit_question_answer (self, true);
}

static void
usual_clicked_cb (HvVisitQuestion *self)
{
  hv_visit_question_answer (self, false);
}

/* --- life --- */

static void
add_button (HvVisitQuestion *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
hv_visit_question_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hv_visit_question_parent_class)->dispose (object);
}

static void
hv_visit_question_class_init (HvVisitQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_visit_question_dispose;
  signals[SPECIAL] =
      g_signal_new ("special", HV_TYPE_VISIT_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hv_visit_question_init (HvVisitQuestion *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-note");
  self->text =
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  add_button (self, _ ("Yes, special"), G_CALLBACK (special_clicked_cb));
  add_button (self, _ ("No, as usual"), G_CALLBACK (usual_clicked_cb));
}

GtkWidget *
hv_visit_question_new (void)
{
  return g_object_new (HV_TYPE_VISIT_QUESTION, "visible", FALSE, NULL);
}
