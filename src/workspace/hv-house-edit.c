/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-edit.h"

#include "hv-error.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-removal.h"

#include <string.h>

/* --- texts --- */

const char *
hv_house_edit_get_title (HvHouseText text, HvLanguage language)
{
  switch (text)
    {
    case HV_HOUSE_NAME:
      return hv_text (language, "Name");
    case HV_HOUSE_ADDRESS:
      return hv_text (language, "Address");
    case HV_HOUSE_PLACE:
      return hv_text (language, "Place");
    case HV_HOUSE_NOTE:
      return hv_text (language, "Note");
    case HV_HOUSE_CHECKLIST:
      return hv_text (language, "Check list");
    case HV_N_HOUSE_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

bool
hv_house_edit_clean (HvHouseText which, const char *text, char **ret_clean, GError **error)
{
  bool longer = which == HV_HOUSE_NOTE || which == HV_HOUSE_CHECKLIST;
  g_autofree char *clean =
      which == HV_HOUSE_NAME ? hv_name_clean (text, error) : hv_text_clean (text, longer ? 4000 : 200, error);
  if (clean == NULL || !hv_identity_check (hv_house_edit_get_title (which, hv_text_get_own_language ()), clean, error))
    return false;
  *ret_clean = clean[0] == '\0' ? NULL : g_steal_pointer (&clean);
  return true;
}

HvEdit *
hv_house_edit_add (const HvRoster *roster, const char *name, HvHouseKind kind, HvEditSource source, GError **error)
{
  g_autofree char *clean = NULL;
  if (!hv_house_edit_clean (HV_HOUSE_NAME, name, &clean, error))
    return NULL;
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  gint64 position = 0;
  for (guint i = 0; i < houses->len; i++)
    position = MAX (position, ((const HvHouse *)g_ptr_array_index (houses, i))->position + 1);

  HvEdit *edit = hv_edit_new ("house", source);
  HvHouse *house = hv_edit_add (edit, HV_KIND_HOUSE);
  house->name = g_steal_pointer (&clean);
  house->house_kind = kind;
  house->position = position;
  house->never_alone = 1;
  house->model = kind == HV_HOUSE_KIND_EVENT ? HV_MODEL_GUESTS : HV_MODEL_QUEUE;
  return edit;
}

HvEdit *
hv_house_edit_set_text (const HvHouse *house, HvHouseText which, const char *text, HvEditSource source, GError **error)
{
  g_autofree char *clean = NULL;
  if (!hv_house_edit_clean (which, text, &clean, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("house", source);
  HvHouse *changed = hv_edit_change (edit, house);
  char **members[HV_N_HOUSE_TEXTS] = { &changed->name, &changed->address, &changed->place, &changed->note,
                                       &changed->checklist };
  hv_set_text (members[which], clean);
  return edit;
}

HvEdit *
hv_house_edit_move (const HvRoster *roster, const HvHouse *house, int direction, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("house", source);
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  guint at;
  if (!g_ptr_array_find ((GPtrArray *)houses, house, &at))
    return edit;
  int other = (int)at + direction;
  if (other < 0 || other >= (int)houses->len)
    return edit;
  /* Positions may be equal where a file said none: number them all. */
  for (guint i = 0; i < houses->len; i++)
    {
      int place = i == at ? other : (int)i == other ? (int)at : (int)i;
      HvHouse *moved = hv_edit_change (edit, g_ptr_array_index (houses, i));
      moved->position = place;
    }
  return edit;
}

HvEdit *
hv_house_edit_remove (const HvRoster *roster, const HvHouse *house, HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("delete", source);
  if (!hv_removal_check (roster, edit, HV_KIND_HOUSE, house->r.id, error))
    return NULL;
  hv_removal_add (edit, roster, HV_KIND_HOUSE, house->r.id);
  return g_steal_pointer (&edit);
}

/* --- closed days --- */

HvEdit *
hv_house_edit_add_closed (const HvRoster *roster, const HvHouse *house, HvDay from, HvDay to, const char *reason,
                          HvEditSource source, GError **error)
{
  g_autofree char *clean = hv_text_clean (reason, 200, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("reason"), clean, error))
    return NULL;
  if (clean[0] == '\0' || to < from)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           clean[0] == '\0' ? hv_own_text ("Say why the house is closed: people will ask.")
                                            : hv_own_text ("The last day must not come before the first."));
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("close", source);
  HvClosed *closed = hv_edit_add (edit, HV_KIND_CLOSED);
  closed->house = house->r.id;
  closed->from = from;
  closed->to = to;
  hv_set_text (&closed->reason, clean);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      HvDay day = hv_opening_get_day (opening);
      if (opening->hours == HV_NONE || opening->closed != NULL || day < from || day > to)
        continue;
      HvOpening *changed = hv_edit_change (edit, opening);
      hv_set_text (&changed->closed, clean);
      changed->holiday = 0;
    }
  return edit;
}

HvEdit *
hv_house_edit_remove_closed (const HvRoster *roster, const HvClosed *closed, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("open", source);
  hv_edit_remove (edit, closed);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, closed->house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      HvDay day = hv_opening_get_day (opening);
      if (day < closed->from || day > closed->to || opening->holiday == 1
          || g_strcmp0 (opening->closed, closed->reason) != 0)
        continue;
      HvOpening *changed = hv_edit_change (edit, opening);
      hv_set_text (&changed->closed, NULL);
    }
  return edit;
}

/* --- demand --- */

HvHouseDemand
hv_house_edit_get_demand (const HvHouse *house)
{
  return (HvHouseDemand){ house->model, house->minutes,  house->target_share, house->target_minutes, house->door,
                          house->least, house->patience, house->guess,        house->guests_per };
}

static bool
check_range (gint64 value, gint64 least, gint64 most, const char *sentence, GError **error)
{
  if (value == HV_NONE || (value >= least && value <= most))
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, sentence);
  return false;
}

static bool
check_demand (const HvHouseDemand *demand, GError **error)
{
  const gint64 one = HV_MICRO;
  return check_range (demand->minutes, 2 * one, 240 * one, hv_own_text ("One visit takes from 2 to 240 minutes."),
                      error)
         && check_range (demand->target_share, one / 10, one,
                         hv_own_text ("The share to be helped in time is from 1 to 10 of 10."), error)
         && check_range (demand->target_minutes, 0, 240 * one,
                         hv_own_text ("The waiting target is from 0 to 240 minutes."), error)
         && check_range (demand->door, 0, one, hv_own_text ("The share that waits at the door is from 0 to 100 %."),
                         error)
         && check_range (demand->least, 1, 40, hv_own_text ("The least crew is from 1 to 40 people."), error)
         && check_range (demand->patience, one, 1440 * one,
                         hv_own_text ("People's patience is from 1 to 1440 minutes."), error)
         && check_range (demand->guess, 0, 2000 * one, hv_own_text ("A guess of visits is from 0 to 2000."), error)
         && check_range (demand->guests_per, 1, 10000, hv_own_text ("Guests per helper are from 1 to 10000."), error);
}

HvEdit *
hv_house_edit_set_demand (const HvHouse *house, const HvHouseDemand *demand, HvEditSource source, GError **error)
{
  if (!check_demand (demand, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("house", source);
  HvHouse *changed = hv_edit_change (edit, house);
  changed->model = demand->model;
  changed->minutes = demand->minutes;
  changed->target_share = demand->target_share;
  changed->target_minutes = demand->target_minutes;
  changed->door = demand->door;
  changed->least = demand->least;
  changed->patience = demand->patience;
  changed->guess = demand->guess;
  changed->guests_per = demand->guests_per;
  return edit;
}

HvEdit *
hv_house_edit_set_flag (const HvHouse *house, const char *flag, bool on, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("house", source);
  const HvField *field = hv_kind_find_field (HV_KIND_HOUSE, strcmp (flag, "key") == 0 ? "needs_key" : flag);
  g_return_val_if_fail (field != NULL, edit);
  HvHouse *changed = hv_edit_change (edit, house);
  hv_record_set_int (changed, field, on);
  return edit;
}
