/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-feed-calendar.h"

#include "hv-calendar-check.h"
#include "hv-publication.h"

/* Calm, and unlike the colours programs give by themselves. */
#define COLOUR "teal"

typedef struct
{
  HvCalendarHead head;
  char *name;
  char *description;
  char *address;
} Title;

static void
clear_title (Title *title)
{
  g_free (title->name);
  g_free (title->description);
  g_free (title->address);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Title, clear_title)

static void
name_closed (Title *title, HvLanguage language)
{
  title->name = g_strdup (hv_text (language, "Closed calendar"));
  title->description = g_strdup (hv_text (language, "This calendar is closed and can be removed."));
}

/* Whoever reads this calendar has its address already: they subscribe to it. */
static void
add_addresses (Title *title, const HvFeed *feed, const HvRoster *roster)
{
  title->address = hv_feed_dup_address (feed, roster);
  title->head.source = title->address;
  title->head.url = title->address != NULL ? hv_roster_get_organisation (roster)->web : NULL;
}

static void
name_after (Title *title, const char *owner, const HvRoster *roster, HvLanguage language)
{
  const char *organisation = hv_roster_get_organisation (roster)->name;
  /* TRANSLATORS: name of a calendar: whose, a volunteer or a house. "Vagter, Anna Lindeskov" */
  title->name = hv_text_format (language, "Shifts, %s", owner);
  /* TRANSLATORS: about a calendar; the name of the organisation */
  title->description =
      hv_text_format (language, "From %s. Changes can take up to a day to show here; urgent ones are told by phone.",
                      organisation != NULL ? organisation : "Husvagt");
}

static Title
make_title (const HvFeed *feed, const HvRoster *roster)
{
  Title title = { .head = { .colour = COLOUR, .modified = feed->since } };
  const HvVolunteer *volunteer =
      feed->owner_kind == HV_OWNER_VOLUNTEER ? hv_roster_find_volunteer (roster, feed->owner) : NULL;
  const HvHouse *house = feed->owner_kind == HV_OWNER_HOUSE ? hv_roster_find_house (roster, feed->owner) : NULL;
  HvLanguage language = hv_week_events_get_language (roster, volunteer);

  if (feed->state == HV_FEED_EMPTIED || (volunteer == NULL && house == NULL))
    name_closed (&title, language);
  else
    {
      name_after (&title, volunteer != NULL ? volunteer->name : house->name, roster, language);
      add_addresses (&title, feed, roster);
    }
  title.head.name = title.name;
  title.head.description = title.description;
  title.head.zone =
      house != NULL ? hv_roster_get_zone_name (roster, house->r.id) : hv_roster_get_organisation (roster)->zone;
  return title;
}

/* Those that the calendar still shows, lent. */
static GPtrArray *
list_shown (const HvFeed *feed, const HvRoster *roster, const GPtrArray *events)
{
  gint64 at = hv_publication_find_last (roster);
  int past_days = hv_publication_get_past_days (roster);
  GPtrArray *shown = g_ptr_array_new ();
  for (guint i = 0; feed->state == HV_FEED_LIVE && i < events->len; i++)
    if (hv_publication_shows (events->pdata[i], past_days, at))
      g_ptr_array_add (shown, events->pdata[i]);
  return shown;
}

char *
hv_feed_calendar_write (const HvFeed *feed, const HvRoster *roster, const GPtrArray *events,
                        HvCalendarFindZone find_zone, gpointer data, int alarm_minutes, GError **error)
{
  g_auto (Title) title = make_title (feed, roster);
  g_autoptr (GPtrArray) shown = list_shown (feed, roster, events);
  title.head.alarm_minutes = alarm_minutes;

  g_autofree char *text = hv_calendar_write (&title.head, shown, find_zone, data);
  if (!hv_calendar_check (text, shown->len, error))
    return NULL;
  return g_steal_pointer (&text);
}
