/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What an edit follows from besides the records it changes: the premises of its
 * HvStepInfo. Private to store/. */

#include "hv-store-private.h"

G_BEGIN_DECLS

/* False with HV_ERROR_CONFLICT when one of them does not hold any more. Within the
 * transaction that writes the edit, before it writes. */
bool hv_premise_check (HvStore *store, HvDb *db, const HvStepInfo *info, GError **error);

G_END_DECLS
