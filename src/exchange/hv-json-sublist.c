/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists inside an object: the hours of a house, the absences of a volunteer. A file
 * that names such a list says all of it.
 */

#include "hv-json-import.h"

#include "hv-text.h"

#include <string.h>

typedef struct
{
  HvJsonImport *in;
  const HvJsonSublist *list;
  HvId owner;
  const HvField *owner_field;
  const GPtrArray *before; /* the owner's records in the roster */
  GHashTable *kept;        /* ids of those of them that the list names */
  GPtrArray *after;
} Replacing;

static const HvField *
find_owner_field (const HvJsonSublist *list)
{
  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (list->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].ref == (int)list->owner_kind)
      return &fields[i];
  return NULL;
}

/* Whether a draft says what a record says, whatever both are called. */
static bool
says_the_same (const HvRecord *draft, const HvRecord *record)
{
  g_autoptr (HvRecord) renamed = hv_record_copy (draft);
  renamed->id = record->id;
  hv_set_text (&renamed->ext, record->ext);
  hv_set_text (&renamed->extra, record->extra);
  return hv_record_equal (renamed, record);
}

/* An item without id is a record that says the same, and so is one with a new id when the
 * record has none of its own: the coordinator typed it before the file came. */
static const HvRecord *
find_same (const Replacing *replacing, const HvRecord *draft)
{
  for (guint i = 0; i < replacing->before->len; i++)
    {
      const HvRecord *record = replacing->before->pdata[i];
      if ((draft->ext == NULL || record->ext == NULL) && !g_hash_table_contains (replacing->kept, &record->id)
          && says_the_same (draft, record))
        return record;
    }
  return NULL;
}

void
hv_json_take_identity (gpointer draft_record, gconstpointer same_record)
{
  HvRecord *draft = draft_record;
  const HvRecord *same = same_record;
  draft->id = same->id;
  draft->ver = same->ver;
  if (draft->ext == NULL)
    hv_set_text (&draft->ext, same->ext);
  if (draft->extra == NULL)
    hv_set_text (&draft->extra, same->extra);
}

static const HvRecord *
find_item (const Replacing *replacing, HvJsonNode item, const char *id)
{
  const HvRecord *record = hv_json_find_named (replacing->in, replacing->list->kind, id);
  if (record == NULL || hv_record_get_int (record, replacing->owner_field) == replacing->owner)
    return record;
  hv_json_refuse (replacing->in, item, HV_ERROR_BAD_INPUT, hv_own_text ("the id belongs to something else already"));
  return NULL;
}

static void
read_item (Replacing *replacing, HvJsonNode item)
{
  HvJsonImport *in = replacing->in;
  const HvJsonSublist *list = replacing->list;
  if (hv_json_node_get_type (item) != HV_JSON_OBJECT)
    {
      hv_json_refuse (in, item, HV_ERROR_BAD_INPUT, hv_own_text ("is no object in braces"));
      return;
    }
  if (hv_json_is_deleted (item))
    return;

  const char *id = hv_json_read_id (in, item);
  const HvRecord *record = find_item (replacing, item, id);
  HvRecord *draft = hv_json_draft (in, list->kind, id, record);
  hv_record_set_int (draft, replacing->owner_field, replacing->owner);
  hv_json_read_fields (in, list->shape, item, NULL, draft, record == NULL);
  if (list->read != NULL)
    list->read (in, item, draft, record == NULL);

  if (record == NULL && (record = find_same (replacing, draft)) != NULL)
    hv_json_take_identity (draft, record);
  if (record != NULL)
    g_hash_table_add (replacing->kept, (gpointer)&record->id);
  hv_json_name (in, item, id, draft);
  g_ptr_array_add (replacing->after, hv_record_ref (draft));
  hv_json_put (in, draft);
}

static void
remove_others (Replacing *replacing)
{
  for (guint i = 0; i < replacing->before->len; i++)
    {
      const HvRecord *record = replacing->before->pdata[i];
      if (!g_hash_table_contains (replacing->kept, &record->id))
        hv_json_remove (replacing->in, record);
    }
}

GPtrArray *
hv_json_replace_list (HvJsonImport *in, HvJsonNode object, const HvJsonSublist *list, HvId owner)
{
  HvJsonNode items = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, object, list->field, HV_JSON_LIST, &items);
  if (given == HV_JSON_LEFT_OUT || given == HV_JSON_REFUSED)
    return NULL;

  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  Replacing replacing = {
    .in = in,
    .list = list,
    .owner = owner,
    .owner_field = find_owner_field (list),
    .before = hv_roster_list_of (in->roster, list->kind, list->owner_kind, owner),
    .kept = kept,
    .after = g_ptr_array_new_with_free_func (hv_record_unref),
  };
  guint index = 0;
  hv_json_foreach (item, items)
    {
      hv_json_enter (in, list->field, index++, item);
      read_item (&replacing, item);
      hv_json_leave (in);
    }
  remove_others (&replacing);
  return replacing.after;
}
