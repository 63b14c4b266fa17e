/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-board-private.h"

#include "hv-format.h"
#include "hv-neighbour.h"
#include "hv-ui-text.h"

#define RICH_CARDS 100 /* up to so many cards have chips */

static void hv_week_board_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (HvWeekBoard, hv_week_board, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (HvWeekBoard)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, hv_week_board_scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

guint hv_week_board_signals[HV_WEEK_BOARD_N_SIGNALS];

HvWeekBoardPrivate *
hv_week_board_get_private (HvWeekBoard *self)
{
  return hv_week_board_get_instance_private (self);
}

/* --- cells and cards --- */

static void
card_place_activated_cb (HvShiftCard *card, guint n, HvWeekBoard *self)
{
  hv_week_board_focus (self, (HvGridPlace){ hv_shift_card_get_shift (card), n });
  g_signal_emit (self, hv_week_board_signals[HV_WEEK_BOARD_PLACE_ACTIVATED], 0, card, n);
}

static void
card_added_cb (HvWeekCell *cell, HvShiftCard *card, HvWeekBoard *self)
{
  g_signal_connect (card, "place-activated", G_CALLBACK (card_place_activated_cb), self);
}

GtkWidget *
hv_week_board_add_cell (HvWeekBoard *self)
{
  GtkWidget *cell = hv_week_cell_new ();
  g_signal_connect (cell, "card-added", G_CALLBACK (card_added_cb), self);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

void
hv_week_board_activate_house (HvWeekBoard *self, HvId house)
{
  g_signal_emit (self, hv_week_board_signals[HV_WEEK_BOARD_HOUSE_ACTIVATED], 0, house);
}

/* Every card, cell by cell. */
static GPtrArray *
list_cards (HvWeekBoard *self)
{
  g_autoptr (GPtrArray) cells = HV_WEEK_BOARD_GET_CLASS (self)->list_cells (self);
  GPtrArray *cards = g_ptr_array_new ();
  for (guint i = 0; i < cells->len; i++)
    {
      const GPtrArray *of_cell = hv_week_cell_get_cards (g_ptr_array_index (cells, i));
      for (guint j = 0; j < of_cell->len; j++)
        g_ptr_array_add (cards, g_ptr_array_index (of_cell, j));
    }
  return cards;
}

HvShiftCard *
hv_week_board_find_card (HvWeekBoard *self, HvId shift)
{
  g_return_val_if_fail (HV_IS_WEEK_BOARD (self), NULL);
  g_autoptr (GPtrArray) cards = list_cards (self);
  for (guint i = 0; i < cards->len; i++)
    if (hv_shift_card_get_shift (g_ptr_array_index (cards, i)) == shift)
      return g_ptr_array_index (cards, i);
  return NULL;
}

/* Chips on every card of an ordinary week; on the current card only in a huge one. */
static void
update_richness (HvWeekBoard *self, const GPtrArray *cards)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  for (guint i = 0; i < cards->len; i++)
    {
      HvShiftCard *card = g_ptr_array_index (cards, i);
      hv_shift_card_set_rich (card, cards->len <= RICH_CARDS || hv_shift_card_get_shift (card) == priv->current.shift);
    }
}

void
hv_week_board_current_changed (HvWeekBoard *self)
{
  g_autoptr (GPtrArray) cards = list_cards (self);
  if (cards->len > RICH_CARDS)
    update_richness (self, cards);
}

void
hv_week_board_cells_changed (HvWeekBoard *self, HvWeek week, bool focused)
{
  g_autoptr (GPtrArray) cards = list_cards (self);
  g_autofree char *name = hv_format_in_week (week, hv_text_get_own_language ());
  /* TRANSLATORS: the week as inside a sentence: "in week 19" */
  g_autofree char *said = g_strdup_printf (_ ("Roster, %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  update_richness (self, cards);
  hv_week_board_restore_focus (self, focused);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- where the places are --- */

GArray *
hv_week_board_list_spots (HvWeekBoard *self)
{
  g_autoptr (GPtrArray) cells = HV_WEEK_BOARD_GET_CLASS (self)->list_cells (self);
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (HvBoardSpot));
  for (guint i = 0; i < cells->len; i++)
    {
      HvBoardSpot spot = { .cell = g_ptr_array_index (cells, i) };
      const GPtrArray *cards = hv_week_cell_get_cards (spot.cell);
      for (guint j = 0; j < cards->len; j++)
        {
          spot.card = g_ptr_array_index (cards, j);
          for (spot.n = 0; spot.n < hv_shift_card_get_n_places (spot.card); spot.n++)
            g_array_append_val (spots, spot);
        }
    }
  return spots;
}

graphene_rect_t
hv_week_board_find_area (HvWeekBoard *self, HvShiftCard *card, guint n)
{
  graphene_point_t origin = { 0, 0 };
  GdkRectangle area;
  hv_shift_card_get_place_area (card, n, &area);
  if (!gtk_widget_compute_point (GTK_WIDGET (card), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &origin))
    origin = GRAPHENE_POINT_INIT (0, 0);
  return GRAPHENE_RECT_INIT (origin.x + (float)area.x, origin.y + (float)area.y, (float)area.width, (float)area.height);
}

HvShiftCard *
hv_week_board_find_card_at (HvWeekBoard *self, double x, double y, guint *ret_n)
{
  g_autoptr (GPtrArray) cards = list_cards (self);
  bool on_head = y < hv_week_board_get_private (self)->head;
  for (guint i = 0; !on_head && i < cards->len; i++)
    {
      HvShiftCard *card = g_ptr_array_index (cards, i);
      graphene_point_t at;
      if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (card), &GRAPHENE_POINT_INIT ((float)x, (float)y),
                                     &at))
        continue;
      int n = hv_shift_card_find_place_at (card, at.x, at.y);
      if (n < 0)
        continue;
      *ret_n = (guint)n;
      return card;
    }
  return NULL;
}

/* --- scrolling --- */

static void
scrolled_cb (HvWeekBoard *self)
{
  if (!hv_week_board_get_private (self)->configuring)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_vadjustment (HvWeekBoard *self, GtkAdjustment *adjustment)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  if (priv->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (priv->vadjustment, scrolled_cb, self);
  g_set_object (&priv->vadjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Only what stays the same under it may be configured inside an allocation. */
int
hv_week_board_scroll (HvWeekBoard *self, int height, int head, int content)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  priv->head = head;
  if (priv->vadjustment == NULL)
    return head;
  double value = gtk_adjustment_get_value (priv->vadjustment);
  double page = MAX (1, height - head);
  priv->configuring = true;
  gtk_adjustment_configure (priv->vadjustment, CLAMP (value, 0, MAX (0, content - page)), 0, MAX (page, content),
                            page * 0.1, page * 0.9, page);
  priv->configuring = false;
  return head - (int)gtk_adjustment_get_value (priv->vadjustment);
}

void
hv_week_board_scroll_by (HvWeekBoard *self, double pixels)
{
  GtkAdjustment *adjustment = hv_week_board_get_private (self)->vadjustment;
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

void
hv_week_board_scroll_to (HvWeekBoard *self, const graphene_rect_t *area)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  int margin = HV_WEEK_BOARD_GET_CLASS (self)->margin;
  if (priv->vadjustment == NULL)
    return;
  double top = gtk_adjustment_get_value (priv->vadjustment) + area->origin.y - priv->head - margin;
  gtk_adjustment_clamp_page (priv->vadjustment, top, top + area->size.height + 2 * margin);
}

static void
hv_week_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HvWeekBoard *self = HV_WEEK_BOARD (object);
  switch (id)
    {
    case PROP_VADJUSTMENT:
      set_vadjustment (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      g_set_object (&hv_week_board_get_private (self)->hadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hv_week_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (HV_WEEK_BOARD (object));
  switch (id)
    {
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->vadjustment);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->hadjustment);
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
hv_week_board_scrollable_init (GtkScrollableInterface *iface)
{
}

/* --- life --- */

static gint64
hv_week_board_find_neighbour (HvWeekBoard *self, const graphene_rect_t *areas, gsize n, gsize from,
                              GtkDirectionType direction)
{
  return hv_neighbour_find (areas, n, from, direction);
}

static guint
hv_week_board_find_end (HvWeekBoard *self, const GArray *spots, guint from, bool last)
{
  return last ? spots->len - 1 : 0;
}

static void
hv_week_board_dispose (GObject *object)
{
  HvWeekBoard *self = HV_WEEK_BOARD (object);
  set_vadjustment (self, NULL);
  g_clear_object (&hv_week_board_get_private (self)->hadjustment);
  G_OBJECT_CLASS (hv_week_board_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  hv_week_board_signals[HV_WEEK_BOARD_PLACE_ACTIVATED] =
      g_signal_new ("place-activated", HV_TYPE_WEEK_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    HV_TYPE_SHIFT_CARD, G_TYPE_UINT);
  hv_week_board_signals[HV_WEEK_BOARD_PLACE_TYPED] =
      g_signal_new ("place-typed", HV_TYPE_WEEK_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    HV_TYPE_SHIFT_CARD, G_TYPE_UINT, G_TYPE_STRING);
  hv_week_board_signals[HV_WEEK_BOARD_HOUSE_ACTIVATED] = g_signal_new (
      "house-activated", HV_TYPE_WEEK_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hv_week_board_class_init (HvWeekBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = hv_week_board_dispose;
  object_class->set_property = hv_week_board_set_property;
  object_class->get_property = hv_week_board_get_property;
  widget_class->focus = hv_week_board_focus_within;
  klass->find_neighbour = hv_week_board_find_neighbour;
  klass->find_end = hv_week_board_find_end;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  add_signals ();
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
hv_week_board_init (HvWeekBoard *self)
{
  HvWeekBoardPrivate *priv = hv_week_board_get_private (self);
  priv->current.shift = HV_NONE;
  priv->current_assignment = HV_NONE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Roster"), -1);
  hv_week_board_add_keys (self);
}
