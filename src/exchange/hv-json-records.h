/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* One record of a roster as an object of exchange JSON; private to exchange.
 * hv-json-writer.c chooses which.
 */

#include "hv-json-printer.h"
#include "hv-json-shape.h"
#include "hv-roster.h"

G_BEGIN_DECLS

void hv_json_print_organisation (HvJsonPrinter *printer, const HvOrganisation *organisation);

/* Objects of the lists of a file, each from a record of its kind. */
void hv_json_print_role (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_house (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_volunteer (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_travel (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_factor (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_opening (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_shift (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_assignment (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_visit (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_expectation (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);

/* The same two by house and date, for a file without the openings. */
void hv_json_print_dated_visit (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
void hv_json_print_dated_expectation (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);

/* What the file itself had beside its lists. */
void hv_json_print_rest (HvJsonPrinter *printer, const HvOrganisation *organisation);

/* --- for houses and volunteers --- */

void hv_json_print_fields (HvJsonPrinter *printer, HvJsonShape shape, gconstpointer record);
/* Members of the record's extra (of the object `inside` it) that the shape still does not know. */
void hv_json_print_extra (HvJsonPrinter *printer, HvJsonShape shape, const char *inside, gconstpointer record);
void hv_json_print_id (HvJsonPrinter *printer, const char *name, gconstpointer record);
/* The id of a record that another names; null for HV_NONE. */
void hv_json_print_reference (HvJsonPrinter *printer, const char *name, const HvRoster *roster, HvKind kind, HvId id);
void hv_json_print_day (HvJsonPrinter *printer, const char *name, gint64 day);

G_END_DECLS
