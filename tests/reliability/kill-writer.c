/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* kill-writer FILE: writes one step after the other until it is killed, and says the number
 * of each on standard output once it is durable. A step touches two houses, a volunteer's
 * personal data and a new record; every tenth is taken back and made again. */

#include "hv-sample.h"
#include "kill-words.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static HvStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  HvStore *store = hv_store_open (path, HV_STORE_DEFAULT, &error);

  if (store == NULL)
    {
      fprintf (stderr, "kill-writer: %s\n", error->message);
      exit (1);
    }
  return store;
}

static void
acknowledge (gint64 number)
{
  char line[32];
  int length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT "\n", number);

  if (write (STDOUT_FILENO, line, (gsize)length) != length)
    exit (1);
}

static void
write_step (HvStore *store, gint64 number)
{
  HvEdit *edit = sample_begin ("edit");
  g_autoptr (HvRecord) j = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_J);
  g_autoptr (HvRecord) t = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  g_autoptr (HvRecord) anna = sample_find (store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);

  ((HvShift *)hv_edit_change (edit, j))->minimum = number;
  ((HvShift *)hv_edit_change (edit, t))->minimum = number;
  g_autofree char *note = g_strdup_printf (KILL_NOTE, number);
  hv_set_text (&((HvVolunteer *)hv_edit_change (edit, anna))->note, note);
  HvClosed *closed = hv_edit_add (edit, HV_KIND_CLOSED);
  closed->house = SAMPLE_TORRING;
  closed->from = closed->to = number;
  sample_apply (store, edit, "writer");
}

/* There and back: whoever is killed in between has taken one step back, and no more. */
static void
undo_and_redo (HvStore *store)
{
  g_autoptr (HvEdit) back = NULL, again = NULL;
  HvStep step;

  if (!hv_store_undo (store, "writer", &step, &back, NULL) || !hv_store_redo (store, "writer", &step, &again, NULL))
    exit (1);
}

int
main (int argc, char **argv)
{
  g_autoptr (HvStore) store = open_store (argv[1]);
  gint64 number = kill_read_number (store);

  for (;;)
    {
      write_step (store, ++number);
      acknowledge (number);
      if (number % 10 == 0)
        undo_and_redo (store);
    }
}
