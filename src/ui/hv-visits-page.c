/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visits-page.h"

#include "hv-format.h"
#include "hv-sidebar-button.h"
#include "hv-ui-text.h"
#include "hv-visit-chart.h"
#include "hv-visit-counter.h"
#include "hv-visit-table.h"

#include <math.h>

#define CHART_BEFORE 8 /* weeks */
#define CHART_AFTER 6
#define TABLE_BEFORE 3
#define TABLE_AFTER 3

struct _HvVisitsPage
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *title;
  GtkWidget *this_week; /* a narrow window has no room for it */
  GtkWidget *columns;
  GtkWidget *scroller;
  GtkWidget *stack;
  GtkWidget *counter;
  GtkWidget *chart_title;
  GtkWidget *chart;
  GtkWidget *table;

  HvWindow *window;       /* lent */
  HvWorkspace *workspace; /* owned */
  HvWeek week;
  bool arriving; /* shown, but without anything to count for yet */
};

G_DEFINE_FINAL_TYPE (HvVisitsPage, hv_visits_page, GTK_TYPE_WIDGET)

static const HvRoster *
get_roster (HvVisitsPage *self)
{
  return hv_workspace_get_roster (self->workspace);
}

/* --- the chart --- */

static char *
say_chart (const GArray *weeks, const char *house, HvLanguage language)
{
  GString *said = g_string_new (NULL);
  g_string_printf (said, _ ("%s, visits a week."), house);
  for (guint i = 0; i < weeks->len; i++)
    {
      const HvVisitWeek *week = &g_array_index (weeks, HvVisitWeek, i);
      g_autofree char *name = hv_format_week (week->week, hv_week_get_year (week->week), language);
      if (week->counted != HV_NONE)
        g_string_append_printf (said, _ (" %s: %d counted."), name, (int)week->counted);
      else if (week->closed)
        g_string_append_printf (said, _ (" %s: closed."), name);
      else if (week->open && week->expected.visits.known)
        g_string_append_printf (said, _ (" %s: %d expected, usually %d–%d."), name,
                                (int)lround (week->expected.visits.mean), week->expected.visits.low,
                                week->expected.visits.high);
    }
  return g_string_free (said, FALSE);
}

static void
show_chart (HvVisitsPage *self)
{
  HvId id = hv_visit_counter_get_house (HV_VISIT_COUNTER (self->counter));
  const HvHouse *house = hv_roster_find_house (get_roster (self), id);
  if (house == NULL)
    return;
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (HvVisitWeek));
  for (int i = -CHART_BEFORE; i <= CHART_AFTER; i++)
    {
      HvVisitWeek week = hv_visit_week_find (get_roster (self), id, hv_week_add (self->week, i));
      g_array_append_val (weeks, week);
    }
  g_autofree char *title = g_strdup_printf (_ ("%s, visits a week"), house->name);
  g_autofree char *said = say_chart (weeks, house->name, hv_text_get_own_language ());
  gtk_label_set_text (GTK_LABEL (self->chart_title), title);
  hv_visit_chart_set_weeks (HV_VISIT_CHART (self->chart), (const HvVisitWeek *)weeks->data, weeks->len, self->week,
                            said);
}

/* --- the whole --- */

static gboolean
focus_counter_cb (gpointer data)
{
  HvVisitsPage *self = data;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->counter);
  return G_SOURCE_REMOVE;
}

/* Once, and when GTK is done with moving the focus away from what was there before. */
static void
arrive (HvVisitsPage *self)
{
  if (self->arriving)
    g_idle_add_full (G_PRIORITY_LOW, focus_counter_cb, g_object_ref (self), g_object_unref);
  self->arriving = false;
}

static void
show (HvVisitsPage *self)
{
  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || !hv_roster_covers (get_roster (self), self->week))
    return;
  bool any = hv_roster_list (get_roster (self), HV_KIND_HOUSE)->len > 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "visits" : "empty");
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *week =
      hv_format_week (self->week, hv_week_get_year (hv_workspace_get_this_week (self->workspace)), language);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), week);
  hv_visit_counter_show (HV_VISIT_COUNTER (self->counter));
  show_chart (self);
  hv_visit_table_show (HV_VISIT_TABLE (self->table), hv_week_add (self->week, -TABLE_BEFORE),
                       TABLE_BEFORE + TABLE_AFTER + 1, self->week);
  arrive (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvVisitsPage) self = data;
  g_autoptr (GError) error = NULL;
  if (!hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error))
    hv_window_say (self->window, error->message, false);
}

static void
load (HvVisitsPage *self)
{
  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  hv_workspace_show_async (self->workspace, hv_week_add (self->week, -CHART_BEFORE),
                           hv_week_add (self->week, CHART_AFTER), loaded_cb, g_object_ref (self));
}

static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVisitsPage *self = HV_VISITS_PAGE (widget);
  int step = g_variant_get_int32 (parameter);
  self->week = step == 0 ? hv_workspace_get_this_week (self->workspace) : hv_week_add (self->week, step);
  load (self);
}

static void
workspace_opened_cb (HvWindow *window, HvVisitsPage *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, show, self);
  g_set_object (&self->workspace, hv_window_get_workspace (window));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->week = hv_workspace_get_this_week (self->workspace);
  load (self);
}

static void
hv_visits_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hv_visits_page_parent_class)->map (widget);
  load (HV_VISITS_PAGE (widget));
  HV_VISITS_PAGE (widget)->arriving = true;
}

/* Space counts wherever the focus is on the page, but not while something is typed. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HvVisitsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  bool idle = focus == NULL || focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, self->counter);
  if (!idle || GTK_IS_EDITABLE (focus) || GTK_IS_DROP_DOWN (gtk_widget_get_parent (focus == NULL ? self->box : focus))
      || (key != GDK_KEY_space && key != GDK_KEY_BackSpace))
    return FALSE;
  gtk_widget_activate_action (self->counter, "counter.by", "i", key == GDK_KEY_space ? 1 : -1);
  return TRUE;
}

/* --- building --- */

static GtkWidget *
make_step (const char *icon, const char *label, int step)
{
  GtkWidget *button = icon == NULL ? gtk_button_new_with_label (label) : gtk_button_new_from_icon_name (icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "visits.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", step);
  if (icon != NULL)
    {
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  return button;
}

static GtkWidget *
make_header (HvVisitsPage *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (steps, "linked");
  gtk_box_append (GTK_BOX (steps), make_step ("go-previous-symbolic", _ ("Week Before"), -1));
  self->this_week = make_step (NULL, _ ("This Week"), 0);
  gtk_box_append (GTK_BOX (steps), self->this_week);
  gtk_box_append (GTK_BOX (steps), make_step ("go-next-symbolic", _ ("Week After"), 1));
  self->title = adw_window_title_new (_ ("Visits"), NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), hv_sidebar_button_new ());
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), steps);
  GtkWidget *undo = g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-undo-symbolic", "action-name", "win.undo",
                                  "tooltip-text", _ ("Undo"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (undo), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Undo"), -1);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), undo);
  return header;
}

static GtkWidget *
make_heading (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "css-classes", (const char *[]){ "heading", NULL },
                       NULL);
}

static GtkWidget *
make_column (void)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  return column;
}

static GtkWidget *
in_card (GtkWidget *widget)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hv-padded");
  gtk_box_append (GTK_BOX (card), widget);
  return card;
}

static GtkWidget *
make_right (HvVisitsPage *self)
{
  GtkWidget *right = make_column ();
  gtk_widget_set_hexpand (right, TRUE);
  self->chart_title = make_heading ("");
  self->chart = hv_visit_chart_new ();
  self->table = hv_visit_table_new (self->window);
  GtkWidget *legend = g_object_new (
      GTK_TYPE_LABEL, "label", _ ("Bars: counted visits. Dashed: expected. Dotted: eight of ten weeks lie here."),
      "xalign", 0.0, "wrap", TRUE, "css-classes", (const char *[]){ "hv-secondary", NULL }, NULL);
  GtkWidget *hint = g_object_new (
      GTK_TYPE_LABEL, "label", _ ("Type in the fields; Enter goes to the next house. In brackets: usually."), "xalign",
      0.0, "wrap", TRUE, "css-classes", (const char *[]){ "hv-secondary", NULL }, NULL);
  GtkWidget *table = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (table), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (table), self->table);
  gtk_box_append (GTK_BOX (right), self->chart_title);
  gtk_box_append (GTK_BOX (right), in_card (self->chart));
  gtk_box_append (GTK_BOX (right), legend);
  gtk_box_append (GTK_BOX (right), make_heading (_ ("Weeks")));
  gtk_box_append (GTK_BOX (right), hint);
  gtk_box_append (GTK_BOX (right), in_card (table));
  return right;
}

/* Side by side where there is room, else one above the other. */
static void
hv_visits_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvVisitsPage *self = HV_VISITS_PAGE (widget);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  width < 860 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
hv_visits_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 350 : 250;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1100 : 700;
}

static void
hv_visits_page_dispose (GObject *object)
{
  HvVisitsPage *self = HV_VISITS_PAGE (object);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_visits_page_parent_class)->dispose (object);
}

static void
folded_cb (HvVisitsPage *self)
{
  gtk_widget_set_visible (self->this_week, !hv_window_is_folded (self->window));
}

static void
hv_visits_page_class_init (HvVisitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_visits_page_dispose;
  widget_class->map = hv_visits_page_map;
  widget_class->measure = hv_visits_page_measure;
  widget_class->size_allocate = hv_visits_page_size_allocate;
  gtk_widget_class_install_action (widget_class, "visits.step", "i", step_activated);
}

static void
hv_visits_page_init (HvVisitsPage *self)
{
}

GtkWidget *
hv_visits_page_new (HvWindow *window)
{
  HvVisitsPage *self = g_object_new (HV_TYPE_VISITS_PAGE, NULL);
  self->window = window;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_header (self));

  GtkWidget *left = make_column ();
  self->counter = hv_visit_counter_new (window);
  gtk_widget_set_size_request (self->counter, 330, -1);
  g_signal_connect_swapped (self->counter, "house-chosen", G_CALLBACK (show_chart), self);
  gtk_box_append (GTK_BOX (left), make_heading (_ ("Count visits")));
  gtk_box_append (GTK_BOX (left), self->counter);
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  gtk_widget_add_css_class (self->columns, "hv-page");
  gtk_box_append (GTK_BOX (self->columns), left);
  gtk_box_append (GTK_BOX (self->columns), make_right (self));
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                                 "child", self->columns, NULL);

  GtkWidget *empty =
      g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "husvagt-demand-symbolic", "title", _ ("No houses yet"),
                    "description", _ ("Visits are counted for a house that opens."), NULL);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "visits");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_box_append (GTK_BOX (self->box), self->stack);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (workspace_opened_cb), self, 0);
  g_signal_connect_object (window, "folded-changed", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
