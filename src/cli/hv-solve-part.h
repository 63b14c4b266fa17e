/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvSolvePart: one JSON object of what `solve` reads, and what messages call it.
 *
 * Reading refuses with HV_ERROR_BAD_INPUT and a sentence that names the part and the
 * field: "Case 2 (“Juelsminde”): “service_minutes” must be a number from 2 to 240." A
 * member that is null counts as missing, one we do not know is never looked at. The
 * answer is built with a JsonBuilder.
 */

#include <json-glib/json-glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  JsonObject *object; /* lent */
  const char *name;   /* lent */
} HvSolvePart;

/* A number, or each number of a list. */
typedef struct
{
  const char *field;
  double low;
  double high;
  bool whole;
} HvSolveRule;

/* Sets the error and returns false; swallows the message. */
bool hv_solve_refuse (GError **error, char *message);

/* The one object of a text. */
JsonNode *hv_solve_parse (const char *json, GError **error);

/* NULL when it is missing or null. */
JsonNode *hv_solve_part_find (const HvSolvePart *part, const char *field);

bool hv_solve_part_read (const HvSolvePart *part, HvSolveRule rule, double *ret_value, GError **error);

/* The value stays as it is when the field is missing. */
bool hv_solve_part_read_optional (const HvSolvePart *part, HvSolveRule rule, double *value, GError **error);

JsonArray *hv_solve_part_read_list (const HvSolvePart *part, const char *field, GError **error); /* lent */

/* A list of 1 … most numbers. */
bool hv_solve_part_read_numbers (const HvSolvePart *part, HvSolveRule rule, guint most, double *ret_values,
                                 guint *ret_n, GError **error);

/* Reads one element of the list `rule.field`; `position` counts from 1. */
bool hv_solve_part_read_element (const HvSolvePart *part, HvSolveRule rule, JsonNode *element, guint position,
                                 double *ret_value, GError **error);

/* {"answers": […]}, one object for each object of the list `field`, filled in by
 * `answer`. `number` is what to call the element: its position and its `name_field`. */
typedef bool (*HvSolveAnswer) (JsonObject *element, const char *number, gpointer data, JsonBuilder *builder,
                               GError **error);
char *hv_solve_answer_list (JsonObject *root, const char *field, const char *name_field, HvSolveAnswer answer,
                            gpointer data, GError **error);

char *hv_solve_print (JsonBuilder *builder);
void hv_solve_put_number (JsonBuilder *builder, const char *field, double value);
void hv_solve_put_numbers (JsonBuilder *builder, const char *field, const double *values, gsize n);
void hv_solve_put_copy (JsonBuilder *builder, JsonObject *object, const char *field); /* nothing when missing */
void hv_solve_put_milliseconds (JsonBuilder *builder, gint64 monotonic_start);

G_END_DECLS
