/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-holiday.h"
#include "hv-roster.h"

/* Week 19 of 2026, Monday 4 May, unless a case says otherwise. */
#define MONDAY hv_day_from_ymd (2026, 5, 4)

enum
{
  JUELSMINDE = 1,
  TORRING,
  HEDENSTED,
  IT = 10,
  HOST,
  ANNA = 20,
  BO,
  CARLA,
  DAN,
  O_MON = 30,
  S_IT = 40,
  S_HOST,
};

/* --- building a small organisation --- */

typedef HvRosterBuilder Builder;

static Builder *
begin (void)
{
  Builder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_week_of_day (MONDAY), hv_week_of_day (MONDAY + 7));
  return builder;
}

/* Adds a record and lends it for its members to be set. */
static gpointer
add (Builder *builder, HvKind kind, HvId id)
{
  gpointer record = hv_record_new (kind, id);
  hv_roster_builder_take (builder, record);
  return record;
}

static HvHouse *
add_house (Builder *builder, HvId id, const char *name)
{
  HvHouse *house = add (builder, HV_KIND_HOUSE, id);
  hv_set_text (&house->name, name);
  return house;
}

static HvVolunteer *
add_volunteer (Builder *builder, HvId id, const char *name)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, name);
  hv_roster_builder_take (builder, volunteer);
  return volunteer;
}

static HvOpening *
add_opening (Builder *builder, HvId id, HvId house, HvDay day, int hour)
{
  HvOpening *opening = add (builder, HV_KIND_OPENING, id);
  opening->house = house;
  opening->starts = hv_minute_at (day, hour * 60);
  opening->ends = opening->starts + 180;
  return opening;
}

static HvShift *
add_shift (Builder *builder, HvId id, HvId opening, HvId role, HvDay day, int hour)
{
  HvShift *shift = add (builder, HV_KIND_SHIFT, id);
  shift->house = JUELSMINDE;
  shift->opening = opening;
  shift->role = role;
  shift->starts = hv_minute_at (day, hour * 60);
  shift->ends = shift->starts + 180;
  return shift;
}

static HvAssignment *
add_assignment (Builder *builder, HvId id, HvId shift, HvId volunteer, HvDay day, int hour)
{
  HvAssignment *assignment = add (builder, HV_KIND_ASSIGNMENT, id);
  assignment->house = JUELSMINDE;
  assignment->shift = shift;
  assignment->volunteer = volunteer;
  assignment->starts = hv_minute_at (day, hour * 60);
  assignment->ends = assignment->starts + 180;
  return assignment;
}

static void
add_skill (Builder *builder, HvId id, HvId volunteer, HvId role, HvLevel level)
{
  HvSkill *skill = add (builder, HV_KIND_SKILL, id);
  skill->volunteer = volunteer;
  skill->role = role;
  skill->level = level;
}

static HvAbsence *
add_absence (Builder *builder, HvId id, HvId volunteer, HvDay from, HvDay to)
{
  HvAbsence *absence = add (builder, HV_KIND_ABSENCE, id);
  absence->volunteer = volunteer;
  absence->from = from;
  absence->to = to;
  return absence;
}

static void
add_pause (Builder *builder, HvId id, HvId volunteer, HvDay from, gint64 to)
{
  HvPause *pause = add (builder, HV_KIND_PAUSE, id);
  pause->volunteer = volunteer;
  pause->from = from;
  pause->to = to;
}

static HvTie *
add_tie (Builder *builder, HvId id, HvId volunteer, HvId house, int position, bool serves)
{
  HvTie *tie = add (builder, HV_KIND_TIE, id);
  tie->volunteer = volunteer;
  tie->house = house;
  tie->position = position;
  tie->serves = serves;
  return tie;
}

/* "3 1 2": the ids of a list, in its order. */
static char *
format_ids (const GPtrArray *records)
{
  GString *ids = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "", (int)((const HvRecord *)records->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

static void
assert_ids (const GPtrArray *records, const char *expected)
{
  g_autofree char *ids = format_ids (records);
  g_assert_cmpstr (ids, ==, expected);
}

/* --- the whole --- */

static void
test_nobody (void)
{
  g_autoptr (HvRoster) roster = hv_roster_builder_end (hv_roster_builder_new ());

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      g_assert_cmpuint (hv_roster_list (roster, (HvKind)kind)->len, ==, 0);
      g_assert_null (hv_roster_find (roster, (HvKind)kind, 1));
      g_assert_null (hv_roster_find_ext (roster, (HvKind)kind, "1"));
      g_assert_null (hv_roster_find_ext (roster, (HvKind)kind, NULL));
    }

  const HvOrganisation *organisation = hv_roster_get_organisation (roster);
  g_assert_cmpstr (organisation->name, ==, "");
  g_assert_cmpstr (organisation->country, ==, "DK");
  g_assert_cmpstr (organisation->zone, ==, "Europe/Copenhagen");
  g_assert_cmpstr (organisation->language, ==, "da");
  g_assert_cmpint (organisation->r.id, ==, 1);
  g_assert_cmpint (organisation->r.ver, ==, 0);

  HvDay day = 1;
  HvLevel level;
  bool holiday;
  g_assert_false (hv_roster_covers (roster, hv_roster_get_from (roster)));
  g_assert_false (hv_roster_covers (roster, hv_week_of_day (MONDAY)));
  g_assert_cmpuint (hv_roster_count_duties (roster, ANNA, MONDAY - 100, MONDAY + 100), ==, 0);
  g_assert_false (hv_roster_get_last_duty (roster, ANNA, HV_NONE, MONDAY, &day));
  g_assert_cmpint (day, ==, 1);
  g_assert_false (hv_roster_get_level (roster, ANNA, IT, &level));
  g_assert_cmpint (hv_roster_get_home (roster, ANNA), ==, HV_NONE);
  g_assert_true (hv_roster_serves (roster, ANNA, JUELSMINDE));
  g_assert_null (hv_roster_find_absence (roster, ANNA, hv_span_of_day (MONDAY)));
  g_assert_null (hv_roster_find_opening_on (roster, JUELSMINDE, MONDAY, HV_NONE));
  g_assert_cmpint (hv_roster_get_travel (roster, JUELSMINDE, TORRING), ==, 0);
  g_assert_cmpstr (hv_roster_get_zone_name (roster, JUELSMINDE), ==, "Europe/Copenhagen");
  g_assert_null (hv_roster_find_closing (roster, JUELSMINDE, MONDAY, &holiday));
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, hv_week_of_day (MONDAY), HV_NONE);
  g_assert_cmpuint (openings->len, ==, 0);
  g_autoptr (GArray) counts = hv_roster_list_counts (roster, JUELSMINDE);
  g_assert_cmpuint (counts->len, ==, 0);
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *week;
    bool expected;
  } cases[] = {
    { "2026-W51", false }, { "2026-W52", true }, { "2026-W53", true }, { "2027-W01", true }, { "2027-W02", false },
  };

  Builder *builder = hv_roster_builder_new ();
  HvWeek from, until;
  g_assert_true (hv_week_parse ("2026-W52", &from, NULL));
  g_assert_true (hv_week_parse ("2027-W01", &until, NULL));
  hv_roster_builder_set_weeks (builder, from, until);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);
  g_assert_cmpint (hv_week_compare (hv_roster_get_from (roster), from), ==, 0);
  g_assert_cmpint (hv_week_compare (hv_roster_get_until (roster), until), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvWeek week;
      g_assert_true (hv_week_parse (cases[i].week, &week, NULL));
      g_assert_true (hv_roster_covers (roster, week) == cases[i].expected);
    }
}

static void
test_organisation (void)
{
  Builder *builder = begin ();
  HvOrganisation *stored = add (builder, HV_KIND_ORGANISATION, 1);
  hv_set_text (&stored->name, "Ældre Sagen, Hedensted");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);
  g_assert_true (hv_roster_get_organisation (roster) == stored);
}

static void
test_abandoned (void)
{
  Builder *builder = begin ();
  add_volunteer (builder, ANNA, "Anna Lindeskov");
  hv_roster_builder_add_past_count (builder, (HvPastCount){ .house = JUELSMINDE, .slots = "1 2 3" });
  hv_roster_builder_free (builder);

  g_autoptr (HvRoster) roster = hv_roster_builder_end (begin ());
  g_autoptr (HvRoster) held = hv_roster_ref (roster);
  g_assert_true (held == roster);
}

/* --- orders and ways to find --- */

static void
test_orders (void)
{
  Builder *builder = begin ();
  add_house (builder, 1, "Åbenrå")->position = 2;
  add_house (builder, 2, "Tørring")->position = 1;
  add_house (builder, 3, "Juelsminde")->position = 1;
  add_house (builder, 5, "Hedensted")->position = 1;
  add_house (builder, 4, "Hedensted")->position = 1; /* two of one name */
  ((HvRole *)add (builder, HV_KIND_ROLE, 1))->position = 1;
  ((HvRole *)add (builder, HV_KIND_ROLE, 2))->position = 0;
  add_volunteer (builder, 1, "Åse Berg"); /* key "ase berg" */
  add_volunteer (builder, 2, "Bo Vestermark");
  add_volunteer (builder, 4, "anna lindeskov");
  add_volunteer (builder, 3, "Anna Lindeskov");
  add_opening (builder, 1, JUELSMINDE, MONDAY + 1, 10);
  add_opening (builder, 3, TORRING, MONDAY, 10);
  add_opening (builder, 2, HEDENSTED, MONDAY, 10);
  add_shift (builder, 1, 1, IT, MONDAY, 13);
  add_shift (builder, 2, 1, IT, MONDAY, 9);
  add_assignment (builder, 1, 1, ANNA, MONDAY, 13);
  add_assignment (builder, 2, 1, BO, MONDAY, 9);
  add (builder, HV_KIND_FACTOR, 9);
  add (builder, HV_KIND_FACTOR, 8);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  static const struct
  {
    HvKind kind;
    const char *expected;
  } cases[] = {
    { HV_KIND_HOUSE, "4 5 3 2 1" },   /* by position, name, id */
    { HV_KIND_ROLE, "2 1" },          /* by position */
    { HV_KIND_VOLUNTEER, "3 4 1 2" }, /* by name key, id */
    { HV_KIND_OPENING, "2 3 1" },     /* by start, id */
    { HV_KIND_SHIFT, "2 1" },         { HV_KIND_ASSIGNMENT, "2 1" }, { HV_KIND_FACTOR, "8 9" }, /* by id */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_ids (hv_roster_list (roster, cases[i].kind), cases[i].expected);
}

/* The builder is given one record twice, in two states: the later one counts. */
static void
test_twice (void)
{
  Builder *builder = begin ();
  add_volunteer (builder, ANNA, "Anna Lindeskov");
  add_tie (builder, 1, ANNA, JUELSMINDE, 0, true);
  add_tie (builder, 1, ANNA, TORRING, 0, true);
  gpointer anna = add_volunteer (builder, ANNA, "Anna Berg");
  hv_roster_builder_take (builder, hv_record_ref (anna)); /* and the very same again */
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  assert_ids (hv_roster_list (roster, HV_KIND_VOLUNTEER), "20");
  g_assert_cmpstr (hv_roster_find_volunteer (roster, ANNA)->name, ==, "Anna Berg");
  assert_ids (hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, ANNA), "1");
  assert_ids (hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_HOUSE, JUELSMINDE), "");
  assert_ids (hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_HOUSE, TORRING), "1");
}

static void
test_find (void)
{
  Builder *builder = begin ();
  hv_set_text (&add_house (builder, 1, "Juelsminde")->r.ext, "jue");
  hv_set_text (&add_house (builder, 2, "Tørring")->r.ext, "7"); /* looks like an id */
  add_house (builder, 7, "Hedensted");
  hv_set_text (&add_house (builder, 12, "Løsning")->r.ext, "løs ning");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  static const struct
  {
    const char *ext;
    HvId expected; /* 0: none */
  } cases[] = {
    { "jue", 1 },       { "JUE", 0 }, { "1", 1 },   { "7", 2 },
    { "07", 0 },        { "+1", 0 },  { "-1", 0 },  { "1 ", 0 },
    { " 1", 0 },        { "0", 0 },   { "", 0 },    { "99", 0 },
    { "løs ning", 12 }, { "12", 12 }, { "1e1", 0 }, { "18446744073709551617", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HvRecord *found = hv_roster_find_ext (roster, HV_KIND_HOUSE, cases[i].ext);
      g_assert_cmpint (found != NULL ? found->id : 0, ==, cases[i].expected);
    }

  g_assert_cmpstr (hv_roster_find_house (roster, 12)->name, ==, "Løsning");
  g_assert_null (hv_roster_find_house (roster, 0));
  g_assert_null (hv_roster_find_house (roster, HV_NONE));
  g_assert_null (hv_roster_find_role (roster, 1)); /* ids are by kind */
  g_assert_null (hv_roster_find_opening (roster, 1));
  g_assert_null (hv_roster_find_shift (roster, 1));
  g_assert_null (hv_roster_find_assignment (roster, 1));
}

static void
add_pair (Builder *builder, HvId id, HvId a, HvId b)
{
  HvPair *pair = add (builder, HV_KIND_PAIR, id);
  pair->a = a;
  pair->b = b;
}

static void
add_travel (Builder *builder, HvId id, HvId a, HvId b, int minutes)
{
  HvTravel *travel = add (builder, HV_KIND_TRAVEL, id);
  travel->a = a;
  travel->b = b;
  travel->minutes = minutes;
}

static void
test_groups (void)
{
  Builder *builder = begin ();
  add_pair (builder, 1, ANNA, BO);
  add_pair (builder, 2, CARLA, ANNA);
  add_pair (builder, 3, BO, BO); /* with themselves: once */
  add_shift (builder, S_IT, O_MON, IT, MONDAY, 13);
  add_shift (builder, S_HOST, O_MON, HOST, MONDAY, 12)->tmpl = 5;
  add_assignment (builder, 1, S_IT, BO, MONDAY + 1, 13);
  add_assignment (builder, 2, S_IT, ANNA, MONDAY, 13);
  add_assignment (builder, 3, S_IT, HV_NONE, MONDAY, 13);
  add_assignment (builder, 4, S_HOST, ANNA, MONDAY, 9);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const struct
  {
    HvKind kind;
    HvKind owner_kind;
    HvId owner;
    const char *expected;
  } cases[] = {
    { HV_KIND_PAIR, HV_KIND_VOLUNTEER, ANNA, "1 2" },
    { HV_KIND_PAIR, HV_KIND_VOLUNTEER, BO, "1 3" },
    { HV_KIND_PAIR, HV_KIND_VOLUNTEER, CARLA, "2" },
    { HV_KIND_PAIR, HV_KIND_VOLUNTEER, 99, "" },
    { HV_KIND_SHIFT, HV_KIND_OPENING, O_MON, "41 40" }, /* by start */
    { HV_KIND_SHIFT, HV_KIND_HOUSE, JUELSMINDE, "41 40" },
    { HV_KIND_SHIFT, HV_KIND_ROLE, IT, "40" },
    { HV_KIND_SHIFT, HV_KIND_TEMPLATE, 5, "41" },
    { HV_KIND_SHIFT, HV_KIND_TEMPLATE, HV_NONE, "" },
    { HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, S_IT, "2 3 1" },
    { HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, ANNA, "4 2" },
    { HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, HV_NONE, "" }, /* a walk-in helper is nobody's */
    { HV_KIND_ASSIGNMENT, HV_KIND_HOUSE, JUELSMINDE, "4 2 3 1" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_ids (hv_roster_list_of (roster, cases[i].kind, cases[i].owner_kind, cases[i].owner), cases[i].expected);

  g_assert_cmpint (hv_roster_find_assigned (roster, S_IT, BO)->r.id, ==, 1);
  g_assert_null (hv_roster_find_assigned (roster, S_HOST, BO));
  g_assert_null (hv_roster_find_assigned (roster, 99, BO));
  g_assert_null (hv_roster_find_assigned (roster, S_IT, HV_NONE)); /* a walk-in helper is nobody's double */
}

/* Every reference in the table of fields is a relation that can be asked for. */
static void
test_relations (void)
{
  g_autoptr (HvRoster) roster = hv_roster_builder_end (begin ());
  guint n = 0;
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      for (gsize i = 0; i < n_fields; i++)
        if (fields[i].ref >= 0)
          {
            g_assert_cmpuint (hv_roster_list_of (roster, (HvKind)kind, (HvKind)fields[i].ref, 1)->len, ==, 0);
            n++;
          }
    }
  g_assert_cmpuint (n, >, 20);
}

/* --- openings --- */

static void
test_openings (void)
{
  HvDay new_year = hv_day_from_ymd (2027, 1, 3); /* the Sunday of week 53 */
  Builder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_week_of_day (new_year - 7), hv_week_of_day (new_year + 1));
  add_opening (builder, 1, JUELSMINDE, new_year - 7, 22); /* Sunday of week 52 into week 53 */
  add_opening (builder, 2, JUELSMINDE, new_year - 6, 10);
  add_opening (builder, 3, TORRING, new_year - 6, 9);
  add_opening (builder, 4, JUELSMINDE, new_year - 6, 18); /* twice on a day */
  add_opening (builder, 5, JUELSMINDE, new_year, 22);     /* Sunday night into week 1 */
  add_opening (builder, 6, JUELSMINDE, new_year + 1, 0);  /* Monday at midnight */
  add_opening (builder, 7, HEDENSTED, new_year, 23);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const struct
  {
    const char *week;
    HvId house;
    const char *expected;
  } lists[] = {
    { "2026-W51", HV_NONE, "" },         { "2026-W52", HV_NONE, "1" },   { "2026-W53", HV_NONE, "3 2 4 5 7" },
    { "2026-W53", JUELSMINDE, "2 4 5" }, { "2026-W53", HEDENSTED, "7" }, { "2027-W01", HV_NONE, "6" },
    { "2027-W01", TORRING, "" },         { "2026-W53", 99, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      HvWeek week;
      g_assert_true (hv_week_parse (lists[i].week, &week, NULL));
      g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, lists[i].house);
      assert_ids (openings, lists[i].expected);
    }

  const struct
  {
    HvId house;
    HvDay day;
    gint64 start;
    HvId expected; /* 0: none */
  } finds[] = {
    { JUELSMINDE, new_year - 6, HV_NONE, 2 }, { JUELSMINDE, new_year - 6, 600, 2 },
    { JUELSMINDE, new_year - 6, 1080, 4 },    { JUELSMINDE, new_year - 6, 601, 0 },
    { TORRING, new_year - 6, HV_NONE, 3 },    { JUELSMINDE, new_year - 5, HV_NONE, 0 },
    { JUELSMINDE, new_year + 1, HV_NONE, 6 }, { JUELSMINDE, new_year + 1, 0, 6 },
    { JUELSMINDE, new_year + 2, HV_NONE, 0 }, { 99, new_year, HV_NONE, 0 },
    { JUELSMINDE, new_year - 7, 1320, 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      const HvOpening *found = hv_roster_find_opening_on (roster, finds[i].house, finds[i].day, finds[i].start);
      g_assert_cmpint (found != NULL ? found->r.id : 0, ==, finds[i].expected);
    }
}

static void
test_visit (void)
{
  Builder *builder = begin ();
  add_opening (builder, O_MON, JUELSMINDE, MONDAY, 13);
  HvVisit *visit = add (builder, HV_KIND_VISIT, 1);
  visit->opening = O_MON;
  HvExpectation *expectation = add (builder, HV_KIND_EXPECTATION, 2);
  expectation->opening = O_MON;
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  g_assert_true (hv_roster_find_visit (roster, O_MON) == visit);
  g_assert_true (hv_roster_find_expectation (roster, O_MON) == expectation);
  g_assert_null (hv_roster_find_visit (roster, O_MON + 1));
  g_assert_null (hv_roster_find_expectation (roster, O_MON + 1));
}

/* --- who fills a place --- */

#define NO_SKILL -1

typedef enum
{
  HERE,
  AWAY,       /* the whole day */
  AWAY_PART,  /* the last hour of the shift */
  AWAY_AFTER, /* from the minute the shift ends */
  AWAY_OTHER, /* the day after */
} Away;

static void
test_fills (void)
{
  static const struct
  {
    HvState state;
    int level; /* HvLevel or NO_SKILL */
    Away away;
    bool expected;
  } cases[] = {
    { HV_STATE_PLANNED, HV_LEVEL_ABLE, HERE, true },
    { HV_STATE_PLANNED, HV_LEVEL_EXPERIENCED, HERE, true },
    { HV_STATE_PLANNED, HV_LEVEL_TRAINEE, HERE, false },
    { HV_STATE_PLANNED, NO_SKILL, HERE, true }, /* put there with a reason */
    { HV_STATE_PRESENT, HV_LEVEL_ABLE, HERE, true },
    { HV_STATE_PRESENT, HV_LEVEL_TRAINEE, HERE, false },
    { HV_STATE_CALLED_OFF, HV_LEVEL_ABLE, HERE, false },
    { HV_STATE_SWAPPED, HV_LEVEL_ABLE, HERE, false },
    { HV_STATE_NO_SHOW, HV_LEVEL_EXPERIENCED, HERE, false },
    { HV_STATE_PLANNED, HV_LEVEL_ABLE, AWAY, false },
    { HV_STATE_PLANNED, HV_LEVEL_ABLE, AWAY_PART, false },
    { HV_STATE_PLANNED, HV_LEVEL_ABLE, AWAY_AFTER, true },
    { HV_STATE_PLANNED, HV_LEVEL_ABLE, AWAY_OTHER, true },
    { HV_STATE_PRESENT, HV_LEVEL_ABLE, AWAY, true }, /* came all the same */
    { HV_STATE_CALLED_OFF, HV_LEVEL_ABLE, AWAY, false },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Builder *builder = begin ();
      HvShift *shift = add_shift (builder, S_IT, O_MON, IT, MONDAY, 13); /* 13–16 */
      HvAssignment *assignment = add_assignment (builder, 1, S_IT, ANNA, MONDAY, 13);
      assignment->state = cases[i].state;
      if (cases[i].level != NO_SKILL)
        add_skill (builder, 1, ANNA, IT, (HvLevel)cases[i].level);
      add_skill (builder, 2, ANNA, HOST, HV_LEVEL_TRAINEE); /* another role's level does not matter */
      add_absence (builder, 1, BO, MONDAY, MONDAY);         /* nor does somebody else's absence */
      if (cases[i].away == AWAY)
        add_absence (builder, 2, ANNA, MONDAY - 3, MONDAY);
      if (cases[i].away == AWAY_PART)
        add_absence (builder, 2, ANNA, MONDAY, MONDAY)->start = 15 * 60;
      if (cases[i].away == AWAY_AFTER)
        add_absence (builder, 2, ANNA, MONDAY, MONDAY)->start = 16 * 60;
      if (cases[i].away == AWAY_OTHER)
        add_absence (builder, 2, ANNA, MONDAY + 1, MONDAY + 1);
      g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

      g_test_message ("case %d", (int)i);
      g_assert_true (hv_roster_fills (roster, assignment) == cases[i].expected);
      g_assert_cmpuint (hv_roster_count_filling (roster, shift), ==, cases[i].expected ? 1 : 0);
    }
}

static void
test_count_filling (void)
{
  Builder *builder = begin ();
  HvShift *shift = add_shift (builder, S_IT, O_MON, IT, MONDAY, 13);
  HvShift *nobody = add_shift (builder, S_HOST, O_MON, HOST, MONDAY, 13);
  add_skill (builder, 1, ANNA, IT, HV_LEVEL_ABLE);
  add_skill (builder, 2, BO, IT, HV_LEVEL_TRAINEE);
  add_assignment (builder, 1, S_IT, ANNA, MONDAY, 13);
  add_assignment (builder, 2, S_IT, BO, MONDAY, 13);
  HvAssignment *guest = add_assignment (builder, 3, S_IT, HV_NONE, MONDAY, 13);
  hv_set_text (&guest->guest, "Gæst: nabo");
  HvAssignment *gone = add_assignment (builder, 4, S_IT, HV_NONE, MONDAY, 13);
  gone->state = HV_STATE_NO_SHOW;
  /* In no shift that the roster knows: the role cannot be asked about. */
  HvAssignment *astray = add_assignment (builder, 5, 99, BO, MONDAY, 13);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  g_assert_cmpuint (hv_roster_count_filling (roster, shift), ==, 2); /* Anna and the guest */
  g_assert_cmpuint (hv_roster_count_filling (roster, nobody), ==, 0);
  g_assert_true (hv_roster_fills (roster, guest));
  g_assert_false (hv_roster_fills (roster, gone));
  g_assert_true (hv_roster_fills (roster, astray));
}

/* --- a volunteer --- */

static void
test_absence (void)
{
  Builder *builder = begin ();
  add_absence (builder, 1, ANNA, MONDAY - 3, MONDAY + 6); /* 1–10 May */
  HvAbsence *hours = add_absence (builder, 2, BO, MONDAY, MONDAY + 1);
  hours->start = 12 * 60;
  hours->end = 9 * 60;
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const struct
  {
    HvId volunteer;
    HvDay day;
    int from, to; /* minutes of the day */
    HvId expected;
  } cases[] = {
    { ANNA, MONDAY - 4, 0, 1440, 0 },    { ANNA, MONDAY - 4, 1320, 1800, 1 }, /* a night into the first day */
    { ANNA, MONDAY - 3, 0, 1, 1 },       { ANNA, MONDAY + 6, 1439, 1440, 1 },
    { ANNA, MONDAY + 6, 1320, 1800, 1 },                              /* a night out of the last day */
    { ANNA, MONDAY + 7, 0, 1440, 0 },    { BO, MONDAY, 540, 720, 0 }, /* touches */
    { BO, MONDAY, 540, 721, 2 },         { BO, MONDAY + 1, 0, 60, 2 },
    { BO, MONDAY + 1, 539, 600, 2 },     { BO, MONDAY + 1, 540, 600, 0 }, /* touches */
    { CARLA, MONDAY, 0, 1440, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvSpan span = { hv_minute_at (cases[i].day, cases[i].from), hv_minute_at (cases[i].day, cases[i].to) };
      const HvAbsence *found = hv_roster_find_absence (roster, cases[i].volunteer, span);
      g_assert_cmpint (found != NULL ? found->r.id : 0, ==, cases[i].expected);
    }
}

static void
test_pause (void)
{
  Builder *builder = begin ();
  add_pause (builder, 1, ANNA, MONDAY - 3, MONDAY + 6);
  add_pause (builder, 2, ANNA, MONDAY + 9, MONDAY + 9);
  add_pause (builder, 3, BO, MONDAY, HV_NONE);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const struct
  {
    HvId volunteer;
    HvDay day;
    HvId expected;
  } cases[] = {
    { ANNA, MONDAY - 4, 0 }, { ANNA, MONDAY - 3, 1 }, { ANNA, MONDAY + 6, 1 },  { ANNA, MONDAY + 7, 0 },
    { ANNA, MONDAY + 9, 2 }, { BO, MONDAY - 1, 0 },   { BO, MONDAY + 9999, 3 }, { CARLA, MONDAY, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HvPause *found = hv_roster_find_pause (roster, cases[i].volunteer, cases[i].day);
      g_assert_cmpint (found != NULL ? found->r.id : 0, ==, cases[i].expected);
    }
}

static void
test_level (void)
{
  Builder *builder = begin ();
  add_skill (builder, 1, ANNA, IT, HV_LEVEL_EXPERIENCED);
  add_skill (builder, 2, ANNA, HOST, HV_LEVEL_TRAINEE);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  HvLevel level = HV_LEVEL_ABLE;
  g_assert_true (hv_roster_get_level (roster, ANNA, IT, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_EXPERIENCED);
  g_assert_true (hv_roster_get_level (roster, ANNA, HOST, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_TRAINEE);
  g_assert_false (hv_roster_get_level (roster, BO, IT, &level));
  g_assert_false (hv_roster_get_level (roster, ANNA, 99, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_TRAINEE);
}

static void
test_ties (void)
{
  Builder *builder = begin ();
  add_tie (builder, 1, ANNA, TORRING, 1, true);
  add_tie (builder, 2, ANNA, JUELSMINDE, 0, true);
  add_tie (builder, 3, BO, HEDENSTED, 0, false)->key = 1; /* holds a key, names no house */
  add_tie (builder, 4, CARLA, HEDENSTED, 0, false)->key = 1;
  add_tie (builder, 5, CARLA, TORRING, 3, true);
  add_tie (builder, 6, DAN, JUELSMINDE, 0, true);
  add_tie (builder, 7, DAN, HEDENSTED, 1, true);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const struct
  {
    HvId volunteer;
    HvId home;
    bool juelsminde, torring, hedensted;
  } cases[] = {
    { ANNA, JUELSMINDE, true, true, false }, { BO, HV_NONE, true, true, true }, { CARLA, TORRING, false, true, false },
    { DAN, JUELSMINDE, true, false, true },  { 99, HV_NONE, true, true, true },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (hv_roster_get_home (roster, cases[i].volunteer), ==, cases[i].home);
      g_assert_true (hv_roster_serves (roster, cases[i].volunteer, JUELSMINDE) == cases[i].juelsminde);
      g_assert_true (hv_roster_serves (roster, cases[i].volunteer, TORRING) == cases[i].torring);
      g_assert_true (hv_roster_serves (roster, cases[i].volunteer, HEDENSTED) == cases[i].hedensted);
    }
}

static HvRoster *
build_duties (void)
{
  Builder *builder = begin ();
  add_opening (builder, O_MON, JUELSMINDE, MONDAY, 13);
  hv_set_text (&add_opening (builder, O_MON + 1, JUELSMINDE, MONDAY + 7, 13)->closed, "lokalet optaget");
  add_shift (builder, S_IT, O_MON, IT, MONDAY, 13);
  add_shift (builder, S_HOST, O_MON + 1, IT, MONDAY + 7, 13);

  add_assignment (builder, 1, S_IT, ANNA, MONDAY, 13);
  add_assignment (builder, 2, S_HOST, ANNA, MONDAY + 7, 13); /* closed */
  add_assignment (builder, 3, S_IT, BO, MONDAY, 13)->state = HV_STATE_CALLED_OFF;
  add_assignment (builder, 4, 99, ANNA, MONDAY + 8, 13)->house = TORRING;              /* of an unknown shift */
  add_assignment (builder, 5, S_IT, CARLA, MONDAY + 13, 22)->state = HV_STATE_PRESENT; /* past midnight */

  static const struct
  {
    HvId volunteer, house;
    int days_before;
  } past[] = {
    { ANNA, JUELSMINDE, 7 },  { ANNA, TORRING, 9 }, { ANNA, JUELSMINDE, 14 },
    { ANNA, HEDENSTED, 400 }, { BO, TORRING, 1 },   { ANNA, JUELSMINDE, 7 }, /* twice on one day */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (past); i++)
    hv_roster_builder_add_past_duty (builder,
                                     (HvPastDuty){ past[i].volunteer, past[i].house, MONDAY - past[i].days_before });
  return hv_roster_builder_end (builder);
}

static void
test_count_duties (void)
{
  g_autoptr (HvRoster) roster = build_duties ();
  const struct
  {
    HvId volunteer;
    int from, to; /* days from Monday */
    guint expected;
  } cases[] = {
    { ANNA, -56, 14, 6 }, { ANNA, -56, 0, 4 },   { ANNA, 0, 14, 2 },   { ANNA, 0, 0, 0 },
    { ANNA, 0, 1, 1 },    { ANNA, 1, 8, 0 },     { ANNA, 8, 9, 1 },    { ANNA, -7, 0, 2 },
    { ANNA, -8, -7, 0 },  { ANNA, -500, 14, 7 }, { ANNA, 14, -56, 0 }, { BO, -56, 14, 1 },
    { BO, 0, 14, 0 },     { CARLA, 13, 14, 1 },  { CARLA, 14, 15, 0 }, { 99, -500, 500, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (hv_roster_count_duties (roster, cases[i].volunteer, MONDAY + cases[i].from, MONDAY + cases[i].to),
                      ==, cases[i].expected);
}

static void
test_last_duty (void)
{
  enum
  {
    NEVER = G_MAXINT
  };
  g_autoptr (HvRoster) roster = build_duties ();
  const struct
  {
    HvId volunteer;
    HvId house;
    int before;
    int expected; /* days from Monday */
  } cases[] = {
    { ANNA, HV_NONE, 14, 8 },      { ANNA, HV_NONE, 8, 0 },        { ANNA, HV_NONE, 0, -7 },
    { ANNA, JUELSMINDE, 14, 0 },   { ANNA, TORRING, 8, -9 },       { ANNA, HEDENSTED, 14, -400 },
    { ANNA, JUELSMINDE, -7, -14 }, { ANNA, HV_NONE, -400, NEVER }, { BO, HV_NONE, 14, -1 },
    { BO, JUELSMINDE, 14, NEVER }, { 99, HV_NONE, 14, NEVER },     { CARLA, HV_NONE, 13, NEVER },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvDay day = NEVER;
      bool found = hv_roster_get_last_duty (roster, cases[i].volunteer, cases[i].house, MONDAY + cases[i].before, &day);
      g_assert_true (found == (cases[i].expected != NEVER));
      g_assert_cmpint (day, ==, found ? MONDAY + cases[i].expected : NEVER);
    }
}

/* --- a house --- */

static void
add_past_count (Builder *builder, HvId house, HvDay day, int count, const char *slots)
{
  HvMinute starts = hv_minute_at (day, 13 * 60);
  hv_roster_builder_add_past_count (builder, (HvPastCount){ house, starts, starts + 180, count, HV_NONE, slots });
}

static void
add_visit (Builder *builder, HvId id, HvId opening, int count, const char *slots)
{
  HvVisit *visit = add (builder, HV_KIND_VISIT, id);
  visit->opening = opening;
  visit->count = count;
  visit->special = 1;
  hv_set_text (&visit->slots, slots);
}

static void
test_counts (void)
{
  Builder *builder = begin ();
  g_autofree char *slots = g_strdup ("9 11 12 8 7 6");
  add_past_count (builder, JUELSMINDE, MONDAY - 7, 53, slots);
  add_past_count (builder, JUELSMINDE, MONDAY - 14, 48, NULL);
  add_past_count (builder, TORRING, MONDAY - 5, 20, NULL);
  slots[0] = '1'; /* the builder has its own copy */
  add_opening (builder, 1, JUELSMINDE, MONDAY, 13);
  add_opening (builder, 2, JUELSMINDE, MONDAY + 7, 13);
  hv_set_text (&add_opening (builder, 3, JUELSMINDE, MONDAY + 8, 13)->closed, "lokalet optaget");
  add_visit (builder, 1, 2, 45, "1 2");
  add_visit (builder, 2, 1, 0, NULL);
  add_visit (builder, 3, 3, 12, NULL);
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const struct
  {
    HvDay day;
    gint64 count;
    gint64 special;
    const char *slots;
  } expected[] = {
    { MONDAY - 14, 48, HV_NONE, NULL },
    { MONDAY - 7, 53, HV_NONE, "9 11 12 8 7 6" },
    { MONDAY, 0, 1, NULL }, /* open, and nobody came */
    { MONDAY + 7, 45, 1, "1 2" },
  };
  g_autoptr (GArray) counts = hv_roster_list_counts (roster, JUELSMINDE);
  g_assert_cmpuint (counts->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HvPastCount *count = &g_array_index (counts, HvPastCount, i);
      g_assert_cmpint (count->house, ==, JUELSMINDE);
      g_assert_cmpint (count->starts, ==, hv_minute_at (expected[i].day, 13 * 60));
      g_assert_cmpint (count->ends - count->starts, ==, 180);
      g_assert_cmpint (count->count, ==, expected[i].count);
      g_assert_cmpint (count->special, ==, expected[i].special);
      g_assert_cmpstr (count->slots, ==, expected[i].slots);
    }

  g_autoptr (GArray) elsewhere = hv_roster_list_counts (roster, HEDENSTED);
  g_assert_cmpuint (elsewhere->len, ==, 0);
}

static void
test_travel (void)
{
  Builder *builder = begin ();
  add_travel (builder, 1, JUELSMINDE, TORRING, 25);
  add_travel (builder, 2, HEDENSTED, JUELSMINDE, 20);
  add_travel (builder, 3, TORRING, TORRING, 9); /* makes no sense */
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  static const struct
  {
    HvId a, b;
    int expected;
  } cases[] = {
    { JUELSMINDE, TORRING, 25 },   { TORRING, JUELSMINDE, 25 }, { JUELSMINDE, HEDENSTED, 20 },
    { HEDENSTED, JUELSMINDE, 20 }, { HEDENSTED, TORRING, 0 },   { TORRING, TORRING, 0 },
    { JUELSMINDE, JUELSMINDE, 0 }, { JUELSMINDE, 99, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hv_roster_get_travel (roster, cases[i].a, cases[i].b), ==, cases[i].expected);
}

static void
test_zone_name (void)
{
  Builder *builder = begin ();
  HvOrganisation *organisation = add (builder, HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->zone, "Europe/Stockholm");
  add_house (builder, JUELSMINDE, "Juelsminde");
  hv_set_text (&add_house (builder, TORRING, "Tórshavn")->zone, "Atlantic/Faroe");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  g_assert_cmpstr (hv_roster_get_zone_name (roster, JUELSMINDE), ==, "Europe/Stockholm");
  g_assert_cmpstr (hv_roster_get_zone_name (roster, TORRING), ==, "Atlantic/Faroe");
  g_assert_cmpstr (hv_roster_get_zone_name (roster, 99), ==, "Europe/Stockholm");
}

static void
add_closed (Builder *builder, HvId id, HvId house, HvDay from, HvDay to, const char *reason)
{
  HvClosed *closed = add (builder, HV_KIND_CLOSED, id);
  closed->house = house;
  closed->from = from;
  closed->to = to;
  hv_set_text (&closed->reason, reason);
}

static void
add_open_on (Builder *builder, HvId id, HvId house, HvDay day)
{
  HvOpenOn *open_on = add (builder, HV_KIND_OPEN_ON, id);
  open_on->house = house;
  open_on->day = day;
}

static HvRoster *
build_closings (const char *country)
{
  Builder *builder = begin ();
  HvOrganisation *organisation = add (builder, HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->country, country);
  add_closed (builder, 1, JUELSMINDE, hv_day_from_ymd (2026, 6, 29), hv_day_from_ymd (2026, 8, 9), "Sommerlukket");
  add_closed (builder, 2, TORRING, hv_day_from_ymd (2026, 5, 14), hv_day_from_ymd (2026, 5, 14), NULL);
  add_open_on (builder, 1, HEDENSTED, hv_day_from_ymd (2026, 5, 14));
  add_open_on (builder, 2, TORRING, hv_day_from_ymd (2026, 5, 14));  /* a closed span wins */
  add_open_on (builder, 3, HEDENSTED, hv_day_from_ymd (2026, 7, 1)); /* no holiday: means nothing */
  return hv_roster_builder_end (builder);
}

/* What closes a house, by hand or as the holiday of the day is called. */
#define A_HOLIDAY "holiday"

static void
test_closing (void)
{
  static const struct
  {
    const char *country;
    HvId house;
    const char *day;
    const char *expected;
  } cases[] = {
    { "DK", JUELSMINDE, "2026-05-14", A_HOLIDAY }, /* Kristi himmelfartsdag */
    { "DK", HEDENSTED, "2026-05-14", NULL },       /* opens anyway */
    { "DK", TORRING, "2026-05-14", "" },           /* closed without a reason given */
    { "DK", JUELSMINDE, "2026-05-25", A_HOLIDAY }, /* 2. pinsedag */
    { "SE", JUELSMINDE, "2026-05-25", NULL },
    { "DK", JUELSMINDE, "2026-05-01", NULL },
    { "SE", JUELSMINDE, "2026-05-01", A_HOLIDAY },
    { "SE", JUELSMINDE, "2026-05-14", A_HOLIDAY },
    { "SE", HEDENSTED, "2026-05-14", NULL },
    { "DK", JUELSMINDE, "2026-12-24", NULL }, /* half days close nothing */
    { "DK", JUELSMINDE, "2026-06-28", NULL },
    { "DK", JUELSMINDE, "2026-06-29", "Sommerlukket" },
    { "DK", JUELSMINDE, "2026-08-09", "Sommerlukket" },
    { "DK", JUELSMINDE, "2026-08-10", NULL },
    { "DK", HEDENSTED, "2026-07-01", NULL },
    { "DK", 99, "2026-12-25", A_HOLIDAY },
    { "??", JUELSMINDE, "2026-12-25", NULL }, /* a country that we have no holidays of */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRoster) roster = build_closings (cases[i].country);
      HvDay day;
      g_assert_true (hv_day_parse (cases[i].day, &day, NULL));
      bool is_holiday = false;
      const char *reason = hv_roster_find_closing (roster, cases[i].house, day, &is_holiday);
      g_test_message ("%s %s", cases[i].country, cases[i].day);
      if (g_strcmp0 (cases[i].expected, A_HOLIDAY) != 0)
        {
          g_assert_cmpstr (reason, ==, cases[i].expected);
          g_assert_false (is_holiday);
          continue;
        }

      HvCountry country;
      HvHoliday holiday;
      g_assert_true (hv_country_parse (cases[i].country, &country));
      g_assert_true (hv_holiday_find (country, day, &holiday));
      g_assert_cmpstr (reason, ==, holiday.name);
      g_assert_true (is_holiday);
    }
}

static void
test_demand (void)
{
  Builder *builder = begin ();
  HvOrganisation *organisation = add (builder, HV_KIND_ORGANISATION, 1);
  HvHouse *silent = add_house (builder, JUELSMINDE, "Juelsminde");
  HvHouse *own = add_house (builder, TORRING, "Tørring");
  own->minutes = 12 * HV_MICRO + HV_MICRO / 2;
  own->target_share = 900000;
  own->target_minutes = 10 * HV_MICRO;
  own->door = 0;
  own->least = 1;
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  g_assert_cmpfloat (hv_roster_get_minutes (roster, silent), ==, 15.0);
  g_assert_cmpfloat (hv_roster_get_target_share (roster, silent), ==, 0.8);
  g_assert_cmpfloat (hv_roster_get_target_minutes (roster, silent), ==, 15.0);
  g_assert_cmpfloat (hv_roster_get_door (roster, silent), ==, 0.1);
  g_assert_cmpint (hv_roster_get_least (roster, silent), ==, 2);

  g_assert_cmpfloat (hv_roster_get_minutes (roster, own), ==, 12.5);
  g_assert_cmpfloat (hv_roster_get_target_share (roster, own), ==, 0.9);
  g_assert_cmpfloat (hv_roster_get_target_minutes (roster, own), ==, 10.0);
  g_assert_cmpfloat (hv_roster_get_door (roster, own), ==, 0.0);
  g_assert_cmpint (hv_roster_get_least (roster, own), ==, 1);

  /* The organisation's own target stands between the two. */
  organisation->target_share = 700000;
  organisation->target_minutes = 20 * HV_MICRO;
  g_assert_cmpfloat (hv_roster_get_target_share (roster, silent), ==, 0.7);
  g_assert_cmpfloat (hv_roster_get_target_minutes (roster, silent), ==, 20.0);
  g_assert_cmpfloat (hv_roster_get_target_share (roster, own), ==, 0.9);
}

/* --- a big organisation --- */

#define N_PEOPLE 10000
#define N_SHIFTS 500

static void
test_big (void)
{
  Builder *builder = begin ();
  for (int i = 0; i < N_PEOPLE; i++)
    {
      int shuffled = i * 7919 % N_PEOPLE;
      g_autofree char *name = g_strdup_printf ("Frivillig %05d Ærensø", shuffled);
      g_autofree char *ext = g_strdup_printf ("v%d", shuffled);
      hv_set_text (&add_volunteer (builder, 1000000 + shuffled, name)->r.ext, ext);
      add_assignment (builder, 1 + i, 1 + shuffled % N_SHIFTS, 1000000 + shuffled, MONDAY + shuffled % 14, 13);
    }
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  g_assert_cmpuint (volunteers->len, ==, N_PEOPLE);
  for (int i = 0; i < N_PEOPLE; i++)
    {
      const HvVolunteer *volunteer = volunteers->pdata[i];
      g_autofree char *ext = g_strdup_printf ("v%d", i);
      g_assert_cmpint (volunteer->r.id, ==, 1000000 + i);
      g_assert_true (hv_roster_find_volunteer (roster, 1000000 + i) == volunteer);
      g_assert_true (hv_roster_find_ext (roster, HV_KIND_VOLUNTEER, ext) == volunteer);
      const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer->r.id);
      g_assert_cmpuint (duties->len, ==, 1);
    }

  guint n = 0;
  for (int shift = 1; shift <= N_SHIFTS; shift++)
    {
      const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift);
      g_assert_cmpuint (people->len, ==, N_PEOPLE / N_SHIFTS);
      for (guint i = 0; i < people->len; i++)
        g_assert_cmpint (((const HvAssignment *)people->pdata[i])->shift, ==, shift);
      n += people->len;
    }
  g_assert_cmpuint (n, ==, N_PEOPLE);

  const GPtrArray *assignments = hv_roster_list (roster, HV_KIND_ASSIGNMENT);
  for (guint i = 1; i < assignments->len; i++)
    {
      const HvAssignment *before = assignments->pdata[i - 1];
      const HvAssignment *after = assignments->pdata[i];
      g_assert_true (before->starts < after->starts || (before->starts == after->starts && before->r.id < after->r.id));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster/nobody", test_nobody);
  g_test_add_func ("/roster/weeks", test_weeks);
  g_test_add_func ("/roster/organisation", test_organisation);
  g_test_add_func ("/roster/abandoned", test_abandoned);
  g_test_add_func ("/roster/orders", test_orders);
  g_test_add_func ("/roster/twice", test_twice);
  g_test_add_func ("/roster/find", test_find);
  g_test_add_func ("/roster/groups", test_groups);
  g_test_add_func ("/roster/relations", test_relations);
  g_test_add_func ("/roster/openings", test_openings);
  g_test_add_func ("/roster/visit", test_visit);
  g_test_add_func ("/roster/fills", test_fills);
  g_test_add_func ("/roster/count-filling", test_count_filling);
  g_test_add_func ("/roster/absence", test_absence);
  g_test_add_func ("/roster/pause", test_pause);
  g_test_add_func ("/roster/level", test_level);
  g_test_add_func ("/roster/ties", test_ties);
  g_test_add_func ("/roster/count-duties", test_count_duties);
  g_test_add_func ("/roster/last-duty", test_last_duty);
  g_test_add_func ("/roster/counts", test_counts);
  g_test_add_func ("/roster/travel", test_travel);
  g_test_add_func ("/roster/zone-name", test_zone_name);
  g_test_add_func ("/roster/closing", test_closing);
  g_test_add_func ("/roster/demand", test_demand);
  g_test_add_func ("/roster/big", test_big);
  return g_test_run ();
}
