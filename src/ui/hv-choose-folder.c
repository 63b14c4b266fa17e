/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-choose-folder.h"

#include "hv-ui-text.h"

typedef struct
{
  GObject *owner; /* weak */
  HvFolderChosen chosen;
} Question;

static void
question_free (Question *question)
{
  g_clear_weak_pointer (&question->owner);
  g_free (question);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) folder = NULL;
  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = folder == NULL ? NULL : g_file_get_path (folder);
  if (path != NULL && question->owner != NULL)
    question->chosen (path, question->owner);
  g_object_unref (dialog);
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
  Question *question = g_new0 (Question, 1);
  question->chosen = chosen;
  g_set_weak_pointer (&question->owner, owner);
  g_object_set_data_full (G_OBJECT (dialog), "hv-question", question, (GDestroyNotify)question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
