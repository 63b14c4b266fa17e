/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOption: one line of a list to choose from: a person for a place, a shift to move
 * to, a duty to swap with.
 *
 * It is a row item: a few texts made from the roster, with no life of its own. Title
 * and search key are there from the start; the rest (why, what speaks against it) is
 * asked for when the line is first seen, so that a list of thousands opens at once.
 */

#include "hv-obstacle.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HV_TYPE_OPTION (hv_option_get_type ())
G_DECLARE_FINAL_TYPE (HvOption, hv_option, HV, OPTION, GObject)

/* The heaviest of the obstacles decides. */
typedef enum
{
  HV_OPTION_FREE,    /* may be chosen */
  HV_OPTION_ASK,     /* may be chosen when a reason is given */
  HV_OPTION_NEVER,   /* may not be chosen, and says why */
  HV_OPTION_HEADING, /* nothing to choose: the line above those that cannot */
} HvOptionKind;

/* id: of the volunteer, shift or assignment; key: hv_name_key () of what is searched;
 * obstacles: HvObstacle, what the rules say to it. */
HvOption *hv_option_new (HvId id, const char *title, const char *key, const GArray *obstacles);
HvOption *hv_option_new_heading (const char *title);

HvOptionKind hv_option_get_kind (HvOption *option);
bool hv_option_is_heading (HvOption *option);
HvId hv_option_get_id (HvOption *option);
const char *hv_option_get_title (HvOption *option);
const char *hv_option_get_key (HvOption *option);
bool hv_option_is_excluded (HvOption *option); /* stands among those that cannot */

/* What it was made from, lent, for whoever describes it. */
void hv_option_set_subject (HvOption *option, gconstpointer subject);
gconstpointer hv_option_get_subject (HvOption *option);

/* Its number in the order, 1 is the best; 0 for none. */
void hv_option_set_rank (HvOption *option, guint rank);
guint hv_option_get_rank (HvOption *option);

/* --- what is asked for when it is first seen --- */

bool hv_option_is_described (HvOption *option);

/* One reason in its favour, with its icon. */
void hv_option_add_reason (HvOption *option, const char *icon_name, char *text /* swallowed */);
guint hv_option_get_n_reasons (HvOption *option);
const char *hv_option_get_reason (HvOption *option, guint n, const char **ret_icon_name);

/* What obstacles (HvObstacle) say: why it cannot be chosen just like that, or else what
 * should be known although it can. With names where they are about several people. */
void hv_option_add_obstacles (HvOption *option, const GArray *obstacles, bool with_names, const HvRoster *roster,
                              HvLanguage language);
const char *hv_option_get_against (HvOption *option, const char **ret_icon_name); /* NULL when it can */
const char *hv_option_get_warnings (HvOption *option);                            /* NULL without any */

/* All of it as a screen reader reads it: "Grethe Fjordvang, best choice: can 12:00–17:00,
 * no shifts in week 19." The caller owns it. */
char *hv_option_say (HvOption *option, HvLanguage language);

/* --- the question for a reason, asked in the line --- */

/* Property "asking". What was typed is kept while the line scrolls out of view. */
void hv_option_set_asking (HvOption *option, bool asking);
bool hv_option_is_asking (HvOption *option);
void hv_option_set_typed (HvOption *option, const char *typed);
const char *hv_option_get_typed (HvOption *option); /* never NULL */

G_END_DECLS
