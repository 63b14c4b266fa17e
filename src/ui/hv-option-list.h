/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOptionList: options as a list that is searched, moved along and chosen from.
 *
 * One option is selected, as long as there is any; headings never are, and one is shown
 * only when something it heads is found. Lines are made as they come into view, so that
 * it opens as fast with 20,000 options as with 20. It asks for reasons in its lines, one
 * at a time; what choosing does is up to its owner.
 */

#include "hv-option.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OPTION_LIST (hv_option_list_get_type ())
G_DECLARE_FINAL_TYPE (HvOptionList, hv_option_list, HV, OPTION_LIST, GtkWidget)

/* Makes an option described (hv-option.h), when somebody is about to see it. */
typedef void (*HvOptionDescribe) (HvOption *option, gpointer data);

/* Once, before it has options. For icon, roomy and anyway see hv_option_row_new (). */
void hv_option_list_set_lines (HvOptionList *list, const char *icon_name, bool roomy, const char *anyway,
                               HvOptionDescribe describe, gpointer data);

/* Shows others, by the same search; swallows the array of HvOption, which owns them. */
void hv_option_list_take_options (HvOptionList *list, GPtrArray *options);

/* Leaves those whose key holds the key of what was typed, and selects the first. */
void hv_option_list_search (HvOptionList *list, const char *typed);

guint hv_option_list_get_n_options (HvOptionList *list); /* without headings */
guint hv_option_list_get_n_found (HvOptionList *list);
HvOption *hv_option_list_get_selected (HvOptionList *list); /* lent; NULL when nothing is found */

void hv_option_list_select (HvOptionList *list, HvId id);

/* Selects the next (1) or previous (−1) option, with the focus; false when there is none. */
bool hv_option_list_move (HvOptionList *list, int direction);

/* Gives the focus to the selected option; false when there is none. */
bool hv_option_list_focus (HvOptionList *list);

/* Asks for a reason in its line. */
void hv_option_list_ask (HvOptionList *list, HvOption *option);

/* signal "selected" (HvOptionList *): another one is, or none
 * signal "chosen" (HvOptionList *, HvOption *): pressed, or Enter on its line
 * signal "confirmed" (HvOptionList *, HvOption *): its reason was given; hv_option_get_typed () */

G_END_DECLS
