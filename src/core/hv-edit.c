/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-edit.h"

/* Records are the same one when kind and id are, whatever they hold. */
static guint
hash_record_cb (gconstpointer key)
{
  const HvRecord *record = key;
  return g_int64_hash (&record->id) * HV_N_KINDS + record->kind;
}

static gboolean
same_record_cb (gconstpointer a, gconstpointer b)
{
  const HvRecord *one = a, *other = b;
  return one->kind == other->kind && one->id == other->id;
}

static void
clear_put_cb (gpointer data)
{
  hv_record_unref (((HvPut *)data)->record);
}

static void
clear_warning_cb (gpointer data)
{
  g_free (((HvWarning *)data)->message);
}

HvEdit *
hv_edit_new (const char *verb, HvEditSource source)
{
  HvEdit *edit = g_new0 (HvEdit, 1);
  edit->verb = verb;
  edit->source = source;
  edit->puts = g_array_new (FALSE, FALSE, sizeof (HvPut));
  g_array_set_clear_func (edit->puts, clear_put_cb);
  edit->warnings = g_array_new (FALSE, FALSE, sizeof (HvWarning));
  g_array_set_clear_func (edit->warnings, clear_warning_cb);
  edit->places = g_hash_table_new (hash_record_cb, same_record_cb);
  return edit;
}

void
hv_edit_free (HvEdit *edit)
{
  g_hash_table_unref (edit->places);
  g_array_unref (edit->puts);
  g_array_unref (edit->warnings);
  g_free (edit);
}

HvId
hv_edit_new_id (HvEdit *edit)
{
  return edit->source.next_id++;
}

/* A random (version 4) UUID by its looks, RFC 4122 section 4.4. An import makes
 * millions of them, so it is no printf. */
static char *
format_uid (guint8 bytes[16])
{
  static const char digits[] = "0123456789abcdef";
  bytes[6] = 0x40 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);

  char *uid = g_malloc (37);
  char *to = uid;
  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *to++ = '-';
      *to++ = digits[bytes[i] >> 4];
      *to++ = digits[bytes[i] & 0x0f];
    }
  *to = '\0';
  return uid;
}

char *
hv_edit_new_uid (HvEdit *edit)
{
  guint64 counter = GUINT64_TO_LE (edit->n_uids);
  edit->n_uids++;

  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, edit->source.random, sizeof edit->source.random);
  g_checksum_update (checksum, (const guchar *)&counter, sizeof counter);

  guint8 digest[32];
  gsize length = sizeof digest;
  g_checksum_get_digest (checksum, digest, &length);
  return format_uid (digest);
}

static HvPut *
find_put (const HvEdit *edit, HvKind kind, HvId id)
{
  const HvRecord wanted = { .kind = kind, .id = id };
  gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (edit->places, &wanted));
  return place > 0 ? &g_array_index (edit->puts, HvPut, place - 1) : NULL;
}

/* Swallows the record of the put. The table's key is always the record that lies there. */
static void
put_record (HvEdit *edit, HvPut put)
{
  const HvRecord *record = put.record;
  HvPut *before = find_put (edit, record->kind, record->id);
  if (before == NULL)
    {
      g_array_append_val (edit->puts, put);
      g_hash_table_insert (edit->places, put.record, GSIZE_TO_POINTER ((gsize)edit->puts->len));
      return;
    }

  gpointer replaced = before->record;
  g_hash_table_replace (edit->places, put.record, g_hash_table_lookup (edit->places, replaced));
  *before = put;
  hv_record_unref (replaced);
}

static char **
get_uid_member (gpointer record)
{
  switch (((HvRecord *)record)->kind)
    {
    case HV_KIND_SHIFT:
      return &((HvShift *)record)->uid;
    case HV_KIND_ASSIGNMENT:
      return &((HvAssignment *)record)->uid;
    default:
      return NULL;
    }
}

gpointer
hv_edit_add (HvEdit *edit, HvKind kind)
{
  gpointer record = hv_record_new (kind, hv_edit_new_id (edit));
  hv_edit_take (edit, record);
  return record;
}

/* Whether nobody but the edit can see the record. */
static bool
is_own (HvPut *put)
{
  return !put->remove && g_atomic_ref_count_compare (&((HvRecord *)put->record)->refs, 1);
}

gpointer
hv_edit_change (HvEdit *edit, gconstpointer record)
{
  const HvRecord *any = record;
  g_return_val_if_fail (any != NULL, NULL);

  HvPut *put = find_put (edit, any->kind, any->id);
  if (put != NULL && is_own (put))
    return put->record;

  gpointer copy = hv_record_copy (put != NULL && !put->remove ? put->record : record);
  put_record (edit, (HvPut){ copy, false });
  return copy;
}

void
hv_edit_take (HvEdit *edit, gpointer record)
{
  g_return_if_fail (record != NULL);

  char **uid = get_uid_member (record);
  if (uid != NULL && *uid == NULL)
    *uid = hv_edit_new_uid (edit);
  put_record (edit, (HvPut){ record, false });
}

void
hv_edit_remove (HvEdit *edit, gconstpointer record)
{
  g_return_if_fail (record != NULL);
  put_record (edit, (HvPut){ hv_record_ref (record), true });
}

gconstpointer
hv_edit_find (const HvEdit *edit, const HvRoster *roster, HvKind kind, HvId id)
{
  const HvPut *put = find_put (edit, kind, id);
  if (put == NULL)
    return hv_roster_find (roster, kind, id);
  return put->remove ? NULL : put->record;
}

void
hv_edit_warn (HvEdit *edit, const char *code, char *message)
{
  HvWarning warning = { code, message };
  g_array_append_val (edit->warnings, warning);
}

bool
hv_edit_is_empty (const HvEdit *edit)
{
  return edit->puts->len == 0;
}

/* What a roster holds for its own weeks only. */
static bool
is_of_a_week (HvKind kind)
{
  return kind == HV_KIND_OPENING || kind == HV_KIND_SHIFT || kind == HV_KIND_ASSIGNMENT || kind == HV_KIND_VISIT
         || kind == HV_KIND_EXPECTATION || kind == HV_KIND_CALL || kind == HV_KIND_EVENT;
}

/* A stored record that the roster does not have may lie outside its weeks. */
static bool
changes_nothing (const HvPut *put, const HvRoster *roster)
{
  const HvRecord *record = put->record;
  const HvRecord *before = hv_roster_find (roster, record->kind, record->id);
  if (put->remove)
    return before == NULL && (record->ver == 0 || !is_of_a_week (record->kind));
  return before != NULL && hv_record_equal (before, record);
}

void
hv_edit_trim (HvEdit *edit, const HvRoster *roster)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (HvPut));
  g_array_set_clear_func (kept, clear_put_cb);
  g_hash_table_remove_all (edit->places);

  for (guint i = 0; i < edit->puts->len; i++)
    {
      HvPut *put = &g_array_index (edit->puts, HvPut, i);
      if (changes_nothing (put, roster))
        {
          hv_record_unref (put->record);
          continue;
        }
      g_array_append_val (kept, *put);
      g_hash_table_insert (edit->places, put->record, GSIZE_TO_POINTER ((gsize)kept->len));
    }

  /* Their records have moved to the other array. */
  g_array_set_clear_func (edit->puts, NULL);
  g_array_unref (edit->puts);
  edit->puts = kept;
}
