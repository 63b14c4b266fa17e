/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the files of HvWeekPage share: hv-week-page.c (what is shown) and
 * hv-week-page-commands.c (what is done).
 */

#include "hv-house-week.h"
#include "hv-people-grid.h"
#include "hv-week-grid.h"
#include "hv-week-list.h"
#include "hv-week-page.h"

G_BEGIN_DECLS

struct _HvWeekPage
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  AdwHeaderBar *header;
  GtkWidget *steps;
  GtkWidget *this_week;
  GtkWidget *undo_button;
  GtkWidget *publish_button;
  GtkMenuButton *title_button;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *week_menu_button;
  GtkPopover *picker;
  GtkCalendar *calendar;
  GtkEntry *number_entry;
  GtkLabel *number_error;
  GtkRevealer *gap_revealer;
  GtkLabel *gap_count;
  GtkWidget *gap_scroller;
  GtkBox *gap_tags;
  GtkWidget *gap_next_label;
  GtkWidget *gap_next_key;
  GtkStack *stack;
  HvWeekGrid *grid;
  HvWeekList *list;     /* the narrow form */
  HvHouseWeek *house;   /* one house */
  HvPeopleGrid *people; /* by person */
  AdwStatusPage *empty;
  GtkButton *empty_first;
  GtkButton *empty_second;
  GtkWidget *legend;
  GtkLabel *draft;

  HvWindow *window;       /* weak: the page is in it */
  HvWorkspace *workspace; /* owned */
  GSettings *settings;    /* owned */
  HvWeek week;
  bool picking; /* the calendar is being set, not chosen from */
  HvId carried; /* the assignment that was cut or copied, or 0 */
  bool carried_copy;
  bool by_person; /* the second arrangement */
  bool begun;     /* the focus has been put into the week once */
};

const HvRoster *hv_week_page_get_roster (HvWeekPage *self);

/* The house shown, or HV_NONE for all. */
HvId hv_week_page_get_house (HvWeekPage *self);

void hv_week_page_install_commands (GtkWidgetClass *klass);
void hv_week_page_connect_commands (HvWeekPage *self);

/* --- whichever view is shown: grid, list, house or people --- */

bool hv_week_page_focus_place (HvWeekPage *self, HvGridPlace place);
bool hv_week_page_get_current (HvWeekPage *self, HvGridPlace *ret_place);
bool hv_week_page_find_empty (HvWeekPage *self, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped);

/* Shows the week as it is now. */
void hv_week_page_show (HvWeekPage *self);

/* Insensitive where nothing can be written. */
void hv_week_page_update_commands (HvWeekPage *self);

G_END_DECLS
