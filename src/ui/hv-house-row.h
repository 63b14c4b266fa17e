/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* A row of the sidebar: a house, and how it stands in the week that is shown. */

#include "hv-record.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* `missing` places are empty; `open`: it opens in that week. HV_NONE stands for all houses,
 * of which nothing is said but the name. A GtkListBoxRow. */
GtkWidget *hv_house_row_new (HvId house, const char *name, guint missing, bool open);

HvId hv_house_row_get_house (GtkListBoxRow *row);

G_END_DECLS
