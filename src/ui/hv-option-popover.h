/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOptionPopover: a list to choose from, over the place it is about.
 *
 * Title, search, the options in their order, those that cannot below a heading, and
 * the keys at the foot. The search has the focus: typing narrows the list, the arrows
 * move, Enter chooses, Escape closes and gives the focus back. Choosing what needs a
 * reason asks for it in the line itself. What is none of the options may be offered in
 * words below them, where Down from the last one leads; Enter in the search never means that. When the roster changes
 * meanwhile, the list is made anew and keeps what was typed and selected.
 *
 * What is chosen from, and what choosing does, is up to the types made from it
 * (HvAssignPopover and others). A popover is opened once and gone when it is closed.
 */

#include "hv-option.h"
#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_OPTION_POPOVER (hv_option_popover_get_type ())
G_DECLARE_DERIVABLE_TYPE (HvOptionPopover, hv_option_popover, HV, OPTION_POPOVER, GtkPopover)

struct _HvOptionPopoverClass
{
  GtkPopoverClass parent_class;

  bool roomy; /* lines have long texts, and no numbers */

  /* Lists the options from the roster, best first; false when what it is about has gone.
   * The popover keeps the roster, and moves those that cannot below a heading. */
  bool (*list) (HvOptionPopover *popover, const HvRoster *roster, GPtrArray *options);

  /* Adds to an option what hv-option.h calls described. NULL: list () has done so, because
   * there are never many. */
  void (*describe) (HvOptionPopover *popover, const HvRoster *roster, HvOption *option);

  /* Does it; with a reason (else NULL) where one was asked for. An error is shown. */
  bool (*choose) (HvOptionPopover *popover, const HvRoster *roster, HvOption *option, const char *reason,
                  GError **error);

  /* "Show all 22 volunteers"; the caller owns it. */
  char *(*say_all) (guint n);

  /* Both or neither. What else can be done with what is typed (trimmed, perhaps ""), as
   * the words of a button below the list: "Put “nabo” on as a walk-in helper"; NULL for
   * nothing. The caller owns it. */
  char *(*offer) (HvOptionPopover *popover, const char *typed);

  /* Does that. An error is shown, and what was typed stays. */
  bool (*take_offer) (HvOptionPopover *popover, const HvRoster *roster, const char *typed, GError **error);
};

/* --- for the types made from it --- */

typedef struct
{
  const char *icon_name;
  const char *line_icon_name; /* static; of every line. NULL: lines are people */
  const char *title;
  const char *detail; /* beside the title, or NULL */
  const char *search; /* "Search by name" */
  const char *verb;   /* what Enter does: "assign" */
  const char *anyway; /* on the button beside a reason: "Assign Anyway" */
  const char *cannot; /* heading above those that cannot: "Not possible" */
  const char *nobody; /* above the list, when nothing in it is free to choose */
} HvOptionPopoverWords;

/* Copies the words; once, before it opens. */
void hv_option_popover_set_words (HvOptionPopover *popover, const HvOptionPopoverWords *words);

/* Opens it; `typed` (or NULL) is what the search begins with. Closes by itself. False, and
 * the popover is gone, when what it is about is. */
bool hv_option_popover_open (HvOptionPopover *popover, GtkWidget *over, const GdkRectangle *area, const char *typed);

HvWindow *hv_option_popover_get_window (HvOptionPopover *popover); /* lent; the one it opened in */

/* --- for everybody --- */

/* How many options are shown, and the one that Enter chooses (NULL when there is none). */
guint hv_option_popover_get_n_shown (HvOptionPopover *popover);
HvOption *hv_option_popover_get_selected (HvOptionPopover *popover);

G_END_DECLS
