/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvFold: keeps a sidebar folded until there is room for it.
 *
 * What is beside a sidebar leaves things out when the sidebar folds, and is narrower then.
 * By its width alone the sidebar would have room again, unfold, have no room, and so on
 * for ever. So what was needed when it folded is remembered, and has to be there before
 * it unfolds.
 */

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _HvFold HvFold;

HvFold *hv_fold_new (AdwFlap *flap); /* lent: it has to live as long */
void hv_fold_free (HvFold *fold);

/* At every allocation: how wide the flap is. */
void hv_fold_set_width (HvFold *fold, int width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvFold, hv_fold_free)

G_END_DECLS
