/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteers-page-private.h"

#include "hv-format.h"
#include "hv-sidebar-button.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-volunteer-row.h"

G_DEFINE_FINAL_TYPE (HvVolunteersPage, hv_volunteers_page, GTK_TYPE_WIDGET)

const HvRoster *
hv_volunteers_page_get_roster (HvVolunteersPage *self)
{
  return hv_workspace_get_roster (self->workspace);
}

const HvVolunteer *
hv_volunteers_page_get_volunteer (HvVolunteersPage *self)
{
  HvId selected = hv_volunteer_list_get_selected (self->list);
  if (self->workspace == NULL || selected == HV_NONE)
    return NULL;
  return hv_roster_find_volunteer (hv_volunteers_page_get_roster (self), selected);
}

/* The week that is planned next: on a Sunday that is the one that begins tomorrow. */
static HvWeek
get_week (HvVolunteersPage *self)
{
  return hv_week_of_day (hv_workspace_get_today (self->workspace) + 1);
}

/* --- texts --- */

static void
show_title (HvVolunteersPage *self)
{
  guint n = hv_volunteer_list_count_active (self->list);
  guint houses = hv_roster_list (hv_volunteers_page_get_roster (self), HV_KIND_HOUSE)->len;
  g_autofree char *people = g_strdup_printf (hv_own_ntext ("%u volunteer", "%u volunteers", n), n);
  /* TRANSLATORS: %s is “22 volunteers” */
  g_autofree char *text = g_strdup_printf (hv_own_ntext ("%s in %u house", "%s in %u houses", houses), people, houses);
  adw_window_title_set_subtitle (self->title, n == 0 ? _ ("No volunteers yet") : houses == 0 ? people : text);
  g_autofree char *hint = g_strdup_printf (hv_own_ntext ("Search %u volunteer", "Search %u volunteers", n), n);
  g_object_set (self->search, "placeholder-text", hint, NULL);
}

static void
show_chips (HvVolunteersPage *self)
{
  HvWeek week = get_week (self);
  guint n = hv_volunteer_list_count_archived (self->list);
  g_autofree char *in_week = hv_format_in_week (week, hv_text_get_own_language ());
  /* TRANSLATORS: a filter: who has no duty yet; %s is “in week 19” */
  g_autofree char *free_text = g_strdup_printf (_ ("Free %s"), in_week);
  g_autofree char *archived_text = g_strdup_printf (hv_own_ntext ("%u archived", "%u archived", n), n);
  gtk_button_set_label (GTK_BUTTON (self->free), free_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->free), hv_roster_covers (hv_volunteers_page_get_roster (self), week));
  gtk_button_set_label (GTK_BUTTON (self->archived), archived_text);
  gtk_widget_set_visible (GTK_WIDGET (self->archived), n > 0 || gtk_toggle_button_get_active (self->archived));
}

static void
show_role (HvVolunteersPage *self)
{
  const HvRole *role =
      self->role == HV_NONE ? NULL : hv_roster_find_role (hv_volunteers_page_get_roster (self), self->role);
  gtk_menu_button_set_label (self->role_button, role == NULL ? _ ("Role") : role->name);
  hv_style_class_set (GTK_WIDGET (self->role_button), "checked", role != NULL);
}

static void
list_roles (HvVolunteersPage *self)
{
  const GPtrArray *roles = hv_roster_list (hv_volunteers_page_get_roster (self), HV_KIND_ROLE);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) any = g_menu_item_new (_ ("All Roles"), NULL);
  g_menu_item_set_action_and_target (any, "volunteers.role", "x", (gint64)HV_NONE);
  g_menu_append_item (menu, any);
  for (guint i = 0; i < roles->len; i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      /* An underscore in a name is no key. */
      g_auto (GStrv) parts = g_strsplit (role->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "volunteers.role", "x", (gint64)role->r.id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->role_button, G_MENU_MODEL (menu));
}

/* --- the list --- */

static void
show_list (HvVolunteersPage *self)
{
  bool any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  const char *typed = gtk_editable_get_text (self->search);
  /* TRANSLATORS: what was typed into a search field */
  g_autofree char *not_found = g_strdup_printf (_ ("Nobody found for “%s”."), typed);
  gtk_label_set_text (self->nobody, typed[0] != '\0' ? not_found : _ ("Nobody fits."));
  gtk_stack_set_visible_child_name (self->list_stack, any ? "list" : "nobody");
}

static void
filter (HvVolunteersPage *self)
{
  HvVolunteerFilter wanted = {
    .shown = gtk_toggle_button_get_active (self->free)       ? HV_VOLUNTEERS_FREE
             : gtk_toggle_button_get_active (self->archived) ? HV_VOLUNTEERS_ARCHIVED
                                                             : HV_VOLUNTEERS_ALL,
    .week = get_week (self),
    .role = self->role,
    .search = gtk_editable_get_text (self->search),
  };
  hv_volunteer_list_set_filter (self->list, &wanted);
  show_list (self);
}

static void
filter_cb (HvVolunteersPage *self)
{
  if (self->workspace != NULL)
    filter (self);
}

static void
role_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  self->role = g_variant_get_int64 (parameter);
  show_role (self);
  filter (self);
}

static void
clear_filter (HvVolunteersPage *self)
{
  self->role = HV_NONE;
  show_role (self);
  gtk_editable_set_text (self->search, "");
  gtk_toggle_button_set_active (self->all, TRUE);
  filter (self);
}

/* Enter in the search goes to the first that was found. */
static void
search_entered_cb (HvVolunteersPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->list), 0, TRUE);
}

static void
search_stopped_cb (HvVolunteersPage *self)
{
  gtk_editable_set_text (self->search, "");
}

static gboolean
search_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvVolunteersPage *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN);
}

/* --- list and person --- */

/* All fold rules of the page. The header follows the window, because it would keep the
 * page too wide for the leaflet to fold. */
static void
show_folded (HvVolunteersPage *self)
{
  bool narrow = self->window != NULL && hv_window_is_folded (self->window);
  bool folded = adw_leaflet_get_folded (self->leaflet);
  bool detail = adw_leaflet_get_visible_child (self->leaflet) == self->detail_pane;
  bool any = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "people");
  gtk_widget_set_visible (self->back, folded && detail);
  gtk_widget_set_visible (self->add, !(folded && detail));
  gtk_widget_set_visible (self->import, any && !narrow);
  gtk_widget_set_visible (self->undo, !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->beginnings),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_button_content_set_label (self->add_content, narrow ? "" : _ ("New Volunteer"));
  gtk_widget_set_hexpand (self->list_pane, folded);
  hv_volunteer_detail_set_narrow (self->detail, folded);
}

/* Shows the list or somebody where there is room for one of them only. Beside each other
 * both are there, and the leaflet would move the focus for nothing. */
static void
turn_to (HvVolunteersPage *self, GtkWidget *pane)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  self->pane = pane;
  if (!adw_leaflet_get_folded (self->leaflet) || adw_leaflet_get_visible_child (self->leaflet) == pane)
    return;
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  adw_leaflet_set_visible_child (self->leaflet, pane);
  show_folded (self);
  gtk_widget_grab_focus (pane == self->detail_pane ? self->back : GTK_WIDGET (self->view));
}

static gboolean
fold_cb (gpointer data)
{
  HvVolunteersPage *self = data;
  self->fold = 0;
  turn_to (self, self->pane);
  show_folded (self);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is given its size, and what changes then is not laid out. */
static void
folded_cb (HvVolunteersPage *self)
{
  if (self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
show_detail (HvVolunteersPage *self)
{
  const HvVolunteer *volunteer = hv_volunteers_page_get_volunteer (self);
  gtk_stack_set_visible_child_name (self->detail_stack, volunteer == NULL ? "none" : "person");
  if (volunteer != NULL)
    hv_volunteer_detail_show (self->detail, self->window, volunteer->r.id);
  hv_volunteers_page_update_commands (self);
}

static void
selected_cb (HvVolunteersPage *self)
{
  show_detail (self);
  if (!self->unasked && hv_volunteers_page_get_volunteer (self) != NULL)
    turn_to (self, self->detail_pane);
}

static void
row_activated_cb (HvVolunteersPage *self)
{
  if (hv_volunteers_page_get_volunteer (self) != NULL)
    turn_to (self, self->detail_pane);
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  turn_to (self, self->list_pane);
}

static void
search_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (widget);
  turn_to (self, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Beside the list there is room for somebody, so somebody is there. In a narrow window
 * that stays behind the list. */
static void
select_first (HvVolunteersPage *self)
{
  if (hv_volunteer_list_get_selected (self->list) != HV_NONE
      || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  self->unasked = true;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->list), 0, TRUE);
  self->unasked = false;
}

static void
scroll_to (HvVolunteersPage *self, HvId volunteer)
{
  guint position = hv_volunteer_list_find (self->list, volunteer);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

void
hv_volunteers_page_show_volunteer (HvVolunteersPage *self, HvId volunteer, bool edit)
{
  g_return_if_fail (HV_IS_VOLUNTEERS_PAGE (self));
  self->wanted = HV_NONE;
  if (self->workspace == NULL || hv_roster_find_volunteer (hv_volunteers_page_get_roster (self), volunteer) == NULL)
    {
      self->wanted = volunteer;
      self->edit_wanted = edit;
      return;
    }
  if (hv_volunteer_list_find (self->list, volunteer) == GTK_INVALID_LIST_POSITION)
    clear_filter (self);
  hv_volunteer_list_select (self->list, volunteer);
  scroll_to (self, volunteer);
  turn_to (self, self->detail_pane);
  if (edit)
    hv_volunteer_detail_set_editing (self->detail, true);
}

/* --- the workspace --- */

static void
show (HvVolunteersPage *self)
{
  const HvRoster *roster = hv_volunteers_page_get_roster (self);
  bool any = hv_roster_list (roster, HV_KIND_VOLUNTEER)->len > 0;
  hv_volunteer_list_set_roster (self->list, roster, hv_workspace_get_today (self->workspace));
  gtk_stack_set_visible_child_name (self->stack, any ? "people" : "empty");
  show_title (self);
  show_chips (self);
  show_role (self);
  show_list (self);
  show_detail (self);
  show_folded (self);
}

static void
workspace_changed_cb (HvVolunteersPage *self)
{
  show (self);
  list_roles (self);
  if (self->wanted != HV_NONE)
    hv_volunteers_page_show_volunteer (self, self->wanted, self->edit_wanted);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    select_first (self);
}

static void
workspace_opened_cb (HvWindow *window, HvVolunteersPage *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_set_object (&self->workspace, hv_window_get_workspace (window));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  hv_volunteer_list_select (self->list, HV_NONE);
  show (self);
  clear_filter (self);
  list_roles (self);
}

GtkWidget *
hv_volunteers_page_new (HvWindow *window)
{
  HvVolunteersPage *self = g_object_new (HV_TYPE_VOLUNTEERS_PAGE, NULL);
  self->window = window;
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (workspace_opened_cb), self, 0);
  g_signal_connect_object (window, "folded-changed", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* --- life --- */

static void
hv_volunteers_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hv_volunteers_page_parent_class)->map (widget);
  select_first (HV_VOLUNTEERS_PAGE (widget));
}

static void
hv_volunteers_page_dispose (GObject *object)
{
  HvVolunteersPage *self = HV_VOLUNTEERS_PAGE (object);
  g_clear_handle_id (&self->fold, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_VOLUNTEERS_PAGE);
  g_clear_object (&self->list);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (hv_volunteers_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, box);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, sidebar_slot);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, back);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, add);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, add_content);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, title);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, import);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, undo);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, stack);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, beginnings);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, leaflet);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, list_pane);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, detail_pane);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, search);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, all);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, free);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, role_button);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, archived);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, list_stack);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, view);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, nobody);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, detail_stack);
  gtk_widget_class_bind_template_child (klass, HvVolunteersPage, detail);
}

static void
hv_volunteers_page_class_init (HvVolunteersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_volunteers_page_dispose;
  widget_class->map = hv_volunteers_page_map;
  g_type_ensure (HV_TYPE_VOLUNTEER_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-volunteers-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "volunteers.role", "x", role_activated);
  gtk_widget_class_install_action (widget_class, "volunteers.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "volunteers.search", NULL, search_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "volunteers.search", NULL);
  hv_volunteers_page_install_commands (widget_class);
}

static void
make_list (HvVolunteersPage *self)
{
  g_autoptr (GtkListItemFactory) factory = hv_volunteer_row_make_factory ();
  self->list = hv_volunteer_list_new ();
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->list));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (row_activated_cb), self);
}

static void
hv_volunteers_page_init (HvVolunteersPage *self)
{
  self->role = HV_NONE;
  self->wanted = HV_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pane = self->list_pane;
  gtk_box_append (self->sidebar_slot, hv_sidebar_button_new ());
  make_list (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_entered_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->free, "toggled", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->archived, "toggled", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (folded_cb), self);
  show_folded (self);
}
