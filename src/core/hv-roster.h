/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvRoster: an immutable snapshot of an organisation.
 *
 * It holds everything about people and places (houses, hours, templates, roles,
 * volunteers and their offers), and the openings, shifts, assignments, counts and
 * published entries of the weeks it covers, [from, until] both included. What lies
 * before is carried as sums (HvHistory): how many duties somebody had, and when
 * they were last in a house. A national database is never in memory whole.
 *
 * Rosters are atomically reference-counted and may be read from any thread. Every
 * record it lends lives as long as the roster. Arrays it lends are never NULL and
 * are sorted: by id, but openings, shifts, assignments by start and then id,
 * houses and roles by position and then name and id, volunteers by name key and id.
 */

#include "hv-record.h"
#include "hv-week.h"

G_BEGIN_DECLS

typedef struct _HvRoster HvRoster;
typedef struct _HvRosterBuilder HvRosterBuilder;

/* A duty (state fills a place) before the weeks of the snapshot: those of the eight
 * weeks before, and of each volunteer the last one in each house. */
typedef struct
{
  HvId volunteer;
  HvId house;
  HvDay day;
} HvPastDuty;

/* A count of visits before the weeks of the snapshot, of an opening that was not closed:
 * what the forecast learns from. */
typedef struct
{
  HvId house;
  HvMinute starts; /* of the opening */
  HvMinute ends;
  gint64 count;
  gint64 special;    /* as in HvVisit */
  const char *slots; /* as in HvVisit; lent to the builder for the call only */
} HvPastCount;

/* --- building --- */

HvRosterBuilder *hv_roster_builder_new (void);
void hv_roster_builder_free (HvRosterBuilder *builder);
void hv_roster_builder_set_weeks (HvRosterBuilder *builder, HvWeek from, HvWeek until);
/* Swallows the reference. Of two records with one kind and id the later counts. */
void hv_roster_builder_take (HvRosterBuilder *builder, gpointer record);
void hv_roster_builder_add_past_duty (HvRosterBuilder *builder, HvPastDuty duty);
void hv_roster_builder_add_past_count (HvRosterBuilder *builder, HvPastCount count);
/* Swallows the builder. References that lead nowhere (another week, say) are kept. */
HvRoster *hv_roster_builder_end (HvRosterBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvRosterBuilder, hv_roster_builder_free)

HvRoster *hv_roster_ref (const HvRoster *roster);
void hv_roster_unref (HvRoster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvRoster, hv_roster_unref)

/* --- the whole --- */

const HvOrganisation *hv_roster_get_organisation (
    const HvRoster *roster); /* never NULL: defaults when none was stored */
HvWeek hv_roster_get_from (const HvRoster *roster);
HvWeek hv_roster_get_until (const HvRoster *roster);
bool hv_roster_covers (const HvRoster *roster, HvWeek week);

/* --- records by kind and id --- */

const GPtrArray *hv_roster_list (const HvRoster *roster, HvKind kind);
gconstpointer hv_roster_find (const HvRoster *roster, HvKind kind, HvId id);
gconstpointer hv_roster_find_ext (const HvRoster *roster, HvKind kind, const char *ext); /* ext, or a decimal id */

const HvHouse *hv_roster_find_house (const HvRoster *roster, HvId id);
const HvRole *hv_roster_find_role (const HvRoster *roster, HvId id);
const HvVolunteer *hv_roster_find_volunteer (const HvRoster *roster, HvId id);
const HvOpening *hv_roster_find_opening (const HvRoster *roster, HvId id);
const HvShift *hv_roster_find_shift (const HvRoster *roster, HvId id);
const HvAssignment *hv_roster_find_assignment (const HvRoster *roster, HvId id);

/* The records of `kind` that name `owner`; sorted as above, never NULL, lent. Every
 * reference of the field table can be asked for: per house (hours, templates, openings,
 * shifts, assignments, …), per opening (shifts, visit, expectation), per shift
 * (assignments, calls), per template (regulars, shifts), per volunteer (skills, ties,
 * absences, assignments, …). A pair is found from both its people, a way from both its
 * houses. Only feeds and events are not found by their owner. */
const GPtrArray *hv_roster_list_of (const HvRoster *roster, HvKind kind, HvKind owner_kind, HvId owner);

/* --- questions asked everywhere --- */

/* Openings of one house (or all: HV_NONE) that start in a week, by start. New array of lent records; g_ptr_array_unref
 * (). */
GPtrArray *hv_roster_list_openings (const HvRoster *roster, HvWeek week, HvId house);

/* The first opening of a house that starts on a date, or the one with exactly that start minute. */
const HvOpening *hv_roster_find_opening_on (const HvRoster *roster, HvId house, HvDay day, gint64 start_or_none);

/* Whether its house opens another time on the date of an opening: then house and weekday do not name it. */
bool hv_roster_opens_again (const HvRoster *roster, const HvOpening *opening);

const HvVisit *hv_roster_find_visit (const HvRoster *roster, HvId opening);
const HvExpectation *hv_roster_find_expectation (const HvRoster *roster, HvId opening);

/* In any state. NULL for HV_NONE: two walk-in helpers are never the same. */
const HvAssignment *hv_roster_find_assigned (const HvRoster *roster, HvId shift, HvId volunteer);

/* People (walk-in helpers too) who fill a place of the shift: state fills, and not
 * a trainee in its role, and not absent at that time. Who has been marked present was
 * there, whatever an absence says. */
guint hv_roster_count_filling (const HvRoster *roster, const HvShift *shift);
bool hv_roster_fills (const HvRoster *roster, const HvAssignment *assignment);

/* The absence that covers any part of a span, or NULL. */
const HvAbsence *hv_roster_find_absence (const HvRoster *roster, HvId volunteer, HvSpan span);

/* The pause that a day is in, or NULL. */
const HvPause *hv_roster_find_pause (const HvRoster *roster, HvId volunteer, HvDay day);

/* The level somebody holds in a role; false when they do not have it. */
bool hv_roster_get_level (const HvRoster *roster, HvId volunteer, HvId role, HvLevel *ret_level);

/* Home house (the first they serve), or HV_NONE when none is named. */
HvId hv_roster_get_home (const HvRoster *roster, HvId volunteer);
bool hv_roster_serves (const HvRoster *roster, HvId volunteer, HvId house); /* no house named = all */

/* Duties (state fills a place, not cancelled by closing) of a volunteer that start
 * in [from, to), inside the snapshot and in the history before it. */
guint hv_roster_count_duties (const HvRoster *roster, HvId volunteer, HvDay from, HvDay to);

/* The last duty before a date in a house (HV_NONE: any house); false when none is known. */
bool hv_roster_get_last_duty (const HvRoster *roster, HvId volunteer, HvId house, HvDay before, HvDay *ret_day);

/* All counts of a house by start: those before the snapshot and those of its weeks, but
 * none of a closed opening (closed is not zero). New array of HvPastCount, their slots
 * lent; g_array_unref (). */
GArray *hv_roster_list_counts (const HvRoster *roster, HvId house);

int hv_roster_get_travel (const HvRoster *roster, HvId house_a, HvId house_b); /* minutes; 0 when unknown or the same */

/* The zone name of a house: its own or the organisation's. */
const char *hv_roster_get_zone_name (const HvRoster *roster, HvId house);

/* Why a house does not open on a date by itself: a closed span's reason or the
 * holiday's English name (ret_holiday true); NULL when it opens. open_on wins over
 * a holiday, not over a closed span. "" when a span was closed without a reason. */
const char *hv_roster_find_closing (const HvRoster *roster, HvId house, HvDay day, bool *ret_holiday);

/* --- demand parameters with their defaults --- */

double hv_roster_get_minutes (const HvRoster *roster, const HvHouse *house);
double hv_roster_get_target_share (const HvRoster *roster, const HvHouse *house);
double hv_roster_get_target_minutes (const HvRoster *roster, const HvHouse *house);
double hv_roster_get_door (const HvRoster *roster, const HvHouse *house);
int hv_roster_get_least (const HvRoster *roster, const HvHouse *house);

/* --- wishes with the organisation's defaults --- */

/* The most shifts in a week, and the hours of rest between shifts: what the volunteer
 * said, else what counts for everybody; HV_NONE: no limit. */
gint64 hv_roster_get_most_week (const HvRoster *roster, const HvVolunteer *volunteer);
HvMicro hv_roster_get_rest_hours (const HvRoster *roster, const HvVolunteer *volunteer);

/* --- names → records, as people type them --- */

/* By ext, id, or unambiguous name (case- and accent-blind, whole). Somebody archived is
 * found by name only when nobody else has it. NULL with an error that names what was
 * typed, and the ids of those who share the name or the names near it: unknown-house,
 * unknown-volunteer, bad-input for roles. */
const HvHouse *hv_roster_match_house (const HvRoster *roster, const char *text, GError **error);
const HvRole *hv_roster_match_role (const HvRoster *roster, const char *text, GError **error);
const HvVolunteer *hv_roster_match_volunteer (const HvRoster *roster, const char *text, GError **error);

G_END_DECLS
