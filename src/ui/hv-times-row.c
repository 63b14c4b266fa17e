/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-times-row.h"

#include "hv-time-entry.h"
#include "hv-ui-text.h"

struct _HvTimesRow
{
  AdwActionRow parent_instance;

  HvTimeEntry *start;
  HvTimeEntry *end;
};

G_DEFINE_FINAL_TYPE (HvTimesRow, hv_times_row, ADW_TYPE_ACTION_ROW)

void
hv_times_row_set (HvTimesRow *self, HvTimes times)
{
  g_return_if_fail (HV_IS_TIMES_ROW (self));
  hv_time_entry_set_minutes (self->start, times.start);
  hv_time_entry_set_minutes (self->end, times.end > HV_MINUTES_PER_DAY ? times.end - HV_MINUTES_PER_DAY : times.end);
}

bool
hv_times_row_get (HvTimesRow *self, HvTimes *ret_times)
{
  g_return_val_if_fail (HV_IS_TIMES_ROW (self), false);
  if (!hv_time_entry_get_minutes (self->start, &ret_times->start)
      || !hv_time_entry_get_minutes (self->end, &ret_times->end))
    return false;
  if (ret_times->end <= ret_times->start && ret_times->start >= HV_MINUTES_PER_DAY / 2)
    ret_times->end += HV_MINUTES_PER_DAY;
  return true;
}

static void
hv_times_row_class_init (HvTimesRowClass *klass)
{
}

static void
hv_times_row_init (HvTimesRow *self)
{
  GtkWidget *dash =
      g_object_new (GTK_TYPE_LABEL, "label", "–", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->start = HV_TIME_ENTRY (hv_time_entry_new (_ ("Begins")));
  self->end = HV_TIME_ENTRY (hv_time_entry_new (_ ("Ends")));
  GtkWidget *const suffixes[] = { GTK_WIDGET (self->start), dash, GTK_WIDGET (self->end) };
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gtk_widget_set_valign (suffixes[i], GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), suffixes[i]);
    }
}

GtkWidget *
hv_times_row_new (const char *title)
{
  return g_object_new (HV_TYPE_TIMES_ROW, "title", title, NULL);
}
