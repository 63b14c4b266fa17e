/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-erase-dialog.h"

#include "hv-ui-text.h"

typedef struct
{
  HvWindow *window; /* owned */
  HvId volunteer;
  char *name;         /* owned */
  HvErasure *erasure; /* owned */
  void (*copy) (HvWindow *window, HvId volunteer);
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  g_free (question->name);
  g_clear_pointer (&question->erasure, hv_erasure_free);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* --- on the workspace's thread --- */

typedef struct
{
  HvId volunteer;
  HvMinute now;
  gint64 utc;
} Look;

static gpointer
look_through (HvStore *store, const HvRoster *latest, gpointer data, GError **error)
{
  const Look *look = data;
  g_autoptr (HvRoster) everything = NULL;
  if (!hv_store_load_everything (store, &everything, error))
    return NULL;
  const HvVolunteer *volunteer = hv_roster_find_volunteer (everything, look->volunteer);
  if (volunteer == NULL)
    return NULL;
  return hv_erasure_new (everything, volunteer, look->now, look->utc, hv_store_new_edit_source ());
}

/* --- the question --- */

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  bool done = hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error);
  g_autofree char *text =
      done ? g_strdup_printf (_ ("The personal data of %s is erased."), question->name) : g_strdup (error->message);
  hv_window_say (question->window, text, false);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Question) question = data;
  HvWorkspace *workspace = hv_window_get_workspace (question->window);
  if (g_strcmp0 (response, "copy") == 0)
    question->copy (question->window, question->volunteer);
  else if (g_strcmp0 (response, "erase") == 0)
    {
      HvErasure *erasure = g_steal_pointer (&question->erasure);
      hv_workspace_erase_async (workspace, erasure, erased_cb, g_steal_pointer (&question));
    }
}

static void
add_list (GtkBox *box, const char *title, GStrv items)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s", items[i]);
      gtk_box_append (box, g_object_new (GTK_TYPE_LABEL, "label", line, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                         PANGO_WRAP_WORD_CHAR, "max-width-chars", 52, NULL));
    }
}

static void
ask (Question *question)
{
  HvLanguage language = hv_text_get_own_language ();
  g_auto (GStrv) going = hv_erasure_list_going (question->erasure, language);
  g_auto (GStrv) staying = hv_erasure_list_staying (question->erasure, language);
  g_autofree char *heading = g_strdup_printf (_ ("Erase the personal data of %s?"), question->name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (question->window), heading, _ ("This cannot be undone."));
  GtkWidget *lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  add_list (GTK_BOX (lists), _ ("What goes"), going);
  add_list (GTK_BOX (lists), _ ("What stays"), staying);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), lists);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                    _ ("_Save a Copy First…"), "erase", _ ("_Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  question->erasure = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  if (error != NULL)
    hv_window_say (question->window, error->message, false);
  else if (question->erasure != NULL)
    ask (g_steal_pointer (&question));
}

void
hv_erase_dialog_open (HvWindow *window, HvId volunteer_id, void (*copy) (HvWindow *window, HvId volunteer))
{
  HvWorkspace *workspace = hv_window_get_workspace (window);
  const HvVolunteer *volunteer = hv_roster_find_volunteer (hv_workspace_get_roster (workspace), volunteer_id);
  if (volunteer == NULL)
    return;
  Question *question = g_new0 (Question, 1);
  question->window = g_object_ref (window);
  question->volunteer = volunteer_id;
  question->name = g_strdup (volunteer->name);
  question->copy = copy;
  Look look = { volunteer_id, hv_workspace_get_now (workspace), g_get_real_time () / G_USEC_PER_SEC };
  hv_workspace_ask_async (workspace, look_through, g_memdup2 (&look, sizeof look), g_free,
                          (GDestroyNotify)hv_erasure_free, looked_cb, question);
}
