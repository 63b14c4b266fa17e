/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-choose-file.h"

#include "hv-ui-text.h"

typedef struct
{
  GObject *owner;               /* weak */
  HvFileChosen chosen;          /* or NULL */
  HvFolderChosen folder_chosen; /* or NULL */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_weak_pointer (&answer->owner);
  g_free (answer);
}

/* A place on the network that is no folder of this machine has no path. */
static void
tell (const Answer *answer, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  if (answer->chosen != NULL)
    answer->chosen (file, answer->owner);
  else if (path != NULL)
    answer->folder_chosen (path, answer->owner);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Answer *answer)
{
  g_autoptr (GFile) file = NULL;
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && answer->owner != NULL)
    tell (answer, file);
  g_object_unref (dialog);
}

/* Shows a dialog, which then lives until it is answered. */
static void
ask (GtkFileChooserNative *dialog, HvFileChosen chosen, HvFolderChosen folder_chosen, GObject *owner)
{
  Answer *answer = g_new0 (Answer, 1);
  answer->chosen = chosen;
  answer->folder_chosen = folder_chosen;
  g_set_weak_pointer (&answer->owner, owner);
  g_object_set_data_full (G_OBJECT (dialog), "hv-answer", answer, (GDestroyNotify)answer_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), answer);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filters (GtkFileChooser *chooser, const HvFileQuestion *question)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  if (question->kind != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, question->kind);
      for (guint i = 0; question->suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, question->suffixes[i]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
hv_choose_file (GtkWindow *parent, const HvFileQuestion *question, HvFileChosen chosen, GObject *owner)
{
  bool writes = question->name != NULL;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      question->title, parent, writes ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      writes ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  if (writes)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), question->name);
  add_filters (GTK_FILE_CHOOSER (dialog), question);
  ask (dialog, chosen, NULL, owner);
}

void
hv_choose_folder (GtkWindow *parent, const char *title, const char *current, HvFolderChosen chosen, GObject *owner)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));
  if (current != NULL && current[0] != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_path (current);
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }
  ask (dialog, NULL, chosen, owner);
}
