/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day-dialog.h"

#include "hv-closing.h"
#include "hv-day-edit.h"
#include "hv-error.h"
#include "hv-field-row.h"
#include "hv-format.h"
#include "hv-opening-edit.h"
#include "hv-opening-group.h"
#include "hv-plain-row.h"
#include "hv-times-row.h"
#include "hv-ui-text.h"

struct _HvDayDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkBox *page;
  AdwPreferencesGroup *choice;
  AdwComboRow *houses;
  AdwPreferencesGroup *closing;
  GtkWidget *close_day;
  AdwPreferencesGroup *closed;
  AdwActionRow *closed_row;
  GtkWidget *open_again;
  AdwPreferencesGroup *told;
  AdwPreferencesGroup *opening;
  GtkWidget *open_then;

  HvFieldRow *reason;   /* in closing */
  HvTimesRow *times;    /* in opening */
  GPtrArray *groups;    /* HvOpeningGroup of each opening, in the page */
  GPtrArray *told_rows; /* in told */

  HvWindow *window; /* lent: the dialog is destroyed with it */
  HvId house;
  HvDay day;
  bool showing;
};

G_DEFINE_FINAL_TYPE (HvDayDialog, hv_day_dialog, ADW_TYPE_WINDOW)

static const HvRoster *
get_roster (HvDayDialog *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static const HvHouse *
find_house (HvDayDialog *self)
{
  return hv_roster_find_house (get_roster (self), self->house);
}

/* "Tørring, Wednesday 20 May" */
static char *
say_where (HvDayDialog *self, const char **ret_name)
{
  const HvHouse *house = find_house (self);
  *ret_name = house == NULL ? "" : house->name;
  return hv_format_day (self->day, hv_text_get_own_language ());
}

/* Swallows edit and sentence. */
static bool
step (HvDayDialog *self, HvEdit *edit, char *sentence, const GError *error)
{
  if (edit != NULL)
    {
      hv_window_commit (self->window, edit, sentence);
      return true;
    }
  g_free (sentence);
  hv_window_say (self->window, error->message, false);
  return false;
}

/* --- what stands there --- */

static bool
has_open (const GPtrArray *openings)
{
  for (guint i = 0; i < openings->len; i++)
    if (((const HvOpening *)openings->pdata[i])->closed == NULL)
      return true;
  return false;
}

/* Why the day is closed: as its openings say, or what will close it when it is generated. */
static const char *
find_reason (HvDayDialog *self, const GPtrArray *openings)
{
  HvLanguage language = hv_text_get_own_language ();
  bool holiday = false;
  for (guint i = 0; i < openings->len; i++)
    {
      const char *reason = hv_closing_get_reason (openings->pdata[i], language);
      if (reason != NULL)
        return reason;
    }
  const char *reason = hv_roster_find_closing (get_roster (self), self->house, self->day, &holiday);
  return reason == NULL || openings->len > 0 ? NULL : holiday ? hv_text (language, reason) : reason;
}

/* The phone number is what the coordinator needs next. */
static GtkWidget *
make_told_row (const HvVolunteer *volunteer)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, volunteer->name, volunteer->email == NULL ? "" : volunteer->email);
  GtkWidget *phone =
      g_object_new (GTK_TYPE_LABEL, "label", volunteer->phone == NULL ? _ ("no phone number") : volunteer->phone,
                    "selectable", volunteer->phone != NULL, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), phone);
  return row;
}

static void
show_told (HvDayDialog *self, bool closed)
{
  for (guint i = 0; i < self->told_rows->len; i++)
    adw_preferences_group_remove (self->told, self->told_rows->pdata[i]);
  g_ptr_array_set_size (self->told_rows, 0);
  g_autoptr (GPtrArray) people = hv_closing_list_people (get_roster (self), self->house, self->day);
  for (guint i = 0; closed && i < people->len; i++)
    {
      GtkWidget *row = make_told_row (people->pdata[i]);
      adw_preferences_group_add (self->told, row);
      g_ptr_array_add (self->told_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->told), self->told_rows->len > 0);
}

static bool
are_same_openings (HvDayDialog *self, const GPtrArray *openings)
{
  if (openings->len != self->groups->len)
    return false;
  for (guint i = 0; i < openings->len; i++)
    if (hv_opening_group_get_opening (self->groups->pdata[i]) != ((const HvOpening *)openings->pdata[i])->r.id)
      return false;
  return true;
}

static void
show_openings (HvDayDialog *self, const GPtrArray *openings)
{
  if (are_same_openings (self, openings))
    {
      for (guint i = 0; i < self->groups->len; i++)
        hv_opening_group_update (self->groups->pdata[i]);
      return;
    }
  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  GtkWidget *after = GTK_WIDGET (self->choice);
  for (guint i = 0; i < openings->len; i++)
    {
      GtkWidget *group = hv_opening_group_new (self->window, ((const HvOpening *)openings->pdata[i])->r.id);
      gtk_box_insert_child_after (self->page, group, after);
      g_ptr_array_add (self->groups, group);
      after = group;
    }
}

/* As the house usually opens on that weekday, else in the morning. */
static void
suggest_times (HvDayDialog *self)
{
  HvTimes times = { 10 * 60, 13 * 60 };
  g_autoptr (GPtrArray) hours = hv_house_edit_list_hours (get_roster (self), self->house,
                                                          hv_day_get_weekday (self->day), hv_week_of_day (self->day));
  if (hours->len > 0)
    {
      const HvHours *usual = hours->pdata[0];
      times = (HvTimes){ (int)usual->start, (int)usual->end };
    }
  hv_times_row_set (self->times, times);
}

static void
show_houses (HvDayDialog *self)
{
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint at = 0;
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = houses->pdata[i];
      gtk_string_list_append (names, house->name);
      if (house->r.id == self->house)
        at = i;
    }
  adw_combo_row_set_model (self->houses, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->houses, at);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), houses->len > 1);
}

static void
show (HvDayDialog *self)
{
  const HvHouse *house = find_house (self);
  if (house == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_autofree char *date = hv_format_day_with_year (self->day, hv_text_get_own_language ());
  g_autofree char *day = hv_format_day (self->day, hv_text_get_own_language ());
  g_autoptr (GPtrArray) openings = hv_day_edit_list_openings (get_roster (self), self->house, self->day);
  const char *reason = find_reason (self, openings);
  bool open = has_open (openings);
  bool writable = hv_workspace_get_read_only_reason (hv_window_get_workspace (self->window)) == NULL;

  self->showing = true;
  adw_window_title_set_title (self->title, house->name);
  g_autofree char *title = g_strdup_printf ("%s, %s", house->name, day);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_subtitle (self->title, date);
  show_houses (self);
  show_openings (self, openings);
  gtk_widget_set_visible (GTK_WIDGET (self->closing), open);
  gtk_widget_set_visible (GTK_WIDGET (self->closed), reason != NULL);
  adw_preferences_group_set_title (self->opening, openings->len > 0 ? _ ("One more opening") : _ ("Open on this day"));
  adw_action_row_set_subtitle (self->closed_row, reason == NULL ? "" : reason);
  show_told (self, reason != NULL && !open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), writable);
  self->showing = false;
}

/* --- another day, another house --- */

static void
turn_to (HvDayDialog *self, HvId house, HvDay day)
{
  self->house = house;
  self->day = day;
  hv_field_row_reset (self->reason, NULL);
  suggest_times (self);
  show (self);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvDayDialog) self = data;
  hv_workspace_finish (HV_WORKSPACE (source), result, NULL, NULL);
}

/* The weeks in view are widened to the day's: a day of another week is not empty, it is unread. */
static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvDayDialog *self = HV_DAY_DIALOG (widget);
  HvDay day = self->day + g_variant_get_int32 (parameter);
  HvWeek week = hv_week_of_day (day);
  HvWeek from = hv_roster_get_from (get_roster (self));
  HvWeek until = hv_roster_get_until (get_roster (self));
  turn_to (self, self->house, day);
  if (week.monday < from.monday)
    hv_workspace_show_async (hv_window_get_workspace (self->window), week, until, shown_cb, g_object_ref (self));
  else if (week.monday > until.monday)
    hv_workspace_show_async (hv_window_get_workspace (self->window), from, week, shown_cb, g_object_ref (self));
}

static void
house_chosen_cb (HvDayDialog *self)
{
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  guint at = adw_combo_row_get_selected (self->houses);
  if (!self->showing && at < houses->len)
    turn_to (self, ((const HvHouse *)houses->pdata[at])->r.id, self->day);
}

/* --- closing and opening --- */

static bool
check_reason_cb (const char *text, gpointer data, GError **error)
{
  HvDayDialog *self = data;
  g_autoptr (HvEdit) edit = NULL;
  if (text[0] == '\0' || find_house (self) == NULL)
    return true;
  edit = hv_closing_close (get_roster (self), find_house (self), self->day, text, hv_store_new_edit_source (), error);
  return edit != NULL;
}

static void
close_clicked_cb (HvDayDialog *self)
{
  const char *name;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = say_where (self, &name);
  const char *reason = hv_field_row_get_text (self->reason);
  if (find_house (self) == NULL)
    return;
  HvEdit *edit =
      hv_closing_close (get_roster (self), find_house (self), self->day, reason, hv_store_new_edit_source (), &error);
  if (edit == NULL)
    {
      hv_field_row_set_error (self->reason, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }
  step (self, edit, g_strdup_printf (_ ("%s, %s: closed, %s."), name, date, reason), NULL);
  hv_field_row_reset (self->reason, NULL);
}

static void
open_again_clicked_cb (HvDayDialog *self)
{
  const char *name;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = say_where (self, &name);
  if (find_house (self) != NULL)
    step (self, hv_closing_open (get_roster (self), find_house (self), self->day, hv_store_new_edit_source (), &error),
          g_strdup_printf (_ ("%s, %s: open."), name, date), error);
}

static void
open_then_clicked_cb (HvDayDialog *self)
{
  const char *name;
  HvTimes times;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = say_where (self, &name);
  if (!hv_times_row_get (self->times, &times) || find_house (self) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  HvOpeningFacts facts = { .day = self->day, .times = times, .guests = HV_NONE };
  HvEdit *edit =
      hv_opening_edit_add (get_roster (self), find_house (self), &facts, NULL, 0, hv_store_new_edit_source (), &error);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->times), edit == NULL ? error->message : "");
  if (edit != NULL)
    step (self, edit, g_strdup_printf (_ ("%s, %s: open."), name, date), NULL);
}

/* --- life --- */

static void
hv_day_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_DAY_DIALOG);
  G_OBJECT_CLASS (hv_day_dialog_parent_class)->dispose (object);
}

static void
hv_day_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (HV_DAY_DIALOG (object)->groups);
  g_ptr_array_unref (HV_DAY_DIALOG (object)->told_rows);
  G_OBJECT_CLASS (hv_day_dialog_parent_class)->finalize (object);
}

static void
hv_day_dialog_class_init (HvDayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_day_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_day_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-day-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, page);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, houses);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, closing);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, close_day);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, closed);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, closed_row);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, open_again);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, told);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, opening);
  gtk_widget_class_bind_template_child (widget_class, HvDayDialog, open_then);
  gtk_widget_class_install_action (widget_class, "day.step", "i", step_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "day.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "day.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hv_day_dialog_init (HvDayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  self->told_rows = g_ptr_array_new ();
  self->reason = HV_FIELD_ROW (hv_field_row_new (_ ("Reason")));
  hv_field_row_set_check (self->reason, check_reason_cb, self, NULL);
  adw_preferences_group_add (self->closing, GTK_WIDGET (self->reason));
  self->times = HV_TIMES_ROW (hv_times_row_new (_ ("From, until")));
  adw_preferences_group_add (self->opening, GTK_WIDGET (self->times));
  g_signal_connect_swapped (self->houses, "notify::selected", G_CALLBACK (house_chosen_cb), self);
  g_signal_connect_swapped (self->close_day, "clicked", G_CALLBACK (close_clicked_cb), self);
  g_signal_connect_swapped (self->open_again, "clicked", G_CALLBACK (open_again_clicked_cb), self);
  g_signal_connect_swapped (self->open_then, "clicked", G_CALLBACK (open_then_clicked_cb), self);
}

HvDay
hv_day_dialog_get_day (HvDayDialog *self)
{
  g_return_val_if_fail (HV_IS_DAY_DIALOG (self), 0);
  return self->day;
}

GtkWidget *
hv_day_dialog_new (HvWindow *window, HvId house, HvDay day)
{
  HvDayDialog *self = g_object_new (HV_TYPE_DAY_DIALOG, "transient-for", window, NULL);
  self->window = window;
  g_signal_connect_object (hv_window_get_workspace (window), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  turn_to (self, house, day);
  return GTK_WIDGET (self);
}
