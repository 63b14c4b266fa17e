/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-assessment.h"

#include <math.h>

#define MOST_CREW 50

/* An opening from 13 to 16 with the defaults and a crew that is there all the time. */
typedef struct
{
  HvCrewSpan crew[MOST_CREW];
  HvDemandInput input;
} Facts;

static void
facts_init (Facts *facts, double visits, int helpers)
{
  for (int i = 0; i < MOST_CREW; i++)
    facts->crew[i] = (HvCrewSpan){ -30, 180 };
  facts->input = (HvDemandInput){
    .model = HV_MODEL_QUEUE,
    .terms = { .length = 180, .minutes = 15, .target_share = 0.8, .target_minutes = 15, .door = 0.1, .least = 2 },
    .known = true,
    .visits = visits,
    .typed = true,
    .crew = facts->crew,
    .n_crew = (gsize)helpers,
    .crew_after = -1,
    .minimum = 3,
    .wanted = -1
  };
}

static HvDemandResult
assess (const Facts *facts)
{
  HvDemandResult result = { 0 };
  g_assert_cmpint (hv_demand_assess (&facts->input, &result), ==, HV_WAITING_OK);
  return result;
}

/* --- what each crew means, with the defaults --- */

static const struct
{
  int visits;
  int helpers;
  int capacity;
  int risk;
  int wait;
  int late;
  int last;
  int queue;
  double waiting;
  int home;
  int busy_visits;
  int busy_wait;
  double busy_waiting;
  const char *light;
} meanings[] = {
  { 53, 3, 30, 91, 45, 73, 77, 14, 15, 95, 75, 98, 36, "red" },
  { 53, 4, 43, 67, 17, 41, 25, 6, 6, 45, 75, 50, 24, "red" },
  { 53, 5, 57, 38, 6, 14, 7, 2, 2, 28, 75, 24, 13, "yellow" },
  { 53, 6, 71, 16, 2, 3, 2, 1, 0.5, 23, 75, 11, 5, "green" },
  { 20, 2, 17, 59, 12, 28, 16, 1, 1.5, 24, 28, 29, 5, "red" },
  { 20, 3, 30, 10, 2, 5, 2, 0, 0.2, 14, 28, 7, 1, "green" },
  { 17, 1, 5, 98, 57, 71, 92, 5, 5, 91, 24, 104, 12, "red" },
  { 17, 2, 17, 43, 8, 19, 10, 1, 0.8, 17, 24, 19, 3, "red" },
  { 17, 3, 30, 4, 1, 3, 1, 0, 0.1, 11, 24, 4, 0.5, "green" },
};

static void
test_meanings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      g_autofree char *row = g_strdup_printf ("%d visits, crew %d", meanings[i].visits, meanings[i].helpers);
      Facts facts;
      HvCrewMeaning meaning = { 0 };

      facts_init (&facts, meanings[i].visits, meanings[i].helpers);
      HvDemandResult result = assess (&facts);
      check_near (row, "capacity", result.capacity, meanings[i].capacity, 0.5);
      check_near (row, "risk", 100 * result.risk, meanings[i].risk, 0.51);
      check_near (row, "wait", result.wait_mean, meanings[i].wait, 0.5);
      check_near (row, "late share", 100 * result.late_share, meanings[i].late, 0.51);
      check_near (row, "wait of the last", result.wait_last, meanings[i].last, 0.5);
      check_near (row, "longest queue", result.queue_longest, meanings[i].queue, 0.5);
      check_near (row, "waiting at closing", result.waiting_close, meanings[i].waiting, 0.5);
      check_near (row, "home after closing", result.finish, meanings[i].home, 0.55);
      check_near (row, "busy day", result.busy_visits, meanings[i].busy_visits, 0.5);
      check_near (row, "wait on a busy day", result.busy_wait, meanings[i].busy_wait, 0.5);
      check_near (row, "waiting on a busy day", result.busy_waiting_close, meanings[i].busy_waiting, 0.5);
      g_assert_cmpstr (hv_light_get_name (result.light), ==, meanings[i].light);

      g_assert_cmpint (hv_demand_assess_crew (&facts.input, meanings[i].helpers, &meaning), ==, HV_WAITING_OK);
      g_assert_cmpfloat (meaning.wait_mean, ==, result.wait_mean);
      g_assert_cmpfloat (meaning.wait_worst, ==, result.wait_worst);
      g_assert_cmpfloat (meaning.waiting_close, ==, result.waiting_close);
      g_assert_cmpfloat (meaning.capacity, ==, result.capacity);
      g_assert_cmpfloat (meaning.risk, ==, result.risk);
      g_assert_cmpstr (hv_light_get_name (meaning.light), ==, meanings[i].light);
    }
}

/* The sentences of a red, a yellow and a green Monday. */
static void
test_sentences (void)
{
  Facts facts;

  facts_init (&facts, 53, 3);
  HvDemandResult red = assess (&facts);
  g_assert_cmpint (red.needed, ==, 5);
  g_assert_cmpint (red.suggested, ==, 5);
  g_assert_cmpuint (red.n_shortages, ==, 1);
  g_assert_cmpfloat (red.shortages[0].from, ==, 0);
  g_assert_cmpfloat (red.shortages[0].to, ==, 180);
  g_assert_cmpint (red.shortages[0].by, ==, 2);
  g_assert_cmpfloat (red.low, ==, 31);
  g_assert_cmpfloat (red.high, ==, 77);
  check_near ("red", "wait with the needed crew", red.needed_wait, 6, 0.5);

  facts_init (&facts, 53, 5);
  HvDemandResult yellow = assess (&facts);
  g_assert_cmpuint (yellow.n_shortages, ==, 0);
  g_assert_cmpint (yellow.comfortable, ==, 6);
  check_near ("yellow", "busy wait with one more", yellow.busy_comfortable_wait, 11, 0.5);

  facts_init (&facts, 20, 3);
  HvDemandResult green = assess (&facts);
  g_assert_cmpint (green.needed, ==, 3);
  g_assert_cmpfloat (green.low, ==, 11);
  g_assert_cmpfloat (green.high, ==, 30);
  check_near ("green", "wait with one fewer", green.one_fewer_wait, 12, 0.5);

  facts_init (&facts, 20, 2);
  check_near ("two for twenty", "wait with one fewer", assess (&facts).one_fewer_wait, 76, 0.5);
}

/* Per half hour: the first comes with those at the door; together they are the day. */
static void
test_half_hours (void)
{
  Facts facts;
  double visits = 0;
  double waited = 0;

  facts_init (&facts, 53, 3);
  HvDemandResult result = assess (&facts);
  g_assert_cmpuint (result.n_half_hours, ==, 6);
  check_near ("13.00–13.30", "visits", result.half_hour_visits[0], 53 * 0.1 + 53 * 0.9 / 6, 1e-9);
  for (gsize i = 0; i < 6; i++)
    {
      visits += result.half_hour_visits[i];
      waited += result.half_hour_visits[i] * result.half_hour_wait[i];
    }
  check_near ("all half hours", "visits", visits, 53, 1e-9);
  check_near ("all half hours", "wait", waited / visits, result.wait_mean, 1e-9);
  g_assert_cmpfloat (result.wait_worst_hour, <, result.wait_worst);
  g_assert_cmpfloat (result.wait_worst_hour, >, result.half_hour_wait[4]);
}

/* --- needed, and the number the coordinator typed --- */

static const struct
{
  const char *what;
  int helpers;
  int minimum;
  int wanted;
  int needed;
  int hours[3];
  int short_by;
} typed[] = {
  { "computed", 3, 0, -1, 5, { 5, 5, 5 }, 2 },      { "minimum below", 3, 3, -1, 5, { 5, 5, 5 }, 2 },
  { "minimum above", 5, 7, -1, 7, { 7, 7, 7 }, 2 }, { "fixed below", 3, 3, 4, 4, { 4, 4, 4 }, 1 },
  { "fixed above", 6, 3, 8, 8, { 8, 8, 8 }, 2 },    { "fixed at nobody", 0, 3, 0, 0, { 0, 0, 0 }, 0 },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      Facts facts;

      g_test_message ("%s", typed[i].what);
      facts_init (&facts, 53, typed[i].helpers);
      facts.input.minimum = typed[i].minimum;
      facts.input.wanted = typed[i].wanted;
      HvDemandResult result = assess (&facts);
      g_assert_cmpint (result.suggested, ==, 5);
      g_assert_cmpint (result.needed, ==, typed[i].needed);
      for (gsize j = 0; j < 3; j++)
        g_assert_cmpint (result.hours[j], ==, typed[i].hours[j]);
      g_assert_cmpint (result.n_shortages > 0 ? result.shortages[0].by : 0, ==, typed[i].short_by);
    }
}

/* --- lights --- */

static void
test_unknown (void)
{
  Facts facts;

  facts_init (&facts, 0, 3);
  facts.input.known = false;
  facts.input.visits = NAN;
  HvDemandResult result = assess (&facts);
  g_assert_cmpint (result.light, ==, HV_LIGHT_GREY);
  g_assert_false (result.waits);
  g_assert_cmpint (result.suggested, ==, -1);
  g_assert_cmpint (result.needed, ==, 3);
  check_near ("unknown", "capacity", result.capacity, 30, 0.5);
  check_near ("unknown", "risk", result.risk, -1, 0);

  facts.input.n_crew = 0;
  g_assert_cmpint (assess (&facts).light, ==, HV_LIGHT_RED);
}

static const struct
{
  const char *what;
  double visits;
  HvCrewSpan crew[4];
  gsize n_crew;
  int fewest;
  int most;
  HvLight light;
} crews[] = {
  { "nobody", 20, { { 0, 0 } }, 0, 0, 0, HV_LIGHT_RED },
  { "nobody for nobody", 0, { { 0, 0 } }, 0, 0, 0, HV_LIGHT_RED },
  { "three", 20, { { 0, 180 }, { 0, 180 }, { 0, 180 } }, 3, 3, 3, HV_LIGHT_GREEN },
  { "three for nobody", 0, { { 0, 180 }, { 0, 180 }, { 0, 180 } }, 3, 3, 3, HV_LIGHT_GREEN },
  { "a fourth in the middle", 20, { { 60, 90 }, { 0, 180 }, { 0, 180 }, { 0, 180 } }, 4, 3, 4, HV_LIGHT_GREEN },
  { "one is alone for a minute", 5, { { 0, 180 }, { 0, 90 }, { 91, 180 } }, 3, 1, 2, HV_LIGHT_RED },
  { "one takes over from another", 10, { { 0, 180 }, { 0, 90 }, { 90, 180 } }, 3, 2, 2, HV_LIGHT_GREEN },
  { "outside the opening", 20, { { -60, 0 }, { 180, 240 }, { 50, 50 }, { 90, 80 } }, 4, 0, 0, HV_LIGHT_RED },
  { "around the opening", 20, { { -60, 240 }, { -60, 240 }, { -1, 181 } }, 3, 3, 3, HV_LIGHT_GREEN },
  { "a locked door at the end", 20, { { 0, 170 }, { 0, 170 }, { 0, 170 } }, 3, 0, 3, HV_LIGHT_RED },
};

static void
test_crews (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (crews); i++)
    {
      Facts facts;

      g_test_message ("%s", crews[i].what);
      facts_init (&facts, crews[i].visits, 0);
      facts.input.crew = crews[i].crew;
      facts.input.n_crew = crews[i].n_crew;
      HvDemandResult result = assess (&facts);
      g_assert_cmpint (result.fewest, ==, crews[i].fewest);
      g_assert_cmpint (result.most, ==, crews[i].most);
      g_assert_cmpint (result.light, ==, crews[i].light);
    }
}

/* Who is never helped waits without end, and so does the mean. */
static void
test_endless (void)
{
  Facts facts;

  facts_init (&facts, 20, 0);
  HvDemandResult result = assess (&facts);
  g_assert_cmpfloat (result.wait_mean, ==, HV_WAITING_FOREVER);
  g_assert_cmpfloat (result.wait_worst, ==, HV_WAITING_FOREVER);
  g_assert_cmpfloat (result.finish, ==, HV_WAITING_FOREVER);
  g_assert_cmpfloat (result.capacity, ==, 0);
  check_near ("nobody", "waiting at closing", result.waiting_close, 20, 1e-6);

  facts_init (&facts, 20, 1);
  g_assert_cmpfloat (assess (&facts).one_fewer_wait, ==, HV_WAITING_FOREVER);

  facts_init (&facts, 53, 3);
  facts.input.crew_after = 0;
  g_assert_cmpfloat (assess (&facts).wait_last, ==, HV_WAITING_FOREVER);
}

/* A wait of half an hour in some hour is red, however small the risk. */
static void
test_bad_wait (void)
{
  Facts facts;

  facts_init (&facts, 20, 2);
  facts.input.terms.target_minutes = 60;
  facts.input.terms.target_share = 0.5;
  HvDemandResult result = assess (&facts);
  g_assert_cmpfloat (result.risk, <, 0.2);
  g_assert_cmpint (result.light, ==, HV_LIGHT_GREEN);

  facts.input.visits = 28;
  result = assess (&facts);
  g_assert_cmpfloat (result.wait_worst_hour, >, 30);
  g_assert_cmpint (result.light, ==, HV_LIGHT_RED);
}

static void
test_uncertain (void)
{
  Facts facts;

  facts_init (&facts, 20, 3);
  facts.input.seen = 2;
  facts.input.phi = 0.3;
  g_assert_false (assess (&facts).uncertain);

  facts.input.typed = false;
  HvDemandResult result = assess (&facts);
  g_assert_true (result.uncertain);
  g_assert_cmpfloat (result.high, >, 30);
  facts.input.seen = 3;
  g_assert_false (assess (&facts).uncertain);
}

/* --- the other models --- */

static const struct
{
  const char *what;
  HvDemandModel model;
  double guests;
  double guests_per;
  int wanted;
  int helpers;
  int suggested;
  int needed;
  HvLight light;
} models[] = {
  { "120 guests, one for 40", HV_MODEL_GUESTS, 120, 40, -1, 3, 3, 3, HV_LIGHT_GREEN },
  { "121 guests, one for 40", HV_MODEL_GUESTS, 121, 40, -1, 3, 4, 4, HV_LIGHT_RED },
  { "no guests", HV_MODEL_GUESTS, 0, 40, -1, 3, 2, 3, HV_LIGHT_GREEN },
  { "100 000 guests", HV_MODEL_GUESTS, 100000, 40, -1, 3, 2500, 2500, HV_LIGHT_RED },
  { "guests without a number", HV_MODEL_GUESTS, 120, 0, -1, 3, 2, 3, HV_LIGHT_GREEN },
  { "fixed", HV_MODEL_FIXED, 0, 0, 4, 4, -1, 4, HV_LIGHT_GREEN },
  { "fixed, one missing", HV_MODEL_FIXED, 0, 0, 4, 3, -1, 4, HV_LIGHT_RED },
  { "fixed by the minimum", HV_MODEL_FIXED, 0, 0, -1, 3, -1, 3, HV_LIGHT_GREEN },
};

static void
test_models (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
    {
      Facts facts;

      g_test_message ("%s", models[i].what);
      facts_init (&facts, models[i].guests, models[i].helpers);
      facts.input.model = models[i].model;
      facts.input.guests_per = models[i].guests_per;
      facts.input.wanted = models[i].wanted;
      HvDemandResult result = assess (&facts);
      g_assert_false (result.waits);
      g_assert_cmpint (result.suggested, ==, models[i].suggested);
      g_assert_cmpint (result.needed, ==, models[i].needed);
      g_assert_cmpint (result.light, ==, models[i].light);
      check_near (models[i].what, "risk", result.risk, -1, 0);
      check_near (models[i].what, "capacity", result.capacity, -1, 0);
    }
}

/* --- what is refused, and what is not --- */

static void
test_refused (void)
{
  static const struct
  {
    const char *what;
    double length, minutes, share, target, door, patience, visits, phi;
    int least;
    HvWaitingStatus expected;
  } rows[] = {
    { "no length", 0, 15, 0.8, 15, 0.1, 0, 20, 0.1, 2, HV_WAITING_BAD_INTERVALS },
    { "49 hours", 2941, 15, 0.8, 15, 0.1, 0, 20, 0.1, 2, HV_WAITING_BAD_INTERVALS },
    { "length NaN", NAN, 15, 0.8, 15, 0.1, 0, 20, 0.1, 2, HV_WAITING_BAD_INTERVALS },
    { "0 minutes", 180, 0, 0.8, 15, 0.1, 0, 20, 0.1, 2, HV_WAITING_BAD_MINUTES },
    { "target 120 %", 180, 15, 1.2, 15, 0.1, 0, 20, 0.1, 2, HV_WAITING_BAD_TARGET },
    { "target −1 minute", 180, 15, 0.8, -1, 0.1, 0, 20, 0.1, 2, HV_WAITING_BAD_TARGET },
    { "door 200 %", 180, 15, 0.8, 15, 2, 0, 20, 0.1, 2, HV_WAITING_BAD_DOOR },
    { "patience −1", 180, 15, 0.8, 15, 0.1, -1, 20, 0.1, 2, HV_WAITING_BAD_PATIENCE },
    { "−1 visits", 180, 15, 0.8, 15, 0.1, 0, -1, 0.1, 2, HV_WAITING_BAD_ARRIVALS },
    { "2001 visits", 180, 15, 0.8, 15, 0.1, 0, 2001, 0.1, 2, HV_WAITING_BAD_ARRIVALS },
    { "visits NaN", 180, 15, 0.8, 15, 0.1, 0, NAN, 0.1, 2, HV_WAITING_BAD_ARRIVALS },
    { "phi NaN", 180, 15, 0.8, 15, 0.1, 0, 20, NAN, 2, HV_WAITING_BAD_ARRIVALS },
    { "least −1", 180, 15, 0.8, 15, 0.1, 0, 20, 0.1, -1, HV_WAITING_BAD_CREW },
    { "two days, everybody at the door", 2880, 2, 1, 0, 1, 5, 300, 3, 0, HV_WAITING_OK },
    { "one minute", 1, 240, 0, 0, 0, 1000, 200, 0, 0, HV_WAITING_OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Facts facts;
      HvDemandResult result = { .needed = 4711 };

      g_test_message ("%s", rows[i].what);
      facts_init (&facts, rows[i].visits, 3);
      facts.input.typed = false;
      facts.input.phi = rows[i].phi;
      facts.input.terms = (HvDemandTerms){ .length = rows[i].length,
                                           .minutes = rows[i].minutes,
                                           .target_share = rows[i].share,
                                           .target_minutes = rows[i].target,
                                           .door = rows[i].door,
                                           .patience = rows[i].patience,
                                           .least = rows[i].least };
      g_assert_cmpint (hv_demand_assess (&facts.input, &result), ==, rows[i].expected);
      if (rows[i].expected != HV_WAITING_OK)
        g_assert_cmpint (result.needed, ==, 4711);
      else
        g_assert_true (isfinite (result.wait_mean) && isfinite (result.risk) && isfinite (result.finish));
    }
}

/* Fifty people are counted as forty; five hundred spans are read, more are not. */
static void
test_crowd (void)
{
  Facts facts;
  HvDemandResult result;
  g_autofree HvCrewSpan *many = g_new (HvCrewSpan, 600);

  facts_init (&facts, 20, MOST_CREW);
  g_assert_cmpint (assess (&facts).most, ==, HV_WAITING_MAX_HELPERS);

  for (int i = 0; i < 600; i++)
    many[i] = (HvCrewSpan){ i * 0.3, i * 0.3 + 1 };
  facts.input.crew = many;
  facts.input.n_crew = 500;
  assess (&facts);
  facts.input.n_crew = 600;
  g_assert_cmpint (hv_demand_assess (&facts.input, &result), ==, HV_WAITING_BAD_CREW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/meanings", test_meanings);
  g_test_add_func ("/assessment/sentences", test_sentences);
  g_test_add_func ("/assessment/half-hours", test_half_hours);
  g_test_add_func ("/assessment/typed", test_typed);
  g_test_add_func ("/assessment/unknown", test_unknown);
  g_test_add_func ("/assessment/crews", test_crews);
  g_test_add_func ("/assessment/endless", test_endless);
  g_test_add_func ("/assessment/bad-wait", test_bad_wait);
  g_test_add_func ("/assessment/uncertain", test_uncertain);
  g_test_add_func ("/assessment/models", test_models);
  g_test_add_func ("/assessment/refused", test_refused);
  g_test_add_func ("/assessment/crowd", test_crowd);
  return g_test_run ();
}
