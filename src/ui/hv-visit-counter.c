/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-counter.h"

#include "hv-bar-chart.h"
#include "hv-counting.h"
#include "hv-expectation.h"
#include "hv-format.h"
#include "hv-opening-choice.h"
#include "hv-saver.h"
#include "hv-tally.h"
#include "hv-ui-text.h"
#include "hv-visit-question.h"

#include <math.h>

struct _HvVisitCounter
{
  GtkWidget parent_instance;

  GtkWidget *card; /* child */
  HvOpeningChoice *choice;
  GtkLabel *number;
  GtkLabel *explanation;
  GtkWidget *more;
  GtkWidget *fewer;
  HvBarChart *bars;
  HvVisitQuestion *question;

  HvWindow *window; /* lent */
  HvSaver *saver;   /* owned */
  HvTally tally;    /* as shown; ahead of what is saved while the saver is busy */
  HvId opening;     /* the tally's */
};

G_DEFINE_FINAL_TYPE (HvVisitCounter, hv_visit_counter, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  SPECIAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HvWorkspace *
get_workspace (HvVisitCounter *self)
{
  return hv_window_get_workspace (self->window);
}

static const HvRoster *
get_roster (HvVisitCounter *self)
{
  return hv_workspace_get_roster (get_workspace (self));
}

static const HvOpening *
get_opening (HvVisitCounter *self)
{
  return hv_roster_find_opening (get_roster (self), self->opening);
}

HvId
hv_visit_counter_get_house (HvVisitCounter *self)
{
  g_return_val_if_fail (HV_IS_VISIT_COUNTER (self), HV_NONE);
  return hv_opening_choice_get_house (self->choice);
}

HvId
hv_visit_counter_get_opening (HvVisitCounter *self)
{
  g_return_val_if_fail (HV_IS_VISIT_COUNTER (self), HV_NONE);
  return hv_opening_choice_get_opening (self->choice);
}

void
hv_visit_counter_set_house (HvVisitCounter *self, HvId house)
{
  g_return_if_fail (HV_IS_VISIT_COUNTER (self));
  hv_opening_choice_set_house (self->choice, house);
}

/* --- saving --- */

/* A press too many that is taken back leaves no count of nobody behind. */
static bool
is_nothing (const HvVisit *visit)
{
  return visit->left == HV_NONE && visit->wait == HV_NONE && visit->minutes == HV_NONE && visit->note == NULL;
}

static HvEdit *
make_edit (gpointer owner, const HvRoster *roster, char **ret_sentence, GError **error)
{
  HvVisitCounter *self = owner;
  const HvOpening *opening = hv_roster_find_opening (roster, self->opening);
  const HvHouse *house = opening == NULL ? NULL : hv_roster_find_house (roster, opening->house);
  if (house == NULL)
    return NULL;
  const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
  if (self->tally.count == 0 && visit != NULL && is_nothing (visit))
    return hv_counting_clear (visit, hv_store_new_edit_source ());
  g_autofree char *slots = hv_tally_format_slots (&self->tally);
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.count = self->tally.count;
  facts.slots = slots;
  return hv_counting_record (roster, house, hv_opening_get_day (opening), hv_minute_get_of_day (opening->starts),
                             &facts, hv_text_get_own_language (), hv_store_new_edit_source (), error);
}

static void
settled (gpointer owner, bool saved)
{
  HvVisitCounter *self = owner;
  if (saved && hv_window_of (GTK_WIDGET (self)) != NULL)
    hv_visit_counter_show (self);
}

/* --- what is shown --- */

static void
show_number (HvVisitCounter *self)
{
  g_autofree char *number = hv_format_number (self->tally.count, hv_text_get_own_language ());
  gtk_label_set_text (self->number, number);
  gtk_widget_set_sensitive (self->fewer, self->tally.count > 0);
}

static void
show_bars (HvVisitCounter *self, const HvOpening *opening)
{
  const HvTally *tally = &self->tally;
  HvBar bars[HV_TALLY_MOST_SLOTS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) said = g_string_new (_ ("Visits per half hour"));
  gtk_widget_set_visible (GTK_WIDGET (self->bars), tally->has_slots);
  for (int i = 0; i < tally->n_slots && tally->has_slots; i++)
    {
      int minute = hv_minute_get_of_day (opening->starts + 30 * i);
      char *number = g_strdup_printf ("%d", tally->slots[i]);
      char *label = hv_format_clock (minute, hv_text_get_own_language ());
      g_ptr_array_add (texts, number);
      g_ptr_array_add (texts, label);
      bars[i] = (HvBar){ tally->slots[i], number, label, HV_BAR_SOLID };
      g_string_append_printf (said, "%s %s: %s", i == 0 ? ":" : ",", label, number);
    }
  if (tally->has_slots)
    hv_bar_chart_set_bars (self->bars, bars, (gsize)tally->n_slots, 5, said->str);
}

static void
show_explanation (HvVisitCounter *self, const HvOpening *opening)
{
  HvDay day = hv_opening_get_day (opening);
  HvExpectedVisits expected = hv_expectation_find (get_roster (self), opening);
  g_autofree char *week = hv_format_week (hv_week_of_day (day), hv_day_get_year (day), hv_text_get_own_language ());
  g_autofree char *text = expected.visits.known ? g_strdup_printf (_ ("visits that day\n%s · expected %d"), week,
                                                                   (int)lround (expected.visits.mean))
                                                : g_strdup_printf (_ ("visits that day\n%s"), week);
  gtk_label_set_text (self->explanation, text);
}

static void
show_nothing (HvVisitCounter *self)
{
  gtk_label_set_text (self->number, "–");
  gtk_label_set_text (self->explanation, _ ("No opening to count for"));
  gtk_widget_set_visible (GTK_WIDGET (self->bars), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->question), FALSE);
  gtk_widget_set_sensitive (self->fewer, FALSE);
}

static void
show_opening (HvVisitCounter *self)
{
  const HvOpening *opening = get_opening (self);
  gtk_widget_set_sensitive (self->more, opening != NULL);
  if (opening == NULL)
    {
      show_nothing (self);
      return;
    }
  if (!hv_saver_is_busy (self->saver))
    self->tally = hv_tally_read (opening, hv_roster_find_visit (get_roster (self), opening->r.id));
  show_explanation (self, opening);
  show_number (self);
  show_bars (self, opening);
  hv_visit_question_show (self->question, self->window, opening->r.id);
}

void
hv_visit_counter_show (HvVisitCounter *self)
{
  g_return_if_fail (HV_IS_VISIT_COUNTER (self));
  hv_opening_choice_show (self->choice, get_roster (self), hv_workspace_get_today (get_workspace (self)));
  if (!hv_saver_is_busy (self->saver))
    self->opening = hv_opening_choice_get_opening (self->choice);
  show_opening (self);
}

/* --- counting --- */

/* Presses belong to the opening that was shown: those under way are saved first, into it. */
static void
chosen_cb (HvVisitCounter *self)
{
  if (!hv_saver_is_busy (self->saver))
    hv_visit_counter_show (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
count_by (HvVisitCounter *self, int step)
{
  const HvOpening *opening = get_opening (self);
  if (opening == NULL || self->opening != hv_opening_choice_get_opening (self->choice))
    return;
  int slot = hv_tally_find_slot (&self->tally, opening, hv_workspace_get_now (get_workspace (self)));
  if (!hv_tally_step (&self->tally, step, slot))
    return;
  show_number (self);
  show_bars (self, opening);
  hv_saver_save (self->saver, self->window);
}

static void
more_clicked_cb (HvVisitCounter *self)
{
  count_by (self, 1);
}

static void
fewer_clicked_cb (HvVisitCounter *self)
{
  count_by (self, -1);
}

static void
count_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  count_by (HV_VISIT_COUNTER (widget), g_variant_get_int32 (parameter));
}

static void
special_cb (HvVisitCounter *self)
{
  g_signal_emit (self, signals[SPECIAL], 0);
}

/* --- building --- */

static GtkWidget *
make_number (HvVisitCounter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "css-classes",
                               (const char *[]){ "hv-count", "hv-numeric", NULL }, NULL);
  self->explanation = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->explanation));
  return box;
}

static GtkWidget *
make_more (HvVisitCounter *self)
{
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label",
                                     _ ("One Visit More"), "halign", GTK_ALIGN_CENTER, NULL);
  self->more = g_object_new (GTK_TYPE_BUTTON, "child", content, "hexpand", TRUE, "height-request", 92, "css-classes",
                             (const char *[]){ "suggested-action", "hv-large", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("One visit more"), -1);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  return self->more;
}

static GtkWidget *
make_fewer (HvVisitCounter *self)
{
  self->fewer = g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-remove-symbolic", "width-request", 74, "tooltip-text",
                              _ ("One Visit Fewer"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fewer), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("One visit fewer"),
                                  -1);
  g_signal_connect_swapped (self->fewer, "clicked", G_CALLBACK (fewer_clicked_cb), self);
  return self->fewer;
}

static GtkWidget *
make_buttons (HvVisitCounter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_box_append (GTK_BOX (box), make_more (self));
  gtk_box_append (GTK_BOX (box), make_fewer (self));
  return box;
}

static GtkWidget *
make_keys (void)
{
  g_autofree char *space = gtk_accelerator_get_label (GDK_KEY_space, 0);
  g_autofree char *back = gtk_accelerator_get_label (GDK_KEY_BackSpace, 0);
  /* TRANSLATORS: names of two keys: Space, Backspace */
  g_autofree char *text = g_strdup_printf (_ ("%s one more · %s one fewer"), space, back);
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "css-classes",
                       (const char *[]){ "hv-secondary", NULL }, NULL);
}

/* Whoever comes here comes to count. */
static gboolean
hv_visit_counter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HV_VISIT_COUNTER (widget)->more);
}

static void
hv_visit_counter_dispose (GObject *object)
{
  g_clear_pointer (&HV_VISIT_COUNTER (object)->card, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_visit_counter_parent_class)->dispose (object);
}

static void
hv_visit_counter_finalize (GObject *object)
{
  hv_saver_free (HV_VISIT_COUNTER (object)->saver);
  G_OBJECT_CLASS (hv_visit_counter_parent_class)->finalize (object);
}

static void
hv_visit_counter_class_init (HvVisitCounterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_visit_counter_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_visit_counter_finalize;
  widget_class->grab_focus = hv_visit_counter_grab_focus;
  signals[CHOSEN] =
      g_signal_new ("chosen", HV_TYPE_VISIT_COUNTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SPECIAL] =
      g_signal_new ("special", HV_TYPE_VISIT_COUNTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "counter.by", "i", count_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hv_visit_counter_init (HvVisitCounter *self)
{
  self->opening = HV_NONE;
  self->saver = hv_saver_new (G_OBJECT (self), make_edit, settled);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "hv-padded");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->choice = HV_OPENING_CHOICE (hv_opening_choice_new ());
  self->bars = HV_BAR_CHART (hv_bar_chart_new ());
  self->question = HV_VISIT_QUESTION (hv_visit_question_new ());
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->question, "special", G_CALLBACK (special_cb), self);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self->card), make_number (self));
  gtk_box_append (GTK_BOX (self->card), make_buttons (self));
  gtk_box_append (GTK_BOX (self->card), make_keys ());
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->bars));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->question));
}

GtkWidget *
hv_visit_counter_new (HvWindow *window)
{
  HvVisitCounter *self = g_object_new (HV_TYPE_VISIT_COUNTER, NULL);
  self->window = window;
  return GTK_WIDGET (self);
}
