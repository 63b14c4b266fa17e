/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvApplication: the program: its command line, its preferences and its windows.
 *
 * "husvagt FILE" opens that file, --data one that is made when it is missing, --demo the
 * example in a file of its own; without any, the file that was open last comes up, else
 * the usual one. A second start hands its file to the window that is there.
 */

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_APPLICATION (hv_application_get_type ())
G_DECLARE_FINAL_TYPE (HvApplication, hv_application, HV, APPLICATION, AdwApplication)

HvApplication *hv_application_new (void);

G_END_DECLS
