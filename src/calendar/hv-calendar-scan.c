/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-scan.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *next;
  const char *end;
  guint line;            /* of the physical line read last */
  GString *content;      /* the content line, unfolded, and no longer than it needs to be */
  bool calendar;         /* a BEGIN:VCALENDAR has been */
  HvCalendarEntry *open; /* the entry being read, or NULL */
  GString *times;        /* its lines for libical */
  guint inside;          /* components open within it */
  GPtrArray *entries;
} Scan;

/* The next physical line without its end. */
static bool
read_line (Scan *scan, const char **ret_line, gsize *ret_length)
{
  if (scan->next == scan->end)
    return false;

  const char *line = scan->next;
  const char *stop = memchr (line, '\n', (gsize)(scan->end - line));
  scan->next = stop != NULL ? stop + 1 : scan->end;
  gsize length = (gsize)((stop != NULL ? stop : scan->end) - line);
  if (length > 0 && line[length - 1] == '\r')
    length--;
  scan->line++;
  *ret_line = line;
  *ret_length = length;
  return true;
}

static bool
is_continued (const Scan *scan)
{
  return scan->next < scan->end && (*scan->next == ' ' || *scan->next == '\t');
}

static void
append_content (Scan *scan, const char *text, gsize length)
{
  gsize room = HV_CALENDAR_SCAN_LARGEST + 1 - scan->content->len;
  g_string_append_len (scan->content, text, (gssize)MIN (length, room));
}

/* The next content line into scan->content. */
static bool
read_content (Scan *scan)
{
  const char *line;
  gsize length;
  if (!read_line (scan, &line, &length))
    return false;

  g_string_truncate (scan->content, 0);
  append_content (scan, line, length);
  while (is_continued (scan) && read_line (scan, &line, &length))
    append_content (scan, line + 1, length - 1);
  return true;
}

/* --- what the lines say --- */

static bool
has_name (const char *content, const char *name)
{
  gsize length = strlen (name);
  return g_ascii_strncasecmp (content, name, length) == 0 && (content[length] == ':' || content[length] == ';');
}

static bool
is_line (const char *content, const char *line)
{
  gsize length = strlen (line);
  return g_ascii_strncasecmp (content, line, length) == 0
         && strspn (content + length, " \t") == strlen (content + length);
}

/* What follows the colon; parameters may hold colons within quotation marks. */
static const char *
find_value (const char *content)
{
  bool quoted = false;
  for (const char *p = content; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (*p == ':' && !quoted)
        return p + 1;
    }
  return "";
}

/* A TEXT value without its escapes, on one line. */
static char *
read_text (const char *content)
{
  GString *text = g_string_new (NULL);
  for (const char *p = find_value (content); *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else
        {
          g_string_append_c (text, (guchar)*p < ' ' ? ' ' : *p);
          continue;
        }
      g_string_append_c (text, *p == 'n' || *p == 'N' ? ' ' : *p);
    }
  return g_string_free (text, FALSE);
}

static bool
is_time (const char *content)
{
  static const char *const names[] = { "DTSTART", "DTEND", "DURATION", "RDATE", "EXDATE", "RECURRENCE-ID" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (has_name (content, names[i]))
      return true;
  return false;
}

static void
keep_time (Scan *scan, const char *content)
{
  if (scan->times->len + strlen (content) > HV_CALENDAR_SCAN_LARGEST)
    {
      hv_calendar_entry_blame (scan->open, HV_ENTRY_TOO_LARGE);
      return;
    }
  g_string_append_printf (scan->times, "%s\r\n", content);
}

static void
keep_rule (HvCalendarEntry *entry, const char *content)
{
  if (entry->rule != NULL)
    hv_calendar_entry_blame (entry, HV_ENTRY_UNKNOWN_RULE);
  g_free (entry->rule);
  entry->rule = g_strstrip (g_strdup (find_value (content)));
}

static void
keep_text (char **member, const char *content)
{
  g_free (*member);
  *member = read_text (content);
}

static void
take_property (Scan *scan)
{
  const char *content = scan->content->str;
  HvCalendarEntry *entry = scan->open;

  if (is_time (content))
    keep_time (scan, content);
  else if (has_name (content, "RRULE"))
    keep_rule (entry, content);
  else if (has_name (content, "EXRULE"))
    hv_calendar_entry_blame (entry, HV_ENTRY_UNKNOWN_RULE);
  else if (has_name (content, "UID"))
    keep_text (&entry->uid, content);
  else if (has_name (content, "SUMMARY"))
    keep_text (&entry->title, content);
  else if (has_name (content, "STATUS"))
    entry->cancelled = g_ascii_strcasecmp (find_value (content), "CANCELLED") == 0;
  else if (has_name (content, "TRANSP"))
    entry->free = g_ascii_strcasecmp (find_value (content), "TRANSPARENT") == 0;
}

static void
begin_entry (Scan *scan)
{
  scan->open = hv_calendar_entry_new (scan->line);
  scan->inside = 0;
  g_string_truncate (scan->times, 0);
}

static void
end_entry (Scan *scan)
{
  HvCalendarEntry *entry = g_steal_pointer (&scan->open);
  g_ptr_array_add (scan->entries, entry);
  if (entry->fault == HV_ENTRY_FINE)
    hv_calendar_entry_read_times (entry, scan->times->str);
}

static void
take_content (Scan *scan)
{
  const char *content = scan->content->str;
  bool begins_entry = is_line (content, "BEGIN:VEVENT");

  if (is_line (content, "BEGIN:VCALENDAR"))
    scan->calendar = true;
  if (scan->open != NULL && begins_entry)
    {
      hv_calendar_entry_blame (scan->open, HV_ENTRY_UNFINISHED);
      end_entry (scan);
    }
  if (begins_entry)
    begin_entry (scan);
  else if (scan->open == NULL)
    return;
  else if (is_line (content, "END:VEVENT"))
    end_entry (scan);
  else if (g_ascii_strncasecmp (content, "BEGIN:", 6) == 0)
    scan->inside++;
  else if (g_ascii_strncasecmp (content, "END:", 4) == 0)
    scan->inside -= scan->inside > 0;
  else if (scan->inside == 0)
    take_property (scan);
}

GPtrArray *
hv_calendar_scan (const char *text, gsize length, guint most)
{
  Scan scan = { .next = text, .end = text + length };
  scan.content = g_string_new (NULL);
  scan.times = g_string_new (NULL);
  scan.entries = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_calendar_entry_free);
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    scan.next += strlen (BYTE_ORDER_MARK);

  while (scan.entries->len <= most && read_content (&scan))
    take_content (&scan);
  if (scan.open != NULL)
    {
      hv_calendar_entry_blame (scan.open, HV_ENTRY_UNFINISHED);
      end_entry (&scan);
    }

  g_string_free (scan.content, TRUE);
  g_string_free (scan.times, TRUE);
  if (!scan.calendar)
    g_clear_pointer (&scan.entries, g_ptr_array_unref);
  return scan.entries;
}
