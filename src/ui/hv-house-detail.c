/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-detail-private.h"

#include "hv-all-weeks.h"
#include "hv-date-group.h"
#include "hv-field-row.h"
#include "hv-format.h"
#include "hv-note-row.h"
#include "hv-ui-text.h"

G_DEFINE_FINAL_TYPE (HvHouseDetail, hv_house_detail, GTK_TYPE_WIDGET)

#define CHOICES 10 /* weeks to choose from */

const HvRoster *
hv_house_detail_get_roster (HvHouseDetail *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

const HvHouse *
hv_house_detail_get_house (HvHouseDetail *self)
{
  return hv_roster_find_house (hv_house_detail_get_roster (self), self->house);
}

HvWeek
hv_house_detail_get_from (HvHouseDetail *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->from));
  HvWeek this_week = hv_workspace_get_this_week (hv_window_get_workspace (self->window));
  return hv_week_add (this_week, chosen == GTK_INVALID_LIST_POSITION ? 0 : (int)chosen);
}

/* --- edits that generated weeks follow --- */

typedef struct
{
  HvHouseDetail *detail; /* owned */
  HvHouseChange change;
  gpointer data; /* owned */
  GDestroyNotify free_data;
} Pending;

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->detail);
  if (pending->free_data != NULL)
    pending->free_data (pending->data);
  g_free (pending);
}

static char *
say_followers (const HvEdit *edit)
{
  int changed;
  int removed;
  hv_house_edit_count_shifts (edit, &changed, &removed);
  g_autoptr (GString) said = g_string_new (_ ("Saved"));
  if (changed > 0)
    g_string_append_printf (
        said, hv_own_ntext (" · %d planned shift follows", " · %d planned shifts follow", (gulong)changed), changed);
  for (guint i = 0; i < edit->warnings->len; i++)
    g_string_append_printf (said, " · %s", g_array_index (edit->warnings, HvWarning, i).message);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
everything_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  HvHouseDetail *self = pending->detail;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) everything = hv_all_weeks_load_finish (HV_WORKSPACE (source), result, &error);
  HvEdit *edit = NULL;
  const HvHouse *house = everything == NULL ? NULL : hv_roster_find_house (everything, self->house);
  if (house != NULL)
    edit = pending->change (self, everything, house, pending->data, &error);
  if (edit != NULL)
    {
      char *said = say_followers (edit);
      hv_window_commit (self->window, edit, said);
    }
  else if (error != NULL)
    {
      hv_window_say (self->window, error->message, false);
      hv_house_detail_show (self, self->house);
    }
  pending_free (pending);
}

void
hv_house_detail_change (HvHouseDetail *self, HvHouseChange change, gpointer data, GDestroyNotify free_data)
{
  Pending *pending = g_new0 (Pending, 1);
  pending->detail = g_object_ref (self);
  pending->change = change;
  pending->data = data;
  pending->free_data = free_data;
  hv_all_weeks_load_async (hv_window_get_workspace (self->window), everything_loaded_cb, pending);
}

/* --- texts --- */

static bool
check_text_cb (const char *text, gpointer which, GError **error)
{
  g_autofree char *clean = NULL;
  return hv_house_edit_clean (GPOINTER_TO_INT (which), text, &clean, error);
}

/* What takes several lines; the others are one. */
static bool
is_long (HvHouseText which)
{
  return which == HV_HOUSE_NOTE || which == HV_HOUSE_CHECKLIST;
}

static void
set_text (HvHouseDetail *self, GtkWidget *row, const char *text)
{
  g_autoptr (GError) error = NULL;
  HvHouseText which = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "text"));
  const HvHouse *house = hv_house_detail_get_house (self);
  HvEdit *edit =
      house == NULL ? NULL : hv_house_edit_set_text (house, which, text, hv_store_new_edit_source (), &error);
  if (edit != NULL)
    hv_window_commit (self->window, edit, g_strdup (_ ("Saved")));
  else if (error != NULL)
    hv_window_say (self->window, error->message, false);
}

static void
line_entered_cb (HvFieldRow *row, HvHouseDetail *self)
{
  set_text (self, GTK_WIDGET (row), hv_field_row_get_text (row));
}

static void
note_entered_cb (HvNoteRow *row, HvHouseDetail *self)
{
  g_autofree char *text = hv_note_row_dup_text (row);
  set_text (self, GTK_WIDGET (row), text);
}

static GtkWidget *
make_text_row (HvHouseDetail *self, HvHouseText which, const char *title)
{
  if (is_long (which))
    {
      const char *advice =
          which == HV_HOUSE_CHECKLIST ? _ ("One item a line") : _ ("Nothing about health, and no identity numbers.");
      GtkWidget *row = hv_note_row_new (title, advice);
      hv_note_row_set_check (HV_NOTE_ROW (row), check_text_cb, GINT_TO_POINTER (which));
      g_signal_connect (row, "entered", G_CALLBACK (note_entered_cb), self);
      return row;
    }
  GtkWidget *row = hv_field_row_new (title);
  hv_field_row_set_check (HV_FIELD_ROW (row), check_text_cb, GINT_TO_POINTER (which), NULL);
  g_signal_connect (row, "entered", G_CALLBACK (line_entered_cb), self);
  return row;
}

static void
add_text (HvHouseDetail *self, GtkWidget *group, HvHouseText which)
{
  GtkWidget *row = make_text_row (self, which, hv_house_edit_get_title (which, hv_text_get_own_language ()));
  g_object_set_data (G_OBJECT (row), "text", GINT_TO_POINTER (which));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->texts[which] = row;
}

/* What is being typed stays while the same house is shown. */
static void
show_text (HvHouseDetail *self, HvHouseText which, const char *value, bool same)
{
  GtkWidget *row = self->texts[which];
  const char *text = value == NULL ? "" : value;
  if (is_long (which) && same)
    hv_note_row_set_value (HV_NOTE_ROW (row), text);
  else if (is_long (which))
    hv_note_row_reset (HV_NOTE_ROW (row), text);
  else if (same)
    hv_field_row_set_value (HV_FIELD_ROW (row), text);
  else
    hv_field_row_reset (HV_FIELD_ROW (row), text);
}

static void
show_texts (HvHouseDetail *self, const HvHouse *house, bool same)
{
  show_text (self, HV_HOUSE_NAME, house->name, same);
  show_text (self, HV_HOUSE_ADDRESS, house->address, same);
  show_text (self, HV_HOUSE_PLACE, house->place, same);
  show_text (self, HV_HOUSE_NOTE, house->note, same);
  show_text (self, HV_HOUSE_CHECKLIST, house->checklist, same);
}

/* --- what must always hold --- */

static const struct
{
  const char *flag;
  const char *title;
  const char *subtitle;
} flag_table[HV_HOUSE_DETAIL_FLAGS] = {
  { "never_alone", HV_N_ ("Never alone"), HV_N_ ("Two people at all times") },
  { "experienced", HV_N_ ("Somebody experienced"), HV_N_ ("At least one who knows the work") },
  { "key", HV_N_ ("Somebody with a key"), HV_N_ ("At least one who can open and lock") },
  { "hide_names", HV_N_ ("Hide names"), HV_N_ ("Shared calendars and prints say Shift 1, Shift 2") },
};

static void
flag_switched_cb (GtkSwitch *widget, GParamSpec *pspec, HvHouseDetail *self)
{
  if (self->showing)
    return;
  int n = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "flag"));
  hv_window_commit (self->window,
                    hv_house_edit_set_flag (hv_house_detail_get_house (self), flag_table[n].flag,
                                            gtk_switch_get_active (widget), hv_store_new_edit_source ()),
                    g_strdup (_ ("Saved")));
}

static void
add_flags (HvHouseDetail *self, GtkWidget *group)
{
  for (int i = 0; i < HV_HOUSE_DETAIL_FLAGS; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (flag_table[i].title), "subtitle",
                                     _ (flag_table[i].subtitle), NULL);
      GtkWidget *widget = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (flag_table[i].title),
                                      -1);
      g_object_set_data (G_OBJECT (widget), "flag", GINT_TO_POINTER (i));
      g_signal_connect (widget, "notify::active", G_CALLBACK (flag_switched_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->flags[i] = widget;
    }
}

static void
show_flags (HvHouseDetail *self, const HvHouse *house)
{
  gint64 values[HV_HOUSE_DETAIL_FLAGS] = { house->never_alone, house->experienced, house->key, house->hide_names };
  for (int i = 0; i < HV_HOUSE_DETAIL_FLAGS; i++)
    gtk_switch_set_active (GTK_SWITCH (self->flags[i]), values[i] == 1);
}

/* --- hours --- */

typedef struct
{
  int weekday;
  GArray *times;
  HvWeek from;
} HoursChange;

static void
hours_change_free (gpointer data)
{
  HoursChange *change = data;
  g_array_unref (change->times);
  g_free (change);
}

static HvEdit *
change_hours (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data, GError **error)
{
  HoursChange *change = data;
  return hv_house_edit_set_hours (everything, house, change->weekday, (const HvTimes *)change->times->data,
                                  change->times->len, change->from, hv_store_new_edit_source (), error);
}

/* What is wrong is said where it was typed, and stays there. */
static bool
check_hours (HvHouseDetail *self, int weekday, const GArray *times)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) trial = hv_house_edit_set_hours (
      hv_house_detail_get_roster (self), hv_house_detail_get_house (self), weekday, (const HvTimes *)times->data,
      times->len, hv_house_detail_get_from (self), hv_store_new_edit_source (), &error);
  hv_hours_group_set_mistake (HV_HOURS_GROUP (self->hours), weekday, trial == NULL ? error->message : NULL);
  return trial != NULL;
}

static void
hours_edited_cb (HvHoursGroup *group, int weekday, HvHouseDetail *self)
{
  g_autoptr (GArray) times = hv_hours_group_get_times (group, weekday);
  if (!check_hours (self, weekday, times))
    return;
  HoursChange *change = g_new0 (HoursChange, 1);
  change->weekday = weekday;
  change->times = g_array_ref (times);
  change->from = hv_house_detail_get_from (self);
  hv_house_detail_change (self, change_hours, change, hours_change_free);
}

/* --- the whole --- */

static void
fill_weeks (HvHouseDetail *self)
{
  HvLanguage language = hv_text_get_own_language ();
  HvWeek this_week = hv_workspace_get_this_week (hv_window_get_workspace (self->window));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  for (int i = 0; i < CHOICES; i++)
    {
      HvWeek week = hv_week_add (this_week, i);
      g_autofree char *name = hv_format_week (week, hv_week_get_year (this_week), language);
      gtk_string_list_append (list, name);
    }
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->from));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->from), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->from), chosen == GTK_INVALID_LIST_POSITION ? 0 : chosen);
}

static void
from_chosen_cb (HvHouseDetail *self)
{
  if (!self->showing && self->house != HV_NONE)
    hv_house_detail_show (self, self->house);
}

/* An event has dates of its own instead of what comes back every week. */
static void
show_dates (HvHouseDetail *self, const HvHouse *house)
{
  bool event = house->house_kind == HV_HOUSE_KIND_EVENT;
  GtkWidget *weekly[] = { self->hours, self->closed_group, self->roles_group, self->from_group };
  for (gsize i = 0; i < G_N_ELEMENTS (weekly); i++)
    gtk_widget_set_visible (weekly[i], !event);
  gtk_widget_set_visible (self->dates, event);
  if (event)
    hv_date_group_show (HV_DATE_GROUP (self->dates), self->window, house->r.id);
}

void
hv_house_detail_show (HvHouseDetail *self, HvId house)
{
  g_return_if_fail (HV_IS_HOUSE_DETAIL (self));
  bool same = self->house == house;
  self->house = house;
  const HvHouse *record = hv_house_detail_get_house (self);
  gtk_widget_set_visible (self->scroller, record != NULL);
  if (record == NULL)
    return;
  self->showing = true;
  fill_weeks (self);
  show_texts (self, record, same);
  show_flags (self, record);
  hv_hours_group_show (HV_HOURS_GROUP (self->hours), hv_house_detail_get_roster (self), house,
                       hv_house_detail_get_from (self));
  hv_house_detail_show_roles (self, record);
  hv_house_detail_show_closed (self, record);
  hv_house_detail_show_demand (self, record);
  show_dates (self, record);
  self->showing = false;
}

/* --- life --- */

static GtkWidget *
make_column (void)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  return column;
}

static GtkWidget *
make_from_row (HvHouseDetail *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Changes count from"), "subtitle",
                                 _ ("Weeks before stay as they are"), NULL);
  self->from = g_object_new (GTK_TYPE_DROP_DOWN, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->from), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes count from"),
                                  -1);
  g_signal_connect_swapped (self->from, "notify::selected", G_CALLBACK (from_chosen_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->from);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
build (HvHouseDetail *self)
{
  GtkWidget *left = make_column ();
  GtkWidget *right = make_column ();
  self->hours = hv_hours_group_new ();
  g_signal_connect (self->hours, "edited", G_CALLBACK (hours_edited_cb), self);
  self->dates = hv_date_group_new ();
  self->from_group = make_from_row (self);
  gtk_box_append (GTK_BOX (left), self->from_group);
  gtk_box_append (GTK_BOX (left), self->dates);
  gtk_box_append (GTK_BOX (left), self->hours);
  gtk_box_append (GTK_BOX (left), hv_house_detail_make_closed (self));

  GtkWidget *texts = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Name and place"), "description",
                                   _ ("Address and place are shown in the volunteers’ calendars"), NULL);
  for (int which = 0; which < HV_N_HOUSE_TEXTS; which++)
    add_text (self, texts, which);
  GtkWidget *rules = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Always"), NULL);
  add_flags (self, rules);
  gtk_box_append (GTK_BOX (right), hv_house_detail_make_roles (self));
  gtk_box_append (GTK_BOX (right), hv_house_detail_make_demand (self));
  gtk_box_append (GTK_BOX (right), texts);
  gtk_box_append (GTK_BOX (right), rules);

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 22);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  gtk_widget_set_margin_top (self->columns, 18);
  gtk_widget_set_margin_bottom (self->columns, 24);
  gtk_widget_set_margin_start (self->columns, 20);
  gtk_widget_set_margin_end (self->columns, 20);
  gtk_box_append (GTK_BOX (self->columns), left);
  gtk_box_append (GTK_BOX (self->columns), right);
}

/* Two columns side by side where there is room for them, one above the other where not. */
static void
hv_house_detail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvHouseDetail *self = HV_HOUSE_DETAIL (widget);
  GtkOrientation wanted = width < 820 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->columns)) != wanted)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), wanted);
      gtk_box_set_homogeneous (GTK_BOX (self->columns), wanted == GTK_ORIENTATION_HORIZONTAL);
    }
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
hv_house_detail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 340 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
hv_house_detail_dispose (GObject *object)
{
  g_clear_pointer (&HV_HOUSE_DETAIL (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_house_detail_parent_class)->dispose (object);
}

static void
hv_house_detail_finalize (GObject *object)
{
  HvHouseDetail *self = HV_HOUSE_DETAIL (object);
  hv_saver_free (self->demand_saver);
  g_ptr_array_unref (self->role_rows);
  g_ptr_array_unref (self->closed_rows);
  G_OBJECT_CLASS (hv_house_detail_parent_class)->finalize (object);
}

static void
hv_house_detail_class_init (HvHouseDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_house_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_house_detail_finalize;
  widget_class->measure = hv_house_detail_measure;
  widget_class->size_allocate = hv_house_detail_size_allocate;
}

static void
hv_house_detail_init (HvHouseDetail *self)
{
  self->house = HV_NONE;
  build (self);
  self->scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->columns, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
hv_house_detail_new (HvWindow *window)
{
  HvHouseDetail *self = g_object_new (HV_TYPE_HOUSE_DETAIL, NULL);
  self->window = window;
  return GTK_WIDGET (self);
}
