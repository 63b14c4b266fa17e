/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ids of a file and the records they stand for, what may be there only once, and
 * references from one object to another.
 */

#include "hv-json-import.h"

#include "hv-id-hash.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-text.h"

#include <string.h>

/* --- ids --- */

static bool
check_id (HvJsonImport *in, HvJsonNode node, const char *id)
{
  if (id == NULL)
    hv_json_refuse (in, node, HV_ERROR_BAD_INPUT, hv_own_text ("“%s” must be a text in quotation marks"), "id");
  else if (*id == '\0' || g_utf8_strlen (id, -1) > HV_JSON_MAX_ID)
    hv_json_refuse (in, node, HV_ERROR_BAD_INPUT, hv_own_text ("an id has from 1 to %d characters"), HV_JSON_MAX_ID);
  else
    {
      GError *error = NULL;
      g_autofree char *clean = hv_name_clean (id, &error);
      if (clean != NULL && hv_identity_check ("id", id, &error))
        return true;
      hv_json_refuse_error (in, node, error);
    }
  return false;
}

const char *
hv_json_read_id (HvJsonImport *in, HvJsonNode object)
{
  HvJsonNode node = hv_json_node_find (object, "id");
  if (hv_json_node_get_type (node) == HV_JSON_NULL)
    return NULL;
  const char *id = hv_json_node_get_text (node);
  return check_id (in, node, id) ? id : NULL;
}

static HvJsonMark *
find_mark (const HvJsonImport *in, HvKind kind, const char *id)
{
  return in->named[kind] != NULL && id != NULL ? g_hash_table_lookup (in->named[kind], id) : NULL;
}

/* A record that has an id of its own in files is not called by its number. */
gconstpointer
hv_json_find_stored (const HvJsonImport *in, HvKind kind, const char *id)
{
  const HvRecord *record = hv_roster_find_ext (in->roster, kind, id);
  return record == NULL || (record->ext != NULL && strcmp (record->ext, id) != 0) ? NULL : record;
}

gconstpointer
hv_json_find_named (const HvJsonImport *in, HvKind kind, const char *id)
{
  const HvJsonMark *mark = find_mark (in, kind, id);
  if (mark != NULL)
    return mark->what == HV_JSON_MARK_RECORD ? hv_json_find_record (in, kind, mark->id) : NULL;
  const HvRecord *stored = id != NULL ? hv_json_find_stored (in, kind, id) : NULL;
  return stored != NULL ? hv_json_find_record (in, kind, stored->id) : NULL;
}

HvJsonMark *
hv_json_mark (HvJsonImport *in, HvKind kind, const char *id, HvId record)
{
  if (in->named[kind] == NULL)
    in->named[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  HvJsonMark *mark = g_new (HvJsonMark, 1);
  *mark = (HvJsonMark){ record, HV_JSON_MARK_RECORD };
  g_hash_table_insert (in->named[kind], (char *)id, mark);
  return mark;
}

bool
hv_json_is_removed (const HvJsonImport *in, gconstpointer record)
{
  g_autofree char *id = hv_record_dup_ext (record);
  const HvJsonMark *mark = find_mark (in, ((const HvRecord *)record)->kind, id);
  return mark != NULL && mark->what == HV_JSON_MARK_REMOVED;
}

/* Whether the file names the record for the first time. */
static bool
take_record (HvJsonImport *in, const HvRecord *record)
{
  if (in->taken[record->kind] == NULL)
    in->taken[record->kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return g_hash_table_add (in->taken[record->kind], g_memdup2 (&record->id, sizeof record->id));
}

bool
hv_json_is_taken (const HvJsonImport *in, gconstpointer record)
{
  const HvRecord *asked = record;
  return in->taken[asked->kind] != NULL && g_hash_table_contains (in->taken[asked->kind], &asked->id);
}

bool
hv_json_name (HvJsonImport *in, HvJsonNode object, const char *id, gconstpointer record)
{
  const HvRecord *named = record;
  const HvJsonMark *before = find_mark (in, named->kind, id);
  bool removed = before != NULL && before->what == HV_JSON_MARK_REMOVED;
  if (removed || before != NULL || !take_record (in, named))
    {
      hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, "%s",
                      removed ? hv_own_text ("the file also removes it") : hv_own_text ("is in the file twice"));
      return false;
    }
  if (id != NULL)
    {
      HvJsonMark *mark = hv_json_mark (in, named->kind, id, named->id);
      in->mark = in->mark != NULL ? in->mark : mark;
    }
  return true;
}

typedef struct
{
  HvId kind, a, b, c;
  HvId record;
} Claim;

static guint
hash_claim_cb (gconstpointer key)
{
  const Claim *claim = key;
  return hv_id_hash (claim->a) ^ (hv_id_hash (claim->b) * 31) ^ hv_id_hash (claim->c * HV_N_KINDS + claim->kind);
}

static gboolean
same_claim_cb (gconstpointer a, gconstpointer b)
{
  const Claim *one = a, *other = b;
  return one->kind == other->kind && one->a == other->a && one->b == other->b && one->c == other->c;
}

HvId
hv_json_claim (HvJsonImport *in, HvKind kind, HvId a, HvId b, gint64 c, HvId record)
{
  if (in->claims == NULL)
    in->claims = g_hash_table_new_full (hash_claim_cb, same_claim_cb, g_free, NULL);
  const Claim claim = { kind, a, b, c, record };
  const Claim *before = g_hash_table_lookup (in->claims, &claim);
  if (before != NULL)
    return before->record;
  g_hash_table_add (in->claims, g_memdup2 (&claim, sizeof claim));
  return 0;
}

static GHashTable *
list_ids (const HvJsonImport *in, const char *list)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  HvJsonNode objects = hv_json_node_find (hv_json_get_root (in->json), list);
  hv_json_foreach (object, objects)
    {
      const char *id = hv_json_peek_id (object);
      if (id != NULL)
        g_hash_table_add (ids, (char *)id);
    }
  return ids;
}

bool
hv_json_list_names (HvJsonImport *in, const char *list, gconstpointer record)
{
  GHashTable *ids = g_hash_table_lookup (in->listed, list);
  if (ids == NULL)
    {
      ids = list_ids (in, list);
      g_hash_table_insert (in->listed, (char *)list, ids);
    }
  g_autofree char *id = hv_record_dup_ext (record);
  return g_hash_table_contains (ids, id);
}

/* --- uids --- */

static void
add_uids (HvJsonImport *in, HvKind kind)
{
  const HvField *field = hv_kind_find_field (kind, "uid");
  const GPtrArray *records = hv_roster_list (in->roster, kind);
  for (guint i = 0; i < records->len; i++)
    {
      const char *uid = hv_record_get_text (records->pdata[i], field);
      if (uid != NULL)
        g_hash_table_insert (in->uids, g_strdup (uid), hv_record_ref (records->pdata[i]));
    }
}

/* Whether another record has the uid and keeps it. */
static bool
is_uid_taken (HvJsonImport *in, const char *uid, const HvRecord *record)
{
  const HvRecord *other = g_hash_table_lookup (in->uids, uid);
  if (other == NULL || (other->kind == record->kind && other->id == record->id))
    return false;
  const HvRecord *now = hv_json_find_record (in, other->kind, other->id);
  return now != NULL && g_strcmp0 (hv_record_get_text (now, hv_kind_find_field (now->kind, "uid")), uid) == 0;
}

void
hv_json_read_uid (HvJsonImport *in, HvJsonNode object, HvRecord *record, char **member)
{
  g_autofree char *uid = NULL;
  if (hv_json_read_line (in, object, "uid", &uid) != HV_JSON_GIVEN)
    return;
  if (in->uids == NULL)
    {
      in->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, hv_record_unref);
      add_uids (in, HV_KIND_SHIFT);
      add_uids (in, HV_KIND_ASSIGNMENT);
    }
  if (is_uid_taken (in, uid, record))
    hv_json_refuse (in, hv_json_node_find (object, "uid"), HV_ERROR_BAD_INPUT,
                    hv_own_text ("another shift or assignment has the same uid"));
  hv_set_text (member, uid);
  g_hash_table_insert (in->uids, g_steal_pointer (&uid), hv_record_ref (record));
}

gpointer
hv_json_begin_named (HvJsonImport *in, HvJsonNode object, HvKind kind)
{
  const char *id = hv_json_read_id (in, object);
  gconstpointer before = hv_json_find_named (in, kind, id);
  if (id == NULL && !hv_json_is_refused (in))
    hv_json_refuse_missing (in, object, "id");

  HvRecord *draft = hv_json_draft (in, kind, id, before);
  in->is_new = before == NULL;
  if (hv_json_name (in, object, id, draft))
    return draft;
  hv_record_unref (draft);
  return NULL;
}

/* --- references --- */

/* A whole sentence for each kind: in Danish and Swedish "no such" bends. */
static char *
format_unknown (HvKind kind, const char *quoted)
{
  switch (kind)
    {
    case HV_KIND_HOUSE:
      return g_strdup_printf (hv_own_text ("there is no house with the id %s"), quoted);
    case HV_KIND_ROLE:
      return g_strdup_printf (hv_own_text ("there is no role with the id %s"), quoted);
    case HV_KIND_VOLUNTEER:
      return g_strdup_printf (hv_own_text ("there is no volunteer with the id %s"), quoted);
    case HV_KIND_OPENING:
      return g_strdup_printf (hv_own_text ("there is no opening with the id %s"), quoted);
    case HV_KIND_SHIFT:
      return g_strdup_printf (hv_own_text ("there is no shift with the id %s"), quoted);
    case HV_KIND_TEMPLATE:
      return g_strdup_printf (hv_own_text ("there is no shift template with the id %s"), quoted);
    default:
      return g_strdup_printf (hv_own_text ("there are no opening hours with the id %s"), quoted);
    }
}

static char *
format_bad_reference (const HvJsonMark *mark, HvKind kind, const char *quoted)
{
  if (mark == NULL || mark->what == HV_JSON_MARK_RECORD)
    return format_unknown (kind, quoted);
  if (mark->what == HV_JSON_MARK_REMOVED)
    return g_strdup_printf (hv_own_text ("names %s, which the file removes"), quoted);
  return g_strdup_printf (hv_own_text ("names %s, which was refused itself"), quoted);
}

void
hv_json_refuse_reference (HvJsonImport *in, HvJsonNode node, HvKind kind, const char *id)
{
  g_autofree char *quoted = hv_error_quote (id);
  g_autofree char *reason = format_bad_reference (find_mark (in, kind, id), kind, quoted);
  hv_json_refuse (in, node, hv_kind_get_unknown_code (kind), "%s", reason);
}

bool
hv_json_read_reference_item (HvJsonImport *in, HvJsonNode item, HvKind kind, HvId *ret_id)
{
  const char *id = hv_json_node_get_text (item);
  if (id == NULL)
    {
      hv_json_refuse (in, item, HV_ERROR_BAD_INPUT, hv_own_text ("an id must be a text in quotation marks"));
      return false;
    }
  const HvRecord *record = hv_json_find_named (in, kind, id);
  if (record == NULL)
    {
      hv_json_refuse_reference (in, item, kind, id);
      return false;
    }
  *ret_id = record->id;
  return true;
}

HvJsonGiven
hv_json_read_reference (HvJsonImport *in, HvJsonNode object, const char *field, HvKind kind, HvId *ret_id)
{
  HvJsonNode node = hv_json_node_find (object, field);
  if (!hv_json_node_is_there (node))
    return HV_JSON_LEFT_OUT;
  if (hv_json_node_get_type (node) == HV_JSON_NULL)
    return HV_JSON_GIVEN_NULL;
  return hv_json_read_reference_item (in, node, kind, ret_id) ? HV_JSON_GIVEN : HV_JSON_REFUSED;
}
