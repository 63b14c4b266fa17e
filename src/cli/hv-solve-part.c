/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-solve-part.h"

#include "hv-error.h"
#include "hv-text.h"

#include <math.h>

bool
hv_solve_refuse (GError **error, char *message)
{
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, message);
  g_free (message);
  return false;
}

JsonNode *
hv_solve_parse (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;

  if (!json_parser_load_from_data (parser, json, -1, &parse_error))
    {
      hv_solve_refuse (error, g_strdup_printf (hv_own_text ("This is not JSON: %s"), parse_error->message));
      return NULL;
    }

  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      hv_solve_refuse (error, g_strdup (hv_own_text ("The input must be one JSON object.")));
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static bool
is_good (JsonNode *node, const HvSolveRule *rule)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return false;

  GType type = json_node_get_value_type (node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return false;

  double value = json_node_get_double (node);
  return isfinite (value) && value >= rule->low && value <= rule->high && (!rule->whole || value == floor (value));
}

/* What a number must be: "a whole number from 0 to 40". */
static char *
describe (const HvSolveRule *rule)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE];
  char high[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (low, sizeof low, "%.10g", rule->low);
  g_ascii_formatd (high, sizeof high, "%.10g", rule->high);
  return g_strdup_printf (
      rule->whole ? hv_own_text ("a whole number from %s to %s") : hv_own_text ("a number from %s to %s"), low, high);
}

JsonNode *
hv_solve_part_find (const HvSolvePart *part, const char *field)
{
  JsonNode *node = json_object_get_member (part->object, field);
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

bool
hv_solve_part_read (const HvSolvePart *part, HvSolveRule rule, double *ret_value, GError **error)
{
  JsonNode *node = hv_solve_part_find (part, rule.field);
  if (!is_good (node, &rule))
    {
      g_autofree char *description = describe (&rule);
      /* TRANSLATORS: 1: which case of a file, 2: a field, 3: "a number from 2 to 240" */
      return hv_solve_refuse (
          error, g_strdup_printf (hv_own_text ("%s: “%s” must be %s."), part->name, rule.field, description));
    }
  *ret_value = json_node_get_double (node);
  return true;
}

bool
hv_solve_part_read_optional (const HvSolvePart *part, HvSolveRule rule, double *value, GError **error)
{
  return hv_solve_part_find (part, rule.field) == NULL || hv_solve_part_read (part, rule, value, error);
}

JsonArray *
hv_solve_part_read_list (const HvSolvePart *part, const char *field, GError **error)
{
  JsonNode *node = hv_solve_part_find (part, field);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  hv_solve_refuse (error, g_strdup_printf (hv_own_text ("%s: “%s” must be a list."), part->name, field));
  return NULL;
}

bool
hv_solve_part_read_element (const HvSolvePart *part, HvSolveRule rule, JsonNode *element, guint position,
                            double *ret_value, GError **error)
{
  if (!is_good (element, &rule))
    {
      g_autofree char *description = describe (&rule);
      /* TRANSLATORS: 1: which case of a file, 2: place in a list, 3: the list's name, 4: "a number from 2 to 240" */
      return hv_solve_refuse (error, g_strdup_printf (hv_own_text ("%s: number %u of “%s” must be %s."), part->name,
                                                      position, rule.field, description));
    }
  *ret_value = json_node_get_double (element);
  return true;
}

bool
hv_solve_part_read_numbers (const HvSolvePart *part, HvSolveRule rule, guint most, double *ret_values, guint *ret_n,
                            GError **error)
{
  JsonArray *list = hv_solve_part_read_list (part, rule.field, error);
  if (list == NULL)
    return false;

  guint n = json_array_get_length (list);
  if (n < 1 || n > most)
    return hv_solve_refuse (error, g_strdup_printf (hv_own_text ("%s: “%s” must hold from 1 to %u numbers, not %u."),
                                                    part->name, rule.field, most, n));
  for (guint i = 0; i < n; i++)
    if (!hv_solve_part_read_element (part, rule, json_array_get_element (list, i), i + 1, &ret_values[i], error))
      return false;
  *ret_n = n;
  return true;
}

/* "2", or "2 (“Juelsminde”)". */
static char *
number_element (JsonObject *element, const char *name_field, guint position)
{
  JsonNode *node = json_object_get_member (element, name_field);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup_printf ("%u", position);
  g_autofree char *quoted = hv_error_quote (json_node_get_string (node));
  return g_strdup_printf ("%u (%s)", position, quoted);
}

char *
hv_solve_answer_list (JsonObject *root, const char *field, const char *name_field, HvSolveAnswer answer, gpointer data,
                      GError **error)
{
  HvSolvePart whole = { root, hv_own_text ("The input") };
  JsonArray *list = hv_solve_part_read_list (&whole, field, error);
  if (list == NULL)
    return NULL;

  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          hv_solve_refuse (error,
                           g_strdup_printf (hv_own_text ("Number %u of “%s” must be a JSON object."), i + 1, field));
          return NULL;
        }

      JsonObject *element = json_node_get_object (node);
      g_autofree char *number = number_element (element, name_field, i + 1);
      json_builder_begin_object (builder);
      if (!answer (element, number, data, builder, error))
        return NULL;
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hv_solve_print (builder);
}

char *
hv_solve_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, false);
}

void
hv_solve_put_number (JsonBuilder *builder, const char *field, double value)
{
  json_builder_set_member_name (builder, field);
  json_builder_add_double_value (builder, value);
}

void
hv_solve_put_numbers (JsonBuilder *builder, const char *field, const double *values, gsize n)
{
  json_builder_set_member_name (builder, field);
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n; i++)
    json_builder_add_double_value (builder, values[i]);
  json_builder_end_array (builder);
}

void
hv_solve_put_copy (JsonBuilder *builder, JsonObject *object, const char *field)
{
  if (!json_object_has_member (object, field))
    return;
  json_builder_set_member_name (builder, field);
  json_builder_add_value (builder, json_node_copy (json_object_get_member (object, field)));
}

void
hv_solve_put_milliseconds (JsonBuilder *builder, gint64 monotonic_start)
{
  hv_solve_put_number (builder, "milliseconds", (double)(g_get_monotonic_time () - monotonic_start) / 1000);
}
