/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-people-sample.h"

#include "hv-error.h"
#include "hv-generation.h"
#include "hv-placement.h"

#include <glib/gstdio.h>
#include <string.h>

#define WEEK_18 hv_week_of_day (PEOPLE_MONDAY - 7)
#define WEEK_19 hv_week_of_day (PEOPLE_MONDAY)
#define WEEK_20 hv_week_of_day (PEOPLE_MONDAY + 7)

/* --- two workspaces on one organisation --- */

typedef struct
{
  HvWorkspace *mine;
  HvWorkspace *other;
  int n_mine; /* signals "changed" since they were last looked at */
  int n_other;
} Fixture;

static void
changed_cb (HvWorkspace *workspace, int *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_setenv ("HUSVAGT_WHO", "Birgit", TRUE);
  g_autoptr (HvRoster) roster = people_build (NULL, NULL);
  fixture->mine = people_open (roster);
  g_setenv ("HUSVAGT_WHO", "Karen", TRUE);
  fixture->other = hv_workspace_open (hv_workspace_get_path (fixture->mine), 0, NULL);
  g_assert_true (hv_workspace_show (fixture->mine, WEEK_18, WEEK_20, NULL));
  g_assert_true (hv_workspace_show (fixture->other, WEEK_18, WEEK_20, NULL));
  g_signal_connect (fixture->mine, "changed", G_CALLBACK (changed_cb), &fixture->n_mine);
  g_signal_connect (fixture->other, "changed", G_CALLBACK (changed_cb), &fixture->n_other);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->other);
  people_close (fixture->mine);
}

static int
take_count (int *count)
{
  int taken = *count;
  *count = 0;
  return taken;
}

static const HvVolunteer *
find_person (HvWorkspace *workspace, HvId id)
{
  return hv_roster_find_volunteer (hv_workspace_get_roster (workspace), id);
}

static HvEdit *
rename_person (HvWorkspace *workspace, HvId id, const char *name)
{
  HvEdit *edit = hv_workspace_begin (workspace, "volunteer");
  hv_volunteer_set_name (hv_edit_change (edit, find_person (workspace, id)), name);
  return edit;
}

static HvEdit *
assign (HvWorkspace *workspace, HvId duty, HvId volunteer)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, duty + 200), volunteer);
  g_autoptr (GError) error = NULL;
  HvEdit *edit = hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, false, "they asked", HV_LANGUAGE_EN,
                                      hv_store_new_edit_source (), &error);
  g_assert_no_error (error);
  return edit;
}

static guint
count_on_shift (HvWorkspace *workspace, HvId duty)
{
  return hv_roster_list_of (hv_workspace_get_roster (workspace), HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, duty + 200)->len;
}

/* --- opening --- */

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("husvagt-open-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ny.husvagt", NULL);
  g_assert_null (hv_workspace_open (path, 0, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_autoptr (HvWorkspace) workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, NULL);
  g_assert_true (hv_workspace_is_empty (workspace));
  g_assert_null (hv_workspace_get_read_only_reason (workspace));
  g_assert_cmpint (hv_workspace_get_saved_at (workspace), ==, 0);
  g_assert_cmpstr (hv_workspace_get_path (workspace), ==, path);
  g_clear_object (&workspace);
  g_unlink (path);
  g_rmdir (folder);
}

static void
read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvWorkspace) viewer =
      hv_workspace_open (hv_workspace_get_path (fixture->mine), HV_WORKSPACE_READ_ONLY, NULL);
  g_assert_true (hv_workspace_show (viewer, WEEK_18, WEEK_20, NULL));
  g_assert_nonnull (hv_workspace_get_read_only_reason (viewer));
  g_assert_false (hv_workspace_commit (viewer, rename_person (viewer, PEOPLE_BO, "Bo Ny"), NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, hv_workspace_get_read_only_reason (viewer));
  g_assert_cmpstr (find_person (viewer, PEOPLE_BO)->name, ==, "Bo Vestermark");
  g_clear_error (&error);
  g_assert_false (hv_workspace_undo (viewer, NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_READ_ONLY);
}

static void
test_today (void)
{
  g_autofree char *folder = g_dir_make_tmp ("husvagt-today-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ny.husvagt", NULL);
  g_autoptr (HvWorkspace) workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, NULL);
  g_setenv ("HUSVAGT_TODAY", "2027-01-03", TRUE);
  g_assert_cmpint (hv_workspace_get_today (workspace), ==, hv_day_from_ymd (2027, 1, 3));
  g_assert_cmpint (hv_week_get_number (hv_workspace_get_this_week (workspace)), ==, 53);
  g_assert_cmpint (hv_minute_get_day (hv_workspace_get_now (workspace)), ==, hv_day_from_ymd (2027, 1, 3));
  g_unsetenv ("HUSVAGT_TODAY");
  g_assert_true (hv_workspace_get_today (workspace) > hv_day_from_ymd (2025, 1, 1));
  g_clear_object (&workspace);
  g_unlink (path);
  g_rmdir (folder);
}

/* --- the plain commands --- */

static void
commit (Fixture *fixture, gconstpointer data)
{
  HvStep step = { 0 };
  g_autoptr (HvRoster) before = hv_roster_ref (hv_workspace_get_roster (fixture->mine));
  g_assert_true (hv_workspace_commit (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, "Bo Ny"), &step, NULL));
  g_assert_cmpint (step.id, !=, 0);
  g_assert_cmpstr (step.verb, ==, "volunteer");
  g_assert_cmpint (hv_workspace_get_saved_at (fixture->mine), ==, step.at);
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 1);
  g_assert_cmpstr (find_person (fixture->mine, PEOPLE_BO)->name, ==, "Bo Ny");
  /* Who still holds the snapshot of before still has it. */
  g_assert_cmpstr (hv_roster_find_volunteer (before, PEOPLE_BO)->name, ==, "Bo Vestermark");
}

static void
commit_of_nothing (Fixture *fixture, gconstpointer data)
{
  HvStep step = { .id = 17 };
  const HvRoster *before = hv_workspace_get_roster (fixture->mine);
  HvEdit *same = rename_person (fixture->mine, PEOPLE_BO, "Bo Vestermark");
  g_assert_true (hv_workspace_commit (fixture->mine, same, &step, NULL));
  g_assert_cmpint (step.id, ==, 0);
  g_assert_true (hv_workspace_commit (fixture->mine, hv_workspace_begin (fixture->mine, "volunteer"), &step, NULL));
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 0);
  g_assert_true (hv_workspace_get_roster (fixture->mine) == before);
}

static void
undo_and_redo (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Bo Vestermark", "Bo Et", "Bo To", "Bo Tre" };
  HvStep step;
  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    g_assert_true (hv_workspace_commit (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, names[i]), NULL, NULL));
  take_count (&fixture->n_mine);
  for (gsize i = G_N_ELEMENTS (names) - 1; i > 0; i--)
    {
      g_assert_true (hv_workspace_undo (fixture->mine, &step, NULL));
      g_assert_cmpstr (step.verb, ==, "volunteer");
      g_assert_cmpstr (find_person (fixture->mine, PEOPLE_BO)->name, ==, names[i - 1]);
    }
  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (hv_workspace_redo (fixture->mine, &step, NULL));
      g_assert_cmpstr (find_person (fixture->mine, PEOPLE_BO)->name, ==, names[i]);
    }
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 6);

  g_autoptr (GError) error = NULL;
  g_assert_false (hv_workspace_redo (fixture->mine, &step, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 0);
}

static void
show (Fixture *fixture, gconstpointer data)
{
  g_assert_true (hv_workspace_show (fixture->mine, WEEK_19, WEEK_19, NULL));
  const HvRoster *roster = hv_workspace_get_roster (fixture->mine);
  g_assert_true (hv_roster_covers (roster, WEEK_19));
  g_assert_false (hv_roster_covers (roster, WEEK_20));
  g_assert_nonnull (hv_roster_find_assignment (roster, PEOPLE_DUTY_ANNA));
  g_assert_null (hv_roster_find_assignment (roster, PEOPLE_DUTY_LEIF));
  g_assert_true (hv_workspace_show_all (fixture->mine, NULL));
  g_assert_nonnull (hv_roster_find_assignment (hv_workspace_get_roster (fixture->mine), PEOPLE_DUTY_LEIF));
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 2);
  /* The outlook is always that of the roster. */
  const HvShift *shift = hv_roster_find_shift (hv_workspace_get_roster (fixture->mine), PEOPLE_DUTY_ANNA + 200);
  g_assert_true (hv_outlook_find_gap (hv_workspace_get_outlook (fixture->mine), shift)->shift == shift);
}

/* --- the other one --- */

static void
refresh (Fixture *fixture, gconstpointer data)
{
  g_assert_true (hv_workspace_refresh (fixture->other, NULL));
  g_assert_cmpint (take_count (&fixture->n_other), ==, 0); /* nothing has happened */

  g_assert_true (hv_workspace_commit (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, "Bo Ny"), NULL, NULL));
  g_assert_cmpint (take_count (&fixture->n_other), ==, 0); /* not by itself */
  g_assert_true (hv_workspace_refresh (fixture->other, NULL));
  g_assert_cmpint (take_count (&fixture->n_other), ==, 1);
  g_assert_cmpstr (find_person (fixture->other, PEOPLE_BO)->name, ==, "Bo Ny");
  g_assert_true (hv_workspace_refresh (fixture->other, NULL));
  g_assert_cmpint (take_count (&fixture->n_other), ==, 0);

  take_count (&fixture->n_mine); /* own changes are no news */
  g_assert_true (hv_workspace_refresh (fixture->mine, NULL));
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 0);

  g_assert_true (hv_workspace_undo (fixture->mine, NULL, NULL));
  g_assert_true (hv_workspace_refresh (fixture->other, NULL));
  g_assert_cmpstr (find_person (fixture->other, PEOPLE_BO)->name, ==, "Bo Vestermark");
}

/* What the other one did is shown at once, for it is why this was refused. */
static void
conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HvEdit *late = rename_person (fixture->other, PEOPLE_BO, "Bo Sen");
  g_assert_true (hv_workspace_commit (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, "Bo Ny"), NULL, NULL));
  g_assert_false (hv_workspace_commit (fixture->other, late, NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Birgit"));
  g_assert_cmpint (take_count (&fixture->n_other), ==, 1);
  g_assert_cmpstr (find_person (fixture->other, PEOPLE_BO)->name, ==, "Bo Ny");
  g_assert_true (hv_workspace_commit (fixture->other, rename_person (fixture->other, PEOPLE_BO, "Bo Sen"), NULL, NULL));
}

/* A31: the same shift, and another house. */
static void
last_place (Fixture *fixture, gconstpointer data)
{
  /* The shift wants two and has one. */
  HvEdit *places = hv_workspace_begin (fixture->mine, "shift");
  const HvShift *shift = hv_roster_find_shift (hv_workspace_get_roster (fixture->mine), PEOPLE_DUTY_ANNA + 200);
  ((HvShift *)hv_edit_change (places, shift))->minimum = 2;
  g_assert_true (hv_workspace_commit (fixture->mine, places, NULL, NULL));
  g_assert_true (hv_workspace_refresh (fixture->other, NULL));

  HvEdit *late = assign (fixture->other, PEOPLE_DUTY_ANNA, PEOPLE_GERDA);
  HvEdit *elsewhere = assign (fixture->other, PEOPLE_DUTY_ANNA_LATER, PEOPLE_GERDA);
  g_assert_true (hv_workspace_commit (fixture->mine, assign (fixture->mine, PEOPLE_DUTY_ANNA, PEOPLE_BO), NULL, NULL));

  g_autoptr (GError) error = NULL;
  g_assert_true (hv_workspace_commit (fixture->other, elsewhere, NULL, NULL));
  g_assert_false (hv_workspace_commit (fixture->other, late, NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Bo Vestermark"));
  g_assert_cmpuint (count_on_shift (fixture->other, PEOPLE_DUTY_ANNA), ==, 2);

  /* Whoever has seen both may still add a third. */
  g_assert_true (
      hv_workspace_commit (fixture->other, assign (fixture->other, PEOPLE_DUTY_ANNA, PEOPLE_GERDA), NULL, NULL));
  g_assert_cmpuint (count_on_shift (fixture->other, PEOPLE_DUTY_ANNA), ==, 3);
}

/* Two who generate the same week at the same time make it once. */
static void
generated_at_once (Fixture *fixture, gconstpointer data)
{
  HvEdit *hours = hv_workspace_begin (fixture->mine, "hours");
  HvHours *monday = hv_edit_add (hours, HV_KIND_HOURS);
  monday->house = PEOPLE_HEDENSTED;
  monday->weekday = 5;
  monday->start = 600;
  monday->end = 780;
  g_assert_true (hv_workspace_commit (fixture->mine, hours, NULL, NULL));
  g_assert_true (hv_workspace_refresh (fixture->other, NULL));

  HvWorkspace *both[] = { fixture->mine, fixture->other };
  HvEdit *edits[2];
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HvGeneration) generation =
          hv_generation_new (hv_workspace_get_roster (both[i]), WEEK_19, 1, hv_store_new_edit_source ());
      edits[i] = g_steal_pointer (&generation->edit);
      g_assert_false (hv_edit_is_empty (edits[i]));
    }
  g_autoptr (GError) error = NULL;
  g_assert_true (hv_workspace_commit (fixture->mine, edits[0], NULL, NULL));
  g_assert_false (hv_workspace_commit (fixture->other, edits[1], NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_CONFLICT);

  g_autoptr (HvGeneration) again =
      hv_generation_new (hv_workspace_get_roster (fixture->other), WEEK_19, 1, hv_store_new_edit_source ());
  g_assert_true (hv_edit_is_empty (again->edit));
}

/* --- on the workspace's own thread --- */

typedef struct
{
  GMainLoop *loop;
  int awaited;       /* answers still to come */
  GString *order;    /* of the answers */
  HvStep step;       /* of the last */
  GError *error;     /* of the last that failed */
  const int *n_seen; /* signals so far … */
  int n_at_answer;   /* … when the last answer came */
} Answers;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_autoptr (GError) error = NULL;
  bool done = hv_workspace_finish (HV_WORKSPACE (source), result, &answers->step, &error);
  g_string_append_c (answers->order, done ? '+' : '-');
  if (!done)
    {
      g_clear_error (&answers->error);
      answers->error = g_steal_pointer (&error);
    }
  if (answers->n_seen != NULL)
    answers->n_at_answer = *answers->n_seen;
  if (--answers->awaited == 0)
    g_main_loop_quit (answers->loop);
}

static void
await (Answers *answers, int n)
{
  answers->awaited += n;
  g_main_loop_run (answers->loop);
}

static Answers
answers_new (const int *n_seen)
{
  return (Answers){ .loop = g_main_loop_new (NULL, FALSE), .order = g_string_new (NULL), .n_seen = n_seen };
}

static void
answers_clear (Answers *answers)
{
  g_main_loop_unref (answers->loop);
  g_string_free (answers->order, TRUE);
  g_clear_error (&answers->error);
}

/* In the order they were asked for, each with its signal before its answer. */
static void
async_in_order (Fixture *fixture, gconstpointer data)
{
  Answers answers = answers_new (&fixture->n_mine);
  hv_workspace_commit_async (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, "Bo Ny"), answered_cb, &answers);
  hv_workspace_undo_async (fixture->mine, answered_cb, &answers);
  hv_workspace_redo_async (fixture->mine, answered_cb, &answers);
  hv_workspace_show_async (fixture->mine, WEEK_19, WEEK_20, answered_cb, &answers);
  g_assert_cmpstr (find_person (fixture->mine, PEOPLE_BO)->name, ==, "Bo Vestermark"); /* not yet */
  await (&answers, 4);
  g_assert_cmpstr (answers.order->str, ==, "++++");
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 4);
  g_assert_cmpint (answers.n_at_answer, ==, 4);
  g_assert_cmpstr (find_person (fixture->mine, PEOPLE_BO)->name, ==, "Bo Ny");
  g_assert_false (hv_roster_covers (hv_workspace_get_roster (fixture->mine), WEEK_18));
  answers_clear (&answers);
}

static void
async_refusals (Fixture *fixture, gconstpointer data)
{
  Answers answers = answers_new (NULL);
  HvEdit *late = rename_person (fixture->other, PEOPLE_BO, "Bo Sen");
  g_assert_true (hv_workspace_commit (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, "Bo Ny"), NULL, NULL));
  hv_workspace_undo_async (fixture->other, answered_cb, &answers);
  await (&answers, 1);
  g_assert_error (answers.error, HV_ERROR, HV_ERROR_REFUSED);
  hv_workspace_commit_async (fixture->other, late, answered_cb, &answers);
  hv_workspace_commit_async (fixture->other, hv_workspace_begin (fixture->other, "volunteer"), answered_cb, &answers);
  await (&answers, 2);
  g_assert_cmpstr (answers.order->str, ==, "--+");
  g_assert_error (answers.error, HV_ERROR, HV_ERROR_CONFLICT);
  g_assert_cmpint (answers.step.id, ==, 0);
  g_assert_cmpint (take_count (&fixture->n_other), ==, 1);
  answers_clear (&answers);
}

/* Whoever lets go of a workspace that is at work is still answered. */
static void
async_outlives (Fixture *fixture, gconstpointer data)
{
  Answers answers = answers_new (NULL);
  HvWorkspace *third = hv_workspace_open (hv_workspace_get_path (fixture->mine), 0, NULL);
  hv_workspace_show_async (third, WEEK_18, WEEK_20, answered_cb, &answers);
  g_object_add_weak_pointer (G_OBJECT (third), (gpointer *)&third);
  g_object_unref (third);
  await (&answers, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (answers.order->str, ==, "+");
  g_assert_null (third);
  answers_clear (&answers);
}

static gpointer
count_people (HvStore *store, const HvRoster *latest, gpointer data, GError **error)
{
  if (data == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED, "no");
      return NULL;
    }
  return g_strdup_printf ("%s %u", (const char *)data, hv_roster_list (latest, HV_KIND_VOLUNTEER)->len);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_clear_error (&answers->error);
  g_autofree char *answer = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &answers->error);
  g_string_assign (answers->order, answer == NULL ? "" : answer);
  g_main_loop_quit (answers->loop);
}

static void
ask (Fixture *fixture, gconstpointer data)
{
  Answers answers = answers_new (NULL);
  hv_workspace_ask_async (fixture->mine, count_people, g_strdup ("people:"), g_free, g_free, told_cb, &answers);
  g_main_loop_run (answers.loop);
  g_assert_cmpstr (answers.order->str, ==, "people: 5");
  hv_workspace_ask_async (fixture->mine, count_people, NULL, g_free, g_free, told_cb, &answers);
  g_main_loop_run (answers.loop);
  g_assert_error (answers.error, HV_ERROR, HV_ERROR_REFUSED);
  g_assert_cmpint (take_count (&fixture->n_mine), ==, 0);
  answers_clear (&answers);
}

/* --- watching --- */

static void
seen_cb (HvWorkspace *workspace, GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (fixture->other, "changed", G_CALLBACK (seen_cb), loop);
  hv_workspace_watch (fixture->other);
  g_assert_true (hv_workspace_commit (fixture->mine, rename_person (fixture->mine, PEOPLE_BO, "Bo Ny"), NULL, NULL));
  g_main_loop_run (loop);
  g_assert_cmpint (take_count (&fixture->n_other), ==, 1);
  g_assert_cmpstr (find_person (fixture->other, PEOPLE_BO)->name, ==, "Bo Ny");
  hv_workspace_stop (fixture->other);
}

#define ADD(name) g_test_add ("/workspace/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/open", test_open);
  g_test_add_func ("/workspace/today", test_today);
  ADD (read_only);
  ADD (commit);
  ADD (commit_of_nothing);
  ADD (undo_and_redo);
  ADD (show);
  ADD (refresh);
  ADD (conflict);
  ADD (last_place);
  ADD (generated_at_once);
  ADD (async_in_order);
  ADD (async_refusals);
  ADD (async_outlives);
  ADD (ask);
  ADD (watch);
  return g_test_run ();
}
