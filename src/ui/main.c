/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-appearance.h"
#include "hv-application.h"
#include "hv-resources.h"

int
main (int argc, char **argv)
{
  hv_appearance_choose_language ();
  g_resources_register (hv_get_resource ());
  g_autoptr (HvApplication) application = hv_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
