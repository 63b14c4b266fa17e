/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-sample.h"

#include <string.h>

/* --- records come back as they went in --- */

static void
every_kind (SampleFixture *fixture, gconstpointer data)
{
  HvEdit *edit = sample_begin ("import");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (hv_record_unref);

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gpointer record = kind == HV_KIND_ORGANISATION ? sample_find (fixture->store, HV_KIND_ORGANISATION, 1)
                                                     : sample_record_new ((HvKind)kind, 9000 + kind, 7);
      gsize n;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n);
      for (gsize i = 0; i < n; i++)
        if (fields[i].ref >= 0)
          hv_record_set_int (record, &fields[i], 9000 + fields[i].ref);
      hv_set_text (&((HvRecord *)record)->ext, "from a script");
      hv_set_text (&((HvRecord *)record)->extra, "{\"colour\": \"blå\"}");
      g_ptr_array_add (records, hv_record_ref (record));
      hv_edit_take (edit, record);
    }
  sample_apply (fixture->store, edit, "Karen");
  sample_reopen (fixture);

  for (guint i = 0; i < records->len; i++)
    {
      const HvRecord *wanted = records->pdata[i];
      g_autoptr (HvRecord) got = sample_find (fixture->store, wanted->kind, wanted->id);
      g_test_message ("%s", hv_kind_get_name (wanted->kind));
      g_assert_true (hv_record_equal (wanted, got));
      g_assert_cmpint (got->ver, ==, wanted->ver + 1);
    }
}

/* --- what a roster holds --- */

static guint
count (const HvRoster *roster, HvKind kind)
{
  return hv_roster_list (roster, kind)->len;
}

static HvRoster *
load_weeks (HvStore *store, const char *from, const char *until, HvLoadFlags flags)
{
  g_autoptr (GError) error = NULL;
  HvRoster *roster = NULL;
  HvWeek first, last;

  g_assert_true (hv_week_parse (from, &first, NULL));
  g_assert_true (hv_week_parse (until, &last, NULL));
  hv_store_load_roster (store, first, last, flags, &roster, &error);
  g_assert_no_error (error);
  return roster;
}

static void
weeks (SampleFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *until;
    guint openings;
    guint assignments;
  } cases[] = {
    { "2026-W53", "2027-W01", 0, 0 }, { "2026-W18", "2026-W18", 0, 0 }, { "2026-W20", "2026-W30", 0, 0 },
    { "2026-W19", "2026-W19", 2, 1 }, { "2026-W18", "2026-W20", 2, 1 }, { "1900-W01", "2100-W01", 2, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRoster) roster = load_weeks (fixture->store, cases[i].from, cases[i].until, HV_LOAD_HISTORY);
      g_test_message ("%s to %s", cases[i].from, cases[i].until);
      g_assert_cmpuint (count (roster, HV_KIND_OPENING), ==, cases[i].openings);
      g_assert_cmpuint (count (roster, HV_KIND_SHIFT), ==, cases[i].openings);
      g_assert_cmpuint (count (roster, HV_KIND_ASSIGNMENT), ==, cases[i].assignments);
      g_assert_cmpuint (count (roster, HV_KIND_VOLUNTEER), ==, 3);
      g_assert_cmpstr (hv_roster_get_organisation (roster)->name, ==, "Ældre Sagen");
    }
}

static HvShift *
add_shift (HvEdit *edit, HvId house, HvSpan opening_span, HvSpan shift_span)
{
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
  opening->house = house;
  opening->starts = opening_span.from;
  opening->ends = opening_span.to;

  HvId id = opening->r.id;
  HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
  shift->house = house;
  shift->opening = id;
  shift->role = SAMPLE_ROLE_IT;
  shift->starts = shift_span.from;
  shift->ends = shift_span.to;
  return shift;
}

static HvId
add_duty (HvEdit *edit, HvId house, HvSpan span, HvId volunteer, HvState state)
{
  HvId shift = add_shift (edit, house, span, span)->r.id;
  HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);

  assignment->house = house;
  assignment->shift = shift;
  assignment->volunteer = volunteer;
  assignment->state = state;
  assignment->starts = span.from;
  assignment->ends = span.to;
  return assignment->r.id;
}

/* Sunday 22 to Monday 6: the part after midnight belongs to the week of its opening. */
static void
night_over_the_week_end (SampleFixture *fixture, gconstpointer data)
{
  HvEdit *edit = sample_begin ("generate");
  HvSpan night = hv_span_on_day (SAMPLE_MONDAY - 1, 22 * 60, 6 * 60);
  HvSpan morning = { night.from + 240, night.to };
  add_shift (edit, SAMPLE_JUELSMINDE, night, morning);
  sample_apply (fixture->store, edit, "Karen");

  g_autoptr (HvRoster) before = load_weeks (fixture->store, "2026-W18", "2026-W18", 0);
  g_autoptr (HvRoster) after = load_weeks (fixture->store, "2026-W19", "2026-W19", 0);
  g_assert_cmpuint (count (before, HV_KIND_SHIFT), ==, 1);
  g_assert_cmpuint (count (after, HV_KIND_SHIFT), ==, 2);
}

static void
history (SampleFixture *fixture, gconstpointer data)
{
  HvEdit *edit = sample_begin ("import");
  HvDay monday = SAMPLE_MONDAY;
  add_duty (edit, SAMPLE_TORRING, hv_span_on_day (monday - 7, 600, 700), SAMPLE_BO, HV_STATE_PRESENT);
  add_duty (edit, SAMPLE_TORRING, hv_span_on_day (monday - 14, 600, 700), SAMPLE_BO, HV_STATE_NO_SHOW);
  add_duty (edit, SAMPLE_TORRING, hv_span_on_day (monday - 56, 600, 700), SAMPLE_BO, HV_STATE_PLANNED);
  add_duty (edit, SAMPLE_TORRING, hv_span_on_day (monday - 57, 600, 700), SAMPLE_BO, HV_STATE_PLANNED);
  add_duty (edit, SAMPLE_JUELSMINDE, hv_span_on_day (monday - 400, 600, 700), SAMPLE_BO, HV_STATE_PLANNED);
  add_duty (edit, SAMPLE_JUELSMINDE, hv_span_on_day (monday - 500, 600, 700), SAMPLE_BO, HV_STATE_PLANNED);
  HvVisit *visit = hv_edit_add (edit, HV_KIND_VISIT);
  visit->house = SAMPLE_JUELSMINDE;
  visit->opening = SAMPLE_OPENING_J;
  visit->count = 53;
  hv_set_text (&visit->slots, "20 20 13");
  sample_apply (fixture->store, edit, "Karen");

  g_autoptr (HvRoster) roster = load_weeks (fixture->store, "2026-W19", "2026-W19", HV_LOAD_HISTORY);
  HvDay day;
  g_assert_cmpuint (hv_roster_count_duties (roster, SAMPLE_BO, monday - 56, monday), ==, 2);
  g_assert_true (hv_roster_get_last_duty (roster, SAMPLE_BO, SAMPLE_TORRING, monday, &day));
  g_assert_cmpint (day, ==, monday - 7);
  g_assert_true (hv_roster_get_last_duty (roster, SAMPLE_BO, SAMPLE_JUELSMINDE, monday, &day));
  g_assert_cmpint (day, ==, monday - 400);
  g_assert_false (hv_roster_get_last_duty (roster, SAMPLE_AASE, HV_NONE, monday, &day));

  g_autoptr (HvRoster) later = load_weeks (fixture->store, "2026-W20", "2026-W20", HV_LOAD_HISTORY);
  g_autoptr (GArray) counts = hv_roster_list_counts (later, SAMPLE_JUELSMINDE);
  g_assert_cmpuint (counts->len, ==, 1);
  g_assert_cmpint (g_array_index (counts, HvPastCount, 0).count, ==, 53);
  g_assert_cmpstr (g_array_index (counts, HvPastCount, 0).slots, ==, "20 20 13");
}

/* A duty in an opening that was closed was none. */
static void
history_of_a_closed_day (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) opening = sample_find (fixture->store, HV_KIND_OPENING, SAMPLE_OPENING_J);
  HvEdit *edit = sample_begin ("close");
  hv_set_text (&((HvOpening *)hv_edit_change (edit, opening))->closed, "lokalet optaget");
  sample_apply (fixture->store, edit, "Karen");

  g_autoptr (HvRoster) roster = load_weeks (fixture->store, "2026-W20", "2026-W20", HV_LOAD_HISTORY);
  HvDay day;
  g_assert_false (hv_roster_get_last_duty (roster, SAMPLE_ANNA, HV_NONE, SAMPLE_MONDAY + 7, &day));
}

static void
records_by_value (SampleFixture *fixture, gconstpointer data)
{
  static const struct
  {
    HvKind kind;
    const char *field;
    gint64 number;
    const char *text;
    guint wanted;
  } cases[] = {
    { HV_KIND_ASSIGNMENT, "volunteer", SAMPLE_ANNA, NULL, 1 },
    { HV_KIND_ASSIGNMENT, "volunteer", SAMPLE_BO, NULL, 0 },
    { HV_KIND_SHIFT, "role", SAMPLE_ROLE_IT, NULL, 2 },
    { HV_KIND_HOUSE, "name", 0, "Tørring", 1 },
    { HV_KIND_HOUSE, "name", 0, "tørring", 0 },
    { HV_KIND_HOUSE, "name", 0, "' OR 1=1 --", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;
      if (cases[i].text != NULL)
        hv_store_load_records_by_text (fixture->store, cases[i].kind, cases[i].field, cases[i].text, &records, &error);
      else
        hv_store_load_records (fixture->store, cases[i].kind, cases[i].field, cases[i].number, &records, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, cases[i].wanted);
    }
}

/* --- one step --- */

static void
step_ids (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) anna = sample_find (fixture->store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  HvStepInfo info = { .id = 4711, .who = "Karen", .undoable = true };
  g_autoptr (HvEdit) edit = sample_begin ("note");
  g_autoptr (HvEdit) empty = sample_begin ("note");
  HvStep first = { 0 }, again = { 0 }, nothing = { .id = 1 };

  hv_set_text (&((HvVolunteer *)hv_edit_change (edit, anna))->note, "kommer på cykel");
  g_assert_true (hv_store_apply (fixture->store, edit, &info, &first, NULL));
  g_assert_true (hv_store_apply (fixture->store, edit, &info, &again, NULL));
  g_assert_cmpint (first.id, ==, 4711);
  g_assert_cmpint (again.id, ==, 4711);
  g_assert_cmpstr (again.verb, ==, "note");

  g_autoptr (HvRecord) now = sample_find (fixture->store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  g_assert_cmpint (now->ver, ==, anna->ver + 1);

  info.id = 0;
  g_assert_true (hv_store_apply (fixture->store, empty, &info, &nothing, NULL));
  g_assert_cmpint (nothing.id, ==, 0);
}

static void
removing (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) assignment = sample_find (fixture->store, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT);
  HvEdit *edit = sample_begin ("unassign");
  gpointer record = &record;

  hv_edit_remove (edit, assignment);
  sample_apply (fixture->store, edit, "Karen");
  g_assert_true (hv_store_find_record (fixture->store, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT, &record, NULL));
  g_assert_null (record);
  g_assert_true (hv_store_find_record (fixture->store, HV_KIND_ASSIGNMENT, 77, &record, NULL));
  g_assert_null (record);
}

/* --- what is refused --- */

static void
somebody_was_faster (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) shift = sample_find (fixture->store, HV_KIND_SHIFT, SAMPLE_SHIFT_J);
  HvEdit *faster = sample_begin ("edit"), *slower = sample_begin ("edit");
  ((HvShift *)hv_edit_change (faster, shift))->minimum = 4;
  ((HvShift *)hv_edit_change (slower, shift))->minimum = 5;
  HvOpening *opening = hv_edit_add (slower, HV_KIND_OPENING);
  opening->house = SAMPLE_JUELSMINDE;
  opening->starts = 0;
  opening->ends = 60;

  sample_apply (fixture->store, faster, "Karen");
  g_autofree char *before = sample_dump (fixture->store);
  sample_refuse (fixture->store, slower, "Birgit", HV_ERROR_CONFLICT);
  g_autofree char *after = sample_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);

  const HvConflict *conflict = hv_store_get_conflict (fixture->store);
  g_assert_cmpint (conflict->kind, ==, HV_KIND_SHIFT);
  g_assert_cmpint (conflict->id, ==, SAMPLE_SHIFT_J);
  g_assert_cmpstr (conflict->who, ==, "Karen");
  g_assert_cmpint (conflict->at, >, 1600000000);
}

static HvAssignment *
put_on_shift (HvEdit *edit, HvId shift, HvId volunteer, HvSpan span)
{
  HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);

  assignment->house = SAMPLE_JUELSMINDE;
  assignment->shift = shift;
  assignment->volunteer = volunteer;
  assignment->starts = span.from;
  assignment->ends = span.to;
  return assignment;
}

static void
double_booking (SampleFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    HvId volunteer;
    HvId shift;
    int from;
    int to;
    HvState state;
    const char *reason;
    int code; /* 0: taken */
  } cases[] = {
    { "the same shift twice", SAMPLE_ANNA, SAMPLE_SHIFT_J, 780, 960, HV_STATE_PLANNED, NULL, HV_ERROR_TWICE },
    { "the same shift, called off", SAMPLE_ANNA, SAMPLE_SHIFT_J, 780, 960, HV_STATE_CALLED_OFF, NULL, HV_ERROR_TWICE },
    { "the last minute", SAMPLE_ANNA, SAMPLE_SHIFT_T, 959, 990, HV_STATE_PLANNED, NULL, HV_ERROR_OVERLAP },
    { "all around", SAMPLE_ANNA, SAMPLE_SHIFT_T, 0, 1440, HV_STATE_PRESENT, NULL, HV_ERROR_OVERLAP },
    { "all around, called off", SAMPLE_ANNA, SAMPLE_SHIFT_T, 0, 1440, HV_STATE_CALLED_OFF, NULL, 0 },
    { "touching ends", SAMPLE_ANNA, SAMPLE_SHIFT_T, 960, 1000, HV_STATE_PLANNED, NULL, 0 },
    { "with a reason", SAMPLE_ANNA, SAMPLE_SHIFT_T, 780, 960, HV_STATE_PLANNED, "kommer senere", 0 },
    { "somebody else", SAMPLE_BO, SAMPLE_SHIFT_T, 780, 960, HV_STATE_PLANNED, NULL, 0 },
    { "a walk-in helper", HV_NONE, SAMPLE_SHIFT_J, 780, 960, HV_STATE_PLANNED, NULL, 0 },
    { "the longest duty, from two days before", SAMPLE_ANNA, SAMPLE_SHIFT_T, -2099, 781, HV_STATE_PLANNED, NULL,
      HV_ERROR_OVERLAP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvEdit *edit = sample_begin ("assign");
      HvSpan span = { hv_minute_at (SAMPLE_MONDAY, 0) + cases[i].from, hv_minute_at (SAMPLE_MONDAY, 0) + cases[i].to };
      HvAssignment *assignment = put_on_shift (edit, cases[i].shift, cases[i].volunteer, span);
      assignment->state = cases[i].state;
      hv_set_text (&assignment->reason, cases[i].reason);

      g_test_message ("%s", cases[i].what);
      if (cases[i].code != 0)
        {
          sample_refuse (fixture->store, edit, "Birgit", cases[i].code);
          continue;
        }
      HvId id = assignment->r.id;
      sample_apply (fixture->store, edit, "Birgit");
      HvEdit *away = sample_begin ("unassign");
      g_autoptr (HvRecord) stored = sample_find (fixture->store, HV_KIND_ASSIGNMENT, id);
      hv_edit_remove (away, stored);
      sample_apply (fixture->store, away, "Birgit");
    }
}

/* Two people change places in one edit: nobody is ever in two. */
static void
swap (SampleFixture *fixture, gconstpointer data)
{
  HvSpan span = hv_span_on_day (SAMPLE_MONDAY, 13 * 60, 16 * 60);
  HvEdit *other = sample_begin ("assign");
  HvId bo_id = put_on_shift (other, SAMPLE_SHIFT_T, SAMPLE_BO, span)->r.id;
  sample_apply (fixture->store, other, "Karen");

  g_autoptr (HvRecord) anna = sample_find (fixture->store, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT);
  g_autoptr (HvRecord) bo = sample_find (fixture->store, HV_KIND_ASSIGNMENT, bo_id);
  HvEdit *edit = sample_begin ("swap");
  ((HvAssignment *)hv_edit_change (edit, anna))->volunteer = SAMPLE_BO;
  ((HvAssignment *)hv_edit_change (edit, bo))->volunteer = SAMPLE_ANNA;
  sample_apply (fixture->store, edit, "Karen");
}

/* An old overlap with a reason asks nothing when something else is corrected. */
static void
correcting_beside_an_overlap (SampleFixture *fixture, gconstpointer data)
{
  HvEdit *edit = sample_begin ("assign");
  HvSpan span = hv_span_on_day (SAMPLE_MONDAY, 13 * 60, 16 * 60);
  hv_set_text (&put_on_shift (edit, SAMPLE_SHIFT_T, SAMPLE_ANNA, span)->reason, "begge steder");
  sample_apply (fixture->store, edit, "Karen");

  g_autoptr (HvRecord) old = sample_find (fixture->store, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT);
  HvEdit *present = sample_begin ("present");
  ((HvAssignment *)hv_edit_change (present, old))->state = HV_STATE_PRESENT;
  sample_apply (fixture->store, present, "Karen");
}

/* A duty in a closed opening binds nobody. */
static void
closed_duty (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) opening = sample_find (fixture->store, HV_KIND_OPENING, SAMPLE_OPENING_J);
  HvEdit *close = sample_begin ("close"), *assign = sample_begin ("assign");
  hv_set_text (&((HvOpening *)hv_edit_change (close, opening))->closed, "helligdag");
  sample_apply (fixture->store, close, "Karen");
  put_on_shift (assign, SAMPLE_SHIFT_T, SAMPLE_ANNA, hv_span_on_day (SAMPLE_MONDAY, 13 * 60, 16 * 60));
  sample_apply (fixture->store, assign, "Karen");
}

static void
removed_under_ones_hands (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) shift = sample_find (fixture->store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  HvEdit *remove = sample_begin ("edit"), *assign = sample_begin ("assign");
  hv_edit_remove (remove, shift);
  put_on_shift (assign, SAMPLE_SHIFT_T, SAMPLE_BO, hv_span_on_day (SAMPLE_MONDAY + 2, 600, 780));

  sample_apply (fixture->store, remove, "Karen");
  sample_refuse (fixture->store, assign, "Birgit", HV_ERROR_CONFLICT);
  g_assert_cmpint (hv_store_get_conflict (fixture->store)->kind, ==, HV_KIND_SHIFT);
  g_assert_cmpstr (hv_store_get_conflict (fixture->store)->who, ==, "Karen");
}

static void
filled_under_ones_hands (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) shift = sample_find (fixture->store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  HvEdit *remove = sample_begin ("edit"), *assign = sample_begin ("assign");
  hv_edit_remove (remove, shift);
  put_on_shift (assign, SAMPLE_SHIFT_T, SAMPLE_BO, hv_span_on_day (SAMPLE_MONDAY + 2, 600, 780));

  sample_apply (fixture->store, assign, "Birgit");
  sample_refuse (fixture->store, remove, "Karen", HV_ERROR_CONFLICT);
  g_assert_cmpint (hv_store_get_conflict (fixture->store)->kind, ==, HV_KIND_ASSIGNMENT);
  g_assert_cmpstr (hv_store_get_conflict (fixture->store)->who, ==, "Birgit");
}

/* What an edit follows from: nobody may have come in between. Birgit has a store of her own. */
static void
premises (SampleFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    HvId shift; /* that Karen puts Bo on meanwhile */
    HvId house; /* in which nobody may have changed anything; HV_NONE: anywhere */
    guint people;
    HvId seen; /* the shift on which they were seen; 0: none */
    int code;  /* 0: taken */
  } cases[] = {
    { "no premise", SAMPLE_SHIFT_J, HV_NONE, 0, 0, 0 },
    { "the house has moved on", SAMPLE_SHIFT_J, SAMPLE_JUELSMINDE, 0, 0, HV_ERROR_CONFLICT },
    { "another house has", SAMPLE_SHIFT_T, SAMPLE_JUELSMINDE, 0, 0, 0 },
    { "a house has, not the organisation", SAMPLE_SHIFT_T, 0, 0, 0, 0 },
    { "somebody has joined", SAMPLE_SHIFT_J, HV_NONE, 1, SAMPLE_SHIFT_J, HV_ERROR_CONFLICT },
    { "they were seen already", SAMPLE_SHIFT_J, HV_NONE, 2, SAMPLE_SHIFT_J, 0 },
    { "somebody has joined another shift", SAMPLE_SHIFT_T, HV_NONE, 1, SAMPLE_SHIFT_J, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SampleFixture own;
      sample_set_up (&own, NULL);
      g_autoptr (HvStore) other = hv_store_open (hv_store_get_where (own.store), HV_STORE_DEFAULT, NULL);
      g_autoptr (HvRoster) seen = load_weeks (other, "2026-W19", "2026-W19", 0);
      HvEdit *meanwhile = sample_begin ("assign");
      HvAssignment *bo = put_on_shift (meanwhile, cases[i].shift, SAMPLE_BO, hv_span_on_day (SAMPLE_MONDAY, 780, 960));
      bo->house = cases[i].shift == SAMPLE_SHIFT_T ? SAMPLE_TORRING : SAMPLE_JUELSMINDE;
      HvId id = bo->r.id;
      sample_apply (own.store, meanwhile, "Karen");

      HvShiftSeen people = { cases[i].seen, cases[i].people };
      HvStepInfo info = { .who = "Birgit",
                          .houses = &cases[i].house,
                          .n_houses = cases[i].house != HV_NONE,
                          .shifts = &people,
                          .n_shifts = cases[i].seen != 0 };
      g_autoptr (HvEdit) edit = sample_begin ("assign");
      g_autoptr (GError) error = NULL;
      put_on_shift (edit, SAMPLE_SHIFT_J, SAMPLE_AASE, hv_span_on_day (SAMPLE_MONDAY, 780, 960));
      g_test_message ("%s", cases[i].what);
      g_assert_true (hv_store_apply (other, edit, &info, NULL, &error) == (cases[i].code == 0));
      if (cases[i].code != 0)
        g_assert_error (error, HV_ERROR, cases[i].code);
      if (cases[i].seen != 0 && error != NULL)
        {
          g_assert_cmpint (hv_store_get_conflict (other)->id, ==, id);
          g_assert_nonnull (strstr (error->message, "Karen"));
        }
      g_clear_pointer (&other, hv_store_close);
      sample_tear_down (&own, NULL);
    }
}

static void
impossible_values (SampleFixture *fixture, gconstpointer data)
{
  static const struct
  {
    HvKind kind;
    const char *field;
    gint64 number;
    const char *text;
  } cases[] = {
    { HV_KIND_SHIFT, "ends", 0, NULL },
    { HV_KIND_SHIFT, "ends", G_GINT64_CONSTANT (1) << 61, NULL },
    { HV_KIND_SHIFT, "minimum", -1, NULL },
    { HV_KIND_SHIFT, "house", HV_NONE, NULL },
    { HV_KIND_SHIFT, "house", 999999, NULL },
    { HV_KIND_SHIFT, "tmpl", 999999, NULL },
    { HV_KIND_SHIFT, "note", 0, "half a character \xc3" },
    { HV_KIND_SHIFT, "uid", 0, NULL },
    { HV_KIND_SHIFT, "note", 0, "a book" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRecord) shift = sample_find (fixture->store, HV_KIND_SHIFT, SAMPLE_SHIFT_J);
      HvEdit *edit = sample_begin ("edit");
      gpointer copy = hv_edit_change (edit, shift);
      const HvField *field = hv_kind_find_field (cases[i].kind, cases[i].field);
      if (field->type == HV_FIELD_INT)
        hv_record_set_int (copy, field, cases[i].number);
      else if (g_strcmp0 (cases[i].text, "a book") == 0)
        {
          g_autofree char *book = g_strnfill (1000001, 'x');
          hv_record_set_text (copy, field, book);
        }
      else
        hv_record_set_text (copy, field, cases[i].text);
      g_test_message ("%s", cases[i].field);
      sample_refuse (fixture->store, edit, "Karen", HV_ERROR_BAD_INPUT);
    }
}

static void
one_of_a_kind (SampleFixture *fixture, gconstpointer data)
{
  static const HvKind kinds[] = { HV_KIND_VISIT, HV_KIND_EXPECTATION, HV_KIND_SKILL, HV_KIND_TIE, HV_KIND_PUBLICATION };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int twice = 0; twice < 2; twice++)
      {
        HvEdit *edit = sample_begin ("import");
        gpointer record = sample_record_new (kinds[i], hv_edit_new_id (edit), 3);
        gsize n;
        const HvField *fields = hv_kind_get_fields (kinds[i], &n);
        for (gsize f = 0; f < n; f++)
          if (fields[f].ref >= 0)
            hv_record_set_int (record, &fields[f],
                               fields[f].ref == HV_KIND_HOUSE     ? SAMPLE_JUELSMINDE
                               : fields[f].ref == HV_KIND_OPENING ? SAMPLE_OPENING_J
                               : fields[f].ref == HV_KIND_ROLE    ? SAMPLE_ROLE_IT
                                                                  : SAMPLE_ANNA);
        hv_edit_take (edit, record);
        g_test_message ("%s", hv_kind_get_name (kinds[i]));
        if (twice == 0)
          sample_apply (fixture->store, edit, "Karen");
        else
          sample_refuse (fixture->store, edit, "Birgit", HV_ERROR_CONFLICT);
      }
}

/* --- other people --- */

static void
news (SampleFixture *fixture, gconstpointer data)
{
  g_autoptr (HvStore) other = sample_store_new (fixture->folder);
  g_autoptr (HvRoster) roster = load_weeks (fixture->store, "2026-W19", "2026-W19", 0);
  g_autoptr (HvRecord) shift = sample_find (other, HV_KIND_SHIFT, SAMPLE_SHIFT_J);
  g_autoptr (HvRecord) duty = sample_find (other, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT);
  HvEdit *edit = sample_begin ("edit"), *remove = sample_begin ("unassign");
  g_autoptr (HvEdit) heard = NULL, nothing = NULL;
  g_autoptr (GError) error = NULL;
  bool reload = true;

  hv_store_has_news (fixture->store);
  g_assert_false (hv_store_has_news (fixture->store));
  ((HvShift *)hv_edit_change (edit, shift))->minimum = 4;
  hv_edit_remove (remove, duty);
  sample_apply (other, edit, "Birgit");
  sample_apply (other, remove, "Birgit");
  g_assert_true (hv_store_has_news (fixture->store));
  g_assert_false (hv_store_has_news (fixture->store));

  hv_store_fetch_news (fixture->store, &heard, &reload, &error);
  g_assert_no_error (error);
  g_assert_false (reload);
  g_autoptr (HvRoster) next = hv_roster_apply (roster, heard);
  g_autoptr (HvRoster) wanted = load_weeks (fixture->store, "2026-W19", "2026-W19", 0);
  g_assert_true (
      hv_record_equal (hv_roster_find_shift (next, SAMPLE_SHIFT_J), hv_roster_find_shift (wanted, SAMPLE_SHIFT_J)));
  g_assert_cmpint (hv_roster_find_shift (next, SAMPLE_SHIFT_J)->r.ver, ==,
                   hv_roster_find_shift (wanted, SAMPLE_SHIFT_J)->r.ver);
  g_assert_null (hv_roster_find_assignment (next, SAMPLE_ASSIGNMENT));

  g_assert_true (hv_store_fetch_news (fixture->store, &nothing, &reload, NULL));
  g_assert_null (nothing);
}

static void
ids (void)
{
  HvId last = 0;

  for (int i = 0; i < 100000; i++)
    {
      HvEditSource source = hv_store_new_edit_source ();
      g_assert_cmpint (source.next_id, >=, last + (1 << 21));
      last = source.next_id;
    }
}

#define ADD(name) g_test_add ("/store/" #name, SampleFixture, NULL, sample_set_up, name, sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (every_kind);
  ADD (weeks);
  ADD (night_over_the_week_end);
  ADD (history);
  ADD (history_of_a_closed_day);
  ADD (records_by_value);
  ADD (step_ids);
  ADD (removing);
  ADD (somebody_was_faster);
  ADD (double_booking);
  ADD (swap);
  ADD (correcting_beside_an_overlap);
  ADD (closed_duty);
  ADD (removed_under_ones_hands);
  ADD (filled_under_ones_hands);
  ADD (premises);
  ADD (impossible_values);
  ADD (one_of_a_kind);
  ADD (news);
  g_test_add_func ("/store/ids", ids);
  return g_test_run ();
}
