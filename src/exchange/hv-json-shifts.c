/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shifts. Their times count from the date of the opening, or from a date of their own. */

#include "hv-json-import.h"

#include "hv-text.h"

/* --- which opening and role --- */

/* The opening of the shift, or NULL when it is refused. */
static const HvOpening *
read_opening (HvJsonImport *in, HvJsonNode object, const HvShift *before)
{
  HvId id = before != NULL ? before->opening : HV_NONE;
  HvJsonGiven given = hv_json_read_reference (in, object, "opening", HV_KIND_OPENING, &id);
  if (given == HV_JSON_GIVEN_NULL || (given == HV_JSON_LEFT_OUT && before == NULL))
    hv_json_refuse_missing (in, object, "opening");
  if (hv_json_is_refused (in))
    return NULL;

  const HvOpening *opening = hv_json_find_record (in, HV_KIND_OPENING, id);
  if (before == NULL || opening == NULL || opening->house == before->house)
    return opening;
  hv_json_refuse (in, object, HV_ERROR_BAD_INPUT,
                  hv_own_text ("a shift cannot move to another house; remove it and make a new one"));
  return NULL;
}

/* Where there is one role only, it need not be said. Roles are the first that a file
 * puts into the edit, behind the organisation. */
static HvId
get_only_role (const HvJsonImport *in)
{
  const GPtrArray *roles = hv_roster_list (in->roster, HV_KIND_ROLE);
  HvId only = roles->len == 1 ? ((const HvRecord *)roles->pdata[0])->id : HV_NONE;
  guint n = roles->len;
  for (guint i = 0; i < in->edit->puts->len && n < 2; i++)
    {
      const HvRecord *record = g_array_index (in->edit->puts, HvPut, i).record;
      if (record->kind != HV_KIND_ROLE && record->kind != HV_KIND_ORGANISATION)
        break;
      if (record->kind != HV_KIND_ROLE || record->id == only)
        continue;
      only = record->id;
      n++;
    }
  return n == 1 ? only : HV_NONE;
}

static HvId
read_role (HvJsonImport *in, HvJsonNode object, const HvShift *before)
{
  HvId role = before != NULL ? before->role : HV_NONE;
  HvJsonGiven given = hv_json_read_reference (in, object, "role", HV_KIND_ROLE, &role);
  if (given == HV_JSON_GIVEN || given == HV_JSON_REFUSED || (given == HV_JSON_LEFT_OUT && before != NULL))
    return role;
  role = get_only_role (in);
  if (role == HV_NONE)
    hv_json_refuse_missing (in, object, "role");
  return role;
}

/* --- when --- */

/* A time that is left out stays as it was, and null goes back to the opening's. */
static HvMinute
read_minute (HvJsonImport *in, HvJsonNode object, const char *field, HvDay day, HvMinute was, HvMinute usual)
{
  int time;
  switch (hv_json_read_clock (in, object, field, HV_SPAN_MAX_MINUTES, &time))
    {
    case HV_JSON_GIVEN:
      return hv_minute_at (day, time);
    case HV_JSON_GIVEN_NULL:
      return usual;
    case HV_JSON_LEFT_OUT:
    case HV_JSON_REFUSED:
    default:
      return was;
    }
}

/* With a date of its own a shift keeps its times of the day. */
static HvSpan
read_span (HvJsonImport *in, HvJsonNode object, const HvOpening *opening, const HvShift *before)
{
  HvSpan usual = hv_opening_get_span (opening);
  HvSpan was = before != NULL ? hv_shift_get_span (before) : usual;
  HvDay day = hv_opening_get_day (opening);
  HvDay own = day;
  if (hv_json_read_day (in, object, "date", &own) == HV_JSON_GIVEN)
    {
      gint64 from_opening = (gint64)(own - day) * HV_MINUTES_PER_DAY;
      gint64 from_before = (gint64)(own - hv_minute_get_day (was.from)) * HV_MINUTES_PER_DAY;
      usual = (HvSpan){ usual.from + from_opening, usual.to + from_opening };
      was = (HvSpan){ was.from + from_before, was.to + from_before };
    }
  HvSpan span = {
    read_minute (in, object, "start", own, was.from, usual.from),
    read_minute (in, object, "end", own, was.to, usual.to),
  };
  HvSpan around = { opening->starts - HV_MINUTES_PER_DAY, opening->ends + HV_MINUTES_PER_DAY };
  if (hv_json_check_span (in, object, span) && !hv_span_contains (around, span))
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("is more than a day away from its opening"));
  return span;
}

/* --- what it already is --- */

static HvId
read_template (HvJsonImport *in, HvJsonNode object, HvId house, HvId before)
{
  HvId id = before;
  HvJsonGiven given = hv_json_read_reference (in, object, "template", HV_KIND_TEMPLATE, &id);
  if (given == HV_JSON_GIVEN_NULL)
    return HV_NONE;
  const HvTemplate *tmpl = given == HV_JSON_GIVEN ? hv_json_find_record (in, HV_KIND_TEMPLATE, id) : NULL;
  if (tmpl != NULL && tmpl->house != house)
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("the template belongs to another house"));
  return id;
}

/* A shift that the program made itself is the same when it is the same role of the same
 * opening, and from the same template or at the same time. */
static const HvShift *
find_same (HvJsonImport *in, const char *id, const HvShift *draft)
{
  const GPtrArray *shifts = hv_roster_list_of (in->roster, HV_KIND_SHIFT, HV_KIND_OPENING, draft->opening);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = hv_json_find_record (in, HV_KIND_SHIFT, ((const HvRecord *)shifts->pdata[i])->id);
      if (shift == NULL || shift->role != draft->role || (shift->r.ext != NULL && id != NULL))
        continue;
      bool same = (shift->tmpl != HV_NONE && shift->tmpl == draft->tmpl)
                  || hv_span_compare (hv_shift_get_span (shift), hv_shift_get_span (draft)) == 0;
      if (same && !hv_json_is_taken (in, shift) && !hv_json_list_names (in, "shifts", shift))
        return shift;
    }
  return NULL;
}

/* --- what else changes with it --- */

/* Those on duty for all of the shift keep to its times. */
static void
move_assignments (HvJsonImport *in, const HvShift *shift)
{
  const GPtrArray *assignments = hv_roster_list_of (in->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvRecord *stored = assignments->pdata[i];
      const HvAssignment *assignment = hv_json_find_record (in, HV_KIND_ASSIGNMENT, stored->id);
      if (assignment == NULL || assignment->own_span || assignment->shift != shift->r.id)
        continue;
      HvAssignment *moved = hv_record_copy (assignment);
      moved->starts = shift->starts;
      moved->ends = shift->ends;
      hv_json_put (in, moved);
    }
}

void
hv_json_read_shift (HvJsonImport *in, HvJsonNode object)
{
  const char *id = hv_json_read_id (in, object);
  const HvShift *before = hv_json_find_named (in, HV_KIND_SHIFT, id);
  const HvOpening *opening = read_opening (in, object, before);
  HvShift known = { .role = read_role (in, object, before), .tmpl = before != NULL ? before->tmpl : HV_NONE };
  if (opening != NULL)
    {
      HvSpan span = read_span (in, object, opening, before);
      known.opening = opening->r.id;
      known.starts = span.from;
      known.ends = span.to;
      known.tmpl = read_template (in, object, opening->house, known.tmpl);
      before = before != NULL ? before : find_same (in, id, &known);
    }

  HvShift *shift = hv_json_draft (in, HV_KIND_SHIFT, id, before);
  in->is_new = before == NULL;
  shift->house = opening != NULL ? opening->house : 0;
  shift->opening = known.opening;
  shift->role = known.role;
  shift->starts = known.starts;
  shift->ends = known.ends;
  shift->tmpl = known.tmpl;
  hv_json_name (in, object, id, shift);
  hv_json_read_fields (in, HV_JSON_SHAPE_SHIFT, object, NULL, shift, in->is_new);
  hv_json_read_uid (in, object, &shift->r, &shift->uid);
  hv_json_check_places (in, object, shift->minimum, shift->wanted, shift->maximum);
  if (before != NULL)
    move_assignments (in, shift);
  hv_json_put (in, shift);
}
