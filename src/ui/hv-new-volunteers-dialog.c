/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-new-volunteers-dialog.h"

#include "hv-names-form.h"
#include "hv-ui-text.h"

struct _HvNewVolunteersDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *cancel;
  GtkWidget *add;
  HvNamesForm *form;

  HvWindow *window; /* lent: the dialog is destroyed with it */
};

G_DEFINE_FINAL_TYPE (HvNewVolunteersDialog, hv_new_volunteers_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
form_changed_cb (HvNewVolunteersDialog *self)
{
  gtk_widget_set_sensitive (self->add, hv_names_form_count (self->form) > 0);
}

static void
add_cb (HvNewVolunteersDialog *self)
{
  HvId first = HV_NONE;
  guint n = hv_names_form_count (self->form);
  HvEdit *edit = hv_names_form_make_edit (self->form, &first);
  if (edit == NULL)
    return;
  hv_window_commit (self->window, edit,
                    g_strdup_printf (hv_own_ntext ("%u volunteer is added.", "%u volunteers are added.", n), n));
  g_signal_emit (self, signals[ADDED], 0, (gint64)first);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- life --- */

HvNewVolunteersDialog *
hv_new_volunteers_dialog_new (HvWindow *window)
{
  HvNewVolunteersDialog *self = g_object_new (HV_TYPE_NEW_VOLUNTEERS_DIALOG, "transient-for", window, NULL);
  self->window = window;
  hv_names_form_show (self->form, hv_workspace_get_roster (hv_window_get_workspace (window)));
  return self;
}

static void
hv_new_volunteers_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_NEW_VOLUNTEERS_DIALOG);
  G_OBJECT_CLASS (hv_new_volunteers_dialog_parent_class)->dispose (object);
}

static void
hv_new_volunteers_dialog_class_init (HvNewVolunteersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_new_volunteers_dialog_dispose;
  signals[ADDED] = g_signal_new ("added", HV_TYPE_NEW_VOLUNTEERS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (HV_TYPE_NAMES_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-new-volunteers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, add);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, form);
}

static void
hv_new_volunteers_dialog_init (HvNewVolunteersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}
