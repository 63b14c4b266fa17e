/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-db-engine.h"
#include "hv-error.h"
#include "hv-text.h"

/* The room that an ordinary day of edits needs beside the file. */
#define ROOM_IN_MB 10

GError *
hv_db_word_failure (const char *where, HvDbResult result, const char *words)
{
  g_autofree char *name = g_filename_display_basename (where);
  g_autofree char *path = g_path_get_dirname (where);
  g_autofree char *folder = g_filename_display_name (path);

  switch (result)
    {
    case HV_DB_RETRY:
      return g_error_new (HV_ERROR, HV_ERROR_REFUSED,
                          hv_own_text ("Another program is busy with “%s” and did not let go. Nothing was changed. "
                                       "Try again in a moment."),
                          name);
    case HV_DB_READ_ONLY:
      return g_error_new (HV_ERROR, HV_ERROR_READ_ONLY,
                          hv_own_text ("“%s” can only be viewed: the file or its folder %s may not be written to. Ask "
                                       "whoever looks after the folder, or save a copy somewhere else."),
                          name, folder);
    case HV_DB_FULL:
      return g_error_new (HV_ERROR, HV_ERROR_FULL_DISK,
                          hv_own_text ("The change is not saved because the disk is full. Everything saved before is "
                                       "still there. Make room on the disk (at least %d MB where %s is) and choose Try "
                                       "again, or save a copy somewhere else."),
                          ROOM_IN_MB, folder);
    case HV_DB_CORRUPT:
      return g_error_new (HV_ERROR, HV_ERROR_DAMAGED,
                          hv_own_text ("“%s” is damaged, and nothing more was written to it. Restore the newest "
                                       "backup; the damaged file is kept."),
                          name);
    case HV_DB_GONE:
      return g_error_new (HV_ERROR, HV_ERROR_DAMAGED,
                          hv_own_text ("“%s” has been moved, deleted or replaced while it was open, so nothing was "
                                       "saved. Put it back in %s, or open it where it is now."),
                          name, folder);
    case HV_DB_NEWER:
      return g_error_new (HV_ERROR, HV_ERROR_NEWER,
                          hv_own_text ("“%s” was saved with a newer version of Husvagt. Install the newest version."),
                          name);
    case HV_DB_CONSTRAINT:
      return g_error_new (HV_ERROR, HV_ERROR_BAD_INPUT,
                          hv_own_text ("The change does not fit with the rest of “%s” and was not saved (%s)."), name,
                          words);
    case HV_DB_DONE:
    case HV_DB_ROW:
    case HV_DB_ERROR:
    default:
      return g_error_new (HV_ERROR, HV_ERROR_REFUSED,
                          hv_own_text ("“%s” could not be read or written (%s). Check the disk, then look whether the "
                                       "last change is there before you make it again."),
                          name, words);
    }
}
