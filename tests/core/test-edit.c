/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-edit.h"

#include <string.h>

/* Week 19 of 2026, Monday 4 May; rosters here cover weeks 19 and 20. */
#define MONDAY hv_day_from_ymd (2026, 5, 4)

enum
{
  JUELSMINDE = 1,
  IT = 10,
  ANNA = 20,
  BO,
  O_MON = 30,
  S_IT = 40,
  A_ANNA = 50,
  V_MON = 60,
  E_MON,
  C_BO,
};

static const HvEditSource source = { 1000, "sixteen bytes..." };

static HvOpening *
new_opening (HvId id, HvDay day)
{
  HvOpening *opening = hv_record_new (HV_KIND_OPENING, id);
  opening->house = JUELSMINDE;
  opening->starts = hv_minute_at (day, 13 * 60);
  opening->ends = opening->starts + 180;
  return opening;
}

static HvShift *
new_shift (HvId id, HvId opening, HvDay day)
{
  HvShift *shift = hv_record_new (HV_KIND_SHIFT, id);
  shift->house = JUELSMINDE;
  shift->opening = opening;
  shift->role = IT;
  shift->starts = hv_minute_at (day, 13 * 60);
  shift->ends = shift->starts + 180;
  hv_set_text (&shift->uid, "uid of the shift");
  return shift;
}

static HvAssignment *
new_assignment (HvId id, HvId shift, HvId volunteer, HvDay day)
{
  HvAssignment *assignment = hv_record_new (HV_KIND_ASSIGNMENT, id);
  assignment->house = JUELSMINDE;
  assignment->shift = shift;
  assignment->volunteer = volunteer;
  assignment->starts = hv_minute_at (day, 13 * 60);
  assignment->ends = assignment->starts + 180;
  hv_set_text (&assignment->uid, "uid of the assignment");
  return assignment;
}

static HvVolunteer *
new_volunteer (HvId id, const char *name)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, name);
  return volunteer;
}

static HvVisit *
new_visit (HvId id, HvId opening)
{
  HvVisit *visit = hv_record_new (HV_KIND_VISIT, id);
  visit->house = JUELSMINDE;
  visit->opening = opening;
  visit->count = 53;
  return visit;
}

static HvExpectation *
new_expectation (HvId id, HvId opening)
{
  HvExpectation *expectation = hv_record_new (HV_KIND_EXPECTATION, id);
  expectation->house = JUELSMINDE;
  expectation->opening = opening;
  return expectation;
}

static HvCall *
new_call (HvId id, HvId shift, HvId volunteer)
{
  HvCall *call = hv_record_new (HV_KIND_CALL, id);
  call->house = JUELSMINDE;
  call->shift = shift;
  call->volunteer = volunteer;
  return call;
}

/* Two volunteers, and one Monday with everything that can hang on an opening. */
static HvRoster *
build (void)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_week_of_day (MONDAY), hv_week_of_day (MONDAY + 7));
  hv_roster_builder_take (builder, new_volunteer (ANNA, "Anna Lindeskov"));
  hv_roster_builder_take (builder, new_volunteer (BO, "Bo Vestermark"));
  hv_roster_builder_take (builder, new_opening (O_MON, MONDAY));
  hv_roster_builder_take (builder, new_shift (S_IT, O_MON, MONDAY));
  hv_roster_builder_take (builder, new_assignment (A_ANNA, S_IT, ANNA, MONDAY));
  hv_roster_builder_take (builder, new_visit (V_MON, O_MON));
  hv_roster_builder_take (builder, new_expectation (E_MON, O_MON));
  hv_roster_builder_take (builder, new_call (C_BO, S_IT, BO));
  hv_roster_builder_add_past_duty (builder, (HvPastDuty){ BO, JUELSMINDE, MONDAY - 7 });
  return hv_roster_builder_end (builder);
}

static const HvPut *
get_put (const HvEdit *edit, guint i)
{
  g_assert_cmpuint (i, <, edit->puts->len);
  return &g_array_index (edit->puts, HvPut, i);
}

/* --- the edit --- */

static void
test_ids (void)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("assign", source);
  g_autoptr (HvEdit) again = hv_edit_new ("assign", source);
  HvEditSource other_source = { 1000, "sixteen bytes,," };
  g_autoptr (HvEdit) other = hv_edit_new ("assign", other_source);

  g_assert_cmpstr (edit->verb, ==, "assign");
  g_assert_true (hv_edit_is_empty (edit));
  g_assert_cmpint (hv_edit_new_id (edit), ==, 1000);
  g_assert_cmpint (hv_edit_new_id (edit), ==, 1001);
  g_assert_cmpint (edit->source.next_id, ==, 1002);

  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < 1000; i++)
    {
      char *uid = hv_edit_new_uid (edit);
      g_autofree char *same = hv_edit_new_uid (again);
      g_autofree char *differs = hv_edit_new_uid (other);
      g_assert_true (g_uuid_string_is_valid (uid));
      g_assert_true (uid[14] == '4' && strchr ("89ab", uid[19]) != NULL);
      g_assert_cmpstr (uid, ==, same);
      g_assert_cmpstr (uid, !=, differs);
      g_assert_true (g_hash_table_add (seen, uid));
    }
}

/* SHA-256 ("sixteen bytes..." and eight zero bytes), computed elsewhere: the same on every machine. */
static void
test_uid (void)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("assign", source);
  g_autofree char *uid = hv_edit_new_uid (edit);
  g_assert_cmpstr (uid, ==, "607d591c-7b31-4a34-a88f-0a6c3a5a1f9b");
}

static void
test_add (void)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("generate", source);
  HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
  HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);

  g_assert_cmpuint (edit->puts->len, ==, 3);
  g_assert_cmpint (shift->r.id, ==, 1000);
  g_assert_cmpint (assignment->r.id, ==, 1001);
  g_assert_cmpint (opening->r.id, ==, 1002);
  g_assert_nonnull (shift->uid);
  g_assert_nonnull (assignment->uid);
  g_assert_cmpstr (shift->uid, !=, assignment->uid);
  g_assert_true (get_put (edit, 1)->record == assignment);
  g_assert_false (get_put (edit, 1)->remove);
}

static void
test_take (void)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("import", source);
  HvShift *imported = hv_record_new (HV_KIND_SHIFT, 5);
  hv_edit_take (edit, imported);
  g_assert_nonnull (imported->uid); /* filled in */

  HvShift *own_uid = hv_record_new (HV_KIND_SHIFT, 6);
  hv_set_text (&own_uid->uid, "kept");
  hv_edit_take (edit, own_uid);
  g_assert_cmpstr (own_uid->uid, ==, "kept");

  /* The same record again: one put, in its first place. */
  HvShift *later = hv_record_new (HV_KIND_SHIFT, 5);
  hv_set_text (&later->note, "later");
  hv_edit_take (edit, later);
  hv_edit_take (edit, hv_record_ref (later));
  g_assert_cmpuint (edit->puts->len, ==, 2);
  g_assert_true (get_put (edit, 0)->record == later);

  /* Another kind with the same id is another record. */
  hv_edit_take (edit, hv_record_new (HV_KIND_OPENING, 5));
  g_assert_cmpuint (edit->puts->len, ==, 3);
}

static void
test_change (void)
{
  g_autoptr (HvRoster) roster = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
  const HvVolunteer *anna = hv_roster_find_volunteer (roster, ANNA);

  HvVolunteer *changed = hv_edit_change (edit, anna);
  g_assert_true (changed != anna);
  hv_set_text (&changed->phone, "11 22 33 44");
  g_assert_null (anna->phone);
  g_assert_true (hv_edit_change (edit, anna) == changed);
  g_assert_true (hv_edit_change (edit, changed) == changed);
  g_assert_cmpuint (edit->puts->len, ==, 1);

  /* Somebody else holds what was put: it must not change under them. */
  g_autoptr (HvVolunteer) held = hv_record_ref (changed);
  HvVolunteer *copy = hv_edit_change (edit, anna);
  g_assert_true (copy != held);
  g_assert_cmpstr (copy->phone, ==, "11 22 33 44");
  hv_set_text (&copy->phone, NULL);
  g_assert_cmpstr (held->phone, ==, "11 22 33 44");
  g_assert_cmpuint (edit->puts->len, ==, 1);

  /* Removed, and then changed after all. */
  hv_edit_remove (edit, anna);
  HvVolunteer *back = hv_edit_change (edit, anna);
  g_assert_cmpuint (edit->puts->len, ==, 1);
  g_assert_false (get_put (edit, 0)->remove);
  g_assert_true (hv_record_equal (back, anna));
}

static void
test_find (void)
{
  g_autoptr (HvRoster) roster = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
  const HvVolunteer *anna = hv_roster_find_volunteer (roster, ANNA);

  g_assert_true (hv_edit_find (edit, roster, HV_KIND_VOLUNTEER, ANNA) == anna);
  g_assert_null (hv_edit_find (edit, roster, HV_KIND_VOLUNTEER, 999));

  HvVolunteer *changed = hv_edit_change (edit, anna);
  HvRole *added = hv_edit_add (edit, HV_KIND_ROLE);
  g_assert_true (hv_edit_find (edit, roster, HV_KIND_VOLUNTEER, ANNA) == changed);
  g_assert_true (hv_edit_find (edit, roster, HV_KIND_ROLE, added->r.id) == added);
  g_assert_null (hv_edit_find (edit, roster, HV_KIND_HOUSE, added->r.id));

  hv_edit_remove (edit, anna);
  g_assert_null (hv_edit_find (edit, roster, HV_KIND_VOLUNTEER, ANNA));
}

static void
test_warn (void)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("assign", source);
  hv_edit_warn (edit, "travel", g_strdup ("10 min short for travel"));
  hv_edit_warn (edit, "rest", g_strdup ("only 9 hours of rest"));

  g_assert_cmpuint (edit->warnings->len, ==, 2);
  g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).code, ==, "travel");
  g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 1).message, ==, "only 9 hours of rest");
  g_assert_true (hv_edit_is_empty (edit));
}

static void
test_trim (void)
{
  g_autoptr (HvRoster) roster = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
  g_autoptr (HvRole) unknown = hv_record_new (HV_KIND_ROLE, 999);

  hv_edit_change (edit, hv_roster_find_volunteer (roster, ANNA)); /* as it was */
  HvVolunteer *bo = hv_edit_change (edit, hv_roster_find_volunteer (roster, BO));
  hv_set_text (&bo->note, "kommer på cykel");
  hv_edit_remove (edit, unknown);
  hv_edit_remove (edit, hv_roster_find_shift (roster, S_IT));
  HvRole *role = hv_edit_add (edit, HV_KIND_ROLE);
  hv_edit_remove (edit, hv_edit_add (edit, HV_KIND_HOUSE)); /* new, and gone again */

  g_assert_cmpuint (edit->puts->len, ==, 6);
  hv_edit_trim (edit, roster);
  g_assert_cmpuint (edit->puts->len, ==, 3);
  g_assert_true (get_put (edit, 0)->record == bo);
  g_assert_true (get_put (edit, 1)->record == hv_roster_find_shift (roster, S_IT) && get_put (edit, 1)->remove);
  g_assert_true (get_put (edit, 2)->record == role);

  /* It goes on as an edit like any other. */
  g_assert_true (hv_edit_change (edit, hv_roster_find_volunteer (roster, BO)) == bo);
  g_assert_true (hv_edit_find (edit, roster, HV_KIND_ROLE, role->r.id) == role);
  g_assert_true (hv_edit_find (edit, roster, HV_KIND_VOLUNTEER, ANNA) == hv_roster_find_volunteer (roster, ANNA));
  hv_edit_trim (edit, roster);
  g_assert_cmpuint (edit->puts->len, ==, 3);
}

/* A roster does not have what lies outside its weeks: that can be removed all the same. */
static void
test_trim_outside_weeks (void)
{
  g_autoptr (HvRoster) roster = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("archive", source);
  g_autoptr (HvAssignment) later = new_assignment (98, 97, ANNA, MONDAY + 70);
  g_autoptr (HvAssignment) never_stored = new_assignment (99, 97, BO, MONDAY + 70);
  g_autoptr (HvRole) gone = hv_record_new (HV_KIND_ROLE, 999);
  later->r.ver = 2;
  gone->r.ver = 2;
  hv_edit_remove (edit, later);
  hv_edit_remove (edit, never_stored);
  hv_edit_remove (edit, gone);
  hv_edit_trim (edit, roster);
  g_assert_cmpuint (edit->puts->len, ==, 1);
  g_assert_true (get_put (edit, 0)->record == later);
}

/* --- the roster after it --- */

static void
test_apply (void)
{
  g_autoptr (HvRoster) before = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
  HvVolunteer *anna = hv_edit_change (edit, hv_roster_find_volunteer (before, ANNA));
  hv_set_text (&anna->name, "Åse Lindeskov"); /* the key is left as it was */
  hv_set_text (&anna->r.ext, "aase");
  anna->r.ver = 4;
  HvAssignment *added = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  added->shift = S_IT;
  added->volunteer = BO;
  added->starts = hv_minute_at (MONDAY, 12 * 60);
  hv_edit_remove (edit, hv_roster_find_assignment (before, A_ANNA));
  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);

  const HvVolunteer *renamed = hv_roster_find_volunteer (after, ANNA);
  g_assert_true (renamed != anna); /* the edit can be kept and looked at */
  g_assert_cmpstr (renamed->name, ==, "Åse Lindeskov");
  g_assert_cmpstr (renamed->key, ==, "ase lindeskov");
  g_assert_cmpint (renamed->r.ver, ==, 5);
  g_assert_cmpint (anna->r.ver, ==, 4);
  g_assert_true (hv_roster_find_ext (after, HV_KIND_VOLUNTEER, "aase") == renamed);
  g_assert_true (hv_roster_match_volunteer (after, "aase lindeskov", NULL) == renamed);
  g_assert_null (hv_roster_match_volunteer (after, "Anna Lindeskov", NULL));
  g_assert_null (hv_roster_find_assignment (after, A_ANNA));
  g_assert_null (hv_roster_find_assigned (after, S_IT, ANNA));
  g_assert_cmpint (hv_roster_find_assigned (after, S_IT, BO)->r.id, ==, added->r.id);
  g_assert_cmpint (hv_roster_find_assigned (after, S_IT, BO)->r.ver, ==, 1);
  g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, ANNA)->len, ==, 0);

  /* Weeks and history stay. */
  g_assert_true (hv_roster_covers (after, hv_week_of_day (MONDAY + 7)));
  g_assert_cmpuint (hv_roster_count_duties (after, BO, MONDAY - 7, MONDAY + 7), ==, 2);

  /* The roster before is untouched, and what the edit left alone is one and the same. */
  g_assert_cmpstr (hv_roster_find_volunteer (before, ANNA)->name, ==, "Anna Lindeskov");
  g_assert_null (hv_roster_find_ext (before, HV_KIND_VOLUNTEER, "aase"));
  g_assert_nonnull (hv_roster_find_assigned (before, S_IT, ANNA));
  g_assert_null (hv_roster_find_assigned (before, S_IT, BO));
  g_assert_true (hv_roster_find_volunteer (before, BO) == hv_roster_find_volunteer (after, BO));
  g_assert_true (hv_roster_list (before, HV_KIND_SHIFT) == hv_roster_list (after, HV_KIND_SHIFT));
}

static void
test_apply_nothing (void)
{
  g_autoptr (HvRoster) before = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
  g_autoptr (HvRole) unknown = hv_record_new (HV_KIND_ROLE, 999);
  hv_edit_remove (edit, unknown);
  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    g_assert_cmpuint (hv_roster_list (after, (HvKind)kind)->len, ==, hv_roster_list (before, (HvKind)kind)->len);
}

/* The first organisation is stored by an edit of the one that stands in for it. */
static void
test_apply_organisation (void)
{
  g_autoptr (HvRoster) before = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("init", source);
  HvOrganisation *organisation = hv_edit_change (edit, hv_roster_get_organisation (before));
  hv_edit_trim (edit, before);
  g_assert_cmpuint (edit->puts->len, ==, 1);
  hv_set_text (&organisation->name, "Växjö volontärer");
  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);

  g_assert_cmpstr (hv_roster_get_organisation (after)->name, ==, "Växjö volontärer");
  g_assert_cmpint (hv_roster_get_organisation (after)->r.ver, ==, 1);
  g_assert_cmpuint (hv_roster_list (after, HV_KIND_ORGANISATION)->len, ==, 1);
  g_assert_cmpstr (hv_roster_get_organisation (before)->name, ==, "");
}

static void
test_apply_weeks (void)
{
  const struct
  {
    int day; /* from Monday of the first week */
    int hour;
    bool expected;
  } cases[] = {
    { -1, 23, false },                   /* a night into the first week */
    { 0, 0, true },    { 13, 23, true }, /* a night out of the last week */
    { 14, 0, false },  { -100, 12, false }, { 100, 12, false },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRoster) before = build ();
      g_autoptr (HvEdit) edit = hv_edit_new ("generate", source);
      HvMinute starts = hv_minute_at (MONDAY + cases[i].day, cases[i].hour * 60);
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      opening->starts = starts;
      /* The shift belongs to the night it begins with, whenever it starts itself. */
      HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
      shift->opening = opening->r.id;
      shift->starts = starts + 120;
      HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
      assignment->shift = shift->r.id;
      assignment->starts = starts + 120;
      HvVisit *visit = hv_edit_add (edit, HV_KIND_VISIT);
      visit->opening = opening->r.id;
      HvExpectation *expectation = hv_edit_add (edit, HV_KIND_EXPECTATION);
      expectation->opening = opening->r.id;
      HvCall *call = hv_edit_add (edit, HV_KIND_CALL);
      call->shift = shift->r.id;
      HvEvent *event = hv_edit_add (edit, HV_KIND_EVENT);
      event->starts = starts;
      HvPublication *publication = hv_edit_add (edit, HV_KIND_PUBLICATION); /* of any week */
      publication->week = MONDAY - 700;
      g_autoptr (HvRoster) after = hv_roster_apply (before, edit);

      g_test_message ("day %d hour %d", cases[i].day, cases[i].hour);
      for (guint j = 0; j < edit->puts->len; j++)
        {
          const HvRecord *put = get_put (edit, j)->record;
          bool is_there = hv_roster_find (after, put->kind, put->id) != NULL;
          g_assert_true (is_there == (cases[i].expected || put->kind == HV_KIND_PUBLICATION));
        }
    }
}

/* An opening moves to a week outside: everything on it goes along, but what the edit
 * puts elsewhere stays. */
static void
test_apply_move_out (void)
{
  static const struct
  {
    HvKind kind;
    HvId id;
  } hanging[] = {
    { HV_KIND_OPENING, O_MON }, { HV_KIND_SHIFT, S_IT },        { HV_KIND_ASSIGNMENT, A_ANNA },
    { HV_KIND_VISIT, V_MON },   { HV_KIND_EXPECTATION, E_MON }, { HV_KIND_CALL, C_BO },
  };

  g_autoptr (HvRoster) before = build ();
  g_autoptr (HvEdit) edit = hv_edit_new ("move", source);
  HvOpening *opening = hv_edit_change (edit, hv_roster_find_opening (before, O_MON));
  opening->starts += 21 * HV_MINUTES_PER_DAY;
  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);
  for (gsize i = 0; i < G_N_ELEMENTS (hanging); i++)
    {
      g_assert_nonnull (hv_roster_find (before, hanging[i].kind, hanging[i].id));
      g_assert_null (hv_roster_find (after, hanging[i].kind, hanging[i].id));
    }

  /* The shift finds another opening, and its people stay with it. */
  HvOpening *other = hv_edit_add (edit, HV_KIND_OPENING);
  other->starts = hv_minute_at (MONDAY + 8, 600);
  HvShift *shift = hv_edit_change (edit, hv_roster_find_shift (before, S_IT));
  shift->opening = other->r.id;
  g_autoptr (HvRoster) moved = hv_roster_apply (before, edit);
  g_assert_null (hv_roster_find_opening (moved, O_MON));
  g_assert_null (hv_roster_find_visit (moved, O_MON));
  g_assert_cmpint (hv_roster_find_shift (moved, S_IT)->opening, ==, other->r.id);
  g_assert_nonnull (hv_roster_find_assignment (moved, A_ANNA));
  g_assert_nonnull (hv_roster_find (moved, HV_KIND_CALL, C_BO));
}

/* --- many edits --- */

static HvId
pick (GRand *rand, HvId first, int n)
{
  return first + g_rand_int_range (rand, 0, n);
}

static gpointer
make_record (GRand *rand, HvKind kind, HvId id)
{
  HvDay day = MONDAY + g_rand_int_range (rand, 0, 14);
  HvRecord *record;
  switch (kind)
    {
    case HV_KIND_OPENING:
      record = (HvRecord *)new_opening (id, day);
      break;
    case HV_KIND_SHIFT:
      record = (HvRecord *)new_shift (id, pick (rand, 100, 20), day);
      break;
    case HV_KIND_ASSIGNMENT:
      record = (HvRecord *)new_assignment (id, pick (rand, 200, 20), pick (rand, 400, 20), day);
      break;
    default:
      {
        g_autofree char *name = g_strdup_printf ("Navn %d", g_rand_int_range (rand, 0, 9));
        record = (HvRecord *)new_volunteer (id, name);
      }
    }
  if (g_rand_boolean (rand))
    record->ext = g_strdup_printf ("x%d", (int)id);
  return record;
}

static void
assert_same_lists (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (hv_record_equal (a->pdata[i], b->pdata[i]));
}

static void
assert_same_rosters (const HvRoster *a, const HvRoster *b)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const GPtrArray *records = hv_roster_list (a, (HvKind)kind);
      assert_same_lists (records, hv_roster_list (b, (HvKind)kind));
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);

      for (HvId id = 100; id < 520; id++)
        {
          const HvRecord *one = hv_roster_find (a, (HvKind)kind, id);
          g_autofree char *ext = g_strdup_printf ("x%d", (int)id);
          g_assert_true ((one != NULL) == (hv_roster_find (b, (HvKind)kind, id) != NULL));
          bool has_ext = one != NULL && one->ext != NULL;
          g_assert_true (hv_roster_find_ext (a, (HvKind)kind, ext) == (has_ext ? one : NULL));
          for (gsize i = 0; i < n_fields; i++)
            if (fields[i].ref >= 0)
              assert_same_lists (hv_roster_list_of (a, (HvKind)kind, (HvKind)fields[i].ref, id),
                                 hv_roster_list_of (b, (HvKind)kind, (HvKind)fields[i].ref, id));
        }
    }
}

static HvRoster *
rebuild (const HvRoster *roster)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_roster_get_from (roster), hv_roster_get_until (roster));
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const GPtrArray *records = hv_roster_list (roster, (HvKind)kind);
      for (guint i = records->len; i > 0; i--)
        hv_roster_builder_take (builder, hv_record_ref (records->pdata[i - 1]));
    }
  return hv_roster_builder_end (builder);
}

/* One edit after the other leads to the roster that is built from the records at once. */
static void
test_many (void)
{
  static const struct
  {
    HvKind kind;
    HvId first;
    int n;
  } kinds[] = {
    { HV_KIND_OPENING, 100, 20 },
    { HV_KIND_SHIFT, 200, 20 },
    { HV_KIND_ASSIGNMENT, 300, 60 },
    { HV_KIND_VOLUNTEER, 400, 20 },
  };

  g_autoptr (GRand) rand = g_rand_new_with_seed (19);
  g_autoptr (HvRoster) roster = build ();
  for (int step = 0; step < 60; step++)
    {
      g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
      for (int i = g_rand_int_range (rand, 0, 16); i > 0; i--)
        {
          int k = g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds));
          HvRecord *record = make_record (rand, kinds[k].kind, pick (rand, kinds[k].first, kinds[k].n));
          if (g_rand_int_range (rand, 0, 4) > 0)
            {
              hv_edit_take (edit, record);
              continue;
            }
          hv_edit_remove (edit, record);
          hv_record_unref (record);
        }

      g_autoptr (HvRoster) next = hv_roster_apply (roster, edit);
      g_autoptr (HvRoster) rebuilt = rebuild (next);
      assert_same_rosters (next, rebuilt);
      hv_roster_unref (roster);
      roster = g_steal_pointer (&next);
    }
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_ASSIGNMENT)->len, >, 10);
}

/* Somebody reads a roster in one thread while another makes the next ones and lets them go. */
static gpointer
apply_and_let_go (gpointer data)
{
  g_autoptr (HvRoster) roster = data;
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (HvEdit) edit = hv_edit_new ("edit", source);
      HvVolunteer *anna = hv_edit_change (edit, hv_roster_find_volunteer (roster, ANNA));
      anna->most_week = i;
      g_autoptr (HvRoster) next = hv_roster_apply (roster, edit);
      g_assert_cmpint (hv_roster_find_volunteer (next, ANNA)->most_week, ==, i);
      g_assert_cmpint (hv_roster_find_volunteer (roster, ANNA)->most_week, ==, HV_NONE);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (HvRoster) roster = build ();
  GThread *threads[3];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, apply_and_let_go, hv_roster_ref (roster));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpstr (hv_roster_find_volunteer (roster, ANNA)->name, ==, "Anna Lindeskov");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/ids", test_ids);
  g_test_add_func ("/edit/uid", test_uid);
  g_test_add_func ("/edit/add", test_add);
  g_test_add_func ("/edit/take", test_take);
  g_test_add_func ("/edit/change", test_change);
  g_test_add_func ("/edit/find", test_find);
  g_test_add_func ("/edit/warn", test_warn);
  g_test_add_func ("/edit/trim", test_trim);
  g_test_add_func ("/edit/trim-outside-weeks", test_trim_outside_weeks);
  g_test_add_func ("/edit/apply", test_apply);
  g_test_add_func ("/edit/apply/nothing", test_apply_nothing);
  g_test_add_func ("/edit/apply/organisation", test_apply_organisation);
  g_test_add_func ("/edit/apply/weeks", test_apply_weeks);
  g_test_add_func ("/edit/apply/move-out", test_apply_move_out);
  g_test_add_func ("/edit/many", test_many);
  g_test_add_func ("/edit/threads", test_threads);
  return g_test_run ();
}
