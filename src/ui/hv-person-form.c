/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-form.h"

#include "hv-aside-layout.h"
#include "hv-day-row.h"
#include "hv-note-row.h"
#include "hv-person-edit.h"
#include "hv-pick-popover.h"
#include "hv-role-group.h"
#include "hv-served-group.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"

struct _HvPersonForm
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *contact;
  HvFieldRow *rows[HV_PERSON_EMAIL + 1]; /* name, phone, e-mail */
  AdwComboRow *language;
  HvNoteRow *note;
  HvFieldRow *from;
  HvFieldRow *until;
  GtkWidget *side; /* beside them */
  HvRoleGroup *roles;
  HvServedGroup *houses;

  HvWindow *window; /* lent: the form is in it; NULL before the first */
  HvId volunteer;
  bool setting;
};

G_DEFINE_FINAL_TYPE (HvPersonForm, hv_person_form, GTK_TYPE_WIDGET)

/* In the order of the choices; the first is the organisation's own. */
static const char *const languages[] = { NULL, "da", "sv", "en" };

static const HvRoster *
get_roster (HvPersonForm *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static const HvVolunteer *
get_volunteer (HvPersonForm *self)
{
  return self->window == NULL ? NULL : hv_roster_find_volunteer (get_roster (self), self->volunteer);
}

/* --- what is shown --- */

static guint
find_language (const char *code)
{
  for (guint i = 1; i < G_N_ELEMENTS (languages) && code != NULL; i++)
    if (g_str_equal (languages[i], code))
      return i;
  return 0;
}

static void
show_fields (HvPersonForm *self, const HvVolunteer *volunteer, bool same)
{
  const char *values[] = { volunteer->name, volunteer->phone, volunteer->email };
  void (*set) (HvFieldRow *, const char *) = same ? hv_field_row_set_value : hv_field_row_reset;
  for (int field = HV_PERSON_NAME; field <= HV_PERSON_EMAIL; field++)
    set (self->rows[field], values[field]);
  if (same)
    hv_note_row_set_value (self->note, volunteer->note);
  else
    hv_note_row_reset (self->note, volunteer->note);
  g_autofree char *from = volunteer->from == HV_NONE ? g_strdup ("") : hv_day_row_format ((HvDay)volunteer->from);
  g_autofree char *until = volunteer->until == HV_NONE ? g_strdup ("") : hv_day_row_format ((HvDay)volunteer->until);
  set (self->from, from);
  set (self->until, until);
  self->setting = true;
  adw_combo_row_set_selected (self->language, find_language (volunteer->language));
  self->setting = false;
}

void
hv_person_form_show (HvPersonForm *self, HvWindow *window, HvId id)
{
  g_return_if_fail (HV_IS_PERSON_FORM (self));
  bool same = self->volunteer == id && self->window == window;
  self->window = window;
  self->volunteer = id;
  const HvVolunteer *volunteer = get_volunteer (self);
  if (volunteer == NULL)
    return;
  show_fields (self, volunteer, same);
  hv_role_group_show (self->roles, get_roster (self), id);
  hv_served_group_show (self->houses, get_roster (self), id);
}

/* --- what is changed --- */

static void
set_field (HvPersonForm *self, HvPersonField field, const char *text)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  g_autoptr (GError) error = NULL;
  if (volunteer == NULL)
    return;
  HvEdit *edit =
      hv_person_edit_set_field (get_roster (self), volunteer, field, text, hv_volunteer_step_source (), &error);
  if (edit == NULL && field <= HV_PERSON_EMAIL)
    hv_field_row_set_error (self->rows[field], error->message);
  hv_volunteer_step (GTK_WIDGET (self), edit, g_strdup_printf (_ ("%s is changed."), volunteer->name));
}

static void
field_entered_cb (HvFieldRow *row, HvPersonForm *self)
{
  for (int field = HV_PERSON_NAME; field <= HV_PERSON_EMAIL; field++)
    if (self->rows[field] == row)
      set_field (self, (HvPersonField)field, hv_field_row_get_text (row));
}

static void
note_entered_cb (HvPersonForm *self)
{
  g_autofree char *text = hv_note_row_dup_text (self->note);
  set_field (self, HV_PERSON_NOTE, text);
}

static void
language_chosen_cb (HvPersonForm *self)
{
  const char *code = languages[adw_combo_row_get_selected (self->language)];
  if (!self->setting)
    set_field (self, HV_PERSON_LANGUAGE, code == NULL ? "" : code);
}

static void
days_entered_cb (HvPersonForm *self)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  g_autoptr (GError) error = NULL;
  gint64 from;
  gint64 until;
  if (volunteer == NULL || !hv_day_row_get (self->from, &from) || !hv_day_row_get (self->until, &until))
    return;
  HvEdit *edit =
      hv_person_edit_set_days (get_roster (self), volunteer, from, until, hv_volunteer_step_source (), &error);
  hv_field_row_set_error (self->until, edit == NULL ? error->message : NULL);
  hv_volunteer_step (GTK_WIDGET (self), edit, g_strdup_printf (_ ("%s is changed."), volunteer->name));
}

static void
role_chosen_cb (HvRoleGroup *group, gint64 role, int level, HvPersonForm *self)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  if (volunteer == NULL)
    return;
  HvEditSource source = hv_volunteer_step_source ();
  HvEdit *edit = level < 0 ? hv_person_edit_drop_role (get_roster (self), volunteer, role, source)
                           : hv_person_edit_set_role (get_roster (self), volunteer, role, (HvLevel)level, source);
  hv_volunteer_step (GTK_WIDGET (self), edit, g_strdup_printf (_ ("The roles of %s are changed."), volunteer->name));
}

static void
house_picked_cb (HvPickPopover *popover, gint64 house, HvPersonForm *self)
{
  hv_served_group_add (self->houses, house);
}

static void
add_house_cb (HvServedGroup *group, GtkWidget *over, HvPersonForm *self)
{
  g_autoptr (GArray) served = hv_person_edit_list_houses (get_roster (self), self->volunteer);
  HvPickPopover *popover =
      hv_pick_popover_open (over, HV_KIND_HOUSE, _ ("Helps in…"), (const HvId *)served->data, served->len);
  if (popover != NULL)
    g_signal_connect_object (popover, "picked", G_CALLBACK (house_picked_cb), self, 0);
}

/* --- life --- */

static bool
check_field_cb (const char *text, gpointer field, GError **error)
{
  g_autofree char *clean = NULL;
  return hv_person_field_clean ((HvPersonField)GPOINTER_TO_INT (field), text, &clean, error);
}

static void
make_field_rows (HvPersonForm *self)
{
  HvLanguage language = hv_text_get_own_language ();
  static const GtkInputPurpose purposes[] = { GTK_INPUT_PURPOSE_NAME, GTK_INPUT_PURPOSE_PHONE,
                                              GTK_INPUT_PURPOSE_EMAIL };
  for (int field = HV_PERSON_NAME; field <= HV_PERSON_EMAIL; field++)
    {
      HvFieldRow *row = HV_FIELD_ROW (hv_field_row_new (hv_person_field_get_title ((HvPersonField)field, language)));
      hv_field_row_set_check (row, check_field_cb, GINT_TO_POINTER (field), NULL);
      hv_field_row_set_purpose (row, purposes[field]);
      g_signal_connect (row, "entered", G_CALLBACK (field_entered_cb), self);
      adw_preferences_group_add (self->contact, GTK_WIDGET (row));
      self->rows[field] = row;
    }
}

static void
make_language_row (HvPersonForm *self)
{
  const char *const names[] = { _ ("As the organisation"), "Dansk", "Svenska", "English", NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  self->language = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Language"), "subtitle",
                                 _ ("Of the calendar and of messages"), "model", list, NULL);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (language_chosen_cb), self);
  adw_preferences_group_add (self->contact, GTK_WIDGET (self->language));
}

static void
make_day_rows (HvPersonForm *self)
{
  self->from = hv_day_row_new (_ ("First day with us"), true);
  self->until = hv_day_row_new (_ ("Last day with us"), true);
  g_signal_connect_swapped (self->from, "entered", G_CALLBACK (days_entered_cb), self);
  g_signal_connect_swapped (self->until, "entered", G_CALLBACK (days_entered_cb), self);
  adw_preferences_group_add (self->contact, GTK_WIDGET (self->from));
  adw_preferences_group_add (self->contact, GTK_WIDGET (self->until));
}

static void
make_note_row (HvPersonForm *self)
{
  self->note = HV_NOTE_ROW (hv_note_row_new (hv_person_field_get_title (HV_PERSON_NOTE, hv_text_get_own_language ()),
                                             _ ("Nothing about health, and no identity numbers.")));
  hv_note_row_set_check (self->note, check_field_cb, GINT_TO_POINTER (HV_PERSON_NOTE));
  g_signal_connect_swapped (self->note, "entered", G_CALLBACK (note_entered_cb), self);
  adw_preferences_group_add (self->contact, GTK_WIDGET (self->note));
}

static void
make_side (HvPersonForm *self)
{
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_valign (self->side, GTK_ALIGN_START);
  self->roles = g_object_new (HV_TYPE_ROLE_GROUP, NULL);
  self->houses = g_object_new (HV_TYPE_SERVED_GROUP, NULL);
  g_signal_connect (self->roles, "chosen", G_CALLBACK (role_chosen_cb), self);
  g_signal_connect (self->houses, "add", G_CALLBACK (add_house_cb), self);
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->roles));
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->houses));
}

static gboolean
hv_person_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HV_PERSON_FORM (widget)->rows[HV_PERSON_NAME]));
}

static void
hv_person_form_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hv_person_form_parent_class)->dispose (object);
}

static void
hv_person_form_class_init (HvPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_person_form_dispose;
  widget_class->grab_focus = hv_person_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, HV_TYPE_ASIDE_LAYOUT);
}

static void
hv_person_form_init (HvPersonForm *self)
{
  self->volunteer = HV_NONE;
  self->contact = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->contact, _ ("Contact"));
  make_field_rows (self);
  make_note_row (self);
  make_language_row (self);
  make_day_rows (self);
  make_side (self);
  gtk_widget_set_parent (GTK_WIDGET (self->contact), GTK_WIDGET (self));
  gtk_widget_set_parent (self->side, GTK_WIDGET (self));
}
