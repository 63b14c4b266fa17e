/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shelf.h"

#include "hv-index.h"
#include "hv-name.h"
#include "hv-order.h"

#include <string.h>

struct _HvShelf
{
  gatomicrefcount refs;
  HvKind kind;
  GPtrArray *records;          /* owns a reference of each */
  GPtrArray *by_ext;           /* those that have one, sorted by it */
  GPtrArray *name_keys;        /* of the records, in their order; NULL unless houses or roles */
  HvIndex *by_id;              /* borrowed records */
  HvIndex *groups[HV_N_KINDS]; /* owner → GPtrArray of borrowed records; NULL unless the kind refers to it */
};

/* A stretch of an array of records. */
typedef struct
{
  gpointer *items;
  guint n;
} Run;

static int
compare_ext (gconstpointer a, gconstpointer b)
{
  int order = g_strcmp0 (((const HvRecord *)a)->ext, ((const HvRecord *)b)->ext);
  return order != 0 ? order : hv_order_by_id (a, b);
}

static int
compare_items_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const HvOrder *compare = data;
  return (*compare) (*(gconstpointer *)a, *(gconstpointer *)b);
}

/* --- splicing: the next array from the last --- */

static Run
get_run (const GPtrArray *array)
{
  return array != NULL ? (Run){ array->pdata, array->len } : (Run){ NULL, 0 };
}

static guint
find_place (Run run, guint from, gconstpointer record, HvOrder compare)
{
  guint low = from;
  guint high = run.n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (compare (run.items[middle], record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append_items (GPtrArray *array, Run run, guint from, guint to)
{
  if (to <= from)
    return;

  guint old_length = array->len;
  g_ptr_array_set_size (array, (int)(old_length + to - from));
  memcpy (array->pdata + old_length, run.items + from, (to - from) * sizeof (gpointer));
}

/* All three are sorted; every record of `leaving` is in `old`. */
static GPtrArray *
splice (Run old, Run leaving, Run entering, HvOrder compare)
{
  GPtrArray *spliced = g_ptr_array_sized_new (old.n + entering.n - leaving.n);
  guint kept = 0;
  guint gone = 0;
  guint come = 0;

  while (gone < leaving.n || come < entering.n)
    {
      bool leaves =
          come == entering.n || (gone < leaving.n && compare (leaving.items[gone], entering.items[come]) <= 0);
      gpointer record = leaves ? leaving.items[gone++] : entering.items[come++];
      guint place = find_place (old, kept, record, compare);

      append_items (spliced, old, kept, place);
      kept = leaves ? place + 1 : place;
      if (!leaves)
        g_ptr_array_add (spliced, record);
    }
  append_items (spliced, old, kept, old.n);
  return spliced;
}

/* --- groups --- */

/* The owner that a field names; HV_NONE when the field before it names the same one
 * already (a pair of somebody with themselves). */
static HvId
get_owner (gconstpointer record, const HvField *field)
{
  HvId owner = hv_record_get_int (record, field);
  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (((const HvRecord *)record)->kind, &n_fields);
  for (const HvField *before = fields; before < field; before++)
    if (before->ref == field->ref && hv_record_get_int (record, before) == owner)
      return HV_NONE;
  return owner;
}

typedef struct
{
  HvId owner;
  gpointer record;
} Owned;

static int
compare_owned_cb (gconstpointer a, gconstpointer b)
{
  HvId one = ((const Owned *)a)->owner;
  HvId other = ((const Owned *)b)->owner;
  return (one > other) - (one < other);
}

/* Those that have an owner, by owner, else in the order they were in (g_array_sort ()
 * promises to keep it). */
static GArray *
sort_by_owner (Run run, const HvField *field)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Owned), run.n);
  for (guint i = 0; i < run.n; i++)
    {
      Owned owned = { get_owner (run.items[i], field), run.items[i] };
      if (owned.owner != HV_NONE)
        g_array_append_val (sorted, owned);
    }
  g_array_sort (sorted, compare_owned_cb);
  return sorted;
}

static HvId
get_next_owner (const GArray *sorted, guint at)
{
  return at < sorted->len ? g_array_index (sorted, Owned, at).owner : G_MAXINT64;
}

/* Moves the next records, as long as they are this owner's, into an array. */
static void
take_owned (const GArray *sorted, guint *at, HvId owner, GPtrArray *records)
{
  g_ptr_array_set_size (records, 0);
  for (; get_next_owner (sorted, *at) == owner; (*at)++)
    g_ptr_array_add (records, g_array_index (sorted, Owned, *at).record);
}

/* Renews the groups of every owner that the field of a leaving or entering record names. */
static void
change_groups (HvIndex *groups, const HvField *field, Run leaving, Run entering, HvOrder compare)
{
  g_autoptr (GArray) leaving_by_owner = sort_by_owner (leaving, field);
  g_autoptr (GArray) entering_by_owner = sort_by_owner (entering, field);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GPtrArray) come = g_ptr_array_new ();
  guint next_gone = 0;
  guint next_come = 0;

  while (next_gone < leaving_by_owner->len || next_come < entering_by_owner->len)
    {
      HvId owner = MIN (get_next_owner (leaving_by_owner, next_gone), get_next_owner (entering_by_owner, next_come));
      take_owned (leaving_by_owner, &next_gone, owner, gone);
      take_owned (entering_by_owner, &next_come, owner, come);

      Run before = get_run (hv_index_find (groups, owner));
      g_autoptr (GPtrArray) group = splice (before, get_run (gone), get_run (come), compare);
      if (group->len > 0)
        hv_index_take (groups, owner, g_steal_pointer (&group));
      else
        hv_index_remove (groups, owner);
    }
}

static gpointer
ref_group (gpointer group)
{
  return g_ptr_array_ref (group);
}

static void
unref_group (gpointer group)
{
  g_ptr_array_unref (group);
}

/* --- the shelf --- */

static HvShelf *
alloc_shelf (HvKind kind)
{
  HvShelf *shelf = g_new0 (HvShelf, 1);
  g_atomic_ref_count_init (&shelf->refs);
  shelf->kind = kind;
  return shelf;
}

HvShelf *
hv_shelf_new (HvKind kind)
{
  HvShelf *shelf = alloc_shelf (kind);
  shelf->records = g_ptr_array_new_with_free_func (hv_record_unref);
  shelf->by_ext = g_ptr_array_new ();
  shelf->by_id = hv_index_new (NULL, NULL);
  if (kind == HV_KIND_HOUSE || kind == HV_KIND_ROLE)
    shelf->name_keys = g_ptr_array_new_with_free_func (g_free);

  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].ref >= 0 && shelf->groups[fields[i].ref] == NULL)
      shelf->groups[fields[i].ref] = hv_index_new (ref_group, unref_group);
  return shelf;
}

HvShelf *
hv_shelf_ref (HvShelf *shelf)
{
  g_atomic_ref_count_inc (&shelf->refs);
  return shelf;
}

void
hv_shelf_unref (HvShelf *shelf)
{
  if (!g_atomic_ref_count_dec (&shelf->refs))
    return;

  for (guint i = 0; i < HV_N_KINDS; i++)
    g_clear_pointer (&shelf->groups[i], hv_index_free);
  g_clear_pointer (&shelf->name_keys, g_ptr_array_unref);
  hv_index_free (shelf->by_id);
  g_ptr_array_unref (shelf->by_ext);
  g_ptr_array_unref (shelf->records);
  g_free (shelf);
}

static GPtrArray *
collect_with_ext (Run run)
{
  GPtrArray *named = g_ptr_array_new ();
  for (guint i = 0; i < run.n; i++)
    if (((const HvRecord *)run.items[i])->ext != NULL)
      g_ptr_array_add (named, run.items[i]);

  HvOrder compare = compare_ext;
  g_ptr_array_sort_with_data (named, compare_items_cb, &compare);
  return named;
}

static GPtrArray *
splice_ext (const GPtrArray *by_ext, Run leaving, Run entering)
{
  g_autoptr (GPtrArray) out = collect_with_ext (leaving);
  g_autoptr (GPtrArray) in = collect_with_ext (entering);
  return splice (get_run (by_ext), get_run (out), get_run (in), compare_ext);
}

static const char *
get_name (gconstpointer record)
{
  const HvRecord *any = record;
  return any->kind == HV_KIND_HOUSE ? ((const HvHouse *)record)->name : ((const HvRole *)record)->name;
}

static GPtrArray *
list_name_keys (const GPtrArray *records)
{
  GPtrArray *keys = g_ptr_array_new_full (records->len, g_free);
  for (guint i = 0; i < records->len; i++)
    {
      const char *name = get_name (records->pdata[i]);
      g_ptr_array_add (keys, name != NULL ? hv_name_key (name) : g_strdup (""));
    }
  return keys;
}

static HvId
get_id (Run run, guint i)
{
  return ((const HvRecord *)run.items[i])->id;
}

static HvIndex *
change_ids (const HvIndex *by_id, Run leaving, Run entering)
{
  HvIndex *changed = hv_index_copy (by_id);
  for (guint i = 0; i < leaving.n; i++)
    hv_index_remove (changed, get_id (leaving, i));
  for (guint i = 0; i < entering.n; i++)
    hv_index_take (changed, get_id (entering, i), entering.items[i]);
  return changed;
}

/* The records that an index has under the ids of two runs, sorted, each once. */
static GPtrArray *
collect_sorted (const HvIndex *by_id, Run one, Run other, HvOrder compare)
{
  GPtrArray *found = g_ptr_array_sized_new (one.n + other.n);
  for (guint i = 0; i < one.n + other.n; i++)
    {
      gpointer record = hv_index_find (by_id, i < one.n ? get_id (one, i) : get_id (other, i - one.n));
      if (record != NULL)
        g_ptr_array_add (found, record);
    }
  g_ptr_array_sort_with_data (found, compare_items_cb, &compare);

  guint n = 0;
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || found->pdata[i] != found->pdata[n - 1])
      found->pdata[n++] = found->pdata[i];
  g_ptr_array_set_size (found, (int)n);
  return found;
}

static void
own_records (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    hv_record_ref (records->pdata[i]);
  g_ptr_array_set_free_func (records, hv_record_unref);
}

static void
copy_groups (HvShelf *next, const HvShelf *shelf)
{
  for (guint i = 0; i < HV_N_KINDS; i++)
    if (shelf->groups[i] != NULL)
      next->groups[i] = hv_index_copy (shelf->groups[i]);
}

HvShelf *
hv_shelf_change (HvShelf *shelf, const GPtrArray *leaving, const GPtrArray *entering)
{
  Run out = get_run (leaving);
  Run in = get_run (entering);
  if (out.n == 0 && in.n == 0)
    return hv_shelf_ref (shelf);

  HvShelf *next = alloc_shelf (shelf->kind);
  next->by_id = change_ids (shelf->by_id, out, in);

  HvOrder compare = hv_order_get (shelf->kind);
  g_autoptr (GPtrArray) gone = collect_sorted (shelf->by_id, out, in, compare);
  g_autoptr (GPtrArray) come = collect_sorted (next->by_id, out, in, compare);
  next->records = splice (get_run (shelf->records), get_run (gone), get_run (come), compare);
  own_records (next->records);
  next->by_ext = splice_ext (shelf->by_ext, get_run (gone), get_run (come));
  if (shelf->name_keys != NULL)
    next->name_keys = list_name_keys (next->records);

  copy_groups (next, shelf);
  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (shelf->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].ref >= 0)
      change_groups (next->groups[fields[i].ref], &fields[i], get_run (gone), get_run (come), compare);
  return next;
}

const GPtrArray *
hv_shelf_get_records (const HvShelf *shelf)
{
  return shelf->records;
}

gpointer
hv_shelf_find (const HvShelf *shelf, HvId id)
{
  return hv_index_find (shelf->by_id, id);
}

gpointer
hv_shelf_find_ext (const HvShelf *shelf, const char *ext)
{
  HvRecord wanted = { .id = G_MININT64, .ext = (char *)ext };
  guint place = find_place (get_run (shelf->by_ext), 0, &wanted, compare_ext);
  if (place == shelf->by_ext->len)
    return NULL;

  HvRecord *found = shelf->by_ext->pdata[place];
  return strcmp (found->ext, ext) == 0 ? found : NULL;
}

const GPtrArray *
hv_shelf_find_group (const HvShelf *shelf, HvKind owner_kind, HvId owner)
{
  const HvIndex *groups = shelf->groups[owner_kind];
  return groups != NULL ? hv_index_find (groups, owner) : NULL;
}

bool
hv_shelf_has_groups (const HvShelf *shelf, HvKind owner_kind)
{
  return shelf->groups[owner_kind] != NULL;
}

const char *
hv_shelf_get_name_key (const HvShelf *shelf, guint i)
{
  if (shelf->kind != HV_KIND_VOLUNTEER)
    return shelf->name_keys->pdata[i];

  const HvVolunteer *volunteer = shelf->records->pdata[i];
  return volunteer->key != NULL ? volunteer->key : "";
}
