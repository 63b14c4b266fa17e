/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-reserve.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define SIZE (1024 * 1024)

/* Hidden: for the eye there is one file. */
static char *
get_path (const char *where)
{
  g_autofree char *folder = g_path_get_dirname (where);
  g_autofree char *name = g_path_get_basename (where);
  g_autofree char *hidden = g_strdup_printf (".%s-reserve", name);

  return g_build_filename (folder, hidden, NULL);
}

bool
hv_reserve_keep (const char *where)
{
  g_autofree char *path = get_path (where);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return false;

  bool kept = posix_fallocate (fd, 0, SIZE) == 0;
  g_close (fd, NULL);
  if (!kept)
    g_unlink (path);
  return kept;
}

void
hv_reserve_give_up (const char *where)
{
  g_autofree char *path = get_path (where);

  g_unlink (path);
}
