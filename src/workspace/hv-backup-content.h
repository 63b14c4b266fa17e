/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvBackupContent: what is in a backup, so that one can be chosen: how many houses and
 * volunteers, and its newest change.
 */

#include "hv-backup.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_houses;
  guint n_volunteers; /* who are not archived */
  gint64 changed_at;  /* UTC seconds of its newest change; HV_NONE: it was never changed */
} HvBackupContent;

/* Looks into a file without changing it, which takes a moment: for a worker. */
bool hv_backup_content_read (const char *path, HvBackupContent *ret_content, GError **error);

/* "3 houses · 22 volunteers"; the caller owns it. */
char *hv_backup_content_format (const HvBackupContent *content, HvLanguage language);

/* "Sunday 3 May 2026 19:42", as the clock on the wall said; the caller owns it. */
char *hv_backup_content_format_when (gint64 at, HvLanguage language);

/* Why one was made: "before an import". Static. */
const char *hv_backup_content_get_reason (HvBackupReason reason, HvLanguage language);

G_END_DECLS
