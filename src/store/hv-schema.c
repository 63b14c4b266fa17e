/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-schema.h"

#include "hv-db-engine.h"
#include "hv-sql.h"

static const HvSchemaStep steps[] = {
  { hv_schema_1, 1, "0.1" },
  { hv_schema_2, 1, "0.1" },
};

const HvSchema hv_schema_current = { steps, G_N_ELEMENTS (steps) };

char *
hv_schema_fill_in (const char *statement, const HvDbEngine *engine)
{
  GString *filled = g_string_new (statement);

  g_string_replace (filled, "{INT}", engine->int_type, 0);
  g_string_replace (filled, "{TEXT}", engine->text_type, 0);
  g_string_replace (filled, "{END}", engine->table_end, 0);
  return g_string_free (filled, FALSE);
}

/* --- what a place says about itself --- */

static bool
read_meta (HvDb *db, const char *name, char **ret_value, GError **error)
{
  bool found;
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_GET_META], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_text (statement, 2, name);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_value = found ? g_strdup (hv_db_get_text (statement, 0)) : NULL;
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
write_meta (HvDb *db, const char *name, const char *value, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_SET_META], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_text (statement, 2, name);
  hv_db_bind_text (statement, 3, value);
  return hv_db_run (statement, error);
}

bool
hv_schema_read_demands (HvDb *db, int *ret_min_reader, char **ret_program, GError **error)
{
  g_autofree char *min_reader = NULL;

  if (!read_meta (db, "min_reader", &min_reader, error) || !read_meta (db, "program", ret_program, error))
    return false;
  *ret_min_reader = min_reader != NULL ? (int)g_ascii_strtoll (min_reader, NULL, 10) : G_MAXINT;
  return true;
}

bool
hv_schema_read_epoch (HvDb *db, char **ret_epoch, GError **error)
{
  return read_meta (db, "epoch", ret_epoch, error);
}

bool
hv_schema_new_epoch (HvDb *db, GError **error)
{
  g_autofree char *epoch = g_uuid_string_random ();

  return write_meta (db, "epoch", epoch, error);
}

/* --- upgrading --- */

static bool
take_step (HvDb *db, const HvSchemaStep *step, GError **error)
{
  for (const char *const *statement = step->statements; *statement != NULL; statement++)
    {
      g_autofree char *sql = hv_schema_fill_in (*statement, hv_db_get_engine (db));
      if (!hv_db_execute (db, sql, error))
        return false;
    }

  g_autofree char *min_reader = g_strdup_printf ("%d", step->min_reader);
  return write_meta (db, "min_reader", min_reader, error) && write_meta (db, "program", step->program, error);
}

/* Somebody else may have done it while we waited for the transaction. */
static bool
take_steps (HvDb *db, gpointer data, GError **error)
{
  const HvSchema *schema = data;
  int number;

  if (!hv_db_get_schema (db, &number, error))
    return false;
  for (int i = number; i >= 0 && i < schema->n_steps; i++)
    if (!take_step (db, &schema->steps[i], error))
      return false;

  if (number < 0 || number >= schema->n_steps)
    return true;
  return hv_db_set_schema (db, schema->n_steps, error) && (number > 0 || hv_schema_new_epoch (db, error));
}

bool
hv_schema_upgrade (const HvSchema *schema, HvDb *db, GError **error)
{
  return hv_db_write (db, take_steps, (gpointer)schema, error);
}
