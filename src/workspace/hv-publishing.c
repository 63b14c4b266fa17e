/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-publishing.h"

#include "hv-publication.h"
#include "hv-zones.h"

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gint64
count_needed (const HvShift *shift, gpointer data)
{
  const HvGap *gap = hv_outlook_find_gap (data, shift);
  return gap == NULL ? shift->minimum : gap->needed;
}

HvDraft *
hv_publishing_draft (HvStore *store, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, GError **error)
{
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GPtrArray) cancelled = NULL;
  if (!hv_store_load_records (store, HV_KIND_EVENT, "week", week.monday, &elsewhere, error)
      || !hv_store_load_records (store, HV_KIND_EVENT, "cancelled", 1, &cancelled, error))
    return NULL;
  g_ptr_array_extend_and_steal (elsewhere, g_steal_pointer (&cancelled));
  return hv_draft_new (roster, week, elsewhere, count_needed, (gpointer)outlook);
}

HvEdit *
hv_publishing_make (const HvDraft *draft)
{
  return hv_publication_make (draft, hv_feed_random, NULL, now (), hv_store_new_edit_source ());
}

/* --- calendars --- */

typedef struct
{
  HvStore *store;
  GHashTable *zones; /* name → HvZone */
} Sources;

static void
open_sources (Sources *sources, HvStore *store)
{
  sources->store = store;
  sources->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)hv_zone_unref);
}

static HvZone *
find_zone (const char *name, gpointer data)
{
  Sources *sources = data;
  HvZone *zone = g_hash_table_lookup (sources->zones, name);
  if (zone != NULL)
    return zone;
  zone = hv_zones_load (name);
  if (zone != NULL)
    g_hash_table_insert (sources->zones, g_strdup (name), zone);
  return zone;
}

static GPtrArray *
load_events (HvOwner owner_kind, HvId owner, gpointer data, GError **error)
{
  Sources *sources = data;
  GPtrArray *events;
  if (!hv_store_load_records (sources->store, HV_KIND_EVENT, "owner", owner, &events, error))
    return NULL;
  for (guint i = events->len; i > 0; i--)
    if (((const HvEvent *)g_ptr_array_index (events, i - 1))->owner_kind != (gint64)owner_kind)
      g_ptr_array_remove_index (events, i - 1);
  return events;
}

bool
hv_publishing_write (HvStore *store, const HvRoster *roster, const char *folder, HvFeedFolderCount *ret_count,
                     GError **error)
{
  Sources sources;
  open_sources (&sources, store);
  HvFeedFolderJob job = {
    .roster = roster,
    .load_events = load_events,
    .find_zone = find_zone,
    .data = &sources,
    .now = now (),
  };
  bool done = hv_feed_folder_write (folder, &job, ret_count, error);
  g_hash_table_unref (sources.zones);
  return done;
}

static const char *
find_owner_name (const HvRoster *roster, HvOwner owner_kind, HvId owner)
{
  if (owner_kind == HV_OWNER_HOUSE)
    {
      const HvHouse *house = hv_roster_find_house (roster, owner);
      return house == NULL ? "" : house->name;
    }
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, owner);
  return volunteer == NULL ? "" : volunteer->name;
}

static void
drop_other_weeks (GPtrArray *events, const HvChoice *choice)
{
  for (guint i = events->len; i > 0; i--)
    {
      const HvEvent *event = g_ptr_array_index (events, i - 1);
      gint64 week = hv_week_of_day (hv_minute_get_day (event->starts)).monday;
      if ((choice->from != HV_NONE && week < choice->from) || (choice->until != HV_NONE && week > choice->until))
        g_ptr_array_remove_index (events, i - 1);
    }
}

char *
hv_publishing_export (HvStore *store, const HvRoster *roster, HvOwner owner_kind, HvId owner, const HvChoice *choice,
                      GError **error)
{
  Sources sources;
  open_sources (&sources, store);
  char *text = NULL;
  g_autoptr (GPtrArray) events = load_events (owner_kind, owner, &sources, error);
  if (events != NULL)
    {
      drop_other_weeks (events, choice);
      HvCalendarHead head = {
        .name = find_owner_name (roster, owner_kind, owner),
        .zone = hv_roster_get_organisation (roster)->zone,
        .modified = hv_publication_find_last (roster),
      };
      text = hv_calendar_write (&head, events, find_zone, &sources);
    }
  g_hash_table_unref (sources.zones);
  return text;
}
