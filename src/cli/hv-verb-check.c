/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-format.h"
#include "hv-sentence.h"

static char *house_option;

static const GOptionEntry options[] = {
  { "house", 0, 0, G_OPTION_ARG_STRING, &house_option, HV_N_ ("Only this house"), HV_N_ ("HOUSE") },
  G_OPTION_ENTRY_NULL,
};

/* A wait without end, as the contract writes it. */
#define ENDLESS 1000000

typedef struct
{
  int red;
  int yellow;
  int grey;
  int missing;
} Totals;

/* --- JSON --- */

static void
put_or_null (HvSession *session, const char *name, bool known, double number)
{
  if (known)
    hv_session_put_double (session, name, number);
  else
    hv_session_put_int (session, name, HV_NONE);
}

static void
put_figures (HvSession *session, const HvOpeningOutlook *outlook)
{
  const HvDemandResult *figures = &outlook->figures;
  bool known = outlook->expected.visits.known;
  put_or_null (session, "expected", known, outlook->expected.visits.mean);
  hv_session_put_int (session, "low", known ? (gint64)figures->low : HV_NONE);
  hv_session_put_int (session, "high", known ? (gint64)figures->high : HV_NONE);
  hv_session_put_bool (session, "typed", outlook->expected.typed);
  put_or_null (session, "risk", figures->risk >= 0, figures->risk);
  hv_session_put_int (session, "capacity", figures->capacity >= 0 ? (gint64)(figures->capacity + 0.5) : HV_NONE);
  put_or_null (session, "wait_mean", figures->waits, MIN (figures->wait_mean, ENDLESS));
  put_or_null (session, "wait_worst", figures->waits, MIN (figures->wait_worst, ENDLESS));
  put_or_null (session, "late_share", figures->waits, figures->late_share);
  put_or_null (session, "waiting_at_close", figures->waits, figures->waiting_close);
}

static void
put_gap (HvSession *session, const HvRoster *roster, const HvGap *gap)
{
  const HvRole *role = hv_roster_find_role (roster, gap->shift->role);
  hv_session_begin_object (session);
  hv_session_put_id (session, "shift_id", gap->shift);
  hv_session_put_text (session, "role", role == NULL ? NULL : role->name);
  hv_session_put_span (session, hv_shift_get_span (gap->shift));
  hv_session_put_int (session, "assigned", gap->assigned);
  hv_session_put_int (session, "needed", gap->needed);
  hv_session_put_int (session, "minimum", gap->shift->minimum);
  hv_session_put_int (session, "wanted", gap->shift->wanted);
  hv_session_put_int (session, "suggested", gap->suggested);
  hv_session_put_text (session, "gap", hv_gap_kind_get_name (gap->kind));
  hv_session_put_bool (session, "chronic", gap->chronic);
  hv_session_end_object (session);
}

static void
put_shortages (HvSession *session, const HvOpeningOutlook *outlook)
{
  hv_session_begin_list (session, "short");
  for (gsize i = 0; i < outlook->figures.n_shortages; i++)
    {
      const HvShortage *shortage = &outlook->figures.shortages[i];
      HvMinute midnight = hv_minute_at (hv_opening_get_day (outlook->opening), 0);
      HvMinute starts = outlook->opening->starts - midnight;
      g_autofree char *from = hv_time_format ((int)(starts + (gint64)(shortage->from + 0.5)));
      g_autofree char *to = hv_time_format ((int)(starts + (gint64)(shortage->to + 0.5)));
      hv_session_begin_object (session);
      hv_session_put_text (session, "from", from);
      hv_session_put_text (session, "to", to);
      hv_session_put_int (session, "by", shortage->by);
      hv_session_end_object (session);
    }
  hv_session_end_list (session);
}

static void
put_opening (HvSession *session, const HvOpeningOutlook *outlook, Totals *totals)
{
  const HvRoster *roster = hv_session_get_roster (session);
  const HvHouse *house = hv_roster_find_house (roster, outlook->opening->house);
  g_autofree char *sentence =
      hv_sentence_make (hv_workspace_get_outlook (session->workspace), roster, outlook->opening, session->language);
  hv_session_begin_object (session);
  hv_session_put_text (session, "house", house->name);
  hv_session_put_id (session, "house_id", house);
  hv_session_put_day (session, "date", hv_opening_get_day (outlook->opening));
  hv_session_put_span (session, hv_opening_get_span (outlook->opening));
  hv_session_put_text (session, "light", hv_light_get_name (outlook->light));
  put_figures (session, outlook);
  hv_session_begin_list (session, "shifts");
  for (guint i = 0; i < outlook->gaps->len; i++)
    {
      const HvGap *gap = &g_array_index (outlook->gaps, HvGap, i);
      put_gap (session, roster, gap);
      totals->missing += hv_gap_get_places (gap);
    }
  hv_session_end_list (session);
  put_shortages (session, outlook);
  hv_session_put_text (session, "sentence", sentence);
  hv_session_end_object (session);
  hv_session_say (session, "%s", sentence);
  totals->red += outlook->light == HV_LIGHT_RED;
  totals->yellow += outlook->light == HV_LIGHT_YELLOW;
  totals->grey += outlook->light == HV_LIGHT_GREY;
}

/* --- text --- */

/* The gap bar of the window, in one line. */
static void
say_gap_bar (HvSession *session, HvWeek week, HvId house)
{
  const HvRoster *roster = hv_session_get_roster (session);
  const HvOutlook *outlook = hv_workspace_get_outlook (session->workspace);
  g_autoptr (GPtrArray) gaps = hv_outlook_list_gaps (outlook, week, house);
  int missing = hv_outlook_count_missing (outlook, week, house, NULL);
  if (gaps->len == 0)
    return;
  g_autoptr (GString) line = g_string_new (NULL);
  if (missing > 0)
    {
      g_autofree char *count = hv_gap_format_count (missing, week, session->language);
      g_string_append (line, count);
    }
  for (guint i = 0; i < gaps->len; i++)
    {
      g_autofree char *tag = hv_gap_format_tag (g_ptr_array_index (gaps, i), roster, session->language);
      g_string_append_printf (line, "%s%s", line->len == 0 ? "" : " · ", tag);
    }
  hv_session_say (session, "%s\n", line->str);
}

static void
say_chronic (HvSession *session, HvWeek week, HvId house)
{
  g_autoptr (GPtrArray) gaps = hv_outlook_list_gaps (hv_workspace_get_outlook (session->workspace), week, house);
  for (guint i = 0; i < gaps->len; i++)
    {
      const HvGap *gap = g_ptr_array_index (gaps, i);
      if (!gap->chronic || gap->kind == HV_GAP_TIGHT)
        continue;
      g_autofree char *words = hv_gap_format_chronic (gap, hv_session_get_roster (session), session->language);
      hv_session_say (session, "%s", words);
    }
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvWeek week;
  HvId only;
  if (!hv_argument_open_week (session, argc, argv, &week, error)
      || !hv_argument_find_house (session, house_option, &only, error))
    return false;
  const HvRoster *roster = hv_session_get_roster (session);

  Totals totals = { 0 };
  say_gap_bar (session, week, only);
  hv_session_put_week (session, "week", week);
  hv_session_begin_list (session, "openings");
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, only);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *outlook = hv_outlook_find (hv_workspace_get_outlook (session->workspace), opening->r.id);
      if (outlook != NULL)
        put_opening (session, outlook, &totals);
    }
  hv_session_end_list (session);
  hv_session_put_int (session, "red", totals.red);
  hv_session_put_int (session, "yellow", totals.yellow);
  hv_session_put_int (session, "grey", totals.grey);
  hv_session_put_int (session, "missing", totals.missing);
  say_chronic (session, week, only);
  if (openings->len == 0)
    hv_session_say (session, "%s", hv_text (session->language, "Nothing is open in this week."));
  session->exit = totals.red > 0 ? HV_EXIT_NO : HV_EXIT_DONE;
  return true;
}

const HvVerb hv_verb_check = {
  .name = "check",
  .arguments = "[W] [--house HOUSE]",
  .summary = HV_N_ ("Say where too few people are planned, and what that means in waiting"),
  .example = "2026-W19",
  .most = 1,
  .options = options,
  .run = run,
};
