/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-outlook-words.h"

#include "hv-sentence.h"

#include <math.h>

char *
hv_outlook_words_state (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house, bool *ret_under,
                        HvLanguage language)
{
  bool open;
  int missing = hv_outlook_count_missing (outlook, week, house, &open);
  g_autoptr (GPtrArray) gaps = hv_outlook_list_gaps (outlook, week, house);
  *ret_under = gaps->len > 0;
  if (!open)
    return NULL;
  if (missing > 0)
    return g_strdup_printf (hv_ntext (language, "%d missing", "%d missing", (gulong)missing), missing);
  if (gaps->len == 0)
    return g_strdup (hv_text (language, "Fully staffed"));
  const HvGap *gap = g_ptr_array_index (gaps, 0);
  return gap->kind == HV_GAP_TIGHT ? g_strdup (hv_text (language, "Tight on a busy day"))
                                   : hv_gap_format (gap, roster, language);
}

char *
hv_outlook_words_visits (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house, HvLanguage language)
{
  double visits = 0;
  bool known = false;
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
      if (found == NULL || !found->expected.visits.known)
        continue;
      visits += found->expected.visits.mean;
      known = true;
    }
  if (!known)
    return NULL;
  int number = (int)lround (visits);
  return g_strdup_printf (hv_ntext (language, "about %d visit", "about %d visits", (gulong)number), number);
}

char *
hv_outlook_words_wait (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house, bool *ret_late,
                       HvLanguage language)
{
  double worst = -1;
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
      if (found != NULL && found->figures.waits && found->figures.most > 0)
        worst = MAX (worst, found->figures.wait_worst);
    }
  const HvHouse *record = hv_roster_find_house (roster, house);
  *ret_late = record != NULL && worst > hv_roster_get_target_minutes (roster, record);
  if (worst < 0)
    return NULL;
  if (worst < 0.5)
    return g_strdup (hv_text (language, "Waiting under 1 min"));
  /* TRANSLATORS: the longest expected time of waiting */
  return hv_text_format (language, "Waiting up to %d min", hv_sentence_round_wait (worst));
}

char *
hv_outlook_words_strip (const HvOutlook *outlook, const HvOpening *opening, HvLanguage language)
{
  g_autoptr (GArray) slots = hv_outlook_list_slots (outlook, opening);
  int under = 0;
  int missing = 0;
  double worst = NAN;
  for (guint i = 0; i < slots->len; i++)
    {
      const HvSlot *slot = &g_array_index (slots, HvSlot, i);
      under += slot->need > slot->crew;
      missing = MAX (missing, slot->need - slot->crew);
      worst = fmax (worst, slot->wait);
    }
  g_autoptr (GString) text = g_string_new (NULL);
  if (under == 0)
    g_string_append (text, hv_text (language, "Staffing: enough people all the time"));
  else
    g_string_append_printf (text, hv_text (language, "Staffing: understaffed in %d of %u half hours, up to %d missing"),
                            under, slots->len, missing);
  if (!isnan (worst) && worst >= 0.5 && worst < 10000)
    {
      int minutes = hv_sentence_round_wait (worst);
      /* TRANSLATORS: goes on after "Staffing: …" */
      g_string_append_printf (
          text,
          hv_ntext (language, ", waiting up to about %d minute", ", waiting up to about %d minutes", (gulong)minutes),
          minutes);
    }
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
