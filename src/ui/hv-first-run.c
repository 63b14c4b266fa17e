/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-first-run.h"

#include "hv-first-house.h"
#include "hv-first-week.h"
#include "hv-format.h"
#include "hv-import-dialog.h"
#include "hv-names-form.h"
#include "hv-ui-text.h"

#define N_STEPS 3

struct _HvFirstRun
{
  AdwWindow parent_instance;

  /* template */
  GtkBox *steps;
  GtkLabel *step;
  GtkButton *next;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  HvFirstHouse *house;
  GtkLabel *people;
  HvNamesForm *names;
  HvFirstWeek *week;
  GtkImage *foot_icon;
  GtkLabel *foot_text;
  GtkButton *foot_button;

  HvWindow *window;       /* lent: this one is destroyed with it */
  HvWorkspace *workspace; /* owned */
  GtkWidget *step_labels[N_STEPS];
  HvFirstRunStep at;
  bool saving;
};

G_DEFINE_FINAL_TYPE (HvFirstRun, hv_first_run, ADW_TYPE_WINDOW)

static const struct
{
  const char *page;
  const char *name;
} step_table[N_STEPS] = {
  [HV_FIRST_RUN_HOUSE] = { "house", HV_N_ ("House") },
  [HV_FIRST_RUN_VOLUNTEERS] = { "volunteers", HV_N_ ("Volunteers") },
  [HV_FIRST_RUN_WEEK] = { "week", HV_N_ ("First week") },
};

static const HvRoster *
get_roster (HvFirstRun *self)
{
  return hv_workspace_get_roster (self->workspace);
}

HvFirstRunStep
hv_first_run_get_step (HvFirstRun *self)
{
  g_return_val_if_fail (HV_IS_FIRST_RUN (self), HV_FIRST_RUN_HOUSE);
  return self->at;
}

/* --- what it shows --- */

static void
show_steps (HvFirstRun *self)
{
  g_autofree char *said =
      g_strdup_printf (_ ("%d of %d: %s"), (int)self->at + 1, N_STEPS, _ (step_table[self->at].name));
  gtk_label_set_text (self->step, said);
  for (int i = 0; i < N_STEPS; i++)
    {
      gtk_widget_remove_css_class (self->step_labels[i], (int)self->at == i ? "hv-secondary" : "heading");
      gtk_widget_add_css_class (self->step_labels[i], (int)self->at == i ? "heading" : "hv-secondary");
    }
}

/* "Make week 19", as soon as it is known which week is the first; the caller owns it. */
static char *
make_next_label (HvFirstRun *self)
{
  if (self->at != HV_FIRST_RUN_WEEK)
    return g_strdup (_ ("_Next"));
  if (!hv_first_week_is_ready (self->week))
    return g_strdup (_ ("_Make the Week"));
  HvWeek week = hv_first_week_get_week (self->week);
  int this_year = hv_week_get_year (hv_workspace_get_this_week (self->workspace));
  g_autofree char *name = hv_format_weeks (&week, 1, this_year, hv_text_get_own_language ());
  /* TRANSLATORS: %s is "week 19"; the letter after _ is its key */
  return g_strdup_printf (_ ("_Make %s"), name);
}

static void
show_next (HvFirstRun *self)
{
  bool week = self->at == HV_FIRST_RUN_WEEK;
  g_autofree char *label = make_next_label (self);
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);
  g_autofree char *said = g_strjoinv ("", parts);
  gtk_button_set_label (self->next, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "first-run.next",
                                 !self->saving && (!week || hv_first_week_is_ready (self->week)));
}

static void
show_people (HvFirstRun *self)
{
  guint n = 0;
  const GPtrArray *volunteers = hv_roster_list (get_roster (self), HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    n += ((const HvVolunteer *)g_ptr_array_index (volunteers, i))->archived == 0;
  g_autofree char *text = n == 0
                              ? g_strdup (_ ("Type the names, or get them from a spreadsheet."))
                              : g_strdup_printf (hv_own_ntext ("%u volunteer is there already. Are there more?",
                                                               "%u volunteers are there already. Are there more?", n),
                                                 n);
  gtk_label_set_text (self->people, text);
}

static char *
list_houses (const HvRoster *roster)
{
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < houses->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : " · ", ((const HvHouse *)g_ptr_array_index (houses, i))->name);
  return g_string_free (names, FALSE);
}

/* At the first house the way to the example; later the houses, and the way to one more. */
static void
show_foot (HvFirstRun *self)
{
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  bool begins = self->at == HV_FIRST_RUN_HOUSE;
  bool example = begins && houses->len == 0;
  g_autofree char *names = example ? g_strdup (_ ("Just want to look around?")) : list_houses (get_roster (self));
  gtk_image_set_from_icon_name (self->foot_icon, example ? "dialog-information-symbolic" : "husvagt-house-symbolic");
  gtk_label_set_text (self->foot_text, names);
  gtk_button_set_label (self->foot_button, example ? _ ("Open the _Example") : _ ("Another _House"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->foot_button),
                                  example ? "first-run.example" : "first-run.another-house");
  gtk_widget_set_visible (GTK_WIDGET (self->foot_button), example || !begins);
}

static void
show (HvFirstRun *self)
{
  GtkWidget *pages[] = { GTK_WIDGET (self->house), GTK_WIDGET (self->names), GTK_WIDGET (self->week) };
  gtk_stack_set_visible_child_name (self->stack, step_table[self->at].page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_steps (self);
  show_people (self);
  show_foot (self);
  show_next (self);
  gtk_widget_grab_focus (pages[self->at]);
}

static void
go_to (HvFirstRun *self, HvFirstRunStep step)
{
  self->at = step;
  if (step == HV_FIRST_RUN_VOLUNTEERS)
    hv_names_form_show (self->names, get_roster (self));
  if (step == HV_FIRST_RUN_WEEK)
    hv_first_week_show (self->week, self->workspace);
  show (self);
}

/* --- saving a step --- */

typedef struct
{
  HvFirstRun *run; /* owned */
  HvId house;      /* that was saved, or HV_NONE */
  char *said;
  void (*then) (HvFirstRun *run);
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->run);
  g_free (saving->said);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  HvFirstRun *self = saving->run;
  bool done = hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error);
  if (self->window == NULL) /* closed with its window meanwhile */
    return;
  self->saving = false;
  if (!done)
    {
      hv_window_say (self->window, error->message, false);
      if (self->at == HV_FIRST_RUN_HOUSE)
        hv_first_house_say (self->house, error->message);
      show_next (self);
      return;
    }
  hv_window_say (self->window, saving->said, true);
  if (saving->house != HV_NONE)
    hv_first_house_kept (self->house, get_roster (self), saving->house);
  else
    hv_names_form_clear (self->names);
  saving->then (self);
}

/* Swallows edit and sentence. */
static void
commit (HvFirstRun *self, HvEdit *edit, HvId house, char *said, void (*then) (HvFirstRun *self))
{
  Saving *saving = g_new0 (Saving, 1);
  saving->run = g_object_ref (self);
  saving->house = house;
  saving->said = said;
  saving->then = then;
  self->saving = true;
  show_next (self);
  hv_workspace_commit_async (self->workspace, edit, saved_cb, saving);
}

static void
save_house (HvFirstRun *self, void (*then) (HvFirstRun *self))
{
  g_autoptr (GError) error = NULL;
  HvEdit *edit = hv_first_house_make_edit (self->house, &error);
  if (edit == NULL)
    {
      hv_first_house_say (self->house, error->message);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      return;
    }
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvRecord *record = g_array_index (edit->puts, HvPut, i).record;
      if (record->kind != HV_KIND_HOUSE)
        continue;
      char *said = g_strdup_printf (_ ("%s is added"), ((const HvHouse *)record)->name);
      commit (self, edit, record->id, said, then);
      return;
    }
  g_assert_not_reached ();
}

static void
save_names (HvFirstRun *self, void (*then) (HvFirstRun *self))
{
  HvId first;
  guint n = hv_names_form_count (self->names);
  HvEdit *edit = hv_names_form_make_edit (self->names, &first);
  if (edit != NULL)
    commit (self, edit, HV_NONE,
            g_strdup_printf (hv_own_ntext ("%u volunteer is added.", "%u volunteers are added.", n), n), then);
}

/* Whether something stands in the step that is not saved yet. */
static bool
has_more (HvFirstRun *self)
{
  switch (self->at)
    {
    case HV_FIRST_RUN_HOUSE:
      return hv_first_house_is_named (self->house) && hv_first_house_is_changed (self->house);
    case HV_FIRST_RUN_VOLUNTEERS:
      return !hv_names_form_is_empty (self->names);
    case HV_FIRST_RUN_WEEK:
    default:
      return false;
    }
}

/* Saves what stands in the step, and then goes on; where it cannot be saved, it stays
 * and says why. */
static void
save (HvFirstRun *self, void (*then) (HvFirstRun *self))
{
  if (self->saving)
    return;
  if (!has_more (self))
    then (self);
  else if (self->at == HV_FIRST_RUN_HOUSE)
    save_house (self, then);
  else
    save_names (self, then);
}

/* --- going on --- */

static void
finish (HvFirstRun *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_forward (HvFirstRun *self)
{
  go_to (self, self->at + 1);
}

static void
go_back (HvFirstRun *self)
{
  go_to (self, self->at - 1);
}

static void
begin_house (HvFirstRun *self)
{
  hv_first_house_begin (self->house, get_roster (self));
  go_to (self, HV_FIRST_RUN_HOUSE);
}

static void
week_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvFirstRun) self = data;
  g_autoptr (GError) error = NULL;
  bool done = hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error);
  if (self->window == NULL)
    return;
  self->saving = false;
  if (!done)
    {
      hv_window_say (self->window, error->message, false);
      show_next (self);
      return;
    }
  HvWindow *window = self->window;
  HvWeek week = hv_first_week_get_week (self->week);
  g_autofree char *name = hv_format_week (week, hv_week_get_year (hv_workspace_get_this_week (self->workspace)),
                                          hv_text_get_own_language ());
  /* TRANSLATORS: %s is "Week 19" */
  g_autofree char *said = g_strdup_printf (_ ("%s is made"), name);
  finish (self);
  hv_window_show_week (window, week);
  hv_window_say (window, said, true);
}

static void
make_week (HvFirstRun *self)
{
  HvEdit *edit = hv_first_week_make_edit (self->week);
  if (edit == NULL || self->saving)
    {
      g_clear_pointer (&edit, hv_edit_free);
      return;
    }
  self->saving = true;
  show_next (self);
  hv_workspace_commit_async (self->workspace, edit, week_made_cb, g_object_ref (self));
}

/* --- actions --- */

/* A house without a name is the one thing that cannot be passed over. */
static void
next_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvFirstRun *self = HV_FIRST_RUN (widget);
  if (self->at == HV_FIRST_RUN_WEEK)
    make_week (self);
  else if (self->at == HV_FIRST_RUN_HOUSE && !hv_first_house_is_named (self->house))
    save_house (self, go_forward);
  else
    save (self, go_forward);
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvFirstRun *self = HV_FIRST_RUN (widget);
  if (self->at == HV_FIRST_RUN_HOUSE)
    gtk_window_close (GTK_WINDOW (self));
  else
    save (self, go_back);
}

static void
another_house_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (HV_FIRST_RUN (widget), begin_house);
}

static void
import_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_import_dialog_ask (GTK_WINDOW (widget));
}

static void
example_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvFirstRun *self = HV_FIRST_RUN (widget);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "app.open-example", NULL);
  finish (self);
}

/* Leaving saves what stands there. What cannot be saved is kept, and so is the window. */
static gboolean
hv_first_run_close_request (GtkWindow *window)
{
  HvFirstRun *self = HV_FIRST_RUN (window);
  if (self->saving)
    return TRUE;
  if (!has_more (self))
    return GTK_WINDOW_CLASS (hv_first_run_parent_class)->close_request (window);
  save (self, finish);
  if (!self->saving)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return TRUE;
}

/* --- the workspace --- */

/* People came in by the spreadsheet, or from another computer. */
static void
workspace_changed_cb (HvFirstRun *self)
{
  show_people (self);
  show_foot (self);
  if (self->at == HV_FIRST_RUN_VOLUNTEERS && !self->saving)
    hv_names_form_show (self->names, get_roster (self));
}

/* Another file is open now. */
static void
workspace_opened_cb (HvFirstRun *self)
{
  finish (self);
}

/* --- life --- */

static void
hv_first_run_dispose (GObject *object)
{
  HvFirstRun *self = HV_FIRST_RUN (object);
  self->window = NULL;
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_FIRST_RUN);
  G_OBJECT_CLASS (hv_first_run_parent_class)->dispose (object);
}

static void
hv_first_run_class_init (HvFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_first_run_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hv_first_run_close_request;
  g_type_ensure (HV_TYPE_FIRST_HOUSE);
  g_type_ensure (HV_TYPE_FIRST_WEEK);
  g_type_ensure (HV_TYPE_NAMES_FORM);
  gtk_widget_class_install_action (widget_class, "first-run.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "first-run.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "first-run.another-house", NULL, another_house_activated);
  gtk_widget_class_install_action (widget_class, "first-run.import", NULL, import_activated);
  gtk_widget_class_install_action (widget_class, "first-run.example", NULL, example_activated);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, steps);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, step);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, next);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, scroller);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, stack);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, house);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, people);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, names);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, week);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, foot_icon);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, foot_text);
  gtk_widget_class_bind_template_child (widget_class, HvFirstRun, foot_button);
}

static void
add_step (HvFirstRun *self, int i)
{
  if (i > 0)
    gtk_box_append (self->steps, g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_autofree char *text = g_strdup_printf ("%d. %s", i + 1, _ (step_table[i].name));
  self->step_labels[i] = gtk_label_new (text);
  gtk_box_append (self->steps, self->step_labels[i]);
}

static void
hv_first_run_init (HvFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_STEPS; i++)
    add_step (self, i);
  g_signal_connect_swapped (self->week, "changed", G_CALLBACK (show_next), self);
}

static HvFirstRun *
make (HvWindow *window)
{
  HvFirstRun *self = g_object_new (HV_TYPE_FIRST_RUN, "transient-for", window, NULL);
  self->window = window;
  self->workspace = g_object_ref (hv_window_get_workspace (window));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "workspace-changed", G_CALLBACK (workspace_opened_cb), self, G_CONNECT_SWAPPED);
  begin_house (self);
  return self;
}

static HvFirstRun *
find_kept (HvWindow *window)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);
      if (HV_IS_FIRST_RUN (other) && HV_FIRST_RUN (other)->window == window)
        return HV_FIRST_RUN (other);
    }
  return NULL;
}

HvFirstRun *
hv_first_run_open (HvWindow *window)
{
  g_return_val_if_fail (HV_IS_WINDOW (window), NULL);
  HvFirstRun *self = find_kept (window);
  if (self == NULL)
    self = make (window);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
