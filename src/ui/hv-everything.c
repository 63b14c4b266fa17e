/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-everything.h"

#include "hv-choose-file.h"
#include "hv-file-export.h"
#include "hv-ui-text.h"
#include "hv-whole-copy.h"

static bool
write_everything (HvWorkspace *whole, gpointer path, GError **error)
{
  HvChoice all = HV_CHOICE_ALL;
  g_autofree char *text =
      hv_file_export_write (whole, HV_EXPORT_ALL, HV_EXPORT_JSON, &all, hv_text_get_own_language (), error);
  return text != NULL && hv_file_export_save (path, text, error);
}

void
hv_everything_save (HvWindow *window, GFile *file)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  char *path = g_file_get_path (file);
  if (path == NULL)
    {
      hv_window_say (window, _ ("Choose a folder of this computer."), false);
      return;
    }
  g_autofree char *name = g_filename_display_basename (path);
  hv_whole_copy_run (window, write_everything, path, g_free, g_strdup_printf (_ ("Saved as %s."), name));
}

static void
chosen_cb (GFile *file, gpointer window)
{
  hv_everything_save (window, file);
}

void
hv_everything_ask (HvWindow *window, GtkWindow *over)
{
  static const char *const suffixes[] = { "json", NULL };
  /* TRANSLATORS: the name of a file, without its ending */
  g_autofree char *name = g_strdup_printf ("%s.json", _ ("everything"));
  HvFileQuestion question = {
    .title = _ ("Save a Copy of Everything"), .name = name, .kind = _ ("Copies of everything"), .suffixes = suffixes
  };
  hv_choose_file (over, &question, chosen_cb, G_OBJECT (window));
}
