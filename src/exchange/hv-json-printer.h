/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvJsonPrinter: writes JSON that people read and version control compares.
 *
 * A container is either a block, with one item or member a line, or a line, with
 * everything on one line: an organisation is blocks down to its records, and a
 * record is a line. A name is NULL inside a list.
 */

#include "hv-json.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  guint depth;
  guint lines;  /* containers open from the first that is a line */
  bool between; /* the next value needs a comma */
} HvJsonPrinter;

void hv_json_printer_init (HvJsonPrinter *printer);
char *hv_json_printer_end (HvJsonPrinter *printer); /* the text, with a last line feed; the caller owns it */

void hv_json_printer_open (HvJsonPrinter *printer, const char *name, char bracket, bool line);
void hv_json_printer_close (HvJsonPrinter *printer, char bracket);

void hv_json_printer_text (HvJsonPrinter *printer, const char *name, const char *value); /* NULL: null */
void hv_json_printer_int (HvJsonPrinter *printer, const char *name, gint64 value);       /* HV_NONE: null */
void hv_json_printer_micro (HvJsonPrinter *printer, const char *name, gint64 value);     /* HV_NONE: null */
void hv_json_printer_flag (HvJsonPrinter *printer, const char *name, bool value);
void hv_json_printer_null (HvJsonPrinter *printer, const char *name);
void hv_json_printer_node (HvJsonPrinter *printer, const char *name, HvJsonNode node);

/* A value as JSON on one line; a number stays as it was written. */
void hv_json_print_node (HvJsonNode node, GString *text);
void hv_json_print_number (gint64 micro, GString *text);    /* 800000 → 0.8 */
void hv_json_print_text (const char *value, GString *text); /* with its quotation marks */

G_END_DECLS
