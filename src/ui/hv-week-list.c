/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-list-private.h"

#include "hv-format.h"
#include "hv-opening-title.h"
#include "hv-ui-text.h"

#define INSET 16  /* at the sides */
#define ABOVE 14  /* an opening */
#define BETWEEN 6 /* title and strip */
#define LEAST_WIDTH 360
#define RICH_CARDS 100 /* up to so many cards have chips */

static void hv_week_list_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HvWeekList, hv_week_list, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, hv_week_list_scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

guint hv_week_list_signals[HV_WEEK_LIST_N_SIGNALS];

/* --- rows: an opening each, made when needed and used again --- */

static void
card_place_activated_cb (HvShiftCard *card, guint n, HvWeekList *self)
{
  hv_week_list_focus (self, (HvGridPlace){ hv_shift_card_get_shift (card), n });
  g_signal_emit (self, hv_week_list_signals[HV_WEEK_LIST_PLACE_ACTIVATED], 0, card, n);
}

static void
card_added_cb (HvWeekCell *cell, HvShiftCard *card, HvWeekList *self)
{
  g_signal_connect (card, "place-activated", G_CALLBACK (card_place_activated_cb), self);
}

static void
title_activated_cb (HvOpeningTitle *title, HvWeekList *self)
{
  g_signal_emit (self, hv_week_list_signals[HV_WEEK_LIST_HOUSE_ACTIVATED], 0, hv_opening_title_get_house (title));
}

static HvListRow *
make_row (HvWeekList *self)
{
  HvListRow *row = g_new0 (HvListRow, 1);
  row->title = hv_opening_title_new ();
  g_signal_connect (row->title, "activated", G_CALLBACK (title_activated_cb), self);
  gtk_widget_set_parent (row->title, GTK_WIDGET (self));
  row->cell = hv_week_cell_new ();
  g_signal_connect (row->cell, "card-added", G_CALLBACK (card_added_cb), self);
  gtk_widget_set_parent (row->cell, GTK_WIDGET (self));
  return row;
}

static void
free_row (HvListRow *row)
{
  gtk_widget_unparent (row->title);
  gtk_widget_unparent (row->cell);
  g_free (row);
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

static guint
count_cards (HvWeekList *self)
{
  guint n = 0;
  for (guint i = 0; i < self->rows->len; i++)
    n += hv_week_cell_get_cards (HV_WEEK_CELL (hv_week_list_get_row (self, i)->cell))->len;
  return n;
}

/* Chips on every card of an ordinary week; on the current card only in a huge one. */
static void
update_richness (HvWeekList *self)
{
  bool all = count_cards (self) <= RICH_CARDS;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *cards = hv_week_cell_get_cards (HV_WEEK_CELL (hv_week_list_get_row (self, i)->cell));
      for (guint j = 0; j < cards->len; j++)
        {
          HvShiftCard *card = g_ptr_array_index (cards, j);
          hv_shift_card_set_rich (card, all || hv_shift_card_get_shift (card) == self->current.shift);
        }
    }
}

void
hv_week_list_current_changed (HvWeekList *self)
{
  if (count_cards (self) > RICH_CARDS)
    update_richness (self);
}

static void
show_name (HvWeekList *self, HvWeek week)
{
  g_autofree char *name = hv_format_in_week (week, hv_text_get_own_language ());
  /* TRANSLATORS: the week as inside a sentence: "in week 19" */
  g_autofree char *said = g_strdup_printf (_ ("Roster, %s"), name);
  g_autofree char *empty = g_strdup_printf (_ ("Nothing is open %s."), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_label_set_text (GTK_LABEL (self->empty), empty);
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
      show_row (hv_week_list_get_row (self, i), roster, outlook, opening, has_several (openings, opening));
    }
  show_name (self, week);
  update_richness (self);
  hv_week_list_restore_focus (self, had_focus);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- geometry --- */

static int
measure_height (GtkWidget *widget, int width)
{
  int least;
  int height;
  if (!gtk_widget_get_visible (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &height, NULL, NULL);
  return height;
}

static int
measure_row (const HvListRow *row, int width)
{
  int cell = measure_height (row->cell, width - 2 * INSET);
  return ABOVE + measure_height (row->title, width - 2 * INSET) + (cell > 0 ? BETWEEN + cell : 0);
}

static int
measure_content (HvWeekList *self, int width)
{
  int height = ABOVE + measure_height (self->empty, width - 2 * INSET);
  for (guint i = 0; i < self->rows->len; i++)
    height += measure_row (hv_week_list_get_row (self, i), width);
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
allocate (GtkWidget *child, int y, int width, int height)
{
  int least;
  if (!gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ INSET, y, MAX (width - 2 * INSET, least), height }, -1);
}

static void
allocate_row (HvListRow *row, int top, int width, int height)
{
  int title = measure_height (row->title, width - 2 * INSET);
  bool visible = top + row->height > 0 && top < height;
  row->y = top;
  gtk_widget_set_child_visible (row->title, visible);
  gtk_widget_set_child_visible (row->cell, visible);
  allocate (row->title, top + ABOVE, width, title);
  allocate (row->cell, top + ABOVE + title + BETWEEN, width, MAX (1, row->height - ABOVE - title - BETWEEN));
}

static void
configure_scrolling (HvWeekList *self, int height, int content)
{
  if (self->vadjustment == NULL)
    return;
  double value = gtk_adjustment_get_value (self->vadjustment);
  self->configuring = true;
  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, MAX (0, content - height)), 0, MAX (height, content),
                            height * 0.1, height * 0.9, height);
  self->configuring = false;
}

static void
hv_week_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvWeekList *self = HV_WEEK_LIST (widget);
  int content = ABOVE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvListRow *row = hv_week_list_get_row (self, i);
      row->height = measure_row (row, width);
      content += row->height;
    }
  configure_scrolling (self, height, content);
  int top = self->vadjustment == NULL ? 0 : -(int)gtk_adjustment_get_value (self->vadjustment);
  for (guint i = 0; i < self->rows->len; i++)
    {
      HvListRow *row = hv_week_list_get_row (self, i);
      allocate_row (row, top, width, height);
      top += row->height;
    }
  allocate (self->empty, 0, width, height);
}

/* --- scrolling --- */

static void
scrolled_cb (HvWeekList *self)
{
  if (!self->configuring)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_vadjustment (HvWeekList *self, GtkAdjustment *adjustment)
{
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_set_object (&self->vadjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
hv_week_list_scroll_to (HvWeekList *self, const graphene_rect_t *area)
{
  if (self->vadjustment == NULL)
    return;
  double top = gtk_adjustment_get_value (self->vadjustment) + area->origin.y - ABOVE;
  gtk_adjustment_clamp_page (self->vadjustment, top, top + area->size.height + 2 * ABOVE);
}

static void
hv_week_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HvWeekList *self = HV_WEEK_LIST (object);
  switch (id)
    {
    case PROP_VADJUSTMENT:
      set_vadjustment (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      g_set_object (&self->hadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hv_week_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HvWeekList *self = HV_WEEK_LIST (object);
  switch (id)
    {
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hv_week_list_scrollable_init (GtkScrollableInterface *iface)
{
}

/* --- life --- */

static void
hv_week_list_dispose (GObject *object)
{
  HvWeekList *self = HV_WEEK_LIST (object);
  set_vadjustment (self, NULL);
  g_clear_object (&self->hadjustment);
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
add_signals (void)
{
  hv_week_list_signals[HV_WEEK_LIST_PLACE_ACTIVATED] =
      g_signal_new ("place-activated", HV_TYPE_WEEK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    HV_TYPE_SHIFT_CARD, G_TYPE_UINT);
  hv_week_list_signals[HV_WEEK_LIST_PLACE_TYPED] =
      g_signal_new ("place-typed", HV_TYPE_WEEK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    HV_TYPE_SHIFT_CARD, G_TYPE_UINT, G_TYPE_STRING);
  hv_week_list_signals[HV_WEEK_LIST_HOUSE_ACTIVATED] = g_signal_new (
      "house-activated", HV_TYPE_WEEK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hv_week_list_class_init (HvWeekListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_week_list_dispose;
  object_class->finalize = hv_week_list_finalize;
  object_class->set_property = hv_week_list_set_property;
  object_class->get_property = hv_week_list_get_property;
  widget_class->measure = hv_week_list_measure;
  widget_class->size_allocate = hv_week_list_size_allocate;
  widget_class->focus = hv_week_list_focus_within;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  add_signals ();
  gtk_widget_class_set_css_name (widget_class, "weeklist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
hv_week_list_init (HvWeekList *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  self->current.shift = HV_NONE;
  self->current_assignment = HV_NONE;
  self->empty = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "visible", FALSE, "css-classes",
                              (const char *[]){ "hv-secondary", NULL }, NULL);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Roster"), -1);
  hv_week_list_add_keys (self);
}

GtkWidget *
hv_week_list_new (void)
{
  return g_object_new (HV_TYPE_WEEK_LIST, NULL);
}
