/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#define FIRST_FREE_ID 1000

static const char *const people[N_PEOPLE] = {
  [ANNA] = "Anna Lindeskov", [BO] = "Bo Vestermark",    [CARLA] = "Carla Munkholt", [DAN] = "Dan Østerlide",
  [ELSE] = "Else Fjordby",   [FINN] = "Finn Bakkeskov", [GERDA] = "Gerda Sølund",   [HANS] = "Hans Elmebro",
  [IDA] = "Ida Rønnehave",   [JENS] = "Jens Åbrink",    [KARLA] = "Karla Ølholt",   [LEIF] = "Leif Ærensø",
  [ASA] = "Åsa Blåklint",    [ORJAN] = "Örjan Tallmo",
};

/* --- words --- */

static int
minutes (const char *time)
{
  int value;
  g_assert_true (hv_time_parse (time, &value, NULL));
  return value;
}

HvMinute
at (const char *date, const char *time)
{
  return hv_minute_at (day (date), minutes (time));
}

HvSpan
span (const char *date, const char *from, const char *to)
{
  return hv_span_on_day (day (date), minutes (from), minutes (to));
}

HvEditSource
new_source (void)
{
  return (HvEditSource){ .next_id = 100000, .random = { 1, 2, 3 } };
}

/* --- the world --- */

static gpointer
add_with_id (World *world, HvKind kind, HvId id)
{
  gpointer record = hv_record_new (kind, id);
  g_ptr_array_add (world->records, record);
  return record;
}

gpointer
world_add (World *world, HvKind kind)
{
  return add_with_id (world, kind, world->next_id++);
}

gpointer
world_get (const World *world, HvKind kind, HvId id)
{
  for (guint i = 0; i < world->records->len; i++)
    {
      HvRecord *record = g_ptr_array_index (world->records, i);
      if (record->kind == kind && record->id == id)
        return record;
    }
  g_assert_not_reached ();
}

void
world_remove_all (World *world, HvKind kind, HvId volunteer)
{
  const HvField *field = hv_kind_find_field (kind, "volunteer");
  for (guint i = world->records->len; i > 0; i--)
    {
      HvRecord *record = g_ptr_array_index (world->records, i - 1);
      if (record->kind == kind && hv_record_get_int (record, field) == volunteer)
        g_ptr_array_remove_index (world->records, i - 1);
    }
}

static void
add_organisation (World *world)
{
  HvOrganisation *organisation = add_with_id (world, HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->name, "Ældresagen Hedensted");
  hv_set_text (&organisation->country, "DK");
  hv_set_text (&organisation->zone, "Europe/Copenhagen");
  hv_set_text (&organisation->language, "da");
}

static void
add_role (World *world, HvId id, const char *name, bool serves)
{
  HvRole *role = add_with_id (world, HV_KIND_ROLE, id);
  hv_set_text (&role->name, name);
  role->serves = serves;
  role->position = id;
}

static void
add_house (World *world, HvId id, const char *name, int weekday)
{
  HvHouse *house = add_with_id (world, HV_KIND_HOUSE, id);
  hv_set_text (&house->name, name);
  house->position = id;
  house->never_alone = 1;
  if (weekday == 0)
    {
      house->house_kind = HV_HOUSE_KIND_REMOTE;
      return;
    }

  HvHours *hours = add_with_id (world, HV_KIND_HOURS, id);
  hours->house = id;
  hours->weekday = weekday;
  hours->start = minutes ("10:00");
  hours->end = minutes ("13:00");

  HvTemplate *tmpl = add_with_id (world, HV_KIND_TEMPLATE, id);
  tmpl->house = id;
  tmpl->role = IT;
  tmpl->weekday = weekday;
  tmpl->start = minutes ("10:00");
  tmpl->end = minutes ("13:00");
  tmpl->minimum = 3;
}

static void
add_person (World *world, HvId id)
{
  HvVolunteer *volunteer = add_with_id (world, HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, people[id]);
  world_set_level (world, id, id == FINN ? HOST : IT, HV_LEVEL_ABLE);
  for (int weekday = 1; weekday <= 7; weekday++)
    world_offer (world, id, weekday, "00:00", "24:00", HV_OFFER_CAN);
}

World *
world_new (void)
{
  World *world = g_new0 (World, 1);
  world->records = g_ptr_array_new_with_free_func (hv_record_unref);
  world->past = g_array_new (FALSE, FALSE, sizeof (HvPastDuty));
  world->from = week ("2026-W18");
  world->until = week ("2026-W23");
  world->next_id = FIRST_FREE_ID;

  add_organisation (world);
  add_role (world, IT, "IT help", true);
  add_role (world, HOST, "Coffee host", false);
  add_house (world, JUELSMINDE, "Juelsminde", 1);
  add_house (world, TORRING, "Tørring", 3);
  add_house (world, HEDENSTED, "Hedensted", 4);
  add_house (world, ONLINE, "Online", 0);
  for (HvId id = ANNA; id < N_PEOPLE; id++)
    add_person (world, id);
  return world;
}

void
world_free (World *world)
{
  g_ptr_array_unref (world->records);
  g_array_unref (world->past);
  g_free (world);
}

HvRoster *
world_end (const World *world)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, world->from, world->until);
  for (guint i = 0; i < world->records->len; i++)
    hv_roster_builder_take (builder, hv_record_copy (g_ptr_array_index (world->records, i)));
  for (guint i = 0; i < world->past->len; i++)
    hv_roster_builder_add_past_duty (builder, g_array_index (world->past, HvPastDuty, i));
  return hv_roster_builder_end (builder);
}

/* --- openings and duties --- */

static HvId
add_shift (World *world, const HvOpening *opening, HvId role, HvSpan time, int minimum)
{
  HvShift *shift = world_add (world, HV_KIND_SHIFT);
  shift->house = opening->house;
  shift->opening = opening->r.id;
  shift->role = role;
  shift->starts = time.from;
  shift->ends = time.to;
  shift->minimum = minimum;
  return shift->r.id;
}

HvId
world_open (World *world, HvId house, HvId role, const char *day, const char *from, const char *to, int minimum)
{
  HvSpan time = span (day, from, to);
  HvOpening *opening = world_add (world, HV_KIND_OPENING);
  opening->house = house;
  opening->starts = time.from;
  opening->ends = time.to;
  return add_shift (world, opening, role, time, minimum);
}

HvId
world_add_shift (World *world, HvId beside, HvId role, const char *from, const char *to, int minimum)
{
  const HvShift *shift = world_get (world, HV_KIND_SHIFT, beside);
  const HvOpening *opening = world_get (world, HV_KIND_OPENING, shift->opening);
  HvSpan time = hv_span_on_day (hv_opening_get_day (opening), minutes (from), minutes (to));
  return add_shift (world, opening, role, time, minimum);
}

HvId
world_assign (World *world, HvId shift_id, HvId volunteer)
{
  const HvShift *shift = world_get (world, HV_KIND_SHIFT, shift_id);
  HvAssignment *assignment = world_add (world, HV_KIND_ASSIGNMENT);
  assignment->house = shift->house;
  assignment->shift = shift_id;
  assignment->volunteer = volunteer;
  assignment->starts = shift->starts;
  assignment->ends = shift->ends;
  return assignment->r.id;
}

HvId
world_assign_at (World *world, HvId shift_id, HvId volunteer, const char *from, const char *to)
{
  HvId id = world_assign (world, shift_id, volunteer);
  HvAssignment *assignment = world_get (world, HV_KIND_ASSIGNMENT, id);
  HvSpan time = hv_span_on_day (hv_minute_get_day (assignment->starts), minutes (from), minutes (to));
  assignment->starts = time.from;
  assignment->ends = time.to;
  assignment->own_span = 1;
  return id;
}

void
world_add_past (World *world, HvId volunteer, HvId house, const char *date)
{
  HvPastDuty duty = { volunteer, house, day (date) };
  g_array_append_val (world->past, duty);
}

/* --- people --- */

void
world_set_level (World *world, HvId volunteer, HvId role, HvLevel level)
{
  for (guint i = 0; i < world->records->len; i++)
    {
      HvSkill *skill = g_ptr_array_index (world->records, i);
      if (skill->r.kind == HV_KIND_SKILL && skill->volunteer == volunteer && skill->role == role)
        {
          skill->level = level;
          return;
        }
    }
  HvSkill *skill = world_add (world, HV_KIND_SKILL);
  skill->volunteer = volunteer;
  skill->role = role;
  skill->level = level;
}

void
world_offer (World *world, HvId volunteer, int weekday, const char *from, const char *to, HvOffer offer)
{
  HvAvailability *availability = world_add (world, HV_KIND_AVAILABILITY);
  availability->volunteer = volunteer;
  availability->weekday = weekday;
  availability->start = minutes (from);
  availability->end = minutes (to);
  availability->offer = offer;
}

void
world_add_absence (World *world, HvId volunteer, const char *from, const char *to, const char *reason)
{
  HvAbsence *absence = world_add (world, HV_KIND_ABSENCE);
  absence->volunteer = volunteer;
  absence->from = day (from);
  absence->to = day (to);
  hv_set_text (&absence->reason, reason);
}

void
world_add_pair (World *world, HvId a, HvId b, HvPairKind kind)
{
  HvPair *pair = world_add (world, HV_KIND_PAIR);
  pair->a = a;
  pair->b = b;
  pair->pair_kind = kind;
}

void
world_add_regular (World *world, HvId tmpl, HvId volunteer)
{
  HvRegular *regular = world_add (world, HV_KIND_REGULAR);
  regular->house = ((const HvTemplate *)world_get (world, HV_KIND_TEMPLATE, tmpl))->house;
  regular->tmpl = tmpl;
  regular->volunteer = volunteer;
}

void
world_add_travel (World *world, HvId a, HvId b, int time)
{
  HvTravel *travel = world_add (world, HV_KIND_TRAVEL);
  travel->a = a;
  travel->b = b;
  travel->minutes = time;
}

void
world_serve (World *world, HvId volunteer, HvId house, int position)
{
  HvTie *tie = world_add (world, HV_KIND_TIE);
  tie->volunteer = volunteer;
  tie->house = house;
  tie->serves = 1;
  tie->position = position;
}
