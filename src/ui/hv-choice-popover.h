/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvChoicePopover: a list to choose from, over the place it is about.
 *
 * Title, search, the choices in their order, those that cannot below a heading, and
 * the keys at the foot. The search has the focus: typing narrows the list, the arrows
 * move, Enter chooses, Escape closes and gives the focus back. Choosing what needs a
 * reason asks for it in the line itself. When the roster changes meanwhile, the list
 * is made anew and keeps what was typed and selected.
 *
 * What is chosen from, and what choosing does, is up to the types made from it
 * (HvAssignPopover and others). A popover is opened once and gone when it is closed.
 */

#include "hv-choice.h"
#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_CHOICE_POPOVER (hv_choice_popover_get_type ())
G_DECLARE_DERIVABLE_TYPE (HvChoicePopover, hv_choice_popover, HV, CHOICE_POPOVER, GtkPopover)

struct _HvChoicePopoverClass
{
  GtkPopoverClass parent_class;

  const char *icon_name; /* of every line; NULL: lines are people */
  bool roomy;            /* lines have long texts, and no numbers */

  /* Lists the choices from the roster, best first, those that cannot below a heading;
   * false when what it is about has gone. The popover keeps the roster. */
  bool (*list) (HvChoicePopover *popover, const HvRoster *roster, GPtrArray *choices);

  /* Adds to a choice what hv-choice.h calls described. NULL: list () has done so, because
   * there are never many. */
  void (*describe) (HvChoicePopover *popover, const HvRoster *roster, HvChoice *choice);

  /* Does it; with a reason (else NULL) where one was asked for. An error is shown. */
  bool (*choose) (HvChoicePopover *popover, const HvRoster *roster, HvChoice *choice, const char *reason,
                  GError **error);

  /* "Show all 22 volunteers"; the caller owns it. */
  char *(*say_all) (guint n);
};

/* --- for the types made from it --- */

typedef struct
{
  const char *icon_name;
  const char *title;
  const char *detail; /* beside the title, or NULL */
  const char *search; /* "Search by name" */
  const char *verb;   /* what Enter does: "assign" */
  const char *anyway; /* on the button beside a reason: "Assign Anyway" */
  const char *nobody; /* above the list, when nothing in it is free to choose */
} HvChoicePopoverWords;

/* Copies the words; once, before it opens. */
void hv_choice_popover_set_words (HvChoicePopover *popover, const HvChoicePopoverWords *words);

/* Opens it; `typed` (or NULL) is what the search begins with. Closes by itself. False, and
 * the popover is gone, when what it is about is. */
bool hv_choice_popover_open (HvChoicePopover *popover, GtkWidget *over, const GdkRectangle *area, const char *typed);

HvWindow *hv_choice_popover_get_window (HvChoicePopover *popover); /* lent; the one it opened in */

/* --- for everybody --- */

/* How many choices are shown, and the one that Enter chooses (NULL when there is none). */
guint hv_choice_popover_get_n_shown (HvChoicePopover *popover);
HvChoice *hv_choice_popover_get_selected (HvChoicePopover *popover);

G_END_DECLS
