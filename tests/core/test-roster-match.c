/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-roster.h"

#include <string.h>

typedef HvRosterBuilder Builder;

static HvVolunteer *
add_volunteer (Builder *builder, HvId id, const char *ext, const char *name)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, name);
  hv_set_text (&volunteer->r.ext, ext);
  hv_roster_builder_take (builder, volunteer);
  return volunteer;
}

static void
add_house (Builder *builder, HvId id, const char *ext, const char *name)
{
  HvHouse *house = hv_record_new (HV_KIND_HOUSE, id);
  house->position = id;
  hv_set_text (&house->name, name);
  hv_set_text (&house->r.ext, ext);
  hv_roster_builder_take (builder, house);
}

static void
add_role (Builder *builder, HvId id, const char *name)
{
  HvRole *role = hv_record_new (HV_KIND_ROLE, id);
  hv_set_text (&role->name, name);
  hv_roster_builder_take (builder, role);
}

typedef struct
{
  const char *text;
  HvId expected;       /* 0: refused … */
  const char *message; /* … with this */
} Case;

typedef gconstpointer (*Match) (const HvRoster *roster, const char *text, GError **error);

static void
check (const HvRoster *roster, Match match, HvErrorCode code, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      const HvRecord *found = match (roster, cases[i].text, &error);
      g_test_message ("%s", cases[i].text);
      if (cases[i].expected == 0)
        {
          g_assert_error (error, HV_ERROR, (int)code);
          g_assert_cmpstr (error->message, ==, cases[i].message);
          g_assert_null (found);
          continue;
        }
      g_assert_no_error (error);
      g_assert_nonnull (found);
      g_assert_cmpint (found->id, ==, cases[i].expected);
    }
}

static gconstpointer
match_house (const HvRoster *roster, const char *text, GError **error)
{
  return hv_roster_match_house (roster, text, error);
}

static gconstpointer
match_role (const HvRoster *roster, const char *text, GError **error)
{
  return hv_roster_match_role (roster, text, error);
}

static gconstpointer
match_volunteer (const HvRoster *roster, const char *text, GError **error)
{
  return hv_roster_match_volunteer (roster, text, error);
}

static void
test_houses (void)
{
  static const Case cases[] = {
    { "Tørring", 2 },
    { "tørring", 2 },
    { "TØRRING", 2 },
    { "torring", 2 },
    { "  Tørring ", 2 },
    { "Åle", 4 },
    { "aale", 4 },
    { "ale", 4 },
    { "A\u030Ale", 4 }, /* Å in two characters */
    { "tor", 2 },       /* the id of a script */
    { "2", 2 },
    { "7", 7 },
    { "Tør", 0, "There is no house “Tør”. Houses: Juelsminde, Tørring, Åle, Nord, Nord." },
    { "", 0, "There is no house “”. Houses: Juelsminde, Tørring, Åle, Nord, Nord." },
    { "99", 0, "There is no house “99”. Houses: Juelsminde, Tørring, Åle, Nord, Nord." },
    { "nord", 0, "Several houses are called “nord”: Nord (id 7), Nord (id north). Give the id of the one you mean." },
    { "north", 8 },
  };

  Builder *builder = hv_roster_builder_new ();
  add_house (builder, 1, NULL, "Juelsminde");
  add_house (builder, 2, "tor", "Tørring");
  add_house (builder, 4, NULL, "Åle");
  add_house (builder, 7, NULL, "Nord");
  add_house (builder, 8, "north", "Nord");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);
  check (roster, match_house, HV_ERROR_UNKNOWN_HOUSE, cases, G_N_ELEMENTS (cases));
}

/* With many houses, only the near ones are named. */
static void
test_many_houses (void)
{
  static const Case cases[] = {
    { "Hus 7", 7 },
    { "hus-7", 7 },
    { "Huus 7", 0, "There is no house “Huus 7”. Near it: Hus 7, Hus 1, Hus 2." },
    { "Løsninng", 0, "There is no house “Løsninng”. Near it: Frivillighuset i Løsning." },
    { "frivillighus", 0, "There is no house “frivillighus”. Near it: Frivillighuset i Løsning." },
    { "København", 0, "There is no house “København”." },
    { "", 0, "There is no house “”." },
  };

  Builder *builder = hv_roster_builder_new ();
  for (int i = 1; i <= 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hus %d", i);
      add_house (builder, i, NULL, name);
    }
  add_house (builder, 20, NULL, "Frivillighuset i Løsning");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);
  check (roster, match_house, HV_ERROR_UNKNOWN_HOUSE, cases, G_N_ELEMENTS (cases));
}

static void
test_roles (void)
{
  static const Case cases[] = {
    { "it-hjælp", 1 },
    { "IT hjaelp", 1 },
    { "kaffevært", 2 },
    { "Vært", 0, "There is no role “Vært”. Roles: IT-hjælp, Kaffevært." },
  };
  static const Case none[] = { { "IT", 0, "There is no role “IT”." } };

  Builder *builder = hv_roster_builder_new ();
  add_role (builder, 1, "IT-hjælp");
  add_role (builder, 2, "Kaffevært");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);
  check (roster, match_role, HV_ERROR_BAD_INPUT, cases, G_N_ELEMENTS (cases));

  g_autoptr (HvRoster) empty = hv_roster_builder_end (hv_roster_builder_new ());
  check (empty, match_role, HV_ERROR_BAD_INPUT, none, G_N_ELEMENTS (none));
}

static void
test_volunteers (void)
{
  static const Case cases[] = {
    { "Anna Lindeskov", 1 },
    { "anna  LINDESKOV", 1 },
    { "Leif Aerensoe", 0, "There is no volunteer “Leif Aerensoe”. Near it: Leif Ærensø." },
    { "leif aerenso", 5 },
    { "LEIF ÆRENSØ", 5 },
    { "jens abrink", 6 },
    { "Jens Åbrink", 6 },
    { "Jens Äbrink", 6 },
    { "bo", 2 }, /* an id goes before the name Bo */
    { "Bo", 3 },
    { "Anna", 0, "There is no volunteer “Anna”. Near it: Anna Lindeskov, Anna Maria Berg." },
    { "Ana Lindeskov", 0, "There is no volunteer “Ana Lindeskov”. Near it: Anna Lindeskov." },
    { "Lindeskow", 0, "There is no volunteer “Lindeskow”. Near it: Anna Lindeskov." },
    { "Carla Munkholt", 0,
      "Several volunteers are called “Carla Munkholt”: Carla Munkholt (id 8), Carla Munkholt (id carla2). "
      "Give the id of the one you mean." },
    { "carla2", 9 },
    { "Dan Østerlide", 10 }, /* the other one is archived */
    { "Else Fjordby", 12 },  /* archived, but nobody else has the name */
    { "Else", 0, "There is no volunteer “Else”." },
    { "Xerxes", 0, "There is no volunteer “Xerxes”." },
    { "%s%n", 0, "There is no volunteer “%s%n”." },
    { "", 0, "There is no volunteer “”." },
  };

  Builder *builder = hv_roster_builder_new ();
  add_volunteer (builder, 1, NULL, "Anna Lindeskov");
  add_volunteer (builder, 2, "bo", "Karla Ølholt");
  add_volunteer (builder, 3, NULL, "Bo");
  add_volunteer (builder, 5, NULL, "Leif Ærensø");
  add_volunteer (builder, 6, NULL, "Jens Åbrink");
  add_volunteer (builder, 7, NULL, "Anna Maria Berg");
  add_volunteer (builder, 8, NULL, "Carla Munkholt");
  add_volunteer (builder, 9, "carla2", "Carla Munkholt");
  add_volunteer (builder, 10, NULL, "Dan Østerlide");
  add_volunteer (builder, 11, NULL, "Dan Østerlide")->archived = 1;
  add_volunteer (builder, 12, NULL, "Else Fjordby")->archived = 1;
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);
  check (roster, match_volunteer, HV_ERROR_UNKNOWN_VOLUNTEER, cases, G_N_ELEMENTS (cases));

  /* Without somebody to tell. */
  g_assert_null (hv_roster_match_volunteer (roster, "Carla Munkholt", NULL));
  g_assert_null (hv_roster_match_volunteer (roster, "Xerxes", NULL));
}

static void
test_ugly (void)
{
  Builder *builder = hv_roster_builder_new ();
  for (int i = 1; i <= 12; i++)
    add_volunteer (builder, i, NULL, "Anna");
  g_autoptr (HvRoster) roster = hv_roster_builder_end (builder);

  g_autoptr (GError) twelve = NULL;
  g_assert_null (hv_roster_match_volunteer (roster, "ANNA", &twelve));
  g_assert_cmpstr (twelve->message, ==,
                   "Several volunteers are called “ANNA”: Anna (id 1), Anna (id 2), Anna (id 3), Anna (id 4), "
                   "Anna (id 5), Anna (id 6), Anna (id 7), Anna (id 8) and 4 more. Give the id of the one you mean.");

  g_autoptr (GError) unreadable = NULL;
  g_assert_null (hv_roster_match_volunteer (roster, "T\xf8rring", &unreadable)); /* Windows-1252 */
  g_assert_true (g_utf8_validate (unreadable->message, -1, NULL));

  g_autofree char *endless = g_strnfill (100000, 'a');
  g_autoptr (GError) too_long = NULL;
  g_assert_null (hv_roster_match_volunteer (roster, endless, &too_long));
  g_assert_error (too_long, HV_ERROR, HV_ERROR_UNKNOWN_VOLUNTEER);
  g_assert_cmpuint (strlen (too_long->message), <, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-match/houses", test_houses);
  g_test_add_func ("/roster-match/many-houses", test_many_houses);
  g_test_add_func ("/roster-match/roles", test_roles);
  g_test_add_func ("/roster-match/volunteers", test_volunteers);
  g_test_add_func ("/roster-match/ugly", test_ugly);
  return g_test_run ();
}
