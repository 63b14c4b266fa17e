/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTimesPopover: when exactly somebody is on their shift: from, to, or as the shift.
 * What is typed and is no time is answered in words, and nothing is lost.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_TIMES_POPOVER (hv_times_popover_get_type ())
G_DECLARE_FINAL_TYPE (HvTimesPopover, hv_times_popover, HV, TIMES_POPOVER, GtkPopover)

/* NULL when the assignment is gone already. See hv-transient.h for where it opens. */
HvTimesPopover *hv_times_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment);

/* The span that two times mean on a shift: an end at or before the start is on the next
 * day, and on a shift past midnight a start after midnight is that of the next morning.
 * Sets HV_ERROR_USAGE for what is no time. */
bool hv_times_popover_read (const HvShift *shift, const char *from, const char *to, HvSpan *ret_span, GError **error);

G_END_DECLS
