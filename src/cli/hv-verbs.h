/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* hv_verbs: every verb of husvagt-cli, in the order of --help. NULL-terminated. */

#include "hv-verb.h"

G_BEGIN_DECLS

extern const HvVerb *const hv_verbs[];

extern const HvVerb hv_verb_init;
extern const HvVerb hv_verb_demo;
extern const HvVerb hv_verb_import;
extern const HvVerb hv_verb_export;
extern const HvVerb hv_verb_dump;
extern const HvVerb hv_verb_week;
extern const HvVerb hv_verb_holidays;
extern const HvVerb hv_verb_generate;
extern const HvVerb hv_verb_check;
extern const HvVerb hv_verb_who;
extern const HvVerb hv_verb_assign;
extern const HvVerb hv_verb_unassign;
extern const HvVerb hv_verb_call_off;
extern const HvVerb hv_verb_swap;
extern const HvVerb hv_verb_visits;
extern const HvVerb hv_verb_expect;
extern const HvVerb hv_verb_close;
extern const HvVerb hv_verb_open;
extern const HvVerb hv_verb_publish;
extern const HvVerb hv_verb_feeds;
extern const HvVerb hv_verb_undo;
extern const HvVerb hv_verb_redo;
extern const HvVerb hv_verb_log;
extern const HvVerb hv_verb_backup;
extern const HvVerb hv_verb_restore;
extern const HvVerb hv_verb_verify;
extern const HvVerb hv_verb_person_export;
extern const HvVerb hv_verb_erase;
extern const HvVerb hv_verb_solve;

G_END_DECLS
