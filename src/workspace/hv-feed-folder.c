/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-feed-folder.h"

#include "hv-error.h"
#include "hv-feed-calendar.h"
#include "hv-text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MODE 0644
#define FOLDER_MODE 0711 /* the names are secrets: nobody else may list them */

/* --- failures in words --- */

/* Sets what errno says about the folder. */
static bool
fail (const char *folder, GError **error)
{
  int code = errno;
  g_autofree char *quoted = hv_error_quote (folder);
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, HV_ERROR, HV_ERROR_FULL_DISK,
                   hv_own_text ("Not all calendars are published, because the disk is full. The others still show "
                                "what was published before. Make room in %s and publish again."),
                   quoted);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, HV_ERROR, HV_ERROR_READ_ONLY,
                   hv_own_text ("The calendars are not published, because Husvagt may not write in the folder %s. "
                                "Choose another folder, or ask whoever looks after the computer."),
                   quoted);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("The calendars are not published, because there is no folder %s. Make it, or choose "
                                "another one."),
                   quoted);
      break;
    default:
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("The calendars cannot be published in the folder %s (%s)."), quoted, g_strerror (code));
      break;
    }
  return false;
}

/* --- one file --- */

static char *
make_name (const HvFeed *feed)
{
  return g_strconcat (feed->token, ".ics", NULL);
}

static bool
read_all (int fd, char *buffer, gsize length)
{
  while (length > 0)
    {
      gssize n = read (fd, buffer, length);
      if (n == 0 || (n < 0 && errno != EINTR))
        return false;
      if (n > 0)
        {
          buffer += n;
          length -= (gsize)n;
        }
    }
  return true;
}

static bool
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);
      if (n < 0 && errno != EINTR)
        return false;
      if (n > 0)
        {
          text += n;
          length -= (gsize)n;
        }
    }
  return true;
}

/* Whether a file is there, and what of it a web server looks at; and whether it has this text. */
static bool
has_text (int dir, const char *name, const char *text, struct stat *ret_stat)
{
  int fd = openat (dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    {
      *ret_stat = (struct stat){ 0 };
      return false;
    }

  gsize length = strlen (text);
  bool same = fstat (fd, ret_stat) == 0 && S_ISREG (ret_stat->st_mode) && ret_stat->st_size == (off_t)length;
  if (same)
    {
      g_autofree char *old = g_malloc (length + 1);
      same = read_all (fd, old, length) && memcmp (old, text, length) == 0;
    }
  close (fd);
  return same;
}

/* Web servers tell two versions apart by second and size: so the new one is a second younger, or more. */
static bool
set_younger (int fd, const struct stat *old)
{
  struct stat new;
  if (fstat (fd, &new) != 0)
    return false;
  if (old->st_mtim.tv_sec < new.st_mtim.tv_sec)
    return true;
  struct timespec times[] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = old->st_mtim.tv_sec + 1 } };
  return futimens (fd, times) == 0;
}

static bool
write_new (int dir, const char *name, const char *text, const struct stat *old)
{
  int fd = openat (dir, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, FILE_MODE);
  if (fd < 0)
    return false;

  bool written =
      fchmod (fd, FILE_MODE) == 0 && write_all (fd, text, strlen (text)) && set_younger (fd, old) && fsync (fd) == 0;
  int code = errno;
  bool closed = close (fd) == 0;
  if (!written)
    errno = code;
  return written && closed;
}

static bool
replace_file (int dir, const char *name, const char *text, const struct stat *old)
{
  g_autofree char *temporary = g_strdup_printf (".%s.new", name);
  if (write_new (dir, temporary, text, old) && renameat (dir, temporary, dir, name) == 0)
    return true;

  int code = errno;
  unlinkat (dir, temporary, 0);
  errno = code;
  return false;
}

#define TEMPORARY_SUFFIX ".ics.new"

/* ".<22 characters>.ics.new" */
static bool
is_temporary (const char *name)
{
  if (*name != '.' || !g_str_has_suffix (name, TEMPORARY_SUFFIX))
    return false;
  g_autofree char *token = g_strndup (name + 1, strlen (name) - 1 - strlen (TEMPORARY_SUFFIX));
  return hv_feed_is_token (token);
}

/* What was half done when the power went. */
static void
remove_leftovers (int dir)
{
  int copy = openat (dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *list = copy >= 0 ? fdopendir (copy) : NULL;
  if (list == NULL)
    return;
  for (struct dirent *entry = readdir (list); entry != NULL; entry = readdir (list))
    if (is_temporary (entry->d_name))
      unlinkat (dir, entry->d_name, 0);
  closedir (list);
}

/* --- the calendars a step touches --- */

typedef struct
{
  gint64 owner_kind;
  HvId owner;
} Owner;

static guint
hash_owner_cb (gconstpointer key)
{
  const Owner *owner = key;
  return g_int64_hash (&owner->owner) * 2 + (guint)owner->owner_kind;
}

static gboolean
same_owner_cb (gconstpointer a, gconstpointer b)
{
  const Owner *one = a, *other = b;
  return one->owner == other->owner && one->owner_kind == other->owner_kind;
}

static void
note_owner (GHashTable *owners, gint64 owner_kind, HvId owner)
{
  Owner *noted = g_new (Owner, 1);
  *noted = (Owner){ owner_kind, owner };
  g_hash_table_add (owners, noted);
}

/* NULL: all of them. */
static GHashTable *
list_touched (const HvEdit *publication)
{
  if (publication == NULL)
    return NULL;

  GHashTable *owners = g_hash_table_new_full (hash_owner_cb, same_owner_cb, g_free, NULL);
  for (guint i = 0; i < publication->puts->len; i++)
    {
      const HvRecord *record = g_array_index (publication->puts, HvPut, i).record;
      if (record->kind == HV_KIND_EVENT)
        note_owner (owners, ((const HvEvent *)record)->owner_kind, ((const HvEvent *)record)->owner);
      if (record->kind == HV_KIND_FEED)
        note_owner (owners, ((const HvFeed *)record)->owner_kind, ((const HvFeed *)record)->owner);
    }
  return owners;
}

/* --- the folder --- */

typedef struct
{
  const char *path;
  int dir;
  const HvFeedFolderJob *job;
  GHashTable *touched;
  HvFeedFolderCount count;
  bool changed;
} Folder;

static bool
needs_no_look (const Folder *folder, const HvFeed *feed, const char *name)
{
  const Owner owner = { feed->owner_kind, feed->owner };
  return folder->touched != NULL && !g_hash_table_contains (folder->touched, &owner)
         && faccessat (folder->dir, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool
remove_calendar (Folder *folder, const char *name, GError **error)
{
  if (unlinkat (folder->dir, name, 0) == 0)
    {
      folder->count.removed++;
      folder->changed = true;
      return true;
    }
  return errno == ENOENT || fail (folder->path, error);
}

static char *
make_text (const HvFeedFolderJob *job, const HvFeed *feed, GError **error)
{
  g_autoptr (GPtrArray) events = feed->state == HV_FEED_LIVE
                                     ? job->load_events ((HvOwner)feed->owner_kind, feed->owner, job->data, error)
                                     : g_ptr_array_new ();
  if (events == NULL)
    return NULL;
  return hv_feed_calendar_write (feed, job->roster, events, job->find_zone, job->data, job->alarm_minutes, error);
}

static bool
write_calendar (Folder *folder, const HvFeed *feed, const char *name, GError **error)
{
  g_autofree char *text = make_text (folder->job, feed, error);
  if (text == NULL)
    return false;

  struct stat old;
  if (has_text (folder->dir, name, text, &old))
    {
      folder->count.unchanged++;
      return true;
    }
  if (!replace_file (folder->dir, name, text, &old))
    return fail (folder->path, error);
  folder->count.written++;
  folder->changed = true;
  return true;
}

static bool
update_calendar (Folder *folder, const HvFeed *feed, GError **error)
{
  if (!hv_feed_is_token (feed->token))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_DAMAGED,
                           hv_own_text ("The link of a calendar is damaged in the data. Restore a backup, or make a "
                                        "new link for every calendar."));
      return false;
    }
  g_autofree char *name = make_name (feed);
  if (!hv_feed_is_shown (feed, folder->job->now))
    return remove_calendar (folder, name, error);
  if (needs_no_look (folder, feed, name))
    {
      folder->count.unchanged++;
      return true;
    }
  return write_calendar (folder, feed, name, error);
}

static bool
update_all (Folder *folder, GError **error)
{
  const GPtrArray *feeds = hv_roster_list (folder->job->roster, HV_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++)
    if (!update_calendar (folder, feeds->pdata[i], error))
      return false;
  return true;
}

/* A file without a name, gone when it is closed; a disk that knows none is tried out by writing. */
static bool
find_room (const char *folder, gint64 octets, GError **error)
{
  int fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return true;
  bool full = posix_fallocate (fd, 0, octets) == ENOSPC;
  close (fd);
  if (!full)
    return true;
  g_autofree char *quoted = hv_error_quote (folder);
  g_set_error (error, HV_ERROR, HV_ERROR_FULL_DISK,
               hv_own_text ("Nothing is published, because the disk is full. Make room in %s and publish again."),
               quoted);
  return false;
}

bool
hv_feed_folder_prepare (const char *folder, gint64 octets, GError **error)
{
  /* Whatever the umask: the web server is somebody else. */
  if (mkdir (folder, FOLDER_MODE) == 0)
    return (chmod (folder, FOLDER_MODE) == 0 || fail (folder, error)) && find_room (folder, octets, error);
  if (errno != EEXIST)
    return fail (folder, error);
  int dir = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (dir < 0)
    return fail (folder, error);
  close (dir);
  return (access (folder, W_OK | X_OK) == 0 || fail (folder, error)) && find_room (folder, octets, error);
}

bool
hv_feed_folder_write (const char *path, const HvFeedFolderJob *job, HvFeedFolderCount *ret_count, GError **error)
{
  Folder folder = { .path = path, .job = job };
  folder.dir = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder.dir < 0)
    return fail (path, error);

  /* Another Husvagt that publishes here at the same time has to wait; where a network
   * folder knows no locks, the rename is still safe. */
  if (flock (folder.dir, LOCK_EX) == 0)
    remove_leftovers (folder.dir);
  folder.touched = list_touched (job->publication);
  bool done = update_all (&folder, error);
  if (folder.changed && fsync (folder.dir) != 0 && done && errno != EINVAL)
    done = fail (path, error);

  g_clear_pointer (&folder.touched, g_hash_table_unref);
  close (folder.dir);
  if (done && ret_count != NULL)
    *ret_count = folder.count;
  return done;
}
