/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checks that several objects share: of fields against each other. A field that was
 * refused itself is not held against another.
 */

#include "hv-json-import.h"

#include "hv-text.h"

#include <string.h>

static bool
check (HvJsonImport *in, HvJsonNode item, bool wrong, const char *reason)
{
  if (hv_json_is_item_refused (in))
    return false;
  if (wrong)
    hv_json_refuse (in, item, HV_ERROR_BAD_INPUT, "%s", reason);
  return !wrong;
}

bool
hv_json_check_clock (HvJsonImport *in, HvJsonNode item, gint64 start, gint64 end)
{
  if (hv_json_is_item_refused (in) || end > start)
    return !hv_json_is_item_refused (in);
  g_autofree char *from = hv_time_format ((int)start);
  g_autofree char *to = hv_time_format ((int)end);
  hv_json_refuse (in, item, HV_ERROR_BAD_INPUT,
                  hv_own_text ("the end %s is not after the start %s; an end past midnight is written as 30:00"), to,
                  from);
  return false;
}

bool
hv_json_check_span (HvJsonImport *in, HvJsonNode item, HvSpan span)
{
  HvDay day = hv_minute_get_day (MIN (span.from, span.to)); /* of the wrong way round too */
  return hv_json_check_clock (in, item, span.from - hv_minute_at (day, 0), span.to - hv_minute_at (day, 0))
         && check (in, item, !hv_span_is_valid (span), hv_own_text ("lasts longer than two days"));
}

bool
hv_json_check_weeks (HvJsonImport *in, HvJsonNode item, gint64 from, gint64 until)
{
  bool wrong = from != HV_NONE && until != HV_NONE && until < from;
  return check (in, item, wrong, hv_own_text ("the last week is before the first"));
}

bool
hv_json_check_days (HvJsonImport *in, HvJsonNode item, gint64 from, gint64 to)
{
  bool wrong = from != HV_NONE && to != HV_NONE && to < from;
  return check (in, item, wrong, hv_own_text ("the last day is before the first"));
}

bool
hv_json_check_places (HvJsonImport *in, HvJsonNode item, gint64 minimum, gint64 wanted, gint64 maximum)
{
  bool limited = maximum != HV_NONE;
  return check (in, item, limited && minimum > maximum, hv_own_text ("minimum is above maximum"))
         && check (in, item, limited && wanted != HV_NONE && wanted > maximum, hv_own_text ("wanted is above maximum"));
}

void
hv_json_check_zone (HvJsonImport *in, HvJsonNode object, const char *zone)
{
  const char *letters = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_+-/";
  if (zone != NULL && (zone[strspn (zone, letters)] != '\0' || g_ascii_isdigit (zone[0]) || zone[0] == '/'))
    hv_json_refuse (in, hv_json_node_find (object, "zone"), HV_ERROR_BAD_INPUT,
                    hv_own_text ("%s must be the name of a time zone, such as Europe/Copenhagen"), "zone");
}

/* The place behind the last of the roles or houses, of the roster and of what has been read. */
static gint64
find_next_place (const HvJsonImport *in, HvKind kind)
{
  const HvField *field = hv_kind_find_field (kind, "position");
  const GPtrArray *stored = hv_roster_list (in->roster, kind);
  if (in->next_places[kind] > 0 || stored->len == 0)
    return in->next_places[kind];
  return hv_record_get_int (stored->pdata[stored->len - 1], field) + 1; /* they lie in that order */
}

void
hv_json_read_order (HvJsonImport *in, HvJsonNode object, HvKind kind, gint64 *position, bool is_new)
{
  gint64 next = find_next_place (in, kind);
  HvJsonGiven given = hv_json_read_int (in, object, "order", 0, G_MAXINT32, position);
  if (is_new && (given == HV_JSON_LEFT_OUT || given == HV_JSON_GIVEN_NULL))
    *position = next;
  in->next_places[kind] = MAX (next, *position + 1);
}
