/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-served-group.h"

#include "hv-person-edit.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"

struct _HvServedGroup
{
  AdwPreferencesGroup parent_instance;

  HvRoster *roster; /* owned; NULL before the first */
  HvId volunteer;
  GPtrArray *rows; /* lent: what was added to the group */
  GtkWidget *add;  /* the row that adds another */
  char *shown;     /* owned: what the rows say */
};

G_DEFINE_FINAL_TYPE (HvServedGroup, hv_served_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HvVolunteer *
get_volunteer (HvServedGroup *self)
{
  return self->roster == NULL ? NULL : hv_roster_find_volunteer (self->roster, self->volunteer);
}

static bool
has_key (HvServedGroup *self, HvId house)
{
  const GPtrArray *ties = hv_roster_list_of (self->roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, self->volunteer);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      if (tie->house == house)
        return tie->key == 1;
    }
  return false;
}

/* --- steps --- */

static void
set_houses (HvServedGroup *self, const GArray *houses)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  if (volunteer == NULL)
    return;
  hv_volunteer_step (GTK_WIDGET (self),
                     hv_person_edit_set_houses (self->roster, volunteer, (const HvId *)houses->data, houses->len,
                                                hv_volunteer_step_source ()),
                     g_strdup_printf (_ ("The houses of %s are changed."), volunteer->name));
}

/* The houses as they are, without one. */
static GArray *
list_without (HvServedGroup *self, HvId house)
{
  GArray *houses = hv_person_edit_list_houses (self->roster, self->volunteer);
  for (guint i = houses->len; i > 0; i--)
    if (g_array_index (houses, HvId, i - 1) == house)
      g_array_remove_index (houses, i - 1);
  return houses;
}

void
hv_served_group_add (HvServedGroup *self, HvId house)
{
  g_return_if_fail (HV_IS_SERVED_GROUP (self) && self->roster != NULL);
  g_autoptr (GArray) houses = list_without (self, house);
  g_array_append_val (houses, house);
  set_houses (self, houses);
}

static HvId
get_house (GtkWidget *widget)
{
  return *(const HvId *)g_object_get_data (G_OBJECT (widget), "house");
}

static void
home_pressed_cb (GtkWidget *button, HvServedGroup *self)
{
  HvId house = get_house (button);
  g_autoptr (GArray) houses = list_without (self, house);
  g_array_prepend_val (houses, house);
  set_houses (self, houses);
}

static void
remove_pressed_cb (GtkWidget *button, HvServedGroup *self)
{
  g_autoptr (GArray) houses = list_without (self, get_house (button));
  set_houses (self, houses);
}

static void
key_toggled_cb (GtkCheckButton *button, HvServedGroup *self)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  HvId house = get_house (GTK_WIDGET (button));
  bool key = gtk_check_button_get_active (button);
  if (volunteer == NULL || key == has_key (self, house))
    return;
  hv_volunteer_step (GTK_WIDGET (self),
                     hv_person_edit_set_key (self->roster, volunteer, house, key, hv_volunteer_step_source ()),
                     g_strdup_printf (key ? _ ("%s has a key.") : _ ("%s has no key any more."), volunteer->name));
}

/* --- rows --- */

static GtkWidget *
prepare_button (GtkWidget *button, HvId house, const char *said)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "house", g_memdup2 (&house, sizeof house), g_free);
  return button;
}

static void
add_key_check (HvServedGroup *self, AdwActionRow *row, const HvHouse *house)
{
  g_autofree char *said = g_strdup_printf (_ ("Has a key: %s"), house->name);
  /* TRANSLATORS: is checked when somebody has a key to a house */
  GtkWidget *button = prepare_button (gtk_check_button_new_with_label (_ ("Key")), house->r.id, said);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), has_key (self, house->r.id));
  g_signal_connect (button, "toggled", G_CALLBACK (key_toggled_cb), self);
  adw_action_row_add_suffix (row, button);
}

static void
add_icon_button (HvServedGroup *self, AdwActionRow *row, const HvHouse *house, const char *icon, const char *said,
                 GCallback pressed)
{
  GtkWidget *button = prepare_button (gtk_button_new_from_icon_name (icon), house->r.id, said);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", pressed, self);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (HvServedGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static AdwActionRow *
add_house_row (HvServedGroup *self, const HvHouse *house, const char *subtitle)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, house->name, subtitle == NULL ? "" : subtitle);
  add_key_check (self, row, house);
  add_row (self, GTK_WIDGET (row));
  return row;
}

static void
add_served (HvServedGroup *self, HvId id, bool home)
{
  const HvHouse *house = hv_roster_find_house (self->roster, id);
  if (house == NULL)
    return;
  AdwActionRow *row = add_house_row (self, house, home ? _ ("home house") : NULL);
  g_autofree char *make_home = g_strdup_printf (_ ("Make %s the home house"), house->name);
  g_autofree char *stop = g_strdup_printf (_ ("Does not help in %s any more"), house->name);
  if (!home)
    add_icon_button (self, row, house, "go-top-symbolic", make_home, G_CALLBACK (home_pressed_cb));
  add_icon_button (self, row, house, "list-remove-symbolic", stop, G_CALLBACK (remove_pressed_cb));
}

/* Keys of houses that they do not serve. */
static void
add_keys_alone (HvServedGroup *self)
{
  const GPtrArray *ties = hv_roster_list_of (self->roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, self->volunteer);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      const HvHouse *house = hv_roster_find_house (self->roster, tie->house);
      if (tie->serves == 0 && tie->key == 1 && house != NULL)
        add_house_row (self, house, _ ("has the key, does not help there"));
    }
}

static void
add_pressed_cb (HvServedGroup *self)
{
  g_signal_emit (self, signals[ADD], 0, self->add);
}

static void
add_adding_row (HvServedGroup *self)
{
  self->add = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Add a House…"), "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_pressed_cb), self);
  add_row (self, self->add);
}

static void
make_rows (HvServedGroup *self)
{
  g_autoptr (GArray) houses = hv_person_edit_list_houses (self->roster, self->volunteer);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < houses->len; i++)
    add_served (self, g_array_index (houses, HvId, i), i == 0);
  add_keys_alone (self);
  add_adding_row (self);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         houses->len == 0 ? _ ("None is chosen: helps in all houses.") : NULL);
}

/* All that the rows are made of, as a text that can be compared. */
static char *
describe (const HvRoster *roster, HvId volunteer)
{
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GINT64_FORMAT, volunteer);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      const HvHouse *house = hv_roster_find_house (roster, tie->house);
      g_string_append_printf (text, " %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %s", tie->r.id, tie->r.ver,
                              house == NULL ? "" : house->name);
    }
  return g_string_free (text, FALSE);
}

void
hv_served_group_show (HvServedGroup *self, const HvRoster *roster, HvId volunteer)
{
  g_return_if_fail (HV_IS_SERVED_GROUP (self));
  g_autoptr (HvRoster) before = self->roster;
  g_autofree char *described = describe (roster, volunteer);
  self->roster = hv_roster_ref (roster);
  self->volunteer = volunteer;
  if (g_strcmp0 (self->shown, described) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&described);
  make_rows (self);
}

/* --- life --- */

static void
hv_served_group_finalize (GObject *object)
{
  HvServedGroup *self = HV_SERVED_GROUP (object);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (hv_served_group_parent_class)->finalize (object);
}

static void
hv_served_group_class_init (HvServedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_served_group_finalize;
  signals[ADD] = g_signal_new ("add", HV_TYPE_SERVED_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               GTK_TYPE_WIDGET);
}

static void
hv_served_group_init (HvServedGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->volunteer = HV_NONE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Houses"));
}
