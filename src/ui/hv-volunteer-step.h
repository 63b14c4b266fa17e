/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* One step on a person, from wherever in the window it is made. */

#include "hv-window.h"

G_BEGIN_DECLS

/* Makes an edit durable and says the sentence, followed by what the edit warns of.
 * Nothing happens when the edit is NULL or changes nothing. Swallows edit and sentence. */
void hv_volunteer_step (GtkWidget *from, HvEdit *edit, char *sentence);

/* Ids and uids for the next edit. */
HvEditSource hv_volunteer_step_source (void);

G_END_DECLS
