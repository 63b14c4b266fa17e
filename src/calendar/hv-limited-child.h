/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvLimitedChild: work on a file that somebody sent, done by a child process that can
 * neither take long nor much, nor open anything; private to calendar.
 *
 * The child is a fork: it sees what the parent sees and can change none of it. It may
 * allocate and compute, and must not touch what other threads may hold locked at that
 * moment (files, GObject, the network). Whatever becomes of it (out of time, out of
 * memory, a crash in a library), the parent reads either the whole answer or an error.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_LIMITED_CHILD_SECONDS 2       /* of processor time */
#define HV_LIMITED_CHILD_WAIT_SECONDS 10 /* of anybody's time */
#define HV_LIMITED_CHILD_MEMORY (256 * 1024 * 1024)

/* Runs in the child; what it puts into `answer` comes back. */
typedef void (*HvLimitedChildWork) (GString *answer, gpointer data);

/* The answer, owned by the caller; NULL with HV_ERROR_REFUSED when the child did not get that far. */
GString *hv_limited_child_run (HvLimitedChildWork work, gpointer data, GError **error);

G_END_DECLS
