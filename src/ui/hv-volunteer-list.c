/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-list.h"

#include "hv-name.h"

#include <string.h>

/* One person, known whether shown or not. */
typedef struct
{
  HvVolunteer *record;   /* owned */
  char *sort_key;        /* owned */
  bool fits;             /* the chips let them through; the search is asked apart */
  HvVolunteerItem *item; /* owned; NULL until a view asks for it */
} Entry;

struct _HvVolunteerList
{
  GObject parent_instance;

  HvRoster *roster; /* owned; NULL before the first */
  HvDay today;
  GPtrArray *entries; /* Entry, owned, all of them in order */
  GHashTable *by_id;  /* &record id → Entry */
  GPtrArray *shown;   /* Entry, in order */
  guint n_archived;
  HvVolunteerFilter filter;
  GStrv keys;  /* words of the search, as keys */
  GStrv words; /* the same, as they were typed */
  HvId selected;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HvVolunteerList, hv_volunteer_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->item);
  hv_record_unref (entry->record);
  g_free (entry->sort_key);
  g_free (entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *)a;
  const Entry *second = *(const Entry *const *)b;
  int order = strcmp (first->sort_key, second->sort_key);
  if (order != 0)
    return order;
  return (first->record->r.id > second->record->r.id) - (first->record->r.id < second->record->r.id);
}

/* --- filtering --- */

static bool
has_word (const Entry *entry, const char *key, const char *word)
{
  const HvVolunteer *record = entry->record;
  return (record->key != NULL && strstr (record->key, key) != NULL)
         || (record->phone != NULL && strstr (record->phone, word) != NULL)
         || (record->email != NULL && strstr (record->email, word) != NULL);
}

static bool
is_found (HvVolunteerList *self, const Entry *entry)
{
  for (guint i = 0; self->keys != NULL && self->keys[i] != NULL; i++)
    if (!has_word (entry, self->keys[i], self->words[i]))
      return false;
  return true;
}

static bool
fits (HvVolunteerList *self, const HvVolunteer *record)
{
  HvLevel level;
  if ((record->archived == 1) != (self->filter.shown == HV_VOLUNTEERS_ARCHIVED))
    return false;
  if (self->filter.role != HV_NONE && !hv_roster_get_level (self->roster, record->r.id, self->filter.role, &level))
    return false;
  return self->filter.shown != HV_VOLUNTEERS_FREE || hv_person_state_is_free (self->roster, record, self->filter.week);
}

static void
sift (HvVolunteerList *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      entry->fits = fits (self, entry->record);
    }
}

static GPtrArray *
list_shown (HvVolunteerList *self)
{
  GPtrArray *shown = g_ptr_array_sized_new (self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->fits && is_found (self, entry))
        g_ptr_array_add (shown, entry);
    }
  return shown;
}

/* Says what is different between the list as it was and as it is: the part between the
 * first and the last place that differ. Entries that stay are the same pointers. */
static void
take_shown (HvVolunteerList *self, GPtrArray *shown)
{
  g_autoptr (GPtrArray) before = self->shown;
  guint least = MIN (before->len, shown->len);
  guint head = 0;
  guint tail = 0;
  self->shown = shown;
  while (head < least && before->pdata[head] == shown->pdata[head])
    head++;
  while (tail < least - head && before->pdata[before->len - 1 - tail] == shown->pdata[shown->len - 1 - tail])
    tail++;
  guint removed = before->len - head - tail;
  guint added = shown->len - head - tail;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
}

/* --- the roster --- */

/* Whether the order may be another. */
static bool
update_entry (Entry *entry, const HvVolunteer *record)
{
  if (entry->record == record)
    return false;
  bool renamed = g_strcmp0 (entry->record == NULL ? NULL : entry->record->name, record->name) != 0;
  if (entry->record != NULL)
    hv_record_unref (entry->record);
  entry->record = hv_record_ref (record);
  if (renamed)
    {
      g_free (entry->sort_key);
      entry->sort_key = hv_name_sort_key (record->name, hv_text_get_own_language ());
    }
  return renamed;
}

/* Entries of the roster in order. Those of people who stay are the old ones, taken out
 * of the old list; what is left in it has gone. */
static GPtrArray *
list_entries (HvVolunteerList *self, const HvRoster *roster)
{
  const GPtrArray *records = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  GPtrArray *entries = g_ptr_array_new_full (records->len, (GDestroyNotify)entry_free);
  for (guint i = 0; i < records->len; i++)
    {
      const HvVolunteer *record = g_ptr_array_index (records, i);
      Entry *entry = NULL;
      if (!g_hash_table_steal_extended (self->by_id, &record->r.id, NULL, (gpointer *)&entry))
        entry = g_new0 (Entry, 1);
      update_entry (entry, record);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static void
index_entries (HvVolunteerList *self)
{
  g_hash_table_remove_all (self->by_id);
  self->n_archived = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      g_hash_table_insert (self->by_id, &entry->record->r.id, entry);
      self->n_archived += entry->record->archived == 1;
    }
}

static void
update_items (HvVolunteerList *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->item != NULL)
        hv_volunteer_item_update (entry->item, self->roster, entry->record, self->today);
    }
}

/* Frees what is left in the old list: those who are in no roster any more. */
static void
drop_gone (HvVolunteerList *self, GPtrArray *old)
{
  GHashTableIter iter;
  gpointer entry;
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    entry_free (entry);
  g_ptr_array_set_free_func (old, NULL);
  g_ptr_array_unref (old);
}

static void
take_entries (HvVolunteerList *self, const HvRoster *roster)
{
  GPtrArray *old = self->entries;
  self->entries = list_entries (self, roster);
  sift (self);
  take_shown (self, list_shown (self));
  drop_gone (self, old);
  index_entries (self);
}

void
hv_volunteer_list_set_roster (HvVolunteerList *self, const HvRoster *roster, HvDay today)
{
  g_return_if_fail (HV_IS_VOLUNTEER_LIST (self));
  g_autoptr (HvRoster) before = self->roster;
  /* Rosters share the list of what an edit did not touch. */
  bool same_people =
      before != NULL && hv_roster_list (before, HV_KIND_VOLUNTEER) == hv_roster_list (roster, HV_KIND_VOLUNTEER);
  self->roster = hv_roster_ref (roster);
  self->today = today;
  if (same_people)
    {
      sift (self);
      take_shown (self, list_shown (self));
    }
  else
    take_entries (self, roster);
  update_items (self);
  if (self->selected != HV_NONE && hv_roster_find_volunteer (roster, self->selected) == NULL)
    hv_volunteer_list_select (self, HV_NONE);
}

static void
set_search (HvVolunteerList *self, const char *search)
{
  g_auto (GStrv) words = g_strsplit_set (search == NULL ? "" : search, " \t\u00A0", -1);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) typed = g_strv_builder_new ();
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = hv_name_key (words[i]);
      if (words[i][0] == '\0')
        continue;
      g_strv_builder_add (keys, key[0] == '\0' ? words[i] : key);
      g_strv_builder_add (typed, words[i]);
    }
  g_strfreev (self->keys);
  g_strfreev (self->words);
  self->keys = g_strv_builder_end (keys);
  self->words = g_strv_builder_end (typed);
}

void
hv_volunteer_list_set_filter (HvVolunteerList *self, const HvVolunteerFilter *filter)
{
  g_return_if_fail (HV_IS_VOLUNTEER_LIST (self));
  bool same_chips = self->filter.shown == filter->shown && self->filter.role == filter->role
                    && hv_week_compare (self->filter.week, filter->week) == 0;
  self->filter = *filter;
  self->filter.search = NULL;
  set_search (self, filter->search);
  if (self->roster == NULL)
    return;
  if (!same_chips)
    sift (self);
  take_shown (self, list_shown (self));
}

guint
hv_volunteer_list_count_active (HvVolunteerList *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_LIST (self), 0);
  return self->entries->len - self->n_archived;
}

guint
hv_volunteer_list_count_archived (HvVolunteerList *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_LIST (self), 0);
  return self->n_archived;
}

guint
hv_volunteer_list_find (HvVolunteerList *self, HvId volunteer)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_LIST (self), GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < self->shown->len; i++)
    if (((const Entry *)g_ptr_array_index (self->shown, i))->record->r.id == volunteer)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* --- the model --- */

static GType
get_item_type (GListModel *model)
{
  return HV_TYPE_VOLUNTEER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HV_VOLUNTEER_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HvVolunteerList *self = HV_VOLUNTEER_LIST (model);
  if (position >= self->shown->len)
    return NULL;
  Entry *entry = g_ptr_array_index (self->shown, position);
  if (entry->item == NULL)
    entry->item = hv_volunteer_item_new (self->roster, entry->record, self->today);
  return g_object_ref (entry->item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- the selection --- */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  HvVolunteerList *self = HV_VOLUNTEER_LIST (model);
  return position < self->shown->len
         && ((const Entry *)g_ptr_array_index (self->shown, position))->record->r.id == self->selected;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  HvVolunteerList *self = HV_VOLUNTEER_LIST (model);
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint selected =
      self->selected == HV_NONE ? GTK_INVALID_LIST_POSITION : hv_volunteer_list_find (self, self->selected);
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selection, selected);
  return selection;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  HvVolunteerList *self = HV_VOLUNTEER_LIST (model);
  if (position >= self->shown->len)
    return FALSE;
  hv_volunteer_list_select (self, ((const Entry *)g_ptr_array_index (self->shown, position))->record->r.id);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
}

HvId
hv_volunteer_list_get_selected (HvVolunteerList *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_LIST (self), HV_NONE);
  return self->selected;
}

static void
say_selection_changed (HvVolunteerList *self, guint a, guint b)
{
  if (a == GTK_INVALID_LIST_POSITION && b == GTK_INVALID_LIST_POSITION)
    return;
  if (a == GTK_INVALID_LIST_POSITION)
    a = b;
  if (b == GTK_INVALID_LIST_POSITION)
    b = a;
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), MIN (a, b), MAX (a, b) - MIN (a, b) + 1);
}

void
hv_volunteer_list_select (HvVolunteerList *self, HvId volunteer)
{
  g_return_if_fail (HV_IS_VOLUNTEER_LIST (self));
  if (self->selected == volunteer)
    return;
  guint before = self->selected == HV_NONE ? GTK_INVALID_LIST_POSITION : hv_volunteer_list_find (self, self->selected);
  guint after = volunteer == HV_NONE ? GTK_INVALID_LIST_POSITION : hv_volunteer_list_find (self, volunteer);
  self->selected = volunteer;
  say_selection_changed (self, before, after);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* --- life --- */

HvVolunteerList *
hv_volunteer_list_new (void)
{
  return g_object_new (HV_TYPE_VOLUNTEER_LIST, NULL);
}

static void
hv_volunteer_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, HV_VOLUNTEER_LIST (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hv_volunteer_list_finalize (GObject *object)
{
  HvVolunteerList *self = HV_VOLUNTEER_LIST (object);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_strfreev (self->keys);
  g_strfreev (self->words);
  G_OBJECT_CLASS (hv_volunteer_list_parent_class)->finalize (object);
}

static void
hv_volunteer_list_class_init (HvVolunteerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->finalize = hv_volunteer_list_finalize;
  object_class->get_property = hv_volunteer_list_get_property;
  properties[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, HV_NONE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
hv_volunteer_list_init (HvVolunteerList *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  self->shown = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->filter.role = HV_NONE;
  self->selected = HV_NONE;
}
