/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to somebody on a shift with one key or one word of a menu. Each is one
 * step, said in a toast with Undo. Whoever is gone meanwhile is passed over in silence:
 * the page shows that they are.
 */

#include "hv-window.h"

G_BEGIN_DECLS

void hv_person_remove (HvWindow *window, HvId assignment);
void hv_person_toggle_locked (HvWindow *window, HvId assignment);

/* Came, did not come, or (planned) not known yet. */
void hv_person_set_state (HvWindow *window, HvId assignment, HvState state);

/* Cannot come: the place is empty, the name stays visible, and the call list opens. */
void hv_person_call_off (HvWindow *window, HvId assignment);

/* Somebody who had called off comes after all; rules are asked as for anybody. */
void hv_person_return (HvWindow *window, HvId assignment);

G_END_DECLS
