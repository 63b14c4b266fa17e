/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-step.h"

#include "hv-ui-text.h"

HvEditSource
hv_volunteer_step_source (void)
{
  return hv_store_new_edit_source ();
}

/* Two warnings are a toast too long to read: from there on they are counted. */
static char *
add_warnings (char *sentence, const HvEdit *edit)
{
  guint n = edit->warnings->len;
  if (n == 0)
    return sentence;
  g_autofree char *before = sentence;
  if (n == 1)
    return g_strdup_printf ("%s %s", before, g_array_index (edit->warnings, HvWarning, 0).message);
  g_autofree char *more = g_strdup_printf (hv_own_ntext ("%s And %u more like it.", "%s And %u more like it.", n - 1),
                                           g_array_index (edit->warnings, HvWarning, 0).message, n - 1);
  return g_strdup_printf ("%s %s", before, more);
}

void
hv_volunteer_step (GtkWidget *from, HvEdit *edit, char *sentence)
{
  HvWindow *window = hv_window_of (from);
  if (edit == NULL || window == NULL || hv_edit_is_empty (edit))
    {
      g_clear_pointer (&edit, hv_edit_free);
      g_free (sentence);
      return;
    }
  hv_window_commit (window, edit, add_warnings (sentence, edit));
}
