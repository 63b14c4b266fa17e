/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-note-row.h"

#define LEAST_HEIGHT 60

struct _HvNoteRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkTextView *view;
  GtkTextBuffer *buffer; /* lent by the view */
  GtkLabel *advice;
  GtkLabel *error;

  char *value; /* owned; never NULL */
  HvFieldCheck check;
  gpointer check_data;
  bool setting;
};

G_DEFINE_FINAL_TYPE (HvNoteRow, hv_note_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

char *
hv_note_row_dup_text (HvNoteRow *self)
{
  g_return_val_if_fail (HV_IS_NOTE_ROW (self), NULL);
  GtkTextIter start;
  GtkTextIter end;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static bool
is_different (HvNoteRow *self)
{
  g_autofree char *text = hv_note_row_dup_text (self);
  return g_strcmp0 (text, self->value) != 0;
}

static void
show_error (HvNoteRow *self, const char *error)
{
  gtk_label_set_text (self->error, error == NULL ? "" : error);
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), error == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error == NULL ? gtk_label_get_text (self->advice) : error, -1);
}

const char *
hv_note_row_get_error (HvNoteRow *self)
{
  g_return_val_if_fail (HV_IS_NOTE_ROW (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_label_get_text (self->error) : NULL;
}

static void
changed_cb (HvNoteRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hv_note_row_dup_text (self);
  if (self->setting)
    return;
  bool good = self->check == NULL || self->check (text, self->check_data, &error);
  show_error (self, good ? NULL : error->message);
}

static void
focus_left_cb (HvNoteRow *self)
{
  if (hv_note_row_get_error (self) == NULL && is_different (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
set_text (HvNoteRow *self, const char *text)
{
  self->setting = true;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->setting = false;
  show_error (self, NULL);
}

void
hv_note_row_reset (HvNoteRow *self, const char *value)
{
  g_return_if_fail (HV_IS_NOTE_ROW (self));
  g_free (self->value);
  self->value = g_strdup (value == NULL ? "" : value);
  set_text (self, self->value);
}

void
hv_note_row_set_value (HvNoteRow *self, const char *value)
{
  g_return_if_fail (HV_IS_NOTE_ROW (self));
  const char *text = value == NULL ? "" : value;
  bool typing = is_different (self);
  if (g_strcmp0 (self->value, text) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (text);
  if (!typing)
    set_text (self, text);
}

void
hv_note_row_type (HvNoteRow *self, const char *text)
{
  g_return_if_fail (HV_IS_NOTE_ROW (self));
  gtk_text_buffer_set_text (self->buffer, text, -1);
}

void
hv_note_row_set_check (HvNoteRow *self, HvFieldCheck check, gpointer data)
{
  g_return_if_fail (HV_IS_NOTE_ROW (self));
  self->check = check;
  self->check_data = data;
}

GtkWidget *
hv_note_row_new (const char *title, const char *advice)
{
  HvNoteRow *self = g_object_new (HV_TYPE_NOTE_ROW, "title", title, NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->advice, advice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice, -1);
  return GTK_WIDGET (self);
}

static void
hv_note_row_finalize (GObject *object)
{
  g_free (HV_NOTE_ROW (object)->value);
  G_OBJECT_CLASS (hv_note_row_parent_class)->finalize (object);
}

static void
hv_note_row_class_init (HvNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_note_row_finalize;
  signals[ENTERED] = g_signal_new ("entered", HV_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Before it has a width a text view is as high as if every letter stood on a line of its
 * own, and GTK 4.8 forgets to ask again when it gets one while it is laid out. */
static gboolean
measure_again_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_width (view) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *view)
{
  gtk_widget_add_tick_callback (view, measure_again_cb, NULL, NULL);
}

static GtkLabel *
make_label (GtkBox *column, const char *css_class, GtkAccessibleRole role)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                  "accessible-role", role, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (column, GTK_WIDGET (label));
  return label;
}

static void
hv_note_row_init (HvNoteRow *self)
{
  GtkBox *column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->value = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (column), "hv-field");
  self->title = make_label (column, "hv-secondary", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                             "height-request", LEAST_HEIGHT, NULL);
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "hv-text-area");
  gtk_box_append (column, GTK_WIDGET (self->view));
  self->advice = make_label (column, "hv-secondary", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  self->error = make_label (column, "hv-under", GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (column));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (self->view, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
}
