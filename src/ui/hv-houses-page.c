/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-houses-page.h"

#include "hv-all-weeks.h"
#include "hv-format.h"
#include "hv-house-detail.h"
#include "hv-house-edit.h"
#include "hv-plain-row.h"
#include "hv-sidebar-button.h"
#include "hv-ui-text.h"

struct _HvHousesPage
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *title;
  GtkWidget *back;
  GtkWidget *menu;
  GtkWidget *stack; /* "empty", "houses" */
  GtkWidget *leaflet;
  GtkWidget *list;
  GtkWidget *detail;
  GtkWidget *add_popover;
  GtkWidget *add_name;
  GtkWidget *add_kind;
  GtkWidget *add_mistake;

  HvWindow *window;       /* lent */
  HvWorkspace *workspace; /* owned */
  HvId house;
  bool filling;
};

G_DEFINE_FINAL_TYPE (HvHousesPage, hv_houses_page, GTK_TYPE_WIDGET)

static const HvRoster *
get_roster (HvHousesPage *self)
{
  return hv_workspace_get_roster (self->workspace);
}

/* --- the list --- */

static char *
describe_hours (HvHousesPage *self, const HvHouse *house)
{
  HvLanguage language = hv_text_get_own_language ();
  HvWeek week = hv_workspace_get_this_week (self->workspace);
  GString *text = g_string_new (NULL);
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autoptr (GPtrArray) hours = hv_house_edit_list_hours (get_roster (self), house->r.id, weekday, week);
      if (hours->len == 0)
        continue;
      const HvHours *first = g_ptr_array_index (hours, 0);
      g_autofree char *span = hv_format_hours ((HvSpan){ first->start, first->end }, language);
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : ", ", hv_format_weekday_short (weekday, language),
                              span);
    }
  if (text->len == 0)
    g_string_append (text, house->house_kind == HV_HOUSE_KIND_EVENT ? _ ("own dates") : _ ("no opening hours yet"));
  return g_string_free (text, FALSE);
}

static const char *
icon_of (const HvHouse *house)
{
  switch (house->house_kind)
    {
    case HV_HOUSE_KIND_REMOTE:
      return "call-start-symbolic";
    case HV_HOUSE_KIND_EVENT:
      return "x-office-calendar-symbolic";
    default:
      return "husvagt-house-symbolic";
    }
}

static void
append_house (HvHousesPage *self, const HvHouse *house)
{
  g_autofree char *hours = describe_hours (self, house);
  GtkWidget *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "icon-name", icon_of (house), "title-lines", 1, "subtitle-lines", 1, NULL);
  hv_plain_row_set_texts (row, house->name, hours);
  HvId *id = g_new (HvId, 1);
  *id = house->r.id;
  g_object_set_data_full (G_OBJECT (row), "house", id, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hours, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (house->r.id == self->house)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
show_house (HvHousesPage *self)
{
  const HvHouse *house = hv_roster_find_house (get_roster (self), self->house);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), house == NULL ? _ ("Houses") : house->name);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), house == NULL ? "" : _ ("Changes are saved at once"));
  gtk_widget_set_visible (self->menu, house != NULL);
  hv_house_detail_show (HV_HOUSE_DETAIL (self->detail), self->house);
}

static void
show (HvHousesPage *self)
{
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  if (hv_roster_find_house (get_roster (self), self->house) == NULL)
    self->house = houses->len == 0 ? HV_NONE : ((const HvHouse *)g_ptr_array_index (houses, 0))->r.id;
  self->filling = true;
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < houses->len; i++)
    append_house (self, g_ptr_array_index (houses, i));
  self->filling = false;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), houses->len == 0 ? "empty" : "houses");
  show_house (self);
}

static void
house_selected_cb (GtkListBox *list, GtkListBoxRow *row, HvHousesPage *self)
{
  if (row == NULL || self->filling)
    return;
  self->house = *(const HvId *)g_object_get_data (G_OBJECT (row), "house");
  show_house (self);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->detail);
}

static void
back_clicked_cb (HvHousesPage *self)
{
  adw_leaflet_navigate (ADW_LEAFLET (self->leaflet), ADW_NAVIGATION_DIRECTION_BACK);
}

static void
folded_cb (HvHousesPage *self)
{
  bool folded = adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet));
  bool in_detail = adw_leaflet_get_visible_child (ADW_LEAFLET (self->leaflet)) == self->detail;
  gtk_widget_set_visible (self->back, folded && in_detail);
}

/* --- commands --- */

static void
house_added_cb (HvHousesPage *self)
{
  g_autoptr (GError) error = NULL;
  HvHouseKind kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->add_kind));
  HvEdit *edit = hv_house_edit_add (get_roster (self), gtk_editable_get_text (GTK_EDITABLE (self->add_name)), kind,
                                    hv_store_new_edit_source (), &error);
  gtk_widget_set_visible (self->add_mistake, edit == NULL);
  if (edit == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->add_mistake), error->message);
      return;
    }
  const HvHouse *house = g_array_index (edit->puts, HvPut, 0).record;
  self->house = house->r.id;
  char *said = g_strdup_printf (_ ("%s is added"), house->name);
  gtk_popover_popdown (GTK_POPOVER (self->add_popover));
  gtk_editable_set_text (GTK_EDITABLE (self->add_name), "");
  hv_window_commit (self->window, edit, said);
}

static void
move_house (HvHousesPage *self, int direction)
{
  const HvHouse *house = hv_roster_find_house (get_roster (self), self->house);
  if (house != NULL)
    hv_window_commit (self->window,
                      hv_house_edit_move (get_roster (self), house, direction, hv_store_new_edit_source ()),
                      g_strdup (_ ("Saved")));
}

static void
move_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_house (HV_HOUSES_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
everything_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvHousesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) everything = hv_all_weeks_load_finish (HV_WORKSPACE (source), result, &error);
  const HvHouse *house = everything == NULL ? NULL : hv_roster_find_house (everything, self->house);
  HvEdit *edit = house == NULL ? NULL : hv_house_edit_remove (everything, house, hv_store_new_edit_source (), &error);
  if (edit != NULL)
    hv_window_commit (self->window, edit, g_strdup_printf (_ ("%s is deleted"), house->name));
  else if (error != NULL)
    hv_window_say (self->window, error->message, false);
}

static void
delete_answered_cb (AdwMessageDialog *dialog, const char *response, HvHousesPage *self)
{
  if (g_str_equal (response, "delete"))
    hv_all_weeks_load_async (self->workspace, everything_loaded_cb, g_object_ref (self));
}

/* One of the few questions: a house takes its history along. Undo brings it back, but
 * not after its thirty days. */
static void
delete_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvHousesPage *self = HV_HOUSES_PAGE (widget);
  const HvHouse *house = hv_roster_find_house (get_roster (self), self->house);
  if (house == NULL)
    return;
  g_autofree char *heading = g_strdup_printf (_ ("Delete %s?"), house->name);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self->window), heading,
                              _ ("Its shifts, people on them and counted visits go too, past ones as well."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the window --- */

static void
workspace_opened_cb (HvWindow *window, HvHousesPage *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, show, self);
  g_set_object (&self->workspace, hv_window_get_workspace (window));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->house = HV_NONE;
  show (self);
}

/* --- building --- */

static GtkWidget *
make_add_button (HvHousesPage *self, bool pill)
{
  GtkWidget *button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("New House…"));
  gtk_widget_add_css_class (button, pill ? "pill" : "flat");
  gtk_widget_set_halign (button, pill ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  return button;
}

static GtkWidget *
make_add_form (HvHousesPage *self)
{
  const char *kinds[] = { _ ("House"), _ ("Phone and web"), _ ("Event"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->add_popover = gtk_popover_new ();
  self->add_name = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _ ("Name of the house"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the house"), -1);
  self->add_kind = gtk_drop_down_new_from_strings (kinds);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kind of house"),
                                  -1);
  self->add_mistake = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap", TRUE, "max-width-chars", 28, "xalign",
                                    0.0, "css-classes", (const char *[]){ "hv-under", NULL }, NULL);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_box_append (GTK_BOX (box), self->add_name);
  gtk_box_append (GTK_BOX (box), self->add_kind);
  gtk_box_append (GTK_BOX (box), self->add_mistake);
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (self->add_popover), box);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (house_added_cb), self);
  g_signal_connect_swapped (self->add_name, "activate", G_CALLBACK (house_added_cb), self);
  return self->add_popover;
}

static GtkWidget *
make_header (HvHousesPage *self)
{
  GtkWidget *header = adw_header_bar_new ();
  self->title = adw_window_title_new (_ ("Houses"), NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), hv_sidebar_button_new ());
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back to the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the list"),
                                  -1);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);

  g_autoptr (GMenu) menu = g_menu_new ();
  g_menu_append (menu, _ ("Move _Up"), "houses.move(-1)");
  g_menu_append (menu, _ ("Move _Down"), "houses.move(1)");
  g_menu_append (menu, _ ("D_elete…"), "houses.delete");
  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                             "tooltip-text", _ ("More About This House"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More about this house"), -1);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->menu);
  GtkWidget *undo = g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-undo-symbolic", "action-name", "win.undo",
                                  "tooltip-text", _ ("Undo"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (undo), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Undo"), -1);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), undo);
  return header;
}

static GtkWidget *
make_list (HvHousesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Houses"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (house_selected_cb), self);
  GtkWidget *add = make_add_button (self, false);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (add), make_add_form (self));
  gtk_widget_set_margin_start (add, 8);
  gtk_widget_set_margin_end (add, 8);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), add);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "width-request", 214, "child",
                       box, NULL);
}

static GtkWidget *
make_empty (HvHousesPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Make the First House"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.set-up");
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "husvagt-house-symbolic", "title", _ ("No houses yet"),
                       "description", _ ("A house has a name, opening hours and roles. It takes two minutes."), "child",
                       button, NULL);
}

static void
hv_houses_page_dispose (GObject *object)
{
  HvHousesPage *self = HV_HOUSES_PAGE (object);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_houses_page_parent_class)->dispose (object);
}

static void
hv_houses_page_class_init (HvHousesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_houses_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "houses.move", "i", move_activated);
  gtk_widget_class_install_action (widget_class, "houses.delete", NULL, delete_activated);
}

static void
hv_houses_page_init (HvHousesPage *self)
{
  self->house = HV_NONE;
}

GtkWidget *
hv_houses_page_new (HvWindow *window)
{
  HvHousesPage *self = g_object_new (HV_TYPE_HOUSES_PAGE, NULL);
  self->window = window;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_header (self));

  self->leaflet = g_object_new (ADW_TYPE_LEAFLET, "can-navigate-back", TRUE, "vexpand", TRUE, NULL);
  self->detail = hv_house_detail_new (window);
  gtk_widget_set_hexpand (self->detail, TRUE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), make_list (self));
  AdwLeafletPage *separator =
      adw_leaflet_append (ADW_LEAFLET (self->leaflet), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (separator, FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->detail);
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (folded_cb), self);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->leaflet, "houses");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  gtk_box_append (GTK_BOX (self->box), self->stack);
  folded_cb (self);
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (workspace_opened_cb), self, 0);
  return GTK_WIDGET (self);
}
