/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDelta: the values of some columns of one record as text, for the change log.
 *
 * A flat JSON object of numbers, strings and null: {"volunteer":123,"reason":null};
 * "gone" stands for the column of that name. Reading takes any such object and leaves
 * names it does not know alone: a later schema may have dropped them. Private to store/.
 */

#include "hv-table.h"

G_BEGIN_DECLS

/* Appends the object to json: the columns of the mask, HV_COLUMN_GONE included. */
void hv_delta_append (GString *json, const HvTable *table, gconstpointer record, bool gone, HvColumns columns);

/* Sets what the object names and returns it in *ret_columns. False when json is no such object. */
bool hv_delta_apply (const char *json, const HvTable *table, gpointer record, bool *gone, HvColumns *ret_columns);

/* Names separated by commas, and back; "gone" included. The caller owns the text. */
char *hv_delta_name_columns (const HvTable *table, HvColumns columns);
HvColumns hv_delta_find_columns (const HvTable *table, const char *names);

G_END_DECLS
