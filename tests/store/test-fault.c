/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A disk that fails at the nth call: what was said to be saved is there, what was refused
 * is not there by half, and the same store goes on once the disk does. */

#include "hv-error.h"
#include "hv-sample.h"
#include "hv-verify.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

/* --- the disk --- */

static int calls_left; /* until the one that fails; 0: none does */
static int calls_made;
static int failure; /* an errno */
static bool lasting;

static int n_full; /* refusals that said that the disk is full */

static bool
fails (void)
{
  calls_made++;
  if (calls_left == 0 || calls_made < calls_left || (calls_made > calls_left && !lasting))
    return false;
  errno = failure;
  return true;
}

/* These stand before the C library's own: SQLite finds them first. */
ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t at)
{
  ssize_t (*real) (int, const void *, size_t, off64_t) = dlsym (RTLD_NEXT, "pwrite64");

  return fails () ? -1 : real (fd, data, length, at);
}

int
fdatasync (int fd)
{
  int (*real) (int) = dlsym (RTLD_NEXT, "fdatasync");

  return fails () ? -1 : real (fd);
}

int
fsync (int fd)
{
  int (*real) (int) = dlsym (RTLD_NEXT, "fsync");

  return fails () ? -1 : real (fd);
}

static void
break_disk (int at, int with, bool for_good)
{
  calls_made = 0;
  calls_left = at;
  failure = with;
  lasting = for_good;
}

static void
mend_disk (void)
{
  calls_left = 0;
}

/* --- the edits --- */

static bool
try_note (HvStore *store, HvRecord *j, HvRecord *t, const char *note, GError **error)
{
  g_autoptr (HvEdit) edit = sample_begin ("edit");
  HvStepInfo info = { .who = "Karen", .undoable = true };

  hv_set_text (&((HvShift *)hv_edit_change (edit, j))->note, note);
  hv_set_text (&((HvShift *)hv_edit_change (edit, t))->note, note);
  return hv_store_apply (store, edit, &info, NULL, error);
}

static bool
has_note (HvStore *store, HvId shift, const char *note)
{
  g_autoptr (HvRecord) record = sample_find (store, HV_KIND_SHIFT, shift);

  return g_strcmp0 (((HvShift *)record)->note, note) == 0;
}

static void
assert_whole (HvStore *store, const char *folder)
{
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (hv_store_verify (store, folder, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

/* One edit with the nth call failing. Returns whether that call was reached. */
static bool
run_round (const char *folder, int at, int with, bool for_good)
{
  g_autoptr (HvStore) store = sample_store_new (folder);
  g_autoptr (HvRecord) j = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_J);
  g_autoptr (HvRecord) t = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strdup_printf ("call %d, errno %d", at, with);

  break_disk (at, with, for_good);
  bool saved = try_note (store, j, t, note, &error);
  bool reached = calls_made >= at;
  mend_disk ();

  bool there = has_note (store, SAMPLE_SHIFT_J, note);
  g_assert_cmpint (has_note (store, SAMPLE_SHIFT_T, note), ==, there);
  g_assert_true (!saved || there);
  if (!saved)
    {
      /* A full disk that shows only while syncing is told as any failure of the disk. */
      bool full = g_error_matches (error, HV_ERROR, HV_ERROR_FULL_DISK);
      g_assert_true ((with == ENOSPC && full) || g_error_matches (error, HV_ERROR, HV_ERROR_REFUSED));
      n_full += full;
    }

  g_autoptr (HvRecord) j_now = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_J);
  g_autoptr (HvRecord) t_now = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  g_assert_true (try_note (store, j_now, t_now, "after", NULL));
  assert_whole (store, folder);
  return reached;
}

static void
disk_fails (gconstpointer data)
{
  static const struct
  {
    int with;
    bool for_good;
  } cases[] = { { EIO, false }, { EIO, true }, { ENOSPC, false }, { ENOSPC, true } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *folder = sample_folder_new ();
      int at = 1;
      hv_store_close (sample_store_new_filled (folder));
      while (run_round (folder, at, cases[i].with, cases[i].for_good))
        at++;
      g_assert_cmpint (at, >, 10);
      g_assert_cmpint (n_full > at / 2, ==, cases[i].with == ENOSPC);
      n_full = 0;
      sample_folder_free (folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/fault/disk_fails", NULL, disk_fails);
  return g_test_run ();
}
