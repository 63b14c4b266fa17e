/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-factor-dialog.h"

#include "hv-error.h"
#include "hv-factor-edit.h"
#include "hv-format.h"
#include "hv-ui-text.h"
#include "hv-visit-week.h"

#include <math.h>

struct _HvFactorDialog
{
  HvFormDialog parent_instance;

  HvFieldRow *fields[HV_N_FACTOR_FIELDS];
  AdwComboRow *house; /* all houses, then each */

  HvId factor; /* HV_NONE: a new one */
  HvWeek near; /* whose year a week without one has */
};

G_DEFINE_FINAL_TYPE (HvFactorDialog, hv_factor_dialog, HV_TYPE_FORM_DIALOG)

static const HvRoster *
get_roster (HvFactorDialog *self)
{
  return hv_form_dialog_get_roster (HV_FORM_DIALOG (self));
}

HvFieldRow *
hv_factor_dialog_get_field (HvFactorDialog *self, HvFactorField field)
{
  g_return_val_if_fail (HV_IS_FACTOR_DIALOG (self) && field < HV_N_FACTOR_FIELDS, NULL);
  return self->fields[field];
}

/* --- reading the form --- */

static HvId
get_house (HvFactorDialog *self)
{
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  guint chosen = adw_combo_row_get_selected (self->house);
  return chosen == 0 || chosen > houses->len ? HV_NONE
                                             : ((const HvHouse *)g_ptr_array_index (houses, chosen - 1))->r.id;
}

void
hv_factor_dialog_set_house (HvFactorDialog *self, HvId house)
{
  g_return_if_fail (HV_IS_FACTOR_DIALOG (self));
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  guint chosen = 0;
  for (guint i = 0; i < houses->len; i++)
    if (((const HvHouse *)g_ptr_array_index (houses, i))->r.id == house)
      chosen = i + 1;
  adw_combo_row_set_selected (self->house, chosen);
}

static const char *
get_text (HvFactorDialog *self, HvFactorField field)
{
  return hv_field_row_get_text (self->fields[field]);
}

/* One week needs to be written once. */
static bool
read_facts (HvFactorDialog *self, HvFactorFacts *ret_facts, GError **error)
{
  HvFactorFacts facts = { .house = get_house (self), .name = get_text (self, HV_FACTOR_NAME) };
  g_autofree char *to = g_strstrip (g_strdup (get_text (self, HV_FACTOR_TO)));
  if (!hv_week_parse_loose (get_text (self, HV_FACTOR_FROM), self->near, &facts.from, error))
    return false;
  facts.to = facts.from;
  if (to[0] != '\0' && !hv_week_parse_loose (to, facts.from, &facts.to, error))
    return false;
  if (!hv_factor_parse (get_text (self, HV_FACTOR_TIMES), &facts.factor, error))
    return false;
  *ret_facts = facts;
  return true;
}

static HvEdit *
make_edit (HvFactorDialog *self, GError **error)
{
  HvFactorFacts facts;
  if (!read_facts (self, &facts, error))
    return NULL;
  const HvFactor *factor = hv_roster_find (get_roster (self), HV_KIND_FACTOR, self->factor);
  return factor == NULL ? hv_factor_edit_add (&facts, hv_store_new_edit_source (), error)
                        : hv_factor_edit_change (factor, &facts, hv_store_new_edit_source (), error);
}

static HvEdit *
hv_factor_dialog_make_edit (HvFormDialog *dialog, char **ret_sentence, GError **error)
{
  HvFactorDialog *self = HV_FACTOR_DIALOG (dialog);
  HvEdit *edit = make_edit (self, error);
  if (edit != NULL)
    *ret_sentence = g_strdup_printf (_ ("Unusual weeks: %s"), get_text (self, HV_FACTOR_NAME));
  return edit;
}

static HvEdit *
hv_factor_dialog_make_removal (HvFormDialog *dialog, char **ret_sentence, GError **error)
{
  HvFactorDialog *self = HV_FACTOR_DIALOG (dialog);
  const HvFactor *factor = hv_roster_find (get_roster (self), HV_KIND_FACTOR, self->factor);
  if (factor == NULL)
    return hv_workspace_begin (hv_window_get_workspace (hv_form_dialog_get_window (dialog)), "factor");
  *ret_sentence = g_strdup_printf (_ ("The weeks are usual again: %s"), factor->name == NULL ? "" : factor->name);
  return hv_factor_edit_remove (factor, hv_store_new_edit_source ());
}

/* --- what it comes to --- */

/* The first week of it in the snapshot that the house is open in and that is still to come. */
static bool
find_example (HvFactorDialog *self, const HvFactorFacts *facts, HvId house, HvVisitWeek *ret_week)
{
  for (HvWeek week = facts->from; hv_week_compare (week, facts->to) <= 0; week = hv_week_add (week, 1))
    {
      if (!hv_roster_covers (get_roster (self), week))
        continue;
      *ret_week = hv_visit_week_find (get_roster (self), house, week);
      if (ret_week->open && ret_week->counted == HV_NONE && ret_week->expected.visits.known)
        return true;
    }
  return false;
}

static char *
say_forecast (HvFactorDialog *self, const HvFactorFacts *facts, const HvEdit *edit)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (HvRoster) after = hv_roster_apply (get_roster (self), edit);
  g_autoptr (GString) text = g_string_new (NULL);
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = g_ptr_array_index (houses, i);
      HvVisitWeek before;
      if ((facts->house != HV_NONE && facts->house != house->r.id) || !find_example (self, facts, house->r.id, &before))
        continue;
      HvVisitWeek then = hv_visit_week_find (after, house->r.id, before.week);
      g_autofree char *week = hv_format_in_week (before.week, language);
      /* TRANSLATORS: a house, “in week 19”, expected visits without and with the unusual weeks */
      g_string_append_printf (text, _ ("%s %s: %d → %d expected visits"), house->name, week, (int)lround (before.mean),
                              (int)lround (then.mean));
      g_string_append_c (text, '\n');
    }
  g_strchomp (text->str);
  return text->str[0] == '\0' ? NULL : g_strdup (text->str);
}

/* What a field says of itself is not said twice. */
static bool
is_said (HvFactorDialog *self)
{
  for (int field = 0; field < HV_N_FACTOR_FIELDS; field++)
    if (hv_field_row_get_error (self->fields[field]) != NULL)
      return true;
  return false;
}

static void
update (HvFactorDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = make_edit (self, &error);
  HvFactorFacts facts;
  if (edit == NULL || !read_facts (self, &facts, NULL))
    {
      bool begun = get_text (self, HV_FACTOR_NAME)[0] != '\0';
      hv_form_dialog_set_status (HV_FORM_DIALOG (self), begun && !is_said (self) ? error->message : NULL, true);
      return;
    }
  g_autofree char *text = say_forecast (self, &facts, edit);
  hv_form_dialog_set_status (HV_FORM_DIALOG (self), text, false);
}

/* --- building --- */

static bool
check_name_cb (const char *text, gpointer data, GError **error)
{
  g_autofree char *clean = NULL;
  return text[0] == '\0' || hv_factor_edit_clean_name (text, &clean, error);
}

static bool
check_week_cb (const char *text, gpointer data, GError **error)
{
  HvWeek week;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  return stripped[0] == '\0' || hv_week_parse_loose (text, HV_FACTOR_DIALOG (data)->near, &week, error);
}

static bool
check_times_cb (const char *text, gpointer data, GError **error)
{
  HvMicro factor;
  return hv_factor_parse (text, &factor, error);
}

static void
add_fields (HvFactorDialog *self, AdwPreferencesGroup *group)
{
  static const struct
  {
    const char *title;
    const char *hint;
    HvFieldCheck check;
  } table[HV_N_FACTOR_FIELDS] = {
    [HV_FACTOR_NAME] = { HV_N_ ("What it is"), HV_N_ ("New ID launched"), check_name_cb },
    [HV_FACTOR_FROM] = { HV_N_ ("First week"), "19", check_week_cb },
    [HV_FACTOR_TO] = { HV_N_ ("Last week (empty: one week)"), "22", check_week_cb },
    [HV_FACTOR_TIMES] = { HV_N_ ("Times the usual visits"), "1,5", check_times_cb },
  };
  for (int field = 0; field < HV_N_FACTOR_FIELDS; field++)
    {
      HvFieldRow *row = HV_FIELD_ROW (hv_field_row_new (_ (table[field].title)));
      hv_field_row_set_hint (row, field == HV_FACTOR_NAME ? _ (table[field].hint) : table[field].hint);
      hv_field_row_set_check (row, table[field].check, self, NULL);
      g_signal_connect_swapped (row, "typed", G_CALLBACK (update), self);
      adw_preferences_group_add (group, GTK_WIDGET (row));
      self->fields[field] = row;
    }
}

static void
fill_houses (HvFactorDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  gtk_string_list_append (names, _ ("All houses"));
  for (guint i = 0; i < houses->len; i++)
    gtk_string_list_append (names, ((const HvHouse *)g_ptr_array_index (houses, i))->name);
  adw_combo_row_set_model (self->house, G_LIST_MODEL (names));
}

static void
reset_week (HvFactorDialog *self, HvFactorField field, HvWeek week)
{
  bool same_year = hv_week_get_year (week) == hv_week_get_year (self->near);
  g_autofree char *text = same_year ? g_strdup_printf ("%d", hv_week_get_number (week))
                                    : g_strdup_printf ("%d/%d", hv_week_get_number (week), hv_week_get_year (week));
  hv_field_row_reset (self->fields[field], text);
}

static void
fill (HvFactorDialog *self, const HvFactor *factor, HvId house)
{
  g_autofree char *times = factor == NULL
                               ? g_strdup ("")
                               : hv_format_decimal ((double)factor->factor / HV_MICRO, 2, hv_text_get_own_language ());
  reset_week (self, HV_FACTOR_FROM, factor == NULL ? self->near : (HvWeek){ (HvDay)factor->from });
  reset_week (self, HV_FACTOR_TO, factor == NULL ? self->near : (HvWeek){ (HvDay)factor->to });
  hv_field_row_reset (self->fields[HV_FACTOR_NAME], factor == NULL || factor->name == NULL ? "" : factor->name);
  hv_field_row_reset (self->fields[HV_FACTOR_TIMES], times);
  hv_factor_dialog_set_house (self, factor == NULL ? house : factor->house);
}

static void
hv_factor_dialog_class_init (HvFactorDialogClass *klass)
{
  HV_FORM_DIALOG_CLASS (klass)->make_edit = hv_factor_dialog_make_edit;
  HV_FORM_DIALOG_CLASS (klass)->make_removal = hv_factor_dialog_make_removal;
}

static void
hv_factor_dialog_init (HvFactorDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  add_fields (self, group);
  self->house = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Where"), NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->house));
  g_signal_connect_swapped (self->house, "notify::selected", G_CALLBACK (update), self);
  hv_form_dialog_add (HV_FORM_DIALOG (self), GTK_WIDGET (group));
}

HvFactorDialog *
hv_factor_dialog_new (HvWindow *window, HvId id, HvId house, HvWeek week)
{
  HvFactorDialog *self = g_object_new (HV_TYPE_FACTOR_DIALOG, NULL);
  hv_form_dialog_set_window (HV_FORM_DIALOG (self), window);
  const HvFactor *factor = hv_roster_find (get_roster (self), HV_KIND_FACTOR, id);
  self->factor = factor == NULL ? HV_NONE : id;
  self->near = week;
  gtk_window_set_title (GTK_WINDOW (self), factor == NULL ? _ ("Unusual weeks") : _ ("Change unusual weeks"));
  if (factor != NULL)
    hv_form_dialog_offer_removal (HV_FORM_DIALOG (self), _ ("The Weeks Are Usual"));
  fill_houses (self);
  fill (self, factor, house);
  update (self);
  return self;
}
