/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Preloaded into a program: writes down, in order, everything it does to the files of one
 * folder ($POWER_CUT_FOLDER) and everything it says on standard output, into the file
 * $POWER_CUT_LOG. For programs that write from one thread. */

#undef _FILE_OFFSET_BITS /* open () and open64 () are two functions here */

#include "power-cut-log.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FILES 1024

typedef struct
{
  char name[PATH_MAX]; /* relative; used only where watched */
  bool watched;
  bool folder;
} Watch;

static Watch watches[MAX_FILES];
static const char *folder;
static int log_fd = -1;

#define REAL(name) ((__typeof__ (&name))find_real (#name))

static void *
find_real (const char *name)
{
  return dlsym (RTLD_NEXT, name);
}

static bool
is_on (void)
{
  static bool looked;

  if (!looked)
    {
      looked = true;
      folder = getenv ("POWER_CUT_FOLDER");
      const char *path = getenv ("POWER_CUT_LOG");
      if (folder != NULL && path != NULL)
        log_fd = REAL (open) (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
  return log_fd >= 0;
}

/* The path within the folder, or NULL. */
static const char *
get_name (const char *path)
{
  size_t length;

  if (!is_on ())
    return NULL;
  length = strlen (folder);
  if (strncmp (path, folder, length) != 0 || (path[length] != '/' && path[length] != '\0'))
    return NULL;
  return path[length] == '/' ? path + length + 1 : path + length;
}

static void
note (PowerType type, const char *name, int64_t offset, const void *data, size_t length)
{
  PowerHead head = { type, (int32_t)strlen (name), offset, (int64_t)length };
  ssize_t (*real_write) (int, const void *, size_t) = REAL (write);

  if (real_write (log_fd, &head, sizeof head) < 0 || real_write (log_fd, name, (size_t)head.name_length) < 0
      || (length > 0 && real_write (log_fd, data, length) < 0))
    abort ();
}

static const Watch *
find_watch (int fd)
{
  return fd >= 0 && fd < MAX_FILES && watches[fd].watched ? &watches[fd] : NULL;
}

/* --- names --- */

static int
note_open (int fd, const char *path, bool existed)
{
  const char *name = get_name (path);
  struct stat info;

  if (fd < 0 || fd >= MAX_FILES)
    return fd;
  watches[fd].watched = name != NULL;
  if (name == NULL)
    return fd;
  snprintf (watches[fd].name, sizeof watches[fd].name, "%s", name);
  watches[fd].folder = fstat (fd, &info) == 0 && S_ISDIR (info.st_mode);
  if (!existed && !watches[fd].folder)
    note (POWER_CREATE, name, 0, NULL, 0);
  return fd;
}

static bool
exists (const char *path)
{
  int held = errno;
  bool there = access (path, F_OK) == 0;

  errno = held;
  return there;
}

#define OPEN(call)                                                               \
  int call (const char *path, int flags, ...);                                   \
  int call (const char *path, int flags, ...)                                    \
  {                                                                              \
    bool existed = get_name (path) == NULL || exists (path);                     \
    va_list rest;                                                                \
    va_start (rest, flags);                                                      \
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg (rest, mode_t) : 0;            \
    va_end (rest);                                                               \
    int fd = REAL (call) (path, flags, mode);                                    \
    if (fd >= 0 && existed && (flags & O_TRUNC) != 0 && get_name (path) != NULL) \
      note (POWER_TRUNCATE, get_name (path), 0, NULL, 0);                        \
    return note_open (fd, path, existed);                                        \
  }

OPEN (open)
OPEN (open64)

int
close (int fd)
{
  if (fd >= 0 && fd < MAX_FILES)
    watches[fd].watched = false;
  return REAL (close) (fd);
}

int
rename (const char *from, const char *to)
{
  int rc = REAL (rename) (from, to);

  if (rc == 0 && get_name (from) != NULL && get_name (to) != NULL)
    note (POWER_RENAME, get_name (from), 0, get_name (to), strlen (get_name (to)));
  return rc;
}

int
unlink (const char *path)
{
  int rc = REAL (unlink) (path);

  if (rc == 0 && get_name (path) != NULL)
    note (POWER_UNLINK, get_name (path), 0, NULL, 0);
  return rc;
}

/* --- contents --- */

ssize_t
write (int fd, const void *data, size_t length)
{
  const Watch *watch = find_watch (fd);
  off_t at = watch != NULL ? lseek (fd, 0, SEEK_CUR) : 0;
  ssize_t written = REAL (write) (fd, data, length);

  if (written > 0 && watch != NULL)
    note (POWER_WRITE, watch->name, at, data, (size_t)written);
  if (written > 0 && fd == STDOUT_FILENO && is_on ())
    note (POWER_ACK, "", 0, data, (size_t)written);
  return written;
}

#define PWRITE(call, type)                                                  \
  ssize_t call (int fd, const void *data, size_t length, type at)           \
  {                                                                         \
    ssize_t written = REAL (call) (fd, data, length, at);                   \
    if (written > 0 && find_watch (fd) != NULL)                             \
      note (POWER_WRITE, find_watch (fd)->name, at, data, (size_t)written); \
    return written;                                                         \
  }

PWRITE (pwrite, off_t)
PWRITE (pwrite64, off64_t)

#define FTRUNCATE(call, type)                                        \
  int call (int fd, type length)                                     \
  {                                                                  \
    int rc = REAL (call) (fd, length);                               \
    if (rc == 0 && find_watch (fd) != NULL)                          \
      note (POWER_TRUNCATE, find_watch (fd)->name, length, NULL, 0); \
    return rc;                                                       \
  }

FTRUNCATE (ftruncate, off_t)
FTRUNCATE (ftruncate64, off64_t)

/* --- syncing --- */

static void
note_sync (int fd)
{
  const Watch *watch = find_watch (fd);

  if (watch != NULL)
    note (watch->folder ? POWER_SYNC_DIR : POWER_SYNC, watch->name, 0, NULL, 0);
}

int
fsync (int fd)
{
  int rc = REAL (fsync) (fd);

  if (rc == 0)
    note_sync (fd);
  return rc;
}

int
fdatasync (int fd)
{
  int rc = REAL (fdatasync) (fd);

  if (rc == 0)
    note_sync (fd);
  return rc;
}
