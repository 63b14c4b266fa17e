/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvSchema: the form of the data, as numbered steps from nothing to today's.
 *
 * A step is a list of statements that is never edited after a release; the next form
 * is the next step. min_reader is the oldest schema whose program can still read (not
 * write) the result: when a step only adds, it stays where it was. Private to store/.
 */

#include "hv-db.h"

G_BEGIN_DECLS

typedef struct
{
  const char *const *statements; /* NULL-terminated, with {INT}, {TEXT} and {END} */
  int min_reader;
  const char *program; /* first version of Husvagt that writes it */
} HvSchemaStep;

typedef struct
{
  const HvSchemaStep *steps; /* the first makes schema 1 */
  int n_steps;
} HvSchema;

extern const HvSchema hv_schema_current;

extern const char *const hv_schema_1[];

/* A statement with the engine's words filled in; the caller owns it. */
char *hv_schema_fill_in (const char *statement, const HvDbEngine *engine);

/* The number of the schema in a place: 0 when it is empty, -1 when it is not ours. */
bool hv_schema_read_number (HvDb *db, int *ret_number, GError **error);

/* Of a newer place: the oldest schema that can read it, and the program it asks for. */
bool hv_schema_read_demands (HvDb *db, int *ret_min_reader, char **ret_program, GError **error);

/* Brings a place from whatever schema it has to the newest, in one transaction. Errors are HV_ERROR. */
bool hv_schema_upgrade (const HvSchema *schema, HvDb *db, GError **error);

G_END_DECLS
