/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-names-form.h"

#include "hv-person-edit.h"
#include "hv-store.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

struct _HvNamesForm
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkTextView *names;
  GtkLabel *message;
  GtkWidget *namesakes;
  AdwComboRow *role;
  AdwComboRow *house;

  HvRoster *roster;  /* owned; NULL before it is shown */
  GArray *role_ids;  /* HvId, in the order of the choices; the first is HV_NONE */
  GArray *house_ids; /* the same */
  guint n;           /* people */
};

G_DEFINE_FINAL_TYPE (HvNamesForm, hv_names_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what stands there --- */

static char *
dup_names (HvNamesForm *self)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->names);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static HvId
get_chosen (AdwComboRow *row, const GArray *ids)
{
  guint selected = adw_combo_row_get_selected (row);
  return selected < ids->len ? g_array_index (ids, HvId, selected) : HV_NONE;
}

static HvEdit *
make_edit (HvNamesForm *self, GError **error)
{
  g_autofree char *names = dup_names (self);
  return hv_person_edit_add (
      self->roster, names, get_chosen (self->role, self->role_ids), get_chosen (self->house, self->house_ids),
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

guint
hv_names_form_count (HvNamesForm *self)
{
  g_return_val_if_fail (HV_IS_NAMES_FORM (self), 0);
  return self->n;
}

bool
hv_names_form_is_empty (HvNamesForm *self)
{
  g_return_val_if_fail (HV_IS_NAMES_FORM (self), true);
  g_autofree char *names = dup_names (self);
  return g_strstrip (names)[0] == '\0';
}

void
hv_names_form_clear (HvNamesForm *self)
{
  g_return_if_fail (HV_IS_NAMES_FORM (self));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->names), "", 0);
}

HvEdit *
hv_names_form_make_edit (HvNamesForm *self, HvId *ret_first)
{
  g_return_val_if_fail (HV_IS_NAMES_FORM (self) && self->roster != NULL, NULL);
  g_autoptr (HvEdit) edit = make_edit (self, NULL);
  return edit == NULL || count_people (edit, ret_first) == 0 ? NULL : g_steal_pointer (&edit);
}

/* --- what it says --- */

static void
say (HvNamesForm *self, const char *text, bool wrong)
{
  gtk_label_set_text (self->message, text);
  hv_style_class_set (GTK_WIDGET (self->message), "hv-under", wrong);
}

static void
say_number (HvNamesForm *self, const HvEdit *edit)
{
  guint left_out = edit->warnings->len;
  g_autofree char *number =
      self->n == 0 ? g_strdup (_ ("Nobody yet."))
                   : g_strdup_printf (hv_own_ntext ("%u new volunteer.", "%u new volunteers.", self->n), self->n);
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
update (HvNamesForm *self)
{
  if (self->roster == NULL)
    return;
  HvId first;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = make_edit (self, &error);
  bool namesakes = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->namesakes));
  self->n = edit == NULL ? 0 : count_people (edit, &first);
  gtk_widget_set_visible (self->namesakes, namesakes || (edit != NULL && edit->warnings->len > 0));
  if (edit == NULL)
    say (self, error->message, true);
  else
    say_number (self, edit);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- choices --- */

static void
fill_choices (AdwComboRow *row, GArray *ids, const HvRoster *roster, HvKind kind, const char *none, guint usual)
{
  HvId no_id = HV_NONE;
  HvId chosen = get_chosen (row, ids);
  bool first = ids->len == 0;
  const GPtrArray *records = hv_roster_list (roster, kind);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, none);
  g_array_set_size (ids, 0);
  g_array_append_val (ids, no_id);
  guint selected = first ? MIN (usual, records->len) : 0;
  for (guint i = 0; i < records->len; i++)
    {
      const HvRecord *record = g_ptr_array_index (records, i);
      gtk_string_list_append (list,
                              kind == HV_KIND_ROLE ? ((const HvRole *)record)->name : ((const HvHouse *)record)->name);
      g_array_append_val (ids, record->id);
      if (!first && record->id == chosen)
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

void
hv_names_form_show (HvNamesForm *self, const HvRoster *roster)
{
  g_return_if_fail (HV_IS_NAMES_FORM (self));
  g_clear_pointer (&self->roster, hv_roster_unref);
  self->roster = hv_roster_ref (roster);
  /* Whoever comes new is nearly always for the first role. */
  fill_choices (self->role, self->role_ids, roster, HV_KIND_ROLE, _ ("No role yet"), 1);
  fill_choices (self->house, self->house_ids, roster, HV_KIND_HOUSE, _ ("All houses"), 0);
  update (self);
}

/* --- life --- */

static gboolean
hv_names_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HV_NAMES_FORM (widget)->names));
}

static void
hv_names_form_dispose (GObject *object)
{
  HvNamesForm *self = HV_NAMES_FORM (object);
  g_clear_pointer (&self->roster, hv_roster_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_NAMES_FORM);
  G_OBJECT_CLASS (hv_names_form_parent_class)->dispose (object);
}

static void
hv_names_form_finalize (GObject *object)
{
  g_array_unref (HV_NAMES_FORM (object)->role_ids);
  g_array_unref (HV_NAMES_FORM (object)->house_ids);
  G_OBJECT_CLASS (hv_names_form_parent_class)->finalize (object);
}

static void
hv_names_form_class_init (HvNamesFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_names_form_dispose;
  object_class->finalize = hv_names_form_finalize;
  widget_class->grab_focus = hv_names_form_grab_focus;
  signals[CHANGED] =
      g_signal_new ("changed", HV_TYPE_NAMES_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-names-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HvNamesForm, box);
  gtk_widget_class_bind_template_child (widget_class, HvNamesForm, names);
  gtk_widget_class_bind_template_child (widget_class, HvNamesForm, message);
  gtk_widget_class_bind_template_child (widget_class, HvNamesForm, namesakes);
  gtk_widget_class_bind_template_child (widget_class, HvNamesForm, role);
  gtk_widget_class_bind_template_child (widget_class, HvNamesForm, house);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
hv_names_form_init (HvNamesForm *self)
{
  self->role_ids = g_array_new (FALSE, FALSE, sizeof (HvId));
  self->house_ids = g_array_new (FALSE, FALSE, sizeof (HvId));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->names), "changed", G_CALLBACK (update), self);
}
