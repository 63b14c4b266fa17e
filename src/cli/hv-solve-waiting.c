/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-solve.h"

#include "hv-crew.h"
#include "hv-solve-part.h"
#include "hv-text.h"

/* More people than this fit into no house. */
#define MOST_ROOM 1000000.0

typedef struct
{
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvCrewStep crew[HV_WAITING_MAX_INTERVALS];
  HvWaitingInput waiting;
} Case;

static bool
refuse_object (const char *name, const char *field, GError **error)
{
  return hv_solve_refuse (error, g_strdup_printf (hv_own_text ("%s: “%s” must be a JSON object."), name, field));
}

static bool
read_numbers (const HvSolvePart *part, Case *c, GError **error)
{
  HvWaitingInput *waiting = &c->waiting;
  double after = -1;
  double room = 0;
  const struct
  {
    HvSolveRule rule;
    bool optional;
    double *value;
  } numbers[] = {
    { { "interval_minutes", 1, HV_WAITING_MAX_MINUTES, false }, false, &waiting->interval_minutes },
    { { "service_minutes", HV_WAITING_MIN_MINUTES, HV_WAITING_MAX_MINUTES, false }, false, &waiting->minutes },
    { { "target_minutes", 0, HV_WAITING_MAX_TARGET, false }, false, &waiting->target },
    { { "initial_queue", 0, HV_WAITING_MAX_VISITS, false }, true, &waiting->door },
    { { "staff_after_close", 0, HV_WAITING_MAX_HELPERS, true }, true, &after },
    { { "patience_minutes", 0, HV_WAITING_MAX_PATIENCE, false }, true, &waiting->patience },
    { { "capacity", 0, MOST_ROOM, true }, true, &room },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].optional ? !hv_solve_part_read_optional (part, numbers[i].rule, numbers[i].value, error)
                            : !hv_solve_part_read (part, numbers[i].rule, numbers[i].value, error))
      return false;

  waiting->crew_after = (int)after;
  waiting->room = (int)room;
  return true;
}

static bool
read_arrivals (const HvSolvePart *part, Case *c, GError **error)
{
  HvSolveRule rule = { "arrivals", 0, HV_WAITING_MAX_VISITS, false };
  double visits = c->waiting.door;
  guint n;

  if (!hv_solve_part_read_numbers (part, rule, HV_WAITING_MAX_INTERVALS, c->arrivals, &n, error))
    return false;
  for (guint i = 0; i < n; i++)
    visits += c->arrivals[i];
  if (visits > HV_WAITING_MAX_VISITS)
    return hv_solve_refuse (
        error, g_strdup_printf (hv_own_text ("%s: “arrivals” and “initial_queue” must be at most %u visits together."),
                                part->name, (guint)HV_WAITING_MAX_VISITS));

  c->waiting.arrivals = c->arrivals;
  c->waiting.n_intervals = n;
  return true;
}

static bool
read_staff (const HvSolvePart *part, Case *c, GError **error)
{
  HvSolveRule rule = { "staff", 0, HV_WAITING_MAX_HELPERS, true };
  double staff[HV_WAITING_MAX_INTERVALS];
  guint n;

  if (!hv_solve_part_read_numbers (part, rule, HV_WAITING_MAX_INTERVALS, staff, &n, error))
    return false;
  if (n != c->waiting.n_intervals)
    return hv_solve_refuse (
        error, g_strdup_printf (hv_own_text ("%s: “staff” must hold as many numbers as “arrivals”: %u, not %u."),
                                part->name, (guint)c->waiting.n_intervals, n));

  for (guint i = 0; i < n; i++)
    c->crew[i] = (HvCrewStep){ i * c->waiting.interval_minutes, (int)staff[i] };
  c->waiting.crew = c->crew;
  c->waiting.n_crew = n;
  return true;
}

static bool
read_queue_kind (const HvSolvePart *part, Case *c, GError **error)
{
  JsonNode *node = hv_solve_part_find (part, "initial_queue_kind");
  if (node == NULL)
    return true;

  const char *kind = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  c->waiting.door_fixed = g_strcmp0 (kind, "fixed") == 0;
  if (c->waiting.door_fixed || g_strcmp0 (kind, "poisson") == 0)
    return true;
  return hv_solve_refuse (
      error, g_strdup_printf (hv_own_text ("%s: “initial_queue_kind” must be “poisson” or “fixed”."), part->name));
}

static bool
read_service (const HvSolvePart *part, Case *c, GError **error)
{
  JsonNode *node = hv_solve_part_find (part, "service");

  c->waiting.cv = 1;
  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_object (part->name, "service", error);

  HvSolvePart service = { json_node_get_object (node), part->name };
  HvSolveRule rule = { "cv", 0, HV_WAITING_MAX_CV, false };
  return hv_solve_part_read_optional (&service, rule, &c->waiting.cv, error);
}

static bool
read_case (const HvSolvePart *part, Case *c, GError **error)
{
  c->waiting = (HvWaitingInput){ 0 };
  return read_numbers (part, c, error) && read_arrivals (part, c, error) && read_staff (part, c, error)
         && read_queue_kind (part, c, error) && read_service (part, c, error);
}

static void
put_waiting (JsonBuilder *builder, const HvWaitingResult *result)
{
  gsize n = result->n_intervals;

  hv_solve_put_numbers (builder, "offered_load", result->offered_load, n);
  hv_solve_put_numbers (builder, "utilisation", result->utilisation, n);
  hv_solve_put_numbers (builder, "wait_mean", result->wait_mean, n);
  hv_solve_put_numbers (builder, "late_share", result->late_share, n);
  hv_solve_put_numbers (builder, "queue_mean", result->queue_mean, n);
  hv_solve_put_numbers (builder, "in_system_end", result->in_system_end, n);

  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  hv_solve_put_number (builder, "visits", result->visits);
  hv_solve_put_number (builder, "wait_mean", result->total_wait_mean);
  hv_solve_put_number (builder, "late_share", result->total_late_share);
  hv_solve_put_number (builder, "door_wait_mean", result->door_wait_mean);
  hv_solve_put_number (builder, "door_late_share", result->door_late_share);
  hv_solve_put_number (builder, "in_system_close", result->in_system_close);
  hv_solve_put_number (builder, "waiting_close", result->waiting_close);
  hv_solve_put_number (builder, "overtime_mean", result->overtime_mean);
  hv_solve_put_number (builder, "overtime_over15", result->overtime_over15);
  hv_solve_put_number (builder, "overtime_over30", result->overtime_over30);
  hv_solve_put_number (builder, "abandoned", result->abandoned);
  hv_solve_put_number (builder, "lost", result->lost);
  json_builder_end_object (builder);
}

static void
put_need (JsonBuilder *builder, double level, int crew)
{
  json_builder_set_member_name (builder, "need");
  json_builder_begin_object (builder);
  hv_solve_put_number (builder, "level", level);
  json_builder_set_member_name (builder, "crew");
  if (crew >= 0)
    json_builder_add_int_value (builder, crew);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

/* Everything that can be wrong has been found while reading, except the memory. */
static bool
answer_case (const HvSolvePart *part, double need, bool time, JsonBuilder *builder, GError **error)
{
  Case c;
  HvWaitingResult result;
  int crew = -1;

  if (!read_case (part, &c, error))
    return false;

  gint64 start = g_get_monotonic_time ();
  HvWaitingStatus status = hv_waiting_solve (&c.waiting, &result);
  if (status == HV_WAITING_OK && need >= 0)
    status = hv_crew_find_plain_need (&c.waiting, need, &crew);
  if (status != HV_WAITING_OK)
    return hv_solve_refuse (error, g_strdup_printf (hv_own_text ("%s cannot be calculated."), part->name));

  put_waiting (builder, &result);
  if (need >= 0)
    put_need (builder, need, crew);
  if (time)
    hv_solve_put_milliseconds (builder, start);
  return true;
}

typedef struct
{
  double need;
  bool time;
} Question;

static bool
answer_named_case (JsonObject *element, const char *number, gpointer data, JsonBuilder *builder, GError **error)
{
  const Question *question = data;
  g_autofree char *name = g_strdup_printf (hv_own_text ("Case %s"), number);
  JsonNode *input = json_object_get_member (element, "input");

  if (input == NULL || !JSON_NODE_HOLDS_OBJECT (input))
    return refuse_object (name, "input", error);

  HvSolvePart part = { json_node_get_object (input), name };
  hv_solve_put_copy (builder, element, "name");
  return answer_case (&part, question->need, question->time, builder, error);
}

char *
hv_solve_waiting (const char *json, double need, bool time, GError **error)
{
  g_return_val_if_fail (need <= 1, NULL);

  g_autoptr (JsonNode) node = hv_solve_parse (json, error);
  if (node == NULL)
    return NULL;

  JsonObject *root = json_node_get_object (node);
  if (json_object_has_member (root, "cases"))
    return hv_solve_answer_list (root, "cases", "name", answer_named_case, &(Question){ need, time }, error);

  HvSolvePart part = { root, hv_own_text ("The case") };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  if (!answer_case (&part, need, time, builder, error))
    return NULL;
  json_builder_end_object (builder);
  return hv_solve_print (builder);
}
