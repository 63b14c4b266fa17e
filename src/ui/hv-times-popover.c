/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-times-popover.h"

#include "hv-assignment-edit.h"
#include "hv-format.h"
#include "hv-transient.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

struct _HvTimesPopover
{
  GtkPopover parent_instance;

  /* template */
  GtkLabel *title;
  GtkLabel *hours;
  GtkEditable *from;
  GtkEditable *to;
  GtkLabel *mistake;

  HvWindow *window; /* weak */
  HvId assignment;
};

G_DEFINE_FINAL_TYPE (HvTimesPopover, hv_times_popover, GTK_TYPE_POPOVER)

bool
hv_times_popover_read (const HvShift *shift, const char *from_text, const char *to_text, HvSpan *ret_span,
                       GError **error)
{
  int from;
  int to;
  if (!hv_time_parse (from_text, &from, error) || !hv_time_parse (to_text, &to, error))
    return false;
  HvDay day = hv_minute_get_day (shift->starts);
  bool next_morning = hv_minute_at (day, from) < shift->starts && hv_minute_at (day + 1, from) < shift->ends;
  *ret_span = hv_span_on_day (next_morning ? day + 1 : day, from, to);
  return true;
}

static const HvRoster *
get_roster (HvTimesPopover *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static void
show_mistake (HvTimesPopover *self, const char *text)
{
  gtk_label_set_text (self->mistake, text);
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), TRUE);
}

/* --- setting --- */

static void
set_span (HvTimesPopover *self, const HvAssignment *assignment, HvSpan span)
{
  g_autoptr (GError) error = NULL;
  const HvRoster *roster = get_roster (self);
  HvEdit *edit = hv_assignment_edit_set_times (roster, assignment, span, hv_store_new_edit_source (), &error);
  if (edit == NULL)
    {
      show_mistake (self, error->message);
      return;
    }
  g_autofree char *when = hv_format_day_span (span, hv_text_get_own_language ());
  /* TRANSLATORS: volunteer; date and time */
  hv_window_commit (self->window, edit, g_strdup_printf (_ ("%s: %s"), hv_week_words_name (roster, assignment), when));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The assignment and its shift as they are now; false, and closed, when they are gone. */
static bool
find_both (HvTimesPopover *self, const HvAssignment **ret_assignment, const HvShift **ret_shift)
{
  const HvAssignment *assignment = hv_roster_find_assignment (get_roster (self), self->assignment);
  const HvShift *shift = assignment == NULL ? NULL : hv_roster_find_shift (get_roster (self), assignment->shift);
  if (shift == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return false;
    }
  *ret_assignment = assignment;
  *ret_shift = shift;
  return true;
}

static void
set_cb (HvTimesPopover *self)
{
  g_autoptr (GError) error = NULL;
  const HvAssignment *assignment;
  const HvShift *shift;
  HvSpan span;
  if (!find_both (self, &assignment, &shift))
    return;
  if (!hv_times_popover_read (shift, gtk_editable_get_text (self->from), gtk_editable_get_text (self->to), &span,
                              &error))
    show_mistake (self, error->message);
  else
    set_span (self, assignment, span);
}

static void
reset_cb (HvTimesPopover *self)
{
  const HvAssignment *assignment;
  const HvShift *shift;
  if (find_both (self, &assignment, &shift))
    set_span (self, assignment, hv_shift_get_span (shift));
}

/* --- showing --- */

static void
show_time (GtkEditable *entry, HvMinute minute)
{
  g_autofree char *text = hv_format_clock (hv_minute_get_of_day (minute), hv_text_get_own_language ());
  gtk_editable_set_text (entry, text);
}

static void
show (HvTimesPopover *self, const HvRoster *roster, const HvAssignment *assignment, const HvShift *shift)
{
  g_autofree char *where = hv_week_words_shift (roster, shift, hv_text_get_own_language ());
  gtk_label_set_text (self->title, hv_week_words_name (roster, assignment));
  gtk_label_set_text (self->hours, where);
  show_time (self->from, assignment->starts);
  show_time (self->to, assignment->ends);
}

HvTimesPopover *
hv_times_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment_id)
{
  HvWindow *window = hv_window_of (over);
  g_return_val_if_fail (window != NULL, NULL);
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  const HvAssignment *assignment = hv_roster_find_assignment (roster, assignment_id);
  const HvShift *shift = assignment == NULL ? NULL : hv_roster_find_shift (roster, assignment->shift);
  if (shift == NULL || !hv_window_may_change (window))
    return NULL;

  HvTimesPopover *self = g_object_new (HV_TYPE_TIMES_POPOVER, NULL);
  g_set_weak_pointer (&self->window, window);
  self->assignment = assignment_id;
  show (self, roster, assignment, shift);
  hv_transient_open (GTK_POPOVER (self), over, area);
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
  return self;
}

/* --- life --- */

static void
hv_times_popover_dispose (GObject *object)
{
  g_clear_weak_pointer (&HV_TIMES_POPOVER (object)->window);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_TIMES_POPOVER);
  G_OBJECT_CLASS (hv_times_popover_parent_class)->dispose (object);
}

static void
hv_times_popover_class_init (HvTimesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_times_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-times-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HvTimesPopover, title);
  gtk_widget_class_bind_template_child (widget_class, HvTimesPopover, hours);
  gtk_widget_class_bind_template_child (widget_class, HvTimesPopover, from);
  gtk_widget_class_bind_template_child (widget_class, HvTimesPopover, to);
  gtk_widget_class_bind_template_child (widget_class, HvTimesPopover, mistake);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
hv_times_popover_init (HvTimesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
