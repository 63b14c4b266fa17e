/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvJsonShape: the fields of each object of the exchange format, and how each is
 * kept in its record. Reader and writer walk the same tables, so that what one
 * writes the other reads; a new field is one line here (and one in docs/formats.md
 * and in the schema). Fields that take more than one look (a date and two times
 * that make a span, nested lists) are in the tables as HV_JSON_AS_OTHER, so that
 * they count as known; their own code reads and writes them.
 */

#include "hv-record.h"

G_BEGIN_DECLS

typedef enum
{
  HV_JSON_AS_NAME,    /* one line, never empty; clean as hv_name_clean () */
  HV_JSON_AS_LINE,    /* one line, or nothing */
  HV_JSON_AS_PROSE,   /* several lines, or nothing */
  HV_JSON_AS_LINES,   /* a list of texts, kept one a line */
  HV_JSON_AS_FLAG,    /* true or false, kept as 1 or 0 */
  HV_JSON_AS_INT,     /* a whole number */
  HV_JSON_AS_MICRO,   /* a number, kept in millionths */
  HV_JSON_AS_NUMBERS, /* a list of numbers, kept with blanks between */
  HV_JSON_AS_COUNTS,  /* the same, whole numbers only */
  HV_JSON_AS_DAY,     /* "2026-05-04" */
  HV_JSON_AS_WEEK,    /* "2026-W19", kept as its Monday */
  HV_JSON_AS_CLOCK,   /* "13:00", kept as minute of the day */
  HV_JSON_AS_CHOICE,  /* one of the words, kept as its number */
  HV_JSON_AS_WORD,    /* one of the words, kept as text */
  HV_JSON_AS_OTHER,
} HvJsonForm;

#define HV_JSON_MAX_PROSE 4000
#define HV_JSON_MAX_COUNT 100000 /* visits of one opening */
#define HV_JSON_MAX_NUMBERS 96   /* half hours of two days */

typedef struct
{
  const char *name;
  HvJsonForm form;
  gsize offset;
  bool required;
  gint64 missing;           /* kept when it is left out or null */
  gint64 least;             /* INT, CLOCK, COUNTS, and in millionths MICRO and NUMBERS */
  gint64 most;              /* as least */
  const char *const *words; /* CHOICE, WORD; ends with NULL */
} HvJsonField;

typedef enum
{
  HV_JSON_SHAPE_FILE,
  HV_JSON_SHAPE_ORGANISATION,
  HV_JSON_SHAPE_ROLE,
  HV_JSON_SHAPE_HOUSE,
  HV_JSON_SHAPE_DEMAND, /* in a house */
  HV_JSON_SHAPE_HOURS,
  HV_JSON_SHAPE_TEMPLATE,
  HV_JSON_SHAPE_CLOSED,
  HV_JSON_SHAPE_VOLUNTEER,
  HV_JSON_SHAPE_WISHES, /* in a volunteer */
  HV_JSON_SHAPE_AVAILABILITY,
  HV_JSON_SHAPE_ABSENCE,
  HV_JSON_SHAPE_PAUSE,
  HV_JSON_SHAPE_PAIR,
  HV_JSON_SHAPE_TRAVEL,
  HV_JSON_SHAPE_FACTOR,
  HV_JSON_SHAPE_OPENING,
  HV_JSON_SHAPE_SHIFT,
  HV_JSON_SHAPE_ASSIGNMENT,
  HV_JSON_SHAPE_VISIT,
  HV_JSON_SHAPE_EXPECTATION,
} HvJsonShape;

/* The fields of a shape, ended by one without a name. */
const HvJsonField *hv_json_shape_get_fields (HvJsonShape shape);
const HvJsonField *hv_json_shape_find_field (HvJsonShape shape, const char *name);

/* Words of fields that are not in the tables, ended by NULL. */
extern const char *const hv_json_levels[]; /* of a role in a volunteer's "roles" */
extern const char *const hv_json_models[]; /* of a house's "demand" */

G_END_DECLS
