/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-open-days.h"

#include "hv-format.h"
#include "hv-time-entry.h"
#include "hv-ui-text.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget *button;
  GtkWidget *mark; /* pressed is not said by colour alone */
  GtkWidget *row;
  GtkWidget *start;
  GtkWidget *end;
  HvTimes times;
} Day;

struct _HvOpenDays
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *list;
  Day days[7];
  bool setting;
};

G_DEFINE_FINAL_TYPE (HvOpenDays, hv_open_days, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static bool
is_open (const Day *day)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (day->button));
}

static void
show_times (Day *day)
{
  hv_time_entry_set_minutes (HV_TIME_ENTRY (day->start), day->times.start);
  hv_time_entry_set_minutes (HV_TIME_ENTRY (day->end), day->times.end % HV_MINUTES_PER_DAY);
}

static void
show_open (HvOpenDays *self)
{
  bool any = false;
  for (int i = 0; i < 7; i++)
    {
      bool open = is_open (&self->days[i]);
      gtk_widget_set_visible (self->days[i].mark, open);
      gtk_widget_set_visible (self->days[i].row, open);
      any = any || open;
    }
  gtk_widget_set_visible (self->list, any);
}

void
hv_open_days_set (HvOpenDays *self, const bool open[7], const HvTimes times[7])
{
  g_return_if_fail (HV_IS_OPEN_DAYS (self));
  self->setting = true;
  for (int i = 0; i < 7; i++)
    {
      Day *day = &self->days[i];
      day->times = times[i];
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (day->button), open[i]);
      show_times (day);
    }
  show_open (self);
  self->setting = false;
}

void
hv_open_days_get (HvOpenDays *self, bool ret_open[7], HvTimes ret_times[7])
{
  g_return_if_fail (HV_IS_OPEN_DAYS (self));
  for (int i = 0; i < 7; i++)
    {
      Day *day = &self->days[i];
      ret_open[i] = is_open (day);
      hv_time_entry_get_span (HV_TIME_ENTRY (day->start), HV_TIME_ENTRY (day->end), &day->times.start, &day->times.end);
      ret_times[i] = day->times;
    }
}

/* --- what somebody does --- */

/* Most houses keep the same hours on every day: another day begins with those of a day
 * that is open. */
static void
toggled_cb (GtkToggleButton *button, HvOpenDays *self)
{
  if (self->setting)
    return;
  int at = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "day"));
  bool open[7];
  HvTimes times[7];
  hv_open_days_get (self, open, times);
  for (int i = 0; i < 7 && open[at]; i++)
    if (i != at && open[i])
      {
        self->days[at].times = times[i];
        show_times (&self->days[at]);
        break;
      }
  show_open (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
edited_cb (HvOpenDays *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- life --- */

static void
make_button (HvOpenDays *self, int i, GtkBox *buttons)
{
  HvLanguage language = hv_text_get_own_language ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->days[i].mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "pixel-size", 12, "visible",
                                     FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (hv_format_weekday_short (i + 1, language));
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), self->days[i].mark);

  GtkWidget *button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "hv-day-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hv_format_weekday (i + 1, language), -1);
  g_object_set_data (G_OBJECT (button), "day", GINT_TO_POINTER (i));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  self->days[i].button = button;
  gtk_box_append (buttons, button);
}

static GtkWidget *
make_entry (HvOpenDays *self, const char *name)
{
  GtkWidget *entry = hv_time_entry_new (name);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (edited_cb), self);
  return entry;
}

static void
make_row (HvOpenDays *self, int i, GtkListBox *list)
{
  Day *day = &self->days[i];
  const char *title = hv_format_weekday (i + 1, hv_text_get_own_language ());
  day->row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "focusable", FALSE, "activatable", FALSE, NULL);
  g_autofree char *opens = g_strdup_printf (_ ("%s, opens"), title);
  g_autofree char *closes = g_strdup_printf (_ ("%s, closes"), title);
  day->start = make_entry (self, opens);
  day->end = make_entry (self, closes);
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->row), day->start);
  /* TRANSLATORS: between two times: 13.00 to 16.00 */
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->row), gtk_label_new (_ ("to")));
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->row), day->end);
  gtk_list_box_append (list, day->row);
}

static void
hv_open_days_dispose (GObject *object)
{
  g_clear_pointer (&HV_OPEN_DAYS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_open_days_parent_class)->dispose (object);
}

static void
hv_open_days_class_init (HvOpenDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_open_days_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", HV_TYPE_OPEN_DAYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hv_open_days_init (HvOpenDays *self)
{
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 2, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Opening hours"), -1);
  for (int i = 0; i < 7; i++)
    {
      make_button (self, i, GTK_BOX (buttons));
      make_row (self, i, GTK_LIST_BOX (self->list));
    }
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
