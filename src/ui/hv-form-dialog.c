/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-form-dialog.h"

#include "hv-style-class.h"

typedef struct
{
  /* template */
  GtkWidget *cancel;
  GtkWidget *save;
  GtkBox *form;
  GtkLabel *status;
  GtkButton *remove;

  HvWindow *window; /* lent: the dialog is destroyed with it */
} HvFormDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (HvFormDialog, hv_form_dialog, ADW_TYPE_WINDOW)

static HvFormDialogPrivate *
get_private (HvFormDialog *self)
{
  return hv_form_dialog_get_instance_private (self);
}

/* --- for the types made from it --- */

void
hv_form_dialog_set_window (HvFormDialog *self, HvWindow *window)
{
  g_return_if_fail (HV_IS_FORM_DIALOG (self));
  get_private (self)->window = window;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (window));
}

HvWindow *
hv_form_dialog_get_window (HvFormDialog *self)
{
  g_return_val_if_fail (HV_IS_FORM_DIALOG (self), NULL);
  return get_private (self)->window;
}

const HvRoster *
hv_form_dialog_get_roster (HvFormDialog *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (hv_form_dialog_get_window (self)));
}

void
hv_form_dialog_add (HvFormDialog *self, GtkWidget *group)
{
  g_return_if_fail (HV_IS_FORM_DIALOG (self));
  gtk_box_append (get_private (self)->form, group);
}

void
hv_form_dialog_offer_removal (HvFormDialog *self, const char *label)
{
  g_return_if_fail (HV_IS_FORM_DIALOG (self));
  gtk_button_set_label (get_private (self)->remove, label);
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->remove), TRUE);
}

void
hv_form_dialog_set_status (HvFormDialog *self, const char *text, bool wrong)
{
  g_return_if_fail (HV_IS_FORM_DIALOG (self));
  HvFormDialogPrivate *priv = get_private (self);
  gtk_label_set_text (priv->status, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (priv->status), text != NULL);
  gtk_widget_set_sensitive (priv->save, !wrong);
  hv_style_class_set (GTK_WIDGET (priv->status), "hv-under", wrong);
}

const char *
hv_form_dialog_get_status (HvFormDialog *self)
{
  g_return_val_if_fail (HV_IS_FORM_DIALOG (self), NULL);
  return gtk_label_get_text (get_private (self)->status);
}

/* --- saving --- */

typedef HvEdit *(*Make) (HvFormDialog *dialog, char **ret_sentence, GError **error);

static bool
carry_out (HvFormDialog *self, Make make)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  HvEdit *edit = make == NULL ? NULL : make (self, &sentence, &error);
  if (edit == NULL)
    {
      hv_form_dialog_set_status (self, error == NULL ? NULL : error->message, true);
      return false;
    }
  if (hv_edit_is_empty (edit))
    hv_edit_free (edit);
  else
    hv_window_commit (hv_form_dialog_get_window (self), edit, g_steal_pointer (&sentence));
  gtk_window_destroy (GTK_WINDOW (self));
  return true;
}

bool
hv_form_dialog_save (HvFormDialog *self)
{
  g_return_val_if_fail (HV_IS_FORM_DIALOG (self), false);
  return carry_out (self, HV_FORM_DIALOG_GET_CLASS (self)->make_edit);
}

bool
hv_form_dialog_remove (HvFormDialog *self)
{
  g_return_val_if_fail (HV_IS_FORM_DIALOG (self), false);
  return carry_out (self, HV_FORM_DIALOG_GET_CLASS (self)->make_removal);
}

static void
save_clicked_cb (HvFormDialog *self)
{
  hv_form_dialog_save (self);
}

static void
remove_clicked_cb (HvFormDialog *self)
{
  hv_form_dialog_remove (self);
}

/* --- life --- */

static void
hv_form_dialog_class_init (HvFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  /* No dispose: GTK 4.8 finds the template of no type but the last, and the window takes
   * its content out by itself. */
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HvFormDialog, cancel);
  gtk_widget_class_bind_template_child_private (widget_class, HvFormDialog, save);
  gtk_widget_class_bind_template_child_private (widget_class, HvFormDialog, form);
  gtk_widget_class_bind_template_child_private (widget_class, HvFormDialog, status);
  gtk_widget_class_bind_template_child_private (widget_class, HvFormDialog, remove);
}

static void
hv_form_dialog_init (HvFormDialog *self)
{
  HvFormDialogPrivate *priv = get_private (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (priv->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (priv->save, "clicked", G_CALLBACK (save_clicked_cb), self);
  g_signal_connect_swapped (priv->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
}
