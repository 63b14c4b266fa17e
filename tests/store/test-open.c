/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-sample.h"
#include "hv-store-private.h"
#include "hv-verify.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = sample_folder_new ();
  fixture->path = sample_path (fixture->folder, "roster.husvagt");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  umount2 (fixture->folder, MNT_DETACH); /* where a test stopped half way */
  sample_folder_free (fixture->folder);
  g_free (fixture->path);
}

static void
make_sample (Fixture *fixture)
{
  hv_store_close (sample_store_new_filled (fixture->folder));
}

static char *
read_bytes (const char *path, gsize *ret_length)
{
  char *bytes = NULL;

  *ret_length = 0;
  g_file_get_contents (path, &bytes, ret_length, NULL);
  return bytes;
}

static void
assert_only (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *found;

  while ((found = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (found, ==, name);
}

/* --- what may be in the place --- */

static void
nothing (const char *path)
{
}

static void
empty_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
folder (const char *path)
{
  g_mkdir (path, 0700);
}

static void
device (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
letter (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Kære alle frivillige\n", -1, NULL));
}

static void
long_letter (const char *path)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
empty_database (const char *path)
{
  sample_run_sql (path, "VACUUM");
}

static void
other_database (const char *path)
{
  sample_run_sql (path, "CREATE TABLE recipe (id, text)");
}

static void
other_application (const char *path)
{
  sample_run_sql (path, "PRAGMA application_id = 252006673; PRAGMA user_version = 1");
}

static void
sample (const char *path)
{
  g_autofree char *folder_name = g_path_get_dirname (path);
  hv_store_close (sample_store_new_filled (folder_name));
}

static void
cut_short (const char *path)
{
  sample (path);
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
newer_for_readers (const char *path)
{
  sample (path);
  sample_run_sql (path, "PRAGMA user_version = 99; UPDATE meta SET value = '7.5' WHERE name = 'program'");
}

static void
newer_for_nobody (const char *path)
{
  newer_for_readers (path);
  sample_run_sql (path, "UPDATE meta SET value = '98' WHERE name = 'min_reader'");
}

static void
wal_mode (const char *path)
{
  sample (path);
  sample_run_sql (path, "PRAGMA journal_mode = WAL; UPDATE house SET note = 'x'");
}

static void
with_stray_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  sample (path);
  g_assert_true (g_file_set_contents (journal, "no journal of ours, but there all the same", -1, NULL));
}

/* Opened four ways: "ok", "ro" (can only be viewed), or the name of the refusal. A refused
 * place is byte for byte as it was. */
static void
places (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    void (*make) (const char *path);
    const char *plain;
    const char *create;
    const char *read_only;
    const char *words; /* in the sentence of a plain opening */
  } cases[] = {
    { "nothing", nothing, "damaged", "ok", "damaged", "There is no file" },
    { "an empty file", empty_file, "damaged", "ok", "damaged", "is empty" },
    { "a folder", folder, "damaged", "damaged", "damaged", "is a folder" },
    { "a device", device, "damaged", "damaged", "damaged", "not an ordinary file" },
    { "a letter", letter, "damaged", "damaged", "damaged", "no Husvagt file" },
    { "a long letter", long_letter, "damaged", "damaged", "damaged", "no Husvagt file" },
    { "an empty database", empty_database, "damaged", "ok", "damaged", "is empty" },
    { "another database", other_database, "damaged", "damaged", "damaged", "no Husvagt file" },
    { "another program's", other_application, "damaged", "damaged", "damaged", "no Husvagt file" },
    { "ours", sample, "ok", "ok", "ro", NULL },
    { "ours, cut short", cut_short, "damaged", "damaged", "damaged", "no Husvagt file" },
    { "a newer one that may be read", newer_for_readers, "ro", "ro", "ro", "7.5" },
    { "a newer one that may not", newer_for_nobody, "newer", "newer", "newer", "7.5" },
    { "ours in WAL mode", wal_mode, "ok", "ok", "ro", NULL },
    { "ours with a stray journal", with_stray_journal, "ok", "ok", "ro", NULL },
  };
  static const HvStoreFlags flags[] = { HV_STORE_DEFAULT, HV_STORE_CREATE, HV_STORE_READ_ONLY };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (flags); f++)
      {
        Fixture own;
        set_up (&own, NULL);
        cases[i].make (own.path);
        gsize length_before, length_after;
        g_autofree char *before = cases[i].make == device ? NULL : read_bytes (own.path, &length_before);
        g_autoptr (GError) error = NULL;
        g_autoptr (HvStore) store = hv_store_open (own.path, flags[f], &error);
        const char *reason = store != NULL ? hv_store_get_read_only_reason (store) : NULL;
        const char *answer = store == NULL ? hv_error_get_name (error) : reason != NULL ? "ro" : "ok";
        const char *sentence = error != NULL ? error->message : reason;

        g_test_message ("%s: %s", cases[i].what, sentence);
        g_assert_cmpstr (answer, ==, f == 0 ? cases[i].plain : f == 1 ? cases[i].create : cases[i].read_only);
        if (f == 0 && cases[i].words != NULL)
          g_assert_nonnull (strstr (sentence, cases[i].words));
        if (reason != NULL)
          {
            g_autoptr (HvEdit) edit = sample_edit_new ();
            g_autoptr (GError) refusal = NULL;
            HvStepInfo info = { .who = "Karen" };
            g_assert_false (hv_store_apply (store, edit, &info, NULL, &refusal));
            g_assert_cmpstr (refusal->message, ==, reason);
          }
        if (store == NULL && cases[i].make != device)
          {
            g_autofree char *after = read_bytes (own.path, &length_after);
            g_assert_cmpmem (before, before != NULL ? length_before : 0, after, after != NULL ? length_after : 0);
          }
        g_clear_pointer (&store, hv_store_close);
        tear_down (&own, NULL);
      }
}

/* --- what lies about --- */

static void
one_file_at_rest (Fixture *fixture, gconstpointer data)
{
  struct stat info;
  HvStore *store = sample_store_new_filled (fixture->folder);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (stat (journal, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  hv_store_close (store);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  assert_only (fixture->folder, "roster.husvagt");
}

static void
folders_are_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = sample_path (fixture->folder, "a/b/æøå/roster.husvagt");
  g_autoptr (GError) error = NULL;
  g_autoptr (HvStore) store = hv_store_open (deep, HV_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (hv_store_get_where (store), ==, deep);
}

static void
synchronised_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mark = sample_path (fixture->folder, ".stfolder");
  g_autoptr (HvStore) store = NULL;

  g_mkdir (mark, 0700);
  make_sample (fixture);
  store = hv_store_open (fixture->path, HV_STORE_DEFAULT, NULL);
  g_assert_nonnull (strstr (hv_store_get_advice (store), "in step"));
}

/* --- who may not write --- */

static void
assert_cannot_write (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvStore) store = hv_store_open (path, HV_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hv_store_get_read_only_reason (store));

  g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING);
  HvEdit *edit = sample_begin ("edit");
  hv_set_text (&((HvHouse *)hv_edit_change (edit, house))->note, "x");
  sample_refuse (store, edit, "Karen", HV_ERROR_READ_ONLY);
}

static void
read_only_flag (Fixture *fixture, gconstpointer data)
{
  make_sample (fixture);
  g_autoptr (HvStore) store = hv_store_open (fixture->path, HV_STORE_READ_ONLY, NULL);
  g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING);
  HvEdit *edit = sample_begin ("edit");
  hv_set_text (&((HvHouse *)hv_edit_change (edit, house))->note, "x");
  sample_refuse (store, edit, "Karen", HV_ERROR_READ_ONLY);
}

/* Root may write everywhere: somebody else tries. */
static void
run_as_nobody (Fixture *fixture, void (*act) (Fixture *fixture))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (setgid (65534) != 0 || setuid (65534) != 0)
        _exit (3);
      act (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
write_protected (Fixture *fixture)
{
  assert_cannot_write (fixture->path);
}

static void
unreadable (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hv_store_open (fixture->path, HV_STORE_DEFAULT, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "may not be read"));
}

static void
permissions (Fixture *fixture, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("needs root, to become somebody else");
      return;
    }
  make_sample (fixture);
  g_chmod (fixture->folder, 0755);
  g_chmod (fixture->path, 0444);
  run_as_nobody (fixture, write_protected);
  g_chmod (fixture->path, 0666);
  run_as_nobody (fixture, write_protected);
  g_chmod (fixture->path, 0600);
  run_as_nobody (fixture, unreadable);
  g_chmod (fixture->folder, 0777);
  g_chmod (fixture->path, 0444);
  run_as_nobody (fixture, write_protected);
}

/* Whoever has a file alone keeps everybody else out, and the others are told so. */
static void
alone (Fixture *fixture, gconstpointer data)
{
  if (!g_test_slow ())
    {
      g_test_skip ("waits five seconds for the other to let go; run with -m slow");
      return;
    }
  g_autoptr (GError) error = NULL;
  make_sample (fixture);
  HvStore *store = hv_store_open (fixture->path, HV_STORE_ALONE, &error);
  g_assert_no_error (error);
  hv_record_unref (sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING));
  g_assert_null (hv_store_open (fixture->path, HV_STORE_DEFAULT, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Another program"));
  hv_store_close (store);
  g_autoptr (HvStore) after = hv_store_open (fixture->path, HV_STORE_DEFAULT, NULL);
  g_assert_nonnull (after);
}

/* --- a disk of our own --- */

static bool
mount_small (const char *where, const char *size)
{
  g_autofree char *options = g_strdup_printf ("size=%s,mode=0700", size);

  return geteuid () == 0 && mount ("husvagt-test", where, "tmpfs", 0, options) == 0;
}

static void
read_only_disk (Fixture *fixture, gconstpointer data)
{
  if (!mount_small (fixture->folder, "8m"))
    {
      g_test_skip ("needs root, to mount a small disk");
      return;
    }
  make_sample (fixture);
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_cannot_write (fixture->path);
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

static bool
set_note (HvStore *store, const char *note, GError **error)
{
  g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING);
  g_autoptr (HvEdit) edit = sample_begin ("edit");
  HvStepInfo info = { .who = "Karen", .undoable = true };

  hv_set_text (&((HvHouse *)hv_edit_change (edit, house))->note, note);
  return hv_store_apply (store, edit, &info, NULL, error);
}

static void
fill_disk (const char *folder_name)
{
  g_autofree char *path = sample_path (folder_name, "filler");
  g_autofree char *block = g_strnfill (4096, 'x');
  int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND, 0600);

  while (write (fd, block, 4096) == 4096)
    ;
  g_close (fd, NULL);
}

/* At every level of a disk that fills up: what was said to be saved is there, the sentence
 * says what to do, and the same store goes on once there is room. */
static void
full_disk (Fixture *fixture, gconstpointer data)
{
  if (!mount_small (fixture->folder, "6m"))
    {
      g_test_skip ("needs root, to mount a small disk");
      return;
    }
  g_autofree char *filler = sample_path (fixture->folder, "filler");
  g_autofree char *reserve = sample_path (fixture->folder, ".roster.husvagt-reserve");
  HvStore *store = sample_store_new_filled (fixture->folder);
  g_autofree char *saved = NULL;
  guint refused = 0;

  for (int round = 0; round < 50; round++)
    {
      fill_disk (fixture->folder);
      for (int i = 0; i < 10; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *note = g_strnfill ((gsize)(round * 700 + i * 3000), 'a' + round % 26);
          if (set_note (store, note, &error))
            {
              g_free (saved);
              saved = g_steal_pointer (&note);
              continue;
            }
          refused++;
          g_assert_error (error, HV_ERROR, HV_ERROR_FULL_DISK);
          g_assert_nonnull (strstr (error->message, "MB"));
          g_assert_nonnull (strstr (error->message, fixture->folder));
          g_assert_false (g_file_test (reserve, G_FILE_TEST_EXISTS));
        }
      g_unlink (filler);
      g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING);
      g_assert_cmpstr (((HvHouse *)house)->note, ==, saved);
    }
  g_assert_cmpuint (refused, >, 50);
  g_assert_true (set_note (store, "plads igen", NULL));

  g_autoptr (GPtrArray) findings = NULL;
  g_assert_true (hv_store_verify (store, fixture->folder, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  hv_store_close (store);
  assert_only (fixture->folder, "roster.husvagt");
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

static void
no_room_for_a_backup (Fixture *fixture, gconstpointer data)
{
  if (!mount_small (fixture->folder, "2m"))
    {
      g_test_skip ("needs root, to mount a small disk");
      return;
    }
  g_autofree char *filler = sample_path (fixture->folder, "filler");
  g_autofree char *backup = sample_path (fixture->folder, "backup");
  g_autoptr (GError) error = NULL;
  HvStore *store = sample_store_new_filled (fixture->folder);

  fill_disk (fixture->folder);
  g_assert_false (hv_store_backup (store, backup, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_FULL_DISK);
  hv_store_close (store);
  g_unlink (filler);
  assert_only (fixture->folder, "roster.husvagt");
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

/* --- the file goes away --- */

static void
vanishing (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = { "moved", "deleted", "replaced", "its folder too" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture own;
      g_autoptr (GError) error = NULL;
      set_up (&own, NULL);
      HvStore *store = sample_store_new_filled (own.folder);
      g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING);
      g_autoptr (HvEdit) edit = sample_begin ("edit");
      HvStepInfo info = { .who = "Karen" };
      hv_set_text (&((HvHouse *)hv_edit_change (edit, house))->note, "x");
      g_autofree char *away = sample_path (own.folder, "away");
      g_autofree char *folder_away = g_strconcat (own.folder, "-away", NULL);

      if (i == 3)
        g_assert_cmpint (g_rename (own.folder, folder_away), ==, 0);
      else if (i == 1)
        g_unlink (own.path);
      else
        g_assert_cmpint (g_rename (own.path, away), ==, 0);
      if (i == 2)
        letter (own.path);
      g_test_message ("%s", cases[i]);
      g_assert_false (hv_store_apply (store, edit, &info, NULL, &error));
      g_assert_error (error, HV_ERROR, HV_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "moved, deleted or replaced"));
      hv_store_close (store);
      if (i == 3)
        g_assert_cmpint (g_rename (folder_away, own.folder), ==, 0);
      tear_down (&own, NULL);
    }
}

/* --- older files --- */

static const char *const next_step[] = {
  "ALTER TABLE house ADD COLUMN colour {TEXT}",
  "CREATE TABLE favour ("
  "  org_id {INT} NOT NULL,"
  "  id {INT} NOT NULL,"
  "  PRIMARY KEY (org_id, id)"
  "{END}",
  NULL,
};
static const char *const wrong_step[] = {
  "ALTER TABLE house ADD COLUMN colour {TEXT}",
  "ALTER TABLE nowhere ADD COLUMN colour {TEXT}",
  NULL,
};
static const HvSchemaStep steps_next[] = { { hv_schema_1, 1, "0.1" },
                                           { hv_schema_2, 1, "0.1" },
                                           { next_step, 1, "0.2" } };
static const HvSchemaStep steps_wrong[] = { { hv_schema_1, 1, "0.1" },
                                            { hv_schema_2, 1, "0.1" },
                                            { wrong_step, 1, "0.2" } };
static const HvSchema schema_next = { steps_next, 3 };
static const HvSchema schema_wrong = { steps_wrong, 3 };

static void
older_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  make_sample (fixture);
  g_autofree char *folder_name = hv_backup_dup_folder (fixture->path);
  g_autofree char *before = sample_dump_file (fixture->path);
  HvStore *store = hv_store_open_with (fixture->path, HV_STORE_DEFAULT, &schema_next, &error);
  g_assert_no_error (error);
  hv_record_unref (sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING));
  hv_store_close (store);

  backups = hv_backup_list (folder_name, fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  const HvBackup *backup = backups->pdata[0];
  g_assert_cmpint (backup->reason, ==, HV_BACKUP_MIGRATION);
  g_autofree char *kept = sample_dump_file (backup->path);
  g_assert_cmpstr (kept, ==, before);
  sample_run_sql (fixture->path, "UPDATE house SET colour = 'blå'; INSERT INTO favour VALUES (1, 1)");

  /* Today's program may still read it: the step only adds. */
  store = hv_store_open (fixture->path, HV_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (hv_store_get_read_only_reason (store), "0.2"));
  hv_store_close (store);
}

static void
older_file_that_resists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  make_sample (fixture);
  g_autofree char *before = sample_dump_file (fixture->path);

  g_assert_null (hv_store_open_with (fixture->path, HV_STORE_DEFAULT, &schema_wrong, &error));
  g_assert_nonnull (error);
  g_autofree char *after = sample_dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_autoptr (HvStore) store = hv_store_open (fixture->path, HV_STORE_DEFAULT, NULL);
  g_assert_null (hv_store_get_read_only_reason (store));
}

static void
older_file_to_be_viewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_sample (fixture);
  g_assert_null (hv_store_open_with (fixture->path, HV_STORE_READ_ONLY, &schema_next, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_READ_ONLY);
}

/* Killed at some moment of an upgrade: the old form or the new one, with everything in it. */
static void
killed_while_upgrading (Fixture *fixture, gconstpointer data)
{
  int rounds = g_test_slow () ? 200 : 20;

  for (int round = 0; round < rounds; round++)
    {
      Fixture own;
      set_up (&own, NULL);
      make_sample (&own);
      pid_t child = fork ();
      if (child == 0)
        {
          HvStore *store = hv_store_open_with (own.path, HV_STORE_DEFAULT, &schema_next, NULL);
          hv_store_close (store);
          _exit (0);
        }
      g_usleep ((gulong)g_test_rand_int_range (0, 12000));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      g_autoptr (GError) error = NULL;
      g_autoptr (HvStore) store = hv_store_open_with (own.path, HV_STORE_DEFAULT, &schema_next, &error);
      g_assert_no_error (error);
      g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_TORRING);
      g_assert_cmpstr (((HvHouse *)house)->name, ==, "Tørring");
      g_clear_pointer (&store, hv_store_close);
      tear_down (&own, NULL);
    }
}

#define ADD(name) g_test_add ("/open/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (places);
  ADD (one_file_at_rest);
  ADD (folders_are_made);
  ADD (synchronised_folder);
  ADD (read_only_flag);
  ADD (permissions);
  ADD (alone);
  ADD (read_only_disk);
  ADD (full_disk);
  ADD (no_room_for_a_backup);
  ADD (vanishing);
  ADD (older_file);
  ADD (older_file_that_resists);
  ADD (older_file_to_be_viewed);
  ADD (killed_while_upgrading);
  return g_test_run ();
}
