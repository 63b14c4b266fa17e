/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-restore-dialog.h"

#include "hv-backup-content.h"
#include "hv-choose-file.h"
#include "hv-plain-row.h"
#include "hv-restoring.h"
#include "hv-ui-text.h"

struct _HvRestoreDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *cancel;
  GtkWidget *restore;
  GtkLabel *mistake;
  GtkWidget *nothing;
  GtkListBox *list;
  GtkWidget *other;

  HvWindow *window;          /* lent: the dialog is destroyed with it */
  GPtrArray *backups;        /* HvBackup, newest first */
  GPtrArray *rows;           /* of each of them; lent */
  GPtrArray *marks;          /* the buttons that choose them; lent */
  GCancellable *cancellable; /* owned; of the looking */
  bool ready;
  bool restoring;
};

G_DEFINE_FINAL_TYPE (HvRestoreDialog, hv_restore_dialog, ADW_TYPE_WINDOW)

static const char *
get_path (HvRestoreDialog *self)
{
  return hv_workspace_get_path (hv_window_get_workspace (self->window));
}

bool
hv_restore_dialog_is_ready (HvRestoreDialog *self)
{
  g_return_val_if_fail (HV_IS_RESTORE_DIALOG (self), false);
  return self->ready;
}

/* --- what is in them, in a thread --- */

typedef struct
{
  bool good;
  HvBackupContent content;
  char *mistake; /* why it is not */
} Look;

static void
look_clear (gpointer data)
{
  g_free (((Look *)data)->mistake);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **paths = data;
  GArray *looks = g_array_new (FALSE, TRUE, sizeof (Look));
  g_array_set_clear_func (looks, look_clear);
  for (guint i = 0; paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Look look = { 0 };
      g_autoptr (GError) error = NULL;
      look.good = hv_backup_content_read (paths[i], &look.content, &error);
      look.mistake = error == NULL ? NULL : g_strdup (error->message);
      g_array_append_val (looks, look);
    }
  g_task_return_pointer (task, looks, (GDestroyNotify)g_array_unref);
}

static void
show_look (HvRestoreDialog *self, guint i, const Look *look)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvBackup *backup = g_ptr_array_index (self->backups, i);
  GtkWidget *row = g_ptr_array_index (self->rows, i);
  g_autofree char *content = look->good ? hv_backup_content_format (&look->content, language) : NULL;
  g_autofree char *subtitle =
      look->good ? g_strdup_printf ("%s\n%s", content, hv_backup_content_get_reason (backup->reason, language))
                 : g_strdup (look->mistake);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_sensitive (row, look->good);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HvRestoreDialog *self = HV_RESTORE_DIALOG (source);
  g_autoptr (GArray) looks = g_task_propagate_pointer (G_TASK (result), NULL);
  if (looks == NULL) /* closed meanwhile */
    return;
  for (guint i = 0; i < looks->len; i++)
    show_look (self, i, &g_array_index (looks, Look, i));
  self->ready = true;
}

static void
look (HvRestoreDialog *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  for (guint i = 0; i < self->backups->len; i++)
    g_strv_builder_add (paths, ((const HvBackup *)g_ptr_array_index (self->backups, i))->path);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, g_strv_builder_end (paths), (GDestroyNotify)g_strfreev);
  g_task_run_in_thread (task, look_in_thread);
}

/* --- the list --- */

static const HvBackup *
get_chosen (HvRestoreDialog *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->marks, i)))
      return g_ptr_array_index (self->backups, i);
  return NULL;
}

static void
show_button (HvRestoreDialog *self)
{
  gtk_widget_set_sensitive (self->restore, !self->restoring && get_chosen (self) != NULL);
}

static void
add_backup (HvRestoreDialog *self, const HvBackup *backup)
{
  g_autofree char *when = hv_backup_content_format_when (backup->at, hv_text_get_own_language ());
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "subtitle-lines", 3, "focusable", FALSE, NULL);
  hv_plain_row_set_texts (row, when, hv_backup_content_get_reason (backup->reason, hv_text_get_own_language ()));
  GtkWidget *mark = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, when, -1);
  if (self->marks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (mark), g_ptr_array_index (self->marks, 0));
  g_signal_connect_swapped (mark, "toggled", G_CALLBACK (show_button), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), mark);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->marks, mark);
}

/* --- restoring --- */

typedef struct
{
  HvRestoreDialog *dialog; /* owned */
  HvWindow *window;        /* owned */
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->dialog);
  g_object_unref (waiting->window);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
set_restoring (HvRestoreDialog *self, bool restoring)
{
  self->restoring = restoring;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !restoring);
  gtk_widget_set_sensitive (self->other, !restoring);
  show_button (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Waiting) waiting = data;
  g_autoptr (GError) error = NULL;
  HvRestoreDialog *self = waiting->dialog;
  bool done = hv_restoring_finish (result, &error);
  if (done)
    hv_window_say (waiting->window, _ ("The backup is restored. What was there before is the newest backup now."),
                   false);
  if (self->backups == NULL) /* closed meanwhile */
    return;
  set_restoring (self, false);
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->mistake, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), TRUE);
}

void
hv_restore_dialog_restore (HvRestoreDialog *self, const char *backup)
{
  g_return_if_fail (HV_IS_RESTORE_DIALOG (self));
  if (self->restoring)
    return;
  Waiting *waiting = g_new0 (Waiting, 1);
  waiting->dialog = g_object_ref (self);
  waiting->window = g_object_ref (self->window);
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), FALSE);
  set_restoring (self, true);
  hv_restoring_start (get_path (self), backup, restored_cb, waiting);
}

static void
restore_clicked_cb (HvRestoreDialog *self)
{
  const HvBackup *backup = get_chosen (self);
  if (backup != NULL)
    hv_restore_dialog_restore (self, backup->path);
}

static void
file_chosen_cb (GFile *file, gpointer dialog)
{
  g_autofree char *path = g_file_get_path (file);
  if (path != NULL)
    hv_restore_dialog_restore (dialog, path);
}

static void
other_clicked_cb (HvRestoreDialog *self)
{
  static const char *const suffixes[] = { "husvagt", NULL };
  HvFileQuestion question = { .title = _ ("Restore from Another File"),
                              .kind = _ ("Organisations"),
                              .suffixes = suffixes };
  hv_choose_file (GTK_WINDOW (self), &question, file_chosen_cb, G_OBJECT (self));
}

/* --- life --- */

HvRestoreDialog *
hv_restore_dialog_new (HvWindow *window)
{
  HvRestoreDialog *self = g_object_new (HV_TYPE_RESTORE_DIALOG, "transient-for", window, NULL);
  self->window = window;
  g_autofree char *folder = hv_backup_dup_folder (get_path (self));
  self->backups = hv_backup_list (folder, get_path (self));
  for (guint i = 0; i < self->backups->len; i++)
    add_backup (self, g_ptr_array_index (self->backups, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->backups->len > 0);
  gtk_widget_set_visible (self->nothing, self->backups->len == 0);
  look (self);
  return self;
}

static void
hv_restore_dialog_dispose (GObject *object)
{
  HvRestoreDialog *self = HV_RESTORE_DIALOG (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_RESTORE_DIALOG);
  G_OBJECT_CLASS (hv_restore_dialog_parent_class)->dispose (object);
}

static void
hv_restore_dialog_finalize (GObject *object)
{
  HvRestoreDialog *self = HV_RESTORE_DIALOG (object);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->marks);
  G_OBJECT_CLASS (hv_restore_dialog_parent_class)->finalize (object);
}

/* A window that is gone lets go of the file it was looking at. */
static gboolean
hv_restore_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (HV_RESTORE_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (hv_restore_dialog_parent_class)->close_request (window);
}

static void
hv_restore_dialog_class_init (HvRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_restore_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_restore_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hv_restore_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvRestoreDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, HvRestoreDialog, restore);
  gtk_widget_class_bind_template_child (widget_class, HvRestoreDialog, mistake);
  gtk_widget_class_bind_template_child (widget_class, HvRestoreDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, HvRestoreDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HvRestoreDialog, other);
}

static void
hv_restore_dialog_init (HvRestoreDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->restore, "clicked", G_CALLBACK (restore_clicked_cb), self);
  g_signal_connect_swapped (self->other, "clicked", G_CALLBACK (other_clicked_cb), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
}
