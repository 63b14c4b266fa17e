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
extern const char *const hv_schema_2[];

/* A statement with the engine's words filled in; the caller owns it. */
char *hv_schema_fill_in (const char *statement, const HvDbEngine *engine);

/* Of a newer place: the oldest schema that can read it, and the program it asks for. */
bool hv_schema_read_demands (HvDb *db, int *ret_min_reader, char **ret_program, GError **error);

/* Which life of the data this is: another one begins when a backup is put back. Read and
 * written inside a transaction. The caller owns *ret_epoch, which may be NULL. */
bool hv_schema_read_epoch (HvDb *db, char **ret_epoch, GError **error);
bool hv_schema_new_epoch (HvDb *db, GError **error);

/* Brings a place from whatever schema it has to the newest, in one transaction. Errors are HV_ERROR. */
bool hv_schema_upgrade (const HvSchema *schema, HvDb *db, GError **error);

G_END_DECLS
