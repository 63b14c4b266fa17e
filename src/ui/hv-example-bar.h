/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvExampleBar: says, for as long as it is open, that the file is an example, and leads
 * to one's own.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_EXAMPLE_BAR (hv_example_bar_get_type ())
G_DECLARE_FINAL_TYPE (HvExampleBar, hv_example_bar, HV, EXAMPLE_BAR, GtkWidget)

/* The file that is open; the bar is there when it is an example. */
void hv_example_bar_show (HvExampleBar *bar, const char *path);

G_END_DECLS
