/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWaitBar: one length for one wait, in the colour and pattern of its light: hatched
 * where too few are on duty. Decoration: the words stand beside it. */

#include "hv-light.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_WAIT_BAR (hv_wait_bar_get_type ())
G_DECLARE_FINAL_TYPE (HvWaitBar, hv_wait_bar, HV, WAIT_BAR, GtkWidget)

GtkWidget *hv_wait_bar_new (void);

/* `share` is its part of the longest one, 0 to 1. */
void hv_wait_bar_show (HvWaitBar *bar, double share, HvLight light);

G_END_DECLS
