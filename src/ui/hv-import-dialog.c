/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-import-dialog.h"

#include "hv-choose-file.h"
#include "hv-ui-text.h"
#include "hv-volunteer-table.h"

#define PULSE_MILLISECONDS 120
#define PEOPLE_HEIGHT 130 /* at most, above the refused lines */

/* How far the reading is: written by its thread. */
typedef struct
{
  int permille;
} HvProgress;

struct _HvImportDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkWidget *cancel;
  GtkButton *take;
  GtkStack *stack;
  GtkLabel *working;
  GtkProgressBar *progress;
  GtkLabel *number;
  GtkLabel *remarks;
  GtkWidget *people_box;
  GtkListView *people;
  GtkLabel *refused_title;
  GtkWidget *refused_box;
  GtkListView *refused;
  AdwStatusPage *failed;

  HvWindow *window; /* lent: the dialog is destroyed with it */
  HvImportState state;
  HvImport *import;          /* owned; NULL while reading */
  GCancellable *cancellable; /* owned; of the reading */
  HvProgress *read;          /* owned */
  guint pulse;
};

G_DEFINE_FINAL_TYPE (HvImportDialog, hv_import_dialog, ADW_TYPE_WINDOW)

HvImportState
hv_import_dialog_get_state (HvImportDialog *self)
{
  g_return_val_if_fail (HV_IS_IMPORT_DIALOG (self), HV_IMPORT_FAILED);
  return self->state;
}

/* --- what it shows --- */

static gboolean
pulse_cb (gpointer data)
{
  HvImportDialog *self = HV_IMPORT_DIALOG (data);
  int permille = g_atomic_int_get (&self->read->permille);
  if (self->state == HV_IMPORT_READING && permille > 0)
    gtk_progress_bar_set_fraction (self->progress, permille / 1000.);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_working (HvImportDialog *self, HvImportState state, const char *text)
{
  self->state = state;
  gtk_label_set_text (self->working, text);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_set_visible (GTK_WIDGET (self->take), FALSE);
  if (self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
}

static void
show_state (HvImportDialog *self, HvImportState state, const char *page)
{
  self->state = state;
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
show_failure (HvImportDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failed, escaped);
  show_state (self, HV_IMPORT_FAILED, "failed");
}

static char *
list_unknown (const HvImport *import)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < import->unknown->len; i++)
    {
      g_autofree char *quoted = hv_error_quote (g_array_index (import->unknown, HvUnknown, i).place);
      g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", quoted);
    }
  return g_string_free (names, FALSE);
}

static void
show_remarks (HvImportDialog *self)
{
  guint same = self->import->n_unchanged;
  guint unknown = self->import->unknown->len;
  g_autoptr (GString) text = g_string_new (NULL);
  if (same > 0)
    g_string_append_printf (
        text,
        hv_own_ntext ("%u is there already and stays as it is.", "%u are there already and stay as they are.", same),
        same);
  if (unknown > 0)
    {
      g_autofree char *names = list_unknown (self->import);
      g_string_append_printf (
          text, hv_own_ntext (" The column %s is left out.", " The columns %s are left out.", unknown), names);
    }
  g_strstrip (text->str);
  gtk_label_set_text (self->remarks, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), text->len > 0);
}

/* "Ida Rønnehave · +45 70 11 22 33 · ida@example.org" */
static char *
format_person (const HvVolunteer *volunteer)
{
  GString *line = g_string_new (volunteer->name);
  if (volunteer->phone != NULL)
    g_string_append_printf (line, " · %s", volunteer->phone);
  if (volunteer->email != NULL)
    g_string_append_printf (line, " · %s", volunteer->email);
  return g_string_free (line, FALSE);
}

static void
show_lines (GtkListView *view, GtkWidget *box, GtkStringList *lines)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (lines)));
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (box, g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0);
}

static void
show_people (HvImportDialog *self)
{
  g_autoptr (GPtrArray) people = hv_volunteer_table_list_new (self->import->edit);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  for (guint i = 0; i < people->len; i++)
    gtk_string_list_take (lines, format_person (g_ptr_array_index (people, i)));
  show_lines (self->people, self->people_box, lines);
}

static void
show_refused (HvImportDialog *self)
{
  const GArray *refusals = self->import->refusals;
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  for (guint i = 0; i < refusals->len; i++)
    gtk_string_list_take (lines, hv_import_format_refusal (&g_array_index (refusals, HvRefusal, i)));
  g_autofree char *title =
      g_strdup_printf (hv_own_ntext ("%u line is refused", "%u lines are refused", refusals->len), refusals->len);
  /* Whoever is alone has all the room. */
  gtk_widget_set_vexpand (self->people_box, refusals->len == 0);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->people_box),
                                              refusals->len == 0 ? -1 : PEOPLE_HEIGHT);
  gtk_label_set_text (self->refused_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_title), refusals->len > 0);
  show_lines (self->refused, self->refused_box, lines);
}

static void
show_preview (HvImportDialog *self)
{
  guint n = hv_volunteer_table_count_new (self->import->edit);
  bool all = self->import->refusals->len == 0;
  g_autofree char *number = n == 0 ? g_strdup (_ ("Nobody new in this file"))
                                   : g_strdup_printf (hv_own_ntext ("%u new volunteer", "%u new volunteers", n), n);
  g_autofree char *label = all ? g_strdup_printf (hv_own_ntext ("Add %u", "Add %u", n), n)
                               : g_strdup_printf (hv_own_ntext ("Add the %u Good One", "Add the %u Good Ones", n), n);
  gtk_label_set_text (self->number, number);
  gtk_button_set_label (self->take, label);
  gtk_widget_set_visible (GTK_WIDGET (self->take), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), !hv_edit_is_empty (self->import->edit));
  show_remarks (self);
  show_people (self);
  show_refused (self);
  show_state (self, HV_IMPORT_PREVIEW, "preview");
  if (n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->take));
}

/* --- reading, in a thread --- */

typedef struct
{
  GFile *file;
  HvRoster *roster;
  HvProgress *progress; /* shared with the dialog */
  GCancellable *cancellable;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->file);
  hv_roster_unref (reading->roster);
  g_atomic_rc_box_release (reading->progress);
  g_clear_object (&reading->cancellable);
  g_free (reading);
}

/* Cancel ends the reading itself, not only the waiting for it. */
static bool
tell_cb (gpointer data, double read, GError **error)
{
  Reading *reading = data;
  g_atomic_int_set (&reading->progress->permille, (int)(read * 1000));
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (reading->file, cancellable, NULL, &error);
  HvImportProgress progress = { tell_cb, reading };
  HvEditSource ids = hv_store_new_edit_source ();
  HvImport *import = bytes == NULL ? NULL : hv_volunteer_table_read (reading->roster, bytes, ids, &progress, &error);
  if (import == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, import, (GDestroyNotify)hv_import_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HvImportDialog *self = HV_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  HvImport *import = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->import = import;
  if (import != NULL)
    show_preview (self);
  else
    show_failure (self, error);
}

static void
read_file (HvImportDialog *self, GFile *file)
{
  Reading *reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (file);
  reading->progress = g_atomic_rc_box_acquire (self->read);
  reading->cancellable = g_object_ref (self->cancellable);
  reading->roster = hv_roster_ref (hv_workspace_get_roster (hv_window_get_workspace (self->window)));
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, reading, (GDestroyNotify)reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* --- taking it in --- */

typedef struct
{
  HvImportDialog *dialog; /* weak */
  HvWindow *window;       /* owned */
  guint n;
} Taking;

static void
taking_free (Taking *taking)
{
  g_clear_weak_pointer (&taking->dialog);
  g_object_unref (taking->window);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Taking) taking = data;
  g_autoptr (GError) error = NULL;
  bool done = hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error);
  hv_window_say (taking->window, done ? _ ("Nobody is added.") : error->message, false);
}

/* A step is durable as a whole or not at all: who gives it up while it is being written
 * gets it taken back. */
static void
take_back (HvWorkspace *workspace, Taking *taking)
{
  hv_workspace_undo_async (workspace, taken_back_cb, taking);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Taking) taking = data;
  g_autoptr (GError) error = NULL;
  bool done = hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error);
  bool given_up = taking->dialog == NULL;
  if (done && given_up)
    take_back (HV_WORKSPACE (source), g_steal_pointer (&taking));
  else if (done)
    {
      g_autofree char *text =
          g_strdup_printf (hv_own_ntext ("%u volunteer is added.", "%u volunteers are added.", taking->n), taking->n);
      hv_window_say (taking->window, text, true);
      gtk_window_destroy (GTK_WINDOW (taking->dialog));
    }
  else if (given_up)
    hv_window_say (taking->window, error->message, false);
  else
    show_failure (taking->dialog, error);
}

void
hv_import_dialog_take (HvImportDialog *self)
{
  g_return_if_fail (HV_IS_IMPORT_DIALOG (self));
  HvEdit *edit = self->state != HV_IMPORT_PREVIEW ? NULL : hv_import_take_edit (self->import, true, NULL);
  if (edit == NULL)
    return;
  Taking *taking = g_new0 (Taking, 1);
  taking->n = hv_volunteer_table_count_new (edit);
  taking->window = g_object_ref (self->window);
  g_set_weak_pointer (&taking->dialog, self);
  g_autofree char *text = g_strdup_printf (
      hv_own_ntext ("%u volunteer is being saved…", "%u volunteers are being saved…", taking->n), taking->n);
  show_working (self, HV_IMPORT_SAVING, text);
  hv_workspace_commit_async (hv_window_get_workspace (self->window), edit, taken_cb, taking);
}

/* --- life --- */

HvImportDialog *
hv_import_dialog_new (HvWindow *window, GFile *file)
{
  HvImportDialog *self = g_object_new (HV_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  self->window = window;
  adw_window_title_set_subtitle (self->title, shown);
  show_working (self, HV_IMPORT_READING, _ ("The file is being read…"));
  read_file (self, file);
  return self;
}

/* --- asking for the file --- */

static void
file_chosen_cb (GFile *file, gpointer over)
{
  GtkWindow *parent = gtk_window_get_transient_for (over);
  HvWindow *window = HV_IS_WINDOW (over) ? HV_WINDOW (over) : HV_IS_WINDOW (parent) ? HV_WINDOW (parent) : NULL;
  g_return_if_fail (window != NULL);
  HvImportDialog *dialog = hv_import_dialog_new (window, file);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), over);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
hv_import_dialog_ask (GtkWindow *over)
{
  static const char *const suffixes[] = { "csv", "txt", "tsv", NULL };
  HvFileQuestion question = {
    .title = _ ("Get Volunteers from a Spreadsheet"),
    .kind = _ ("Spreadsheets saved as CSV"),
    .suffixes = suffixes,
  };
  hv_choose_file (over, &question, file_chosen_cb, G_OBJECT (over));
}

/* --- making it --- */

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *line = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_string_object_get_string (line), -1);
}

static void
hv_import_dialog_dispose (GObject *object)
{
  HvImportDialog *self = HV_IMPORT_DIALOG (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (hv_import_dialog_parent_class)->dispose (object);
}

static void
hv_import_dialog_finalize (GObject *object)
{
  HvImportDialog *self = HV_IMPORT_DIALOG (object);
  g_clear_pointer (&self->import, hv_import_free);
  g_object_unref (self->cancellable);
  g_atomic_rc_box_release (self->read);
  G_OBJECT_CLASS (hv_import_dialog_parent_class)->finalize (object);
}

static gboolean
hv_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (HV_IMPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (hv_import_dialog_parent_class)->close_request (window);
}

static void
hv_import_dialog_class_init (HvImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_import_dialog_dispose;
  object_class->finalize = hv_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hv_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, take);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, number);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, people_box);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, people);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, refused_title);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, refused_box);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, HvImportDialog, failed);
}

static void
hv_import_dialog_init (HvImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->read = g_atomic_rc_box_new0 (HvProgress);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_line_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line_cb), NULL);
  gtk_list_view_set_factory (self->people, factory);
  gtk_list_view_set_factory (self->refused, factory);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (hv_import_dialog_take), self);
}
