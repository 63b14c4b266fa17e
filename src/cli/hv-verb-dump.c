/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

/* One line a record, "kind id field=value …", sorted by kind and id: two states are the
 * same when their dumps are. Versions are left out, since undo counts them up. */

/* Letters stay as they are; what would break a line or a quotation does not. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (escaped, "\\n");
    else if (*at == '"' || *at == '\\')
      g_string_append_printf (escaped, "\\%c", *at);
    else
      g_string_append_c (escaped, *at);
  return g_string_free (escaped, FALSE);
}

static void
append_field (GString *line, gconstpointer record, const HvField *field)
{
  if (field->flags & HV_FIELD_DERIVED)
    return;
  if (field->type == HV_FIELD_INT)
    {
      gint64 value = hv_record_get_int (record, field);
      if (value != HV_NONE)
        g_string_append_printf (line, " %s=%" G_GINT64_FORMAT, field->name, value);
      return;
    }
  const char *text = hv_record_get_text (record, field);
  if (text == NULL)
    return;
  g_autofree char *escaped = escape (text);
  g_string_append_printf (line, " %s=\"%s\"", field->name, escaped);
}

static char *
format_record (HvKind kind, gconstpointer record)
{
  const HvRecord *head = record;
  GString *line = g_string_new (hv_kind_get_name (kind));
  gsize n;
  const HvField *fields = hv_kind_get_fields (kind, &n);
  g_string_append_printf (line, " %" G_GINT64_FORMAT, head->id);
  if (head->ext != NULL)
    {
      g_autofree char *ext = escape (head->ext);
      g_string_append_printf (line, " ext=\"%s\"", ext);
    }
  for (gsize i = 0; i < n; i++)
    append_field (line, record, &fields[i]);
  if (head->extra != NULL)
    {
      g_autofree char *extra = escape (head->extra);
      g_string_append_printf (line, " extra=\"%s\"", extra);
    }
  return g_string_free (line, FALSE);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const HvRecord *first = *(const HvRecord *const *)a;
  const HvRecord *second = *(const HvRecord *const *)b;
  return (first->id > second->id) - (first->id < second->id);
}

static void
dump_kind (HvSession *session, HvKind kind)
{
  const GPtrArray *records = hv_roster_list (hv_session_get_roster (session), kind);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (records, i));
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *line = format_record (kind, g_ptr_array_index (sorted, i));
      json_builder_add_string_value (session->answer, line);
      hv_session_say (session, "%s", line);
    }
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  if (!hv_session_open_all (session, error))
    return false;
  hv_session_begin_list (session, "records");
  for (HvKind kind = 0; kind < HV_N_KINDS; kind++)
    dump_kind (session, kind);
  hv_session_end_list (session);
  return true;
}

const HvVerb hv_verb_dump = {
  .name = "dump",
  .arguments = "",
  .summary = HV_N_ ("Print the whole state as sorted text, for comparing"),
  .example = "> before.txt",
  .most = 0,
  .run = run,
};
