/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-index.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-id-hash.h"

/* An opening of the edit, under its house and date. */
typedef struct _Entry Entry;
struct _Entry
{
  HvId house;
  HvDay day;
  HvId opening;
  Entry *next; /* of the same house and date */
};

struct _HvOpeningIndex
{
  const HvRoster *roster;
  const HvEdit *edit;
  GHashTable *entries; /* Entry, its own key */
  GHashTable *hours;   /* house → array of HvHours, as the edit leaves them */
};

static guint
hash_entry_cb (gconstpointer key)
{
  const Entry *entry = key;
  return hv_id_hash (entry->house) ^ hv_id_hash (entry->day);
}

static gboolean
same_entry_cb (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;
  return one->house == other->house && one->day == other->day;
}

static void
free_entries_cb (gpointer data)
{
  for (Entry *entry = data, *next; entry != NULL; entry = next)
    {
      next = entry->next;
      g_free (entry);
    }
}

/* --- what is in it --- */

static void
add_hours (HvOpeningIndex *index, const HvHours *hours)
{
  GPtrArray *of_house = g_hash_table_lookup (index->hours, &hours->house);
  if (of_house == NULL)
    {
      of_house = g_ptr_array_new ();
      g_hash_table_insert (index->hours, g_memdup2 (&hours->house, sizeof hours->house), of_house);
    }
  g_ptr_array_add (of_house, (gpointer)hours);
}

static void
add_roster_hours (HvOpeningIndex *index)
{
  const GPtrArray *all = hv_roster_list (index->roster, HV_KIND_HOURS);
  for (guint i = 0; i < all->len; i++)
    {
      const HvHours *hours = all->pdata[i];
      if (hv_edit_find (index->edit, index->roster, HV_KIND_HOURS, hours->r.id) == hours)
        add_hours (index, hours);
    }
}

static void
add_edit_records (HvOpeningIndex *index)
{
  for (guint i = 0; i < index->edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (index->edit->puts, HvPut, i);
      HvKind kind = ((const HvRecord *)put->record)->kind;
      if (kind == HV_KIND_HOURS && !put->remove)
        add_hours (index, put->record);
      else if (kind == HV_KIND_OPENING && !put->remove)
        hv_opening_index_add (index, put->record);
    }
}

HvOpeningIndex *
hv_opening_index_new (const HvRoster *roster, const HvEdit *edit)
{
  HvOpeningIndex *index = g_new0 (HvOpeningIndex, 1);
  index->roster = roster;
  index->edit = edit;
  index->entries = g_hash_table_new_full (hash_entry_cb, same_entry_cb, NULL, free_entries_cb);
  index->hours = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  add_roster_hours (index);
  add_edit_records (index);
  return index;
}

void
hv_opening_index_free (HvOpeningIndex *index)
{
  g_hash_table_unref (index->entries);
  g_hash_table_unref (index->hours);
  g_free (index);
}

void
hv_opening_index_add (HvOpeningIndex *index, const HvOpening *opening)
{
  Entry *entry = g_new (Entry, 1);
  *entry = (Entry){ opening->house, hv_opening_get_day (opening), opening->r.id, NULL };
  Entry *first = g_hash_table_lookup (index->entries, entry);
  if (first == NULL)
    {
      g_hash_table_add (index->entries, entry);
      return;
    }
  entry->next = first->next;
  first->next = entry;
}

/* --- openings --- */

static int
compare_openings_cb (gconstpointer a, gconstpointer b)
{
  const HvOpening *one = *(const HvOpening *const *)a, *other = *(const HvOpening *const *)b;
  return (one->starts > other->starts) - (one->starts < other->starts);
}

/* The opening as the edit leaves it, when it still is on that date and is not listed yet. */
static void
list_opening (const HvOpeningIndex *index, HvId id, HvId house, HvDay day, GPtrArray *openings)
{
  const HvOpening *opening = hv_edit_find (index->edit, index->roster, HV_KIND_OPENING, id);
  if (opening != NULL && opening->house == house && hv_opening_get_day (opening) == day
      && !g_ptr_array_find (openings, opening, NULL))
    g_ptr_array_add (openings, (gpointer)opening);
}

GPtrArray *
hv_opening_index_list (const HvOpeningIndex *index, HvId house, HvDay day)
{
  GPtrArray *openings = g_ptr_array_new ();
  g_autoptr (GPtrArray) in_week = hv_roster_list_openings (index->roster, hv_week_of_day (day), house);
  for (guint i = 0; i < in_week->len; i++)
    list_opening (index, ((const HvRecord *)in_week->pdata[i])->id, house, day, openings);

  const Entry key = { house, day, 0, NULL };
  for (const Entry *entry = g_hash_table_lookup (index->entries, &key); entry != NULL; entry = entry->next)
    list_opening (index, entry->opening, house, day, openings);
  g_ptr_array_sort (openings, compare_openings_cb);
  return openings;
}

static char *
format_name (const HvOpeningIndex *index, const HvOpeningName *name)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvHouse *house = hv_edit_find (index->edit, index->roster, HV_KIND_HOUSE, name->house);
  g_autofree char *day = hv_format_day (name->day, language);
  /* TRANSLATORS: a house and a day: "Juelsminde, Monday 4 May" */
  return g_strdup_printf (hv_own_text ("%s, %s"), house != NULL ? house->name : "?", day);
}

static bool
fail_ambiguous (const HvOpeningIndex *index, const HvOpeningName *name, GError **error)
{
  g_autofree char *text = format_name (index, name);
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
               hv_own_text ("%s: the house opens more than once that day; say when the opening starts"), text);
  return false;
}

/* The one that begins at the minute, or else is open then. */
static const HvOpening *
find_at (const GPtrArray *openings, HvMinute minute)
{
  const HvOpening *around = NULL;
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = openings->pdata[i];
      if (opening->starts == minute)
        return opening;
      if (opening->starts < minute && minute < opening->ends)
        around = opening;
    }
  return around;
}

bool
hv_opening_index_find (const HvOpeningIndex *index, const HvOpeningName *name, const HvOpening **ret_opening,
                       GError **error)
{
  g_autoptr (GPtrArray) openings = hv_opening_index_list (index, name->house, name->day);
  if (name->start != HV_NONE)
    *ret_opening = find_at (openings, hv_minute_at (name->day, (int)name->start));
  else if (openings->len > 1)
    return fail_ambiguous (index, name, error);
  else
    *ret_opening = openings->len == 1 ? openings->pdata[0] : NULL;
  return true;
}

/* --- when a house usually opens --- */

/* How many weeks a date is from those in which opening hours count; 0 inside. */
static gint64
get_distance (const HvHours *hours, HvDay day)
{
  gint64 monday = hv_week_of_day (day).monday;
  if (hours->from != HV_NONE && monday < hours->from)
    return (hours->from - monday) / 7;
  if (hours->until != HV_NONE && monday > hours->until)
    return (monday - hours->until) / 7;
  return 0;
}

/* The opening hours of the date's weekday, nearest in time, that start when the name
 * says; *ret_twice when there are two of them. */
static const HvHours *
find_nearest_hours (const GPtrArray *hours, const HvOpeningName *name, bool *ret_twice)
{
  const HvHours *nearest = NULL;
  *ret_twice = false;
  for (guint i = 0; i < hours->len; i++)
    {
      const HvHours *candidate = hours->pdata[i];
      if (candidate->weekday != hv_day_get_weekday (name->day)
          || (name->start != HV_NONE && candidate->start != name->start))
        continue;
      gint64 distance = get_distance (candidate, name->day);
      gint64 least = nearest != NULL ? get_distance (nearest, name->day) : G_MAXINT64;
      *ret_twice = (*ret_twice && distance >= least) || distance == least;
      if (distance < least)
        nearest = candidate;
    }
  return nearest;
}

/* The opening hours whose times most others share. */
static const HvHours *
find_most_usual (const GPtrArray *hours)
{
  const HvHours *most_usual = NULL;
  guint most = 0;
  for (guint i = 0; i < hours->len; i++)
    {
      const HvHours *candidate = hours->pdata[i];
      guint n = 0;
      for (guint j = 0; j < hours->len; j++)
        {
          const HvHours *other = hours->pdata[j];
          n += other->start == candidate->start && other->end == candidate->end;
        }
      if (n > most)
        most_usual = candidate;
      most = MAX (most, n);
    }
  return most_usual;
}

static bool
fail_unusual (const HvOpeningIndex *index, const HvOpeningName *name, GError **error)
{
  g_autofree char *text = format_name (index, name);
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
               hv_own_text ("%s: there is no opening that day and the house has no opening hours; "
                            "say when the opening starts and ends"),
               text);
  return false;
}

static bool
set_span (const HvOpeningIndex *index, const HvOpeningName *name, gint64 start, gint64 end, HvSpan *ret_span,
          HvId *ret_hours, GError **error)
{
  if (end <= start)
    {
      g_autofree char *text = format_name (index, name);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("%s: the opening ends before it starts"), text);
      return false;
    }
  *ret_span = (HvSpan){ hv_minute_at (name->day, (int)start), hv_minute_at (name->day, (int)end) };
  *ret_hours = hv_opening_index_find_hours (index, name->house, *ret_span);
  return true;
}

bool
hv_opening_index_propose (const HvOpeningIndex *index, const HvOpeningName *name, HvSpan *ret_span, HvId *ret_hours,
                          GError **error)
{
  if (name->start != HV_NONE && name->end != HV_NONE)
    return set_span (index, name, name->start, name->end, ret_span, ret_hours, error);

  const GPtrArray *hours = g_hash_table_lookup (index->hours, &name->house);
  if (hours == NULL)
    return fail_unusual (index, name, error);

  bool twice;
  const HvHours *nearest = find_nearest_hours (hours, name, &twice);
  if (twice)
    return fail_ambiguous (index, name, error);

  const HvHours *usual = nearest != NULL ? nearest : find_most_usual (hours);
  gint64 start = name->start != HV_NONE ? name->start : usual->start;
  gint64 end = name->end != HV_NONE ? name->end : start + usual->end - usual->start;
  return set_span (index, name, start, end, ret_span, ret_hours, error);
}

HvId
hv_opening_index_find_hours (const HvOpeningIndex *index, HvId house, HvSpan span)
{
  const GPtrArray *hours = g_hash_table_lookup (index->hours, &house);
  HvDay day = hv_minute_get_day (span.from);
  for (guint i = 0; hours != NULL && i < hours->len; i++)
    {
      const HvHours *candidate = hours->pdata[i];
      HvRecurrence recurrence = hv_hours_get_recurrence (candidate);
      HvSpan usual = hv_span_on_day (day, (int)candidate->start, (int)candidate->end);
      if (hv_recurrence_is_on (&recurrence, day) && hv_span_compare (usual, span) == 0)
        return candidate->r.id;
    }
  return HV_NONE;
}
