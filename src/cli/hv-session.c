/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verb.h"

#include "hv-error.h"

#include <math.h>

bool
hv_session_open (HvSession *session, bool create, GError **error)
{
  if (session->workspace != NULL)
    return true;
  bool make = create || session->usual_place;
  session->workspace = hv_workspace_open (session->data, make ? HV_WORKSPACE_CREATE : 0, error);
  return session->workspace != NULL;
}

/* The week itself with its neighbours: a shift past Sunday's midnight, rest and
 * travel on Monday, and last week's people are all next door. */
bool
hv_session_open_week (HvSession *session, HvWeek week, GError **error)
{
  if (!hv_session_open (session, false, error))
    return false;
  return hv_workspace_show (session->workspace, hv_week_add (week, -1), hv_week_add (week, 1), error);
}

bool
hv_session_open_all (HvSession *session, GError **error)
{
  if (!hv_session_open (session, false, error))
    return false;
  return hv_workspace_show_all (session->workspace, error);
}

const HvRoster *
hv_session_get_roster (HvSession *session)
{
  return hv_workspace_get_roster (session->workspace);
}

static void
answer_with_warnings (HvSession *session, const GArray *warnings)
{
  hv_session_begin_list (session, "warnings");
  for (guint i = 0; i < warnings->len; i++)
    {
      const HvWarning *warning = &g_array_index (warnings, HvWarning, i);
      hv_session_begin_object (session);
      hv_session_put_text (session, "code", warning->code);
      hv_session_put_text (session, "message", warning->message);
      hv_session_end_object (session);
      hv_session_say (session, "%s", warning->message);
    }
  hv_session_end_list (session);
}

void
hv_session_put_step (HvSession *session, const HvStep *step)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, step->id);
  hv_session_put_bool (session, "done", true);
  hv_session_put_text (session, "step", id);
}

bool
hv_session_commit (HvSession *session, HvEdit *edit, char *sentence, GError **error)
{
  g_autofree char *said = sentence;
  g_autoptr (GArray) warnings = g_array_ref (edit->warnings);
  HvStep step;
  if (!hv_workspace_commit (session->workspace, edit, &step, error))
    return false;

  hv_session_put_step (session, &step);
  if (said != NULL)
    hv_session_say (session, "%s", said);
  answer_with_warnings (session, warnings);
  return true;
}

/* Hard rules that a reason overrides say so, for the window that asks. */
static bool
is_overridable (const GError *error)
{
  return error->domain == HV_ERROR && error->code > HV_ERROR_TWICE && error->code <= HV_ERROR_FULL;
}

void
hv_session_fail (HvSession *session, const GError *error)
{
  hv_session_put_bool (session, "done", false);
  hv_session_put_text (session, "code", error->domain == G_OPTION_ERROR ? "usage" : hv_error_get_name (error));
  hv_session_put_text (session, "message", error->message);
  if (is_overridable (error))
    hv_session_put_bool (session, "override", true);
  session->failed = true;
}

void
hv_session_say (HvSession *session, const char *format, ...)
{
  if (session->json)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s\n", line);
}

void
hv_session_begin_list (HvSession *session, const char *name)
{
  json_builder_set_member_name (session->answer, name);
  json_builder_begin_array (session->answer);
}

void
hv_session_end_list (HvSession *session)
{
  json_builder_end_array (session->answer);
}

void
hv_session_begin_object (HvSession *session)
{
  json_builder_begin_object (session->answer);
}

void
hv_session_end_object (HvSession *session)
{
  json_builder_end_object (session->answer);
}

void
hv_session_put_text (HvSession *session, const char *name, const char *text)
{
  json_builder_set_member_name (session->answer, name);
  if (text == NULL)
    json_builder_add_null_value (session->answer);
  else
    json_builder_add_string_value (session->answer, text);
}

void
hv_session_put_int (HvSession *session, const char *name, gint64 number)
{
  json_builder_set_member_name (session->answer, name);
  if (number == HV_NONE)
    json_builder_add_null_value (session->answer);
  else
    json_builder_add_int_value (session->answer, number);
}

/* Four decimals are finer than anything we claim to know. */
void
hv_session_put_double (HvSession *session, const char *name, double number)
{
  json_builder_set_member_name (session->answer, name);
  if (isfinite (number))
    json_builder_add_double_value (session->answer, round (number * 1e4) / 1e4);
  else
    json_builder_add_null_value (session->answer);
}

void
hv_session_put_bool (HvSession *session, const char *name, bool yes)
{
  json_builder_set_member_name (session->answer, name);
  json_builder_add_boolean_value (session->answer, yes);
}

void
hv_session_put_id (HvSession *session, const char *name, gconstpointer record)
{
  g_autofree char *id = record == NULL ? NULL : hv_record_dup_ext (record);
  hv_session_put_text (session, name, id);
}

void
hv_session_put_day (HvSession *session, const char *name, HvDay day)
{
  g_autofree char *text = hv_day_format (day);
  hv_session_put_text (session, name, text);
}

void
hv_session_put_week (HvSession *session, const char *name, HvWeek week)
{
  g_autofree char *text = hv_week_format (week);
  hv_session_put_text (session, name, text);
}

void
hv_session_put_span (HvSession *session, HvSpan span)
{
  hv_session_put_span_of_day (session, span, hv_minute_get_day (span.from));
}

void
hv_session_put_span_of_day (HvSession *session, HvSpan span, HvDay day)
{
  HvMinute midnight = hv_minute_at (day, 0);
  g_autofree char *start = hv_time_format ((int)(span.from - midnight));
  g_autofree char *end = hv_time_format ((int)(span.to - midnight));
  hv_session_put_text (session, "start", start);
  hv_session_put_text (session, "end", end);
}
