/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-verdict.h"

#include "hv-format.h"
#include "hv-sentence.h"

#include <math.h>

static HvVerdict
judge (gint64 counted, const HvExpected *forecast)
{
  if (counted > forecast->high)
    return HV_VERDICT_MORE;
  return counted < forecast->low ? HV_VERDICT_FEWER : HV_VERDICT_AS_EXPECTED;
}

static bool
find_verdict (const HvRoster *roster, const HvOpening *opening, HvVisitVerdict *ret_verdict)
{
  const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
  if (visit == NULL || opening->closed != NULL)
    return false;
  HvExpectedVisits expected = hv_expectation_forecast (roster, opening);
  if (!expected.visits.known)
    return false;
  const HvExpectation *typed = hv_roster_find_expectation (roster, opening->r.id);
  *ret_verdict = (HvVisitVerdict){
    .opening = opening->r.id,
    .day = hv_opening_get_day (opening),
    .counted = visit->count,
    .forecast = expected.visits,
    .typed = typed == NULL ? HV_NONE : typed->count,
    .wait = visit->wait,
    .verdict = judge (visit->count, &expected.visits),
  };
  return true;
}

GArray *
hv_visit_verdict_list (const HvRoster *roster, HvId house, guint most)
{
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (HvVisitVerdict));
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house);
  for (guint i = openings->len; i > 0 && verdicts->len < most; i--)
    {
      HvVisitVerdict verdict;
      if (find_verdict (roster, g_ptr_array_index (openings, i - 1), &verdict))
        g_array_append_val (verdicts, verdict);
    }
  return verdicts;
}

char *
hv_visit_verdict_describe (const HvVisitVerdict *verdict, HvLanguage language)
{
  /* TRANSLATORS: visits that were counted; that the forecast expected; between which it expected them */
  g_autofree char *numbers =
      hv_text_format (language, "%d came, %d were expected (%d–%d)", (int)verdict->counted,
                      (int)lround (verdict->forecast.mean), verdict->forecast.low, verdict->forecast.high);
  GString *text = g_string_new (numbers);
  if (verdict->typed != HV_NONE)
    {
      g_autofree char *typed = hv_text_format (language, "your own number: %d", (int)verdict->typed);
      g_string_append_printf (text, " · %s", typed);
    }
  if (verdict->wait != HV_NONE)
    {
      g_autofree char *wait = hv_sentence_format_wait ((double)verdict->wait / HV_MICRO, language);
      /* TRANSLATORS: how long visitors waited, as somebody saw it; %s is such as “about 45 min” */
      g_autofree char *waited = hv_text_format (language, "people waited %s", wait);
      g_string_append_printf (text, " · %s", waited);
    }
  return g_string_free (text, FALSE);
}

const char *
hv_verdict_get_words (HvVerdict verdict, HvLanguage language)
{
  static const char *const words[] = {
    [HV_VERDICT_AS_EXPECTED] = HV_N_ ("as expected"),
    [HV_VERDICT_MORE] = HV_N_ ("more than expected"),
    [HV_VERDICT_FEWER] = HV_N_ ("fewer than expected"),
  };
  g_return_val_if_fail ((guint)verdict < G_N_ELEMENTS (words), "");
  return hv_text (language, words[verdict]);
}

char *
hv_visit_verdict_sum_up (const GArray *verdicts, HvLanguage language)
{
  guint right = 0;
  for (guint i = 0; i < verdicts->len; i++)
    right += g_array_index (verdicts, HvVisitVerdict, i).verdict == HV_VERDICT_AS_EXPECTED;
  g_autofree char *share = hv_format_share (right, verdicts->len, language);
  /* TRANSLATORS: “4 of 5 as expected”: how often the forecast was right */
  return hv_text_format (language, "%s as expected", share);
}
