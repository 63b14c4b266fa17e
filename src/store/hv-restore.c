/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Putting a backup back. The file is not replaced where it can be avoided: its content is
 * made that of the backup in one transaction, so that programs that have it open see a
 * change like any other, and a crash on the way leaves the old content. Only a file too
 * damaged for that makes way for a new one. */

#include "hv-backup.h"
#include "hv-copy.h"
#include "hv-db-engine.h"
#include "hv-error.h"
#include "hv-place.h"
#include "hv-schema.h"
#include "hv-text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* --- what will be put there --- */

static bool
begin_new_life (HvDb *db, gpointer data, GError **error)
{
  return hv_schema_new_epoch (db, error);
}

/* A copy of the backup beside the file, brought up to date, and told apart from the life
 * it came from: numbers of changes begin again where they were then. */
static char *
make_candidate (const char *where, const char *backup, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (where);
  g_autoptr (HvDb) source = NULL, candidate = NULL;
  g_autofree char *path = NULL;

  if (!hv_copy_check (backup, error) || (source = hv_db_open (&hv_db_sqlite, backup, HV_DB_READ, error)) == NULL
      || (path = hv_copy_make_temporary (source, folder, error)) == NULL)
    return NULL;
  candidate = hv_db_open (&hv_db_sqlite, path, 0, error);
  if (candidate != NULL && hv_schema_upgrade (&hv_schema_current, candidate, error)
      && hv_db_write (candidate, begin_new_life, NULL, error))
    return g_steal_pointer (&path);
  g_clear_pointer (&candidate, hv_db_close);
  g_unlink (path);
  return NULL;
}

/* --- what is there --- */

/* The bytes as they are, with a journal that would belong to them. */
static bool
keep_damaged (const char *where, const char *folder, GError **error)
{
  g_autofree char *name = g_path_get_basename (where);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *kept_name = g_strdup_printf ("%s-%s-damaged", name, stamp);
  g_autofree char *kept = g_build_filename (folder, kept_name, NULL);
  g_autofree char *journal = g_strconcat (where, "-journal", NULL);
  g_autofree char *kept_journal = g_strconcat (kept, "-journal", NULL);

  return hv_copy_bytes (where, kept, error)
         && (!g_file_test (journal, G_FILE_TEST_EXISTS) || hv_copy_bytes (journal, kept_journal, error));
}

/* Rolling an old journal into a new file would ruin it: the journal goes first. */
static bool
replace_file (const char *where, const char *candidate, GError **error)
{
  g_autofree char *journal = g_strconcat (where, "-journal", NULL);
  g_autofree char *name = g_filename_display_name (where);

  if (g_unlink (journal) == 0 || errno == ENOENT)
    return hv_copy_rename (candidate, where, error);
  g_set_error (error, HV_ERROR, HV_ERROR_READ_ONLY, hv_own_text ("%s may not be written to. Nothing was changed."),
               name);
  return false;
}

static bool
restore_over_damaged (const char *where, const char *candidate, const char *folder, GError **error)
{
  return keep_damaged (where, folder, error) && replace_file (where, candidate, error);
}

static bool
copy_candidate (const char *where, const char *candidate, GError **error)
{
  g_autoptr (HvDb) db = hv_db_open (&hv_db_sqlite, where, 0, error);

  return db != NULL && (hv_db_copy_from (db, candidate, error) || hv_db_explain (db, error));
}

static bool
is_damage (const GError *error)
{
  return g_error_matches (error, HV_ERROR, HV_ERROR_DAMAGED);
}

/* A good file is backed up first; one that turns out damaged is kept as it is. */
static bool
restore_over (const char *where, const char *candidate, const char *folder, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HvStore) store = hv_store_open (where, HV_STORE_DEFAULT, &failure);
  bool kept = store != NULL && hv_store_backup_if_due (store, folder, HV_BACKUP_RESTORE, NULL, &failure);

  g_clear_pointer (&store, hv_store_close);
  if (kept && copy_candidate (where, candidate, &failure))
    return g_unlink (candidate) == 0;
  if (is_damage (failure))
    return restore_over_damaged (where, candidate, folder, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return false;
}

bool
hv_backup_restore (const char *where, const char *backup, const char *folder, GError **error)
{
  g_auto (HvPlace) place = { 0 };
  g_autofree char *path = g_canonicalize_filename (backup, NULL);
  if (!hv_place_look (where, &place, error))
    return false;

  g_autofree char *candidate = make_candidate (place.path, path, error);
  if (candidate == NULL)
    return false;
  bool done = g_file_test (place.path, G_FILE_TEST_EXISTS) ? restore_over (place.path, candidate, folder, error)
                                                           : replace_file (place.path, candidate, error);
  if (!done)
    g_unlink (candidate);
  return done;
}
