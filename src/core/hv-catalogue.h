/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The compiled catalogues (.mo images) of po/, embedded by
 * build-aux/embed-catalogues.py; only hv-text.c reads them. They are little endian
 * and sorted by original text, which the script has checked.
 */

#include <glib.h>

G_BEGIN_DECLS

extern const guint8 hv_catalogue_da[];
extern const guint8 hv_catalogue_sv[];

G_END_DECLS
