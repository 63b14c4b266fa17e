/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json-printer.h"

#include "hv-span.h"

#include <string.h>

void
hv_json_print_text (const char *value, GString *text)
{
  static const char codes[] = "\b\f\n\r\t\"\\";
  static const char letters[] = "bfnrt\"\\";

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      const char *code = strchr (codes, *p);
      if (code != NULL)
        g_string_append_printf (text, "\\%c", letters[code - codes]);
      else if ((guchar)*p < 0x20 || *p == 0x7F)
        g_string_append_printf (text, "\\u%04x", (guint)(guchar)*p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

void
hv_json_print_number (gint64 micro, GString *text)
{
  guint64 size = (guint64)ABS (micro);
  char fraction[8];
  g_snprintf (fraction, sizeof fraction, "%06u", (guint)(size % 1000000));
  for (char *end = fraction + 5; end >= fraction && *end == '0'; end--)
    *end = '\0';

  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT "%s%s", micro < 0 ? "-" : "", size / 1000000,
                          *fraction != '\0' ? "." : "", fraction);
}

static void
print_container (HvJsonNode node, GString *text)
{
  bool object = hv_json_node_get_type (node) == HV_JSON_OBJECT;
  const char *between = "";
  g_string_append_c (text, object ? '{' : '[');
  hv_json_foreach (item, node)
    {
      g_string_append (text, between);
      if (object)
        {
          hv_json_print_text (hv_json_node_get_name (item), text);
          g_string_append (text, ": ");
        }
      hv_json_print_node (item, text);
      between = ", ";
    }
  g_string_append_c (text, object ? '}' : ']');
}

void
hv_json_print_node (HvJsonNode node, GString *text)
{
  switch (hv_json_node_get_type (node))
    {
    case HV_JSON_FALSE:
      g_string_append (text, "false");
      break;
    case HV_JSON_TRUE:
      g_string_append (text, "true");
      break;
    case HV_JSON_NUMBER:
      {
        gsize length;
        const char *number = hv_json_node_get_number (node, &length);
        g_string_append_len (text, number, (gssize)length);
        break;
      }
    case HV_JSON_TEXT:
      hv_json_print_text (hv_json_node_get_text (node), text);
      break;
    case HV_JSON_LIST:
    case HV_JSON_OBJECT:
      print_container (node, text);
      break;
    case HV_JSON_NULL:
    default:
      g_string_append (text, "null");
    }
}

void
hv_json_printer_init (HvJsonPrinter *printer)
{
  *printer = (HvJsonPrinter){ .text = g_string_new (NULL) };
}

char *
hv_json_printer_end (HvJsonPrinter *printer)
{
  g_string_append_c (printer->text, '\n');
  return g_string_free (g_steal_pointer (&printer->text), FALSE);
}

static void
start_value (HvJsonPrinter *printer, const char *name)
{
  if (printer->between)
    g_string_append_c (printer->text, ',');
  if (printer->lines > 0)
    g_string_append (printer->text, printer->between ? " " : "");
  else if (printer->depth > 0)
    g_string_append_printf (printer->text, "\n%*s", (int)printer->depth * 2, "");

  if (name != NULL)
    {
      hv_json_print_text (name, printer->text);
      g_string_append (printer->text, ": ");
    }
  printer->between = true;
}

void
hv_json_printer_open (HvJsonPrinter *printer, const char *name, char bracket, bool line)
{
  start_value (printer, name);
  g_string_append_c (printer->text, bracket);
  printer->depth++;
  printer->lines += line || printer->lines > 0;
  printer->between = false;
}

void
hv_json_printer_close (HvJsonPrinter *printer, char bracket)
{
  printer->depth--;
  if (printer->lines > 0)
    printer->lines--;
  else if (printer->between)
    g_string_append_printf (printer->text, "\n%*s", (int)printer->depth * 2, "");
  g_string_append_c (printer->text, bracket);
  printer->between = true;
}

void
hv_json_printer_null (HvJsonPrinter *printer, const char *name)
{
  start_value (printer, name);
  g_string_append (printer->text, "null");
}

void
hv_json_printer_text (HvJsonPrinter *printer, const char *name, const char *value)
{
  if (value == NULL)
    {
      hv_json_printer_null (printer, name);
      return;
    }
  start_value (printer, name);
  hv_json_print_text (value, printer->text);
}

void
hv_json_printer_int (HvJsonPrinter *printer, const char *name, gint64 value)
{
  if (value == HV_NONE)
    {
      hv_json_printer_null (printer, name);
      return;
    }
  start_value (printer, name);
  g_string_append_printf (printer->text, "%" G_GINT64_FORMAT, value);
}

void
hv_json_printer_micro (HvJsonPrinter *printer, const char *name, gint64 value)
{
  if (value == HV_NONE)
    {
      hv_json_printer_null (printer, name);
      return;
    }
  start_value (printer, name);
  hv_json_print_number (value, printer->text);
}

void
hv_json_printer_flag (HvJsonPrinter *printer, const char *name, bool value)
{
  start_value (printer, name);
  g_string_append (printer->text, value ? "true" : "false");
}

void
hv_json_printer_node (HvJsonPrinter *printer, const char *name, HvJsonNode node)
{
  start_value (printer, name);
  hv_json_print_node (node, printer->text);
}
