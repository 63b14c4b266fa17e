/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Volunteers: who they are, what they can and when. */

#include "hv-json-import.h"

#include "hv-text.h"

/* --- roles --- */

static const HvSkill *
find_skill (const GPtrArray *skills, HvId role)
{
  for (guint i = 0; i < skills->len; i++)
    if (((const HvSkill *)skills->pdata[i])->role == role)
      return skills->pdata[i];
  return NULL;
}

/* The role that a member of "roles" is named after; false when there is none. */
static bool
read_role_name (HvJsonImport *in, HvJsonNode member, HvId *ret_role)
{
  const char *id = hv_json_node_get_name (member);
  const HvRole *role = hv_json_find_named (in, HV_KIND_ROLE, id);
  if (role != NULL)
    *ret_role = role->r.id;
  else
    hv_json_refuse_reference (in, member, HV_KIND_ROLE, id);
  return role != NULL;
}

/* Null stands for able, as where a level is left out. */
static void
put_skill (HvJsonImport *in, HvJsonNode member, HvId volunteer, HvId role, const HvSkill *before)
{
  gint64 level = HV_LEVEL_ABLE;
  if (hv_json_node_get_type (member) != HV_JSON_NULL
      && !hv_json_read_word (in, member, "roles", hv_json_levels, &level))
    return;
  HvSkill *skill = hv_json_draft (in, HV_KIND_SKILL, NULL, before);
  skill->volunteer = volunteer;
  skill->role = role;
  skill->level = level;
  hv_json_put (in, skill);
}

static void
read_roles (HvJsonImport *in, HvJsonNode object, HvId volunteer)
{
  HvJsonNode roles = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, object, "roles", HV_JSON_OBJECT, &roles);
  if (given == HV_JSON_LEFT_OUT || given == HV_JSON_REFUSED)
    return;

  const GPtrArray *before = hv_roster_list_of (in->roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, volunteer);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  hv_json_foreach (member, roles)
    {
      HvId role;
      if (!read_role_name (in, member, &role))
        continue;
      g_hash_table_add (named, g_memdup2 (&role, sizeof role));
      put_skill (in, member, volunteer, role, find_skill (before, role));
    }
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (named, &((const HvSkill *)before->pdata[i])->role))
      hv_json_remove (in, before->pdata[i]);
}

/* --- houses served, and keys --- */

static GPtrArray *
copy_ties (const HvJsonImport *in, HvId volunteer)
{
  const GPtrArray *before = hv_roster_list_of (in->roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  GPtrArray *ties = g_ptr_array_new_with_free_func (hv_record_unref);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (ties, hv_record_copy (before->pdata[i]));
  return ties;
}

static HvTie *
get_tie (HvJsonImport *in, GPtrArray *ties, HvId volunteer, HvId house)
{
  for (guint i = 0; i < ties->len; i++)
    if (((HvTie *)ties->pdata[i])->house == house)
      return ties->pdata[i];
  HvTie *tie = hv_json_draft (in, HV_KIND_TIE, NULL, NULL);
  tie->volunteer = volunteer;
  tie->house = house;
  g_ptr_array_add (ties, tie);
  return tie;
}

/* Whether the object names the list; then it is all of it. */
static bool
read_house_ids (HvJsonImport *in, HvJsonNode object, const char *field, GArray *houses)
{
  HvJsonNode items = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, object, field, HV_JSON_LIST, &items);
  hv_json_foreach (item, items)
    {
      HvId house;
      if (hv_json_read_reference_item (in, item, HV_KIND_HOUSE, &house))
        g_array_append_val (houses, house);
    }
  return given == HV_JSON_GIVEN || given == HV_JSON_GIVEN_NULL;
}

static void
set_served (HvJsonImport *in, HvJsonNode object, GPtrArray *ties, HvId volunteer)
{
  g_autoptr (GArray) houses = g_array_new (FALSE, FALSE, sizeof (HvId));
  if (!read_house_ids (in, object, "houses", houses))
    return;

  for (guint i = 0; i < ties->len; i++)
    {
      HvTie *tie = ties->pdata[i];
      tie->serves = 0;
      tie->position = 0;
    }
  for (guint i = 0; i < houses->len; i++)
    {
      HvTie *tie = get_tie (in, ties, volunteer, g_array_index (houses, HvId, i));
      if (tie->serves)
        hv_json_refuse (in, hv_json_node_find (object, "houses"), HV_ERROR_BAD_INPUT,
                        hv_own_text ("%s has the same house twice"), "houses");
      tie->serves = 1;
      tie->position = i;
    }
}

static void
set_keys (HvJsonImport *in, HvJsonNode object, GPtrArray *ties, HvId volunteer)
{
  g_autoptr (GArray) houses = g_array_new (FALSE, FALSE, sizeof (HvId));
  if (!read_house_ids (in, object, "keys", houses))
    return;
  for (guint i = 0; i < ties->len; i++)
    ((HvTie *)ties->pdata[i])->key = 0;
  for (guint i = 0; i < houses->len; i++)
    get_tie (in, ties, volunteer, g_array_index (houses, HvId, i))->key = 1;
}

static void
read_ties (HvJsonImport *in, HvJsonNode object, HvId volunteer)
{
  g_autoptr (GPtrArray) ties = copy_ties (in, volunteer);
  set_served (in, object, ties, volunteer);
  set_keys (in, object, ties, volunteer);
  for (guint i = 0; i < ties->len; i++)
    {
      HvTie *tie = ties->pdata[i];
      if (tie->serves || tie->key)
        hv_json_put (in, hv_record_ref (tie));
      else
        hv_json_remove (in, tie);
    }
}

/* --- when they can, and when not --- */

static void
read_availability (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new)
{
  const HvAvailability *availability = draft;
  hv_json_check_clock (in, item, availability->start, availability->end);
  hv_json_check_weeks (in, item, availability->from, availability->until);
}

static void
read_absence (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new)
{
  const HvAbsence *absence = draft;
  hv_json_check_days (in, item, absence->from, absence->to);
  if (absence->from == absence->to && absence->start != HV_NONE && absence->end != HV_NONE)
    hv_json_check_clock (in, item, absence->start, absence->end);
}

static void
read_pause (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new)
{
  const HvPause *pause = draft;
  hv_json_check_days (in, item, pause->from, pause->to);
}

static void
read_times (HvJsonImport *in, HvJsonNode object, HvId volunteer)
{
  static const HvJsonSublist lists[] = {
    { "paused", HV_KIND_PAUSE, HV_JSON_SHAPE_PAUSE, HV_KIND_VOLUNTEER, read_pause },
    { "availability", HV_KIND_AVAILABILITY, HV_JSON_SHAPE_AVAILABILITY, HV_KIND_VOLUNTEER, read_availability },
    { "absences", HV_KIND_ABSENCE, HV_JSON_SHAPE_ABSENCE, HV_KIND_VOLUNTEER, read_absence },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) all = hv_json_replace_list (in, object, &lists[i], volunteer);
    }
}

/* --- the volunteer --- */

static void
read_wishes (HvJsonImport *in, HvJsonNode object, HvVolunteer *volunteer)
{
  HvJsonNode wishes = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, object, "wishes", HV_JSON_OBJECT, &wishes);
  bool all = in->is_new || given == HV_JSON_GIVEN_NULL;
  if (given == HV_JSON_GIVEN || all)
    hv_json_read_fields (in, HV_JSON_SHAPE_WISHES, wishes, "wishes", volunteer, all);
}

void
hv_json_read_volunteer (HvJsonImport *in, HvJsonNode object)
{
  HvVolunteer *volunteer = hv_json_begin_named (in, object, HV_KIND_VOLUNTEER);
  if (volunteer == NULL)
    return;
  hv_json_read_fields (in, HV_JSON_SHAPE_VOLUNTEER, object, NULL, volunteer, in->is_new);
  hv_json_check_days (in, object, volunteer->from, volunteer->until);
  read_wishes (in, object, volunteer);

  HvId owner = volunteer->r.id;
  hv_json_put (in, volunteer);
  read_roles (in, object, owner);
  read_ties (in, object, owner);
  read_times (in, object, owner);
}

/* --- pairs --- */

/* Both people carry the wish, one record holds it: it belongs to the one whose list it
 * was in first, and the other's list may say it again. */
static const HvPair *
find_pair (const HvJsonImport *in, HvId volunteer, HvId with, gint64 kind)
{
  const GPtrArray *pairs = hv_roster_list_of (in->roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvRecord *stored = pairs->pdata[i];
      const HvPair *pair = hv_json_find_record (in, HV_KIND_PAIR, stored->id);
      if (pair != NULL && (pair->a == with || pair->b == with) && pair->pair_kind == kind)
        return pair;
    }
  return NULL;
}

/* The pair's id, or 0 when it was refused. */
static HvId
put_pair (HvJsonImport *in, HvJsonNode item, HvPair *draft)
{
  HvId id = draft->r.id;
  const HvPair *before = find_pair (in, draft->a, draft->b, draft->pair_kind);
  if (before != NULL)
    {
      id = before->r.id;
      draft->a = before->a;
      draft->b = before->b;
      hv_json_take_identity (draft, before);
    }
  HvId said =
      hv_json_claim (in, HV_KIND_PAIR, MIN (draft->a, draft->b), MAX (draft->a, draft->b), draft->pair_kind, id);
  if (said != 0)
    {
      hv_record_unref (draft);
      return said;
    }
  hv_json_put (in, draft);
  return id;
}

static HvId
read_pair (HvJsonImport *in, HvJsonNode item, HvId volunteer)
{
  if (hv_json_node_get_type (item) != HV_JSON_OBJECT)
    {
      hv_json_refuse (in, item, HV_ERROR_BAD_INPUT, hv_own_text ("is no object in braces"));
      return 0;
    }
  HvPair *draft = hv_json_draft (in, HV_KIND_PAIR, hv_json_read_id (in, item), NULL);
  draft->a = volunteer;
  HvJsonGiven given = hv_json_read_reference (in, item, "with", HV_KIND_VOLUNTEER, &draft->b);
  if (given == HV_JSON_LEFT_OUT || given == HV_JSON_GIVEN_NULL)
    hv_json_refuse_missing (in, item, "with");
  else if (draft->b == volunteer)
    hv_json_refuse (in, item, HV_ERROR_BAD_INPUT, hv_own_text ("a pair needs somebody else"));
  hv_json_read_fields (in, HV_JSON_SHAPE_PAIR, item, NULL, draft, true);
  if (!hv_json_is_item_refused (in))
    return put_pair (in, item, draft);
  hv_record_unref (draft);
  return 0;
}

static void
remove_other_pairs (HvJsonImport *in, HvId volunteer, GHashTable *kept)
{
  const GPtrArray *pairs = hv_roster_list_of (in->roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvPair *pair = pairs->pdata[i];
      if (pair->a == volunteer && !g_hash_table_contains (kept, &pair->r.id))
        hv_json_remove (in, pair);
    }
}

void
hv_json_read_pairs (HvJsonImport *in, HvJsonNode object)
{
  const char *id = hv_json_peek_id (object);
  const HvVolunteer *volunteer = hv_json_find_named (in, HV_KIND_VOLUNTEER, id);
  HvJsonNode items = { NULL, 0 };
  if (volunteer == NULL) /* was refused */
    return;
  HvJsonGiven given = hv_json_read_container (in, object, "pairs", HV_JSON_LIST, &items);
  if (given == HV_JSON_LEFT_OUT || given == HV_JSON_REFUSED)
    return;

  HvId owner = volunteer->r.id;
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint index = 0;
  hv_json_foreach (item, items)
    {
      hv_json_enter (in, "pairs", index++, item);
      HvId pair = hv_json_is_deleted (item) ? 0 : read_pair (in, item, owner);
      g_hash_table_add (kept, g_memdup2 (&pair, sizeof pair));
      hv_json_leave (in);
    }
  remove_other_pairs (in, owner, kept);
}
