/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-option-popover.h"

#include "hv-full-text.h"
#include "hv-option-list.h"
#include "hv-option-row.h"
#include "hv-transient.h"
#include "hv-ui-text.h"

typedef struct
{
  /* template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkEditable *search;
  GtkLabel *message;
  HvOptionList *list;
  GtkWidget *offer;
  GtkLabel *offer_label;
  GtkLabel *verb;
  GtkButton *show_all;

  HvWindow *window; /* weak */

  /* owned */
  HvRoster *roster;           /* what the list is made from */
  const char *line_icon_name; /* static */
  char *anyway;
  char *cannot;
  char *nobody;
  bool has_free; /* something can be chosen without a reason */
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
  return hv_option_list_get_selected (get_private (self)->list);
}

guint
hv_option_popover_get_n_shown (HvOptionPopover *self)
{
  g_return_val_if_fail (HV_IS_OPTION_POPOVER (self), 0);
  return hv_option_list_get_n_found (get_private (self)->list);
}

static void
focus_search (HvOptionPopover *self)
{
  GtkEditable *text = gtk_editable_get_delegate (get_private (self)->search);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

/* --- showing --- */

static void
describe_cb (HvOption *option, gpointer self)
{
  HV_OPTION_POPOVER_GET_CLASS (self)->describe (self, get_private (self)->roster, option);
}

/* The search field says what Enter would do, since the list is read only when it is entered. */
static void
selected_cb (HvOptionPopover *self)
{
  HvOption *selected = hv_option_popover_get_selected (self);
  g_autofree char *said = selected == NULL ? g_strdup ("") : hv_option_say (selected, hv_text_get_own_language ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_private (self)->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said, -1);
}

static void
show_message (HvOptionPopoverPrivate *priv, const char *text, const char *style)
{
  gtk_label_set_text (priv->message, text == NULL ? "" : text);
  gtk_widget_set_css_classes (GTK_WIDGET (priv->message), (const char *[]){ style, NULL });
  gtk_widget_set_visible (GTK_WIDGET (priv->message), text != NULL);
}

static void
update_message (HvOptionPopoverPrivate *priv)
{
  const char *typed = gtk_editable_get_text (priv->search);
  gtk_widget_set_visible (GTK_WIDGET (priv->show_all), typed[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (priv->list), hv_option_list_get_n_found (priv->list) > 0);
  if (typed[0] == '\0')
    show_message (priv, priv->has_free ? NULL : priv->nobody, "hv-secondary");
  else if (hv_option_list_get_n_found (priv->list) > 0)
    show_message (priv, NULL, NULL);
  else
    {
      /* TRANSLATORS: what was typed into a search field */
      g_autofree char *text = g_strdup_printf (_ ("Nothing found for “%s”."), typed);
      show_message (priv, text, "hv-secondary");
    }
}

static char *
dup_typed (HvOptionPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (get_private (self)->search)));
}

static void
update_offer (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  HvOptionPopoverClass *klass = HV_OPTION_POPOVER_GET_CLASS (self);
  g_autofree char *typed = dup_typed (self);
  g_autofree char *text = klass->offer == NULL ? NULL : klass->offer (self, typed);
  gtk_widget_set_visible (priv->offer, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_text (priv->offer_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->offer), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
search_changed_cb (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  hv_option_list_search (priv->list, gtk_editable_get_text (priv->search));
  update_message (priv);
  update_offer (self);
}

static GPtrArray *
move_those_that_cannot_down (GPtrArray *options, const char *heading)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cannot = g_ptr_array_new ();
  for (guint i = 0; i < options->len; i++)
    {
      HvOption *option = g_ptr_array_index (options, i);
      g_ptr_array_add (hv_option_is_excluded (option) ? cannot : sorted, option);
    }
  if (cannot->len > 0)
    g_ptr_array_add (sorted, hv_option_new_heading (heading));
  g_ptr_array_extend_and_steal (sorted, g_steal_pointer (&cannot));
  return sorted;
}

static void
show_options (HvOptionPopover *self, GPtrArray *options)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  priv->has_free = options->len > 0 && !hv_option_is_heading (g_ptr_array_index (options, 0));
  hv_option_list_take_options (priv->list, options);
  g_autofree char *all = HV_OPTION_POPOVER_GET_CLASS (self)->say_all (hv_option_list_get_n_options (priv->list));
  gtk_button_set_label (priv->show_all, all);
  update_message (priv);
  update_offer (self);
}

/* Makes the list from the workspace's roster; false when there is nothing to ask any more. */
static bool
fill (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  g_autoptr (HvRoster) old = priv->roster; /* the lines of before are still made from it */
  priv->roster = hv_roster_ref (hv_workspace_get_roster (hv_window_get_workspace (priv->window)));
  g_autoptr (GPtrArray) options = g_ptr_array_new ();
  bool asked = HV_OPTION_POPOVER_GET_CLASS (self)->list (self, priv->roster, options);
  show_options (self, move_those_that_cannot_down (options, priv->cannot));
  return asked;
}

static void
workspace_changed_cb (HvOptionPopover *self)
{
  HvOption *selected = hv_option_popover_get_selected (self);
  HvId id = selected == NULL ? HV_NONE : hv_option_get_id (selected);
  if (fill (self))
    hv_option_list_select (get_private (self)->list, id);
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
chosen_cb (HvOptionPopover *self, HvOption *option)
{
  switch (hv_option_get_kind (option))
    {
    case HV_OPTION_FREE:
      carry_out (self, option, NULL);
      break;
    case HV_OPTION_ASK:
      hv_option_list_ask (get_private (self)->list, option);
      break;
    default:
      gtk_widget_error_bell (GTK_WIDGET (self));
      break;
    }
}

static void
confirmed_cb (HvOptionPopover *self, HvOption *option)
{
  carry_out (self, option, hv_option_get_typed (option));
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
  chosen_cb (self, option);
}

/* --- what is offered besides --- */

static void
offer_clicked_cb (HvOptionPopover *self)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;
  if (HV_OPTION_POPOVER_GET_CLASS (self)->take_offer (self, priv->roster, typed, &error))
    return;
  show_message (priv, error->message, "hv-under");
  focus_search (self);
}

/* Enter now means the offer: no line looks as if it were chosen. */
static void
offer_entered_cb (HvOptionPopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (get_private (self)->list), "hv-passed");
}

static void
offer_left_cb (HvOptionPopover *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (get_private (self)->list), "hv-passed");
}

/* --- keys --- */

static bool
is_in_reason (HvOptionPopover *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  return focus != NULL && gtk_widget_get_ancestor (focus, HV_TYPE_OPTION_ROW) != NULL;
}

/* Search, lines and offer are one column. */
static void
move (HvOptionPopover *self, int direction)
{
  HvOptionPopoverPrivate *priv = get_private (self);
  bool on_offer = gtk_widget_is_focus (priv->offer);
  if (!on_offer && hv_option_list_move (priv->list, direction))
    return;
  if (direction > 0 && gtk_widget_get_visible (priv->offer))
    gtk_widget_grab_focus (priv->offer);
  else if ((direction < 0 && !on_offer) || !hv_option_list_focus (priv->list))
    focus_search (self);
}

static gboolean
arrow_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                  HvOptionPopover *self)
{
  bool down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  bool up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  if (!(down || up) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK) || is_in_reason (self))
    return FALSE;
  move (self, down ? 1 : -1);
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
  priv->line_icon_name = words->line_icon_name;
  gtk_label_set_text (priv->title, words->title);
  gtk_label_set_text (priv->detail, words->detail == NULL ? "" : words->detail);
  gtk_label_set_text (priv->verb, words->verb);
  g_object_set (priv->search, "placeholder-text", words->search, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search), GTK_ACCESSIBLE_PROPERTY_LABEL, words->search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->title, -1);
  hv_set_text (&priv->anyway, words->anyway);
  hv_set_text (&priv->cannot, words->cannot);
  hv_set_text (&priv->nobody, words->nobody);
}

bool
hv_option_popover_open (HvOptionPopover *self, GtkWidget *over, const GdkRectangle *area, const char *typed)
{
  g_return_val_if_fail (HV_IS_OPTION_POPOVER (self), false);
  HvOptionPopoverPrivate *priv = get_private (self);
  HvOptionPopoverClass *klass = HV_OPTION_POPOVER_GET_CLASS (self);
  g_set_weak_pointer (&priv->window, hv_window_of (over));
  g_return_val_if_fail (priv->window != NULL, false);
  g_signal_connect_object (hv_window_get_workspace (priv->window), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);

  hv_option_list_set_lines (priv->list, priv->line_icon_name, klass->roomy, priv->anyway, describe_cb, self);
  gtk_editable_set_text (priv->search, typed == NULL ? "" : typed);
  if (!hv_window_may_change (priv->window) || !fill (self))
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
  /* GTK 4.8 finds the template of no type but the last: its children are taken out by hand. */
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  G_OBJECT_CLASS (hv_option_popover_parent_class)->dispose (object);
}

static void
hv_option_popover_finalize (GObject *object)
{
  HvOptionPopoverPrivate *priv = get_private (HV_OPTION_POPOVER (object));
  g_clear_pointer (&priv->roster, hv_roster_unref);
  g_free (priv->anyway);
  g_free (priv->cannot);
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

  g_type_ensure (HV_TYPE_OPTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-option-popover.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, icon);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, title);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, detail);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, search);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, message);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, list);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, offer);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, offer_label);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, verb);
  gtk_widget_class_bind_template_child_private (widget_class, HvOptionPopover, show_all);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
hv_option_popover_init (HvOptionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hv_full_text_offer (get_private (self)->title);
  add_key_controller (self, GTK_PHASE_CAPTURE, G_CALLBACK (arrow_pressed_cb));
  add_key_controller (self, GTK_PHASE_BUBBLE, G_CALLBACK (letter_pressed_cb));
}
