/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-candidate.h"

#include "hv-format.h"
#include "hv-name.h"

#include <string.h>

/* "In week 17" is clear for about a year. */
#define DAYS_OF_MEMORY 350

/* Rather not is its own step of the order, and away from home and load have theirs; a
 * published week is the same for everybody. */
static bool
is_blocker (const HvObstacle *obstacle)
{
  switch (obstacle->rule)
    {
    case HV_RULE_TRAVEL:
    case HV_RULE_REST:
    case HV_RULE_MOST:
    case HV_RULE_ALONE:
    case HV_RULE_TRAINEE:
    case HV_RULE_KEY:
      return true;
    default:
      return false;
    }
}

/* What a warning says about the shift, and not about the person, does not help to choose. */
static void
drop_published (GArray *obstacles)
{
  for (guint i = obstacles->len; i > 0; i--)
    if (g_array_index (obstacles, HvObstacle, i - 1).rule == HV_RULE_PUBLISHED)
      g_array_remove_index (obstacles, i - 1);
}

static int
count_blockers (const GArray *obstacles)
{
  int n = 0;
  for (guint i = 0; i < obstacles->len; i++)
    n += is_blocker (&g_array_index (obstacles, HvObstacle, i));
  return n;
}

/* What only those who can are asked about. */
static void
look_closer (HvCandidate *candidate, const HvRoster *roster, const HvPlacement *placement)
{
  HvId id = candidate->volunteer->r.id;
  HvDay day = hv_minute_get_day (placement->span.from);
  candidate->regular = hv_rule_is_regular (roster, id, placement->shift);
  candidate->fit = hv_fit_find (roster, id, placement->span);
  if (candidate->regular)
    candidate->fit.offer = HV_OFFER_CAN;
  candidate->load = hv_load_get (roster, candidate->volunteer, candidate->week, placement->moved, placement->pending);
  candidate->in_week = hv_load_count (roster, id, candidate->week.monday, candidate->week.monday + 7, placement->moved,
                                      placement->pending);
  candidate->at_home = hv_roster_get_home (roster, id) == placement->shift->house;
  candidate->was_there = hv_roster_get_last_duty (roster, id, placement->shift->house, day, &candidate->last_there);
  candidate->blockers = count_blockers (candidate->obstacles);
}

HvCandidate *
hv_candidate_new (const HvRoster *roster, const HvPlacement *placement)
{
  HvCandidate *candidate = g_new0 (HvCandidate, 1);
  candidate->volunteer = hv_roster_find_volunteer (roster, placement->volunteer);
  candidate->week = hv_week_of_day (hv_minute_get_day (placement->span.from));
  candidate->obstacles = hv_rule_check_until_excluded (roster, placement);
  drop_published (candidate->obstacles);
  if (hv_candidate_get_excluded (candidate) == NULL)
    look_closer (candidate, roster, placement);
  return candidate;
}

void
hv_candidate_free (HvCandidate *candidate)
{
  g_array_unref (candidate->obstacles);
  g_free (candidate);
}

const HvObstacle *
hv_candidate_get_excluded (const HvCandidate *candidate)
{
  const GArray *obstacles = candidate->obstacles;
  if (obstacles->len == 0)
    return NULL;
  const HvObstacle *last = &g_array_index (obstacles, HvObstacle, obstacles->len - 1);
  return hv_obstacle_excludes (last) ? last : NULL;
}

static int
compare_names (const HvVolunteer *a, const HvVolunteer *b)
{
  int order = g_strcmp0 (a->key, b->key);
  return order != 0 ? order : (a->r.id > b->r.id) - (a->r.id < b->r.id);
}

/* Never comes before long ago. */
static int
compare_last_there (const HvCandidate *a, const HvCandidate *b)
{
  if (a->was_there != b->was_there)
    return a->was_there ? 1 : -1;
  return a->was_there ? (a->last_there > b->last_there) - (a->last_there < b->last_there) : 0;
}

int
hv_candidate_compare (const HvCandidate *a, const HvCandidate *b)
{
  bool a_cannot = hv_candidate_get_excluded (a) != NULL;
  bool b_cannot = hv_candidate_get_excluded (b) != NULL;
  if (a_cannot != b_cannot)
    return a_cannot ? 1 : -1;
  if (a_cannot)
    return compare_names (a->volunteer, b->volunteer);

  int orders[] = {
    (int)a->fit.offer - (int)b->fit.offer, a->blockers - b->blockers, hv_load_compare (a->load, b->load),
    (int)b->at_home - (int)a->at_home,     compare_last_there (a, b),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] != 0)
      return orders[i];
  return compare_names (a->volunteer, b->volunteer);
}

/* --- reasons --- */

static char *
format_can (const HvCandidate *candidate, HvLanguage language)
{
  if (candidate->regular)
    return g_strdup (hv_text (language, "has this as a regular shift"));
  if (candidate->fit.offer != HV_OFFER_CAN)
    return NULL;
  if (hv_fit_is_all_day (&candidate->fit))
    return g_strdup (hv_text (language, "can all day"));
  g_autofree char *time = hv_format_span (candidate->fit.window, language);
  /* TRANSLATORS: a span of hours: "can 12:00–17:00" */
  return g_strdup_printf (hv_ctext (language, "availability", "can %s"), time);
}

static char *
format_in_week (const HvCandidate *candidate, HvLanguage language)
{
  g_autofree char *week = hv_format_in_week (candidate->week, language);
  if (candidate->in_week == 0)
    /* TRANSLATORS: the week as inside a sentence: "no shifts in week 19" */
    return hv_text_format (language, "no shifts %s", week);
  /* TRANSLATORS: the week as inside a sentence: "1 shift in week 19" */
  return g_strdup_printf (hv_ntext (language, "%d shift %s", "%d shifts %s", (gulong)candidate->in_week),
                          candidate->in_week, week);
}

static char *
format_tie (const HvCandidate *candidate, HvLanguage language)
{
  if (candidate->at_home)
    return g_strdup (hv_text (language, "home house"));
  if (!candidate->was_there || candidate->week.monday - candidate->last_there > DAYS_OF_MEMORY)
    return NULL;
  g_autofree char *week = hv_format_in_week (hv_week_of_day (candidate->last_there), language);
  /* TRANSLATORS: the week as inside a sentence: "was here in week 17" */
  return hv_text_format (language, "was here %s", week);
}

char *
hv_candidate_format_reason (const HvCandidate *candidate, HvReason reason, HvLanguage language)
{
  switch (reason)
    {
    case HV_REASON_CAN:
      return format_can (candidate, language);
    case HV_REASON_WEEK:
      return format_in_week (candidate, language);
    case HV_REASON_TIE:
      return format_tie (candidate, language);
    default:
      g_return_val_if_reached (NULL);
    }
}

GStrv
hv_candidate_list_reasons (const HvCandidate *candidate, HvLanguage language)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  for (int i = 0; i < HV_N_REASONS; i++)
    {
      g_autofree char *reason = hv_candidate_format_reason (candidate, (HvReason)i, language);
      if (reason != NULL)
        g_strv_builder_add (reasons, reason);
    }
  return g_strv_builder_end (reasons);
}

/* --- everybody --- */

static int
compare_elements (gconstpointer a, gconstpointer b)
{
  return hv_candidate_compare (*(const HvCandidate *const *)a, *(const HvCandidate *const *)b);
}

HvRanking *
hv_ranking_new (const HvRoster *roster, const HvShift *shift, HvSpan span, const HvPending *pending)
{
  HvRanking *ranking = g_new0 (HvRanking, 1);
  ranking->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_candidate_free);
  ranking->cannot = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_candidate_free);

  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      if (volunteer->archived == 1)
        continue;
      HvPlacement placement = { shift, volunteer->r.id, span, NULL, pending };
      HvCandidate *candidate = hv_candidate_new (roster, &placement);
      bool cannot = hv_candidate_get_excluded (candidate) != NULL;
      g_ptr_array_add (cannot ? ranking->cannot : ranking->candidates, candidate);
    }
  g_ptr_array_sort (ranking->candidates, compare_elements);
  g_ptr_array_sort (ranking->cannot, compare_elements);
  return ranking;
}

static const char *
get_name (gconstpointer candidate)
{
  return ((const HvCandidate *)candidate)->volunteer->name;
}

void
hv_ranking_sort_cannot (HvRanking *ranking, HvLanguage language)
{
  hv_name_sort (ranking->cannot, 0, get_name, language);
}

void
hv_ranking_free (HvRanking *ranking)
{
  g_ptr_array_unref (ranking->candidates);
  g_ptr_array_unref (ranking->cannot);
  g_free (ranking);
}
