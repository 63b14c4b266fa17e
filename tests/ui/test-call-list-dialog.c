/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-call-list-dialog.h"
#include "hv-call-list.h"
#include "hv-call-row.h"

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvCallListDialog *dialog; /* weak */
} Case;

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

/* Anna has called off, and the dialog is open. */
static void
begin (Case *c)
{
  *c = (Case){ .workspace = fixture_open () };
  c->window = fixture_show (c->workspace);
  HvEdit *edit = hv_call_list_call_off (hv_roster_find_assignment (get_roster (c), ANNA_MONDAY),
                                        hv_store_new_edit_source (), NULL);
  fixture_commit (c->workspace, edit);
  g_set_weak_pointer (&c->dialog, HV_CALL_LIST_DIALOG (hv_call_list_dialog_new (c->window, ANNA_MONDAY)));
  gtk_window_present (GTK_WINDOW (c->dialog));
  fixture_settle ();
}

static void
end (Case *c)
{
  if (c->dialog != NULL)
    gtk_window_close (GTK_WINDOW (c->dialog));
  fixture_wait_gone (&c->dialog);
  fixture_close (c->window, c->workspace);
}

static HvCallRow *
find_row (Case *c, HvId volunteer)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = fixture_find (GTK_WIDGET (c->dialog), HV_TYPE_CALL_ROW, i);
      if (row == NULL || hv_call_row_get_volunteer (HV_CALL_ROW (row)) == volunteer)
        return row == NULL ? NULL : HV_CALL_ROW (row);
    }
}

static void
answer (Case *c, HvId volunteer, HvAnswer given)
{
  static const guint buttons[] = { [HV_ANSWER_YES] = 0, [HV_ANSWER_NO] = 1, [HV_ANSWER_NO_ANSWER] = 2 };
  GtkWidget *button = fixture_find (GTK_WIDGET (find_row (c, volunteer)), GTK_TYPE_TOGGLE_BUTTON, buttons[given]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  fixture_wait_changed (c->workspace);
  g_assert_cmpint (hv_call_row_get_answer (find_row (c, volunteer)), ==, given);
}

static bool
is_on_shift (Case *c, HvId volunteer)
{
  const HvAssignment *assigned = hv_roster_find_assigned (get_roster (c), MONDAY_IT, volunteer);
  return assigned != NULL && hv_state_fills ((HvState)assigned->state);
}

static void
assert_order (Case *c)
{
  static const HvId order[] = { CARLA, DAN, ELSE, KARLA, IDA, LEIF };
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *row = fixture_find (GTK_WIDGET (c->dialog), HV_TYPE_CALL_ROW, (guint)i);
      g_assert_cmpint (hv_call_row_get_volunteer (HV_CALL_ROW (row)), ==, order[i]);
    }
  g_assert_null (fixture_find (GTK_WIDGET (c->dialog), HV_TYPE_CALL_ROW, G_N_ELEMENTS (order)));
}

/* Dan does not answer, Else says yes and has the place; the order stays. */
static void
test_answers (void)
{
  Case c;
  begin (&c);
  assert_order (&c);
  answer (&c, DAN, HV_ANSWER_NO_ANSWER);
  g_assert_false (is_on_shift (&c, DAN));
  answer (&c, ELSE, HV_ANSWER_YES);
  g_assert_true (is_on_shift (&c, ELSE));
  assert_order (&c);
  g_assert_cmpuint (hv_roster_list_of (get_roster (&c), HV_KIND_CALL, HV_KIND_SHIFT, MONDAY_IT)->len, ==, 2);
  end (&c);
}

/* A yes that was none is taken back with the place, in one step. */
static void
test_taken_back (void)
{
  Case c;
  begin (&c);
  answer (&c, CARLA, HV_ANSWER_YES);
  g_assert_true (is_on_shift (&c, CARLA));
  answer (&c, CARLA, HV_ANSWER_NO);
  g_assert_false (is_on_shift (&c, CARLA));
  gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
  fixture_wait_changed (c.workspace);
  g_assert_true (is_on_shift (&c, CARLA));
  g_assert_cmpint (hv_call_row_get_answer (find_row (&c, CARLA)), ==, HV_ANSWER_YES);
  end (&c);
}

/* A number is there to copy, or it says that there is none. */
static void
test_phone (void)
{
  Case c;
  begin (&c);
  GtkWidget *without = fixture_find (GTK_WIDGET (find_row (&c, CARLA)), GTK_TYPE_BUTTON, 0);
  g_assert_false (gtk_widget_get_visible (without));
  GtkWidget *with = fixture_find (GTK_WIDGET (find_row (&c, DAN)), GTK_TYPE_BUTTON, 0);
  g_assert_true (gtk_widget_get_visible (with));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (with), GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy the Phone Number");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (&c, CARLA)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1. Carla Munkholt: can all day · no shifts in week\u00A019 · "
                                       "was here in week\u00A016.");
  end (&c);
}

/* The assignment that it is about is removed: it has nothing to say any more. */
static void
test_gone (void)
{
  Case c;
  begin (&c);
  HvEdit *edit = hv_workspace_begin (c.workspace, "unassign");
  hv_edit_remove (edit, hv_roster_find_assignment (get_roster (&c), ANNA_MONDAY));
  fixture_commit (c.workspace, edit);
  fixture_wait_gone (&c.dialog);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/call-list-dialog/answers", test_answers);
  g_test_add_func ("/call-list-dialog/taken-back", test_taken_back);
  g_test_add_func ("/call-list-dialog/phone", test_phone);
  g_test_add_func ("/call-list-dialog/gone", test_gone);
  return g_test_run ();
}
