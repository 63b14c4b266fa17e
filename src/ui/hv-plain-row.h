/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Rows whose texts people have written: a name may hold "<b>" or "&", and is shown as it is.
 *
 * A row reads its texts as markup until that is switched off. g_object_new () is no help: its
 * properties take effect in an order of their own, and GTK warns of the text before it
 * hears that there is no markup in it.
 */

#include <adwaita.h>

G_BEGIN_DECLS

/* On an AdwActionRow, or one of its kinds, that has no texts yet. No subtitle: NULL. */
void hv_plain_row_set_texts (gpointer row, const char *title, const char *subtitle);

G_END_DECLS
