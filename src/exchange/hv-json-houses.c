/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Houses: what they are, and what each asks for to be reckoned with. Their lists
 * are in hv-json-hours.c and hv-json-templates.c.
 */

#include "hv-json-houses.h"

/* Left out, the model follows the kind: an event has guests, anything else a queue. */
static void
read_model (HvJsonImport *in, HvJsonNode demand, HvHouse *house, bool is_new)
{
  HvJsonNode node = hv_json_node_find (demand, "model");
  if (hv_json_node_get_type (node) != HV_JSON_NULL)
    hv_json_read_word (in, node, "model", hv_json_models, &house->model);
  else if (is_new || hv_json_node_is_there (node))
    house->model = house->house_kind == HV_HOUSE_KIND_EVENT ? HV_MODEL_GUESTS : HV_MODEL_QUEUE;
}

static void
read_demand (HvJsonImport *in, HvJsonNode object, HvHouse *house, bool is_new)
{
  HvJsonNode demand = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, object, "demand", HV_JSON_OBJECT, &demand);
  if (given == HV_JSON_REFUSED || (given == HV_JSON_LEFT_OUT && !is_new))
    return;
  bool all = is_new || given == HV_JSON_GIVEN_NULL;
  hv_json_read_fields (in, HV_JSON_SHAPE_DEMAND, demand, "demand", house, all);
  read_model (in, demand, house, all);
}

void
hv_json_read_house (HvJsonImport *in, HvJsonNode object)
{
  HvHouse *house = hv_json_begin_named (in, object, HV_KIND_HOUSE);
  if (house == NULL)
    return;
  hv_json_read_fields (in, HV_JSON_SHAPE_HOUSE, object, NULL, house, in->is_new);
  hv_json_read_order (in, object, HV_KIND_HOUSE, &house->position, in->is_new);
  hv_json_check_zone (in, object, house->zone);
  read_demand (in, object, house, in->is_new);

  HvId owner = house->r.id;
  hv_json_put (in, house);
  hv_json_read_hours (in, object, owner);
  hv_json_read_templates (in, object, owner);
  hv_json_read_closed (in, object, owner);
  hv_json_read_open_on (in, object, owner);
}
