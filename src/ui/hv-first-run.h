/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFirstRun: the assistant of the first run: a house, its volunteers, the first week.
 *
 * Every step is saved when it is left, as one step that can be undone: forwards,
 * backwards, or by closing the window. What cannot be saved as it stands is kept in the
 * closed window until it is opened again. More houses can be added on the way.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_FIRST_RUN (hv_first_run_get_type ())
G_DECLARE_FINAL_TYPE (HvFirstRun, hv_first_run, HV, FIRST_RUN, AdwWindow)

/* Opens it over the window, or shows the one that is kept. Lent by the window. */
HvFirstRun *hv_first_run_open (HvWindow *window);

typedef enum
{
  HV_FIRST_RUN_HOUSE,
  HV_FIRST_RUN_VOLUNTEERS,
  HV_FIRST_RUN_WEEK,
} HvFirstRunStep;

HvFirstRunStep hv_first_run_get_step (HvFirstRun *run);

/* actions: "first-run.next", "first-run.back", "first-run.another-house", "first-run.import",
 * "first-run.example" */

G_END_DECLS
