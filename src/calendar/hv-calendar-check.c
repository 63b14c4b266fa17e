/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-check.h"

#include "hv-error.h"
#include "hv-text.h"

#include <libical/ical.h>

/* libical mends what it reads, and leaves a note in the component. */
static bool
was_mended (icalcomponent *component)
{
  if (icalcomponent_count_properties (component, ICAL_XLICERROR_PROPERTY) > 0)
    return true;

  for (icalcompiter i = icalcomponent_begin_component (component, ICAL_ANY_COMPONENT); icalcompiter_deref (&i) != NULL;
       icalcompiter_next (&i))
    if (was_mended (icalcompiter_deref (&i)))
      return true;
  return false;
}

static bool
has_one (icalcomponent *component, icalproperty_kind kind)
{
  return icalcomponent_count_properties (component, kind) == 1;
}

/* The entries of a calendar, if each is whole and its uid is new. */
static guint
count_sound_events (icalcomponent *calendar)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (icalcompiter i = icalcomponent_begin_component (calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&i) != NULL; icalcompiter_next (&i))
    {
      icalcomponent *event = icalcompiter_deref (&i);
      if (has_one (event, ICAL_UID_PROPERTY) && has_one (event, ICAL_DTSTART_PROPERTY)
          && has_one (event, ICAL_DTSTAMP_PROPERTY) && g_hash_table_add (uids, (gpointer)icalcomponent_get_uid (event)))
        n++;
    }
  return n;
}

static bool
is_sound (icalcomponent *calendar, guint n_events)
{
  return calendar != NULL && icalcomponent_isa (calendar) == ICAL_VCALENDAR_COMPONENT
         && has_one (calendar, ICAL_VERSION_PROPERTY) && has_one (calendar, ICAL_PRODID_PROPERTY)
         && icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT) > 0 && !was_mended (calendar)
         && (guint)icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT) == n_events
         && count_sound_events (calendar) == n_events;
}

bool
hv_calendar_check (const char *text, guint n_events, GError **error)
{
  icalcomponent *calendar = NULL;
  if (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n") && g_str_has_suffix (text, "\r\nEND:VCALENDAR\r\n"))
    calendar = icalparser_parse_string (text);

  bool sound = is_sound (calendar, n_events);
  if (calendar != NULL)
    icalcomponent_free (calendar);
  if (!sound)
    g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED,
                         hv_own_text ("A calendar came out damaged, so the old one was kept. This is a mistake in "
                                      "Husvagt, please report it."));
  return sound;
}
