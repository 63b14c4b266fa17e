/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

const HvVerb *const hv_verbs[] = {
  &hv_verb_init,     &hv_verb_demo,     &hv_verb_dump,          &hv_verb_import, &hv_verb_export, &hv_verb_week,
  &hv_verb_holidays, &hv_verb_generate, &hv_verb_check,         &hv_verb_who,    &hv_verb_assign, &hv_verb_unassign,
  &hv_verb_call_off, &hv_verb_swap,     &hv_verb_visits,        &hv_verb_expect, &hv_verb_close,  &hv_verb_open,
  &hv_verb_publish,  &hv_verb_feeds,    &hv_verb_undo,          &hv_verb_redo,   &hv_verb_log,    &hv_verb_backup,
  &hv_verb_restore,  &hv_verb_verify,   &hv_verb_person_export, &hv_verb_erase,  &hv_verb_solve,  NULL,
};
