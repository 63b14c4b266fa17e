/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-error.h"
#include "hv-house-edit.h"

#define THIS_WEEK "2026-W19"
#define NEXT_WEEK "2026-W20"

static const HvHouse *
get_house (const HvRoster *roster)
{
  return hv_roster_find_house (roster, JUELSMINDE);
}

/* The edit done, and gone; NULL fails the test. */
static HvRoster *
apply (const HvRoster *roster, HvEdit *edit, GError *error)
{
  g_autoptr (HvEdit) owned = edit;
  g_assert_no_error (error);
  g_assert_nonnull (owned);
  return hv_roster_apply (roster, owned);
}

static HvEditSource
next_source (void)
{
  static HvId ids;
  HvEditSource source = new_source ();
  source.next_id += ids += 100;
  return source;
}

/* --- hours --- */

static void
test_refuses_hours (void)
{
  static const struct
  {
    HvTimes times[3];
    gsize n;
    const char *said; /* NULL: taken */
  } cases[] = {
    { { { 0, 0 } }, 0, NULL }, /* closed */
    { { { 600, 780 } }, 1, NULL },
    { { { 600, 720 }, { 780, 900 } }, 2, NULL },
    { { { 600, 720 }, { 720, 900 } }, 2, NULL }, /* one after the other */
    { { { 1320, 1560 } }, 1, NULL },             /* a night */
    { { { 0, 1440 } }, 1, NULL },
    { { { 600, 600 } }, 1, "The end must come after the start." },
    { { { 780, 600 } }, 1, "The end must come after the start." },
    { { { -1, 600 } }, 1, "The end must come after the start." },
    { { { 600, 2100 } }, 1, "The end must come after the start." },
    { { { 600, 720 }, { 700, 900 } }, 2, "The opening hours of one day must not overlap." },
    { { { 600, 720 }, { 600, 720 } }, 2, "The opening hours of one day must not overlap." },
    { { { 600, 720 }, { 780, 900 }, { 650, 800 } }, 3, "The opening hours of one day must not overlap." },
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_house_edit_set_hours (roster, get_house (roster), 2, cases[i].times, cases[i].n,
                                                         week (THIS_WEEK), next_source (), &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (error == NULL ? NULL : error->message, ==, cases[i].said);
      g_assert_true ((edit == NULL) == (cases[i].said != NULL));
    }
}

/* The weeks before keep the hours they had. */
static void
test_hours_count_from (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (GError) error = NULL;
  const HvTimes times[] = { { 540, 720 } };
  g_autoptr (HvRoster) after = apply (
      before,
      hv_house_edit_set_hours (before, get_house (before), 1, times, 1, week (NEXT_WEEK), next_source (), &error),
      error);
  g_autoptr (GPtrArray) old = hv_house_edit_list_hours (after, JUELSMINDE, 1, week (THIS_WEEK));
  g_autoptr (GPtrArray) now = hv_house_edit_list_hours (after, JUELSMINDE, 1, week (NEXT_WEEK));
  g_assert_cmpuint (old->len, ==, 1);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpint (((const HvHours *)g_ptr_array_index (old, 0))->start, ==, 600);
  g_assert_cmpint (((const HvHours *)g_ptr_array_index (now, 0))->start, ==, 540);
}

/* --- templates --- */

static const HvTemplate *
find_template (const HvRoster *roster, const char *in_week)
{
  g_autoptr (GPtrArray) templates = hv_house_edit_list_templates (roster, JUELSMINDE, week (in_week));
  return templates->len == 0 ? NULL : g_ptr_array_index (templates, 0);
}

/* Monday of this week and the next are planned from the template, Bo stands on this week's. */
static HvRoster *
plan_two_weeks (HvId shifts[2])
{
  g_autoptr (World) world = world_new ();
  const char *const mondays[] = { MONDAY, "2026-05-11" };
  for (int i = 0; i < 2; i++)
    {
      shifts[i] = world_open (world, JUELSMINDE, IT, mondays[i], "10:00", "13:00", 3);
      ((HvShift *)world_get (world, HV_KIND_SHIFT, shifts[i]))->tmpl = JUELSMINDE;
    }
  world_assign (world, shifts[0], BO);
  world_add_regular (world, JUELSMINDE, BO);
  return world_end (world);
}

static void
test_templates_change (void)
{
  static const struct
  {
    const char *from;
    int changed; /* shifts that are planned */
    gint64 this_week;
    gint64 next_week;
  } cases[] = {
    { THIS_WEEK, 2, 5, 5 },
    { NEXT_WEEK, 1, 3, 5 },
    { "2026-W21", 0, 3, 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvId shifts[2];
      g_autoptr (HvRoster) before = plan_two_weeks (shifts);
      const HvTemplate *tmpl = find_template (before, THIS_WEEK);
      HvTemplateFacts facts = hv_house_edit_get_facts (tmpl);
      facts.minimum = 5;
      HvEdit *edit = hv_house_edit_change_template (before, tmpl, &facts, week (cases[i].from), next_source (), NULL);
      int changed;
      int removed;
      hv_house_edit_count_shifts (edit, &changed, &removed);
      g_autoptr (HvRoster) after = apply (before, edit, NULL);
      g_test_message ("from %s", cases[i].from);
      g_assert_cmpint (changed, ==, cases[i].changed);
      g_assert_cmpint (removed, ==, 0);
      g_assert_cmpint (hv_roster_find_shift (after, shifts[0])->minimum, ==, cases[i].this_week);
      g_assert_cmpint (hv_roster_find_shift (after, shifts[1])->minimum, ==, cases[i].next_week);
      g_assert_cmpint (find_template (after, "2026-W23")->minimum, ==, 5);

      /* Who stands there every time goes on doing so. */
      HvId last = find_template (after, "2026-W23")->r.id;
      g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_REGULAR, HV_KIND_TEMPLATE, last)->len, ==, 1);
      g_assert_cmpuint (hv_roster_list (after, HV_KIND_ASSIGNMENT)->len, ==, 1);
    }
}

static void
test_templates_end (void)
{
  static const struct
  {
    const char *from;
    int removed;
    guint warnings; /* somebody stands on one that stays */
  } cases[] = { { THIS_WEEK, 1, 1 }, { NEXT_WEEK, 1, 0 }, { "2026-W21", 0, 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvId shifts[2];
      g_autoptr (HvRoster) before = plan_two_weeks (shifts);
      HvEdit *edit =
          hv_house_edit_end_template (before, find_template (before, THIS_WEEK), week (cases[i].from), next_source ());
      int changed;
      int removed;
      guint warnings = edit->warnings->len;
      hv_house_edit_count_shifts (edit, &changed, &removed);
      g_autoptr (HvRoster) after = apply (before, edit, NULL);
      g_test_message ("from %s", cases[i].from);
      g_assert_cmpint (removed, ==, cases[i].removed);
      g_assert_cmpuint (warnings, ==, cases[i].warnings);
      g_assert_nonnull (hv_roster_find_shift (after, shifts[0])); /* Bo is on it */
      g_assert_null (find_template (after, cases[i].from));
      g_assert_cmpuint (hv_roster_list (after, HV_KIND_ASSIGNMENT)->len, ==, 1);
    }
}

/* One that was to count from next week on and ends then never was. */
static void
test_template_ends_before_it_begins (void)
{
  HvId shifts[2];
  g_autoptr (HvRoster) before = plan_two_weeks (shifts);
  const HvTemplate *tmpl = find_template (before, THIS_WEEK);
  HvTemplateFacts facts = hv_house_edit_get_facts (tmpl);
  facts.minimum = 5;
  g_autoptr (HvRoster) changed = apply (
      before, hv_house_edit_change_template (before, tmpl, &facts, week (NEXT_WEEK), next_source (), NULL), NULL);
  HvId next = find_template (changed, NEXT_WEEK)->r.id;
  g_autoptr (HvRoster) after = apply (
      changed,
      hv_house_edit_end_template (changed, find_template (changed, NEXT_WEEK), week (NEXT_WEEK), next_source ()), NULL);
  g_assert_null (hv_roster_find (after, HV_KIND_TEMPLATE, next));
  g_assert_nonnull (find_template (after, THIS_WEEK));
  g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_REGULAR, HV_KIND_TEMPLATE, next)->len, ==, 0);
}

static void
test_refuses_templates (void)
{
  static const struct
  {
    HvTimes times;
    gint64 minimum;
    gint64 wanted;
    gint64 maximum;
    bool fine;
  } cases[] = {
    { { 600, 780 }, 3, HV_NONE, HV_NONE, true },
    { { 600, 780 }, 0, HV_NONE, HV_NONE, true },
    { { 600, 780 }, 3, 5, 5, true },
    { { 780, 600 }, 3, HV_NONE, HV_NONE, false },
    { { 600, 780 }, -1, HV_NONE, HV_NONE, false },
    { { 600, 780 }, 1001, HV_NONE, HV_NONE, false },
    { { 600, 780 }, 3, HV_NONE, 2, false },
    { { 600, 780 }, 3, 5, 4, false },
    { { 600, 780 }, 0, HV_NONE, 0, false },
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HvTemplateFacts facts = { .role = IT,
                                .weekday = 1,
                                .times = cases[i].times,
                                .minimum = cases[i].minimum,
                                .wanted = cases[i].wanted,
                                .maximum = cases[i].maximum,
                                .n = HV_NONE,
                                .since = HV_NONE };
      g_autoptr (HvEdit) edit =
          hv_house_edit_add_template (roster, get_house (roster), &facts, week (THIS_WEEK), next_source (), &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true ((edit != NULL) == cases[i].fine);
      g_assert_true ((error == NULL) == cases[i].fine);
    }
}

/* --- closed days --- */

static void
test_closed (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *reason;
    bool fine;
  } cases[] = {
    { MONDAY, MONDAY, "painting", true },
    { "2026-05-01", "2026-05-31", "summer", true },
    { "2026-05-31", "2026-05-01", "summer", false },
    { MONDAY, MONDAY, "", false },
    { MONDAY, MONDAY, "cpr 150480-1234", false },
  };
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_house_edit_add_closed (roster, get_house (roster), day (cases[i].from),
                                                          day (cases[i].to), cases[i].reason, next_source (), &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true ((edit != NULL) == cases[i].fine);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      g_assert_null (week_find_opening (after, shift)->closed); /* one that comes from no hours stays open */
      const HvClosed *closed = g_ptr_array_index ((GPtrArray *)hv_roster_list (after, HV_KIND_CLOSED), 0);
      g_autoptr (HvEdit) again = hv_house_edit_remove_closed (after, closed, next_source ());
      g_autoptr (HvRoster) open = hv_roster_apply (after, again);
      g_assert_cmpuint (hv_roster_list (open, HV_KIND_CLOSED)->len, ==, 0);
    }
}

/* --- the house itself --- */

static void
test_texts (void)
{
  static const struct
  {
    HvHouseText which;
    const char *text;
    const char *error; /* NULL: taken */
  } cases[] = {
    { HV_HOUSE_NAME, "  Juelsminde  ", NULL },
    { HV_HOUSE_NAME, "", "bad-input" },
    { HV_HOUSE_NAME, "two\nlines", "bad-input" },
    { HV_HOUSE_NAME, "150480-1234", "identity-number" },
    { HV_HOUSE_ADDRESS, "", NULL },
    { HV_HOUSE_PLACE, "lokale 1", NULL },
    { HV_HOUSE_NOTE, "two\nlines", NULL },
    { HV_HOUSE_CHECKLIST, "chairs\ncoffee", NULL },
    { HV_HOUSE_CHECKLIST, "cpr 150480-1234", "identity-number" },
    { HV_HOUSE_ADDRESS, "half a letter \xc3", "bad-input" },
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit =
          hv_house_edit_set_text (get_house (roster), cases[i].which, cases[i].text, next_source (), &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      g_assert_true ((edit == NULL) == (error != NULL));
    }
}

static void
test_demand (void)
{
  static const struct
  {
    double minutes;
    double share;
    gint64 least;
    gint64 guests_per;
    bool fine;
  } cases[] = {
    { 15, 0.8, 2, 20, true },  { 2, 1, 1, 1, true },       { 240, 0.1, 40, 10000, true },
    { 1, 0.8, 2, 20, false },  { 241, 0.8, 2, 20, false }, { 15, 1.1, 2, 20, false },
    { 15, 0.8, 0, 20, false }, { 15, 0.8, 41, 20, false }, { 15, 0.8, 2, 0, false },
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HvHouseDemand demand = hv_house_edit_get_demand (get_house (roster));
      demand.minutes = (HvMicro)(cases[i].minutes * HV_MICRO);
      demand.target_share = (HvMicro)(cases[i].share * HV_MICRO);
      demand.least = cases[i].least;
      demand.guests_per = cases[i].guests_per;
      g_autoptr (HvEdit) edit = hv_house_edit_set_demand (get_house (roster), &demand, next_source (), &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true ((edit != NULL) == cases[i].fine);
      g_assert_true ((error == NULL) == cases[i].fine);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house-edit/refuses-hours", test_refuses_hours);
  g_test_add_func ("/house-edit/hours-count-from", test_hours_count_from);
  g_test_add_func ("/house-edit/templates-change", test_templates_change);
  g_test_add_func ("/house-edit/templates-end", test_templates_end);
  g_test_add_func ("/house-edit/template-ends-before-it-begins", test_template_ends_before_it_begins);
  g_test_add_func ("/house-edit/refuses-templates", test_refuses_templates);
  g_test_add_func ("/house-edit/closed", test_closed);
  g_test_add_func ("/house-edit/texts", test_texts);
  g_test_add_func ("/house-edit/demand", test_demand);
  return g_test_run ();
}
