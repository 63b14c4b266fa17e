/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-draft.h"

#include "hv-format.h"
#include "hv-name.h"

/* --- what belongs together --- */

/* An entry is that of one duty or shift, in the calendar of one owner. */
static guint
hash_event_cb (gconstpointer key)
{
  const HvEvent *event = key;
  return g_int64_hash (&event->subject) ^ (g_int64_hash (&event->owner) * 31) ^ (guint)event->owner_kind;
}

static gboolean
same_event_cb (gconstpointer a, gconstpointer b)
{
  const HvEvent *one = a, *other = b;
  return one->subject == other->subject && one->owner == other->owner && one->owner_kind == other->owner_kind;
}

static void
note_events (GPtrArray *known, GHashTable *index, const GPtrArray *events)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const HvEvent *event = events->pdata[i];
      if (g_hash_table_contains (index, event))
        continue;
      g_ptr_array_add (known, hv_record_ref (event));
      g_hash_table_add (index, (gpointer)event);
    }
}

/* First what is wanted, in its order, then what was published in the week and is wanted no more. */
static void
pair_events (HvDraft *draft, GHashTable *index)
{
  g_autoptr (GHashTable) paired = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < draft->wanted->len; i++)
    {
      HvDraftEntry entry = { NULL, draft->wanted->pdata[i] };
      entry.published = g_hash_table_lookup (index, entry.wanted);
      g_hash_table_add (paired, (gpointer)entry.published);
      g_array_append_val (draft->entries, entry);
    }
  for (guint i = 0; i < draft->known->len; i++)
    {
      HvDraftEntry entry = { draft->known->pdata[i], NULL };
      if (entry.published->week == draft->week.monday && !g_hash_table_contains (paired, entry.published))
        g_array_append_val (draft->entries, entry);
    }
}

/* --- what is different --- */

/* Whether a shift like the one of a published duty still takes place. */
static bool
takes_place (const HvRoster *roster, const HvEvent *event)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_HOUSE, event->house);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = shifts->pdata[i];
      const HvOpening *opening = hv_roster_find_opening (roster, shift->opening);
      const HvRole *role = hv_roster_find_role (roster, shift->role);
      if (hv_span_overlaps (hv_shift_get_span (shift), (HvSpan){ event->starts, event->ends }) && opening != NULL
          && opening->closed == NULL && role != NULL && g_strcmp0 (role->name, event->role) == 0)
        return true;
    }
  return false;
}

static bool
is_for_nobody (const HvRoster *roster, const HvEvent *event)
{
  const HvAssignment *assignment = hv_roster_find_assignment (roster, event->subject);
  if (assignment == NULL)
    return !takes_place (roster, event);

  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  const HvOpening *opening = shift != NULL ? hv_roster_find_opening (roster, shift->opening) : NULL;
  return opening == NULL || opening->closed != NULL || hv_roster_find_house (roster, opening->house) == NULL;
}

static bool
find_difference (const HvRoster *roster, const HvDraftEntry *entry, HvDifference *ret_difference)
{
  const HvEvent *before = entry->published != NULL && !entry->published->cancelled ? entry->published : NULL;
  const HvEvent *any = entry->wanted != NULL ? entry->wanted : before;
  if (any == NULL || any->owner_kind != HV_OWNER_VOLUNTEER)
    return false;

  HvDifference difference = { .before = before, .after = entry->wanted };
  difference.volunteer = hv_roster_find_volunteer (roster, any->owner);
  if (difference.volunteer == NULL || difference.volunteer->archived
      || !hv_difference_compare (before, entry->wanted, &difference.kind))
    return false;

  if (difference.kind == HV_DIFFERENCE_REMOVED && is_for_nobody (roster, before))
    difference.kind = HV_DIFFERENCE_CANCELLED;
  *ret_difference = difference;
  return true;
}

/* --- one volunteer after the other --- */

static const char *
get_name (gconstpointer volunteer)
{
  return ((const HvVolunteer *)volunteer)->name;
}

/* The place of everybody whom something changes for, in the order of the reader's language. */
static GHashTable *
number_volunteers (const GArray *differences)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) volunteers = g_ptr_array_new ();
  for (guint i = 0; i < differences->len; i++)
    {
      gpointer volunteer = (gpointer)g_array_index (differences, HvDifference, i).volunteer;
      if (g_hash_table_add (numbers, volunteer))
        g_ptr_array_add (volunteers, volunteer);
    }
  hv_name_sort (volunteers, 0, get_name, hv_text_get_own_language ());
  for (guint i = 0; i < volunteers->len; i++)
    g_hash_table_insert (numbers, volunteers->pdata[i], GUINT_TO_POINTER (i));
  return numbers;
}

static HvMinute
get_start (const HvDifference *difference)
{
  return difference->after != NULL ? difference->after->starts : difference->before->starts;
}

static int
compare_differences_cb (gconstpointer a, gconstpointer b, gpointer numbers)
{
  const HvDifference *one = a, *other = b;
  if (one->volunteer != other->volunteer)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, one->volunteer));
      return place < GPOINTER_TO_UINT (g_hash_table_lookup (numbers, other->volunteer)) ? -1 : 1;
    }
  HvMinute start = get_start (one), other_start = get_start (other);
  return start != other_start ? (start > other_start) - (start < other_start) : (int)one->kind - (int)other->kind;
}

/* Somebody who gives one shift and gets one has moved: a swap makes new duties of both. */
static void
join_moves (GArray *differences)
{
  for (guint i = 0; i + 1 < differences->len; i++)
    {
      HvDifference *one = &g_array_index (differences, HvDifference, i);
      HvDifference *other = one + 1;
      bool more_before = i > 0 && (one - 1)->volunteer == one->volunteer;
      bool more_after = i + 2 < differences->len && (other + 1)->volunteer == one->volunteer;
      if (one->volunteer != other->volunteer || more_before || more_after)
        continue;

      HvDifference *removed = one->kind == HV_DIFFERENCE_REMOVED ? one : other;
      HvDifference *added = removed == one ? other : one;
      if (removed->kind != HV_DIFFERENCE_REMOVED || added->kind != HV_DIFFERENCE_NEW)
        continue;
      HvDifference moved = { HV_DIFFERENCE_MOVED, one->volunteer, removed->before, added->after };
      hv_difference_compare (moved.before, moved.after, &moved.kind);
      *one = moved;
      g_array_remove_index (differences, i + 1);
    }
}

static void
find_differences (HvDraft *draft)
{
  for (guint i = 0; i < draft->entries->len; i++)
    {
      HvDifference difference;
      if (find_difference (draft->roster, &g_array_index (draft->entries, HvDraftEntry, i), &difference))
        g_array_append_val (draft->differences, difference);
    }
  g_autoptr (GHashTable) numbers = number_volunteers (draft->differences);
  g_array_sort_with_data (draft->differences, compare_differences_cb, numbers);
  join_moves (draft->differences);
}

/* --- the draft --- */

/* Swallows what is wanted. */
static HvDraft *
make_draft (const HvRoster *roster, HvWeek week, const GPtrArray *elsewhere, GPtrArray *wanted)
{
  HvDraft *draft = g_new0 (HvDraft, 1);
  draft->roster = hv_roster_ref (roster);
  draft->week = week;
  draft->published_at = hv_draft_find_published_at (roster, week);
  draft->entries = g_array_new (FALSE, FALSE, sizeof (HvDraftEntry));
  draft->differences = g_array_new (FALSE, FALSE, sizeof (HvDifference));
  draft->known = g_ptr_array_new_with_free_func (hv_record_unref);
  draft->wanted = wanted;

  g_autoptr (GHashTable) index = g_hash_table_new (hash_event_cb, same_event_cb);
  note_events (draft->known, index, hv_roster_list (roster, HV_KIND_EVENT));
  note_events (draft->known, index, elsewhere);
  pair_events (draft, index);
  find_differences (draft);
  return draft;
}

HvDraft *
hv_draft_new (const HvRoster *roster, HvWeek week, const GPtrArray *elsewhere, HvCountNeeded count_needed,
              gpointer data)
{
  /* Else all of the week would seem to be removed. */
  g_return_val_if_fail (hv_roster_covers (roster, week), NULL);
  return make_draft (roster, week, elsewhere, hv_week_events_make (roster, week, count_needed, data));
}

void
hv_draft_free (HvDraft *draft)
{
  g_array_unref (draft->entries);
  g_array_unref (draft->differences);
  g_ptr_array_unref (draft->known);
  g_ptr_array_unref (draft->wanted);
  hv_roster_unref (draft->roster);
  g_free (draft);
}

guint
hv_draft_count_differences (const HvRoster *roster, HvWeek week, const GPtrArray *elsewhere)
{
  g_return_val_if_fail (hv_roster_covers (roster, week), 0);
  g_autoptr (HvDraft) draft = make_draft (roster, week, elsewhere, hv_week_events_make_bare (roster, week));
  return draft->differences->len;
}

gint64
hv_draft_find_published_at (const HvRoster *roster, HvWeek week)
{
  const GPtrArray *publications = hv_roster_list (roster, HV_KIND_PUBLICATION);
  for (guint i = 0; i < publications->len; i++)
    {
      const HvPublication *publication = publications->pdata[i];
      if (publication->week == week.monday)
        return publication->at;
    }
  return HV_NONE;
}

/* --- words --- */

char *
hv_draft_format_intro (const HvDraft *draft, const HvZone *zone, HvLanguage language)
{
  g_autofree char *week = hv_format_week (draft->week, hv_week_get_year (draft->week), language);
  if (draft->published_at == HV_NONE)
    /* TRANSLATORS: "Week 19 is not published yet." */
    return hv_text_format (language, "%s is not published yet.", week);

  HvMinute at = hv_zone_to_local (zone, draft->published_at);
  g_autofree char *day = hv_format_day (hv_minute_get_day (at), language);
  g_autofree char *time = hv_format_time (hv_minute_get_of_day (at), language);
  if (draft->differences->len == 0)
    /* TRANSLATORS: week, day and time: "Week 19 is as it was published on Friday 1 May at 20:14." In Danish and
     * Swedish the time already begins with "kl." */
    return hv_text_format (language, "%s is as it was published on %s at %s.", week, day, time);
  /* TRANSLATORS: week, day and time: "Week 19 has changed since it was published on Friday 1 May at 20:14." In Danish
   * and Swedish the time already begins with "kl." */
  return hv_text_format (language, "%s has changed since it was published on %s at %s.", week, day, time);
}

char *
hv_draft_format_state (guint n_differences, gint64 published_at, HvLanguage language)
{
  if (published_at == HV_NONE)
    return g_strdup (hv_text (language, "Draft · not published yet"));
  if (n_differences == 0)
    return g_strdup (hv_text (language, "Published"));
  return g_strdup_printf (
      hv_ntext (language, "Draft · %u change is not published", "Draft · %u changes are not published", n_differences),
      n_differences);
}
