/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-writer.h"

#include "hv-calendar-text.h"
#include "hv-calendar-zone.h"
#include "hv-text.h"

#include <string.h>

/* How often subscribers should look, if their program asks. */
#define REFRESH "PT1H"

#define YEAR_SECONDS (G_GINT64_CONSTANT (366) * 86400)

/* One entry with its zone and its true beginning and end. */
typedef struct
{
  const HvEvent *event;
  HvZone *zone; /* lent; NULL: written in UTC */
  gint64 starts;
  gint64 ends;
} Entry;

/* --- when --- */

/* A named zone, or NULL. */
static HvZone *
find_named_zone (const char *name, HvCalendarFindZone find_zone, gpointer data)
{
  HvZone *zone = name != NULL ? find_zone (name, data) : NULL;
  return zone != NULL && hv_calendar_zone_is_name (hv_zone_get_name (zone)) ? zone : NULL;
}

static Entry
place_in_time (const HvEvent *event, HvZone *zone)
{
  Entry entry = { .event = event, .zone = zone, .starts = event->starts * 60, .ends = event->ends * 60 };
  if (zone != NULL)
    {
      HvLocalKind start_kind, end_kind;
      entry.starts = hv_zone_to_utc (zone, event->starts, &start_kind);
      entry.ends = hv_zone_to_utc (zone, event->ends, &end_kind);
      if (start_kind == HV_LOCAL_TWICE || end_kind == HV_LOCAL_TWICE)
        entry.zone = NULL;
    }
  /* All of it in the hour that is left out: it is as long as somebody meant it to be. */
  if (entry.ends <= entry.starts)
    entry.ends = entry.starts + MAX (1, event->ends - event->starts) * 60;
  return entry;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const HvEvent *one = ((const Entry *)a)->event;
  const HvEvent *other = ((const Entry *)b)->event;
  if (one->starts != other->starts)
    return one->starts < other->starts ? -1 : 1;
  return strcmp (one->uid, other->uid);
}

static GArray *
list_entries (const GPtrArray *events, HvCalendarFindZone find_zone, gpointer data)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), events->len);
  const char *zone_name = NULL;
  HvZone *zone = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const HvEvent *event = g_ptr_array_index (events, i);
      if (i == 0 || g_strcmp0 (event->zone, zone_name) != 0)
        zone = find_named_zone (event->zone, find_zone, data);
      zone_name = event->zone;
      Entry entry = place_in_time (event, zone);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries_cb);
  return entries;
}

static void
append_utc (GString *out, const char *name, gint64 utc)
{
  HvMinute minute = utc / 60 - (utc % 60 < 0);
  int minute_of_day = hv_minute_get_of_day (minute);
  int year, month, day;
  hv_day_to_ymd (hv_minute_get_day (minute), &year, &month, &day);
  hv_calendar_text_append_format (out, "%s:%04d%02d%02dT%02d%02d%02dZ", name, year, month, day, minute_of_day / 60,
                                  minute_of_day % 60, (int)(utc - minute * 60));
}

static void
append_time (GString *out, const char *name, gint64 utc, const HvZone *zone)
{
  if (zone == NULL)
    {
      append_utc (out, name, utc);
      return;
    }
  HvMinute local = hv_zone_to_local (zone, utc);
  int minute_of_day = hv_minute_get_of_day (local);
  int year, month, day;
  hv_day_to_ymd (hv_minute_get_day (local), &year, &month, &day);
  hv_calendar_text_append_format (out, "%s;TZID=%s:%04d%02d%02dT%02d%02d00", name, hv_zone_get_name (zone), year, month,
                                  day, minute_of_day / 60, minute_of_day % 60);
}

/* --- one entry --- */

static HvLanguage
get_language (const HvEvent *event)
{
  HvLanguage language = HV_LANGUAGE_EN;
  hv_language_parse (event->language, &language);
  return language;
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
format_title (const HvEvent *event, HvLanguage language)
{
  const char *role = text_or_empty (event->role);
  const char *house = text_or_empty (event->house_name);
  if (*role == '\0')
    return g_strdup (house);
  if (event->owner_kind == HV_OWNER_VOLUNTEER)
    /* TRANSLATORS: title of a volunteer's calendar entry: role, house */
    return hv_text_format (language, "%s, %s", role, house);
  if (event->present == HV_NONE || event->needed == HV_NONE)
    return g_strdup (role);
  /* TRANSLATORS: title of a house's calendar entry: role, people on the shift, people needed: "IT help 3 of 5" */
  return hv_text_format (language, "%s %ld of %ld", role, (long)event->present, (long)event->needed);
}

char *
hv_calendar_format_summary (const HvEvent *event)
{
  HvLanguage language = get_language (event);
  g_autofree char *title = format_title (event, language);
  if (!event->cancelled)
    return g_steal_pointer (&title);
  /* TRANSLATORS: before the title of a calendar entry that does not take place: "AFLYST: %s", "INSTÄLLT: %s" */
  return hv_text_format (language, "CANCELLED: %s", title);
}

static void
append_alarm (GString *out, int minutes, const char *language, const char *summary)
{
  hv_calendar_text_append_line (out, "BEGIN:VALARM");
  hv_calendar_text_append_line (out, "ACTION:DISPLAY");
  if (minutes % 60 == 0)
    hv_calendar_text_append_format (out, "TRIGGER:-PT%dH", minutes / 60);
  else
    hv_calendar_text_append_format (out, "TRIGGER:-PT%dM", minutes);
  hv_calendar_text_append_text (out, "DESCRIPTION", language, summary);
  hv_calendar_text_append_line (out, "END:VALARM");
}

static void
append_entry (GString *out, const Entry *entry, int alarm_minutes)
{
  const HvEvent *event = entry->event;
  const char *language = hv_language_get_code (get_language (event));
  g_autofree char *summary = hv_calendar_format_summary (event);
  g_autofree char *title = hv_calendar_text_clean_line (summary);
  g_autofree char *place = hv_calendar_text_clean_line (event->place);

  hv_calendar_text_append_line (out, "BEGIN:VEVENT");
  hv_calendar_text_append_text (out, "UID", NULL, event->uid);
  append_utc (out, "DTSTAMP", event->modified);
  append_utc (out, "LAST-MODIFIED", event->modified);
  hv_calendar_text_append_format (out, "SEQUENCE:%" G_GINT64_FORMAT, event->sequence);
  append_time (out, "DTSTART", entry->starts, entry->zone);
  append_time (out, "DTEND", entry->ends, entry->zone);
  hv_calendar_text_append_text (out, "SUMMARY", language, title);
  hv_calendar_text_append_text (out, "LOCATION", language, place);
  hv_calendar_text_append_text (out, "DESCRIPTION", language, event->description);
  hv_calendar_text_append_text (out, "CATEGORIES", language, event->role);
  hv_calendar_text_append_line (out, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  hv_calendar_text_append_line (out, event->cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
  if (alarm_minutes > 0 && !event->cancelled)
    append_alarm (out, alarm_minutes, language, title);
  hv_calendar_text_append_line (out, "END:VEVENT");
}

/* --- the whole --- */

static gint64
find_last_change (const HvCalendarHead *head, const GArray *entries)
{
  gint64 last = head->modified;
  for (guint i = 0; i < entries->len; i++)
    last = MAX (last, g_array_index (entries, Entry, i).event->modified);
  return last;
}

/* An address is no text: it has no escapes, and one with a line break would be two lines. */
static void
append_address (GString *out, const char *name, const char *address)
{
  if (address == NULL)
    return;
  g_autofree char *clean = hv_calendar_text_clean_line (address);
  hv_calendar_text_append_format (out, "%s:%s", name, clean);
}

static void
append_head (GString *out, const HvCalendarHead *head, const HvZone *zone, gint64 last_change)
{
  g_autofree char *name = hv_calendar_text_clean_line (head->name);

  hv_calendar_text_append_line (out, "VERSION:2.0");
  /* Without a version number: an update of Husvagt is no reason to fetch everything anew. */
  hv_calendar_text_append_line (out, "PRODID:-//Husvagt//Husvagt//EN");
  hv_calendar_text_append_line (out, "CALSCALE:GREGORIAN");
  hv_calendar_text_append_text (out, "NAME", NULL, name);
  hv_calendar_text_append_text (out, "X-WR-CALNAME", NULL, name);
  hv_calendar_text_append_text (out, "DESCRIPTION", NULL, head->description);
  hv_calendar_text_append_text (out, "X-WR-CALDESC", NULL, head->description);
  hv_calendar_text_append_line (out, "REFRESH-INTERVAL;VALUE=DURATION:" REFRESH);
  hv_calendar_text_append_line (out, "X-PUBLISHED-TTL:" REFRESH);
  hv_calendar_text_append_format (out, "X-WR-TIMEZONE:%s", hv_zone_get_name (zone));
  append_utc (out, "LAST-MODIFIED", last_change);
  hv_calendar_text_append_text (out, "COLOR", NULL, head->colour);
  append_address (out, "SOURCE;VALUE=URI", head->source);
  append_address (out, "URL", head->url);
}

static int
compare_zones_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (hv_zone_get_name (*(HvZone *const *)a), hv_zone_get_name (*(HvZone *const *)b));
}

static gboolean
same_zone_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (hv_zone_get_name (a), hv_zone_get_name (b)) == 0;
}

/* Each zone that an entry names once, by name; that of the calendar when there is no entry at all. */
static GPtrArray *
list_zones (const GArray *entries, HvZone *own)
{
  GPtrArray *zones = g_ptr_array_new ();
  if (entries->len == 0)
    g_ptr_array_add (zones, own);
  for (guint i = 0; i < entries->len; i++)
    {
      HvZone *zone = g_array_index (entries, Entry, i).zone;
      if (zone != NULL && !g_ptr_array_find_with_equal_func (zones, zone, same_zone_cb, NULL))
        g_ptr_array_add (zones, zone);
    }
  g_ptr_array_sort (zones, compare_zones_cb);
  return zones;
}

/* The zones are right from a year before the first entry to three years after the last. */
static void
append_zones (GString *out, const GArray *entries, HvZone *own, gint64 last_change)
{
  gint64 from = entries->len > 0 ? g_array_index (entries, Entry, 0).starts : last_change;
  gint64 until = from;
  for (guint i = 0; i < entries->len; i++)
    {
      from = MIN (from, g_array_index (entries, Entry, i).starts);
      until = MAX (until, g_array_index (entries, Entry, i).ends);
    }

  g_autoptr (GPtrArray) zones = list_zones (entries, own);
  for (guint i = 0; i < zones->len; i++)
    {
      HvZone *zone = g_ptr_array_index (zones, i);
      g_autofree char *text = hv_calendar_zone_write (zone, from - YEAR_SECONDS, until + 3 * YEAR_SECONDS);
      g_string_append (out, text);
    }
}

char *
hv_calendar_write (const HvCalendarHead *head, const GPtrArray *events, HvCalendarFindZone find_zone, gpointer data)
{
  g_return_val_if_fail (head != NULL && head->name != NULL, NULL);

  g_autoptr (GArray) entries = list_entries (events, find_zone, data);
  g_autoptr (HvZone) utc = hv_zone_new ("UTC", 0, NULL, 0);
  HvZone *known = find_named_zone (head->zone, find_zone, data);
  HvZone *zone = known != NULL ? known : utc;
  gint64 last_change = find_last_change (head, entries);
  GString *out = g_string_sized_new (1024 + (gsize)entries->len * 1024);

  hv_calendar_text_append_line (out, "BEGIN:VCALENDAR");
  append_head (out, head, zone, last_change);
  append_zones (out, entries, zone, last_change);
  for (guint i = 0; i < entries->len; i++)
    append_entry (out, &g_array_index (entries, Entry, i), head->alarm_minutes);
  hv_calendar_text_append_line (out, "END:VCALENDAR");
  return g_string_free (out, FALSE);
}
