/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The parts of a house in exchange JSON; private to exchange. */

#include "hv-json-import.h"

G_BEGIN_DECLS

void hv_json_read_hours (HvJsonImport *in, HvJsonNode object, HvId house);
void hv_json_read_closed (HvJsonImport *in, HvJsonNode object, HvId house);
void hv_json_read_open_on (HvJsonImport *in, HvJsonNode object, HvId house);
void hv_json_read_templates (HvJsonImport *in, HvJsonNode object, HvId house);

G_END_DECLS
