/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"

#include "hv-json-reader.h"

#include <string.h>

const char fixture_small[] =
    "{\"format\": \"husvagt-1\",\n"
    " \"organisation\": {\"name\": \"IT-hjælp i tre huse\", \"country\": \"DK\"},\n"
    " \"roles\": [{\"id\": \"it\", \"name\": \"IT-hjælp\", \"serves\": true},\n"
    "  {\"id\": \"host\", \"name\": \"Kaffevært\", \"serves\": false}],\n"
    " \"houses\": [{\"id\": \"jue\", \"name\": \"Juelsminde\",\n"
    "   \"hours\": [{\"id\": \"jh\", \"weekday\": 1, \"start\": \"13:00\", \"end\": \"16:00\"}],\n"
    "   \"templates\": [{\"id\": \"jt\", \"role\": \"it\", \"weekday\": 1, \"minimum\": 3}]},\n"
    "  {\"id\": \"tor\", \"name\": \"Tørring\",\n"
    "   \"hours\": [{\"id\": \"th\", \"weekday\": 3, \"start\": \"10:00\", \"end\": \"13:00\"}]},\n"
    "  {\"id\": \"tel\", \"name\": \"Telefon\", \"kind\": \"remote\",\n"
    "   \"hours\": [{\"id\": \"nh\", \"weekday\": 6, \"start\": \"22:00\", \"end\": \"30:00\"}]}],\n"
    " \"volunteers\": [{\"id\": \"anna\", \"name\": \"Anna Lindeskov\", \"email\": "
    "\"anna@example.org\", \"phone\": \"12 34 56 01\", \"roles\": {\"it\": \"able\"}},\n"
    "  {\"id\": \"bo\", \"name\": \"Bo Vestermark\", \"roles\": {\"it\": \"experienced\"}},\n"
    "  {\"id\": \"carla\", \"name\": \"Carla Munkholt\"}],\n"
    " \"openings\": [{\"id\": \"o1\", \"house\": \"jue\", \"date\": \"2026-05-04\"}],\n"
    " \"shifts\": [{\"id\": \"s1\", \"opening\": \"o1\", \"role\": \"it\", \"minimum\": 3, "
    "\"template\": \"jt\"}],\n"
    " \"assignments\": [{\"id\": \"a1\", \"shift\": \"s1\", \"volunteer\": \"anna\"}]}\n";

HvRoster *
fixture_new_roster (void)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_week_of_day (hv_day_from_ymd (1600, 1, 3)),
                               hv_week_of_day (hv_day_from_ymd (9998, 12, 31)));
  return hv_roster_builder_end (builder);
}

HvEditSource
fixture_get_source (void)
{
  static HvId next_id = 1000000;
  next_id += 1000000;
  HvEditSource source = { .next_id = next_id };
  memcpy (source.random, &next_id, sizeof next_id);
  return source;
}

GBytes *
fixture_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

HvImport *
fixture_read_json (const HvRoster *roster, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fixture_bytes (text);
  HvImport *import = hv_json_read (roster, bytes, fixture_get_source (), &error);
  g_assert_no_error (error);
  return import;
}

HvRoster *
fixture_apply (const HvRoster *roster, HvImport *import)
{
  g_autofree char *refusals = fixture_format_refusals (import);
  g_assert_cmpstr (refusals, ==, "");
  return hv_roster_apply (roster, import->edit);
}

HvRoster *
fixture_apply_json (const HvRoster *roster, const char *text)
{
  g_autoptr (HvImport) import = fixture_read_json (roster, text);
  return fixture_apply (roster, import);
}

char *
fixture_format_refusals (const HvImport *import)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < import->refusals->len; i++)
    {
      g_autofree char *line = hv_import_format_refusal (&g_array_index (import->refusals, HvRefusal, i));
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

gconstpointer
fixture_find (const HvRoster *roster, HvKind kind, const char *ext)
{
  gconstpointer record = hv_roster_find_ext (roster, kind, ext);
  if (record == NULL)
    g_error ("no %s is called %s", hv_kind_get_name (kind), ext);
  return record;
}

/* --- comparing --- */

/* What an id means whatever it is: the name in files of the record, or what it hangs on. */
static char *
describe_reference (const HvRoster *roster, const HvField *field, gint64 value)
{
  const HvRecord *record =
      field->ref >= 0 && value != HV_NONE ? hv_roster_find (roster, (HvKind)field->ref, value) : NULL;
  return record != NULL && record->ext != NULL ? g_strdup (record->ext) : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/* A record in words, without its id when it has no name in files. */
static char *
describe (const HvRoster *roster, const HvRecord *record)
{
  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (record->kind, &n_fields);
  GString *text = g_string_new (hv_kind_get_name (record->kind));
  g_string_append_printf (text, " %s extra=%s", record->ext != NULL ? record->ext : "", record->extra);
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *value = fields[i].type == HV_FIELD_TEXT
                                   ? g_strdup (hv_record_get_text (record, &fields[i]))
                                   : describe_reference (roster, &fields[i], hv_record_get_int (record, &fields[i]));
      g_string_append_printf (text, " %s=%s", fields[i].name, value);
    }
  return g_string_free (text, FALSE);
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
describe_all (const HvRoster *roster, HvKind kind)
{
  const GPtrArray *records = hv_roster_list (roster, kind);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (texts, describe (roster, records->pdata[i]));
  g_ptr_array_sort (texts, compare_texts_cb);
  return texts;
}

void
fixture_assert_same (const HvRoster *a, const HvRoster *b)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) one = describe_all (a, (HvKind)kind);
      g_autoptr (GPtrArray) other = describe_all (b, (HvKind)kind);
      for (guint i = 0; i < MIN (one->len, other->len); i++)
        g_assert_cmpstr (one->pdata[i], ==, other->pdata[i]);
      g_assert_cmpuint (one->len, ==, other->len);
    }
}
