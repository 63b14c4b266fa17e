/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-text.h"

#include <libical/ical.h>
#include <stdarg.h>
#include <string.h>

/* --- cleaning --- */

/* Dashes and quotation marks: U+2010 to U+2027. */
static bool
is_punctuation (const guchar *c)
{
  return c[0] == 0xe2 && c[1] == 0x80 && c[2] >= 0x90 && c[2] <= 0xa7;
}

/* A text of printable characters below U+0300 is clean as it is: the first
 * combining mark is U+0300, and the C1 controls are U+0080 to U+009F. Nearly every
 * text is such a one, and normalising costs as much as writing. */
static bool
is_plain (const char *text)
{
  for (const guchar *c = (const guchar *)text; *c != '\0'; c++)
    {
      if ((*c < ' ' && *c != '\n') || *c == 0x7f)
        return false;
      if (*c == 0xc2 && c[1] < 0xa0)
        return false;
      if (*c >= 0xcc && !is_punctuation (c))
        return false;
    }
  return g_utf8_validate (text, -1, NULL);
}

static bool
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static char *
rebuild (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\r' && p[1] == '\n')
        continue;
      if (is_line_break (c))
        g_string_append_c (clean, '\n');
      else if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c) && !turns_direction (c))
        g_string_append_unichar (clean, c);
    }
  return g_utf8_normalize (clean->str, -1, G_NORMALIZE_NFC);
}

char *
hv_calendar_text_clean (const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  return g_strstrip (is_plain (text) ? g_strdup (text) : rebuild (text));
}

char *
hv_calendar_text_clean_line (const char *text)
{
  g_autofree char *clean = hv_calendar_text_clean (text);
  if (strchr (clean, '\n') == NULL)
    return g_steal_pointer (&clean);

  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  GString *joined = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      if (*line == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, g_str_has_suffix (joined->str, ",") ? " " : ", ");
      g_string_append (joined, line);
    }
  return g_string_free (joined, FALSE);
}

/* --- folding --- */

static bool
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Where a line that is longer than `room` breaks. A run of blanks as long as a line
 * has no better place than its middle. */
static gsize
find_break (const char *line, gsize room)
{
  gsize character = room;
  while (character > 1 && ((guchar)line[character] & 0xc0) == 0x80)
    character--;

  gsize place = character;
  while (place > 1 && is_blank (line[place - 1]))
    place--;
  return is_blank (line[place - 1]) ? character : place;
}

static void
fold (GString *out, gsize start)
{
  g_autofree char *line = g_strdup (out->str + start);
  gsize left = out->len - start;
  gsize room = HV_CALENDAR_LINE_OCTETS;
  const char *next = line;

  g_string_truncate (out, start);
  while (left > room)
    {
      gsize place = find_break (next, room);
      g_string_append_len (out, next, (gssize)place);
      g_string_append_len (out, "\r\n ", 3);
      next += place;
      left -= place;
      room = HV_CALENDAR_LINE_OCTETS - 1; /* the blank counts */
    }
  g_string_append_len (out, next, (gssize)left);
}

/* Ends the line that begins at `start` and goes to the end of what is written. */
static void
end_line (GString *out, gsize start)
{
  if (out->len - start > HV_CALENDAR_LINE_OCTETS)
    fold (out, start);
  g_string_append_len (out, "\r\n", 2);
}

void
hv_calendar_text_append_line (GString *out, const char *line)
{
  gsize start = out->len;
  g_string_append (out, line);
  end_line (out, start);
}

void
hv_calendar_text_append_format (GString *out, const char *format, ...)
{
  gsize start = out->len;
  va_list arguments;
  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
  end_line (out, start);
}

/* Escaped by libical as a value without a property: for the properties of X- names
 * and for CATEGORIES its versions disagree about commas. */
static void
append_escaped (GString *out, const char *text)
{
  icalvalue *value = icalvalue_new_text (text);
  char *escaped = icalvalue_as_ical_string_r (value);
  g_string_append (out, escaped);
  icalmemory_free_buffer (escaped);
  icalvalue_free (value);
}

void
hv_calendar_text_append_text (GString *out, const char *name, const char *language, const char *text)
{
  g_autofree char *clean = hv_calendar_text_clean (text);
  if (*clean == '\0')
    return;

  gsize start = out->len;
  g_string_append (out, name);
  if (language != NULL)
    {
      g_string_append (out, ";LANGUAGE=");
      g_string_append (out, language);
    }
  g_string_append_c (out, ':');
  append_escaped (out, clean);
  end_line (out, start);
}
