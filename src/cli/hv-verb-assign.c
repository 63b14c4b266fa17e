/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-assignment-edit.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-placement.h"
#include "hv-week-words.h"

static char *at_option;
static char *reason_option;
static gboolean lock_option;

static const GOptionEntry assign_options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, HV_N_ ("When the shift starts, if the role has several that day"),
    HV_N_ ("HH:MM") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_option, HV_N_ ("Why a rule is set aside; kept in the log"),
    HV_N_ ("TEXT") },
  { "lock", 0, 0, G_OPTION_ARG_NONE, &lock_option, HV_N_ ("Nothing automatic moves the person"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry at_options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, HV_N_ ("When the shift starts, if the role has several that day"),
    HV_N_ ("HH:MM") },
  G_OPTION_ENTRY_NULL,
};

/* HOUSE DATE ROLE VOLUNTEER */
static bool
open_place (HvSession *session, char **argv, const HvShift **ret_shift, const HvVolunteer **ret_volunteer,
            GError **error)
{
  *ret_shift = hv_argument_open_shift (session, argv, at_option, error);
  if (*ret_shift == NULL)
    return false;
  *ret_volunteer = hv_roster_match_volunteer (hv_session_get_roster (session), argv[3], error);
  return *ret_volunteer != NULL;
}

static char *
describe_shift (HvSession *session, const HvShift *shift)
{
  return hv_week_words_shift (hv_session_get_roster (session), shift, session->language);
}

static bool
run_assign (HvSession *session, int argc, char **argv, GError **error)
{
  const HvShift *shift;
  const HvVolunteer *volunteer;
  if (!open_place (session, argv, &shift, &volunteer, error))
    return false;
  HvPlacement placement = hv_placement_new (shift, volunteer->r.id);
  HvEdit *edit = hv_placement_assign (hv_session_get_roster (session), &placement, HV_ORIGIN_HAND, lock_option,
                                      reason_option, session->language, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  g_autofree char *where = describe_shift (session, shift);
  return hv_session_commit (session, edit,
                            hv_text_format (session->language, "%s is assigned: %s", volunteer->name, where), error);
}

static bool
run_unassign (HvSession *session, int argc, char **argv, GError **error)
{
  const HvShift *shift;
  const HvVolunteer *volunteer;
  if (!open_place (session, argv, &shift, &volunteer, error))
    return false;
  HvEdit *edit = hv_assignment_edit_unassign (hv_session_get_roster (session), shift, volunteer->r.id,
                                              hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  g_autofree char *where = describe_shift (session, shift);
  return hv_session_commit (session, edit,
                            hv_text_format (session->language, "%s is removed: %s", volunteer->name, where), error);
}

const HvVerb hv_verb_assign = {
  .name = "assign",
  .arguments = "HOUSE DATE ROLE VOLUNTEER [--at HH:MM] [--reason TEXT] [--lock]",
  .summary = HV_N_ ("Put a volunteer on a shift"),
  .example = "Juelsminde 2026-05-04 IT-hjælp \"Grethe Fjordvang\"",
  .least = 4,
  .most = 4,
  .options = assign_options,
  .run = run_assign,
};

const HvVerb hv_verb_unassign = {
  .name = "unassign",
  .arguments = "HOUSE DATE ROLE VOLUNTEER [--at HH:MM]",
  .summary = HV_N_ ("Take a volunteer off a shift"),
  .example = "Juelsminde 2026-05-04 IT-hjælp \"Lis Mosegren\"",
  .least = 4,
  .most = 4,
  .options = at_options,
  .run = run_unassign,
};
