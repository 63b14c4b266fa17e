/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-grid-private.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-format.h"
#include "hv-house-header.h"
#include "hv-outlook-words.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

#define HEADER_WIDTH 152
#define NARROW 36
#define PADDING 8 /* around what a cell holds, beside and above */

G_DEFINE_FINAL_TYPE (HvWeekGrid, hv_week_grid, HV_TYPE_WEEK_BOARD)

guint hv_week_grid_signals[HV_WEEK_GRID_N_SIGNALS];

static HvGridRow *
get_row (HvWeekGrid *self, guint n)
{
  return g_ptr_array_index (self->rows, n);
}

/* --- rows: a house each, made when needed and used again --- */

static void
header_activated_cb (HvHouseHeader *header, HvWeekGrid *self)
{
  hv_week_board_activate_house (HV_WEEK_BOARD (self), hv_house_header_get_house (header));
}

static HvGridRow *
make_row (HvWeekGrid *self)
{
  HvGridRow *row = g_new0 (HvGridRow, 1);
  row->header = hv_house_header_new ();
  g_signal_connect (row->header, "activated", G_CALLBACK (header_activated_cb), self);
  gtk_widget_set_parent (row->header, GTK_WIDGET (self));
  for (int day = 0; day < 7; day++)
    row->cells[day] = hv_week_board_add_cell (HV_WEEK_BOARD (self));
  return row;
}

static void
free_row (HvGridRow *row)
{
  gtk_widget_unparent (row->header);
  for (int day = 0; day < 7; day++)
    gtk_widget_unparent (row->cells[day]);
  g_free (row);
}

/* By day, then house. */
static GPtrArray *
hv_week_grid_list_cells (HvWeekBoard *board)
{
  HvWeekGrid *self = HV_WEEK_GRID (board);
  GPtrArray *cells = g_ptr_array_new ();
  for (int day = 0; day < 7; day++)
    for (guint i = 0; i < self->rows->len; i++)
      g_ptr_array_add (cells, get_row (self, i)->cells[day]);
  return cells;
}

/* --- showing a week --- */

static bool
show_row (HvGridRow *row, const HvRoster *roster, const HvOutlook *outlook, const HvHouse *house, HvWeek week,
          const GPtrArray *openings, const bool *narrow)
{
  bool open = false;
  hv_house_header_show (HV_HOUSE_HEADER (row->header), roster, outlook, house, week);
  for (int day = 0; day < 7; day++)
    {
      g_autoptr (GPtrArray) of_day = g_ptr_array_new ();
      for (guint i = 0; i < openings->len; i++)
        if (hv_opening_get_day (g_ptr_array_index (openings, i)) == week.monday + day)
          g_ptr_array_add (of_day, g_ptr_array_index (openings, i));
      hv_week_cell_show (HV_WEEK_CELL (row->cells[day]), roster, outlook, house, week.monday + day, of_day,
                         narrow[day]);
      open |= hv_week_cell_is_open (HV_WEEK_CELL (row->cells[day]));
    }
  return open;
}

/* A day is wide when any opening lies on it, closed ones too: why it is closed has to
 * be readable. */
static void
find_narrow_days (const HvRoster *roster, HvWeek week, bool weekends, bool *ret_narrow)
{
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, HV_NONE);
  bool any = openings->len > 0;
  for (int day = 0; day < 7; day++)
    ret_narrow[day] = any && !(weekends && day >= 5);
  for (guint i = 0; i < openings->len; i++)
    ret_narrow[hv_opening_get_day (g_ptr_array_index (openings, i)) - week.monday] = false;
}

static void
show_days (HvWeekGrid *self, HvWeek week)
{
  HvLanguage language = hv_text_get_own_language ();
  for (int day = 0; day < 7; day++)
    {
      g_autofree char *column = hv_format_day_column (week.monday + day, language);
      g_autofree char *whole = hv_format_day (week.monday + day, language);
      gtk_label_set_text (GTK_LABEL (self->days[day]), column);
      gtk_label_set_xalign (GTK_LABEL (self->days[day]), self->narrow[day] ? 0.5 : 0);
      gtk_label_set_justify (GTK_LABEL (self->days[day]), GTK_JUSTIFY_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[day]), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
      hv_style_class_set (self->days[day], "narrow", self->narrow[day]);
    }
}

void
hv_week_grid_show (HvWeekGrid *self, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, bool weekends)
{
  g_return_if_fail (HV_IS_WEEK_GRID (self));
  HvLanguage language = hv_text_get_own_language ();
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  bool had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  find_narrow_days (roster, week, weekends, self->narrow);
  show_days (self, week);

  g_ptr_array_set_size (self->rows, (int)MIN (self->rows->len, houses->len));
  while (self->rows->len < houses->len)
    g_ptr_array_add (self->rows, make_row (self));
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = g_ptr_array_index (houses, i);
      g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, house->r.id);
      show_row (get_row (self, i), roster, outlook, house, week, openings, self->narrow);
    }

  g_autofree char *visits = hv_outlook_words_visits (outlook, roster, week, HV_NONE, language);
  gtk_label_set_text (GTK_LABEL (self->corner), visits == NULL ? "" : visits);
  hv_week_board_cells_changed (HV_WEEK_BOARD (self), week, had_focus);
}

/* --- geometry --- */

static int
head_height (HvWeekGrid *self)
{
  int height = 0;
  for (int day = 0; day < 7; day++)
    height = MAX (height, hv_child_get_height (self->days[day], -1));
  return MAX (32, height);
}

/* Left edges of the seven columns and the right edge of the last. Narrow columns are
 * as wide as their longest short weekday. */
static void
place_columns (HvWeekGrid *self, int width, int *ret_x)
{
  int n_narrow = 0;
  int narrow_width = NARROW;
  for (int day = 0; day < 7; day++)
    if (self->narrow[day])
      {
        narrow_width = MAX (narrow_width, hv_child_get_least_width (self->days[day]));
        n_narrow++;
      }
  int rest = MAX (7 - n_narrow, width - HEADER_WIDTH - n_narrow * narrow_width);
  int wide = n_narrow == 7 ? 0 : rest / (7 - n_narrow);
  int x = HEADER_WIDTH;
  for (int day = 0; day < 7; day++)
    {
      ret_x[day] = x;
      x += self->narrow[day] ? narrow_width : wide;
    }
  ret_x[7] = width;
}

static int
row_height (HvGridRow *row, const int *x)
{
  int height = hv_child_get_height (row->header, HEADER_WIDTH);
  for (int day = 0; day < 7; day++)
    if (hv_week_cell_is_open (HV_WEEK_CELL (row->cells[day])))
      {
        int cell = hv_child_get_height (row->cells[day], MAX (1, x[day + 1] - x[day] - 2 * PADDING));
        height = MAX (height, cell + PADDING + 2);
      }
  return MAX (height, 64);
}

static void
hv_week_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HvWeekGrid *self = HV_WEEK_GRID (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = HEADER_WIDTH + 7 * NARROW;
      *natural = 1170;
      return;
    }
  int x[8];
  int height = head_height (self);
  place_columns (self, for_size < 0 ? 1170 : for_size, x);
  for (guint i = 0; i < self->rows->len; i++)
    height += row_height (get_row (self, i), x);
  *minimum = head_height (self) + 64;
  *natural = MAX (*minimum, height);
}

static void
allocate_row (HvGridRow *row, const int *x, int top, int bottom, int from, int until)
{
  bool visible = bottom > from && top < until;
  gtk_widget_set_child_visible (row->header, visible);
  hv_child_allocate (row->header, 0, top, HEADER_WIDTH, bottom - top);
  for (int day = 0; day < 7; day++)
    {
      bool open = hv_week_cell_is_open (HV_WEEK_CELL (row->cells[day]));
      int beside = open ? PADDING : 0;
      gtk_widget_set_child_visible (row->cells[day], visible);
      hv_child_allocate (row->cells[day], x[day] + beside, top + beside, MAX (1, x[day + 1] - x[day] - 2 * beside),
                         MAX (1, bottom - top - beside));
    }
}

static void
hv_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvWeekGrid *self = HV_WEEK_GRID (widget);
  int x[8];
  int head = head_height (self);
  int content = 0;
  place_columns (self, width, x);
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvGridRow *row = get_row (self, i);
      row->height = row_height (row, x);
      content += row->height;
    }
  /* Rows share what is left, so that the days reach down to the foot. */
  int spare = self->rows->len == 0 ? 0 : MAX (0, height - head - content) / (int)self->rows->len;
  int top = hv_week_board_scroll (HV_WEEK_BOARD (self), height, head, content + spare * (int)self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvGridRow *row = get_row (self, i);
      row->y = top;
      row->height += spare;
      allocate_row (row, x, top, top + row->height, head, height);
      top += row->height;
    }
  hv_child_allocate (self->corner, 0, 0, HEADER_WIDTH, head);
  for (int day = 0; day < 7; day++)
    hv_child_allocate (self->days[day], x[day], 0, x[day + 1] - x[day], head);
  memcpy (self->x, x, sizeof x);
  self->head = head;
}

/* --- drawing --- */

static void
draw_lines (HvWeekGrid *self, GtkSnapshot *snapshot)
{
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "borders");
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, self->head - 1, width, 1));
  for (int day = 0; day < 7; day++)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (self->x[day] - 1, 0, 1, height));
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvGridRow *row = get_row (self, i);
      int y = row->y + row->height - 1;
      if (y > self->head)
        gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, y, width, 1));
    }
}

static void
hv_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvWeekGrid *self = HV_WEEK_GRID (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->head, width, MAX (0, height - self->head)));
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvGridRow *row = get_row (self, i);
      gtk_widget_snapshot_child (widget, row->header, snapshot);
      for (int day = 0; day < 7; day++)
        gtk_widget_snapshot_child (widget, row->cells[day], snapshot);
    }
  hv_week_grid_draw_targets (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
  for (int day = 0; day < 7; day++)
    gtk_widget_snapshot_child (widget, self->days[day], snapshot);
  draw_lines (self, snapshot);
}

/* --- the keyboard --- */

/* How far a place lies in a direction, from middle to middle. What lies aside counts three times,
 * unless it reaches above or below (beside) the other. Negative: not in that direction, which is
 * only what begins where the other ends. */
static float
distance_to (const graphene_rect_t *from, const graphene_rect_t *to, GtkDirectionType direction)
{
  float dx = to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2;
  float dy = to->origin.y + to->size.height / 2 - from->origin.y - from->size.height / 2;
  float width = (from->size.width + to->size.width) / 2;
  float height = (from->size.height + to->size.height) / 2;
  bool sideways = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  bool forwards = direction == GTK_DIR_RIGHT || direction == GTK_DIR_DOWN;
  float along = (sideways ? dx : dy) * (forwards ? 1 : -1);
  float aside = ABS (sideways ? dy : dx);
  if (along < (sideways ? width : height))
    return -1;
  return along + (aside < (sideways ? height : width) ? 0 : 3 * aside);
}

/* By what the eye sees: the nearest place in that direction. */
static gint64
hv_week_grid_find_neighbour (HvWeekBoard *board, const graphene_rect_t *areas, gsize n, gsize from,
                             GtkDirectionType direction)
{
  gint64 best = -1;
  float nearest = 0;
  for (gsize i = 0; i < n; i++)
    {
      float distance = distance_to (&areas[from], &areas[i], direction);
      if (distance < 0 || (best >= 0 && distance >= nearest))
        continue;
      best = (gint64)i;
      nearest = distance;
    }
  return best;
}

/* The row that a cell is in. */
static HvGridRow *
find_row (HvWeekGrid *self, HvWeekCell *cell)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (int day = 0; day < 7; day++)
      if (get_row (self, i)->cells[day] == GTK_WIDGET (cell))
        return get_row (self, i);
  return NULL;
}

/* To the first place of the first or the last open day of the house. */
static guint
hv_week_grid_find_end (HvWeekBoard *board, const GArray *spots, guint from, bool last)
{
  const HvBoardSpot *all = (const HvBoardSpot *)(const void *)spots->data;
  HvGridRow *row = find_row (HV_WEEK_GRID (board), all[from].cell);
  gint64 found = -1;
  for (guint i = 0; i < spots->len; i++)
    {
      bool first_of_day = found < 0 || all[i].cell != all[found].cell;
      if (find_row (HV_WEEK_GRID (board), all[i].cell) == row && first_of_day && (found < 0 || last))
        found = i;
    }
  return (guint)found;
}

/* --- life --- */

static void
hv_week_grid_dispose (GObject *object)
{
  HvWeekGrid *self = HV_WEEK_GRID (object);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  for (int day = 0; day < 7; day++)
    g_clear_pointer (&self->days[day], gtk_widget_unparent);
  G_OBJECT_CLASS (hv_week_grid_parent_class)->dispose (object);
}

static void
hv_week_grid_finalize (GObject *object)
{
  HvWeekGrid *self = HV_WEEK_GRID (object);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self->dragged);
  G_OBJECT_CLASS (hv_week_grid_parent_class)->finalize (object);
}

static void
hv_week_grid_class_init (HvWeekGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HvWeekBoardClass *board_class = HV_WEEK_BOARD_CLASS (klass);
  object_class->dispose = hv_week_grid_dispose;
  object_class->finalize = hv_week_grid_finalize;
  widget_class->measure = hv_week_grid_measure;
  widget_class->size_allocate = hv_week_grid_size_allocate;
  widget_class->snapshot = hv_week_grid_snapshot;
  board_class->margin = PADDING;
  board_class->list_cells = hv_week_grid_list_cells;
  board_class->find_neighbour = hv_week_grid_find_neighbour;
  board_class->find_end = hv_week_grid_find_end;
  hv_week_grid_signals[HV_WEEK_GRID_DROPPED] =
      g_signal_new ("dropped", HV_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                    HV_TYPE_SHIFT_CARD, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
}

static void
hv_week_grid_init (HvWeekGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  self->corner = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                               (const char *[]){ "hv-secondary", "hv-corner", NULL }, NULL);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  for (int day = 0; day < 7; day++)
    {
      self->days[day] = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD, "css-classes",
                                      (const char *[]){ "hv-day", NULL }, NULL);
      gtk_widget_set_parent (self->days[day], GTK_WIDGET (self));
    }
  hv_week_grid_add_dragging (self);
}

GtkWidget *
hv_week_grid_new (void)
{
  return g_object_new (HV_TYPE_WEEK_GRID, NULL);
}
