/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-order.h"

int
hv_order_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
hv_order_by_id (gconstpointer a, gconstpointer b)
{
  return hv_order_numbers (((const HvRecord *)a)->id, ((const HvRecord *)b)->id);
}

static int
compare_start (gint64 start_a, gint64 start_b, gconstpointer a, gconstpointer b)
{
  int order = hv_order_numbers (start_a, start_b);
  return order != 0 ? order : hv_order_by_id (a, b);
}

static int
compare_opening (gconstpointer a, gconstpointer b)
{
  return compare_start (((const HvOpening *)a)->starts, ((const HvOpening *)b)->starts, a, b);
}

static int
compare_shift (gconstpointer a, gconstpointer b)
{
  return compare_start (((const HvShift *)a)->starts, ((const HvShift *)b)->starts, a, b);
}

static int
compare_assignment (gconstpointer a, gconstpointer b)
{
  return compare_start (((const HvAssignment *)a)->starts, ((const HvAssignment *)b)->starts, a, b);
}

static int
compare_name (const char *name_a, const char *name_b, gconstpointer a, gconstpointer b)
{
  int order = g_strcmp0 (name_a, name_b);
  return order != 0 ? order : hv_order_by_id (a, b);
}

static int
compare_role (gconstpointer a, gconstpointer b)
{
  const HvRole *one = a, *other = b;
  int order = hv_order_numbers (one->position, other->position);
  return order != 0 ? order : compare_name (one->name, other->name, a, b);
}

static int
compare_house (gconstpointer a, gconstpointer b)
{
  const HvHouse *one = a, *other = b;
  int order = hv_order_numbers (one->position, other->position);
  return order != 0 ? order : compare_name (one->name, other->name, a, b);
}

static int
compare_volunteer (gconstpointer a, gconstpointer b)
{
  return compare_name (((const HvVolunteer *)a)->key, ((const HvVolunteer *)b)->key, a, b);
}

HvOrder
hv_order_get (HvKind kind)
{
  switch (kind)
    {
    case HV_KIND_ROLE:
      return compare_role;
    case HV_KIND_HOUSE:
      return compare_house;
    case HV_KIND_VOLUNTEER:
      return compare_volunteer;
    case HV_KIND_OPENING:
      return compare_opening;
    case HV_KIND_SHIFT:
      return compare_shift;
    case HV_KIND_ASSIGNMENT:
      return compare_assignment;
    default:
      return hv_order_by_id;
    }
}
