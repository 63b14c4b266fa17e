/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-field-row.h"

#include "hv-style-class.h"

struct _HvFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *line;
  GtkLabel *title;
  GtkText *text;
  GtkWidget *error_box;
  GtkLabel *error;

  char *value; /* owned; never NULL */
  HvFieldCheck check;
  gpointer check_data;
  GDestroyNotify free_check_data;
  bool setting; /* the text is being set, not typed */
};

G_DEFINE_FINAL_TYPE (HvFieldRow, hv_field_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  TYPED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is wrong --- */

void
hv_field_row_set_error (HvFieldRow *self, const char *error)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  gtk_label_set_text (self->error, error == NULL ? "" : error);
  gtk_widget_set_visible (self->error_box, error != NULL);
  hv_style_class_set (GTK_WIDGET (self), "error", error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               error == NULL ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error == NULL ? "" : error, -1);
}

const char *
hv_field_row_get_error (HvFieldRow *self)
{
  g_return_val_if_fail (HV_IS_FIELD_ROW (self), NULL);
  return gtk_widget_get_visible (self->error_box) ? gtk_label_get_text (self->error) : NULL;
}

static void
check (HvFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  bool good = self->check == NULL || self->check (hv_field_row_get_text (self), self->check_data, &error);
  hv_field_row_set_error (self, good ? NULL : error->message);
}

/* --- text --- */

const char *
hv_field_row_get_text (HvFieldRow *self)
{
  g_return_val_if_fail (HV_IS_FIELD_ROW (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static bool
is_different (HvFieldRow *self)
{
  return g_strcmp0 (hv_field_row_get_text (self), self->value) != 0;
}

static void
text_changed_cb (HvFieldRow *self)
{
  if (self->setting)
    return;
  check (self);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
enter (HvFieldRow *self)
{
  if (hv_field_row_get_error (self) == NULL && is_different (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
set_text (HvFieldRow *self, const char *text)
{
  self->setting = true;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->setting = false;
  hv_field_row_set_error (self, NULL);
}

void
hv_field_row_reset (HvFieldRow *self, const char *value)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  g_free (self->value);
  self->value = g_strdup (value == NULL ? "" : value);
  set_text (self, self->value);
}

void
hv_field_row_set_value (HvFieldRow *self, const char *value)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
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
hv_field_row_type (HvFieldRow *self, const char *text)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

/* --- how it is made --- */

void
hv_field_row_set_title (HvFieldRow *self, const char *title)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  gtk_label_set_text (self->title, title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
hv_field_row_set_hint (HvFieldRow *self, const char *hint)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  gtk_text_set_placeholder_text (self->text, hint);
}

void
hv_field_row_set_check (HvFieldRow *self, HvFieldCheck check_text, gpointer data, GDestroyNotify free_data)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  if (self->free_check_data != NULL)
    self->free_check_data (self->check_data);
  self->check = check_text;
  self->check_data = data;
  self->free_check_data = free_data;
}

void
hv_field_row_set_purpose (HvFieldRow *self, GtkInputPurpose purpose)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  gtk_text_set_input_purpose (self->text, purpose);
}

void
hv_field_row_add_suffix (HvFieldRow *self, GtkWidget *suffix)
{
  g_return_if_fail (HV_IS_FIELD_ROW (self));
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (self->line, suffix);
}

GtkWidget *
hv_field_row_new (const char *title)
{
  HvFieldRow *self = g_object_new (HV_TYPE_FIELD_ROW, NULL);
  hv_field_row_set_title (self, title);
  return GTK_WIDGET (self);
}

/* --- life --- */

static void
focus_left_cb (HvFieldRow *self)
{
  enter (self);
}

/* A press anywhere on the row goes to the text. */
static gboolean
hv_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HV_FIELD_ROW (widget)->text));
}

/* A row of a list takes the focus itself when it comes back from what is in it; this one
 * would hand it in again, and nobody could leave it backwards. */
static gboolean
hv_field_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
row_pressed_cb (HvFieldRow *self)
{
  gtk_text_grab_focus_without_selecting (self->text);
}

static void
hv_field_row_finalize (GObject *object)
{
  HvFieldRow *self = HV_FIELD_ROW (object);
  g_free (self->value);
  if (self->free_check_data != NULL)
    self->free_check_data (self->check_data);
  G_OBJECT_CLASS (hv_field_row_parent_class)->finalize (object);
}

static void
hv_field_row_class_init (HvFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_field_row_finalize;
  widget_class->grab_focus = hv_field_row_grab_focus;
  widget_class->focus = hv_field_row_focus;
  signals[TYPED] = g_signal_new ("typed", HV_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] =
      g_signal_new ("entered", HV_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_error (HvFieldRow *self, GtkBox *column)
{
  self->error_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->error_box, "hv-under");
  gtk_widget_set_visible (self->error_box, FALSE);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_START,
                                  "margin-top", 2, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->error = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "hexpand",
                              TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_box_append (GTK_BOX (self->error_box), icon);
  gtk_box_append (GTK_BOX (self->error_box), GTK_WIDGET (self->error));
  gtk_box_append (column, self->error_box);
}

static void
hv_field_row_init (HvFieldRow *self)
{
  self->value = g_strdup ("");
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "hv-secondary");
  /* A text alone has no role: it counts on an entry around it. */
  self->text = g_object_new (GTK_TYPE_TEXT, "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (self->line, GTK_WIDGET (self->text));

  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (column, "hv-field");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->line));
  make_error (self, GTK_BOX (column));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), column);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect_swapped (click, "released", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->title), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (enter), self);
}
