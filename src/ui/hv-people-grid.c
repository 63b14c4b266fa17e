/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-people-grid-private.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-format.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-week-columns.h"

#define LEAST_HEAD 32
#define LEAST_HEIGHT 160

G_DEFINE_FINAL_TYPE (HvPeopleGrid, hv_people_grid, GTK_TYPE_WIDGET)

guint hv_people_grid_signals[HV_PEOPLE_GRID_N_SIGNALS];

/* --- rows of the list view --- */

static void
cell_activated_cb (HvPersonRow *row, HvDutyCell *cell, HvPeopleGrid *self)
{
  hv_people_grid_activate_cell (self, cell);
}

static void
row_activated_cb (HvPersonRow *row, HvPeopleGrid *self)
{
  hv_people_grid_activate_row (self, row);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, HvPeopleGrid *self)
{
  GtkWidget *row = hv_person_row_new ();
  g_signal_connect (row, "cell-activated", G_CALLBACK (cell_activated_cb), self);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
show_item (HvPeopleGrid *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  if (position < hv_people_list_get_n_people (self->people))
    hv_person_row_show (HV_PERSON_ROW (gtk_list_item_get_child (item)),
                        hv_people_list_get_person (self->people, position), self->week, self->narrow);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, HvPeopleGrid *self)
{
  g_ptr_array_add (self->bound, item);
  if (self->showing)
    return; /* all rows are shown in a moment */
  show_item (self, item);
  hv_people_grid_row_bound (self, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, HvPeopleGrid *self)
{
  g_ptr_array_remove_fast (self->bound, item);
  hv_person_row_show (HV_PERSON_ROW (gtk_list_item_get_child (item)), NULL, self->week, self->narrow);
}

/* --- showing a week --- */

static void
show_days (HvPeopleGrid *self)
{
  HvLanguage language = hv_text_get_own_language ();
  for (int day = 0; day < 7; day++)
    {
      g_autofree char *column = hv_format_day_column (self->week.monday + day, language);
      g_autofree char *whole = hv_format_day (self->week.monday + day, language);
      self->narrow[day] = hv_people_list_is_day_empty (self->people, day) && !(self->weekends && day >= 5);
      gtk_label_set_text (GTK_LABEL (self->days[day]), column);
      gtk_label_set_xalign (GTK_LABEL (self->days[day]), self->narrow[day] ? 0.5f : 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[day]), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
      hv_style_class_set (self->days[day], "narrow", self->narrow[day]);
    }
}

static void
show_foot (HvPeopleGrid *self)
{
  guint n = hv_people_list_count_idle (self->people);
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *number = hv_format_number (n, language);
  g_autofree char *week = hv_format_in_week (self->week, language);
  g_autofree char *text = g_strdup_printf (
      /* TRANSLATORS: number; the week as inside a sentence: "in week 19" */
      hv_own_ntext ("Also show %s volunteer without shifts %s", "Also show %s volunteers without shifts %s", n), number,
      week);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->idle_check), text);
  gtk_widget_set_visible (self->foot, n > 0);
}

static void
show_name (HvPeopleGrid *self)
{
  g_autofree char *week = hv_format_in_week (self->week, hv_text_get_own_language ());
  /* TRANSLATORS: the week as inside a sentence: "in week 19" */
  g_autofree char *said = g_strdup_printf (_ ("Roster by volunteer, %s"), week);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
show (HvPeopleGrid *self)
{
  bool idle = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->idle_check));
  bool had_focus = gtk_widget_get_focus_child (self->scroller) != NULL;
  self->showing = true;
  hv_people_list_show (self->people, self->roster, self->outlook, self->week, self->house, idle);
  self->showing = false;
  show_days (self);
  for (guint i = 0; i < self->bound->len; i++)
    show_item (self, g_ptr_array_index (self->bound, i));
  show_foot (self);
  show_name (self);
  hv_people_grid_restore_focus (self, had_focus);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hv_people_grid_show (HvPeopleGrid *self, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house,
                     bool weekends)
{
  g_return_if_fail (HV_IS_PEOPLE_GRID (self));
  g_autoptr (HvRoster) roster_before = g_steal_pointer (&self->roster);
  g_autoptr (HvOutlook) outlook_before = g_steal_pointer (&self->outlook);
  self->roster = hv_roster_ref (roster);
  self->outlook = hv_outlook_ref ((HvOutlook *)outlook);
  self->week = week;
  self->house = house;
  self->weekends = weekends;
  show (self);
}

static void
idle_toggled_cb (HvPeopleGrid *self)
{
  if (self->roster != NULL)
    show (self);
}

void
hv_people_grid_set_idle_shown (HvPeopleGrid *self, bool shown)
{
  g_return_if_fail (HV_IS_PEOPLE_GRID (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->idle_check), shown);
}

HvPeopleList *
hv_people_grid_get_people (HvPeopleGrid *self)
{
  g_return_val_if_fail (HV_IS_PEOPLE_GRID (self), NULL);
  return self->people;
}

/* --- pressing --- */

void
hv_people_grid_activate_cell (HvPeopleGrid *self, HvDutyCell *cell)
{
  graphene_rect_t bounds;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return;
  GdkRectangle area = { (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height };
  g_signal_emit (self, hv_people_grid_signals[HV_PEOPLE_GRID_PLACE_ACTIVATED], 0,
                 hv_place_button_get_place (HV_PLACE_BUTTON (cell)), &area);
}

void
hv_people_grid_activate_row (HvPeopleGrid *self, HvPersonRow *row)
{
  HvId volunteer = hv_person_row_get_volunteer (row);
  if (volunteer != HV_NONE)
    g_signal_emit (self, hv_people_grid_signals[HV_PEOPLE_GRID_PERSON_ACTIVATED], 0, volunteer);
}

/* --- layout: the days, the list, the foot --- */

static int
measure_head (HvPeopleGrid *self)
{
  int height = LEAST_HEAD;
  for (int day = 0; day < 7; day++)
    height = MAX (height, hv_child_get_height (self->days[day], -1));
  return height;
}

static void
hv_people_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  HvPeopleGrid *self = HV_PEOPLE_GRID (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = hv_week_columns_measure (widget, self->narrow);
      *natural = MAX (*minimum, 1170);
      return;
    }
  int fixed = measure_head (self) + hv_child_get_height (self->foot, -1);
  *minimum = fixed + LEAST_HEIGHT;
  *natural = fixed + MAX (LEAST_HEIGHT, hv_child_get_height (self->scroller, -1));
}

static void
hv_people_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvPeopleGrid *self = HV_PEOPLE_GRID (widget);
  HvWeekColumns columns = hv_week_columns_new (widget, self->narrow, width);
  int head = measure_head (self);
  int foot = hv_child_get_height (self->foot, -1);
  for (int day = 0; day < 7; day++)
    hv_child_allocate (self->days[day], columns.x[day], 0, columns.x[day + 1] - columns.x[day], head);
  hv_child_allocate (self->scroller, 0, head, width, MAX (1, height - head - foot));
  hv_child_allocate (self->foot, 0, height - foot, width, foot);
}

static void
hv_people_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvPeopleGrid *self = HV_PEOPLE_GRID (widget);
  GdkRGBA color = hv_widget_get_color (widget, "borders");
  HvWeekColumns columns = hv_week_columns_new (widget, self->narrow, gtk_widget_get_width (widget));
  int head = measure_head (self);
  GTK_WIDGET_CLASS (hv_people_grid_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, (float)head - 1, (float)gtk_widget_get_width (widget), 1));
  for (int day = 0; day < 7; day++)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT ((float)columns.x[day] - 1, 0, 1, (float)head));
}

/* --- life --- */

static void
hv_people_grid_dispose (GObject *object)
{
  HvPeopleGrid *self = HV_PEOPLE_GRID (object);
  for (int day = 0; day < 7; day++)
    g_clear_pointer (&self->days[day], gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  g_clear_object (&self->people);
  G_OBJECT_CLASS (hv_people_grid_parent_class)->dispose (object);
}

static void
hv_people_grid_finalize (GObject *object)
{
  HvPeopleGrid *self = HV_PEOPLE_GRID (object);
  g_ptr_array_unref (self->bound);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_clear_pointer (&self->outlook, hv_outlook_unref);
  G_OBJECT_CLASS (hv_people_grid_parent_class)->finalize (object);
}

static void
hv_people_grid_class_init (HvPeopleGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_people_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_people_grid_finalize;
  widget_class->measure = hv_people_grid_measure;
  widget_class->size_allocate = hv_people_grid_size_allocate;
  widget_class->snapshot = hv_people_grid_snapshot;
  widget_class->focus = hv_people_grid_focus_within;
  hv_people_grid_signals[HV_PEOPLE_GRID_PLACE_ACTIVATED] =
      g_signal_new ("place-activated", HV_TYPE_PEOPLE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_POINTER, G_TYPE_POINTER);
  hv_people_grid_signals[HV_PEOPLE_GRID_PERSON_ACTIVATED] = g_signal_new (
      "person-activated", HV_TYPE_PEOPLE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "peoplegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
add_view (HvPeopleGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->people))));
  self->view = gtk_list_view_new (model, factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  self->scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->view, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
add_foot (HvPeopleGrid *self)
{
  self->foot =
      g_object_new (GTK_TYPE_BOX, "visible", FALSE, "css-classes", (const char *[]){ "hv-people-foot", NULL }, NULL);
  self->idle_check = gtk_check_button_new ();
  g_signal_connect_swapped (self->idle_check, "toggled", G_CALLBACK (idle_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->foot), self->idle_check);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
hv_people_grid_init (HvPeopleGrid *self)
{
  self->people = hv_people_list_new ();
  self->bound = g_ptr_array_new ();
  self->current_volunteer = HV_NONE;
  self->current_assignment = HV_NONE;
  for (int day = 0; day < 7; day++)
    {
      self->days[day] = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD, "justify",
                                      GTK_JUSTIFY_CENTER, "css-classes", (const char *[]){ "hv-day", NULL }, NULL);
      gtk_widget_set_parent (self->days[day], GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Roster"), -1);
  add_view (self);
  add_foot (self);
  hv_people_grid_add_keys (self);
}

GtkWidget *
hv_people_grid_new (void)
{
  return g_object_new (HV_TYPE_PEOPLE_GRID, NULL);
}
