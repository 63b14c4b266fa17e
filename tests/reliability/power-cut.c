/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* power-cut SHIM WRITER [STATES]: lets the writer work under the shim, then cuts the power
 * at moments chosen by chance: what was synced is there; of what was not, all, nothing,
 * some writes, or some sectors of a write (strict), or everything up to a moment (ordered);
 * of names that were made, changed or removed without syncing their folder, some. Each
 * state is put into a folder, opened and judged: what had been acknowledged is there, no
 * step by half, and a file with the name of a backup is a good one. A writer with weak
 * settings must be caught. */

#include "hv-backup.h"
#include "hv-verify.h"
#include "kill-words.h"
#include "power-cut-log.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECTOR 512
#define STEPS "60"

/* --- the log --- */

typedef struct
{
  PowerType type;
  char *name;
  gint64 offset;
  GBytes *data;
} Event;

static void
clear_event (gpointer data)
{
  Event *event = data;

  g_free (event->name);
  g_bytes_unref (event->data);
}

static GArray *
read_log (const char *path)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  char *contents;
  gsize length, at = 0;

  g_array_set_clear_func (events, clear_event);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_autoptr (GBytes) whole = g_bytes_new_take (contents, length);
  while (at + sizeof (PowerHead) <= length)
    {
      PowerHead head;
      memcpy (&head, contents + at, sizeof head);
      at += sizeof head;
      Event event = { (PowerType)head.type, g_strndup (contents + at, (gsize)head.name_length), head.offset, NULL };
      at += (gsize)head.name_length;
      event.data = g_bytes_new_from_bytes (whole, at, (gsize)head.data_length);
      at += (gsize)head.data_length;
      g_array_append_val (events, event);
    }
  g_assert_cmpuint (at, ==, length);
  return events;
}

/* --- the disk --- */

/* A file's contents that are safe, and what has been done since, by event. */
typedef struct
{
  GByteArray *safe;
  GArray *pending; /* guint */
} File;

/* A change of a folder that is not safe yet. */
typedef struct
{
  char *folder;
  char *name;
  File *file; /* NULL: the name goes */
  guint event;
} NameChange;

typedef struct
{
  const GArray *events;
  GPtrArray *files;       /* owns all there ever were */
  GHashTable *safe_names; /* name → File */
  GHashTable *names;      /* as the running program sees them */
  GArray *changes;        /* NameChange */
  gint64 acknowledged;
} Disk;

static void
free_file (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->safe);
  g_array_unref (file->pending);
  g_free (file);
}

static void
clear_change (gpointer data)
{
  NameChange *change = data;

  g_free (change->folder);
  g_free (change->name);
}

static void
disk_init (Disk *disk, const GArray *events)
{
  *disk = (Disk){ .events = events };
  disk->files = g_ptr_array_new_with_free_func (free_file);
  disk->safe_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  disk->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  disk->changes = g_array_new (FALSE, FALSE, sizeof (NameChange));
  g_array_set_clear_func (disk->changes, clear_change);
}

static void
disk_clear (Disk *disk)
{
  g_hash_table_unref (disk->safe_names);
  g_hash_table_unref (disk->names);
  g_array_unref (disk->changes);
  g_ptr_array_unref (disk->files);
}

static File *
new_file (Disk *disk)
{
  File *file = g_new0 (File, 1);

  file->safe = g_byte_array_new ();
  file->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (disk->files, file);
  return file;
}

/* What was there before the log began is safe. */
static void
disk_take_file (Disk *disk, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents;
  gsize length;
  File *file = new_file (disk);

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_byte_array_append (file->safe, (guint8 *)contents, (guint)length);
  g_free (contents);
  g_hash_table_insert (disk->safe_names, g_strdup (name), file);
  g_hash_table_insert (disk->names, g_strdup (name), file);
}

static void
put_bytes (GByteArray *bytes, gint64 offset, const guint8 *data, gsize length)
{
  guint end = (guint)((gsize)offset + length);
  guint before = bytes->len;

  if (end > before)
    {
      g_byte_array_set_size (bytes, end);
      memset (bytes->data + before, 0, end - before);
    }
  memcpy (bytes->data + offset, data, length);
}

static void
set_length (GByteArray *bytes, gint64 length)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, (guint)length);
  if (bytes->len > before)
    memset (bytes->data + before, 0, bytes->len - before);
}

/* Carries out a write or a truncation; of a write only the sectors of the mask (a chance of
 * each, 1 = all). */
static void
carry_out (GByteArray *bytes, const Event *event, double chance)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (event->data, &length);

  if (event->type == POWER_TRUNCATE)
    {
      set_length (bytes, event->offset);
      return;
    }
  for (gsize at = 0; at < length; at += SECTOR)
    if (chance >= 1 || g_random_double () < chance)
      put_bytes (bytes, event->offset + (gint64)at, data + at, MIN (SECTOR, length - at));
}

static char *
get_folder (const char *name)
{
  g_autofree char *folder = g_path_get_dirname (name);

  return g_strdup (strcmp (folder, ".") == 0 ? "" : folder);
}

static void
change_name (Disk *disk, const char *name, File *file, guint event)
{
  NameChange change = { get_folder (name), g_strdup (name), file, event };

  g_array_append_val (disk->changes, change);
  if (file != NULL)
    g_hash_table_insert (disk->names, g_strdup (name), file);
  else
    g_hash_table_remove (disk->names, name);
}

static void
sync_folder (Disk *disk, const char *folder)
{
  for (guint i = 0; i < disk->changes->len;)
    {
      const NameChange *change = &g_array_index (disk->changes, NameChange, i);
      if (strcmp (change->folder, folder) != 0)
        {
          i++;
          continue;
        }
      if (change->file != NULL)
        g_hash_table_insert (disk->safe_names, g_strdup (change->name), change->file);
      else
        g_hash_table_remove (disk->safe_names, change->name);
      g_array_remove_index (disk->changes, i);
    }
}

static void
sync_file (Disk *disk, File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    carry_out (file->safe, &g_array_index (disk->events, Event, g_array_index (file->pending, guint, i)), 1);
  g_array_set_size (file->pending, 0);
}

static void
disk_play (Disk *disk, guint number)
{
  const Event *event = &g_array_index (disk->events, Event, number);
  File *file = g_hash_table_lookup (disk->names, event->name);

  switch (event->type)
    {
    case POWER_CREATE:
      change_name (disk, event->name, new_file (disk), number);
      break;
    case POWER_WRITE:
    case POWER_TRUNCATE:
      if (file != NULL)
        g_array_append_val (file->pending, number);
      break;
    case POWER_SYNC:
      if (file != NULL)
        sync_file (disk, file);
      break;
    case POWER_SYNC_DIR:
      sync_folder (disk, event->name);
      break;
    case POWER_RENAME:
      {
        g_autofree char *to = g_strndup (g_bytes_get_data (event->data, NULL), g_bytes_get_size (event->data));
        change_name (disk, event->name, NULL, number);
        change_name (disk, to, file, number);
        break;
      }
    case POWER_UNLINK:
      change_name (disk, event->name, NULL, number);
      break;
    case POWER_ACK:
      disk->acknowledged = g_ascii_strtoll (g_bytes_get_data (event->data, NULL), NULL, 10);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* --- after the cut --- */

/* How much of what was not synced has reached the disk. */
typedef struct
{
  bool ordered;
  guint until; /* ordered: the events before this one, and a part of it */
  int luck;    /* strict: 0 nothing, 1 everything, 2 some */
} Fate;

static GByteArray *
get_contents (const Disk *disk, const File *file, const Fate *fate)
{
  GByteArray *bytes = g_byte_array_sized_new (file->safe->len);

  g_byte_array_append (bytes, file->safe->data, file->safe->len);
  for (guint i = 0; i < file->pending->len; i++)
    {
      guint number = g_array_index (file->pending, guint, i);
      const Event *event = &g_array_index (disk->events, Event, number);
      if (fate->ordered ? number < fate->until : fate->luck == 1 || (fate->luck == 2 && g_random_int_range (0, 3) == 0))
        carry_out (bytes, event, 1);
      else if (fate->ordered ? number == fate->until : fate->luck == 2 && g_random_int_range (0, 2) == 0)
        carry_out (bytes, event, event->type == POWER_WRITE ? g_random_double () : 1);
    }
  return bytes;
}

/* A rename is one change of two names: both happen or none. */
static GHashTable *
get_names (const Disk *disk, const Fate *fate)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, file;
  guint last = G_MAXUINT;
  bool happens = false;

  g_hash_table_iter_init (&iter, disk->safe_names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    g_hash_table_insert (names, g_strdup (name), file);
  for (guint i = 0; i < disk->changes->len; i++)
    {
      const NameChange *change = &g_array_index (disk->changes, NameChange, i);
      if (change->event != last)
        happens = fate->ordered ? change->event < fate->until
                                : fate->luck == 1 || (fate->luck == 2 && g_random_int_range (0, 2) == 0);
      last = change->event;
      if (happens && change->file != NULL)
        g_hash_table_insert (names, g_strdup (change->name), change->file);
      else if (happens)
        g_hash_table_remove (names, change->name);
    }
  return names;
}

static void
write_state (const Disk *disk, const Fate *fate, const char *folder)
{
  g_autoptr (GHashTable) names = get_names (disk, fate);
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      g_autoptr (GByteArray) bytes = get_contents (disk, file, fate);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *above = g_path_get_dirname (path);
      g_mkdir_with_parents (above, 0700);
      g_assert_true (g_file_set_contents (path, (char *)bytes->data, bytes->len, NULL));
    }
}

/* --- judging --- */

static const char *
judge_numbers (HvStore *store, gint64 acknowledged)
{
  gint64 number = kill_read_number (store);
  g_autoptr (HvRecord) other = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  bool between = acknowledged % 10 == 0 && number == acknowledged - 1; /* taken back, not yet made again */

  if (number != acknowledged && number != acknowledged + 1 && !between)
    return "lost or invented";
  return ((HvShift *)other)->minimum == number ? NULL : "half a step";
}

static const char *
judge_file (HvStore *store, const char *backups)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (!hv_store_verify (store, backups, &findings, NULL))
    return "cannot be verified";
  return findings->len == 0 ? NULL : "damaged";
}

static const char *
judge_backups (const char *backups, const char *path)
{
  g_autoptr (GPtrArray) all = hv_backup_list (backups, path);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (HvStore) store = hv_store_open (((HvBackup *)all->pdata[i])->path, HV_STORE_READ_ONLY, NULL);
      g_autoptr (HvRoster) roster = NULL;
      if (store == NULL || !hv_store_load_everything (store, &roster, NULL))
        return "a bad backup";
    }
  return NULL;
}

/* What is wrong with a state, or NULL. The weak writer keeps no log to verify. */
static const char *
judge_state (const char *folder, gint64 acknowledged, bool weak)
{
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  g_autofree char *backups = hv_backup_dup_folder (path);
  g_autoptr (HvStore) store = hv_store_open (path, HV_STORE_DEFAULT, NULL);
  g_autoptr (HvRoster) everything = NULL;

  if (store == NULL)
    return "does not open";
  if (!hv_store_load_everything (store, &everything, NULL))
    return "cannot be read";
  const char *wrong = judge_numbers (store, acknowledged);
  if (wrong == NULL && !weak)
    wrong = judge_file (store, backups);
  return wrong != NULL ? wrong : judge_backups (backups, path);
}

/* --- the run --- */

typedef struct
{
  const char *shim;
  const char *writer;
  int states;
} Run;

static void
run_writer (const Run *run, const char *folder, const char *log, bool weak)
{
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      g_setenv ("LD_PRELOAD", run->shim, TRUE);
      g_setenv ("POWER_CUT_FOLDER", folder, TRUE);
      g_setenv ("POWER_CUT_LOG", log, TRUE);
      if (freopen ("/dev/null", "w", stdout) == NULL)
        _exit (1);
      execl (run->writer, run->writer, path, STEPS, weak ? "weak" : "backups", NULL);
      _exit (127);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a, other = *(const guint *)b;

  return one < other ? -1 : one > other;
}

static guint *
choose_cuts (int n, guint n_events)
{
  guint *cuts = g_new (guint, n);

  for (int i = 0; i < n; i++)
    cuts[i] = (guint)g_random_int_range (1, (gint32)n_events + 1);
  qsort (cuts, (gsize)n, sizeof *cuts, compare_cuts);
  return cuts;
}

static const char *
cut_power (const Disk *disk, guint played, bool weak)
{
  char *folder = sample_folder_new ();
  Fate fate = {
    .ordered = g_random_int_range (0, 2) == 0,
    .until = (guint)g_random_int_range (0, (gint32)played + 1),
    .luck = g_random_int_range (0, 4),
  };

  if (fate.luck == 3)
    fate.luck = 2;
  write_state (disk, &fate, folder);
  const char *wrong = judge_state (folder, disk->acknowledged, weak);
  sample_folder_free (folder);
  return wrong;
}

/* The number of bad states. */
static guint
run_states (const Run *run, bool weak)
{
  char *folder = sample_folder_new ();
  g_autofree char *log = g_strconcat (folder, ".log", NULL);
  guint bad = 0, played = 0;
  Disk disk;

  hv_store_close (sample_store_new_filled (folder));
  disk_init (&disk, NULL);
  disk_take_file (&disk, folder, "roster.husvagt");
  run_writer (run, folder, log, weak);
  g_autoptr (GArray) events = read_log (log);
  g_autofree guint *cuts = choose_cuts (run->states, events->len);
  disk.events = events;
  disk.acknowledged = 3;

  for (int i = 0; i < run->states; i++)
    {
      while (played < cuts[i])
        disk_play (&disk, played++);
      const char *wrong = cut_power (&disk, played, weak);
      bad += wrong != NULL;
      if (wrong != NULL && !weak)
        printf ("# after event %u, %" G_GINT64_FORMAT " acknowledged: %s\n", played, disk.acknowledged, wrong);
    }
  printf ("# %s writer: %u events, %d states, %u bad\n", weak ? "weak" : "our", events->len, run->states, bad);
  disk_clear (&disk);
  g_unlink (log);
  sample_folder_free (folder);
  return bad;
}

int
main (int argc, char **argv)
{
  Run run = { argv[1], argv[2], argc > 3 ? atoi (argv[3]) : 100 };

  setvbuf (stdout, NULL, _IOLBF, 0);
  g_random_set_seed (argc > 4 ? (guint32)atoi (argv[4]) : 1);
  printf ("1..2\n");
  guint bad = run_states (&run, false);
  printf ("%s 1 no state after a power cut is bad\n", bad == 0 ? "ok" : "not ok");
  run.states = MIN (run.states, 200);
  printf ("%s 2 a weak writer is caught\n", run_states (&run, true) > 0 ? "ok" : "not ok");
  return bad > 0;
}
