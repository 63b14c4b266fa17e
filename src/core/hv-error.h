/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HV_ERROR: what a person or a disk can cause, with a message the coordinator
 * can read. The codes are the names of docs/formats.md; every layer uses them.
 *
 * A message speaks to whoever sits at this machine: hv_own_text () of hv-text.h.
 */

#include <glib.h>

G_BEGIN_DECLS

#define HV_ERROR hv_error_quark ()
GQuark hv_error_quark (void);

typedef enum
{
  HV_ERROR_USAGE,             /* "usage": a text that is no date, week, time or number */
  HV_ERROR_REFUSED,           /* "refused": anything without a name of its own */
  HV_ERROR_BAD_INPUT,         /* "bad-input" */
  HV_ERROR_UNKNOWN_WEEK,      /* "unknown-week" */
  HV_ERROR_UNKNOWN_HOUSE,     /* "unknown-house" */
  HV_ERROR_UNKNOWN_VOLUNTEER, /* "unknown-volunteer" */
  HV_ERROR_IDENTITY_NUMBER,   /* "identity-number" */
  HV_ERROR_CONFLICT,          /* "conflict": somebody else was faster */
  HV_ERROR_READ_ONLY,         /* "read-only" */
  HV_ERROR_FULL_DISK,         /* "full-disk" */
  HV_ERROR_DAMAGED,           /* "damaged": damaged, foreign or missing data */
  HV_ERROR_NEWER,             /* "newer": saved with a newer version */
  /* The hard rules of plan/, in the order of the design. */
  HV_ERROR_TWICE,
  HV_ERROR_OVERLAP,
  HV_ERROR_ROLE,
  HV_ERROR_ABSENT,
  HV_ERROR_AVAILABILITY,
  HV_ERROR_PAUSED,
  HV_ERROR_NEVER_TOGETHER,
  HV_ERROR_HOUSE,
  HV_ERROR_FULL,
} HvErrorCode;

/* "unknown-week", … */
const char *hv_error_code_get_name (HvErrorCode code);

/* The name of an error's code; "refused" for an error of another domain. */
const char *hv_error_get_name (const GError *error);

/* What somebody typed, or a file held, as a message may show it: in quotation marks,
 * on one line, valid UTF-8, and cut with "…" when it is long. The caller owns it. */
char *hv_error_quote (const char *text);

G_END_DECLS
