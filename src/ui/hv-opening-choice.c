/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-choice.h"

#include "hv-format.h"
#include "hv-ui-text.h"

struct _HvOpeningChoice
{
  GtkWidget parent_instance;

  GtkDropDown *houses;
  GtkDropDown *days;

  HvRoster *roster; /* owned; NULL before the first */
  HvDay today;
  GArray *openings; /* HvId, as in days */
  HvId house;
  HvId opening;
  bool filling;
};

G_DEFINE_FINAL_TYPE (HvOpeningChoice, hv_opening_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

HvId
hv_opening_choice_get_house (HvOpeningChoice *self)
{
  g_return_val_if_fail (HV_IS_OPENING_CHOICE (self), HV_NONE);
  return self->house;
}

HvId
hv_opening_choice_get_opening (HvOpeningChoice *self)
{
  g_return_val_if_fail (HV_IS_OPENING_CHOICE (self), HV_NONE);
  return self->opening;
}

/* --- filling --- */

/* People count when the day is over: the latest one so far, else the first to come. */
static bool
is_likelier (HvOpeningChoice *self, const HvOpening *opening, const HvOpening *than)
{
  HvDay day = hv_opening_get_day (opening);
  HvDay other = hv_opening_get_day (than);
  if ((day <= self->today) != (other <= self->today))
    return day <= self->today;
  return day <= self->today ? day > other : day < other;
}

static void
choose_likeliest (HvOpeningChoice *self)
{
  const HvOpening *likeliest = NULL;
  for (guint i = 0; i < self->openings->len; i++)
    {
      const HvOpening *opening = hv_roster_find_opening (self->roster, g_array_index (self->openings, HvId, i));
      if (opening->r.id == self->opening)
        return;
      if (likeliest == NULL || is_likelier (self, opening, likeliest))
        likeliest = opening;
    }
  self->opening = likeliest == NULL ? HV_NONE : likeliest->r.id;
}

static void
list_openings (HvOpeningChoice *self)
{
  const GPtrArray *openings = hv_roster_list_of (self->roster, HV_KIND_OPENING, HV_KIND_HOUSE, self->house);
  g_array_set_size (self->openings, 0);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed == NULL)
        g_array_append_val (self->openings, opening->r.id);
    }
}

static void
fill_days (HvOpeningChoice *self)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;
  list_openings (self);
  choose_likeliest (self);
  for (guint i = 0; i < self->openings->len; i++)
    {
      HvId id = g_array_index (self->openings, HvId, i);
      gtk_string_list_take (names,
                            hv_format_day (hv_opening_get_day (hv_roster_find_opening (self->roster, id)), language));
      if (id == self->opening)
        chosen = i;
    }
  gtk_drop_down_set_model (self->days, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->days, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->days), self->openings->len > 0);
}

static void
fill_houses (HvOpeningChoice *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *houses = hv_roster_list (self->roster, HV_KIND_HOUSE);
  guint chosen = 0;
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = g_ptr_array_index (houses, i);
      gtk_string_list_append (names, house->name);
      if (house->r.id == self->house)
        chosen = i;
    }
  gtk_drop_down_set_model (self->houses, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->houses, chosen);
  self->house = houses->len == 0 ? HV_NONE : ((const HvHouse *)g_ptr_array_index (houses, chosen))->r.id;
}

void
hv_opening_choice_show (HvOpeningChoice *self, const HvRoster *roster, HvDay today)
{
  g_return_if_fail (HV_IS_OPENING_CHOICE (self));
  g_autoptr (HvRoster) before = self->roster;
  self->roster = hv_roster_ref (roster);
  self->today = today;
  self->filling = true;
  fill_houses (self);
  fill_days (self);
  self->filling = false;
}

/* --- choosing --- */

void
hv_opening_choice_set_house (HvOpeningChoice *self, HvId house)
{
  g_return_if_fail (HV_IS_OPENING_CHOICE (self) && self->roster != NULL);
  if (house == self->house)
    return;
  self->house = house;
  self->opening = HV_NONE;
  self->filling = true;
  fill_houses (self);
  fill_days (self);
  self->filling = false;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
house_selected_cb (HvOpeningChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->houses);
  if (self->filling || chosen == GTK_INVALID_LIST_POSITION)
    return;
  const GPtrArray *houses = hv_roster_list (self->roster, HV_KIND_HOUSE);
  hv_opening_choice_set_house (self, ((const HvHouse *)g_ptr_array_index (houses, chosen))->r.id);
}

static void
day_selected_cb (HvOpeningChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->days);
  if (self->filling || chosen >= self->openings->len)
    return;
  self->opening = g_array_index (self->openings, HvId, chosen);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* --- life --- */

static GtkDropDown *
add_drop_down (HvOpeningChoice *self, const char *name, GCallback selected)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (choice, "notify::selected", selected, self);
  gtk_widget_add_css_class (choice, "hv-plain");
  gtk_widget_set_parent (choice, GTK_WIDGET (self));
  return GTK_DROP_DOWN (choice);
}

static void
hv_opening_choice_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hv_opening_choice_parent_class)->dispose (object);
}

static void
hv_opening_choice_finalize (GObject *object)
{
  HvOpeningChoice *self = HV_OPENING_CHOICE (object);
  g_array_unref (self->openings);
  g_clear_pointer (&self->roster, hv_roster_unref);
  G_OBJECT_CLASS (hv_opening_choice_parent_class)->finalize (object);
}

static void
hv_opening_choice_class_init (HvOpeningChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_opening_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_opening_choice_finalize;
  signals[CHOSEN] =
      g_signal_new ("chosen", HV_TYPE_OPENING_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hv_opening_choice_init (HvOpeningChoice *self)
{
  self->house = HV_NONE;
  self->opening = HV_NONE;
  self->openings = g_array_new (FALSE, FALSE, sizeof (HvId));
  self->houses = add_drop_down (self, _ ("House"), G_CALLBACK (house_selected_cb));
  self->days = add_drop_down (self, _ ("Date"), G_CALLBACK (day_selected_cb));
  gtk_widget_set_hexpand (GTK_WIDGET (self->houses), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
}

GtkWidget *
hv_opening_choice_new (void)
{
  return g_object_new (HV_TYPE_OPENING_CHOICE, NULL);
}
