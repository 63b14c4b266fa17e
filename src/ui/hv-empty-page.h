/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvEmptyPage: a section whose work is not in this version, and says so. */

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *hv_empty_page_new (const char *title, const char *icon_name, const char *sentence);

G_END_DECLS
