/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-sentence.h"

static char *
say (const HvRoster *roster, HvId shift, HvLanguage language)
{
  g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
  return week_plain (hv_sentence_make (outlook, roster, week_find_opening (roster, shift), language));
}

/* The model sentences of the design; openings 10–13. */
static void
test_models (void)
{
  static const struct
  {
    HvId house;
    const char *day;
    int expected;
    int people;
    HvLanguage language;
    const char *sentence;
  } cases[] = {
    { JUELSMINDE, MONDAY, 53, 3, HV_LANGUAGE_EN,
      "Juelsminde, Monday in week 19: Too few. 3 helpers can take about 30 visits, but 53 are expected (usually "
      "31–77). "
      "2 are missing 10–13. People wait about 45 min, the last ones about 75 min, and about 15 are still waiting at "
      "closing, 13:00. With 5 helpers: about 6 min." },
    { JUELSMINDE, MONDAY, 53, 3, HV_LANGUAGE_DA,
      "Juelsminde, mandag i uge 19: For få. 3 hjælpere kan nå ca. 30 besøg, men der forventes 53 (oftest 31–77). Der "
      "mangler 2 kl. 10–13. Ventetiden bliver ca. 45 min., for de sidste ca. 75 min., og ca. 15 venter stadig ved "
      "lukketid kl. 13. Med 5 hjælpere: ca. 6 min." },
    { JUELSMINDE, MONDAY, 53, 3, HV_LANGUAGE_SV,
      "Juelsminde, måndag vecka 19: För få. 3 hjälpare hinner med ca 30 besök, men 53 förväntas (oftast 31–77). 2 "
      "saknas kl. 10–13. Väntetiden blir ca 45 min, för de sista ca 75 min, och ca 15 väntar fortfarande vid stängning "
      "kl. 13. Med 5 hjälpare: ca 6 min." },
    { JUELSMINDE, MONDAY, 53, 5, HV_LANGUAGE_EN,
      "Juelsminde, Monday in week 19: Tight. 5 helpers can take about 57 visits, and 53 are expected (usually 31–77). "
      "People wait about 6 min, but on a busy day with 75 visits about 25 min, and then about 13 are still waiting at "
      "closing, 13:00. With 6 helpers on a busy day: about 11 min." },
    { JUELSMINDE, MONDAY, 53, 5, HV_LANGUAGE_DA,
      "Juelsminde, mandag i uge 19: Stramt. 5 hjælpere kan nå ca. 57 besøg, og der forventes 53 (oftest 31–77). "
      "Ventetiden bliver ca. 6 min., men på en travl dag med 75 besøg ca. 25 min., og så venter ca. 13 stadig ved "
      "lukketid kl. 13. Med 6 hjælpere på en travl dag: ca. 11 min." },
    { TORRING, WEDNESDAY, 20, 3, HV_LANGUAGE_EN,
      "Tørring, Wednesday in week 19: Enough. 3 helpers are enough for 20 expected visits (usually 11–30). People wait "
      "about 2 min. If one cannot come: about 12 min." },
    { TORRING, WEDNESDAY, 20, 3, HV_LANGUAGE_DA,
      "Tørring, onsdag i uge 19: Nok. 3 hjælpere er nok til 20 forventede besøg (oftest 11–30). Ventetiden bliver ca. "
      "2 "
      "min. Melder én afbud: ca. 12 min." },
    { TORRING, WEDNESDAY, 20, 3, HV_LANGUAGE_SV,
      "Tørring, onsdag vecka 19: Räcker. 3 hjälpare räcker till 20 förväntade besök (oftast 11–30). Väntetiden blir ca "
      "2 "
      "min. Om en lämnar återbud: ca 12 min." },
    { JUELSMINDE, MONDAY, 53, 0, HV_LANGUAGE_EN,
      "Juelsminde, Monday in week 19: Too few. Nobody is on duty, and 53 visits are expected (usually 31–77). With 5 "
      "helpers: about 6 min." },
    { JUELSMINDE, MONDAY, 53, 4, HV_LANGUAGE_EN,
      "Juelsminde, Monday in week 19: Too few. 4 helpers can take about 43 visits, but 53 are expected (usually "
      "31–77). "
      "1 is missing 10–13. People wait about 17 min, the last ones about 25 min, and about 6 are still waiting at "
      "closing, 13:00. With 5 helpers: about 6 min." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, cases[i].house, IT, cases[i].day, "10:00", "13:00", 3);
      week_expect (world, shift, cases[i].expected);
      week_put (world, shift, ANNA, cases[i].people);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autofree char *sentence = say (roster, shift, cases[i].language);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What is beside the waiting: nothing known, other models, missing roles. */
static void
test_others (void)
{
  static const struct
  {
    const char *what;
    HvDemandModel model;
    int guests; /* or −1 */
    bool host;  /* a host is asked for, and missing */
    int people;
    const char *sentence;
  } cases[] = {
    { "nothing known", HV_MODEL_QUEUE, -1, false, 3,
      "Juelsminde, Monday in week 19: No estimate yet. Type how many visits you expect, or count a few weeks." },
    { "a fixed number", HV_MODEL_FIXED, -1, false, 3, "Juelsminde, Monday in week 19: Enough. 3 of 3 on duty." },
    { "a fixed number, too few", HV_MODEL_FIXED, -1, false, 2,
      "Juelsminde, Monday in week 19: Too few. 2 of 3 on duty." },
    { "guests", HV_MODEL_GUESTS, 120, false, 4,
      "Juelsminde, Monday in week 19: Enough. 4 of 4 on duty for 120 expected guests." },
    { "no host", HV_MODEL_FIXED, -1, true, 3,
      "Juelsminde, Monday in week 19: Too few. Missing: Coffee host. 3 of 3 on duty." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_autoptr (World) world = world_new ();
      HvHouse *house = world_get (world, HV_KIND_HOUSE, JUELSMINDE);
      house->model = cases[i].model;
      house->guests_per = 30;
      HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
      HvOpening *opening =
          world_get (world, HV_KIND_OPENING, ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->opening);
      if (cases[i].guests >= 0)
        opening->guests = cases[i].guests;
      if (cases[i].host)
        world_add_shift (world, shift, HOST, "10:00", "13:00", 1);
      week_put (world, shift, ANNA, cases[i].people);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autofree char *sentence = say (roster, shift, HV_LANGUAGE_EN);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What an opening without anybody who serves visitors has to say. */
static void
test_nobody_to_serve (void)
{
  static const struct
  {
    const char *what;
    int expected; /* or −1 */
    bool host;    /* a coffee host is planned, with somebody on it */
    const char *again;
    const char *sentence;
  } cases[] = {
    { "no shift", -1, false, NULL, "Juelsminde, Monday in week 19: Too few. No shift is planned." },
    { "no shift, visits", 53, false, NULL,
      "Juelsminde, Monday in week 19: Too few. No shift is planned. Nobody is on duty, and 53 visits are expected "
      "(usually 31–77). With 5 helpers: about 6 min." },
    { "a host", 53, true, NULL,
      "Juelsminde, Monday in week 19: Too few. One person is alone on duty 10–13. Nobody on duty helps visitors, and "
      "53 visits are "
      "expected (usually 31–77). With 5 helpers: about 6 min." },
    { "twice a day", -1, false, "17:00", "Juelsminde, Monday 10–13 in week 19: Too few. No shift is planned." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, HOST, MONDAY, "10:00", "13:00", 1);
      HvId opening = ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->opening;
      if (cases[i].expected >= 0)
        week_expect (world, shift, cases[i].expected);
      if (cases[i].again != NULL)
        world_open (world, JUELSMINDE, IT, MONDAY, cases[i].again, "19:00", 1);
      week_put (world, shift, FINN, cases[i].host);
      if (!cases[i].host)
        ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->opening = HV_NONE;
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
      g_autofree char *sentence =
          week_plain (hv_sentence_make (outlook, roster, hv_roster_find_opening (roster, opening), HV_LANGUAGE_EN));
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* An evening with hosts only is judged by their own number. */
static void
test_hosts_only (void)
{
  static const struct
  {
    HvDemandModel model;
    int guests; /* or −1 */
    int hosts;
    const char *sentence;
  } cases[] = {
    { HV_MODEL_FIXED, -1, 2, "Juelsminde, Monday in week 19: Enough. 2 of 2 on duty." },
    { HV_MODEL_FIXED, -1, 1, "Juelsminde, Monday in week 19: Too few. Coffee host: 1 is missing. 1 of 2 on duty." },
    { HV_MODEL_FIXED, -1, 0, "Juelsminde, Monday in week 19: Too few. Coffee host: nobody on duty. 0 of 2 on duty." },
    { HV_MODEL_GUESTS, 120, 2, "Juelsminde, Monday in week 19: Enough. 2 of 2 on duty." },
    { HV_MODEL_GUESTS, -1, 2, "Juelsminde, Monday in week 19: Enough. 2 of 2 on duty." },
    { HV_MODEL_QUEUE, -1, 2, "Juelsminde, Monday in week 19: Too few. Nobody on duty helps visitors." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvHouse *house = world_get (world, HV_KIND_HOUSE, JUELSMINDE);
      house->model = cases[i].model;
      house->guests_per = 30;
      HvId shift = world_open (world, JUELSMINDE, HOST, MONDAY, "18:00", "20:00", 2);
      HvOpening *opening =
          world_get (world, HV_KIND_OPENING, ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->opening);
      if (cases[i].guests >= 0)
        opening->guests = cases[i].guests;
      for (int j = 0; j < cases[i].hosts; j++)
        {
          world_set_level (world, ANNA + j, HOST, HV_LEVEL_ABLE);
          world_assign (world, shift, ANNA + j);
        }
      g_autoptr (HvRoster) roster = world_end (world);
      g_autofree char *sentence = say (roster, shift, HV_LANGUAGE_EN);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_short (void)
{
  g_autoptr (World) world = world_new ();
  WeekShifts shifts = week_19 (world, 3, 3, 3);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
  g_autofree char *sentence =
      week_plain (hv_sentence_make_short (outlook, roster, week_find_opening (roster, shifts.torring), HV_LANGUAGE_EN));
  g_assert_cmpstr (sentence, ==,
                   "Enough. 3 helpers are enough for 20 expected visits (usually 11–30). People wait about 2 min. If "
                   "one cannot come: about 12 min.");
}

static void
test_waits (void)
{
  static const struct
  {
    double minutes;
    int rounded;
    const char *en;
    const char *da;
  } cases[] = {
    { 0, 0, "under 1 min", "under 1 min." },     { 0.49, 0, "under 1 min", "under 1 min." },
    { 0.5, 1, "about 1 min", "ca. 1 min." },     { 6.2, 6, "about 6 min", "ca. 6 min." },
    { 19.4, 19, "about 19 min", "ca. 19 min." }, { 19.6, 20, "about 20 min", "ca. 20 min." },
    { 22.4, 20, "about 20 min", "ca. 20 min." }, { 22.6, 25, "about 25 min", "ca. 25 min." },
    { 44.7, 45, "about 45 min", "ca. 45 min." }, { 97.6, 100, "about 100 min", "ca. 100 min." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *en = week_plain (hv_sentence_format_wait (cases[i].minutes, HV_LANGUAGE_EN));
      g_autofree char *da = week_plain (hv_sentence_format_wait (cases[i].minutes, HV_LANGUAGE_DA));
      g_assert_cmpint (hv_sentence_round_wait (cases[i].minutes), ==, cases[i].rounded);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (da, ==, cases[i].da);
    }
}

static void
test_light_words (void)
{
  static const struct
  {
    HvLight light;
    const char *words[3]; /* en, da, sv */
  } cases[] = {
    { HV_LIGHT_GREEN, { "Enough", "Nok", "Räcker" } },
    { HV_LIGHT_YELLOW, { "Tight", "Stramt", "Knappt" } },
    { HV_LIGHT_RED, { "Too few", "For få", "För få" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int language = 0; language < 3; language++)
      g_assert_cmpstr (hv_sentence_get_light_word (cases[i].light, (HvLanguage)language), ==, cases[i].words[language]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/models", test_models);
  g_test_add_func ("/sentence/others", test_others);
  g_test_add_func ("/sentence/nobody-to-serve", test_nobody_to_serve);
  g_test_add_func ("/sentence/hosts-only", test_hosts_only);
  g_test_add_func ("/sentence/short", test_short);
  g_test_add_func ("/sentence/waits", test_waits);
  g_test_add_func ("/sentence/light-words", test_light_words);
  return g_test_run ();
}
