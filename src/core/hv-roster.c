/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HvRoster as a whole: how it is built, and how its records are found. What is
 * asked of it further is in hv-roster-ask.c and hv-roster-match.c, and how an edit
 * makes the next one in hv-roster-apply.c.
 */

#include "hv-roster-private.h"

struct _HvRosterBuilder
{
  HvWeek from;
  HvWeek until;
  GPtrArray *records[HV_N_KINDS]; /* NULL until the first of a kind */
  HvHistory *history;
};

/* --- building --- */

HvRosterBuilder *
hv_roster_builder_new (void)
{
  HvRosterBuilder *builder = g_new0 (HvRosterBuilder, 1);
  builder->until = (HvWeek){ builder->from.monday - 7 };
  builder->history = hv_history_new ();
  return builder;
}

void
hv_roster_builder_free (HvRosterBuilder *builder)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    g_clear_pointer (&builder->records[kind], g_ptr_array_unref);
  g_clear_pointer (&builder->history, hv_history_unref);
  g_free (builder);
}

void
hv_roster_builder_set_weeks (HvRosterBuilder *builder, HvWeek from, HvWeek until)
{
  builder->from = from;
  builder->until = until;
}

void
hv_roster_builder_take (HvRosterBuilder *builder, gpointer record)
{
  HvRecord *taken = record;
  g_return_if_fail (taken != NULL && (guint)taken->kind < HV_N_KINDS);

  HvVolunteer *volunteer = record;
  if (taken->kind == HV_KIND_VOLUNTEER && volunteer->key == NULL)
    hv_volunteer_set_name (volunteer, volunteer->name);

  if (builder->records[taken->kind] == NULL)
    builder->records[taken->kind] = g_ptr_array_new_with_free_func (hv_record_unref);
  g_ptr_array_add (builder->records[taken->kind], taken);
}

void
hv_roster_builder_add_past_duty (HvRosterBuilder *builder, HvPastDuty duty)
{
  hv_history_add_duty (builder->history, duty);
}

void
hv_roster_builder_add_past_count (HvRosterBuilder *builder, HvPastCount count)
{
  hv_history_add_count (builder->history, count);
}

static HvOrganisation *
new_unnamed_organisation (void)
{
  HvOrganisation *organisation = hv_record_new (HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->name, "");
  hv_set_text (&organisation->country, "DK");
  hv_set_text (&organisation->zone, "Europe/Copenhagen");
  hv_set_text (&organisation->language, "da");
  return organisation;
}

HvRoster *
hv_roster_builder_end (HvRosterBuilder *builder)
{
  HvRoster *roster = g_new0 (HvRoster, 1);
  g_atomic_ref_count_init (&roster->refs);
  roster->from = builder->from;
  roster->until = builder->until;
  roster->unnamed = new_unnamed_organisation ();
  roster->nothing = g_ptr_array_new ();

  hv_history_end (builder->history);
  roster->history = hv_history_ref (builder->history);

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      g_autoptr (HvShelf) empty = hv_shelf_new ((HvKind)kind);
      roster->shelves[kind] = hv_shelf_change (empty, NULL, builder->records[kind]);
    }

  hv_roster_builder_free (builder);
  return roster;
}

HvRoster *
hv_roster_ref (const HvRoster *roster)
{
  /* The count is the one part of a roster that changes. */
  HvRoster *counted = (HvRoster *)roster;
  g_return_val_if_fail (counted != NULL, NULL);
  g_atomic_ref_count_inc (&counted->refs);
  return counted;
}

void
hv_roster_unref (HvRoster *roster)
{
  g_return_if_fail (roster != NULL);
  if (!g_atomic_ref_count_dec (&roster->refs))
    return;

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    hv_shelf_unref (roster->shelves[kind]);
  hv_history_unref (roster->history);
  hv_record_unref (roster->unnamed);
  g_ptr_array_unref (roster->nothing);
  g_free (roster);
}

/* --- the whole --- */

const HvOrganisation *
hv_roster_get_organisation (const HvRoster *roster)
{
  const GPtrArray *stored = hv_roster_list (roster, HV_KIND_ORGANISATION);
  return stored->len > 0 ? stored->pdata[0] : roster->unnamed;
}

HvWeek
hv_roster_get_from (const HvRoster *roster)
{
  return roster->from;
}

HvWeek
hv_roster_get_until (const HvRoster *roster)
{
  return roster->until;
}

bool
hv_roster_covers (const HvRoster *roster, HvWeek week)
{
  return hv_week_compare (roster->from, week) <= 0 && hv_week_compare (week, roster->until) <= 0;
}

/* --- records by kind and id --- */

const GPtrArray *
hv_roster_list (const HvRoster *roster, HvKind kind)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, roster->nothing);
  return hv_shelf_get_records (roster->shelves[kind]);
}

gconstpointer
hv_roster_find (const HvRoster *roster, HvKind kind, HvId id)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, NULL);
  return hv_shelf_find (roster->shelves[kind], id);
}

/* Only as the program writes them itself: no sign, no zeros in front. */
static bool
parse_id (const char *text, HvId *ret_id)
{
  guint64 id;
  if (text[0] == '0' || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    return false;
  *ret_id = (HvId)id;
  return true;
}

gconstpointer
hv_roster_find_ext (const HvRoster *roster, HvKind kind, const char *ext)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS, NULL);
  if (ext == NULL)
    return NULL;

  gconstpointer found = hv_shelf_find_ext (roster->shelves[kind], ext);
  HvId id;
  if (found == NULL && parse_id (ext, &id))
    found = hv_roster_find (roster, kind, id);
  return found;
}

const HvHouse *
hv_roster_find_house (const HvRoster *roster, HvId id)
{
  return hv_roster_find (roster, HV_KIND_HOUSE, id);
}

const HvRole *
hv_roster_find_role (const HvRoster *roster, HvId id)
{
  return hv_roster_find (roster, HV_KIND_ROLE, id);
}

const HvVolunteer *
hv_roster_find_volunteer (const HvRoster *roster, HvId id)
{
  return hv_roster_find (roster, HV_KIND_VOLUNTEER, id);
}

const HvOpening *
hv_roster_find_opening (const HvRoster *roster, HvId id)
{
  return hv_roster_find (roster, HV_KIND_OPENING, id);
}

const HvShift *
hv_roster_find_shift (const HvRoster *roster, HvId id)
{
  return hv_roster_find (roster, HV_KIND_SHIFT, id);
}

const HvAssignment *
hv_roster_find_assignment (const HvRoster *roster, HvId id)
{
  return hv_roster_find (roster, HV_KIND_ASSIGNMENT, id);
}

const GPtrArray *
hv_roster_list_of (const HvRoster *roster, HvKind kind, HvKind owner_kind, HvId owner)
{
  g_return_val_if_fail ((guint)kind < HV_N_KINDS && (guint)owner_kind < HV_N_KINDS, roster->nothing);
  g_return_val_if_fail (hv_shelf_has_groups (roster->shelves[kind], owner_kind), roster->nothing);

  const GPtrArray *group = hv_shelf_find_group (roster->shelves[kind], owner_kind, owner);
  return group != NULL ? group : roster->nothing;
}
