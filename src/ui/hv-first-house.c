/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-first-house.h"

#include "hv-aside-layout.h"
#include "hv-field-row.h"
#include "hv-house-preview.h"
#include "hv-open-days.h"
#include "hv-organisation-edit.h"
#include "hv-plain-row.h"
#include "hv-role-icon.h"
#include "hv-store.h"
#include "hv-ui-text.h"

#define MOST_PEOPLE 40
#define USUAL_HELPERS 3
#define USUAL_OTHERS 1
#define PREVIEW_YEAR 2026 /* any: the preview is of an ordinary week */

typedef struct
{
  HvId id;
  bool serves;
  GtkWidget *row;
  GtkWidget *number;
} Role;

struct _HvFirstHouse
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *mistake;
  HvFieldRow *name;
  AdwComboRow *kind;
  HvOpenDays *days;
  AdwPreferencesGroup *roles;
  GtkSpinButton *visits;
  GtkSpinButton *minutes;
  GtkWidget *country_group;
  AdwComboRow *country;
  HvHousePreview *preview;

  Role role_rows[HV_HOUSE_START_ROLES];
  gsize n_roles;
  HvRoster *roster; /* owned */
  HvId house;       /* that is kept already, or HV_NONE */
  bool changed;
};

G_DEFINE_FINAL_TYPE (HvFirstHouse, hv_first_house, GTK_TYPE_WIDGET)

/* --- the answers --- */

/* What somebody has typed and not yet left counts too. */
static int
get_number (GtkSpinButton *spin)
{
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin);
}

static void
read_role (const Role *role, HvStartRole *answer)
{
  *answer = (HvStartRole){ .role = role->id,
                           .name = role->id == HV_NONE ? hv_field_row_get_text (HV_FIELD_ROW (role->row)) : NULL,
                           .serves = role->serves,
                           .number = get_number (GTK_SPIN_BUTTON (role->number)) };
}

static HvHouseStart
read_answers (HvFirstHouse *self)
{
  HvHouseStart start = { .name = hv_field_row_get_text (self->name), .n_roles = self->n_roles };
  int visits = get_number (self->visits);
  start.kind = adw_combo_row_get_selected (self->kind) == 1 ? HV_HOUSE_KIND_REMOTE : HV_HOUSE_KIND_HOUSE;
  start.country = adw_combo_row_get_selected (self->country) == 1 ? HV_COUNTRY_SE : HV_COUNTRY_DK;
  start.visits = visits == 0 ? HV_NONE : visits;
  start.minutes = get_number (self->minutes);
  hv_open_days_get (self->days, start.open, start.times);
  for (gsize i = 0; i < self->n_roles; i++)
    read_role (&self->role_rows[i], &start.roles[i]);
  return start;
}

HvEdit *
hv_first_house_make_edit (HvFirstHouse *self, GError **error)
{
  g_return_val_if_fail (HV_IS_FIRST_HOUSE (self) && self->roster != NULL, NULL);
  HvHouseStart start = read_answers (self);
  const HvHouse *house = self->house == HV_NONE ? NULL : hv_roster_find_house (self->roster, self->house);
  return hv_house_start_make (self->roster, house, &start, hv_store_new_edit_source (), error);
}

bool
hv_first_house_is_named (HvFirstHouse *self)
{
  g_return_val_if_fail (HV_IS_FIRST_HOUSE (self), false);
  g_autofree char *name = g_strdup (hv_field_row_get_text (self->name));
  return g_strstrip (name)[0] != '\0';
}

bool
hv_first_house_is_changed (HvFirstHouse *self)
{
  g_return_val_if_fail (HV_IS_FIRST_HOUSE (self), false);
  return self->changed;
}

void
hv_first_house_say (HvFirstHouse *self, const char *mistake)
{
  g_return_if_fail (HV_IS_FIRST_HOUSE (self));
  gtk_label_set_text (self->mistake, mistake == NULL ? "" : mistake);
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), mistake != NULL);
}

/* --- what it will be like --- */

/* A house without a name yet can be looked at too. */
static void
show_preview (HvFirstHouse *self)
{
  g_autoptr (GError) error = NULL;
  HvHouseStart start = read_answers (self);
  if (!hv_first_house_is_named (self))
    start.name = _ ("Your house");
  g_autoptr (HvRoster) preview =
      hv_house_start_preview (self->roster, &start, PREVIEW_YEAR, hv_store_new_edit_source ());
  if (preview == NULL)
    {
      g_autoptr (HvEdit) refused =
          hv_house_start_make (self->roster, NULL, &start, hv_store_new_edit_source (), &error);
    }
  hv_house_preview_show (self->preview, preview, error == NULL ? NULL : error->message);
}

static void
changed_cb (HvFirstHouse *self)
{
  if (self->roster == NULL)
    return;
  self->changed = true;
  hv_first_house_say (self, NULL);
  show_preview (self);
}

/* --- roles --- */

static bool
check_name (const char *text, gpointer data, GError **error)
{
  g_autofree char *clean = NULL;
  return text[0] == '\0' || hv_house_edit_clean (HV_HOUSE_NAME, text, &clean, error);
}

static GtkWidget *
make_number (HvFirstHouse *self, int number)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_PEOPLE, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), number);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (changed_cb), self);
  return spin;
}

static void
add_row (HvFirstHouse *self, HvId id, bool serves, GtkWidget *row, GtkWidget *number)
{
  self->role_rows[self->n_roles++] = (Role){ id, serves, row, number };
  adw_preferences_group_add (self->roles, row);
}

/* A role that is there already: its row names the number. */
static void
add_role (HvFirstHouse *self, const HvRole *role, int number)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "icon-name", hv_role_get_icon_name (role), "title-lines", 1,
                                 "focusable", FALSE, NULL);
  hv_plain_row_set_texts (row, role->name, NULL);
  GtkWidget *spin = make_number (self, number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  add_row (self, role->r.id, role->serves == 1, row, spin);
}

/* One that gets its name here. */
static void
add_new_role (HvFirstHouse *self, const char *title, const char *name, bool serves, int number)
{
  g_autofree char *said = g_strdup_printf (_ ("%s: at least this many"), title);
  GtkWidget *row = hv_field_row_new (title);
  GtkWidget *spin = make_number (self, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  hv_field_row_reset (HV_FIELD_ROW (row), name);
  hv_field_row_set_check (HV_FIELD_ROW (row), check_name, NULL, NULL);
  hv_field_row_add_suffix (HV_FIELD_ROW (row), spin);
  g_signal_connect_swapped (row, "typed", G_CALLBACK (changed_cb), self);
  add_row (self, HV_NONE, serves, row, spin);
}

/* How many people of a role were asked for so far: by its id, else by its place in the list. */
static int
find_number (const HvStartRole *before, gsize n_before, const HvRole *role, gsize at)
{
  for (gsize i = 0; i < n_before; i++)
    if (before[i].role == role->r.id)
      return before[i].number;
  if (n_before > 0)
    return at < n_before && before[at].role == HV_NONE ? before[at].number : 0;
  return at == 0 ? USUAL_HELPERS : at == 1 ? USUAL_OTHERS : 0;
}

static void
show_roles (HvFirstHouse *self)
{
  HvStartRole before[HV_HOUSE_START_ROLES];
  gsize n_before = self->n_roles;
  for (gsize i = 0; i < n_before; i++)
    read_role (&self->role_rows[i], &before[i]);
  for (gsize i = 0; i < n_before; i++)
    adw_preferences_group_remove (self->roles, self->role_rows[i].row);
  self->n_roles = 0;

  const GPtrArray *roles = hv_roster_list (self->roster, HV_KIND_ROLE);
  for (guint i = 0; i < MIN (roles->len, HV_HOUSE_START_ROLES); i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      add_role (self, role, find_number (before, n_before, role, i));
    }
  if (roles->len > 0)
    return;
  /* TRANSLATORS: over the name of a role, in a form: people with it help the visitors */
  add_new_role (self, _ ("Helps visitors"), _ ("IT help"), true, USUAL_HELPERS);
  /* TRANSLATORS: over the name of a role, in a form: people with it do something else, coffee say */
  add_new_role (self, _ ("Does something else"), _ ("Coffee host"), false, USUAL_OTHERS);
}

/* --- which house --- */

static void
take_roster (HvFirstHouse *self, const HvRoster *roster)
{
  HvRoster *taken = hv_roster_ref (roster);
  g_clear_pointer (&self->roster, hv_roster_unref);
  self->roster = taken;
  show_roles (self);
  gtk_widget_set_visible (self->country_group, hv_roster_list (roster, HV_KIND_ORGANISATION)->len == 0);
}

/* Another house is open on other days: at the same time, most likely. */
static void
begin_days (HvFirstHouse *self, bool first)
{
  bool open[7];
  HvTimes times[7];
  hv_open_days_get (self->days, open, times);
  HvTimes usual = times[0];
  for (int i = 6; i >= 0; i--)
    if (open[i])
      usual = times[i];
  for (int i = 0; i < 7; i++)
    {
      times[i] = usual;
      open[i] = first && i == 0;
    }
  hv_open_days_set (self->days, open, times);
}

void
hv_first_house_begin (HvFirstHouse *self, const HvRoster *roster)
{
  g_return_if_fail (HV_IS_FIRST_HOUSE (self));
  bool first = hv_roster_list (roster, HV_KIND_HOUSE)->len == 0;
  self->house = HV_NONE;
  hv_field_row_reset (self->name, "");
  gtk_label_set_text (self->title, first ? _ ("Your first house") : _ ("One more house"));
  take_roster (self, roster);
  begin_days (self, first);
  gtk_spin_button_set_value (self->visits, 0);
  hv_first_house_say (self, NULL);
  show_preview (self);
  self->changed = false;
}

void
hv_first_house_kept (HvFirstHouse *self, const HvRoster *roster, HvId house)
{
  g_return_if_fail (HV_IS_FIRST_HOUSE (self));
  self->house = hv_roster_find_house (roster, house) == NULL ? HV_NONE : house;
  take_roster (self, roster);
  self->changed = self->house == HV_NONE;
}

/* --- life --- */

static gboolean
hv_first_house_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HV_FIRST_HOUSE (widget)->name));
}

static void
hv_first_house_dispose (GObject *object)
{
  HvFirstHouse *self = HV_FIRST_HOUSE (object);
  g_clear_pointer (&self->roster, hv_roster_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_FIRST_HOUSE);
  G_OBJECT_CLASS (hv_first_house_parent_class)->dispose (object);
}

static void
hv_first_house_class_init (HvFirstHouseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_first_house_dispose;
  widget_class->grab_focus = hv_first_house_grab_focus;
  g_type_ensure (HV_TYPE_ASIDE_LAYOUT);
  g_type_ensure (HV_TYPE_FIELD_ROW);
  g_type_ensure (HV_TYPE_HOUSE_PREVIEW);
  g_type_ensure (HV_TYPE_OPEN_DAYS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-first-house.ui");
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, box);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, title);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, mistake);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, name);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, kind);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, days);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, roles);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, visits);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, minutes);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, country_group);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, country);
  gtk_widget_class_bind_template_child (widget_class, HvFirstHouse, preview);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
hv_first_house_init (HvFirstHouse *self)
{
  static const bool closed[7] = { false };
  HvTimes times[7];
  for (int i = 0; i < 7; i++)
    times[i] = (HvTimes){ 10 * 60, 13 * 60 };
  self->house = HV_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  hv_open_days_set (self->days, closed, times);
  hv_field_row_set_title (self->name, _ ("Name"));
  hv_field_row_set_check (self->name, check_name, NULL, NULL);
  g_signal_connect_swapped (self->name, "typed", G_CALLBACK (changed_cb), self);
  adw_combo_row_set_selected (self->country,
                              hv_organisation_edit_guess_country (hv_text_get_own_language ()) == HV_COUNTRY_SE);
}
