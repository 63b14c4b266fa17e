/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-step-words.h"

static const struct
{
  const char *verb;
  const char *words;
} table[] = {
  { "absence", HV_N_ ("absence changed") },
  { "archive", HV_N_ ("archive changed") },
  { "assign", HV_N_ ("place filled") },
  { "availability", HV_N_ ("ordinary week changed") },
  { "call", HV_N_ ("answer on the call list") },
  { "call-off", HV_N_ ("call-off noted") },
  { "clear", HV_N_ ("week emptied") },
  { "close", HV_N_ ("house closed") },
  { "copy", HV_N_ ("week copied") },
  { "count", HV_N_ ("visits counted") },
  { "delete", HV_N_ ("something deleted") },
  { "erase", HV_N_ ("personal data erased") },
  { "expect", HV_N_ ("expected visits") },
  { "factor", HV_N_ ("unusual weeks changed") },
  { "generate", HV_N_ ("week generated") },
  { "guest", HV_N_ ("walk-in helper added") },
  { "house", HV_N_ ("house changed") },
  { "import", HV_N_ ("file read in") },
  { "init", HV_N_ ("organisation made") },
  { "link", HV_N_ ("walk-in helper linked to a volunteer") },
  { "lock", HV_N_ ("place locked") },
  { "move", HV_N_ ("person moved") },
  { "note", HV_N_ ("note changed") },
  { "open", HV_N_ ("house opened") },
  { "opening", HV_N_ ("opening changed") },
  { "organisation", HV_N_ ("organisation changed") },
  { "publish", HV_N_ ("week published") },
  { "shift", HV_N_ ("shift changed") },
  { "state", HV_N_ ("attendance noted") },
  { "swap", HV_N_ ("people swapped") },
  { "template", HV_N_ ("shift templates changed") },
  { "times", HV_N_ ("exact times changed") },
  { "unassign", HV_N_ ("person removed") },
  { "unlock", HV_N_ ("place unlocked") },
  { "volunteer", HV_N_ ("volunteer changed") },
};

const char *
hv_step_words_what (const char *verb, HvLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].verb, verb) == 0)
      return hv_text (language, table[i].words);
  return hv_text (language, "change");
}
