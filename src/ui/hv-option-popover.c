/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-option-popover.h"

#include "hv-full-text.h"
#include "hv-name.h"
#include "hv-option-row.h"
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
  GPtrArray *options; /* HvOption: all there are */
  GPtrArray *found;   /* HvOption, lent: those that the search leaves */
  GListStore *shown;  /* the first of them */
  GtkSingleSelection *selection;
  GPtrArray *rows; /* HvOptionRow, lent: those the list has made */
  char *anyway;
  char *nobody;
} HvOptionPopoverPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HvOptionPopover, hv_option_popover, GTK_TYPE_POPOVER)

static HvOptionPopoverPrivate *
get_private (HvOptionPopover *self)
{
  return hv_option_popover_get_instance_private (self);
}

HvWindow *
hv_option_popover_get_window (HvOptionPopover *self)
{
  g_return_val_if_fail (HV_IS_OPTION_POPOVER (self), NULL);
  return get_private (self)->window;
}

HvOption *
hv_option_popover_get_selected (HvOptionPopover *self)
{
  g_return_val_if_fail (HV_IS_OPTION_POPOVER (self), NULL);
  return gtk_single_selection_get_selected_item (get_private (self)->selection);
}

static guint
count_options (const GPtrArray *options)
{
  guint n = 0;
  for (guint i = 0; i < options->len; i++)
    n += !hv_option_is_heading (g_ptr_array_index (options, i));
  return n;
}

guint
hv_option_popover_get_n_shown (HvOptionPopover *self)
{
  g_return_val_if_fail (HV_IS_OPTION_POPOVER (self), 0);
  return count_options (get_private (self)->found);
}

/* --- where in the list --- */

/* Shows more of what was found, up to a position and some further. */
static void
show_up_to (HvOptionPopoverPrivate *priv, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (priv->shown));
  guint wanted = MIN (position + LINES_AT_ONCE, priv->found->len);
  if (position >= n && wanted > n)
    g_list_store_splice (priv->shown, n, 0, priv->found->pdata + n, wanted - n);
}

/* The option nearest to a position in a direction, itself included; headings are
 * passed over. */
static guint
find_option_from (HvOptionPopoverPrivate *priv, guint position, int direction)
{
  for (guint i = position; i < priv->found->len; i += (guint)direction)
    if (!hv_option_is_heading (g_ptr_array_index (priv->found, i)))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
select_position (HvOptionPopoverPrivate *priv, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    show_up_to (priv, position);
  gtk_single_selection_set_selected (priv->selection, position);
}

static void
scrolled_cb (GtkAdjustment *adjustment, HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  double page = gtk_adjustment_get_page_size (adjustment);
  if (gtk_adjustment_get_value (adjustment) + 2 * page >= gtk_adjustment_get_upper (adjustment))
    show_up_to (priv, g_list_model_get_n_items (G_LIST_MODEL (priv->shown)));
}

static HvOptionRow *
find_row (HvOptionPopoverPrivate *priv, HvOption *option)
{
  for (guint i = 0; i < priv->rows->len; i++)
    {
      HvOptionRow *row = g_ptr_array_index (priv->rows, i);
      if (hv_option_row_get_option (row) == option)
        return row;
    }
  return NULL;
}

/* The list makes the widgets of lines near those in view, so that a neighbour is there. */
static void
focus_selected (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  gtk_widget_activate_action (GTK_WIDGET (priv->list), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (priv->selection));
  HvOption *selected = hv_option_popover_get_selected (self);
  HvOptionRow *row = selected == NULL ? NULL : find_row (priv, selected);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
focus_search (HvOptionPopover *self)
{
  GtkEditable *text = gtk_editable_get_delegate (get_private (self)->search);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
move (HvOptionPopover *self, int direction)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  guint selected = gtk_single_selection_get_selected (priv->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  guint next = find_option_from (priv, selected + (guint)direction, direction);
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
selected_changed_cb (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  HvOption *selected = hv_option_popover_get_selected (self);
  g_autofree char *said = NULL;
  if (selected != NULL)
    {
      if (!hv_option_is_described (selected))
        HV_OPTION_POPOVER_GET_CLASS (self)->describe (self, priv->roster, selected);
      said = hv_option_say (selected, hv_text_get_own_language ());
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said == NULL ? "" : said, -1);
}

static void
show_message (HvOptionPopoverPrivate *priv, const char *text, const char *style)
{
  gtk_label_set_text (priv->message, text == NULL ? "" : text);
  gtk_widget_set_css_classes (GTK_WIDGET (priv->message), (const char *[]){ style, NULL });
  gtk_widget_set_visible (GTK_WIDGET (priv->message), text != NULL);
}

static bool
has_free_option (HvOptionPopoverPrivate *priv)
{
  HvOption *first = priv->options->len == 0 ? NULL : g_ptr_array_index (priv->options, 0);
  return first != NULL && !hv_option_is_heading (first);
}

static void
update_message (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  const char *typed = gtk_editable_get_text (priv->search);
  gtk_widget_set_visible (GTK_WIDGET (priv->show_all), typed[0] != '\0');
  if (typed[0] == '\0')
    show_message (priv, has_free_option (priv) ? NULL : priv->nobody, "hv-secondary");
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
find (HvOptionPopoverPrivate *priv)
{
  g_autofree char *key = hv_name_key (gtk_editable_get_text (priv->search));
  HvOption *heading = NULL;
  g_ptr_array_set_size (priv->found, 0);
  for (guint i = 0; i < priv->options->len; i++)
    {
      HvOption *option = g_ptr_array_index (priv->options, i);
      if (hv_option_is_heading (option))
        heading = option;
      else if (strstr (hv_option_get_key (option), key) != NULL)
        {
          if (heading != NULL)
            g_ptr_array_add (priv->found, g_steal_pointer (&heading));
          g_ptr_array_add (priv->found, option);
        }
    }
}

static void
filter (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  find (priv);
  guint old = g_list_model_get_n_items (G_LIST_MODEL (priv->shown));
  g_list_store_splice (priv->shown, 0, old, priv->found->pdata, MIN (priv->found->len, LINES_AT_ONCE));
  select_position (priv, find_option_from (priv, 0, 1));
  update_message (self);
}

static void
select_id (HvOptionPopoverPrivate *priv, HvId id)
{
  for (guint i = 0; i < priv->found->len; i++)
    {
      HvOption *option = g_ptr_array_index (priv->found, i);
      if (!hv_option_is_heading (option) && hv_option_get_id (option) == id)
        {
          select_position (priv, i);
          return;
        }
    }
}

/* Makes the list from the workspace's roster; false when there is nothing to ask any more. */
static bool
fill (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  HvRoster *roster = hv_roster_ref (hv_workspace_get_roster (hv_window_get_workspace (priv->window)));
  g_ptr_array_set_size (priv->found, 0);
  g_ptr_array_set_size (priv->options, 0);
  g_clear_pointer (&priv->roster, hv_roster_unref);
  priv->roster = roster;
  if (!HV_OPTION_POPOVER_GET_CLASS (self)->list (self, roster, priv->options))
    {
      g_list_store_remove_all (priv->shown);
      return false;
    }

  g_autofree char *all = HV_OPTION_POPOVER_GET_CLASS (self)->say_all (count_options (priv->options));
  gtk_button_set_label (priv->show_all, all);
  filter (self);
  return true;
}

static void
workspace_changed_cb (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  HvOption *selected = hv_option_popover_get_selected (self);
  HvId id = selected == NULL ? HV_NONE : hv_option_get_id (selected);
  if (fill (self))
    select_id (priv, id);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- choosing --- */

static void
carry_out (HvOptionPopover *self, HvOption *option, const char *reason)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  if (!HV_OPTION_POPOVER_GET_CLASS (self)->choose (self, priv->roster, option, reason, &error))
    show_message (priv, error->message, "hv-under");
}

static void
ask_for_reason (HvOptionPopover *self, HvOption *option)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  for (guint i = 0; i < priv->options->len; i++)
    hv_option_set_asking (g_ptr_array_index (priv->options, i), false);
  hv_option_set_asking (option, true);
}

static void
choose (HvOptionPopover *self, HvOption *option)
{
  switch (hv_option_get_kind (option))
    {
    case HV_OPTION_FREE:
      carry_out (self, option, NULL);
      break;
    case HV_OPTION_ASK:
      ask_for_reason (self, option);
      break;
    default:
      gtk_widget_error_bell (GTK_WIDGET (self));
      break;
    }
}

static void
choose_selected_cb (HvOptionPopover *self)
{
  HvOption *selected = hv_option_popover_get_selected (self);
  if (selected == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_autoptr (HvOption) option = g_object_ref (selected);
  choose (self, option);
}

static void
row_activated_cb (HvOptionPopover *self, guint position)
{
  g_autoptr (HvOption) option = g_list_model_get_item (G_LIST_MODEL (get_private (self)->shown), position);
  choose (self, option);
}

static void
row_chosen_cb (HvOptionPopover *self, HvOptionRow *row)
{
  g_autoptr (HvOption) option = g_object_ref (hv_option_row_get_option (row));
  select_id (get_private (self), hv_option_get_id (option));
  choose (self, option);
}

static void
row_confirmed_cb (HvOptionPopover *self, HvOptionRow *row)
{
  g_autoptr (HvOption) option = g_object_ref (hv_option_row_get_option (row));
  carry_out (self, option, hv_option_get_typed (option));
}

static void
row_withdrawn_cb (HvOptionPopover *self, HvOptionRow *row)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/* --- the lines --- */

static void
setup_cb (HvOptionPopover *self, GtkListItem *item)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  HvOptionPopoverClass *klass = HV_OPTION_POPOVER_GET_CLASS (self);
  GtkWidget *row = hv_option_row_new (klass->icon_name, klass->roomy, priv->anyway);
  g_signal_connect_swapped (row, "chosen", G_CALLBACK (row_chosen_cb), self);
  g_signal_connect_swapped (row, "confirmed", G_CALLBACK (row_confirmed_cb), self);
  g_signal_connect_swapped (row, "withdrawn", G_CALLBACK (row_withdrawn_cb), self);
  g_ptr_array_add (priv->rows, row);
  gtk_list_item_set_child (item, row);
}

static void
teardown_cb (HvOptionPopover *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  if (row == NULL)
    return;
  g_signal_handlers_disconnect_by_data (row, self);
  g_ptr_array_remove_fast (get_private (self)->rows, row);
}

/* The name a screen reader says belongs to the list's own widget around the row. */
static void
bind_cb (HvOptionPopover *self, GtkListItem *item)
{
  HvOption *option = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  if (!hv_option_is_described (option))
    HV_OPTION_POPOVER_GET_CLASS (self)->describe (self, get_private (self)->roster, option);
  gtk_list_item_set_selectable (item, !hv_option_is_heading (option));
  gtk_list_item_set_activatable (item, !hv_option_is_heading (option));
  hv_option_row_show (HV_OPTION_ROW (row), option);

  g_autofree char *said = hv_option_say (option, hv_text_get_own_language ());
  GtkAccessible *line = GTK_ACCESSIBLE (gtk_widget_get_parent (row));
  gtk_accessible_update_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_state (line, GTK_ACCESSIBLE_STATE_DISABLED, hv_option_get_kind (option) == HV_OPTION_NEVER, -1);
}

static void
unbind_cb (HvOptionPopover *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  if (row != NULL)
    hv_option_row_show (HV_OPTION_ROW (row), NULL);
}

static void
set_up_list (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "teardown", G_CALLBACK (teardown_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (priv->list, factory);

  priv->shown = g_list_store_new (HV_TYPE_OPTION);
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
limit_height (HvOptionPopoverPrivate *priv)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HvObstacle));
  g_autoptr (HvOption) sample = hv_option_new (HV_NONE, "Å", "", none);
  hv_option_add_reason (sample, "object-select-symbolic", g_strdup ("Å"));
  g_autoptr (GtkWidget) row = g_object_ref_sink (hv_option_row_new (NULL, false, ""));
  hv_option_row_show (HV_OPTION_ROW (row), sample);
  int height;
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (priv->scrolled, MOST_LINES * height);
}

/* --- keys --- */

static bool
is_in_reason (HvOptionPopover *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  return focus != NULL && gtk_widget_get_ancestor (focus, HV_TYPE_OPTION_ROW) != NULL;
}

static gboolean
arrow_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                  HvOptionPopover *self)
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
                   HvOptionPopover *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (get_private (self)->search));
  bool is_text = key == GDK_KEY_BackSpace || g_unichar_isgraph (gdk_keyval_to_unicode (key));
  if (!is_text || state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || gtk_widget_has_focus (text) || is_in_reason (self))
    return FALSE;
  focus_search (self);
  return gtk_event_controller_key_forward (controller, text);
}

static void
add_key_controller (HvOptionPopover *self, GtkPropagationPhase phase, GCallback pressed_cb)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect (keys, "key-pressed", pressed_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
search_changed_cb (HvOptionPopover *self)
{
  if (get_private (self)->roster != NULL)
    filter (self);
}

static void
stop_search_cb (HvOptionPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_all_cb (HvOptionPopover *self)
{
  gtk_editable_set_text (get_private (self)->search, "");
  focus_search (self);
}

/* --- life --- */

void
hv_option_popover_set_words (HvOptionPopover *self, const HvOptionPopoverWords *words)
{
  g_return_if_fail (HV_IS_OPTION_POPOVER (self));
  HvOptionPopoverPrivate *priv = get_private (self);
  gtk_image_set_from_icon_name (priv->icon, words->icon_name);
  gtk_label_set_text (priv->title, words->title);
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
hv_option_popover_open (HvOptionPopover *self, GtkWidget *over, const GdkRectangle *area, const char *typed)
{
  g_return_val_if_fail (HV_IS_OPTION_POPOVER (self), false);
  HvOptionPopoverPrivate *priv = get_private (self);
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
hv_option_popover_dispose (GObject *object)
{
  HvOptionPopoverPrivate *priv = get_private (HV_OPTION_POPOVER (object));
  g_clear_weak_pointer (&priv->window);
  if (priv->list != NULL)
    gtk_list_view_set_model (priv->list, NULL);
  priv->list = NULL;
  /* GTK 4.8 finds the template of no type but the last: its children are taken out by hand. */
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  g_clear_object (&priv->selection);
  g_clear_object (&priv->shown);
  G_OBJECT_CLASS (hv_option_popover_parent_class)->dispose (object);
}

static void
hv_option_popover_finalize (GObject *object)
{
  HvOptionPopoverPrivate *priv = get_private (HV_OPTION_POPOVER (object));
  g_ptr_array_unref (priv->found);
  g_ptr_array_unref (priv->options);
  g_ptr_array_unref (priv->rows);
  g_clear_pointer (&priv->roster, hv_roster_unref);
  g_free (priv->anyway);
  g_free (priv->nobody);
  G_OBJECT_CLASS (hv_option_popover_parent_class)->finalize (object);
}

static void
hv_option_popover_class_init (HvOptionPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_option_popover_dispose;
  object_class->finalize = hv_option_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-option-popover.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, icon);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, title);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, detail);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, search);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, message);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, scrolled);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, list);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, verb);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, show_all);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
hv_option_popover_init (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  priv->options = g_ptr_array_new_with_free_func (g_object_unref);
  priv->found = g_ptr_array_new ();
  priv->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hv_full_text_offer (priv->title);
  set_up_list (self);
  add_key_controller (self, GTK_PHASE_CAPTURE, G_CALLBACK (arrow_pressed_cb));
  add_key_controller (self, GTK_PHASE_BUBBLE, G_CALLBACK (letter_pressed_cb));
}
