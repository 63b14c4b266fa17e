/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvUnsaved: an edit that could not be made durable, kept so that nobody has to do it again.
 *
 * A full disk or a file that has gone is tried again with the edit as it was. Where
 * somebody else was faster, hv_unsaved_insist () gives an ordinary edit on what is there
 * now: mine instead of theirs.
 */

#include "hv-edit.h"

G_BEGIN_DECLS

typedef struct
{
  HvEdit *edit; /* owned */
  HvKind kind;  /* of the record that was in the way; HV_N_KINDS when there was none */
  HvId id;
} HvUnsaved;

void hv_unsaved_free (HvUnsaved *unsaved);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvUnsaved, hv_unsaved_free)

/* The same change on the newest roster. Who took the last place gives it up again. */
HvEdit *hv_unsaved_insist (const HvUnsaved *unsaved, const HvRoster *roster, HvEditSource source);

G_END_DECLS
