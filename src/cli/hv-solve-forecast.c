/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-solve.h"

#include "hv-forecast.h"
#include "hv-solve-part.h"
#include "hv-text.h"

/* How far ahead the answers reach. */
#define WEEKS_AHEAD 4

/* More visits than this in one opening are a slip of the keyboard. */
#define MOST_VISITS 1000000.0

typedef struct
{
  HvSolvePart part;
  int weekdays[7];
  guint n_weekdays;
  HvForecast forecast;
} Task;

static bool
read_weekdays (Task *task, GError **error)
{
  HvSolveRule rule = { "weekdays", 1, 7, true };
  double weekdays[7];
  bool seen[8] = { false };

  if (!hv_solve_part_read_numbers (&task->part, rule, G_N_ELEMENTS (weekdays), weekdays, &task->n_weekdays, error))
    return false;
  for (guint i = 0; i < task->n_weekdays; i++)
    {
      int weekday = task->weekdays[i] = (int)weekdays[i];
      if (seen[weekday])
        return hv_solve_refuse (error, g_strdup_printf (hv_own_text ("%s: “weekdays” holds the weekday %d twice."),
                                                        task->part.name, weekday));
      seen[weekday] = true;
    }
  return true;
}

/* A week is a list of counts, null where the house was closed or nobody counted. */
static bool
learn_week (Task *task, JsonNode *week, guint position, GError **error)
{
  HvSolveRule rule = { "history", 0, MOST_VISITS, false };

  if (!JSON_NODE_HOLDS_ARRAY (week) || json_array_get_length (json_node_get_array (week)) != task->n_weekdays)
    return hv_solve_refuse (
        error, g_strdup_printf (hv_own_text ("%s: week %u of “history” must be a list of %u counts, one per weekday."),
                                task->part.name, position, task->n_weekdays));

  hv_forecast_begin_week (&task->forecast);
  for (guint i = 0; i < task->n_weekdays; i++)
    {
      JsonNode *count = json_array_get_element (json_node_get_array (week), i);
      double visits;
      if (JSON_NODE_HOLDS_NULL (count))
        continue;
      if (!hv_solve_part_read_element (&task->part, rule, count, position, &visits, error))
        return false;
      hv_forecast_observe (&task->forecast, (HvForecastDay){ task->weekdays[i], 1, 1 }, visits);
    }
  return true;
}

static bool
learn (Task *task, GError **error)
{
  JsonArray *history = hv_solve_part_read_list (&task->part, "history", error);
  if (history == NULL)
    return false;

  task->forecast = hv_forecast_init (0);
  for (guint i = 0; i < json_array_get_length (history); i++)
    if (!learn_week (task, json_array_get_element (history, i), i + 1, error))
      return false;
  return true;
}

typedef enum
{
  MEAN,
  LOW,
  HIGH,
} Figure;

/* A row for each week ahead; null where nothing can be expected. */
static void
put_weeks (JsonBuilder *builder, const char *field, const Task *task, Figure figure)
{
  json_builder_set_member_name (builder, field);
  json_builder_begin_array (builder);
  for (int week = 1; week <= WEEKS_AHEAD; week++)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < task->n_weekdays; i++)
        {
          HvExpected expected = hv_forecast_expect (&task->forecast, (HvForecastDay){ task->weekdays[i], 1, 1 }, week);
          if (!expected.known)
            json_builder_add_null_value (builder);
          else if (figure == MEAN)
            json_builder_add_double_value (builder, expected.mean);
          else
            json_builder_add_int_value (builder, figure == LOW ? expected.low : expected.high);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static bool
answer_task (JsonObject *element, const char *number, gpointer data, JsonBuilder *builder, GError **error)
{
  const bool *time = data;
  g_autofree char *name = g_strdup_printf (hv_own_text ("Task %s"), number);
  gint64 start = g_get_monotonic_time ();
  Task task = { .part = { element, name } };

  if (!read_weekdays (&task, error) || !learn (&task, error))
    return false;

  hv_solve_put_copy (builder, element, "key");
  put_weeks (builder, "mean", &task, MEAN);
  put_weeks (builder, "q10", &task, LOW);
  put_weeks (builder, "q90", &task, HIGH);
  if (*time)
    hv_solve_put_milliseconds (builder, start);
  return true;
}

char *
hv_solve_forecast (const char *json, bool time, GError **error)
{
  g_autoptr (JsonNode) node = hv_solve_parse (json, error);
  if (node == NULL)
    return NULL;
  return hv_solve_answer_list (json_node_get_object (node), "tasks", "key", answer_task, &time, error);
}
