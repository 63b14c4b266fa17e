/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What is decided for the organisation as a whole: its name, the country whose public
 * holidays it keeps, and how long people may wait. Each command is one edit and one undo.
 */

#include "hv-edit.h"
#include "hv-holiday.h"

G_BEGIN_DECLS

/* The organisation with a country, and the country's zone and language. */
void hv_organisation_edit_settle (HvOrganisation *organisation, HvCountry country);

/* The country of a program in this language, where nobody was asked. */
HvCountry hv_organisation_edit_guess_country (HvLanguage language);

HvCountry hv_organisation_edit_get_country (const HvRoster *roster);

/* The name that calendars and prints are sent with; refused when it is empty. */
HvEdit *hv_organisation_edit_set_name (const HvRoster *roster, const char *name, HvEditSource source, GError **error);

/* Zone and language follow the country. */
HvEdit *hv_organisation_edit_set_country (const HvRoster *roster, HvCountry country, HvEditSource source);

/* What counts for a house that has no target of its own. */
void hv_organisation_edit_get_target (const HvRoster *roster, int *ret_of_ten, int *ret_minutes);

/* The waiting target of every house that has none of its own: so many of ten visitors
 * are helped within so many minutes. Refused outside 1–10 and 0–240. */
HvEdit *hv_organisation_edit_set_target (const HvRoster *roster, int of_ten, int minutes, HvEditSource source,
                                         GError **error);

/* What counts for volunteers who have not said otherwise: the most shifts in a week (1–7)
 * and the hours of rest between shifts (0–48); and how many weeks past shifts stay in
 * the calendars (1–104). HV_NONE: no limit, the usual time. */
typedef enum
{
  HV_ORGANISATION_MOST_WEEK,
  HV_ORGANISATION_REST_HOURS,
  HV_ORGANISATION_KEEP_WEEKS,
  HV_N_ORGANISATION_LIMITS
} HvOrganisationLimit;

int hv_organisation_edit_get_most (HvOrganisationLimit limit); /* the largest number */
gint64 hv_organisation_edit_get_limit (const HvRoster *roster, HvOrganisationLimit limit);
HvEdit *hv_organisation_edit_set_limit (const HvRoster *roster, HvOrganisationLimit limit, gint64 value,
                                        HvEditSource source, GError **error);

G_END_DECLS
