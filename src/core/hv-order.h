/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvOrder: in which order a roster lists the records of a kind, as hv-roster.h
 * promises it; private to core. Every order ends with the id, so that no two
 * records are ever level.
 */

#include "hv-record.h"

G_BEGIN_DECLS

typedef int (*HvOrder) (gconstpointer a, gconstpointer b);

HvOrder hv_order_get (HvKind kind);
int hv_order_numbers (gint64 a, gint64 b);
int hv_order_by_id (gconstpointer a, gconstpointer b);

G_END_DECLS
