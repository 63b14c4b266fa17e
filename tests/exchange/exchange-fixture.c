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

/* An organisation with something in every field the format has, the ugly ones too. */
static const char full[] =
    "{'format': 'husvagt-1', 'generator': {'name': 'script', 'runs': [1, 2.50, -3e2]},"
    " 'organisation': {'name': 'Ældre “IT” & kaffe', 'country': 'SE', 'zone': 'Europe/Stockholm', 'language': 'sv',"
    "  'web': 'https://example.org/v', 'target_share': 0.85, 'target_minutes': 12.5, 'most_week': 3, 'rest_hours': "
    "11.5, "
    "  'keep_weeks': 8, 'motto': 'Öppet'},"
    " 'roles': [{'id': 'it', 'name': 'It-hjälp', 'serves': true, 'icon': 'computer-symbolic', 'order': 7, 'checklist': "
    "['Lås upp', 'Tänd \\\\ \\\"ljuset\\\"'], 'pay': 0}, {'id': 'host', 'name': 'Värd', 'serves': false}],"
    " 'houses': [{'id': 'a', 'name': 'Ånäs', 'kind': 'house', 'address': 'Storgatan 1\\nÅnäs', 'place': 'Sal 1; "
    "källaren', 'zone': 'Europe/Copenhagen', 'order': 3, 'note': 'Rad 1\\n\\tRad 2', 'checklist': ['x'], "
    "'hide_names': true, 'never_alone': false, 'experienced': true, 'key': true, 'colour': 'red',"
    "  'demand': {'model': 'fixed', 'minutes': 12.25, 'target_share': 0.9, 'target_minutes': 10, 'door': 0.05, "
    "'least': 3, 'patience': 45, 'profile': [0.5, 0.25, 0.125], 'guess': 40.5, 'guests_per': 20, 'weather': 0.1},"
    "  'hours': [{'id': 'h1', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'from': '2026-W10', 'until': "
    "'2026-W53', 'why': 'x'}, {'id': 'h2', 'weekday': 6, 'start': '22:00', 'end': '30:00'}],"
    "  'templates': [{'id': 't1', 'role': 'it', 'weekday': 1, 'start': '09:30', 'end': '12:00', 'minimum': 0, "
    "'wanted': 2, 'maximum': 5, 'from': '2026-W19', 'until': '2026-W30', 'repeat': 'weeks', 'n': 3, 'since': "
    "'2026-05-04', 'regulars': ['u2', 'u1'], 'tag': null}, {'id': 't2', 'role': 'host', 'weekday': 6, 'repeat': "
    "'nth', 'n': -1}, {'id': 't3', 'role': 'host', 'weekday': 1, 'repeat': 'odd'}],"
    "  'closed': [{'id': 'c1', 'from': '2026-06-29', 'to': '2026-08-09', 'reason': 'Sommar'}, {'id': 'c2', 'from': "
    "'2026-12-24', 'to': '2026-12-24'}], 'open_on': ['2026-05-25', '2026-05-14']},"
    "  {'id': 'b', 'name': 'Ånäs', 'kind': 'event'}, {'id': 'c', 'name': 'Nattlinje', 'kind': 'remote'}],"
    " 'volunteers': [{'id': 'u1', 'name': 'Åsa Blåklint', 'phone': '+46 70 000 00 01', 'email': 'asa@example.org', "
    "'language': 'sv', 'note': '=1+1', 'roles': {'it': 'experienced', 'host': 'trainee'}, 'houses': ['b', 'a'], "
    "'keys': ['c', 'a'], 'from': '2026-01-01', 'until': '2027-12-31', 'archived': true, 'paused': [{'from': "
    "'2026-06-01', 'to': '2026-06-30'}, {'from': '2027-01-01', 'to': null, 'shoe': 1}],"
    "  'availability': [{'weekday': 1, 'start': '12:00', 'end': '17:00', 'state': 'can', 'from': '2026-W19', 'until': "
    "'2026-W40', 'repeat': 'even'}, {'weekday': 1, 'state': 'cannot'}, {'weekday': 1, 'state': 'cannot'}, {'id': "
    "'av', 'weekday': 7, 'start': '22:00', 'end': '32:00', 'state': 'rather-not', 'repeat': 'odd'}],"
    "  'absences': [{'id': 'ab', 'from': '2026-05-01', 'to': '2026-05-10', 'start': '09:00', 'end': '12:00', "
    "'reason': 'Semester'}], 'wishes': {'eight_weeks': 4, 'most_week': 1, 'most_four_weeks': 0, 'rest_hours': 11.5, "
    "'music': 'jazz'}, 'pairs': [{'with': 'u2', 'kind': 'together'}, {'with': 'u2', 'kind': 'drives'}], "
    "'shoe_size': 38},"
    "  {'id': 'u2', 'name': 'Örjan Tallmo', 'pairs': [{'with': 'u1', 'kind': 'never'}]},"
    "  {'id': 'u3', 'name': 'Örjan Tallmo', 'keys': ['a']}],"
    " 'travel': [{'houses': ['b', 'a'], 'minutes': 25}, {'id': 'tr', 'houses': ['a', 'c'], 'minutes': 0, 'by': "
    "'bus'}],"
    " 'openings': [{'id': 'o1', 'house': 'a', 'date': '2026-05-04', 'note': 'Två gick\\n', 'guests': 5},"
    "  {'id': 'o2', 'house': 'a', 'date': '2026-10-24'}, {'id': 'o3', 'house': 'b', 'date': '2026-12-31', 'start': "
    "'18:30', 'end': '20:30', 'closed': 'Lokalen upptagen', 'address': 'Byskolan\\nVägen 2', 'guests': 120, 'stage': "
    "true},"
    "  {'id': 'o4', 'house': 'a', 'date': '2026-05-11', 'start': '10:00', 'end': '12:00', 'hours': null},"
    "  {'id': 'o5', 'house': 'a', 'date': '2026-05-18', 'closed': 'Ascension Day', 'holiday': true}],"
    " 'shifts': [{'id': 's1', 'opening': 'o1', 'role': 'it', 'start': '09:30', 'end': '12:15', 'minimum': 0, 'wanted': "
    "5, 'maximum': 6, 'template': 't1', 'note': 'Ta med kaffe', 'uid': 'uid-1', 'x': []},"
    "  {'id': 's2', 'opening': 'o2', 'role': 'it', 'start': '22:00', 'end': '26:00'}, {'id': 's3', 'opening': 'o2', "
    "'role': 'it', 'start': '26:00', 'end': '30:00'}, {'id': 's4', 'opening': 'o2', 'role': 'host', 'start': "
    "'22:00', 'end': '22:30'}],"
    " 'assignments': [{'id': 'a1', 'shift': 's1', 'volunteer': 'u1', 'state': 'present', 'origin': 'regular', "
    "'locked': true, 'start': '10:00', 'end': '12:15', 'reason': 'Ringde', 'uid': 'uid-2', 'paid': 0},"
    "  {'id': 'a2', 'shift': 's1', 'volunteer': 'u2', 'state': 'called-off', 'origin': 'wish'}, {'id': 'a3', 'shift': "
    "'s1', 'guest': 'Granne', 'state': 'no-show', 'origin': 'filled'}, {'id': 'a4', 'shift': 's3', 'volunteer': "
    "'u2', 'start': '03:00', 'end': '06:00'}, {'id': 'a5', 'shift': 's2', 'volunteer': 'u2', 'start': '22:30', "
    "'end': '26:00', 'state': 'swapped'}],"
    " 'visits': [{'opening': 'o1', 'count': 53, 'slots': [20, 10, 0, 23], 'left': 4, 'wait': 12.5, 'minutes': 14.75, "
    "'note': 'Regn', 'special': true}, {'id': 'v2', 'opening': 'o4', 'count': 0, 'special': false, 'sun': 1}],"
    " 'expectations': [{'opening': 'o2', 'count': 100000}, {'id': 'e2', 'opening': 'o1', 'count': 0}],"
    " 'factors': [{'id': 'f1', 'from': '2026-W53', 'to': '2027-W01', 'factor': 1.5, 'name': 'Nytt id'}, {'id': 'f2', "
    "'house': 'a', 'from': '2026-W19', 'to': '2026-W19', 'factor': 0}]}";

HvRoster *
fixture_new_roster (void)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, hv_week_of_day (hv_day_from_ymd (1600, 1, 3)),
                               hv_week_of_day (hv_day_from_ymd (9998, 12, 31)));
  return hv_roster_builder_end (builder);
}

HvRoster *
fixture_new_full (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autofree char *text = g_strdup (full);
  g_strdelimit (text, "'", '"');
  return fixture_apply_json (empty, text);
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
