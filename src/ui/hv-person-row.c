/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-row.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-format.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-week-columns.h"

#include <string.h>

#define LEAST_HEIGHT 36
#define INSET 8   /* before the name */
#define BESIDE 4  /* around a duty */
#define BETWEEN 3 /* two duties of a day */

struct _HvPersonRow
{
  GtkWidget parent_instance;

  GtkWidget *name;  /* child */
  GPtrArray *cells; /* HvDutyCell children */
  HvId volunteer;
  bool narrow[7];
};

G_DEFINE_FINAL_TYPE (HvPersonRow, hv_person_row, GTK_TYPE_WIDGET)

enum
{
  CELL_ACTIVATED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- layout: the duties of a day one below the other --- */

static void
hv_person_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  HvPersonRow *self = HV_PERSON_ROW (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = hv_week_columns_measure (widget, self->narrow);
      return;
    }
  int days[7] = { 0 };
  int height = MAX (LEAST_HEIGHT, hv_child_get_height (self->name, -1));
  for (guint i = 0; i < self->cells->len; i++)
    {
      int day = hv_duty_cell_get_day (g_ptr_array_index (self->cells, i));
      days[day] += hv_child_get_height (g_ptr_array_index (self->cells, i), -1) + BETWEEN;
      height = MAX (height, days[day] - BETWEEN + 2 * BESIDE);
    }
  *minimum = *natural = height;
}

static void
hv_person_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvPersonRow *self = HV_PERSON_ROW (widget);
  HvWeekColumns columns = hv_week_columns_new (widget, self->narrow, width);
  int days[7] = { BESIDE, BESIDE, BESIDE, BESIDE, BESIDE, BESIDE, BESIDE };
  hv_child_allocate (self->name, INSET, 0, columns.x[0] - 2 * INSET, height);
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      int day = hv_duty_cell_get_day (HV_DUTY_CELL (cell));
      int cell_height = hv_child_get_height (cell, -1);
      hv_child_allocate (cell, columns.x[day] + BESIDE, days[day], columns.x[day + 1] - columns.x[day] - 2 * BESIDE,
                         cell_height);
      days[day] += cell_height + BETWEEN;
    }
}

static void
hv_person_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvPersonRow *self = HV_PERSON_ROW (widget);
  GdkRGBA color = hv_widget_get_color (widget, "borders");
  HvWeekColumns columns = hv_week_columns_new (widget, self->narrow, gtk_widget_get_width (widget));
  float height = (float)gtk_widget_get_height (widget);
  for (int day = 0; day < 7; day++)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT ((float)columns.x[day] - 1, 0, 1, height));
  GTK_WIDGET_CLASS (hv_person_row_parent_class)->snapshot (widget, snapshot);
}

/* --- what it shows --- */

static void
cell_activated_cb (HvDutyCell *cell, HvPersonRow *self)
{
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, cell);
}

/* As many cells as duties; those that are there are used again. */
static void
set_n_cells (HvPersonRow *self, guint n)
{
  while (self->cells->len > n)
    {
      gtk_widget_unparent (g_ptr_array_index (self->cells, self->cells->len - 1));
      g_ptr_array_set_size (self->cells, (int)self->cells->len - 1);
    }
  while (self->cells->len < n)
    {
      GtkWidget *cell = hv_duty_cell_new ();
      g_signal_connect (cell, "activated", G_CALLBACK (cell_activated_cb), self);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

static char *
say_person (const HvPersonWeek *person, guint n, HvWeek week)
{
  g_autofree char *name = hv_format_in_week (week, hv_text_get_own_language ());
  if (n == 0)
    /* TRANSLATORS: person; the week as inside a sentence: "no shifts in week 19". Read aloud. */
    return g_strdup_printf (_ ("%s: no shifts %s"), person->name, name);
  /* TRANSLATORS: person; number; the week as inside a sentence: "in week 19". Read aloud. */
  return g_strdup_printf (hv_own_ntext ("%s: %u shift %s", "%s: %u shifts %s", n), person->name, n, name);
}

static guint
count_duties (const HvPersonWeek *person)
{
  guint n = 0;
  for (guint i = 0; person->duties != NULL && i < person->duties->len; i++)
    n += !g_array_index (person->duties, HvPersonDuty, i).continued;
  return n;
}

void
hv_person_row_show (HvPersonRow *self, const HvPersonWeek *person, HvWeek week, const bool *narrow)
{
  g_return_if_fail (HV_IS_PERSON_ROW (self));
  guint n = person == NULL || person->duties == NULL ? 0 : person->duties->len;
  set_n_cells (self, n);
  self->volunteer = person == NULL ? HV_NONE : person->volunteer;
  if (person == NULL)
    return;
  for (guint i = 0; i < n; i++)
    hv_duty_cell_show (g_ptr_array_index (self->cells, i), &g_array_index (person->duties, HvPersonDuty, i));
  memcpy (self->narrow, narrow, sizeof self->narrow);
  g_autofree char *said = say_person (person, count_duties (person), week);
  gtk_label_set_text (GTK_LABEL (self->name), person->name);
  gtk_widget_set_tooltip_text (self->name, person->name);
  hv_style_class_set (self->name, "hv-secondary", n == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

HvId
hv_person_row_get_volunteer (HvPersonRow *self)
{
  g_return_val_if_fail (HV_IS_PERSON_ROW (self), HV_NONE);
  return self->volunteer;
}

guint
hv_person_row_get_n_cells (HvPersonRow *self)
{
  g_return_val_if_fail (HV_IS_PERSON_ROW (self), 0);
  return self->cells->len;
}

HvDutyCell *
hv_person_row_get_cell (HvPersonRow *self, guint n)
{
  g_return_val_if_fail (HV_IS_PERSON_ROW (self) && n < self->cells->len, NULL);
  return g_ptr_array_index (self->cells, n);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, HvPersonRow *self)
{
  HvWeekColumns columns =
      hv_week_columns_new (GTK_WIDGET (self), self->narrow, gtk_widget_get_width (GTK_WIDGET (self)));
  if (x < columns.x[0] && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* --- life --- */

static void
hv_person_row_dispose (GObject *object)
{
  HvPersonRow *self = HV_PERSON_ROW (object);
  set_n_cells (self, 0);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_person_row_parent_class)->dispose (object);
}

static void
hv_person_row_finalize (GObject *object)
{
  g_ptr_array_unref (HV_PERSON_ROW (object)->cells);
  G_OBJECT_CLASS (hv_person_row_parent_class)->finalize (object);
}

static void
hv_person_row_class_init (HvPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_person_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_person_row_finalize;
  widget_class->measure = hv_person_row_measure;
  widget_class->size_allocate = hv_person_row_size_allocate;
  widget_class->snapshot = hv_person_row_snapshot;
  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", HV_TYPE_PERSON_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, HV_TYPE_DUTY_CELL);
  signals[ACTIVATED] =
      g_signal_new ("activated", HV_TYPE_PERSON_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  gtk_widget_class_set_css_name (widget_class, "personrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hv_person_row_init (HvPersonRow *self)
{
  self->cells = g_ptr_array_new ();
  self->volunteer = HV_NONE;
  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
hv_person_row_new (void)
{
  return g_object_new (HV_TYPE_PERSON_ROW, NULL);
}
