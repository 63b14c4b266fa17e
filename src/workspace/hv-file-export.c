/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-file-export.h"

#include "hv-csv-hours.h"
#include "hv-csv-shifts.h"
#include "hv-csv-visits.h"
#include "hv-csv-volunteers.h"
#include "hv-error.h"
#include "hv-json-writer.h"
#include "hv-publishing.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* --- words --- */

static bool
find_word (const char *const *words, gsize n, const char *text, int *ret_place)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i], text) == 0)
      {
        *ret_place = (int)i;
        return true;
      }
  return false;
}

bool
hv_export_what_parse (const char *text, HvExportWhat *ret_what, GError **error)
{
  static const char *const words[] = { "all", "volunteers", "visits", "roster", "hours" };
  int place = HV_EXPORT_ALL;
  if (text != NULL && !find_word (words, G_N_ELEMENTS (words), text, &place))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
                   hv_own_text ("“%s” is none of all, volunteers, visits, roster and hours."), text);
      return false;
    }
  *ret_what = (HvExportWhat)place;
  return true;
}

bool
hv_export_format_parse (const char *text, HvExportWhat what, HvExportFormat *ret_format, GError **error)
{
  static const char *const words[] = { "json", "csv", "ics" };
  int place = what == HV_EXPORT_HOURS ? HV_EXPORT_CSV : HV_EXPORT_JSON;
  if (text != NULL && !find_word (words, G_N_ELEMENTS (words), text, &place))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is none of the formats json, csv and ics."),
                   text);
      return false;
    }
  *ret_format = (HvExportFormat)place;
  return true;
}

/* --- spreadsheets --- */

static const HvZone *
find_zone (const char *name, gpointer data)
{
  return hv_workspace_get_zone (data, name);
}

static char *
write_csv (HvWorkspace *workspace, HvExportWhat what, const HvChoice *choice, HvLanguage language, GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  if (what == HV_EXPORT_ALL)
    {
      g_set_error_literal (
          error, HV_ERROR, HV_ERROR_USAGE,
          hv_own_text ("A spreadsheet holds one thing: say --what volunteers, visits, roster or hours."));
      return NULL;
    }
  HvCsvWriter *writer = hv_csv_writer_new (hv_csv_get_separator (language), true);
  if (what == HV_EXPORT_VOLUNTEERS)
    hv_csv_volunteers_write (writer, roster, choice, language);
  else if (what == HV_EXPORT_VISITS)
    hv_csv_visits_write (writer, roster, choice, language);
  else if (what == HV_EXPORT_ROSTER)
    hv_csv_shifts_write (writer, roster, choice, language);
  else
    hv_csv_hours_write (writer, roster, choice, language, find_zone, workspace);
  return hv_csv_writer_end (writer);
}

/* --- hours as JSON: the rows of their table --- */

static JsonObject *
make_hours (HvCsvReader *reader)
{
  static const char *const names[] = { "volunteer", "house", "date", "role", "start", "end" };
  JsonObject *row = json_object_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    json_object_set_string_member (row, names[i], hv_csv_reader_get_cell (reader, i));
  json_object_set_double_member (row, "hours",
                                 g_ascii_strtod (hv_csv_reader_get_cell (reader, G_N_ELEMENTS (names)), NULL));
  return row;
}

static char *
write_hours_json (HvWorkspace *workspace, const HvChoice *choice, GError **error)
{
  g_autofree char *table = write_csv (workspace, HV_EXPORT_HOURS, choice, HV_LANGUAGE_EN, error);
  if (table == NULL)
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));
  g_autoptr (HvCsvReader) reader = hv_csv_reader_new (bytes);
  JsonArray *rows = json_array_new ();
  hv_csv_reader_next (reader, NULL); /* the header */
  while (hv_csv_reader_next (reader, NULL) == HV_CSV_ROW)
    json_array_add_object_element (rows, make_hours (reader));
  JsonObject *object = json_object_new ();
  json_object_set_array_member (object, "hours", rows);
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  return json_to_string (root, TRUE);
}

static char *
write_json (HvWorkspace *workspace, HvExportWhat what, const HvChoice *choice, GError **error)
{
  static const HvJsonParts parts[] = {
    [HV_EXPORT_ALL] = HV_JSON_PART_ALL,
    [HV_EXPORT_VOLUNTEERS] = HV_JSON_PART_VOLUNTEERS,
    [HV_EXPORT_VISITS] = HV_JSON_PART_VISITS,
    [HV_EXPORT_ROSTER] = HV_JSON_PART_ROSTER,
  };
  if (what == HV_EXPORT_HOURS)
    return write_hours_json (workspace, choice, error);
  return hv_json_write (hv_workspace_get_roster (workspace), parts[what], choice);
}

/* --- calendars --- */

static char *
write_ics (HvWorkspace *workspace, const HvChoice *choice, GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  HvStore *store = hv_workspace_get_store (workspace);
  if (choice->volunteer == HV_NONE && choice->house == HV_NONE)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_USAGE,
                           hv_own_text ("A calendar is somebody’s: say --volunteer or --house."));
      return NULL;
    }
  return choice->volunteer != HV_NONE
             ? hv_publishing_export (store, roster, HV_OWNER_VOLUNTEER, choice->volunteer, choice, error)
             : hv_publishing_export (store, roster, HV_OWNER_HOUSE, choice->house, choice, error);
}

char *
hv_file_export_write (HvWorkspace *workspace, HvExportWhat what, HvExportFormat format, const HvChoice *choice,
                      HvLanguage language, GError **error)
{
  switch (format)
    {
    case HV_EXPORT_CSV:
      return write_csv (workspace, what, choice, language, error);
    case HV_EXPORT_ICS:
      return write_ics (workspace, choice, error);
    case HV_EXPORT_JSON:
    default:
      return write_json (workspace, what, choice, error);
    }
}

static bool
refuse_place (const char *path, const GError *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = g_path_get_dirname (name);
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, HV_ERROR, HV_ERROR_FULL_DISK,
                 hv_own_text ("%s is not written, because the disk is full. Make room, or choose another place."),
                 name);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                 hv_own_text ("%s is not written, because there is no folder %s. Make it, or choose another place."),
                 name, folder);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s is a folder. Say which file in it."), name);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                 hv_own_text ("%s is not written, because you may not write in %s. Choose another place."), name,
                 folder);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s cannot be written: %s. Choose another place."),
                 name, reason->message);
  return false;
}

/* One wrong word on the command line, and the organisation would be gone. */
static bool
spare_data (const char *path, GError **error)
{
  static const char head[] = "SQLite format 3"; /* and a zero byte, which is that of the string */
  char begins[sizeof head] = "";
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rbe") : NULL;
  if (file == NULL)
    return true;
  bool data = fread (begins, 1, sizeof begins, file) == sizeof begins && memcmp (begins, head, sizeof head) == 0;
  fclose (file);
  if (!data)
    return true;
  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
               hv_own_text ("%s holds an organisation’s data and would be lost. Choose another name."), name);
  return false;
}

/* A pipe or /dev/stdout is written to, not replaced by a file of that name. */
static bool
pour (const char *path, const char *text, GError **error)
{
  FILE *device = g_fopen (path, "wbe");
  bool done = device != NULL && fputs (text, device) >= 0;
  if (device != NULL)
    done = fclose (device) == 0 && done;
  if (!done)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return done;
}

static bool
write_text (const char *path, const char *text, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, "");
      return false;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return pour (path, text, error);
  /* Where a link leads, not the link itself. */
  g_autofree char *real = realpath (path, NULL);
  return g_file_set_contents_full (real != NULL ? real : path, text, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

bool
hv_file_export_save (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) reason = NULL;
  if (!spare_data (path, error))
    return false;
  return write_text (path, text, &reason) || refuse_place (path, reason, error);
}
