/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The example organisations that come with the program: "hedensted" (Danish, three
 * houses in May 2026) and "vaxjo" (Swedish, dialogue evenings and a night line in the
 * autumn of 2026).
 */

#include "hv-edit.h"

G_BEGIN_DECLS

/* Whether there is an example of that name; HV_ERROR_USAGE and the names there are if not. */
bool hv_example_find (const char *name, GError **error);

/* The edit that makes an example out of an empty organisation. */
HvEdit *hv_example_read (const char *name, const HvRoster *roster, HvEditSource source, GError **error);

/* The example in a file of its own, beside the user's data: made when it is not there
 * yet. The path; the caller owns it. */
char *hv_example_prepare (const char *name, GError **error);

/* Whether a file is one of those. */
bool hv_example_is_at (const char *path);

G_END_DECLS
