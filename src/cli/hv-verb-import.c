/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-backup.h"
#include "hv-error.h"
#include "hv-file-import.h"

#include <glib/gstdio.h>

static gboolean dry_run_option;
static gboolean skip_refused_option;
static char *what_option;
static char *volunteer_option;

static const GOptionEntry options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run_option, HV_N_ ("Say what would happen, and change nothing"), NULL },
  { "skip-refused", 0, 0, G_OPTION_ARG_NONE, &skip_refused_option, HV_N_ ("Take the good lines as one step"), NULL },
  { "what", 0, 0, G_OPTION_ARG_STRING, &what_option, HV_N_ ("What a spreadsheet holds, if it does not show"),
    "volunteers|visits|shifts" },
  { "volunteer", 0, 0, G_OPTION_ARG_STRING, &volunteer_option, HV_N_ ("Whose absences a calendar file holds"),
    HV_N_ ("VOLUNTEER") },
  G_OPTION_ENTRY_NULL,
};

static void
put_refusals (HvSession *session, const HvImport *import)
{
  hv_session_begin_list (session, "refused");
  for (guint i = 0; i < import->refusals->len; i++)
    {
      const HvRefusal *refusal = &g_array_index (import->refusals, HvRefusal, i);
      g_autofree char *line = hv_import_format_refusal (refusal);
      hv_session_begin_object (session);
      hv_session_put_int (session, "line", refusal->line);
      hv_session_put_text (session, "place", refusal->place);
      hv_session_put_text (session, "code", hv_error_code_get_name (refusal->code));
      hv_session_put_text (session, "reason", refusal->reason);
      hv_session_end_object (session);
      if (!session->json)
        g_printerr ("%s\n", line);
    }
  hv_session_end_list (session);
}

static void
put_unknown (HvSession *session, const HvImport *import)
{
  hv_session_begin_list (session, "unknown");
  for (guint i = 0; i < import->unknown->len; i++)
    {
      const HvUnknown *unknown = &g_array_index (import->unknown, HvUnknown, i);
      json_builder_add_string_value (session->answer, unknown->place);
      hv_session_say (session, hv_text (session->language, "Not known to Husvagt, kept aside: %s"), unknown->place);
    }
  hv_session_end_list (session);
}

static void
put_counts (HvSession *session, const HvImport *import)
{
  hv_session_put_int (session, "new", import->n_new);
  hv_session_put_int (session, "changed", import->n_changed);
  hv_session_put_int (session, "unchanged", import->n_unchanged);
  hv_session_put_int (session, "removed", import->n_removed);
}

static char *
say_counts (HvSession *session, const HvImport *import)
{
  /* TRANSLATORS: numbers of lines or things of a file */
  return hv_text_format (session->language, "%u new, %u changed, %u unchanged, %u removed, %u refused", import->n_new,
                         import->n_changed, import->n_unchanged, import->n_removed, import->refusals->len);
}

/* A large file is worth a way back that does not depend on undo. */
#define BACKUP_FROM 100

static bool
back_up (HvSession *session, const HvEdit *edit, GError **error)
{
  if (edit->puts->len < BACKUP_FROM)
    return true;
  HvStore *store = hv_workspace_get_store (session->workspace);
  g_autofree char *folder = hv_backup_dup_folder (hv_store_get_where (store));
  return hv_store_backup_if_due (store, folder, HV_BACKUP_IMPORT, NULL, error);
}

static bool
read_in (HvSession *session, char **argv, GError **error)
{
  HvCsvKind kind;
  if (!hv_file_kind_parse (what_option, &kind, error) || !hv_session_open (session, true, error)
      || !hv_session_open_all (session, error))
    return false;
  g_autoptr (HvImport) import =
      hv_file_import_read (session->workspace, hv_argument_find_input (argv[0]), kind, volunteer_option, error);
  if (import == NULL)
    return false;

  put_counts (session, import);
  put_refusals (session, import);
  put_unknown (session, import);
  char *counts = say_counts (session, import);
  if (dry_run_option)
    {
      hv_session_put_bool (session, "done", false);
      hv_session_put_bool (session, "dry_run", true);
      hv_session_say (session, "%s", counts);
      g_free (counts);
      session->exit = import->refusals->len > 0 && !skip_refused_option ? HV_EXIT_REFUSED : HV_EXIT_DONE;
      return true;
    }
  g_autofree char *said = counts;
  HvEdit *edit = hv_import_take_edit (import, skip_refused_option, error);
  if (edit == NULL)
    {
      hv_session_fail (session, *error);
      return false;
    }
  if (!back_up (session, edit, error))
    {
      hv_edit_free (edit);
      return false;
    }
  return hv_session_commit (session, edit, g_steal_pointer (&said), error);
}

/* What was refused leaves no empty organisation behind that was not there before. In the
 * usual place one is made by whatever verb comes first. */
static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  bool is_new = !session->usual_place && !g_file_test (session->data, G_FILE_TEST_EXISTS);
  bool done = read_in (session, argv, error);
  if (is_new && session->workspace != NULL && (!done || dry_run_option))
    {
      g_clear_object (&session->workspace);
      g_unlink (session->data);
    }
  return done;
}

const HvVerb hv_verb_import = {
  .name = "import",
  .arguments = "FILE [--dry-run] [--skip-refused] [--what volunteers|visits|shifts] [--volunteer VOLUNTEER]",
  .summary = HV_N_ ("Read exchange JSON, a spreadsheet, or absences from a calendar file"),
  .example = "volunteers.csv --dry-run",
  .least = 1,
  .most = 1,
  .options = options,
  .run = run,
};
