/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-file-import.h"

#include "hv-absence-import.h"
#include "hv-counting.h"
#include "hv-csv-import.h"
#include "hv-encoding.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-json-reader.h"
#include "hv-zones.h"

#include <string.h>

/* A file of years of counts would ask hundreds of questions nobody answers. */
#define MOST_QUESTIONS 100

bool
hv_file_kind_parse (const char *text, HvCsvKind *ret_kind, GError **error)
{
  *ret_kind = HV_CSV_GUESS;
  if (text == NULL || hv_csv_kind_parse (text, ret_kind))
    return true;
  g_autofree char *quoted = hv_error_quote (text);
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("%s is none of volunteers, visits and shifts."), quoted);
  return false;
}

/* --- bytes --- */

static void
refuse_file (const char *path, const GError *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("There is no file %s. Check its name."), name);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("%s is a folder. Choose a file in it."), name);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                 hv_own_text ("You may not read %s. Copy it to a folder of your own."), name);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("%s cannot be read: %s"), name, reason->message);
}

GBytes *
hv_file_read (const char *path, GError **error)
{
  char *contents;
  gsize length;
  g_autoptr (GError) reason = NULL;
  if (g_file_get_contents (path, &contents, &length, &reason))
    return g_bytes_new_take (contents, length);
  refuse_file (path, reason, error);
  return NULL;
}

/* --- what it is --- */

/* Its first words, in whatever encoding. */
static char *
find_head (GBytes *file)
{
  HvEncoding encoding;
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (file, 0, MIN (g_bytes_get_size (file), 400));
  g_autoptr (GBytes) text = hv_encoding_decode (head, &encoding);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  return g_strchug (g_strndup (data == NULL ? "" : data, length));
}

/* xlsx and ods are zip archives, xls is a compound file. */
static bool
is_workbook (GBytes *file)
{
  static const char *const beginnings[] = { "PK\003\004", "\320\317\021\340" };
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= 4 && memcmp (data, beginnings[i], 4) == 0)
      return true;
  return false;
}

static bool
is_json (const char *head, const char *path)
{
  return head[0] == '{' || head[0] == '[' || g_str_has_suffix (path, ".json");
}

static HvImport *
read_calendar (HvWorkspace *workspace, GBytes *file, const char *path, const char *volunteer, GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  const HvVolunteer *owner = NULL;
  if (volunteer != NULL && (owner = hv_roster_match_volunteer (roster, volunteer, error)) == NULL)
    return NULL;
  HvZone *zone = hv_workspace_get_zone (workspace, hv_roster_get_organisation (roster)->zone);
  /* What is over and done with still matters to the week that is being looked at. */
  HvDay from = hv_workspace_get_today (workspace) - 365;
  return hv_absence_import_read (roster, file, path, owner == NULL ? HV_NONE : owner->r.id, zone, from,
                                 hv_store_new_edit_source (), error);
}

static HvImport *
read_contents (HvWorkspace *workspace, GBytes *file, const char *path, HvCsvKind kind, const char *volunteer,
               GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  g_autofree char *name = g_path_get_basename (path);
  if (is_workbook (file))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("%s is a spreadsheet program’s own file. Save the sheet as CSV and take that."), name);
      return NULL;
    }
  g_autofree char *head = find_head (file);
  if (strstr (head, "BEGIN:VCALENDAR") != NULL)
    return read_calendar (workspace, file, path, volunteer, error);
  HvImport *import = is_json (head, path) ? hv_json_read (roster, file, hv_store_new_edit_source (), error)
                                          : hv_csv_read (roster, file, kind, hv_store_new_edit_source (), NULL, error);
  if (import == NULL)
    g_prefix_error (error, "%s: ", name);
  return import;
}

/* --- what only this layer can see --- */

/* The zone that a record says, or NULL. */
static const char *
find_zone (const HvRecord *record)
{
  if (record->kind == HV_KIND_ORGANISATION)
    return ((const HvOrganisation *)record)->zone;
  return record->kind == HV_KIND_HOUSE ? ((const HvHouse *)record)->zone : NULL;
}

static bool
check_zones (const HvEdit *edit, GError **error)
{
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      const char *name = put->remove ? NULL : find_zone (put->record);
      g_autoptr (HvZone) zone = name == NULL ? NULL : hv_zones_load (name);
      if (name == NULL || zone != NULL)
        continue;
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("This machine knows no time zone “%s”. A zone looks like Europe/Copenhagen."), name);
      return false;
    }
  return true;
}

static void
ask_about (HvEdit *edit, const HvRoster *after, const HvVisit *visit)
{
  HvLanguage language = hv_text_get_own_language ();
  /* An opening behind the last week there is is in the edit only. */
  const HvOpening *opening = hv_edit_find (edit, after, HV_KIND_OPENING, visit->opening);
  const HvHouse *house = hv_roster_find_house (after, visit->house);
  if (visit->special != HV_NONE || opening == NULL || house == NULL)
    return;
  g_autofree char *question = hv_counting_ask (after, opening, visit->count, language);
  if (question == NULL)
    return;
  g_autofree char *day = hv_format_day_with_year (hv_opening_get_day (opening), language);
  /* TRANSLATORS: house, date: “Is 530 right? Usually 31–77 come.” */
  hv_edit_warn (edit, "unusual", hv_text_format (language, "%s, %s: %s", house->name, day, question));
}

static void
ask_about_counts (HvEdit *edit, const HvRoster *roster)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      if (!put->remove && ((const HvRecord *)put->record)->kind == HV_KIND_VISIT)
        g_ptr_array_add (visits, put->record);
    }
  if (visits->len == 0 || visits->len > MOST_QUESTIONS)
    return;
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  for (guint i = 0; i < visits->len; i++)
    ask_about (edit, after, g_ptr_array_index (visits, i));
}

HvImport *
hv_file_import_read (HvWorkspace *workspace, const char *path, HvCsvKind kind, const char *volunteer, GError **error)
{
  g_autoptr (GBytes) file = hv_file_read (path, error);
  if (file == NULL)
    return NULL;
  g_autoptr (HvImport) import = read_contents (workspace, file, path, kind, volunteer, error);
  if (import == NULL || !check_zones (import->edit, error))
    return NULL;
  ask_about_counts (import->edit, hv_workspace_get_roster (workspace));
  return g_steal_pointer (&import);
}
