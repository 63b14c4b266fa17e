/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* hv_verbs: every verb of husvagt-cli, in the order of --help. NULL-terminated. */

#include "hv-verb.h"

G_BEGIN_DECLS

extern const HvVerb *const hv_verbs[];

G_END_DECLS
