/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-text-file.h"

#include "hv-ui-text.h"

#include <string.h>

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvWindow) window = data;
  g_autoptr (GError) error = NULL;
  bool done = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = done ? g_strdup_printf (_ ("Saved as %s."), shown) : g_strdup (error->message);
  hv_window_say (window, text, false);
}

void
hv_text_file_save (HvWindow *window, GFile *file, char *text)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION | G_FILE_CREATE_PRIVATE, NULL, saved_cb,
                                       g_object_ref (window));
}

/* The text waits with the window until a file is chosen, or another text is asked for. */
static void
chosen_cb (GFile *file, gpointer window)
{
  char *text = g_object_steal_data (window, "hv-text-file");
  if (text != NULL)
    hv_text_file_save (window, file, text);
}

void
hv_text_file_ask (HvWindow *window, GtkWindow *over, const HvFileQuestion *question, char *text)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  g_object_set_data_full (G_OBJECT (window), "hv-text-file", text, g_free);
  hv_choose_file (over, question, chosen_cb, G_OBJECT (window));
}
