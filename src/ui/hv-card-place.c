/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-card-place.h"

#include "hv-week-words.h"

void
hv_card_place_free (HvCardPlace *place)
{
  g_free (place->name);
  g_free (place->said);
  g_free (place);
}

static char *
say_person (const HvRoster *roster, const HvShift *shift, const HvCardPlace *place, HvLanguage language)
{
  g_autofree char *where = hv_week_words_shift (roster, shift, language);
  if (place->struck)
    /* TRANSLATORS: person; role, house, date and time of their shift. Read aloud. */
    return hv_text_format (language, "%s, %s, not coming.", place->name, where);
  if (place->locked)
    /* TRANSLATORS: person; role, house, date and time of their shift. Read aloud. */
    return hv_text_format (language, "%s, %s, locked.", place->name, where);
  /* TRANSLATORS: person; role, house, date and time of their shift. Read aloud. */
  return hv_text_format (language, "%s, %s.", place->name, where);
}

static HvCardPlace *
make_person (const HvRoster *roster, const HvShift *shift, const HvAssignment *assignment, HvLanguage language)
{
  HvCardPlace *place = g_new0 (HvCardPlace, 1);
  place->shift = shift->r.id;
  place->assignment = assignment->r.id;
  place->name = hv_week_words_who (roster, assignment, language);
  place->locked = assignment->locked == 1;
  place->struck =
      !hv_state_fills (assignment->state)
      || (assignment->volunteer != HV_NONE
          && hv_roster_find_absence (roster, assignment->volunteer, hv_assignment_get_span (assignment)) != NULL);
  place->said = say_person (roster, shift, place, language);
  return place;
}

static HvCardPlace *
make_empty (const HvRoster *roster, const HvShift *shift, HvLanguage language)
{
  HvCardPlace *place = g_new0 (HvCardPlace, 1);
  g_autofree char *where = hv_week_words_shift (roster, shift, language);
  place->shift = shift->r.id;
  place->assignment = HV_NONE;
  /* TRANSLATORS: role, house, date and time of the shift. Read aloud. */
  place->said = hv_text_format (language, "Empty place: %s. Assign a volunteer.", where);
  return place;
}

GPtrArray *
hv_card_place_list (const HvRoster *roster, const HvGap *gap, HvLanguage language)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_card_place_free);
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, gap->shift->r.id);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (places, make_person (roster, gap->shift, g_ptr_array_index (people, i), language));
  for (int i = hv_gap_get_places (gap); i > 0; i--)
    g_ptr_array_add (places, make_empty (roster, gap->shift, language));
  return places;
}
