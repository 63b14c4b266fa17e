/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Time zones from the machine's tzdata, as the data that core asks for. */

#include "hv-zone.h"

G_BEGIN_DECLS

/* The clock changes of an IANA zone from 1970 to 2100; NULL when the machine does
 * not know the zone. The caller owns it. */
HvZone *hv_zones_load (const char *name);

G_END_DECLS
