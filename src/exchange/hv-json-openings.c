/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Openings: one house, one date, one span. A date and two times of the file are the
 * two minutes of the record.
 */

#include "hv-json-import.h"

#include "hv-text.h"

#include <string.h>

HvOpeningIndex *
hv_json_get_openings (HvJsonImport *in)
{
  if (in->openings == NULL)
    in->openings = hv_opening_index_new (in->roster, in->edit);
  return in->openings;
}

/* --- which house and when --- */

static void
read_house (HvJsonImport *in, HvJsonNode object, const HvOpening *before, HvOpeningName *name)
{
  HvId house = HV_NONE;
  HvJsonGiven given = hv_json_read_reference (in, object, "house", HV_KIND_HOUSE, &house);
  if (before != NULL)
    name->house = before->house;
  else if (given == HV_JSON_GIVEN)
    name->house = house;
  else if (given != HV_JSON_REFUSED)
    hv_json_refuse_missing (in, object, "house");

  if (before != NULL && given == HV_JSON_GIVEN && house != before->house)
    hv_json_refuse (in, hv_json_node_find (object, "house"), HV_ERROR_BAD_INPUT,
                    hv_own_text ("an opening cannot move to another house; remove it and make a new one"));
}

static void
read_date (HvJsonImport *in, HvJsonNode object, const HvOpening *before, HvOpeningName *name)
{
  HvJsonGiven given = hv_json_read_day (in, object, "date", &name->day);
  if (given == HV_JSON_GIVEN || given == HV_JSON_REFUSED)
    return;
  if (before != NULL && given == HV_JSON_LEFT_OUT)
    name->day = hv_opening_get_day (before);
  else
    hv_json_refuse_missing (in, object, "date");
}

/* A time that is left out is the one it was; null, or left out of a new opening, is the
 * usual one. */
static void
read_time (HvJsonImport *in, HvJsonNode object, const char *field, const HvOpening *before, HvMinute minute,
           gint64 *ret_time)
{
  int time;
  HvJsonGiven given = hv_json_read_clock (in, object, field, HV_SPAN_MAX_MINUTES, &time);
  if (given == HV_JSON_GIVEN)
    *ret_time = time;
  else if (given == HV_JSON_LEFT_OUT && before != NULL)
    *ret_time = minute - hv_minute_at (hv_opening_get_day (before), 0);
}

/* The span of the opening; false when it is refused. */
static bool
read_span (HvJsonImport *in, HvJsonNode object, const HvOpening *before, HvOpeningName *name, HvSpan *ret_span)
{
  read_house (in, object, before, name);
  read_date (in, object, before, name);
  read_time (in, object, "start", before, before != NULL ? before->starts : 0, &name->start);
  read_time (in, object, "end", before, before != NULL ? before->ends : 0, &name->end);
  if (hv_json_is_refused (in))
    return false;
  if (name->start != HV_NONE && name->end != HV_NONE && !hv_json_check_clock (in, object, name->start, name->end))
    return false;

  GError *error = NULL;
  HvId hours;
  if (hv_opening_index_propose (hv_json_get_openings (in), name, ret_span, &hours, &error))
    return hv_json_check_span (in, object, *ret_span);
  hv_json_refuse_error (in, object, error);
  return false;
}

/* --- what it already is --- */

/* An opening that the program made itself has no id for files: one of the same house,
 * span and address is the same, and takes the id. */
static const HvOpening *
find_same (HvJsonImport *in, HvJsonNode object, const char *id, HvId house, HvSpan span)
{
  const char *address = hv_json_node_get_text (hv_json_node_find (object, "address"));
  g_autoptr (GPtrArray) openings =
      hv_opening_index_list (hv_json_get_openings (in), house, hv_minute_get_day (span.from));
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = openings->pdata[i];
      bool free_id = opening->r.ext == NULL || id == NULL;
      bool same_place = address == NULL || opening->address == NULL || strcmp (address, opening->address) == 0;
      if (free_id && same_place && hv_span_compare (hv_opening_get_span (opening), span) == 0
          && !hv_json_list_names (in, "openings", opening))
        return opening;
    }
  return NULL;
}

/* --- what else changes with it --- */

/* Opening hours it comes from: what the file says, or those that say the same span. */
static void
read_hours (HvJsonImport *in, HvJsonNode object, HvOpening *opening, bool moved)
{
  HvJsonGiven given = hv_json_read_reference (in, object, "hours", HV_KIND_HOURS, &opening->hours);
  if (given == HV_JSON_GIVEN_NULL)
    opening->hours = HV_NONE;
  else if (given == HV_JSON_LEFT_OUT && moved)
    opening->hours =
        hv_opening_index_find_hours (hv_json_get_openings (in), opening->house, hv_opening_get_span (opening));
}

/* Another reason than a holiday's is no holiday. */
static void
check_holiday (HvJsonNode object, HvOpening *opening, const char *closed_before)
{
  bool said = hv_json_node_is_there (hv_json_node_find (object, "holiday"));
  if (opening->closed == NULL || (!said && g_strcmp0 (opening->closed, closed_before) != 0))
    opening->holiday = 0;
}

static void
move_assignments (HvJsonImport *in, const HvShift *shift, gint64 minutes)
{
  const GPtrArray *assignments = hv_roster_list_of (in->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < assignments->len; i++)
    {
      HvAssignment *moved = hv_record_copy (assignments->pdata[i]);
      moved->starts += minutes;
      moved->ends += minutes;
      hv_json_put (in, moved);
    }
}

/* Times of shifts count from the date of the opening, so they move with it. */
static void
move_shifts (HvJsonImport *in, HvId opening, gint64 minutes)
{
  const GPtrArray *shifts = hv_roster_list_of (in->roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening);
  for (guint i = 0; i < shifts->len; i++)
    {
      HvShift *moved = hv_record_copy (shifts->pdata[i]);
      moved->starts += minutes;
      moved->ends += minutes;
      move_assignments (in, moved, minutes);
      hv_json_put (in, moved);
    }
}

static void
put_opening (HvJsonImport *in, HvJsonNode object, HvOpening *opening, const HvOpening *before)
{
  bool moved = before == NULL || hv_span_compare (hv_opening_get_span (before), hv_opening_get_span (opening)) != 0;
  read_hours (in, object, opening, moved);
  check_holiday (object, opening, before != NULL ? before->closed : NULL);
  HvId id = opening->r.id;
  gint64 days = before != NULL ? hv_opening_get_day (opening) - hv_opening_get_day (before) : 0;
  if (moved)
    hv_opening_index_add (hv_json_get_openings (in), opening);
  hv_json_put (in, opening);
  if (days != 0)
    move_shifts (in, id, days * HV_MINUTES_PER_DAY);
}

void
hv_json_read_opening (HvJsonImport *in, HvJsonNode object)
{
  const char *id = hv_json_read_id (in, object);
  const HvOpening *before = hv_json_find_named (in, HV_KIND_OPENING, id);
  HvOpeningName name = { HV_NONE, 0, HV_NONE, HV_NONE };
  HvSpan span = { 0, 0 };
  if (read_span (in, object, before, &name, &span) && before == NULL)
    before = find_same (in, object, id, name.house, span);

  HvOpening *opening = hv_json_draft (in, HV_KIND_OPENING, id, before);
  in->is_new = before == NULL;
  opening->house = name.house;
  opening->starts = span.from;
  opening->ends = span.to;
  hv_json_name (in, object, id, opening);
  hv_json_read_fields (in, HV_JSON_SHAPE_OPENING, object, NULL, opening, in->is_new);
  if (hv_json_is_refused (in))
    hv_record_unref (opening);
  else
    put_opening (in, object, opening, before);
}
