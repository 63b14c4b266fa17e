/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVerb: one sub-command of husvagt-cli, and what it works in: HvSession.
 *
 * A verb is a value: its name, how it is called, and a function that does it. The
 * session carries what all verbs share: the language, whether the answer is wanted
 * as JSON, where the data is, and the answer itself. A verb either fills the
 * session's JSON object or prints text; main prints the object, or the error as
 * {"done": false, …}, and turns either into the exit code of docs/formats.md.
 */

#include "hv-workspace.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  HV_EXIT_DONE = 0,
  HV_EXIT_REFUSED = 1,
  HV_EXIT_USAGE = 2,
  HV_EXIT_NO = 3, /* the question's answer is "no" */
  HV_EXIT_CONFLICT = 4,
} HvExit;

typedef struct
{
  HvLanguage language;
  bool json;
  char *data;             /* --data, HUSVAGT_DATA or the usual place */
  bool usual_place;       /* nobody said where */
  HvWorkspace *workspace; /* opened by hv_session_open (), else NULL */
  JsonBuilder *answer;    /* an open JSON object */
  HvExit exit;            /* what a verb that succeeded wants to say: DONE or NO */
  bool failed;            /* hv_session_fail () has put the error into the answer */
  bool printed;           /* the verb has printed its JSON itself */
} HvSession;

typedef struct
{
  const char *name;
  const char *arguments;       /* "HOUSE DATE ROLE VOLUNTEER" */
  const char *summary;         /* one sentence, English source */
  const char *example;         /* arguments of an example call */
  int least;                   /* positional arguments: at least … */
  int most;                    /* … and at most; −1 without limit */
  const GOptionEntry *options; /* or NULL; their values are reset before each run */
  bool (*run) (HvSession *session, int argc, char **argv, GError **error); /* positional arguments only */
} HvVerb;

/* "assign HOUSE DATE ROLE VOLUNTEER …", with the words in capitals in a language; the
 * caller owns it. */
char *hv_verb_format_call (const HvVerb *verb, HvLanguage language);

/* Opens the session's data. With create, a missing file is made; in the usual place it
 * always is, but one that was named and is not there is more likely a slip of the pen. */
bool hv_session_open (HvSession *session, bool create, GError **error);

/* Opens the data and takes the weeks around a week (or a date) into the snapshot. */
bool hv_session_open_week (HvSession *session, HvWeek week, GError **error);
bool hv_session_open_all (HvSession *session, GError **error);

const HvRoster *hv_session_get_roster (HvSession *session);

/* Commits an edit and answers in the form all edits share: "done", "step" and
 * "warnings", or a line per warning and the sentence. Swallows edit and sentence. */
bool hv_session_commit (HvSession *session, HvEdit *edit, char *sentence, GError **error);

/* "done" and "step", as every edit answers. */
void hv_session_put_step (HvSession *session, const HvStep *step);

/* A verb that fails with more to say than its error: adds "done", "code" and "message"
 * to what is in the answer already, which is then printed. */
void hv_session_fail (HvSession *session, const GError *error);

/* Prints a line of text, unless JSON is wanted. */
void hv_session_say (HvSession *session, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Nested parts of the answer. */
void hv_session_begin_list (HvSession *session, const char *name);
void hv_session_end_list (HvSession *session);
void hv_session_begin_object (HvSession *session);
void hv_session_end_object (HvSession *session);

/* Members of the session's JSON object (or of the object that is open in it). A
 * NULL text and HV_NONE are null. */
void hv_session_put_text (HvSession *session, const char *name, const char *text);
void hv_session_put_int (HvSession *session, const char *name, gint64 number);
void hv_session_put_double (HvSession *session, const char *name, double number);
void hv_session_put_bool (HvSession *session, const char *name, bool yes);
void hv_session_put_id (HvSession *session, const char *name, gconstpointer record);
void hv_session_put_day (HvSession *session, const char *name, HvDay day);
void hv_session_put_week (HvSession *session, const char *name, HvWeek week);

/* "start" and "end", both counted from the midnight the span starts on, or from that of a day. */
void hv_session_put_span (HvSession *session, HvSpan span);
void hv_session_put_span_of_day (HvSession *session, HvSpan span, HvDay day);

G_END_DECLS
