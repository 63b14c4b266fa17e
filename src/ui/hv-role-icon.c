/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-role-icon.h"

const char *
hv_role_get_icon_name (const HvRole *role)
{
  if (role == NULL)
    return "husvagt-people-symbolic";
  if (role->icon != NULL)
    return role->icon;
  return role->serves == 1 ? "computer-symbolic" : "husvagt-host-symbolic";
}
