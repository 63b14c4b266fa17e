/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-option-list.h"

#include "hv-name.h"
#include "hv-option-row.h"

#include <string.h>

/* More than this is scrolled. */
#define MOST_LINES 7

/* A list view makes the widgets of 200 lines, seen or not: it is given more only when
 * somebody goes on down. */
#define LINES_AT_ONCE 30

struct _HvOptionList
{
  GtkWidget parent_instance;

  /* template */
  GtkScrolledWindow *scrolled;
  GtkListView *view;

  /* owned */
  GPtrArray *options; /* HvOption: all there are */
  GPtrArray *found;   /* HvOption, lent: those that the search leaves */
  GListStore *shown;  /* the first of them */
  GtkSingleSelection *selection;
  GPtrArray *rows; /* HvOptionRow, lent: those the view has made */
  char *typed;
  char *anyway;

  const char *icon_name; /* static */
  bool roomy;
  HvOptionDescribe describe;
  gpointer describe_data;
};

G_DEFINE_FINAL_TYPE (HvOptionList, hv_option_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  CHOSEN,
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (HvOptionList *self, HvOption *option)
{
  if (!hv_option_is_described (option))
    self->describe (option, self->describe_data);
}

/* --- counting --- */

static guint
count_options (const GPtrArray *options)
{
  guint n = 0;
  for (guint i = 0; i < options->len; i++)
    n += !hv_option_is_heading (g_ptr_array_index (options, i));
  return n;
}

guint
hv_option_list_get_n_options (HvOptionList *self)
{
  g_return_val_if_fail (HV_IS_OPTION_LIST (self), 0);
  return count_options (self->options);
}

guint
hv_option_list_get_n_found (HvOptionList *self)
{
  g_return_val_if_fail (HV_IS_OPTION_LIST (self), 0);
  return count_options (self->found);
}

/* --- where in the list --- */

/* Shows more of what was found, up to a position and some further. */
static void
show_up_to (HvOptionList *self, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint wanted = MIN (position + LINES_AT_ONCE, self->found->len);
  if (position >= n && wanted > n)
    g_list_store_splice (self->shown, n, 0, self->found->pdata + n, wanted - n);
}

static void
scrolled_cb (HvOptionList *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  if (gtk_adjustment_get_value (adjustment) + 2 * page >= gtk_adjustment_get_upper (adjustment))
    show_up_to (self, g_list_model_get_n_items (G_LIST_MODEL (self->shown)));
}

/* The option nearest to a position in a direction, itself included; headings are
 * passed over. */
static guint
find_from (HvOptionList *self, guint position, int direction)
{
  for (guint i = position; i < self->found->len; i += (guint)direction)
    if (!hv_option_is_heading (g_ptr_array_index (self->found, i)))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
select_position (HvOptionList *self, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    show_up_to (self, position);
  gtk_single_selection_set_selected (self->selection, position);
}

HvOption *
hv_option_list_get_selected (HvOptionList *self)
{
  g_return_val_if_fail (HV_IS_OPTION_LIST (self), NULL);
  return gtk_single_selection_get_selected_item (self->selection);
}

void
hv_option_list_select (HvOptionList *self, HvId id)
{
  g_return_if_fail (HV_IS_OPTION_LIST (self));
  for (guint i = 0; i < self->found->len; i++)
    {
      HvOption *option = g_ptr_array_index (self->found, i);
      if (!hv_option_is_heading (option) && hv_option_get_id (option) == id)
        {
          select_position (self, i);
          return;
        }
    }
}

static HvOptionRow *
find_row (HvOptionList *self, HvOption *option)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvOptionRow *row = g_ptr_array_index (self->rows, i);
      if (hv_option_row_get_option (row) == option)
        return row;
    }
  return NULL;
}

/* The view makes the widgets of lines near those in sight, so that a neighbour is there. */
bool
hv_option_list_focus (HvOptionList *self)
{
  g_return_val_if_fail (HV_IS_OPTION_LIST (self), false);
  HvOption *selected = hv_option_list_get_selected (self);
  if (selected == NULL)
    return false;
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
  HvOptionRow *row = find_row (self, selected);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  return true;
}

bool
hv_option_list_move (HvOptionList *self, int direction)
{
  g_return_val_if_fail (HV_IS_OPTION_LIST (self), false);
  guint selected = gtk_single_selection_get_selected (self->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    return false;
  guint next = find_from (self, selected + (guint)direction, direction);
  if (next == GTK_INVALID_LIST_POSITION)
    return false;
  select_position (self, next);
  return hv_option_list_focus (self);
}

/* --- searching --- */

static void
find (HvOptionList *self)
{
  g_autofree char *key = hv_name_key (self->typed == NULL ? "" : self->typed);
  HvOption *heading = NULL;
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < self->options->len; i++)
    {
      HvOption *option = g_ptr_array_index (self->options, i);
      if (hv_option_is_heading (option))
        heading = option;
      else if (strstr (hv_option_get_key (option), key) != NULL)
        {
          if (heading != NULL)
            g_ptr_array_add (self->found, g_steal_pointer (&heading));
          g_ptr_array_add (self->found, option);
        }
    }
}

static void
show_found (HvOptionList *self)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_list_store_splice (self->shown, 0, old, self->found->pdata, MIN (self->found->len, LINES_AT_ONCE));
  select_position (self, find_from (self, 0, 1));
}

void
hv_option_list_take_options (HvOptionList *self, GPtrArray *options)
{
  g_return_if_fail (HV_IS_OPTION_LIST (self));
  g_autoptr (GPtrArray) old = self->options;
  self->options = options;
  find (self);
  show_found (self);
}

void
hv_option_list_search (HvOptionList *self, const char *typed)
{
  g_return_if_fail (HV_IS_OPTION_LIST (self));
  hv_set_text (&self->typed, typed);
  find (self);
  show_found (self);
}

/* --- choosing --- */

void
hv_option_list_ask (HvOptionList *self, HvOption *option)
{
  g_return_if_fail (HV_IS_OPTION_LIST (self));
  for (guint i = 0; i < self->options->len; i++)
    hv_option_set_asking (g_ptr_array_index (self->options, i), false);
  hv_option_set_asking (option, true);
}

static void
activated_cb (HvOptionList *self, guint position)
{
  g_autoptr (HvOption) option = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  g_signal_emit (self, signals[CHOSEN], 0, option);
}

static void
row_chosen_cb (HvOptionList *self, HvOptionRow *row)
{
  g_autoptr (HvOption) option = g_object_ref (hv_option_row_get_option (row));
  hv_option_list_select (self, hv_option_get_id (option));
  g_signal_emit (self, signals[CHOSEN], 0, option);
}

static void
row_confirmed_cb (HvOptionList *self, HvOptionRow *row)
{
  g_autoptr (HvOption) option = g_object_ref (hv_option_row_get_option (row));
  g_signal_emit (self, signals[CONFIRMED], 0, option);
}

static void
row_withdrawn_cb (HvOptionList *self, HvOptionRow *row)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
selected_cb (HvOptionList *self)
{
  HvOption *selected = hv_option_list_get_selected (self);
  if (selected != NULL)
    describe (self, selected);
  g_signal_emit (self, signals[SELECTED], 0);
}

/* --- the lines --- */

static void
setup_cb (HvOptionList *self, GtkListItem *item)
{
  GtkWidget *row = hv_option_row_new (self->icon_name, self->roomy, self->anyway);
  g_signal_connect_swapped (row, "chosen", G_CALLBACK (row_chosen_cb), self);
  g_signal_connect_swapped (row, "confirmed", G_CALLBACK (row_confirmed_cb), self);
  g_signal_connect_swapped (row, "withdrawn", G_CALLBACK (row_withdrawn_cb), self);
  g_ptr_array_add (self->rows, row);
  gtk_list_item_set_child (item, row);
}

static void
teardown_cb (HvOptionList *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  if (row == NULL)
    return;
  g_signal_handlers_disconnect_by_data (row, self);
  g_ptr_array_remove_fast (self->rows, row);
}

/* The name a screen reader says belongs to the view's own widget around the row. */
static void
bind_cb (HvOptionList *self, GtkListItem *item)
{
  HvOption *option = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  describe (self, option);
  gtk_list_item_set_selectable (item, !hv_option_is_heading (option));
  gtk_list_item_set_activatable (item, !hv_option_is_heading (option));
  hv_option_row_show (HV_OPTION_ROW (row), option);

  g_autofree char *said = hv_option_say (option, hv_text_get_own_language ());
  GtkAccessible *line = GTK_ACCESSIBLE (gtk_widget_get_parent (row));
  gtk_accessible_update_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_state (line, GTK_ACCESSIBLE_STATE_DISABLED, hv_option_get_kind (option) == HV_OPTION_NEVER, -1);
}

static void
unbind_cb (HvOptionList *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  if (row != NULL)
    hv_option_row_show (HV_OPTION_ROW (row), NULL);
}

static void
set_up_view (HvOptionList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "teardown", G_CALLBACK (teardown_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/* As high as some lines with reasons are in the font of the day. */
static void
limit_height (HvOptionList *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HvObstacle));
  g_autoptr (HvOption) sample = hv_option_new (HV_NONE, "Å", "", none);
  hv_option_add_reason (sample, "object-select-symbolic", g_strdup ("Å"));
  g_autoptr (GtkWidget) row = g_object_ref_sink (hv_option_row_new (NULL, false, ""));
  hv_option_row_show (HV_OPTION_ROW (row), sample);
  int height;
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (self->scrolled, MOST_LINES * height);
}

void
hv_option_list_set_lines (HvOptionList *self, const char *icon_name, bool roomy, const char *anyway,
                          HvOptionDescribe describe_option, gpointer data)
{
  g_return_if_fail (HV_IS_OPTION_LIST (self));
  self->icon_name = icon_name;
  self->roomy = roomy;
  self->describe = describe_option;
  self->describe_data = data;
  hv_set_text (&self->anyway, anyway);
  limit_height (self);
  set_up_view (self);
}

/* --- life --- */

static void
hv_option_list_dispose (GObject *object)
{
  HvOptionList *self = HV_OPTION_LIST (object);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_OPTION_LIST);
  G_OBJECT_CLASS (hv_option_list_parent_class)->dispose (object);
}

static void
hv_option_list_finalize (GObject *object)
{
  HvOptionList *self = HV_OPTION_LIST (object);
  g_object_unref (self->selection);
  g_object_unref (self->shown);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->rows);
  g_free (self->typed);
  g_free (self->anyway);
  G_OBJECT_CLASS (hv_option_list_parent_class)->finalize (object);
}

static void
hv_option_list_class_init (HvOptionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_option_list_dispose;
  object_class->finalize = hv_option_list_finalize;
  signals[SELECTED] =
      g_signal_new ("selected", HV_TYPE_OPTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", HV_TYPE_OPTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  HV_TYPE_OPTION);
  signals[CONFIRMED] = g_signal_new ("confirmed", HV_TYPE_OPTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, HV_TYPE_OPTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-option-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HvOptionList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HvOptionList, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hv_option_list_init (HvOptionList *self)
{
  self->options = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->shown = g_list_store_new (HV_TYPE_OPTION);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
