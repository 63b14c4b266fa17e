/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sample.h"

#include "hv-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* --- files --- */

char *
sample_folder_new (void)
{
  char *folder = g_strdup ("/dev/shm/husvagt-store-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;
  g_free (folder);
  return sample_folder_new_on_disk ();
}

char *
sample_folder_new_on_disk (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("husvagt-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

void
sample_folder_free (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

char *
sample_path (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* --- stores and edits --- */

HvStore *
sample_store_new (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sample_path (folder, "roster.husvagt");
  HvStore *store = hv_store_open (path, HV_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

void
sample_set_up (SampleFixture *fixture, gconstpointer data)
{
  fixture->folder = sample_folder_new ();
  fixture->store = sample_store_new_filled (fixture->folder);
}

void
sample_tear_down (SampleFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, hv_store_close);
  sample_folder_free (fixture->folder);
}

void
sample_reopen (SampleFixture *fixture)
{
  g_clear_pointer (&fixture->store, hv_store_close);
  fixture->store = sample_store_new (fixture->folder);
}

void
sample_run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

HvEdit *
sample_begin (const char *verb)
{
  return hv_edit_new (verb, hv_store_new_edit_source ());
}

HvStep
sample_apply (HvStore *store, HvEdit *edit, const char *who)
{
  g_autoptr (GError) error = NULL;
  HvStepInfo info = { .who = who, .client = "test", .undoable = true };
  HvStep step;

  hv_store_apply (store, edit, &info, &step, &error);
  g_assert_no_error (error);
  hv_edit_free (edit);
  return step;
}

void
sample_refuse (HvStore *store, HvEdit *edit, const char *who, int code)
{
  g_autoptr (GError) error = NULL;
  HvStepInfo info = { .who = who, .client = "test", .undoable = true };

  g_assert_false (hv_store_apply (store, edit, &info, NULL, &error));
  g_assert_error (error, HV_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
  hv_edit_free (edit);
}

gpointer
sample_find (HvStore *store, HvKind kind, HvId id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = NULL;

  hv_store_find_record (store, kind, id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

/* --- records --- */

static gint64
choose_number (HvKind kind, const HvField *field, gint64 number)
{
  if (kind == HV_KIND_FEED && strcmp (field->name, "since") == 0)
    return 1777000000 + number; /* seconds, not a day as in a template */

  static const struct
  {
    const char *name;
    gint64 first;
    gint64 n;
  } ranges[] = {
    { "weekday", 1, 7 },           { "start_minute", 600, 100 }, { "end_minute", 800, 600 }, { "from_week", 20577, 1 },
    { "to_week", 20584, 1 },       { "until", 20591, 1 },        { "week", 20577, 1 },       { "from_day", 20577, 5 },
    { "to_day", 20590, 5 },        { "starts", 29631660, 100 },  { "ends", 29631840, 100 },  { "position", 0, 9 },
    { "minutes", 1, 90 },          { "count", 0, 500 },          { "repeat", 0, 5 },         { "sequence", 0, 9 },
    { "modified", 1777e6, 9 },     { "day", 20577, 99 },         { "since", 20577, 99 },     { "guests_per", 1, 50 },
    { "target_share", 0, 900000 }, { "factor", 500000, 900000 }, { "left_unhelped", 0, 9 },  { "at", 1777e6, 99 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (strcmp (field->name, ranges[i].name) == 0)
      return ranges[i].first + number % ranges[i].n;
  return number % 2;
}

gpointer
sample_record_new (HvKind kind, HvId id, gint64 number)
{
  gpointer record = hv_record_new (kind, id);
  gsize n;
  const HvField *fields = hv_kind_get_fields (kind, &n);

  for (gsize i = 0; i < n; i++)
    if (fields[i].ref >= 0)
      continue;
    else if (fields[i].type == HV_FIELD_INT)
      hv_record_set_int (record, &fields[i], choose_number (kind, &fields[i], number));
    else
      {
        g_autofree char *text = strcmp (fields[i].name, "language") == 0 ? g_strdup ("sv")
                                : strcmp (fields[i].name, "country") == 0
                                    ? g_strdup ("SE")
                                    : g_strdup_printf ("%s %" G_GINT64_FORMAT " “æøåäö”\n\\", fields[i].name, number);
        hv_record_set_text (record, &fields[i], text);
      }
  if (kind == HV_KIND_VOLUNTEER)
    hv_volunteer_set_name (record, ((HvVolunteer *)record)->name);
  return record;
}

static gpointer
add (HvEdit *edit, HvKind kind, HvId id)
{
  gpointer record = hv_record_new (kind, id);

  hv_edit_take (edit, record);
  return record;
}

static void
add_opening (HvEdit *edit, HvId id, HvId shift_id, HvId house, HvSpan span)
{
  HvOpening *opening = add (edit, HV_KIND_OPENING, id);
  opening->house = house;
  opening->starts = span.from;
  opening->ends = span.to;

  HvShift *shift = add (edit, HV_KIND_SHIFT, shift_id);
  shift->house = house;
  shift->opening = id;
  shift->role = SAMPLE_ROLE_IT;
  shift->starts = span.from;
  shift->ends = span.to;
  shift->minimum = 3;
}

static void
add_people (HvEdit *edit)
{
  static const char *const names[] = { "Anna Lindeskov", "Bo Vestermark", "Åse Blåklint" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    hv_volunteer_set_name (add (edit, HV_KIND_VOLUNTEER, SAMPLE_ANNA + (HvId)i), names[i]);
}

static void
add_places (HvEdit *edit)
{
  static const char *const roles[] = { "IT-hjælp", "Kaffevært" };
  static const char *const houses[] = { "Juelsminde", "Tørring" };

  for (gsize i = 0; i < 2; i++)
    {
      HvRole *role = add (edit, HV_KIND_ROLE, SAMPLE_ROLE_IT + (HvId)i);
      hv_set_text (&role->name, roles[i]);
      role->serves = i == 0;
      role->position = (gint64)i;
      HvHouse *house = add (edit, HV_KIND_HOUSE, SAMPLE_JUELSMINDE + (HvId)i);
      hv_set_text (&house->name, houses[i]);
      house->position = (gint64)i;
    }
}

HvEdit *
sample_edit_new (void)
{
  HvEdit *edit = sample_begin ("import");
  HvOrganisation *organisation = add (edit, HV_KIND_ORGANISATION, 1);

  hv_set_text (&organisation->name, "Ældre Sagen");
  hv_set_text (&organisation->country, "DK");
  hv_set_text (&organisation->zone, "Europe/Copenhagen");
  hv_set_text (&organisation->language, "da");
  add_places (edit);
  add_people (edit);
  add_opening (edit, SAMPLE_OPENING_J, SAMPLE_SHIFT_J, SAMPLE_JUELSMINDE,
               hv_span_on_day (SAMPLE_MONDAY, 13 * 60, 16 * 60));
  add_opening (edit, SAMPLE_OPENING_T, SAMPLE_SHIFT_T, SAMPLE_TORRING,
               hv_span_on_day (SAMPLE_MONDAY + 2, 10 * 60, 13 * 60));

  HvAssignment *assignment = add (edit, HV_KIND_ASSIGNMENT, SAMPLE_ASSIGNMENT);
  assignment->house = SAMPLE_JUELSMINDE;
  assignment->shift = SAMPLE_SHIFT_J;
  assignment->volunteer = SAMPLE_ANNA;
  assignment->starts = hv_minute_at (SAMPLE_MONDAY, 13 * 60);
  assignment->ends = hv_minute_at (SAMPLE_MONDAY, 16 * 60);
  return edit;
}

HvStore *
sample_store_new_filled (const char *folder)
{
  HvStore *store = sample_store_new (folder);

  sample_apply (store, sample_edit_new (), "Karen");
  return store;
}

/* --- dumps --- */

static void
append_record (GString *dump, const HvRecord *record)
{
  gsize n;
  const HvField *fields = hv_kind_get_fields (record->kind, &n);

  g_string_append_printf (dump, "%s %" G_GINT64_FORMAT, hv_kind_get_name (record->kind), record->id);
  for (gsize i = 0; i < n; i++)
    if (fields[i].type == HV_FIELD_TEXT)
      g_string_append_printf (dump, " %s=%s", fields[i].name, hv_record_get_text (record, &fields[i]));
    else
      g_string_append_printf (dump, " %s=%" G_GINT64_FORMAT, fields[i].name, hv_record_get_int (record, &fields[i]));
  g_string_append_printf (dump, " ext=%s extra=%s\n", record->ext, record->extra);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const HvRecord *one = *(gpointer *)a, *other = *(gpointer *)b;

  return one->id < other->id ? -1 : one->id > other->id;
}

char *
sample_dump (HvStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = NULL;
  GString *dump = g_string_new (NULL);

  hv_store_load_everything (store, &roster, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const GPtrArray *records = hv_roster_list (roster, (HvKind)kind);
      g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *)records, NULL, NULL);
      g_ptr_array_set_free_func (sorted, NULL);
      g_ptr_array_sort (sorted, compare_ids);
      for (guint i = 0; i < sorted->len; i++)
        append_record (dump, sorted->pdata[i]);
    }
  return g_string_free (dump, FALSE);
}

static int
append_row_cb (void *data, int n, char **values, char **names)
{
  GString *dump = data;

  for (int i = 0; i < n; i++)
    g_string_append_printf (dump, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "(null)");
  g_string_append_c (dump, '\n');
  return 0;
}

static int
append_table_cb (void *data, int n, char **values, char **names)
{
  gpointer *both = data;
  g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM \"%s\" ORDER BY 1, 2, 3", values[0], values[0]);

  g_assert_cmpint (sqlite3_exec (both[0], sql, append_row_cb, both[1], NULL), ==, SQLITE_OK);
  return 0;
}

char *
sample_dump_file (const char *path)
{
  sqlite3 *handle;
  GString *dump = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  gpointer both[] = { handle, dump };
  g_assert_cmpint (
      sqlite3_exec (handle,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
                    append_table_cb, both, NULL),
      ==, SQLITE_OK);
  sqlite3_close (handle);
  return g_string_free (dump, FALSE);
}
