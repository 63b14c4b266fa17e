/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "strict.h"

#include <string.h>

static void
free_line (StrictLine *line)
{
  g_free (line->name);
  g_free (line->parameters);
  g_free (line->value);
  g_free (line);
}

static GPtrArray *
new_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)free_line);
}

void
strict_free (StrictCalendar *calendar)
{
  g_ptr_array_unref (calendar->head);
  g_ptr_array_unref (calendar->zones);
  g_ptr_array_unref (calendar->events);
  g_free (calendar);
}

/* --- physical lines --- */

static void
check_physical (const char *line, gsize length)
{
  g_autofree char *text = g_strndup (line, length);
  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (length, <=, 75);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate (text, -1, NULL)); /* so no character is cut in two */
  g_assert_false (g_ascii_isspace (line[length - 1]));
  g_assert_false (g_str_has_prefix (text, "\xef\xbb\xbf"));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
}

/* The content lines, unfolded. */
static GPtrArray *
unfold (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) current = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = strstr (text, "\r\n");
      g_assert_nonnull (end); /* the last line is ended too */
      check_physical (text, (gsize)(end - text));
      if (*text == ' ')
        {
          g_assert_cmpuint (current->len, >, 0);
          g_string_append_len (current, text + 1, end - text - 1);
        }
      else
        {
          if (current->len > 0)
            g_ptr_array_add (lines, g_strdup (current->str));
          g_string_truncate (current, 0);
          g_string_append_len (current, text, end - text);
        }
      text = end + 2;
    }
  g_ptr_array_add (lines, g_strdup (current->str));
  return lines;
}

/* --- content lines --- */

static StrictLine *
split (const char *text)
{
  gsize name = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
  g_assert_cmpuint (name, >, 0);
  gsize head = strcspn (text, ":");
  g_assert_cmpint (text[head], ==, ':');

  StrictLine *line = g_new0 (StrictLine, 1);
  line->name = g_strndup (text, name);
  line->parameters = head > name ? g_strndup (text + name + 1, head - name - 1) : g_strdup ("");
  line->value = g_strdup (text + head + 1);
  if (head > name)
    {
      g_assert_cmpint (text[name], ==, ';');
      g_assert_nonnull (strchr (line->parameters, '='));
      g_assert_null (strpbrk (line->parameters, "\";, "));
    }
  return line;
}

static const char *const text_names[] = {
  "UID",          "SUMMARY", "LOCATION", "DESCRIPTION",   "CATEGORIES", "NAME",   "X-WR-CALNAME",
  "X-WR-CALDESC", "PRODID",  "COLOR",    "X-WR-TIMEZONE", "TZID",       "TZNAME", NULL,
};

/* RFC 5545 3.3.11: these four escapes and no others; a comma or semicolon never bare. */
static void
check_text (const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      g_assert_cmpint (*p, !=, ',');
      g_assert_cmpint (*p, !=, ';');
      if (*p == '\\')
        g_assert_nonnull (strchr ("\\;,n", *++p));
    }
}

static bool
is_digits (const char *text, gsize n)
{
  return strspn (text, "0123456789") >= n;
}

/* "20260504T100000", with Z at the end or not. */
static void
check_time (const char *value, bool utc)
{
  g_assert_cmpuint (strlen (value), ==, utc ? 16 : 15);
  g_assert_true (is_digits (value, 8) && value[8] == 'T' && is_digits (value + 9, 6));
  if (utc)
    g_assert_cmpint (value[15], ==, 'Z');
}

static void
check_line (const StrictLine *line)
{
  if (g_strv_contains (text_names, line->name))
    check_text (line->value);
  if (g_str_equal (line->name, "DTSTAMP") || g_str_equal (line->name, "LAST-MODIFIED"))
    check_time (line->value, true);
  if (g_str_equal (line->name, "RDATE"))
    check_time (line->value, false);
}

const char *
strict_get_parameters (const GPtrArray *lines, const char *name)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const StrictLine *line = g_ptr_array_index (lines, i);
      if (g_str_equal (line->name, name))
        return line->parameters;
    }
  return "-";
}

const char *
strict_get (const GPtrArray *lines, const char *name)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const StrictLine *line = g_ptr_array_index (lines, i);
      if (g_str_equal (line->name, name))
        return line->value;
    }
  return "-";
}

guint
strict_count (const GPtrArray *lines, const char *name)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((const StrictLine *)g_ptr_array_index (lines, i))->name, name))
      n++;
  return n;
}

/* --- components --- */

static void
check_has_one (const GPtrArray *lines, const char *const *names)
{
  for (; *names != NULL; names++)
    if (strict_count (lines, *names) != 1)
      g_error ("%s is there %u times", *names, strict_count (lines, *names));
}

static void
check_has_none (const GPtrArray *lines, const char *const *names)
{
  for (; *names != NULL; names++)
    g_assert_cmpuint (strict_count (lines, *names), ==, 0);
}

static void
check_zone_is_declared (const StrictCalendar *calendar, const char *parameters)
{
  g_assert_true (g_str_has_prefix (parameters, "TZID="));
  for (guint i = 0; i < calendar->zones->len; i++)
    if (g_str_equal (strict_get (g_ptr_array_index (calendar->zones, i), "TZID"), parameters + 5))
      return;
  g_assert_not_reached ();
}

/* Never floating, and both ends in one zone. */
static void
check_event_times (const StrictCalendar *calendar, const GPtrArray *event)
{
  const char *start = strict_get (event, "DTSTART");
  const char *end = strict_get (event, "DTEND");
  const char *parameters = strict_get_parameters (event, "DTSTART");
  bool utc = *parameters == '\0';

  g_assert_cmpstr (strict_get_parameters (event, "DTEND"), ==, parameters);
  check_time (start, utc);
  check_time (end, utc);
  if (!utc)
    check_zone_is_declared (calendar, parameters);
  g_assert_cmpstr (end, >, start);
}

static void
check_event (const StrictCalendar *calendar, const GPtrArray *event)
{
  static const char *const needed[] = { "UID",   "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART",
                                        "DTEND", "SUMMARY", "STATUS",        "TRANSP",   NULL };
  static const char *const forbidden[] = { "ATTENDEE", "ORGANIZER", "ATTACH", "RRULE", "RDATE", "GEO", "METHOD", NULL };

  check_has_one (event, needed);
  check_has_none (event, forbidden);
  check_event_times (calendar, event);
  g_assert_cmpstr (strict_get (event, "DTSTAMP"), ==, strict_get (event, "LAST-MODIFIED"));
  g_assert_cmpstr (strict_get (calendar->head, "LAST-MODIFIED"), >=, strict_get (event, "LAST-MODIFIED"));
  g_assert_true (is_digits (strict_get (event, "SEQUENCE"), strlen (strict_get (event, "SEQUENCE"))));

  bool cancelled = g_str_equal (strict_get (event, "STATUS"), "CANCELLED");
  g_assert_cmpstr (strict_get (event, "TRANSP"), ==, cancelled ? "TRANSPARENT" : "OPAQUE");
  if (!cancelled)
    g_assert_cmpstr (strict_get (event, "STATUS"), ==, "CONFIRMED");
  if (cancelled)
    g_assert_cmpuint (strict_count (event, "TRIGGER"), ==, 0);
}

static void
check_head (const StrictCalendar *calendar)
{
  static const char *const needed[] = {
    "VERSION",       "PRODID",           "CALSCALE",        "NAME",          "X-WR-CALNAME",
    "X-WR-TIMEZONE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "LAST-MODIFIED", NULL
  };
  static const char *const forbidden[] = { "UID", "METHOD", NULL };

  check_has_one (calendar->head, needed);
  check_has_none (calendar->head, forbidden);
  g_assert_cmpstr (strict_get (calendar->head, "VERSION"), ==, "2.0");
  g_assert_cmpstr (strict_get (calendar->head, "NAME"), ==, strict_get (calendar->head, "X-WR-CALNAME"));
  g_assert_cmpstr (strict_get (calendar->head, "DESCRIPTION"), ==, strict_get (calendar->head, "X-WR-CALDESC"));
  g_assert_cmpstr (strict_get_parameters (calendar->head, "REFRESH-INTERVAL"), ==, "VALUE=DURATION");
  g_assert_cmpstr (strict_get (calendar->head, "REFRESH-INTERVAL"), ==, strict_get (calendar->head, "X-PUBLISHED-TTL"));
}

/* No zone that nobody uses, unless there is nothing else; none twice. */
static void
check_zones (const StrictCalendar *calendar)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  if (calendar->events->len == 0)
    g_assert_cmpuint (calendar->zones->len, ==, 1);

  for (guint i = 0; i < calendar->zones->len; i++)
    {
      const char *name = strict_get (g_ptr_array_index (calendar->zones, i), "TZID");
      bool used = calendar->events->len == 0;
      for (guint j = 0; j < calendar->events->len && !used; j++)
        used = g_str_has_suffix (strict_get_parameters (g_ptr_array_index (calendar->events, j), "DTSTART"), name);
      g_assert_true (used);
      g_assert_true (g_hash_table_add (names, (gpointer)name));
    }
}

static void
check_uids (const StrictCalendar *calendar)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < calendar->events->len; i++)
    g_assert_true (g_hash_table_add (uids, (gpointer)strict_get (g_ptr_array_index (calendar->events, i), "UID")));
}

/* Where a line goes: into the head, or into a new or the last zone or event. */
static GPtrArray *
find_place (StrictCalendar *calendar, GPtrArray *open, const StrictLine *line)
{
  if (open->len == 1 && g_str_equal (line->name, "BEGIN"))
    {
      bool zone = g_str_equal (line->value, "VTIMEZONE");
      if (!zone)
        g_assert_cmpstr (line->value, ==, "VEVENT");
      GPtrArray *lines = new_lines ();
      g_ptr_array_add (zone ? calendar->zones : calendar->events, lines);
      return lines;
    }
  if (open->len <= 1)
    return calendar->head;
  GPtrArray *list = g_str_equal (g_ptr_array_index (open, 1), "VTIMEZONE") ? calendar->zones : calendar->events;
  return g_ptr_array_index (list, list->len - 1);
}

static void
take_line (StrictCalendar *calendar, GPtrArray *open, StrictLine *line)
{
  /* Once a component has been, the head is over. */
  if (open->len == 1 && calendar->zones->len + calendar->events->len > 0)
    g_assert_true (g_str_equal (line->name, "BEGIN") || g_str_equal (line->name, "END"));
  g_ptr_array_add (find_place (calendar, open, line), line);

  if (g_str_equal (line->name, "BEGIN"))
    g_ptr_array_add (open, line->value);
  if (g_str_equal (line->name, "END"))
    {
      g_assert_cmpuint (open->len, >, 0);
      g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), ==, line->value);
      g_ptr_array_remove_index (open, open->len - 1);
    }
}

StrictCalendar *
strict_read (const char *text)
{
  StrictCalendar *calendar = g_new0 (StrictCalendar, 1);
  calendar->head = new_lines ();
  calendar->zones = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  calendar->events = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  g_autoptr (GPtrArray) lines = unfold (text);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, "BEGIN:VCALENDAR");
  for (guint i = 0; i < lines->len; i++)
    {
      StrictLine *line = split (g_ptr_array_index (lines, i));
      check_line (line);
      take_line (calendar, open, line);
      if (open->len == 0)
        g_assert_cmpuint (i, ==, lines->len - 1); /* exactly one calendar */
    }

  g_assert_cmpuint (open->len, ==, 0);
  check_head (calendar);
  check_zones (calendar);
  check_uids (calendar);
  for (guint i = 0; i < calendar->events->len; i++)
    check_event (calendar, g_ptr_array_index (calendar->events, i));
  return calendar;
}

char *
strict_unescape (const char *value)
{
  GString *text = g_string_new (NULL);
  for (const char *p = value; *p != '\0'; p++)
    {
      bool escaped = *p == '\\';
      if (escaped)
        p++;
      g_string_append_c (text, escaped && *p == 'n' ? '\n' : *p);
    }
  return g_string_free (text, FALSE);
}

const GPtrArray *
strict_find (const StrictCalendar *calendar, const char *uid)
{
  for (guint i = 0; i < calendar->events->len; i++)
    {
      const GPtrArray *event = g_ptr_array_index (calendar->events, i);
      if (g_str_equal (strict_get (event, "UID"), uid))
        return event;
    }
  return NULL;
}
