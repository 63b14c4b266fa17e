/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-import.h"

#include "hv-absence-reader.h"
#include "hv-error.h"
#include "hv-name.h"
#include "hv-text.h"

#include <string.h>

/* --- whose they are --- */

static const HvVolunteer *
find_by_name (const HvRoster *roster, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return NULL;
  g_autofree char *name = g_strstrip (g_strdup (text));
  return hv_roster_match_volunteer (roster, name, NULL);
}

/* The one volunteer whose whole name stands in a text. */
static const HvVolunteer *
find_in_text (const HvRoster *roster, const char *text)
{
  if (text == NULL)
    return NULL;
  const HvVolunteer *found = NULL;
  g_autofree char *key = hv_name_key (text);
  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      if (volunteer->key == NULL || volunteer->key[0] == '\0' || strstr (key, volunteer->key) == NULL)
        continue;
      if (found != NULL && strlen (found->key) >= strlen (volunteer->key))
        continue;
      found = volunteer;
    }
  return found;
}

/* The calendar's own name, as most programs write it. */
static char *
find_calendar_name (const char *text)
{
  const char *line = strstr (text, "\nX-WR-CALNAME:");
  if (line == NULL)
    return NULL;
  line += strlen ("\nX-WR-CALNAME:");
  return g_strndup (line, strcspn (line, "\r\n"));
}

static const HvVolunteer *
find_owner_of_file (const HvRoster *roster, const char *text, const char *file_name)
{
  g_autofree char *calendar = find_calendar_name (text);
  const HvVolunteer *owner = find_by_name (roster, calendar);
  if (owner == NULL)
    owner = find_in_text (roster, calendar);
  if (owner != NULL || file_name == NULL)
    return owner;
  g_autofree char *stem = g_path_get_basename (file_name);
  if (g_str_has_suffix (stem, ".ics"))
    stem[strlen (stem) - 4] = '\0';
  g_strdelimit (stem, "_-", ' ');
  return find_by_name (roster, stem);
}

/* --- the records --- */

static const char *
find_reason (const char *title)
{
  static const char *const words[] = { "Holiday", "Ferie", "Semester" };
  g_autofree char *key = title == NULL ? g_strdup ("") : hv_name_key (title);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = hv_name_key (words[i]);
      if (strstr (key, word) != NULL)
        return words[i];
    }
  return NULL;
}

static bool
is_known (const HvRoster *roster, HvId volunteer, const HvReadAbsence *read)
{
  const GPtrArray *absences = hv_roster_list_of (roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < absences->len; i++)
    {
      const HvAbsence *absence = g_ptr_array_index (absences, i);
      if (absence->from == read->from && absence->to == read->to && absence->start == read->start
          && absence->end == read->end)
        return true;
    }
  return false;
}

static void
take (HvImport *import, const HvRoster *roster, const HvVolunteer *owner, const HvReadAbsence *read)
{
  if (is_known (roster, owner->r.id, read))
    {
      import->n_unchanged++;
      return;
    }
  HvAbsence *absence = hv_edit_add (import->edit, HV_KIND_ABSENCE);
  absence->volunteer = owner->r.id;
  absence->from = read->from;
  absence->to = read->to;
  absence->start = read->start;
  absence->end = read->end;
  hv_set_text (&absence->reason, find_reason (read->title));
  import->n_new++;
}

HvImport *
hv_absence_import_read (const HvRoster *roster, GBytes *file, const char *file_name, HvId volunteer, const HvZone *zone,
                        HvDay from, HvEditSource source, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autoptr (HvAbsenceReading) reading = hv_absence_reading_new (text, strlen (text), zone, from, error);
  if (reading == NULL)
    return NULL;

  HvImport *import = hv_import_new (source);
  const HvVolunteer *named = hv_roster_find_volunteer (roster, volunteer);
  const HvVolunteer *of_file = named != NULL ? named : find_owner_of_file (roster, text, file_name);
  for (guint i = 0; i < reading->absences->len; i++)
    {
      const HvReadAbsence *read = &g_array_index (reading->absences, HvReadAbsence, i);
      const HvVolunteer *owner = named != NULL ? named : find_in_text (roster, read->title);
      owner = owner != NULL ? owner : of_file;
      if (owner != NULL)
        take (import, roster, owner, read);
      else
        hv_import_refuse (import, read->line, NULL, HV_ERROR_UNKNOWN_VOLUNTEER, "%s",
                          hv_own_text ("it does not say whose absence this is; say it with --volunteer"));
    }
  for (guint i = 0; i < reading->refusals->len; i++)
    {
      const HvAbsenceRefusal *refusal = &g_array_index (reading->refusals, HvAbsenceRefusal, i);
      hv_import_refuse (import, refusal->line, NULL, HV_ERROR_BAD_INPUT, "%s", refusal->reason);
    }
  return import;
}
