/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-error.h"
#include "hv-publishing.h"

#include <string.h>

static char *to_option;
static gboolean dry_run_option;

static const GOptionEntry options[] = {
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_option, HV_N_ ("The folder to write the calendars into"), HV_N_ ("DIR") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run_option, HV_N_ ("Say what would change, and publish nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* --- the difference in words --- */

static void
put_differences (HvSession *session, const HvDraft *draft)
{
  const HvOrganisation *organisation = hv_roster_get_organisation (hv_session_get_roster (session));
  HvZone *zone = hv_workspace_get_zone (session->workspace, organisation->zone);
  g_autofree char *intro = hv_draft_format_intro (draft, zone, session->language);
  hv_session_say (session, "%s", intro);
  hv_session_begin_list (session, "changes");
  for (guint i = 0; i < draft->differences->len; i++)
    {
      const HvDifference *difference = &g_array_index (draft->differences, HvDifference, i);
      g_autofree char *text = hv_difference_format (difference, session->language);
      hv_session_begin_object (session);
      hv_session_put_text (session, "volunteer", difference->volunteer->name);
      hv_session_put_id (session, "volunteer_id", difference->volunteer);
      hv_session_put_text (session, "kind", hv_difference_kind_get_name (difference->kind));
      hv_session_put_text (session, "text", text);
      hv_session_end_object (session);
      hv_session_say (session, "%s", text);
    }
  hv_session_end_list (session);
}

/* --- the folder --- */

static bool
check_folder (GError **error)
{
  if (to_option == NULL || strstr (to_option, "://") == NULL)
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
               hv_own_text ("This version of Husvagt publishes into a folder. %s is an address on the web."),
               to_option);
  return false;
}

/* A block for each calendar that is new, one to replace the others by, and the entries. */
static gint64
guess_octets (const HvRoster *roster, const HvDraft *draft)
{
  gint64 owners = hv_roster_list (roster, HV_KIND_VOLUNTEER)->len + hv_roster_list (roster, HV_KIND_HOUSE)->len;
  gint64 known = hv_roster_list (roster, HV_KIND_FEED)->len;
  return 4096 * (MAX (owners - known, 0) + 1) + (gint64)1024 * draft->entries->len;
}

static bool
write_folder (HvSession *session, GError **error)
{
  HvFeedFolderCount count = { 0 };
  if (to_option != NULL
      && !hv_publishing_write (hv_workspace_get_store (session->workspace), hv_session_get_roster (session), to_option,
                               &count, error))
    return false;
  hv_session_put_int (session, "written", count.written);
  hv_session_put_int (session, "unchanged", count.unchanged);
  if (to_option == NULL)
    hv_session_say (session, "%s",
                    hv_text (session->language, "The week is published. --to DIR writes the calendars into a folder."));
  else
    /* TRANSLATORS: numbers of calendar files */
    hv_session_say (session, hv_text (session->language, "%u calendars written, %u unchanged: %s"), count.written,
                    count.unchanged, to_option);
  return true;
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvWeek week;
  if (!check_folder (error) || !hv_argument_open_week (session, argc, argv, &week, error))
    return false;
  g_autoptr (HvDraft) draft =
      hv_publishing_draft (hv_workspace_get_store (session->workspace), hv_session_get_roster (session),
                           hv_workspace_get_outlook (session->workspace), week, error);
  if (draft == NULL)
    return false;
  hv_session_put_week (session, "week", week);
  put_differences (session, draft);
  if (dry_run_option)
    {
      hv_session_put_int (session, "written", 0);
      hv_session_put_int (session, "unchanged", 0);
      return true;
    }
  /* Published and not written would be half a publication. */
  if (to_option != NULL
      && !hv_feed_folder_prepare (to_option, guess_octets (hv_session_get_roster (session), draft), error))
    return false;
  HvStep step;
  return hv_workspace_commit (session->workspace, hv_publishing_make (draft), &step, error)
         && write_folder (session, error);
}

/* --- feeds --- */

static const char *
find_name (const HvRoster *roster, const HvFeed *feed, gconstpointer *ret_owner)
{
  const HvHouse *house = feed->owner_kind == HV_OWNER_HOUSE ? hv_roster_find_house (roster, feed->owner) : NULL;
  const HvVolunteer *volunteer =
      feed->owner_kind == HV_OWNER_VOLUNTEER ? hv_roster_find_volunteer (roster, feed->owner) : NULL;
  *ret_owner = house != NULL ? (gconstpointer)house : (gconstpointer)volunteer;
  return house != NULL ? house->name : volunteer != NULL ? volunteer->name : NULL;
}

static bool
run_feeds (HvSession *session, int argc, char **argv, GError **error)
{
  if (!hv_session_open (session, false, error))
    return false;
  const HvRoster *roster = hv_session_get_roster (session);
  const GPtrArray *feeds = hv_roster_list (roster, HV_KIND_FEED);
  hv_session_begin_list (session, "feeds");
  for (guint i = 0; i < feeds->len; i++)
    {
      const HvFeed *feed = g_ptr_array_index (feeds, i);
      gconstpointer owner;
      const char *name = find_name (roster, feed, &owner);
      bool live = feed->state == HV_FEED_LIVE;
      g_autofree char *file = g_strconcat (feed->token, ".ics", NULL);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, feed->owner);
      hv_session_begin_object (session);
      hv_session_put_text (session, "kind", feed->owner_kind == HV_OWNER_HOUSE ? "house" : "volunteer");
      if (owner != NULL)
        hv_session_put_id (session, "id", owner);
      else
        hv_session_put_text (session, "id", id);
      hv_session_put_text (session, "name", name);
      hv_session_put_text (session, "file", file);
      hv_session_put_text (session, "state", live ? "live" : "emptied");
      hv_session_end_object (session);
      hv_session_say (session, "%s  %s%s", file, name == NULL ? "–" : name,
                      live ? "" : hv_text (session->language, " (emptied)"));
    }
  hv_session_end_list (session);
  return true;
}

const HvVerb hv_verb_publish = {
  .name = "publish",
  .arguments = "[W] [--to DIR] [--dry-run]",
  .summary = HV_N_ ("Say what has changed since the last time, then write the calendars"),
  .example = "2026-W19 --to calendars",
  .most = 1,
  .options = options,
  .run = run,
};

const HvVerb hv_verb_feeds = {
  .name = "feeds",
  .arguments = "",
  .summary = HV_N_ ("List the calendars and their files"),
  .example = "--json",
  .most = 0,
  .run = run_feeds,
};
