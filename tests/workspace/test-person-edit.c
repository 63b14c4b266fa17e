/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-edit.h"

#include "hv-error.h"
#include "hv-people-sample.h"

#include <string.h>

/* --- adding --- */

typedef struct
{
  const char *names;
  bool namesakes;
  const char *added; /* in the order of lines */
  guint left_out;
} Added;

static const Added added[] = {
  { "", false, "", 0 },
  { "\n \n\r\n", false, "", 0 },
  { "Ida Rønnehave", false, "Ida Rønnehave", 0 },
  { "Ida Rønnehave\r\n  Jens  Åbrink \n", false, "Ida Rønnehave|Jens Åbrink", 0 },
  { "Anna Lindeskov", false, "", 1 },
  { "ANNA LINDESKOV\nIda Rønnehave", false, "Ida Rønnehave", 1 },
  { "Ida\nIda\nida", false, "Ida", 2 },
  { "Ida\nIda", true, "Ida|Ida", 0 },
  { "Anna Lindeskov", true, "Anna Lindeskov", 0 },
  { "Ase Blaklint", false, "Ase Blaklint", 0 }, /* another name than Åse Blåklint */
  { "Åse Blåklint", false, "Åse Blåklint", 0 }, /* who is archived */
};

static char *
list_added (const HvEdit *edit)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvRecord *record = g_array_index (edit->puts, HvPut, i).record;
      if (record->kind == HV_KIND_VOLUNTEER)
        g_ptr_array_add (names, ((HvVolunteer *)record)->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **)names->pdata);
}

static void
test_add (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit =
          hv_person_edit_add (roster, added[i].names, HV_NONE, HV_NONE, added[i].namesakes, people_source, &error);
      g_assert_no_error (error);
      g_autofree char *names = list_added (edit);
      g_assert_cmpstr (names, ==, added[i].added);
      g_assert_cmpuint (edit->warnings->len, ==, added[i].left_out);
    }
}

static void
test_add_with_role (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (HvRoster) after = people_apply (
      roster, hv_person_edit_add (roster, "Ida\nJens", PEOPLE_HOST, PEOPLE_TORRING, false, people_source, NULL));
  const HvVolunteer *jens = hv_roster_match_volunteer (after, "jens", NULL);
  g_assert_nonnull (jens);
  g_assert_cmpint (hv_roster_get_home (after, jens->r.id), ==, PEOPLE_TORRING);
  g_assert_false (hv_roster_serves (after, jens->r.id, PEOPLE_JUELSMINDE));
  HvLevel level = HV_LEVEL_TRAINEE;
  g_assert_true (hv_roster_get_level (after, jens->r.id, PEOPLE_HOST, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_ABLE);
  g_assert_false (hv_roster_get_level (after, jens->r.id, PEOPLE_IT, &level));
}

/* One bad line refuses all, and is named. */
static void
test_add_refused (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  static const struct
  {
    const char *names;
    int code;
    const char *line;
  } table[] = {
    { "Ida\nBo 010180-1234\nJens", HV_ERROR_IDENTITY_NUMBER, "Line 2: " },
    { "Ida\n\n\xff", HV_ERROR_BAD_INPUT, "Line 3: " },
    { "Ida\nJens\tÅbrink", HV_ERROR_BAD_INPUT, "Line 2: " },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hv_person_edit_add (roster, table[i].names, HV_NONE, HV_NONE, false, people_source, &error));
      g_assert_error (error, HV_ERROR, table[i].code);
      g_assert_true (g_str_has_prefix (error->message, table[i].line));
    }
}

static void
test_add_thousands (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  for (int i = 0; i < 10000; i++)
    g_string_append_printf (names, "Person %d\n", i);
  g_autoptr (HvEdit) edit = hv_person_edit_add (roster, names->str, HV_NONE, HV_NONE, false, people_source, NULL);
  g_assert_cmpuint (edit->puts->len, ==, 10000);
}

/* --- fields --- */

static void
test_fields (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  const HvVolunteer *anna = people_find (roster, PEOPLE_ANNA);
  static const struct
  {
    HvPersonField field;
    const char *text;
    guint puts;
    guint warnings;
  } table[] = {
    { HV_PERSON_NAME, "Anna Lindeskov", 0, 0 }, /* as it was */
    { HV_PERSON_NAME, "Anna Fjordby", 1, 0 },
    { HV_PERSON_PHONE, "12 34 56 78", 0, 0 },
    { HV_PERSON_PHONE, "", 1, 0 },
    { HV_PERSON_EMAIL, "Anna@Example.org", 1, 0 }, /* her own, written otherwise */
    { HV_PERSON_EMAIL, "bo@example.org", 1, 0 },
    { HV_PERSON_LANGUAGE, "", 0, 0 },
    { HV_PERSON_LANGUAGE, "sv", 1, 0 },
    { HV_PERSON_NOTE, "drives a red car\n", 0, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit =
          hv_person_edit_set_field (roster, anna, table[i].field, table[i].text, people_source, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (edit->puts->len, ==, table[i].puts);
      g_assert_cmpuint (edit->warnings->len, ==, table[i].warnings);
    }
}

static void
test_field_refused (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (GError) error = NULL;
  g_assert_null (hv_person_edit_set_field (roster, people_find (roster, PEOPLE_ANNA), HV_PERSON_PHONE, "none",
                                           people_source, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
}

/* Couples share an address: said, not refused. */
static void
test_same_email (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (HvEdit) edit = hv_person_edit_set_field (roster, people_find (roster, PEOPLE_BO), HV_PERSON_EMAIL,
                                                      "ANNA@example.org", people_source, NULL);
  g_assert_cmpuint (edit->puts->len, ==, 1);
  g_assert_cmpuint (edit->warnings->len, ==, 1);
  g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).message, ==,
                   "Anna Lindeskov has the same e-mail address.");
}

static void
test_rename (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (HvRoster) after =
      people_apply (roster, hv_person_edit_set_field (roster, people_find (roster, PEOPLE_BO), HV_PERSON_NAME,
                                                      " Bø  Ågård ", people_source, NULL));
  g_assert_cmpstr (people_find (after, PEOPLE_BO)->name, ==, "Bø Ågård");
  g_assert_cmpstr (people_find (after, PEOPLE_BO)->key, ==, "bo agard");
}

/* --- roles --- */

static void
test_roles (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  const HvVolunteer *bo = people_find (roster, PEOPLE_BO);
  HvLevel level = HV_LEVEL_TRAINEE;

  g_autoptr (HvEdit) same = hv_person_edit_set_role (roster, bo, PEOPLE_IT, HV_LEVEL_ABLE, people_source);
  g_assert_true (hv_edit_is_empty (same));
  g_autoptr (HvEdit) none = hv_person_edit_drop_role (roster, bo, PEOPLE_HOST, people_source);
  g_assert_true (hv_edit_is_empty (none));

  g_autoptr (HvRoster) raised =
      people_apply (roster, hv_person_edit_set_role (roster, bo, PEOPLE_IT, HV_LEVEL_EXPERIENCED, people_source));
  g_assert_true (hv_roster_get_level (raised, PEOPLE_BO, PEOPLE_IT, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_EXPERIENCED);

  g_autoptr (HvRoster) both =
      people_apply (roster, hv_person_edit_set_role (roster, bo, PEOPLE_HOST, HV_LEVEL_TRAINEE, people_source));
  g_assert_true (hv_roster_get_level (both, PEOPLE_BO, PEOPLE_HOST, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_TRAINEE);

  g_autoptr (HvRoster) dropped = people_apply (roster, hv_person_edit_drop_role (roster, bo, PEOPLE_IT, people_source));
  g_assert_false (hv_roster_get_level (dropped, PEOPLE_BO, PEOPLE_IT, &level));
}

/* --- houses and keys --- */

static char *
show_houses (const HvRoster *roster, HvId volunteer)
{
  static const char letters[] = "-JTH";
  g_autoptr (GArray) houses = hv_person_edit_list_houses (roster, volunteer);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < houses->len; i++)
    g_string_append_c (text, letters[g_array_index (houses, HvId, i)]);
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      if (tie->key == 1)
        g_string_append_printf (text, " key %c", letters[tie->house]);
    }
  return g_string_free (text, FALSE);
}

static void
test_houses (void)
{
  static const struct
  {
    HvId houses[4];
    gsize n;
    const char *after; /* Anna serves Juelsminde, with a key, then Tørring */
  } table[] = {
    { { 0 }, 0, " key J" }, /* all houses, and the key stays hers */
    { { PEOPLE_JUELSMINDE, PEOPLE_TORRING }, 2, "JT key J" },
    { { PEOPLE_TORRING, PEOPLE_JUELSMINDE }, 2, "TJ key J" },
    { { PEOPLE_HEDENSTED }, 1, "H key J" },
    { { PEOPLE_HEDENSTED, PEOPLE_HEDENSTED, PEOPLE_TORRING }, 3, "HT key J" },
    { { PEOPLE_TORRING, PEOPLE_HEDENSTED, PEOPLE_JUELSMINDE }, 3, "THJ key J" },
  };
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvRoster) after =
          people_apply (roster, hv_person_edit_set_houses (roster, people_find (roster, PEOPLE_ANNA), table[i].houses,
                                                           table[i].n, people_source));
      g_autofree char *shown = show_houses (after, PEOPLE_ANNA);
      g_assert_cmpstr (shown, ==, table[i].after);
    }
  static const HvId same[] = { PEOPLE_JUELSMINDE, PEOPLE_TORRING };
  g_autoptr (HvEdit) nothing =
      hv_person_edit_set_houses (roster, people_find (roster, PEOPLE_ANNA), same, 2, people_source);
  g_assert_true (hv_edit_is_empty (nothing));
}

static void
test_keys (void)
{
  static const struct
  {
    HvId volunteer;
    HvId house;
    bool has_key;
    const char *after;
  } table[] = {
    { PEOPLE_ANNA, PEOPLE_JUELSMINDE, true, "JT key J" },
    { PEOPLE_ANNA, PEOPLE_JUELSMINDE, false, "JT" },
    { PEOPLE_ANNA, PEOPLE_HEDENSTED, true, "JT key J key H" },
    { PEOPLE_BO, PEOPLE_TORRING, true, " key T" }, /* serves all houses as before */
    { PEOPLE_BO, PEOPLE_TORRING, false, "" },
  };
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvRoster) after =
          people_apply (roster, hv_person_edit_set_key (roster, people_find (roster, table[i].volunteer),
                                                        table[i].house, table[i].has_key, people_source));
      g_autofree char *shown = show_houses (after, table[i].volunteer);
      g_assert_cmpstr (shown, ==, table[i].after);
    }
}

/* A key without serving the house goes with the key. */
static void
test_key_alone (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (HvRoster) with_key = people_apply (
      roster, hv_person_edit_set_key (roster, people_find (roster, PEOPLE_BO), PEOPLE_TORRING, true, people_source));
  g_autoptr (HvRoster) without =
      people_apply (with_key, hv_person_edit_set_key (with_key, people_find (with_key, PEOPLE_BO), PEOPLE_TORRING,
                                                      false, people_source));
  g_assert_cmpuint (hv_roster_list_of (without, HV_KIND_TIE, HV_KIND_VOLUNTEER, PEOPLE_BO)->len, ==, 0);
}

/* --- wishes --- */

static void
test_wishes (void)
{
  static const struct
  {
    HvWish wish;
    gint64 value;
    bool good;
    guint warnings;
  } table[] = {
    { HV_WISH_EIGHT_WEEKS, 4, true, 0 },
    { HV_WISH_EIGHT_WEEKS, 8, true, 0 },
    { HV_WISH_EIGHT_WEEKS, 9, true, 1 }, /* at most one a week */
    { HV_WISH_EIGHT_WEEKS, HV_NONE, true, 0 },
    { HV_WISH_EIGHT_WEEKS, 113, false, 0 },
    { HV_WISH_WEEK, 0, true, 0 },
    { HV_WISH_WEEK, -1, false, 0 },
    { HV_WISH_WEEK, 15, false, 0 },
    { HV_WISH_FOUR_WEEKS, 56, true, 0 },
    { HV_WISH_REST, 11, true, 0 },
    { HV_WISH_REST, HV_NONE, true, 0 },
    { HV_WISH_REST, 1000, false, 0 },
  };
  HvVolunteer *ida = hv_record_new (HV_KIND_VOLUNTEER, 90);
  hv_volunteer_set_name (ida, "Ida Rønnehave");
  ida->most_week = 1;
  g_autoptr (HvRoster) roster = people_build (ida, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_person_edit_set_wish (roster, people_find (roster, 90), table[i].wish,
                                                         table[i].value, people_source, &error);
      g_assert_true ((edit != NULL) == table[i].good);
      if (!table[i].good)
        {
          g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
          continue;
        }
      g_assert_cmpuint (edit->warnings->len, ==, table[i].warnings);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      g_assert_cmpint (hv_wish_get (people_find (after, 90), table[i].wish), ==, table[i].value);
    }
}

/* --- pairs --- */

static char *
show_pairs (const HvRoster *roster, HvId volunteer)
{
  static const char *const names[] = { "together", "never", "drives" };
  const GPtrArray *pairs = hv_roster_list_of (roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, volunteer);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvPair *pair = g_ptr_array_index (pairs, i);
      HvId other = pair->a == volunteer ? pair->b : pair->a;
      g_string_append_printf (text, "%s%s %d", i == 0 ? "" : ", ", names[pair->pair_kind], (int)other);
    }
  return g_string_free (text, FALSE);
}

static void
test_pairs (void)
{
  static const struct
  {
    HvId a;
    HvId b;
    HvPairKind kind;
    const char *after; /* of Anna, who is with Bo (21), in a record that he holds */
  } table[] = {
    { PEOPLE_ANNA, PEOPLE_BO, HV_PAIR_TOGETHER, "together 21" },
    { PEOPLE_BO, PEOPLE_ANNA, HV_PAIR_TOGETHER, "together 21" },
    { PEOPLE_ANNA, PEOPLE_BO, HV_PAIR_DRIVES, "together 21, drives 21" },
    { PEOPLE_ANNA, PEOPLE_BO, HV_PAIR_NEVER, "never 21" },
    { PEOPLE_ANNA, PEOPLE_LEIF, HV_PAIR_NEVER, "together 21, never 23" },
  };
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvEdit *edit = hv_person_edit_add_pair (roster, people_find (roster, table[i].a),
                                              people_find (roster, table[i].b), table[i].kind, people_source, NULL);
      g_autoptr (HvRoster) after = people_apply (roster, edit);
      g_autofree char *shown = show_pairs (after, PEOPLE_ANNA);
      g_assert_cmpstr (shown, ==, table[i].after);
    }

  g_autoptr (GError) error = NULL;
  const HvVolunteer *anna = people_find (roster, PEOPLE_ANNA);
  g_assert_null (hv_person_edit_add_pair (roster, anna, anna, HV_PAIR_NEVER, people_source, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);

  const HvPair *pair = hv_roster_find (roster, HV_KIND_PAIR, 40);
  g_autoptr (HvRoster) dropped = people_apply (roster, hv_person_edit_drop_pair (roster, pair, people_source));
  g_autofree char *shown = show_pairs (dropped, PEOPLE_ANNA);
  g_assert_cmpstr (shown, ==, "");
}

/* --- being there --- */

static void
test_days (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  const HvVolunteer *bo = people_find (roster, PEOPLE_BO);
  static const struct
  {
    gint64 from; /* days after Monday of week 19 */
    gint64 until;
    bool good;
  } table[] = {
    { HV_NONE, HV_NONE, true },
    { 0, HV_NONE, true },
    { HV_NONE, 0, true },
    { 0, 0, true },
    { 0, 30, true },
    { 1, 0, false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 from = table[i].from == HV_NONE ? HV_NONE : PEOPLE_MONDAY + table[i].from;
      gint64 until = table[i].until == HV_NONE ? HV_NONE : PEOPLE_MONDAY + table[i].until;
      g_autoptr (HvEdit) edit = hv_person_edit_set_days (roster, bo, from, until, people_source, &error);
      g_assert_true ((edit != NULL) == table[i].good);
      g_assert_true ((error == NULL) == table[i].good);
    }
}

static void
test_archive (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  const HvVolunteer *anna = people_find (roster, PEOPLE_ANNA);
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, PEOPLE_ANNA);

  /* On Tuesday of week 19: Monday's duty has been, the one of week 20 becomes a gap. */
  HvMinute now = hv_minute_at (PEOPLE_MONDAY + 1, 0);
  g_autoptr (HvRoster) after = people_apply (roster, hv_person_edit_archive (roster, anna, duties, now, people_source));
  g_assert_cmpint (people_find (after, PEOPLE_ANNA)->archived, ==, 1);
  g_assert_nonnull (hv_roster_find_assignment (after, PEOPLE_DUTY_ANNA));
  g_assert_null (hv_roster_find_assignment (after, PEOPLE_DUTY_ANNA_LATER));
  g_assert_nonnull (hv_roster_find_assignment (after, PEOPLE_DUTY_BO));

  g_autoptr (HvRoster) back =
      people_apply (after, hv_person_edit_unarchive (after, people_find (after, PEOPLE_ANNA), people_source));
  g_assert_cmpint (people_find (back, PEOPLE_ANNA)->archived, ==, 0);
  g_assert_null (hv_roster_find_assignment (back, PEOPLE_DUTY_ANNA_LATER));
}

/* Somebody archived would be placed again by the next generated week. */
static void
test_archive_regular (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (HvRoster) after = people_apply (
      roster, hv_person_edit_archive (roster, people_find (roster, PEOPLE_GERDA), none, 0, people_source));
  g_assert_cmpuint (hv_roster_list (after, HV_KIND_REGULAR)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-edit/add", test_add);
  g_test_add_func ("/person-edit/add-with-role", test_add_with_role);
  g_test_add_func ("/person-edit/add-refused", test_add_refused);
  g_test_add_func ("/person-edit/add-thousands", test_add_thousands);
  g_test_add_func ("/person-edit/fields", test_fields);
  g_test_add_func ("/person-edit/field-refused", test_field_refused);
  g_test_add_func ("/person-edit/same-email", test_same_email);
  g_test_add_func ("/person-edit/rename", test_rename);
  g_test_add_func ("/person-edit/roles", test_roles);
  g_test_add_func ("/person-edit/houses", test_houses);
  g_test_add_func ("/person-edit/keys", test_keys);
  g_test_add_func ("/person-edit/key-alone", test_key_alone);
  g_test_add_func ("/person-edit/wishes", test_wishes);
  g_test_add_func ("/person-edit/pairs", test_pairs);
  g_test_add_func ("/person-edit/days", test_days);
  g_test_add_func ("/person-edit/archive", test_archive);
  g_test_add_func ("/person-edit/archive-regular", test_archive_regular);
  return g_test_run ();
}
