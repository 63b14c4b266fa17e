/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-store.h"

#include <errno.h>
#include <sys/random.h>

#define RANDOM_BITS 21
#define STRIDE (G_GINT64_CONSTANT (1) << RANDOM_BITS)

/* getrandom (2) may be interrupted and, on a kernel without it, refuse. */
static void
fill_random (guint8 *bytes, gsize n)
{
  gsize done = 0;

  while (done < n)
    {
      ssize_t got = getrandom (bytes + done, n - done, 0);
      if (got > 0)
        done += (gsize)got;
      else if (errno != EINTR)
        break;
    }
  for (; done < n; done++)
    bytes[done] = (guint8)g_random_int_range (0, 256);
}

/* The first id of a new edit: now, unless that would be among the ids already given
 * out, because the clock was set back or two edits began in one millisecond. Every
 * edit has room for two million ids before it meets the next one's. */
static HvId
take_id (HvId now)
{
  static GMutex mutex;
  static HvId last;

  g_mutex_lock (&mutex);
  HvId id = last = MAX (now, last + STRIDE);
  g_mutex_unlock (&mutex);
  return id;
}

HvEditSource
hv_store_new_edit_source (void)
{
  HvEditSource source;
  guint32 chance;

  fill_random (source.random, sizeof source.random);
  fill_random ((guint8 *)&chance, sizeof chance);
  source.next_id = take_id ((g_get_real_time () / 1000) << RANDOM_BITS | (chance & (STRIDE - 1)));
  return source;
}
