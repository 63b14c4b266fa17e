/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-window.h"

#include "hv-empty-page.h"
#include "hv-error.h"
#include "hv-example-bar.h"
#include "hv-fold.h"
#include "hv-format.h"
#include "hv-house-row.h"
#include "hv-houses-page.h"
#include "hv-notice.h"
#include "hv-recent-files.h"
#include "hv-step-words.h"
#include "hv-ui-text.h"
#include "hv-visits-page.h"
#include "hv-volunteers-page.h"
#include "hv-week-page.h"

struct _HvWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwFlap *flap;
  GtkListBox *sections;
  GtkListBox *houses;
  GtkWidget *houses_box;
  GtkLabel *foot;
  HvNotice *notice;
  HvExampleBar *example;
  AdwViewStack *pages;
  AdwViewSwitcherBar *switcher;
  GMenu *recent_menu;

  /* owned */
  HvWorkspace *workspace;
  AdwToast *toast; /* the one that is showing */
  HvFold *fold;
  GSettings *settings;
  HvId house;
  guint clock;
};

G_DEFINE_FINAL_TYPE (HvWindow, hv_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  FOLDED_CHANGED,
  HOUSE_CHANGED,
  WORKSPACE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*create) (HvWindow *window); /* NULL: not in this version */
  const char *later;                       /* what is said instead */
} Section;

static const Section section_table[] = {
  { "week", HV_N_ ("Week"), "x-office-calendar-symbolic", hv_week_page_new },
  { "volunteers", HV_N_ ("Volunteers"), "husvagt-people-symbolic", hv_volunteers_page_new },
  { "houses", HV_N_ ("Houses"), "husvagt-house-symbolic", hv_houses_page_new },
  { "visits", HV_N_ ("Visits"), "husvagt-demand-symbolic", hv_visits_page_new },
  { "evaluation", HV_N_ ("Evaluation"), "husvagt-report-symbolic", NULL,
    HV_N_ ("Hours, visits and waiting over a season come with a later version.") },
  { "publish", HV_N_ ("Publish"), "husvagt-feed-symbolic", NULL,
    HV_N_ ("Publish a week from the page Week. Addresses to subscribe to come with a later version.") },
};

#define BAR_SECTIONS 4 /* in the narrow window's bar */

HvWindow *
hv_window_of (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, HV_TYPE_WINDOW);
  return window == NULL ? NULL : HV_WINDOW (window);
}

HvWorkspace *
hv_window_get_workspace (HvWindow *self)
{
  g_return_val_if_fail (HV_IS_WINDOW (self), NULL);
  return self->workspace;
}

HvId
hv_window_get_house (HvWindow *self)
{
  g_return_val_if_fail (HV_IS_WINDOW (self), HV_NONE);
  return self->house;
}

/* --- sidebar --- */

static GtkWidget *
create_section_row (const Section *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", section->icon, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ (section->title)));

  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (section->title), -1);
  g_object_set_data (G_OBJECT (row), "section", (gpointer)section);
  return row;
}

static void
section_selected_cb (GtkListBox *list, GtkListBoxRow *row, HvWindow *self)
{
  if (row == NULL)
    return;
  const Section *section = g_object_get_data (G_OBJECT (row), "section");
  hv_window_show_page (self, section->name);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
append_house_row (HvWindow *self, HvId house, const char *name, guint missing, bool open)
{
  GtkWidget *row = hv_house_row_new (house, name, missing, open);
  gtk_list_box_append (self->houses, row);
  if (house == self->house)
    gtk_list_box_select_row (self->houses, GTK_LIST_BOX_ROW (row));
}

static void
house_selected_cb (GtkListBox *list, GtkListBoxRow *row, HvWindow *self)
{
  if (row == NULL)
    return;
  hv_window_set_house (self, hv_house_row_get_house (row));
  hv_window_show_page (self, "week");
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
select_house_row (HvWindow *self)
{
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->houses, i)) != NULL; i++)
    if (hv_house_row_get_house (row) == self->house)
      gtk_list_box_select_row (self->houses, row);
}

void
hv_window_set_house (HvWindow *self, HvId house)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  if (self->house == house)
    return;
  self->house = house;
  select_house_row (self);
  g_signal_emit (self, signals[HOUSE_CHANGED], 0);
}

/* What the sidebar says about each house: the week page's week. */
static void
update_houses (HvWindow *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->houses))) != NULL)
    gtk_list_box_remove (self->houses, row);
  if (self->workspace == NULL)
    return;

  const HvRoster *roster = hv_workspace_get_roster (self->workspace);
  const HvOutlook *outlook = hv_workspace_get_outlook (self->workspace);
  HvWeekPage *page = HV_WEEK_PAGE (adw_view_stack_get_child_by_name (self->pages, "week"));
  HvWeek week = hv_week_page_get_week (page);
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);

  append_house_row (self, HV_NONE, _ ("All houses"), 0, false);
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = g_ptr_array_index (houses, i);
      bool open = false;
      guint missing = (guint)hv_outlook_count_missing (outlook, week, house->r.id, &open);
      append_house_row (self, house->r.id, house->name, missing, open);
    }
}

static void
update_foot (HvWindow *self)
{
  HvLanguage language = hv_text_get_own_language ();
  HvDay today = self->workspace == NULL ? 0 : hv_workspace_get_today (self->workspace);
  g_autofree char *day = hv_format_day (today, language);
  int week = hv_week_get_number (hv_week_of_day (today));
  gint64 saved = self->workspace == NULL ? 0 : hv_workspace_get_saved_at (self->workspace);
  g_autofree char *text = NULL;
  if (saved == 0)
    text = g_strdup_printf (_ ("Today: %s\nweek %d"), day, week);
  else
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (saved);
      g_autofree char *time = hv_format_time (g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at), language);
      /* TRANSLATORS: weekday and date; week; time of the last saved change, such as "kl. 19.42" */
      text = g_strdup_printf (_ ("Today: %s\nweek %d · saved %s"), day, week, time);
    }
  gtk_label_set_text (self->foot, text);
}

static gboolean
minute_passed_cb (gpointer data)
{
  update_foot (data);
  return G_SOURCE_CONTINUE;
}

/* --- toasts --- */

static void
toast_dismissed_cb (AdwToast *toast, HvWindow *self)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

void
hv_window_say (HvWindow *self, const char *text, bool with_undo)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  /* The overlay queues toasts and would keep the old one in front. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);

  g_autofree char *escaped = g_markup_escape_text (text, -1);
  self->toast = adw_toast_new (escaped);
  if (with_undo)
    {
      adw_toast_set_button_label (self->toast, _ ("Undo"));
      adw_toast_set_action_name (self->toast, "win.undo");
    }
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
}

/* --- edits --- */

bool
hv_window_may_change (HvWindow *self)
{
  g_return_val_if_fail (HV_IS_WINDOW (self), false);
  bool may = hv_workspace_get_read_only_reason (self->workspace) == NULL;
  if (!may)
    hv_window_say (self, _ ("Nothing can be changed: the bar at the top says why."), false);
  return may;
}

typedef struct
{
  HvWindow *window; /* owned */
  char *sentence;
  bool undoable;
  bool again; /* a redo */
} Said;

static void
said_free (Said *said)
{
  g_object_unref (said->window);
  g_free (said->sentence);
  g_free (said);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Said, said_free)

void
hv_window_keep (HvWindow *self, GAsyncResult *result, const GError *error, char *sentence, gconstpointer who)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  g_autofree char *said = sentence;
  g_autoptr (GObject) source = g_async_result_get_source_object (result);
  if (source != G_OBJECT (self->workspace))
    return;
  HvUnsaved *unsaved = hv_workspace_take_unsaved (self->workspace, result);
  if (unsaved != NULL)
    hv_notice_show_unsaved (self->notice, error, unsaved, g_steal_pointer (&said), who);
}

void
hv_window_forget (HvWindow *self, gconstpointer who)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  hv_notice_forget (self->notice, who);
}

static void
edit_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Said) said = data;
  g_autoptr (GError) error = NULL;
  HvStep step;
  if (!hv_workspace_finish (HV_WORKSPACE (source), result, &step, &error))
    {
      hv_window_keep (said->window, result, error, g_steal_pointer (&said->sentence), NULL);
      return;
    }
  hv_notice_clear (said->window->notice);
  if (said->sentence != NULL)
    hv_window_say (said->window, said->sentence, said->undoable);
  update_foot (said->window);
}

void
hv_window_commit (HvWindow *self, HvEdit *edit, char *sentence)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  Said *said = g_new0 (Said, 1);
  said->window = g_object_ref (self);
  said->sentence = sentence;
  said->undoable = true;
  hv_workspace_commit_async (self->workspace, edit, edit_done_cb, said);
}

/* A toast says why there is nothing to take back; what is wrong with the file stays to be read. */
static void
show_step_back_failure (HvWindow *self, const GError *error)
{
  if (g_error_matches (error, HV_ERROR, HV_ERROR_REFUSED) || g_error_matches (error, HV_ERROR, HV_ERROR_CONFLICT))
    hv_window_say (self, error->message, false);
  else
    hv_notice_show_failure (self->notice, error);
}

static void
step_back_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Said) said = data;
  g_autoptr (GError) error = NULL;
  HvStep step;
  if (!hv_workspace_finish (HV_WORKSPACE (source), result, &step, &error))
    {
      show_step_back_failure (said->window, error);
      return;
    }
  hv_notice_clear (said->window->notice);
  const char *what = hv_step_words_what (step.verb, hv_text_get_own_language ());
  /* TRANSLATORS: %s is what was undone or done again, such as “place filled” */
  g_autofree char *text =
      said->again ? g_strdup_printf (_ ("Done again: %s"), what) : g_strdup_printf (_ ("Undone: %s"), what);
  hv_window_say (said->window, text, false);
}

static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWindow *self = HV_WINDOW (widget);
  Said *said = g_new0 (Said, 1);
  said->window = g_object_ref (self);
  hv_workspace_undo_async (self->workspace, step_back_done_cb, said);
}

static void
redo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWindow *self = HV_WINDOW (widget);
  Said *said = g_new0 (Said, 1);
  said->window = g_object_ref (self);
  said->again = true;
  hv_workspace_redo_async (self->workspace, step_back_done_cb, said);
}

/* --- pages --- */

void
hv_window_show_page (HvWindow *self, const char *name)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  adw_view_stack_set_visible_child_name (self->pages, name);
}

void
hv_window_show_volunteer (HvWindow *self, HvId volunteer)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, "volunteers");
  hv_window_show_page (self, "volunteers");
  hv_volunteers_page_show_volunteer (HV_VOLUNTEERS_PAGE (page), volunteer, false);
}

void
hv_window_show_week (HvWindow *self, HvWeek week)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  hv_week_page_set_week (HV_WEEK_PAGE (adw_view_stack_get_child_by_name (self->pages, "week")), week);
  hv_window_show_page (self, "week");
}

static void
select_section_row (HvWindow *self, const char *name)
{
  for (int i = 0; i < (int)G_N_ELEMENTS (section_table); i++)
    if (g_strcmp0 (section_table[i].name, name) == 0)
      gtk_list_box_select_row (self->sections, gtk_list_box_get_row_at_index (self->sections, i));
}

static void
page_shown_cb (HvWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);
  if (name == NULL)
    return;
  select_section_row (self, name);
  gtk_widget_set_visible (self->houses_box, g_str_equal (name, "week"));
  g_settings_set_string (self->settings, "page", name);
}

static void
show_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_window_show_page (HV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
sidebar_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWindow *self = HV_WINDOW (widget);
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
refresh_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWindow *self = HV_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  if (!hv_workspace_refresh (self->workspace, &error))
    hv_notice_show_failure (self->notice, error);
  else
    hv_notice_clear (self->notice);
}

static void
folded_cb (HvWindow *self)
{
  bool folded = adw_flap_get_folded (self->flap);
  adw_view_switcher_bar_set_reveal (self->switcher, folded);
  /* Six sections are too many for a narrow bar; the sidebar has them all. */
  for (guint i = BAR_SECTIONS; i < G_N_ELEMENTS (section_table); i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, section_table[i].name);
      if (page != NULL)
        adw_view_stack_page_set_visible (adw_view_stack_get_page (self->pages, page), !folded);
    }
  g_signal_emit (self, signals[FOLDED_CHANGED], 0);
}

bool
hv_window_is_folded (HvWindow *self)
{
  g_return_val_if_fail (HV_IS_WINDOW (self), false);
  return adw_flap_get_folded (self->flap);
}

static GtkWidget *
create_page (HvWindow *self, const Section *section)
{
  if (section->create != NULL)
    return section->create (self);
  return hv_empty_page_new (_ (section->title), section->icon, _ (section->later));
}

static void
add_page (HvWindow *self, const Section *section)
{
  GtkWidget *page = create_page (self, section);
  AdwViewStackPage *added = adw_view_stack_add_titled (self->pages, page, section->name, _ (section->title));
  adw_view_stack_page_set_icon_name (added, section->icon);
  gtk_list_box_append (self->sections, create_section_row (section));
}

/* --- the workspace --- */

static void
workspace_changed_cb (HvWorkspace *workspace, HvWindow *self)
{
  update_houses (self);
  update_foot (self);
}

static void
workspace_failed_cb (HvWorkspace *workspace, const GError *error, HvWindow *self)
{
  hv_notice_show_failure (self->notice, error);
}

void
hv_window_set_workspace (HvWindow *self, HvWorkspace *workspace)
{
  g_return_if_fail (HV_IS_WINDOW (self));
  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      hv_workspace_stop (self->workspace);
    }
  g_set_object (&self->workspace, workspace);
  self->house = HV_NONE;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, 0);
  g_signal_connect_object (workspace, "failed", G_CALLBACK (workspace_failed_cb), self, 0);
  hv_workspace_watch (workspace);

  const char *reason = hv_workspace_get_read_only_reason (workspace);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", reason == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", reason == NULL);
  hv_notice_begin (self->notice, reason);
  hv_example_bar_show (self->example, hv_workspace_get_path (workspace));
  g_signal_emit (self, signals[WORKSPACE_CHANGED], 0);
  workspace_changed_cb (workspace, self);
}

/* --- life --- */

static void
restore_size (HvWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
hv_window_close_request (GtkWindow *window)
{
  HvWindow *self = HV_WINDOW (window);
  int width;
  int height;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (hv_window_parent_class)->close_request (window);
}

static void
hv_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvWindow *self = HV_WINDOW (widget);
  GTK_WIDGET_CLASS (hv_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->fold != NULL)
    hv_fold_set_width (self->fold, gtk_widget_get_width (GTK_WIDGET (self->flap)));
}

static void
hv_window_dispose (GObject *object)
{
  HvWindow *self = HV_WINDOW (object);
  g_clear_pointer (&self->fold, hv_fold_free);
  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->workspace != NULL)
    hv_workspace_stop (self->workspace);
  g_clear_object (&self->workspace);
  g_clear_object (&self->toast);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hv_window_parent_class)->dispose (object);
}

static void
add_shortcuts (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (section_table); i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_ALT_MASK, "win.show-page", "s",
                                         section_table[i].name);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "win.sidebar", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
hv_window_class_init (HvWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_window_dispose;
  widget_class->size_allocate = hv_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = hv_window_close_request;

  signals[FOLDED_CHANGED] =
      g_signal_new ("folded-changed", HV_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HOUSE_CHANGED] =
      g_signal_new ("house-changed", HV_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORKSPACE_CHANGED] =
      g_signal_new ("workspace-changed", HV_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_activated);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_activated);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_activated);
  add_shortcuts (widget_class);

  g_type_ensure (HV_TYPE_EXAMPLE_BAR);
  g_type_ensure (HV_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HvWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, houses);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, houses_box);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, example);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, HvWindow, recent_menu);
}

static void
fill_recent (HvWindow *self)
{
  hv_recent_files_fill_menu (self->settings, self->recent_menu);
}

static void
hv_window_init (HvWindow *self)
{
  self->settings = g_settings_new ("io.github.husvagt.Husvagt");
  self->house = HV_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_size (self);

  for (guint i = 0; i < G_N_ELEMENTS (section_table); i++)
    add_page (self, &section_table[i]);
  GtkWidget *week = adw_view_stack_get_child_by_name (self->pages, "week");
  g_signal_connect_object (week, "notify::week", G_CALLBACK (update_houses), self, G_CONNECT_SWAPPED);

  g_signal_connect (self->sections, "row-selected", G_CALLBACK (section_selected_cb), self);
  g_signal_connect (self->houses, "row-activated", G_CALLBACK (house_selected_cb), self);
  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (page_shown_cb), self);
  self->fold = hv_fold_new (self->flap);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (folded_cb), self);
  self->clock = g_timeout_add_seconds (60, minute_passed_cb, self);
  g_signal_connect_object (self->settings, "changed::recent-files", G_CALLBACK (fill_recent), self, G_CONNECT_SWAPPED);
  fill_recent (self);
  folded_cb (self);
}

HvWindow *
hv_window_new (AdwApplication *application, HvWorkspace *workspace)
{
  HvWindow *self = g_object_new (HV_TYPE_WINDOW, "application", application, NULL);
  hv_window_set_workspace (self, workspace);
  g_autofree char *page = g_settings_get_string (self->settings, "page");
  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    hv_window_show_page (self, page);
  page_shown_cb (self);
  return self;
}
