/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-delta.h"

#include <string.h>

#define GONE "gone"

/* --- writing --- */

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *rest = text; *rest != '\0';)
    {
      gsize plain = 0;
      while ((guchar)rest[plain] >= 0x20 && rest[plain] != '"' && rest[plain] != '\\')
        plain++;
      g_string_append_len (json, rest, (gssize)plain);
      rest += plain;
      if (*rest == '"' || *rest == '\\')
        g_string_append_printf (json, "\\%c", *rest++);
      else if (*rest != '\0')
        g_string_append_printf (json, "\\u%04x", (guint)(guchar)*rest++);
    }
  g_string_append_c (json, '"');
}

/* Digits by hand: printf takes most of the time of a big import otherwise. */
static void
append_number (GString *json, gint64 number)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = number < 0 ? 0 - (guint64)number : (guint64)number;

  do
    *--at = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (number < 0)
    *--at = '-';
  g_string_append_len (json, at, digits + sizeof digits - at);
}

static void
append_name (GString *json, const char *name)
{
  if (json->str[json->len - 1] != '{')
    g_string_append_c (json, ',');
  g_string_append_c (json, '"');
  g_string_append (json, name);
  g_string_append_len (json, "\":", 2);
}

static void
append_value (GString *json, const HvTable *table, gconstpointer record, guint column)
{
  const char *text;

  if (table->columns[column].type == HV_FIELD_INT)
    {
      gint64 number = hv_table_get_int (table, record, column);
      if (number != HV_NONE)
        append_number (json, number);
      else
        g_string_append (json, "null");
    }
  else if ((text = hv_table_get_text (table, record, column)) != NULL)
    append_string (json, text);
  else
    g_string_append (json, "null");
}

void
hv_delta_append (GString *json, const HvTable *table, gconstpointer record, bool gone, HvColumns columns)
{
  g_string_append_c (json, '{');
  if ((columns & HV_COLUMN_GONE) != 0)
    {
      append_name (json, GONE);
      g_string_append_c (json, gone ? '1' : '0');
    }
  for (guint i = 0; i < table->n_columns; i++)
    if ((columns & HV_COLUMN (i)) != 0)
      {
        append_name (json, table->columns[i].name);
        append_value (json, table, record, i);
      }
  g_string_append_c (json, '}');
}

/* --- reading --- */

static void
skip_blanks (const char **at)
{
  while (**at == ' ' || **at == '\t' || **at == '\n' || **at == '\r')
    (*at)++;
}

static bool
skip (const char **at, const char *word)
{
  gsize length = strlen (word);

  skip_blanks (at);
  if (strncmp (*at, word, length) != 0)
    return false;
  *at += length;
  return true;
}

/* Four hexadecimal digits. */
static bool
read_unit (const char **at, gunichar *ret_unit)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value ((*at)[i]);
      if (digit < 0)
        return false;
      unit = unit << 4 | (gunichar)digit;
    }
  *at += 4;
  *ret_unit = unit;
  return true;
}

/* What follows "\u": one unit, or two that belong together. */
static bool
read_character (const char **at, GString *text)
{
  gunichar character, low;

  if (!read_unit (at, &character))
    return false;
  if (character >= 0xd800 && character < 0xdc00)
    {
      if (!g_str_has_prefix (*at, "\\u"))
        return false;
      *at += 2;
      if (!read_unit (at, &low) || low < 0xdc00 || low >= 0xe000)
        return false;
      character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
    }
  if (character == 0 || !g_unichar_validate (character))
    return false;
  g_string_append_unichar (text, character);
  return true;
}

static bool
read_escape (const char **at, GString *text)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  char letter = **at;
  const char *found = letter != '\0' ? strchr (from, letter) : NULL;

  if (letter == '\0')
    return false;
  (*at)++;
  if (letter == 'u')
    return read_character (at, text);
  if (found != NULL)
    g_string_append_c (text, to[found - from]);
  return found != NULL;
}

static bool
read_string (const char **at, GString *text)
{
  g_string_truncate (text, 0);
  if (!skip (at, "\""))
    return false;

  while (**at != '"')
    {
      gsize plain = strcspn (*at, "\"\\");
      g_string_append_len (text, *at, (gssize)plain);
      *at += plain;
      if (**at == '\0')
        return false;
      if (**at == '\\')
        {
          (*at)++;
          if (!read_escape (at, text))
            return false;
        }
    }
  (*at)++;
  return g_utf8_validate (text->str, (gssize)text->len, NULL);
}

static bool
read_number (const char **at, gint64 *ret_number)
{
  char *end;

  skip_blanks (at);
  if (!g_ascii_isdigit (**at) && **at != '-')
    return false;
  *ret_number = g_ascii_strtoll (*at, &end, 10);
  bool something = end != *at;
  *at = end;
  return something && *ret_number != HV_NONE;
}

typedef struct
{
  bool is_text;
  gint64 number; /* HV_NONE for null */
  GString *text;
} Value;

static bool
read_value (const char **at, Value *value)
{
  value->is_text = false;
  value->number = HV_NONE;
  if (skip (at, "null"))
    return true;
  if (**at != '"')
    return read_number (at, &value->number);
  value->is_text = true;
  return read_string (at, value->text);
}

static bool
set_value (const HvTable *table, gpointer record, bool *gone, const char *name, const Value *value, HvColumns *columns)
{
  guint column;

  if (strcmp (name, GONE) == 0)
    {
      *gone = value->number == 1;
      *columns |= HV_COLUMN_GONE;
      return !value->is_text && (value->number == 0 || value->number == 1);
    }
  if (!hv_table_find_column (table, name, &column))
    return true;

  const HvField *field = &table->columns[column];
  *columns |= HV_COLUMN (column);
  if (field->type == HV_FIELD_INT)
    hv_record_set_int (record, field, value->number);
  else
    hv_record_set_text (record, field, value->is_text ? value->text->str : NULL);
  return value->number == HV_NONE ? field->type == HV_FIELD_TEXT || !value->is_text : field->type == HV_FIELD_INT;
}

/* What is computed from others follows them. */
static void
derive (gpointer record)
{
  HvVolunteer *volunteer = record;

  if (volunteer->r.kind == HV_KIND_VOLUNTEER)
    {
      g_autofree char *name = g_strdup (volunteer->name);
      hv_volunteer_set_name (volunteer, name);
    }
}

bool
hv_delta_apply (const char *json, const HvTable *table, gpointer record, bool *gone, HvColumns *ret_columns)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Value value = { .text = text };
  const char *at = json;

  *ret_columns = 0;
  if (!skip (&at, "{"))
    return false;
  for (bool first = true; !skip (&at, "}"); first = false)
    if ((!first && !skip (&at, ",")) || !read_string (&at, name) || !skip (&at, ":") || !read_value (&at, &value)
        || !set_value (table, record, gone, name->str, &value, ret_columns))
      return false;
  derive (record);
  skip_blanks (&at);
  return *at == '\0';
}

/* --- names --- */

char *
hv_delta_name_columns (const HvTable *table, HvColumns columns)
{
  GString *names = g_string_new ((columns & HV_COLUMN_GONE) != 0 ? GONE : "");

  for (guint i = 0; i < table->n_columns; i++)
    if ((columns & HV_COLUMN (i)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", table->columns[i].name);
  return g_string_free (names, FALSE);
}

HvColumns
hv_delta_find_columns (const HvTable *table, const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, ",", -1);
  HvColumns columns = 0;
  guint column;

  for (char **name = each; *name != NULL; name++)
    if (strcmp (*name, GONE) == 0)
      columns |= HV_COLUMN_GONE;
    else if (hv_table_find_column (table, *name, &column))
      columns |= HV_COLUMN (column);
  return columns;
}
