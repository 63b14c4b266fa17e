/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-start.h"

#include "hv-error.h"
#include "hv-generation.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-organisation-edit.h"

/* No public holiday of Denmark or Sweden is ever in it. */
#define ORDINARY_WEEK 6

/* --- an edit out of several commands --- */

/* Takes what a command puts into the whole; swallows the command's edit. */
static bool
follow (HvEdit *edit, HvEdit *made)
{
  g_autoptr (HvEdit) next = made;
  if (next == NULL)
    return false;
  for (guint i = 0; i < next->puts->len; i++)
    hv_edit_take (edit, hv_record_ref (g_array_index (next->puts, HvPut, i).record));
  edit->source = next->source;
  return true;
}

static const HvHouse *
find_house (const HvEdit *edit)
{
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      if (!put->remove && ((const HvRecord *)put->record)->kind == HV_KIND_HOUSE)
        return put->record;
    }
  return NULL;
}

/* --- the house --- */

static void
remove_all (HvEdit *edit, const HvRoster *roster, const HvHouse *house, HvKind kind)
{
  const GPtrArray *records = hv_roster_list_of (roster, kind, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < records->len; i++)
    hv_edit_remove (edit, g_ptr_array_index (records, i));
}

/* The house as it was answered anew: what hung on the old answers goes. */
static HvEdit *
begin_again (const HvRoster *roster, const HvHouse *house, const HvHouseStart *start, HvEditSource source,
             GError **error)
{
  HvEdit *edit = hv_house_edit_set_text (house, HV_HOUSE_NAME, start->name, source, error);
  if (edit == NULL)
    return NULL;
  HvHouse *changed = hv_edit_change (edit, house);
  changed->house_kind = start->kind;
  remove_all (edit, roster, house, HV_KIND_HOURS);
  remove_all (edit, roster, house, HV_KIND_TEMPLATE);
  return edit;
}

static bool
add_demand (HvEdit *edit, const HvHouseStart *start, GError **error)
{
  const HvHouse *house = find_house (edit);
  HvHouseDemand demand = hv_house_edit_get_demand (house);
  demand.guess = start->visits == HV_NONE ? HV_NONE : start->visits * HV_MICRO;
  demand.minutes = (HvMicro)start->minutes * HV_MICRO;
  return follow (edit, hv_house_edit_set_demand (house, &demand, edit->source, error));
}

static void
add_organisation (HvEdit *edit, const HvRoster *roster, HvCountry country)
{
  if (hv_roster_list (roster, HV_KIND_ORGANISATION)->len > 0)
    return;
  HvOrganisation *organisation = hv_edit_change (edit, hv_roster_get_organisation (roster));
  hv_organisation_edit_settle (organisation, country);
}

/* --- hours --- */

static bool
check_some_day (const HvHouseStart *start, GError **error)
{
  for (int i = 0; i < 7; i++)
    if (start->open[i])
      return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("Choose at least one day of the week."));
  return false;
}

/* `bare` is a roster in which the house has no hours yet. */
static bool
add_hours (HvEdit *edit, const HvRoster *bare, const HvHouseStart *start, GError **error)
{
  HvWeek any = hv_week_of_day (0);
  for (int i = 0; i < 7; i++)
    if (start->open[i]
        && !follow (edit, hv_house_edit_set_hours (bare, find_house (edit), i + 1, &start->times[i], 1, any,
                                                   edit->source, error)))
      return false;
  return check_some_day (start, error);
}

/* --- roles and shifts --- */

/* HV_NONE with an error, or without one where the role is not wanted. */
static HvId
find_role (HvEdit *edit, const HvRoster *roster, const HvStartRole *answer, GError **error)
{
  if (answer->role != HV_NONE || answer->number == 0)
    return answer->number == 0 ? HV_NONE : answer->role;
  g_autofree char *clean = hv_name_clean (answer->name, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("Role"), clean, error))
    return HV_NONE;
  gint64 position = 0;
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  for (guint i = 0; i < roles->len; i++)
    position = MAX (position, ((const HvRole *)g_ptr_array_index (roles, i))->position + 1);
  for (guint i = 0; i < edit->puts->len; i++)
    position += ((const HvRecord *)g_array_index (edit->puts, HvPut, i).record)->kind == HV_KIND_ROLE;

  HvRole *role = hv_edit_add (edit, HV_KIND_ROLE);
  role->name = g_steal_pointer (&clean);
  role->serves = answer->serves;
  role->position = position;
  return role->r.id;
}

static bool
add_shifts (HvEdit *edit, const HvRoster *bare, const HvHouseStart *start, HvId role, int number, GError **error)
{
  HvWeek any = hv_week_of_day (0);
  for (int i = 0; i < 7; i++)
    {
      if (!start->open[i])
        continue;
      HvTemplateFacts facts = { .role = role,
                                .weekday = i + 1,
                                .times = start->times[i],
                                .minimum = number,
                                .wanted = HV_NONE,
                                .maximum = HV_NONE,
                                .repeat = HV_REPEAT_EVERY,
                                .n = HV_NONE,
                                .since = HV_NONE };
      if (!follow (edit, hv_house_edit_add_template (bare, find_house (edit), &facts, any, edit->source, error)))
        return false;
    }
  return true;
}

static bool
add_roles (HvEdit *edit, const HvRoster *bare, const HvHouseStart *start, GError **error)
{
  int people = 0;
  for (gsize i = 0; i < start->n_roles; i++)
    {
      const HvStartRole *answer = &start->roles[i];
      if (answer->number == 0)
        continue;
      HvId role = find_role (edit, bare, answer, error);
      if (role == HV_NONE || !add_shifts (edit, bare, start, role, answer->number, error))
        return false;
      people += answer->number;
    }
  if (people == 0)
    g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("At least one person must be there."));
  return people > 0;
}

HvEdit *
hv_house_start_make (const HvRoster *roster, const HvHouse *house, const HvHouseStart *start, HvEditSource source,
                     GError **error)
{
  g_autoptr (HvEdit) edit = house == NULL ? hv_house_edit_add (roster, start->name, start->kind, source, error)
                                          : begin_again (roster, house, start, source, error);
  if (edit == NULL)
    return NULL;
  g_autoptr (HvRoster) bare = hv_roster_apply (roster, edit);
  add_organisation (edit, roster, start->country);
  if (!add_demand (edit, start, error) || !add_hours (edit, bare, start, error)
      || !add_roles (edit, bare, start, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* --- what it will be like --- */

/* The roster with an edit; swallows both. */
static HvRoster *
go_on (HvRoster *roster, HvEdit *edit)
{
  g_autoptr (HvRoster) before = roster;
  g_autoptr (HvEdit) made = edit;
  return hv_roster_apply (before, made);
}

static HvRoster *
build_empty_week (const HvRoster *roster, HvWeek week)
{
  static const HvKind kinds[] = { HV_KIND_ORGANISATION, HV_KIND_ROLE };
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, week, week);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *records = hv_roster_list (roster, kinds[i]);
      for (guint j = 0; j < records->len; j++)
        hv_roster_builder_take (builder, hv_record_ref (g_ptr_array_index (records, j)));
    }
  return hv_roster_builder_end (builder);
}

/* As many people as each shift asks for. */
static HvEdit *
fill_shifts (const HvRoster *roster, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("guest", source);
  const GPtrArray *shifts = hv_roster_list (roster, HV_KIND_SHIFT);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      for (gint64 n = 0; n < shift->minimum; n++)
        {
          HvAssignment *guest = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
          guest->house = shift->house;
          guest->shift = shift->r.id;
          guest->starts = shift->starts;
          guest->ends = shift->ends;
        }
    }
  return edit;
}

HvRoster *
hv_house_start_preview (const HvRoster *roster, const HvHouseStart *start, int year, HvEditSource source)
{
  HvWeek week;
  if (!hv_week_from_number (year, ORDINARY_WEEK, &week))
    return NULL;
  g_autoptr (HvRoster) empty = build_empty_week (roster, week);
  HvEdit *house = hv_house_start_make (empty, NULL, start, source, NULL);
  if (house == NULL)
    return NULL;
  source = house->source;
  HvRoster *preview = go_on (g_steal_pointer (&empty), house);
  g_autoptr (HvGeneration) generation = hv_generation_new (preview, week, 1, source);
  source = generation->edit->source;
  preview = go_on (preview, g_steal_pointer (&generation->edit));
  return go_on (preview, fill_shifts (preview, source));
}
