/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-new-volunteers-dialog.h"

#include "hv-person-edit.h"
#include "hv-ui-text.h"

struct _HvNewVolunteersDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *cancel;
  GtkWidget *add;
  GtkTextView *names;
  GtkLabel *message;
  GtkWidget *namesakes;
  AdwComboRow *role;
  AdwComboRow *house;

  HvWindow *window;  /* lent: the dialog is destroyed with it */
  GArray *role_ids;  /* HvId, in the order of the choices; the first is HV_NONE */
  GArray *house_ids; /* the same */
};

G_DEFINE_FINAL_TYPE (HvNewVolunteersDialog, hv_new_volunteers_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HvRoster *
get_roster (HvNewVolunteersDialog *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static HvId
get_chosen (AdwComboRow *row, const GArray *ids)
{
  guint selected = adw_combo_row_get_selected (row);
  return selected < ids->len ? g_array_index (ids, HvId, selected) : HV_NONE;
}

static HvEdit *
make_edit (HvNewVolunteersDialog *self, GError **error)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->names);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *names = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return hv_person_edit_add (
      get_roster (self), names, get_chosen (self->role, self->role_ids), get_chosen (self->house, self->house_ids),
      gtk_check_button_get_active (GTK_CHECK_BUTTON (self->namesakes)), hv_store_new_edit_source (), error);
}

static guint
count_people (const HvEdit *edit, HvId *ret_first)
{
  guint n = 0;
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvRecord *record = g_array_index (edit->puts, HvPut, i).record;
      if (record->kind == HV_KIND_VOLUNTEER && n++ == 0)
        *ret_first = record->id;
    }
  return n;
}

/* --- what it says --- */

static void
say (HvNewVolunteersDialog *self, const char *text, bool wrong)
{
  gtk_label_set_text (self->message, text);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "hv-under");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "hv-under");
}

static void
say_number (HvNewVolunteersDialog *self, const HvEdit *edit)
{
  HvId first;
  guint n = count_people (edit, &first);
  guint left_out = edit->warnings->len;
  g_autofree char *number = n == 0 ? g_strdup (_ ("Nobody yet."))
                                   : g_strdup_printf (hv_own_ntext ("%u new volunteer.", "%u new volunteers.", n), n);
  if (left_out == 0)
    {
      say (self, number, false);
      return;
    }
  const char *warning = g_array_index (edit->warnings, HvWarning, 0).message;
  g_autofree char *more =
      left_out == 1 ? g_strdup ("")
                    : g_strdup_printf (hv_own_ntext ("So is %u other name.", "So are %u other names.", left_out - 1),
                                       left_out - 1);
  g_autofree char *text = g_strdup_printf ("%s %s %s", number, warning, more);
  say (self, text, false);
}

static void
update (HvNewVolunteersDialog *self)
{
  HvId first;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = make_edit (self, &error);
  bool namesakes = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->namesakes));
  gtk_widget_set_sensitive (self->add, edit != NULL && count_people (edit, &first) > 0);
  gtk_widget_set_visible (self->namesakes, namesakes || (edit != NULL && edit->warnings->len > 0));
  if (edit == NULL)
    say (self, error->message, true);
  else
    say_number (self, edit);
}

static void
add_cb (HvNewVolunteersDialog *self)
{
  HvId first = HV_NONE;
  HvEdit *edit = make_edit (self, NULL);
  guint n = edit == NULL ? 0 : count_people (edit, &first);
  if (n == 0)
    {
      g_clear_pointer (&edit, hv_edit_free);
      return;
    }
  hv_window_commit (self->window, edit,
                    g_strdup_printf (hv_own_ntext ("%u volunteer is added.", "%u volunteers are added.", n), n));
  g_signal_emit (self, signals[ADDED], 0, (gint64)first);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- life --- */

static void
fill_choices (AdwComboRow *row, GArray *ids, const HvRoster *roster, HvKind kind, const char *none)
{
  HvId no_id = HV_NONE;
  const GPtrArray *records = hv_roster_list (roster, kind);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, none);
  g_array_append_val (ids, no_id);
  for (guint i = 0; i < records->len; i++)
    {
      const HvRecord *record = g_ptr_array_index (records, i);
      gtk_string_list_append (list,
                              kind == HV_KIND_ROLE ? ((const HvRole *)record)->name : ((const HvHouse *)record)->name);
      g_array_append_val (ids, record->id);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

HvNewVolunteersDialog *
hv_new_volunteers_dialog_new (HvWindow *window)
{
  HvNewVolunteersDialog *self = g_object_new (HV_TYPE_NEW_VOLUNTEERS_DIALOG, "transient-for", window, NULL);
  self->window = window;
  const HvRoster *roster = get_roster (self);
  fill_choices (self->role, self->role_ids, roster, HV_KIND_ROLE, _ ("No role yet"));
  fill_choices (self->house, self->house_ids, roster, HV_KIND_HOUSE, _ ("All houses"));
  /* Whoever comes new is nearly always for the first role. */
  adw_combo_row_set_selected (self->role, self->role_ids->len > 1 ? 1 : 0);
  update (self);
  return self;
}

static void
hv_new_volunteers_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_NEW_VOLUNTEERS_DIALOG);
  G_OBJECT_CLASS (hv_new_volunteers_dialog_parent_class)->dispose (object);
}

static void
hv_new_volunteers_dialog_finalize (GObject *object)
{
  g_array_unref (HV_NEW_VOLUNTEERS_DIALOG (object)->role_ids);
  g_array_unref (HV_NEW_VOLUNTEERS_DIALOG (object)->house_ids);
  G_OBJECT_CLASS (hv_new_volunteers_dialog_parent_class)->finalize (object);
}

static void
hv_new_volunteers_dialog_class_init (HvNewVolunteersDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_new_volunteers_dialog_dispose;
  object_class->finalize = hv_new_volunteers_dialog_finalize;
  signals[ADDED] = g_signal_new ("added", HV_TYPE_NEW_VOLUNTEERS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-new-volunteers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, add);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, names);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, message);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, namesakes);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, role);
  gtk_widget_class_bind_template_child (widget_class, HvNewVolunteersDialog, house);
}

static void
hv_new_volunteers_dialog_init (HvNewVolunteersDialog *self)
{
  self->role_ids = g_array_new (FALSE, FALSE, sizeof (HvId));
  self->house_ids = g_array_new (FALSE, FALSE, sizeof (HvId));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->names), "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->namesakes, "toggled", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->names));
}
