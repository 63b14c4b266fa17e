/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "published-sample.h"

#include "hv-error.h"
#include "hv-feed-folder.h"
#include "strict.h"
#include "zones.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY (24 * 3600)
#define NOBODY 65534

/* A sample that publishes into a folder of its own. */
typedef struct
{
  Sample *sample;
  char *folder;
  HvFeedFolderCount count;
  guint n_loads; /* calendars that were made */
} Place;

static Place *
place_new (void)
{
  Place *place = g_new0 (Place, 1);
  place->sample = sample_new ();
  place->folder = g_dir_make_tmp ("husvagt-feeds-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  return place;
}

static void
place_free (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  sample_free (place->sample);
  g_free (place);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

static GPtrArray *
load_events (HvOwner owner_kind, HvId owner, gpointer data, GError **error)
{
  Place *place = data;
  place->n_loads++;
  return sample_list_events (place->sample, owner_kind, owner);
}

static bool
write_folder (Place *place, const HvEdit *publication, GError **error)
{
  HvFeedFolderJob job = { .roster = place->sample->roster,
                          .publication = publication,
                          .load_events = load_events,
                          .find_zone = zone_find,
                          .data = place,
                          .now = place->sample->now };
  place->n_loads = 0;
  return hv_feed_folder_write (place->folder, &job, &place->count, error);
}

static void
publish (Place *place)
{
  g_autoptr (GError) error = NULL;
  hv_edit_free (sample_publish (place->sample, "2026-W19"));
  write_folder (place, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_path (const Place *place, HvOwner owner_kind, HvId owner)
{
  const HvFeed *feed = hv_feed_find_live (place->sample->roster, owner_kind, owner);
  g_autofree char *name = g_strconcat (feed->token, ".ics", NULL);
  return g_build_filename (place->folder, name, NULL);
}

static char *
read_file (const char *path)
{
  char *text = NULL;
  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

static guint
count_files (const Place *place)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

#define assert_count(place, w, u, r)                    \
  G_STMT_START                                          \
  {                                                     \
    g_assert_cmpuint ((place)->count.written, ==, w);   \
    g_assert_cmpuint ((place)->count.unchanged, ==, u); \
    g_assert_cmpuint ((place)->count.removed, ==, r);   \
  }                                                     \
  G_STMT_END

/* Six volunteers and four houses, those without a duty too. */
static void
test_writes_one_file_each (void)
{
  g_autoptr (Place) place = place_new ();
  publish (place);
  assert_count (place, 10, 0, 0);
  g_assert_cmpuint (count_files (place), ==, 10);

  const GPtrArray *feeds = hv_roster_list (place->sample->roster, HV_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++)
    {
      const HvFeed *feed = feeds->pdata[i];
      g_autofree char *path = make_path (place, (HvOwner)feed->owner_kind, feed->owner);
      g_autofree char *text = read_file (path);
      g_autoptr (StrictCalendar) calendar = strict_read (text);
      g_assert_cmpstr (strict_get (calendar->head, "SOURCE"), ==, "-"); /* nobody said where they are */

      GStatBuf status;
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0644);
    }
}

static void
test_writes_what_changed (void)
{
  g_autoptr (Place) place = place_new ();
  publish (place);
  publish (place);
  assert_count (place, 0, 10, 0);

  sample_set_state (place->sample, DUTY_OF (TORRING_19), HV_STATE_CALLED_OFF);
  place->sample->now += 60;
  publish (place);
  assert_count (place, 2, 8, 0); /* Bo's and Tørring's */
}

/* A big organisation looks only at what a step touched, and at files that are missing. */
static void
test_looks_at_what_was_touched (void)
{
  g_autoptr (Place) place = place_new ();
  publish (place);
  sample_set_state (place->sample, DUTY_OF (TORRING_19), HV_STATE_CALLED_OFF);
  g_autofree char *anna = make_path (place, HV_OWNER_VOLUNTEER, ANNA);
  g_assert_cmpint (g_unlink (anna), ==, 0);

  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) publication = sample_publish (place->sample, "2026-W19");
  write_folder (place, publication, &error);
  g_assert_no_error (error);
  assert_count (place, 3, 7, 0);
  g_assert_cmpuint (place->n_loads, ==, 3);
  g_assert_true (g_file_test (anna, G_FILE_TEST_IS_REGULAR));
}

/* Two versions of one size within a second would look the same to a web server. */
static void
test_a_new_version_is_younger (void)
{
  g_autoptr (Place) place = place_new ();
  publish (place);
  g_autofree char *path = make_path (place, HV_OWNER_VOLUNTEER, BO);

  gint64 last = 0;
  for (int i = 0; i < 4; i++)
    {
      GStatBuf status;
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mtime, >, last);
      last = status.st_mtime;
      sample_set_state (place->sample, DUTY_OF (TORRING_19), i % 2 == 0 ? HV_STATE_CALLED_OFF : HV_STATE_PLANNED);
      place->sample->now += 60;
      publish (place);
    }
}

/* Closed: empty for four weeks, then gone; its name is never used again. */
static const struct
{
  int days; /* after closing */
  bool there;
} empty_cases[] = { { 0, true }, { 27, true }, { 28, false }, { 60, false } };

static void
test_empties_a_closed_calendar (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (empty_cases); i++)
    {
      g_autoptr (Place) place = place_new ();
      publish (place);
      g_autofree char *path = make_path (place, HV_OWNER_VOLUNTEER, ANNA);
      g_autofree char *full = read_file (path);
      g_assert_nonnull (strstr (full, "Lindeskov"));

      HvEdit *edit = sample_begin (place->sample);
      HvVolunteer *anna = sample_change (place->sample, edit, HV_KIND_VOLUNTEER, ANNA);
      anna->archived = 1;
      sample_end (place->sample, edit);
      publish (place);

      g_autoptr (GError) error = NULL;
      place->sample->now += (gint64)empty_cases[i].days * DAY;
      write_folder (place, NULL, &error);
      g_assert_no_error (error);
      g_autofree char *text = read_file (path);
      g_assert_cmpint (text != NULL, ==, empty_cases[i].there);
      g_assert_cmpuint (place->count.removed, ==, !empty_cases[i].there);
      if (text == NULL)
        continue;
      g_autoptr (StrictCalendar) calendar = strict_read (text);
      g_assert_cmpuint (calendar->events->len, ==, 0);
      g_assert_null (strstr (text, "Lindeskov"));
    }
}

static void
test_leaves_other_files_alone (void)
{
  static const char *const names[] = { "index.html", "holiday.ics", ".htaccess", "AAAAAAAAAAAAAAAAAAAAAA.txt",
                                       ".AAAAAAAAAAAAAAAAAAAA.ics.new" };
  g_autoptr (Place) place = place_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, names[i], NULL);
      g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
    }
  g_autofree char *leftover = g_build_filename (place->folder, ".AAAAAAAAAAAAAAAAAAAAAA.ics.new", NULL);
  g_assert_true (g_file_set_contents (leftover, "half", -1, NULL));

  publish (place);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, names[i], NULL);
      g_autofree char *text = read_file (path);
      g_assert_cmpstr (text, ==, "mine");
    }
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS)); /* of a publish that lost its power */
}

static void
test_replaces_a_link_and_not_what_it_leads_to (void)
{
  g_autoptr (Place) place = place_new ();
  publish (place);
  g_autofree char *path = make_path (place, HV_OWNER_VOLUNTEER, ANNA);
  g_autofree char *other = g_build_filename (place->folder, "other", NULL);
  g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("other", path), ==, 0);

  publish (place);
  g_autofree char *text = read_file (other);
  g_assert_cmpstr (text, ==, "mine");
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
}

/* --- what can go wrong --- */

static void
assert_fails (Place *place, const char *code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (write_folder (place, NULL, &error));
  g_assert_cmpstr (hv_error_get_name (error), ==, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, place->folder));
}

static void
test_says_that_there_is_no_folder (void)
{
  g_autoptr (Place) place = place_new ();
  hv_edit_free (sample_publish (place->sample, "2026-W19"));
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  assert_fails (place, "refused", "there is no folder");

  g_assert_true (g_file_set_contents (place->folder, "a file", -1, NULL));
  assert_fails (place, "refused", "there is no folder");
  g_assert_cmpint (g_unlink (place->folder), ==, 0);
}

static void
test_says_that_it_may_not_write (void)
{
  g_autoptr (Place) place = place_new ();
  hv_edit_free (sample_publish (place->sample, "2026-W19"));
  g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
  /* Root may write everywhere, so be somebody else for a moment. */
  bool root = geteuid () == 0;
  if (root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  assert_fails (place, "read-only", "may not write");
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0700), ==, 0);
}

/* No file may be longer than half a calendar: the disk seems full in the middle of one. */
static void
test_keeps_the_old_one_when_the_disk_is_full (void)
{
  g_autoptr (Place) place = place_new ();
  publish (place);
  g_autofree char *path = make_path (place, HV_OWNER_VOLUNTEER, BO);
  g_autofree char *before = read_file (path);
  guint n_files = count_files (place);

  sample_set_state (place->sample, DUTY_OF (TORRING_19), HV_STATE_CALLED_OFF);
  place->sample->now += 60;
  hv_edit_free (sample_publish (place->sample, "2026-W19"));
  struct rlimit old;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  const struct rlimit tight = { 500, old.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);

  g_autoptr (GError) error = NULL;
  bool written = write_folder (place, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false (written);
  g_assert_cmpstr (hv_error_get_name (error), ==, "full-disk");
  g_assert_nonnull (strstr (error->message, "the disk is full"));

  g_autofree char *after = read_file (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_files (place), ==, n_files);

  /* Room was made: the same again is enough. */
  g_clear_error (&error);
  write_folder (place, NULL, &error);
  g_assert_no_error (error);
  assert_count (place, 2, 8, 0);
}

static GPtrArray *
fail_to_load (HvOwner owner_kind, HvId owner, gpointer data, GError **error)
{
  g_set_error_literal (error, HV_ERROR, HV_ERROR_DAMAGED, "no data");
  return NULL;
}

static void
test_passes_a_failure_on (void)
{
  g_autoptr (Place) place = place_new ();
  hv_edit_free (sample_publish (place->sample, "2026-W19"));
  HvFeedFolderJob job = { .roster = place->sample->roster, .load_events = fail_to_load, .find_zone = zone_find };
  g_autoptr (GError) error = NULL;
  g_assert_false (hv_feed_folder_write (place->folder, &job, NULL, &error));
  g_assert_cmpstr (error->message, ==, "no data");
  g_assert_cmpuint (count_files (place), ==, 0);
}

/* A path cannot come out of an address. */
static void
test_refuses_an_address_that_is_none (void)
{
  g_autoptr (Place) place = place_new ();
  hv_edit_free (sample_publish (place->sample, "2026-W19"));
  HvEdit *edit = sample_begin (place->sample);
  HvFeed *feed = hv_edit_change (edit, hv_feed_find_live (place->sample->roster, HV_OWNER_VOLUNTEER, ANNA));
  hv_set_text (&feed->token, "../outside-of-the-folder");
  sample_end (place->sample, edit);

  g_autoptr (GError) error = NULL;
  g_assert_false (write_folder (place, NULL, &error));
  g_assert_cmpstr (hv_error_get_name (error), ==, "damaged");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed-folder/writes-one-file-each", test_writes_one_file_each);
  g_test_add_func ("/feed-folder/writes-what-changed", test_writes_what_changed);
  g_test_add_func ("/feed-folder/looks-at-what-was-touched", test_looks_at_what_was_touched);
  g_test_add_func ("/feed-folder/a-new-version-is-younger", test_a_new_version_is_younger);
  g_test_add_func ("/feed-folder/empties-a-closed-calendar", test_empties_a_closed_calendar);
  g_test_add_func ("/feed-folder/leaves-other-files-alone", test_leaves_other_files_alone);
  g_test_add_func ("/feed-folder/replaces-a-link", test_replaces_a_link_and_not_what_it_leads_to);
  g_test_add_func ("/feed-folder/says-that-there-is-no-folder", test_says_that_there_is_no_folder);
  g_test_add_func ("/feed-folder/says-that-it-may-not-write", test_says_that_it_may_not_write);
  g_test_add_func ("/feed-folder/keeps-the-old-one-when-the-disk-is-full",
                   test_keeps_the_old_one_when_the_disk_is_full);
  g_test_add_func ("/feed-folder/passes-a-failure-on", test_passes_a_failure_on);
  g_test_add_func ("/feed-folder/refuses-an-address-that-is-none", test_refuses_an_address_that_is_none);
  return g_test_run ();
}
