/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-date-dialog.h"

#include "hv-day-edit.h"
#include "hv-day-row.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-opening-edit.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

#include <math.h>

struct _HvDateDialog
{
  HvFormDialog parent_instance;

  HvFieldRow *fields[HV_N_DATE_FIELDS];
  AdwPreferencesGroup *roles;
  GPtrArray *spins; /* GtkSpinButton, lent, in the order of the roles */

  HvRoster *everything; /* owned */
  HvId house;
  HvId opening; /* HV_NONE: a new one */
};

G_DEFINE_FINAL_TYPE (HvDateDialog, hv_date_dialog, HV_TYPE_FORM_DIALOG)

static const HvRoster *
get_roster (HvDateDialog *self)
{
  return self->everything;
}

static const char *
get_text (HvDateDialog *self, HvDateField field)
{
  return hv_field_row_get_text (self->fields[field]);
}

HvFieldRow *
hv_date_dialog_get_field (HvDateDialog *self, HvDateField field)
{
  g_return_val_if_fail (HV_IS_DATE_DIALOG (self) && field < HV_N_DATE_FIELDS, NULL);
  return self->fields[field];
}

/* --- reading the form --- */

static bool
parse_time (const char *text, int *ret_minute, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  return hv_time_parse (stripped, ret_minute, error);
}

static bool
parse_guests (const char *text, gint64 *ret_guests, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  *ret_guests = HV_NONE;
  if (stripped[0] == '\0' || g_ascii_string_to_signed (stripped, 10, 0, 100000, ret_guests, NULL))
    return true;
  g_autofree char *quoted = hv_error_quote (text);
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, _ ("%s is no number of guests. Write a whole number, such as 60."),
               quoted);
  return false;
}

/* An evening may end past midnight. */
static bool
read_facts (HvDateDialog *self, HvOpeningFacts *ret_facts, GError **error)
{
  HvOpeningFacts facts = { .address = get_text (self, HV_DATE_ADDRESS) };
  if (!hv_day_parse_loose (get_text (self, HV_DATE_DAY), &facts.day, error)
      || !parse_time (get_text (self, HV_DATE_START), &facts.times.start, error)
      || !parse_time (get_text (self, HV_DATE_END), &facts.times.end, error)
      || !parse_guests (get_text (self, HV_DATE_GUESTS), &facts.guests, error))
    return false;
  if (facts.times.end <= facts.times.start && facts.times.start >= 12 * 60 && facts.times.end < 12 * 60)
    facts.times.end += HV_MINUTES_PER_DAY;
  *ret_facts = facts;
  return true;
}

static GArray *
read_numbers (HvDateDialog *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (HvRoleNumber));
  const GPtrArray *roles = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  for (guint i = 0; i < self->spins->len && i < roles->len; i++)
    {
      HvRoleNumber number = { ((const HvRole *)g_ptr_array_index (roles, i))->r.id,
                              gtk_spin_button_get_value_as_int (g_ptr_array_index (self->spins, i)) };
      g_array_append_val (numbers, number);
    }
  return numbers;
}

static HvEdit *
make_edit (HvDateDialog *self, GError **error)
{
  HvOpeningFacts facts;
  const HvRoster *roster = get_roster (self);
  const HvHouse *house = hv_roster_find_house (roster, self->house);
  const HvOpening *opening = hv_roster_find_opening (roster, self->opening);
  g_autoptr (GArray) numbers = read_numbers (self);
  if (!read_facts (self, &facts, error))
    return NULL;
  if (house == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, _ ("This house is gone"));
      return NULL;
    }
  const HvRoleNumber *list = (const HvRoleNumber *)numbers->data;
  return opening == NULL
             ? hv_opening_edit_add (roster, house, &facts, list, numbers->len, hv_store_new_edit_source (), error)
             : hv_opening_edit_change (roster, opening, &facts, list, numbers->len, hv_store_new_edit_source (), error);
}

static HvEdit *
hv_date_dialog_make_edit (HvFormDialog *dialog, char **ret_sentence, GError **error)
{
  HvDateDialog *self = HV_DATE_DIALOG (dialog);
  HvEdit *edit = make_edit (self, error);
  HvOpeningFacts facts;
  if (edit == NULL || !read_facts (self, &facts, NULL))
    return edit;
  g_autofree char *day = hv_format_day (facts.day, hv_text_get_own_language ());
  /* TRANSLATORS: %s is a weekday and a date */
  *ret_sentence =
      self->opening == HV_NONE ? g_strdup_printf (_ ("%s is added"), day) : g_strdup_printf (_ ("%s is changed"), day);
  return edit;
}

static HvEdit *
hv_date_dialog_make_removal (HvFormDialog *dialog, char **ret_sentence, GError **error)
{
  HvDateDialog *self = HV_DATE_DIALOG (dialog);
  const HvOpening *opening = hv_roster_find_opening (get_roster (self), self->opening);
  if (opening == NULL)
    return hv_workspace_begin (hv_window_get_workspace (hv_form_dialog_get_window (dialog)), "opening");
  HvEdit *edit = hv_opening_edit_remove (get_roster (self), opening, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return NULL;
  g_autofree char *day = hv_format_day (hv_opening_get_day (opening), hv_text_get_own_language ());
  g_autofree char *gone = g_strdup_printf (_ ("%s is taken away."), day);
  *ret_sentence = edit->warnings->len == 0
                      ? g_steal_pointer (&gone)
                      : g_strdup_printf ("%s %s", gone, g_array_index (edit->warnings, HvWarning, 0).message);
  return edit;
}

/* --- what it comes to --- */

/* One host per so many guests: as the calculation will. */
static char *
say_helpers (HvDateDialog *self, const HvOpeningFacts *facts)
{
  const HvHouse *house = hv_roster_find_house (get_roster (self), self->house);
  if (house == NULL || house->guests_per == HV_NONE || facts->guests == HV_NONE || facts->guests == 0)
    return NULL;
  int helpers = (int)ceil ((double)facts->guests / (double)house->guests_per);
  return g_strdup_printf (hv_own_ntext ("%d guests, one helper per %d: %d helper",
                                        "%d guests, one helper per %d: %d helpers", (gulong)helpers),
                          (int)facts->guests, (int)house->guests_per, helpers);
}

static bool
is_said (HvDateDialog *self)
{
  for (int field = 0; field < HV_N_DATE_FIELDS; field++)
    if (hv_field_row_get_error (self->fields[field]) != NULL)
      return true;
  return false;
}

static void
update (HvDateDialog *self)
{
  g_autoptr (GError) error = NULL;
  HvOpeningFacts facts;
  g_autoptr (HvEdit) edit = make_edit (self, &error);
  bool complete = get_text (self, HV_DATE_DAY)[0] != '\0';
  g_autofree char *helpers = edit != NULL && read_facts (self, &facts, NULL) ? say_helpers (self, &facts) : NULL;
  const char *wrong = edit == NULL && complete && !is_said (self) ? error->message : NULL;
  hv_form_dialog_set_status (HV_FORM_DIALOG (self), wrong != NULL ? wrong : helpers, edit == NULL);
}

/* --- building --- */

static bool
check_time_cb (const char *text, gpointer data, GError **error)
{
  int minute;
  return parse_time (text, &minute, error);
}

static bool
check_text_cb (const char *text, gpointer data, GError **error)
{
  return hv_day_edit_check_text (HV_DAY_ADDRESS, text, error);
}

static bool
check_guests_cb (const char *text, gpointer data, GError **error)
{
  gint64 guests;
  return parse_guests (text, &guests, error);
}

static void
add_field (HvDateDialog *self, AdwPreferencesGroup *group, HvDateField field, HvFieldRow *row)
{
  g_signal_connect_swapped (row, "typed", G_CALLBACK (update), self);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  self->fields[field] = row;
}

static HvFieldRow *
make_row (const char *title, HvFieldCheck check)
{
  HvFieldRow *row = HV_FIELD_ROW (hv_field_row_new (title));
  hv_field_row_set_check (row, check, NULL, NULL);
  return row;
}

static void
add_role (HvDateDialog *self, const HvRole *role, gint64 minimum)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, role->name, NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 40, 1);
  g_autofree char *name = g_strdup_printf (_ ("%s: at least this many"), role->name);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double)minimum);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (self->roles, row);
  g_ptr_array_add (self->spins, spin);
}

void
hv_date_dialog_set_number (HvDateDialog *self, HvId role, int minimum)
{
  g_return_if_fail (HV_IS_DATE_DIALOG (self));
  const GPtrArray *roles = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  for (guint i = 0; i < self->spins->len && i < roles->len; i++)
    if (((const HvRole *)g_ptr_array_index (roles, i))->r.id == role)
      gtk_spin_button_set_value (g_ptr_array_index (self->spins, i), minimum);
}

static void
fill (HvDateDialog *self, const HvOpening *like, bool is_new)
{
  HvLanguage language = hv_text_get_own_language ();
  HvOpeningFacts facts = { .times = { 18 * 60, 20 * 60 }, .guests = HV_NONE };
  if (like != NULL)
    facts = hv_opening_edit_get_facts (like);
  g_autofree char *day = is_new ? g_strdup ("") : hv_day_row_format (facts.day);
  g_autofree char *start = hv_format_clock (facts.times.start, language);
  g_autofree char *end = hv_format_clock (facts.times.end % HV_MINUTES_PER_DAY, language);
  g_autofree char *guests = facts.guests == HV_NONE ? g_strdup ("") : g_strdup_printf ("%d", (int)facts.guests);
  hv_field_row_reset (self->fields[HV_DATE_DAY], day);
  hv_field_row_reset (self->fields[HV_DATE_START], start);
  hv_field_row_reset (self->fields[HV_DATE_END], end);
  hv_field_row_reset (self->fields[HV_DATE_ADDRESS], facts.address == NULL ? "" : facts.address);
  hv_field_row_reset (self->fields[HV_DATE_GUESTS], guests);
  const GPtrArray *roles = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  for (guint i = 0; i < roles->len; i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      add_role (self, role, like == NULL ? 0 : hv_opening_edit_get_number (get_roster (self), like, role->r.id));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->roles), roles->len > 0);
}

static void
hv_date_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (HV_DATE_DIALOG (object)->spins);
  g_clear_pointer (&HV_DATE_DIALOG (object)->everything, hv_roster_unref);
  G_OBJECT_CLASS (hv_date_dialog_parent_class)->finalize (object);
}

static void
hv_date_dialog_class_init (HvDateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_date_dialog_finalize;
  HV_FORM_DIALOG_CLASS (klass)->make_edit = hv_date_dialog_make_edit;
  HV_FORM_DIALOG_CLASS (klass)->make_removal = hv_date_dialog_make_removal;
}

static void
hv_date_dialog_init (HvDateDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->spins = g_ptr_array_new ();
  add_field (self, group, HV_DATE_DAY, hv_day_row_new (_ ("Date"), false));
  add_field (self, group, HV_DATE_START, make_row (_ ("Begins"), check_time_cb));
  add_field (self, group, HV_DATE_END, make_row (_ ("Ends"), check_time_cb));
  add_field (self, group, HV_DATE_ADDRESS, make_row (_ ("Address"), check_text_cb));
  add_field (self, group, HV_DATE_GUESTS, make_row (_ ("Expected guests"), check_guests_cb));
  hv_field_row_set_hint (self->fields[HV_DATE_ADDRESS], _ ("as the house"));
  self->roles = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("At least"), NULL);
  hv_form_dialog_add (HV_FORM_DIALOG (self), GTK_WIDGET (group));
  hv_form_dialog_add (HV_FORM_DIALOG (self), GTK_WIDGET (self->roles));
}

HvDateDialog *
hv_date_dialog_new (HvWindow *window, const HvRoster *everything, HvId house, HvId id)
{
  HvDateDialog *self = g_object_new (HV_TYPE_DATE_DIALOG, NULL);
  hv_form_dialog_set_window (HV_FORM_DIALOG (self), window);
  self->everything = hv_roster_ref (everything);
  const HvOpening *opening = hv_roster_find_opening (get_roster (self), id);
  g_autoptr (GPtrArray) dates = hv_opening_edit_list (get_roster (self), house, HV_DAY_FIRST);
  const HvOpening *last = dates->len == 0 ? NULL : g_ptr_array_index (dates, dates->len - 1);
  self->house = house;
  self->opening = opening == NULL ? HV_NONE : id;
  gtk_window_set_title (GTK_WINDOW (self), opening == NULL ? _ ("New date") : _ ("Change the date"));
  if (opening != NULL)
    hv_form_dialog_offer_removal (HV_FORM_DIALOG (self), _ ("Take the Date Away"));
  fill (self, opening == NULL ? last : opening, opening == NULL);
  update (self);
  return self;
}
