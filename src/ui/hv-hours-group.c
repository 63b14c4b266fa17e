/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-hours-group.h"

#include "hv-format.h"
#include "hv-plain-row.h"
#include "hv-style-class.h"
#include "hv-time-entry.h"
#include "hv-ui-text.h"

/* Two intervals a day are enough for every house that was asked. */
#define MOST_INTERVALS 2

typedef struct
{
  GtkWidget *box;
  GtkWidget *start; /* HvTimeEntry */
  GtkWidget *end;
} Interval;

typedef struct
{
  GtkWidget *row;  /* AdwActionRow */
  GtkWidget *open; /* GtkSwitch */
  GtkWidget *more; /* a second interval */
  Interval intervals[MOST_INTERVALS];
  char *mistake; /* owned, or NULL */
} DayRow;

struct _HvHoursGroup
{
  AdwPreferencesGroup parent_instance;

  DayRow days[7];
  HvId house;   /* that is shown */
  bool showing; /* values are being set, not edited */
};

G_DEFINE_FINAL_TYPE (HvHoursGroup, hv_hours_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define USUAL_START (10 * 60)
#define USUAL_END (13 * 60)

static void
emit_edited (HvHoursGroup *self, GtkWidget *widget)
{
  if (self->showing)
    return;
  int weekday = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "weekday"));
  g_signal_emit (self, signals[EDITED], 0, weekday);
}

static void
entry_edited_cb (GtkWidget *entry, HvHoursGroup *self)
{
  emit_edited (self, entry);
}

static void
show_subtitle (DayRow *day)
{
  bool open = gtk_widget_get_visible (day->intervals[0].box);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (day->row), day->mistake != NULL ? day->mistake
                                                          : open               ? ""
                                                                               : _ ("Closed"));
  hv_style_class_set (day->row, "error", day->mistake != NULL);
}

static void
show_intervals (DayRow *day, gsize n)
{
  for (gsize i = 0; i < MOST_INTERVALS; i++)
    gtk_widget_set_visible (day->intervals[i].box, i < n);
  gtk_widget_set_visible (day->more, n > 0 && n < MOST_INTERVALS);
  show_subtitle (day);
}

static void
switched_cb (GtkWidget *widget, GParamSpec *pspec, HvHoursGroup *self)
{
  if (self->showing)
    return;
  int weekday = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "weekday"));
  DayRow *day = &self->days[weekday - 1];
  bool open = gtk_switch_get_active (GTK_SWITCH (widget));
  if (open)
    {
      hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[0].start), USUAL_START);
      hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[0].end), USUAL_END);
    }
  show_intervals (day, open ? 1 : 0);
  emit_edited (self, widget);
}

static void
more_clicked_cb (GtkWidget *button, HvHoursGroup *self)
{
  int weekday = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "weekday"));
  DayRow *day = &self->days[weekday - 1];
  int end = USUAL_END;
  hv_time_entry_get_minutes (HV_TIME_ENTRY (day->intervals[0].end), &end);
  hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[1].start), MIN (end + 60, 22 * 60));
  hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[1].end), MIN (end + 180, 24 * 60));
  show_intervals (day, 2);
  emit_edited (self, button);
}

GArray *
hv_hours_group_get_times (HvHoursGroup *self, int weekday)
{
  g_return_val_if_fail (HV_IS_HOURS_GROUP (self) && weekday >= 1 && weekday <= 7, NULL);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (HvTimes));
  const DayRow *day = &self->days[weekday - 1];
  for (gsize i = 0; i < MOST_INTERVALS; i++)
    {
      HvTimes read;
      if (!gtk_widget_get_visible (day->intervals[i].box)
          || !hv_time_entry_get_span (HV_TIME_ENTRY (day->intervals[i].start), HV_TIME_ENTRY (day->intervals[i].end),
                                      &read.start, &read.end))
        continue;
      g_array_append_val (times, read);
    }
  return times;
}

void
hv_hours_group_set_mistake (HvHoursGroup *self, int weekday, const char *sentence)
{
  g_return_if_fail (HV_IS_HOURS_GROUP (self) && weekday >= 1 && weekday <= 7);
  DayRow *day = &self->days[weekday - 1];
  g_free (day->mistake);
  day->mistake = g_strdup (sentence);
  show_subtitle (day);
}

const char *
hv_hours_group_get_mistake (HvHoursGroup *self, int weekday)
{
  g_return_val_if_fail (HV_IS_HOURS_GROUP (self) && weekday >= 1 && weekday <= 7, NULL);
  return self->days[weekday - 1].mistake;
}

void
hv_hours_group_type (HvHoursGroup *self, int weekday, int n, int start, int end)
{
  g_return_if_fail (HV_IS_HOURS_GROUP (self) && weekday >= 1 && weekday <= 7 && n < MOST_INTERVALS);
  DayRow *day = &self->days[weekday - 1];
  self->showing = true;
  gtk_switch_set_active (GTK_SWITCH (day->open), TRUE);
  self->showing = false;
  hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[n].start), start);
  hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[n].end), end);
  show_intervals (day, (gsize)n + 1);
  emit_edited (self, day->open);
}

void
hv_hours_group_show (HvHoursGroup *self, const HvRoster *roster, HvId house, HvWeek week)
{
  g_return_if_fail (HV_IS_HOURS_GROUP (self));
  self->showing = true;
  for (int weekday = 1; weekday <= 7 && house != self->house; weekday++)
    hv_hours_group_set_mistake (self, weekday, NULL);
  self->house = house;
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      DayRow *day = &self->days[weekday - 1];
      g_autoptr (GPtrArray) hours = hv_house_edit_list_hours (roster, house, weekday, week);
      gsize n = MIN (hours->len, MOST_INTERVALS);
      if (day->mistake != NULL)
        continue;
      for (gsize i = 0; i < n; i++)
        {
          const HvHours *record = g_ptr_array_index (hours, i);
          hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[i].start), (int)record->start);
          hv_time_entry_set_minutes (HV_TIME_ENTRY (day->intervals[i].end), (int)record->end % HV_MINUTES_PER_DAY);
        }
      gtk_switch_set_active (GTK_SWITCH (day->open), n > 0);
      show_intervals (day, n);
    }
  self->showing = false;
}

/* --- life --- */

static void
mark_weekday (GtkWidget *widget, int weekday)
{
  g_object_set_data (G_OBJECT (widget), "weekday", GINT_TO_POINTER (weekday));
}

static GtkWidget *
make_entry (HvHoursGroup *self, int weekday, const char *name)
{
  GtkWidget *entry = hv_time_entry_new (name);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  mark_weekday (entry, weekday);
  g_signal_connect (entry, "edited", G_CALLBACK (entry_edited_cb), self);
  return entry;
}

static void
make_interval (HvHoursGroup *self, DayRow *day, gsize n, int weekday, const char *name)
{
  Interval *interval = &day->intervals[n];
  g_autofree char *opens = g_strdup_printf (_ ("%s, opens"), name);
  g_autofree char *closes = g_strdup_printf (_ ("%s, closes"), name);
  interval->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  interval->start = make_entry (self, weekday, opens);
  interval->end = make_entry (self, weekday, closes);
  gtk_box_append (GTK_BOX (interval->box), interval->start);
  /* TRANSLATORS: between two times: 13.00 to 16.00 */
  gtk_box_append (GTK_BOX (interval->box), gtk_label_new (_ ("to")));
  gtk_box_append (GTK_BOX (interval->box), interval->end);
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->row), interval->box);
}

static void
make_day (HvHoursGroup *self, int weekday)
{
  DayRow *day = &self->days[weekday - 1];
  const char *weekday_name = hv_format_weekday (weekday, hv_text_get_own_language ());
  g_autofree char *first = g_utf8_substring (weekday_name, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  g_autofree char *name = g_strconcat (upper, g_utf8_next_char (weekday_name), NULL);
  day->row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (day->row, name, NULL);
  for (gsize i = 0; i < MOST_INTERVALS; i++)
    make_interval (self, day, i, weekday, name);

  day->more = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *more = g_strdup_printf (_ ("%s: a second time"), name);
  gtk_widget_add_css_class (day->more, "flat");
  gtk_widget_set_valign (day->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (day->more, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  mark_weekday (day->more, weekday);
  g_signal_connect (day->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->row), day->more);

  g_autofree char *open = g_strdup_printf (_ ("%s: open"), name);
  day->open = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->open), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
  mark_weekday (day->open, weekday);
  g_signal_connect (day->open, "notify::active", G_CALLBACK (switched_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->row), day->open);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), day->row);
}

static void
hv_hours_group_finalize (GObject *object)
{
  for (int i = 0; i < 7; i++)
    g_free (HV_HOURS_GROUP (object)->days[i].mistake);
  G_OBJECT_CLASS (hv_hours_group_parent_class)->finalize (object);
}

static void
hv_hours_group_class_init (HvHoursGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_hours_group_finalize;
  signals[EDITED] =
      g_signal_new ("edited", HV_TYPE_HOURS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hv_hours_group_init (HvHoursGroup *self)
{
  self->house = HV_NONE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Opening hours"));
  for (int weekday = 1; weekday <= 7; weekday++)
    make_day (self, weekday);
}

GtkWidget *
hv_hours_group_new (void)
{
  return g_object_new (HV_TYPE_HOURS_GROUP, NULL);
}
