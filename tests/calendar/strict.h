/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A reader of iCalendar that forgives nothing, for the tests: it stops the test at
 * the first octet that RFC 5545, or the habits of the programs that subscribe, do not
 * allow. It shares no code with what it judges.
 */

#include <glib.h>
#include <stdbool.h>

/* NAME;parameters:value of one unfolded line. */
typedef struct
{
  char *name;
  char *parameters; /* "" or "TZID=Europe/Copenhagen" */
  char *value;
} StrictLine;

typedef struct
{
  GPtrArray *head;   /* StrictLine: what lies before the first component */
  GPtrArray *zones;  /* of GPtrArray of StrictLine */
  GPtrArray *events; /* of GPtrArray of StrictLine, alarms included with their BEGIN and END */
} StrictCalendar;

StrictCalendar *strict_read (const char *text);
void strict_free (StrictCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrictCalendar, strict_free)

/* The value of the one line of a name, "-" when there is none; lent. */
const char *strict_get (const GPtrArray *lines, const char *name);
const char *strict_get_parameters (const GPtrArray *lines, const char *name);
guint strict_count (const GPtrArray *lines, const char *name);

/* A TEXT value without its escapes. */
char *strict_unescape (const char *value);

/* The event with a uid. */
const GPtrArray *strict_find (const StrictCalendar *calendar, const char *uid);
