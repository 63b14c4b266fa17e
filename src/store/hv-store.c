/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-conflict.h"
#include "hv-db-engine.h"
#include "hv-error.h"
#include "hv-place.h"
#include "hv-reserve.h"
#include "hv-sql.h"
#include "hv-store-private.h"
#include "hv-text.h"

/* --- opening --- */

/* What a look at the file before it is opened for good has shown. */
typedef struct
{
  const HvSchema *schema;
  HvStoreFlags flags;
  HvPlace place;
  int number;    /* of its schema; 0: empty */
  char *program; /* a newer one: the program that writes it */
  bool recovered;
} Opening;

static void
clear_opening (Opening *opening)
{
  hv_place_clear (&opening->place);
  g_free (opening->program);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, clear_opening)

static bool
refuse_foreign (const Opening *opening, GError **error)
{
  g_autofree char *name = g_filename_display_basename (opening->place.path);

  g_set_error (error, HV_ERROR, HV_ERROR_DAMAGED,
               hv_own_text ("“%s” is no Husvagt file, or it is damaged. It was not changed. Choose another file, or "
                            "restore the newest backup."),
               name);
  return false;
}

/* A newer file says itself how old a program may be that still reads it. */
static bool
judge_newer (Opening *opening, HvDb *db, GError **error)
{
  g_autofree char *name = g_filename_display_basename (opening->place.path);
  int min_reader;

  if (!hv_schema_read_demands (db, &min_reader, &opening->program, error))
    return hv_db_explain (db, error);
  if (opening->program == NULL)
    return refuse_foreign (opening, error);
  if (min_reader <= opening->schema->n_steps)
    return true;

  g_set_error (error, HV_ERROR, HV_ERROR_NEWER,
               hv_own_text ("“%s” was saved with a newer version of Husvagt. It was not changed. Install Husvagt %s or "
                            "later to open it."),
               name, opening->program);
  return false;
}

static bool
refuse_half_done (const Opening *opening, GError **error)
{
  g_autofree char *name = g_filename_display_basename (opening->place.path);

  g_set_error (
      error, HV_ERROR, HV_ERROR_READ_ONLY,
      hv_own_text ("“%s” was left in the middle of a change, and the file or its folder may not be written to, "
                   "so it cannot be put right there. Copy it, together with “%s-journal”, to another folder "
                   "and open the copy."),
      name, name);
  return false;
}

/* A journal left behind by a crash is played back by the first who may write: here. */
static bool
recover (const Opening *opening, GError **error)
{
  int number;
  if (opening->place.locked)
    return refuse_half_done (opening, error);
  if (!hv_place_may_be_ours (&opening->place))
    return refuse_foreign (opening, error);

  g_autoptr (HvDb) db = hv_db_open (&hv_db_sqlite, opening->place.path, 0, error);
  return db != NULL && (hv_db_get_schema (db, &number, error) || hv_db_explain (db, error));
}

static bool
read_number (Opening *opening, HvDb *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!hv_db_get_schema (db, &opening->number, &failure))
    {
      if (hv_db_is (failure, HV_DB_CORRUPT))
        return refuse_foreign (opening, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return false;
    }
  if (opening->number < 0)
    return refuse_foreign (opening, error);
  return opening->number <= opening->schema->n_steps || judge_newer (opening, db, error);
}

/* Reads what the file says about itself, without changing it: a refused file stays as it is. */
static bool
probe (Opening *opening, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HvDb) db = hv_db_open (&hv_db_sqlite, opening->place.path, HV_DB_READ, &failure);

  if (db != NULL && read_number (opening, db, &failure))
    return true;
  if (db != NULL && hv_db_is (failure, HV_DB_READ_ONLY) && !opening->recovered)
    {
      opening->recovered = true;
      return recover (opening, error) && probe (opening, error);
    }
  if (db == NULL && g_error_matches (failure, HV_ERROR, HV_ERROR_DAMAGED))
    return refuse_foreign (opening, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return db != NULL && hv_db_explain (db, error);
}

static bool
refuse_missing (const Opening *opening, GError **error)
{
  g_autofree char *name = g_filename_display_name (opening->place.path);

  g_set_error (error, HV_ERROR, HV_ERROR_DAMAGED,
               g_file_test (opening->place.path, G_FILE_TEST_EXISTS)
                   ? hv_own_text ("%s is empty. Choose another file, or make a new organisation.")
                   : hv_own_text ("There is no file %s. Choose another file, or make a new organisation."),
               name);
  return false;
}

/* Looks at the place, and makes the file where that is asked for. */
static bool
prepare (Opening *opening, const char *where, GError **error)
{
  bool may_create = (opening->flags & (HV_STORE_CREATE | HV_STORE_READ_ONLY)) == HV_STORE_CREATE;

  if (!hv_place_look (where, &opening->place, error))
    return false;
  if (opening->place.missing)
    return may_create ? hv_place_make (&opening->place, error) : refuse_missing (opening, error);
  if (!probe (opening, error))
    return false;
  return opening->number != 0 || may_create || refuse_missing (opening, error);
}

/* --- read-only or not --- */

static char *
find_read_only_reason (const Opening *opening)
{
  g_autofree char *name = g_filename_display_basename (opening->place.path);

  if (opening->program != NULL)
    return g_strdup_printf (hv_own_text ("“%s” was saved with a newer version of Husvagt and can only be viewed. "
                                         "Install Husvagt %s or later to change it."),
                            name, opening->program);
  if ((opening->flags & HV_STORE_READ_ONLY) != 0)
    return g_strdup_printf (hv_own_text ("“%s” was opened to be viewed only."), name);
  if (opening->place.locked && !opening->place.missing)
    {
      g_autofree char *path = g_path_get_dirname (opening->place.path);
      g_autofree char *folder = g_filename_display_name (path);
      return g_strdup_printf (hv_own_text ("“%s” can only be viewed: the file or its folder %s may not be written to. "
                                           "Ask whoever looks after the folder, or save a copy somewhere else."),
                              name, folder);
    }
  return NULL;
}

static bool
refuse_older (const Opening *opening, GError **error)
{
  g_autofree char *name = g_filename_display_basename (opening->place.path);

  g_set_error (error, HV_ERROR, HV_ERROR_READ_ONLY,
               hv_own_text ("“%s” was saved with an older version of Husvagt and must be brought up to date, but the "
                            "file or its folder may not be written to. Copy it to another folder and open the copy."),
               name);
  return false;
}

/* --- the store --- */

static HvDbFlags
get_db_flags (const HvStore *store, HvStoreFlags flags)
{
  if (store->read_only_reason != NULL)
    return HV_DB_READ;
  return (flags & HV_STORE_ALONE) != 0 ? HV_DB_ALONE : 0;
}

static bool
is_current (const Opening *opening)
{
  return opening->number == 0 || opening->number == opening->schema->n_steps;
}

/* What is brought up to date can always be had back as it was. */
static bool
back_up_older (HvStore *store, GError **error)
{
  g_autofree char *folder = hv_backup_dup_folder (store->where);

  return hv_backup_make (store->db, folder, HV_BACKUP_MIGRATION, g_get_real_time () / G_USEC_PER_SEC, error);
}

static bool
open_for_good (HvStore *store, const Opening *opening, GError **error)
{
  store->db = hv_db_open (&hv_db_sqlite, store->where, get_db_flags (store, opening->flags), error);
  if (store->db == NULL)
    return false;
  if (opening->program != NULL)
    return true;
  if (store->read_only_reason != NULL)
    return opening->number == opening->schema->n_steps || refuse_older (opening, error);
  return (is_current (opening) || back_up_older (store, error))
         && hv_schema_upgrade (opening->schema, store->db, error);
}

HvStore *
hv_store_open_with (const char *where, HvStoreFlags flags, const HvSchema *schema, GError **error)
{
  g_auto (Opening) opening = { .schema = schema, .flags = flags };

  if (g_str_has_prefix (where, "postgres://") || g_str_has_prefix (where, "postgresql://"))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("This build of Husvagt opens files, not PostgreSQL servers."));
      return NULL;
    }
  if (!prepare (&opening, where, error))
    return NULL;

  g_autoptr (HvStore) store = g_new0 (HvStore, 1);
  store->conflict.kind = HV_N_KINDS;
  store->where = g_strdup (opening.place.path);
  store->advice = g_strdup (opening.place.advice);
  store->read_only_reason = find_read_only_reason (&opening);
  store->read_only_code = opening.program != NULL ? HV_ERROR_NEWER : HV_ERROR_READ_ONLY;
  store->tables = hv_tables_new ();
  store->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!open_for_good (store, &opening, error))
    return NULL;
  return g_steal_pointer (&store);
}

HvStore *
hv_store_open (const char *where, HvStoreFlags flags, GError **error)
{
  return hv_store_open_with (where, flags, &hv_schema_current, error);
}

void
hv_store_close (HvStore *store)
{
  g_clear_pointer (&store->db, hv_db_close);
  if (store->has_reserve)
    hv_reserve_give_up (store->where);
  g_clear_pointer (&store->tables, hv_tables_free);
  g_clear_pointer (&store->seen, g_hash_table_unref);
  hv_conflict_clear (&store->conflict);
  g_free (store->epoch);
  g_free (store->where);
  g_free (store->read_only_reason);
  g_free (store->advice);
  g_free (store);
}

const char *
hv_store_get_where (const HvStore *store)
{
  return store->where;
}

const char *
hv_store_get_read_only_reason (const HvStore *store)
{
  return store->read_only_reason;
}

const char *
hv_store_get_advice (const HvStore *store)
{
  return store->advice;
}

const HvConflict *
hv_store_get_conflict (const HvStore *store)
{
  return &store->conflict;
}

bool
hv_store_write (HvStore *store, HvDbWork work, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (store->read_only_reason != NULL)
    {
      g_set_error_literal (error, HV_ERROR, store->read_only_code, store->read_only_reason);
      return false;
    }
  if (hv_db_write (store->db, work, data, &failure))
    {
      store->has_reserve = store->has_reserve || hv_reserve_keep (store->where);
      return true;
    }
  if (g_error_matches (failure, HV_ERROR, HV_ERROR_FULL_DISK))
    {
      hv_reserve_give_up (store->where);
      store->has_reserve = false;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return false;
}
