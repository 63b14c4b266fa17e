/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The whole text of a label as its tooltip, where the label cuts it, and none where it
 * does not.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once, when the label is made; the text may change as it likes. */
void hv_full_text_offer (GtkLabel *label);

G_END_DECLS
