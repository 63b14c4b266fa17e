/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-difference.h"

#include "hv-format.h"

#include <string.h>

const char *
hv_difference_kind_get_name (HvDifferenceKind kind)
{
  static const char *const names[] = {
    [HV_DIFFERENCE_NEW] = "new",         [HV_DIFFERENCE_MOVED] = "moved",         [HV_DIFFERENCE_TIME] = "time",
    [HV_DIFFERENCE_REMOVED] = "removed", [HV_DIFFERENCE_CANCELLED] = "cancelled",
  };
  g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

bool
hv_difference_compare (const HvEvent *before, const HvEvent *after, HvDifferenceKind *ret_kind)
{
  if (before == NULL || after == NULL)
    {
      *ret_kind = before == NULL ? HV_DIFFERENCE_NEW : HV_DIFFERENCE_REMOVED;
      return true;
    }
  if (before->house != after->house || hv_minute_get_day (before->starts) != hv_minute_get_day (after->starts))
    {
      *ret_kind = HV_DIFFERENCE_MOVED;
      return true;
    }
  *ret_kind = HV_DIFFERENCE_TIME;
  return before->starts != after->starts || before->ends != after->ends || strcmp (before->zone, after->zone) != 0;
}

static char *
format_when (const HvEvent *event, HvLanguage language)
{
  return hv_format_day_span ((HvSpan){ event->starts, event->ends }, language);
}

/* Role, house and time, of whichever of the two there is. */
static char *
format_shift (const HvEvent *event, HvLanguage language)
{
  g_autofree char *when = format_when (event, language);
  if (event->role == NULL)
    /* TRANSLATORS: a shift whose role has no name any more: house, day and time */
    return hv_text_format (language, "%s, %s", event->house_name, when);
  /* TRANSLATORS: a shift: role, house, day and time: "IT help, Juelsminde, Monday 4 May 10:00–13:00" */
  return hv_text_format (language, "%s, %s, %s", event->role, event->house_name, when);
}

static char *
format_move (const HvDifference *difference, HvLanguage language)
{
  g_autofree char *day = hv_format_day (hv_minute_get_day (difference->before->starts), language);
  g_autofree char *when = format_when (difference->after, language);
  /* TRANSLATORS: volunteer; house and day; house, day and time: "Jens Åbrink: moved from Tørring, Wednesday 6 May, to
   * Hedensted, Thursday 7 May 10:00–13:00." */
  return hv_text_format (language, "%s: moved from %s, %s, to %s, %s.", difference->volunteer->name,
                         difference->before->house_name, day, difference->after->house_name, when);
}

static char *
format_time (const HvDifference *difference, HvLanguage language)
{
  g_autofree char *shift = format_shift (difference->after, language);
  g_autofree char *hours = hv_format_hours ((HvSpan){ difference->before->starts, difference->before->ends }, language);
  /* TRANSLATORS: volunteer; role, house, day and new time; the old time: "Anna Lindeskov: new time, IT help,
   * Juelsminde, Monday 4 May 11:00–14:00 (was 10:00–13:00)." */
  return hv_text_format (language, "%s: new time, %s (was %s).", difference->volunteer->name, shift, hours);
}

char *
hv_difference_format (const HvDifference *difference, HvLanguage language)
{
  const char *name = difference->volunteer->name;
  g_autofree char *shift = format_shift (difference->after != NULL ? difference->after : difference->before, language);

  switch (difference->kind)
    {
    case HV_DIFFERENCE_MOVED:
      return format_move (difference, language);
    case HV_DIFFERENCE_TIME:
      return format_time (difference, language);
    case HV_DIFFERENCE_REMOVED:
      /* TRANSLATORS: volunteer; role, house, day and time. The shift is there, but no longer theirs. */
      return hv_text_format (language, "%s: removed, %s.", name, shift);
    case HV_DIFFERENCE_CANCELLED:
      /* TRANSLATORS: volunteer; role, house, day and time. The shift does not take place. */
      return hv_text_format (language, "%s: cancelled, %s.", name, shift);
    case HV_DIFFERENCE_NEW:
    default:
      /* TRANSLATORS: volunteer; role, house, day and time */
      return hv_text_format (language, "%s: new shift, %s.", name, shift);
    }
}
