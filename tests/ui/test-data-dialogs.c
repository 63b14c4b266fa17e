/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-backup.h"
#include "hv-organisation-edit.h"
#include "hv-person-edit.h"
#include "hv-preferences.h"
#include "hv-restore-dialog.h"
#include "hv-who-dialog.h"
#include "hv-wish-row.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *dialog; /* weak */
} Case;

static void
begin (Case *c)
{
  *c = (Case){ .workspace = fixture_open () };
  c->window = fixture_show (c->workspace);
}

static void
open_dialog (Case *c, gpointer dialog)
{
  g_set_weak_pointer (&c->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle ();
}

static void
end (Case *c)
{
  if (c->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (c->dialog));
  fixture_wait_gone (&c->dialog);
  fixture_close (c->window, c->workspace);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static bool
says (GtkWidget *root, const char *text)
{
  GtkWidget *label;
  for (guint i = 0; (label = fixture_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
      return true;
  return false;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;
  for (guint i = 0; (button = fixture_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

/* --- restore --- */

static bool
is_looked_through (gpointer dialog)
{
  return hv_restore_dialog_is_ready (dialog);
}

static void
delete_backups (const char *folder, const char *path)
{
  g_autoptr (GPtrArray) backups = hv_backup_list (folder, path);
  for (guint i = 0; i < backups->len; i++)
    g_unlink (((const HvBackup *)g_ptr_array_index (backups, i))->path);
  g_rmdir (folder);
}

static guint
count_backups (const char *folder, const char *path)
{
  g_autoptr (GPtrArray) backups = hv_backup_list (folder, path);
  return backups->len;
}

static bool
has_no_ida (gpointer workspace)
{
  return hv_roster_find_volunteer (hv_workspace_get_roster (workspace), IDA) != NULL;
}

/* Ida is archived; the backup from before brings her back, and what was there is kept. */
static void
test_restore (void)
{
  Case c;
  begin (&c);
  g_autofree char *path = g_strdup (hv_workspace_get_path (c.workspace));
  g_autofree char *folder = hv_backup_dup_folder (path);
  const HvVolunteer *ida = hv_roster_find_volunteer (get_roster (&c), IDA);
  hv_window_commit (
      c.window,
      hv_person_edit_set_field (get_roster (&c), ida, HV_PERSON_NAME, "Ida Bjerg", hv_store_new_edit_source (), NULL),
      NULL);
  fixture_wait_changed (c.workspace);
  guint before = count_backups (folder, path);
  g_assert_cmpuint (before, >=, 1);

  HvRestoreDialog *dialog = hv_restore_dialog_new (c.window);
  open_dialog (&c, dialog);
  fixture_wait (is_looked_through, dialog);
  g_assert_true (says (c.dialog, "house"));
  GtkWidget *restore = find_button (c.dialog, "_Restore");
  GtkWidget *mark = fixture_find (c.dialog, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_false (gtk_widget_get_sensitive (restore));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), TRUE);
  g_assert_true (gtk_widget_get_sensitive (restore));

  g_signal_emit_by_name (restore, "clicked");
  fixture_wait_gone (&c.dialog);
  fixture_wait_changed (c.workspace);
  g_assert_cmpuint (count_backups (folder, path), ==, before + 1);
  g_assert_true (!has_no_ida (c.workspace)
                 || g_strcmp0 (hv_roster_find_volunteer (get_roster (&c), IDA)->name, "Ida Bjerg") != 0);
  end (&c);
  delete_backups (folder, path);
  g_autofree char *parent = g_path_get_dirname (path);
  g_rmdir (parent);
}

/* A file that is no backup is refused with a sentence, and nothing is changed. */
static void
test_restore_refuses (void)
{
  Case c;
  begin (&c);
  g_autofree char *foreign = g_strconcat (hv_workspace_get_path (c.workspace), ".txt", NULL);
  g_file_set_contents (foreign, "Kære dagbog", -1, NULL);
  HvRestoreDialog *dialog = hv_restore_dialog_new (c.window);
  open_dialog (&c, dialog);
  g_assert_true (says (c.dialog, "There is no backup yet."));
  hv_restore_dialog_restore (dialog, foreign);
  GtkWidget *other = find_button (c.dialog, "Choose _Another File…");
  g_assert_false (gtk_widget_get_sensitive (other));
  while (!gtk_widget_get_sensitive (other))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (c.dialog);
  g_assert_nonnull (hv_roster_find_volunteer (get_roster (&c), IDA));
  end (&c);
}

/* --- who is in this file --- */

static bool
has_report (gpointer dialog)
{
  return hv_who_dialog_get_report (dialog) != NULL;
}

static void
test_who (void)
{
  Case c;
  begin (&c);
  HvWhoDialog *dialog = hv_who_dialog_new (c.window);
  open_dialog (&c, dialog);
  fixture_wait (has_report, dialog);
  fixture_settle ();
  g_assert_cmpuint (hv_who_dialog_get_report (dialog)->people->len, ==, 12);
  g_assert_true (says (c.dialog, "12 persons: 11 with a phone number"));
  g_assert_true (says (c.dialog, "Anna Lindeskov"));
  GtkWidget *erase = find_button (c.dialog, "Erase…");
  fixture_assert_said (GTK_ACCESSIBLE (erase), "Erase the personal data of Anna Lindeskov");

  /* It follows the data. */
  hv_window_commit (
      c.window,
      hv_person_edit_add (get_roster (&c), "Nina Ny", HV_NONE, HV_NONE, false, hv_store_new_edit_source (), NULL),
      NULL);
  fixture_wait_changed (c.workspace);
  while (hv_who_dialog_get_report (dialog)->people->len != 13)
    g_main_context_iteration (NULL, TRUE);
  end (&c);
}

/* --- preferences of the organisation --- */

static void
test_preferences (void)
{
  Case c;
  begin (&c);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.husvagt.Husvagt");
  open_dialog (&c, hv_preferences_new (GTK_WINDOW (c.window), settings));
  GtkWidget *spin = fixture_find (c.dialog, GTK_TYPE_SPIN_BUTTON, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 20);
  fixture_wait_changed (c.workspace);
  g_test_message ("the target is saved");
  const HvHouse *house = hv_roster_find_house (get_roster (&c), JUELSMINDE);
  g_assert_cmpfloat (hv_roster_get_target_minutes (get_roster (&c), house), ==, 20);

  HvWishRow *row = HV_WISH_ROW (fixture_find (c.dialog, HV_TYPE_WISH_ROW, 0));
  hv_wish_row_set_value (row, 2);
  g_assert_cmpint (hv_organisation_edit_get_limit (get_roster (&c), HV_ORGANISATION_MOST_WEEK), ==, HV_NONE);
  hv_window_commit (
      c.window,
      hv_organisation_edit_set_limit (get_roster (&c), HV_ORGANISATION_MOST_WEEK, 1, hv_store_new_edit_source (), NULL),
      NULL);
  fixture_wait_changed (c.workspace);
  g_test_message ("the limit is saved");
  g_assert_cmpint (hv_wish_row_get_value (row), ==, 1);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/data-dialogs/restore", test_restore);
  g_test_add_func ("/data-dialogs/restore-refuses", test_restore_refuses);
  g_test_add_func ("/data-dialogs/who", test_who);
  g_test_add_func ("/data-dialogs/preferences", test_preferences);
  return g_test_run ();
}
