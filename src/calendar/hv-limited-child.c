/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-limited-child.h"

#include "hv-error.h"
#include "hv-text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Above standard input, output and error. */
#define ANSWER_FD 3

/* --- the child --- */

static void
limit (int resource, rlim_t most)
{
  struct rlimit both = { most, most };
  /* A stricter limit that somebody has set already stays. */
  setrlimit (resource, &both);
}

/* How much address space the process has now: the limit is counted on top of what the
 * parent had mapped, which for a window is more than the whole allowance. */
static rlim_t
get_address_space (void)
{
  unsigned long pages = 0;
  FILE *file = fopen ("/proc/self/statm", "re");
  if (file == NULL)
    return 0;
  if (fscanf (file, "%lu", &pages) != 1)
    pages = 0;
  fclose (file);
  return (rlim_t)pages * (rlim_t)sysconf (_SC_PAGESIZE);
}

static void
set_limits (rlim_t address_space)
{
  limit (RLIMIT_CPU, HV_LIMITED_CHILD_SECONDS);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, 0);
  if (address_space > 0)
    limit (RLIMIT_AS, address_space + HV_LIMITED_CHILD_MEMORY);
}

static bool
write_all (const void *bytes, gsize length)
{
  const char *next = bytes;
  while (length > 0)
    {
      gssize n = write (ANSWER_FD, next, length);
      if (n < 0 && errno != EINTR)
        return false;
      if (n > 0)
        {
          next += n;
          length -= (gsize)n;
        }
    }
  return true;
}

/* The answer follows its length, so that the parent knows whether it has all of it. */
G_NORETURN static void
be_the_child (int out, rlim_t address_space, HvLimitedChildWork work, gpointer data)
{
  if (out != ANSWER_FD && dup2 (out, ANSWER_FD) < 0)
    _exit (1);
  close_range (ANSWER_FD + 1, ~0U, 0);
  set_limits (address_space);

  GString *answer = g_string_new (NULL);
  work (answer, data);
  guint64 length = answer->len;
  bool written = write_all (&length, sizeof length) && write_all (answer->str, answer->len);
  /* Without what runs at an exit: all of that belongs to the parent. */
  _exit (written ? 0 : 1);
}

/* --- the parent --- */

/* Whether something came before the deadline; all of the answer once the child has closed its end. */
static bool
read_some (int in, GString *bytes, gint64 deadline, bool *ret_ended)
{
  gint64 left = deadline - g_get_monotonic_time ();
  struct pollfd waiting = { .fd = in, .events = POLLIN };
  int ready = left > 0 ? poll (&waiting, 1, (int)(left / 1000) + 1) : 0;
  if (ready < 0)
    return errno == EINTR;
  if (ready == 0)
    return false;

  char buffer[65536];
  gssize n = read (in, buffer, sizeof buffer);
  if (n < 0)
    return errno == EINTR;
  *ret_ended = n == 0;
  if (bytes->len + (gsize)n > HV_LIMITED_CHILD_MEMORY)
    return false;
  g_string_append_len (bytes, buffer, n);
  return true;
}

static bool
read_answer (int in, GString *bytes)
{
  gint64 deadline = g_get_monotonic_time () + HV_LIMITED_CHILD_WAIT_SECONDS * G_USEC_PER_SEC;
  bool ended = false;
  while (!ended)
    if (!read_some (in, bytes, deadline, &ended))
      return false;

  guint64 length = 0;
  if (bytes->len < sizeof length)
    return false;
  memcpy (&length, bytes->str, sizeof length);
  g_string_erase (bytes, 0, sizeof length);
  return bytes->len == length;
}

static void
end_child (pid_t child)
{
  kill (child, SIGKILL);
  while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
    ;
}

/* The child and the end of the pipe its answer comes from; −1 and errno when there is none. */
static pid_t
start_child (HvLimitedChildWork work, gpointer data, int *ret_in)
{
  int ends[2];
  rlim_t address_space = get_address_space ();
  if (pipe2 (ends, O_CLOEXEC) < 0)
    return -1;

  pid_t child = fork ();
  if (child == 0)
    be_the_child (ends[1], address_space, work, data);

  int saved_errno = errno;
  close (ends[1]);
  if (child > 0)
    *ret_in = ends[0];
  else
    close (ends[0]);
  errno = saved_errno;
  return child;
}

GString *
hv_limited_child_run (HvLimitedChildWork work, gpointer data, GError **error)
{
  int in;
  pid_t child = start_child (work, data, &in);
  if (child < 0)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("The file cannot be read just now (%s). Close other programs and try again."),
                   g_strerror (errno));
      return NULL;
    }

  g_autoptr (GString) answer = g_string_new (NULL);
  bool whole = read_answer (in, answer);
  close (in);
  end_child (child);
  if (whole)
    return g_steal_pointer (&answer);

  g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED,
                       hv_own_text ("The file takes too much time or memory to read. Save a shorter period of the "
                                    "calendar and try that."));
  return NULL;
}
