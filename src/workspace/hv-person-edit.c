/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-edit.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-name.h"

#include <string.h>

/* --- adding --- */

/* A name as it is compared: "Åse" is another name than "Ase", but not than "ÅSE". */
static char *
fold_name (const char *name)
{
  return g_utf8_casefold (name, -1);
}

static GHashTable *
list_names (const HvRoster *roster)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      if (volunteer->archived == 0)
        g_hash_table_add (names, fold_name (volunteer->name));
    }
  return names;
}

static void
add_tie (HvEdit *edit, HvId volunteer, HvId house, gint64 position)
{
  HvTie *tie = hv_edit_add (edit, HV_KIND_TIE);
  tie->volunteer = volunteer;
  tie->house = house;
  tie->serves = 1;
  tie->position = position;
}

static void
add_skill (HvEdit *edit, HvId volunteer, HvId role, HvLevel level)
{
  HvSkill *skill = hv_edit_add (edit, HV_KIND_SKILL);
  skill->volunteer = volunteer;
  skill->role = role;
  skill->level = level;
}

HvId
hv_person_edit_add_to_edit (HvEdit *edit, const char *name, HvId role, HvId house)
{
  HvVolunteer *volunteer = hv_edit_add (edit, HV_KIND_VOLUNTEER);
  HvId id = volunteer->r.id;
  hv_volunteer_set_name (volunteer, name);
  if (role != HV_NONE)
    add_skill (edit, id, role, HV_LEVEL_ABLE);
  if (house != HV_NONE)
    add_tie (edit, id, house, 0);
  return id;
}

/* Reads one line; a blank one gives no name. */
static bool
read_name (const char *line, guint number, char **ret_name, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *copy = g_strdup (line);
  g_autofree char *name = NULL;
  if (g_strstrip (copy)[0] == '\0')
    {
      *ret_name = NULL;
      return true;
    }
  if (hv_person_field_clean (HV_PERSON_NAME, copy, &name, &failure))
    {
      *ret_name = g_steal_pointer (&name);
      return true;
    }
  /* TRANSLATORS: the number of a line, and what is wrong with it, a whole sentence */
  g_set_error (error, HV_ERROR, failure->code, hv_own_text ("Line %u: %s"), number, failure->message);
  return false;
}

HvEdit *
hv_person_edit_add (const HvRoster *roster, const char *names, HvId role, HvId house, bool namesakes,
                    HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("volunteer", source);
  g_autoptr (GHashTable) known = list_names (roster);
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      if (!read_name (lines[i], i + 1, &name, error))
        return NULL;
      if (name == NULL)
        continue;
      if (g_hash_table_add (known, fold_name (name)) || namesakes)
        hv_person_edit_add_to_edit (edit, name, role, house);
      else
        hv_edit_warn (edit, "twice", g_strdup_printf (hv_own_text ("%s is there already and is left out."), name));
    }
  return g_steal_pointer (&edit);
}

/* --- fields --- */

static char **
get_member (HvVolunteer *volunteer, HvPersonField field)
{
  switch (field)
    {
    case HV_PERSON_PHONE:
      return &volunteer->phone;
    case HV_PERSON_EMAIL:
      return &volunteer->email;
    case HV_PERSON_LANGUAGE:
      return &volunteer->language;
    default:
      return &volunteer->note;
    }
}

static void
warn_of_same_email (HvEdit *edit, const HvRoster *roster, HvId self, const char *email)
{
  g_autofree char *folded = g_utf8_casefold (email, -1);
  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *other = g_ptr_array_index (volunteers, i);
      if (other->r.id == self || other->archived == 1 || other->email == NULL)
        continue;
      g_autofree char *theirs = g_utf8_casefold (other->email, -1);
      if (g_str_equal (theirs, folded))
        {
          hv_edit_warn (edit, "twice", g_strdup_printf (hv_own_text ("%s has the same e-mail address."), other->name));
          return;
        }
    }
}

HvEdit *
hv_person_edit_set_field (const HvRoster *roster, const HvVolunteer *volunteer, HvPersonField field, const char *text,
                          HvEditSource source, GError **error)
{
  g_autofree char *clean = NULL;
  if (!hv_person_field_clean (field, text, &clean, error))
    return NULL;

  HvEdit *edit = hv_edit_new ("volunteer", source);
  HvVolunteer *changed = hv_edit_change (edit, volunteer);
  if (field == HV_PERSON_NAME)
    hv_volunteer_set_name (changed, clean);
  else
    hv_set_text (get_member (changed, field), clean);
  if (field == HV_PERSON_EMAIL && clean != NULL)
    warn_of_same_email (edit, roster, volunteer->r.id, clean);
  hv_edit_trim (edit, roster);
  return edit;
}

/* --- roles --- */

static const HvSkill *
find_skill (const HvRoster *roster, HvId volunteer, HvId role)
{
  const GPtrArray *skills = hv_roster_list_of (roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < skills->len; i++)
    if (((const HvSkill *)g_ptr_array_index (skills, i))->role == role)
      return g_ptr_array_index (skills, i);
  return NULL;
}

HvEdit *
hv_person_edit_set_role (const HvRoster *roster, const HvVolunteer *volunteer, HvId role, HvLevel level,
                         HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("volunteer", source);
  const HvSkill *skill = find_skill (roster, volunteer->r.id, role);
  if (skill == NULL)
    add_skill (edit, volunteer->r.id, role, level);
  else if (skill->level != (gint64)level)
    ((HvSkill *)hv_edit_change (edit, skill))->level = level;
  return edit;
}

HvEdit *
hv_person_edit_drop_role (const HvRoster *roster, const HvVolunteer *volunteer, HvId role, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("volunteer", source);
  const HvSkill *skill = find_skill (roster, volunteer->r.id, role);
  if (skill != NULL)
    hv_edit_remove (edit, skill);
  return edit;
}

/* --- houses and keys --- */

static gint
find_house (const HvId *houses, gsize n_houses, HvId house)
{
  for (gsize i = 0; i < n_houses; i++)
    if (houses[i] == house)
      return (gint)i;
  return -1;
}

static const HvTie *
find_tie (const HvRoster *roster, HvId volunteer, HvId house)
{
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < ties->len; i++)
    if (((const HvTie *)g_ptr_array_index (ties, i))->house == house)
      return g_ptr_array_index (ties, i);
  return NULL;
}

static void
put_tie (HvEdit *edit, const HvTie *tie, bool serves, gint64 position, bool key)
{
  if (!serves && !key)
    {
      hv_edit_remove (edit, tie);
      return;
    }
  HvTie *changed = hv_edit_change (edit, tie);
  changed->serves = serves;
  changed->position = serves ? position : 0;
  changed->key = key;
}

HvEdit *
hv_person_edit_set_houses (const HvRoster *roster, const HvVolunteer *volunteer, const HvId *houses, gsize n_houses,
                           HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("volunteer", source);
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer->r.id);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      gint position = find_house (houses, n_houses, tie->house);
      put_tie (edit, tie, position >= 0, position, tie->key == 1);
    }
  for (gsize i = 0; i < n_houses; i++)
    if (find_tie (roster, volunteer->r.id, houses[i]) == NULL && find_house (houses, i, houses[i]) < 0)
      add_tie (edit, volunteer->r.id, houses[i], (gint64)i);
  hv_edit_trim (edit, roster);
  return edit;
}

HvEdit *
hv_person_edit_set_key (const HvRoster *roster, const HvVolunteer *volunteer, HvId house, bool has_key,
                        HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("volunteer", source);
  const HvTie *tie = find_tie (roster, volunteer->r.id, house);
  if (tie != NULL)
    put_tie (edit, tie, tie->serves == 1, tie->position, has_key);
  else if (has_key)
    {
      HvTie *made = hv_edit_add (edit, HV_KIND_TIE);
      made->volunteer = volunteer->r.id;
      made->house = house;
      made->key = 1;
    }
  hv_edit_trim (edit, roster);
  return edit;
}

static int
compare_by_position (gconstpointer a, gconstpointer b)
{
  const HvTie *first = *(const HvTie *const *)a;
  const HvTie *second = *(const HvTie *const *)b;
  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  return (first->r.id > second->r.id) - (first->r.id < second->r.id);
}

GArray *
hv_person_edit_list_houses (const HvRoster *roster, HvId volunteer)
{
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  g_autoptr (GPtrArray) served = g_ptr_array_new ();
  for (guint i = 0; i < ties->len; i++)
    if (((const HvTie *)g_ptr_array_index (ties, i))->serves == 1)
      g_ptr_array_add (served, g_ptr_array_index (ties, i));
  g_ptr_array_sort (served, compare_by_position);

  GArray *houses = g_array_new (FALSE, FALSE, sizeof (HvId));
  for (guint i = 0; i < served->len; i++)
    g_array_append_val (houses, ((HvTie *)g_ptr_array_index (served, i))->house);
  return houses;
}

/* --- wishes --- */

int
hv_wish_get_most (HvWish wish)
{
  static const int most[] = {
    [HV_WISH_EIGHT_WEEKS] = 112, /* two a day */
    [HV_WISH_WEEK] = 14,
    [HV_WISH_FOUR_WEEKS] = 56,
    [HV_WISH_REST] = 336, /* two weeks */
  };
  g_return_val_if_fail (wish < HV_N_WISHES, 0);
  return most[wish];
}

gint64
hv_wish_get (const HvVolunteer *volunteer, HvWish wish)
{
  switch (wish)
    {
    case HV_WISH_EIGHT_WEEKS:
      return volunteer->eight_weeks;
    case HV_WISH_WEEK:
      return volunteer->most_week;
    case HV_WISH_FOUR_WEEKS:
      return volunteer->most_four_weeks;
    default:
      return volunteer->rest_hours == HV_NONE ? HV_NONE : (volunteer->rest_hours + HV_MICRO / 2) / HV_MICRO;
    }
}

static void
set_wish (HvVolunteer *volunteer, HvWish wish, gint64 value)
{
  switch (wish)
    {
    case HV_WISH_EIGHT_WEEKS:
      volunteer->eight_weeks = value;
      break;
    case HV_WISH_WEEK:
      volunteer->most_week = value;
      break;
    case HV_WISH_FOUR_WEEKS:
      volunteer->most_four_weeks = value;
      break;
    default:
      volunteer->rest_hours = value == HV_NONE ? HV_NONE : value * HV_MICRO;
      break;
    }
}

static void
warn_of_wishes (HvEdit *edit, const HvVolunteer *volunteer)
{
  gint64 wanted = volunteer->eight_weeks;
  gint64 room = G_MAXINT64;
  if (volunteer->most_week != HV_NONE)
    room = volunteer->most_week * 8;
  if (volunteer->most_four_weeks != HV_NONE)
    room = MIN (room, volunteer->most_four_weeks * 2);
  if (wanted == HV_NONE || wanted <= room)
    return;
  hv_edit_warn (edit, "most",
                g_strdup_printf (hv_own_ntext ("%s wishes %ld shift in eight weeks, but there is room for %ld only.",
                                               "%s wishes %ld shifts in eight weeks, but there is room for %ld only.",
                                               (gulong)wanted),
                                 volunteer->name, (long)wanted, (long)room));
}

HvEdit *
hv_person_edit_set_wish (const HvRoster *roster, const HvVolunteer *volunteer, HvWish wish, gint64 value,
                         HvEditSource source, GError **error)
{
  int most = hv_wish_get_most (wish);
  if (value != HV_NONE && (value < 0 || value > most))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("Write a number from 0 to %d."), most);
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("volunteer", source);
  HvVolunteer *changed = hv_edit_change (edit, volunteer);
  set_wish (changed, wish, value);
  warn_of_wishes (edit, changed);
  hv_edit_trim (edit, roster);
  return edit;
}

/* --- pairs --- */

static bool
is_against (HvPairKind a, HvPairKind b)
{
  return (a == HV_PAIR_NEVER) != (b == HV_PAIR_NEVER);
}

HvEdit *
hv_person_edit_add_pair (const HvRoster *roster, const HvVolunteer *volunteer, const HvVolunteer *other,
                         HvPairKind kind, HvEditSource source, GError **error)
{
  if (volunteer->r.id == other->r.id)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("A wish is about two people. Choose somebody else."));
      return NULL;
    }

  HvEdit *edit = hv_edit_new ("volunteer", source);
  bool there = false;
  const GPtrArray *pairs = hv_roster_list_of (roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, volunteer->r.id);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvPair *pair = g_ptr_array_index (pairs, i);
      if (pair->a != other->r.id && pair->b != other->r.id)
        continue;
      there = there || pair->pair_kind == (gint64)kind;
      if (is_against ((HvPairKind)pair->pair_kind, kind))
        hv_edit_remove (edit, pair);
    }
  if (there)
    return edit;

  HvPair *pair = hv_edit_add (edit, HV_KIND_PAIR);
  pair->a = volunteer->r.id;
  pair->b = other->r.id;
  pair->pair_kind = kind;
  return edit;
}

HvEdit *
hv_person_edit_drop_pair (const HvRoster *roster, const HvPair *pair, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("volunteer", source);
  hv_edit_remove (edit, pair);
  return edit;
}

/* --- being there --- */

HvEdit *
hv_person_edit_set_days (const HvRoster *roster, const HvVolunteer *volunteer, gint64 from, gint64 until,
                         HvEditSource source, GError **error)
{
  if (from != HV_NONE && until != HV_NONE && until < from)
    {
      HvLanguage language = hv_text_get_own_language ();
      g_autofree char *first = hv_format_day_with_year ((HvDay)from, language);
      g_autofree char *last = hv_format_day_with_year ((HvDay)until, language);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("The last day, %s, is before the first, %s. Change one of them."), last, first);
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("volunteer", source);
  HvVolunteer *changed = hv_edit_change (edit, volunteer);
  changed->from = from;
  changed->until = until;
  hv_edit_trim (edit, roster);
  return edit;
}

static void
remove_planned (HvEdit *edit, const GPtrArray *duties, HvId volunteer, HvMinute now)
{
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      if (duty->volunteer == volunteer && duty->state == HV_STATE_PLANNED && duty->starts > now)
        hv_edit_remove (edit, duty);
    }
}

HvEdit *
hv_person_edit_archive (const HvRoster *roster, const HvVolunteer *volunteer, const GPtrArray *duties, HvMinute now,
                        HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("archive", source);
  ((HvVolunteer *)hv_edit_change (edit, volunteer))->archived = 1;
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_VOLUNTEER, volunteer->r.id);
  for (guint i = 0; i < regulars->len; i++)
    hv_edit_remove (edit, g_ptr_array_index (regulars, i));
  remove_planned (edit, duties, volunteer->r.id, now);
  return edit;
}

HvEdit *
hv_person_edit_unarchive (const HvRoster *roster, const HvVolunteer *volunteer, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("archive", source);
  ((HvVolunteer *)hv_edit_change (edit, volunteer))->archived = 0;
  hv_edit_trim (edit, roster);
  return edit;
}
