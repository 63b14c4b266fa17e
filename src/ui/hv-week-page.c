/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-page-private.h"

#include "hv-draft.h"
#include "hv-format.h"
#include "hv-legend.h"
#include "hv-sidebar-button.h"
#include "hv-ui-text.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (HvWeekPage, hv_week_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WEEK,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

const HvRoster *
hv_week_page_get_roster (HvWeekPage *self)
{
  return hv_workspace_get_roster (self->workspace);
}

HvId
hv_week_page_get_house (HvWeekPage *self)
{
  HvId house = hv_window_get_house (self->window);
  return hv_roster_find_house (hv_week_page_get_roster (self), house) == NULL ? HV_NONE : house;
}

HvWeek
hv_week_page_get_week (HvWeekPage *self)
{
  g_return_val_if_fail (HV_IS_WEEK_PAGE (self), (HvWeek){ 0 });
  return self->week;
}

/* --- header --- */

static void
show_title (HvWeekPage *self)
{
  HvLanguage language = hv_text_get_own_language ();
  int this_year = hv_week_get_year (hv_workspace_get_this_week (self->workspace));
  g_autofree char *title = hv_format_week (self->week, this_year, language);
  g_autofree char *range = hv_format_day_range (self->week.monday, self->week.monday + 6, language);
  const HvHouse *house = hv_roster_find_house (hv_week_page_get_roster (self), hv_week_page_get_house (self));
  g_autofree char *subtitle = house == NULL ? g_strdup (range) : g_strdup_printf ("%s · %s", house->name, range);
  g_autofree char *said = g_strdup_printf (_ ("%s, %s. Choose another week."), title, subtitle);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* --- the bar of gaps --- */

/* To the first empty place of the shift, which comes after its people. */
static void
tag_clicked_cb (GtkButton *button, HvWeekPage *self)
{
  const HvId *shift = g_object_get_data (G_OBJECT (button), "shift");
  const GPtrArray *people =
      hv_roster_list_of (hv_week_page_get_roster (self), HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, *shift);
  if (self->by_person)
    gtk_widget_activate_action (GTK_WIDGET (self), "week.by-person", NULL);
  if (!hv_week_page_focus_place (self, (HvGridPlace){ *shift, people->len }))
    hv_week_page_focus_place (self, (HvGridPlace){ *shift, 0 });
}

static void
add_tag (HvWeekPage *self, const HvGap *gap)
{
  g_autofree char *text = hv_gap_format_tag (gap, hv_week_page_get_roster (self), hv_text_get_own_language ());
  GtkWidget *tag = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (tag, "hv-tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  HvId *shift = g_new (HvId, 1);
  *shift = gap->shift->r.id;
  g_object_set_data_full (G_OBJECT (tag), "shift", shift, g_free);
  g_signal_connect (tag, "clicked", G_CALLBACK (tag_clicked_cb), self);
  gtk_box_append (self->gap_tags, tag);
}

static void
show_gaps (HvWeekPage *self)
{
  const HvOutlook *outlook = hv_workspace_get_outlook (self->workspace);
  HvId house = hv_week_page_get_house (self);
  g_autoptr (GPtrArray) gaps = hv_outlook_list_gaps (outlook, self->week, house);
  int missing = hv_outlook_count_missing (outlook, self->week, house, NULL);
  GtkWidget *tag;
  while ((tag = gtk_widget_get_first_child (GTK_WIDGET (self->gap_tags))) != NULL)
    gtk_box_remove (self->gap_tags, tag);
  bool any = false;
  for (guint i = 0; i < gaps->len; i++)
    {
      const HvGap *gap = g_ptr_array_index (gaps, i);
      if (gap->kind == HV_GAP_TIGHT)
        continue;
      add_tag (self, gap);
      any = true;
    }
  g_autofree char *count = hv_gap_format_count (missing, self->week, hv_text_get_own_language ());
  gtk_label_set_text (self->gap_count, missing > 0 ? count : _ ("Look at this:"));
  gtk_revealer_set_reveal_child (self->gap_revealer, any);
  gtk_widget_set_visible (GTK_WIDGET (self->gap_revealer), any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.next-gap", missing > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.previous-gap", missing > 0);
}

/* --- the middle --- */

static void
show_empty (HvWeekPage *self, const char *title, const char *text, const char *first, const char *first_action,
            const char *second, const char *second_action)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
  gtk_button_set_label (self->empty_first, first);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_first), first_action);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_second), second != NULL);
  if (second != NULL)
    {
      gtk_button_set_label (self->empty_second, second);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_second), second_action);
    }
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_grab_focus (GTK_WIDGET (self->empty_first)); /* one key from here */
}

/* One house by the half hour; by person; a list where the window is narrow; else the grid. */
static void
show_view (HvWeekPage *self)
{
  const HvRoster *roster = hv_week_page_get_roster (self);
  const HvOutlook *outlook = hv_workspace_get_outlook (self->workspace);
  HvId house = hv_week_page_get_house (self);
  bool weekends = g_settings_get_boolean (self->settings, "always-show-weekends");
  const char *name = "grid";
  if (self->by_person)
    {
      hv_people_grid_show (self->people, roster, outlook, self->week, house, weekends);
      name = "people";
    }
  else if (house != HV_NONE)
    {
      hv_house_week_show (self->house, self->workspace, house, self->week);
      name = "house";
    }
  else if (hv_window_is_folded (self->window))
    {
      hv_week_list_show (self->list, roster, outlook, self->week, house);
      name = "list";
    }
  else
    hv_week_grid_show (self->grid, roster, outlook, self->week, weekends);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_middle (HvWeekPage *self)
{
  const HvRoster *roster = hv_week_page_get_roster (self);
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, self->week, HV_NONE);
  if (hv_roster_list (roster, HV_KIND_HOUSE)->len == 0)
    show_empty (self, _ ("Welcome to Husvagt"),
                _ ("Plan who stands where, and see in time where too few people are planned. Begin with a house of "
                   "your own, or look around in the example first."),
                _ ("Make Your First House"), "app.set-up", _ ("Open the Example with Three Houses"),
                "app.open-example");
  else if (openings->len == 0)
    show_empty (self, _ ("Nothing is planned"),
                _ ("Make this week’s openings and shifts from the opening hours and shift templates."),
                _ ("Generate the Week"), "week.generate", NULL, NULL);
  else
    show_view (self);
}

/* How many changes the calendars do not show yet. */
static void
show_draft (HvWeekPage *self)
{
  const HvRoster *roster = hv_week_page_get_roster (self);
  guint n = hv_draft_count_differences (roster, self->week, NULL);
  g_autofree char *state =
      hv_draft_format_state (n, hv_draft_find_published_at (roster, self->week), hv_text_get_own_language ());
  gtk_label_set_text (self->draft, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->draft), state);
}

/* Of the window's buttons the one that closes it, on the side where it is. */
static const char *
find_close_button (HvWeekPage *self)
{
  g_autofree char *layout = NULL;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout, NULL);
  const char *close = layout == NULL ? NULL : strstr (layout, "close");
  const char *colon = layout == NULL ? NULL : strchr (layout, ':');
  return close == NULL ? ":" : colon != NULL && colon < close ? ":close" : "close:";
}

/* What a narrow window has no room for. */
static void
show_width (HvWeekPage *self)
{
  bool folded = hv_window_is_folded (self->window);
  gtk_widget_set_visible (self->this_week, !folded);
  gtk_widget_set_visible (self->undo_button, !folded);
  gtk_widget_set_visible (self->publish_button, !folded);
  adw_header_bar_set_decoration_layout (self->header, folded ? find_close_button (self) : NULL);
  if (folded)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->week_menu_button), "view-more-symbolic");
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->week_menu_button), _ ("Week"));
  gtk_widget_set_visible (self->gap_scroller, !folded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->gap_count), folded);
  gtk_widget_set_visible (self->gap_next_key, !folded);
  gtk_widget_set_visible (self->legend, !folded);
}

/* The hands begin in the week, not on the first button of the header. */
static void
begin (HvWeekPage *self)
{
  HvGridPlace place;
  if (self->begun || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !hv_week_page_get_current (self, &place))
    return;
  self->begun = true;
  hv_week_page_focus_place (self, place);
}

void
hv_week_page_show (HvWeekPage *self)
{
  g_return_if_fail (HV_IS_WEEK_PAGE (self));
  if (self->workspace == NULL || self->window == NULL || !hv_roster_covers (hv_week_page_get_roster (self), self->week))
    return;
  show_title (self);
  show_gaps (self);
  show_width (self);
  show_middle (self);
  show_draft (self);
  hv_week_page_update_commands (self);
  begin (self);
}

/* --- whichever view is shown --- */

static bool
is_shown (HvWeekPage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

/* The grid, or its narrow form. */
static HvWeekBoard *
get_board (HvWeekPage *self)
{
  return is_shown (self, "list") ? HV_WEEK_BOARD (self->list) : HV_WEEK_BOARD (self->grid);
}

bool
hv_week_page_focus_place (HvWeekPage *self, HvGridPlace place)
{
  return is_shown (self, "house")    ? hv_house_week_focus (self->house, place)
         : is_shown (self, "people") ? hv_people_grid_focus (self->people, place)
                                     : hv_week_board_focus (get_board (self), place);
}

bool
hv_week_page_get_current (HvWeekPage *self, HvGridPlace *ret_place)
{
  return is_shown (self, "house")    ? hv_house_week_get_current (self->house, ret_place)
         : is_shown (self, "people") ? hv_people_grid_get_current (self->people, ret_place)
                                     : hv_week_board_get_current (get_board (self), ret_place);
}

bool
hv_week_page_find_empty (HvWeekPage *self, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped)
{
  return is_shown (self, "house") ? hv_house_week_find_empty (self->house, backwards, ret_place, ret_wrapped)
                                  : hv_week_board_find_empty (get_board (self), backwards, ret_place, ret_wrapped);
}

/* --- choosing a week --- */

static void
week_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvWeekPage) self = data;
  g_autoptr (GError) error = NULL;
  if (!hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error) && self->window != NULL)
    hv_window_say (self->window, error->message, false);
}

/* The neighbours come along: last week's people, rest and travel over Sunday night. */
static void
load_week (HvWeekPage *self)
{
  hv_workspace_show_async (self->workspace, hv_week_add (self->week, -1), hv_week_add (self->week, 1), week_loaded_cb,
                           g_object_ref (self));
}

void
hv_week_page_set_week (HvWeekPage *self, HvWeek week)
{
  g_return_if_fail (HV_IS_WEEK_PAGE (self));
  if (hv_week_compare (self->week, week) == 0)
    return;
  self->week = week;
  show_title (self);
  load_week (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEK]);
}

static void
picker_shown_cb (HvWeekPage *self)
{
  int year;
  int month;
  int day;
  hv_day_to_ymd (self->week.monday, &year, &month, &day);
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 0, 0, 0);
  self->picking = true;
  gtk_calendar_select_day (self->calendar, date);
  self->picking = false;
  g_autofree char *number = g_strdup_printf ("%d", hv_week_get_number (self->week));
  gtk_editable_set_text (GTK_EDITABLE (self->number_entry), number);
  gtk_widget_set_visible (GTK_WIDGET (self->number_error), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->number_entry));
}

static void
day_selected_cb (HvWeekPage *self)
{
  if (self->picking)
    return;
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  gtk_popover_popdown (self->picker);
  hv_week_page_set_week (self,
                         hv_week_of_day (hv_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                                          g_date_time_get_day_of_month (date))));
}

/* A bare number is a week of the year that is shown. */
static void
number_entered_cb (HvWeekPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number_entry));
  g_autoptr (GError) error = NULL;
  HvWeek week;
  if (!hv_week_parse_loose (text, self->week, &week, &error))
    {
      gtk_label_set_text (self->number_error, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->number_error), TRUE);
      return;
    }
  gtk_popover_popdown (self->picker);
  hv_week_page_set_week (self, week);
}

/* Another section may have taken other weeks into the snapshot meanwhile. */
static void
hv_week_page_map (GtkWidget *widget)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  GTK_WIDGET_CLASS (hv_week_page_parent_class)->map (widget);
  if (self->workspace != NULL && !hv_roster_covers (hv_week_page_get_roster (self), self->week))
    load_week (self);
}

/* --- the window --- */

static void
workspace_changed_cb (HvWeekPage *self)
{
  hv_week_page_show (self);
}

static void
workspace_opened_cb (HvWindow *window, HvWeekPage *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_set_object (&self->workspace, hv_window_get_workspace (window));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  self->week = hv_workspace_get_this_week (self->workspace);
  load_week (self);
}

GtkWidget *
hv_week_page_new (HvWindow *window)
{
  HvWeekPage *self = g_object_new (HV_TYPE_WEEK_PAGE, NULL);
  g_set_weak_pointer (&self->window, window); /* a week that is being loaded keeps the page */
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (workspace_opened_cb), self, 0);
  g_signal_connect_object (window, "house-changed", G_CALLBACK (hv_week_page_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "folded-changed", G_CALLBACK (hv_week_page_show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* --- life --- */

static void
hv_week_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WEEK)
    g_value_set_int (value, HV_WEEK_PAGE (object)->week.monday);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hv_week_page_dispose (GObject *object)
{
  HvWeekPage *self = HV_WEEK_PAGE (object);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_week_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, HvWeekPage, box);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, header);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, steps);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, title_button);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, title);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, subtitle);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, week_menu_button);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, picker);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, calendar);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, number_entry);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, number_error);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, gap_revealer);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, gap_count);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, gap_scroller);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, gap_tags);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, gap_next_label);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, gap_next_key);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, stack);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, grid);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, list);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, house);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, people);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, this_week);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, undo_button);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, publish_button);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, empty);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, empty_first);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, empty_second);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, legend);
  gtk_widget_class_bind_template_child (klass, HvWeekPage, draft);
}

static void
hv_week_page_class_init (HvWeekPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_week_page_dispose;
  widget_class->map = hv_week_page_map;
  object_class->get_property = hv_week_page_get_property;
  properties[PROP_WEEK] = g_param_spec_int ("week", NULL, NULL, G_MININT, G_MAXINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (HV_TYPE_WEEK_GRID);
  g_type_ensure (HV_TYPE_WEEK_LIST);
  g_type_ensure (HV_TYPE_HOUSE_WEEK);
  g_type_ensure (HV_TYPE_PEOPLE_GRID);
  g_type_ensure (HV_TYPE_LEGEND);
  g_type_ensure (HV_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-week-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  hv_week_page_install_commands (widget_class);
}

static void
hv_week_page_init (HvWeekPage *self)
{
  self->settings = g_settings_new ("io.github.husvagt.Husvagt");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->picker, "map", G_CALLBACK (picker_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (self->number_entry, "activate", G_CALLBACK (number_entered_cb), self);
  g_signal_connect_object (self->settings, "changed::always-show-weekends", G_CALLBACK (hv_week_page_show), self,
                           G_CONNECT_SWAPPED);
  hv_week_page_connect_commands (self);
}
