/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shelf.h"

#include "hv-index.h"
#include "hv-name.h"

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

typedef int (*Compare) (gconstpointer a, gconstpointer b);

/* --- the orders --- */

static int
compare_number (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_id (gconstpointer a, gconstpointer b)
{
  return compare_number (((const HvRecord *)a)->id, ((const HvRecord *)b)->id);
}

static int
compare_start (gint64 start_a, gint64 start_b, gconstpointer a, gconstpointer b)
{
  int order = compare_number (start_a, start_b);
  return order != 0 ? order : compare_id (a, b);
}

static int
compare_opening (gconstpointer a, gconstpointer b)
{
  return compare_start (((const HvOpening *)a)->starts, ((const HvOpening *)b)->starts, a, b);
}

static int
compare_shift (gconstpointer a, gconstpointer b)
{
  return compare_start (((const HvShift *)a)->starts, ((const HvShift *)b)->starts, a, b);
}

static int
compare_assignment (gconstpointer a, gconstpointer b)
{
  return compare_start (((const HvAssignment *)a)->starts, ((const HvAssignment *)b)->starts, a, b);
}

static int
compare_name (const char *name_a, const char *name_b, gconstpointer a, gconstpointer b)
{
  int order = g_strcmp0 (name_a, name_b);
  return order != 0 ? order : compare_id (a, b);
}

static int
compare_role (gconstpointer a, gconstpointer b)
{
  const HvRole *one = a, *other = b;
  int order = compare_number (one->position, other->position);
  return order != 0 ? order : compare_name (one->name, other->name, a, b);
}

static int
compare_house (gconstpointer a, gconstpointer b)
{
  const HvHouse *one = a, *other = b;
  int order = compare_number (one->position, other->position);
  return order != 0 ? order : compare_name (one->name, other->name, a, b);
}

static int
compare_volunteer (gconstpointer a, gconstpointer b)
{
  return compare_name (((const HvVolunteer *)a)->key, ((const HvVolunteer *)b)->key, a, b);
}

static int
compare_ext (gconstpointer a, gconstpointer b)
{
  return compare_name (((const HvRecord *)a)->ext, ((const HvRecord *)b)->ext, a, b);
}

static Compare
get_order (HvKind kind)
{
  switch (kind)
    {
    case HV_KIND_ROLE:
      return compare_role;
    case HV_KIND_HOUSE:
      return compare_house;
    case HV_KIND_VOLUNTEER:
      return compare_volunteer;
    case HV_KIND_OPENING:
      return compare_opening;
    case HV_KIND_SHIFT:
      return compare_shift;
    case HV_KIND_ASSIGNMENT:
      return compare_assignment;
    default:
      return compare_id;
    }
}

static int
compare_items_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Compare *compare = data;
  return (*compare) (*(gconstpointer *)a, *(gconstpointer *)b);
}

/* --- splicing: the next array from the last --- */

static Run
get_run (const GPtrArray *array)
{
  return array != NULL ? (Run){ array->pdata, array->len } : (Run){ NULL, 0 };
}

static guint
find_place (Run run, guint from, gconstpointer record, Compare compare)
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
splice (Run old, Run leaving, Run entering, Compare compare)
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

static int
compare_owner_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_number (get_owner (*(gconstpointer *)a, data), get_owner (*(gconstpointer *)b, data));
}

/* Those that have an owner, by owner, else in the order they were in. */
static GPtrArray *
sort_by_owner (Run run, const HvField *field)
{
  GPtrArray *sorted = g_ptr_array_sized_new (run.n);
  for (guint i = 0; i < run.n; i++)
    if (get_owner (run.items[i], field) != HV_NONE)
      g_ptr_array_add (sorted, run.items[i]);
  g_ptr_array_sort_with_data (sorted, compare_owner_cb, (gpointer)field);
  return sorted;
}

static HvId
get_next_owner (const GPtrArray *sorted, guint at, const HvField *field)
{
  return at < sorted->len ? get_owner (sorted->pdata[at], field) : G_MAXINT64;
}

static Run
take_owned (const GPtrArray *sorted, guint *at, HvId owner, const HvField *field)
{
  guint from = *at;
  while (*at < sorted->len && get_owner (sorted->pdata[*at], field) == owner)
    (*at)++;
  return (Run){ sorted->pdata + from, *at - from };
}

/* Renews the groups of every owner that the field of a leaving or entering record names. */
static void
change_groups (HvIndex *groups, const HvField *field, Run leaving, Run entering, Compare compare)
{
  g_autoptr (GPtrArray) gone = sort_by_owner (leaving, field);
  g_autoptr (GPtrArray) come = sort_by_owner (entering, field);
  guint next_gone = 0;
  guint next_come = 0;

  while (next_gone < gone->len || next_come < come->len)
    {
      HvId owner = MIN (get_next_owner (gone, next_gone, field), get_next_owner (come, next_come, field));
      Run out = take_owned (gone, &next_gone, owner, field);
      Run in = take_owned (come, &next_come, owner, field);
      g_autoptr (GPtrArray) group = splice (get_run (hv_index_find (groups, owner)), out, in, compare);

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

  Compare compare = compare_ext;
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

/* Brings the index up to date, and with it finds out which records of the old shelf
 * really leave and which of the new ones stay. Both come back sorted. */
static HvIndex *
change_ids (HvShelf *shelf, Run leaving, Run entering, GPtrArray *gone, GPtrArray *come)
{
  HvIndex *by_id = hv_index_copy (shelf->by_id);
  for (guint i = 0; i < leaving.n; i++)
    hv_index_remove (by_id, ((const HvRecord *)leaving.items[i])->id);
  for (guint i = 0; i < entering.n; i++)
    hv_index_take (by_id, ((const HvRecord *)entering.items[i])->id, entering.items[i]);

  g_autoptr (HvIndex) seen = hv_index_new (NULL, NULL);
  for (guint i = 0; i < leaving.n + entering.n; i++)
    {
      HvId id = ((const HvRecord *)(i < leaving.n ? leaving.items[i] : entering.items[i - leaving.n]))->id;
      if (hv_index_find (seen, id) != NULL)
        continue;
      hv_index_take (seen, id, shelf);

      gpointer before = hv_index_find (shelf->by_id, id);
      gpointer after = hv_index_find (by_id, id);
      if (before != NULL)
        g_ptr_array_add (gone, before);
      if (after != NULL)
        g_ptr_array_add (come, after);
    }

  Compare compare = get_order (shelf->kind);
  g_ptr_array_sort_with_data (gone, compare_items_cb, &compare);
  g_ptr_array_sort_with_data (come, compare_items_cb, &compare);
  return by_id;
}

static void
own_records (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    hv_record_ref (records->pdata[i]);
  g_ptr_array_set_free_func (records, hv_record_unref);
}

HvShelf *
hv_shelf_change (HvShelf *shelf, const GPtrArray *leaving, const GPtrArray *entering)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GPtrArray) come = g_ptr_array_new ();
  HvIndex *by_id = change_ids (shelf, get_run (leaving), get_run (entering), gone, come);
  if (gone->len == 0 && come->len == 0)
    {
      hv_index_free (by_id);
      return hv_shelf_ref (shelf);
    }

  Compare compare = get_order (shelf->kind);
  HvShelf *next = alloc_shelf (shelf->kind);
  next->by_id = by_id;
  next->records = splice (get_run (shelf->records), get_run (gone), get_run (come), compare);
  own_records (next->records);
  next->by_ext = splice_ext (shelf->by_ext, get_run (gone), get_run (come));
  if (shelf->name_keys != NULL)
    next->name_keys = list_name_keys (next->records);

  for (guint i = 0; i < HV_N_KINDS; i++)
    if (shelf->groups[i] != NULL)
      next->groups[i] = hv_index_copy (shelf->groups[i]);
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
