/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Cells that a spreadsheet would run as a formula; private to exchange. */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Whether a cell to be written needs an apostrophe in front: any number of them, then
 * blanks, then a sign that begins a formula. */
bool hv_csv_needs_defusing (const char *text);
/* Whether a cell that was read has such an apostrophe, to be taken off. */
bool hv_csv_is_defused (const char *cell);

G_END_DECLS
