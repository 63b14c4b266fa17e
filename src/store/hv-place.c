/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-place.h"

#include "hv-error.h"
#include "hv-text.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Not in every <linux/magic.h>. */
#define CIFS_MAGIC 0xff534d42
#define SMB2_MAGIC 0xfe534d42

void
hv_place_clear (HvPlace *place)
{
  g_clear_pointer (&place->path, g_free);
  g_clear_pointer (&place->advice, g_free);
}

/* --- advice --- */

static bool
is_network_folder (const char *folder)
{
  struct statfs fs;

  if (statfs (folder, &fs) != 0)
    return false;
  switch ((guint32)fs.f_type)
    {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case CIFS_MAGIC:
    case SMB2_MAGIC:
    case V9FS_MAGIC:
    case FUSE_SUPER_MAGIC:
      return true;
    default:
      return false;
    }
}

/* What Nextcloud, ownCloud, Dropbox and Syncthing leave in the folder they look after. */
static bool
is_synchronised_folder (const char *folder)
{
  static const char *const marks[] = { ".owncloudsync.log", ".nextcloudsync.log", ".dropbox.cache", ".stfolder" };
  g_autofree char *at = g_strdup (folder);

  for (;;)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          g_autofree char *mark = g_build_filename (at, marks[i], NULL);
          if (g_file_test (mark, G_FILE_TEST_EXISTS))
            return true;
        }
      if (strcmp (at, "/") == 0)
        return false;
      char *above = g_path_get_dirname (at);
      g_free (at);
      at = above;
    }
}

static char *
find_advice (const char *folder)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (is_network_folder (folder))
    return g_strdup_printf (hv_own_text ("%s is on another machine. Only one person at a time should have the file "
                                         "open there; several people work together through a PostgreSQL server."),
                            name);
  if (is_synchronised_folder (folder))
    return g_strdup_printf (hv_own_text ("%s is kept in step with other machines. Two people who change the file at "
                                         "the same time would get two copies: share it through a PostgreSQL server, "
                                         "or let one person at a time work."),
                            name);
  return NULL;
}

/* --- looking --- */

static bool refuse (GError **error, const char *sentence, ...) G_GNUC_PRINTF (2, 3);

static bool
refuse (GError **error, const char *sentence, ...)
{
  va_list figures;

  va_start (figures, sentence);
  g_propagate_error (error, g_error_new_valist (HV_ERROR, HV_ERROR_DAMAGED, sentence, figures));
  va_end (figures);
  return false;
}

/* The document portal hands a sandboxed program one file without its folder, where no
 * journal can be made beside it. */
static bool
is_portal_path (const char *path)
{
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  return g_str_has_prefix (path, portal) && path[strlen (portal)] == '/';
}

static bool
look_at_file (const char *path, HvPlace *place, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  struct stat info;

  if (stat (path, &info) != 0)
    {
      place->missing = errno == ENOENT;
      return place->missing
             || refuse (error, hv_own_text ("%s cannot be reached. Check that you may look into its folder."), name);
    }
  if (S_ISDIR (info.st_mode))
    return refuse (error, hv_own_text ("%s is a folder. Choose the file in it, mostly called roster.husvagt."), name);
  if (!S_ISREG (info.st_mode))
    return refuse (error, hv_own_text ("%s is not an ordinary file. Choose another."), name);
  if (access (path, R_OK) != 0)
    return refuse (error, hv_own_text ("%s may not be read by you. Ask whoever owns it."), name);
  place->missing = info.st_size == 0;
  return true;
}

bool
hv_place_look (const char *where, HvPlace *ret_place, GError **error)
{
  g_auto (HvPlace) place = { .path = g_canonicalize_filename (where, NULL) };
  g_autofree char *folder = g_path_get_dirname (place.path);
  g_autofree char *name = g_filename_display_name (place.path);

  if (is_portal_path (place.path))
    return refuse (error,
                   hv_own_text ("%s was handed over as a single file. Husvagt needs its folder too: choose the folder, "
                                "or allow Husvagt to use it."),
                   name);
  if (!look_at_file (place.path, &place, error))
    return false;

  place.locked = access (folder, W_OK) != 0 || (access (place.path, F_OK) == 0 && access (place.path, W_OK) != 0);
  place.advice = find_advice (folder);
  *ret_place = place;
  place = (HvPlace){ 0 };
  return true;
}

/* The header of an SQLite file: https://www.sqlite.org/fileformat2.html#the_database_header.
 * All zero: not even the first page had been written. */
bool
hv_place_may_be_ours (const HvPlace *place)
{
  static const guint8 blank[100];
  guint8 header[100] = { 0 };
  int fd = g_open (place->path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return false;

  bool whole = read (fd, header, sizeof header) == (ssize_t)sizeof header;
  g_close (fd, NULL);
  return whole
         && (memcmp (header, blank, sizeof header) == 0
             || (memcmp (header, "SQLite format 3", 16) == 0 && memcmp (header + 68, "HUSV", 4) == 0));
}

/* --- making --- */

bool
hv_place_make (const HvPlace *place, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place->path);
  g_autofree char *name = g_filename_display_name (place->path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      int fd = g_open (place->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (fd >= 0)
        return g_close (fd, NULL);
      if (errno == EEXIST)
        return true;
    }

  int os_error = errno;
  g_set_error (error, HV_ERROR, os_error == ENOSPC || os_error == EDQUOT ? HV_ERROR_FULL_DISK : HV_ERROR_READ_ONLY,
               hv_own_text ("%s could not be made (%s). Choose another folder."), name, g_strerror (os_error));
  return false;
}
