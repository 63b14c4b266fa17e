/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-outlook.h"

#include <math.h>
#include <string.h>

/* What the figures of an opening are computed from, and nothing else: equal facts
 * have equal figures. */
typedef struct
{
  HvDemandInput input;
  GArray *crew;    /* HvCrewSpan */
  GArray *profile; /* double */
} Facts;

typedef struct
{
  HvOpeningOutlook outlook;
  GBytes *facts; /* for the next outlook to compare */
} Entry;

struct _HvOutlook
{
  gatomicrefcount refs;
  HvRoster *roster;    /* owned */
  GHashTable *entries; /* opening id → Entry */
};

/* --- the facts of an opening --- */

static bool
serves (const HvRoster *roster, const HvShift *shift)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  return role != NULL && role->serves == 1;
}

static void
collect_crew (const HvRoster *roster, const HvOpening *opening, const HvShift *shift, GArray *crew)
{
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < people->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (people, i);
      if (!hv_roster_fills (roster, assignment))
        continue;
      HvCrewSpan span = { (double)(assignment->starts - opening->starts),
                          (double)(assignment->ends - opening->starts) };
      g_array_append_val (crew, span);
    }
}

/* The largest sum of the shifts' own numbers at any moment. */
static int
sum_at_most (const GPtrArray *shifts, const HvRoster *roster, bool wanted)
{
  gint64 most = 0;
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *at = g_ptr_array_index (shifts, i);
      gint64 sum = 0;
      for (guint j = 0; j < shifts->len; j++)
        {
          const HvShift *shift = g_ptr_array_index (shifts, j);
          if (!serves (roster, shift) || shift->starts > at->starts || shift->ends <= at->starts)
            continue;
          sum += wanted && shift->wanted != HV_NONE ? shift->wanted : shift->minimum;
        }
      most = MAX (most, sum);
    }
  return (int)most;
}

static bool
any_wanted (const GPtrArray *shifts, const HvRoster *roster)
{
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      if (serves (roster, shift) && shift->wanted != HV_NONE)
        return true;
    }
  return false;
}

/* The hosts of an evening: where no queue is reckoned with, nobody is asked to serve
 * visitors, and the numbers of the shifts themselves are all there is. */
static bool
asks_only_hosts (const HvRoster *roster, const HvOpening *opening)
{
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    if (serves (roster, g_ptr_array_index (shifts, i)))
      return false;
  return shifts->len > 0 && house->model != HV_MODEL_QUEUE;
}

static HvDemandTerms
make_terms (const HvRoster *roster, const HvHouse *house, const HvOpening *opening, const GArray *profile)
{
  return (HvDemandTerms){
    .length = (double)(opening->ends - opening->starts),
    .minutes = hv_roster_get_minutes (roster, house),
    .target_share = hv_roster_get_target_share (roster, house),
    .target_minutes = hv_roster_get_target_minutes (roster, house),
    .door = hv_roster_get_door (roster, house),
    .profile = profile->len == 0 ? NULL : (const double *)profile->data,
    .n_profile = profile->len,
    .patience = house->patience == HV_NONE ? 0 : (double)house->patience / HV_MICRO,
    .least = hv_roster_get_least (roster, house),
  };
}

static void
make_facts (const HvRoster *roster, const HvOpening *opening, const HvExpectedVisits *expected, Facts *ret_facts)
{
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  GArray *crew = g_array_new (FALSE, FALSE, sizeof (HvCrewSpan));
  GArray *profile = hv_expectation_find_profile (roster, opening);
  for (guint i = 0; i < shifts->len; i++)
    if (serves (roster, g_ptr_array_index (shifts, i)))
      collect_crew (roster, opening, g_ptr_array_index (shifts, i), crew);

  HvDemandInput input = {
    .model = asks_only_hosts (roster, opening) ? HV_MODEL_FIXED : (HvDemandModel)house->model,
    .terms = make_terms (roster, house, opening, profile),
    .known = expected->visits.known,
    .visits = expected->visits.mean,
    .phi = expected->visits.phi,
    .typed = expected->typed,
    .seen = expected->seen,
    .guests_per = house->guests_per == HV_NONE ? 0 : (double)house->guests_per,
    .crew = (const HvCrewSpan *)crew->data,
    .n_crew = crew->len,
    .crew_after = -1,
    .minimum = sum_at_most (shifts, roster, false),
    .wanted = any_wanted (shifts, roster) ? sum_at_most (shifts, roster, true) : -1,
  };
  *ret_facts = (Facts){ input, crew, profile };
}

static void
clear_facts (Facts *facts)
{
  g_array_unref (facts->crew);
  g_array_unref (facts->profile);
}

static void
append_number (GByteArray *bytes, double number)
{
  g_byte_array_append (bytes, (const guint8 *)&number, sizeof number);
}

/* The facts as bytes, member by member: padding between members says nothing. */
static GBytes *
pack_facts (const Facts *facts)
{
  const HvDemandInput *in = &facts->input;
  const HvDemandTerms *terms = &in->terms;
  double numbers[] = {
    in->model,
    in->known,
    in->visits,
    in->phi,
    in->typed,
    in->seen,
    in->guests_per,
    in->minimum,
    in->wanted,
    terms->length,
    terms->minutes,
    terms->target_share,
    terms->target_minutes,
    terms->door,
    terms->patience,
    terms->least,
  };
  GByteArray *bytes = g_byte_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    append_number (bytes, numbers[i]);
  append_number (bytes, facts->crew->len);
  g_byte_array_append (bytes, (const guint8 *)facts->crew->data, facts->crew->len * sizeof (HvCrewSpan));
  g_byte_array_append (bytes, (const guint8 *)facts->profile->data, facts->profile->len * sizeof (double));
  return g_byte_array_free_to_bytes (bytes);
}

/* --- one opening --- */

static HvLight
find_light (HvLight figures, const GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      HvGapKind kind = g_array_index (gaps, HvGap, i).kind;
      if (kind != HV_GAP_NONE && kind != HV_GAP_TIGHT)
        return HV_LIGHT_RED;
    }
  return figures;
}

static HvNeed
make_need (const HvDemandResult *figures)
{
  return (HvNeed){
    .suggested = figures->suggested < 0 ? HV_NONE : figures->suggested,
    .tight = figures->risk > HV_CREW_COMFORTABLE_RISK,
    .burden = (gint64)ceil (figures->over_target),
  };
}

static void
assess (Facts *facts, GBytes *packed, const Entry *before, HvDemandResult *ret_figures)
{
  if (before != NULL && g_bytes_equal (before->facts, packed))
    {
      *ret_figures = before->outlook.figures;
      return;
    }
  memset (ret_figures, 0, sizeof *ret_figures);
  ret_figures->suggested = -1;
  ret_figures->comfortable = -1;
  ret_figures->capacity = -1;
  ret_figures->risk = -1;
  ret_figures->light = HV_LIGHT_GREY;
  /* Facts outside the limits of the calculation (an opening of a week, say) have no figures. */
  hv_demand_assess (&facts->input, ret_figures);
}

static Entry *
make_entry (const HvRoster *roster, const HvOpening *opening, const Entry *before)
{
  Entry *entry = g_new0 (Entry, 1);
  HvOpeningOutlook *outlook = &entry->outlook;
  Facts facts;
  outlook->opening = opening;
  outlook->expected = hv_expectation_find (roster, opening);
  make_facts (roster, opening, &outlook->expected, &facts);
  entry->facts = pack_facts (&facts);
  assess (&facts, entry->facts, before, &outlook->figures);
  clear_facts (&facts);

  HvNeed need = make_need (&outlook->figures);
  outlook->gaps = hv_gap_find (roster, opening, &need);
  outlook->light =
      find_light (asks_only_hosts (roster, opening) ? HV_LIGHT_GREEN : outlook->figures.light, outlook->gaps);
  return entry;
}

static void
entry_free (Entry *entry)
{
  g_array_unref (entry->outlook.gaps);
  g_bytes_unref (entry->facts);
  g_free (entry);
}

/* --- the outlook --- */

HvOutlook *
hv_outlook_new (const HvRoster *roster, const HvOutlook *before)
{
  HvOutlook *self = g_new0 (HvOutlook, 1);
  g_atomic_ref_count_init (&self->refs);
  self->roster = hv_roster_ref (roster);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)entry_free);
  const GPtrArray *openings = hv_roster_list (roster, HV_KIND_OPENING);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed != NULL || hv_roster_find_house (roster, opening->house) == NULL)
        continue;
      const Entry *old = before == NULL ? NULL : g_hash_table_lookup (before->entries, &opening->r.id);
      g_hash_table_insert (self->entries, (gpointer)&opening->r.id, make_entry (roster, opening, old));
    }
  return self;
}

HvOutlook *
hv_outlook_ref (HvOutlook *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hv_outlook_unref (HvOutlook *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->entries);
  hv_roster_unref (self->roster);
  g_free (self);
}

const HvOpeningOutlook *
hv_outlook_find (const HvOutlook *self, HvId opening)
{
  const Entry *entry = g_hash_table_lookup (self->entries, &opening);
  return entry == NULL ? NULL : &entry->outlook;
}

const HvGap *
hv_outlook_find_gap (const HvOutlook *self, const HvShift *shift)
{
  const HvOpeningOutlook *outlook = hv_outlook_find (self, shift->opening);
  for (guint i = 0; outlook != NULL && i < outlook->gaps->len; i++)
    {
      const HvGap *gap = &g_array_index (outlook->gaps, HvGap, i);
      if (gap->shift->r.id == shift->r.id)
        return gap;
    }
  return NULL;
}

bool
hv_outlook_find_meaning (const HvOutlook *self, const HvOpening *opening, int helpers, HvCrewMeaning *ret_meaning)
{
  const HvOpeningOutlook *outlook = hv_outlook_find (self, opening->r.id);
  if (outlook == NULL || !outlook->figures.waits)
    return false;
  Facts facts;
  make_facts (self->roster, outlook->opening, &outlook->expected, &facts);
  HvWaitingStatus status = hv_demand_assess_crew (&facts.input, helpers, ret_meaning);
  clear_facts (&facts);
  return status == HV_WAITING_OK;
}

/* --- slots --- */

#define SLOT 30 /* minutes */

static int
count_crew_at (const GArray *crew, double minute)
{
  int n = 0;
  for (guint i = 0; i < crew->len; i++)
    {
      const HvCrewSpan *span = &g_array_index (crew, HvCrewSpan, i);
      n += span->from <= minute && span->to > minute;
    }
  return n;
}

/* There are fewest at the beginning, or when somebody has just left. */
static int
count_crew (const GArray *crew, double from, double to)
{
  int fewest = count_crew_at (crew, from);
  for (guint i = 0; i < crew->len; i++)
    {
      double left = g_array_index (crew, HvCrewSpan, i).to;
      if (left > from && left < to)
        fewest = MIN (fewest, count_crew_at (crew, left));
    }
  return fewest;
}

static int
need_at (const HvDemandResult *figures, double minute)
{
  gsize hour = (gsize)(minute / 60);
  return hour < figures->n_hours ? figures->hours[hour] : figures->needed;
}

GArray *
hv_outlook_list_slots (const HvOutlook *self, const HvOpening *opening)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (HvSlot));
  const HvOpeningOutlook *outlook = hv_outlook_find (self, opening->r.id);
  const GPtrArray *shifts = hv_roster_list_of (self->roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  bool any = false;
  for (guint i = 0; i < shifts->len; i++)
    any |= serves (self->roster, g_ptr_array_index (shifts, i));
  if (outlook == NULL || !any)
    return slots;

  g_autoptr (GArray) crew = g_array_new (FALSE, FALSE, sizeof (HvCrewSpan));
  for (guint i = 0; i < shifts->len; i++)
    if (serves (self->roster, g_ptr_array_index (shifts, i)))
      collect_crew (self->roster, outlook->opening, g_ptr_array_index (shifts, i), crew);
  const HvDemandResult *figures = &outlook->figures;
  gint64 length = opening->ends - opening->starts;
  for (gint64 from = 0, i = 0; from < length; from += SLOT, i++)
    {
      gint64 to = MIN (length, from + SLOT);
      bool known = figures->waits && (gsize)i < figures->n_half_hours;
      HvSlot slot = {
        .span = { opening->starts + from, opening->starts + to },
        .crew = count_crew (crew, (double)from, (double)to),
        .need = need_at (figures, (double)from),
        .visits = known ? figures->half_hour_visits[i] : NAN,
        .wait = known ? figures->half_hour_wait[i] : NAN,
      };
      g_array_append_val (slots, slot);
    }
  return slots;
}

/* --- a week --- */

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const HvGap *first = *(const HvGap *const *)a;
  const HvGap *second = *(const HvGap *const *)b;
  if ((first->kind == HV_GAP_TIGHT) != (second->kind == HV_GAP_TIGHT))
    return first->kind == HV_GAP_TIGHT ? 1 : -1;
  return hv_gap_compare (first, second);
}

GPtrArray *
hv_outlook_list_gaps (const HvOutlook *self, HvWeek week, HvId house)
{
  GPtrArray *gaps = g_ptr_array_new ();
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (self->roster, week, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *outlook = hv_outlook_find (self, opening->r.id);
      for (guint j = 0; outlook != NULL && j < outlook->gaps->len; j++)
        if (g_array_index (outlook->gaps, HvGap, j).kind != HV_GAP_NONE)
          g_ptr_array_add (gaps, &g_array_index (outlook->gaps, HvGap, j));
    }
  g_ptr_array_sort (gaps, compare_gaps);
  return gaps;
}

int
hv_outlook_count_missing (const HvOutlook *self, HvWeek week, HvId house, bool *ret_open)
{
  int missing = 0;
  bool open = false;
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (self->roster, week, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *outlook = hv_outlook_find (self, opening->r.id);
      open |= outlook != NULL;
      for (guint j = 0; outlook != NULL && j < outlook->gaps->len; j++)
        missing += hv_gap_get_places (&g_array_index (outlook->gaps, HvGap, j));
    }
  if (ret_open != NULL)
    *ret_open = open;
  return missing;
}
