/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-backup.h"
#include "hv-error.h"
#include "hv-sample.h"
#include "hv-verify.h"

#include <string.h>

/* --- words for the tables below --- */

static void
set_note (HvStore *store, const char *who, const char *verb, const char *note)
{
  g_autoptr (HvRecord) anna = sample_find (store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  HvEdit *edit = sample_begin (verb);

  hv_set_text (&((HvVolunteer *)hv_edit_change (edit, anna))->note, note);
  sample_apply (store, edit, who);
}

static char *
get_note (HvStore *store)
{
  g_autoptr (HvRecord) anna = sample_find (store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);

  return g_strdup (((HvVolunteer *)anna)->note);
}

/* "ok", or the name of what refused it. The edit it answers leads the roster there. */
static const char *
take_back (HvStore *store, const char *who, bool redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = NULL;
  g_autoptr (HvRoster) before = NULL, wanted = NULL;
  HvStep step;

  g_assert_true (hv_store_load_everything (store, &before, NULL));
  bool done =
      redo ? hv_store_redo (store, who, &step, &edit, &error) : hv_store_undo (store, who, &step, &edit, &error);
  if (!done)
    return hv_error_get_name (error);

  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);
  g_assert_true (hv_store_load_everything (store, &wanted, NULL));
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const GPtrArray *got = hv_roster_list (after, (HvKind)kind);
      const GPtrArray *want = hv_roster_list (wanted, (HvKind)kind);
      g_assert_cmpuint (got->len, ==, want->len);
      for (guint i = 0; i < want->len; i++)
        {
          g_assert_true (hv_record_equal (got->pdata[i], want->pdata[i]));
          g_assert_cmpint (((HvRecord *)got->pdata[i])->ver, ==, ((HvRecord *)want->pdata[i])->ver);
        }
    }
  return "ok";
}

/* Each line is what somebody does (a note, "<" undo, ">" redo, "!" restart), and the note after it. */
static void
stories (SampleFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *who;
    const char *does;
    const char *answer;
    const char *note;
  } cases[] = {
    { "Karen", "first", "ok", "first" }, { "Karen", "second", "ok", "second" }, { "Karen", ">", "refused", "second" },
    { "Karen", "<", "ok", "first" },     { "Karen", "<", "ok", NULL },          { "Karen", ">", "ok", "first" },
    { "Karen", "!", "ok", "first" },     { "Karen", ">", "ok", "second" },      { "Karen", "<", "ok", "first" },
    { "Karen", "third", "ok", "third" }, { "Karen", ">", "refused", "third" },  { "Bo", "<", "refused", "third" },
    { "Bo", "Bo's", "ok", "Bo's" },      { "Karen", "<", "conflict", "Bo's" },  { "Bo", "<", "ok", "third" },
    { "Karen", "<", "ok", "first" },     { "Bo", ">", "conflict", "first" },    { "Karen", ">", "ok", "third" },
    { "Bo", ">", "ok", "Bo's" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *answer = "ok";
      g_test_message ("%s: %s", cases[i].who, cases[i].does);
      if (strcmp (cases[i].does, "!") == 0)
        sample_reopen (fixture);
      else if (strcmp (cases[i].does, "<") == 0 || strcmp (cases[i].does, ">") == 0)
        answer = take_back (fixture->store, cases[i].who, cases[i].does[0] == '>');
      else
        set_note (fixture->store, cases[i].who, "note", cases[i].does);

      g_autofree char *note = get_note (fixture->store);
      g_assert_cmpstr (answer, ==, cases[i].answer);
      g_assert_cmpstr (note, ==, cases[i].note);
    }
}

static void
conflict_says_who (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = NULL;
  HvStep step;

  set_note (fixture->store, "Karen", "note", "Karen's");
  set_note (fixture->store, "Bo", "note", "Bo's");
  g_assert_false (hv_store_undo (fixture->store, "Karen", &step, &edit, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Anna Lindeskov"));
  g_assert_nonnull (strstr (error->message, "Bo ("));
  g_assert_cmpstr (hv_store_get_conflict (fixture->store)->who, ==, "Bo");

  g_assert_true (hv_store_undo_anyway (fixture->store, "Karen", &step, &edit, NULL));
  g_autofree char *note = get_note (fixture->store);
  g_assert_null (note);
}

static void
publish_is_passed_over (SampleFixture *fixture, gconstpointer data)
{
  HvEdit *publish = sample_begin ("publish");
  HvPublication *publication = hv_edit_add (publish, HV_KIND_PUBLICATION);
  publication->week = SAMPLE_MONDAY;
  publication->at = 1777000000;

  set_note (fixture->store, "Karen", "note", "before");
  sample_apply (fixture->store, publish, "Karen");
  HvStep next;
  g_assert_true (hv_store_peek_undo (fixture->store, "Karen", &next, NULL));
  g_assert_cmpstr (next.verb, ==, "note");
  g_assert_cmpstr (take_back (fixture->store, "Karen", false), ==, "ok");
  g_autofree char *note = get_note (fixture->store);
  g_assert_null (note);
  g_autoptr (HvRoster) roster = NULL;
  g_assert_true (hv_store_load_everything (fixture->store, &roster, NULL));
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_PUBLICATION)->len, ==, 1);
}

/* Undoing that somebody called off must not put them in two places. */
static void
undo_into_a_double_booking (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) duty = sample_find (fixture->store, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT);
  HvEdit *off = sample_begin ("call-off"), *elsewhere = sample_begin ("assign");
  ((HvAssignment *)hv_edit_change (off, duty))->state = HV_STATE_CALLED_OFF;
  sample_apply (fixture->store, off, "Karen");

  HvAssignment *other = hv_edit_add (elsewhere, HV_KIND_ASSIGNMENT);
  other->house = SAMPLE_TORRING;
  other->shift = SAMPLE_SHIFT_T;
  other->volunteer = SAMPLE_ANNA;
  other->starts = ((HvAssignment *)duty)->starts;
  other->ends = ((HvAssignment *)duty)->ends;
  sample_apply (fixture->store, elsewhere, "Bo");
  g_assert_cmpstr (take_back (fixture->store, "Karen", false), ==, "overlap");
}

/* A removed skill that somebody has added anew cannot come back beside it. */
static void
undo_into_a_double (SampleFixture *fixture, gconstpointer data)
{
  HvEdit *first = sample_begin ("edit"), *remove = sample_begin ("edit"), *again = sample_begin ("edit");
  HvId ids[2] = { 0 };
  HvEdit *adding[] = { first, again };
  for (gsize i = 0; i < 2; i++)
    {
      HvSkill *skill = hv_edit_add (adding[i], HV_KIND_SKILL);
      skill->volunteer = SAMPLE_ANNA;
      skill->role = SAMPLE_ROLE_IT;
      ids[i] = skill->r.id;
    }

  sample_apply (fixture->store, first, "Karen");
  g_autoptr (HvRecord) skill = sample_find (fixture->store, HV_KIND_SKILL, ids[0]);
  hv_edit_remove (remove, skill);
  sample_apply (fixture->store, remove, "Karen");
  sample_apply (fixture->store, again, "Bo");
  g_assert_cmpstr (take_back (fixture->store, "Karen", false), ==, "conflict");
}

static void
log_lists_steps (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL, about = NULL, none = NULL;
  set_note (fixture->store, "Bo", "note", "hemmelig");
  take_back (fixture->store, "Bo", false);

  g_assert_true (hv_store_list_steps (fixture->store, HV_NONE, 10, &entries, NULL));
  g_assert_cmpuint (entries->len, ==, 3);
  const HvLogEntry *undo = entries->pdata[0], *note = entries->pdata[1], *import = entries->pdata[2];
  g_assert_cmpstr (note->step.verb, ==, "note");
  g_assert_cmpstr (note->who, ==, "Bo");
  g_assert_cmpstr (note->client, ==, "test");
  g_assert_true (note->undone);
  g_assert_false (note->is_undo);
  g_assert_cmpuint (note->rows->len, ==, 1);
  const HvStepRow *row = &g_array_index (note->rows, HvStepRow, 0);
  g_assert_cmpint (row->kind, ==, HV_KIND_VOLUNTEER);
  g_assert_cmpint (row->id, ==, SAMPLE_ANNA);
  g_assert_cmpuint (g_strv_length (row->fields), ==, 1);
  g_assert_cmpstr (row->fields[0], ==, "note");
  g_assert_true (undo->is_undo);
  g_assert_cmpint (undo->step.undo_of, ==, note->step.id);
  g_assert_cmpuint (import->rows->len, ==, 13);
  g_assert_true (g_array_index (import->rows, HvStepRow, 0).added);

  g_assert_true (hv_store_list_steps_about (fixture->store, SAMPLE_ANNA, &about, NULL));
  g_assert_cmpuint (about->len, ==, 3);
  g_assert_cmpuint (((HvLogEntry *)about->pdata[2])->rows->len, ==, 2); /* she herself and her duty */
  g_assert_true (hv_store_list_steps (fixture->store, import->step.at + 99999, 10, &none, NULL));
  g_assert_cmpuint (none->len, ==, 0);
}

/* --- a long story by three people, told twice --- */

/* The model: what each record holds is a value of its own, shared by nobody who wrote it
 * anew. A step goes back only over the values it left. */
typedef struct
{
  guint record;
  gint64 before; /* values; 0 = not there */
  gint64 after;
} Move;

typedef struct
{
  guint who;
  bool is_undo;
  bool is_edit;
  bool undone;
  GArray *moves;
} ModelStep;

#define N_RECORDS 40
#define N_PEOPLE 3
#define N_ACTS 10000

typedef struct
{
  HvStore *store;
  gint64 values[N_RECORDS];
  gint64 next_value;
  GPtrArray *steps;
  GRand *rand;
} Story;

static const char *const people[N_PEOPLE] = { "Anna", "Åse", "Örjan" };

static void
free_step (gpointer data)
{
  g_array_unref (((ModelStep *)data)->moves);
  g_free (data);
}

static HvKind
get_kind (guint record)
{
  static const HvKind kinds[] = { HV_KIND_VOLUNTEER, HV_KIND_CLOSED, HV_KIND_ROLE, HV_KIND_ABSENCE };

  return kinds[record % G_N_ELEMENTS (kinds)];
}

/* A record that says its value in every field. */
static gpointer
make_record (guint number, gint64 value, gint64 ver)
{
  HvRecord *record = sample_record_new (get_kind (number), 5000 + number, value);

  record->ver = ver;
  if (record->kind == HV_KIND_CLOSED)
    ((HvClosed *)record)->house = number % 8 < 4 ? SAMPLE_JUELSMINDE : SAMPLE_TORRING;
  if (record->kind == HV_KIND_ABSENCE)
    ((HvAbsence *)record)->volunteer = SAMPLE_ANNA;
  return record;
}

static gint64
get_ver (Story *story, guint number)
{
  gpointer record = NULL;

  g_assert_true (hv_store_find_record (story->store, get_kind (number), 5000 + number, &record, NULL));
  gint64 ver = record != NULL ? ((HvRecord *)record)->ver : 0;
  g_clear_pointer (&record, hv_record_unref);
  return ver;
}

/* Removed records are not offered to anybody: only undo brings them back. */
static bool
is_offered (Story *story, guint number)
{
  if (story->values[number] != 0)
    return true;
  for (guint i = 0; i < story->steps->len; i++)
    {
      const ModelStep *step = story->steps->pdata[i];
      for (guint m = 0; m < step->moves->len; m++)
        if (g_array_index (step->moves, Move, m).record == number)
          return false;
    }
  return true;
}

static void
put (Story *story, HvEdit *edit, GArray *moves, guint number, bool remove)
{
  Move move = { number, story->values[number], remove ? 0 : story->next_value++ };
  HvRecord *record = make_record (number, remove ? move.before : move.after, get_ver (story, number));

  if (remove)
    {
      hv_edit_remove (edit, record);
      hv_record_unref (record);
    }
  else
    hv_edit_take (edit, record);
  g_array_append_val (moves, move);
  story->values[number] = move.after;
}

static void
act_edit (Story *story, guint who)
{
  HvEdit *edit = sample_begin ("edit");
  ModelStep *step = g_new0 (ModelStep, 1);

  step->who = who;
  step->is_edit = true;
  step->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  for (int n = g_rand_int_range (story->rand, 1, 5); n > 0; n--)
    {
      guint number = (guint)g_rand_int_range (story->rand, 0, N_RECORDS);
      bool again = false;
      for (guint m = 0; m < step->moves->len; m++)
        again = again || g_array_index (step->moves, Move, m).record == number;
      if (!again && is_offered (story, number))
        put (story, edit, step->moves, number, story->values[number] != 0 && g_rand_int_range (story->rand, 0, 9) == 0);
    }
  if (hv_edit_is_empty (edit))
    {
      free_step (step);
      hv_edit_free (edit);
      return;
    }
  sample_apply (story->store, edit, people[who]);
  g_ptr_array_add (story->steps, step);
}

static ModelStep *
find_target (Story *story, guint who, bool redo)
{
  for (guint i = story->steps->len; i-- > 0;)
    {
      ModelStep *step = story->steps->pdata[i];
      if (step->who != who)
        continue;
      if (redo && step->is_edit)
        return NULL;
      if (step->is_undo == redo && !step->undone)
        return step;
    }
  return NULL;
}

static bool
moves_back (Story *story, const ModelStep *target)
{
  for (guint m = 0; m < target->moves->len; m++)
    {
      const Move *move = &g_array_index (target->moves, Move, m);
      if (story->values[move->record] != move->after)
        return false;
    }
  return true;
}

static void
act_back (Story *story, guint who, bool redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = NULL;
  HvStep made;
  ModelStep *target = find_target (story, who, redo);
  bool done = redo ? hv_store_redo (story->store, people[who], &made, &edit, &error)
                   : hv_store_undo (story->store, people[who], &made, &edit, &error);

  if (target == NULL || !moves_back (story, target))
    {
      g_assert_false (done);
      g_assert_cmpstr (hv_error_get_name (error), ==, target == NULL ? "refused" : "conflict");
      return;
    }
  g_assert_no_error (error);

  ModelStep *step = g_new0 (ModelStep, 1);
  step->who = who;
  step->is_undo = !redo;
  step->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  target->undone = true;
  for (guint m = 0; m < target->moves->len; m++)
    {
      Move move = g_array_index (target->moves, Move, m);
      story->values[move.record] = move.before;
      Move back = { move.record, move.after, move.before };
      g_array_append_val (step->moves, back);
    }
  g_ptr_array_add (story->steps, step);
}

static void
compare_with_model (Story *story)
{
  for (guint number = 0; number < N_RECORDS; number++)
    {
      g_autoptr (HvRecord) wanted = make_record (number, story->values[number], 0);
      gpointer got = NULL;
      g_assert_true (hv_store_find_record (story->store, get_kind (number), 5000 + number, &got, NULL));
      g_assert_cmpint (got != NULL, ==, story->values[number] != 0);
      g_assert_true (got == NULL || hv_record_equal (wanted, got));
      g_clear_pointer (&got, hv_record_unref);
    }
}

/* Everybody takes back what is still theirs, newest first over all. */
static void
take_everything_back (Story *story)
{
  for (guint i = story->steps->len; i-- > 0;)
    {
      const ModelStep *step = story->steps->pdata[i];
      if (!step->is_undo && !step->undone)
        act_back (story, step->who, false);
    }
}

/* The last backup and the log lead to what is there. */
static void
verify (SampleFixture *fixture)
{
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (hv_store_verify (fixture->store, fixture->folder, &findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *)findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
long_story (SampleFixture *fixture, gconstpointer data)
{
  Story story = { .store = fixture->store, .next_value = 1, .rand = g_rand_new_with_seed (20260504) };
  story.steps = g_ptr_array_new_with_free_func (free_step);
  g_autofree char *first = sample_dump (fixture->store);

  for (guint act = 0; act < N_ACTS; act++)
    {
      guint who = (guint)g_rand_int_range (story.rand, 0, N_PEOPLE);
      int what = g_rand_int_range (story.rand, 0, 100);
      if (what < 45)
        act_edit (&story, who);
      else
        act_back (&story, who, what >= 75);
      if (act % 997 == 0)
        {
          compare_with_model (&story);
          sample_reopen (fixture);
          if (act > N_ACTS / 2)
            {
              verify (fixture);
              hv_store_backup_if_due (fixture->store, fixture->folder, HV_BACKUP_IMPORT, NULL, NULL);
            }
          story.store = fixture->store;
        }
    }
  compare_with_model (&story);
  take_everything_back (&story);
  verify (fixture);

  g_autofree char *last = sample_dump (fixture->store);
  g_assert_cmpstr (first, ==, last);
  g_ptr_array_unref (story.steps);
  g_rand_free (story.rand);
}

#define ADD(name) g_test_add ("/undo/" #name, SampleFixture, NULL, sample_set_up, name, sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (stories);
  ADD (conflict_says_who);
  ADD (publish_is_passed_over);
  ADD (undo_into_a_double_booking);
  ADD (undo_into_a_double);
  ADD (log_lists_steps);
  ADD (long_story);
  return g_test_run ();
}
