/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Everything that is kept about one volunteer, for that volunteer: the right of
 * access. Two files of the same content: person.json (exchange JSON with "log" and
 * "calls" beside it) and person.html (to read).
 */

#include "hv-workspace.h"

G_BEGIN_DECLS

/* Writes both files into a folder, which is made when missing; readable by the owner
 * only. The workspace's snapshot must hold all weeks. */
bool hv_person_export (HvWorkspace *workspace, const HvVolunteer *volunteer, const char *folder, GError **error);

/* The two texts, for showing; owned by the caller. */
char *hv_person_export_to_json (HvWorkspace *workspace, const HvVolunteer *volunteer, GError **error);
char *hv_person_export_to_html (HvWorkspace *workspace, const HvVolunteer *volunteer, HvLanguage language,
                                GError **error);

G_END_DECLS
