/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-choice-popover.h"

#include "hv-choice-row.h"
#include "hv-name.h"
#include "hv-transient.h"
#include "hv-ui-text.h"

#include <string.h>

/* More than this is scrolled. */
#define MOST_LINES 7

/* A list makes the widgets of 200 lines, seen or not: it is given more only when somebody
 * goes on down. */
#define LINES_AT_ONCE 30

typedef struct
{
  /* template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkEditable *search;
  GtkLabel *message;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkLabel *verb;
  GtkButton *show_all;

  HvWindow *window; /* weak */

  /* owned */
  HvRoster *roster;
  GPtrArray *choices; /* HvChoice: all there are */
  GPtrArray *found;   /* HvChoice, lent: those that the search leaves */
  GListStore *shown;  /* the first of them */
  GtkSingleSelection *selection;
  GPtrArray *rows; /* HvChoiceRow, lent: those the list has made */
  char *anyway;
  char *nobody;
} HvChoicePopoverPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HvChoicePopover, hv_choice_popover, GTK_TYPE_POPOVER)

static HvChoicePopoverPrivate *
get_private (HvChoicePopover *self)
{
  return hv_choice_popover_get_instance_private (self);
}

HvWindow *
hv_choice_popover_get_window (HvChoicePopover *self)
{
  g_return_val_if_fail (HV_IS_CHOICE_POPOVER (self), NULL);
  return get_private (self)->window;
}

HvChoice *
hv_choice_popover_get_selected (HvChoicePopover *self)
{
  g_return_val_if_fail (HV_IS_CHOICE_POPOVER (self), NULL);
  return gtk_single_selection_get_selected_item (get_private (self)->selection);
}

static guint
count_choices (const GPtrArray *choices)
{
  guint n = 0;
  for (guint i = 0; i < choices->len; i++)
    n += !hv_choice_is_heading (g_ptr_array_index (choices, i));
  return n;
}

guint
hv_choice_popover_get_n_shown (HvChoicePopover *self)
{
  g_return_val_if_fail (HV_IS_CHOICE_POPOVER (self), 0);
  return count_choices (get_private (self)->found);
}

/* --- where in the list --- */

/* Shows more of what was found, up to a position and some further. */
static void
show_up_to (HvChoicePopoverPrivate *priv, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (priv->shown));
  guint wanted = MIN (position + LINES_AT_ONCE, priv->found->len);
  if (position >= n && wanted > n)
    g_list_store_splice (priv->shown, n, 0, priv->found->pdata + n, wanted - n);
}

/* The choice nearest to a position in a direction, itself included; headings are
 * passed over. */
static guint
find_choice_from (HvChoicePopoverPrivate *priv, guint position, int direction)
{
  for (guint i = position; i < priv->found->len; i += (guint)direction)
    if (!hv_choice_is_heading (g_ptr_array_index (priv->found, i)))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
select_position (HvChoicePopoverPrivate *priv, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    show_up_to (priv, position);
  gtk_single_selection_set_selected (priv->selection, position);
}

static void
scrolled_cb (GtkAdjustment *adjustment, HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  double page = gtk_adjustment_get_page_size (adjustment);
  if (gtk_adjustment_get_value (adjustment) + 2 * page >= gtk_adjustment_get_upper (adjustment))
    show_up_to (priv, g_list_model_get_n_items (G_LIST_MODEL (priv->shown)));
}

static HvChoiceRow *
find_row (HvChoicePopoverPrivate *priv, HvChoice *choice)
{
  for (guint i = 0; i < priv->rows->len; i++)
    {
      HvChoiceRow *row = g_ptr_array_index (priv->rows, i);
      if (hv_choice_row_get_choice (row) == choice)
        return row;
    }
  return NULL;
}

/* The list makes the widgets of lines near those in view, so that a neighbour is there. */
static void
focus_selected (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  gtk_widget_activate_action (GTK_WIDGET (priv->list), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (priv->selection));
  HvChoice *selected = hv_choice_popover_get_selected (self);
  HvChoiceRow *row = selected == NULL ? NULL : find_row (priv, selected);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
focus_search (HvChoicePopover *self)
{
  GtkEditable *text = gtk_editable_get_delegate (get_private (self)->search);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
move (HvChoicePopover *self, int direction)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  guint selected = gtk_single_selection_get_selected (priv->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  guint next = find_choice_from (priv, selected + (guint)direction, direction);
  if (next == GTK_INVALID_LIST_POSITION && direction < 0)
    {
      focus_search (self);
      return;
    }
  if (next != GTK_INVALID_LIST_POSITION)
    select_position (priv, next);
  focus_selected (self);
}

/* --- showing --- */

/* The search field says what Enter would do, since the list is read only when it is entered. */
static void
selected_changed_cb (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  HvChoice *selected = hv_choice_popover_get_selected (self);
  g_autofree char *said = NULL;
  if (selected != NULL)
    {
      if (!hv_choice_is_described (selected))
        HV_CHOICE_POPOVER_GET_CLASS (self)->describe (self, priv->roster, selected);
      said = hv_choice_say (selected, hv_text_get_own_language ());
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said == NULL ? "" : said, -1);
}

static void
show_message (HvChoicePopoverPrivate *priv, const char *text, const char *style)
{
  gtk_label_set_text (priv->message, text == NULL ? "" : text);
  gtk_widget_set_css_classes (GTK_WIDGET (priv->message), (const char *[]){ style, NULL });
  gtk_widget_set_visible (GTK_WIDGET (priv->message), text != NULL);
}

static bool
has_free_choice (HvChoicePopoverPrivate *priv)
{
  HvChoice *first = priv->choices->len == 0 ? NULL : g_ptr_array_index (priv->choices, 0);
  return first != NULL && !hv_choice_is_heading (first);
}

static void
update_message (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  const char *typed = gtk_editable_get_text (priv->search);
  gtk_widget_set_visible (GTK_WIDGET (priv->show_all), typed[0] != '\0');
  if (typed[0] == '\0')
    show_message (priv, has_free_choice (priv) ? NULL : priv->nobody, "hv-secondary");
  else if (priv->found->len > 0)
    show_message (priv, NULL, NULL);
  else
    {
      /* TRANSLATORS: what was typed into a search field */
      g_autofree char *text = g_strdup_printf (_ ("Nothing found for “%s”."), typed);
      show_message (priv, text, "hv-secondary");
    }
}

/* A heading is kept only when something stands below it. */
static void
find (HvChoicePopoverPrivate *priv)
{
  g_autofree char *key = hv_name_key (gtk_editable_get_text (priv->search));
  HvChoice *heading = NULL;
  g_ptr_array_set_size (priv->found, 0);
  for (guint i = 0; i < priv->choices->len; i++)
    {
      HvChoice *choice = g_ptr_array_index (priv->choices, i);
      if (hv_choice_is_heading (choice))
        heading = choice;
      else if (strstr (hv_choice_get_key (choice), key) != NULL)
        {
          if (heading != NULL)
            g_ptr_array_add (priv->found, g_steal_pointer (&heading));
          g_ptr_array_add (priv->found, choice);
        }
    }
}

static void
filter (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  find (priv);
  guint old = g_list_model_get_n_items (G_LIST_MODEL (priv->shown));
  g_list_store_splice (priv->shown, 0, old, priv->found->pdata, MIN (priv->found->len, LINES_AT_ONCE));
  select_position (priv, find_choice_from (priv, 0, 1));
  update_message (self);
}

static void
select_id (HvChoicePopoverPrivate *priv, HvId id)
{
  for (guint i = 0; i < priv->found->len; i++)
    {
      HvChoice *choice = g_ptr_array_index (priv->found, i);
      if (!hv_choice_is_heading (choice) && hv_choice_get_id (choice) == id)
        {
          select_position (priv, i);
          return;
        }
    }
}

/* Makes the list from the workspace's roster; false when there is nothing to ask any more. */
static bool
fill (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  HvRoster *roster = hv_roster_ref (hv_workspace_get_roster (hv_window_get_workspace (priv->window)));
  g_ptr_array_set_size (priv->found, 0);
  g_ptr_array_set_size (priv->choices, 0);
  g_clear_pointer (&priv->roster, hv_roster_unref);
  priv->roster = roster;
  if (!HV_CHOICE_POPOVER_GET_CLASS (self)->list (self, roster, priv->choices))
    {
      g_list_store_remove_all (priv->shown);
      return false;
    }

  g_autofree char *all = HV_CHOICE_POPOVER_GET_CLASS (self)->say_all (count_choices (priv->choices));
  gtk_button_set_label (priv->show_all, all);
  filter (self);
  return true;
}

static void
workspace_changed_cb (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  HvChoice *selected = hv_choice_popover_get_selected (self);
  HvId id = selected == NULL ? HV_NONE : hv_choice_get_id (selected);
  if (fill (self))
    select_id (priv, id);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- choosing --- */

static void
carry_out (HvChoicePopover *self, HvChoice *choice, const char *reason)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  if (!HV_CHOICE_POPOVER_GET_CLASS (self)->choose (self, priv->roster, choice, reason, &error))
    show_message (priv, error->message, "hv-under");
}

static void
ask_for_reason (HvChoicePopover *self, HvChoice *choice)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  for (guint i = 0; i < priv->choices->len; i++)
    hv_choice_set_asking (g_ptr_array_index (priv->choices, i), false);
  hv_choice_set_asking (choice, true);
}

static void
choose (HvChoicePopover *self, HvChoice *choice)
{
  switch (hv_choice_get_kind (choice))
    {
    case HV_CHOICE_FREE:
      carry_out (self, choice, NULL);
      break;
    case HV_CHOICE_ASK:
      ask_for_reason (self, choice);
      break;
    default:
      gtk_widget_error_bell (GTK_WIDGET (self));
      break;
    }
}

static void
choose_selected_cb (HvChoicePopover *self)
{
  HvChoice *selected = hv_choice_popover_get_selected (self);
  if (selected == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_autoptr (HvChoice) choice = g_object_ref (selected);
  choose (self, choice);
}

static void
row_activated_cb (HvChoicePopover *self, guint position)
{
  g_autoptr (HvChoice) choice = g_list_model_get_item (G_LIST_MODEL (get_private (self)->shown), position);
  choose (self, choice);
}

static void
row_chosen_cb (HvChoicePopover *self, HvChoiceRow *row)
{
  g_autoptr (HvChoice) choice = g_object_ref (hv_choice_row_get_choice (row));
  select_id (get_private (self), hv_choice_get_id (choice));
  choose (self, choice);
}

static void
row_confirmed_cb (HvChoicePopover *self, HvChoiceRow *row)
{
  g_autoptr (HvChoice) choice = g_object_ref (hv_choice_row_get_choice (row));
  carry_out (self, choice, hv_choice_get_typed (choice));
}

static void
row_withdrawn_cb (HvChoicePopover *self, HvChoiceRow *row)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/* --- the lines --- */

static void
setup_cb (HvChoicePopover *self, GtkListItem *item)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  HvChoicePopoverClass *klass = HV_CHOICE_POPOVER_GET_CLASS (self);
  GtkWidget *row = hv_choice_row_new (klass->icon_name, klass->roomy, priv->anyway);
  g_signal_connect_swapped (row, "chosen", G_CALLBACK (row_chosen_cb), self);
  g_signal_connect_swapped (row, "confirmed", G_CALLBACK (row_confirmed_cb), self);
  g_signal_connect_swapped (row, "withdrawn", G_CALLBACK (row_withdrawn_cb), self);
  g_ptr_array_add (priv->rows, row);
  gtk_list_item_set_child (item, row);
}

static void
teardown_cb (HvChoicePopover *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  if (row == NULL)
    return;
  g_signal_handlers_disconnect_by_data (row, self);
  g_ptr_array_remove_fast (get_private (self)->rows, row);
}

/* The name a screen reader says belongs to the list's own widget around the row. */
static void
bind_cb (HvChoicePopover *self, GtkListItem *item)
{
  HvChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  if (!hv_choice_is_described (choice))
    HV_CHOICE_POPOVER_GET_CLASS (self)->describe (self, get_private (self)->roster, choice);
  gtk_list_item_set_selectable (item, !hv_choice_is_heading (choice));
  gtk_list_item_set_activatable (item, !hv_choice_is_heading (choice));
  hv_choice_row_show (HV_CHOICE_ROW (row), choice);

  g_autofree char *said = hv_choice_say (choice, hv_text_get_own_language ());
  GtkAccessible *line = GTK_ACCESSIBLE (gtk_widget_get_parent (row));
  gtk_accessible_update_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_state (line, GTK_ACCESSIBLE_STATE_DISABLED, hv_choice_get_kind (choice) == HV_CHOICE_NEVER, -1);
}

static void
unbind_cb (HvChoicePopover *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  if (row != NULL)
    hv_choice_row_show (HV_CHOICE_ROW (row), NULL);
}

static void
set_up_list (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "teardown", G_CALLBACK (teardown_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (priv->list, factory);

  priv->shown = g_list_store_new (HV_TYPE_CHOICE);
  priv->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (priv->shown)));
  gtk_single_selection_set_autoselect (priv->selection, FALSE);
  g_signal_connect_object (priv->selection, "notify::selected-item", G_CALLBACK (selected_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (priv->list, GTK_SELECTION_MODEL (priv->selection));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (priv->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, 0);
}

/* As high as some lines with reasons are in the font of the day. */
static void
limit_height (HvChoicePopoverPrivate *priv)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HvObstacle));
  g_autoptr (HvChoice) sample = hv_choice_new (HV_NONE, "Å", "", none);
  hv_choice_add_reason (sample, "object-select-symbolic", g_strdup ("Å"));
  g_autoptr (GtkWidget) row = g_object_ref_sink (hv_choice_row_new (NULL, false, ""));
  hv_choice_row_show (HV_CHOICE_ROW (row), sample);
  int height;
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (priv->scrolled, MOST_LINES * height);
}

/* --- keys --- */

static bool
is_in_reason (HvChoicePopover *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  return focus != NULL && gtk_widget_get_ancestor (focus, HV_TYPE_CHOICE_ROW) != NULL;
}

static gboolean
arrow_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                  HvChoicePopover *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK) || is_in_reason (self))
    return FALSE;
  if (key != GDK_KEY_Down && key != GDK_KEY_Up && key != GDK_KEY_KP_Down && key != GDK_KEY_KP_Up)
    return FALSE;
  move (self, key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : -1);
  return TRUE;
}

/* A letter typed on a line goes on searching. */
static gboolean
letter_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                   HvChoicePopover *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (get_private (self)->search));
  bool is_text = key == GDK_KEY_BackSpace || g_unichar_isgraph (gdk_keyval_to_unicode (key));
  if (!is_text || state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || gtk_widget_has_focus (text) || is_in_reason (self))
    return FALSE;
  focus_search (self);
  return gtk_event_controller_key_forward (controller, text);
}

static void
add_key_controller (HvChoicePopover *self, GtkPropagationPhase phase, GCallback pressed_cb)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect (keys, "key-pressed", pressed_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
search_changed_cb (HvChoicePopover *self)
{
  if (get_private (self)->roster != NULL)
    filter (self);
}

static void
stop_search_cb (HvChoicePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_all_cb (HvChoicePopover *self)
{
  gtk_editable_set_text (get_private (self)->search, "");
  focus_search (self);
}

/* --- life --- */

void
hv_choice_popover_set_words (HvChoicePopover *self, const HvChoicePopoverWords *words)
{
  g_return_if_fail (HV_IS_CHOICE_POPOVER (self));
  HvChoicePopoverPrivate *priv = get_private (self);
  gtk_image_set_from_icon_name (priv->icon, words->icon_name);
  gtk_label_set_text (priv->title, words->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->title), words->title);
  gtk_label_set_text (priv->detail, words->detail == NULL ? "" : words->detail);
  gtk_label_set_text (priv->verb, words->verb);
  g_object_set (priv->search, "placeholder-text", words->search, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search), GTK_ACCESSIBLE_PROPERTY_LABEL, words->search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->title, -1);
  hv_set_text (&priv->anyway, words->anyway);
  hv_set_text (&priv->nobody, words->nobody);
}

bool
hv_choice_popover_open (HvChoicePopover *self, GtkWidget *over, const GdkRectangle *area, const char *typed)
{
  g_return_val_if_fail (HV_IS_CHOICE_POPOVER (self), false);
  HvChoicePopoverPrivate *priv = get_private (self);
  g_set_weak_pointer (&priv->window, hv_window_of (over));
  g_return_val_if_fail (priv->window != NULL, false);
  g_signal_connect_object (hv_window_get_workspace (priv->window), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);

  limit_height (priv);
  gtk_editable_set_text (priv->search, typed == NULL ? "" : typed);
  if (!fill (self))
    {
      g_object_unref (g_object_ref_sink (self));
      return false;
    }
  hv_transient_open (GTK_POPOVER (self), over, area);
  focus_search (self);
  gtk_editable_set_position (priv->search, -1);
  return true;
}

static void
hv_choice_popover_dispose (GObject *object)
{
  HvChoicePopoverPrivate *priv = get_private (HV_CHOICE_POPOVER (object));
  g_clear_weak_pointer (&priv->window);
  if (priv->list != NULL)
    gtk_list_view_set_model (priv->list, NULL);
  priv->list = NULL;
  /* GTK 4.8 finds the template of no type but the last: its children are taken out by hand. */
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  g_clear_object (&priv->selection);
  g_clear_object (&priv->shown);
  G_OBJECT_CLASS (hv_choice_popover_parent_class)->dispose (object);
}

static void
hv_choice_popover_finalize (GObject *object)
{
  HvChoicePopoverPrivate *priv = get_private (HV_CHOICE_POPOVER (object));
  g_ptr_array_unref (priv->found);
  g_ptr_array_unref (priv->choices);
  g_ptr_array_unref (priv->rows);
  g_clear_pointer (&priv->roster, hv_roster_unref);
  g_free (priv->anyway);
  g_free (priv->nobody);
  G_OBJECT_CLASS (hv_choice_popover_parent_class)->finalize (object);
}

static void
hv_choice_popover_class_init (HvChoicePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_choice_popover_dispose;
  object_class->finalize = hv_choice_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-choice-popover.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, icon);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, title);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, detail);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, search);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, message);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, scrolled);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, list);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, verb);
  gtk_widget_class_bind_template_child_private (widget_class, HvChoicePopover, show_all);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
hv_choice_popover_init (HvChoicePopover *self)
{
  HvChoicePopoverPrivate *priv = get_private (self);
  priv->choices = g_ptr_array_new_with_free_func (g_object_unref);
  priv->found = g_ptr_array_new ();
  priv->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  add_key_controller (self, GTK_PHASE_CAPTURE, G_CALLBACK (arrow_pressed_cb));
  add_key_controller (self, GTK_PHASE_BUBBLE, G_CALLBACK (letter_pressed_cb));
}
