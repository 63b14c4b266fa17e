/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-table.h"

#include "hv-sql.h"

#include <string.h>

static void
append_columns (GString *sql, const HvTable *table, const char *prefix)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", %s%s", prefix, table->columns[i].name);
}

/* The row is t in everything that is read. */
static GString *
begin_select (const HvTable *table)
{
  GString *sql = g_string_new ("SELECT t.id, t.ver, t.content, t.gone");

  append_columns (sql, table, "t.");
  return sql;
}

static char *
make_select (const HvTable *table, const char *condition)
{
  GString *sql = begin_select (table);

  g_string_append_printf (sql, "\nFROM %s t\nWHERE t.org_id = $1%s", table->name, condition);
  return g_string_free (sql, FALSE);
}

static char *
make_find_gone (const HvTable *table)
{
  return g_strdup_printf ("SELECT gone\nFROM %s\nWHERE org_id = $1 AND id = $2", table->name);
}

/* Links are no names, and no two may be alike. */
static bool
is_blanked (const HvTable *table, guint column)
{
  return (table->private_ & HV_COLUMN (column)) != 0 && table->columns[column].type == HV_FIELD_TEXT
         && table->kind != HV_KIND_FEED;
}

static char *
make_blank (const HvTable *table)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (is_blanked (table, i))
      {
        bool required = (table->columns[i].flags & HV_FIELD_REQUIRED) != 0;
        g_string_append_printf (sql, "%s%s = %s", sql->len > 0 ? ", " : "", table->columns[i].name,
                                required ? "''" : "NULL");
      }
  if (sql->len == 0)
    return g_string_free (sql, TRUE);
  g_string_prepend (sql, "\nSET ");
  g_string_prepend (sql, table->name);
  g_string_prepend (sql, "UPDATE ");
  return g_string_free (g_string_append (sql, "\nWHERE org_id = $1 AND id = $2"), FALSE);
}

static char *
make_insert (const HvTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (org_id, id, ver, content, gone", table->name);
  append_columns (sql, table, "");
  g_string_append (sql, ")\nVALUES ($1, $2, 1, 1, 0");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", $%u", i + 3);
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static char *
make_update (const HvTable *table, HvColumns columns)
{
  GString *sql = g_string_new (NULL);
  guint parameter = 5;

  g_string_append_printf (sql, "UPDATE %s\nSET ver = ver + 1, content = $4", table->name);
  if ((columns & HV_COLUMN_GONE) != 0)
    g_string_append_printf (sql, ", gone = $%u", parameter++);
  for (guint i = 0; i < table->n_columns; i++)
    if ((columns & HV_COLUMN (i)) != 0)
      g_string_append_printf (sql, ", %s = $%u", table->columns[i].name, parameter++);
  g_string_append (sql, "\nWHERE org_id = $1 AND id = $2 AND ver = $3\nRETURNING ver");
  return g_string_free (sql, FALSE);
}

static char *
make_list_by (const HvTable *table, guint column)
{
  g_autofree char *condition =
      g_strdup_printf (" AND t.gone = 0 AND t.%s = $2\nORDER BY t.id", table->columns[column].name);

  return make_select (table, condition);
}

/* What hangs on an opening goes with the opening, also where the night runs on into
 * another week (as in hv_roster_apply ()). */
static char *
make_week (const HvTable *table)
{
  GString *sql = begin_select (table);
  guint column;

  if (table->kind == HV_KIND_OPENING)
    g_string_append (sql,
                     "\nFROM opening t\nWHERE t.org_id = $1 AND t.house = $2 AND t.starts >= $3 AND t.starts < $4");
  else
    {
      bool by_shift = hv_table_find_column (table, "shift", &column);
      g_string_append_printf (sql,
                              "\nFROM opening o%s\nJOIN %s t ON t.org_id = o.org_id AND t.%s"
                              "\nWHERE o.org_id = $1 AND o.house = $2 AND o.starts >= $3 AND o.starts < $4"
                              " AND o.gone = 0",
                              by_shift ? "\nJOIN shift s ON s.org_id = o.org_id AND s.opening = o.id AND s.gone = 0"
                                       : "",
                              table->name, by_shift ? "shift = s.id" : "opening = o.id");
    }
  return g_string_free (g_string_append (sql, " AND t.gone = 0"), FALSE);
}

/* Texts are kept as long as the connection that knows them by address. Updates have a
 * mask for a key; the others a number that no mask can be: bit 62 is no column. */
#define LIST_BY (HV_COLUMN (62))
#define WEEK (HV_COLUMN (62) | HV_COLUMN (61))
#define STARTING (HV_COLUMN (62) | HV_COLUMN (60))

static const char *
remember (HvTable *table, HvColumns key, char *text)
{
  g_hash_table_insert (table->other, g_memdup2 (&key, sizeof key), text);
  return text;
}

const char *
hv_table_get_update (HvTable *table, HvColumns columns)
{
  const char *text = g_hash_table_lookup (table->other, &columns);

  return text != NULL ? text : remember (table, columns, make_update (table, columns));
}

const char *
hv_table_get_list_by (HvTable *table, guint column)
{
  HvColumns key = LIST_BY | column;
  const char *text = g_hash_table_lookup (table->other, &key);

  return text != NULL ? text : remember (table, key, make_list_by (table, column));
}

const char *
hv_table_get_week (HvTable *table)
{
  HvColumns key = WEEK;
  const char *text = g_hash_table_lookup (table->other, &key);

  return text != NULL ? text : remember (table, key, make_week (table));
}

const char *
hv_table_get_starting (HvTable *table)
{
  HvColumns key = STARTING;
  const char *text = g_hash_table_lookup (table->other, &key);

  return text != NULL
             ? text
             : remember (table, key, make_select (table, " AND t.starts >= $2 AND t.starts < $3 AND t.gone = 0"));
}

void
hv_table_make_statements (HvTable *table)
{
  table->find = make_select (table, " AND t.id = $2");
  table->list = make_select (table, " AND t.gone = 0\nORDER BY t.id");
  table->list_all = make_select (table, "\nORDER BY t.id");
  table->insert = make_insert (table);
  table->find_gone = make_find_gone (table);
  table->blank = make_blank (table);
}
