/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json-shape.h"

#include <string.h>

const char *const hv_json_levels[] = { "trainee", "able", "experienced", NULL };
const char *const hv_json_models[] = { "queue", "guests", "fixed", NULL };

static const char *const countries[] = { "DK", "SE", NULL };
static const char *const languages[] = { "da", "sv", "en", NULL };
static const char *const house_kinds[] = { "house", "remote", "event", NULL };
static const char *const repeats[] = { "every", "even", "odd", "weeks", "nth", NULL };
static const char *const half_repeats[] = { "every", "even", "odd", NULL };
static const char *const offers[] = { "can", "rather-not", "cannot", NULL };
static const char *const pair_kinds[] = { "together", "never", "drives", NULL };
static const char *const states[] = { "planned", "called-off", "swapped", "present", "no-show", NULL };
static const char *const origins[] = { "hand", "regular", "filled", "wish", NULL };

#define HOURS_PER_WEEK 168
#define LAST_START (HV_SPAN_MAX_MINUTES - 1)
#define MICRO(number) ((gint64)((number)*1e6))

/* One field a line: what it is called, how it is kept, what stands for nothing, its limits. */
#define AT(T, member) offsetof (T, member)
#define NAME(T, member)                                       \
  {                                                           \
#    member, HV_JSON_AS_NAME, AT(T, member), .required = true \
  }
#define LINE(T, member)                     \
  {                                         \
#    member, HV_JSON_AS_LINE, AT(T, member) \
  }
#define PROSE(T, member)                     \
  {                                          \
#    member, HV_JSON_AS_PROSE, AT(T, member) \
  }
#define LINES(T, member)                     \
  {                                          \
#    member, HV_JSON_AS_LINES, AT(T, member) \
  }
#define FLAG(T, member, missing)                            \
  {                                                         \
#    member, HV_JSON_AS_FLAG, AT(T, member), false, missing \
  }
#define INT(T, member, missing, least, most)                            \
  {                                                                     \
#    member, HV_JSON_AS_INT, AT(T, member), false, missing, least, most \
  }
#define INT_AS(name, T, member, missing, least, most)                 \
  {                                                                   \
    name, HV_JSON_AS_INT, AT (T, member), false, missing, least, most \
  }
#define MUST_INT(T, member, least, most)                         \
  {                                                              \
#    member, HV_JSON_AS_INT, AT(T, member), true, 0, least, most \
  }
#define DECIMAL(T, member, missing, least, most)                                        \
  {                                                                                     \
#    member, HV_JSON_AS_MICRO, AT(T, member), false, missing, MICRO(least), MICRO(most) \
  }
#define NUMBERS(T, member, least, most)                                             \
  {                                                                                 \
#    member, HV_JSON_AS_NUMBERS, AT(T, member), false, 0, MICRO(least), MICRO(most) \
  }
#define COUNTS(T, member, most)                                  \
  {                                                              \
#    member, HV_JSON_AS_COUNTS, AT(T, member), false, 0, 0, most \
  }
#define DAY(T, member)                                     \
  {                                                        \
#    member, HV_JSON_AS_DAY, AT(T, member), false, HV_NONE \
  }
#define MUST_DAY(T, member)                      \
  {                                              \
#    member, HV_JSON_AS_DAY, AT(T, member), true \
  }
#define WEEK(T, member)                                     \
  {                                                         \
#    member, HV_JSON_AS_WEEK, AT(T, member), false, HV_NONE \
  }
#define MUST_WEEK(T, member)                      \
  {                                               \
#    member, HV_JSON_AS_WEEK, AT(T, member), true \
  }
#define CLOCK(T, member, missing, least, most)                            \
  {                                                                       \
#    member, HV_JSON_AS_CLOCK, AT(T, member), false, missing, least, most \
  }
#define MUST_CLOCK(T, member, least, most)                         \
  {                                                                \
#    member, HV_JSON_AS_CLOCK, AT(T, member), true, 0, least, most \
  }
#define CHOICE(name, T, member, missing, words)                          \
  {                                                                      \
    name, HV_JSON_AS_CHOICE, AT (T, member), false, missing, 0, 0, words \
  }
#define WORD(T, member, words)                                     \
  {                                                                \
#    member, HV_JSON_AS_WORD, AT(T, member), false, 0, 0, 0, words \
  }
#define OTHER(name)        \
  {                        \
    name, HV_JSON_AS_OTHER \
  }
#define END \
  {         \
    NULL    \
  }

/* clang-format off: one field a line. */

static const HvJsonField file_fields[] = {
  OTHER ("format"),
  OTHER ("organisation"),
  OTHER ("roles"),
  OTHER ("houses"),
  OTHER ("volunteers"),
  OTHER ("travel"),
  OTHER ("openings"),
  OTHER ("shifts"),
  OTHER ("assignments"),
  OTHER ("visits"),
  OTHER ("expectations"),
  OTHER ("factors"),
  END,
};

/* Zone and language left out follow the country. */
static const HvJsonField organisation_fields[] = {
  NAME (HvOrganisation, name),
  WORD (HvOrganisation, country, countries),
  LINE (HvOrganisation, zone),
  WORD (HvOrganisation, language, languages),
  LINE (HvOrganisation, web),
  DECIMAL (HvOrganisation, target_share, MICRO (0.8), 0.01, 1),
  DECIMAL (HvOrganisation, target_minutes, MICRO (15), 0, 240),
  INT (HvOrganisation, most_week, HV_NONE, 1, 1000),
  DECIMAL (HvOrganisation, rest_hours, HV_NONE, 0, HOURS_PER_WEEK),
  INT (HvOrganisation, keep_weeks, HV_NONE, 1, 520),
  END,
};

static const HvJsonField role_fields[] = {
  OTHER ("id"),    NAME (HvRole, name),       FLAG (HvRole, serves, 1), LINE (HvRole, icon),
  OTHER ("order"), LINES (HvRole, checklist), OTHER ("deleted"),        END,
};

static const HvJsonField house_fields[] = {
  OTHER ("id"),
  NAME (HvHouse, name),
  CHOICE ("kind", HvHouse, house_kind, HV_HOUSE_KIND_HOUSE, house_kinds),
  PROSE (HvHouse, address),
  LINE (HvHouse, place),
  LINE (HvHouse, zone),
  OTHER ("order"),
  PROSE (HvHouse, note),
  LINES (HvHouse, checklist),
  FLAG (HvHouse, hide_names, 0),
  FLAG (HvHouse, never_alone, 1),
  FLAG (HvHouse, experienced, 0),
  FLAG (HvHouse, key, 0),
  OTHER ("demand"),
  OTHER ("hours"),
  OTHER ("templates"),
  OTHER ("closed"),
  OTHER ("open_on"),
  OTHER ("deleted"),
  END,
};

/* The model left out follows the kind of house. */
static const HvJsonField demand_fields[] = {
  OTHER ("model"),
  DECIMAL (HvHouse, minutes, HV_NONE, 1, 240),
  DECIMAL (HvHouse, target_share, HV_NONE, 0.01, 1),
  DECIMAL (HvHouse, target_minutes, HV_NONE, 0, 240),
  DECIMAL (HvHouse, door, HV_NONE, 0, 1),
  INT (HvHouse, least, HV_NONE, 0, 40),
  DECIMAL (HvHouse, patience, HV_NONE, 1, 1440),
  NUMBERS (HvHouse, profile, 0, 1000000),
  DECIMAL (HvHouse, guess, HV_NONE, 0, HV_JSON_MAX_COUNT),
  INT (HvHouse, guests_per, HV_NONE, 1, HV_JSON_MAX_COUNT),
  END,
};

static const HvJsonField hours_fields[] = {
  OTHER ("id"),
  MUST_INT (HvHours, weekday, 1, 7),
  MUST_CLOCK (HvHours, start, 0, HV_MINUTES_PER_DAY - 1),
  MUST_CLOCK (HvHours, end, 1, HV_SPAN_MAX_MINUTES),
  WEEK (HvHours, from),
  WEEK (HvHours, until),
  OTHER ("deleted"),
  END,
};

static const HvJsonField template_fields[] = {
  OTHER ("id"),
  OTHER ("role"),
  MUST_INT (HvTemplate, weekday, 1, 7),
  CLOCK (HvTemplate, start, HV_NONE, 0, HV_MINUTES_PER_DAY - 1),
  CLOCK (HvTemplate, end, HV_NONE, 1, HV_SPAN_MAX_MINUTES),
  INT (HvTemplate, minimum, 1, 0, 1000),
  INT (HvTemplate, wanted, HV_NONE, 0, 1000),
  INT (HvTemplate, maximum, HV_NONE, 0, 1000),
  WEEK (HvTemplate, from),
  WEEK (HvTemplate, until),
  CHOICE ("repeat", HvTemplate, repeat, HV_REPEAT_EVERY, repeats),
  INT (HvTemplate, n, HV_NONE, -1, 520),
  DAY (HvTemplate, since),
  OTHER ("regulars"),
  OTHER ("deleted"),
  END,
};

static const HvJsonField closed_fields[] = {
  OTHER ("id"), MUST_DAY (HvClosed, from), MUST_DAY (HvClosed, to), LINE (HvClosed, reason), OTHER ("deleted"), END,
};

static const HvJsonField volunteer_fields[] = {
  OTHER ("id"),
  NAME (HvVolunteer, name),
  LINE (HvVolunteer, phone),
  LINE (HvVolunteer, email),
  WORD (HvVolunteer, language, languages),
  PROSE (HvVolunteer, note),
  OTHER ("roles"),
  OTHER ("houses"),
  OTHER ("keys"),
  DAY (HvVolunteer, from),
  DAY (HvVolunteer, until),
  FLAG (HvVolunteer, archived, 0),
  OTHER ("paused"),
  OTHER ("availability"),
  OTHER ("absences"),
  OTHER ("wishes"),
  OTHER ("pairs"),
  OTHER ("deleted"),
  END,
};

static const HvJsonField wishes_fields[] = {
  INT (HvVolunteer, eight_weeks, HV_NONE, 0, 1000),
  INT (HvVolunteer, most_week, HV_NONE, 0, 1000),
  INT (HvVolunteer, most_four_weeks, HV_NONE, 0, 1000),
  DECIMAL (HvVolunteer, rest_hours, HV_NONE, 0, HOURS_PER_WEEK),
  END,
};

static const HvJsonField availability_fields[] = {
  OTHER ("id"),
  MUST_INT (HvAvailability, weekday, 1, 7),
  CLOCK (HvAvailability, start, 0, 0, HV_MINUTES_PER_DAY - 1),
  CLOCK (HvAvailability, end, HV_MINUTES_PER_DAY, 1, HV_SPAN_MAX_MINUTES),
  CHOICE ("state", HvAvailability, offer, HV_OFFER_CAN, offers),
  WEEK (HvAvailability, from),
  WEEK (HvAvailability, until),
  CHOICE ("repeat", HvAvailability, repeat, HV_REPEAT_EVERY, half_repeats),
  OTHER ("deleted"),
  END,
};

static const HvJsonField absence_fields[] = {
  OTHER ("id"),
  MUST_DAY (HvAbsence, from),
  MUST_DAY (HvAbsence, to),
  CLOCK (HvAbsence, start, HV_NONE, 0, HV_MINUTES_PER_DAY - 1),
  CLOCK (HvAbsence, end, HV_NONE, 1, HV_SPAN_MAX_MINUTES),
  LINE (HvAbsence, reason),
  OTHER ("deleted"),
  END,
};

static const HvJsonField pause_fields[] = {
  OTHER ("id"), MUST_DAY (HvPause, from), DAY (HvPause, to), OTHER ("deleted"), END,
};

static const HvJsonField pair_fields[] = {
  OTHER ("id"), OTHER ("with"), CHOICE ("kind", HvPair, pair_kind, HV_PAIR_TOGETHER, pair_kinds), OTHER ("deleted"),
  END,
};

static const HvJsonField travel_fields[] = {
  OTHER ("id"), OTHER ("houses"), MUST_INT (HvTravel, minutes, 0, HV_MINUTES_PER_DAY), OTHER ("deleted"), END,
};

static const HvJsonField factor_fields[] = {
  OTHER ("id"),
  OTHER ("house"),
  MUST_WEEK (HvFactor, from),
  MUST_WEEK (HvFactor, to),
  DECIMAL (HvFactor, factor, HV_MICRO, 0, 100),
  LINE (HvFactor, name),
  OTHER ("deleted"),
  END,
};

static const HvJsonField opening_fields[] = {
  OTHER ("id"),
  OTHER ("house"),
  OTHER ("date"),
  OTHER ("start"),
  OTHER ("end"),
  LINE (HvOpening, closed),
  PROSE (HvOpening, note),
  PROSE (HvOpening, address),
  INT (HvOpening, guests, HV_NONE, 0, HV_JSON_MAX_COUNT),
  OTHER ("hours"),
  FLAG (HvOpening, holiday, 0),
  OTHER ("deleted"),
  END,
};

static const HvJsonField shift_fields[] = {
  OTHER ("id"),
  OTHER ("opening"),
  OTHER ("role"),
  OTHER ("date"),
  OTHER ("start"),
  OTHER ("end"),
  INT (HvShift, minimum, 1, 0, 1000),
  INT (HvShift, wanted, HV_NONE, 0, 1000),
  INT (HvShift, maximum, HV_NONE, 0, 1000),
  OTHER ("template"),
  PROSE (HvShift, note),
  OTHER ("uid"),
  OTHER ("deleted"),
  END,
};

static const HvJsonField assignment_fields[] = {
  OTHER ("id"),
  OTHER ("shift"),
  OTHER ("volunteer"),
  LINE (HvAssignment, guest),
  CHOICE ("state", HvAssignment, state, HV_STATE_PLANNED, states),
  CHOICE ("origin", HvAssignment, origin, HV_ORIGIN_HAND, origins),
  FLAG (HvAssignment, locked, 0),
  OTHER ("start"),
  OTHER ("end"),
  PROSE (HvAssignment, reason),
  OTHER ("uid"),
  OTHER ("deleted"),
  END,
};

static const HvJsonField visit_fields[] = {
  OTHER ("id"),
  OTHER ("opening"),
  OTHER ("house"),
  OTHER ("date"),
  OTHER ("start"),
  OTHER ("end"),
  MUST_INT (HvVisit, count, 0, HV_JSON_MAX_COUNT),
  COUNTS (HvVisit, slots, HV_JSON_MAX_COUNT),
  INT (HvVisit, left, HV_NONE, 0, HV_JSON_MAX_COUNT),
  DECIMAL (HvVisit, wait, HV_NONE, 0, 1440),
  DECIMAL (HvVisit, minutes, HV_NONE, 0, 1440),
  PROSE (HvVisit, note),
  OTHER ("special"),
  OTHER ("deleted"),
  END,
};

static const HvJsonField expectation_fields[] = {
  OTHER ("id"),
  OTHER ("opening"),
  OTHER ("house"),
  OTHER ("date"),
  OTHER ("start"),
  OTHER ("end"),
  MUST_INT (HvExpectation, count, 0, HV_JSON_MAX_COUNT),
  OTHER ("deleted"),
  END,
};

static const HvJsonField *const shapes[] = {
  [HV_JSON_SHAPE_FILE] = file_fields,
  [HV_JSON_SHAPE_ORGANISATION] = organisation_fields,
  [HV_JSON_SHAPE_ROLE] = role_fields,
  [HV_JSON_SHAPE_HOUSE] = house_fields,
  [HV_JSON_SHAPE_DEMAND] = demand_fields,
  [HV_JSON_SHAPE_HOURS] = hours_fields,
  [HV_JSON_SHAPE_TEMPLATE] = template_fields,
  [HV_JSON_SHAPE_CLOSED] = closed_fields,
  [HV_JSON_SHAPE_VOLUNTEER] = volunteer_fields,
  [HV_JSON_SHAPE_WISHES] = wishes_fields,
  [HV_JSON_SHAPE_AVAILABILITY] = availability_fields,
  [HV_JSON_SHAPE_ABSENCE] = absence_fields,
  [HV_JSON_SHAPE_PAUSE] = pause_fields,
  [HV_JSON_SHAPE_PAIR] = pair_fields,
  [HV_JSON_SHAPE_TRAVEL] = travel_fields,
  [HV_JSON_SHAPE_FACTOR] = factor_fields,
  [HV_JSON_SHAPE_OPENING] = opening_fields,
  [HV_JSON_SHAPE_SHIFT] = shift_fields,
  [HV_JSON_SHAPE_ASSIGNMENT] = assignment_fields,
  [HV_JSON_SHAPE_VISIT] = visit_fields,
  [HV_JSON_SHAPE_EXPECTATION] = expectation_fields,
};

/* clang-format on */

const HvJsonField *
hv_json_shape_get_fields (HvJsonShape shape)
{
  return shapes[shape];
}

const HvJsonField *
hv_json_shape_find_field (HvJsonShape shape, const char *name)
{
  for (const HvJsonField *field = shapes[shape]; field->name != NULL; field++)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}
