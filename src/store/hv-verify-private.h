/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A verification under way: hv-verify.c follows the rows, hv-verify-log.c the log. */

#include "hv-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  HvStore *store;
  HvDb *base; /* the backup, or NULL */
  GPtrArray *findings;
  HvDbStatement *changes; /* of all tables, by table, row and version */
  HvDbResult at;          /* HV_DB_ROW while changes stands on a row */
  bool from_beginning;    /* no backup, but the log reaches back to the first change */
} HvVerify;

void hv_verify_add_finding (HvVerify *verify, const char *sentence, ...) G_GNUC_PRINTF (2, 3);

/* The log against that of the backup: what both have is the same. */
bool hv_verify_logs (HvVerify *verify, GError **error);

/* Every house's changes are numbered without a gap up to its counter: at most the oldest
 * are gone. Sets from_beginning. */
bool hv_verify_counters (HvVerify *verify, GError **error);

G_END_DECLS
