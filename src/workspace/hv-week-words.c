/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-words.h"

#include "hv-format.h"

#include <string.h>

char *
hv_week_words_count (const HvGap *gap, HvLanguage language)
{
  int more = gap->assigned - gap->needed;
  if (more <= 0)
    /* TRANSLATORS: people on a shift, of people needed */
    return hv_text_format (language, "%d of %d", gap->assigned, gap->needed);
  return g_strdup_printf (
      hv_ntext (language, "%d of %d, %d more than planned", "%d of %d, %d more than planned", (gulong)more),
      gap->assigned, gap->needed, more);
}

const char *
hv_week_words_name (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, assignment->volunteer);
  if (volunteer != NULL)
    return volunteer->name;
  return assignment->guest == NULL ? "" : assignment->guest;
}

/* Many type the word themselves. */
char *
hv_week_words_who (const HvRoster *roster, const HvAssignment *assignment, HvLanguage language)
{
  const char *name = hv_week_words_name (roster, assignment);
  /* TRANSLATORS: a walk-in helper among volunteers, by name; short, on a card */
  const char *pattern = hv_text (language, "Guest: %s");
  g_autofree char *word = g_strndup (pattern, strcspn (pattern, "%"));
  bool is_plain = assignment->volunteer != HV_NONE || g_str_has_prefix (name, word);
  return is_plain ? g_strdup (name) : hv_text_format (language, "Guest: %s", name);
}

/* What stands behind a name, or NULL. */
static char *
describe_state (const HvRoster *roster, const HvAssignment *assignment, HvLanguage language)
{
  switch ((HvState)assignment->state)
    {
    case HV_STATE_CALLED_OFF:
      return g_strdup (hv_text (language, "called off"));
    case HV_STATE_SWAPPED:
      return g_strdup (hv_text (language, "swapped"));
    case HV_STATE_NO_SHOW:
      return g_strdup (hv_text (language, "did not come"));
    case HV_STATE_PLANNED:
    case HV_STATE_PRESENT:
    default:
      break;
    }
  HvSpan span = hv_assignment_get_span (assignment);
  if (assignment->volunteer != HV_NONE && hv_roster_find_absence (roster, assignment->volunteer, span) != NULL)
    return g_strdup (hv_text (language, "absent"));
  if (assignment->own_span == 1)
    return hv_format_hours (span, language);
  return assignment->locked == 1 ? g_strdup (hv_text (language, "locked")) : NULL;
}

char *
hv_week_words_people (const HvRoster *roster, const HvShift *shift, HvLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < people->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (people, i);
      g_autofree char *state = describe_state (roster, assignment, language);
      g_autofree char *who = hv_week_words_who (roster, assignment, language);
      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", who);
      if (state != NULL)
        g_string_append_printf (text, " (%s)", state);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hv_week_words_shift (const HvRoster *roster, const HvShift *shift, HvLanguage language)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  const HvHouse *house = hv_roster_find_house (roster, shift->house);
  g_autofree char *when = hv_format_day_span (hv_shift_get_span (shift), language);
  /* TRANSLATORS: role, house, date and time of a shift */
  return hv_text_format (language, "%s, %s, %s", role == NULL ? "" : role->name, house == NULL ? "" : house->name,
                         when);
}
