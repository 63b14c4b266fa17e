/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-assignment-edit.h"
#include "hv-publish-dialog.h"

#include <glib/gstdio.h>

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GSettings *settings;
  char *folder;
  HvPublishDialog *dialog; /* weak */
} Case;

static bool
is_on_page (gpointer data)
{
  return g_str_equal (hv_publish_dialog_get_page (((gpointer *)data)[0]), ((gpointer *)data)[1]);
}

static void
wait_for_page (Case *c, const char *page)
{
  gpointer pair[] = { c->dialog, (gpointer)page };
  fixture_wait (is_on_page, pair);
}

static GtkWidget *
find_button (Case *c, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = fixture_find (GTK_WIDGET (c->dialog), GTK_TYPE_BUTTON, i);
      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

static bool
can_publish (gpointer c)
{
  return gtk_widget_get_sensitive (find_button (c, "_Publish"));
}

static void
open_dialog (Case *c)
{
  GtkWidget *dialog = hv_publish_dialog_new (c->window, hv_week_of_day (hv_day_from_ymd (2026, 5, 4)));
  g_set_weak_pointer (&c->dialog, HV_PUBLISH_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_wait (can_publish, c);
}

static void
close_dialog (Case *c)
{
  gtk_window_close (GTK_WINDOW (c->dialog));
  fixture_wait_gone (&c->dialog);
}

static void
begin (Case *c)
{
  *c = (Case){ .workspace = fixture_open () };
  c->window = fixture_show (c->workspace);
  c->settings = g_settings_new ("io.github.husvagt.Husvagt");
  c->folder = g_dir_make_tmp ("husvagt-calendars-XXXXXX", NULL);
  g_settings_set_string (c->settings, "publish-folder", c->folder);
}

/* Counts the files of the folder, and deletes them when asked. */
static guint
count_files (Case *c, bool empty)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (c->folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (c->folder, name, NULL);
      if (empty)
        g_unlink (path);
      n++;
    }
  return n;
}

static void
end (Case *c)
{
  fixture_close (c->window, c->workspace);
  g_settings_reset (c->settings, "publish-folder");
  g_object_unref (c->settings);
  count_files (c, true);
  g_rmdir (c->folder);
  g_free (c->folder);
}

static guint
count_rows (Case *c)
{
  guint n = 0;
  GtkWidget *list = fixture_find (GTK_WIDGET (c->dialog), GTK_TYPE_LIST_BOX, 1);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)n) != NULL)
    n++;
  return n;
}

static void
press (Case *c, const char *label)
{
  g_signal_emit_by_name (find_button (c, label), "clicked");
}

/* Six shifts are new for six people; the next time nothing is. Calendars are written for
 * twelve volunteers and four houses. */
static void
test_publish (void)
{
  Case c;
  begin (&c);
  open_dialog (&c);
  g_assert_cmpstr (hv_publish_dialog_get_page (c.dialog), ==, "ready");
  g_assert_cmpuint (count_rows (&c), ==, 6);
  press (&c, "_Publish");
  g_assert_cmpstr (hv_publish_dialog_get_page (c.dialog), ==, "busy");
  wait_for_page (&c, "done");
  g_assert_cmpuint (count_files (&c, false), ==, 16);
  close_dialog (&c);

  open_dialog (&c);
  g_assert_cmpuint (count_rows (&c), ==, 0);
  close_dialog (&c);
  end (&c);
}

static bool
has_one_more (gpointer c)
{
  return count_rows (c) == 5;
}

/* A change while it is open is in the list. */
static void
test_changed_meanwhile (void)
{
  Case c;
  begin (&c);
  open_dialog (&c);
  const HvRoster *roster = hv_workspace_get_roster (c.workspace);
  fixture_commit (c.workspace, hv_assignment_edit_remove (roster, hv_roster_find_assignment (roster, ANNA_MONDAY),
                                                          hv_store_new_edit_source ()));
  fixture_wait (has_one_more, &c);
  close_dialog (&c);
  end (&c);
}

/* Without the folder the data is published, and no calendar is; with it, trying again
 * writes them and publishes nothing twice. */
static void
test_folder_gone (void)
{
  Case c;
  begin (&c);
  g_rmdir (c.folder);
  open_dialog (&c);
  press (&c, "_Publish");
  wait_for_page (&c, "failed");
  AdwStatusPage *page =
      ADW_STATUS_PAGE (gtk_widget_get_ancestor (find_button (&c, "_Try Again"), ADW_TYPE_STATUS_PAGE));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Not All Calendars Are Written");
  guint n = hv_roster_list (hv_workspace_get_roster (c.workspace), HV_KIND_PUBLICATION)->len;
  g_assert_cmpuint (n, ==, 1);

  g_mkdir (c.folder, 0700);
  press (&c, "_Try Again");
  wait_for_page (&c, "done");
  g_assert_cmpuint (count_files (&c, false), ==, 16);
  close_dialog (&c);
  end (&c);
}

/* Closed while it is still at it: it finishes, and tells nobody. */
static void
test_closed_while_busy (void)
{
  Case c;
  begin (&c);
  open_dialog (&c);
  press (&c, "_Publish");
  close_dialog (&c);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/publish-dialog/publish", test_publish);
  g_test_add_func ("/publish-dialog/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/publish-dialog/folder-gone", test_folder_gone);
  g_test_add_func ("/publish-dialog/closed-while-busy", test_closed_while_busy);
  return g_test_run ();
}
