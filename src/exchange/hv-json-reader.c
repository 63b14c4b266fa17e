/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json-reader.h"

#include "hv-json-import.h"
#include "hv-text.h"

#include <string.h>

/* --- which format --- */

static bool
check_format (HvJsonNode root, GError **error)
{
  const char *format = hv_json_node_get_text (hv_json_node_find (root, "format"));
  if (g_strcmp0 (format, HV_JSON_FORMAT) == 0)
    return true;

  if (format != NULL && g_str_has_prefix (format, "husvagt-") && !g_str_has_prefix (format, "husvagt-plan"))
    g_set_error (error, HV_ERROR, HV_ERROR_NEWER,
                 hv_own_text ("The file has the format %s, which a newer version of Husvagt writes. Update Husvagt."),
                 format);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                 hv_own_text ("The file is no organisation of Husvagt: it does not say \"format\": \"%s\"."),
                 HV_JSON_FORMAT);
  return false;
}

/* --- the lists --- */

static const struct
{
  const char *list;
  HvKind kind; /* of objects that are removed with what hangs on them */
} removable[] = {
  { "assignments", HV_KIND_ASSIGNMENT },
  { "shifts", HV_KIND_SHIFT },
  { "openings", HV_KIND_OPENING },
  { "volunteers", HV_KIND_VOLUNTEER },
  { "factors", HV_KIND_FACTOR },
  { "houses", HV_KIND_HOUSE },
  { "roles", HV_KIND_ROLE },
};

static bool
has_removals_apart (const char *list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (removable); i++)
    if (strcmp (removable[i].list, list) == 0)
      return true;
  return false;
}

/* A list of the file, or nothing when it has none or another thing of that name. */
static HvJsonNode
find_list (const HvJsonImport *in, const char *name)
{
  HvJsonNode list = hv_json_node_find (hv_json_get_root (in->json), name);
  return hv_json_node_get_type (list) == HV_JSON_LIST ? list : (HvJsonNode){ NULL, 0 };
}

static void
check_list (HvJsonImport *in, const char *name)
{
  HvJsonNode list = hv_json_node_find (hv_json_get_root (in->json), name);
  HvJsonType type = hv_json_node_get_type (list);
  if (type == HV_JSON_LIST || type == HV_JSON_NULL)
    return;
  in->object = list;
  hv_json_refuse (in, list, HV_ERROR_BAD_INPUT, hv_own_text ("%s must be %s"), name,
                  hv_own_text ("a list in brackets"));
}

static void
tally (HvImport *import, HvJsonOutcome outcome, int n)
{
  if (outcome == HV_JSON_NEW)
    import->n_new += (guint)n;
  else if (outcome == HV_JSON_CHANGED)
    import->n_changed += (guint)n;
  else if (outcome == HV_JSON_UNCHANGED)
    import->n_unchanged += (guint)n;
}

/* Reads the objects of a list; returns what became of each. */
static GArray *
read_list (HvJsonImport *in, const char *name, HvJsonReadObject read)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (HvJsonOutcome));
  HvJsonNode list = find_list (in, name);
  guint index = 0;
  check_list (in, name);
  hv_json_foreach (object, list)
    {
      HvJsonOutcome outcome = HV_JSON_NOT_TAKEN;
      if (!has_removals_apart (name) || !hv_json_is_deleted (object))
        outcome = hv_json_read_object (in, name, index, object, read);
      tally (in->import, outcome, 1);
      g_array_append_val (outcomes, outcome);
      index++;
    }
  return outcomes;
}

/* Reads again what the objects of a list say about those of a later one. */
static void
read_links (HvJsonImport *in, const char *name, HvJsonReadObject read, const GArray *outcomes)
{
  HvJsonNode list = find_list (in, name);
  guint index = 0;
  hv_json_foreach (object, list)
    {
      HvJsonOutcome before = g_array_index (outcomes, HvJsonOutcome, index);
      if (before != HV_JSON_NOT_TAKEN && hv_json_read_object (in, name, index, object, read) == HV_JSON_CHANGED
          && before == HV_JSON_UNCHANGED)
        {
          tally (in->import, before, -1);
          tally (in->import, HV_JSON_CHANGED, 1);
        }
      index++;
    }
}

static void
read_plain_list (HvJsonImport *in, const char *name, HvJsonReadObject read)
{
  g_autoptr (GArray) outcomes = read_list (in, name, read);
}

static void
read_organisation (HvJsonImport *in)
{
  HvJsonNode organisation = hv_json_node_find (hv_json_get_root (in->json), "organisation");
  if (hv_json_node_get_type (organisation) == HV_JSON_NULL)
    return;
  tally (in->import,
         hv_json_read_object (in, "organisation", HV_JSON_NO_INDEX, organisation, hv_json_read_organisation), 1);
}

/* What comes before what names it. */
static void
read_lists (HvJsonImport *in)
{
  read_organisation (in);
  read_plain_list (in, "roles", hv_json_read_role);
  g_autoptr (GArray) houses = read_list (in, "houses", hv_json_read_house);
  g_autoptr (GArray) volunteers = read_list (in, "volunteers", hv_json_read_volunteer);
  read_links (in, "houses", hv_json_read_regulars, houses);
  read_links (in, "volunteers", hv_json_read_pairs, volunteers);
  read_plain_list (in, "travel", hv_json_read_travel);
  read_plain_list (in, "factors", hv_json_read_factor);
  read_plain_list (in, "openings", hv_json_read_opening);
  read_plain_list (in, "shifts", hv_json_read_shift);
  read_plain_list (in, "assignments", hv_json_read_assignment);
  read_plain_list (in, "visits", hv_json_read_visit);
  read_plain_list (in, "expectations", hv_json_read_expectation);
}

/* --- removals --- */

/* Before anything else is read, so that nothing can name what is going. */
static void
mark_removals (HvJsonImport *in)
{
  for (gsize i = 0; i < G_N_ELEMENTS (removable); i++)
    {
      HvJsonNode list = find_list (in, removable[i].list);
      hv_json_foreach (object, list)
        {
          const char *id = hv_json_peek_id (object);
          if (hv_json_is_deleted (object) && id != NULL)
            hv_json_mark (in, removable[i].kind, id, 0)->what = HV_JSON_MARK_REMOVED;
        }
    }
}

/* Whether the file itself names something that would go with a record. */
static bool
names_one_of (const HvJsonImport *in, const GArray *puts)
{
  for (guint i = 0; i < puts->len; i++)
    {
      const HvPut *put = &g_array_index (puts, HvPut, i);
      if (put->remove && hv_json_is_taken (in, put->record))
        return true;
    }
  return false;
}

static void
remove_record (HvJsonImport *in, HvJsonNode object, const HvRecord *record)
{
  hv_removal_list (in->roster, in->edit, record->kind, record->id, in->aside);
  if (names_one_of (in, in->aside))
    {
      hv_json_refuse (in, object, HV_ERROR_BAD_INPUT,
                      hv_own_text ("something that goes with it is named elsewhere in the file"));
      hv_json_drop_aside (in);
      return;
    }
  hv_removal_take (in->edit, in->aside);
  in->import->n_removed++;
}

/* What is not there any more is no mistake: the file may have been read before. */
static void
remove_object (HvJsonImport *in, HvKind kind, HvJsonNode object)
{
  const char *id = hv_json_read_id (in, object);
  if (id == NULL)
    {
      if (!hv_json_is_item_refused (in))
        hv_json_refuse_missing (in, object, "id");
      return;
    }
  const HvRecord *record = hv_json_find_stored (in, kind, id);
  GError *error = NULL;
  if (record == NULL)
    in->import->n_unchanged++;
  else if (!hv_removal_check (in->roster, in->edit, kind, record->id, &error))
    hv_json_refuse_error (in, object, error);
  else
    remove_record (in, object, record);
}

static void
remove_objects (HvJsonImport *in)
{
  for (gsize i = 0; i < G_N_ELEMENTS (removable); i++)
    {
      HvJsonNode list = find_list (in, removable[i].list);
      guint index = 0;
      hv_json_foreach (object, list)
        {
          in->object = object;
          hv_json_enter (in, removable[i].list, index++, object);
          if (hv_json_is_deleted (object))
            remove_object (in, removable[i].kind, object);
          hv_json_leave (in);
        }
    }
}

/* --- the whole --- */

/* What the file has beside its lists is kept with the organisation, unless that was
 * refused and there is none. */
static void
keep_rest (HvJsonImport *in)
{
  HvJsonNode root = hv_json_get_root (in->json);
  const HvRecord *stored = hv_json_find_record (in, HV_KIND_ORGANISATION, HV_JSON_ORGANISATION_ID);
  bool is_refused = stored == NULL && hv_json_node_get_type (hv_json_node_find (root, "organisation")) != HV_JSON_NULL;
  const HvRecord *before = stored != NULL ? stored : &hv_roster_get_organisation (in->roster)->r;

  HvRecord *organisation = hv_record_copy (before);
  hv_json_keep_unknown (in, HV_JSON_SHAPE_FILE, root, HV_JSON_OF_FILE, organisation);
  if (is_refused || hv_record_equal (before, organisation))
    hv_record_unref (organisation);
  else
    hv_edit_take (in->edit, organisation);
}

static void
clear_tables (HvJsonImport *in)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      g_clear_pointer (&in->named[kind], g_hash_table_unref);
      g_clear_pointer (&in->taken[kind], g_hash_table_unref);
    }
  g_clear_pointer (&in->listed, g_hash_table_unref);
  g_clear_pointer (&in->templates, g_hash_table_unref);
  g_clear_pointer (&in->uids, g_hash_table_unref);
  g_clear_pointer (&in->claims, g_hash_table_unref);
  g_clear_pointer (&in->openings, hv_opening_index_free);
  g_clear_pointer (&in->aside, g_array_unref);
}

HvImport *
hv_json_read (const HvRoster *roster, GBytes *file, HvEditSource source, GError **error)
{
  g_autoptr (HvJson) json = hv_json_parse (file, error);
  if (json == NULL || !check_format (hv_json_get_root (json), error))
    return NULL;

  HvImport *import = hv_import_new (source);
  HvJsonImport in = {
    .json = json,
    .roster = roster,
    .import = import,
    .edit = import->edit,
    .listed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref),
    .templates = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .object = hv_json_get_root (json),
    .aside = g_array_new (FALSE, FALSE, sizeof (HvPut)),
  };
  mark_removals (&in);
  read_lists (&in);
  remove_objects (&in);
  keep_rest (&in);
  clear_tables (&in);
  hv_import_end (import, roster);
  return import;
}
