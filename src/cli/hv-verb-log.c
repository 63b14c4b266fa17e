/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-step-words.h"

#define MOST_STEPS 1000

static char *since_option;

static const GOptionEntry options[] = {
  { "since", 0, 0, G_OPTION_ARG_STRING, &since_option, HV_N_ ("Only steps from this day on"), HV_N_ ("YYYY-MM-DD") },
  G_OPTION_ENTRY_NULL,
};

static bool
find_since (HvSession *session, gint64 *ret_since, GError **error)
{
  HvDay day;
  *ret_since = HV_NONE;
  if (since_option == NULL)
    return true;
  if (!hv_day_parse (since_option, &day, error))
    return false;
  const HvOrganisation *organisation = hv_roster_get_organisation (hv_session_get_roster (session));
  *ret_since =
      hv_zone_to_utc (hv_workspace_get_zone (session->workspace, organisation->zone), hv_minute_at (day, 0), NULL);
  return true;
}

/* A rule is set aside for one person or two; weeks and files hold no reasons worth a look each. */
#define MOST_REASONS 4

/* Why a rule was set aside in a row, as the assignment says now; NULL when it does not. */
static char *
find_reason (HvSession *session, const HvLogEntry *entry, const HvStepRow *row, HvId *ret_volunteer)
{
  g_autoptr (HvAssignment) assignment = NULL;
  if (row->kind != HV_KIND_ASSIGNMENT || row->removed || entry->rows->len > MOST_REASONS
      || !hv_store_find_record (hv_workspace_get_store (session->workspace), HV_KIND_ASSIGNMENT, row->id,
                                (gpointer *)&assignment, NULL)
      || assignment == NULL)
    return NULL;
  *ret_volunteer = assignment->volunteer;
  return g_strdup (assignment->reason);
}

static void
put_rows (HvSession *session, const HvLogEntry *entry)
{
  hv_session_begin_list (session, "changes");
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const HvStepRow *row = &g_array_index (entry->rows, HvStepRow, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
      hv_session_begin_object (session);
      hv_session_put_text (session, "kind", hv_kind_get_name (row->kind));
      hv_session_put_text (session, "id", id);
      hv_session_put_text (session, "what", row->added ? "added" : row->removed ? "removed" : "changed");
      hv_session_begin_list (session, "fields");
      for (guint j = 0; row->fields != NULL && row->fields[j] != NULL; j++)
        json_builder_add_string_value (session->answer, row->fields[j]);
      hv_session_end_list (session);
      HvId volunteer;
      g_autofree char *reason = find_reason (session, entry, row, &volunteer);
      if (reason != NULL)
        hv_session_put_text (session, "reason", reason);
      hv_session_end_object (session);
    }
  hv_session_end_list (session);
}

static void
put_entry (HvSession *session, const HvLogEntry *entry)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->step.id);
  g_autofree char *undo_of =
      entry->step.undo_of == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, entry->step.undo_of);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (entry->step.at);
  g_autofree char *when = g_date_time_format_iso8601 (at);
  hv_session_begin_object (session);
  hv_session_put_text (session, "step", id);
  hv_session_put_text (session, "at", when);
  hv_session_put_text (session, "who", entry->who);
  hv_session_put_text (session, "verb", entry->step.verb);
  hv_session_put_text (session, "undo_of", undo_of);
  hv_session_put_bool (session, "undone", entry->undone);
  put_rows (session, entry);
  hv_session_end_object (session);
}

static void
say_reasons (HvSession *session, const HvLogEntry *entry)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      HvId id;
      g_autofree char *reason = find_reason (session, entry, &g_array_index (entry->rows, HvStepRow, i), &id);
      const HvVolunteer *volunteer =
          reason == NULL ? NULL : hv_roster_find_volunteer (hv_session_get_roster (session), id);
      if (volunteer != NULL)
        hv_session_say (session, "    %s: %s", volunteer->name, reason);
    }
}

static void
say_entry (HvSession *session, const HvLogEntry *entry)
{
  const HvOrganisation *organisation = hv_roster_get_organisation (hv_session_get_roster (session));
  HvMinute local = hv_zone_to_local (hv_workspace_get_zone (session->workspace, organisation->zone), entry->step.at);
  g_autofree char *day = hv_format_day_with_year (hv_minute_get_day (local), session->language);
  g_autofree char *time = hv_format_clock (hv_minute_get_of_day (local), session->language);
  const char *what = hv_step_words_what (entry->step.verb, session->language);
  const char *mark = entry->is_undo  ? hv_text (session->language, " (taken back)")
                     : entry->undone ? hv_text (session->language, " (undone since)")
                                     : "";
  hv_session_say (session, "%s %s  %s: %s%s", day, time, entry->who, what, mark);
  say_reasons (session, entry);
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  gint64 since;
  g_autoptr (GPtrArray) entries = NULL;
  if (!hv_session_open (session, false, error) || !find_since (session, &since, error)
      || !hv_store_list_steps (hv_workspace_get_store (session->workspace), since, MOST_STEPS, &entries, error))
    return false;
  hv_session_begin_list (session, "steps");
  for (guint i = 0; i < entries->len; i++)
    {
      put_entry (session, g_ptr_array_index (entries, i));
      say_entry (session, g_ptr_array_index (entries, i));
    }
  hv_session_end_list (session);
  return true;
}

const HvVerb hv_verb_log = {
  .name = "log",
  .arguments = "[--since YYYY-MM-DD]",
  .summary = HV_N_ ("List what was changed, newest first"),
  .example = "--since 2026-05-01",
  .most = 0,
  .options = options,
  .run = run,
};
