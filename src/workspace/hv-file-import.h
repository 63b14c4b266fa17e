/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Reading a file into an organisation, whatever it is: exchange JSON, a spreadsheet
 * of volunteers, visits or shifts, a calendar with somebody's absences.
 */

#include "hv-import.h"
#include "hv-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  HV_FILE_ANY, /* it shows */
  HV_FILE_VOLUNTEERS,
  HV_FILE_VISITS,
  HV_FILE_SHIFTS,
} HvFileKind;

/* NULL is HV_FILE_ANY. HV_ERROR_USAGE for another word. */
bool hv_file_kind_parse (const char *text, HvFileKind *ret_kind, GError **error);

/* Reads a file against the workspace, whose snapshot must hold all weeks. Nothing is
 * changed yet. `volunteer` (a name or id, or NULL) says whose absences a calendar holds. */
HvImport *hv_file_import_read (HvWorkspace *workspace, const char *path, HvFileKind kind, const char *volunteer,
                               GError **error);

G_END_DECLS
