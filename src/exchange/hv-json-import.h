/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the files that read exchange JSON share; private to exchange.
 *
 * The objects of a file are read one after the other, in an order in which a thing
 * comes before what names it. What an object changes is put aside
 * (hv_json_put (), hv_json_remove ()) and taken into the edit when nothing of the
 * object was refused, so that the edit never holds half an object. Every mistake of
 * an object is reported, not only the first.
 */

#include "hv-import.h"
#include "hv-json-shape.h"
#include "hv-json.h"
#include "hv-opening-index.h"
#include "hv-removal.h"

G_BEGIN_DECLS

#define HV_JSON_MAX_ID 64 /* characters */
#define HV_JSON_ORGANISATION_ID 1

/* Where the organisation's extra keeps what the file itself has beside its lists. */
#define HV_JSON_OF_FILE "/"

#define HV_JSON_NO_INDEX G_MAXUINT

/* One step of the way to the object being read: houses[2] "jue", or organisation. */
typedef struct
{
  const char *list;
  guint index;
  const char *id; /* or NULL */
} HvJsonStep;

/* What an id of the file stands for. */
typedef struct
{
  HvId id;
  enum
  {
    HV_JSON_MARK_RECORD,
    HV_JSON_MARK_REFUSED,
    HV_JSON_MARK_REMOVED,
  } what;
} HvJsonMark;

typedef struct
{
  HvJson *json;
  const HvRoster *roster;
  HvImport *import;
  HvEdit *edit;                   /* the import's */
  GHashTable *named[HV_N_KINDS];  /* id in this file → HvJsonMark */
  GHashTable *taken[HV_N_KINDS];  /* the records this file has named, by id */
  GHashTable *listed;             /* name of a list → the ids in it; made when asked for */
  GHashTable *templates;          /* place of a template in the file → HvJsonMark */
  GHashTable *uids;               /* uid → record; made when a file names the first one */
  GHashTable *claims;             /* what may be there once, of this file: see hv_json_claim () */
  HvOpeningIndex *openings;       /* made when first asked for */
  gint64 next_places[HV_N_KINDS]; /* of roles and houses: behind the last; 0 before it is known */

  /* the object being read */
  HvJsonNode object;
  HvJsonMark *mark; /* of its id; NULL before hv_json_name () */
  HvJsonStep steps[2];
  guint n_steps;
  guint n_refusals;      /* when it began */
  guint n_item_refusals; /* at the last step */
  bool is_new;
  GArray *aside; /* HvPut */
} HvJsonImport;

/* --- what is wrong, and where --- */

void hv_json_refuse (HvJsonImport *in, HvJsonNode node, HvErrorCode code, const char *format, ...) G_GNUC_PRINTF (4, 5);
void hv_json_refuse_error (HvJsonImport *in, HvJsonNode node, GError *error); /* swallows it */
void hv_json_refuse_missing (HvJsonImport *in, HvJsonNode object, const char *field);
bool hv_json_is_refused (const HvJsonImport *in);      /* something of the object being read was */
bool hv_json_is_item_refused (const HvJsonImport *in); /* since the last step */

/* A step to an item of a list inside the object; hv_json_leave () goes back out. */
void hv_json_enter (HvJsonImport *in, const char *list, guint index, HvJsonNode item);
void hv_json_leave (HvJsonImport *in);
void hv_json_append_step (GString *place, const HvJsonStep *step);

/* --- one object of a list of the file --- */

typedef void (*HvJsonReadObject) (HvJsonImport *in, HvJsonNode object);

typedef enum
{
  HV_JSON_NEW,
  HV_JSON_CHANGED,
  HV_JSON_UNCHANGED,
  HV_JSON_NOT_TAKEN, /* refused */
} HvJsonOutcome;

/* Reads an object, and takes what it put aside into the edit unless something was refused. */
HvJsonOutcome hv_json_read_object (HvJsonImport *in, const char *list, guint index, HvJsonNode object,
                                   HvJsonReadObject read);

void hv_json_put (HvJsonImport *in, gpointer record); /* swallows; nothing when it changes nothing */
void hv_json_remove (HvJsonImport *in, gconstpointer record);
void hv_json_drop_aside (HvJsonImport *in);

/* The record as the objects read so far leave it; NULL when they remove it. */
gconstpointer hv_json_find_record (const HvJsonImport *in, HvKind kind, HvId id);

/* --- ids --- */

const char *hv_json_peek_id (HvJsonNode object); /* as it is written; NULL when it is no text */
/* The object's "id", or NULL when it has none or a bad one (which is refused). */
const char *hv_json_read_id (HvJsonImport *in, HvJsonNode object);

/* The record that an id stands for, or NULL when it is new. */
gconstpointer hv_json_find_named (const HvJsonImport *in, HvKind kind, const char *id);

/* The same in the roster alone, whatever the file says of it. */
gconstpointer hv_json_find_stored (const HvJsonImport *in, HvKind kind, const char *id);

/* Says which record an object (with this id, or NULL) is. False, and refused, when the
 * file has named the id or the record before. */
bool hv_json_name (HvJsonImport *in, HvJsonNode object, const char *id, gconstpointer record);

/* Begins a role, a house or a volunteer: a draft of the record that its "id" names, or
 * of a new one. NULL, and refused, when the file has named it before. */
gpointer hv_json_begin_named (HvJsonImport *in, HvJsonNode object, HvKind kind);

HvJsonMark *hv_json_mark (HvJsonImport *in, HvKind kind, const char *id, HvId record);
bool hv_json_is_removed (const HvJsonImport *in, gconstpointer record); /* the file says so, wherever */

/* Whether the file has named a record before. */
bool hv_json_is_taken (const HvJsonImport *in, gconstpointer record);

bool hv_json_is_deleted (HvJsonNode object); /* says "deleted": true */

/* Claims what only one record of a kind may have (a shift and a volunteer, an opening's
 * count). Returns the id of the record that claimed it before, else 0. */
HvId hv_json_claim (HvJsonImport *in, HvKind kind, HvId a, HvId b, gint64 c, HvId record);

/* Whether a list of the file has an object with this record's id. */
bool hv_json_list_names (HvJsonImport *in, const char *list, gconstpointer record);

typedef enum
{
  HV_JSON_LEFT_OUT,
  HV_JSON_GIVEN_NULL,
  HV_JSON_GIVEN,
  HV_JSON_REFUSED,
} HvJsonGiven;

void hv_json_refuse_reference (HvJsonImport *in, HvJsonNode node, HvKind kind, const char *id);

/* A field that names a record by its id. */
HvJsonGiven hv_json_read_reference (HvJsonImport *in, HvJsonNode object, const char *field, HvKind kind, HvId *ret_id);
/* An item of a list that names one; false, and refused, when there is no such record. */
bool hv_json_read_reference_item (HvJsonImport *in, HvJsonNode item, HvKind kind, HvId *ret_id);

/* --- fields --- */

/* A copy of a record to change, or a new one of a kind; named by id in files. */
gpointer hv_json_draft (HvJsonImport *in, HvKind kind, const char *id, gconstpointer existing);

/* Sets the members of a record from the fields of an object: those it names, and in
 * a new record the others to what stands for nothing. Unknown fields go into the
 * record's extra (into the object `inside` of it, when not NULL) and are reported. */
void hv_json_read_fields (HvJsonImport *in, HvJsonShape shape, HvJsonNode object, const char *inside, gpointer record,
                          bool is_new);

bool hv_json_read_day_item (HvJsonImport *in, HvJsonNode item, const char *field, HvDay *ret_day);
HvJsonGiven hv_json_read_day (HvJsonImport *in, HvJsonNode object, const char *field, HvDay *ret_day);
HvJsonGiven hv_json_read_clock (HvJsonImport *in, HvJsonNode object, const char *field, int latest, int *ret_minute);
HvJsonGiven hv_json_read_int (HvJsonImport *in, HvJsonNode object, const char *field, gint64 least, gint64 most,
                              gint64 *ret_value);
/* One line of text, or NULL. */
HvJsonGiven hv_json_read_line (HvJsonImport *in, HvJsonNode object, const char *field, char **ret_text);
/* A field that holds a list or an object. */
HvJsonGiven hv_json_read_container (HvJsonImport *in, HvJsonNode object, const char *field, HvJsonType type,
                                    HvJsonNode *ret_container);
bool hv_json_read_word (HvJsonImport *in, HvJsonNode node, const char *field, const char *const *words,
                        gint64 *ret_place);

/* The extra of a record with the members of an object that its shape does not know; see hv_json_read_fields (). */
void hv_json_keep_unknown (HvJsonImport *in, HvJsonShape shape, HvJsonNode object, const char *inside,
                           HvRecord *record);

/* --- lists inside an object --- */

typedef struct
{
  const char *field; /* "hours" */
  HvKind kind;
  HvJsonShape shape;
  HvKind owner_kind;
  /* Reads what is not in the shape, and checks the whole; may be NULL. */
  void (*read) (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new);
} HvJsonSublist;

/* Replaces the records of an owner by the items of a list, when the object names it.
 * An item is an existing record when it has its id, or else its content. Returns the
 * list as it is then (new array of records, owned), or NULL when it was not named. */
GPtrArray *hv_json_replace_list (HvJsonImport *in, HvJsonNode object, const HvJsonSublist *sublist, HvId owner);

/* Gives a new draft the identity of a record that is the same thing. */
void hv_json_take_identity (gpointer draft, gconstpointer same);

/* Whether an object says that it is to go: "deleted": true, or null for the field it is about. */
bool hv_json_is_gone (HvJsonNode object, const char *field);

/* --- two fields against each other; false when refused --- */

bool hv_json_check_clock (HvJsonImport *in, HvJsonNode item, gint64 start, gint64 end);
bool hv_json_check_weeks (HvJsonImport *in, HvJsonNode item, gint64 from, gint64 until);
bool hv_json_check_days (HvJsonImport *in, HvJsonNode item, gint64 from, gint64 to);
bool hv_json_check_places (HvJsonImport *in, HvJsonNode item, gint64 minimum, gint64 wanted, gint64 maximum);
/* A span that is a shift, or somebody's time on duty. */
bool hv_json_check_span (HvJsonImport *in, HvJsonNode item, HvSpan span);
void hv_json_check_zone (HvJsonImport *in, HvJsonNode object, const char *zone);

/* Reads "uid" into a member of a shift or assignment; nobody else may have it. */
void hv_json_read_uid (HvJsonImport *in, HvJsonNode object, HvRecord *record, char **member);

/* The openings of the roster and of what has been read. */
HvOpeningIndex *hv_json_get_openings (HvJsonImport *in);

/* The order of a role or house; a new one stands behind all others of its kind. */
void hv_json_read_order (HvJsonImport *in, HvJsonNode object, HvKind kind, gint64 *position, bool is_new);

/* --- the lists of the file --- */

/* hv-json-roles.c */
void hv_json_read_organisation (HvJsonImport *in, HvJsonNode object);
void hv_json_read_role (HvJsonImport *in, HvJsonNode object);
/* hv-json-houses.c, hv-json-templates.c, hv-json-travel.c */
void hv_json_read_house (HvJsonImport *in, HvJsonNode object);
void hv_json_read_regulars (HvJsonImport *in, HvJsonNode object); /* of a house that has been read */
void hv_json_read_travel (HvJsonImport *in, HvJsonNode object);
void hv_json_read_factor (HvJsonImport *in, HvJsonNode object);
/* hv-json-volunteers.c */
void hv_json_read_volunteer (HvJsonImport *in, HvJsonNode object);
void hv_json_read_pairs (HvJsonImport *in, HvJsonNode object); /* of a volunteer who has been read */
/* hv-json-openings.c, hv-json-shifts.c, hv-json-assignments.c, hv-json-visits.c */
void hv_json_read_opening (HvJsonImport *in, HvJsonNode object);
void hv_json_read_shift (HvJsonImport *in, HvJsonNode object);
void hv_json_read_assignment (HvJsonImport *in, HvJsonNode object);
void hv_json_read_visit (HvJsonImport *in, HvJsonNode object);
void hv_json_read_expectation (HvJsonImport *in, HvJsonNode object);

G_END_DECLS
