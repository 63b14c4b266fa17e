/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* kill-writer FILE [STEPS [backups|weak]]: writes one step after the other until it is killed
 * (or STEPS are done), and says the number of each on standard output once it is durable. A
 * step touches two houses, a volunteer's personal data and a new record; every tenth is
 * taken back and made again. With "backups", every twentieth is followed by a backup.
 * "weak" does not use the store but SQLite with settings that promise too much: what
 * judges the writer must catch it. */

#include "hv-backup.h"
#include "kill-words.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static void
back_up (HvStore *store)
{
  g_autofree char *folder = hv_backup_dup_folder (hv_store_get_where (store));

  if (!hv_store_backup_if_due (store, folder, HV_BACKUP_IMPORT, NULL, NULL))
    exit (1);
}

static void
write_with_store (const char *path, gint64 steps, bool backups)
{
  g_autoptr (HvStore) store = open_store (path);
  gint64 number = kill_read_number (store);

  for (gint64 end = number + steps; number < end;)
    {
      write_step (store, ++number);
      acknowledge (number);
      if (number % 10 == 0)
        undo_and_redo (store);
      if (backups && number % 20 == 0)
        back_up (store);
    }
}

/* Two rows in one transaction, and the word given before the disk has it. */
static void
write_weakly (const char *path, gint64 steps)
{
  sqlite3 *handle;

  if (sqlite3_open (path, &handle) != SQLITE_OK)
    exit (1);
  sqlite3_exec (handle, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF", NULL, NULL, NULL);
  for (gint64 number = 4; number < 4 + steps; number++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE shift SET minimum = %" G_GINT64_FORMAT, number);
      if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
        exit (1);
      acknowledge (number);
    }
  sqlite3_close (handle);
}

int
main (int argc, char **argv)
{
  gint64 steps = argc > 2 ? g_ascii_strtoll (argv[2], NULL, 10) : G_MAXINT32;
  const char *how = argc > 3 ? argv[3] : "";

  if (strcmp (how, "weak") == 0)
    write_weakly (argv[1], steps);
  else
    write_with_store (argv[1], steps, strcmp (how, "backups") == 0);
  return 0;
}
