/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-chart.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-coverage-strip.h"
#include "hv-figure-row.h"
#include "hv-outlook-words.h"
#include "hv-ui-text.h"

#include <math.h>

#define INSET 12      /* between the card and what it holds */
#define UNDER_STRIP 8 /* between the strip and the first row */

struct _HvOpeningChart
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *words; /* box: the roles, what the bars are */
  GtkWidget *roles;
  GtkWidget *strip;
  GtkWidget *rows[2]; /* HvFigureRow */

  HvSpan span;
};

G_DEFINE_FINAL_TYPE (HvOpeningChart, hv_opening_chart, GTK_TYPE_WIDGET)

/* --- layout: the strip, then the rows, all on one axis --- */

static GtkSizeRequestMode
hv_opening_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static bool
has_rows (HvOpeningChart *self)
{
  return gtk_widget_get_visible (self->rows[0]);
}

static void
hv_opening_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  HvOpeningChart *self = HV_OPENING_CHART (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 320;
      *natural = 820;
      return;
    }
  int height = INSET + hv_child_get_height (self->strip, -1) + UNDER_STRIP;
  for (int i = 0; i < 2 && has_rows (self); i++)
    height += hv_child_get_height (self->rows[i], -1);
  *minimum = *natural = height + 2;
}

static void
hv_opening_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvOpeningChart *self = HV_OPENING_CHART (widget);
  int inner = width - 2 * INSET;
  HvTimeAxis axis = hv_time_axis_new (widget, self->span, inner);
  int strip_left = INSET + (int)axis.left - HV_COVERAGE_STRIP_AXIS;
  int strip_height = hv_child_get_height (self->strip, -1);
  hv_child_allocate (self->words, INSET, INSET, strip_left - INSET, strip_height);
  hv_child_allocate (self->strip, strip_left, INSET, INSET + inner - strip_left, strip_height);
  int y = INSET + strip_height + UNDER_STRIP;
  for (int i = 0; i < 2 && has_rows (self); i++)
    {
      int row_height = hv_child_get_height (self->rows[i], -1);
      hv_child_allocate (self->rows[i], INSET, y, inner, row_height);
      y += row_height;
    }
}

static void
hv_opening_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvOpeningChart *self = HV_OPENING_CHART (widget);
  GdkRGBA line = hv_widget_get_color (widget, "borders");
  for (int i = 0; i < 2 && has_rows (self); i++)
    {
      graphene_rect_t area;
      if (gtk_widget_compute_bounds (self->rows[i], widget, &area))
        gtk_snapshot_append_color (
            snapshot, &line,
            &GRAPHENE_RECT_INIT (INSET, area.origin.y, (float)gtk_widget_get_width (widget) - 2 * INSET, 1));
    }
  GTK_WIDGET_CLASS (hv_opening_chart_parent_class)->snapshot (widget, snapshot);
}

/* --- what it shows --- */

/* The names of the roles that serve visitors, as many as there are on duty. */
static char *
join_roles (const HvRoster *roster, const HvOpening *opening)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < roles->len; i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      bool there = false;
      for (guint j = 0; j < shifts->len; j++)
        there |= ((const HvShift *)g_ptr_array_index (shifts, j))->role == role->r.id;
      if (there && role->serves == 1)
        g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", role->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static bool
knows_visits (const GArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    if (!isnan (g_array_index (slots, HvSlot, i).visits))
      return true;
  return false;
}

bool
hv_opening_chart_show (HvOpeningChart *self, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening)
{
  g_return_val_if_fail (HV_IS_OPENING_CHART (self), false);
  g_autoptr (GArray) slots = hv_outlook_list_slots (outlook, opening);
  if (slots->len == 0)
    return false;
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  g_autofree char *roles = join_roles (roster, opening);
  g_autofree char *said = hv_outlook_words_strip (outlook, opening, hv_text_get_own_language ());
  self->span = hv_time_axis_find_span (roster, opening);
  gtk_label_set_text (GTK_LABEL (self->roles), roles);
  hv_coverage_strip_set_span (HV_COVERAGE_STRIP (self->strip), self->span);
  hv_coverage_strip_set_slots (HV_COVERAGE_STRIP (self->strip), (const HvSlot *)slots->data, slots->len, said);
  for (int i = 0; i < 2; i++)
    {
      HvFigureRow *row = HV_FIGURE_ROW (self->rows[i]);
      hv_figure_row_set_span (row, self->span);
      hv_figure_row_set_slots (row, (const HvSlot *)slots->data, slots->len,
                               hv_roster_get_target_minutes (roster, house));
      gtk_widget_set_visible (self->rows[i], knows_visits (slots));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return true;
}

/* --- life --- */

static void
hv_opening_chart_dispose (GObject *object)
{
  HvOpeningChart *self = HV_OPENING_CHART (object);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->rows[i], gtk_widget_unparent);
  G_OBJECT_CLASS (hv_opening_chart_parent_class)->dispose (object);
}

static void
hv_opening_chart_class_init (HvOpeningChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_opening_chart_dispose;
  widget_class->get_request_mode = hv_opening_chart_get_request_mode;
  widget_class->measure = hv_opening_chart_measure;
  widget_class->size_allocate = hv_opening_chart_size_allocate;
  widget_class->snapshot = hv_opening_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "openingchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_words (HvOpeningChart *self)
{
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->roles = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                              (const char *[]){ "heading", NULL }, NULL);
  GtkWidget *bars = g_object_new (GTK_TYPE_LABEL, "label", _ ("on duty and needed per half hour"), "xalign", 0.0,
                                  "wrap", TRUE, "css-classes", (const char *[]){ "hv-secondary", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->words), self->roles);
  gtk_box_append (GTK_BOX (self->words), bars);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

static void
hv_opening_chart_init (HvOpeningChart *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People on duty and needed"),
                                  -1);
  add_words (self);
  self->strip = hv_coverage_strip_new ();
  hv_coverage_strip_set_large (HV_COVERAGE_STRIP (self->strip), true);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->rows[0] = hv_figure_row_new (HV_FIGURE_VISITS);
  self->rows[1] = hv_figure_row_new (HV_FIGURE_WAIT);
  for (int i = 0; i < 2; i++)
    gtk_widget_set_parent (self->rows[i], GTK_WIDGET (self));
}

GtkWidget *
hv_opening_chart_new (void)
{
  return g_object_new (HV_TYPE_OPENING_CHART, NULL);
}
