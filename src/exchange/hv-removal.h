/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvRemoval: a record leaves, and what cannot be without it leaves with it.
 *
 * A house takes its hours, templates, closed days, openings and all that hangs on
 * them; a volunteer their assignments, wishes and absences; an opening its shifts
 * and counts; a shift its assignments. What only remembers where it came from (a
 * shift its template, an opening its hours) stays and forgets it. Calendar links
 * and what has been published stay too: the next publish tells the people
 * concerned. All of it is one step, and one undo brings it back.
 *
 * A role that templates or shifts still ask for cannot go: that would take the
 * history of every house with it.
 */

#include "hv-edit.h"

G_BEGIN_DECLS

/* False with a sentence that says what still needs the record. The roster must cover
 * all weeks. */
bool hv_removal_check (const HvRoster *roster, const HvEdit *edit, HvKind kind, HvId id, GError **error);

/* Adds the removal of a record, and of what leaves with it, to the edit. */
void hv_removal_add (HvEdit *edit, const HvRoster *roster, HvKind kind, HvId id);

/* The same in two steps, for a caller that has not decided yet: HvPut are appended to
 * an array, and taken from it into the edit, which leaves it empty. */
void hv_removal_list (const HvRoster *roster, const HvEdit *edit, HvKind kind, HvId id, GArray *puts);
void hv_removal_take (HvEdit *edit, GArray *puts);

G_END_DECLS
