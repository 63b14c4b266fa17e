/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-organisation-edit.h"

#include "hv-error.h"
#include "hv-identity.h"
#include "hv-name.h"

#define MOST_MINUTES 240

void
hv_organisation_edit_settle (HvOrganisation *organisation, HvCountry country)
{
  bool danish = country == HV_COUNTRY_DK;
  hv_set_text (&organisation->country, hv_country_get_code (country));
  hv_set_text (&organisation->zone, danish ? "Europe/Copenhagen" : "Europe/Stockholm");
  hv_set_text (&organisation->language, danish ? "da" : "sv");
}

HvCountry
hv_organisation_edit_guess_country (HvLanguage language)
{
  return language == HV_LANGUAGE_SV ? HV_COUNTRY_SE : HV_COUNTRY_DK;
}

HvCountry
hv_organisation_edit_get_country (const HvRoster *roster)
{
  HvCountry country = HV_COUNTRY_DK;
  const char *code = hv_roster_get_organisation (roster)->country;
  return code != NULL && hv_country_parse (code, &country) ? country : HV_COUNTRY_DK;
}

static HvEdit *
begin (const HvRoster *roster, HvEditSource source, HvOrganisation **ret_organisation)
{
  HvEdit *edit = hv_edit_new ("organisation", source);
  *ret_organisation = hv_edit_change (edit, hv_roster_get_organisation (roster));
  return edit;
}

HvEdit *
hv_organisation_edit_set_name (const HvRoster *roster, const char *name, HvEditSource source, GError **error)
{
  g_autofree char *clean = hv_name_clean (name, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("name"), clean, error))
    return NULL;
  HvOrganisation *organisation;
  HvEdit *edit = begin (roster, source, &organisation);
  hv_set_text (&organisation->name, clean);
  return edit;
}

HvEdit *
hv_organisation_edit_set_country (const HvRoster *roster, HvCountry country, HvEditSource source)
{
  HvOrganisation *organisation;
  HvEdit *edit = begin (roster, source, &organisation);
  hv_organisation_edit_settle (organisation, country);
  return edit;
}

void
hv_organisation_edit_get_target (const HvRoster *roster, int *ret_of_ten, int *ret_minutes)
{
  g_autoptr (HvHouse) any = hv_record_new (HV_KIND_HOUSE, 1);
  *ret_of_ten = (int)(hv_roster_get_target_share (roster, any) * 10 + 0.5);
  *ret_minutes = (int)(hv_roster_get_target_minutes (roster, any) + 0.5);
}

HvEdit *
hv_organisation_edit_set_target (const HvRoster *roster, int of_ten, int minutes, HvEditSource source, GError **error)
{
  if (of_ten < 1 || of_ten > 10 || minutes < 0 || minutes > MOST_MINUTES)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("A waiting target is 1 to 10 of 10 visitors within at most %d minutes."), MOST_MINUTES);
      return NULL;
    }
  HvOrganisation *organisation;
  HvEdit *edit = begin (roster, source, &organisation);
  organisation->target_share = (HvMicro)of_ten * HV_MICRO / 10;
  organisation->target_minutes = (HvMicro)minutes * HV_MICRO;
  return edit;
}

/* --- limits --- */

static const struct
{
  int least;
  int most;
} limit_table[HV_N_ORGANISATION_LIMITS] = {
  [HV_ORGANISATION_MOST_WEEK] = { 1, 7 },
  [HV_ORGANISATION_REST_HOURS] = { 0, 48 },
  [HV_ORGANISATION_KEEP_WEEKS] = { 1, 104 },
};

int
hv_organisation_edit_get_most (HvOrganisationLimit limit)
{
  g_return_val_if_fail (limit < HV_N_ORGANISATION_LIMITS, 0);
  return limit_table[limit].most;
}

gint64
hv_organisation_edit_get_limit (const HvRoster *roster, HvOrganisationLimit limit)
{
  const HvOrganisation *organisation = hv_roster_get_organisation (roster);
  switch (limit)
    {
    case HV_ORGANISATION_MOST_WEEK:
      return organisation->most_week;
    case HV_ORGANISATION_REST_HOURS:
      return organisation->rest_hours == HV_NONE ? HV_NONE : (organisation->rest_hours + HV_MICRO / 2) / HV_MICRO;
    case HV_ORGANISATION_KEEP_WEEKS:
      return organisation->keep_weeks;
    case HV_N_ORGANISATION_LIMITS:
    default:
      g_return_val_if_reached (HV_NONE);
    }
}

HvEdit *
hv_organisation_edit_set_limit (const HvRoster *roster, HvOrganisationLimit limit, gint64 value, HvEditSource source,
                                GError **error)
{
  g_return_val_if_fail (limit < HV_N_ORGANISATION_LIMITS, NULL);
  if (value != HV_NONE && (value < limit_table[limit].least || value > limit_table[limit].most))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("The number is from %d to %d."),
                   limit_table[limit].least, limit_table[limit].most);
      return NULL;
    }
  HvOrganisation *organisation;
  HvEdit *edit = begin (roster, source, &organisation);
  if (limit == HV_ORGANISATION_MOST_WEEK)
    organisation->most_week = value;
  else if (limit == HV_ORGANISATION_REST_HOURS)
    organisation->rest_hours = value == HV_NONE ? HV_NONE : value * HV_MICRO;
  else
    organisation->keep_weeks = value;
  return edit;
}
