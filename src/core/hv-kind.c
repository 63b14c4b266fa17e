/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of fields: what each kind of hv-record.h keeps, under which name.
 *
 * A column is called like its member, except where SQLite or PostgreSQL keep the
 * word for themselves ("from", "to", "end", "left") or nearly so ("key"). The order is
 * that of columns and of a dump. Names are part of the file format: a released one is
 * never changed without a schema step.
 */

#include "hv-kind.h"

#define REQUIRED HV_FIELD_REQUIRED
#define PRIVATE HV_FIELD_PRIVATE
#define DERIVED HV_FIELD_DERIVED
#define OF_HOUSE HV_FIELD_HOUSE
#define NO_REF (-1)

/* Members of any other type do not compile. */
#define TYPE_OF(T, member) _Generic(((T *)NULL)->member, char * : HV_FIELD_TEXT, gint64 : HV_FIELD_INT)

#define REF_AS(T, member, column, ref, flags)                     \
  {                                                               \
    column, TYPE_OF (T, member), offsetof (T, member), flags, ref \
  }
#define REF(T, member, ref, flags) REF_AS (T, member, #member, ref, flags)
#define FIELD_AS(T, member, column, flags) REF_AS (T, member, column, NO_REF, flags)
#define FIELD(T, member, flags) REF_AS (T, member, #member, NO_REF, flags)

/* clang-format off: one field a line. */

static const HvField organisation_fields[] = {
  FIELD (HvOrganisation, name, REQUIRED),
  FIELD (HvOrganisation, country, REQUIRED),
  FIELD (HvOrganisation, zone, REQUIRED),
  FIELD (HvOrganisation, language, REQUIRED),
  FIELD (HvOrganisation, web, 0),
  FIELD (HvOrganisation, target_share, 0),
  FIELD (HvOrganisation, target_minutes, 0),
  FIELD (HvOrganisation, most_week, 0),
  FIELD (HvOrganisation, rest_hours, 0),
  FIELD (HvOrganisation, keep_weeks, 0),
};

static const HvField role_fields[] = {
  FIELD (HvRole, name, REQUIRED),     FIELD (HvRole, icon, 0),
  FIELD (HvRole, serves, REQUIRED),   FIELD (HvRole, position, REQUIRED),
  FIELD (HvRole, checklist, PRIVATE),
};

static const HvField house_fields[] = {
  FIELD (HvHouse, name, REQUIRED),
  FIELD (HvHouse, house_kind, REQUIRED),
  FIELD (HvHouse, address, PRIVATE),
  FIELD (HvHouse, place, PRIVATE),
  FIELD (HvHouse, zone, 0),
  FIELD (HvHouse, position, REQUIRED),
  FIELD (HvHouse, note, PRIVATE),
  FIELD (HvHouse, checklist, PRIVATE),
  FIELD (HvHouse, hide_names, REQUIRED),
  FIELD (HvHouse, never_alone, REQUIRED),
  FIELD (HvHouse, experienced, REQUIRED),
  FIELD_AS (HvHouse, key, "needs_key", REQUIRED),
  FIELD (HvHouse, model, REQUIRED),
  FIELD (HvHouse, minutes, 0),
  FIELD (HvHouse, target_share, 0),
  FIELD (HvHouse, target_minutes, 0),
  FIELD (HvHouse, door, 0),
  FIELD (HvHouse, least, 0),
  FIELD (HvHouse, patience, 0),
  FIELD (HvHouse, profile, 0),
  FIELD (HvHouse, guess, 0),
  FIELD (HvHouse, guests_per, 0),
};

static const HvField hours_fields[] = {
  REF (HvHours, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  FIELD (HvHours, weekday, REQUIRED),
  FIELD_AS (HvHours, start, "start_minute", REQUIRED),
  FIELD_AS (HvHours, end, "end_minute", REQUIRED),
  FIELD_AS (HvHours, from, "from_week", 0),
  FIELD (HvHours, until, 0),
};

static const HvField template_fields[] = {
  REF (HvTemplate, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvTemplate, role, HV_KIND_ROLE, REQUIRED),
  FIELD (HvTemplate, weekday, REQUIRED),
  FIELD_AS (HvTemplate, start, "start_minute", REQUIRED),
  FIELD_AS (HvTemplate, end, "end_minute", REQUIRED),
  FIELD (HvTemplate, minimum, REQUIRED),
  FIELD (HvTemplate, wanted, 0),
  FIELD (HvTemplate, maximum, 0),
  FIELD_AS (HvTemplate, from, "from_week", 0),
  FIELD (HvTemplate, until, 0),
  FIELD (HvTemplate, repeat, REQUIRED),
  FIELD (HvTemplate, n, 0),
  FIELD (HvTemplate, since, 0),
};

static const HvField regular_fields[] = {
  REF (HvRegular, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvRegular, tmpl, HV_KIND_TEMPLATE, REQUIRED),
  REF (HvRegular, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
};

static const HvField closed_fields[] = {
  REF (HvClosed, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  FIELD_AS (HvClosed, from, "from_day", REQUIRED),
  FIELD_AS (HvClosed, to, "to_day", REQUIRED),
  FIELD (HvClosed, reason, PRIVATE),
};

static const HvField open_on_fields[] = {
  REF (HvOpenOn, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  FIELD (HvOpenOn, day, REQUIRED),
};

static const HvField travel_fields[] = {
  REF (HvTravel, a, HV_KIND_HOUSE, REQUIRED),
  REF (HvTravel, b, HV_KIND_HOUSE, REQUIRED),
  FIELD (HvTravel, minutes, REQUIRED),
};

static const HvField volunteer_fields[] = {
  FIELD (HvVolunteer, name, REQUIRED | PRIVATE),
  FIELD_AS (HvVolunteer, key, "name_key", DERIVED | PRIVATE),
  FIELD (HvVolunteer, phone, PRIVATE),
  FIELD (HvVolunteer, email, PRIVATE),
  FIELD (HvVolunteer, language, 0),
  FIELD (HvVolunteer, note, PRIVATE),
  FIELD_AS (HvVolunteer, from, "from_day", 0),
  FIELD (HvVolunteer, until, 0),
  FIELD (HvVolunteer, eight_weeks, 0),
  FIELD (HvVolunteer, most_week, 0),
  FIELD (HvVolunteer, most_four_weeks, 0),
  FIELD (HvVolunteer, rest_hours, 0),
  FIELD (HvVolunteer, archived, REQUIRED),
};

static const HvField skill_fields[] = {
  REF (HvSkill, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
  REF (HvSkill, role, HV_KIND_ROLE, REQUIRED),
  FIELD (HvSkill, level, REQUIRED),
};

/* A tie belongs to the volunteer: the house's own changes do not wait for it. */
static const HvField tie_fields[] = {
  REF (HvTie, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
  REF (HvTie, house, HV_KIND_HOUSE, REQUIRED),
  FIELD (HvTie, serves, REQUIRED),
  FIELD (HvTie, position, REQUIRED),
  FIELD_AS (HvTie, key, "has_key", REQUIRED),
};

static const HvField availability_fields[] = {
  REF (HvAvailability, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
  FIELD (HvAvailability, weekday, REQUIRED),
  FIELD_AS (HvAvailability, start, "start_minute", REQUIRED),
  FIELD_AS (HvAvailability, end, "end_minute", REQUIRED),
  FIELD (HvAvailability, offer, REQUIRED),
  FIELD_AS (HvAvailability, from, "from_week", 0),
  FIELD (HvAvailability, until, 0),
  FIELD (HvAvailability, repeat, REQUIRED),
};

static const HvField absence_fields[] = {
  REF (HvAbsence, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
  FIELD_AS (HvAbsence, from, "from_day", REQUIRED),
  FIELD_AS (HvAbsence, to, "to_day", REQUIRED),
  FIELD_AS (HvAbsence, start, "start_minute", 0),
  FIELD_AS (HvAbsence, end, "end_minute", 0),
  FIELD (HvAbsence, reason, PRIVATE),
};

static const HvField pause_fields[] = {
  REF (HvPause, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
  FIELD_AS (HvPause, from, "from_day", REQUIRED),
  FIELD_AS (HvPause, to, "to_day", 0),
};

static const HvField pair_fields[] = {
  REF (HvPair, a, HV_KIND_VOLUNTEER, REQUIRED),
  REF (HvPair, b, HV_KIND_VOLUNTEER, REQUIRED),
  FIELD (HvPair, pair_kind, REQUIRED),
};

static const HvField factor_fields[] = {
  REF (HvFactor, house, HV_KIND_HOUSE, OF_HOUSE),
  FIELD_AS (HvFactor, from, "from_week", REQUIRED),
  FIELD_AS (HvFactor, to, "to_week", REQUIRED),
  FIELD (HvFactor, factor, REQUIRED),
  FIELD (HvFactor, name, PRIVATE),
};

static const HvField opening_fields[] = {
  REF (HvOpening, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  FIELD (HvOpening, starts, REQUIRED),
  FIELD (HvOpening, ends, REQUIRED),
  REF (HvOpening, hours, HV_KIND_HOURS, 0),
  FIELD (HvOpening, closed, PRIVATE),
  FIELD (HvOpening, holiday, REQUIRED),
  FIELD (HvOpening, note, PRIVATE),
  FIELD (HvOpening, address, PRIVATE),
  FIELD (HvOpening, guests, 0),
};

static const HvField shift_fields[] = {
  REF (HvShift, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvShift, opening, HV_KIND_OPENING, REQUIRED),
  REF (HvShift, role, HV_KIND_ROLE, REQUIRED),
  FIELD (HvShift, starts, REQUIRED),
  FIELD (HvShift, ends, REQUIRED),
  FIELD (HvShift, minimum, REQUIRED),
  FIELD (HvShift, wanted, 0),
  FIELD (HvShift, maximum, 0),
  REF (HvShift, tmpl, HV_KIND_TEMPLATE, 0),
  FIELD (HvShift, note, PRIVATE),
  FIELD (HvShift, uid, REQUIRED),
};

static const HvField assignment_fields[] = {
  REF (HvAssignment, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvAssignment, shift, HV_KIND_SHIFT, REQUIRED),
  REF (HvAssignment, volunteer, HV_KIND_VOLUNTEER, 0),
  FIELD (HvAssignment, guest, PRIVATE),
  FIELD (HvAssignment, state, REQUIRED),
  FIELD (HvAssignment, origin, REQUIRED),
  FIELD (HvAssignment, locked, REQUIRED),
  FIELD (HvAssignment, starts, REQUIRED),
  FIELD (HvAssignment, ends, REQUIRED),
  FIELD (HvAssignment, own_span, REQUIRED),
  FIELD (HvAssignment, reason, PRIVATE),
  FIELD (HvAssignment, uid, REQUIRED),
};

static const HvField visit_fields[] = {
  REF (HvVisit, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvVisit, opening, HV_KIND_OPENING, REQUIRED),
  FIELD (HvVisit, count, REQUIRED),
  FIELD (HvVisit, slots, 0),
  FIELD_AS (HvVisit, left, "left_unhelped", 0),
  FIELD (HvVisit, wait, 0),
  FIELD (HvVisit, minutes, 0),
  FIELD (HvVisit, note, PRIVATE),
  FIELD (HvVisit, special, 0),
};

static const HvField expectation_fields[] = {
  REF (HvExpectation, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvExpectation, opening, HV_KIND_OPENING, REQUIRED),
  FIELD (HvExpectation, count, REQUIRED),
};

static const HvField call_fields[] = {
  REF (HvCall, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  REF (HvCall, shift, HV_KIND_SHIFT, REQUIRED),
  REF (HvCall, volunteer, HV_KIND_VOLUNTEER, REQUIRED),
  FIELD (HvCall, answer, REQUIRED),
};

/* What owner and subject name depends on owner_kind. A description lists the
 * people of a house feed by name. */
static const HvField event_fields[] = {
  REF (HvEvent, house, HV_KIND_HOUSE, REQUIRED | OF_HOUSE),
  FIELD (HvEvent, owner_kind, REQUIRED),
  FIELD (HvEvent, owner, REQUIRED),
  FIELD (HvEvent, subject, REQUIRED),
  FIELD (HvEvent, week, REQUIRED),
  FIELD (HvEvent, uid, REQUIRED),
  FIELD (HvEvent, starts, REQUIRED),
  FIELD (HvEvent, ends, REQUIRED),
  FIELD (HvEvent, zone, REQUIRED),
  FIELD (HvEvent, language, REQUIRED),
  FIELD (HvEvent, role, 0),
  FIELD (HvEvent, house_name, 0),
  FIELD (HvEvent, place, PRIVATE),
  FIELD (HvEvent, description, PRIVATE),
  FIELD (HvEvent, present, 0),
  FIELD (HvEvent, needed, 0),
  FIELD (HvEvent, cancelled, REQUIRED),
  FIELD (HvEvent, sequence, REQUIRED),
  FIELD (HvEvent, modified, REQUIRED),
};

static const HvField feed_fields[] = {
  FIELD (HvFeed, owner_kind, REQUIRED), FIELD (HvFeed, owner, REQUIRED), FIELD (HvFeed, token, REQUIRED | PRIVATE),
  FIELD (HvFeed, state, REQUIRED),      FIELD (HvFeed, since, REQUIRED),
};

static const HvField publication_fields[] = {
  FIELD (HvPublication, week, REQUIRED),
  FIELD (HvPublication, at, REQUIRED),
};

typedef struct
{
  const char *name;
  gsize size;
  const HvField *fields;
  gsize n_fields;
} Kind;

#define KIND(name, T, fields)                       \
  {                                                 \
    name, sizeof (T), fields, G_N_ELEMENTS (fields) \
  }

static const Kind kinds[HV_N_KINDS] = {
  [HV_KIND_ORGANISATION] = KIND ("organisation", HvOrganisation, organisation_fields),
  [HV_KIND_ROLE] = KIND ("role", HvRole, role_fields),
  [HV_KIND_HOUSE] = KIND ("house", HvHouse, house_fields),
  [HV_KIND_HOURS] = KIND ("hours", HvHours, hours_fields),
  [HV_KIND_TEMPLATE] = KIND ("template", HvTemplate, template_fields),
  [HV_KIND_REGULAR] = KIND ("regular", HvRegular, regular_fields),
  [HV_KIND_CLOSED] = KIND ("closed", HvClosed, closed_fields),
  [HV_KIND_OPEN_ON] = KIND ("open_on", HvOpenOn, open_on_fields),
  [HV_KIND_TRAVEL] = KIND ("travel", HvTravel, travel_fields),
  [HV_KIND_VOLUNTEER] = KIND ("volunteer", HvVolunteer, volunteer_fields),
  [HV_KIND_SKILL] = KIND ("skill", HvSkill, skill_fields),
  [HV_KIND_TIE] = KIND ("tie", HvTie, tie_fields),
  [HV_KIND_AVAILABILITY] = KIND ("availability", HvAvailability, availability_fields),
  [HV_KIND_ABSENCE] = KIND ("absence", HvAbsence, absence_fields),
  [HV_KIND_PAUSE] = KIND ("pause", HvPause, pause_fields),
  [HV_KIND_PAIR] = KIND ("pair", HvPair, pair_fields),
  [HV_KIND_FACTOR] = KIND ("factor", HvFactor, factor_fields),
  [HV_KIND_OPENING] = KIND ("opening", HvOpening, opening_fields),
  [HV_KIND_SHIFT] = KIND ("shift", HvShift, shift_fields),
  [HV_KIND_ASSIGNMENT] = KIND ("assignment", HvAssignment, assignment_fields),
  [HV_KIND_VISIT] = KIND ("visit", HvVisit, visit_fields),
  [HV_KIND_EXPECTATION] = KIND ("expectation", HvExpectation, expectation_fields),
  [HV_KIND_CALL] = KIND ("call", HvCall, call_fields),
  [HV_KIND_EVENT] = KIND ("event", HvEvent, event_fields),
  [HV_KIND_FEED] = KIND ("feed", HvFeed, feed_fields),
  [HV_KIND_PUBLICATION] = KIND ("publication", HvPublication, publication_fields),
};

/* clang-format on */

const char *
hv_kind_get_name (HvKind kind)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, NULL);
  return kinds[kind].name;
}

bool
hv_kind_find (const char *name, HvKind *ret_kind)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    if (g_strcmp0 (name, kinds[kind].name) == 0)
      {
        *ret_kind = (HvKind)kind;
        return true;
      }
  return false;
}

HvErrorCode
hv_kind_get_unknown_code (HvKind kind)
{
  switch (kind)
    {
    case HV_KIND_HOUSE:
      return HV_ERROR_UNKNOWN_HOUSE;
    case HV_KIND_VOLUNTEER:
      return HV_ERROR_UNKNOWN_VOLUNTEER;
    default:
      return HV_ERROR_BAD_INPUT;
    }
}

gsize
hv_kind_get_size (HvKind kind)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, 0);
  return kinds[kind].size;
}

const HvField *
hv_kind_get_fields (HvKind kind, gsize *ret_n)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, NULL);
  *ret_n = kinds[kind].n_fields;
  return kinds[kind].fields;
}

const HvField *
hv_kind_find_field (HvKind kind, const char *name)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, NULL);

  for (gsize i = 0; i < kinds[kind].n_fields; i++)
    if (g_strcmp0 (name, kinds[kind].fields[i].name) == 0)
      return &kinds[kind].fields[i];
  return NULL;
}
