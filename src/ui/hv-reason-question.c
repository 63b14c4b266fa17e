/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-reason-question.h"

#include <stdbool.h>

struct _HvReasonQuestion
{
  GtkBox parent_instance;

  /* template */
  GtkEditable *reason;
  GtkWidget *confirm;
};

G_DEFINE_FINAL_TYPE (HvReasonQuestion, hv_reason_question, GTK_TYPE_BOX)

enum
{
  CHANGED,
  CONFIRMED,
  WITHDRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
hv_reason_question_set_text (HvReasonQuestion *self, const char *text)
{
  g_return_if_fail (HV_IS_REASON_QUESTION (self));
  gtk_editable_set_text (self->reason, text);
}

const char *
hv_reason_question_get_text (HvReasonQuestion *self)
{
  g_return_val_if_fail (HV_IS_REASON_QUESTION (self), NULL);
  return gtk_editable_get_text (self->reason);
}

static bool
has_reason (HvReasonQuestion *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  return text[0] != '\0';
}

static void
reason_changed_cb (HvReasonQuestion *self)
{
  gtk_widget_set_sensitive (self->confirm, has_reason (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
confirm_cb (HvReasonQuestion *self)
{
  if (has_reason (self))
    g_signal_emit (self, signals[CONFIRMED], 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->reason));
}

/* Before anything around it takes Escape for its own. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvReasonQuestion *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (self, signals[WITHDRAWN], 0);
  return TRUE;
}

static gboolean
hv_reason_question_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HV_REASON_QUESTION (widget)->reason));
}

static void
hv_reason_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_REASON_QUESTION);
  G_OBJECT_CLASS (hv_reason_question_parent_class)->dispose (object);
}

static void
hv_reason_question_class_init (HvReasonQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_reason_question_dispose;
  widget_class->grab_focus = hv_reason_question_grab_focus;
  for (int i = 0; i < N_SIGNALS; i++)
    {
      static const char *const names[] = { "changed", "confirmed", "withdrawn" };
      signals[i] =
          g_signal_new (names[i], HV_TYPE_REASON_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    }
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-reason-question.ui");
  gtk_widget_class_bind_template_child (widget_class, HvReasonQuestion, reason);
  gtk_widget_class_bind_template_child (widget_class, HvReasonQuestion, confirm);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
hv_reason_question_init (HvReasonQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
hv_reason_question_new (const char *anyway)
{
  HvReasonQuestion *self = g_object_new (HV_TYPE_REASON_QUESTION, NULL);
  gtk_button_set_label (GTK_BUTTON (self->confirm), anyway);
  return GTK_WIDGET (self);
}
