/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The way between two houses, and spans of weeks with more visits than usual. */

#include "hv-json-import.h"

#include "hv-text.h"

/* --- travel --- */

static const HvTravel *
find_travel (const HvJsonImport *in, HvId a, HvId b)
{
  const GPtrArray *ways = hv_roster_list_of (in->roster, HV_KIND_TRAVEL, HV_KIND_HOUSE, a);
  for (guint i = 0; i < ways->len; i++)
    {
      const HvTravel *way = ways->pdata[i];
      if ((way->a == a && way->b == b) || (way->a == b && way->b == a))
        return way;
    }
  return NULL;
}

static bool
read_two_houses (HvJsonImport *in, HvJsonNode object, HvId *ret_a, HvId *ret_b)
{
  HvJsonNode items = hv_json_node_find (object, "houses");
  if (hv_json_node_get_type (items) != HV_JSON_LIST || hv_json_node_count (items) != 2)
    {
      hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("houses must be the ids of two houses"));
      return false;
    }
  HvJsonNode first = hv_json_node_get_first (items);
  HvJsonNode second = hv_json_node_get_next (first, items);
  if (!hv_json_read_reference_item (in, first, HV_KIND_HOUSE, ret_a)
      || !hv_json_read_reference_item (in, second, HV_KIND_HOUSE, ret_b))
    return false;
  if (*ret_a == *ret_b)
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("houses has the same house twice"));
  return *ret_a != *ret_b;
}

void
hv_json_read_travel (HvJsonImport *in, HvJsonNode object)
{
  HvId a, b;
  const char *id = hv_json_read_id (in, object);
  if (!read_two_houses (in, object, &a, &b))
    return;

  const HvTravel *before = find_travel (in, a, b);
  if (hv_json_claim (in, HV_KIND_TRAVEL, MIN (a, b), MAX (a, b), 0, 1) != 0)
    {
      hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("the file has the way between these houses twice"));
      return;
    }
  if (hv_json_is_gone (object, "minutes"))
    {
      if (before != NULL)
        hv_json_remove (in, before);
      return;
    }
  HvTravel *travel = hv_json_draft (in, HV_KIND_TRAVEL, id, before);
  in->is_new = before == NULL;
  travel->a = in->is_new ? a : travel->a;
  travel->b = in->is_new ? b : travel->b;
  hv_json_name (in, object, id, travel);
  hv_json_read_fields (in, HV_JSON_SHAPE_TRAVEL, object, NULL, travel, in->is_new);
  hv_json_put (in, travel);
}

/* --- factors --- */

static const HvFactor *
find_factor (const HvJsonImport *in, const HvFactor *draft)
{
  const GPtrArray *factors = hv_roster_list (in->roster, HV_KIND_FACTOR);
  for (guint i = 0; i < factors->len; i++)
    {
      const HvFactor *factor = factors->pdata[i];
      if (factor->house == draft->house && factor->from == draft->from && factor->to == draft->to
          && !hv_json_is_taken (in, factor))
        return hv_json_find_record (in, HV_KIND_FACTOR, factor->r.id);
    }
  return NULL;
}

void
hv_json_read_factor (HvJsonImport *in, HvJsonNode object)
{
  const char *id = hv_json_read_id (in, object);
  const HvFactor *before = hv_json_find_named (in, HV_KIND_FACTOR, id);
  HvFactor *factor = hv_json_draft (in, HV_KIND_FACTOR, id, before);
  in->is_new = before == NULL;
  if (hv_json_read_reference (in, object, "house", HV_KIND_HOUSE, &factor->house) == HV_JSON_GIVEN_NULL)
    factor->house = HV_NONE;
  hv_json_read_fields (in, HV_JSON_SHAPE_FACTOR, object, NULL, factor, in->is_new);
  hv_json_check_weeks (in, object, factor->from, factor->to);

  const HvFactor *same = in->is_new ? find_factor (in, factor) : NULL;
  if (same != NULL && (id == NULL || same->r.ext == NULL))
    {
      hv_json_take_identity (factor, same);
      in->is_new = false;
    }
  hv_json_name (in, object, id, factor);
  hv_json_put (in, factor);
}
