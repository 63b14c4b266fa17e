/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-regular.h"

#include "hv-rule.h"

/* --- placing --- */

typedef struct
{
  const HvRoster *roster;
  HvPending *pending; /* those placed so far */
  HvEdit *edit;
  GArray *conflicts;
} Job;

static void
report_conflict (Job *job, const HvShift *shift, const HvObstacle *refusal)
{
  HvUnplaced conflict = { shift->house, hv_minute_get_day (shift->starts), refusal->volunteer, *refusal };
  g_array_append_val (job->conflicts, conflict);
}

static void
place (Job *job, const HvShift *shift, HvId volunteer)
{
  HvPlacement placement = hv_placement_new (shift, volunteer);
  placement.pending = job->pending;
  g_autoptr (GArray) obstacles = hv_rule_check (job->roster, &placement);
  const HvObstacle *refusal = hv_rule_find_refusal (obstacles, false);
  if (refusal == NULL)
    hv_pending_add (job->pending, hv_placement_add_to_edit (&placement, job->roster, HV_ORIGIN_REGULAR, job->edit));
  else if (refusal->rule != HV_RULE_TWICE) /* twice: two records say the same */
    report_conflict (job, shift, refusal);
}

static void
place_all (Job *job, const HvShift *shift)
{
  const GPtrArray *regulars = hv_roster_list_of (job->roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, shift->tmpl);
  for (guint i = 0; i < regulars->len; i++)
    {
      HvId volunteer = ((const HvRegular *)g_ptr_array_index (regulars, i))->volunteer;
      if (hv_roster_find_volunteer (job->roster, volunteer) != NULL)
        place (job, shift, volunteer);
    }
}

GArray *
hv_regular_place (const HvRoster *roster, const GArray *shifts, HvEdit *edit)
{
  g_autoptr (HvPending) pending = hv_pending_new ();
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (HvUnplaced));
  Job job = { roster, pending, edit, conflicts };
  for (guint i = 0; i < shifts->len; i++)
    place_all (&job, hv_roster_find_shift (roster, g_array_index (shifts, HvId, i)));
  return conflicts;
}

/* --- bringing back --- */

static bool
can_come_back (const HvRoster *roster, const HvShift *shift, HvId volunteer)
{
  if (hv_roster_find_assigned (roster, shift->r.id, volunteer) != NULL)
    return false;
  HvPlacement placement = hv_placement_new (shift, volunteer);
  g_autoptr (GArray) obstacles = hv_rule_check (roster, &placement);
  return hv_rule_find_refusal (obstacles, false) == NULL;
}

static void
add_missing (GPtrArray *missing, const HvRoster *roster, const HvRegular *regular, HvSpan span)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_HOUSE, regular->house);
  for (guint i = 0; i < shifts->len; i++)
    {
      HvShift *shift = g_ptr_array_index (shifts, i);
      if (shift->tmpl == regular->tmpl && hv_span_overlaps (hv_shift_get_span (shift), span)
          && can_come_back (roster, shift, regular->volunteer) && !g_ptr_array_find (missing, shift, NULL))
        g_ptr_array_add (missing, shift);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const HvShift *x = *(const HvShift *const *)a;
  const HvShift *y = *(const HvShift *const *)b;
  int order = hv_span_compare (hv_shift_get_span (x), hv_shift_get_span (y));
  return order != 0 ? order : (x->r.id > y->r.id) - (x->r.id < y->r.id);
}

GPtrArray *
hv_regular_list_missing (const HvRoster *roster, HvId volunteer, HvSpan span)
{
  GPtrArray *missing = g_ptr_array_new ();
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < regulars->len; i++)
    add_missing (missing, roster, g_ptr_array_index (regulars, i), span);
  g_ptr_array_sort (missing, compare_starts);
  return missing;
}
