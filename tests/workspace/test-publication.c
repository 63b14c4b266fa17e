/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "published-sample.h"

#include "hv-feed-calendar.h"
#include "strict.h"
#include "zones.h"

#include <string.h>

#define DAY (24 * 3600)

/* --- the entries a week should have --- */

static const HvEvent *
find_event (const GPtrArray *events, const char *uid)
{
  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (((const HvEvent *)events->pdata[i])->uid, uid))
      return events->pdata[i];
  return NULL;
}

static char *
describe_event (const HvEvent *event)
{
  g_autofree char *summary = hv_calendar_format_summary (event);
  g_autofree char *lines = g_strdup (event->description != NULL ? event->description : "");
  return g_strdup_printf ("%s | %s | %s", summary, event->place != NULL ? event->place : "",
                          g_strdelimit (lines, "\n", '/'));
}

static void
add_notes (Sample *sample)
{
  HvEdit *edit = sample_begin (sample);
  HvHouse *house = sample_change (sample, edit, HV_KIND_HOUSE, JUELSMINDE);
  hv_set_text (&house->address, "Rådhustorvet 4\n7130 Juelsminde");
  hv_set_text (&house->note, "Nøglen hænger ved køkkenet.");
  hv_set_text (&house->checklist, "Lås op\n\nTænd lyset\n");
  HvRole *role = sample_change (sample, edit, HV_KIND_ROLE, IT);
  hv_set_text (&role->checklist, "Start computerne");
  HvShift *shift = sample_change (sample, edit, HV_KIND_SHIFT, SHIFT_OF (JUELSMINDE_19));
  hv_set_text (&shift->note, "I dag med kage.");
  HvHouse *torring = sample_change (sample, edit, HV_KIND_HOUSE, TORRING);
  hv_set_text (&torring->place, "Biblioteket, Tørring");
  hv_set_text (&torring->address, "Bygaden 1");
  HvOpening *opening = sample_change (sample, edit, HV_KIND_OPENING, HEDENSTED_19);
  hv_set_text (&opening->address, "Forsamlingshuset, Hedensted");
  HvAssignment *duty = sample_change (sample, edit, HV_KIND_ASSIGNMENT, DUTY_LEIF);
  duty->own_span = 1;
  duty->starts += 30;
  sample_end (sample, edit);
  sample_assign (sample, ONLINE_19, KARLA);
}

static const struct
{
  const char *uid;
  const char *language;
  const char *place;
  const char *description; /* a part of it; line breaks are / here */
} event_cases[] = {
  { "duty-300", "da", "Rådhustorvet 4, 7130 Juelsminde", "I dag med kage.//Nøglen hænger ved køkkenet." },
  { "duty-301", "da", "Biblioteket, Tørring", "/– Start computerne" },
  { "duty-302", "da", "Forsamlingshuset, Hedensted", "/– Start computerne" },
  { "duty-303", "sv", NULL, "/– Start computerne" },
  { "shift-200", "da", "Rådhustorvet 4, 7130 Juelsminde", "Anna Lindeskov/Gæst: nabo/Leif Ærensø, 10.30–13.00" },
  { "shift-201", "da", "Biblioteket, Tørring", "Bo Vestermark" },
};

static void
test_describes_a_week (void)
{
  g_autoptr (Sample) sample = sample_new ();
  add_notes (sample);
  g_autoptr (GPtrArray) events =
      hv_week_events_make (sample->roster, week ("2026-W19"), hv_week_events_count_typed, NULL);
  g_assert_cmpuint (events->len, ==, 4 + 6);

  for (gsize i = 0; i < G_N_ELEMENTS (event_cases); i++)
    {
      const HvEvent *event = find_event (events, event_cases[i].uid);
      g_test_message ("%s", event_cases[i].uid);
      g_assert_cmpstr (event->language, ==, event_cases[i].language);
      g_assert_cmpstr (event->place, ==, event_cases[i].place);
      g_assert_cmpstr (event->zone, ==, "Europe/Copenhagen");
      g_autofree char *lines = g_strdup (event->description);
      g_assert_nonnull (strstr (g_strdelimit (lines, "\n", '/'), event_cases[i].description));
    }

  /* The trainee is named, and fills no place: Anna and the neighbour are 2 of 3. */
  const HvEvent *house = find_event (events, "shift-200");
  g_assert_cmpint (house->present, ==, 2);
  g_assert_cmpint (house->needed, ==, 3);
  const HvEvent *duty = find_event (events, "duty-300");
  g_autofree char *items = g_strdup (duty->description);
  g_assert_true (g_str_has_suffix (g_strdelimit (items, "\n", '/'), "/– Lås op/– Tænd lyset/– Start computerne"));
}

/* A20: the house's entry of a house with hidden names says how many, and each person's own stays personal. */
static void
test_a20_hides_names (void)
{
  g_autoptr (Sample) sample = sample_new ();
  HvEdit *edit = sample_begin (sample);
  HvOrganisation *organisation = sample_change (sample, edit, HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->language, "en");
  sample_end (sample, edit);
  sample_assign (sample, ONLINE_19, KARLA);

  g_autoptr (GPtrArray) events =
      hv_week_events_make (sample->roster, week ("2026-W19"), hv_week_events_count_typed, NULL);
  g_autofree char *house = describe_event (find_event (events, "shift-203"));
  g_assert_cmpstr (house, ==, "IT-hjælp 2 of 3 |  | Shift 1/Shift 2");
  g_autofree char *own = describe_event (find_event (events, "made-1"));
  g_assert_cmpstr (own, ==, "IT-hjælp, Natlinjen |  | ");
}

static const struct
{
  const char *what;
  HvState state;
  bool absent;
  bool there;
} duty_cases[] = {
  { "planned", HV_STATE_PLANNED, false, true },
  { "planned, but away", HV_STATE_PLANNED, true, false },
  { "called off", HV_STATE_CALLED_OFF, false, false },
  { "swapped away", HV_STATE_SWAPPED, false, false },
  { "was there", HV_STATE_PRESENT, false, true },
  { "was there, although away", HV_STATE_PRESENT, true, true },
  { "did not come: the past stays as it was announced", HV_STATE_NO_SHOW, false, true },
};

static void
test_knows_whose_duty_it_is (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (duty_cases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      sample_set_state (sample, DUTY_OF (JUELSMINDE_19), duty_cases[i].state);
      if (duty_cases[i].absent)
        {
          HvEdit *edit = sample_begin (sample);
          HvAbsence *absence = hv_edit_add (edit, HV_KIND_ABSENCE);
          absence->volunteer = ANNA;
          absence->from = absence->to = hv_day_from_ymd (2026, 5, 4);
          sample_end (sample, edit);
        }
      g_test_message ("%s", duty_cases[i].what);
      const HvAssignment *duty = hv_roster_find_assignment (sample->roster, DUTY_OF (JUELSMINDE_19));
      g_assert_cmpint (hv_week_events_has (sample->roster, duty), ==, duty_cases[i].there);
    }
}

/* --- a story in several publishes --- */

static void
publish_first (Sample *sample)
{
}

static void
call_off_anna (Sample *sample)
{
  sample_set_state (sample, DUTY_OF (JUELSMINDE_19), HV_STATE_CALLED_OFF);
  sample_assign (sample, JUELSMINDE_19, KARLA);
}

static void
bring_anna_back (Sample *sample)
{
  sample_set_state (sample, DUTY_OF (JUELSMINDE_19), HV_STATE_PLANNED);
}

static void
move_duty (HvAssignment *duty, int minutes)
{
  duty->starts += minutes;
  duty->ends += minutes;
}

static void
begin_later (Sample *sample)
{
  HvEdit *edit = sample_begin (sample);
  const GPtrArray *duties =
      hv_roster_list_of (sample->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, SHIFT_OF (JUELSMINDE_19));
  for (guint i = 0; i < duties->len; i++)
    move_duty (hv_edit_change (edit, duties->pdata[i]), 60);
  HvShift *shift = sample_change (sample, edit, HV_KIND_SHIFT, SHIFT_OF (JUELSMINDE_19));
  shift->starts += 60;
  shift->ends += 60;
  HvOpening *opening = sample_change (sample, edit, HV_KIND_OPENING, JUELSMINDE_19);
  opening->starts += 60;
  opening->ends += 60;
  sample_end (sample, edit);
}

static void
rename_house (Sample *sample)
{
  HvEdit *edit = sample_begin (sample);
  HvHouse *house = sample_change (sample, edit, HV_KIND_HOUSE, JUELSMINDE);
  hv_set_text (&house->name, "Frivillighuset, Juelsminde; stuen");
  sample_end (sample, edit);
}

static void
close_torring (Sample *sample)
{
  HvEdit *edit = sample_begin (sample);
  HvOpening *opening = sample_change (sample, edit, HV_KIND_OPENING, TORRING_19);
  hv_set_text (&opening->closed, "lokalet optaget");
  sample_end (sample, edit);
}

static void
open_torring (Sample *sample)
{
  HvEdit *edit = sample_begin (sample);
  HvOpening *opening = sample_change (sample, edit, HV_KIND_OPENING, TORRING_19);
  hv_set_text (&opening->closed, NULL);
  sample_end (sample, edit);
}

static void
swap_bo_and_jens (Sample *sample)
{
  sample_set_state (sample, DUTY_OF (TORRING_19), HV_STATE_SWAPPED);
  sample_set_state (sample, DUTY_OF (HEDENSTED_19), HV_STATE_SWAPPED);
  sample_assign (sample, TORRING_19, JENS);
  sample_assign (sample, HEDENSTED_19, BO);
}

/* By dragging: the duty itself goes to another shift. */
static void
drag_anna_to_torring (Sample *sample)
{
  const HvShift *shift = hv_roster_find_shift (sample->roster, SHIFT_OF (TORRING_19));
  HvEdit *edit = sample_begin (sample);
  HvAssignment *duty = sample_change (sample, edit, HV_KIND_ASSIGNMENT, DUTY_OF (JUELSMINDE_19));
  duty->shift = shift->r.id;
  duty->house = shift->house;
  duty->starts = shift->starts;
  duty->ends = shift->ends;
  sample_end (sample, edit);
}

static void
take_anna_off (Sample *sample)
{
  sample_remove (sample, HV_KIND_ASSIGNMENT, DUTY_OF (JUELSMINDE_19));
}

static void
remove_night_shift (Sample *sample)
{
  sample_remove (sample, HV_KIND_ASSIGNMENT, DUTY_OF (ONLINE_19));
  sample_remove (sample, HV_KIND_SHIFT, SHIFT_OF (ONLINE_19));
}

static const struct
{
  const char *what;
  void (*act) (Sample *sample);
  const char *differences;
  HvOwner owner_kind;
  HvId owner;
  const char *feed; /* after publishing */
} story[] = {
  { "the first time", publish_first,
    "Anna Lindeskov: new shift, IT-hjælp, Juelsminde, Monday 4 May 10:00–13:00.\n"
    "Åsa Blåklint: new shift, IT-hjælp, Natlinjen, Saturday 9 May 22:00 to Sunday 06:00.\n"
    "Bo Vestermark: new shift, IT-hjælp, Tørring, Wednesday 6 May 10:00–13:00.\n"
    "Jens Åbrink: new shift, IT-hjælp, Hedensted, Thursday 7 May 10:00–13:00.\n"
    "Leif Ærensø: new shift, IT-hjælp, Juelsminde, Monday 4 May 10:00–13:00.",
    HV_OWNER_VOLUNTEER, ANNA, "duty-300 2026-05-04 10:00–13:00 #0" },
  { "A9: Anna calls off, Karla comes", call_off_anna,
    "Anna Lindeskov: removed, IT-hjælp, Juelsminde, Monday 4 May 10:00–13:00.\n"
    "Karla Ølholt: new shift, IT-hjælp, Juelsminde, Monday 4 May 10:00–13:00.",
    HV_OWNER_VOLUNTEER, ANNA, "duty-300 2026-05-04 10:00–13:00 #1 cancelled" },
  { "nothing since", publish_first, "", HV_OWNER_VOLUNTEER, ANNA, "duty-300 2026-05-04 10:00–13:00 #1 cancelled" },
  { "Anna comes after all", bring_anna_back,
    "Anna Lindeskov: new shift, IT-hjælp, Juelsminde, Monday 4 May 10:00–13:00.", HV_OWNER_VOLUNTEER, ANNA,
    "duty-300 2026-05-04 10:00–13:00 #2" },
  { "an hour later", begin_later,
    "Anna Lindeskov: new time, IT-hjælp, Juelsminde, Monday 4 May 11:00–14:00 (was 10:00–13:00).\n"
    "Karla Ølholt: new time, IT-hjælp, Juelsminde, Monday 4 May 11:00–14:00 (was 10:00–13:00).\n"
    "Leif Ærensø: new time, IT-hjælp, Juelsminde, Monday 4 May 11:00–14:00 (was 10:00–13:00).",
    HV_OWNER_VOLUNTEER, ANNA, "duty-300 2026-05-04 11:00–14:00 #3" },
  { "in the house's calendar too", publish_first, "", HV_OWNER_HOUSE, JUELSMINDE,
    "shift-200 2026-05-04 11:00–14:00 #1" },
  { "the house is renamed: nobody need be told", rename_house, "", HV_OWNER_VOLUNTEER, ANNA,
    "duty-300 2026-05-04 11:00–14:00 #3" },
  { "A16: Tørring closes", close_torring, "Bo Vestermark: cancelled, IT-hjælp, Tørring, Wednesday 6 May 10:00–13:00.",
    HV_OWNER_VOLUNTEER, BO, "duty-301 2026-05-06 10:00–13:00 #1 cancelled" },
  { "and its calendar", publish_first, "", HV_OWNER_HOUSE, TORRING, "shift-201 2026-05-06 10:00–13:00 #1 cancelled" },
  { "A16: Tørring opens again", open_torring,
    "Bo Vestermark: new shift, IT-hjælp, Tørring, Wednesday 6 May 10:00–13:00.", HV_OWNER_VOLUNTEER, BO,
    "duty-301 2026-05-06 10:00–13:00 #2" },
  { "A10: Bo and Jens swap", swap_bo_and_jens,
    "Bo Vestermark: moved from Tørring, Wednesday 6 May, to Hedensted, Thursday 7 May 10:00–13:00.\n"
    "Jens Åbrink: moved from Hedensted, Thursday 7 May, to Tørring, Wednesday 6 May 10:00–13:00.",
    HV_OWNER_VOLUNTEER, BO, "duty-301 2026-05-06 10:00–13:00 #3 cancelled; made-3 2026-05-07 10:00–13:00 #0" },
  { "Anna is dragged to Tørring", drag_anna_to_torring,
    "Anna Lindeskov: moved from Frivillighuset, Juelsminde; stuen, Monday 4 May, to Tørring, Wednesday 6 May "
    "10:00–13:00.",
    HV_OWNER_VOLUNTEER, ANNA, "duty-300 2026-05-06 10:00–13:00 #4" },
  { "and taken off", take_anna_off, "Anna Lindeskov: removed, IT-hjælp, Tørring, Wednesday 6 May 10:00–13:00.",
    HV_OWNER_VOLUNTEER, ANNA, "duty-300 2026-05-06 10:00–13:00 #5 cancelled" },
  { "the night shift is removed", remove_night_shift,
    "Åsa Blåklint: cancelled, IT-hjælp, Natlinjen, Saturday 9 May 22:00 to Sunday 06:00.", HV_OWNER_VOLUNTEER, ASA,
    "duty-303 2026-05-09 22:00–30:00 #1 cancelled" },
};

static void
test_tells_a_story (void)
{
  g_autoptr (Sample) sample = sample_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (story); i++)
    {
      g_test_message ("%s", story[i].what);
      sample->now += 600;
      story[i].act (sample);
      g_autofree char *differences = sample_describe_draft (sample, "2026-W19");
      g_assert_cmpstr (differences, ==, story[i].differences);

      hv_edit_free (sample_publish (sample, "2026-W19"));
      g_autofree char *left = sample_describe_draft (sample, "2026-W19");
      g_assert_cmpstr (left, ==, "");
      g_autofree char *feed = sample_describe_feed (sample, story[i].owner_kind, story[i].owner);
      g_assert_cmpstr (feed, ==, story[i].feed);
    }
}

/* --- what a publish touches --- */

/* Kind and id of everything an edit puts. */
static char *
describe_edit (const HvEdit *edit)
{
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      const HvRecord *record = put->record;
      g_string_append_printf (words, "%s%s%s", i > 0 ? ", " : "", put->remove ? "no " : "",
                              hv_kind_get_name (record->kind));
      if (record->kind == HV_KIND_EVENT)
        g_string_append_printf (words, " %s", ((const HvEvent *)record)->uid);
    }
  return g_string_free (words, FALSE);
}

static gint64
find_modified (const Sample *sample, HvOwner owner_kind, HvId owner)
{
  g_autoptr (GPtrArray) events = sample_list_events (sample, owner_kind, owner);
  return ((const HvEvent *)events->pdata[0])->modified;
}

static void
test_touches_what_changed (void)
{
  g_autoptr (Sample) sample = sample_new ();
  gint64 first = sample->now;
  hv_edit_free (sample_publish (sample, "2026-W19"));

  sample->now += DAY;
  g_autoptr (HvEdit) nothing = sample_publish (sample, "2026-W19");
  g_autofree char *untouched = describe_edit (nothing);
  g_assert_cmpstr (untouched, ==, "publication");
  g_assert_cmpint (hv_draft_find_published_at (sample->roster, week ("2026-W19")), ==, sample->now);
  g_assert_cmpint (find_modified (sample, HV_OWNER_VOLUNTEER, ANNA), ==, first);

  sample->now += DAY;
  rename_house (sample);
  g_autoptr (HvEdit) renamed = sample_publish (sample, "2026-W19");
  g_autofree char *texts = describe_edit (renamed);
  g_assert_cmpstr (texts, ==, "event shift-200, event duty-300, event duty-400, publication");
  g_assert_cmpint (find_modified (sample, HV_OWNER_VOLUNTEER, ANNA), ==, sample->now);
  g_assert_cmpint (find_modified (sample, HV_OWNER_VOLUNTEER, BO), ==, first);
}

static void
test_is_due_when_texts_change (void)
{
  static const struct
  {
    void (*act) (Sample *sample);
    bool due;
  } cases[] = { { publish_first, false }, { rename_house, true }, { call_off_anna, true } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      hv_edit_free (sample_publish (sample, "2026-W19"));
      cases[i].act (sample);
      g_autoptr (HvDraft) draft =
          hv_draft_new (sample->roster, week ("2026-W19"), NULL, hv_week_events_count_typed, NULL);
      g_assert_cmpint (hv_publication_is_due (draft), ==, cases[i].due);
    }
}

/* D15: the computer's clock goes back ten years; what subscribers compare does not. */
static void
test_never_goes_back (void)
{
  g_autoptr (Sample) sample = sample_new ();
  hv_edit_free (sample_publish (sample, "2026-W19"));
  gint64 before = find_modified (sample, HV_OWNER_VOLUNTEER, ANNA);

  sample->now -= G_GINT64_CONSTANT (3652) * DAY;
  call_off_anna (sample);
  hv_edit_free (sample_publish (sample, "2026-W19"));
  g_assert_cmpint (find_modified (sample, HV_OWNER_VOLUNTEER, ANNA), ==, before + 1);
}

/* --- from week to week --- */

static void
move_anna_to_next_week (Sample *sample)
{
  const HvShift *shift = hv_roster_find_shift (sample->roster, SHIFT_OF (JUELSMINDE_20));
  HvEdit *edit = sample_begin (sample);
  HvAssignment *duty = sample_change (sample, edit, HV_KIND_ASSIGNMENT, DUTY_OF (JUELSMINDE_19));
  duty->shift = shift->r.id;
  duty->starts = shift->starts;
  duty->ends = shift->ends;
  sample_end (sample, edit);
}

static void
test_moves_to_another_week (void)
{
  g_autoptr (Sample) sample = sample_new ();
  hv_edit_free (sample_publish (sample, "2026-W19"));
  move_anna_to_next_week (sample);

  g_autofree char *differences = sample_describe_draft (sample, "2026-W20");
  g_assert_cmpstr (differences, ==,
                   "Anna Lindeskov: moved from Juelsminde, Monday 4 May, to Juelsminde, Monday 11 May 10:00–13:00.");
  hv_edit_free (sample_publish (sample, "2026-W20"));
  g_autofree char *left = sample_describe_draft (sample, "2026-W19");
  g_assert_cmpstr (left, ==, "");
  hv_edit_free (sample_publish (sample, "2026-W19"));
  g_autofree char *feed = sample_describe_feed (sample, HV_OWNER_VOLUNTEER, ANNA);
  g_assert_cmpstr (feed, ==, "duty-300 2026-05-11 10:00–13:00 #1");
}

static void
test_moves_out_of_a_week_first (void)
{
  g_autoptr (Sample) sample = sample_new ();
  hv_edit_free (sample_publish (sample, "2026-W19"));
  move_anna_to_next_week (sample);

  hv_edit_free (sample_publish (sample, "2026-W19"));
  g_autofree char *cancelled = sample_describe_feed (sample, HV_OWNER_VOLUNTEER, ANNA);
  g_assert_cmpstr (cancelled, ==, "duty-300 2026-05-04 10:00–13:00 #1 cancelled");
  hv_edit_free (sample_publish (sample, "2026-W20"));
  g_autofree char *feed = sample_describe_feed (sample, HV_OWNER_VOLUNTEER, ANNA);
  g_assert_cmpstr (feed, ==, "duty-300 2026-05-11 10:00–13:00 #2");
}

/* The week a duty came from is not in the roster: its entry is handed in. */
static void
test_finds_entries_elsewhere (void)
{
  g_autoptr (Sample) sample = sample_new ();
  hv_edit_free (sample_publish (sample, "2026-W19"));
  move_anna_to_next_week (sample);
  hv_edit_free (sample_publish (sample, "2026-W19"));
  g_autoptr (GPtrArray) elsewhere = sample_list_events (sample, HV_OWNER_VOLUNTEER, ANNA);

  HvEdit *edit = sample_begin (sample);
  hv_edit_remove (edit, elsewhere->pdata[0]);
  sample_end (sample, edit);
  g_autoptr (HvDraft) draft =
      hv_draft_new (sample->roster, week ("2026-W20"), elsewhere, hv_week_events_count_typed, NULL);
  guint8 counter = 100;
  g_autoptr (HvEdit) published =
      hv_publication_make (draft, sample_random, &counter, sample->now, (HvEditSource){ .next_id = 9000 });
  const HvEvent *event =
      hv_edit_find (published, sample->roster, HV_KIND_EVENT, ((const HvRecord *)elsewhere->pdata[0])->id);
  g_assert_nonnull (event);
  g_assert_cmpint (event->sequence, ==, 2);
  g_assert_cmpint (event->cancelled, ==, 0);
}

/* A night from week 53 into week 1 belongs to week 53. */
static void
test_publishes_week_53 (void)
{
  g_autoptr (Sample) sample = sample_new ();
  sample_assign (sample, ONLINE_53, ASA);
  g_autofree char *none = sample_describe_draft (sample, "2027-W01");
  g_assert_cmpstr (none, ==, "");
  g_autofree char *differences = sample_describe_draft (sample, "2026-W53");
  g_assert_cmpstr (differences, ==,
                   "Åsa Blåklint: new shift, IT-hjælp, Natlinjen, Sunday 3 January 22:00 to Monday 06:00.");
  hv_edit_free (sample_publish (sample, "2026-W53"));
  g_autofree char *feed = sample_describe_feed (sample, HV_OWNER_HOUSE, ONLINE);
  g_assert_cmpstr (feed, ==, "shift-205 2027-01-03 22:00–30:00 #0");
}

/* --- how long a cancelled entry stays --- */

static const struct
{
  int days; /* after the end of the duty on 4 May at 13:00 */
  const char *feed;
} drop_cases[] = {
  { 0, "duty-300 2026-05-04 10:00–13:00 #1 cancelled" },
  { 13, "duty-300 2026-05-04 10:00–13:00 #1 cancelled" },
  { 15, "" },
};

static void
test_drops_what_is_over (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drop_cases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      hv_edit_free (sample_publish (sample, "2026-W19"));
      call_off_anna (sample);
      hv_edit_free (sample_publish (sample, "2026-W19"));

      /* Publishing any other week is enough. */
      sample->now = (minute ("2026-05-04 13:00") + drop_cases[i].days * 1440) * 60;
      hv_edit_free (sample_publish (sample, "2026-W20"));
      g_autofree char *feed = sample_describe_feed (sample, HV_OWNER_VOLUNTEER, ANNA);
      g_assert_cmpstr (feed, ==, drop_cases[i].feed);
    }
}

static const struct
{
  bool cancelled;
  int changed; /* days after its end that it was last published with a change */
  int days;
  bool shown;
} shown_cases[] = {
  { false, -7, -30, true },   { false, -7, 0, true },   { false, -7, 60, true },   { false, -7, 61, false },
  { true, -7, -30, true },    { true, -7, 14, true },   { true, -7, 15, false },   { false, 200, 260, true },
  { false, 200, 261, false }, { true, 200, 214, true }, { true, 200, 215, false },
};

static void
test_shows_some_weeks_back (void)
{
  g_autoptr (HvEvent) event = hv_record_new (HV_KIND_EVENT, 1);
  event->starts = minute ("2026-05-04 10:00");
  event->ends = minute ("2026-05-04 13:00");
  for (gsize i = 0; i < G_N_ELEMENTS (shown_cases); i++)
    {
      event->cancelled = shown_cases[i].cancelled;
      event->modified = (event->ends + shown_cases[i].changed * 1440) * 60;
      gint64 when = (event->ends + shown_cases[i].days * 1440) * 60;
      g_assert_cmpint (hv_publication_shows (event, HV_PUBLICATION_PAST_DAYS, when), ==, shown_cases[i].shown);
    }
}

/* --- words --- */

static void
test_says_how_things_are (void)
{
  g_autoptr (Sample) sample = sample_new ();
  HvZone *zone = zone_find ("Europe/Copenhagen", NULL);
  static const char *const expected[] = {
    "Week\u00a019 is not published yet.",
    "Week\u00a019 is as it was published on Friday 1 May at 20:14.",
    "Week\u00a019 has changed since it was published on Friday 1 May at 20:14.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      if (i == 1)
        hv_edit_free (sample_publish (sample, "2026-W19"));
      if (i == 2)
        call_off_anna (sample);
      g_autoptr (HvDraft) draft =
          hv_draft_new (sample->roster, week ("2026-W19"), NULL, hv_week_events_count_typed, NULL);
      g_autofree char *intro = hv_draft_format_intro (draft, zone, HV_LANGUAGE_EN);
      g_assert_cmpstr (intro, ==, expected[i]);
    }
}

static const struct
{
  guint n;
  gint64 published_at;
  const char *words;
} state_cases[] = {
  { 4, 1, "Draft · 4 changes are not published" }, { 1, 1, "Draft · 1 change is not published" }, { 0, 1, "Published" },
  { 0, HV_NONE, "Draft · not published yet" },     { 4, HV_NONE, "Draft · not published yet" },
};

static void
test_says_the_state (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_cases); i++)
    {
      g_autofree char *words = hv_draft_format_state (state_cases[i].n, state_cases[i].published_at, HV_LANGUAGE_EN);
      g_assert_cmpstr (words, ==, state_cases[i].words);
    }
}

static void
test_names_kinds (void)
{
  static const char *const names[] = { "new", "moved", "time", "removed", "cancelled" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (hv_difference_kind_get_name ((HvDifferenceKind)i), ==, names[i]);
}

/* --- addresses --- */

static guint
count_feeds (const Sample *sample, HvOwner owner_kind, HvFeedState state)
{
  const GPtrArray *feeds = hv_roster_list (sample->roster, HV_KIND_FEED);
  guint n = 0;
  for (guint i = 0; i < feeds->len; i++)
    {
      const HvFeed *feed = feeds->pdata[i];
      g_assert_true (hv_feed_is_token (feed->token));
      n += feed->owner_kind == (gint64)owner_kind && feed->state == (gint64)state;
    }
  return n;
}

static void
test_gives_everybody_an_address (void)
{
  g_autoptr (Sample) sample = sample_new ();
  hv_edit_free (sample_publish (sample, "2026-W20"));
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_VOLUNTEER, HV_FEED_LIVE), ==, 6);
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_HOUSE, HV_FEED_LIVE), ==, 4);
  g_assert_null (hv_feed_find_live (sample->roster, HV_OWNER_VOLUNTEER, OLE));

  HvEdit *edit = sample_begin (sample);
  HvVolunteer *anna = sample_change (sample, edit, HV_KIND_VOLUNTEER, ANNA);
  anna->archived = 1;
  sample_end (sample, edit);
  sample_remove (sample, HV_KIND_HOUSE, ONLINE);
  hv_edit_free (sample_publish (sample, "2026-W20"));
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_VOLUNTEER, HV_FEED_LIVE), ==, 5);
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_VOLUNTEER, HV_FEED_EMPTIED), ==, 1);
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_HOUSE, HV_FEED_EMPTIED), ==, 1);
}

static void
test_renews_an_address (void)
{
  g_autoptr (Sample) sample = sample_new ();
  hv_edit_free (sample_publish (sample, "2026-W19"));
  g_autofree char *old = g_strdup (hv_feed_find_live (sample->roster, HV_OWNER_VOLUNTEER, ANNA)->token);

  guint8 counter = 200;
  HvEdit *edit = sample_begin (sample);
  const HvFeed *made =
      hv_feed_renew (edit, sample->roster, HV_OWNER_VOLUNTEER, ANNA, sample_random, &counter, sample->now);
  g_assert_cmpstr (made->token, !=, old);
  /* The old one is closed before the new one is there. */
  g_assert_cmpint (((const HvFeed *)g_array_index (edit->puts, HvPut, 0).record)->state, ==, HV_FEED_EMPTIED);
  sample_end (sample, edit);
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_VOLUNTEER, HV_FEED_LIVE), ==, 6);
  g_assert_cmpuint (count_feeds (sample, HV_OWNER_VOLUNTEER, HV_FEED_EMPTIED), ==, 1);

  edit = sample_begin (sample);
  hv_feed_close (edit, sample->roster, HV_OWNER_VOLUNTEER, ANNA, sample->now);
  hv_feed_close (edit, sample->roster, HV_OWNER_VOLUNTEER, OLE, sample->now);
  sample_end (sample, edit);
  g_assert_null (hv_feed_find_live (sample->roster, HV_OWNER_VOLUNTEER, ANNA));
}

static void
all_ones (guint8 octets[16], gpointer unused)
{
  memset (octets, 0xff, 16);
}

static const struct
{
  const char *text;
  bool token;
} token_cases[] = {
  { "_____________________w", true },
  { "AAAAAAAAAAAAAAAAAAAAAA", true },
  { "0123456789abcdefghij-_", true },
  { NULL, false },
  { "", false },
  { "AAAAAAAAAAAAAAAAAAAAA", false },
  { "AAAAAAAAAAAAAAAAAAAAAAA", false },
  { "../../../../../../etc/x", false },
  { "AAAAAAAAAAAAAAAAAAAAA.", false },
  { "AAAAAAAAAAAAAAAAAAAAA\n", false },
};

static void
test_knows_an_address (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (token_cases); i++)
    g_assert_cmpint (hv_feed_is_token (token_cases[i].text), ==, token_cases[i].token);

  g_autoptr (Sample) sample = sample_new ();
  HvEdit *edit = sample_begin (sample);
  const HvFeed *feed = hv_feed_renew (edit, sample->roster, HV_OWNER_HOUSE, TORRING, all_ones, NULL, 0);
  g_assert_cmpstr (feed->token, ==, "_____________________w");
  hv_edit_free (edit);

  /* 128 bits of the kernel's, never twice. */
  guint8 one[16], other[16];
  hv_feed_random (one, NULL);
  hv_feed_random (other, NULL);
  g_assert_cmpint (memcmp (one, other, 16), !=, 0);
}

/* --- S5 and the promises of a feed, over random edits --- */

static void
edit_by_chance (Sample *sample)
{
  static const HvId openings[] = { JUELSMINDE_19, TORRING_19, HEDENSTED_19, ONLINE_19, JUELSMINDE_20 };
  HvId opening = openings[g_test_rand_int_range (0, G_N_ELEMENTS (openings))];
  const GPtrArray *duties = hv_roster_list (sample->roster, HV_KIND_ASSIGNMENT);
  HvId duty = ((const HvRecord *)duties->pdata[g_test_rand_int_range (0, (gint32)duties->len)])->id;
  HvEdit *edit;

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      {
        HvId volunteer = g_test_rand_int_range (ANNA, KARLA + 1);
        if (hv_roster_find_assigned (sample->roster, SHIFT_OF (opening), volunteer) == NULL)
          sample_assign (sample, opening, volunteer);
        break;
      }
    case 1:
      sample_set_state (sample, duty, (HvState)g_test_rand_int_range (0, HV_STATE_NO_SHOW + 1));
      break;
    case 2:
      if (duties->len > 3)
        sample_remove (sample, HV_KIND_ASSIGNMENT, duty);
      break;
    case 3:
      edit = sample_begin (sample);
      hv_set_text (&((HvOpening *)sample_change (sample, edit, HV_KIND_OPENING, opening))->closed,
                   g_test_rand_bit () ? "closed" : NULL);
      sample_end (sample, edit);
      break;
    case 4:
      edit = sample_begin (sample);
      move_duty (sample_change (sample, edit, HV_KIND_ASSIGNMENT, duty), g_test_rand_int_range (-60, 61));
      sample_end (sample, edit);
      break;
    case 5:
      {
        const HvShift *shift = hv_roster_find_shift (sample->roster, SHIFT_OF (opening));
        edit = sample_begin (sample);
        HvAssignment *moved = sample_change (sample, edit, HV_KIND_ASSIGNMENT, duty);
        moved->shift = shift->r.id;
        moved->house = shift->house;
        moved->starts = shift->starts;
        moved->ends = shift->ends;
        sample_end (sample, edit);
        break;
      }
    default:
      rename_house (sample);
      break;
    }
}

static char *
write_feed (const Sample *sample, HvOwner owner_kind, HvId owner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sample_list_events (sample, owner_kind, owner);
  const HvFeed *feed = hv_feed_find_live (sample->roster, owner_kind, owner);
  char *text = hv_feed_calendar_write (feed, sample->roster, events, zone_find, NULL, 0, &error);
  g_assert_no_error (error);
  return text;
}

/* Every duty ever seen belongs to one person for ever. */
static void
note_owner (GHashTable *owners, const char *uid, HvId owner)
{
  gpointer known;
  if (g_hash_table_lookup_extended (owners, uid, NULL, &known))
    g_assert_cmpint (GPOINTER_TO_INT (known), ==, owner);
  g_hash_table_insert (owners, g_strdup (uid), GINT_TO_POINTER ((int)owner));
}

static void
note_duties (GHashTable *owners, const Sample *sample)
{
  const GPtrArray *duties = hv_roster_list (sample->roster, HV_KIND_ASSIGNMENT);
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = duties->pdata[i];
      if (duty->volunteer != HV_NONE)
        note_owner (owners, duty->uid, duty->volunteer);
    }
}

static void
assert_feed_is_own (GHashTable *owners, const char *text, HvId volunteer)
{
  g_autoptr (StrictCalendar) calendar = strict_read (text);
  for (guint i = 0; i < calendar->events->len; i++)
    {
      gpointer owner = NULL;
      const char *uid = strict_get (calendar->events->pdata[i], "UID");
      g_assert_true (g_hash_table_lookup_extended (owners, uid, NULL, &owner));
      g_assert_cmpint (GPOINTER_TO_INT (owner), ==, volunteer);
    }
  g_assert_null (strstr (text, "secret@example.org"));
  g_assert_null (strstr (text, "12 34 56 78"));
  for (HvId other = ANNA; other <= KARLA; other++)
    {
      static const char *const names[] = { "Lindeskov", "Vestermark", "Åbrink", "Ærensø", "Blåklint", "Ølholt" };
      if (other != volunteer)
        g_assert_null (strstr (text, names[other - ANNA]));
    }
}

/* From one version of a feed to the next: stamps never go back; what is the same keeps its lines; what is to come does
 * not vanish. */
static void
assert_follows (const char *before, const char *after)
{
  g_autoptr (StrictCalendar) old = strict_read (before);
  g_autoptr (StrictCalendar) new = strict_read (after);
  for (guint i = 0; i < old->events->len; i++)
    {
      const GPtrArray *was = old->events->pdata[i];
      const GPtrArray *is = strict_find (new, strict_get (was, "UID"));
      g_assert_nonnull (is); /* nothing here ends long ago */
      gint64 sequence = g_ascii_strtoll (strict_get (is, "SEQUENCE"), NULL, 10);
      gint64 old_sequence = g_ascii_strtoll (strict_get (was, "SEQUENCE"), NULL, 10);
      bool moved = !g_str_equal (strict_get (is, "DTSTART"), strict_get (was, "DTSTART"))
                   || !g_str_equal (strict_get (is, "DTEND"), strict_get (was, "DTEND"))
                   || !g_str_equal (strict_get (is, "STATUS"), strict_get (was, "STATUS"));
      g_assert_cmpint (sequence, ==, old_sequence + moved);

      bool same = is->len == was->len;
      for (guint j = 0; same && j < is->len; j++)
        {
          const StrictLine *line = is->pdata[j], *old_line = was->pdata[j];
          bool stamp = g_str_equal (line->name, "DTSTAMP") || g_str_equal (line->name, "LAST-MODIFIED");
          same = stamp || g_str_equal (line->value, old_line->value);
        }
      int order = strcmp (strict_get (is, "DTSTAMP"), strict_get (was, "DTSTAMP"));
      if (same)
        g_assert_cmpint (order, ==, 0);
      else
        g_assert_cmpint (order, >, 0);
    }
}

static void
test_s5_keeps_its_promises (void)
{
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  note_duties (owners, sample);
  for (HvId volunteer = ANNA; volunteer <= KARLA; volunteer++)
    g_ptr_array_add (texts, NULL);

  for (int round = 0; round < 150; round++)
    {
      for (int edits = g_test_rand_int_range (0, 4); edits > 0; edits--)
        {
          edit_by_chance (sample);
          note_duties (owners, sample);
        }
      sample->now += 60;
      hv_edit_free (sample_publish (sample, g_test_rand_int_range (0, 4) > 0 ? "2026-W19" : "2026-W20"));

      for (HvId volunteer = ANNA; volunteer <= KARLA; volunteer++)
        {
          g_autofree char *text = write_feed (sample, HV_OWNER_VOLUNTEER, volunteer);
          gpointer *last = &texts->pdata[volunteer - ANNA];
          assert_feed_is_own (owners, text, volunteer);
          if (*last != NULL)
            assert_follows (*last, text);
          g_free (*last);
          *last = g_steal_pointer (&text);
        }
      g_autofree char *house = write_feed (sample, HV_OWNER_HOUSE, JUELSMINDE);
      strict_free (strict_read (house));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publication/describes-a-week", test_describes_a_week);
  g_test_add_func ("/publication/a20-hides-names", test_a20_hides_names);
  g_test_add_func ("/publication/knows-whose-duty-it-is", test_knows_whose_duty_it_is);
  g_test_add_func ("/publication/tells-a-story", test_tells_a_story);
  g_test_add_func ("/publication/touches-what-changed", test_touches_what_changed);
  g_test_add_func ("/publication/is-due-when-texts-change", test_is_due_when_texts_change);
  g_test_add_func ("/publication/never-goes-back", test_never_goes_back);
  g_test_add_func ("/publication/moves-to-another-week", test_moves_to_another_week);
  g_test_add_func ("/publication/moves-out-of-a-week-first", test_moves_out_of_a_week_first);
  g_test_add_func ("/publication/finds-entries-elsewhere", test_finds_entries_elsewhere);
  g_test_add_func ("/publication/publishes-week-53", test_publishes_week_53);
  g_test_add_func ("/publication/drops-what-is-over", test_drops_what_is_over);
  g_test_add_func ("/publication/shows-some-weeks-back", test_shows_some_weeks_back);
  g_test_add_func ("/publication/says-how-things-are", test_says_how_things_are);
  g_test_add_func ("/publication/says-the-state", test_says_the_state);
  g_test_add_func ("/publication/names-kinds", test_names_kinds);
  g_test_add_func ("/publication/gives-everybody-an-address", test_gives_everybody_an_address);
  g_test_add_func ("/publication/renews-an-address", test_renews_an_address);
  g_test_add_func ("/publication/knows-an-address", test_knows_an_address);
  g_test_add_func ("/publication/s5-keeps-its-promises", test_s5_keeps_its_promises);
  return g_test_run ();
}
