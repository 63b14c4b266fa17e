/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-people-sample.h"

#include <glib/gstdio.h>
#include <stdarg.h>

const HvEditSource people_source = { 1000, "sixteen bytes..." };

static void
add_house (HvRosterBuilder *builder, HvId id, const char *name)
{
  HvHouse *house = hv_record_new (HV_KIND_HOUSE, id);
  hv_set_text (&house->name, name);
  house->position = id;
  hv_roster_builder_take (builder, house);
}

static void
add_role (HvRosterBuilder *builder, HvId id, const char *name, bool serves)
{
  HvRole *role = hv_record_new (HV_KIND_ROLE, id);
  hv_set_text (&role->name, name);
  role->serves = serves;
  role->position = id;
  hv_roster_builder_take (builder, role);
}

static HvVolunteer *
new_volunteer (HvId id, const char *name)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, name);
  return volunteer;
}

static void
add_skill (HvRosterBuilder *builder, HvId id, HvId volunteer, HvId role, HvLevel level)
{
  HvSkill *skill = hv_record_new (HV_KIND_SKILL, id);
  skill->volunteer = volunteer;
  skill->role = role;
  skill->level = level;
  hv_roster_builder_take (builder, skill);
}

static void
add_tie (HvRosterBuilder *builder, HvId id, HvId volunteer, HvId house, gint64 position, bool key)
{
  HvTie *tie = hv_record_new (HV_KIND_TIE, id);
  tie->volunteer = volunteer;
  tie->house = house;
  tie->serves = 1;
  tie->position = position;
  tie->key = key;
  hv_roster_builder_take (builder, tie);
}

/* An opening of three hours with one shift of IT, and somebody on it. */
static void
add_duty (HvRosterBuilder *builder, HvId id, HvId volunteer, HvId house, HvDay day, int hour)
{
  HvSpan span = hv_span_on_day (day, hour * 60, hour * 60 + 180);
  HvOpening *opening = hv_record_new (HV_KIND_OPENING, id + 100);
  opening->house = house;
  opening->starts = span.from;
  opening->ends = span.to;
  hv_roster_builder_take (builder, opening);

  HvShift *shift = hv_record_new (HV_KIND_SHIFT, id + 200);
  shift->house = house;
  shift->opening = id + 100;
  shift->role = PEOPLE_IT;
  shift->starts = span.from;
  shift->ends = span.to;
  hv_set_text (&shift->uid, "uid of a shift");
  hv_roster_builder_take (builder, shift);

  HvAssignment *duty = hv_record_new (HV_KIND_ASSIGNMENT, id);
  duty->house = house;
  duty->shift = id + 200;
  duty->volunteer = volunteer;
  duty->starts = span.from;
  duty->ends = span.to;
  hv_set_text (&duty->uid, "uid of a duty");
  hv_roster_builder_take (builder, duty);
}

static void
add_anna (HvRosterBuilder *builder)
{
  HvVolunteer *anna = new_volunteer (PEOPLE_ANNA, "Anna Lindeskov");
  hv_set_text (&anna->phone, "12 34 56 78");
  hv_set_text (&anna->email, "anna@example.org");
  hv_set_text (&anna->note, "drives a red car");
  hv_set_text (&anna->r.ext, "anna");
  hv_roster_builder_take (builder, anna);
  add_skill (builder, 30, PEOPLE_ANNA, PEOPLE_IT, HV_LEVEL_EXPERIENCED);
  add_tie (builder, 31, PEOPLE_ANNA, PEOPLE_JUELSMINDE, 0, true);
  add_tie (builder, 32, PEOPLE_ANNA, PEOPLE_TORRING, 1, false);

  HvFeed *feed = hv_record_new (HV_KIND_FEED, PEOPLE_FEED_ANNA);
  feed->owner_kind = HV_OWNER_VOLUNTEER;
  feed->owner = PEOPLE_ANNA;
  hv_set_text (&feed->token, "0123456789abcdefghijkl");
  feed->state = HV_FEED_LIVE;
  hv_roster_builder_take (builder, feed);
}

static void
add_others (HvRosterBuilder *builder)
{
  hv_roster_builder_take (builder, new_volunteer (PEOPLE_BO, "Bo Vestermark"));
  hv_roster_builder_take (builder, new_volunteer (PEOPLE_GERDA, "Gerda Sølund"));
  hv_roster_builder_take (builder, new_volunteer (PEOPLE_LEIF, "Leif Ærensø"));
  HvVolunteer *old = new_volunteer (PEOPLE_OLD, "Åse Blåklint");
  old->archived = 1;
  hv_roster_builder_take (builder, old);

  add_skill (builder, 33, PEOPLE_BO, PEOPLE_IT, HV_LEVEL_ABLE);
  add_skill (builder, 34, PEOPLE_GERDA, PEOPLE_IT, HV_LEVEL_ABLE);
  add_skill (builder, 35, PEOPLE_GERDA, PEOPLE_HOST, HV_LEVEL_ABLE);
  add_skill (builder, 36, PEOPLE_LEIF, PEOPLE_IT, HV_LEVEL_TRAINEE);

  HvPair *pair = hv_record_new (HV_KIND_PAIR, 40);
  pair->a = PEOPLE_BO;
  pair->b = PEOPLE_ANNA;
  pair->pair_kind = HV_PAIR_TOGETHER;
  hv_roster_builder_take (builder, pair);

  HvRegular *regular = hv_record_new (HV_KIND_REGULAR, 41);
  regular->house = PEOPLE_JUELSMINDE;
  regular->tmpl = 42;
  regular->volunteer = PEOPLE_GERDA;
  hv_roster_builder_take (builder, regular);

  HvAbsence *absence = hv_record_new (HV_KIND_ABSENCE, PEOPLE_ABSENCE_GERDA);
  absence->volunteer = PEOPLE_GERDA;
  absence->from = PEOPLE_MONDAY - 3;
  absence->to = PEOPLE_MONDAY + 6;
  hv_set_text (&absence->reason, "Ferie");
  hv_roster_builder_take (builder, absence);
}

HvRoster *
people_build (gpointer first, ...)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_week_of_day (PEOPLE_MONDAY - 7), hv_week_of_day (PEOPLE_MONDAY + 7));
  add_house (builder, PEOPLE_JUELSMINDE, "Juelsminde");
  add_house (builder, PEOPLE_TORRING, "Tørring");
  add_house (builder, PEOPLE_HEDENSTED, "Hedensted");
  add_role (builder, PEOPLE_IT, "IT-hjælp", true);
  add_role (builder, PEOPLE_HOST, "Kaffevært", false);
  add_anna (builder);
  add_others (builder);
  add_duty (builder, PEOPLE_DUTY_LEIF, PEOPLE_LEIF, PEOPLE_JUELSMINDE, PEOPLE_MONDAY - 7, 13);
  add_duty (builder, PEOPLE_DUTY_ANNA, PEOPLE_ANNA, PEOPLE_JUELSMINDE, PEOPLE_MONDAY, 13);
  add_duty (builder, PEOPLE_DUTY_BO, PEOPLE_BO, PEOPLE_TORRING, PEOPLE_MONDAY + 2, 10);
  add_duty (builder, PEOPLE_DUTY_ANNA_LATER, PEOPLE_ANNA, PEOPLE_JUELSMINDE, PEOPLE_MONDAY + 7, 13);

  va_list more;
  va_start (more, first);
  for (gpointer record = first; record != NULL; record = va_arg (more, gpointer))
    hv_roster_builder_take (builder, record);
  va_end (more);
  return hv_roster_builder_end (builder);
}

const HvVolunteer *
people_find (const HvRoster *roster, HvId id)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, id);
  g_assert_nonnull (volunteer);
  return volunteer;
}

HvRoster *
people_apply (const HvRoster *roster, HvEdit *edit)
{
  g_assert_nonnull (edit);
  HvRoster *after = hv_roster_apply (roster, edit);
  hv_edit_free (edit);
  return after;
}

/* --- in a file --- */

/* An edit that makes all of a roster. */
static HvEdit *
copy_all (const HvRoster *roster)
{
  HvEdit *edit = hv_edit_new ("import", people_source);
  for (int kind = 0; kind < HV_N_KINDS; kind++)
    {
      const GPtrArray *records = hv_roster_list (roster, (HvKind)kind);
      for (guint i = 0; i < records->len && kind != HV_KIND_REGULAR; i++) /* a regular's template is not there */
        {
          HvRecord *record = hv_record_copy (g_ptr_array_index (records, i));
          record->ver = 0;
          hv_edit_take (edit, record);
        }
    }
  return edit;
}

HvWorkspace *
people_open (const HvRoster *roster)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("husvagt-people-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  HvWorkspace *workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  hv_workspace_commit (workspace, copy_all (roster), NULL, &error);
  g_assert_no_error (error);
  return workspace;
}

static void
delete_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        delete_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
people_close (HvWorkspace *workspace)
{
  g_autofree char *folder = g_path_get_dirname (hv_workspace_get_path (workspace));
  g_object_unref (workspace);
  delete_folder (folder);
}
