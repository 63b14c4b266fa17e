/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json-import.h"

#include "hv-text.h"

/* --- what is wrong, and where --- */

void
hv_json_append_step (GString *place, const HvJsonStep *step)
{
  g_string_append (place, step->list);
  if (step->index != HV_JSON_NO_INDEX)
    g_string_append_printf (place, "[%u]", step->index);
}

static char *
format_place (const HvJsonImport *in)
{
  GString *place = g_string_new (NULL);
  for (guint i = 0; i < in->n_steps; i++)
    {
      const HvJsonStep *step = &in->steps[i];
      g_string_append (place, i > 0 ? ", " : "");
      hv_json_append_step (place, step);
      g_autofree char *id = step->id != NULL ? hv_error_quote (step->id) : NULL;
      if (id != NULL)
        g_string_append_printf (place, " %s", id);
    }
  return g_string_free (place, FALSE);
}

static guint
get_line (const HvJsonImport *in, HvJsonNode node)
{
  return hv_json_node_get_line (hv_json_node_is_there (node) ? node : in->object);
}

void
hv_json_refuse (HvJsonImport *in, HvJsonNode node, HvErrorCode code, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *place = format_place (in);
  hv_import_refuse (in->import, get_line (in, node), *place != '\0' ? place : NULL, code, "%s", reason);
}

void
hv_json_refuse_error (HvJsonImport *in, HvJsonNode node, GError *error)
{
  g_autofree char *place = format_place (in);
  hv_import_refuse_error (in->import, get_line (in, node), *place != '\0' ? place : NULL, error);
}

void
hv_json_refuse_missing (HvJsonImport *in, HvJsonNode object, const char *field)
{
  /* TRANSLATORS: a field of a file that must be there: "name missing" */
  hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("%s missing"), field);
}

bool
hv_json_is_refused (const HvJsonImport *in)
{
  return in->import->refusals->len > in->n_refusals;
}

bool
hv_json_is_item_refused (const HvJsonImport *in)
{
  return in->import->refusals->len > in->n_item_refusals;
}

const char *
hv_json_peek_id (HvJsonNode object)
{
  return hv_json_node_get_text (hv_json_node_find (object, "id"));
}

void
hv_json_enter (HvJsonImport *in, const char *list, guint index, HvJsonNode item)
{
  g_assert (in->n_steps < G_N_ELEMENTS (in->steps));
  in->steps[in->n_steps++] = (HvJsonStep){ list, index, hv_json_peek_id (item) };
  in->n_item_refusals = in->import->refusals->len;
}

void
hv_json_leave (HvJsonImport *in)
{
  in->n_steps--;
}

/* --- one object of a list of the file --- */

void
hv_json_drop_aside (HvJsonImport *in)
{
  for (guint i = 0; i < in->aside->len; i++)
    hv_record_unref (g_array_index (in->aside, HvPut, i).record);
  g_array_set_size (in->aside, 0);
}

static HvJsonOutcome
end_object (HvJsonImport *in)
{
  if (hv_json_is_refused (in))
    {
      if (in->mark != NULL)
        in->mark->what = HV_JSON_MARK_REFUSED;
      hv_json_drop_aside (in);
      return HV_JSON_NOT_TAKEN;
    }
  bool changes = in->aside->len > 0;
  hv_removal_take (in->edit, in->aside);
  if (in->is_new)
    return HV_JSON_NEW;
  return changes ? HV_JSON_CHANGED : HV_JSON_UNCHANGED;
}

HvJsonOutcome
hv_json_read_object (HvJsonImport *in, const char *list, guint index, HvJsonNode object, HvJsonReadObject read)
{
  in->object = object;
  in->mark = NULL;
  in->is_new = false;
  in->n_refusals = in->import->refusals->len;
  hv_json_enter (in, list, index, object);
  if (hv_json_node_get_type (object) == HV_JSON_OBJECT)
    read (in, object);
  else
    hv_json_refuse (in, object, HV_ERROR_BAD_INPUT, hv_own_text ("is no object in braces"));
  HvJsonOutcome outcome = end_object (in);
  hv_json_leave (in);
  return outcome;
}

void
hv_json_put (HvJsonImport *in, gpointer record)
{
  const HvRecord *after = record;
  const HvRecord *before = hv_json_find_record (in, after->kind, after->id);
  if (before != NULL && hv_record_equal (before, after))
    {
      hv_record_unref (record);
      return;
    }
  HvPut put = { record, false };
  g_array_append_val (in->aside, put);
}

void
hv_json_remove (HvJsonImport *in, gconstpointer record)
{
  const HvRecord *leaving = record;
  hv_removal_list (in->roster, in->edit, leaving->kind, leaving->id, in->aside);
}

gconstpointer
hv_json_find_record (const HvJsonImport *in, HvKind kind, HvId id)
{
  return hv_edit_find (in->edit, in->roster, kind, id);
}

bool
hv_json_is_deleted (HvJsonNode object)
{
  return hv_json_node_get_type (hv_json_node_find (object, "deleted")) == HV_JSON_TRUE;
}

bool
hv_json_is_gone (HvJsonNode object, const char *field)
{
  HvJsonNode node = hv_json_node_find (object, field);
  return hv_json_is_deleted (object) || (hv_json_node_is_there (node) && hv_json_node_get_type (node) == HV_JSON_NULL);
}
