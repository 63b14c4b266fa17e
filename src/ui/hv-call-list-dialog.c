/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-call-list-dialog.h"

#include "hv-call-list.h"
#include "hv-call-row.h"
#include "hv-ui-text.h"

/* Nobody rings more people in one go; the rest is a button away. */
#define LINES_AT_ONCE 20

struct _HvCallListDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkLabel *sentence;
  GtkWidget *filled;
  GtkLabel *mistake;
  GtkListBox *list;
  GtkWidget *more;
  GtkWidget *nobody;

  HvWindow *window; /* weak */
  HvId called_off;
  guint n_lines;      /* how many are shown at most */
  bool is_called_off; /* the snapshot has said so */
};

G_DEFINE_FINAL_TYPE (HvCallListDialog, hv_call_list_dialog, ADW_TYPE_WINDOW)

static HvWorkspace *
get_workspace (HvCallListDialog *self)
{
  return hv_window_get_workspace (self->window);
}

/* --- answers --- */

/* Whoever said yes, was put on the shift and now says something else is taken off it
 * again, in the same step. */
static void
take_back (HvEdit *edit, const HvRoster *roster, const HvShift *shift, HvCallRow *row)
{
  const HvAssignment *assigned = hv_roster_find_assigned (roster, shift->r.id, hv_call_row_get_volunteer (row));
  if (hv_call_row_get_answer (row) == HV_ANSWER_YES && assigned != NULL && hv_state_fills ((HvState)assigned->state))
    hv_edit_remove (edit, assigned);
}

static char *
say_answer (const char *name, HvAnswer answer)
{
  switch (answer)
    {
    case HV_ANSWER_YES:
      return g_strdup_printf (_ ("%s steps in"), name);
    case HV_ANSWER_NO:
      return g_strdup_printf (_ ("%s cannot step in"), name);
    default:
      return g_strdup_printf (_ ("%s did not answer"), name);
    }
}

/* The buttons show what is saved: until the answer is, the one before. */
static void
answered_cb (HvCallListDialog *self, int answer, HvCallRow *row)
{
  g_autoptr (GError) error = NULL;
  const HvRoster *roster = hv_workspace_get_roster (get_workspace (self));
  const HvAssignment *called_off = hv_roster_find_assignment (roster, self->called_off);
  const HvShift *shift = hv_roster_find_shift (roster, called_off->shift);
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, hv_call_row_get_volunteer (row));
  HvEdit *edit = hv_call_list_answer (roster, shift, volunteer->r.id, (HvAnswer)answer, NULL,
                                      hv_text_get_own_language (), hv_store_new_edit_source (), &error);
  hv_call_row_reset (row);
  gtk_label_set_text (self->mistake, edit == NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), edit == NULL);
  if (edit == NULL)
    return;
  if (answer != HV_ANSWER_YES)
    take_back (edit, roster, shift, row);
  hv_window_commit (self->window, edit, say_answer (volunteer->name, (HvAnswer)answer));
}

/* --- showing --- */

static HvCallRow *
get_row (HvCallListDialog *self, guint n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)n);
  return row == NULL ? NULL : HV_CALL_ROW (row);
}

static void
append_row (HvCallListDialog *self)
{
  GtkWidget *row = hv_call_row_new ();
  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/* Rows stay where they are, with the focus, and show what is now their line. */
static void
show_lines (HvCallListDialog *self, const HvCallList *list)
{
  guint n = MIN (list->lines->len, self->n_lines);
  for (guint i = 0; i < n; i++)
    {
      if (get_row (self, i) == NULL)
        append_row (self);
      hv_call_row_show (get_row (self, i), g_ptr_array_index (list->lines, i), i + 1, list->roster);
    }
  HvCallRow *row;
  while ((row = get_row (self, n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nobody, n == 0);
  gtk_widget_set_visible (self->more, list->lines->len > n);
}

/* False when the dialog has nothing to say any more. */
static bool
show (HvCallListDialog *self)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvRoster *roster = hv_workspace_get_roster (get_workspace (self));
  const HvAssignment *called_off = hv_roster_find_assignment (roster, self->called_off);
  const HvShift *shift = called_off == NULL ? NULL : hv_roster_find_shift (roster, called_off->shift);
  bool was_called_off = self->is_called_off;
  self->is_called_off = called_off != NULL && called_off->state == HV_STATE_CALLED_OFF;
  if (shift == NULL || (was_called_off && !self->is_called_off))
    return false;

  const HvGap *gap = hv_outlook_find_gap (hv_workspace_get_outlook (get_workspace (self)), shift);
  int missing = gap == NULL ? 0 : hv_gap_get_places (gap);
  g_autoptr (HvCallList) list = hv_call_list_new (roster, shift);
  g_autofree char *sentence = hv_call_list_format_need (list, called_off, missing, language);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (self->filled, self->is_called_off && missing == 0);
  show_lines (self, list);
  return true;
}

static void
workspace_changed_cb (HvCallListDialog *self)
{
  if (self->window == NULL || !show (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
more_cb (HvCallListDialog *self)
{
  self->n_lines += LINES_AT_ONCE;
  show (self);
}

/* --- life --- */

static void
hv_call_list_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&HV_CALL_LIST_DIALOG (object)->window);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_CALL_LIST_DIALOG);
  G_OBJECT_CLASS (hv_call_list_dialog_parent_class)->dispose (object);
}

static void
hv_call_list_dialog_class_init (HvCallListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_call_list_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-call-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvCallListDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, HvCallListDialog, filled);
  gtk_widget_class_bind_template_child (widget_class, HvCallListDialog, mistake);
  gtk_widget_class_bind_template_child (widget_class, HvCallListDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HvCallListDialog, more);
  gtk_widget_class_bind_template_child (widget_class, HvCallListDialog, nobody);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
hv_call_list_dialog_init (HvCallListDialog *self)
{
  self->n_lines = LINES_AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hv_call_list_dialog_new (HvWindow *window, HvId called_off)
{
  g_return_val_if_fail (HV_IS_WINDOW (window), NULL);
  HvCallListDialog *self = g_object_new (HV_TYPE_CALL_LIST_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->called_off = called_off;
  g_signal_connect_object (get_workspace (self), "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
