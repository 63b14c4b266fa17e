/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-week-private.h"

#include "hv-closing.h"
#include "hv-format.h"
#include "hv-ui-text.h"

G_DEFINE_FINAL_TYPE (HvHouseWeek, hv_house_week, GTK_TYPE_WIDGET)

enum
{
  PLACE_ACTIVATED,
  PLACE_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const HvRoster *
hv_house_week_get_roster (HvHouseWeek *self)
{
  return hv_workspace_get_roster (self->workspace);
}

HvShiftLanes *
hv_house_week_get_lanes (HvHouseWeek *self, guint n)
{
  return hv_opening_view_get_lanes (g_ptr_array_index (self->views, n));
}

/* --- places --- */

bool
hv_house_week_find_area (HvHouseWeek *self, HvDutyBar *bar, GdkRectangle *ret_area)
{
  graphene_rect_t bounds;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (bar), GTK_WIDGET (self), &bounds))
    return false;
  *ret_area =
      (GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height };
  return true;
}

static void
place_activated_cb (HvShiftLanes *lanes, HvDutyBar *bar, gpointer place, HvHouseWeek *self)
{
  GdkRectangle area;
  if (hv_house_week_find_area (self, bar, &area))
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place, &area);
}

static void
place_typed_cb (HvShiftLanes *lanes, HvDutyBar *bar, gpointer place, const char *text, HvHouseWeek *self)
{
  GdkRectangle area;
  if (hv_house_week_find_area (self, bar, &area))
    g_signal_emit (self, signals[PLACE_TYPED], 0, place, &area, text);
}

/* --- the openings of the day --- */

static HvOpeningView *
take_view (HvHouseWeek *self, guint n)
{
  if (n < self->views->len)
    return g_ptr_array_index (self->views, n);
  GtkWidget *view = hv_opening_view_new ();
  HvShiftLanes *lanes = hv_opening_view_get_lanes (HV_OPENING_VIEW (view));
  g_signal_connect (lanes, "place-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect (lanes, "place-typed", G_CALLBACK (place_typed_cb), self);
  gtk_box_append (self->openings, view);
  g_ptr_array_add (self->views, view);
  return HV_OPENING_VIEW (view);
}

static GPtrArray *
list_openings_of_day (HvHouseWeek *self)
{
  GPtrArray *openings = hv_roster_list_openings (hv_house_week_get_roster (self), self->week, self->house);
  for (guint i = openings->len; i > 0; i--)
    if (hv_opening_get_day (g_ptr_array_index (openings, i - 1)) != hv_house_week_get_day (self))
      g_ptr_array_remove_index (openings, i - 1);
  return openings;
}

/* "13:00–16:00, closed: Local election" for each opening that is closed on an open day. */
static void
show_closed_note (HvHouseWeek *self, const GPtrArray *openings)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed == NULL)
        continue;
      g_autofree char *hours = hv_format_hours (hv_opening_get_span (opening), language);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("%s, closed: %s"), hours, hv_closing_get_reason (opening, language));
    }
  gtk_label_set_text (self->closed_note, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_note), text->len > 0);
}

static guint
count_open (const GPtrArray *openings)
{
  guint n = 0;
  for (guint i = 0; i < openings->len; i++)
    n += ((const HvOpening *)g_ptr_array_index (openings, i))->closed == NULL;
  return n;
}

static void
show_open (HvHouseWeek *self, const GPtrArray *openings)
{
  const HvOutlook *outlook = hv_workspace_get_outlook (self->workspace);
  guint n_open = count_open (openings);
  self->n_shown = 0;
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed == NULL)
        hv_opening_view_show (take_view (self, self->n_shown++), hv_house_week_get_roster (self), outlook, opening,
                              n_open > 1);
    }
  for (guint i = 0; i < self->views->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->views, i), i < self->n_shown);
  show_closed_note (self, openings);
  gtk_stack_set_visible_child_name (self->stack, "open");
}

/* --- when there is nothing to show --- */

static void
show_empty (HvHouseWeek *self, const char *title, const char *text, const char *button, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  self->n_shown = 0;
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), NULL);
  if (button != NULL && g_action_parse_detailed_name (action, &name, &target, NULL))
    {
      /* The target first: a name is checked against the target of the one before. */
      gtk_button_set_label (self->empty_button, button);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->empty_button), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), name);
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_closed (HvHouseWeek *self, const HvHouse *house, const GPtrArray *openings)
{
  HvLanguage language = hv_text_get_own_language ();
  const char *reason = hv_closing_get_reason (g_ptr_array_index (openings, 0), language);
  g_autofree char *escaped = g_markup_escape_text (reason, -1);
  g_autofree char *title = reason[0] == '\0' ? g_strdup (_ ("Closed")) : g_strdup_printf (_ ("Closed: %s"), escaped);
  g_autoptr (GPtrArray) people =
      hv_closing_list_people (hv_house_week_get_roster (self), house->r.id, hv_house_week_get_day (self));
  g_autofree char *text = people->len == 0
                              ? g_strdup (_ ("Nobody was on duty."))
                              : g_strdup_printf (hv_own_ntext ("%u volunteer needs to be told.",
                                                               "%u volunteers need to be told.", people->len),
                                                 people->len);
  show_empty (self, title, text, _ ("Open Anyway"), "day.open-anyway");
}

static void
show_not_open (HvHouseWeek *self, const HvHouse *house)
{
  g_autofree char *date = hv_format_day (hv_house_week_get_day (self), hv_text_get_own_language ());
  g_autofree char *name = g_markup_escape_text (house->name, -1);
  /* TRANSLATORS: house; weekday and date */
  g_autofree char *text = g_strdup_printf (_ ("%s does not open on %s."), name, date);
  show_empty (self, _ ("Closed"), text, NULL, NULL);
}

/* No opening in the whole week: none was made, or none can be. */
static void
show_unplanned (HvHouseWeek *self, const HvHouse *house)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvRoster *roster = hv_house_week_get_roster (self);
  g_autofree char *week = hv_format_in_week (self->week, language);
  g_autofree char *name = g_markup_escape_text (house->name, -1);
  bool hours = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house->r.id)->len > 0;
  g_autofree char *text =
      hours ? g_strdup_printf (
          /* TRANSLATORS: house; the week as inside a sentence: "in week 19" */
          _ ("%s has no openings %s yet. They are made from its opening hours and shift templates."), name, week)
            /* TRANSLATORS: house; the week as inside a sentence: "in week 19" */
            : g_strdup_printf (_ ("%s has no openings %s, and no opening hours to make them from."), name, week);
  show_empty (self, _ ("Nothing is planned"), text, hours ? _ ("Generate the Week") : _ ("Show the Houses"),
              hours ? "week.generate" : "win.show-page::houses");
}

/* --- which day --- */

static void
show_day (HvHouseWeek *self)
{
  const HvHouse *house = hv_roster_find_house (hv_house_week_get_roster (self), self->house);
  g_autoptr (GPtrArray) of_week = hv_roster_list_openings (hv_house_week_get_roster (self), self->week, self->house);
  g_autoptr (GPtrArray) openings = list_openings_of_day (self);
  gtk_widget_set_visible (GTK_WIDGET (self->days), of_week->len > 0);
  if (house == NULL)
    show_empty (self, _ ("This house is gone"), NULL, _ ("Show the Houses"), "win.show-page::houses");
  else if (of_week->len == 0)
    show_unplanned (self, house);
  else if (openings->len == 0)
    show_not_open (self, house);
  else if (count_open (openings) == 0)
    show_closed (self, house, openings);
  else
    show_open (self, openings);
}

/* The viewport would scroll to a bar that has no place yet, and so to the top. */
static gboolean
settled_cb (gpointer data)
{
  HvHouseWeek *self = data;
  self->settling = 0;
  gtk_viewport_set_scroll_to_focus (self->viewport, TRUE);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  graphene_rect_t area;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->openings))
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->viewport), &area))
    return G_SOURCE_REMOVE;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, value + area.origin.y, value + area.origin.y + area.size.height);
  return G_SOURCE_REMOVE;
}

void
hv_house_week_settle (HvHouseWeek *self)
{
  if (self->settling != 0 || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_viewport_set_scroll_to_focus (self->viewport, FALSE);
  self->settling = g_idle_add (settled_cb, self); /* below the priority of layout */
}

/* The wished weekday if it is open, else the first that is. */
static int
choose_weekday (HvHouseWeek *self)
{
  if (hv_day_bar_is_open (self->days, self->wished_weekday))
    return self->wished_weekday;
  for (int weekday = 1; weekday <= 7; weekday++)
    if (hv_day_bar_is_open (self->days, weekday))
      return weekday;
  return self->wished_weekday;
}

void
hv_house_week_show (HvHouseWeek *self, HvWorkspace *workspace, HvId house, HvWeek week)
{
  g_return_if_fail (HV_IS_HOUSE_WEEK (self) && HV_IS_WORKSPACE (workspace));
  bool same = self->house == house && hv_week_compare (self->week, week) == 0;
  g_set_object (&self->workspace, workspace);
  self->house = house;
  self->week = week;
  hv_day_bar_show (self->days, hv_house_week_get_roster (self), hv_workspace_get_outlook (workspace), house, week);
  if (!same)
    hv_day_bar_set_weekday (self->days, choose_weekday (self));
  hv_house_week_settle (self);
  show_day (self);
  hv_house_week_update_commands (self);
}

static void
day_chosen_cb (HvHouseWeek *self)
{
  self->wished_weekday = hv_day_bar_get_weekday (self->days);
  if (self->workspace != NULL)
    show_day (self);
}

HvDay
hv_house_week_get_day (HvHouseWeek *self)
{
  g_return_val_if_fail (HV_IS_HOUSE_WEEK (self), 0);
  return hv_week_get_day (self->week, hv_day_bar_get_weekday (self->days));
}

void
hv_house_week_set_day (HvHouseWeek *self, HvDay day)
{
  g_return_if_fail (HV_IS_HOUSE_WEEK (self) && hv_week_contains (self->week, day));
  if (day == hv_house_week_get_day (self))
    return;
  hv_day_bar_set_weekday (self->days, hv_day_get_weekday (day));
  day_chosen_cb (self);
}

/* --- life --- */

static void
hv_house_week_dispose (GObject *object)
{
  HvHouseWeek *self = HV_HOUSE_WEEK (object);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_ptr_array_set_size (self->views, 0);
  self->n_shown = 0;
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_house_week_parent_class)->dispose (object);
}

static void
hv_house_week_finalize (GObject *object)
{
  g_ptr_array_unref (HV_HOUSE_WEEK (object)->views);
  G_OBJECT_CLASS (hv_house_week_parent_class)->finalize (object);
}

static void
hv_house_week_class_init (HvHouseWeekClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_house_week_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_house_week_finalize;
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", HV_TYPE_HOUSE_WEEK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[PLACE_TYPED] = g_signal_new ("place-typed", HV_TYPE_HOUSE_WEEK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_POINTER, G_TYPE_STRING);
  g_type_ensure (HV_TYPE_DAY_BAR);
  gtk_widget_class_set_css_name (widget_class, "houseweek");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-house-week.ui");
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, box);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, days);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, stack);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, scroller);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, viewport);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, openings);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, closed_note);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, empty);
  gtk_widget_class_bind_template_child (widget_class, HvHouseWeek, empty_button);
  hv_house_week_install_commands (widget_class);
}

static void
hv_house_week_init (HvHouseWeek *self)
{
  self->views = g_ptr_array_new ();
  self->house = HV_NONE;
  self->wished_weekday = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->days, "chosen", G_CALLBACK (day_chosen_cb), self);
  hv_house_week_add_keys (self);
}

GtkWidget *
hv_house_week_new (void)
{
  return g_object_new (HV_TYPE_HOUSE_WEEK, NULL);
}
