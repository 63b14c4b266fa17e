/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visits-page.h"

#include "hv-factor-group.h"
#include "hv-format.h"
#include "hv-sidebar-button.h"
#include "hv-ui-text.h"
#include "hv-verdict-group.h"
#include "hv-visit-chart.h"
#include "hv-visit-counter.h"
#include "hv-visit-facts.h"
#include "hv-visit-table.h"

#define CHART_BEFORE 8 /* weeks */
#define CHART_AFTER 6
#define TABLE_BEFORE 3
#define TABLE_AFTER 3
#define SIDE_BY_SIDE 860 /* wide enough for two columns */

struct _HvVisitsPage
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  AdwWindowTitle *title;
  GtkWidget *this_week; /* a narrow window has no room for it */
  GtkWidget *columns;
  GtkStack *stack; /* "visits", "empty" */
  HvVisitCounter *counter;
  HvVisitFacts *facts;
  HvVerdictGroup *verdicts;
  GtkLabel *chart_title;
  HvVisitChart *chart;
  HvVisitTable *table;
  HvFactorGroup *factors;

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

/* --- what is shown --- */

static void
show_chart (HvVisitsPage *self, const HvHouse *house)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (HvVisitWeek));
  for (int i = -CHART_BEFORE; i <= CHART_AFTER; i++)
    {
      HvVisitWeek week = hv_visit_week_find (get_roster (self), house->r.id, hv_week_add (self->week, i));
      g_array_append_val (weeks, week);
    }
  g_autofree char *title = g_strdup_printf (_ ("%s, visits a week"), house->name);
  gtk_label_set_text (self->chart_title, title);
  hv_visit_chart_set_weeks (self->chart, (const HvVisitWeek *)weeks->data, weeks->len, self->week, title);
}

/* What is about the house and the day that are chosen. */
static void
show_chosen (HvVisitsPage *self)
{
  HvId id = hv_visit_counter_get_house (self->counter);
  const HvHouse *house = hv_roster_find_house (get_roster (self), id);
  if (house == NULL)
    return;
  hv_visit_facts_show (self->facts, hv_visit_counter_get_opening (self->counter));
  hv_verdict_group_show (self->verdicts, get_roster (self), id);
  hv_factor_group_show (self->factors, id, self->week);
  show_chart (self, house);
  hv_visit_table_show (self->table, hv_week_add (self->week, -TABLE_BEFORE), TABLE_BEFORE + TABLE_AFTER + 1, self->week,
                       id);
}

static gboolean
focus_counter_cb (gpointer data)
{
  HvVisitsPage *self = data;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->counter));
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
  g_autofree char *week = hv_format_week (self->week, hv_week_get_year (hv_workspace_get_this_week (self->workspace)),
                                          hv_text_get_own_language ());
  gtk_stack_set_visible_child_name (self->stack, any ? "visits" : "empty");
  adw_window_title_set_subtitle (self->title, week);
  hv_visit_counter_show (self->counter);
  show_chosen (self);
  arrive (self);
}

/* --- the weeks --- */

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

static void
folded_cb (HvVisitsPage *self)
{
  gtk_widget_set_visible (self->this_week, !hv_window_is_folded (self->window));
}

/* Space counts wherever the focus is on the counter, but not while something is typed. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HvVisitsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  bool idle = focus == NULL || focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->counter));
  if (!idle || (key != GDK_KEY_space && key != GDK_KEY_BackSpace)
      || (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN) != NULL))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->counter), "counter.by", "i", key == GDK_KEY_space ? 1 : -1);
  return TRUE;
}

/* --- building --- */

static void
name (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
make_step (const char *icon, const char *label, int step)
{
  GtkWidget *button = icon == NULL ? gtk_button_new_with_label (label) : gtk_button_new_from_icon_name (icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "visits.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", step);
  if (icon == NULL)
    return button;
  gtk_widget_set_tooltip_text (button, label);
  name (button, label);
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
  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Visits"), NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), hv_sidebar_button_new ());
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), steps);
  GtkWidget *undo = g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-undo-symbolic", "action-name", "win.undo",
                                  "tooltip-text", _ ("Undo"), NULL);
  name (undo, _ ("Undo"));
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
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 10, "valign", GTK_ALIGN_START,
                       NULL);
}

static GtkWidget *
in_card (GtkWidget *widget)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]){ "card", "hv-padded", NULL }, NULL);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (card), widget);
  return card;
}

static void
chosen_cb (HvVisitsPage *self)
{
  show_chosen (self);
}

static void
special_cb (HvVisitsPage *self)
{
  hv_factor_group_add (self->factors);
}

static GtkWidget *
make_left (HvVisitsPage *self)
{
  GtkWidget *left = make_column ();
  self->counter = HV_VISIT_COUNTER (hv_visit_counter_new (self->window));
  self->facts = HV_VISIT_FACTS (hv_visit_facts_new (self->window));
  gtk_widget_set_size_request (GTK_WIDGET (self->counter), 330, -1);
  g_signal_connect_swapped (self->counter, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->counter, "special", G_CALLBACK (special_cb), self);
  gtk_box_append (GTK_BOX (left), make_heading (_ ("Count visits")));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->counter));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->facts));
  return left;
}

/* The key is called what this keyboard and language call it. */
static GtkWidget *
make_hint (void)
{
  g_autofree char *enter = gtk_accelerator_get_label (GDK_KEY_Return, 0);
  /* TRANSLATORS: %s is the name of the key Enter */
  g_autofree char *text =
      g_strdup_printf (_ ("Type in the fields; %s goes to the next house. In brackets: usually."), enter);
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "css-classes",
                       (const char *[]){ "hv-secondary", NULL }, NULL);
}

static GtkWidget *
make_right (HvVisitsPage *self)
{
  GtkWidget *right = make_column ();
  gtk_widget_set_hexpand (right, TRUE);
  self->chart_title = GTK_LABEL (make_heading (""));
  self->chart = HV_VISIT_CHART (hv_visit_chart_new ());
  self->table = HV_VISIT_TABLE (hv_visit_table_new (self->window));
  self->factors = HV_FACTOR_GROUP (hv_factor_group_new (self->window));
  self->verdicts = HV_VERDICT_GROUP (hv_verdict_group_new ());
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->chart_title));
  gtk_box_append (GTK_BOX (right), in_card (GTK_WIDGET (self->chart)));
  gtk_box_append (GTK_BOX (right), make_heading (_ ("Weeks")));
  gtk_box_append (GTK_BOX (right), make_hint ());
  gtk_box_append (GTK_BOX (right), in_card (GTK_WIDGET (self->table)));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->factors));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->verdicts));
  return right;
}

static GtkWidget *
make_empty (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "husvagt-demand-symbolic", "title", _ ("No houses yet"),
                       "description", _ ("Visits are counted for a house that opens."), NULL);
}

static void
build (HvVisitsPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_header (self));
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  gtk_widget_add_css_class (self->columns, "hv-page");
  gtk_box_append (GTK_BOX (self->columns), make_left (self));
  gtk_box_append (GTK_BOX (self->columns), make_right (self));
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                                      "child", self->columns, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "visits");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- life --- */

/* Side by side where there is room, else one above the other. */
static void
hv_visits_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvVisitsPage *self = HV_VISITS_PAGE (widget);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  width < SIDE_BY_SIDE ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
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
  build (self);
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (workspace_opened_cb), self, 0);
  g_signal_connect_object (window, "folded-changed", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
