/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekBoard: a week as cells of cards (HvWeekCell) to look at and to walk about in. What
 * lies where is up to its two kinds, HvWeekGrid and HvWeekList.
 *
 * It scrolls itself (GtkScrollable), vertically only. It is one stop of the Tab key: exactly
 * one place has the focus inside it, the arrows move it, at the edge it stays, and it stays
 * with the same person or place when the week is shown anew. Beyond a hundred cards only the
 * card with the focus has real chips.
 */

#include "hv-week-cell.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_BOARD (hv_week_board_get_type ())
G_DECLARE_DERIVABLE_TYPE (HvWeekBoard, hv_week_board, HV, WEEK_BOARD, GtkWidget)

/* Moves the focus to a place and scrolls it into view; false when it is not shown. */
bool hv_week_board_focus (HvWeekBoard *board, HvGridPlace place);

/* The place that has the focus (or had it last); false when there is none. */
bool hv_week_board_get_current (HvWeekBoard *board, HvGridPlace *ret_place);

/* The empty place after (or before) the current one, in the order of the cells.
 * *ret_wrapped: it began again from the other end. */
bool hv_week_board_find_empty (HvWeekBoard *board, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped);

/* The card of a shift; NULL when it is not shown. */
HvShiftCard *hv_week_board_find_card (HvWeekBoard *board, HvId shift);

/* signal "place-activated" (HvWeekBoard *, HvShiftCard *, guint n): pressed, Enter or Space
 * signal "place-typed" (HvWeekBoard *, HvShiftCard *, guint n, const char *text): a letter on a place
 * signal "house-activated" (HvWeekBoard *, gint64 house) */

/* --- for its kinds --- */

/* A place that is shown. */
typedef struct
{
  HvWeekCell *cell;
  HvShiftCard *card;
  guint n;
} HvBoardSpot;

struct _HvWeekBoardClass
{
  GtkWidgetClass parent_class;

  int margin; /* pixels kept free above and below the place that is scrolled to */

  /* The cells with what they hold, in the order of the empty places. New array of HvWeekCell. */
  GPtrArray *(*list_cells) (HvWeekBoard *board);

  /* Where an arrow key goes from `areas[from]`, or −1: nowhere. As hv_neighbour_find (), which it is
   * unless overridden. */
  gint64 (*find_neighbour) (HvWeekBoard *board, const graphene_rect_t *areas, gsize n, gsize from,
                            GtkDirectionType direction);

  /* Where Home and End go from a spot: to the first and the last of all unless overridden. */
  guint (*find_end) (HvWeekBoard *board, const GArray *spots, guint from, bool last);
};

/* A new cell, a child of the board. */
GtkWidget *hv_week_board_add_cell (HvWeekBoard *board);

/* The cells show a week: name, chips and focus follow. `focused`: the focus was inside before. */
void hv_week_board_cells_changed (HvWeekBoard *board, HvWeek week, bool focused);

/* Tells how high the content is, and what of the height is a head that does not scroll; for
 * size_allocate. Returns where the content begins: at the head's foot or above it. */
int hv_week_board_scroll (HvWeekBoard *board, int height, int head, int content);

/* Scrolls up (negative) or down by so many pixels. */
void hv_week_board_scroll_by (HvWeekBoard *board, double pixels);

/* Tells that a house was pressed. */
void hv_week_board_activate_house (HvWeekBoard *board, HvId house);

/* Every place, cell by cell. New array of HvBoardSpot. */
GArray *hv_week_board_list_spots (HvWeekBoard *board);

/* Where a place is on the board, by the card's own reckoning: a chip that has just been made
 * has no place yet. */
graphene_rect_t hv_week_board_find_area (HvWeekBoard *board, HvShiftCard *card, guint n);

/* The place at a point, or NULL. */
HvShiftCard *hv_week_board_find_card_at (HvWeekBoard *board, double x, double y, guint *ret_n);

G_END_DECLS
