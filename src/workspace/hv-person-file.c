/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-file.h"

#include "hv-format.h"

/* --- loading --- */

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  const HvAssignment *first = *(const HvAssignment *const *)a;
  const HvAssignment *second = *(const HvAssignment *const *)b;
  if (first->starts != second->starts)
    return first->starts < second->starts ? -1 : 1;
  return (first->r.id > second->r.id) - (first->r.id < second->r.id);
}

/* Finds a record once; what is gone is not in the table. */
static bool
fetch (HvStore *store, HvKind kind, HvId id, GHashTable *table, GError **error)
{
  gpointer record = NULL;
  if (g_hash_table_contains (table, &id))
    return true;
  if (!hv_store_find_record (store, kind, id, &record, error))
    return false;
  if (record != NULL)
    g_hash_table_insert (table, &((HvRecord *)record)->id, record);
  return true;
}

static bool
load_around (HvStore *store, HvPersonFile *file, const HvAssignment *duty, GError **error)
{
  if (!fetch (store, HV_KIND_SHIFT, duty->shift, file->shifts, error))
    return false;
  const HvShift *shift = g_hash_table_lookup (file->shifts, &duty->shift);
  return shift == NULL || fetch (store, HV_KIND_OPENING, shift->opening, file->openings, error);
}

HvPersonFile *
hv_person_file_load (HvStore *store, HvId volunteer, GError **error)
{
  g_autoptr (HvPersonFile) file = g_new0 (HvPersonFile, 1);
  file->volunteer = volunteer;
  file->shifts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, hv_record_unref);
  file->openings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, hv_record_unref);
  if (!hv_store_load_records (store, HV_KIND_ASSIGNMENT, "volunteer", volunteer, &file->duties, error))
    return NULL;
  g_ptr_array_sort (file->duties, compare_by_start);
  for (guint i = 0; i < file->duties->len; i++)
    if (!load_around (store, file, g_ptr_array_index (file->duties, i), error))
      return NULL;
  return g_steal_pointer (&file);
}

gpointer
hv_person_file_ask (HvStore *store, const HvRoster *latest, gpointer id, GError **error)
{
  return hv_person_file_load (store, *(const HvId *)id, error);
}

void
hv_person_file_free (HvPersonFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->duties, g_ptr_array_unref);
  g_clear_pointer (&file->shifts, g_hash_table_unref);
  g_clear_pointer (&file->openings, g_hash_table_unref);
  g_free (file);
}

/* --- duties --- */

const HvShift *
hv_person_file_find_shift (const HvPersonFile *file, const HvAssignment *duty)
{
  return g_hash_table_lookup (file->shifts, &duty->shift);
}

static bool
is_closed (const HvPersonFile *file, const HvAssignment *duty)
{
  const HvShift *shift = hv_person_file_find_shift (file, duty);
  const HvOpening *opening = shift == NULL ? NULL : g_hash_table_lookup (file->openings, &shift->opening);
  return opening != NULL && opening->closed != NULL;
}

bool
hv_person_file_counts (const HvPersonFile *file, const HvRoster *roster, const HvAssignment *duty)
{
  if (!hv_state_fills ((HvState)duty->state) || is_closed (file, duty))
    return false;
  return duty->state == HV_STATE_PRESENT
         || hv_roster_find_absence (roster, file->volunteer, hv_assignment_get_span (duty)) == NULL;
}

const HvAssignment *
hv_person_file_find_next (const HvPersonFile *file, const HvRoster *roster, HvMinute now)
{
  for (guint i = 0; i < file->duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (file->duties, i);
      if (duty->starts >= now && hv_person_file_counts (file, roster, duty))
        return duty;
    }
  return NULL;
}

const HvAssignment *
hv_person_file_find_last (const HvPersonFile *file, const HvRoster *roster, HvMinute now)
{
  for (guint i = file->duties->len; i > 0; i--)
    {
      const HvAssignment *duty = g_ptr_array_index (file->duties, i - 1);
      if (duty->starts < now && hv_person_file_counts (file, roster, duty))
        return duty;
    }
  return NULL;
}

/* --- sums --- */

static bool
is_counted_in (const HvPersonFile *file, const HvRoster *roster, const HvAssignment *duty, HvDay from, HvDay to)
{
  HvDay day = hv_minute_get_day (duty->starts);
  return from <= day && day < to && hv_person_file_counts (file, roster, duty);
}

int
hv_person_file_count (const HvPersonFile *file, const HvRoster *roster, HvDay from, HvDay to)
{
  int n = 0;
  for (guint i = 0; i < file->duties->len; i++)
    n += is_counted_in (file, roster, g_ptr_array_index (file->duties, i), from, to);
  return n;
}

gint64
hv_person_file_sum_minutes (const HvPersonFile *file, const HvRoster *roster, HvDay from, HvDay to,
                            HvPersonFileZone find_zone, gpointer data)
{
  gint64 sum = 0;
  for (guint i = 0; i < file->duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (file->duties, i);
      if (is_counted_in (file, roster, duty, from, to))
        sum += hv_zone_elapsed (find_zone (hv_roster_get_zone_name (roster, duty->house), data),
                                hv_assignment_get_span (duty));
    }
  return sum;
}

/* --- words --- */

char *
hv_person_file_format_duty (const HvPersonFile *file, const HvRoster *roster, const HvAssignment *duty, int this_year,
                            HvLanguage language)
{
  const HvShift *shift = hv_person_file_find_shift (file, duty);
  const HvRole *role = shift == NULL ? NULL : hv_roster_find_role (roster, shift->role);
  const HvHouse *house = hv_roster_find_house (roster, duty->house);
  HvSpan span = hv_assignment_get_span (duty);
  HvDay day = hv_minute_get_day (span.from);
  g_autofree char *when = hv_format_day_span (span, language);
  if (hv_day_get_year (day) != this_year)
    {
      g_autofree char *date = hv_format_day_with_year (day, language);
      g_autofree char *hours = hv_format_span (span, language);
      g_free (when);
      when = g_strdup_printf ("%s %s", date, hours);
    }
  return g_strdup_printf ("%s, %s, %s", when, role == NULL ? "–" : role->name, house == NULL ? "–" : house->name);
}
