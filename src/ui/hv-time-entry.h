/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTimeEntry: a time of day to type: "13", "13.30", "9:00". What cannot be a time is
 * kept, marked and explained; what can is tidied when the focus leaves.
 */

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_TYPE_TIME_ENTRY (hv_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (HvTimeEntry, hv_time_entry, HV, TIME_ENTRY, GtkWidget)

/* `name` is what a screen reader calls it: "Monday, opens". */
GtkWidget *hv_time_entry_new (const char *name);

/* Shows a time unless somebody is typing in it. */
void hv_time_entry_set_minutes (HvTimeEntry *entry, int minutes);
bool hv_time_entry_get_minutes (HvTimeEntry *entry, int *ret_minutes);

/* From one entry to the other; an end before noon that does not come after a start in
 * the afternoon is on the next day. False when one of them is no time. */
bool hv_time_entry_get_span (HvTimeEntry *start, HvTimeEntry *end, int *ret_start, int *ret_end);

/* signal "edited" (HvTimeEntry *): another time stands there, and it is one */

G_END_DECLS
