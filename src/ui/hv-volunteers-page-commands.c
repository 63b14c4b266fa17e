/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteers-page-private.h"

#include "hv-absence-dialog.h"
#include "hv-erase-dialog.h"
#include "hv-import-dialog.h"
#include "hv-new-volunteers-dialog.h"
#include "hv-person-copy.h"
#include "hv-person-edit.h"
#include "hv-text-file.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"
#include "hv-volunteer-table.h"

static const char *const table_suffixes[] = { "csv", "txt", "tsv", NULL };

/* --- new people --- */

static void
added_cb (HvNewVolunteersDialog *dialog, gint64 first, HvVolunteersPage *self)
{
  hv_volunteers_page_show_volunteer (self, first, true);
}

static void
add_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  HvNewVolunteersDialog *dialog = hv_new_volunteers_dialog_new (self->window);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_import_dialog_ask (GTK_WINDOW (HV_VOLUNTEERS_PAGE (widget)->window));
}

/* --- a spreadsheet of all --- */

static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  /* TRANSLATORS: the name of a file, without its ending */
  g_autofree char *suggested = g_strdup_printf ("%s.csv", _ ("volunteers"));
  HvFileQuestion question = {
    .title = _ ("Save Volunteers as a Spreadsheet"),
    .name = suggested,
    .kind = _ ("Spreadsheets saved as CSV"),
    .suffixes = table_suffixes,
  };
  hv_text_file_ask (self->window, GTK_WINDOW (self->window), &question,
                    hv_volunteer_table_write (hv_volunteers_page_get_roster (self), hv_text_get_own_language ()));
}

/* --- the person --- */

static void
absence_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  if (volunteer != NULL)
    gtk_window_present (GTK_WINDOW (hv_absence_dialog_new (self->window, volunteer->r.id, 0)));
}

static void
pause_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  if (volunteer != NULL)
    gtk_window_present (GTK_WINDOW (hv_absence_dialog_new_pause (self->window, volunteer->r.id)));
}

/* Duties in weeks that are not in view go too, so the store is asked for them first. */
static void
archive_known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvVolunteersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvPersonFile) file = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  if (file == NULL || self->workspace == NULL)
    {
      if (error != NULL)
        hv_window_say (self->window, error->message, false);
      return;
    }
  const HvRoster *roster = hv_volunteers_page_get_roster (self);
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, file->volunteer);
  if (volunteer != NULL)
    hv_volunteer_step (GTK_WIDGET (self),
                       hv_person_edit_archive (roster, volunteer, file->duties, hv_workspace_get_now (self->workspace),
                                               hv_volunteer_step_source ()),
                       g_strdup_printf (_ ("%s is archived."), volunteer->name));
}

static void
archive_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  if (volunteer == NULL || volunteer->archived == 1)
    return;
  hv_workspace_ask_async (self->workspace, hv_person_file_ask, g_memdup2 (&volunteer->r.id, sizeof volunteer->r.id),
                          g_free, (GDestroyNotify)hv_person_file_free, archive_known_cb, g_object_ref (self));
}

static void
unarchive_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  if (volunteer == NULL)
    return;
  hv_volunteer_step (
      GTK_WIDGET (self),
      hv_person_edit_unarchive (hv_volunteers_page_get_roster (self), volunteer, hv_volunteer_step_source ()),
      g_strdup_printf (_ ("%s is back."), volunteer->name));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  if (volunteer != NULL)
    hv_person_copy_ask (self->window, volunteer->r.id);
}

static void
erase_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  if (volunteer != NULL)
    hv_erase_dialog_open (self->window, volunteer->r.id, hv_person_copy_ask);
}

/* --- all of them --- */

void
hv_volunteers_page_update_commands (HvVolunteersPage *self)
{
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  GtkWidget *widget = GTK_WIDGET (self);
  bool writable = self->workspace != NULL && hv_workspace_get_read_only_reason (self->workspace) == NULL;
  bool person = writable && volunteer != NULL;
  bool active = person && volunteer->archived == 0;
  gtk_widget_action_set_enabled (widget, "volunteers.add", writable);
  gtk_widget_action_set_enabled (widget, "volunteers.import", writable);
  gtk_widget_action_set_enabled (widget, "volunteers.absence", active);
  gtk_widget_action_set_enabled (widget, "volunteers.pause", active);
  gtk_widget_action_set_enabled (widget, "volunteers.archive", active);
  gtk_widget_action_set_enabled (widget, "volunteers.unarchive", person && !active);
  gtk_widget_action_set_enabled (widget, "volunteers.copy", volunteer != NULL);
  gtk_widget_action_set_enabled (widget, "volunteers.erase", person);
}

void
hv_volunteers_page_install_commands (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "volunteers.add", NULL, add_activated);
  gtk_widget_class_install_action (klass, "volunteers.import", NULL, import_activated);
  gtk_widget_class_install_action (klass, "volunteers.export", NULL, export_activated);
  gtk_widget_class_install_action (klass, "volunteers.absence", NULL, absence_activated);
  gtk_widget_class_install_action (klass, "volunteers.pause", NULL, pause_activated);
  gtk_widget_class_install_action (klass, "volunteers.archive", NULL, archive_activated);
  gtk_widget_class_install_action (klass, "volunteers.unarchive", NULL, unarchive_activated);
  gtk_widget_class_install_action (klass, "volunteers.copy", NULL, copy_activated);
  gtk_widget_class_install_action (klass, "volunteers.erase", NULL, erase_activated);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "volunteers.add", NULL);
}
