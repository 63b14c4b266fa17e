/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-detail-private.h"

#include "hv-sentence.h"
#include "hv-ui-text.h"

#include <math.h>

/* Demand: what the calculation is told about a house, and what these numbers give. */

typedef enum
{
  NUMBER_MINUTES,
  NUMBER_TARGET,
  NUMBER_SHARE,
  NUMBER_DOOR,
  NUMBER_LEAST,
  NUMBER_GUESS,
  NUMBER_GUESTS_PER,
} Number;

static const struct
{
  const char *title;
  const char *subtitle;
  double least;
  double most;
  double step;
  HvDemandModel model; /* that it is asked for */
} number_table[HV_HOUSE_DETAIL_NUMBERS] = {
  [NUMBER_MINUTES] = { HV_N_ ("Help time per visit"), HV_N_ ("Minutes"), 2, 240, 1, HV_MODEL_QUEUE },
  [NUMBER_TARGET] = { HV_N_ ("Waiting target"), HV_N_ ("Minutes"), 0, 240, 5, HV_MODEL_QUEUE },
  [NUMBER_SHARE] = { HV_N_ ("To be helped in time"), HV_N_ ("Of 10 visitors"), 1, 10, 1, HV_MODEL_QUEUE },
  [NUMBER_DOOR] = { HV_N_ ("Waiting at the door"), HV_N_ ("Per cent of the visits, when it opens"), 0, 100, 5,
                    HV_MODEL_QUEUE },
  [NUMBER_LEAST] = { HV_N_ ("Least crew"), HV_N_ ("The calculated crew is never smaller"), 1, 40, 1, HV_MODEL_QUEUE },
  [NUMBER_GUESS] = { HV_N_ ("Visits as you guess"), HV_N_ ("Per opening, until enough are counted. 0: no guess"), 0,
                     2000, 1, HV_MODEL_QUEUE },
  [NUMBER_GUESTS_PER] = { HV_N_ ("Guests per helper"), HV_N_ ("One helper for each so many"), 1, 1000, 1,
                          HV_MODEL_GUESTS },
};

static void
put_number (HvHouseDemand *demand, Number number, double value)
{
  switch (number)
    {
    case NUMBER_MINUTES:
      demand->minutes = llround (value * HV_MICRO);
      break;
    case NUMBER_TARGET:
      demand->target_minutes = llround (value * HV_MICRO);
      break;
    case NUMBER_SHARE:
      demand->target_share = llround (value * HV_MICRO / 10);
      break;
    case NUMBER_DOOR:
      demand->door = llround (value * HV_MICRO / 100);
      break;
    case NUMBER_GUESS:
      demand->guess = value == 0 ? HV_NONE : llround (value * HV_MICRO);
      break;
    case NUMBER_GUESTS_PER:
      demand->guests_per = llround (value);
      break;
    case NUMBER_LEAST:
    default:
      demand->least = llround (value);
    }
}

static double
get_number (const HvRoster *roster, const HvHouse *house, Number number)
{
  switch (number)
    {
    case NUMBER_MINUTES:
      return hv_roster_get_minutes (roster, house);
    case NUMBER_TARGET:
      return hv_roster_get_target_minutes (roster, house);
    case NUMBER_SHARE:
      return hv_roster_get_target_share (roster, house) * 10;
    case NUMBER_DOOR:
      return hv_roster_get_door (roster, house) * 100;
    case NUMBER_GUESS:
      return house->guess == HV_NONE ? 0 : (double)house->guess / HV_MICRO;
    case NUMBER_GUESTS_PER:
      return house->guests_per == HV_NONE ? 1 : (double)house->guests_per;
    case NUMBER_LEAST:
    default:
      return hv_roster_get_least (roster, house);
    }
}

/* --- saving --- */

/* What was pressed since the last step, on the newest of what the house has. */
static HvEdit *
make_edit (gpointer owner, const HvRoster *roster, char **ret_sentence, GError **error)
{
  HvHouseDetail *self = owner;
  const HvHouse *house = hv_roster_find_house (roster, self->demand_house);
  if (house == NULL)
    return NULL;
  HvHouseDemand demand = hv_house_edit_get_demand (house);
  if (self->demand_model != HV_NONE)
    demand.model = self->demand_model;
  for (int number = 0; number < HV_HOUSE_DETAIL_NUMBERS; number++)
    if (self->demand_pressed[number])
      put_number (&demand, number, self->demand_values[number]);
  *ret_sentence = g_strdup (_ ("Saved"));
  return hv_house_edit_set_demand (house, &demand, hv_store_new_edit_source (), error);
}

static void
forget_pressed (HvHouseDetail *self)
{
  self->demand_model = HV_NONE;
  for (int number = 0; number < HV_HOUSE_DETAIL_NUMBERS; number++)
    self->demand_pressed[number] = false;
}

static void
settled (gpointer owner, bool saved)
{
  HvHouseDetail *self = owner;
  forget_pressed (self);
  if (hv_window_of (GTK_WIDGET (self)) != NULL)
    hv_house_detail_show (self, self->house);
}

static void
number_changed_cb (GtkSpinButton *spin, HvHouseDetail *self)
{
  if (self->showing)
    return;
  int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (spin), "number"));
  self->demand_house = self->house;
  self->demand_pressed[number] = true;
  self->demand_values[number] = gtk_spin_button_get_value (spin);
  hv_saver_save (self->demand_saver, self->window);
}

static void
model_chosen_cb (GtkDropDown *choice, GParamSpec *pspec, HvHouseDetail *self)
{
  if (self->showing)
    return;
  self->demand_house = self->house;
  self->demand_model = gtk_drop_down_get_selected (choice);
  hv_saver_save (self->demand_saver, self->window);
}

/* --- rows --- */

static void
add_number (HvHouseDetail *self, GtkWidget *group, Number number)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (number_table[number].title), "subtitle",
                                 _ (number_table[number].subtitle), NULL);
  GtkWidget *spin =
      gtk_spin_button_new_with_range (number_table[number].least, number_table[number].most, number_table[number].step);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (number_table[number].title),
                                  -1);
  g_object_set_data (G_OBJECT (spin), "number", GINT_TO_POINTER (number));
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->numbers[number] = spin;
  self->number_rows[number] = row;
}

static void
add_model (HvHouseDetail *self, GtkWidget *group)
{
  const char *names[] = { _ ("Visitors who wait their turn"), _ ("Guests of an event"), _ ("A fixed number"), NULL };
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Who comes"), NULL);
  self->model = gtk_drop_down_new_from_strings (names);
  gtk_widget_set_valign (self->model, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->model), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who comes"), -1);
  g_signal_connect (self->model, "notify::selected", G_CALLBACK (model_chosen_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->model);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* --- what these numbers give --- */

/* The next open opening of the house in the snapshot, from today on; else the last. */
static const HvOpeningOutlook *
find_next (HvHouseDetail *self)
{
  HvWorkspace *workspace = hv_window_get_workspace (self->window);
  const HvOutlook *outlook = hv_workspace_get_outlook (workspace);
  const GPtrArray *openings =
      hv_roster_list_of (hv_house_detail_get_roster (self), HV_KIND_OPENING, HV_KIND_HOUSE, self->house);
  const HvOpeningOutlook *found = NULL;
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *candidate = hv_outlook_find (outlook, opening->r.id);
      if (candidate == NULL || !candidate->figures.waits)
        continue;
      found = candidate;
      if (hv_opening_get_day (opening) >= hv_workspace_get_today (workspace))
        break;
    }
  return found;
}

static char *
say_meaning (HvHouseDetail *self)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvOpeningOutlook *next = find_next (self);
  if (next == NULL)
    return g_strdup (_ ("When visits are expected, this says how long they wait with these numbers."));
  const HvOutlook *outlook = hv_workspace_get_outlook (hv_window_get_workspace (self->window));
  int crew = next->figures.needed;
  HvCrewMeaning with;
  HvCrewMeaning fewer;
  if (!hv_outlook_find_meaning (outlook, next->opening, crew, &with)
      || !hv_outlook_find_meaning (outlook, next->opening, MAX (0, crew - 1), &fewer))
    return g_strdup ("");
  g_autofree char *wait = hv_sentence_format_wait (with.wait_mean, language);
  g_autofree char *more = hv_sentence_format_wait (fewer.wait_mean, language);
  return g_strdup_printf (hv_own_ntext ("%d expected visits with %d helper: waiting %s. With %d: %s.",
                                        "%d expected visits with %d helpers: waiting %s. With %d: %s.", (gulong)crew),
                          (int)lround (next->expected.visits.mean), crew, wait, crew - 1, more);
}

void
hv_house_detail_show_demand (HvHouseDetail *self, const HvHouse *house)
{
  const HvRoster *roster = hv_house_detail_get_roster (self);
  if (hv_saver_is_busy (self->demand_saver))
    return;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->model), (guint)house->model);
  for (int number = 0; number < HV_HOUSE_DETAIL_NUMBERS; number++)
    {
      GtkWidget *spin = self->numbers[number];
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), get_number (roster, house, number));
      gtk_widget_set_visible (self->number_rows[number], (HvDemandModel)house->model == number_table[number].model);
    }
  g_autofree char *meaning = say_meaning (self);
  gtk_label_set_text (GTK_LABEL (self->meaning), meaning);
  gtk_widget_set_visible (gtk_widget_get_parent (self->meaning), house->model == HV_MODEL_QUEUE); /* only they wait */
}

GtkWidget *
hv_house_detail_make_demand (HvHouseDetail *self)
{
  self->demand_saver = hv_saver_new (G_OBJECT (self), make_edit, settled);
  forget_pressed (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Need"), NULL);
  add_model (self, group);
  for (int number = 0; number < HV_HOUSE_DETAIL_NUMBERS; number++)
    add_number (self, group, number);

  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (note, "hv-note");
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-information-symbolic", "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->meaning = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (note), icon);
  gtk_box_append (GTK_BOX (note), self->meaning);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), note);
  return box;
}
