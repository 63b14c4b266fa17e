/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-day-dialog.h"
#include "hv-day-edit.h"
#include "hv-field-row.h"
#include "hv-note-row.h"
#include "hv-opening-group.h"

/* One house on one day: closing it, openings and shifts more, numbers and the note. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))
#define WEDNESDAY (MONDAY + 2)

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *dialog; /* weak */
} Case;

static void
open_case (Case *c, HvId house, HvDay day)
{
  *c = (Case){ .workspace = fixture_open () };
  c->window = fixture_show (c->workspace);
  g_set_weak_pointer (&c->dialog, hv_day_dialog_new (c->window, house, day));
  gtk_window_present (GTK_WINDOW (c->dialog));
  fixture_settle ();
}

static void
close_case (Case *c)
{
  gtk_window_close (GTK_WINDOW (c->dialog));
  fixture_wait_gone (&c->dialog);
  fixture_close (c->window, c->workspace);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static const HvOpening *
get_opening (Case *c, HvId shift)
{
  return hv_roster_find_opening (get_roster (c), hv_roster_find_shift (get_roster (c), shift)->opening);
}

static GtkWidget *
find_button (Case *c, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = fixture_find (c->dialog, GTK_TYPE_BUTTON, i);
      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

/* The row with a title; NULL when there is none. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = fixture_find (root, ADW_TYPE_PREFERENCES_ROW, i);
      if (row == NULL || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
}

static void
click (Case *c, GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  fixture_wait_changed (c->workspace);
  fixture_settle ();
}

static void
test_close_and_open (void)
{
  Case c;
  open_case (&c, TORRING, WEDNESDAY);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (c.dialog)), ==, "Tørring, Wednesday 6 May");
  GtkWidget *close = find_button (&c, "Close");
  HvFieldRow *reason = HV_FIELD_ROW (find_row (c.dialog, "Reason"));
  g_assert_true (gtk_widget_get_mapped (close));

  /* Without a reason nothing happens, and the field says why. */
  g_signal_emit_by_name (close, "clicked");
  fixture_settle ();
  g_assert_nonnull (hv_field_row_get_error (reason));
  hv_field_row_type (reason, "150480-1234");
  g_assert_nonnull (hv_field_row_get_error (reason));
  g_assert_null (get_opening (&c, WEDNESDAY_IT)->closed);

  hv_field_row_type (reason, "lokalet optaget");
  g_assert_null (hv_field_row_get_error (reason));
  click (&c, close);
  g_assert_cmpstr (get_opening (&c, WEDNESDAY_IT)->closed, ==, "lokalet optaget");
  g_assert_false (gtk_widget_get_mapped (close));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (c.dialog, "Closed"))), ==, "lokalet optaget");
  const HvVolunteer *ida = hv_roster_find_volunteer (get_roster (&c), IDA);
  g_assert_true (gtk_widget_get_mapped (find_row (c.dialog, ida->name)));

  click (&c, find_button (&c, "Open Again"));
  g_assert_null (get_opening (&c, WEDNESDAY_IT)->closed);
  g_assert_true (gtk_widget_get_mapped (close));
  g_assert_null (find_row (c.dialog, ida->name));
  close_case (&c);
}

/* A typed number stays beside the suggestion, until it is given up. */
static void
test_places (void)
{
  Case c;
  open_case (&c, TORRING, WEDNESDAY);
  GtkWidget *group = fixture_find (c.dialog, HV_TYPE_OPENING_GROUP, 0);
  const HvShift *before = hv_roster_find_shift (get_roster (&c), WEDNESDAY_IT);
  const HvRole *role = hv_roster_find_role (get_roster (&c), before->role);
  GtkWidget *row = find_row (group, role->name);
  GtkSpinButton *places = GTK_SPIN_BUTTON (fixture_find (row, GTK_TYPE_SPIN_BUTTON, 0));
  GtkWidget *reset = fixture_find (row, GTK_TYPE_BUTTON, 0);
  g_assert_cmpint (before->wanted, ==, 3);
  g_assert_true (gtk_widget_get_visible (reset));

  gtk_spin_button_set_value (places, 5);
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (hv_roster_find_shift (get_roster (&c), WEDNESDAY_IT)->wanted, ==, 5);
  g_assert_true (find_row (group, role->name) == row); /* the focus stays where it is */

  click (&c, reset);
  const HvShift *after = hv_roster_find_shift (get_roster (&c), WEDNESDAY_IT);
  g_assert_cmpint (after->wanted, ==, HV_NONE);
  g_assert_false (gtk_widget_get_visible (reset));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (places), ==,
                   hv_outlook_find_gap (hv_workspace_get_outlook (c.workspace), after)->needed);
  close_case (&c);
}

static void
test_shift_more (void)
{
  Case c;
  open_case (&c, TORRING, WEDNESDAY);
  g_autoptr (GPtrArray) before = hv_day_edit_list_shifts (get_roster (&c), get_opening (&c, WEDNESDAY_IT));
  click (&c, find_button (&c, "Add"));
  g_autoptr (GPtrArray) after = hv_day_edit_list_shifts (get_roster (&c), get_opening (&c, WEDNESDAY_IT));
  g_assert_cmpuint (after->len, ==, before->len + 1);
  const HvShift *added = after->pdata[after->len - 1];
  g_assert_cmpint (added->starts, ==, hv_minute_at (WEDNESDAY, 10 * 60));
  g_assert_cmpint (added->ends, ==, hv_minute_at (WEDNESDAY, 13 * 60));
  g_assert_cmpint (added->minimum, ==, 1);
  g_assert_true (hv_workspace_undo (c.workspace, NULL, NULL));
  fixture_settle ();
  close_case (&c);
}

static void
test_note (void)
{
  Case c;
  open_case (&c, TORRING, WEDNESDAY);
  HvNoteRow *note = HV_NOTE_ROW (fixture_find (c.dialog, HV_TYPE_NOTE_ROW, 0));
  hv_note_row_type (note, "Nøglen ligger hos naboen.");
  g_signal_emit_by_name (note, "entered");
  fixture_wait_changed (c.workspace);
  g_assert_cmpstr (get_opening (&c, WEDNESDAY_IT)->note, ==, "Nøglen ligger hos naboen.");
  close_case (&c);
}

/* A day without an opening gets one; an opening at the same time is refused in words. */
static void
test_open (void)
{
  Case c;
  open_case (&c, TORRING, WEDNESDAY);
  GtkWidget *open = find_button (&c, "Open");
  g_signal_emit_by_name (open, "clicked");
  fixture_settle ();
  g_autoptr (GPtrArray) same = hv_day_edit_list_openings (get_roster (&c), TORRING, WEDNESDAY);
  g_assert_cmpuint (same->len, ==, 1);

  gtk_widget_activate_action (c.dialog, "day.step", "i", 1);
  fixture_settle ();
  g_assert_cmpint (hv_day_dialog_get_day (HV_DAY_DIALOG (c.dialog)), ==, WEDNESDAY + 1);
  g_assert_null (fixture_find (c.dialog, HV_TYPE_OPENING_GROUP, 0));
  click (&c, open);
  g_autoptr (GPtrArray) opened = hv_day_edit_list_openings (get_roster (&c), TORRING, WEDNESDAY + 1);
  g_assert_cmpuint (opened->len, ==, 1);
  g_assert_nonnull (fixture_find (c.dialog, HV_TYPE_OPENING_GROUP, 0));
  close_case (&c);
}

/* The house goes while the dialog is open: the dialog goes too. */
static void
test_house_gone (void)
{
  Case c;
  g_autoptr (GError) error = NULL;
  open_case (&c, TORRING, WEDNESDAY);
  HvEdit *edit = hv_house_edit_remove (get_roster (&c), hv_roster_find_house (get_roster (&c), TORRING),
                                       hv_store_new_edit_source (), &error);
  g_assert_no_error (error);
  fixture_commit (c.workspace, edit);
  fixture_wait_gone (&c.dialog);
  fixture_close (c.window, c.workspace);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/day-dialog/close_and_open", test_close_and_open);
  g_test_add_func ("/day-dialog/places", test_places);
  g_test_add_func ("/day-dialog/shift_more", test_shift_more);
  g_test_add_func ("/day-dialog/note", test_note);
  g_test_add_func ("/day-dialog/open", test_open);
  g_test_add_func ("/day-dialog/house_gone", test_house_gone);
  return g_test_run ();
}
