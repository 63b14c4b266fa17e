/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A hash for tables whose keys are several ids. Ids count up, so their low bits alone
 * (g_int64_hash ()) make the same sum for many pairs; this spreads them (the finisher of
 * MurmurHash3, public domain).
 */

#include <glib.h>

G_BEGIN_DECLS

static inline guint
hv_id_hash (gint64 id)
{
  guint64 h = (guint64)id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  h = (h ^ (h >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return (guint)(h ^ (h >> 33));
}

G_END_DECLS
