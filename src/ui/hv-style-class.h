/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* A style class that a widget has or has not, as things stand. */

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

void hv_style_class_set (GtkWidget *widget, const char *name, bool on);

G_END_DECLS
