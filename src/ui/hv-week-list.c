/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-list.h"

#include "hv-child.h"
#include "hv-format.h"
#include "hv-opening-title.h"
#include "hv-ui-text.h"

#define INSET 16  /* at the sides */
#define ABOVE 14  /* an opening */
#define BETWEEN 6 /* title and strip */
#define LEAST_WIDTH 360

/* An opening. */
typedef struct
{
  GtkWidget *title; /* HvOpeningTitle child */
  GtkWidget *cell;  /* HvWeekCell child; not visible when it is closed */
  int height;       /* as last allocated */
} HvListRow;

struct _HvWeekList
{
  HvWeekBoard parent_instance;

  GPtrArray *rows;  /* HvListRow */
  GtkWidget *empty; /* child: that there is nothing */
};

G_DEFINE_FINAL_TYPE (HvWeekList, hv_week_list, HV_TYPE_WEEK_BOARD)

static HvListRow *
get_row (HvWeekList *self, guint n)
{
  return g_ptr_array_index (self->rows, n);
}

/* --- rows: an opening each, made when needed and used again --- */

static void
title_activated_cb (HvOpeningTitle *title, HvWeekList *self)
{
  hv_week_board_activate_house (HV_WEEK_BOARD (self), hv_opening_title_get_house (title));
}

static HvListRow *
make_row (HvWeekList *self)
{
  HvListRow *row = g_new0 (HvListRow, 1);
  row->title = hv_opening_title_new ();
  g_signal_connect (row->title, "activated", G_CALLBACK (title_activated_cb), self);
  gtk_widget_set_parent (row->title, GTK_WIDGET (self));
  row->cell = hv_week_board_add_cell (HV_WEEK_BOARD (self));
  return row;
}

static void
free_row (HvListRow *row)
{
  gtk_widget_unparent (row->title);
  gtk_widget_unparent (row->cell);
  g_free (row);
}

static GPtrArray *
hv_week_list_list_cells (HvWeekBoard *board)
{
  HvWeekList *self = HV_WEEK_LIST (board);
  GPtrArray *cells = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (cells, get_row (self, i)->cell);
  return cells;
}

/* --- showing a week --- */

static bool
has_several (const GPtrArray *openings, const HvOpening *opening)
{
  guint n = 0;
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *other = g_ptr_array_index (openings, i);
      n += other->house == opening->house && hv_opening_get_day (other) == hv_opening_get_day (opening);
    }
  return n > 1;
}

static void
show_row (HvListRow *row, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening, bool several)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_ptr_array_add (one, (gpointer)opening);
  hv_opening_title_show (HV_OPENING_TITLE (row->title), roster, outlook, opening, several);
  hv_week_cell_show (HV_WEEK_CELL (row->cell), roster, outlook, hv_roster_find_house (roster, opening->house),
                     hv_opening_get_day (opening), one, false);
  gtk_widget_set_visible (row->cell, opening->closed == NULL);
}

static void
show_empty (HvWeekList *self, HvWeek week)
{
  g_autofree char *name = hv_format_in_week (week, hv_text_get_own_language ());
  g_autofree char *said = g_strdup_printf (_ ("Nothing is open %s."), name);
  gtk_label_set_text (GTK_LABEL (self->empty), said);
  gtk_widget_set_visible (self->empty, self->rows->len == 0);
}

/* An opening whose house is gone is not shown. */
static GPtrArray *
list_openings (const HvRoster *roster, HvWeek week, HvId house)
{
  GPtrArray *openings = hv_roster_list_openings (roster, week, house);
  for (guint i = openings->len; i > 0; i--)
    if (hv_roster_find_house (roster, ((const HvOpening *)g_ptr_array_index (openings, i - 1))->house) == NULL)
      g_ptr_array_remove_index (openings, i - 1);
  return openings;
}

void
hv_week_list_show (HvWeekList *self, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house)
{
  g_return_if_fail (HV_IS_WEEK_LIST (self));
  g_autoptr (GPtrArray) openings = list_openings (roster, week, house);
  bool had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_ptr_array_set_size (self->rows, (int)MIN (self->rows->len, openings->len));
  while (self->rows->len < openings->len)
    g_ptr_array_add (self->rows, make_row (self));
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      show_row (get_row (self, i), roster, outlook, opening, has_several (openings, opening));
    }
  show_empty (self, week);
  hv_week_board_cells_changed (HV_WEEK_BOARD (self), week, had_focus);
}

/* --- geometry --- */

static int
measure_row (const HvListRow *row, int width)
{
  int cell = hv_child_get_height (row->cell, width - 2 * INSET);
  return ABOVE + hv_child_get_height (row->title, width - 2 * INSET) + (cell > 0 ? BETWEEN + cell : 0);
}

static int
measure_content (HvWeekList *self, int width)
{
  int height = ABOVE + hv_child_get_height (self->empty, width - 2 * INSET);
  for (guint i = 0; i < self->rows->len; i++)
    height += measure_row (get_row (self, i), width);
  return height;
}

static void
hv_week_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HvWeekList *self = HV_WEEK_LIST (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = LEAST_WIDTH;
      return;
    }
  *minimum = 64;
  *natural = MAX (*minimum, measure_content (self, for_size < 0 ? LEAST_WIDTH : for_size));
}

static void
allocate_row (HvListRow *row, int top, int width, int height)
{
  int title = hv_child_get_height (row->title, width - 2 * INSET);
  bool visible = top + row->height > 0 && top < height;
  gtk_widget_set_child_visible (row->title, visible);
  gtk_widget_set_child_visible (row->cell, visible);
  hv_child_allocate (row->title, INSET, top + ABOVE, width - 2 * INSET, title);
  hv_child_allocate (row->cell, INSET, top + ABOVE + title + BETWEEN, width - 2 * INSET,
                     MAX (1, row->height - ABOVE - title - BETWEEN));
}

static void
hv_week_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvWeekList *self = HV_WEEK_LIST (widget);
  int content = ABOVE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvListRow *row = get_row (self, i);
      row->height = measure_row (row, width);
      content += row->height;
    }
  int top = hv_week_board_scroll (HV_WEEK_BOARD (self), height, 0, content);
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvListRow *row = get_row (self, i);
      allocate_row (row, top, width, height);
      top += row->height;
    }
  hv_child_allocate (self->empty, INSET, 0, width - 2 * INSET, height);
}

/* --- life --- */

static void
hv_week_list_dispose (GObject *object)
{
  HvWeekList *self = HV_WEEK_LIST (object);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_week_list_parent_class)->dispose (object);
}

static void
hv_week_list_finalize (GObject *object)
{
  g_ptr_array_unref (HV_WEEK_LIST (object)->rows);
  G_OBJECT_CLASS (hv_week_list_parent_class)->finalize (object);
}

static void
hv_week_list_class_init (HvWeekListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HvWeekBoardClass *board_class = HV_WEEK_BOARD_CLASS (klass);
  object_class->dispose = hv_week_list_dispose;
  object_class->finalize = hv_week_list_finalize;
  widget_class->measure = hv_week_list_measure;
  widget_class->size_allocate = hv_week_list_size_allocate;
  board_class->margin = ABOVE;
  board_class->list_cells = hv_week_list_list_cells;
  gtk_widget_class_set_css_name (widget_class, "weeklist");
}

static void
hv_week_list_init (HvWeekList *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  self->empty = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "visible", FALSE, "css-classes",
                              (const char *[]){ "hv-secondary", NULL }, NULL);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
hv_week_list_new (void)
{
  return g_object_new (HV_TYPE_WEEK_LIST, NULL);
}
