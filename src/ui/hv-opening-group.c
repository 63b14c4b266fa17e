/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-group.h"

#include "hv-closing.h"
#include "hv-day-edit.h"
#include "hv-format.h"
#include "hv-note-row.h"
#include "hv-plain-row.h"
#include "hv-times-row.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

#define MOST_PLACES 99

struct _HvOpeningGroup
{
  AdwPreferencesGroup parent_instance;

  HvWindow *window; /* lent */
  HvId opening;

  GPtrArray *shift_rows; /* in the group: a row each, in the order of the shifts */
  GtkWidget *remove;     /* takes an opening that comes from no hours away */
  HvFieldRow *address;
  AdwActionRow *guests_row;
  GtkSpinButton *guests;
  HvNoteRow *note;

  /* a shift more */
  AdwExpanderRow *more;
  AdwComboRow *role;
  HvTimesRow *times;
  GtkSpinButton *places;

  bool showing; /* numbers are being set, not typed */
};

G_DEFINE_FINAL_TYPE (HvOpeningGroup, hv_opening_group, ADW_TYPE_PREFERENCES_GROUP)

static const HvRoster *
get_roster (HvOpeningGroup *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static const HvOpening *
find_opening (HvOpeningGroup *self)
{
  return hv_roster_find_opening (get_roster (self), self->opening);
}

/* Swallows edit and sentence. */
static void
step (HvOpeningGroup *self, HvEdit *edit, char *sentence, const GError *error)
{
  if (edit != NULL)
    {
      hv_window_commit (self->window, edit, sentence);
      return;
    }
  hv_window_say (self->window, error->message, false);
  g_free (sentence);
}

/* --- the shifts --- */

typedef struct
{
  HvOpeningGroup *group; /* lent */
  HvId shift;
  AdwActionRow *row;
  GtkSpinButton *places;
  GtkWidget *reset;
} ShiftRow;

static const HvShift *
find_shift (const ShiftRow *row)
{
  return hv_roster_find_shift (get_roster (row->group), row->shift);
}

static void
set_wanted (ShiftRow *row, gint64 wanted)
{
  const HvShift *shift = find_shift (row);
  g_autoptr (GError) error = NULL;
  if (shift == NULL)
    return;
  HvEdit *edit = hv_day_edit_set_places (shift, shift->minimum, wanted, hv_store_new_edit_source (), &error);
  g_autofree char *where = hv_week_words_shift (get_roster (row->group), shift, hv_text_get_own_language ());
  /* TRANSLATORS: a shift that follows the calculation again */
  char *sentence = wanted == HV_NONE ? g_strdup_printf (_ ("%s: as many as suggested"), where)
                                     : g_strdup_printf (hv_own_ntext ("%s: %d place", "%s: %d places", (gulong)wanted),
                                                        where, (int)wanted);
  step (row->group, edit, sentence, error);
}

static void
places_changed_cb (ShiftRow *row)
{
  if (!row->group->showing)
    set_wanted (row, gtk_spin_button_get_value_as_int (row->places));
}

static void
reset_clicked_cb (ShiftRow *row)
{
  set_wanted (row, HV_NONE);
}

static void
remove_clicked_cb (ShiftRow *row)
{
  HvOpeningGroup *self = row->group;
  const HvShift *shift = find_shift (row);
  g_autoptr (GError) error = NULL;
  if (shift == NULL)
    return;
  g_autofree char *where = hv_week_words_shift (get_roster (self), shift, hv_text_get_own_language ());
  HvEdit *edit = hv_day_edit_remove_shift (get_roster (self), shift, hv_store_new_edit_source (), &error);
  /* TRANSLATORS: a shift */
  step (self, edit, g_strdup_printf (_ ("%s is taken away."), where), error);
}

static GtkWidget *
make_button (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkSpinButton *
make_number (AdwActionRow *row, int most, const char *name)
{
  GtkWidget *number = gtk_spin_button_new_with_range (0, most, 1);
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, number);
  return GTK_SPIN_BUTTON (number);
}

static ShiftRow *
add_shift_row (HvOpeningGroup *self, const HvShift *shift)
{
  const HvRole *role = hv_roster_find_role (get_roster (self), shift->role);
  const char *name = role == NULL ? "" : role->name;
  g_autofree char *places = g_strdup_printf (_ ("%s: places"), name);
  g_autofree char *reset = g_strdup_printf (_ ("%s: as many as suggested"), name);
  g_autofree char *away = g_strdup_printf (_ ("%s: take the shift away"), name);
  ShiftRow *row = g_new0 (ShiftRow, 1);
  row->group = self;
  row->shift = shift->r.id;
  row->row = g_object_new (ADW_TYPE_ACTION_ROW, "subtitle-lines", 2, NULL);
  hv_plain_row_set_texts (row->row, name, NULL);
  row->reset = make_button ("edit-undo-symbolic", reset);
  adw_action_row_add_suffix (row->row, row->reset);
  row->places = make_number (row->row, MOST_PLACES, places);
  g_signal_connect_swapped (row->places, "value-changed", G_CALLBACK (places_changed_cb), row);
  g_signal_connect_swapped (row->reset, "clicked", G_CALLBACK (reset_clicked_cb), row);
  if (hv_day_edit_can_remove_shift (shift))
    {
      GtkWidget *remove = make_button ("list-remove-symbolic", away);
      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), row);
      adw_action_row_add_suffix (row->row, remove);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->row));
  return row;
}

/* "13.00–16.00 · suggested 5 · at least 3" */
static char *
describe_shift (const HvShift *shift, const HvGap *gap, HvLanguage language)
{
  HvSpan span = hv_shift_get_span (shift);
  g_autofree char *hours = hv_format_hours (span, language);
  g_autoptr (GString) text = g_string_new (hours);
  if (gap != NULL && gap->suggested != HV_NONE)
    /* TRANSLATORS: how many people the calculation would place */
    g_string_append_printf (text, " · %s %d", _ ("suggested"), (int)gap->suggested);
  if (shift->minimum > 0)
    /* TRANSLATORS: how many people a shift needs whatever the visitors need */
    g_string_append_printf (text, " · %s %d", _ ("at least"), (int)shift->minimum);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_shift_row (ShiftRow *row, const HvShift *shift)
{
  const HvOutlook *outlook = hv_workspace_get_outlook (hv_window_get_workspace (row->group->window));
  const HvGap *gap = hv_outlook_find_gap (outlook, shift);
  g_autofree char *subtitle = describe_shift (shift, gap, hv_text_get_own_language ());
  gint64 needed = shift->wanted != HV_NONE ? shift->wanted : gap != NULL ? gap->needed : shift->minimum;
  adw_action_row_set_subtitle (row->row, subtitle);
  gtk_widget_set_visible (row->reset, shift->wanted != HV_NONE);
  row->group->showing = true;
  gtk_spin_button_set_value (row->places, (double)needed);
  row->group->showing = false;
}

static bool
are_same_shifts (HvOpeningGroup *self, const GPtrArray *shifts)
{
  if (shifts->len != self->shift_rows->len)
    return false;
  for (guint i = 0; i < shifts->len; i++)
    if (((const HvShift *)shifts->pdata[i])->r.id != ((const ShiftRow *)self->shift_rows->pdata[i])->shift)
      return false;
  return true;
}

/* The other rows stand below the shifts: they are put there again after new ones. */
static void
move_down (HvOpeningGroup *self)
{
  GtkWidget *const rows[] = { GTK_WIDGET (self->more), GTK_WIDGET (self->address), GTK_WIDGET (self->guests_row),
                              GTK_WIDGET (self->note) };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_object_ref (rows[i]);
      if (gtk_widget_get_parent (rows[i]) != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), rows[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), rows[i]);
      g_object_unref (rows[i]);
    }
}

static void
update_shifts (HvOpeningGroup *self, const HvOpening *opening)
{
  g_autoptr (GPtrArray) shifts = hv_day_edit_list_shifts (get_roster (self), opening);
  if (!are_same_shifts (self, shifts))
    {
      for (guint i = 0; i < self->shift_rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                      GTK_WIDGET (((const ShiftRow *)self->shift_rows->pdata[i])->row));
      g_ptr_array_set_size (self->shift_rows, 0);
      for (guint i = 0; i < shifts->len; i++)
        g_ptr_array_add (self->shift_rows, add_shift_row (self, shifts->pdata[i]));
      move_down (self);
    }
  for (guint i = 0; i < shifts->len; i++)
    update_shift_row (self->shift_rows->pdata[i], shifts->pdata[i]);
}

/* --- a shift more --- */

static void
fill_roles (HvOpeningGroup *self)
{
  const GPtrArray *roles = hv_roster_list (get_roster (self), HV_KIND_ROLE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < roles->len; i++)
    gtk_string_list_append (names, ((const HvRole *)roles->pdata[i])->name);
  if (g_list_model_get_n_items (adw_combo_row_get_model (self->role)) != roles->len)
    adw_combo_row_set_model (self->role, G_LIST_MODEL (names));
}

static void
more_clicked_cb (HvOpeningGroup *self)
{
  const HvRoster *roster = get_roster (self);
  const HvOpening *opening = find_opening (self);
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  guint chosen = adw_combo_row_get_selected (self->role);
  HvTimes times;
  g_autoptr (GError) error = NULL;
  if (opening == NULL || !hv_times_row_get (self->times, &times))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  const HvRole *role = chosen < roles->len ? roles->pdata[chosen] : NULL;
  HvEdit *edit =
      hv_day_edit_add_shift (roster, opening, role == NULL ? HV_NONE : role->r.id, &times,
                             gtk_spin_button_get_value_as_int (self->places), hv_store_new_edit_source (), &error);
  if (edit != NULL)
    adw_expander_row_set_expanded (self->more, FALSE);
  /* TRANSLATORS: a role: a shift for it is added to a day */
  step (self, edit, g_strdup_printf (_ ("%s: a shift is added."), role == NULL ? "" : role->name), error);
}

static void
make_more (HvOpeningGroup *self)
{
  self->more = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("Add a Shift"), NULL);
  self->role = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Role"), "model", gtk_string_list_new (NULL), NULL);
  self->times = HV_TIMES_ROW (hv_times_row_new (_ ("From, until")));
  AdwActionRow *number = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("At least"), NULL);
  self->places = make_number (number, MOST_PLACES, _ ("At least"));
  gtk_spin_button_set_value (self->places, 1);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "suggested-action");
  adw_action_row_add_suffix (number, add);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (more_clicked_cb), self);
  adw_expander_row_add_row (self->more, GTK_WIDGET (self->role));
  adw_expander_row_add_row (self->more, GTK_WIDGET (self->times));
  adw_expander_row_add_row (self->more, GTK_WIDGET (number));
}

/* --- what is said about the opening --- */

static bool
check_address_cb (const char *text, gpointer data, GError **error)
{
  return hv_day_edit_check_text (HV_DAY_ADDRESS, text, error);
}

static bool
check_note_cb (const char *text, gpointer data, GError **error)
{
  return hv_day_edit_check_text (HV_DAY_NOTE, text, error);
}

static void
address_entered_cb (HvOpeningGroup *self)
{
  g_autoptr (GError) error = NULL;
  const HvOpening *opening = find_opening (self);
  if (opening != NULL)
    step (self,
          hv_day_edit_set_text (opening, HV_DAY_ADDRESS, hv_field_row_get_text (self->address),
                                hv_store_new_edit_source (), &error),
          g_strdup (_ ("The address is saved.")), error);
}

static void
note_entered_cb (HvOpeningGroup *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hv_note_row_dup_text (self->note);
  const HvOpening *opening = find_opening (self);
  if (opening != NULL)
    step (self, hv_day_edit_set_text (opening, HV_DAY_NOTE, text, hv_store_new_edit_source (), &error),
          g_strdup (_ ("The note is saved.")), error);
}

static void
guests_changed_cb (HvOpeningGroup *self)
{
  g_autoptr (GError) error = NULL;
  const HvOpening *opening = find_opening (self);
  if (opening == NULL || self->showing)
    return;
  int guests = gtk_spin_button_get_value_as_int (self->guests);
  step (self, hv_day_edit_set_guests (opening, guests, hv_store_new_edit_source (), &error),
        g_strdup_printf (hv_own_ntext ("%d guest expected", "%d guests expected", (gulong)guests), guests), error);
}

static void
make_words (HvOpeningGroup *self)
{
  self->address = HV_FIELD_ROW (hv_field_row_new (_ ("Address")));
  hv_field_row_set_check (self->address, check_address_cb, NULL, NULL);
  g_signal_connect_swapped (self->address, "entered", G_CALLBACK (address_entered_cb), self);
  self->guests_row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Expected guests"), NULL);
  self->guests = make_number (self->guests_row, 10000, _ ("Expected guests"));
  g_signal_connect_swapped (self->guests, "value-changed", G_CALLBACK (guests_changed_cb), self);
  self->note = HV_NOTE_ROW (hv_note_row_new (_ ("Note of the day"), _ ("Those on duty see it in their calendar.")));
  hv_note_row_set_check (self->note, check_note_cb, NULL);
  g_signal_connect_swapped (self->note, "entered", G_CALLBACK (note_entered_cb), self);
}

static void
update_words (HvOpeningGroup *self, const HvOpening *opening)
{
  const HvHouse *house = hv_roster_find_house (get_roster (self), opening->house);
  bool event = house != NULL && house->house_kind == HV_HOUSE_KIND_EVENT;
  gtk_widget_set_visible (GTK_WIDGET (self->address), event);
  gtk_widget_set_visible (GTK_WIDGET (self->guests_row), event);
  hv_field_row_set_value (self->address, opening->address);
  hv_note_row_set_value (self->note, opening->note);
  self->showing = true;
  gtk_spin_button_set_value (self->guests, opening->guests == HV_NONE ? 0 : (double)opening->guests);
  self->showing = false;
}

/* --- the opening --- */

static void
opening_removed_cb (HvOpeningGroup *self)
{
  g_autoptr (GError) error = NULL;
  const HvOpening *opening = find_opening (self);
  if (opening == NULL)
    return;
  g_autofree char *when = hv_format_day_span (hv_opening_get_span (opening), hv_text_get_own_language ());
  /* TRANSLATORS: an opening: a date and a time */
  step (self, hv_day_edit_remove_opening (get_roster (self), opening, hv_store_new_edit_source (), &error),
        g_strdup_printf (_ ("%s is taken away."), when), error);
}

void
hv_opening_group_update (HvOpeningGroup *self)
{
  g_return_if_fail (HV_IS_OPENING_GROUP (self));
  const HvOpening *opening = find_opening (self);
  if (opening == NULL)
    return;
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *hours = hv_format_hours (hv_opening_get_span (opening), language);
  const char *reason = hv_closing_get_reason (opening, language);
  g_autofree char *title =
      reason == NULL ? g_strdup (hours) : hv_text_format (language, "%s, closed: %s", hours, reason);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), markup);
  gtk_widget_set_visible (self->remove, opening->hours == HV_NONE);
  update_shifts (self, opening);
  fill_roles (self);
  update_words (self, opening);
}

HvId
hv_opening_group_get_opening (HvOpeningGroup *self)
{
  g_return_val_if_fail (HV_IS_OPENING_GROUP (self), HV_NONE);
  return self->opening;
}

/* --- life --- */

static void
hv_opening_group_finalize (GObject *object)
{
  g_ptr_array_unref (HV_OPENING_GROUP (object)->shift_rows);
  G_OBJECT_CLASS (hv_opening_group_parent_class)->finalize (object);
}

static void
hv_opening_group_class_init (HvOpeningGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_opening_group_finalize;
}

static void
hv_opening_group_init (HvOpeningGroup *self)
{
  self->shift_rows = g_ptr_array_new_with_free_func (g_free);
  self->remove = make_button ("user-trash-symbolic", _ ("Take the opening away"));
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (opening_removed_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->remove);
  make_more (self);
  make_words (self);
  move_down (self);
}

GtkWidget *
hv_opening_group_new (HvWindow *window, HvId opening_id)
{
  HvOpeningGroup *self = g_object_new (HV_TYPE_OPENING_GROUP, NULL);
  self->window = window;
  self->opening = opening_id;
  const HvOpening *opening = find_opening (self);
  if (opening != NULL)
    {
      int start = hv_minute_get_of_day (opening->starts);
      hv_times_row_set (self->times, (HvTimes){ start, start + (int)(opening->ends - opening->starts) });
    }
  hv_opening_group_update (self);
  return GTK_WIDGET (self);
}
