/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-edit.h"

#include "hv-error.h"
#include "hv-people-sample.h"

#include <string.h>

/* Days are counted from Monday 4 May; Anna is on duty 13–16 that day and a week later. */
typedef struct
{
  int from;
  int to;
  gint64 start; /* minutes, or HV_NONE */
  gint64 end;
  const char *reason;
  int code;        /* 0: taken */
  const char *gap; /* the first warning, or NULL */
  guint n_gaps;
} Case;

#define GAP "IT-hjælp, Juelsminde, Monday 4 May 13:00–16:00, is an empty place now."

static const Case cases[] = {
  { 0, 0, HV_NONE, HV_NONE, NULL, 0, GAP, 1 },
  { 0, 7, HV_NONE, HV_NONE, "Ferie", 0, GAP, 2 },
  { -7, -1, HV_NONE, HV_NONE, "", 0, NULL, 0 },
  { 1, 6, HV_NONE, HV_NONE, NULL, 0, NULL, 0 },
  /* by the hour: what only touches does not meet */
  { 0, 0, 9 * 60, 13 * 60, "Optaget", 0, NULL, 0 },
  { 0, 0, 16 * 60, HV_NONE, NULL, 0, NULL, 0 },
  { 0, 0, 9 * 60, 13 * 60 + 1, NULL, 0, GAP, 1 },
  { 0, 0, HV_NONE, 24 * 60, NULL, 0, GAP, 1 },
  { -1, 0, 22 * 60, 6 * 60, NULL, 0, NULL, 0 },
  /* what ends before it begins */
  { 0, -1, HV_NONE, HV_NONE, NULL, HV_ERROR_BAD_INPUT, NULL, 0 },
  { 0, 0, 12 * 60, 12 * 60, NULL, HV_ERROR_BAD_INPUT, NULL, 0 },
  { 0, 0, 12 * 60, 9 * 60, NULL, HV_ERROR_BAD_INPUT, NULL, 0 },
  /* what may not be kept */
  { 0, 0, HV_NONE, HV_NONE, "010180-1234", HV_ERROR_IDENTITY_NUMBER, NULL, 0 },
  { 0, 0, HV_NONE, HV_NONE, "\x07", HV_ERROR_BAD_INPUT, NULL, 0 },
};

static HvAbsenceTerms
make_terms (const Case *c)
{
  return (HvAbsenceTerms){ PEOPLE_MONDAY + c->from, PEOPLE_MONDAY + c->to, c->start, c->end, c->reason };
}

static void
check (const Case *c, const HvEdit *edit, const GError *error)
{
  if (c->code != 0)
    {
      g_assert_error (error, HV_ERROR, c->code);
      g_assert_null (edit);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (edit->warnings->len, ==, c->n_gaps);
  if (c->gap != NULL)
    g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).message, ==, c->gap);
}

static void
test_add (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HvAbsenceTerms terms = make_terms (&cases[i]);
      g_assert_true (hv_absence_terms_check (&terms, NULL) == (cases[i].code == 0));
      g_autoptr (HvEdit) edit =
          hv_absence_edit_add (roster, people_find (roster, PEOPLE_ANNA), &terms, people_source, &error);
      check (&cases[i], edit, error);
    }
}

/* Nobody is taken off: the duty stays, and no longer fills its place. */
static void
test_add_keeps_duties (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  HvAbsenceTerms terms = { PEOPLE_MONDAY, PEOPLE_MONDAY, HV_NONE, HV_NONE, "Ferie" };
  g_autoptr (HvRoster) after = people_apply (
      roster, hv_absence_edit_add (roster, people_find (roster, PEOPLE_ANNA), &terms, people_source, NULL));
  const HvAssignment *duty = hv_roster_find_assignment (after, PEOPLE_DUTY_ANNA);
  g_assert_nonnull (duty);
  g_assert_false (hv_roster_fills (after, duty));
  g_assert_true (hv_roster_fills (after, hv_roster_find_assignment (after, PEOPLE_DUTY_ANNA_LATER)));
}

static void
test_change (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  const HvAbsence *absence = hv_roster_find (roster, HV_KIND_ABSENCE, PEOPLE_ABSENCE_GERDA);
  static const struct
  {
    int to;
    const char *reason;
    guint puts;
  } table[] = { { 6, "Ferie", 0 }, { 5, "Ferie", 1 }, { 6, "", 1 }, { 6, NULL, 1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvAbsenceTerms terms = { PEOPLE_MONDAY - 3, PEOPLE_MONDAY + table[i].to, HV_NONE, HV_NONE, table[i].reason };
      g_autoptr (HvEdit) edit = hv_absence_edit_change (roster, absence, &terms, people_source, NULL);
      g_assert_cmpuint (edit->puts->len, ==, table[i].puts);
    }
  g_autoptr (HvRoster) without = people_apply (roster, hv_absence_edit_remove (roster, absence, people_source));
  g_assert_null (hv_roster_find (without, HV_KIND_ABSENCE, PEOPLE_ABSENCE_GERDA));
}

/* A closed opening is nobody's gap, nor what was called off. */
static void
test_no_gap (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  HvSpan may = { hv_minute_at (PEOPLE_MONDAY - 7, 0), hv_minute_at (PEOPLE_MONDAY + 14, 0) };
  g_autoptr (HvEdit) edit = hv_edit_new ("test", people_source);
  HvOpening *opening = hv_edit_change (edit, hv_roster_find_opening (roster, PEOPLE_DUTY_ANNA + 100));
  hv_set_text (&opening->closed, "lokalet optaget");
  HvAssignment *later = hv_edit_change (edit, hv_roster_find_assignment (roster, PEOPLE_DUTY_ANNA_LATER));
  later->state = HV_STATE_CALLED_OFF;
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);

  g_autoptr (GPtrArray) before = hv_absence_edit_list_duties (roster, PEOPLE_ANNA, may);
  g_assert_cmpuint (before->len, ==, 2);
  g_autoptr (GPtrArray) left = hv_absence_edit_list_duties (after, PEOPLE_ANNA, may);
  g_assert_cmpuint (left->len, ==, 0);
}

/* --- pauses --- */

static char *
show_pauses (const HvRoster *roster)
{
  const GPtrArray *pauses = hv_roster_list_of (roster, HV_KIND_PAUSE, HV_KIND_VOLUNTEER, PEOPLE_BO);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < pauses->len; i++)
    {
      const HvPause *pause = g_ptr_array_index (pauses, i);
      g_string_append_printf (text, "%s%d..", i == 0 ? "" : " ", (int)(pause->from - PEOPLE_MONDAY));
      if (pause->to != HV_NONE)
        g_string_append_printf (text, "%d", (int)(pause->to - PEOPLE_MONDAY));
    }
  return g_string_free (text, FALSE);
}

static void
test_pauses (void)
{
  static const struct
  {
    int from;
    gint64 to;
    int back;
    const char *after; /* resuming on that day */
  } table[] = {
    { 0, HV_NONE, 7, "0..6" }, { 0, 20, 7, "0..6" }, { 7, 20, 7, "" }, { 8, HV_NONE, 7, "" }, { 0, 6, 7, "0..6" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvRoster) roster = people_build (NULL);
      gint64 to = table[i].to == HV_NONE ? HV_NONE : PEOPLE_MONDAY + table[i].to;
      g_autoptr (HvRoster) paused =
          people_apply (roster, hv_absence_edit_pause (roster, people_find (roster, PEOPLE_BO),
                                                       PEOPLE_MONDAY + table[i].from, to, people_source, NULL));
      g_autoptr (HvRoster) back =
          people_apply (paused, hv_absence_edit_resume (paused, people_find (paused, PEOPLE_BO),
                                                        PEOPLE_MONDAY + table[i].back, people_source));
      g_autofree char *shown = show_pauses (back);
      g_assert_cmpstr (shown, ==, table[i].after);
    }

  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (GError) error = NULL;
  g_assert_null (hv_absence_edit_pause (roster, people_find (roster, PEOPLE_BO), PEOPLE_MONDAY, PEOPLE_MONDAY - 1,
                                        people_source, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
}

/* --- words --- */

static void
test_words (void)
{
  static const struct
  {
    int from[3];
    int to[3];
    gint64 start;
    gint64 end;
    const char *english;
  } table[] = {
    { { 2026, 5, 22 }, { 2026, 5, 31 }, HV_NONE, HV_NONE, "22–31 May 2026 · weeks\u00A021 and 22" },
    { { 2026, 5, 12 }, { 2026, 5, 12 }, 540, 720, "Tuesday 12 May 09:00–12:00 · week\u00A020" },
    { { 2026, 5, 12 }, { 2026, 5, 12 }, HV_NONE, HV_NONE, "Tuesday 12 May 2026 · week\u00A020" },
    { { 2026, 5, 12 }, { 2026, 5, 14 }, 540, HV_NONE, "Tuesday 12 May 09:00 to Thursday 14 May 24:00 · week\u00A020" },
    { { 2026, 12, 21 },
      { 2027, 1, 10 },
      HV_NONE,
      HV_NONE,
      "21 December 2026 – 10 January 2027 · weeks\u00A052 and 53, week\u00A01, 2027" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvAbsence) absence = hv_record_new (HV_KIND_ABSENCE, 1);
      absence->from = hv_day_from_ymd (table[i].from[0], table[i].from[1], table[i].from[2]);
      absence->to = hv_day_from_ymd (table[i].to[0], table[i].to[1], table[i].to[2]);
      absence->start = table[i].start;
      absence->end = table[i].end;
      g_autofree char *words = hv_absence_edit_format_when (absence, 2026, HV_LANGUAGE_EN);
      g_assert_cmpstr (words, ==, table[i].english);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/absence-edit/add", test_add);
  g_test_add_func ("/absence-edit/add-keeps-duties", test_add_keeps_duties);
  g_test_add_func ("/absence-edit/change", test_change);
  g_test_add_func ("/absence-edit/no-gap", test_no_gap);
  g_test_add_func ("/absence-edit/pauses", test_pauses);
  g_test_add_func ("/absence-edit/words", test_words);
  return g_test_run ();
}
