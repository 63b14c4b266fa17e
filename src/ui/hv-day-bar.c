/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day-bar.h"

#include "hv-format.h"
#include "hv-state-label.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

typedef struct
{
  GtkWidget *button; /* child */
  GtkWidget *name;
  GtkWidget *state;
  bool open;
} Day;

struct _HvDayBar
{
  GtkWidget parent_instance;

  Day days[7];
  int weekday;
  bool setting; /* the buttons are being set, not pressed */
};

G_DEFINE_FINAL_TYPE (HvDayBar, hv_day_bar, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what it shows --- */

static void
show_day (Day *day, HvDay date, const HvRoster *roster, const HvOutlook *outlook, const GPtrArray *openings)
{
  HvLanguage language = hv_text_get_own_language ();
  day->open = false;
  for (guint i = 0; i < openings->len; i++)
    day->open |= ((const HvOpening *)g_ptr_array_index (openings, i))->closed == NULL;
  hv_state_label_show (HV_STATE_LABEL (day->state), roster, outlook, openings);
  g_autofree char *column = hv_format_day_column (date, language);
  g_autoptr (GString) name = g_string_new (column);
  g_string_replace (name, "\u00a0", " ", 0); /* may stand in two lines here */
  g_autofree char *whole = hv_format_day (date, language);
  g_autofree char *said = g_strdup_printf ("%s: %s", whole, hv_state_label_get_words (HV_STATE_LABEL (day->state)));
  gtk_label_set_text (GTK_LABEL (day->name), name->str);
  gtk_widget_set_tooltip_text (day->button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  hv_style_class_set (day->name, "heading", day->open);
}

void
hv_day_bar_show (HvDayBar *self, const HvRoster *roster, const HvOutlook *outlook, HvId house, HvWeek week)
{
  g_return_if_fail (HV_IS_DAY_BAR (self));
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, house);
  for (int day = 0; day < 7; day++)
    {
      g_autoptr (GPtrArray) of_day = g_ptr_array_new ();
      for (guint i = 0; i < openings->len; i++)
        if (hv_opening_get_day (g_ptr_array_index (openings, i)) == week.monday + day)
          g_ptr_array_add (of_day, g_ptr_array_index (openings, i));
      show_day (&self->days[day], week.monday + day, roster, outlook, of_day);
    }
}

bool
hv_day_bar_is_open (HvDayBar *self, int weekday)
{
  g_return_val_if_fail (HV_IS_DAY_BAR (self) && weekday >= 1 && weekday <= 7, false);
  return self->days[weekday - 1].open;
}

/* --- choosing --- */

int
hv_day_bar_get_weekday (HvDayBar *self)
{
  g_return_val_if_fail (HV_IS_DAY_BAR (self), 1);
  return self->weekday;
}

void
hv_day_bar_set_weekday (HvDayBar *self, int weekday)
{
  g_return_if_fail (HV_IS_DAY_BAR (self) && weekday >= 1 && weekday <= 7);
  self->weekday = weekday;
  self->setting = true;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[weekday - 1].button), TRUE);
  self->setting = false;
}

static void
toggled_cb (GtkToggleButton *button, HvDayBar *self)
{
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;
  for (int day = 0; day < 7; day++)
    if (self->days[day].button == GTK_WIDGET (button))
      self->weekday = day + 1;
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* --- life --- */

static void
hv_day_bar_dispose (GObject *object)
{
  HvDayBar *self = HV_DAY_BAR (object);
  for (int day = 0; day < 7; day++)
    g_clear_pointer (&self->days[day].button, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_day_bar_parent_class)->dispose (object);
}

static void
hv_day_bar_class_init (HvDayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_day_bar_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", HV_TYPE_DAY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "daybar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_day (HvDayBar *self, Day *day)
{
  day->name = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD, "natural-wrap-mode",
                            GTK_NATURAL_WRAP_NONE, "justify", GTK_JUSTIFY_CENTER, NULL);
  day->state = hv_state_label_new ();
  gtk_widget_set_halign (day->state, GTK_ALIGN_CENTER);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), day->name);
  gtk_box_append (GTK_BOX (box), day->state);
  day->button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child", box, "hexpand", TRUE, "css-classes",
                              (const char *[]){ "flat", NULL }, NULL);
  g_signal_connect (day->button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (day->button, GTK_WIDGET (self));
}

static void
hv_day_bar_init (HvDayBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Days of the week"), -1);
  for (int day = 0; day < 7; day++)
    {
      add_day (self, &self->days[day]);
      if (day > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->days[day].button),
                                     GTK_TOGGLE_BUTTON (self->days[0].button));
    }
  hv_day_bar_set_weekday (self, 1);
}

GtkWidget *
hv_day_bar_new (void)
{
  return g_object_new (HV_TYPE_DAY_BAR, NULL);
}
