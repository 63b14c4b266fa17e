/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-first-week.h"

#include "hv-closing.h"
#include "hv-format.h"
#include "hv-generation.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

#include <adwaita.h>

#define WEEKS 4

struct _HvFirstWeek
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  AdwComboRow *weeks;
  AdwPreferencesGroup *openings;
  GtkLabel *number;

  HvRoster *roster; /* owned; of the weeks to choose from; NULL until it is there */
  GPtrArray *rows;  /* owned; lent widgets */
  bool filling;
};

G_DEFINE_FINAL_TYPE (HvFirstWeek, hv_first_week, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HvWeek
get_nth (HvFirstWeek *self, guint n)
{
  return hv_week_add (hv_roster_get_from (self->roster), (int)n);
}

HvWeek
hv_first_week_get_week (HvFirstWeek *self)
{
  g_return_val_if_fail (HV_IS_FIRST_WEEK (self) && self->roster != NULL, (HvWeek){ 0 });
  guint chosen = adw_combo_row_get_selected (self->weeks);
  return get_nth (self, chosen == GTK_INVALID_LIST_POSITION ? 0 : chosen);
}

bool
hv_first_week_is_ready (HvFirstWeek *self)
{
  g_return_val_if_fail (HV_IS_FIRST_WEEK (self), false);
  return self->roster != NULL && self->rows->len > 0;
}

HvEdit *
hv_first_week_make_edit (HvFirstWeek *self)
{
  g_return_val_if_fail (HV_IS_FIRST_WEEK (self), NULL);
  if (self->roster == NULL)
    return NULL;
  g_autoptr (HvGeneration) generation =
      hv_generation_new (self->roster, hv_first_week_get_week (self), 1, hv_store_new_edit_source ());
  return g_steal_pointer (&generation->edit);
}

/* The roster as it will be. */
static HvRoster *
make_after (HvFirstWeek *self, HvWeek week)
{
  g_autoptr (HvGeneration) generation = hv_generation_new (self->roster, week, 1, hv_store_new_edit_source ());
  return hv_roster_apply (self->roster, generation->edit);
}

/* --- what it will hold --- */

/* "Monday 4 May 10:00–13:00 · IT help 5 · Coffee host 1"; adds its places to *ret_places. */
static char *
describe (const HvRoster *roster, const HvOpening *opening, int *ret_places)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *day = hv_format_day (hv_opening_get_day (opening), language);
  g_autofree char *hours = hv_format_hours ((HvSpan){ opening->starts, opening->ends }, language);
  GString *text = g_string_new (NULL);
  g_string_printf (text, "%s %s", day, hours);
  if (opening->closed != NULL)
    {
      g_autofree char *closed = g_strdup_printf (_ ("Closed: %s"), hv_closing_get_reason (opening, language));
      g_string_append_printf (text, " · %s", closed);
      return g_string_free (text, FALSE);
    }
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      const HvRole *role = hv_roster_find_role (roster, shift->role);
      g_string_append_printf (text, " · %s %d", role == NULL ? "" : role->name, (int)shift->minimum);
      *ret_places += (int)shift->minimum;
    }
  return g_string_free (text, FALSE);
}

static void
add_opening (HvFirstWeek *self, const HvRoster *roster, const HvOpening *opening, int *ret_places)
{
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  g_autofree char *subtitle = describe (roster, opening, ret_places);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 1, NULL);
  hv_plain_row_set_texts (row, house == NULL ? "" : house->name, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_preferences_group_add (self->openings, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_openings (HvFirstWeek *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->openings, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  int places = 0;
  HvWeek week = hv_first_week_get_week (self);
  g_autoptr (HvRoster) after = make_after (self, week);
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (after, week, HV_NONE);
  for (guint i = 0; i < openings->len; i++)
    add_opening (self, after, g_ptr_array_index (openings, i), &places);
  g_autofree char *number =
      openings->len == 0 ? g_strdup (_ ("No house is open in this week."))
                         : g_strdup_printf (hv_own_ntext ("%d place to fill. The next gap is always one key away: F8.",
                                                          "%d places to fill. The next gap is always one key away: F8.",
                                                          (gulong)places),
                                            places);
  gtk_label_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->openings), openings->len > 0);
}

static void
chosen_cb (HvFirstWeek *self)
{
  if (self->filling || self->roster == NULL)
    return;
  show_openings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- which week --- */

static guint
find_first (HvFirstWeek *self, HvDay today)
{
  for (guint n = 0; n < WEEKS; n++)
    {
      HvWeek week = get_nth (self, n);
      g_autoptr (HvRoster) after = make_after (self, week);
      g_autoptr (GPtrArray) openings = hv_roster_list_openings (after, week, HV_NONE);
      if (openings->len > 0 && hv_opening_get_day (g_ptr_array_index (openings, 0)) >= today)
        return n;
    }
  return 0;
}

static void
fill_weeks (HvFirstWeek *self, HvDay today)
{
  HvLanguage language = hv_text_get_own_language ();
  int this_year = hv_week_get_year (hv_roster_get_from (self->roster));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint n = 0; n < WEEKS; n++)
    {
      HvWeek week = get_nth (self, n);
      g_autofree char *name = hv_format_week (week, this_year, language);
      g_autofree char *days = hv_format_day_range (week.monday, week.monday + 6, language);
      gtk_string_list_take (names, g_strdup_printf ("%s · %s", name, days));
    }
  self->filling = true;
  adw_combo_row_set_model (self->weeks, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->weeks, find_first (self, today));
  self->filling = false;
}

/* --- looking, on the workspace's thread --- */

static gpointer
load_weeks (HvStore *store, const HvRoster *latest, gpointer from, GError **error)
{
  HvRoster *roster;
  HvWeek first = *(const HvWeek *)from;
  return hv_store_load_roster (store, first, hv_week_add (first, WEEKS - 1), HV_LOAD_PLAIN, &roster, error) ? roster
                                                                                                            : NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvFirstWeek) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  if (self->rows == NULL) /* it was closed meanwhile */
    return;
  if (roster == NULL)
    {
      gtk_label_set_text (self->number, error == NULL ? "" : error->message);
      return;
    }
  g_clear_pointer (&self->roster, hv_roster_unref);
  self->roster = g_steal_pointer (&roster);
  fill_weeks (self, hv_workspace_get_today (HV_WORKSPACE (source)));
  chosen_cb (self);
}

void
hv_first_week_show (HvFirstWeek *self, HvWorkspace *workspace)
{
  g_return_if_fail (HV_IS_FIRST_WEEK (self));
  HvWeek from = hv_workspace_get_this_week (workspace);
  g_clear_pointer (&self->roster, hv_roster_unref);
  hv_workspace_ask_async (workspace, load_weeks, g_memdup2 (&from, sizeof from), g_free,
                          (GDestroyNotify)hv_roster_unref, loaded_cb, g_object_ref (self));
}

/* --- life --- */

static gboolean
hv_first_week_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HV_FIRST_WEEK (widget)->weeks));
}

static void
hv_first_week_dispose (GObject *object)
{
  HvFirstWeek *self = HV_FIRST_WEEK (object);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_FIRST_WEEK);
  G_OBJECT_CLASS (hv_first_week_parent_class)->dispose (object);
}

static void
hv_first_week_class_init (HvFirstWeekClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_first_week_dispose;
  widget_class->grab_focus = hv_first_week_grab_focus;
  signals[CHANGED] =
      g_signal_new ("changed", HV_TYPE_FIRST_WEEK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-first-week.ui");
  gtk_widget_class_bind_template_child (widget_class, HvFirstWeek, box);
  gtk_widget_class_bind_template_child (widget_class, HvFirstWeek, weeks);
  gtk_widget_class_bind_template_child (widget_class, HvFirstWeek, openings);
  gtk_widget_class_bind_template_child (widget_class, HvFirstWeek, number);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
hv_first_week_init (HvFirstWeek *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
