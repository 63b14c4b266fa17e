/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <math.h>

/* The same openings played out citizen by citizen, with minutes of help drawn for each:
 * what the engine says must lie within what chance explains. The seeds are fixed, so the
 * figures are the same on every machine. */

#define OPENINGS 12000
#define MOST_INSIDE 400

/* Standard errors that chance may take us away; the figures are many. */
#define CHANCE 4.0

typedef struct
{
  double came;
  double left_to_do; /* minutes of help */
  double gives_up;   /* at this minute, while waiting */
  bool was_helped;   /* help has begun at least once */
} Citizen;

typedef struct
{
  const Opening *opening;
  GRand *rand;
  double length;
  double now;
  double next_arrival;
  Citizen inside[MOST_INSIDE]; /* first come first; those in front are being helped */
  gsize n_inside;

  double come;
  double let_in;
  double waited;
  double late;
  double abandoned;
  double lost;
} Play;

static double
draw (GRand *rand, double mean)
{
  return -mean * log (1 - g_rand_double (rand));
}

static int
get_crew (const Play *play, double minute)
{
  const HvWaitingInput *input = &play->opening->input;
  int helpers = 0;

  if (minute >= play->length && input->crew_after >= 0)
    return input->crew_after;
  for (gsize i = 0; i < input->n_crew && input->crew[i].minute <= MIN (minute, play->length - 1e-9); i++)
    helpers = input->crew[i].helpers;
  return helpers;
}

static double
get_next_change (const Play *play)
{
  const HvWaitingInput *input = &play->opening->input;

  for (gsize i = 0; i < input->n_crew; i++)
    if (input->crew[i].minute > play->now && input->crew[i].minute < play->length)
      return input->crew[i].minute;
  return play->now < play->length ? play->length : INFINITY;
}

static void
draw_next_arrival (Play *play)
{
  const HvWaitingInput *input = &play->opening->input;
  double minute = play->next_arrival;

  while (minute < play->length)
    {
      gsize interval = (gsize)(minute / input->interval_minutes + 1e-9);
      double end = (double)(interval + 1) * input->interval_minutes;
      double arrivals = input->arrivals[interval] / input->interval_minutes;
      double gap = arrivals > 0 ? draw (play->rand, 1 / arrivals) : INFINITY;
      if (minute + gap < end)
        {
          play->next_arrival = minute + gap;
          return;
        }
      minute = end;
    }
  play->next_arrival = INFINITY;
}

static void
come (Play *play)
{
  const HvWaitingInput *input = &play->opening->input;

  play->come++;
  if (input->room > 0 && play->n_inside == (gsize)input->room)
    {
      play->lost++;
      return;
    }
  g_assert_cmpuint (play->n_inside, <, MOST_INSIDE);
  play->let_in++;
  play->inside[play->n_inside++] =
      (Citizen){ play->now, draw (play->rand, input->minutes),
                 input->patience > 0 ? play->now + draw (play->rand, input->patience) : INFINITY, false };
}

static void
stop_waiting (Play *play, const Citizen *citizen)
{
  if (citizen->was_helped)
    return;
  play->waited += play->now - citizen->came;
  play->late += play->now - citizen->came > play->opening->input.target ? 1 : 0;
}

static void
leave (Play *play, gsize place)
{
  for (gsize i = place; i + 1 < play->n_inside; i++)
    play->inside[i] = play->inside[i + 1];
  play->n_inside--;
}

/* Whoever has a helper now has stopped waiting. */
static void
begin_help (Play *play, int helpers)
{
  for (gsize i = 0; i < MIN (play->n_inside, (gsize)helpers); i++)
    {
      stop_waiting (play, &play->inside[i]);
      play->inside[i].was_helped = true;
    }
}

/* The next thing that happens to somebody inside, before `until`. */
static double
find_next (const Play *play, int helpers, double until, gsize *ret_place)
{
  for (gsize i = 0; i < play->n_inside; i++)
    {
      const Citizen *citizen = &play->inside[i];
      double moment = i < (gsize)helpers ? play->now + citizen->left_to_do : MAX (play->now, citizen->gives_up);
      if (moment < until)
        {
          until = moment;
          *ret_place = i;
        }
    }
  return until;
}

static void
pass_time (Play *play, int helpers, double until)
{
  for (gsize i = 0; i < MIN (play->n_inside, (gsize)helpers); i++)
    play->inside[i].left_to_do -= until - play->now;
  play->now = until;
}

/* Who is handed over waits again, and as patiently as anybody. */
static void
change_crew (Play *play, int before, int after)
{
  double patience = play->opening->input.patience;

  if (patience > 0)
    for (gsize i = (gsize)after; i < MIN (play->n_inside, (gsize)before); i++)
      play->inside[i].gives_up = play->now + draw (play->rand, patience);
}

/* Lets the opening go on to a minute, or until everybody has left. */
static void
play_until (Play *play, double end)
{
  int helpers = get_crew (play, play->now);

  begin_help (play, helpers);
  while (play->now < end && (play->now < play->length || play->n_inside > 0))
    {
      gsize place = MOST_INSIDE;
      double until = MIN (MIN (get_next_change (play), play->next_arrival), end);
      double moment = find_next (play, helpers, until, &place);

      pass_time (play, helpers, moment);
      if (place < MOST_INSIDE)
        {
          if (place >= (gsize)helpers)
            {
              stop_waiting (play, &play->inside[place]);
              play->abandoned++;
            }
          leave (play, place);
        }
      else if (moment == play->next_arrival)
        {
          come (play);
          draw_next_arrival (play);
        }

      int after = get_crew (play, play->now);
      if (after != helpers)
        change_crew (play, helpers, after);
      helpers = after;
      begin_help (play, helpers);
    }
}

static guint
draw_door (Play *play)
{
  const HvWaitingInput *input = &play->opening->input;
  guint n = 0;

  if (input->door_fixed)
    return (guint)input->door;
  for (double product = g_rand_double (play->rand); product > exp (-input->door); product *= g_rand_double (play->rand))
    n++;
  return n;
}

/* --- means with their standard errors --- */

typedef struct
{
  double sum;
  double squares;
} Sample;

static void
add_sample (Sample *sample, double value)
{
  sample->sum += value;
  sample->squares += value * value;
}

static double
get_mean (const Sample *sample)
{
  return sample->sum / OPENINGS;
}

static double
get_error (const Sample *sample)
{
  double mean = get_mean (sample);
  return sqrt (MAX (0, sample->squares / OPENINGS - mean * mean) / OPENINGS);
}

typedef struct
{
  const char *name;
  double visits;
  double hours;
  double door_share;
  bool door_fixed;
  double minutes;
  double target;
  double patience;
  int room;
  int crew_after;
  int staff[12];
} Situation;

static const Situation situations[] = {
  { "plain", 53, 3, 0.1, false, 15, 15, 0, 0, -1, { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 } },
  { "overload", 53, 3, 0.1, false, 15, 15, 0, 0, -1, { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 } },
  { "eight at the door", 40, 3, 0.2, true, 15, 20, 0, 0, -1, { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 } },
  { "nobody for half an hour", 30, 3, 0.1, false, 15, 15, 0, 0, -1, { 3, 3, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4 } },
  { "crew cut twice", 53, 3, 0.1, false, 15, 15, 0, 0, 1, { 6, 6, 6, 6, 4, 4, 4, 4, 2, 2, 2, 2 } },
  { "patience", 53, 3, 0.1, false, 15, 15, 30, 0, -1, { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 } },
  { "room", 53, 3, 0.1, false, 15, 15, 0, 8, -1, { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 } },
  { "patience, room and cuts", 53, 3, 0.3, false, 12, 10, 20, 9, 2, { 5, 5, 2, 2, 0, 0, 4, 4, 4, 1, 1, 1 } },
  { "short help", 100, 3, 0, false, 4, 5, 0, 0, -1, { 3, 3, 3, 2, 2, 2, 3, 3, 3, 2, 2, 2 } },
};

static void
init_situation (const Situation *situation, Opening *opening)
{
  opening_init (opening, situation->visits, situation->hours, situation->door_share, 0);
  opening_set_staff (opening, situation->staff, 12);
  opening->input.door_fixed = situation->door_fixed;
  opening->input.minutes = situation->minutes;
  opening->input.target = situation->target;
  opening->input.patience = situation->patience;
  opening->input.room = situation->room;
  opening->input.crew_after = situation->crew_after;
}

typedef struct
{
  Sample waited; /* above what was expected, per citizen let in: a mean of 0 */
  Sample late;
  Sample inside;
  Sample abandoned;
  Sample lost;
  Sample overtime;
  Sample over30;
} Samples;

static void
play_once (const Opening *opening, const HvWaitingResult *expected, GRand *rand, Samples *samples)
{
  Play play = { .opening = opening, .rand = rand, .length = hv_waiting_get_length (&opening->input) };

  for (guint n = draw_door (&play); n > 0; n--)
    come (&play);
  draw_next_arrival (&play);
  play_until (&play, play.length);
  add_sample (&samples->inside, (double)play.n_inside);
  play_until (&play, INFINITY);

  add_sample (&samples->waited, play.waited - expected->total_wait_mean * play.let_in);
  add_sample (&samples->late, play.late - expected->total_late_share * play.let_in);
  add_sample (&samples->abandoned, play.abandoned);
  add_sample (&samples->lost, play.lost);
  add_sample (&samples->overtime, play.now - play.length);
  add_sample (&samples->over30, play.now - play.length > 30 ? 1 : 0);
}

static void
compare (const char *row, const char *figure, const Sample *sample, double expected)
{
  check_near (row, figure, expected, get_mean (sample), CHANCE * get_error (sample) + 1e-6);
}

static void
test_situation (gconstpointer data)
{
  const Situation *situation = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260504);
  Samples samples = { 0 };
  Opening opening;

  init_situation (situation, &opening);
  HvWaitingResult expected = opening_solve (&opening);
  for (int i = 0; i < OPENINGS; i++)
    play_once (&opening, &expected, rand, &samples);

  compare (situation->name, "minutes waited too many", &samples.waited, 0);
  compare (situation->name, "late citizens too many", &samples.late, 0);
  compare (situation->name, "inside at closing", &samples.inside, expected.in_system_close);
  compare (situation->name, "abandoned", &samples.abandoned, expected.abandoned);
  compare (situation->name, "lost", &samples.lost, expected.lost);
  compare (situation->name, "overtime", &samples.overtime, expected.overtime_mean);
  compare (situation->name, "overtime above 30", &samples.over30, expected.overtime_over30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/simulation/%s", situations[i].name);
      g_test_add_data_func (path, &situations[i], test_situation);
    }
  return g_test_run ();
}
