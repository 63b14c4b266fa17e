/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-backup.h"
#include "hv-error.h"
#include "hv-sample.h"
#include "hv-store-private.h"
#include "hv-verify.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *backups;
  HvStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = sample_folder_new ();
  fixture->path = sample_path (fixture->folder, "roster.husvagt");
  fixture->backups = hv_backup_dup_folder (fixture->path);
  fixture->store = sample_store_new_filled (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, hv_store_close);
  sample_folder_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backups);
}

static void
rename_house (HvStore *store, const char *name)
{
  g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_JUELSMINDE);
  HvEdit *edit = sample_begin ("edit");

  hv_set_text (&((HvHouse *)hv_edit_change (edit, house))->name, name);
  sample_apply (store, edit, "Karen");
}

static char *
get_house_name (HvStore *store)
{
  g_autoptr (HvRecord) house = sample_find (store, HV_KIND_HOUSE, SAMPLE_JUELSMINDE);

  return g_strdup (((HvHouse *)house)->name);
}

static void
back_up (Fixture *fixture, HvBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  bool made = false;

  hv_store_backup_if_due (fixture->store, fixture->backups, reason, &made, &error);
  g_assert_no_error (error);
  g_assert_true (made);
}

static guint
count_findings (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  hv_store_verify (fixture->store, fixture->backups, &findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("finding: %s", (char *)findings->pdata[i]);
  return findings->len;
}

/* --- which are kept --- */

static gint64
at (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = g_strdup_printf ("%.16s:00Z", text);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (full, utc);

  return g_date_time_to_unix (time);
}

static void
choosing (void)
{
  static const struct
  {
    const char *what;
    const char *times; /* newest first; a star behind those that are kept */
  } cases[] = {
    { "none", "" },
    { "two", "2026-05-04T10:00Z* 2020-01-01T10:00Z*" },
    { "three of one day", "2026-05-04T10:00Z* 2026-05-04T09:00Z* 2026-05-04T08:00Z*" },
    { "the fourth of a day goes", "2026-05-04T10:00Z* 2026-05-04T09:00Z* 2026-05-04T08:00Z* 2026-05-04T07:00Z" },
    { "eight days over the week's end: the seventh day is Tuesday, Monday goes with its week",
      "2026-05-11T10:00Z* 2026-05-10T10:00Z* 2026-05-09T10:00Z* 2026-05-08T10:00Z* 2026-05-07T10:00Z* "
      "2026-05-06T10:00Z* 2026-05-05T10:00Z* 2026-05-04T10:00Z" },
    { "once a week: four, then one a month",
      "2026-12-28T10:00Z* 2026-12-21T10:00Z* 2026-12-14T10:00Z* 2026-12-07T10:00Z* 2026-11-30T10:00Z* "
      "2026-11-23T10:00Z* 2026-11-16T10:00Z* 2026-11-09T10:00Z 2026-11-02T10:00Z 2026-10-26T10:00Z*" },
    { "week 53 is a week of its own", "2027-01-04T10:00Z* 2027-01-03T23:59Z* 2026-12-28T00:00Z*" },
    { "a clock that ran ahead", "2036-05-04T10:00Z* 2026-05-04T10:00Z* 2026-05-03T10:00Z* 2026-05-02T10:00Z*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].times, " ", -1);
      guint n = g_strv_length (words);
      gint64 times[16];
      bool keep[16];
      for (guint t = 0; t < n; t++)
        {
          g_autofree char *time = g_strndup (words[t], 17);
          times[t] = at (time);
        }
      hv_backup_choose (times, n, keep);
      g_test_message ("%s", cases[i].what);
      for (guint t = 0; t < n; t++)
        g_assert_cmpint (keep[t], ==, g_str_has_suffix (words[t], "*"));
    }
}

/* --- making --- */

static void
daily (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  bool made = true;
  struct stat info;

  back_up (fixture, HV_BACKUP_DAILY);
  hv_store_backup_if_due (fixture->store, fixture->backups, HV_BACKUP_DAILY, &made, &error);
  g_assert_no_error (error);
  g_assert_false (made);
  back_up (fixture, HV_BACKUP_IMPORT);

  g_autoptr (GPtrArray) backups = hv_backup_list (fixture->backups, fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (((HvBackup *)backups->pdata[1])->reason + ((HvBackup *)backups->pdata[0])->reason, ==,
                   HV_BACKUP_IMPORT);
  g_assert_cmpint (stat (((HvBackup *)backups->pdata[0])->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_autoptr (GPtrArray) others = hv_backup_list (fixture->backups, "/elsewhere/other.husvagt");
  g_assert_cmpuint (others->len, ==, 0);
}

static void
old_ones_go (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "roster-20200101T100000Z-daily.husvagt",
                                       "roster-20200102T100000Z-daily.husvagt",
                                       "roster-20200102T100000Z-import.husvagt",
                                       "roster-20200102T090000Z-daily.husvagt",
                                       "roster-today.husvagt",
                                       "notes.txt" };
  g_mkdir (fixture->backups, 0700);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->backups, names[i], NULL);
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  back_up (fixture, HV_BACKUP_DAILY);
  back_up (fixture, HV_BACKUP_IMPORT);

  g_autofree char *third = g_build_filename (fixture->backups, names[3], NULL);
  g_autofree char *foreign = g_build_filename (fixture->backups, names[5], NULL);
  g_assert_false (g_file_test (third, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *foreign = sample_path (fixture->folder, "letter.txt");
  g_autofree char *fine = sample_path (fixture->folder, "usb/new/roster.husvagt");
  g_autofree char *copy = sample_path (fixture->folder, "copy.husvagt");
  g_assert_true (g_file_set_contents (foreign, "Kære alle", -1, NULL));
  const struct
  {
    const char *what;
    const char *path;
    int code; /* -1: taken */
  } cases[] = {
    { "folders that are not there", fine, -1 },
    { "an older backup", fine, -1 },
    { "the file itself", fixture->path, HV_ERROR_REFUSED },
    { "a letter", foreign, HV_ERROR_REFUSED },
    { "a folder", fixture->folder, HV_ERROR_REFUSED },
    { "no place for folders", "/proc/husvagt/roster", HV_ERROR_REFUSED },
    { "a new name", copy, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      bool done = hv_store_backup (fixture->store, cases[i].path, &error);
      g_test_message ("%s: %s", cases[i].what, error != NULL ? error->message : "made");
      g_assert_cmpint (done, ==, cases[i].code == -1);
      if (!done)
        g_assert_error (error, HV_ERROR, cases[i].code);
    }
  g_autofree char *letter = NULL;
  g_assert_true (g_file_get_contents (foreign, &letter, NULL, NULL));
  g_assert_cmpstr (letter, ==, "Kære alle");
}

/* --- putting back --- */

static char *
find_newest (Fixture *fixture)
{
  g_autoptr (HvBackup) backup = hv_backup_find_good (fixture->backups, fixture->path);

  g_assert_nonnull (backup);
  return g_strdup (backup->path);
}

static void
restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) heard = NULL;
  g_autoptr (HvRoster) roster = NULL;
  bool reload = false;
  g_autofree char *then = sample_dump (fixture->store);
  back_up (fixture, HV_BACKUP_DAILY);
  g_autofree char *backup = find_newest (fixture);
  rename_house (fixture->store, "Palsgård");
  g_assert_true (hv_store_load_everything (fixture->store, &roster, NULL));

  hv_backup_restore (fixture->path, backup, fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_true (hv_store_has_news (fixture->store));
  g_assert_true (hv_store_fetch_news (fixture->store, &heard, &reload, NULL));
  g_assert_true (reload);
  g_autofree char *now = sample_dump (fixture->store);
  g_assert_cmpstr (now, ==, then);
  g_assert_cmpuint (count_findings (fixture), ==, 0);

  /* What was there before is a backup now. */
  g_autoptr (GPtrArray) backups = hv_backup_list (fixture->backups, fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  rename_house (fixture->store, "Hornsyld");
  const char *newest = NULL;
  for (guint i = 0; i < 2; i++)
    if (((HvBackup *)backups->pdata[i])->reason == HV_BACKUP_RESTORE)
      newest = ((HvBackup *)backups->pdata[i])->path;
  g_assert_true (hv_backup_restore (fixture->path, newest, fixture->backups, NULL));
  g_autofree char *name = get_house_name (fixture->store);
  g_assert_cmpstr (name, ==, "Palsgård");
}

static void
overwrite (const char *path, const char *bytes)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memcpy (contents, bytes, strlen (bytes));
  FILE *file = g_fopen (path, "r+b");
  fwrite (contents, 1, length, file);
  fclose (file);
}

static void
restore_over_ruins (Fixture *fixture, gconstpointer data)
{
  static const char *const ruins[] = { "no database at all", "SQLite format 3", NULL };

  back_up (fixture, HV_BACKUP_DAILY);
  g_autofree char *backup = find_newest (fixture);
  g_autofree char *then = sample_dump (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (ruins); i++)
    {
      g_autoptr (GError) error = NULL;
      g_clear_pointer (&fixture->store, hv_store_close);
      if (ruins[i] == NULL)
        g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      else if (i == 0)
        overwrite (fixture->path, ruins[i]);
      else
        g_assert_cmpint (truncate (fixture->path, 5000), ==, 0);

      hv_backup_restore (fixture->path, backup, fixture->backups, &error);
      g_assert_no_error (error);
      fixture->store = sample_store_new (fixture->folder);
      g_autofree char *now = sample_dump (fixture->store);
      g_assert_cmpstr (now, ==, then);
    }
}

static void
restore_refuses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *foreign = sample_path (fixture->folder, "letter.txt");
  g_autofree char *missing = sample_path (fixture->folder, "missing");
  const struct
  {
    const char *path;
    HvErrorCode error;
  } cases[] = {
    { foreign, HV_ERROR_DAMAGED },
    { missing, HV_ERROR_BAD_INPUT },
    { fixture->folder, HV_ERROR_DAMAGED },
    { "", HV_ERROR_DAMAGED },
  };
  g_assert_true (g_file_set_contents (foreign, "Kære alle", -1, NULL));
  g_autofree char *then = sample_dump_file (fixture->path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (hv_backup_restore (fixture->path, cases[i].path, fixture->backups, &error));
      g_assert_error (error, HV_ERROR, (int)cases[i].error);
    }
  g_autofree char *now = sample_dump_file (fixture->path);
  g_assert_cmpstr (now, ==, then);
}

/* --- verification --- */

static void
all_is_well (Fixture *fixture, gconstpointer data)
{
  HvStep step;
  g_assert_cmpuint (count_findings (fixture), ==, 0); /* from the beginning of the log */
  back_up (fixture, HV_BACKUP_DAILY);
  g_assert_cmpuint (count_findings (fixture), ==, 0);
  rename_house (fixture->store, "Palsgård \"æ\\ø\"\n\t");
  g_assert_cmpuint (count_findings (fixture), ==, 0);
  g_autoptr (HvEdit) edit = NULL;
  g_assert_true (hv_store_undo (fixture->store, "Karen", &step, &edit, NULL));
  g_assert_cmpuint (count_findings (fixture), ==, 0);
  back_up (fixture, HV_BACKUP_IMPORT);
  g_assert_cmpuint (count_findings (fixture), ==, 0);
}

static void
changed_behind_our_back (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = {
    "UPDATE house SET name = 'Juelsmynde' WHERE id = 201",
    "UPDATE volunteer SET phone = '12345678' WHERE id = 301",
    "UPDATE volunteer SET name_key = 'x' WHERE id = 301",
    "UPDATE assignment SET state = 3",
    "UPDATE shift SET ver = 2 WHERE id = 501",
    "UPDATE shift SET content = 7 WHERE id = 501",
    "UPDATE opening SET gone = 1 WHERE id = 401",
    "UPDATE role SET ext = 'it' WHERE id = 101",
    "PRAGMA foreign_keys = OFF; DELETE FROM volunteer WHERE id = 302",
    "INSERT INTO role SELECT org_id, 999, ver, content, gone, name, icon, serves, position, checklist, ext, extra FROM "
    "role WHERE id = 101",
    "UPDATE change SET after = '{\"minimum\":4}' WHERE tbl = 'shift' AND row_id = 501 AND ver = 1",
    "UPDATE change SET after = '{' WHERE tbl = 'shift' AND row_id = 501",
    "UPDATE change SET tbl = 'shifd' WHERE tbl = 'shift' AND row_id = 501",
    "UPDATE change SET was = 3 WHERE tbl = 'shift' AND row_id = 501",
    "UPDATE change_private SET after = '{\"name\":\"Anne\"}'",
    "DELETE FROM change WHERE seq = (SELECT max(seq) FROM change WHERE house_id = 0) AND house_id = 0",
    "UPDATE counter SET seq = seq + 1 WHERE house_id = 0",
  };

  for (int with_backup = 0; with_backup < 2; with_backup++)
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        Fixture own;
        set_up (&own, NULL);
        if (with_backup)
          back_up (&own, HV_BACKUP_DAILY);
        sample_run_sql (own.path, cases[i]);
        g_test_message ("%s", cases[i]);
        g_assert_cmpuint (count_findings (&own), >, 0);
        tear_down (&own, NULL);
      }
}

/* --- what the log forgets --- */

static void
tidy (Fixture *fixture, gconstpointer data)
{
  static const gint64 day = 86400;
  gint64 erased_before;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  rename_house (fixture->store, "Palsgård");
  back_up (fixture, HV_BACKUP_DAILY);
  g_assert_true (hv_store_tidy (fixture->store, now + 31 * day, &erased_before, NULL));
  g_autofree char *month = sample_dump_file (fixture->path);
  g_assert_null (strstr (month, "change_private|"));
  g_assert_nonnull (strstr (month, "change|"));
  g_assert_cmpuint (count_findings (fixture), ==, 0);

  g_assert_true (hv_store_tidy (fixture->store, now + 400 * day, &erased_before, NULL));
  g_autofree char *year = sample_dump_file (fixture->path);
  g_assert_null (strstr (year, "change|"));
  g_assert_null (strstr (year, "step|"));
  g_assert_nonnull (strstr (year, "log_month|"));
  g_assert_cmpuint (count_findings (fixture), ==, 0);
  rename_house (fixture->store, "Hornsyld");
  g_assert_cmpuint (count_findings (fixture), ==, 0);
}

/* --- erasing a person --- */

static bool
file_holds (const char *path, const char *word)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) && memmem (contents, length, word, strlen (word)) != NULL;
}

static void
forget (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "Anna Lindeskov", "29 11 22 33", "anna@example.dk", "kommer på cykel", NULL };
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (HvRecord) before = sample_find (fixture->store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  HvEdit *fill = sample_begin ("edit");
  HvVolunteer *anna = hv_edit_change (fill, before);
  hv_set_text (&anna->phone, words[1]);
  hv_set_text (&anna->email, words[2]);
  hv_set_text (&anna->note, words[3]);
  hv_set_text (&anna->r.ext, "anna@example.dk");
  HvAbsence *absence = hv_edit_add (fill, HV_KIND_ABSENCE);
  absence->volunteer = SAMPLE_ANNA;
  absence->from = absence->to = SAMPLE_MONDAY;
  hv_set_text (&absence->reason, "kommer på cykel");
  HvId absence_id = absence->r.id;
  sample_apply (fixture->store, fill, "Karen");
  g_assert_true (file_holds (fixture->path, words[0]));

  HvEdit *erase = sample_begin ("erase");
  g_autoptr (HvRecord) now = sample_find (fixture->store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  g_autoptr (HvRecord) away = sample_find (fixture->store, HV_KIND_ABSENCE, absence_id);
  anna = hv_edit_change (erase, now);
  hv_volunteer_set_name (anna, "Slettet");
  hv_set_text (&anna->phone, NULL);
  hv_set_text (&anna->email, NULL);
  hv_set_text (&anna->note, NULL);
  hv_set_text (&anna->r.ext, NULL);
  hv_edit_remove (erase, away);
  sample_apply (fixture->store, erase, "Karen");

  g_autoptr (GError) error = NULL;
  hv_store_forget (fixture->store, SAMPLE_ANNA, words, &error);
  g_assert_no_error (error);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_assert_false (file_holds (fixture->path, words[i]));
      g_assert_false (file_holds (journal, words[i]));
    }
  g_assert_true (file_holds (fixture->path, "Bo Vestermark"));
  g_assert_cmpuint (count_findings (fixture), ==, 0);

  HvStep next;
  g_assert_true (hv_store_peek_undo (fixture->store, "Karen", &next, NULL));
  g_assert_cmpint (next.id, ==, 0);
  rename_house (fixture->store, "Palsgård");
}

static void
erased_people_leave_the_backups (Fixture *fixture, gconstpointer data)
{
  static const gint64 day = 86400;
  const char *const none[] = { NULL };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC, erased_before;

  g_assert_true (hv_store_forget (fixture->store, SAMPLE_ANNA, none, NULL));
  g_assert_true (hv_store_tidy (fixture->store, now + 34 * day, &erased_before, NULL));
  g_assert_cmpint (erased_before, ==, HV_NONE);
  g_assert_true (hv_store_tidy (fixture->store, now + 36 * day, &erased_before, NULL));
  g_assert_cmpint (erased_before, >=, now - 60);
  g_assert_cmpint (erased_before, <=, now + 60);
}

#define ADD(name) g_test_add ("/backup/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/choosing", choosing);
  ADD (daily);
  ADD (old_ones_go);
  ADD (places);
  ADD (restore);
  ADD (restore_over_ruins);
  ADD (restore_refuses);
  ADD (all_is_well);
  ADD (changed_behind_our_back);
  ADD (tidy);
  ADD (forget);
  ADD (erased_people_leave_the_backups);
  return g_test_run ();
}
