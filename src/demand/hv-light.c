/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-light.h"

#include "hv-crew.h"

HvLight
hv_light_find (const HvLightFacts *facts)
{
  if (facts->fewest == 0 || facts->fewest < facts->least)
    return HV_LIGHT_RED; /* a locked door needs no forecast */
  if (!facts->known)
    return HV_LIGHT_GREY;
  if (facts->risk > HV_CREW_NEEDED_RISK || facts->worst_wait >= HV_LIGHT_BAD_WAIT)
    return HV_LIGHT_RED;
  return facts->risk > HV_CREW_COMFORTABLE_RISK ? HV_LIGHT_YELLOW : HV_LIGHT_GREEN;
}

const char *
hv_light_get_name (HvLight light)
{
  static const char *const names[] = {
    [HV_LIGHT_GREEN] = "green",
    [HV_LIGHT_YELLOW] = "yellow",
    [HV_LIGHT_RED] = "red",
    [HV_LIGHT_GREY] = "grey",
  };

  g_return_val_if_fail ((gsize)light < G_N_ELEMENTS (names), "grey");
  return names[light];
}
