/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvRecord: everything an organisation keeps, as plain records of a fixed kind.
 *
 * A record is a struct that begins with HvRecord and whose other members are
 * 64-bit integers and owned strings, nothing else. One table of fields per kind
 * (hv_kind_get_fields ()) names them; storage, change log, undo, comparison and
 * dump all walk that table, so a new field is one line there and one member here.
 *
 * Records are reference-counted and immutable once they are in a roster or an
 * edit: to change one, hv_record_copy () it, set members of the copy, and put the
 * copy into an HvEdit. Integers without a value are HV_NONE, strings NULL.
 * Fractions (shares, factors, minutes per visit) are kept in millionths, HvMicro.
 * Times are HvMinute (local wall clock), dates HvDay, weeks the day number of
 * their Monday, instants UTC seconds. An id of another record names its kind in
 * the field table, so that references can be checked. Id 0 is never used.
 */

#include "hv-error.h"
#include "hv-recurrence.h"
#include "hv-span.h"

#include <stddef.h>

G_BEGIN_DECLS

typedef gint64 HvId;

bool hv_id_is_in (const GArray *ids, HvId id); /* an array of HvId */
typedef gint64 HvMicro;
#define HV_MICRO 1000000

typedef enum
{
  HV_KIND_ORGANISATION, /* exactly one, id 1 */
  HV_KIND_ROLE,
  HV_KIND_HOUSE,
  HV_KIND_HOURS,
  HV_KIND_TEMPLATE,
  HV_KIND_REGULAR,
  HV_KIND_CLOSED,
  HV_KIND_OPEN_ON,
  HV_KIND_TRAVEL,
  HV_KIND_VOLUNTEER,
  HV_KIND_SKILL,
  HV_KIND_TIE,
  HV_KIND_AVAILABILITY,
  HV_KIND_ABSENCE,
  HV_KIND_PAUSE,
  HV_KIND_PAIR,
  HV_KIND_FACTOR,
  HV_KIND_OPENING,
  HV_KIND_SHIFT,
  HV_KIND_ASSIGNMENT,
  HV_KIND_VISIT,
  HV_KIND_EXPECTATION,
  HV_KIND_CALL,
  HV_KIND_EVENT,
  HV_KIND_FEED,
  HV_KIND_PUBLICATION,
  HV_N_KINDS
} HvKind;

typedef struct
{
  gatomicrefcount refs;
  HvKind kind;
  HvId id;
  gint64 ver;  /* the version that storage last gave it; 0 = never stored */
  char *ext;   /* the id a script or file gave it, or NULL: then its id in decimal */
  char *extra; /* JSON object of fields of an imported file we do not know, or NULL */
} HvRecord;

typedef enum
{
  HV_HOUSE_KIND_HOUSE,
  HV_HOUSE_KIND_REMOTE,
  HV_HOUSE_KIND_EVENT,
} HvHouseKind;

typedef enum
{
  HV_MODEL_QUEUE,  /* visits through the waiting calculation */
  HV_MODEL_GUESTS, /* expected guests ÷ guests_per, rounded up */
  HV_MODEL_FIXED,  /* only the typed number */
} HvDemandModel;

typedef enum
{
  HV_LEVEL_TRAINEE,
  HV_LEVEL_ABLE,
  HV_LEVEL_EXPERIENCED,
} HvLevel;

typedef enum
{
  HV_OFFER_CAN,
  HV_OFFER_RATHER_NOT,
  HV_OFFER_CANNOT,
} HvOffer;

typedef enum
{
  HV_PAIR_TOGETHER,
  HV_PAIR_NEVER,
  HV_PAIR_DRIVES,
} HvPairKind;

typedef enum
{
  HV_STATE_PLANNED,
  HV_STATE_CALLED_OFF,
  HV_STATE_SWAPPED,
  HV_STATE_PRESENT,
  HV_STATE_NO_SHOW,
} HvState;

typedef enum
{
  HV_ORIGIN_HAND,
  HV_ORIGIN_REGULAR,
  HV_ORIGIN_FILLED,
  HV_ORIGIN_WISH,
} HvOrigin;

typedef enum
{
  HV_ANSWER_NONE, /* not called yet */
  HV_ANSWER_YES,
  HV_ANSWER_NO,
  HV_ANSWER_NO_ANSWER,
} HvAnswer;

typedef enum
{
  HV_OWNER_VOLUNTEER,
  HV_OWNER_HOUSE,
} HvOwner;

typedef enum
{
  HV_FEED_LIVE,
  HV_FEED_EMPTIED,
} HvFeedState;

typedef struct
{
  HvRecord r;
  char *name;
  char *country;  /* "DK" or "SE" */
  char *zone;     /* IANA name */
  char *language; /* "da" "sv" "en" */
  char *web;      /* public address before /f/…, or NULL */
  HvMicro target_share;
  HvMicro target_minutes;
  /* Of a volunteer who has not said otherwise: hv_roster_get_most_week (), …_rest_hours (). */
  gint64 most_week;   /* HV_NONE: no limit */
  HvMicro rest_hours; /* HV_NONE: none */
  gint64 keep_weeks;  /* past shifts stay in calendars so long; HV_NONE: the usual time */
} HvOrganisation;

typedef struct
{
  HvRecord r;
  char *name;
  char *icon;      /* symbolic icon name, or NULL */
  gint64 serves;   /* 1: meets visitors, counts as crew in the waiting calculation */
  gint64 position; /* order among the roles */
  char *checklist; /* one item a line, or NULL */
} HvRole;

typedef struct
{
  HvRecord r;
  char *name;
  gint64 house_kind; /* HvHouseKind */
  char *address;
  char *place; /* place text for calendars */
  char *zone;  /* NULL: the organisation's */
  gint64 position;
  char *note;
  char *checklist;
  gint64 hide_names;
  gint64 never_alone;
  gint64 experienced;
  gint64 key;
  /* Demand parameters; HV_NONE or NULL = the default of hv_roster_get_…. The model is always said. */
  gint64 model;           /* HvDemandModel */
  HvMicro minutes;        /* per visit, default 15 */
  HvMicro target_share;   /* default: the organisation's, 0.8 */
  HvMicro target_minutes; /* default: the organisation's, 15 */
  HvMicro door;           /* share waiting at opening, default 0.1 */
  gint64 least;           /* least crew, default 2 */
  HvMicro patience;       /* mean minutes until people leave; HV_NONE: nobody leaves */
  char *profile;          /* shares per half hour, decimals separated by blanks; NULL: flat or counted */
  HvMicro guess;          /* the coordinator's guess of visits per opening */
  gint64 guests_per;      /* HV_MODEL_GUESTS: guests per helper */
} HvHouse;

/* Opening hours: weekly, one span on one weekday. */
typedef struct
{
  HvRecord r;
  HvId house;
  gint64 weekday; /* 1–7 */
  gint64 start;   /* minute of the day */
  gint64 end;     /* may be past 1440 */
  gint64 from;    /* Monday of the first week, or HV_NONE */
  gint64 until;   /* Monday of the last week, or HV_NONE */
} HvHours;

typedef struct
{
  HvRecord r;
  HvId house;
  HvId role;
  gint64 weekday;
  gint64 start;
  gint64 end;
  gint64 minimum;
  gint64 wanted;  /* HV_NONE unless the coordinator has fixed the number */
  gint64 maximum; /* HV_NONE without limit */
  gint64 from;
  gint64 until;
  gint64 repeat; /* HvRepeat */
  gint64 n;      /* HV_NONE unless the repeat uses it */
  gint64 since;  /* HvDay or HV_NONE */
} HvTemplate;

/* A volunteer fixed on a template. */
typedef struct
{
  HvRecord r;
  HvId house; /* the template's */
  HvId tmpl;
  HvId volunteer;
} HvRegular;

/* Days on which a house is closed, both ends included. */
typedef struct
{
  HvRecord r;
  HvId house;
  gint64 from;
  gint64 to;
  char *reason;
} HvClosed;

/* A public holiday on which the house opens anyway. */
typedef struct
{
  HvRecord r;
  HvId house;
  gint64 day;
} HvOpenOn;

typedef struct
{
  HvRecord r;
  HvId a; /* two houses; the way back is as long */
  HvId b;
  gint64 minutes;
} HvTravel;

typedef struct
{
  HvRecord r;
  char *name;
  char *key; /* hv_name_key (name), derived: set both with hv_volunteer_set_name () */
  char *phone;
  char *email;
  char *language; /* NULL: the organisation's */
  char *note;
  gint64 from;            /* HvDay first active, or HV_NONE */
  gint64 until;           /* HvDay last active, or HV_NONE */
  gint64 eight_weeks;     /* shifts wanted in eight weeks; HV_NONE: not said, counts as 4 */
  gint64 most_week;       /* HV_NONE: not said */
  gint64 most_four_weeks; /* HV_NONE: not said */
  HvMicro rest_hours;     /* wished rest between shifts; HV_NONE: not said */
  gint64 archived;
} HvVolunteer;

typedef struct
{
  HvRecord r;
  HvId volunteer;
  HvId role;
  gint64 level; /* HvLevel */
} HvSkill;

/* What binds a volunteer to a house: serves it, holds its key, or both. */
typedef struct
{
  HvRecord r;
  HvId volunteer;
  HvId house;
  gint64 serves;   /* 1: serves the house */
  gint64 position; /* among the houses served, 0 = home house */
  gint64 key;      /* 1: has a key */
} HvTie;

typedef struct
{
  HvRecord r;
  HvId volunteer;
  gint64 weekday;
  gint64 start;
  gint64 end;
  gint64 offer; /* HvOffer */
  gint64 from;
  gint64 until;
  gint64 repeat; /* EVERY, EVEN or ODD */
} HvAvailability;

typedef struct
{
  HvRecord r;
  HvId volunteer;
  gint64 from;  /* HvDay */
  gint64 to;    /* HvDay, included */
  gint64 start; /* minute of the first day, or HV_NONE: from its beginning */
  gint64 end;   /* minute of the last day, or HV_NONE: to its end */
  char *reason;
} HvAbsence;

typedef struct
{
  HvRecord r;
  HvId volunteer;
  gint64 from;
  gint64 to; /* HV_NONE: until further notice */
} HvPause;

/* Both people carry the wish, one record holds it. */
typedef struct
{
  HvRecord r;
  HvId a;
  HvId b;
  gint64 pair_kind; /* HvPairKind */
} HvPair;

/* A span of weeks with more (or fewer) visits than usual. */
typedef struct
{
  HvRecord r;
  HvId house;  /* HV_NONE: all houses */
  gint64 from; /* Monday of the first week */
  gint64 to;   /* Monday of the last week, included */
  HvMicro factor;
  char *name;
} HvFactor;

typedef struct
{
  HvRecord r;
  HvId house;
  gint64 starts; /* HvMinute */
  gint64 ends;
  HvId hours;     /* the opening hours it came from, or HV_NONE for one-off */
  char *closed;   /* the reason, or NULL while open */
  gint64 holiday; /* 1: closed by a public holiday, `closed` holds its English name (hv-holiday.h translates) */
  char *note;     /* day note */
  char *address;  /* an event's own address */
  gint64 guests;  /* an event's expected guests, or HV_NONE */
} HvOpening;

typedef struct
{
  HvRecord r;
  HvId house;
  HvId opening;
  HvId role;
  gint64 starts;
  gint64 ends;
  gint64 minimum;
  gint64 wanted;
  gint64 maximum;
  HvId tmpl; /* the template it came from, or HV_NONE */
  char *note;
  char *uid; /* of its calendar entry, for life; hv_edit_new_uid () */
} HvShift;

typedef struct
{
  HvRecord r;
  HvId house;
  HvId shift;
  HvId volunteer; /* HV_NONE: a walk-in helper, named in guest */
  char *guest;
  gint64 state;  /* HvState */
  gint64 origin; /* HvOrigin */
  gint64 locked;
  gint64 starts; /* the time on duty: the shift's, or their own */
  gint64 ends;
  gint64 own_span; /* 1: own times; 0: follows the shift */
  char *reason;    /* of an override, or NULL */
  char *uid;
} HvAssignment;

typedef struct
{
  HvRecord r;
  HvId house;
  HvId opening;
  gint64 count;
  char *slots;     /* counts per half hour separated by blanks, or NULL */
  gint64 left;     /* people who left without help, or HV_NONE */
  HvMicro wait;    /* observed waiting in minutes, or HV_NONE */
  HvMicro minutes; /* observed minutes per visit, or HV_NONE */
  char *note;      /* what volunteers and visitors said */
  gint64 special;  /* 1 special, 0 usual, HV_NONE not asked or not answered */
} HvVisit;

/* A typed number of expected visits. */
typedef struct
{
  HvRecord r;
  HvId house;
  HvId opening;
  gint64 count;
} HvExpectation;

/* One row of the call list after somebody called off. */
typedef struct
{
  HvRecord r;
  HvId house;
  HvId shift;
  HvId volunteer;
  gint64 answer; /* HvAnswer */
} HvCall;

/* One calendar entry as it was last published: what the feeds show. Everything
 * that a feed prints is in here, so that a feed is a function of these alone. */
typedef struct
{
  HvRecord r;
  HvId house;
  gint64 owner_kind; /* HvOwner: whose feed it is in */
  HvId owner;
  HvId subject; /* assignment (volunteer's feed) or shift (house's feed) */
  gint64 week;  /* Monday of the week it was published in */
  char *uid;
  gint64 starts; /* local */
  gint64 ends;
  char *zone;
  char *language; /* of its texts */
  char *role;
  char *house_name;
  char *place;       /* one line: place text or address */
  char *description; /* notes and check list, or names in a house feed */
  gint64 present;    /* house feed: people on the shift … */
  gint64 needed;     /* … of this many; HV_NONE in a volunteer's feed */
  gint64 cancelled;
  gint64 sequence;
  gint64 modified; /* UTC seconds of the publish that last changed it */
} HvEvent;

/* The secret address of one calendar. One live feed per owner. */
typedef struct
{
  HvRecord r;
  gint64 owner_kind; /* HvOwner */
  HvId owner;
  char *token;  /* 22 characters, base64url of 128 random bits */
  gint64 state; /* HvFeedState */
  gint64 since; /* UTC seconds of the last change of state */
} HvFeed;

/* That a week has been published, and when last. */
typedef struct
{
  HvRecord r;
  gint64 week; /* Monday */
  gint64 at;   /* UTC seconds */
} HvPublication;

typedef enum
{
  HV_FIELD_INT,
  HV_FIELD_TEXT,
} HvFieldType;

typedef enum
{
  HV_FIELD_PLAIN = 0,
  HV_FIELD_PRIVATE = 1 << 0,  /* personal data, or a text that may hold some: old values go to change_private */
  HV_FIELD_REQUIRED = 1 << 1, /* never HV_NONE or NULL */
  HV_FIELD_DERIVED = 1 << 2,  /* computed from another field: not compared, not dumped */
  HV_FIELD_HOUSE = 1 << 3,    /* the house the record belongs to */
} HvFieldFlags;

typedef struct
{
  const char *name; /* column name */
  HvFieldType type;
  gsize offset; /* into the record's struct */
  HvFieldFlags flags;
  int ref; /* HvKind of the record it names, or −1 */
} HvField;

const char *hv_kind_get_name (HvKind kind); /* table name: "organisation", "role", … */
bool hv_kind_find (const char *name, HvKind *ret_kind);
HvErrorCode hv_kind_get_unknown_code (HvKind kind); /* for a name or id of that kind that nothing has */
const HvField *hv_kind_get_fields (HvKind kind, gsize *ret_n);
const HvField *hv_kind_find_field (HvKind kind, const char *name);

/* A new record with every integer HV_NONE (required ones 0) and every string NULL;
 * cast it to its struct. The caller owns it. */
gpointer hv_record_new (HvKind kind, HvId id);
gpointer hv_record_copy (gconstpointer record);
gpointer hv_record_ref (gconstpointer record);
void hv_record_unref (gpointer record);

gint64 hv_record_get_int (gconstpointer record, const HvField *field);
const char *hv_record_get_text (gconstpointer record, const HvField *field);
void hv_record_set_int (gpointer record, const HvField *field, gint64 value);
void hv_record_set_text (gpointer record, const HvField *field, const char *value);

/* Sets an owned string member: hv_set_text (&house->name, "…"). */
void hv_set_text (char **member, const char *value);

/* Same content (all fields, ext and extra; not ver, not derived fields). */
bool hv_record_equal (gconstpointer a, gconstpointer b);

/* The house whose change number orders its changes; 0 for what belongs to the
 * organisation (roles, volunteers, feeds). */
HvId hv_record_get_house (gconstpointer record);

/* The id by which files and scripts name it: ext, or the id in decimal. Owned by the caller. */
char *hv_record_dup_ext (gconstpointer record);

void hv_volunteer_set_name (HvVolunteer *volunteer, const char *name);

/* Whether somebody in this state fills a place (planned, present). */
bool hv_state_fills (HvState state);

HvSpan hv_opening_get_span (const HvOpening *opening);
HvDay hv_opening_get_day (const HvOpening *opening);
HvSpan hv_shift_get_span (const HvShift *shift);
HvSpan hv_assignment_get_span (const HvAssignment *assignment);
HvSpan hv_absence_get_span (const HvAbsence *absence);
HvRecurrence hv_hours_get_recurrence (const HvHours *hours);
HvRecurrence hv_template_get_recurrence (const HvTemplate *tmpl);
HvRecurrence hv_availability_get_recurrence (const HvAvailability *availability);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvRecord, hv_record_unref)

#define HV_DEFINE_RECORD_CLEANUP(T) G_DEFINE_AUTOPTR_CLEANUP_FUNC (T, hv_record_unref)
HV_DEFINE_RECORD_CLEANUP (HvOrganisation)
HV_DEFINE_RECORD_CLEANUP (HvRole)
HV_DEFINE_RECORD_CLEANUP (HvHouse)
HV_DEFINE_RECORD_CLEANUP (HvHours)
HV_DEFINE_RECORD_CLEANUP (HvTemplate)
HV_DEFINE_RECORD_CLEANUP (HvRegular)
HV_DEFINE_RECORD_CLEANUP (HvClosed)
HV_DEFINE_RECORD_CLEANUP (HvOpenOn)
HV_DEFINE_RECORD_CLEANUP (HvTravel)
HV_DEFINE_RECORD_CLEANUP (HvVolunteer)
HV_DEFINE_RECORD_CLEANUP (HvSkill)
HV_DEFINE_RECORD_CLEANUP (HvTie)
HV_DEFINE_RECORD_CLEANUP (HvAvailability)
HV_DEFINE_RECORD_CLEANUP (HvAbsence)
HV_DEFINE_RECORD_CLEANUP (HvPause)
HV_DEFINE_RECORD_CLEANUP (HvPair)
HV_DEFINE_RECORD_CLEANUP (HvFactor)
HV_DEFINE_RECORD_CLEANUP (HvOpening)
HV_DEFINE_RECORD_CLEANUP (HvShift)
HV_DEFINE_RECORD_CLEANUP (HvAssignment)
HV_DEFINE_RECORD_CLEANUP (HvVisit)
HV_DEFINE_RECORD_CLEANUP (HvExpectation)
HV_DEFINE_RECORD_CLEANUP (HvCall)
HV_DEFINE_RECORD_CLEANUP (HvEvent)
HV_DEFINE_RECORD_CLEANUP (HvFeed)
HV_DEFINE_RECORD_CLEANUP (HvPublication)

G_END_DECLS
