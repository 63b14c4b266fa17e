/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-publish-dialog.h"

#include "hv-choose-file.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-publishing.h"
#include "hv-ui-text.h"

/* Nobody reads more in one go; the rest is a button away. */
#define LINES_AT_ONCE 50

#define PULSE_MILLISECONDS 120

struct _HvPublishDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkWidget *publish;
  GtkStack *pages;
  GtkLabel *intro;
  AdwActionRow *folder_row;
  GtkListBox *differences;
  GtkWidget *more;
  GtkProgressBar *progress;
  AdwStatusPage *failed;
  GtkWidget *try_again;
  AdwStatusPage *done;
  GtkWidget *close;

  /* owned */
  HvWorkspace *workspace;
  GSettings *settings;
  HvDraft *draft; /* NULL until it is there */

  HvWeek week;
  guint n_lines;
  guint pulse;
  bool published; /* the data says so; the folder may not have all of it yet */
  bool outdated;  /* somebody else was faster: look at the differences again */
};

G_DEFINE_FINAL_TYPE (HvPublishDialog, hv_publish_dialog, ADW_TYPE_WINDOW)

const char *
hv_publish_dialog_get_page (HvPublishDialog *self)
{
  g_return_val_if_fail (HV_IS_PUBLISH_DIALOG (self), NULL);
  return gtk_stack_get_visible_child_name (self->pages);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (HV_PUBLISH_DIALOG (data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_page (HvPublishDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->publish, g_str_equal (name, "ready"));
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (g_str_equal (name, "busy"))
    self->pulse = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
}

/* Whether an answer still finds somebody to tell. */
static bool
is_open (HvPublishDialog *self)
{
  return self->workspace != NULL;
}

/* --- the folder --- */

static char *
dup_folder (HvPublishDialog *self)
{
  return g_settings_get_string (self->settings, "publish-folder");
}

static void
show_folder (HvPublishDialog *self)
{
  g_autofree char *folder = dup_folder (self);
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  adw_action_row_set_subtitle (self->folder_row, folder[0] == '\0' ? _ ("Not chosen yet") : escaped);
}

/* --- what went wrong, and what came of it --- */

/* What the volunteers see now. */
static char *
describe_seen (HvPublishDialog *self)
{
  if (self->published)
    return g_strdup (_ ("The week is published. Calendars that could not be written show what they showed before."));
  gint64 at = hv_draft_find_published_at (hv_workspace_get_roster (self->workspace), self->week);
  if (at == HV_NONE)
    return g_strdup (_ ("The plan is saved on this computer. Volunteers do not see it yet."));

  HvLanguage language = hv_text_get_own_language ();
  const HvOrganisation *organisation = hv_roster_get_organisation (hv_workspace_get_roster (self->workspace));
  HvMinute local = hv_zone_to_local (hv_workspace_get_zone (self->workspace, organisation->zone), at);
  g_autofree char *day = hv_format_day (hv_minute_get_day (local), language);
  g_autofree char *time = hv_format_time (hv_minute_get_of_day (local), language);
  /* TRANSLATORS: day and time: "… the version of Friday 1 May at 20:14." In Danish and Swedish the time already
   * begins with "kl." */
  return g_strdup_printf (_ ("The plan is saved on this computer. Volunteers still see the version of %s at %s."), day,
                          time);
}

static void
show_failure (HvPublishDialog *self, const GError *error)
{
  g_autofree char *week = hv_format_week (self->week, hv_week_get_year (self->week), hv_text_get_own_language ());
  g_autofree char *title = self->published ? g_strdup (_ ("Not All Calendars Are Written"))
                                           /* TRANSLATORS: "Week 19 Is Not Published" */
                                           : g_strdup_printf (_ ("%s Is Not Published"), week);
  g_autofree char *seen = describe_seen (self);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", error->message, seen);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, escaped);
  self->outdated = g_error_matches (error, HV_ERROR, HV_ERROR_CONFLICT);
  show_page (self, "failed");
  gtk_widget_grab_focus (self->try_again);
}

static void
show_done (HvPublishDialog *self, const HvFeedFolderCount *count)
{
  g_autofree char *week = hv_format_week (self->week, hv_week_get_year (self->week), hv_text_get_own_language ());
  /* TRANSLATORS: "Week 19 Is Published" */
  g_autofree char *title = g_strdup_printf (_ ("%s Is Published"), week);
  g_autofree char *written = g_strdup_printf (
      hv_own_ntext ("%u calendar is written.", "%u calendars are written.", count->written), count->written);
  g_autofree char *unchanged =
      g_strdup_printf (hv_own_ntext ("%u is as it was.", "%u are as they were.", count->unchanged), count->unchanged);
  g_autofree char *folder = dup_folder (self);
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *text = g_strdup_printf ("%s %s\n\n%s", written, unchanged, name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, escaped);
  show_page (self, "done");
  gtk_widget_grab_focus (self->close);
}

/* --- publishing --- */

static gpointer
ask_write (HvStore *store, const HvRoster *latest, gpointer folder, GError **error)
{
  g_autofree HvFeedFolderCount *count = g_new0 (HvFeedFolderCount, 1);
  return hv_publishing_write (store, latest, folder, count, error) ? g_steal_pointer (&count) : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvPublishDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree HvFeedFolderCount *count = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  if (!is_open (self))
    return;
  if (count == NULL)
    show_failure (self, error);
  else
    show_done (self, count);
}

static void
write_calendars (HvPublishDialog *self)
{
  show_page (self, "busy");
  hv_workspace_ask_async (self->workspace, ask_write, dup_folder (self), g_free, g_free, written_cb,
                          g_object_ref (self));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvPublishDialog) self = data;
  g_autoptr (GError) error = NULL;
  HvStep step;
  self->published = hv_workspace_finish (HV_WORKSPACE (source), result, &step, &error);
  if (!is_open (self))
    return;
  if (self->published)
    write_calendars (self);
  else
    show_failure (self, error);
}

static void
publish (HvPublishDialog *self)
{
  show_page (self, "busy");
  hv_workspace_commit_async (self->workspace, hv_publishing_make (self->draft), committed_cb, g_object_ref (self));
}

static void
go_on (HvPublishDialog *self)
{
  if (self->published)
    write_calendars (self);
  else
    publish (self);
}

static void
folder_chosen_cb (const char *path, gpointer owner)
{
  HvPublishDialog *self = owner;
  g_settings_set_string (self->settings, "publish-folder", path);
  show_folder (self);
  if (g_str_equal (hv_publish_dialog_get_page (self), "failed"))
    go_on (self);
}

static void
choose_cb (HvPublishDialog *self)
{
  g_autofree char *folder = dup_folder (self);
  hv_choose_folder (GTK_WINDOW (self), _ ("Folder for the Calendars"), folder, folder_chosen_cb, G_OBJECT (self));
}

static void
folder_chosen_to_publish_cb (const char *path, gpointer owner)
{
  folder_chosen_cb (path, owner);
  go_on (owner);
}

static void
publish_cb (HvPublishDialog *self)
{
  g_autofree char *folder = dup_folder (self);
  if (folder[0] != '\0')
    go_on (self);
  else
    hv_choose_folder (GTK_WINDOW (self), _ ("Folder for the Calendars"), NULL, folder_chosen_to_publish_cb,
                      G_OBJECT (self));
}

/* --- the differences --- */

static const char *
get_icon (HvDifferenceKind kind)
{
  static const char *const icons[] = {
    [HV_DIFFERENCE_NEW] = "list-add-symbolic",
    [HV_DIFFERENCE_MOVED] = "view-refresh-symbolic",
    [HV_DIFFERENCE_TIME] = "husvagt-wait-symbolic",
    [HV_DIFFERENCE_REMOVED] = "list-remove-symbolic",
    [HV_DIFFERENCE_CANCELLED] = "action-unavailable-symbolic",
  };
  return icons[kind];
}

static GtkWidget *
create_row (const HvDifference *difference)
{
  g_autofree char *text = hv_difference_format (difference, hv_text_get_own_language ());
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 10, "margin-start", 12, "margin-end", 12, "margin-top", 10,
                                 "margin-bottom", 10, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", get_icon (difference->kind), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
show_differences (HvPublishDialog *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->differences, 0)) != NULL)
    gtk_list_box_remove (self->differences, GTK_WIDGET (row));
  guint n = MIN (self->draft->differences->len, self->n_lines);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->differences, create_row (&g_array_index (self->draft->differences, HvDifference, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->differences), n > 0);
  gtk_widget_set_visible (self->more, self->draft->differences->len > n);
}

static void
more_cb (HvPublishDialog *self)
{
  self->n_lines += LINES_AT_ONCE;
  show_differences (self);
}

static void
show_draft (HvPublishDialog *self)
{
  const HvOrganisation *organisation = hv_roster_get_organisation (self->draft->roster);
  HvZone *zone = hv_workspace_get_zone (self->workspace, organisation->zone);
  g_autofree char *intro = hv_draft_format_intro (self->draft, zone, hv_text_get_own_language ());
  gtk_label_set_text (self->intro, intro);
  show_differences (self);
  show_folder (self);
  show_page (self, "ready");
  if (!gtk_widget_get_sensitive (self->publish))
    {
      gtk_widget_set_sensitive (self->publish, TRUE);
      gtk_widget_grab_focus (self->publish);
    }
}

/* --- looking --- */

typedef struct
{
  HvWeek week;
  HvOutlook *outlook; /* owned */
} Question;

static void
question_free (Question *question)
{
  hv_outlook_unref (question->outlook);
  g_free (question);
}

static gpointer
ask_draft (HvStore *store, const HvRoster *latest, gpointer data, GError **error)
{
  const Question *question = data;
  return hv_publishing_draft (store, latest, question->outlook, question->week, error);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvPublishDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvDraft) draft = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  if (!is_open (self))
    return;
  if (draft == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->draft, hv_draft_free);
  self->draft = g_steal_pointer (&draft);
  show_draft (self);
}

static void
look (HvPublishDialog *self)
{
  Question *question = g_new0 (Question, 1);
  question->week = self->week;
  question->outlook = hv_outlook_ref ((HvOutlook *)hv_workspace_get_outlook (self->workspace));
  self->outdated = false;
  hv_workspace_ask_async (self->workspace, ask_draft, question, (GDestroyNotify)question_free,
                          (GDestroyNotify)hv_draft_free, drafted_cb, g_object_ref (self));
}

static void
try_again_cb (HvPublishDialog *self)
{
  if (self->draft == NULL || self->outdated)
    look (self);
  else
    go_on (self);
}

static void
workspace_changed_cb (HvPublishDialog *self)
{
  if (g_str_equal (hv_publish_dialog_get_page (self), "ready"))
    look (self);
}

/* --- life --- */

static void
hv_publish_dialog_dispose (GObject *object)
{
  HvPublishDialog *self = HV_PUBLISH_DIALOG (object);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_pointer (&self->draft, hv_draft_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_PUBLISH_DIALOG);
  G_OBJECT_CLASS (hv_publish_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/husvagt/Husvagt/hv-publish-dialog.ui");
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, title);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, publish);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, pages);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, intro);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, folder_row);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, differences);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, more);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, progress);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, failed);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, try_again);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, done);
  gtk_widget_class_bind_template_child (klass, HvPublishDialog, close);
  gtk_widget_class_bind_template_callback (klass, publish_cb);
  gtk_widget_class_bind_template_callback (klass, choose_cb);
  gtk_widget_class_bind_template_callback (klass, more_cb);
  gtk_widget_class_bind_template_callback (klass, try_again_cb);
}

static void
hv_publish_dialog_class_init (HvPublishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_publish_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  bind_template (widget_class);
}

static void
hv_publish_dialog_init (HvPublishDialog *self)
{
  self->n_lines = LINES_AT_ONCE;
  self->settings = g_settings_new ("io.github.husvagt.Husvagt");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_week (HvPublishDialog *self)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *week = hv_format_week (self->week, hv_week_get_year (self->week), language);
  g_autofree char *days = hv_format_day_range (self->week.monday, self->week.monday + 6, language);
  g_autofree char *text = g_strdup_printf ("%s · %s", week, days);
  adw_window_title_set_subtitle (self->title, text);
}

GtkWidget *
hv_publish_dialog_new (HvWindow *window, HvWeek week)
{
  g_return_val_if_fail (HV_IS_WINDOW (window), NULL);
  HvPublishDialog *self = g_object_new (HV_TYPE_PUBLISH_DIALOG, "transient-for", window, NULL);
  self->workspace = g_object_ref (hv_window_get_workspace (window));
  self->week = week;
  show_week (self);
  show_folder (self);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return GTK_WIDGET (self);
}

void
hv_publish_dialog_open (HvWindow *window, HvWeek week)
{
  gtk_window_present (GTK_WINDOW (hv_publish_dialog_new (window, week)));
}
