/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the files of HvVolunteersPage share: hv-volunteers-page.c (what is shown) and
 * hv-volunteers-page-commands.c (what is done).
 */

#include "hv-volunteer-detail.h"
#include "hv-volunteer-list.h"
#include "hv-volunteers-page.h"

G_BEGIN_DECLS

struct _HvVolunteersPage
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkBox *sidebar_slot;
  GtkWidget *back;
  GtkWidget *add;
  AdwButtonContent *add_content;
  AdwWindowTitle *title;
  GtkWidget *import;
  GtkWidget *undo;
  GtkStack *stack;
  GtkWidget *beginnings;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkEditable *search;
  GtkToggleButton *all;
  GtkToggleButton *free;
  GtkMenuButton *role_button;
  GtkToggleButton *archived;
  GtkStack *list_stack;
  GtkListView *view;
  GtkLabel *nobody;
  GtkStack *detail_stack;
  HvVolunteerDetail *detail;

  HvWindow *window;       /* lent: the page is in it */
  HvWorkspace *workspace; /* owned */
  HvVolunteerList *list;  /* owned */
  HvId role;              /* of the filter */
  HvId wanted;            /* somebody who is to be shown as soon as the roster has them; HV_NONE */
  bool edit_wanted;
  bool unasked;    /* somebody is selected whom nobody asked for */
  GtkWidget *pane; /* list or detail: what a narrow window shows */
  guint fold;      /* the idle that follows the leaflet */
};

const HvRoster *hv_volunteers_page_get_roster (HvVolunteersPage *page);

/* The person that is shown; NULL when there is none. */
const HvVolunteer *hv_volunteers_page_get_volunteer (HvVolunteersPage *page);

void hv_volunteers_page_install_commands (GtkWidgetClass *klass);

/* Insensitive where nothing can be written, or nobody is shown. */
void hv_volunteers_page_update_commands (HvVolunteersPage *page);

G_END_DECLS
