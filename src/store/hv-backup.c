/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-backup.h"

#include "hv-copy.h"
#include "hv-error.h"
#include "hv-store-private.h"
#include "hv-text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".husvagt"
#define KEEP_ALWAYS 3
#define SECONDS_PER_DAY 86400

static const char *const reasons[] = {
  [HV_BACKUP_DAILY] = "daily",        [HV_BACKUP_MIGRATION] = "migration", [HV_BACKUP_IMPORT] = "import",
  [HV_BACKUP_BULK_DELETE] = "delete", [HV_BACKUP_RESTORE] = "restore",
};

void
hv_backup_free (HvBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

/* --- names --- */

/* "roster" of ".../roster.husvagt". */
static char *
dup_stem (const char *where)
{
  char *name = g_path_get_basename (where);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

char *
hv_backup_dup_folder (const char *where)
{
  g_autofree char *path = g_canonicalize_filename (where, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *name = g_strconcat (stem, "-backups", NULL);

  return g_build_filename (folder, name, NULL);
}

/* "roster-20260504T081502Z-daily.husvagt". */
static char *
make_name (const char *where, gint64 at, HvBackupReason reason)
{
  g_autofree char *stem = dup_stem (where);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  return g_strdup_printf ("%s-%s-%s" SUFFIX, stem, stamp, reasons[reason]);
}

static bool
parse_stamp (const char *text, gint64 *ret_at)
{
  g_autofree char *stamp = g_strndup (text, 16);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (stamp, utc);

  if (strlen (stamp) != 16 || time == NULL)
    return false;
  *ret_at = g_date_time_to_unix (time);
  return true;
}

/* The backup that a name of the folder tells of, or NULL. */
static HvBackup *
parse_name (const char *folder, const char *name, const char *stem)
{
  gsize length = strlen (stem);
  gint64 at;

  if (strncmp (name, stem, length) != 0 || name[length] != '-' || !parse_stamp (name + length + 1, &at))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *end = g_strdup_printf ("-%s" SUFFIX, reasons[i]);
      if (strcmp (name + length + 17, end) != 0)
        continue;
      HvBackup *backup = g_new0 (HvBackup, 1);
      *backup = (HvBackup){ g_build_filename (folder, name, NULL), at, (HvBackupReason)i };
      return backup;
    }
  return NULL;
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const HvBackup *one = *(gpointer *)a, *other = *(gpointer *)b;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;
  return strcmp (other->path, one->path);
}

GPtrArray *
hv_backup_list (const char *folder, const char *where)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_backup_free);
  g_autofree char *stem = dup_stem (where);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      HvBackup *backup = parse_name (folder, name, stem);
      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return backups;
}

HvBackup *
hv_backup_find_good (const char *folder, const char *where)
{
  g_autoptr (GPtrArray) backups = hv_backup_list (folder, where);

  for (guint i = 0; i < backups->len; i++)
    {
      HvBackup *backup = backups->pdata[i];
      if (hv_copy_check (backup->path, NULL))
        return g_ptr_array_steal_index (backups, i);
    }
  return NULL;
}

/* --- which to keep --- */

typedef gint64 (*Period) (gint64 at);

static HvDay
get_day (gint64 at)
{
  return (HvDay)(at >= 0 ? at / SECONDS_PER_DAY : -((-at + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY));
}

static gint64
get_day_period (gint64 at)
{
  return get_day (at);
}

static gint64
get_week_period (gint64 at)
{
  return hv_week_of_day (get_day (at)).monday;
}

static gint64
get_month_period (gint64 at)
{
  int year, month, day;

  hv_day_to_ymd (get_day (at), &year, &month, &day);
  return year * 12 + month;
}

/* The newest of each of the n newest periods that have one: who opens the program once a
 * month keeps a year all the same. */
static void
keep_newest_of (Period get_period, int n_periods, const gint64 *times, gsize n, bool *keep)
{
  gint64 last = 0;

  for (gsize i = 0; i < n && n_periods > 0; i++)
    {
      gint64 period = get_period (times[i]);
      if (i > 0 && period == last)
        continue;
      keep[i] = true;
      last = period;
      n_periods--;
    }
}

void
hv_backup_choose (const gint64 *times, gsize n, bool *ret_keep)
{
  for (gsize i = 0; i < n; i++)
    ret_keep[i] = i < KEEP_ALWAYS;
  keep_newest_of (get_day_period, 7, times, n, ret_keep);
  keep_newest_of (get_week_period, 4, times, n, ret_keep);
  keep_newest_of (get_month_period, 12, times, n, ret_keep);
}

/* Deletes what is not kept, and what still holds people who were erased: but never the newest. */
static void
thin_out (const GPtrArray *backups, gint64 erased_before)
{
  g_autofree gint64 *times = g_new (gint64, backups->len + 1);
  g_autofree bool *keep = g_new (bool, backups->len + 1);

  for (guint i = 0; i < backups->len; i++)
    times[i] = ((const HvBackup *)backups->pdata[i])->at;
  hv_backup_choose (times, backups->len, keep);
  for (guint i = 1; i < backups->len; i++)
    if (!keep[i] || times[i] < erased_before)
      g_unlink (((const HvBackup *)backups->pdata[i])->path);
}

/* --- making one --- */

bool
hv_store_backup (HvStore *store, const char *path, GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);

  if (strcmp (target, store->where) == 0)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("A backup cannot lie in the place of the file itself. Choose another name."));
      return false;
    }
  return hv_copy_make (store->db, target, error);
}

bool
hv_backup_make (HvDb *db, const char *folder, HvBackupReason reason, gint64 now, GError **error)
{
  g_autofree char *name = make_name (hv_db_get_where (db), now, reason);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return hv_copy_make (db, path, error);
}

static bool
has_one_today (const GPtrArray *backups, gint64 now)
{
  for (guint i = 0; i < backups->len; i++)
    if (get_day (((const HvBackup *)backups->pdata[i])->at) == get_day (now))
      return true;
  return false;
}

/* The log forgets only what the backup just made still knows. */
static bool
tidy_up (HvStore *store, const char *folder, gint64 now, GError **error)
{
  gint64 erased_before;
  if (!hv_store_tidy (store, now, &erased_before, error))
    return false;

  g_autoptr (GPtrArray) backups = hv_backup_list (folder, store->where);
  thin_out (backups, erased_before);
  return true;
}

bool
hv_store_backup_if_due (HvStore *store, const char *folder, HvBackupReason reason, bool *ret_made, GError **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) backups = hv_backup_list (folder, store->where);
  bool due = reason != HV_BACKUP_DAILY || !has_one_today (backups, now);

  if (due && !hv_backup_make (store->db, folder, reason, now, error))
    return false;
  if (due && store->read_only_reason == NULL && !tidy_up (store, folder, now, error))
    return false;
  if (ret_made != NULL)
    *ret_made = due;
  return true;
}
