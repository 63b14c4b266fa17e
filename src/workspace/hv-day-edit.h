/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* One house on one date: its openings, their shifts, and what is said about them. What
 * comes from opening hours and templates is changed there (hv-house-edit.h), or closed
 * for the day (hv-closing.h); an opening more is hv-opening-edit.h; this is for what is so
 * on this date only.
 *
 * Each command computes one edit and changes nothing; NULL with an error says why not.
 */

#include "hv-house-edit.h"

G_BEGIN_DECLS

/* The openings of a house on a date, by time; lent records in a new array. */
GPtrArray *hv_day_edit_list_openings (const HvRoster *roster, HvId house, HvDay day);

/* The shifts of an opening, by time and role; lent records in a new array. */
GPtrArray *hv_day_edit_list_shifts (const HvRoster *roster, const HvOpening *opening);

/* --- openings --- */

/* What is asked of every opening; `self` is the one that changes, HV_NONE a new one. */
bool hv_day_edit_check_times (const HvTimes *times, GError **error);
bool hv_day_edit_check_free (const HvRoster *roster, const HvHouse *house, HvId self, HvSpan span, GError **error);
bool hv_day_edit_check_guests (gint64 guests, GError **error);

/* Adds to an edit that a public holiday does not close the house, where the date is one:
 * a week that is generated later must find it open too. */
void hv_day_edit_ignore_holiday (const HvRoster *roster, HvEdit *edit, HvId house, HvDay day);

/* Takes an opening that comes from no hours away, with its shifts and the people on
 * them. Refused when visits were counted, and when it comes from hours: that one is
 * closed instead, or it would be generated again. */
HvEdit *hv_day_edit_remove_opening (const HvRoster *roster, const HvOpening *opening, HvEditSource source,
                                    GError **error);

typedef enum
{
  HV_DAY_NOTE,
  HV_DAY_ADDRESS,
  HV_N_DAY_TEXTS
} HvDayText;

/* NULL or empty: none. Identity numbers are refused. */
bool hv_day_edit_clean_text (HvDayText which, const char *text, char **ret_clean, GError **error);
bool hv_day_edit_check_text (HvDayText which, const char *text, GError **error);
HvEdit *hv_day_edit_set_text (const HvOpening *opening, HvDayText which, const char *text, HvEditSource source,
                              GError **error);

/* Guests expected at an evening; HV_NONE: nobody has said. */
HvEdit *hv_day_edit_set_guests (const HvOpening *opening, gint64 guests, HvEditSource source, GError **error);

/* --- shifts --- */

HvEdit *hv_day_edit_add_shift (const HvRoster *roster, const HvOpening *opening, HvId role, const HvTimes *times,
                               gint64 minimum, HvEditSource source, GError **error);

/* How many places on this date: at least `minimum`, and exactly `wanted` whatever the
 * visitors would need; HV_NONE: the calculation decides. */
HvEdit *hv_day_edit_set_places (const HvShift *shift, gint64 minimum, gint64 wanted, HvEditSource source,
                                GError **error);

/* Whether a shift can be taken away: not one of a template, which would be generated again. */
bool hv_day_edit_can_remove_shift (const HvShift *shift);

/* Takes it away with the people on it. */
HvEdit *hv_day_edit_remove_shift (const HvRoster *roster, const HvShift *shift, HvEditSource source, GError **error);

G_END_DECLS
