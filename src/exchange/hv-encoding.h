/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvEncoding: the encodings that spreadsheets write, turned into UTF-8.
 *
 * A byte order mark decides. Without one, text with a zero byte in every second
 * place is UTF-16, text that is valid UTF-8 is UTF-8, and a file whose letters
 * beyond ASCII are nowhere valid UTF-8 is Windows-1252. A file with lines of both
 * kinds has the encoding of most of them, and the others cannot be read.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  HV_ENCODING_UTF8,
  HV_ENCODING_UTF16LE,
  HV_ENCODING_UTF16BE,
  HV_ENCODING_WINDOWS_1252,
} HvEncoding;

const char *hv_encoding_get_name (HvEncoding encoding); /* "UTF-8" */

/* The bytes of a file as UTF-8 without byte order mark. What cannot be read (half a
 * character, a byte without meaning, a letter of the other encoding) is in the text
 * as a byte that is not valid UTF-8 (0xFF), so that a reader can refuse its line.
 * The caller owns the result, which shares the memory of a file in UTF-8. */
GBytes *hv_encoding_decode (GBytes *file, HvEncoding *ret_encoding);

G_END_DECLS
