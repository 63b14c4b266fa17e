/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Assignments: a volunteer, or a walk-in helper by name, in a shift. */

#include "hv-json-import.h"

#include "hv-text.h"

/* --- which shift and who --- */

static const HvShift *
read_shift (HvJsonImport *in, HvJsonNode object, const HvAssignment *before)
{
  HvId id = before != NULL ? before->shift : HV_NONE;
  HvJsonGiven given = hv_json_read_reference (in, object, "shift", HV_KIND_SHIFT, &id);
  if (given == HV_JSON_REFUSED)
    return NULL;
  if (given == HV_JSON_GIVEN_NULL || (given == HV_JSON_LEFT_OUT && before == NULL))
    {
      hv_json_refuse_missing (in, object, "shift");
      return NULL;
    }
  return hv_json_find_record (in, HV_KIND_SHIFT, id);
}

/* The volunteer as the object leaves it: naming a guest takes the volunteer's place. */
static HvId
read_volunteer (HvJsonImport *in, HvJsonNode object, const HvAssignment *before)
{
  HvId volunteer = before != NULL ? before->volunteer : HV_NONE;
  HvJsonGiven given = hv_json_read_reference (in, object, "volunteer", HV_KIND_VOLUNTEER, &volunteer);
  bool guest = hv_json_node_get_type (hv_json_node_find (object, "guest")) == HV_JSON_TEXT;
  if (given == HV_JSON_GIVEN && guest)
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("is either a volunteer or a guest, not both"));
  return given == HV_JSON_GIVEN_NULL || (given == HV_JSON_LEFT_OUT && guest) ? HV_NONE : volunteer;
}

static void
check_somebody (HvJsonImport *in, HvJsonNode object, HvAssignment *assignment)
{
  if (assignment->volunteer != HV_NONE)
    hv_set_text (&assignment->guest, NULL);
  else if (assignment->guest == NULL && !hv_json_is_refused (in))
    hv_json_refuse_missing (in, object, "volunteer");
}

/* --- the same person twice --- */

/* Somebody whom the roster already has on the shift, in an assignment that this file
 * does not speak of itself. */
static const HvAssignment *
find_other (HvJsonImport *in, HvId shift, HvId volunteer)
{
  const HvAssignment *stored = hv_roster_find_assigned (in->roster, shift, volunteer);
  const HvAssignment *other = stored != NULL ? hv_json_find_record (in, HV_KIND_ASSIGNMENT, stored->r.id) : NULL;
  if (other == NULL || other->shift != shift || other->volunteer != volunteer)
    return NULL;
  return hv_json_list_names (in, "assignments", other) ? NULL : other;
}

static void
check_twice (HvJsonImport *in, HvJsonNode object, const HvAssignment *assignment)
{
  if (assignment->volunteer == HV_NONE || hv_json_is_refused (in))
    return;
  const HvAssignment *other = find_other (in, assignment->shift, assignment->volunteer);
  HvId claimed = hv_json_claim (in, HV_KIND_ASSIGNMENT, assignment->shift, assignment->volunteer, 0, assignment->r.id);
  if ((other == NULL || other->r.id == assignment->r.id) && claimed == 0)
    return;

  const HvVolunteer *volunteer = hv_json_find_record (in, HV_KIND_VOLUNTEER, assignment->volunteer);
  hv_json_refuse (in, object, HV_ERROR_TWICE, hv_own_text ("%s is already on this shift"), volunteer->name);
}

/* What an assignment without an id in the roster, or in the file, already is: the same
 * person on the same shift, or a guest of the same name. */
static const HvAssignment *
find_same (HvJsonImport *in, HvJsonNode object, const char *id, HvId shift, HvId volunteer)
{
  const char *guest = hv_json_node_get_text (hv_json_node_find (object, "guest"));
  const GPtrArray *stored = hv_roster_list_of (in->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift);
  for (guint i = 0; i < stored->len; i++)
    {
      const HvRecord *record = stored->pdata[i];
      const HvAssignment *other = hv_json_find_record (in, HV_KIND_ASSIGNMENT, record->id);
      if (other == NULL || other->shift != shift || other->volunteer != volunteer
          || (record->ext != NULL && id != NULL))
        continue;
      bool same = volunteer != HV_NONE || g_strcmp0 (other->guest, guest) == 0;
      if (same && !hv_json_is_taken (in, other) && !hv_json_list_names (in, "assignments", other))
        return other;
    }
  return NULL;
}

/* --- own times --- */

static bool
read_time (HvJsonImport *in, HvJsonNode object, const char *field, const HvShift *shift, HvMinute *minute)
{
  int time;
  HvJsonGiven given = hv_json_read_clock (in, object, field, HV_SPAN_MAX_MINUTES, &time);
  if (given == HV_JSON_GIVEN)
    *minute = hv_minute_at (hv_minute_get_day (shift->starts), time);
  return given == HV_JSON_GIVEN;
}

/* Two nulls go back to the times of the shift; one time alone leaves the other as it is. */
static void
read_times (HvJsonImport *in, HvJsonNode object, const HvShift *shift, HvAssignment *assignment)
{
  bool drops = hv_json_is_gone (object, "start") && hv_json_is_gone (object, "end");
  if (!assignment->own_span || drops)
    {
      assignment->own_span = 0;
      assignment->starts = shift->starts;
      assignment->ends = shift->ends;
    }
  bool start = read_time (in, object, "start", shift, &assignment->starts);
  bool end = read_time (in, object, "end", shift, &assignment->ends);
  if (start || end)
    assignment->own_span = 1;

  HvSpan span = hv_assignment_get_span (assignment);
  if (hv_json_check_span (in, object, span) && !hv_span_overlaps (span, hv_shift_get_span (shift)))
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("the time on duty lies outside the shift"));
}

void
hv_json_read_assignment (HvJsonImport *in, HvJsonNode object)
{
  const char *id = hv_json_read_id (in, object);
  const HvAssignment *before = hv_json_find_named (in, HV_KIND_ASSIGNMENT, id);
  const HvShift *shift = read_shift (in, object, before);
  HvId volunteer = read_volunteer (in, object, before);
  if (before == NULL && shift != NULL)
    before = find_same (in, object, id, shift->r.id, volunteer);

  HvAssignment *assignment = hv_json_draft (in, HV_KIND_ASSIGNMENT, id, before);
  in->is_new = before == NULL;
  assignment->volunteer = volunteer;
  hv_json_name (in, object, id, assignment);
  hv_json_read_fields (in, HV_JSON_SHAPE_ASSIGNMENT, object, NULL, assignment, in->is_new);
  hv_json_read_uid (in, object, &assignment->r, &assignment->uid);
  check_somebody (in, object, assignment);
  if (shift != NULL)
    {
      assignment->house = shift->house;
      assignment->shift = shift->r.id;
      read_times (in, object, shift, assignment);
      check_twice (in, object, assignment);
    }
  hv_json_put (in, assignment);
}
