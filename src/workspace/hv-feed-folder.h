/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The folder of calendars: one file for each address, for any web server to hand out.
 *
 * A file is named after its address, FOLDER/<22 characters>.ics, and can be read by
 * everybody on the computer; whoever serves the folder must not list it. A file is
 * written only when its text changed, and is changed as a whole: under another name, to
 * the disk, then renamed. So a subscriber never gets half a calendar, and after a power
 * cut there is the old one or the new one. Files of other names are not touched.
 *
 * An emptied calendar is an empty file for its weeks, and then none.
 */

#include "hv-calendar-writer.h"
#include "hv-feed.h"

G_BEGIN_DECLS

/* The published entries of an owner, of all weeks. New array that owns its HvEvent;
 * NULL with an error. */
typedef GPtrArray *(*HvLoadEvents) (HvOwner owner_kind, HvId owner, gpointer data, GError **error);

typedef struct
{
  const HvRoster *roster; /* after publishing */
  /* Only calendars whose entries or address this step changed are looked at, and those
   * without a file; NULL: all, which also brings the new name of a calendar out. */
  const HvEdit *publication;
  HvLoadEvents load_events;
  HvCalendarFindZone find_zone;
  gpointer data; /* for both */
  gint64 now;    /* UTC seconds */
  int alarm_minutes;
} HvFeedFolderJob;

typedef struct
{
  guint written;
  guint unchanged;
  guint removed;
} HvFeedFolderCount;

/* Before publishing: makes the folder when it is the only thing missing, and finds out
 * whether Husvagt may write there and has room for so many octets. Then nothing is
 * published that could not be shown. Fails as hv_feed_folder_write () does. */
bool hv_feed_folder_prepare (const char *folder, gint64 octets, GError **error);

/* Writes what has changed. On failure some calendars may be new and the others are as
 * they were, none is in between; to do it again is enough. HV_ERROR_FULL_DISK,
 * HV_ERROR_READ_ONLY, or HV_ERROR_REFUSED when there is no such folder. */
bool hv_feed_folder_write (const char *folder, const HvFeedFolderJob *job, HvFeedFolderCount *ret_count,
                           GError **error);

G_END_DECLS
