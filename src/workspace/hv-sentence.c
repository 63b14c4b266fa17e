/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sentence.h"

#include "hv-format.h"

#include <math.h>

/* A wait longer than this has no end that anybody plans for. */
#define ENDLESS 10000

/* --- words and figures --- */

const char *
hv_sentence_get_light_word (HvLight light, HvLanguage language)
{
  switch (light)
    {
    case HV_LIGHT_GREEN:
      /* TRANSLATORS: there are people enough on duty */
      return hv_text (language, "Enough");
    case HV_LIGHT_YELLOW:
      /* TRANSLATORS: just enough people on duty */
      return hv_text (language, "Tight");
    case HV_LIGHT_RED:
      /* TRANSLATORS: too few people on duty */
      return hv_text (language, "Too few");
    case HV_LIGHT_GREY:
    default:
      /* TRANSLATORS: nobody has said how many visits to expect */
      return hv_text (language, "No estimate yet");
    }
}

int
hv_sentence_round_wait (double minutes)
{
  return minutes < 19.5 ? (int)lround (minutes) : 5 * (int)lround (minutes / 5);
}

char *
hv_sentence_format_wait (double minutes, HvLanguage language)
{
  if (minutes < 0.5)
    return g_strdup (hv_text (language, "under 1 min"));
  /* TRANSLATORS: a time of waiting */
  return hv_text_format (language, "about %d min", hv_sentence_round_wait (minutes));
}

static int
people (double number)
{
  return (int)lround (number);
}

/* "13:00"; whole hours as short as a sentence wants them. */
static char *
format_closing (const HvOpening *opening, HvLanguage language)
{
  int minute = hv_minute_get_of_day (opening->ends);
  if (minute % 60 != 0)
    return hv_format_time (minute, language);
  /* TRANSLATORS: a whole hour inside a sentence, such as 13:00 */
  return hv_text_format (language, "%02d:00", minute / 60);
}

/* --- the parts; each is a sentence of its own --- */

static void
add (GString *text, char *sentence /* swallowed */)
{
  if (sentence != NULL && sentence[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " ", sentence);
  g_free (sentence);
}

static char *
say_head (const HvRoster *roster, const HvOpeningOutlook *outlook, HvLanguage language)
{
  HvDay day = hv_opening_get_day (outlook->opening);
  const HvHouse *house = hv_roster_find_house (roster, outlook->opening->house);
  g_autofree char *weekday = hv_gap_format_weekday (outlook->opening, roster, language);
  g_autofree char *week = hv_format_in_week (hv_week_of_day (day), language);
  /* TRANSLATORS: house, weekday, "in week 19", and the word for the light: "Juelsminde, Monday in week 19: Too few." */
  return hv_text_format (language, "%s, %s %s: %s.", house->name, weekday, week,
                         hv_sentence_get_light_word (outlook->light, language));
}

/* What is wrong with a shift that figures of visitors say nothing about. */
static char *
say_gap (const HvRoster *roster, const HvGap *gap, HvLanguage language)
{
  const HvRole *role = hv_roster_find_role (roster, gap->shift->role);
  g_autofree char *when = hv_format_span_short (gap->when, language);
  switch (gap->kind)
    {
    case HV_GAP_NO_ROLE:
      return hv_text_format (language, "Missing: %s.", role->name);
    case HV_GAP_EMPTY:
      return role->serves == 1 ? NULL : hv_text_format (language, "%s: nobody on duty.", role->name);
    case HV_GAP_TRAINEE_ONLY:
      return hv_text_format (language, "%s: trainees only.", role->name);
    case HV_GAP_ALONE:
      return hv_text_format (language, "One person is alone on duty %s.", when);
    case HV_GAP_SHORT:
      if (role->serves == 1)
        return NULL;
      return g_strdup_printf (hv_ntext (language, "%s: %d is missing.", "%s: %d are missing.", (gulong)gap->missing),
                              role->name, gap->missing);
    case HV_GAP_NONE:
    case HV_GAP_TIGHT:
    default:
      return NULL;
    }
}

/* "5 helpers can take about 57 visits, and 53 are expected (usually 31–77)." */
static char *
say_capacity (const HvDemandResult *figures, double visits, HvLanguage language)
{
  return g_strdup_printf (
      hv_ntext (language, "%d helper can take about %d visits, and %d are expected (usually %d–%d).",
                "%d helpers can take about %d visits, and %d are expected (usually %d–%d).", (gulong)figures->most),
      figures->most, people (figures->capacity), people (visits), people (figures->low), people (figures->high));
}

/* "3 helpers can take about 30 visits, but 53 are expected (usually 31–77)." */
static char *
say_too_few (const HvDemandResult *figures, double visits, HvLanguage language)
{
  return g_strdup_printf (
      hv_ntext (language, "%d helper can take about %d visits, but %d are expected (usually %d–%d).",
                "%d helpers can take about %d visits, but %d are expected (usually %d–%d).", (gulong)figures->most),
      figures->most, people (figures->capacity), people (visits), people (figures->low), people (figures->high));
}

static char *
say_enough (const HvDemandResult *figures, double visits, HvLanguage language)
{
  return g_strdup_printf (hv_ntext (language, "%d helper is enough for %d expected visits (usually %d–%d).",
                                    "%d helpers are enough for %d expected visits (usually %d–%d).",
                                    (gulong)figures->most),
                          figures->most, people (visits), people (figures->low), people (figures->high));
}

static bool
is_anybody_there (const HvOpeningOutlook *outlook)
{
  for (guint i = 0; i < outlook->gaps->len; i++)
    if (g_array_index (outlook->gaps, HvGap, i).assigned > 0)
      return true;
  return false;
}

static char *
say_nobody (const HvOpeningOutlook *outlook, double visits, HvLanguage language)
{
  const HvDemandResult *figures = &outlook->figures;
  if (is_anybody_there (outlook))
    return g_strdup_printf (hv_ntext (language,
                                      "Nobody on duty helps visitors, and %d visit is expected (usually %d–%d).",
                                      "Nobody on duty helps visitors, and %d visits are expected (usually %d–%d).",
                                      (gulong)people (visits)),
                            people (visits), people (figures->low), people (figures->high));
  return g_strdup_printf (hv_ntext (language, "Nobody is on duty, and %d visit is expected (usually %d–%d).",
                                    "Nobody is on duty, and %d visits are expected (usually %d–%d).",
                                    (gulong)people (visits)),
                          people (visits), people (figures->low), people (figures->high));
}

/* "2 are missing 13–16." */
static void
add_shortages (GString *text, const HvOpeningOutlook *outlook, HvLanguage language)
{
  const HvDemandResult *figures = &outlook->figures;
  for (gsize i = 0; i < figures->n_shortages; i++)
    {
      const HvShortage *shortage = &figures->shortages[i];
      HvSpan span = { outlook->opening->starts + lround (shortage->from),
                      outlook->opening->starts + lround (shortage->to) };
      g_autofree char *when = hv_format_span_short (span, language);
      add (text, g_strdup_printf (hv_ntext (language, "%d is missing %s.", "%d are missing %s.", (gulong)shortage->by),
                                  shortage->by, when));
    }
}

static char *
say_waiting (const HvOpeningOutlook *outlook, HvLanguage language)
{
  const HvDemandResult *figures = &outlook->figures;
  g_autofree char *mean = hv_sentence_format_wait (figures->wait_mean, language);
  g_autofree char *last = hv_sentence_format_wait (figures->wait_last, language);
  g_autofree char *closing = format_closing (outlook->opening, language);
  int left = people (figures->waiting_close);
  if (left == 0)
    /* TRANSLATORS: two times of waiting, such as "about 45 min" */
    return hv_text_format (language, "People wait %s, the last ones %s.", mean, last);
  return g_strdup_printf (
      hv_ntext (language, "People wait %s, the last ones %s, and about %d is still waiting at closing, %s.",
                "People wait %s, the last ones %s, and about %d are still waiting at closing, %s.", (gulong)left),
      mean, last, left, closing);
}

static char *
say_remedy (const HvDemandResult *figures, HvLanguage language)
{
  if (figures->needed <= figures->most)
    return NULL;
  g_autofree char *wait = hv_sentence_format_wait (figures->needed_wait, language);
  return g_strdup_printf (hv_ntext (language, "With %d helper: %s.", "With %d helpers: %s.", (gulong)figures->needed),
                          figures->needed, wait);
}

static char *
say_busy_day (const HvOpeningOutlook *outlook, HvLanguage language)
{
  const HvDemandResult *figures = &outlook->figures;
  g_autofree char *mean = hv_sentence_format_wait (figures->wait_mean, language);
  g_autofree char *busy = hv_sentence_format_wait (figures->busy_wait, language);
  g_autofree char *closing = format_closing (outlook->opening, language);
  int left = people (figures->busy_waiting_close);
  int visits = people (figures->busy_visits);
  if (left == 0)
    return hv_text_format (language, "People wait %s, but on a busy day with %d visits %s.", mean, visits, busy);
  return g_strdup_printf (hv_ntext (language,
                                    "People wait %s, but on a busy day with %d visits %s, and then about %d is still "
                                    "waiting at closing, %s.",
                                    "People wait %s, but on a busy day with %d visits %s, and then about %d are still "
                                    "waiting at closing, %s.",
                                    (gulong)left),
                          mean, visits, busy, left, closing);
}

static char *
say_comfortable (const HvDemandResult *figures, HvLanguage language)
{
  if (figures->comfortable <= figures->most)
    return NULL;
  g_autofree char *wait = hv_sentence_format_wait (figures->busy_comfortable_wait, language);
  return g_strdup_printf (hv_ntext (language, "With %d helper on a busy day: %s.", "With %d helpers on a busy day: %s.",
                                    (gulong)figures->comfortable),
                          figures->comfortable, wait);
}

static char *
say_one_fewer (const HvDemandResult *figures, HvLanguage language)
{
  g_autofree char *mean = hv_sentence_format_wait (figures->wait_mean, language);
  g_autofree char *fewer = hv_sentence_format_wait (figures->one_fewer_wait, language);
  if (figures->most < 2 || figures->one_fewer_wait > ENDLESS)
    return hv_text_format (language, "People wait %s.", mean);
  return hv_text_format (language, "People wait %s. If one cannot come: %s.", mean, fewer);
}

/* --- put together --- */

static void
add_queue (GString *text, const HvOpeningOutlook *outlook, HvLanguage language)
{
  const HvDemandResult *figures = &outlook->figures;
  double visits = outlook->expected.visits.mean;
  if (figures->most == 0)
    {
      add (text, say_nobody (outlook, visits, language));
      add (text, say_remedy (figures, language));
      return;
    }
  switch (figures->light)
    {
    case HV_LIGHT_GREEN:
      add (text, say_enough (figures, visits, language));
      add_shortages (text, outlook, language);
      add (text, say_one_fewer (figures, language));
      return;
    case HV_LIGHT_YELLOW:
      add (text, say_capacity (figures, visits, language));
      add_shortages (text, outlook, language);
      add (text, say_busy_day (outlook, language));
      add (text, say_comfortable (figures, language));
      return;
    case HV_LIGHT_RED:
    case HV_LIGHT_GREY:
    default:
      add (text, figures->capacity >= visits ? say_capacity (figures, visits, language)
                                             : say_too_few (figures, visits, language));
      add_shortages (text, outlook, language);
      if (figures->wait_mean < ENDLESS)
        add (text, say_waiting (outlook, language));
      add (text, say_remedy (figures, language));
    }
}

/* A house without a waiting calculation: people against the number asked for. */
static char *
say_numbers (const HvOpeningOutlook *outlook, HvLanguage language)
{
  const HvDemandResult *figures = &outlook->figures;
  if (outlook->expected.visits.known && figures->suggested >= 0)
    return g_strdup_printf (hv_ntext (language, "%d of %d on duty for %d expected guest.",
                                      "%d of %d on duty for %d expected guests.",
                                      (gulong)people (outlook->expected.visits.mean)),
                            figures->most, figures->needed, people (outlook->expected.visits.mean));
  return hv_text_format (language, "%d of %d on duty.", figures->most, figures->needed);
}

/* Where the shifts ask for nobody who serves visitors. */
static char *
say_hosts (const HvRoster *roster, const HvOpeningOutlook *outlook, HvLanguage language)
{
  int assigned = 0;
  int needed = 0;
  if (hv_roster_find_house (roster, outlook->opening->house)->model == HV_MODEL_QUEUE)
    return g_strdup (hv_text (language, "Nobody on duty helps visitors."));
  for (guint i = 0; i < outlook->gaps->len; i++)
    {
      const HvGap *gap = &g_array_index (outlook->gaps, HvGap, i);
      assigned += gap->assigned;
      needed += gap->needed;
    }
  return hv_text_format (language, "%d of %d on duty.", assigned, needed);
}

static void
add_body (GString *text, const HvOutlook *outlook_of, const HvRoster *roster, const HvOpeningOutlook *outlook,
          HvLanguage language)
{
  for (guint i = 0; i < outlook->gaps->len; i++)
    add (text, say_gap (roster, &g_array_index (outlook->gaps, HvGap, i), language));
  g_autoptr (GArray) slots = hv_outlook_list_slots (outlook_of, outlook->opening);
  bool nobody_waited_on = outlook->figures.waits && outlook->figures.most == 0;
  if (outlook->gaps->len == 0)
    /* TRANSLATORS: of a house that is open */
    add (text, g_strdup (hv_text (language, "No shift is planned.")));
  else if (slots->len == 0 && !nobody_waited_on)
    add (text, say_hosts (roster, outlook, language));
  if (slots->len == 0 && !nobody_waited_on)
    return;
  if (outlook->figures.waits)
    add_queue (text, outlook, language);
  else if (outlook->light == HV_LIGHT_GREY)
    add (text, g_strdup (hv_text (language, "Type how many visits you expect, or count a few weeks.")));
  else
    add (text, say_numbers (outlook, language));
}

char *
hv_sentence_make (const HvOutlook *outlook, const HvRoster *roster, const HvOpening *opening, HvLanguage language)
{
  const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
  g_return_val_if_fail (found != NULL, NULL);
  GString *text = g_string_new (NULL);
  add (text, say_head (roster, found, language));
  add_body (text, outlook, roster, found, language);
  return g_string_free (text, FALSE);
}

char *
hv_sentence_make_short (const HvOutlook *outlook, const HvRoster *roster, const HvOpening *opening, HvLanguage language)
{
  const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
  g_return_val_if_fail (found != NULL, NULL);
  GString *text = g_string_new (NULL);
  add (text, hv_text_format (language, "%s.", hv_sentence_get_light_word (found->light, language)));
  add_body (text, outlook, roster, found, language);
  return g_string_free (text, FALSE);
}
