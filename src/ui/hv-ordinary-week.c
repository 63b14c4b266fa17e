/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-ordinary-week.h"

#include "hv-format.h"
#include "hv-full-text.h"
#include "hv-offer-legend.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"

#define WEEKS_AHEAD 26
#define LAST_HOUR 19

/* How long saving is waited for before painting again saves at once. */
#define PATIENCE (3 * G_USEC_PER_SEC)

struct _HvOrdinaryWeek
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkWidget *unsaid;
  HvAvailabilityGrid *grid;
  HvOfferLegend *legend;
  GtkLabel *hint;
  GtkLabel *valid;
  GtkPopover *weeks_popover;
  GtkDropDown *from;
  GtkCheckButton *every;
  GtkCheckButton *even;
  GtkCheckButton *odd;
  GtkWidget *forget;
  GtkLabel *notice;

  HvRoster *roster;    /* owned; NULL before the first */
  GSettings *settings; /* owned */
  HvId volunteer;
  HvWeek this_week;
  HvWeek week; /* from which on it counts */
  HvRepeat repeat;
  bool choosing;       /* the menu is being set, not chosen from */
  gint64 saving_since; /* 0: nothing is being saved */
  bool painted;        /* again, while saving */
};

G_DEFINE_FINAL_TYPE (HvOrdinaryWeek, hv_ordinary_week, GTK_TYPE_WIDGET)

/* --- what is shown --- */

/* From the hour of the preferences on, and whenever any house is open. */
static void
set_hours (HvOrdinaryWeek *self)
{
  const GPtrArray *hours = hv_roster_list (self->roster, HV_KIND_HOURS);
  int first = g_settings_get_int (self->settings, "first-hour");
  int last = LAST_HOUR;
  for (guint i = 0; i < hours->len; i++)
    {
      const HvHours *span = g_ptr_array_index (hours, i);
      first = MIN (first, (int)span->start / 60);
      last = MAX (last, (int)(span->end + 59) / 60);
    }
  hv_availability_grid_set_hours (self->grid, first, last);
}

static char *
format_valid_from (const char *week, HvRepeat repeat)
{
  switch (repeat)
    {
    case HV_REPEAT_EVEN:
      return g_strdup_printf (_ ("Valid from %s, even weeks"), week);
    case HV_REPEAT_ODD:
      return g_strdup_printf (_ ("Valid from %s, odd weeks"), week);
    default:
      /* TRANSLATORS: what is painted counts from a week on; %s is “week 19” */
      return g_strdup_printf (_ ("Valid from %s, every week"), week);
    }
}

static void
show_weeks (HvOrdinaryWeek *self)
{
  int this_year = hv_week_get_year (self->this_week);
  g_autofree char *weeks = hv_format_weeks (&self->week, 1, this_year, hv_text_get_own_language ());
  g_autofree char *text = format_valid_from (weeks, self->repeat);
  gtk_label_set_text (self->valid, text);

  self->choosing = true;
  int ahead = (self->week.monday - self->this_week.monday) / 7;
  gtk_drop_down_set_selected (self->from, ahead >= 0 && ahead < WEEKS_AHEAD ? (guint)ahead : GTK_INVALID_LIST_POSITION);
  gtk_check_button_set_active (self->repeat == HV_REPEAT_EVEN  ? self->even
                               : self->repeat == HV_REPEAT_ODD ? self->odd
                                                               : self->every,
                               TRUE);
  self->choosing = false;
}

/* Where week 53 and week 1 follow each other, both odd, within the year to come. */
static void
show_notice (HvOrdinaryWeek *self)
{
  HvRecurrence recurrence = { .weekday = 1, .repeat = self->repeat, .from = HV_NONE, .until = HV_NONE };
  HvDay from = self->week.monday;
  bool meets = hv_recurrence_meets_week_53 (&recurrence, from, from + 371);
  gtk_label_set_text (self->notice, _ ("Weeks 53 and 1 follow each other and are both odd: odd weeks come twice in a "
                                       "row there, and even weeks pause for two."));
  gtk_widget_set_visible (GTK_WIDGET (self->notice), meets);
}

static void
show_grid (HvOrdinaryWeek *self)
{
  bool said;
  g_autoptr (GArray) spans = hv_week_pattern_find (self->roster, self->volunteer, self->week, self->repeat, &said);
  hv_availability_grid_set_spans (self->grid, (const HvOfferSpan *)spans->data, spans->len);
  gtk_widget_set_visible (self->unsaid, !said);
  gtk_widget_set_sensitive (self->forget, said);
}

static void
show (HvOrdinaryWeek *self)
{
  show_weeks (self);
  show_notice (self);
  show_grid (self);
}

static void
list_weeks (HvOrdinaryWeek *self)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  for (int i = 0; i < WEEKS_AHEAD; i++)
    {
      HvWeek week = hv_week_add (self->this_week, i);
      g_autofree char *name = hv_format_week (week, hv_week_get_year (self->this_week), language);
      g_autofree char *range = hv_format_day_range (week.monday, week.monday + 6, language);
      g_autofree char *text = g_strdup_printf ("%s · %s", name, range);
      gtk_string_list_append (list, text);
    }
  self->choosing = true;
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (list));
  self->choosing = false;
}

/* --- saving --- */

static void
save (HvOrdinaryWeek *self)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (self->roster, self->volunteer);
  g_autoptr (GArray) spans = hv_availability_grid_dup_spans (self->grid);
  if (volunteer == NULL)
    return;
  HvEdit *edit = hv_week_pattern_replace (self->roster, volunteer, self->week, self->repeat,
                                          (const HvOfferSpan *)spans->data, spans->len, hv_volunteer_step_source ());
  self->painted = false;
  self->saving_since = hv_edit_is_empty (edit) ? 0 : g_get_monotonic_time ();
  hv_volunteer_step (GTK_WIDGET (self), edit,
                     g_strdup_printf (_ ("The ordinary week of %s is changed."), volunteer->name));
}

/* The roster it would be computed from is about to be another. */
static bool
is_saving (HvOrdinaryWeek *self)
{
  return self->saving_since != 0 && g_get_monotonic_time () - self->saving_since < PATIENCE;
}

static void
painted_cb (HvOrdinaryWeek *self)
{
  if (is_saving (self))
    self->painted = true;
  else
    save (self);
}

static void
forget_cb (HvOrdinaryWeek *self)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (self->roster, self->volunteer);
  gtk_popover_popdown (self->weeks_popover);
  if (volunteer == NULL || is_saving (self))
    return;
  hv_volunteer_step (GTK_WIDGET (self),
                     hv_week_pattern_forget (self->roster, volunteer, self->week, hv_volunteer_step_source ()),
                     g_strdup_printf (_ ("%s has to be asked when."), volunteer->name));
}

/* --- for which weeks --- */

void
hv_ordinary_week_choose (HvOrdinaryWeek *self, HvWeek from, HvRepeat repeat)
{
  g_return_if_fail (HV_IS_ORDINARY_WEEK (self) && self->roster != NULL);
  self->week = from;
  self->repeat = repeat;
  show (self);
}

static void
from_chosen_cb (HvOrdinaryWeek *self)
{
  guint ahead = gtk_drop_down_get_selected (self->from);
  if (!self->choosing && ahead != GTK_INVALID_LIST_POSITION)
    hv_ordinary_week_choose (self, hv_week_add (self->this_week, (int)ahead), self->repeat);
}

static void
repeat_chosen_cb (HvOrdinaryWeek *self, GtkCheckButton *button)
{
  if (self->choosing || !gtk_check_button_get_active (button))
    return;
  hv_ordinary_week_choose (self, self->week,
                           button == self->even  ? HV_REPEAT_EVEN
                           : button == self->odd ? HV_REPEAT_ODD
                                                 : HV_REPEAT_EVERY);
}

/* --- public --- */

static void
take_roster (HvOrdinaryWeek *self, const HvRoster *roster)
{
  HvRoster *before = self->roster;
  self->roster = hv_roster_ref (roster);
  if (before != NULL)
    hv_roster_unref (before);
}

void
hv_ordinary_week_show (HvOrdinaryWeek *self, const HvRoster *roster, HvId volunteer, HvWeek this_week)
{
  g_return_if_fail (HV_IS_ORDINARY_WEEK (self));
  bool same = self->volunteer == volunteer && self->roster != NULL;
  bool same_week = hv_week_compare (self->this_week, this_week) == 0;
  take_roster (self, roster);
  self->volunteer = volunteer;
  self->saving_since = 0;
  set_hours (self);
  if (!same || !same_week)
    {
      self->this_week = self->week = this_week;
      self->repeat = hv_week_pattern_find_repeat (roster, volunteer, this_week);
      self->painted = false;
      list_weeks (self);
    }
  if (self->painted)
    save (self);
  else
    show (self);
}

GtkWidget *
hv_ordinary_week_new (void)
{
  return g_object_new (HV_TYPE_ORDINARY_WEEK, NULL);
}

/* --- life --- */

static void
hv_ordinary_week_dispose (GObject *object)
{
  HvOrdinaryWeek *self = HV_ORDINARY_WEEK (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_ORDINARY_WEEK);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hv_ordinary_week_parent_class)->dispose (object);
}

static void
hv_ordinary_week_class_init (HvOrdinaryWeekClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_ordinary_week_dispose;
  g_type_ensure (HV_TYPE_AVAILABILITY_GRID);
  g_type_ensure (HV_TYPE_OFFER_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-ordinary-week.ui");
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, box);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, unsaid);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, grid);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, legend);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, hint);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, valid);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, weeks_popover);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, from);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, every);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, even);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, odd);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, forget);
  gtk_widget_class_bind_template_child (widget_class, HvOrdinaryWeek, notice);
}

static void
hv_ordinary_week_init (HvOrdinaryWeek *self)
{
  self->settings = g_settings_new ("io.github.husvagt.Husvagt");
  self->volunteer = HV_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  hv_full_text_offer (self->hint);
  g_signal_connect_swapped (self->grid, "changed", G_CALLBACK (painted_cb), self);
  g_signal_connect_swapped (self->from, "notify::selected", G_CALLBACK (from_chosen_cb), self);
  g_signal_connect_swapped (self->every, "toggled", G_CALLBACK (repeat_chosen_cb), self);
  g_signal_connect_swapped (self->even, "toggled", G_CALLBACK (repeat_chosen_cb), self);
  g_signal_connect_swapped (self->odd, "toggled", G_CALLBACK (repeat_chosen_cb), self);
  g_signal_connect_swapped (self->forget, "clicked", G_CALLBACK (forget_cb), self);
}
