/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvChoice: one line of a list to choose from: a person for a place, a shift to move
 * to, a duty to swap with.
 *
 * It is a row item: a few texts made from the roster, with no life of its own. Title
 * and search key are there from the start; the rest (why, what speaks against it) is
 * asked for when the line is first seen, so that a list of thousands opens at once.
 */

#include "hv-obstacle.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HV_TYPE_CHOICE (hv_choice_get_type ())
G_DECLARE_FINAL_TYPE (HvChoice, hv_choice, HV, CHOICE, GObject)

/* The heaviest of the obstacles decides. */
typedef enum
{
  HV_CHOICE_FREE,    /* may be chosen */
  HV_CHOICE_ASK,     /* may be chosen when a reason is given */
  HV_CHOICE_NEVER,   /* may not be chosen, and says why */
  HV_CHOICE_HEADING, /* no choice: the line above those that cannot */
} HvChoiceKind;

/* id: of the volunteer, shift or assignment; key: hv_name_key () of what is searched;
 * obstacles: HvObstacle, what the rules say to it. */
HvChoice *hv_choice_new (HvId id, const char *title, const char *key, const GArray *obstacles);
HvChoice *hv_choice_new_heading (const char *title);

HvChoiceKind hv_choice_get_kind (HvChoice *choice);
bool hv_choice_is_heading (HvChoice *choice);
HvId hv_choice_get_id (HvChoice *choice);
const char *hv_choice_get_title (HvChoice *choice);
const char *hv_choice_get_key (HvChoice *choice);
bool hv_choice_is_excluded (HvChoice *choice); /* stands among those that cannot */

/* What it was made from, lent, for whoever describes it. */
void hv_choice_set_subject (HvChoice *choice, gconstpointer subject);
gconstpointer hv_choice_get_subject (HvChoice *choice);

/* Its number in the order, 1 is the best; 0 for none. */
void hv_choice_set_rank (HvChoice *choice, guint rank);
guint hv_choice_get_rank (HvChoice *choice);

/* --- what is asked for when it is first seen --- */

bool hv_choice_is_described (HvChoice *choice);

/* One reason in its favour, with its icon. */
void hv_choice_add_reason (HvChoice *choice, const char *icon_name, char *text /* swallowed */);
guint hv_choice_get_n_reasons (HvChoice *choice);
const char *hv_choice_get_reason (HvChoice *choice, guint n, const char **ret_icon_name);

/* What obstacles (HvObstacle) say: why it cannot be chosen just like that, or else what
 * should be known although it can. With names where they are about several people. */
void hv_choice_add_obstacles (HvChoice *choice, const GArray *obstacles, bool with_names, const HvRoster *roster,
                              HvLanguage language);
const char *hv_choice_get_against (HvChoice *choice, const char **ret_icon_name); /* NULL when it can */
const char *hv_choice_get_warnings (HvChoice *choice);                            /* NULL without any */

/* All of it as a screen reader reads it: "Grethe Fjordvang, best choice: can 12:00–17:00,
 * no shifts in week 19." The caller owns it. */
char *hv_choice_say (HvChoice *choice, HvLanguage language);

/* --- the question for a reason, asked in the line --- */

/* Property "asking". What was typed is kept while the line scrolls out of view. */
void hv_choice_set_asking (HvChoice *choice, bool asking);
bool hv_choice_is_asking (HvChoice *choice);
void hv_choice_set_typed (HvChoice *choice, const char *typed);
const char *hv_choice_get_typed (HvChoice *choice); /* never NULL */

G_END_DECLS
