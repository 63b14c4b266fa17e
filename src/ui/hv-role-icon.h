/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The icon of a role: its own, else one for those who serve visitors and one for hosts. */

#include "hv-record.h"

G_BEGIN_DECLS

const char *hv_role_get_icon_name (const HvRole *role); /* lent; NULL is no role in particular */

G_END_DECLS
