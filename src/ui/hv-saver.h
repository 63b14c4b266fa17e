/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvSaver: saves what somebody goes on changing: presses at the door, numbers in a form.
 *
 * One step is under way at a time. What changes meanwhile is saved by one more step, made
 * from the newest snapshot when the first is durable: nothing is lost however fast the
 * presses come, and no step meets its own predecessor. The owner stays while a step is
 * under way, also when its window has been closed.
 */

#include "hv-window.h"

G_BEGIN_DECLS

typedef struct _HvSaver HvSaver;

/* The step from the snapshot to what the owner has now; NULL with an error when it cannot
 * be, NULL without one when there is nothing to save. A sentence is said when it is saved.
 * The owner may be out of its window by then: it must ask its own values, not widgets. */
typedef HvEdit *(*HvSaverMake) (gpointer owner, const HvRoster *roster, char **ret_sentence, GError **error);

/* All is saved: show what the data says. Or it could not be: the window says why and keeps
 * the step, and what the owner shows may stay to be seen. */
typedef void (*HvSaverSettled) (gpointer owner, bool saved);

HvSaver *hv_saver_new (GObject *owner, HvSaverMake make, HvSaverSettled settled);
void hv_saver_free (HvSaver *saver); /* when the owner is finalized */

void hv_saver_save (HvSaver *saver, HvWindow *window);
bool hv_saver_is_busy (const HvSaver *saver);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvSaver, hv_saver_free)

G_END_DECLS
