/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fields that Husvagt does not know: kept with their record as one JSON object,
 * {"shoe_size": 42, "demand": {"weather": 0.2}}, and reported. A later file that
 * names one changes it, and null drops it.
 */

#include "hv-json-import.h"

#include "hv-identity.h"
#include "hv-json-printer.h"
#include "hv-text.h"

#include <string.h>

static bool
is_known (HvJsonShape shape, const char *name)
{
  return hv_json_shape_find_field (shape, name) != NULL;
}

static void
report (HvJsonImport *in, HvJsonNode member, const char *inside)
{
  GString *place = g_string_new (NULL);
  for (guint i = 0; i < in->n_steps; i++)
    {
      hv_json_append_step (place, &in->steps[i]);
      g_string_append_c (place, '.');
    }
  if (inside != NULL && strcmp (inside, HV_JSON_OF_FILE) != 0)
    g_string_append_printf (place, "%s.", inside);
  g_string_append (place, hv_json_node_get_name (member));

  g_autofree char *text = g_string_free (place, FALSE);
  hv_import_note_unknown (in->import, hv_json_node_get_line (member), text);
}

/* Whatever it is called, an identity number is not kept. */
static bool
check_value (HvJsonImport *in, HvJsonNode member)
{
  g_autoptr (GString) text = g_string_new (NULL);
  hv_json_print_text (hv_json_node_get_name (member), text);
  hv_json_print_node (member, text);

  GError *error = NULL;
  if (hv_identity_check (hv_json_node_get_name (member), text->str, &error))
    return true;
  hv_json_refuse_error (in, member, error);
  return false;
}

static void
append_member (GString *object, const char *name, const char *value)
{
  g_string_append (object, object->len > 0 ? ", " : "");
  hv_json_print_text (name, object);
  g_string_append_printf (object, ": %s", value);
}

static void
append_node (GString *object, HvJsonNode member)
{
  g_autoptr (GString) value = g_string_new (NULL);
  hv_json_print_node (member, value);
  append_member (object, hv_json_node_get_name (member), value->str);
}

static HvJson *
parse_extra (const char *extra)
{
  if (extra == NULL)
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (extra, strlen (extra));
  return hv_json_parse (bytes, NULL);
}

/* The members of an earlier object, with the unknown ones of a later in their place
 * or behind them; NULL when none is left. What is known by name is an object inside
 * whose own unknown members are kept. */
static char *
merge (HvJsonNode before, HvJsonNode object, HvJsonShape shape)
{
  g_autoptr (GString) merged = g_string_new (NULL);
  hv_json_foreach (member, before)
    {
      const char *name = hv_json_node_get_name (member);
      HvJsonNode now = hv_json_node_find (object, name);
      if (is_known (shape, name) || !hv_json_node_is_there (now))
        append_node (merged, member);
      else if (hv_json_node_get_type (now) != HV_JSON_NULL)
        append_node (merged, now);
    }
  hv_json_foreach (member, object)
    {
      const char *name = hv_json_node_get_name (member);
      if (!is_known (shape, name) && hv_json_node_get_type (member) != HV_JSON_NULL
          && !hv_json_node_is_there (hv_json_node_find (before, name)))
        append_node (merged, member);
    }
  return merged->len > 0 ? g_strdup_printf ("{%s}", merged->str) : NULL;
}

/* The members of an earlier object, with one of them given a new value (NULL: none). */
static char *
replace_member (HvJsonNode before, const char *name, const char *value)
{
  g_autoptr (GString) merged = g_string_new (NULL);
  hv_json_foreach (member, before)
    if (strcmp (hv_json_node_get_name (member), name) != 0)
      append_node (merged, member);
  if (value != NULL)
    append_member (merged, name, value);
  return merged->len > 0 ? g_strdup_printf ("{%s}", merged->str) : NULL;
}

static guint
count_unknown (HvJsonImport *in, HvJsonShape shape, HvJsonNode object, const char *inside)
{
  guint n = 0;
  hv_json_foreach (member, object)
    {
      if (is_known (shape, hv_json_node_get_name (member)))
        continue;
      report (in, member, inside);
      n += check_value (in, member);
    }
  return n;
}

void
hv_json_keep_unknown (HvJsonImport *in, HvJsonShape shape, HvJsonNode object, const char *inside, HvRecord *record)
{
  if (count_unknown (in, shape, object, inside) == 0)
    return;

  g_autoptr (HvJson) json = parse_extra (record->extra);
  HvJsonNode before = json != NULL ? hv_json_get_root (json) : (HvJsonNode){ NULL, 0 };
  g_autofree char *extra = NULL;
  if (inside == NULL)
    extra = merge (before, object, shape);
  else
    {
      g_autofree char *value = merge (hv_json_node_find (before, inside), object, shape);
      extra = replace_member (before, inside, value);
    }
  hv_set_text (&record->extra, extra);
}
