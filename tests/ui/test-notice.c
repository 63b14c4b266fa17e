/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A disk, a file or a colleague that is in the way: the window says so in words, stays
 * readable, and nothing that was done has to be done again. */

#include "fixture.h"

#include "hv-counting.h"
#include "hv-notice.h"
#include "hv-placement.h"
#include "hv-visit-counter.h"
#include "hv-week-board.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* --- a disk that is full as long as it is told to be --- */

static int full; /* read by the workspace's thread */

/* This one stands before the C library's own: SQLite finds it first. */
ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t at)
{
  ssize_t (*real) (int, const void *, size_t, off64_t) = dlsym (RTLD_NEXT, "pwrite64");
  if (g_atomic_int_get (&full) == 0)
    return real (fd, data, length, at);
  errno = ENOSPC;
  return -1;
}

static void
fill_disk (bool to_the_brim)
{
  g_atomic_int_set (&full, to_the_brim);
}

/* --- the window --- */

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvNotice *notice; /* lent */
} Case;

static void
show (Case *c, HvWorkspace *workspace)
{
  *c = (Case){ .workspace = workspace, .window = fixture_show (workspace) };
  hv_window_show_page (c->window, "week");
  c->notice = HV_NOTICE (fixture_find (GTK_WIDGET (c->window), HV_TYPE_NOTICE, 0));
}

static void
begin (Case *c)
{
  show (c, fixture_open ());
}

static void
end (Case *c)
{
  fixture_close (c->window, c->workspace);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static HvEdit *
make_assignment (HvWorkspace *workspace, HvId shift, HvId volunteer)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  g_autoptr (GError) error = NULL;
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift), volunteer);
  HvEdit *edit = hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, false, NULL, HV_LANGUAGE_EN,
                                      hv_store_new_edit_source (), &error);
  g_assert_no_error (error);
  return edit;
}

static void
assign (Case *c, HvId shift, HvId volunteer)
{
  hv_window_commit (c->window, make_assignment (c->workspace, shift, volunteer), g_strdup ("done"));
}

static bool
is_on (Case *c, HvId shift, HvId volunteer)
{
  return hv_roster_find_assigned (get_roster (c), shift, volunteer) != NULL;
}

/* --- what it says --- */

static GtkButton *
get_button (Case *c, guint n)
{
  return GTK_BUTTON (fixture_find (GTK_WIDGET (c->notice), GTK_TYPE_BUTTON, n));
}

static const char *
get_label (Case *c, guint n)
{
  GtkButton *button = get_button (c, n);
  return gtk_widget_get_visible (GTK_WIDGET (button)) ? gtk_button_get_label (button) : NULL;
}

static const char *
get_text (Case *c)
{
  return gtk_widget_get_visible (GTK_WIDGET (c->notice))
             ? gtk_label_get_text (GTK_LABEL (fixture_find (GTK_WIDGET (c->notice), GTK_TYPE_LABEL, 0)))
             : NULL;
}

static bool
says_something (gpointer c)
{
  return get_text (c) != NULL;
}

static bool
says_nothing (gpointer c)
{
  return get_text (c) == NULL;
}

/* The words, the ways out, and a week that can still be read. */
static void
assert_notice (Case *c, const char *part, const char *leave, const char *again)
{
  fixture_wait (says_something, c);
  if (strstr (get_text (c), part) == NULL)
    g_error ("“%s” is not in “%s”", part, get_text (c));
  g_assert_cmpstr (get_label (c, 0), ==, leave);
  g_assert_cmpstr (get_label (c, 1), ==, again);
  GtkWidget *grid = fixture_find (GTK_WIDGET (c->window), HV_TYPE_WEEK_BOARD, 0);
  g_assert_true (gtk_widget_get_mapped (grid));
  g_assert_nonnull (hv_week_board_find_card (HV_WEEK_BOARD (grid), MONDAY_IT));
}

static void
press (Case *c, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (c->notice), action, NULL);
}

/* --- the disk --- */

static void
test_full (void)
{
  Case c;
  begin (&c);
  fill_disk (true);
  assign (&c, MONDAY_IT, CARLA);
  assert_notice (&c, "The change is not saved because the disk is full.", "Give Up", "Try Again");
  g_assert_false (is_on (&c, MONDAY_IT, CARLA));
  press (&c, "notice.again");
  fixture_settle ();
  assert_notice (&c, "The change is not saved because the disk is full.", "Give Up", "Try Again");
  fill_disk (false);
  press (&c, "notice.again");
  fixture_wait_changed (c.workspace);
  fixture_wait (says_nothing, &c);
  g_assert_true (is_on (&c, MONDAY_IT, CARLA));
  end (&c);
}

static bool
keeps_two (gpointer data)
{
  return hv_notice_get_n_unsaved (((Case *)data)->notice) == 2;
}

static bool
keeps_none (gpointer data)
{
  return hv_notice_get_n_unsaved (((Case *)data)->notice) == 0;
}

static void
test_full_twice (void)
{
  Case c;
  begin (&c);
  fill_disk (true);
  assign (&c, MONDAY_IT, CARLA);
  assign (&c, THURSDAY_IT, DAN);
  fixture_wait (keeps_two, &c);
  assert_notice (&c, "2 changes are not saved.", "Give Up", "Try Again");
  fill_disk (false);
  press (&c, "notice.again");
  fixture_wait (keeps_none, &c);
  fixture_wait_changed (c.workspace);
  while (!is_on (&c, THURSDAY_IT, DAN))
    fixture_wait_changed (c.workspace);
  g_assert_true (is_on (&c, MONDAY_IT, CARLA));
  fixture_wait (says_nothing, &c);
  end (&c);
}

static void
test_given_up (void)
{
  Case c;
  begin (&c);
  fill_disk (true);
  assign (&c, MONDAY_IT, CARLA);
  assert_notice (&c, "the disk is full", "Give Up", "Try Again");
  fill_disk (false);
  press (&c, "notice.leave");
  g_assert_true (says_nothing (&c));
  g_assert_cmpuint (hv_notice_get_n_unsaved (c.notice), ==, 0);
  g_assert_false (is_on (&c, MONDAY_IT, CARLA));
  end (&c);
}

/* What was counted at the door is still there to be seen, and is saved with the next visit. */
static void
test_count_stays (void)
{
  Case c;
  begin (&c);
  hv_window_show_page (c.window, "visits");
  fixture_wait_changed (c.workspace);
  GtkWidget *counter = fixture_find (GTK_WIDGET (c.window), HV_TYPE_VISIT_COUNTER, 0);
  GtkWidget *number = NULL;
  for (guint i = 0; (number = fixture_find (counter, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_has_css_class (number, "hv-count"))
      break;
  fill_disk (true);
  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (counter, "counter.by", "i", 1);
  fixture_wait (says_something, &c);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (number)), ==, "3");
  fill_disk (false);
  gtk_widget_activate_action (counter, "counter.by", "i", 1);
  fixture_wait_changed (c.workspace);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (number)), ==, "4");
  end (&c);
}

/* --- the file --- */

static void
test_gone (void)
{
  Case c;
  begin (&c);
  g_autofree char *path = g_strdup (hv_workspace_get_path (c.workspace));
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  g_assert_cmpint (g_rename (path, away), ==, 0);
  assign (&c, MONDAY_IT, CARLA);
  assert_notice (&c, "moved, deleted or replaced while it was open", "Open Again", "Try Again");
  g_assert_cmpint (g_rename (away, path), ==, 0);
  press (&c, "notice.again");
  fixture_wait_changed (c.workspace);
  g_assert_true (is_on (&c, MONDAY_IT, CARLA));
  fixture_wait (says_nothing, &c);
  end (&c);
}

static void
test_damaged (void)
{
  Case c;
  begin (&c);
  g_autofree char *path = g_strdup (hv_workspace_get_path (c.workspace));
  FILE *file = g_fopen (path, "r+");
  /* As if another program had written: what is in memory is not trusted any more. */
  g_assert_cmpint (fseek (file, 24, SEEK_SET), ==, 0);
  fputs ("damage", file);
  g_assert_cmpint (fseek (file, 4096, SEEK_SET), ==, 0);
  for (int i = 0; i < 40 * 4096; i++)
    fputc ((i * 37) & 0xff, file);
  fclose (file);
  assign (&c, MONDAY_IT, CARLA);
  assert_notice (&c, "is damaged", "Open Again", "Try Again");
  g_assert_false (is_on (&c, MONDAY_IT, CARLA));
  end (&c);
}

static void
test_read_only (void)
{
  Case c;
  HvWorkspace *made = fixture_open ();
  g_autofree char *path = g_strdup (hv_workspace_get_path (made));
  g_autoptr (GError) error = NULL;
  HvWorkspace *workspace = hv_workspace_open (path, HV_WORKSPACE_READ_ONLY, &error);
  g_assert_no_error (error);
  show (&c, workspace);
  assert_notice (&c, "was opened to be viewed only", NULL, NULL);
  assign (&c, MONDAY_IT, CARLA);
  fixture_settle ();
  assert_notice (&c, "was opened to be viewed only", "Give Up", "Try Again");
  press (&c, "notice.leave");
  assert_notice (&c, "was opened to be viewed only", NULL, NULL);
  g_object_unref (made);
  end (&c);
}

/* --- somebody else --- */

/* Karen, at another machine, changes something that this window has not seen yet. */
static void
let_karen (Case *c, HvEdit *(*make) (HvWorkspace *workspace))
{
  g_autoptr (GError) error = NULL;
  hv_workspace_stop (c->workspace);
  g_setenv ("HUSVAGT_WHO", "Karen", TRUE);
  g_autoptr (HvWorkspace) other = hv_workspace_open (hv_workspace_get_path (c->workspace), 0, &error);
  g_setenv ("HUSVAGT_WHO", "Tester", TRUE);
  g_assert_no_error (error);
  HvWeek week = hv_week_of_day (hv_day_from_ymd (2026, 5, 4));
  hv_workspace_show (other, week, week, &error);
  g_assert_no_error (error);
  hv_workspace_commit (other, make (other), NULL, &error);
  g_assert_no_error (error);
}

static HvEdit *
put_finn_on_host (HvWorkspace *workspace)
{
  return make_assignment (workspace, MONDAY_HOST, FINN);
}

static HvEdit *
note_on_host (HvWorkspace *workspace, const char *note)
{
  HvEdit *edit = hv_workspace_begin (workspace, "edit");
  const HvShift *shift = hv_roster_find_shift (hv_workspace_get_roster (workspace), MONDAY_HOST);
  hv_set_text (&((HvShift *)hv_edit_change (edit, shift))->note, note);
  return edit;
}

static HvEdit *
note_hers (HvWorkspace *workspace)
{
  return note_on_host (workspace, "hers");
}

/* Both take the last place: an edit for somebody who can do it too. */
static HvEdit *
put_on_host (Case *c, HvId volunteer)
{
  const HvShift *shift = hv_roster_find_shift (get_roster (c), MONDAY_HOST);
  HvEdit *edit = hv_workspace_begin (c->workspace, "assign");
  HvAssignment *mine = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  mine->house = shift->house;
  mine->shift = MONDAY_HOST;
  mine->volunteer = volunteer;
  mine->starts = shift->starts;
  mine->ends = shift->ends;
  return edit;
}

static void
test_last_place (gconstpointer insists)
{
  Case c;
  begin (&c);
  HvEdit *mine = put_on_host (&c, ELSE);
  let_karen (&c, put_finn_on_host);
  hv_window_commit (c.window, mine, NULL);
  assert_notice (&c, "Karen", "Keep Theirs", "Use Mine");
  g_assert_nonnull (strstr (get_text (&c), "has given the place to Finn Bakkeskov"));
  g_assert_true (is_on (&c, MONDAY_HOST, FINN));
  press (&c, insists != NULL ? "notice.again" : "notice.leave");
  if (insists != NULL)
    fixture_wait_changed (c.workspace);
  fixture_wait (says_nothing, &c);
  while (insists != NULL && !is_on (&c, MONDAY_HOST, ELSE))
    fixture_wait_changed (c.workspace);
  g_assert_cmpint (is_on (&c, MONDAY_HOST, ELSE), ==, insists != NULL);
  g_assert_cmpint (is_on (&c, MONDAY_HOST, FINN), ==, insists == NULL);
  end (&c);
}

static const char *
get_note (Case *c)
{
  return hv_roster_find_shift (get_roster (c), MONDAY_HOST)->note;
}

static bool
has_mine (gpointer c)
{
  return g_strcmp0 (get_note (c), "mine") == 0;
}

static void
test_same_record (gconstpointer insists)
{
  Case c;
  begin (&c);
  HvEdit *mine = note_on_host (c.workspace, "mine");
  let_karen (&c, note_hers);
  hv_window_commit (c.window, mine, NULL);
  assert_notice (&c, "was changed by Karen", "Keep Theirs", "Use Mine");
  g_assert_cmpstr (get_note (&c), ==, "hers");
  press (&c, insists != NULL ? "notice.again" : "notice.leave");
  if (insists != NULL)
    fixture_wait (has_mine, &c);
  fixture_wait (says_nothing, &c);
  g_assert_cmpstr (get_note (&c), ==, insists != NULL ? "mine" : "hers");
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/notice/full", test_full);
  g_test_add_func ("/notice/full-twice", test_full_twice);
  g_test_add_func ("/notice/given-up", test_given_up);
  g_test_add_func ("/notice/count-stays", test_count_stays);
  g_test_add_func ("/notice/gone", test_gone);
  g_test_add_func ("/notice/damaged", test_damaged);
  g_test_add_func ("/notice/read-only", test_read_only);
  g_test_add_data_func ("/notice/last-place/mine", "mine", test_last_place);
  g_test_add_data_func ("/notice/last-place/theirs", NULL, test_last_place);
  g_test_add_data_func ("/notice/same-record/mine", "mine", test_same_record);
  g_test_add_data_func ("/notice/same-record/theirs", NULL, test_same_record);
  return g_test_run ();
}
