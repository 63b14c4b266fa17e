/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-gap.h"

static const char *const names[] = {
  [HV_GAP_NONE] = "none",       [HV_GAP_EMPTY] = "empty",
  [HV_GAP_NO_ROLE] = "no-role", [HV_GAP_TRAINEE_ONLY] = "trainee-only",
  [HV_GAP_SHORT] = "short",     [HV_GAP_ALONE] = "alone",
  [HV_GAP_TIGHT] = "tight",
};

const char *
hv_gap_kind_get_name (HvGapKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

/* --- what is needed --- */

static bool
serves (const HvRoster *roster, const HvShift *shift)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  return role != NULL && role->serves == 1;
}

/* What the coordinator has put down, whatever demand says. */
static gint64
get_own_number (const HvShift *shift)
{
  return shift->wanted != HV_NONE ? shift->wanted : shift->minimum;
}

static gint64
get_role_position (const HvRoster *roster, const HvShift *shift)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  return role != NULL ? role->position : G_MAXINT64;
}

static int
compare_in_role_order (gconstpointer a, gconstpointer b, gpointer roster)
{
  const HvShift *x = *(const HvShift *const *)a;
  const HvShift *y = *(const HvShift *const *)b;
  gint64 order[][2] = {
    { get_role_position (roster, x), get_role_position (roster, y) },
    { x->role, y->role },
    { x->starts, y->starts },
    { x->r.id, y->r.id },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i][0] != order[i][1])
      return order[i][0] < order[i][1] ? -1 : 1;
  return 0;
}

static GPtrArray *
list_serving (const HvRoster *roster, const GPtrArray *shifts)
{
  GPtrArray *serving = g_ptr_array_new ();
  for (guint i = 0; i < shifts->len; i++)
    if (serves (roster, g_ptr_array_index (shifts, i)))
      g_ptr_array_add (serving, g_ptr_array_index (shifts, i));
  g_ptr_array_sort_with_data (serving, compare_in_role_order, (gpointer)roster);
  return serving;
}

static bool
overlaps_any (const HvShift *shift, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (hv_span_overlaps (hv_shift_get_span (shift), hv_shift_get_span (g_ptr_array_index (others, i))))
      return true;
  return false;
}

static gint64
sum_of_others (const HvShift *shift, const GPtrArray *serving)
{
  gint64 sum = 0;
  for (guint i = 0; i < serving->len; i++)
    {
      const HvShift *other = g_ptr_array_index (serving, i);
      if (other != shift && hv_span_overlaps (hv_shift_get_span (shift), hv_shift_get_span (other)))
        sum += get_own_number (other);
    }
  return sum;
}

/* The shifts among which the suggestion goes: in role order, each that no earlier one
 * of them overlaps. */
static GPtrArray *
list_suggested (const GPtrArray *serving)
{
  GPtrArray *suggested = g_ptr_array_new ();
  for (guint i = 0; i < serving->len; i++)
    if (!overlaps_any (g_ptr_array_index (serving, i), suggested))
      g_ptr_array_add (suggested, g_ptr_array_index (serving, i));
  return suggested;
}

static gint64
get_suggestion (const HvShift *shift, const GPtrArray *serving, const GPtrArray *suggested, gint64 crew)
{
  if (crew == HV_NONE || !g_ptr_array_find ((GPtrArray *)suggested, shift, NULL))
    return HV_NONE;
  return MAX (crew - sum_of_others (shift, serving), 0);
}

static int
get_needed (const HvShift *shift, gint64 suggestion)
{
  if (shift->wanted != HV_NONE)
    return (int)shift->wanted;
  return (int)(suggestion != HV_NONE ? MAX (shift->minimum, suggestion) : shift->minimum);
}

/* --- who is there --- */

static bool
is_on (const HvPresence *person, const HvShift *shift)
{
  return person->shift->r.id == shift->r.id;
}

/* People on the shift, trainees too. */
static bool
has_anybody (const GArray *people, const HvShift *shift)
{
  for (guint i = 0; i < people->len; i++)
    if (is_on (&g_array_index (people, HvPresence, i), shift))
      return true;
  return false;
}

/* Whether somebody of another shift is in the house during this one. */
static bool
has_others (const HvRoster *roster, const GArray *people, const HvShift *shift, bool who_serve)
{
  for (guint i = 0; i < people->len; i++)
    {
      const HvPresence *person = &g_array_index (people, HvPresence, i);
      if (!is_on (person, shift) && hv_span_overlaps (person->span, hv_shift_get_span (shift))
          && (!who_serve || serves (roster, person->shift)))
        return true;
    }
  return false;
}

static int
count_at (const GArray *people, const HvShift *shift, HvMinute minute)
{
  int n = 0;
  for (guint i = 0; i < people->len; i++)
    {
      const HvPresence *person = &g_array_index (people, HvPresence, i);
      n += person->fills && is_on (person, shift) && person->span.from <= minute && minute < person->span.to;
    }
  return n;
}

/* The moments of the shift at which somebody comes or goes, with its ends. */
static GArray *
list_changes (const GArray *people, const HvShift *shift)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (HvMinute));
  g_array_append_val (changes, shift->starts);
  g_array_append_val (changes, shift->ends);
  for (guint i = 0; i < people->len; i++)
    {
      const HvPresence *person = &g_array_index (people, HvPresence, i);
      HvSpan span = hv_span_intersect (person->span, hv_shift_get_span (shift));
      if (!is_on (person, shift) || span.from >= span.to)
        continue;
      g_array_append_val (changes, span.from);
      g_array_append_val (changes, span.to);
    }
  g_array_sort (changes, hv_minute_compare_cb);
  return changes;
}

static void
measure_shortage (HvGap *gap, const GArray *people)
{
  g_autoptr (GArray) changes = list_changes (people, gap->shift);
  for (guint i = 0; i + 1 < changes->len; i++)
    {
      HvSpan part = { g_array_index (changes, HvMinute, i), g_array_index (changes, HvMinute, i + 1) };
      int missing = gap->needed - count_at (people, gap->shift, part.from);
      if (part.from == part.to || missing <= 0)
        continue;
      if (gap->missing == 0)
        gap->when.from = part.from;
      gap->when.to = part.to;
      gap->missing = MAX (gap->missing, missing);
    }
}

static bool
find_alone (const HvRoster *roster, const GArray *people, const HvShift *shift, const HvOpening *opening,
            HvSpan *ret_when)
{
  const HvHouse *house = hv_roster_find_house (roster, shift->house);
  if (house == NULL || house->never_alone != 1)
    return false;
  for (guint i = 0; i < people->len; i++)
    if (is_on (&g_array_index (people, HvPresence, i), shift)
        && hv_presence_find_lone (people, i, hv_opening_get_span (opening), ret_when))
      return true;
  return false;
}

/* --- the kind: the first that fits --- */

static bool
is_empty (const HvRoster *roster, const GArray *people, const HvShift *shift)
{
  return !has_anybody (people, shift) && !has_others (roster, people, shift, serves (roster, shift));
}

static HvGapKind
find_missing_kind (const HvRoster *roster, const GArray *people, const HvGap *gap)
{
  const HvShift *shift = gap->shift;
  if (is_empty (roster, people, shift))
    return HV_GAP_EMPTY;
  if (!has_anybody (people, shift))
    return serves (roster, shift) ? HV_GAP_SHORT : HV_GAP_NO_ROLE;
  return gap->assigned == 0 ? HV_GAP_TRAINEE_ONLY : HV_GAP_SHORT;
}

static HvGapKind
find_kind (const HvRoster *roster, const GArray *people, const HvOpening *opening, const HvNeed *need, HvGap *gap)
{
  if (opening->closed != NULL)
    return HV_GAP_NONE;
  if (gap->missing > 0)
    return find_missing_kind (roster, people, gap);
  if (find_alone (roster, people, gap->shift, opening, &gap->when))
    return HV_GAP_ALONE;
  return need->tight && gap->needed > 0 && serves (roster, gap->shift) ? HV_GAP_TIGHT : HV_GAP_NONE;
}

static int
count_regulars (const HvRoster *roster, const HvShift *shift)
{
  if (shift->tmpl == HV_NONE)
    return 0;
  int n = 0;
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, shift->tmpl);
  for (guint i = 0; i < regulars->len; i++)
    {
      const HvRegular *regular = g_ptr_array_index (regulars, i);
      HvLevel level;
      n += hv_roster_get_level (roster, regular->volunteer, shift->role, &level) && level != HV_LEVEL_TRAINEE;
    }
  return n;
}

static bool
is_missing_people (HvGapKind kind)
{
  return kind >= HV_GAP_EMPTY && kind <= HV_GAP_SHORT;
}

static HvGap
find_gap (const HvRoster *roster, const HvOpening *opening, const HvNeed *need, const HvShift *shift, gint64 suggestion,
          const GArray *people)
{
  HvGap gap = {
    .shift = shift,
    .assigned = (int)hv_presence_count_filling (people, shift->r.id),
    .needed = get_needed (shift, suggestion),
    .suggested = suggestion,
    .when = hv_shift_get_span (shift),
    .regulars = count_regulars (roster, shift),
    .burden = need->burden,
  };
  if (opening->closed == NULL)
    measure_shortage (&gap, people);
  gap.kind = find_kind (roster, people, opening, need, &gap);
  gap.chronic = is_missing_people (gap.kind) && shift->tmpl != HV_NONE && gap.regulars < gap.needed;
  return gap;
}

GArray *
hv_gap_find (const HvRoster *roster, const HvOpening *opening, const HvNeed *need)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (HvGap));
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  g_autoptr (GArray) people = hv_presence_list (roster, opening->r.id, NULL, NULL);
  g_autoptr (GPtrArray) serving = list_serving (roster, shifts);
  g_autoptr (GPtrArray) suggested = list_suggested (serving);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      gint64 suggestion = get_suggestion (shift, serving, suggested, need->suggested);
      HvGap gap = find_gap (roster, opening, need, shift, suggestion, people);
      g_array_append_val (gaps, gap);
    }
  return gaps;
}

int
hv_gap_get_places (const HvGap *gap)
{
  return MAX (gap->needed - gap->assigned, 0);
}

/* People × minutes that are missing. */
static gint64
get_size (const HvGap *gap)
{
  return gap->missing * hv_span_get_minutes (gap->when);
}

int
hv_gap_compare (const HvGap *a, const HvGap *b)
{
  gint64 order[][2] = {
    { a->kind == HV_GAP_NONE, b->kind == HV_GAP_NONE },
    { get_size (b), get_size (a) },
    { b->burden, a->burden },
    { a->kind, b->kind },
    { a->shift->starts, b->shift->starts },
    { a->shift->r.id, b->shift->r.id },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i][0] != order[i][1])
      return order[i][0] < order[i][1] ? -1 : 1;
  return 0;
}
