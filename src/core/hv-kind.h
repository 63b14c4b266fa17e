/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What hv-record.c needs of the field table beyond hv-record.h; private to core. */

#include "hv-record.h"

G_BEGIN_DECLS

/* Bytes of a record of a kind. */
gsize hv_kind_get_size (HvKind kind);

G_END_DECLS
