/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-encoding.h"

#include <string.h>

#define BYTES(text) text, sizeof text - 1

/* Bytes of a file → its encoding and text. */
static const struct
{
  const char *what;
  const char *bytes;
  gsize length;
  HvEncoding encoding;
  const char *text;
  gsize text_length;
} files[] = {
  { "nothing", BYTES (""), HV_ENCODING_UTF8, BYTES ("") },
  { "ASCII", BYTES ("Name;Phone\r\n"), HV_ENCODING_UTF8, BYTES ("Name;Phone\r\n") },
  { "UTF-8", BYTES ("Åse Ærensø\n"), HV_ENCODING_UTF8, BYTES ("Åse Ærensø\n") },
  { "UTF-8 with BOM", BYTES ("\xEF\xBB\xBFÅse\n"), HV_ENCODING_UTF8, BYTES ("Åse\n") },
  { "BOM alone", BYTES ("\xEF\xBB\xBF"), HV_ENCODING_UTF8, BYTES ("") },
  { "UTF-16LE with BOM", BYTES ("\xFF\xFE\xC5\0s\0e\0\n\0"), HV_ENCODING_UTF16LE, BYTES ("Åse\n") },
  { "UTF-16BE with BOM", BYTES ("\xFE\xFF\0\xC5\0s\0e\0\n"), HV_ENCODING_UTF16BE, BYTES ("Åse\n") },
  { "UTF-16LE without", BYTES ("\xC5\0s\0e\0\r\0\n\0"), HV_ENCODING_UTF16LE, BYTES ("Åse\r\n") },
  { "UTF-16BE without", BYTES ("\0\xC5\0s\0e\0\r\0\n"), HV_ENCODING_UTF16BE, BYTES ("Åse\r\n") },
  { "UTF-16 emoji", BYTES ("\xFF\xFE\x3D\xD8\x00\xDE"), HV_ENCODING_UTF16LE, BYTES ("\xF0\x9F\x98\x80") },
  { "half an emoji",
    BYTES ("\xFF\xFE"
           "a\0\x3D\xD8"
           "b\0"),
    HV_ENCODING_UTF16LE,
    BYTES ("a\xFF"
           "b") },
  { "other half",
    BYTES ("\xFF\xFE"
           "a\0\x00\xDE"
           "b\0"),
    HV_ENCODING_UTF16LE,
    BYTES ("a\xFF"
           "b") },
  { "odd byte",
    BYTES ("\xFF\xFE"
           "a\0b"),
    HV_ENCODING_UTF16LE, BYTES ("a\xFF") },
  { "Windows-1252", BYTES ("\xC5se \xC6rens\xF8 \x80\n"), HV_ENCODING_WINDOWS_1252, BYTES ("Åse Ærensø €\n") },
  { "no such letter", BYTES ("\xC5se\n\x81\n"), HV_ENCODING_WINDOWS_1252, BYTES ("Åse\n\xFF\n") },
  { "mostly UTF-8", BYTES ("Åse\nÆren\n\xD8ster\n"), HV_ENCODING_UTF8, BYTES ("Åse\nÆren\n\xD8ster\n") },
  { "mostly Windows", BYTES ("\xC5se\n\xC6ren\nØster\n"), HV_ENCODING_WINDOWS_1252,
    BYTES ("Åse\nÆren\n\xFF\xC3\x83\xCB\x9Cster\n") },
  { "old Mac lines", BYTES ("Åse\rÆren\r\xD8ster\r"), HV_ENCODING_UTF8, BYTES ("Åse\rÆren\r\xD8ster\r") },
  { "zero bytes", BYTES ("a\0b\0\0\0c"), HV_ENCODING_UTF8, BYTES ("a\0b\0\0\0c") },
  { "zero in UTF-8", BYTES ("Åse\0\n"), HV_ENCODING_UTF8, BYTES ("Åse\0\n") },
};

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (files[i].bytes, files[i].length);
      HvEncoding encoding;
      g_autoptr (GBytes) decoded = hv_encoding_decode (file, &encoding);
      gsize length;
      const char *text = g_bytes_get_data (decoded, &length);
      g_test_message ("%s", files[i].what);
      g_assert_cmpint (encoding, ==, files[i].encoding);
      g_assert_cmpmem (text, length, files[i].text, files[i].text_length);
    }
}

/* Every byte of Windows-1252 is one letter or unreadable. */
static void
test_every_byte (void)
{
  guint unreadable = 0;
  for (guint byte = 0x80; byte < 0x100; byte++)
    {
      const guchar bytes[] = { 'a', (guchar)byte, '\n' };
      g_autoptr (GBytes) file = g_bytes_new (bytes, sizeof bytes);
      HvEncoding encoding;
      g_autoptr (GBytes) decoded = hv_encoding_decode (file, &encoding);
      gsize length;
      const char *text = g_bytes_get_data (decoded, &length);
      g_assert_cmpint (encoding, ==, HV_ENCODING_WINDOWS_1252);
      if (g_utf8_validate_len (text, length, NULL))
        g_assert_cmpint (g_utf8_strlen (text, (gssize)length), ==, 3);
      else
        unreadable++;
    }
  g_assert_cmpuint (unreadable, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/files", test_files);
  g_test_add_func ("/encoding/every-byte", test_every_byte);
  return g_test_run ();
}
