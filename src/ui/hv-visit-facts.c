/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-facts.h"

#include "hv-counting.h"
#include "hv-field-row.h"
#include "hv-saver.h"
#include "hv-ui-text.h"

#include <math.h>

typedef enum
{
  FACT_LEFT,
  FACT_WAIT,
  FACT_MINUTES,
  N_FACTS
} Fact;

static const struct
{
  const char *title;
  const char *subtitle;
  double most;
} fact_table[N_FACTS] = {
  [FACT_LEFT] = { HV_N_ ("Left without help"), HV_N_ ("Counted at closing"), 1000 },
  [FACT_WAIT] = { HV_N_ ("Waiting as you saw it"), HV_N_ ("Minutes"), 600 },
  [FACT_MINUTES] = { HV_N_ ("Help time as you measured it"), HV_N_ ("Minutes per visit"), 240 },
};

struct _HvVisitFacts
{
  AdwPreferencesGroup parent_instance;

  GtkSpinButton *spins[N_FACTS];
  HvFieldRow *note;

  HvWindow *window; /* lent */
  HvSaver *saver;   /* owned */
  HvId opening;
  HvCountFacts facts; /* what is to be saved, without its note … */
  char *note_text;    /* … which is here; NULL: it stays as it is */
  bool showing;
};

G_DEFINE_FINAL_TYPE (HvVisitFacts, hv_visit_facts, ADW_TYPE_PREFERENCES_GROUP)

static const HvRoster *
get_roster (HvVisitFacts *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

/* --- saving --- */

static HvEdit *
make_edit (gpointer owner, const HvRoster *roster, char **ret_sentence, GError **error)
{
  HvVisitFacts *self = owner;
  const HvOpening *opening = hv_roster_find_opening (roster, self->opening);
  const HvHouse *house = opening == NULL ? NULL : hv_roster_find_house (roster, opening->house);
  if (house == NULL)
    return NULL;
  HvCountFacts facts = self->facts;
  facts.note = self->note_text;
  return hv_counting_record (roster, house, hv_opening_get_day (opening), hv_minute_get_of_day (opening->starts),
                             &facts, hv_text_get_own_language (), hv_store_new_edit_source (), error);
}

static void
settled (gpointer owner, bool saved)
{
  HvVisitFacts *self = owner;
  if (!saved)
    return; /* what was typed stays, and is saved with what comes next */
  self->facts = HV_COUNT_FACTS_NOTHING;
  g_clear_pointer (&self->note_text, g_free);
  if (hv_window_of (GTK_WIDGET (self)) != NULL)
    hv_visit_facts_show (self, self->opening);
}

static void
number_changed_cb (GtkSpinButton *spin, HvVisitFacts *self)
{
  if (self->showing)
    return;
  double value = gtk_spin_button_get_value (spin);
  if (spin == self->spins[FACT_LEFT])
    self->facts.left = llround (value);
  else if (spin == self->spins[FACT_WAIT])
    self->facts.wait = llround (value * HV_MICRO);
  else
    self->facts.minutes = llround (value * HV_MICRO);
  hv_saver_save (self->saver, self->window);
}

static void
note_entered_cb (HvVisitFacts *self)
{
  g_free (self->note_text);
  self->note_text = g_strdup (hv_field_row_get_text (self->note));
  hv_saver_save (self->saver, self->window);
}

static bool
check_note_cb (const char *text, gpointer data, GError **error)
{
  return hv_counting_check_note (text, error);
}

/* --- what is shown --- */

static double
get_number (const HvVisit *visit, Fact fact)
{
  switch (fact)
    {
    case FACT_LEFT:
      return visit == NULL || visit->left == HV_NONE ? 0 : (double)visit->left;
    case FACT_WAIT:
      return visit == NULL || visit->wait == HV_NONE ? 0 : (double)visit->wait / HV_MICRO;
    case FACT_MINUTES:
    case N_FACTS:
    default:
      return visit == NULL || visit->minutes == HV_NONE ? 0 : (double)visit->minutes / HV_MICRO;
    }
}

void
hv_visit_facts_show (HvVisitFacts *self, HvId opening)
{
  g_return_if_fail (HV_IS_VISIT_FACTS (self));
  if (hv_saver_is_busy (self->saver))
    return;
  bool same = self->opening == opening;
  const HvVisit *visit = opening == HV_NONE ? NULL : hv_roster_find_visit (get_roster (self), opening);
  const char *note = visit == NULL || visit->note == NULL ? "" : visit->note;
  self->opening = opening;
  self->showing = true;
  for (int fact = 0; fact < N_FACTS; fact++)
    gtk_spin_button_set_value (self->spins[fact], get_number (visit, fact));
  self->showing = false;
  if (same)
    hv_field_row_set_value (self->note, note);
  else
    hv_field_row_reset (self->note, note);
  gtk_widget_set_sensitive (GTK_WIDGET (self), visit != NULL);
}

/* --- life --- */

static void
add_spin (HvVisitFacts *self, Fact fact)
{
  const char *title = _ (fact_table[fact].title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", _ (fact_table[fact].subtitle), NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, fact_table[fact].most, 1);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->spins[fact] = GTK_SPIN_BUTTON (spin);
}

static void
hv_visit_facts_finalize (GObject *object)
{
  HvVisitFacts *self = HV_VISIT_FACTS (object);
  hv_saver_free (self->saver);
  g_free (self->note_text);
  G_OBJECT_CLASS (hv_visit_facts_parent_class)->finalize (object);
}

static void
hv_visit_facts_class_init (HvVisitFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_visit_facts_finalize;
}

static void
hv_visit_facts_init (HvVisitFacts *self)
{
  self->opening = HV_NONE;
  self->facts = HV_COUNT_FACTS_NOTHING;
  self->saver = hv_saver_new (G_OBJECT (self), make_edit, settled);
  for (int fact = 0; fact < N_FACTS; fact++)
    add_spin (self, fact);
  self->note = HV_FIELD_ROW (hv_field_row_new (_ ("Note of the day")));
  hv_field_row_set_check (self->note, check_note_cb, NULL, NULL);
  g_signal_connect_swapped (self->note, "entered", G_CALLBACK (note_entered_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->note));
}

GtkWidget *
hv_visit_facts_new (HvWindow *window)
{
  HvVisitFacts *self = g_object_new (HV_TYPE_VISIT_FACTS, NULL);
  self->window = window;
  return GTK_WIDGET (self);
}
