/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Writing an organisation, or a part of it, as a file for others: exchange JSON,
 * a spreadsheet, a calendar.
 */

#include "hv-choice.h"
#include "hv-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  HV_EXPORT_ALL,
  HV_EXPORT_VOLUNTEERS,
  HV_EXPORT_VISITS,
  HV_EXPORT_ROSTER,
  HV_EXPORT_HOURS,
} HvExportWhat;

typedef enum
{
  HV_EXPORT_JSON,
  HV_EXPORT_CSV,
  HV_EXPORT_ICS, /* of one volunteer or one house: what is published */
} HvExportFormat;

/* "all", "volunteers", …; NULL is all. HV_ERROR_USAGE for another word. */
bool hv_export_what_parse (const char *text, HvExportWhat *ret_what, GError **error);

/* "json", "csv", "ics"; NULL is JSON, and a spreadsheet for hours. */
bool hv_export_format_parse (const char *text, HvExportWhat what, HvExportFormat *ret_format, GError **error);

/* The text of the file, in UTF-8; the caller owns it. The workspace's snapshot must hold
 * all weeks. HV_ERROR_USAGE where the format cannot hold what is wanted. */
char *hv_file_export_write (HvWorkspace *workspace, HvExportWhat what, HvExportFormat format, const HvChoice *choice,
                            HvLanguage language, GError **error);

/* Writes a text to a file as a whole or not at all, readable by the owner only; never over
 * the data of an organisation. */
bool hv_file_export_save (const char *path, const char *text, GError **error);

G_END_DECLS
