/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-backup.h"
#include "hv-error.h"
#include "hv-verify.h"

static bool
run_backup (HvSession *session, int argc, char **argv, GError **error)
{
  if (!hv_session_open (session, false, error)
      || !hv_store_backup (hv_workspace_get_store (session->workspace), argv[0], error))
    return false;
  hv_session_put_bool (session, "done", true);
  hv_session_put_text (session, "file", argv[0]);
  hv_session_say (session, hv_text (session->language, "The backup is made and checked: %s"), argv[0]);
  return true;
}

/* The file may be too damaged to be opened: it is put right without opening it. */
static bool
run_restore (HvSession *session, int argc, char **argv, GError **error)
{
  g_autofree char *folder = hv_backup_dup_folder (session->data);
  if (!hv_backup_restore (session->data, argv[0], folder, error))
    return false;
  hv_session_put_bool (session, "done", true);
  hv_session_put_text (session, "backups", folder);
  hv_session_say (session, hv_text (session->language, "Restored from %s. What was there before is in %s."), argv[0],
                  folder);
  return true;
}

static bool
run_verify (HvSession *session, int argc, char **argv, GError **error)
{
  g_autofree char *folder = hv_backup_dup_folder (session->data);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) damaged = NULL;
  if (!hv_session_open (session, false, &damaged))
    {
      /* A file too damaged to be opened is an answer too. */
      if (!g_error_matches (damaged, HV_ERROR, HV_ERROR_DAMAGED)
          || !g_file_test (session->data, G_FILE_TEST_IS_REGULAR))
        {
          g_propagate_error (error, g_steal_pointer (&damaged));
          return false;
        }
      findings = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (findings, g_strdup (damaged->message));
    }
  else if (!hv_store_verify (hv_workspace_get_store (session->workspace), folder, &findings, error))
    return false;

  hv_session_put_bool (session, "good", findings->len == 0);
  hv_session_begin_list (session, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      json_builder_add_string_value (session->answer, g_ptr_array_index (findings, i));
      hv_session_say (session, "%s", (const char *)g_ptr_array_index (findings, i));
    }
  hv_session_end_list (session);
  if (findings->len == 0)
    hv_session_say (session, "%s", hv_text (session->language, "The data is whole, and it is what was saved."));
  else
    {
      g_autoptr (HvBackup) good = hv_backup_find_good (folder, session->data);
      hv_session_put_text (session, "newest_good_backup", good == NULL ? NULL : good->path);
      if (good != NULL)
        hv_session_say (session,
                        hv_text (session->language, "The newest good backup: %s. “husvagt-cli restore” puts it back."),
                        good->path);
    }
  session->exit = findings->len > 0 ? HV_EXIT_NO : HV_EXIT_DONE;
  return true;
}

const HvVerb hv_verb_backup = {
  .name = "backup",
  .arguments = "FILE",
  .summary = HV_N_ ("Make a checked copy of everything"),
  .example = "backup-2026-05-04.husvagt",
  .least = 1,
  .most = 1,
  .run = run_backup,
};

const HvVerb hv_verb_restore = {
  .name = "restore",
  .arguments = "FILE",
  .summary = HV_N_ ("Put a backup back, after a backup of what is there"),
  .example = "backup-2026-05-04.husvagt",
  .least = 1,
  .most = 1,
  .run = run_restore,
};

const HvVerb hv_verb_verify = {
  .name = "verify",
  .arguments = "",
  .summary = HV_N_ ("Check that the data is whole and is what was saved"),
  .example = "--data roster.husvagt",
  .most = 0,
  .run = run_verify,
};
