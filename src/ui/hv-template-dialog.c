/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-template-dialog.h"

#include "hv-all-weeks.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-house-edit.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-ui-text.h"

#define N_WEEKS 27 /* to choose from: half a year */
#define MOST_PEOPLE 40

/* In the order of the choices. */
static const HvRepeat repeats[] = { HV_REPEAT_EVERY, HV_REPEAT_EVEN, HV_REPEAT_ODD };

struct _HvTemplateDialog
{
  HvFormDialog parent_instance;

  AdwComboRow *role; /* each role, then another */
  HvFieldRow *fields[HV_N_TEMPLATE_FIELDS];
  GtkSwitch *serves;
  GtkWidget *serves_row;
  AdwComboRow *weekday;
  GtkSpinButton *minimum;
  GtkSpinButton *fixed; /* 0: as many as the visitors need */
  AdwComboRow *repeat;
  AdwComboRow *from;

  HvRoster *everything; /* owned; NULL until it is loaded */
  HvId house;
  HvId tmpl; /* HV_NONE: a new one */
};

G_DEFINE_FINAL_TYPE (HvTemplateDialog, hv_template_dialog, HV_TYPE_FORM_DIALOG)

static const HvRoster *
get_roster (HvTemplateDialog *self)
{
  return hv_form_dialog_get_roster (HV_FORM_DIALOG (self));
}

static HvWorkspace *
get_workspace (HvTemplateDialog *self)
{
  return hv_window_get_workspace (hv_form_dialog_get_window (HV_FORM_DIALOG (self)));
}

bool
hv_template_dialog_is_ready (HvTemplateDialog *self)
{
  g_return_val_if_fail (HV_IS_TEMPLATE_DIALOG (self), false);
  return self->everything != NULL;
}

HvFieldRow *
hv_template_dialog_get_field (HvTemplateDialog *self, HvTemplateField field)
{
  g_return_val_if_fail (HV_IS_TEMPLATE_DIALOG (self) && field < HV_N_TEMPLATE_FIELDS, NULL);
  return self->fields[field];
}

/* --- reading the form --- */

static HvWeek
get_from (HvTemplateDialog *self)
{
  return hv_week_add (hv_workspace_get_this_week (get_workspace (self)), (int)adw_combo_row_get_selected (self->from));
}

/* HV_NONE: one that is not there yet. */
static HvId
get_role (HvTemplateDialog *self)
{
  const GPtrArray *roles = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  guint chosen = adw_combo_row_get_selected (self->role);
  return chosen < roles->len ? ((const HvRole *)g_ptr_array_index (roles, chosen))->r.id : HV_NONE;
}

static bool
parse_time (HvFieldRow *row, int *ret_minute, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (hv_field_row_get_text (row)));
  return hv_time_parse (text, ret_minute, error);
}

/* A night ends on the next day. */
static bool
read_facts (HvTemplateDialog *self, HvTemplateFacts *ret_facts, GError **error)
{
  const HvTemplate *tmpl = hv_roster_find (self->everything, HV_KIND_TEMPLATE, self->tmpl);
  HvTemplateFacts facts = { .wanted = HV_NONE, .maximum = HV_NONE, .n = HV_NONE, .since = HV_NONE };
  if (tmpl != NULL)
    facts = hv_house_edit_get_facts (tmpl);
  int fixed = gtk_spin_button_get_value_as_int (self->fixed);
  facts.role = get_role (self);
  facts.weekday = (int)adw_combo_row_get_selected (self->weekday) + 1;
  facts.minimum = gtk_spin_button_get_value_as_int (self->minimum);
  facts.wanted = fixed == 0 ? HV_NONE : fixed;
  facts.repeat = repeats[MIN (adw_combo_row_get_selected (self->repeat), G_N_ELEMENTS (repeats) - 1)];
  if (!parse_time (self->fields[HV_TEMPLATE_START], &facts.times.start, error)
      || !parse_time (self->fields[HV_TEMPLATE_END], &facts.times.end, error))
    return false;
  if (facts.times.end <= facts.times.start && facts.times.start >= 12 * 60 && facts.times.end < 12 * 60)
    facts.times.end += HV_MINUTES_PER_DAY;
  *ret_facts = facts;
  return true;
}

static bool
clean_role_name (const char *text, char **ret_clean, GError **error)
{
  g_autofree char *clean = hv_name_clean (text, error);
  if (clean == NULL || !hv_identity_check (_ ("Name of the role"), clean, error))
    return false;
  *ret_clean = g_steal_pointer (&clean);
  return true;
}

static HvEdit *
add_role_too (HvTemplateDialog *self, HvEdit *edit, GError **error)
{
  g_autoptr (HvEdit) whole = edit;
  g_autofree char *name = NULL;
  if (whole == NULL || get_role (self) != HV_NONE)
    return g_steal_pointer (&whole);
  if (!clean_role_name (hv_field_row_get_text (self->fields[HV_TEMPLATE_NAME]), &name, error))
    return NULL;
  HvId tmpl = ((const HvRecord *)g_array_index (whole->puts, HvPut, 0).record)->id;
  HvRole *role = hv_edit_add (whole, HV_KIND_ROLE);
  role->name = g_steal_pointer (&name);
  role->serves = gtk_switch_get_active (self->serves);
  role->position = hv_roster_list (self->everything, HV_KIND_ROLE)->len;
  HvId id = role->r.id;
  ((HvTemplate *)hv_edit_find (whole, self->everything, HV_KIND_TEMPLATE, tmpl))->role = id;
  return g_steal_pointer (&whole);
}

static HvEdit *
make_edit (HvTemplateDialog *self, GError **error)
{
  HvTemplateFacts facts;
  if (!read_facts (self, &facts, error))
    return NULL;
  const HvHouse *house = hv_roster_find_house (self->everything, self->house);
  const HvTemplate *tmpl = hv_roster_find (self->everything, HV_KIND_TEMPLATE, self->tmpl);
  HvEditSource source = hv_store_new_edit_source ();
  if (tmpl != NULL)
    return hv_house_edit_change_template (self->everything, tmpl, &facts, get_from (self), source, error);
  if (house == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, _ ("This house is gone"));
      return NULL;
    }
  HvEdit *edit = hv_house_edit_add_template (self->everything, house, &facts, get_from (self), source, error);
  return add_role_too (self, edit, error);
}

static char *
say_saved (HvTemplateDialog *self, const char *what)
{
  HvLanguage language = hv_text_get_own_language ();
  HvWeek from = get_from (self);
  g_autofree char *week = hv_format_weeks (&from, 1, hv_week_get_year (from), language);
  /* TRANSLATORS: what was done; “week 19” */
  return g_strdup_printf (_ ("%s from %s on"), what, week);
}

static HvEdit *
hv_template_dialog_make_edit (HvFormDialog *dialog, char **ret_sentence, GError **error)
{
  HvTemplateDialog *self = HV_TEMPLATE_DIALOG (dialog);
  g_return_val_if_fail (self->everything != NULL, NULL);
  HvEdit *edit = make_edit (self, error);
  if (edit != NULL)
    *ret_sentence = say_saved (self, _ ("Changed"));
  return edit;
}

static HvEdit *
hv_template_dialog_make_removal (HvFormDialog *dialog, char **ret_sentence, GError **error)
{
  HvTemplateDialog *self = HV_TEMPLATE_DIALOG (dialog);
  const HvTemplate *tmpl = hv_roster_find (self->everything, HV_KIND_TEMPLATE, self->tmpl);
  if (tmpl == NULL)
    return hv_workspace_begin (get_workspace (self), "template");
  *ret_sentence = say_saved (self, _ ("Ended"));
  return hv_house_edit_end_template (self->everything, tmpl, get_from (self), hv_store_new_edit_source ());
}

/* --- what it comes to --- */

static char *
say_changes (HvTemplateDialog *self, const HvEdit *edit)
{
  int changed;
  int removed;
  hv_house_edit_count_shifts (edit, &changed, &removed);
  HvWeek from = get_from (self);
  g_autofree char *week = hv_format_weeks (&from, 1, hv_week_get_year (from), hv_text_get_own_language ());
  if (changed == 0)
    /* TRANSLATORS: %s is “week 19” */
    return g_strdup_printf (_ ("From %s on. Nothing that is planned already changes."), week);
  /* TRANSLATORS: “week 19”, a number */
  return g_strdup_printf (hv_own_ntext ("From %s on. %d planned shift changes; whoever stands on it stays.",
                                        "From %s on. %d planned shifts change; whoever stands on them stays.",
                                        (gulong)changed),
                          week, changed);
}

/* What taking it away would do, beside what changing it does. */
static char *
say_ending (HvTemplateDialog *self)
{
  const HvTemplate *tmpl = hv_roster_find (self->everything, HV_KIND_TEMPLATE, self->tmpl);
  if (tmpl == NULL)
    return NULL;
  g_autoptr (HvEdit) edit =
      hv_house_edit_end_template (self->everything, tmpl, get_from (self), hv_store_new_edit_source ());
  int changed;
  int removed;
  hv_house_edit_count_shifts (edit, &changed, &removed);
  g_autofree char *gone = g_strdup_printf (
      hv_own_ntext ("Ending it takes %d empty shift away.", "Ending it takes %d empty shifts away.", (gulong)removed),
      removed);
  return edit->warnings->len == 0
             ? g_steal_pointer (&gone)
             : g_strdup_printf ("%s %s", gone, g_array_index (edit->warnings, HvWarning, 0).message);
}

static bool
is_said (HvTemplateDialog *self)
{
  for (int field = 0; field < HV_N_TEMPLATE_FIELDS; field++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->fields[field]))
        && hv_field_row_get_error (self->fields[field]) != NULL)
      return true;
  return false;
}

static void
update (HvTemplateDialog *self)
{
  if (self->everything == NULL)
    {
      hv_form_dialog_set_status (HV_FORM_DIALOG (self), _ ("Looking what is planned…"), true);
      return;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = make_edit (self, &error);
  if (edit == NULL)
    {
      hv_form_dialog_set_status (HV_FORM_DIALOG (self), is_said (self) ? NULL : error->message, true);
      return;
    }
  g_autofree char *changes = say_changes (self, edit);
  g_autofree char *ending = say_ending (self);
  g_autofree char *both = ending == NULL ? g_strdup (changes) : g_strdup_printf ("%s\n%s", changes, ending);
  hv_form_dialog_set_status (HV_FORM_DIALOG (self), both, false);
}

static void
role_chosen_cb (HvTemplateDialog *self)
{
  bool other = hv_form_dialog_get_window (HV_FORM_DIALOG (self)) != NULL && get_role (self) == HV_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->fields[HV_TEMPLATE_NAME]), other);
  gtk_widget_set_visible (self->serves_row, other);
  if (hv_form_dialog_get_window (HV_FORM_DIALOG (self)) != NULL)
    update (self);
}

/* --- everything that is planned --- */

/* The dialog may be closed by then. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree HvTemplateDialog **weak = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) everything = hv_all_weeks_load_finish (HV_WORKSPACE (source), result, &error);
  HvTemplateDialog *self = *weak;
  g_clear_weak_pointer (weak);
  if (self == NULL)
    return;
  self->everything = g_steal_pointer (&everything);
  if (error != NULL)
    hv_form_dialog_set_status (HV_FORM_DIALOG (self), error->message, true);
  else
    update (self);
}

static void
load (HvTemplateDialog *self)
{
  HvTemplateDialog **weak = g_new0 (HvTemplateDialog *, 1);
  g_set_weak_pointer (weak, self);
  hv_all_weeks_load_async (get_workspace (self), loaded_cb, weak);
}

/* --- building --- */

static bool
check_time_cb (const char *text, gpointer data, GError **error)
{
  int minute;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  return hv_time_parse (stripped, &minute, error);
}

static bool
check_name_cb (const char *text, gpointer data, GError **error)
{
  g_autofree char *clean = NULL;
  return clean_role_name (text, &clean, error);
}

static AdwComboRow *
add_choice (HvTemplateDialog *self, AdwPreferencesGroup *group, const char *title)
{
  AdwComboRow *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, NULL);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static void
add_field (HvTemplateDialog *self, AdwPreferencesGroup *group, HvTemplateField field, const char *title,
           HvFieldCheck check)
{
  HvFieldRow *row = HV_FIELD_ROW (hv_field_row_new (title));
  hv_field_row_set_check (row, check, NULL, NULL);
  g_signal_connect_swapped (row, "typed", G_CALLBACK (update), self);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  self->fields[field] = row;
}

static GtkSpinButton *
add_number (HvTemplateDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_PEOPLE, 1);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (update), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_serves (HvTemplateDialog *self, AdwPreferencesGroup *group)
{
  self->serves = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, "active", TRUE, NULL);
  self->serves_row =
      g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Helps visitors"), "activatable-widget", self->serves, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->serves_row), GTK_WIDGET (self->serves));
  adw_preferences_group_add (group, self->serves_row);
}

static void
fill_choices (HvTemplateDialog *self)
{
  HvLanguage language = hv_text_get_own_language ();
  HvWeek this_week = hv_workspace_get_this_week (get_workspace (self));
  const char *const names[] = { _ ("Every week"), _ ("Even weeks"), _ ("Odd weeks"), NULL };
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) weekdays = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) weeks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) every = gtk_string_list_new (names);
  const GPtrArray *all = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  for (guint i = 0; i < all->len; i++)
    gtk_string_list_append (roles, ((const HvRole *)g_ptr_array_index (all, i))->name);
  if (self->tmpl == HV_NONE)
    gtk_string_list_append (roles, _ ("Another role…"));
  for (int weekday = 1; weekday <= 7; weekday++)
    gtk_string_list_append (weekdays, hv_format_weekday (weekday, language));
  for (int i = 0; i < N_WEEKS; i++)
    gtk_string_list_take (weeks, hv_format_week (hv_week_add (this_week, i), hv_week_get_year (this_week), language));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (roles));
  adw_combo_row_set_model (self->weekday, G_LIST_MODEL (weekdays));
  adw_combo_row_set_model (self->repeat, G_LIST_MODEL (every));
  adw_combo_row_set_model (self->from, G_LIST_MODEL (weeks));
}

/* A new one has the hours of the first weekday that the house opens. */
static HvTemplateFacts
find_first_facts (HvTemplateDialog *self)
{
  HvTemplateFacts facts = { .weekday = 1, .times = { 600, 780 }, .minimum = 1, .wanted = HV_NONE };
  HvWeek week = hv_workspace_get_this_week (get_workspace (self));
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autoptr (GPtrArray) hours = hv_house_edit_list_hours (get_roster (self), self->house, weekday, week);
      if (hours->len == 0)
        continue;
      const HvHours *first = g_ptr_array_index (hours, 0);
      facts.weekday = weekday;
      facts.times = (HvTimes){ (int)first->start, (int)first->end };
      break;
    }
  return facts;
}

static void
fill (HvTemplateDialog *self, const HvTemplateFacts *facts)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *start = hv_format_clock (facts->times.start, language);
  g_autofree char *end = hv_format_clock (facts->times.end % HV_MINUTES_PER_DAY, language);
  const GPtrArray *roles = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  for (guint i = 0; i < roles->len; i++)
    if (((const HvRole *)g_ptr_array_index (roles, i))->r.id == facts->role)
      adw_combo_row_set_selected (self->role, i);
  adw_combo_row_set_selected (self->weekday, (guint)facts->weekday - 1);
  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    if (repeats[i] == facts->repeat)
      adw_combo_row_set_selected (self->repeat, i);
  hv_field_row_reset (self->fields[HV_TEMPLATE_NAME], "");
  hv_field_row_reset (self->fields[HV_TEMPLATE_START], start);
  hv_field_row_reset (self->fields[HV_TEMPLATE_END], end);
  gtk_spin_button_set_value (self->minimum, (double)facts->minimum);
  gtk_spin_button_set_value (self->fixed, facts->wanted == HV_NONE ? 0 : (double)facts->wanted);
}

void
hv_template_dialog_set_minimum (HvTemplateDialog *self, int minimum)
{
  g_return_if_fail (HV_IS_TEMPLATE_DIALOG (self));
  gtk_spin_button_set_value (self->minimum, minimum);
}

void
hv_template_dialog_set_from (HvTemplateDialog *self, HvWeek week)
{
  g_return_if_fail (HV_IS_TEMPLATE_DIALOG (self));
  int weeks = (week.monday - hv_workspace_get_this_week (get_workspace (self)).monday) / 7;
  adw_combo_row_set_selected (self->from, (guint)CLAMP (weeks, 0, N_WEEKS - 1));
}

static void
hv_template_dialog_finalize (GObject *object)
{
  g_clear_pointer (&HV_TEMPLATE_DIALOG (object)->everything, hv_roster_unref);
  G_OBJECT_CLASS (hv_template_dialog_parent_class)->finalize (object);
}

static void
hv_template_dialog_class_init (HvTemplateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_template_dialog_finalize;
  HV_FORM_DIALOG_CLASS (klass)->make_edit = hv_template_dialog_make_edit;
  HV_FORM_DIALOG_CLASS (klass)->make_removal = hv_template_dialog_make_removal;
}

static void
connect (HvTemplateDialog *self)
{
  g_signal_connect_swapped (self->role, "notify::selected", G_CALLBACK (role_chosen_cb), self);
  g_signal_connect_swapped (self->weekday, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->repeat, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->from, "notify::selected", G_CALLBACK (update), self);
}

static void
hv_template_dialog_init (HvTemplateDialog *self)
{
  AdwPreferencesGroup *what = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *when = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->from = add_choice (self, when, _ ("Counts from"));
  self->role = add_choice (self, what, _ ("Role"));
  add_field (self, what, HV_TEMPLATE_NAME, _ ("Name of the role"), check_name_cb);
  add_serves (self, what);
  self->weekday = add_choice (self, what, _ ("Weekday"));
  add_field (self, what, HV_TEMPLATE_START, _ ("Begins"), check_time_cb);
  add_field (self, what, HV_TEMPLATE_END, _ ("Ends"), check_time_cb);
  self->minimum = add_number (self, what, _ ("At least"), _ ("The visitors may need more"));
  self->fixed = add_number (self, what, _ ("A fixed number"), _ ("0: as many as the visitors need"));
  self->repeat = add_choice (self, what, _ ("Comes back"));
  hv_form_dialog_add (HV_FORM_DIALOG (self), GTK_WIDGET (when));
  hv_form_dialog_add (HV_FORM_DIALOG (self), GTK_WIDGET (what));
}

HvTemplateDialog *
hv_template_dialog_new (HvWindow *window, HvId house, HvId id)
{
  HvTemplateDialog *self = g_object_new (HV_TYPE_TEMPLATE_DIALOG, NULL);
  hv_form_dialog_set_window (HV_FORM_DIALOG (self), window);
  const HvTemplate *tmpl = hv_roster_find (get_roster (self), HV_KIND_TEMPLATE, id);
  self->house = house;
  self->tmpl = tmpl == NULL ? HV_NONE : id;
  HvTemplateFacts facts = tmpl == NULL ? find_first_facts (self) : hv_house_edit_get_facts (tmpl);
  gtk_window_set_title (GTK_WINDOW (self), tmpl == NULL ? _ ("New shift") : _ ("Change the shift"));
  if (tmpl != NULL)
    hv_form_dialog_offer_removal (HV_FORM_DIALOG (self), _ ("End From That Week On"));
  fill_choices (self);
  fill (self, &facts);
  connect (self);
  role_chosen_cb (self);
  load (self);
  return self;
}
