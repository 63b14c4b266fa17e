/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-name-index.h"

#include "hv-error.h"
#include "hv-name.h"
#include "hv-text.h"

#define MOST_EXPLAINED 100

struct _HvNameIndex
{
  const HvRoster *roster;
  HvKind kind;
  GHashTable *keys;  /* search key → HvRecord; the index itself where several share it */
  GHashTable *found; /* text → HvRecord: what has been asked for before */
  guint n_explained;
};

/* --- making it --- */

static bool
is_archived (const HvRecord *record)
{
  return record->kind == HV_KIND_VOLUNTEER && ((const HvVolunteer *)record)->archived == 1;
}

/* Somebody archived is meant only when nobody else has the name. */
static gpointer
choose (HvNameIndex *index, gpointer before, gpointer record)
{
  if (before == NULL || before == index)
    return before == NULL ? record : before;
  if (is_archived (before) != is_archived (record))
    return is_archived (before) ? record : before;
  return index;
}

static void
add_key (HvNameIndex *index, char *key, gpointer record)
{
  gpointer chosen = choose (index, g_hash_table_lookup (index->keys, key), record);
  g_hash_table_replace (index->keys, key, chosen);
}

static void
add_records (HvNameIndex *index)
{
  const HvField *name = hv_kind_find_field (index->kind, "name");
  const GPtrArray *records = hv_roster_list (index->roster, index->kind);
  for (guint i = 0; i < records->len; i++)
    {
      const char *text = hv_record_get_text (records->pdata[i], name);
      add_key (index, hv_name_key (text != NULL ? text : ""), records->pdata[i]);
    }
}

HvNameIndex *
hv_name_index_new (const HvRoster *roster, HvKind kind)
{
  HvNameIndex *index = g_new0 (HvNameIndex, 1);
  index->roster = roster;
  index->kind = kind;
  index->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_records (index);
  return index;
}

void
hv_name_index_free (HvNameIndex *index)
{
  g_hash_table_unref (index->keys);
  g_hash_table_unref (index->found);
  g_free (index);
}

/* --- asking --- */

static const HvRecord *
look_up (HvNameIndex *index, const char *text)
{
  const HvRecord *record = g_hash_table_lookup (index->found, text);
  if (record == NULL)
    record = hv_roster_find_ext (index->roster, index->kind, text);
  if (record == NULL)
    {
      g_autofree char *key = hv_name_key (text);
      gpointer named = g_hash_table_lookup (index->keys, key);
      record = named != index ? named : NULL;
    }
  if (record != NULL)
    g_hash_table_insert (index->found, g_strdup (text), (gpointer)record);
  return record;
}

/* The names near an unknown one are found by looking through all of them. */
static void
explain (const HvNameIndex *index, const char *text, GError **error)
{
  if (index->kind == HV_KIND_HOUSE)
    hv_roster_match_house (index->roster, text, error);
  else if (index->kind == HV_KIND_ROLE)
    hv_roster_match_role (index->roster, text, error);
  else
    hv_roster_match_volunteer (index->roster, text, error);
}

static void
say_unknown (const HvNameIndex *index, const char *text, GError **error)
{
  g_autofree char *quoted = hv_error_quote (text);
  if (index->kind == HV_KIND_HOUSE)
    g_set_error (error, HV_ERROR, HV_ERROR_UNKNOWN_HOUSE, hv_own_text ("There is no house %s."), quoted);
  else if (index->kind == HV_KIND_ROLE)
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("There is no role %s."), quoted);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_UNKNOWN_VOLUNTEER, hv_own_text ("There is no volunteer %s."), quoted);
}

HvId
hv_name_index_find (HvNameIndex *index, const char *text, GError **error)
{
  const HvRecord *record = look_up (index, text);
  if (record != NULL)
    return record->id;
  if (index->n_explained++ < MOST_EXPLAINED)
    explain (index, text, error);
  else
    say_unknown (index, text, error);
  return HV_NONE;
}

char *
hv_name_index_dup_name (HvNameIndex *index, HvId id)
{
  const HvRecord *record = hv_roster_find (index->roster, index->kind, id);
  if (record == NULL)
    return g_strdup ("");
  const char *name = hv_record_get_text (record, hv_kind_find_field (index->kind, "name"));
  return look_up (index, name) == record ? g_strdup (name) : hv_record_dup_ext (record);
}

bool
hv_name_index_has (HvNameIndex *index, const char *text)
{
  return look_up (index, text) != NULL;
}
