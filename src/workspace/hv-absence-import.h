/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Absences from a calendar file (.ics), for the volunteer they belong to.
 *
 * Whose an entry is: the volunteer that is named by the caller; else the one whose
 * name its title holds ("Anna Lindeskov: ferie"); else the one whose name the calendar
 * has, or the file. Why somebody is away is their own business: a title is kept only
 * when it is the word for holiday.
 */

#include "hv-import.h"
#include "hv-zone.h"

G_BEGIN_DECLS

/* `volunteer`: whose they are, HV_NONE: the file says. `file_name` may be NULL. What
 * lies before `from` is left out. */
HvImport *hv_absence_import_read (const HvRoster *roster, GBytes *file, const char *file_name, HvId volunteer,
                                  const HvZone *zone, HvDay from, HvEditSource source, GError **error);

G_END_DECLS
