/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-generation.h"

/* An opening of the house and week at hand, stored or new. */
typedef struct
{
  const HvOpening *opening; /* lent by roster or edit */
  bool is_changed;          /* new, or with a new shift */
} Slot;

/* What a week already has of some hours or of some template. */
typedef struct
{
  HvId origin;
  HvDay monday;
} Origin;

typedef struct
{
  const HvRoster *roster;
  HvGeneration *generation;
  HvEdit *edit;             /* the generation's */
  GArray *made;             /* HvId of the new shifts, in order */
  GHashTable *of_hours;     /* Origin of every stored opening */
  GHashTable *of_templates; /* Origin of every stored shift */
  /* The house and week at hand. */
  const HvHouse *house;
  HvWeek week;
  GArray *slots; /* Slot */
} Job;

/* --- what is there --- */

static guint
hash_origin (gconstpointer key)
{
  const Origin *origin = key;
  return g_int64_hash (&origin->origin) * 31 + (guint)origin->monday;
}

static gboolean
origins_are_equal (gconstpointer a, gconstpointer b)
{
  const Origin *x = a;
  const Origin *y = b;
  return x->origin == y->origin && x->monday == y->monday;
}

static GHashTable *
new_origins (void)
{
  return g_hash_table_new_full (hash_origin, origins_are_equal, g_free, NULL);
}

static void
add_origin (GHashTable *origins, HvId origin, HvMinute starts)
{
  if (origin == HV_NONE)
    return;
  Origin key = { origin, hv_week_of_day (hv_minute_get_day (starts)).monday };
  g_hash_table_add (origins, g_memdup2 (&key, sizeof key));
}

static bool
has_origin (GHashTable *origins, HvId origin, HvWeek week)
{
  Origin key = { origin, week.monday };
  return g_hash_table_contains (origins, &key);
}

/* Of all houses: what was moved to another house is still there. */
static void
collect_origins (Job *job)
{
  const GPtrArray *openings = hv_roster_list (job->roster, HV_KIND_OPENING);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      add_origin (job->of_hours, opening->hours, opening->starts);
    }
  const GPtrArray *shifts = hv_roster_list (job->roster, HV_KIND_SHIFT);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      add_origin (job->of_templates, shift->tmpl, shift->starts);
    }
}

/* --- openings --- */

static void
close_opening (HvOpening *opening, const char *reason, bool holiday)
{
  hv_set_text (&opening->closed, reason);
  opening->holiday = holiday;
}

/* A stored opening that the calendar closes by now. */
static const HvOpening *
close_stored (Job *job, const HvOpening *opening)
{
  bool holiday = false;
  const char *reason = hv_roster_find_closing (job->roster, opening->house, hv_opening_get_day (opening), &holiday);
  bool was_meant = !holiday && opening->hours == HV_NONE;
  if (opening->closed != NULL || reason == NULL || was_meant)
    return opening;

  HvOpening *changed = hv_edit_change (job->edit, opening);
  close_opening (changed, reason, holiday);
  return changed;
}

static void
collect_stored (Job *job)
{
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (job->roster, job->week, job->house->r.id);
  for (guint i = 0; i < openings->len; i++)
    {
      Slot slot = { close_stored (job, g_ptr_array_index (openings, i)), false };
      g_array_append_val (job->slots, slot);
    }
}

static Slot *
add_opening (Job *job, HvSpan span, HvId hours)
{
  bool holiday = false;
  const char *reason = hv_roster_find_closing (job->roster, job->house->r.id, hv_minute_get_day (span.from), &holiday);
  HvOpening *opening = hv_edit_add (job->edit, HV_KIND_OPENING);
  opening->house = job->house->r.id;
  opening->starts = span.from;
  opening->ends = span.to;
  opening->hours = hours;
  if (reason != NULL)
    close_opening (opening, reason, holiday);

  Slot slot = { opening, true };
  g_array_append_val (job->slots, slot);
  return &g_array_index (job->slots, Slot, job->slots->len - 1);
}

static bool
has_opening (const Job *job, const HvHours *hours, HvSpan span)
{
  if (has_origin (job->of_hours, hours->r.id, job->week))
    return true;
  for (guint i = 0; i < job->slots->len; i++)
    if (hv_span_overlaps (hv_opening_get_span (g_array_index (job->slots, Slot, i).opening), span))
      return true;
  return false;
}

static void
make_openings (Job *job, HvDay day)
{
  const GPtrArray *all = hv_roster_list_of (job->roster, HV_KIND_HOURS, HV_KIND_HOUSE, job->house->r.id);
  for (guint i = 0; i < all->len; i++)
    {
      const HvHours *hours = g_ptr_array_index (all, i);
      HvRecurrence recurrence = hv_hours_get_recurrence (hours);
      HvSpan span = hv_span_on_day (day, (int)hours->start, (int)hours->end);
      if (hv_recurrence_is_on (&recurrence, day) && !has_opening (job, hours, span))
        add_opening (job, span, hours->r.id);
    }
}

/* --- shifts --- */

/* An imported shift knows no template, but is the template's if role and hours are. */
static bool
has_imported_shift (const HvRoster *roster, const HvOpening *opening, const HvTemplate *tmpl, HvSpan span)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      if (shift->tmpl == HV_NONE && shift->role == tmpl->role && hv_span_compare (hv_shift_get_span (shift), span) == 0)
        return true;
    }
  return false;
}

static bool
has_shift (const Job *job, const HvTemplate *tmpl, HvSpan span)
{
  if (has_origin (job->of_templates, tmpl->r.id, job->week))
    return true;
  for (guint i = 0; i < job->slots->len; i++)
    if (has_imported_shift (job->roster, g_array_index (job->slots, Slot, i).opening, tmpl, span))
      return true;
  return false;
}

/* How well a shift belongs to an opening: the minutes they share, or, below 0, the
 * minutes between them. */
static gint64
get_closeness (const HvOpening *opening, HvSpan span)
{
  HvSpan common = hv_span_intersect (hv_opening_get_span (opening), span);
  return common.to - common.from;
}

static bool
is_within_reach (const HvOpening *opening, HvSpan span)
{
  return hv_span_overlaps (hv_opening_get_span (opening), span)
         || hv_opening_get_day (opening) == hv_minute_get_day (span.from);
}

static Slot *
find_slot (Job *job, HvSpan span)
{
  Slot *best = NULL;
  for (guint i = 0; i < job->slots->len; i++)
    {
      Slot *slot = &g_array_index (job->slots, Slot, i);
      if (is_within_reach (slot->opening, span)
          && (best == NULL || get_closeness (slot->opening, span) > get_closeness (best->opening, span)))
        best = slot;
    }
  return best;
}

static void
add_shift (Job *job, const HvTemplate *tmpl, HvSpan span)
{
  Slot *slot = find_slot (job, span);
  if (slot == NULL)
    slot = add_opening (job, span, HV_NONE);
  slot->is_changed = true;

  HvShift *shift = hv_edit_add (job->edit, HV_KIND_SHIFT);
  shift->house = job->house->r.id;
  shift->opening = slot->opening->r.id;
  shift->role = tmpl->role;
  shift->starts = span.from;
  shift->ends = span.to;
  shift->minimum = tmpl->minimum;
  shift->wanted = tmpl->wanted;
  shift->maximum = tmpl->maximum;
  shift->tmpl = tmpl->r.id;
  g_array_append_val (job->made, shift->r.id);
}

static void
make_shifts (Job *job, HvDay day)
{
  const GPtrArray *templates = hv_roster_list_of (job->roster, HV_KIND_TEMPLATE, HV_KIND_HOUSE, job->house->r.id);
  for (guint i = 0; i < templates->len; i++)
    {
      const HvTemplate *tmpl = g_ptr_array_index (templates, i);
      HvRecurrence recurrence = hv_template_get_recurrence (tmpl);
      HvSpan span = hv_span_on_day (day, (int)tmpl->start, (int)tmpl->end);
      if (hv_recurrence_is_on (&recurrence, day) && !has_shift (job, tmpl, span))
        add_shift (job, tmpl, span);
    }
}

/* --- one house in one week --- */

static void
count_slots (const Job *job)
{
  for (guint i = 0; i < job->slots->len; i++)
    {
      const Slot *slot = &g_array_index (job->slots, Slot, i);
      if (slot->opening->closed != NULL)
        job->generation->n_closed++;
      else if (slot->is_changed)
        job->generation->n_new++;
      else
        job->generation->n_unchanged++;
    }
}

static void
make_week (Job *job, const HvHouse *house, HvWeek week)
{
  job->house = house;
  job->week = week;
  g_array_set_size (job->slots, 0);
  collect_stored (job);
  for (int weekday = 1; weekday <= 7; weekday++)
    make_openings (job, hv_week_get_day (week, weekday));
  for (int weekday = 1; weekday <= 7; weekday++)
    make_shifts (job, hv_week_get_day (week, weekday));
  count_slots (job);
}

/* Regulars are checked against a roster that has the new shifts. */
static GArray *
place_regulars (const Job *job)
{
  g_autoptr (HvRoster) next = hv_roster_apply (job->roster, job->edit);
  return hv_regular_place (next, job->made, job->edit);
}

HvGeneration *
hv_generation_new (const HvRoster *roster, HvWeek from, int n_weeks, HvEditSource source)
{
  g_return_val_if_fail (n_weeks > 0, NULL);
  g_return_val_if_fail (hv_roster_covers (roster, from), NULL);
  g_return_val_if_fail (hv_roster_covers (roster, hv_week_add (from, n_weeks - 1)), NULL);

  HvGeneration *generation = g_new0 (HvGeneration, 1);
  generation->edit = hv_edit_new ("generate", source);

  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (HvId));
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_autoptr (GHashTable) of_hours = new_origins ();
  g_autoptr (GHashTable) of_templates = new_origins ();
  Job job = {
    .roster = roster,
    .generation = generation,
    .edit = generation->edit,
    .made = made,
    .of_hours = of_hours,
    .of_templates = of_templates,
    .slots = slots,
  };
  collect_origins (&job);
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  for (int i = 0; i < n_weeks; i++)
    for (guint j = 0; j < houses->len; j++)
      make_week (&job, g_ptr_array_index (houses, j), hv_week_add (from, i));
  generation->conflicts = place_regulars (&job);
  return generation;
}

void
hv_generation_free (HvGeneration *generation)
{
  g_clear_pointer (&generation->edit, hv_edit_free);
  g_array_unref (generation->conflicts);
  g_free (generation);
}
