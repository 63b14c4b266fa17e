/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-encoding.h"

#include <string.h>

#define UNREADABLE '\xFF'
#define LOOK_AT 4096 /* bytes that tell UTF-16 without a mark */

/* Windows-1252 from 0x80 to 0x9F; the rest is as in Unicode. 0: no such letter. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

const char *
hv_encoding_get_name (HvEncoding encoding)
{
  switch (encoding)
    {
    case HV_ENCODING_UTF16LE:
    case HV_ENCODING_UTF16BE:
      return "UTF-16";
    case HV_ENCODING_WINDOWS_1252:
      return "Windows-1252";
    case HV_ENCODING_UTF8:
    default:
      return "UTF-8";
    }
}

/* --- lines that are one or the other --- */

static gsize
find_line_end (const char *text, gsize length)
{
  gsize at = 0;
  while (at < length && text[at] != '\n' && text[at] != '\r')
    at++;
  return MIN (at + 1, length);
}

static bool
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x80)
      return false;
  return true;
}

/* Zero bytes are somebody else's worry: they say nothing about the encoding. */
static bool
is_utf8 (const char *text, gsize length)
{
  const char *bad;
  while (!g_utf8_validate_len (text, length, &bad))
    {
      if (*bad != '\0')
        return false;
      length -= (gsize)(bad + 1 - text);
      text = bad + 1;
    }
  return true;
}

typedef struct
{
  gsize utf8;   /* lines with letters beyond ASCII, all of them UTF-8 */
  gsize legacy; /* lines that are no UTF-8 */
} LineCount;

static LineCount
count_lines (const char *text, gsize length)
{
  LineCount count = { 0, 0 };
  for (gsize at = 0, line; at < length; at += line)
    {
      line = find_line_end (text + at, length - at);
      if (is_ascii (text + at, line))
        continue;
      if (is_utf8 (text + at, line))
        count.utf8++;
      else
        count.legacy++;
    }
  return count;
}

/* --- decoding --- */

static void
append_windows_1252 (GString *text, guchar byte)
{
  gunichar letter = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
  if (letter == 0 && byte != 0)
    g_string_append_c (text, UNREADABLE);
  else if (letter < 0x80)
    g_string_append_c (text, (char)letter);
  else
    g_string_append_unichar (text, letter);
}

static GBytes *
decode_windows_1252 (const char *bytes, gsize length)
{
  GString *text = g_string_sized_new (length + length / 16);
  for (gsize at = 0, line; at < length; at += line)
    {
      line = find_line_end (bytes + at, length - at);
      bool other = !is_ascii (bytes + at, line) && is_utf8 (bytes + at, line);
      if (other)
        g_string_append_c (text, UNREADABLE);
      for (gsize i = 0; i < line; i++)
        append_windows_1252 (text, (guchar)bytes[at + i]);
    }
  return g_string_free_to_bytes (text);
}

static guint16
get_unit (const guchar *bytes, bool little)
{
  return little ? (guint16)(bytes[0] | bytes[1] << 8) : (guint16)(bytes[0] << 8 | bytes[1]);
}

static GBytes *
decode_utf16 (const guchar *bytes, gsize length, bool little)
{
  GString *text = g_string_sized_new (length / 2 + length / 16);
  gsize n = length / 2;
  for (gsize i = 0; i < n; i++)
    {
      guint16 unit = get_unit (bytes + 2 * i, little);
      guint16 next = i + 1 < n ? get_unit (bytes + 2 * i + 2, little) : 0;
      if (unit < 0x80)
        g_string_append_c (text, (char)unit);
      else if (unit < 0xD800 || unit > 0xDFFF)
        g_string_append_unichar (text, unit);
      else if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF)
        {
          g_string_append_unichar (text, 0x10000 + ((gunichar)(unit - 0xD800) << 10) + (next - 0xDC00));
          i++;
        }
      else
        g_string_append_c (text, UNREADABLE);
    }
  if (length % 2 != 0)
    g_string_append_c (text, UNREADABLE);
  return g_string_free_to_bytes (text);
}

/* --- guessing --- */

/* Zero bytes in one half of the places and nearly none in the other. */
static bool
looks_like_utf16 (const guchar *bytes, gsize length, bool *ret_little)
{
  gsize look = MIN (length, (gsize)LOOK_AT) & ~(gsize)1;
  gsize zeros[2] = { 0, 0 };
  for (gsize i = 0; i < look; i++)
    zeros[i % 2] += bytes[i] == 0;

  gsize most = MAX (zeros[0], zeros[1]);
  if (look < 4 || most * 10 < look / 2 * 7 || MIN (zeros[0], zeros[1]) * 10 > most)
    return false;
  *ret_little = zeros[1] > zeros[0];
  return true;
}

GBytes *
hv_encoding_decode (GBytes *file, HvEncoding *ret_encoding)
{
  gsize length;
  const guchar *bytes = g_bytes_get_data (file, &length);
  bool little = false;

  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    {
      *ret_encoding = HV_ENCODING_UTF8;
      return g_bytes_new_from_bytes (file, 3, length - 3);
    }
  bool marked = length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
  if (marked || looks_like_utf16 (bytes, length, &little))
    {
      little = marked ? bytes[0] == 0xFF : little;
      gsize skip = marked ? 2 : 0;
      *ret_encoding = little ? HV_ENCODING_UTF16LE : HV_ENCODING_UTF16BE;
      return decode_utf16 (bytes + skip, length - skip, little);
    }

  LineCount count = count_lines ((const char *)bytes, length);
  if (count.legacy <= count.utf8)
    {
      *ret_encoding = HV_ENCODING_UTF8;
      return g_bytes_ref (file);
    }
  *ret_encoding = HV_ENCODING_WINDOWS_1252;
  return decode_windows_1252 ((const char *)bytes, length);
}
