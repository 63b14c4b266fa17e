/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The one macro the window's code uses for its texts: the language of the person
 * at the machine, the same that lower layers word their errors in. */

#include "hv-text.h"

#define _(text) hv_own_text (text)
