/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The lines of an iCalendar file (RFC 5545 3.1); private to calendar.
 *
 * A file consists of content lines, NAME;PARAMETER=…:VALUE, of at most 75 octets
 * each. A longer one goes on in the next line after one blank. The break lies
 * between two characters and never after a blank, because some tools trim the ends
 * of lines. Every line ends with CR LF.
 *
 * What people typed is cleaned before it becomes a value: it is valid UTF-8 in NFC,
 * its line breaks are single line feeds, blanks at its ends are gone, and so are
 * control characters and the marks that reverse the direction of a line.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_CALENDAR_LINE_OCTETS 75

/* NULL gives "". The caller owns it. */
char *hv_calendar_text_clean (const char *text);

/* The same on one line: line breaks become commas. The caller owns it. */
char *hv_calendar_text_clean_line (const char *text);

/* Appends one content line, folded and ended; `line` holds no line break. */
void hv_calendar_text_append_line (GString *out, const char *line);
void hv_calendar_text_append_format (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Appends NAME:text or NAME;LANGUAGE=da:text, cleaned and escaped; nothing when the
 * cleaned text is empty. language may be NULL. */
void hv_calendar_text_append_text (GString *out, const char *name, const char *language, const char *text);

G_END_DECLS
