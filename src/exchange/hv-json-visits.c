/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counted visits and typed expectations, each of one opening: named by its id, or by
 * house and date. A date without an opening gets one.
 */

#include "hv-json-import.h"

#include "hv-slots.h"
#include "hv-text.h"

/* --- the opening --- */

static void
read_name (HvJsonImport *in, HvJsonNode object, HvOpeningName *name)
{
  HvJsonGiven house = hv_json_read_reference (in, object, "house", HV_KIND_HOUSE, &name->house);
  HvJsonGiven date = hv_json_read_day (in, object, "date", &name->day);
  if (house == HV_JSON_LEFT_OUT || house == HV_JSON_GIVEN_NULL)
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("says neither an opening nor a house and date"));
  else if (date == HV_JSON_LEFT_OUT || date == HV_JSON_GIVEN_NULL)
    hv_json_refuse_missing (in, object, "date");

  int start, end;
  if (hv_json_read_clock (in, object, "start", HV_MINUTES_PER_DAY - 1, &start) == HV_JSON_GIVEN)
    name->start = start;
  if (hv_json_read_clock (in, object, "end", HV_SPAN_MAX_MINUTES, &end) == HV_JSON_GIVEN)
    name->end = end;
  if (name->start != HV_NONE && name->end != HV_NONE)
    hv_json_check_clock (in, object, name->start, name->end);
}

/* A new opening, put aside with what counts it. */
static const HvOpening *
make_opening (HvJsonImport *in, HvJsonNode object, const HvOpeningName *name)
{
  GError *error = NULL;
  HvSpan span;
  HvId hours;
  if (!hv_opening_index_propose (hv_json_get_openings (in), name, &span, &hours, &error))
    {
      hv_json_refuse_error (in, object, error);
      return NULL;
    }
  HvOpening *opening = hv_json_draft (in, HV_KIND_OPENING, NULL, NULL);
  opening->house = name->house;
  opening->starts = span.from;
  opening->ends = span.to;
  opening->hours = hours;
  hv_opening_index_add (hv_json_get_openings (in), opening);
  hv_json_put (in, opening);
  return opening;
}

static const HvOpening *
find_by_name (HvJsonImport *in, HvJsonNode object, bool make)
{
  HvOpeningName name = { HV_NONE, 0, HV_NONE, HV_NONE };
  read_name (in, object, &name);
  if (hv_json_is_refused (in))
    return NULL;

  GError *error = NULL;
  const HvOpening *opening;
  if (!hv_opening_index_find (hv_json_get_openings (in), &name, &opening, &error))
    {
      hv_json_refuse_error (in, object, error);
      return NULL;
    }
  if (opening != NULL && hv_json_is_removed (in, opening))
    {
      hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("names an opening that the file removes"));
      return NULL;
    }
  return opening == NULL && make ? make_opening (in, object, &name) : opening;
}

/* The opening an object is about; NULL when refused, or when there is none and none is made. */
static const HvOpening *
read_opening (HvJsonImport *in, HvJsonNode object, bool make)
{
  HvId id;
  switch (hv_json_read_reference (in, object, "opening", HV_KIND_OPENING, &id))
    {
    case HV_JSON_GIVEN:
      return hv_json_find_record (in, HV_KIND_OPENING, id);
    case HV_JSON_REFUSED:
      return NULL;
    case HV_JSON_LEFT_OUT:
    case HV_JSON_GIVEN_NULL:
    default:
      return find_by_name (in, object, make);
    }
}

static void
refuse_twice (HvJsonImport *in, HvJsonNode object)
{
  hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("the file has two numbers for the same opening"));
}

/* --- visits --- */

static const HvVisit *
find_visit (const HvJsonImport *in, const HvOpening *opening)
{
  const HvVisit *visit = hv_roster_find_visit (in->roster, opening->r.id);
  return visit != NULL ? hv_json_find_record (in, HV_KIND_VISIT, visit->r.id) : NULL;
}

static void
read_special (HvJsonImport *in, HvJsonNode object, HvVisit *visit)
{
  HvJsonNode node = hv_json_node_find (object, "special");
  HvJsonType type = hv_json_node_get_type (node);
  if (type == HV_JSON_TRUE || type == HV_JSON_FALSE)
    visit->special = type == HV_JSON_TRUE;
  else if (type != HV_JSON_NULL)
    hv_json_refuse (in, node, HV_ERROR_BAD_INPUT, hv_own_text ("%s must be %s"), "special",
                    hv_own_text ("true or false"));
  else if (hv_json_node_is_there (node))
    visit->special = HV_NONE;
}

static void
put_visit (HvJsonImport *in, HvJsonNode object, const HvOpening *opening)
{
  const char *id = hv_json_read_id (in, object);
  const HvVisit *before = find_visit (in, opening);
  HvVisit *visit = hv_json_draft (in, HV_KIND_VISIT, id, before);
  HvSpan span = hv_opening_get_span (opening);
  in->is_new = before == NULL;
  visit->house = opening->house;
  visit->opening = opening->r.id;
  hv_json_name (in, object, id, visit);
  if (hv_json_claim (in, HV_KIND_VISIT, visit->opening, 0, 0, visit->r.id) != 0 && !hv_json_is_refused (in))
    refuse_twice (in, object);
  hv_json_read_fields (in, HV_JSON_SHAPE_VISIT, object, NULL, visit, in->is_new);
  read_special (in, object, visit);

  GError *error = NULL;
  if (!hv_json_is_refused (in) && !hv_slots_check (visit, span, &error))
    hv_json_refuse_error (in, object, error);
  hv_json_put (in, visit);
}

void
hv_json_read_visit (HvJsonImport *in, HvJsonNode object)
{
  bool gone = hv_json_is_deleted (object);
  const HvOpening *opening = read_opening (in, object, !gone);
  const HvVisit *before = opening != NULL && gone ? find_visit (in, opening) : NULL;
  if (before != NULL)
    hv_json_remove (in, before);
  else if (opening != NULL && !gone)
    put_visit (in, object, opening);
}

/* --- expectations --- */

static const HvExpectation *
find_expectation (const HvJsonImport *in, const HvOpening *opening)
{
  const HvExpectation *expectation = hv_roster_find_expectation (in->roster, opening->r.id);
  return expectation != NULL ? hv_json_find_record (in, HV_KIND_EXPECTATION, expectation->r.id) : NULL;
}

static void
put_expectation (HvJsonImport *in, HvJsonNode object, const HvOpening *opening)
{
  const char *id = hv_json_read_id (in, object);
  const HvExpectation *before = find_expectation (in, opening);
  HvExpectation *expectation = hv_json_draft (in, HV_KIND_EXPECTATION, id, before);
  in->is_new = before == NULL;
  expectation->house = opening->house;
  expectation->opening = opening->r.id;
  hv_json_name (in, object, id, expectation);
  if (hv_json_claim (in, HV_KIND_EXPECTATION, expectation->opening, 0, 0, expectation->r.id) != 0
      && !hv_json_is_refused (in))
    refuse_twice (in, object);
  hv_json_read_fields (in, HV_JSON_SHAPE_EXPECTATION, object, NULL, expectation, in->is_new);
  hv_json_put (in, expectation);
}

/* No number is the forecast again. */
void
hv_json_read_expectation (HvJsonImport *in, HvJsonNode object)
{
  bool gone = hv_json_is_gone (object, "count");
  const HvOpening *opening = read_opening (in, object, !gone);
  const HvExpectation *before = opening != NULL && gone ? find_expectation (in, opening) : NULL;
  if (before != NULL)
    hv_json_remove (in, before);
  else if (opening != NULL && !gone)
    put_expectation (in, object, opening);
}
