/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Reads a calendar back before anybody else can: a feed that is cut off or broken
 * empties the calendars of those who subscribe to it.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Whether a text is one whole calendar that libical reads without complaint, with so
 * many entries, each with its own uid, a start and a stamp. One thread at a time:
 * libical sets how it reports errors for the whole process while it reads. */
bool hv_calendar_check (const char *text, guint n_events, GError **error);

G_END_DECLS
