/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-backup-content.h"

#include "hv-format.h"

static bool
read_people_and_places (HvStore *store, HvBackupContent *content, GError **error)
{
  g_autoptr (HvRoster) roster = NULL;
  HvWeek any = hv_week_of_day (0);
  if (!hv_store_load_roster (store, any, any, HV_LOAD_PLAIN, &roster, error))
    return false;
  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  content->n_houses = hv_roster_list (roster, HV_KIND_HOUSE)->len;
  for (guint i = 0; i < volunteers->len; i++)
    content->n_volunteers += ((const HvVolunteer *)g_ptr_array_index (volunteers, i))->archived == 0;
  return true;
}

static bool
read_newest_change (HvStore *store, HvBackupContent *content, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  if (!hv_store_list_steps (store, HV_NONE, 1, &entries, error))
    return false;
  if (entries->len > 0)
    content->changed_at = ((const HvLogEntry *)g_ptr_array_index (entries, 0))->step.at;
  return true;
}

bool
hv_backup_content_read (const char *path, HvBackupContent *ret_content, GError **error)
{
  HvBackupContent content = { .changed_at = HV_NONE };
  g_autoptr (HvStore) store = hv_store_open (path, HV_STORE_READ_ONLY, error);
  if (store == NULL || !read_people_and_places (store, &content, error) || !read_newest_change (store, &content, error))
    return false;
  *ret_content = content;
  return true;
}

char *
hv_backup_content_format (const HvBackupContent *content, HvLanguage language)
{
  g_autofree char *houses =
      g_strdup_printf (hv_ntext (language, "%u house", "%u houses", content->n_houses), content->n_houses);
  g_autofree char *volunteers = g_strdup_printf (
      hv_ntext (language, "%u volunteer", "%u volunteers", content->n_volunteers), content->n_volunteers);
  return g_strdup_printf ("%s · %s", houses, volunteers);
}

char *
hv_backup_content_format_when (gint64 at, HvLanguage language)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (at);
  g_return_val_if_fail (local != NULL, g_strdup (""));
  HvDay day = hv_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                               g_date_time_get_day_of_month (local));
  g_autofree char *date = hv_format_day_with_year (day, language);
  g_autofree char *time = hv_format_time (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local), language);
  return g_strdup_printf ("%s %s", date, time);
}

const char *
hv_backup_content_get_reason (HvBackupReason reason, HvLanguage language)
{
  switch (reason)
    {
    case HV_BACKUP_DAILY:
      return hv_text (language, "before the first change of the day");
    case HV_BACKUP_MIGRATION:
      return hv_text (language, "before a new version of Husvagt");
    case HV_BACKUP_IMPORT:
      return hv_text (language, "before a file was read in");
    case HV_BACKUP_BULK_DELETE:
      return hv_text (language, "before much was deleted");
    case HV_BACKUP_RESTORE:
      return hv_text (language, "before a backup was put back");
    default:
      g_return_val_if_reached ("");
    }
}
