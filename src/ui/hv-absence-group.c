/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-group.h"

#include "hv-absence-edit.h"
#include "hv-format.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

struct _HvAbsenceGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *add;
  GPtrArray *rows; /* lent: what was added to the group */
  char *shown;     /* owned: what the rows say; made anew only when that is different */
};

G_DEFINE_FINAL_TYPE (HvAbsenceGroup, hv_absence_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ADD,
  CHANGE,
  RESUME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows --- */

static AdwActionRow *
make_row (const char *icon, const char *title, const char *subtitle)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, title, subtitle);
  adw_action_row_add_prefix (
      row, g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

static void
change_pressed_cb (GtkWidget *button, HvAbsenceGroup *self)
{
  const HvId *id = g_object_get_data (G_OBJECT (button), "absence");
  g_signal_emit (self, signals[CHANGE], 0, (gint64)*id);
}

static GtkWidget *
make_change_button (HvAbsenceGroup *self, HvId absence, const char *when)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* TRANSLATORS: a button beside an absence; %s says when it is */
  g_autofree char *said = g_strdup_printf (_ ("Change the absence %s"), when);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "absence", g_memdup2 (&absence, sizeof absence), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (change_pressed_cb), self);
  return button;
}

static GtkWidget *
make_absence_row (HvAbsenceGroup *self, const HvAbsence *absence, HvDay today)
{
  int this_year = hv_week_get_year (hv_week_of_day (today));
  g_autofree char *when = hv_absence_edit_format_when (absence, this_year, hv_text_get_own_language ());
  bool days = absence->start == HV_NONE && absence->end == HV_NONE;
  AdwActionRow *row = make_row (days ? "weather-clear-symbolic" : "x-office-calendar-symbolic",
                                absence->reason == NULL ? _ ("Away") : absence->reason, when);
  GtkWidget *button = make_change_button (self, absence->r.id, when);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  return GTK_WIDGET (row);
}

static void
resume_pressed_cb (HvAbsenceGroup *self)
{
  g_signal_emit (self, signals[RESUME], 0);
}

static char *
format_pause (const HvPause *pause)
{
  HvLanguage language = hv_text_get_own_language ();
  if (pause->to != HV_NONE)
    return hv_format_day_range ((HvDay)pause->from, (HvDay)pause->to, language);
  g_autofree char *from = hv_format_day_with_year ((HvDay)pause->from, language);
  return g_strdup_printf (_ ("From %s until further notice"), from);
}

static GtkWidget *
make_pause_row (HvAbsenceGroup *self, const HvPause *pause)
{
  g_autofree char *when = format_pause (pause);
  AdwActionRow *row = make_row ("media-playback-pause-symbolic", _ ("Pause"), when);
  GtkWidget *button = gtk_button_new_with_label (_ ("End the Pause"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (resume_pressed_cb), self);
  adw_action_row_add_suffix (row, button);
  return GTK_WIDGET (row);
}

static GtkWidget *
make_past_row (HvAbsenceGroup *self, const GPtrArray *past, HvDay today)
{
  g_autofree char *title =
      g_strdup_printf (hv_own_ntext ("%u absence that is over", "%u absences that are over", past->len), past->len);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title, NULL);
  for (guint i = past->len; i > 0; i--)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_absence_row (self, g_ptr_array_index (past, i - 1), today));
  return row;
}

static void
add_row (HvAbsenceGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* --- what there is --- */

static int
compare_by_from (gconstpointer a, gconstpointer b)
{
  const HvAbsence *first = *(const HvAbsence *const *)a;
  const HvAbsence *second = *(const HvAbsence *const *)b;
  return hv_span_compare (hv_absence_get_span (first), hv_absence_get_span (second));
}

static void
list_absences (const HvRoster *roster, HvId volunteer, HvDay today, GPtrArray *present, GPtrArray *past)
{
  const GPtrArray *all = hv_roster_list_of (roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < all->len; i++)
    {
      HvAbsence *absence = g_ptr_array_index (all, i);
      g_ptr_array_add (absence->to < today ? past : present, absence);
    }
  g_ptr_array_sort (present, compare_by_from);
  g_ptr_array_sort (past, compare_by_from);
}

static GPtrArray *
list_pauses (const HvRoster *roster, HvId volunteer, HvDay today)
{
  const GPtrArray *all = hv_roster_list_of (roster, HV_KIND_PAUSE, HV_KIND_VOLUNTEER, volunteer);
  GPtrArray *pauses = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      HvPause *pause = g_ptr_array_index (all, i);
      if (pause->to == HV_NONE || pause->to >= today)
        g_ptr_array_add (pauses, pause);
    }
  return pauses;
}

/* All that the rows are made of, as a text that can be compared. */
static char *
describe (const HvRoster *roster, HvId volunteer, HvDay today)
{
  static const HvKind kinds[] = { HV_KIND_ABSENCE, HV_KIND_PAUSE };
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GINT64_FORMAT " %d", volunteer, today);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *records = hv_roster_list_of (roster, kinds[i], HV_KIND_VOLUNTEER, volunteer);
      for (guint j = 0; j < records->len; j++)
        {
          const HvRecord *record = g_ptr_array_index (records, j);
          g_string_append_printf (text, " %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, record->id, record->ver);
        }
    }
  return g_string_free (text, FALSE);
}

static void
make_rows (HvAbsenceGroup *self, const HvRoster *roster, HvId volunteer, HvDay today)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autoptr (GPtrArray) pauses = list_pauses (roster, volunteer, today);
  list_absences (roster, volunteer, today, present, past);
  for (guint i = 0; i < pauses->len; i++)
    add_row (self, make_pause_row (self, g_ptr_array_index (pauses, i)));
  for (guint i = 0; i < present->len; i++)
    add_row (self, make_absence_row (self, g_ptr_array_index (present, i), today));
  if (past->len > 0)
    add_row (self, make_past_row (self, past, today));
  if (self->rows->len == 0)
    {
      GtkWidget *none = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("No absences"), NULL);
      gtk_widget_add_css_class (none, "hv-secondary");
      add_row (self, none);
    }
}

void
hv_absence_group_show (HvAbsenceGroup *self, const HvRoster *roster, HvId volunteer, HvDay today)
{
  g_return_if_fail (HV_IS_ABSENCE_GROUP (self));
  g_autofree char *described = describe (roster, volunteer, today);
  if (g_strcmp0 (self->shown, described) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&described);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  make_rows (self, roster, volunteer, today);
}

/* --- life --- */

static void
add_pressed_cb (HvAbsenceGroup *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
hv_absence_group_finalize (GObject *object)
{
  HvAbsenceGroup *self = HV_ABSENCE_GROUP (object);
  g_ptr_array_unref (self->rows);
  g_free (self->shown);
  G_OBJECT_CLASS (hv_absence_group_parent_class)->finalize (object);
}

static void
hv_absence_group_class_init (HvAbsenceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_absence_group_finalize;
  signals[ADD] = g_signal_new ("add", HV_TYPE_ABSENCE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGE] = g_signal_new ("change", HV_TYPE_ABSENCE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
  signals[RESUME] =
      g_signal_new ("resume", HV_TYPE_ABSENCE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hv_absence_group_init (HvAbsenceGroup *self)
{
  GtkWidget *content =
      g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label", _ ("Add Absence"), NULL);
  self->rows = g_ptr_array_new ();
  self->add = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add), content);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "hv-plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add Absence"), -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_pressed_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Absence"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}
