/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-dialog.h"

#include "hv-absence-edit.h"
#include "hv-day-row.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-placement.h"
#include "hv-regular.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"

struct _HvAbsenceDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkWidget *cancel;
  GtkWidget *save;
  AdwPreferencesGroup *days;
  AdwPreferencesGroup *hours;
  GtkSwitch *some_hours;
  AdwPreferencesGroup *reasons;
  GtkButton *holiday;
  GtkButton *busy;
  GtkLabel *weeks;
  GtkLabel *gaps;
  GtkWidget *remove;

  /* in the groups */
  HvFieldRow *from;
  HvFieldRow *to;
  HvFieldRow *start;
  HvFieldRow *end;
  HvFieldRow *reason;

  HvWindow *window; /* lent: the dialog is destroyed with it */
  HvId volunteer;
  HvId absence; /* 0: a new one */
  bool pause;
};

G_DEFINE_FINAL_TYPE (HvAbsenceDialog, hv_absence_dialog, ADW_TYPE_WINDOW)

static const HvRoster *
get_roster (HvAbsenceDialog *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static const HvVolunteer *
get_volunteer (HvAbsenceDialog *self)
{
  return hv_roster_find_volunteer (get_roster (self), self->volunteer);
}

/* --- reading the form --- */

static bool
check_time_cb (const char *text, gpointer data, GError **error)
{
  int minute;
  g_autofree char *copy = g_strstrip (g_strdup (text));
  return copy[0] == '\0' || hv_time_parse (copy, &minute, error);
}

static gint64
read_time (HvFieldRow *row)
{
  int minute;
  g_autofree char *copy = g_strstrip (g_strdup (hv_field_row_get_text (row)));
  return hv_time_parse (copy, &minute, NULL) ? minute : HV_NONE;
}

/* False where a field says itself what is wrong with it. The last day may be left out:
 * it is the first one, or a pause has none. */
static bool
read_terms (HvAbsenceDialog *self, HvAbsenceTerms *ret_terms, bool *ret_open)
{
  gint64 from;
  gint64 to;
  bool some_hours = !self->pause && gtk_switch_get_active (self->some_hours);
  if (!hv_day_row_get (self->from, &from) || from == HV_NONE || !hv_day_row_get (self->to, &to))
    return false;
  if (some_hours && (hv_field_row_get_error (self->start) != NULL || hv_field_row_get_error (self->end) != NULL))
    return false;
  *ret_open = to == HV_NONE;
  *ret_terms = (HvAbsenceTerms){
    .from = (HvDay)from,
    .to = to == HV_NONE ? (HvDay)from : (HvDay)to,
    .start = some_hours ? read_time (self->start) : HV_NONE,
    .end = some_hours ? read_time (self->end) : HV_NONE,
    .reason = self->pause ? NULL : hv_field_row_get_text (self->reason),
  };
  return true;
}

/* --- what it says --- */

static void
show_weeks (HvAbsenceDialog *self, const HvAbsenceTerms *terms, bool open)
{
  HvLanguage language = hv_text_get_own_language ();
  int this_year = hv_week_get_year (hv_workspace_get_this_week (hv_window_get_workspace (self->window)));
  g_autoptr (HvAbsence) absence = hv_record_new (HV_KIND_ABSENCE, 1);
  absence->from = terms->from;
  absence->to = terms->to;
  absence->start = terms->start;
  absence->end = terms->end;
  g_autofree char *when = hv_absence_edit_format_when (absence, this_year, language);
  g_autofree char *first = hv_format_day_with_year (terms->from, language);
  /* TRANSLATORS: a pause without an end: %s is its first day */
  g_autofree char *text =
      self->pause && open ? g_strdup_printf (_ ("From %s until further notice"), first) : g_strdup (when);
  gtk_label_set_text (self->weeks, text);
}

static void
show_gaps (HvAbsenceDialog *self, const HvAbsenceTerms *terms)
{
  g_autoptr (GPtrArray) duties =
      hv_absence_edit_list_duties (get_roster (self), self->volunteer, hv_absence_terms_get_span (terms));
  guint n = duties->len;
  g_autofree char *text = g_strdup_printf (
      hv_own_ntext (
          "%u planned duty in that time becomes an empty place. Nobody is taken off: the name stays, struck out.",
          "%u planned duties in that time become empty places. Nobody is taken off: the names stay, struck out.", n),
      n);
  gtk_label_set_text (self->gaps, text);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), n > 0 && !self->pause);
}

static void
update (HvAbsenceDialog *self)
{
  HvAbsenceTerms terms;
  bool open;
  g_autoptr (GError) error = NULL;
  bool readable = read_terms (self, &terms, &open);
  bool good = readable && hv_absence_terms_check (&terms, &error);
  bool some_hours = gtk_switch_get_active (self->some_hours);
  gtk_widget_set_visible (GTK_WIDGET (self->start), some_hours);
  gtk_widget_set_visible (GTK_WIDGET (self->end), some_hours);
  gtk_widget_set_sensitive (self->save, good && get_volunteer (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks), readable);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), false);
  if (good)
    {
      show_weeks (self, &terms, open);
      show_gaps (self, &terms);
    }
  else if (readable)
    gtk_label_set_text (self->weeks, error->message);
  hv_style_class_set (GTK_WIDGET (self->weeks), "hv-under", readable && !good);
}

/* --- saving --- */

static HvEdit *
make_edit (HvAbsenceDialog *self, const HvAbsenceTerms *terms, bool open, GError **error)
{
  const HvRoster *roster = get_roster (self);
  const HvAbsence *absence = self->absence == 0 ? NULL : hv_roster_find (roster, HV_KIND_ABSENCE, self->absence);
  HvEditSource source = hv_volunteer_step_source ();
  if (self->pause)
    return hv_absence_edit_pause (roster, get_volunteer (self), terms->from, open ? HV_NONE : terms->to, source, error);
  if (absence != NULL)
    return hv_absence_edit_change (roster, absence, terms, source, error);
  return hv_absence_edit_add (roster, get_volunteer (self), terms, source, error);
}

static void
save_cb (HvAbsenceDialog *self)
{
  HvAbsenceTerms terms;
  bool open;
  g_autoptr (GError) error = NULL;
  if (!gtk_widget_get_sensitive (self->save) || !read_terms (self, &terms, &open))
    return;
  HvEdit *edit = make_edit (self, &terms, open, &error);
  if (edit == NULL)
    {
      gtk_label_set_text (self->weeks, error->message);
      return;
    }
  const char *name = get_volunteer (self)->name;
  char *sentence = g_strdup_printf (self->pause ? _ ("%s pauses.") : _ ("The absence of %s is saved."), name);
  hv_volunteer_step (GTK_WIDGET (self->window), edit, sentence);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- deleting, and placing again --- */

typedef struct
{
  HvWindow *window; /* owned */
  HvId volunteer;
  HvSpan span;
} Again;

static void
again_free (Again *again)
{
  g_object_unref (again->window);
  g_free (again);
}

/* The shifts of regulars that the absence kept free. */
static HvEdit *
place_again (const HvRoster *roster, const GPtrArray *shifts, HvId volunteer)
{
  HvEdit *edit = hv_edit_new ("assign", hv_volunteer_step_source ());
  for (guint i = 0; i < shifts->len; i++)
    {
      HvPlacement placement = hv_placement_new (g_ptr_array_index (shifts, i), volunteer);
      hv_placement_add_to_edit (&placement, roster, HV_ORIGIN_REGULAR, edit);
    }
  return edit;
}

static void
again_answered_cb (AdwMessageDialog *dialog, const char *response, Again *again)
{
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (again->window));
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, again->volunteer);
  if (g_strcmp0 (response, "place") != 0 || volunteer == NULL)
    return;
  g_autoptr (GPtrArray) shifts = hv_regular_list_missing (roster, again->volunteer, again->span);
  hv_volunteer_step (GTK_WIDGET (again->window), place_again (roster, shifts, again->volunteer),
                     g_strdup_printf (_ ("%s is placed again."), volunteer->name));
}

static void
ask_again (Again *again)
{
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (again->window));
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, again->volunteer);
  g_autoptr (GPtrArray) shifts = hv_regular_list_missing (roster, again->volunteer, again->span);
  guint n = shifts->len;
  if (volunteer == NULL || n == 0)
    {
      again_free (again);
      return;
    }
  g_autofree char *heading = g_strdup_printf (_ ("Place %s again?"), volunteer->name);
  g_autofree char *body =
      g_strdup_printf (hv_own_ntext ("%s is a regular on %u shift in that time, and is not on it.",
                                     "%s is a regular on %u shifts in that time, and is not on them.", n),
                       volunteer->name, n);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (again->window), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "leave", _ ("_Leave Empty"), "place",
                                    _ ("_Place Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "place", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "place");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "leave");
  g_signal_connect_data (dialog, "response", G_CALLBACK (again_answered_cb), again, (GClosureNotify)again_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Again *again = data;
  g_autoptr (GError) error = NULL;
  if (!hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error))
    {
      hv_window_say (again->window, error->message, false);
      again_free (again);
      return;
    }
  hv_window_say (again->window, _ ("The absence is deleted."), true);
  ask_again (again);
}

static void
remove_cb (HvAbsenceDialog *self)
{
  const HvAbsence *absence = hv_roster_find (get_roster (self), HV_KIND_ABSENCE, self->absence);
  if (absence != NULL)
    {
      Again *again = g_new0 (Again, 1);
      again->window = g_object_ref (self->window);
      again->volunteer = self->volunteer;
      again->span = hv_absence_get_span (absence);
      hv_workspace_commit_async (hv_window_get_workspace (self->window),
                                 hv_absence_edit_remove (get_roster (self), absence, hv_volunteer_step_source ()),
                                 removed_cb, again);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- how it begins --- */

static void
reason_pressed_cb (HvAbsenceDialog *self, GtkButton *button)
{
  hv_field_row_type (self->reason, gtk_button_get_label (button));
}

static void
fill_time (HvFieldRow *row, gint64 minute)
{
  g_autofree char *text =
      minute == HV_NONE ? g_strdup ("") : hv_format_clock ((int)minute, hv_text_get_own_language ());
  hv_field_row_reset (row, text);
}

static void
fill (HvAbsenceDialog *self, const HvAbsence *absence)
{
  hv_day_row_reset (self->from, absence->from);
  hv_day_row_reset (self->to, absence->to);
  fill_time (self->start, absence->start);
  fill_time (self->end, absence->end);
  hv_field_row_reset (self->reason, absence->reason);
  gtk_switch_set_active (self->some_hours, absence->start != HV_NONE || absence->end != HV_NONE);
  gtk_widget_set_visible (self->remove, TRUE);
}

static HvAbsenceDialog *
dialog_new (HvWindow *window, HvId volunteer)
{
  HvAbsenceDialog *self = g_object_new (HV_TYPE_ABSENCE_DIALOG, "transient-for", window, NULL);
  self->window = window;
  self->volunteer = volunteer;
  adw_window_title_set_subtitle (self->title, get_volunteer (self)->name);
  hv_day_row_reset (self->from, hv_workspace_get_today (hv_window_get_workspace (window)));
  return self;
}

HvAbsenceDialog *
hv_absence_dialog_new (HvWindow *window, HvId volunteer, HvId absence_id)
{
  HvAbsenceDialog *self = dialog_new (window, volunteer);
  const HvAbsence *absence = absence_id == 0 ? NULL : hv_roster_find (get_roster (self), HV_KIND_ABSENCE, absence_id);
  adw_window_title_set_title (self->title, absence == NULL ? _ ("New Absence") : _ ("Absence"));
  if (absence != NULL)
    {
      self->absence = absence_id;
      fill (self, absence);
    }
  update (self);
  return self;
}

HvAbsenceDialog *
hv_absence_dialog_new_pause (HvWindow *window, HvId volunteer)
{
  HvAbsenceDialog *self = dialog_new (window, volunteer);
  self->pause = true;
  adw_window_title_set_title (self->title, _ ("Pause"));
  gtk_widget_set_visible (GTK_WIDGET (self->hours), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), FALSE);
  hv_field_row_set_hint (self->to, _ ("until further notice"));
  update (self);
  return self;
}

/* --- life --- */

static void
hv_absence_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_ABSENCE_DIALOG);
  G_OBJECT_CLASS (hv_absence_dialog_parent_class)->dispose (object);
}

static void
hv_absence_dialog_class_init (HvAbsenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_absence_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-absence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, save);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, days);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, some_hours);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, holiday);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, weeks);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, gaps);
  gtk_widget_class_bind_template_child (widget_class, HvAbsenceDialog, remove);
}

static void
add_row (HvAbsenceDialog *self, AdwPreferencesGroup *group, HvFieldRow *row)
{
  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_signal_connect_swapped (row, "typed", G_CALLBACK (update), self);
}

static HvFieldRow *
add_time_row (HvAbsenceDialog *self, const char *title, int example)
{
  HvFieldRow *row = HV_FIELD_ROW (hv_field_row_new (title));
  g_autofree char *hint = hv_format_clock (example, hv_text_get_own_language ());
  hv_field_row_set_check (row, check_time_cb, NULL, NULL);
  hv_field_row_set_hint (row, hint);
  add_row (self, self->hours, row);
  return row;
}

static void
hv_absence_dialog_init (HvAbsenceDialog *self)
{
  HvLanguage language = hv_text_get_own_language ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->from = hv_day_row_new (_ ("First day"), false);
  self->to = hv_day_row_new (_ ("Last day"), true);
  hv_field_row_set_hint (self->to, _ ("the same day"));
  add_row (self, self->days, self->from);
  add_row (self, self->days, self->to);
  self->start = add_time_row (self, _ ("On the first day, from"), 9 * 60);
  self->end = add_time_row (self, _ ("On the last day, until"), 12 * 60);
  self->reason = HV_FIELD_ROW (hv_field_row_new (_ ("Reason")));
  add_row (self, self->reasons, self->reason);

  /* TRANSLATORS: why somebody is away: the word that people type */
  gtk_button_set_label (self->holiday, hv_ctext (language, "absence", "Holiday"));
  /* TRANSLATORS: why somebody is away */
  gtk_button_set_label (self->busy, hv_ctext (language, "absence", "Busy"));
  g_signal_connect_swapped (self->holiday, "clicked", G_CALLBACK (reason_pressed_cb), self);
  g_signal_connect_swapped (self->busy, "clicked", G_CALLBACK (reason_pressed_cb), self);
  g_signal_connect_swapped (self->some_hours, "notify::active", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}
