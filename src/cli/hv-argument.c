/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-argument.h"

#include "hv-shift-match.h"

#include <string.h>

bool
hv_argument_read_week (HvSession *session, int argc, char **argv, HvWeek *ret_week, GError **error)
{
  if (argc > 0)
    return hv_week_parse (argv[0], ret_week, error);
  if (!hv_session_open (session, false, error))
    return false;
  *ret_week = hv_workspace_get_this_week (session->workspace);
  return true;
}

bool
hv_argument_open_week (HvSession *session, int argc, char **argv, HvWeek *ret_week, GError **error)
{
  return hv_argument_read_week (session, argc, argv, ret_week, error)
         && hv_session_open_week (session, *ret_week, error);
}

bool
hv_argument_open_day (HvSession *session, const char *text, HvDay *ret_day, GError **error)
{
  return hv_day_parse (text, ret_day, error) && hv_session_open_week (session, hv_week_of_day (*ret_day), error);
}

bool
hv_argument_open_house (HvSession *session, char **argv, const HvHouse **ret_house, HvDay *ret_day, GError **error)
{
  if (!hv_argument_open_day (session, argv[1], ret_day, error))
    return false;
  *ret_house = hv_roster_match_house (hv_session_get_roster (session), argv[0], error);
  return *ret_house != NULL;
}

const HvShift *
hv_argument_open_shift (HvSession *session, char **argv, const char *at, GError **error)
{
  HvDay day;
  if (!hv_argument_open_day (session, argv[1], &day, error))
    return NULL;
  return hv_shift_match (hv_session_get_roster (session), argv[0], day, argv[2], at, error);
}

bool
hv_argument_find_house (HvSession *session, const char *text, HvId *ret_house, GError **error)
{
  const HvHouse *house = NULL;
  if (text != NULL && (house = hv_roster_match_house (hv_session_get_roster (session), text, error)) == NULL)
    return false;
  *ret_house = house == NULL ? HV_NONE : house->r.id;
  return true;
}

const char *
hv_argument_find_input (const char *name)
{
  return strcmp (name, "-") == 0 ? "/dev/stdin" : name;
}
