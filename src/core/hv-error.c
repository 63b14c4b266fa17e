/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"

G_DEFINE_QUARK (hv - error - quark, hv_error)

static const char *const names[] = {
  [HV_ERROR_USAGE] = "usage",
  [HV_ERROR_REFUSED] = "refused",
  [HV_ERROR_BAD_INPUT] = "bad-input",
  [HV_ERROR_UNKNOWN_WEEK] = "unknown-week",
  [HV_ERROR_UNKNOWN_HOUSE] = "unknown-house",
  [HV_ERROR_UNKNOWN_VOLUNTEER] = "unknown-volunteer",
  [HV_ERROR_IDENTITY_NUMBER] = "identity-number",
  [HV_ERROR_CONFLICT] = "conflict",
  [HV_ERROR_READ_ONLY] = "read-only",
  [HV_ERROR_FULL_DISK] = "full-disk",
  [HV_ERROR_DAMAGED] = "damaged",
  [HV_ERROR_NEWER] = "newer",
  [HV_ERROR_TWICE] = "twice",
  [HV_ERROR_OVERLAP] = "overlap",
  [HV_ERROR_ROLE] = "role",
  [HV_ERROR_ABSENT] = "absent",
  [HV_ERROR_AVAILABILITY] = "availability",
  [HV_ERROR_PAUSED] = "paused",
  [HV_ERROR_NEVER_TOGETHER] = "never-together",
  [HV_ERROR_HOUSE] = "house",
  [HV_ERROR_FULL] = "full",
};

const char *
hv_error_get_name (const GError *error)
{
  if (error == NULL || error->domain != HV_ERROR || (gsize)error->code >= G_N_ELEMENTS (names))
    return "refused";
  return names[error->code];
}
