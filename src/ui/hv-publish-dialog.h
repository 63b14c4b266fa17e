/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPublishDialog: publishing one week, from the difference to what came of it.
 *
 * It says what volunteers will see differently, asks for the folder of calendars (and
 * remembers it), publishes in the background, and ends with what happened. When that
 * goes wrong it says what, what the volunteers see now, and offers to try again:
 * nothing is lost, and what was published already is not published twice.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_PUBLISH_DIALOG (hv_publish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HvPublishDialog, hv_publish_dialog, HV, PUBLISH_DIALOG, AdwWindow)

/* Over the window, modal. The week is one of the snapshot's. */
GtkWidget *hv_publish_dialog_new (HvWindow *window, HvWeek week);
void hv_publish_dialog_open (HvWindow *window, HvWeek week);

/* "ready", "busy", "failed" or "done". */
const char *hv_publish_dialog_get_page (HvPublishDialog *dialog);

G_END_DECLS
