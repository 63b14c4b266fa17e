/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The engines of demand/ on plain JSON: `husvagt-cli solve waiting` and `solve forecast`.
 *
 * docs/formats.md has the fields. Unknown fields are ignored; a value that is no good is
 * HV_ERROR_BAD_INPUT with a sentence that names the case and the field. The answer is one
 * JSON object, owned by the caller, NULL on failure. With `time` each case also says the
 * "milliseconds" its calculation took.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* One case, or {"cases": [{"name", "input"}, …]}. With a need from 0 to 1 the smallest
 * constant crew of which that share of the citizens is not late is added; −1: not asked. */
char *hv_solve_waiting (const char *json, double need, bool time, GError **error);

/* {"tasks": [{"key", "weekdays", "history"}, …]}. */
char *hv_solve_forecast (const char *json, bool time, GError **error);

G_END_DECLS
