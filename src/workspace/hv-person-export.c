/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-export.h"

#include "hv-error.h"
#include "hv-file-export.h"
#include "hv-format.h"
#include "hv-json-writer.h"
#include "hv-step-words.h"
#include "hv-week-words.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

/* --- JSON --- */

static JsonObject *
make_log_entry (const HvLogEntry *entry)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (entry->step.at);
  g_autofree char *when = g_date_time_format_iso8601 (at);
  json_object_set_string_member (object, "at", when);
  json_object_set_string_member (object, "who", entry->who);
  json_object_set_string_member (object, "verb", entry->step.verb);
  JsonArray *rows = json_array_new ();
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const HvStepRow *row = &g_array_index (entry->rows, HvStepRow, i);
      JsonObject *change = json_object_new ();
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
      json_object_set_string_member (change, "kind", hv_kind_get_name (row->kind));
      json_object_set_string_member (change, "id", id);
      json_object_set_string_member (change, "what", row->added ? "added" : row->removed ? "removed" : "changed");
      json_array_add_object_element (rows, change);
    }
  json_object_set_array_member (object, "changes", rows);
  return object;
}

static JsonArray *
make_calls (const HvRoster *roster, HvId volunteer)
{
  static const char *const answers[] = { "not called", "yes", "no", "no answer" };
  JsonArray *list = json_array_new ();
  const GPtrArray *calls = hv_roster_list_of (roster, HV_KIND_CALL, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < calls->len; i++)
    {
      const HvCall *call = g_ptr_array_index (calls, i);
      const HvShift *shift = hv_roster_find_shift (roster, call->shift);
      JsonObject *object = json_object_new ();
      g_autofree char *what = shift == NULL ? NULL : hv_week_words_shift (roster, shift, HV_LANGUAGE_EN);
      json_object_set_string_member (object, "shift", what);
      json_object_set_string_member (object, "answer", answers[call->answer]);
      json_array_add_object_element (list, object);
    }
  return list;
}

char *
hv_person_export_to_json (HvWorkspace *workspace, const HvVolunteer *volunteer, GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  HvChoice choice = HV_CHOICE_ALL;
  choice.volunteer = volunteer->r.id;
  g_autoptr (GPtrArray) entries = NULL;
  if (!hv_store_list_steps_about (hv_workspace_get_store (workspace), volunteer->r.id, &entries, error))
    return NULL;

  g_autofree char *exchange = hv_json_write (roster, HV_JSON_PART_VOLUNTEERS | HV_JSON_PART_ROSTER, &choice);
  g_autoptr (JsonNode) root = json_from_string (exchange, error);
  if (root == NULL)
    return NULL;
  JsonArray *log = json_array_new ();
  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (log, make_log_entry (g_ptr_array_index (entries, i)));
  json_object_set_array_member (json_node_get_object (root), "log", log);
  json_object_set_array_member (json_node_get_object (root), "calls", make_calls (roster, volunteer->r.id));
  return json_to_string (root, TRUE);
}

/* --- HTML --- */

static void
add_heading (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (html, "<h2>%s</h2>\n", escaped);
}

static void
add_row (GString *html, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_autofree char *escaped_name = g_markup_escape_text (name, -1);
  g_autofree char *escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (html, "<tr><th>%s</th><td>%s</td></tr>\n", escaped_name, escaped);
}

static void
add_person (GString *html, const HvVolunteer *volunteer, HvLanguage language)
{
  g_string_append (html, "<table>\n");
  add_row (html, hv_text (language, "Name"), volunteer->name);
  add_row (html, hv_text (language, "Phone"), volunteer->phone);
  add_row (html, hv_text (language, "E-mail"), volunteer->email);
  add_row (html, hv_text (language, "Note"), volunteer->note);
  g_string_append (html, "</table>\n");
}

static void
add_ties (GString *html, const HvRoster *roster, HvId volunteer, HvLanguage language)
{
  const GPtrArray *skills = hv_roster_list_of (roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, volunteer);
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < skills->len; i++)
    {
      const HvRole *role = hv_roster_find_role (roster, ((const HvSkill *)g_ptr_array_index (skills, i))->role);
      add_row (html, hv_text (language, "Role"), role == NULL ? NULL : role->name);
    }
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      const HvHouse *house = hv_roster_find_house (roster, tie->house);
      add_row (html, tie->key == 1 ? hv_text (language, "House, with a key") : hv_text (language, "House"),
               house == NULL ? NULL : house->name);
    }
  g_string_append (html, "</table>\n");
}

static void
add_absences (GString *html, const HvRoster *roster, HvId volunteer, HvLanguage language)
{
  const GPtrArray *absences = hv_roster_list_of (roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, volunteer);
  if (absences->len == 0)
    return;
  add_heading (html, hv_text (language, "Absence"));
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < absences->len; i++)
    {
      const HvAbsence *absence = g_ptr_array_index (absences, i);
      g_autofree char *range = hv_format_day_range ((HvDay)absence->from, (HvDay)absence->to, language);
      add_row (html, range, absence->reason == NULL ? "–" : absence->reason);
    }
  g_string_append (html, "</table>\n");
}

static void
add_duties (GString *html, const HvRoster *roster, HvId volunteer, HvLanguage language)
{
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  add_heading (html, hv_text (language, "Shifts"));
  g_string_append (html, "<ul>\n");
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      const HvShift *shift = hv_roster_find_shift (roster, duty->shift);
      if (shift == NULL)
        continue;
      g_autofree char *what = hv_week_words_shift (roster, shift, language);
      g_autofree char *year = g_strdup_printf ("%d", hv_day_get_year (hv_minute_get_day (duty->starts)));
      g_autofree char *escaped = g_markup_escape_text (what, -1);
      g_string_append_printf (html, "<li>%s (%s)</li>\n", escaped, year);
    }
  g_string_append (html, "</ul>\n");
}

static void
add_log (GString *html, const GPtrArray *entries, HvLanguage language)
{
  add_heading (html, hv_text (language, "Change log"));
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < entries->len; i++)
    {
      const HvLogEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (entry->step.at);
      g_autofree char *when = g_date_time_format (at, "%Y-%m-%d %H:%M UTC");
      g_autofree char *what = g_strdup_printf ("%s: %s", entry->who, hv_step_words_what (entry->step.verb, language));
      add_row (html, when, what);
    }
  g_string_append (html, "</table>\n");
}

char *
hv_person_export_to_html (HvWorkspace *workspace, const HvVolunteer *volunteer, HvLanguage language, GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  g_autoptr (GPtrArray) entries = NULL;
  if (!hv_store_list_steps_about (hv_workspace_get_store (workspace), volunteer->r.id, &entries, error))
    return NULL;
  g_autofree char *name = g_markup_escape_text (volunteer->name, -1);
  const char *title = hv_text (language, "Personal data");
  GString *html = g_string_new (NULL);
  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<title>%s: %s</title>\n<style>\nbody { font: 17px sans-serif; max-width: 45em; margin: 2em "
                          "auto; padding: 0 1em; }\nth { text-align: left; padding-right: 1.5em; vertical-align: top; "
                          "}\n</style>\n</head>\n<body>\n<h1>%s: %s</h1>\n",
                          hv_language_get_code (language), title, name, title, name);
  add_person (html, volunteer, language);
  add_ties (html, roster, volunteer->r.id, language);
  add_absences (html, roster, volunteer->r.id, language);
  add_duties (html, roster, volunteer->r.id, language);
  add_log (html, entries, language);
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}

/* --- files --- */

static bool
write_file (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  return hv_file_export_save (path, text, error);
}

bool
hv_person_export (HvWorkspace *workspace, const HvVolunteer *volunteer, const char *folder, GError **error)
{
  g_autofree char *json = hv_person_export_to_json (workspace, volunteer, error);
  if (json == NULL)
    return false;
  g_autofree char *html = hv_person_export_to_html (workspace, volunteer, hv_text_get_own_language (), error);
  if (html == NULL)
    return false;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("The folder %s cannot be made: %s."), folder,
                   g_strerror (errno));
      return false;
    }
  return write_file (folder, "person.json", json, error) && write_file (folder, "person.html", html, error);
}
