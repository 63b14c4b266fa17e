/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-copy.h"

#include "hv-db-engine.h"
#include "hv-error.h"
#include "hv-schema.h"
#include "hv-text.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* --- sentences --- */

/* The folder is named: the file still has a name that nobody gave it. */
static bool
fail_with_errno (const char *path, int os_error, GError **error)
{
  g_autofree char *folder = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (os_error == ENOSPC || os_error == EDQUOT)
    g_set_error (
        error, HV_ERROR, HV_ERROR_FULL_DISK,
        hv_own_text ("No copy was made in %s because the disk is full. Make room, or choose a folder on another "
                     "disk."),
        name);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("No copy was made in %s (%s). Choose another folder."),
                 name, g_strerror (os_error));
  return false;
}

/* A full disk here is not necessarily the disk of the file. */
static bool
explain_copy (HvDb *db, const char *path, GError **error)
{
  if (!hv_db_is (*error, HV_DB_FULL))
    return hv_db_explain (db, error);
  g_clear_error (error);
  return fail_with_errno (path, ENOSPC, error);
}

/* --- durability --- */

static bool
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  if (fd < 0)
    return false;
  bool synced = fsync (fd) == 0;
  int os_error = errno;
  g_close (fd, NULL);
  errno = os_error;
  return synced;
}

bool
hv_copy_rename (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return (g_rename (temporary, path) == 0 && sync_path (folder, O_RDONLY | O_DIRECTORY))
         || fail_with_errno (path, errno, error);
}

/* --- checking --- */

static bool
refuse_copy (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, HV_ERROR, HV_ERROR_DAMAGED,
               hv_own_text ("“%s” is no backup of Husvagt, or it is damaged. Choose another."), name);
  return false;
}

static bool
find_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return true;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse_copy (path, error);
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("There is no file %s. Check its name."), name);
  return false;
}

bool
hv_copy_check (const char *path, GError **error)
{
  int number = 0;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  if (!find_file (path, error))
    return false;
  g_autoptr (HvDb) db = hv_db_open (&hv_db_sqlite, path, HV_DB_READ, &failure);
  /* What the engine says is about a file that one works in. */
  if (g_error_matches (failure, HV_ERROR, HV_ERROR_DAMAGED))
    return refuse_copy (path, error);
  if (db == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return false;
    }

  if (!hv_db_get_schema (db, &number, NULL) || number <= 0 || !hv_db_check (db, false, findings, NULL)
      || findings->len > 0)
    return refuse_copy (path, error);
  if (number <= hv_schema_current.n_steps)
    return true;

  g_autofree char *name = g_filename_display_basename (path);
  g_set_error (error, HV_ERROR, HV_ERROR_NEWER,
               hv_own_text ("“%s” was made with a newer version of Husvagt. Install the newest version first."), name);
  return false;
}

/* --- making --- */

static char *
make_temporary_name (const char *folder, GError **error)
{
  g_autofree char *name = g_build_filename (folder, ".husvagt-XXXXXX.tmp", NULL);
  int fd = g_mkdir_with_parents (folder, 0700) == 0 ? g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600) : -1;

  if (fd < 0)
    {
      fail_with_errno (folder, errno, error);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&name);
}

char *
hv_copy_make_temporary (HvDb *db, const char *folder, GError **error)
{
  g_autofree char *name = make_temporary_name (folder, error);
  if (name == NULL)
    return NULL;

  g_autoptr (GError) failure = NULL;
  bool done = hv_db_copy_to (db, name, &failure) || explain_copy (db, name, &failure);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&failure));
  done = done && (sync_path (name, O_RDONLY) || fail_with_errno (name, errno, error));
  if (done && hv_copy_check (name, error))
    return g_steal_pointer (&name);
  g_unlink (name);
  return NULL;
}

/* A backup goes over an older backup, and over nothing else. */
static bool
check_target (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || hv_copy_check (path, NULL))
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
               hv_own_text ("%s is there already and is no backup of Husvagt. Choose another name."), name);
  return false;
}

bool
hv_copy_make (HvDb *db, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  if (!check_target (path, error))
    return false;

  g_autofree char *temporary = hv_copy_make_temporary (db, folder, error);
  if (temporary == NULL)
    return false;
  if (hv_copy_rename (temporary, path, error))
    return true;
  g_unlink (temporary);
  return false;
}

bool
hv_copy_bytes (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *temporary = make_temporary_name (folder, error);
  if (temporary == NULL)
    return false;

  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (temporary);
  g_autoptr (GError) failure = NULL;
  bool done = g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                           &failure);
  if (!done)
    fail_with_errno (to, g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO, error);
  done = done && (sync_path (temporary, O_RDONLY) || fail_with_errno (to, errno, error));
  done = done && g_chmod (temporary, 0600) == 0 && hv_copy_rename (temporary, to, error);
  if (!done)
    g_unlink (temporary);
  return done;
}
