/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A clock that jumps: order comes from the numbers of the log, never from the clock. */

#include "hv-backup.h"
#include "hv-sample.h"
#include "hv-verify.h"

#include <string.h>

static gint64 clock_seconds;

/* Stands before GLib's own: the program below is linked against this one. */
gint64
g_get_real_time (void)
{
  return clock_seconds * G_USEC_PER_SEC;
}

static gint64
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (time);
}

static void
set_note (HvStore *store, const char *note)
{
  g_autoptr (HvRecord) anna = sample_find (store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  HvEdit *edit = sample_begin (note);

  hv_set_text (&((HvVolunteer *)hv_edit_change (edit, anna))->note, note);
  sample_apply (store, edit, "Karen");
}

static const char *const jumps[] = {
  "2026-05-04T10:00:00Z", "2016-05-04T10:00:00Z", "2036-05-04T10:00:00Z", "2026-05-04T09:00:00Z",
  "2026-05-04T09:00:00Z", "1970-01-01T00:00:01Z", "2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z",
};

static void
order (void)
{
  char *folder = sample_folder_new ();
  clock_seconds = at ("2026-05-04T08:00:00Z");
  HvStore *store = sample_store_new_filled (folder);
  g_autoptr (GPtrArray) entries = NULL, findings = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      g_autofree char *note = g_strdup_printf ("%zu", i);
      clock_seconds = at (jumps[i]);
      set_note (store, note);
      if (i % 3 == 2)
        {
          hv_store_close (store);
          store = sample_store_new (folder);
        }
    }

  g_assert_true (hv_store_list_steps (store, HV_NONE, 100, &entries, NULL));
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (jumps) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      const HvLogEntry *entry = entries->pdata[G_N_ELEMENTS (jumps) - 1 - i];
      g_autofree char *verb = g_strdup_printf ("%u", i);
      g_assert_cmpstr (entry->step.verb, ==, verb);
      g_assert_cmpint (entry->step.at, ==, at (jumps[i]));
    }
  g_assert_true (hv_store_verify (store, folder, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  hv_store_close (store);
  sample_folder_free (folder);
}

/* The clock goes ten years back in the middle: what was last done is what is first undone. */
static void
undo (void)
{
  char *folder = sample_folder_new ();
  clock_seconds = at ("2036-05-04T10:00:00Z");
  HvStore *store = sample_store_new_filled (folder);

  set_note (store, "before");
  clock_seconds = at ("2026-05-04T10:00:00Z");
  set_note (store, "after");
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HvEdit) edit = NULL;
      HvStep step;
      g_assert_true (hv_store_undo (store, "Karen", &step, &edit, NULL));
      g_assert_cmpstr (step.verb, ==, i == 0 ? "after" : "before");
    }
  hv_store_close (store);
  sample_folder_free (folder);
}

/* Undo reaches back thirty days. */
static void
reach (void)
{
  static const struct
  {
    const char *now;
    bool reached;
  } cases[] = {
    { "2026-06-03T09:59:00Z", true },
    { "2026-06-03T10:01:00Z", false },
    { "2026-05-01T10:00:00Z", true },
  };
  char *folder = sample_folder_new ();
  clock_seconds = at ("2026-05-04T10:00:00Z");
  HvStore *store = sample_store_new_filled (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvStep step;
      clock_seconds = at (cases[i].now);
      g_test_message ("%s", cases[i].now);
      g_assert_true (hv_store_peek_undo (store, "Karen", &step, NULL));
      g_assert_cmpint (step.id != 0, ==, cases[i].reached);
    }
  hv_store_close (store);
  sample_folder_free (folder);
}

static void
ids (void)
{
  HvId last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      clock_seconds = at (jumps[i]);
      for (int n = 0; n < 1000; n++)
        {
          HvId id = hv_store_new_edit_source ().next_id;
          g_assert_cmpint (id, >, last);
          last = id;
        }
    }
}

/* One a day, also after a day that has not come yet. */
static void
backups (void)
{
  static const struct
  {
    const char *now;
    bool made;
  } cases[] = {
    { "2026-05-04T10:00:00Z", true }, { "2026-05-04T23:59:59Z", false }, { "2026-05-05T00:00:00Z", true },
    { "2036-01-01T10:00:00Z", true }, { "2026-05-05T10:00:00Z", false }, { "2026-05-06T10:00:00Z", true },
    { "2016-05-06T10:00:00Z", true },
  };
  char *folder = sample_folder_new ();
  clock_seconds = at ("2026-05-04T10:00:00Z");
  HvStore *store = sample_store_new_filled (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      bool made;
      clock_seconds = at (cases[i].now);
      hv_store_backup_if_due (store, folder, HV_BACKUP_DAILY, &made, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cases[i].now);
      g_assert_cmpint (made, ==, cases[i].made);
    }
  hv_store_close (store);
  sample_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/order", order);
  g_test_add_func ("/clock/undo", undo);
  g_test_add_func ("/clock/reach", reach);
  g_test_add_func ("/clock/ids", ids);
  g_test_add_func ("/clock/backups", backups);
  return g_test_run ();
}
