/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The organisation and its roles. */

#include "hv-json-import.h"

#include "hv-text.h"

/* What is left out follows the country. */
static void
fill_organisation (HvOrganisation *organisation)
{
  if (organisation->country == NULL)
    hv_set_text (&organisation->country, "DK");
  bool sweden = g_str_equal (organisation->country, "SE");
  if (organisation->zone == NULL)
    hv_set_text (&organisation->zone, sweden ? "Europe/Stockholm" : "Europe/Copenhagen");
  if (organisation->language == NULL)
    hv_set_text (&organisation->language, sweden ? "sv" : "da");
}

void
hv_json_read_organisation (HvJsonImport *in, HvJsonNode object)
{
  const HvOrganisation *before = hv_json_find_record (in, HV_KIND_ORGANISATION, HV_JSON_ORGANISATION_ID);
  HvOrganisation *organisation =
      before != NULL ? hv_record_copy (before) : hv_record_new (HV_KIND_ORGANISATION, HV_JSON_ORGANISATION_ID);
  in->is_new = before == NULL;
  hv_json_read_fields (in, HV_JSON_SHAPE_ORGANISATION, object, NULL, organisation, in->is_new);
  hv_json_check_zone (in, object, organisation->zone);
  fill_organisation (organisation);
  hv_json_put (in, organisation);
}

void
hv_json_read_role (HvJsonImport *in, HvJsonNode object)
{
  HvRole *role = hv_json_begin_named (in, object, HV_KIND_ROLE);
  if (role == NULL)
    return;
  hv_json_read_fields (in, HV_JSON_SHAPE_ROLE, object, NULL, role, in->is_new);
  hv_json_read_order (in, object, HV_KIND_ROLE, &role->position, in->is_new);
  hv_json_put (in, role);
}
