/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-who-dialog.h"

#include "hv-erase-dialog.h"
#include "hv-person-copy.h"
#include "hv-text-file.h"
#include "hv-ui-text.h"

struct _HvWhoDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkWidget *save;
  GtkLabel *sums;
  GtkListView *people;

  HvWindow *window;       /* lent: the dialog is destroyed with it */
  HvWorkspace *workspace; /* owned; NULL when it is closed */
  HvWhoReport *report;    /* owned; NULL until it is there */
};

G_DEFINE_FINAL_TYPE (HvWhoDialog, hv_who_dialog, ADW_TYPE_WINDOW)

const HvWhoReport *
hv_who_dialog_get_report (HvWhoDialog *self)
{
  g_return_val_if_fail (HV_IS_WHO_DIALOG (self), NULL);
  return self->report;
}

static char *
dup_file_name (HvWhoDialog *self)
{
  return g_filename_display_basename (hv_workspace_get_path (self->workspace));
}

/* --- rows: a line of the list is only a number, and the report has the rest --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *label =
          g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
      gtk_widget_add_css_class (label, i == 0 ? "heading" : "hv-secondary");
      gtk_box_append (GTK_BOX (texts), label);
    }
  GtkWidget *erase = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Erase…"), "valign", GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), erase);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, HvWhoDialog *self)
{
  HvLanguage language = hv_text_get_own_language ();
  guint at = gtk_list_item_get_position (item);
  if (self->report == NULL || at >= self->report->people->len)
    return;
  const HvWhoPerson *person = g_ptr_array_index (self->report->people, at);
  g_autofree char *data = hv_who_report_format_data (person, language);
  g_autofree char *age = hv_who_report_format_age (person, language);
  const char *lines[] = { person->name, data, age };

  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *erase = gtk_widget_get_last_child (row);
  GtkWidget *label = gtk_widget_get_first_child (texts);
  for (int i = 0; i < 3; i++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_text (GTK_LABEL (label), lines[i]);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (erase), "x", (gint64)person->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (erase), "who.erase"); /* never without a target */
  g_autofree char *said = g_strdup_printf (_ ("Erase the personal data of %s"), person->name);
  g_autofree char *whole = g_strdup_printf ("%s: %s, %s", person->name, data, age);
  gtk_accessible_update_property (GTK_ACCESSIBLE (erase), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
}

/* --- the report --- */

static void
show_report (HvWhoDialog *self)
{
  g_auto (GStrv) sums = hv_who_report_list_sums (self->report, hv_text_get_own_language ());
  g_autofree char *text = g_strjoinv ("\n", sums);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->report->people->len; i++)
    gtk_string_list_append (lines, "");
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&lines)));
  gtk_label_set_text (self->sums, text);
  gtk_list_view_set_model (self->people, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_sensitive (self->save, TRUE);
}

static gpointer
make_report (HvStore *store, const HvRoster *latest, gpointer today, GError **error)
{
  g_autoptr (HvRoster) everything = NULL;
  if (!hv_store_load_everything (store, &everything, error))
    return NULL;
  return hv_who_report_new (everything, *(const HvDay *)today);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvWhoDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvWhoReport) report = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  if (self->workspace == NULL) /* closed meanwhile */
    return;
  if (report == NULL)
    {
      gtk_label_set_text (self->sums, error == NULL ? "" : error->message);
      return;
    }
  g_clear_pointer (&self->report, hv_who_report_free);
  self->report = g_steal_pointer (&report);
  show_report (self);
}

static void
look (HvWhoDialog *self)
{
  HvDay today = hv_workspace_get_today (self->workspace);
  hv_workspace_ask_async (self->workspace, make_report, g_memdup2 (&today, sizeof today), g_free,
                          (GDestroyNotify)hv_who_report_free, made_cb, g_object_ref (self));
}

/* --- actions --- */

static void
save (HvWhoDialog *self, const char *title, const char *ending, const char *kind, char *text)
{
  const char *suffixes[] = { ending, NULL };
  /* TRANSLATORS: the name of a file, without its ending */
  g_autofree char *name = g_strdup_printf ("%s.%s", _ ("who is in this file"), ending);
  HvFileQuestion question = { .title = title, .name = name, .kind = kind, .suffixes = suffixes };
  hv_text_file_ask (self->window, GTK_WINDOW (self), &question, text);
}

static void
save_text_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWhoDialog *self = HV_WHO_DIALOG (widget);
  g_autofree char *file = dup_file_name (self);
  if (self->report != NULL)
    save (self, _ ("Save the List as Text"), "txt", _ ("Texts"),
          hv_who_report_to_text (self->report, file, hv_text_get_own_language ()));
}

static void
save_table_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWhoDialog *self = HV_WHO_DIALOG (widget);
  if (self->report != NULL)
    save (self, _ ("Save the List as a Spreadsheet"), "csv", _ ("Spreadsheets saved as CSV"),
          hv_who_report_to_csv (self->report, hv_text_get_own_language ()));
}

static void
erase_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_erase_dialog_open (HV_WHO_DIALOG (widget)->window, g_variant_get_int64 (parameter), hv_person_copy_ask);
}

/* --- life --- */

HvWhoDialog *
hv_who_dialog_new (HvWindow *window)
{
  HvWhoDialog *self = g_object_new (HV_TYPE_WHO_DIALOG, "transient-for", window, NULL);
  self->window = window;
  self->workspace = g_object_ref (hv_window_get_workspace (window));
  g_autofree char *file = dup_file_name (self);
  adw_window_title_set_subtitle (self->title, file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "who.erase",
                                 hv_workspace_get_read_only_reason (self->workspace) == NULL);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

static void
hv_who_dialog_dispose (GObject *object)
{
  HvWhoDialog *self = HV_WHO_DIALOG (object);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->report, hv_who_report_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_WHO_DIALOG);
  G_OBJECT_CLASS (hv_who_dialog_parent_class)->dispose (object);
}

static void
hv_who_dialog_class_init (HvWhoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_who_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "who.save-text", NULL, save_text_activated);
  gtk_widget_class_install_action (widget_class, "who.save-table", NULL, save_table_activated);
  gtk_widget_class_install_action (widget_class, "who.erase", "x", erase_activated);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-who-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvWhoDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HvWhoDialog, save);
  gtk_widget_class_bind_template_child (widget_class, HvWhoDialog, sums);
  gtk_widget_class_bind_template_child (widget_class, HvWhoDialog, people);
}

static void
hv_who_dialog_init (HvWhoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->people, factory);
  gtk_widget_set_sensitive (self->save, FALSE);
}
