/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Schema step 2: what the organisation decides for everybody who has not said otherwise.
 * It only adds: a program of schema 1 can still read the result. */

#include "hv-schema.h"

/* clang-format off: laid out as SQL. */

const char *const hv_schema_2[] = {
  "ALTER TABLE organisation ADD COLUMN most_week {INT} CHECK (most_week BETWEEN 1 AND 1000)",
  "ALTER TABLE organisation ADD COLUMN rest_hours {INT} CHECK (rest_hours BETWEEN 0 AND 168000000)",
  "ALTER TABLE organisation ADD COLUMN keep_weeks {INT} CHECK (keep_weeks BETWEEN 1 AND 520)",
  NULL,
};
