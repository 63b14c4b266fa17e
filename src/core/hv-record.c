/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-record.h"

#include "hv-kind.h"
#include "hv-name.h"

bool
hv_id_is_in (const GArray *ids, HvId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, HvId, i) == id)
      return true;
  return false;
}

static gint64 *
get_int_member (gconstpointer record, const HvField *field)
{
  return (gint64 *)((char *)record + field->offset);
}

static char **
get_text_member (gconstpointer record, const HvField *field)
{
  return (char **)((char *)record + field->offset);
}

gpointer
hv_record_new (HvKind kind, HvId id)
{
  HvRecord *record = g_malloc0 (hv_kind_get_size (kind));
  g_atomic_ref_count_init (&record->refs);
  record->kind = kind;
  record->id = id;

  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].type == HV_FIELD_INT && (fields[i].flags & HV_FIELD_REQUIRED) == 0)
      *get_int_member (record, &fields[i]) = HV_NONE;
  return record;
}

gpointer
hv_record_copy (gconstpointer record)
{
  const HvRecord *original = record;
  g_return_val_if_fail (original != NULL, NULL);

  HvRecord *copy = g_memdup2 (original, hv_kind_get_size (original->kind));
  g_atomic_ref_count_init (&copy->refs);
  copy->ext = g_strdup (original->ext);
  copy->extra = g_strdup (original->extra);

  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (copy->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].type == HV_FIELD_TEXT)
      *get_text_member (copy, &fields[i]) = g_strdup (*get_text_member (original, &fields[i]));
  return copy;
}

gpointer
hv_record_ref (gconstpointer record)
{
  /* The count is the one part of a shared record that changes. */
  HvRecord *counted = (HvRecord *)record;
  g_return_val_if_fail (counted != NULL, NULL);
  g_atomic_ref_count_inc (&counted->refs);
  return counted;
}

void
hv_record_unref (gpointer record)
{
  HvRecord *counted = record;
  g_return_if_fail (counted != NULL);
  if (!g_atomic_ref_count_dec (&counted->refs))
    return;

  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (counted->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].type == HV_FIELD_TEXT)
      g_free (*get_text_member (counted, &fields[i]));
  g_free (counted->ext);
  g_free (counted->extra);
  g_free (counted);
}

gint64
hv_record_get_int (gconstpointer record, const HvField *field)
{
  g_return_val_if_fail (field->type == HV_FIELD_INT, HV_NONE);
  return *get_int_member (record, field);
}

const char *
hv_record_get_text (gconstpointer record, const HvField *field)
{
  g_return_val_if_fail (field->type == HV_FIELD_TEXT, NULL);
  return *get_text_member (record, field);
}

void
hv_record_set_int (gpointer record, const HvField *field, gint64 value)
{
  g_return_if_fail (field->type == HV_FIELD_INT);
  *get_int_member (record, field) = value;
}

void
hv_record_set_text (gpointer record, const HvField *field, const char *value)
{
  g_return_if_fail (field->type == HV_FIELD_TEXT);
  hv_set_text (get_text_member (record, field), value);
}

void
hv_set_text (char **member, const char *value)
{
  /* The value may be (part of) what is replaced. */
  char *old = *member;
  *member = g_strdup (value);
  g_free (old);
}

static bool
field_is_equal (gconstpointer a, gconstpointer b, const HvField *field)
{
  if ((field->flags & HV_FIELD_DERIVED) != 0)
    return true;
  if (field->type == HV_FIELD_INT)
    return *get_int_member (a, field) == *get_int_member (b, field);
  return g_strcmp0 (*get_text_member (a, field), *get_text_member (b, field)) == 0;
}

bool
hv_record_equal (gconstpointer a, gconstpointer b)
{
  const HvRecord *one = a;
  const HvRecord *other = b;
  g_return_val_if_fail (one != NULL && other != NULL, false);

  if (one->kind != other->kind || one->id != other->id || g_strcmp0 (one->ext, other->ext) != 0
      || g_strcmp0 (one->extra, other->extra) != 0)
    return false;

  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (one->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (!field_is_equal (one, other, &fields[i]))
      return false;
  return true;
}

HvId
hv_record_get_house (gconstpointer record)
{
  const HvRecord *any = record;
  g_return_val_if_fail (any != NULL, 0);
  if (any->kind == HV_KIND_HOUSE)
    return any->id;

  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (any->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if ((fields[i].flags & HV_FIELD_HOUSE) != 0)
      {
        HvId house = *get_int_member (any, &fields[i]);
        return house == HV_NONE ? 0 : house;
      }
  return 0;
}

char *
hv_record_dup_ext (gconstpointer record)
{
  const HvRecord *any = record;
  g_return_val_if_fail (any != NULL, NULL);
  return any->ext != NULL ? g_strdup (any->ext) : g_strdup_printf ("%" G_GINT64_FORMAT, any->id);
}

void
hv_volunteer_set_name (HvVolunteer *volunteer, const char *name)
{
  hv_set_text (&volunteer->name, name);
  g_free (volunteer->key);
  volunteer->key = volunteer->name != NULL ? hv_name_key (volunteer->name) : NULL;
}

bool
hv_state_fills (HvState state)
{
  return state == HV_STATE_PLANNED || state == HV_STATE_PRESENT;
}

HvSpan
hv_opening_get_span (const HvOpening *opening)
{
  return (HvSpan){ opening->starts, opening->ends };
}

HvDay
hv_opening_get_day (const HvOpening *opening)
{
  return hv_minute_get_day (opening->starts);
}

HvSpan
hv_shift_get_span (const HvShift *shift)
{
  return (HvSpan){ shift->starts, shift->ends };
}

HvSpan
hv_assignment_get_span (const HvAssignment *assignment)
{
  return (HvSpan){ assignment->starts, assignment->ends };
}

HvSpan
hv_absence_get_span (const HvAbsence *absence)
{
  int start = absence->start == HV_NONE ? 0 : (int)absence->start;
  int end = absence->end == HV_NONE ? HV_MINUTES_PER_DAY : (int)absence->end;
  return (HvSpan){ hv_minute_at ((HvDay)absence->from, start), hv_minute_at ((HvDay)absence->to, end) };
}

HvRecurrence
hv_hours_get_recurrence (const HvHours *hours)
{
  return (HvRecurrence){
    .weekday = (int)hours->weekday,
    .repeat = HV_REPEAT_EVERY,
    .n = 1,
    .from = hours->from,
    .until = hours->until,
  };
}

HvRecurrence
hv_template_get_recurrence (const HvTemplate *tmpl)
{
  return (HvRecurrence){
    .weekday = (int)tmpl->weekday,
    .repeat = (HvRepeat)tmpl->repeat,
    .n = tmpl->n == HV_NONE ? 1 : (int)tmpl->n,
    .since = tmpl->since == HV_NONE ? 0 : (HvDay)tmpl->since,
    .from = tmpl->from,
    .until = tmpl->until,
  };
}

HvRecurrence
hv_availability_get_recurrence (const HvAvailability *availability)
{
  return (HvRecurrence){
    .weekday = (int)availability->weekday,
    .repeat = (HvRepeat)availability->repeat,
    .n = 1,
    .from = availability->from,
    .until = availability->until,
  };
}
