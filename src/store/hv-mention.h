/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* How a sentence mentions a record: by its name, by house and time, or by what it is.
 * Private to store/. */

#include "hv-store-private.h"

G_BEGIN_DECLS

/* "“Juelsminde”", "“Juelsminde, Monday 4 May 13:00–16:00”", "an absence"; the caller owns it. */
char *hv_mention (HvStore *store, HvDb *db, gconstpointer record);

/* The name of a house, role or volunteer by id; "?" when there is none. The caller owns it. */
char *hv_mention_name (HvStore *store, HvDb *db, HvKind kind, HvId id);

/* What a kind is called, with its article. */
const char *hv_mention_kind (HvKind kind);

/* "14:02" of today, or with the day before it, on this machine's clock; the caller owns it. */
char *hv_mention_time (gint64 at);

G_END_DECLS
