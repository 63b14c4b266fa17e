/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "published-sample.h"

#include <string.h>

/* --- the organisation --- */

static void
add_people_and_places (HvRosterBuilder *builder)
{
  static const struct
  {
    HvId id;
    const char *name;
    const char *language;
  } people[] = {
    { ANNA, "Anna Lindeskov", NULL }, { BO, "Bo Vestermark", NULL }, { JENS, "Jens Åbrink", NULL },
    { LEIF, "Leif Ærensø", NULL },    { ASA, "Åsa Blåklint", "sv" }, { KARLA, "Karla Ølholt", "en" },
    { OLE, "Ole Gammel", NULL },
  };
  static const char *const houses[] = { NULL, "Juelsminde", "Tørring", "Hedensted", "Natlinjen" };

  HvOrganisation *organisation = hv_record_new (HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->name, "Ældrehjælpen");
  hv_set_text (&organisation->country, "DK");
  hv_set_text (&organisation->zone, "Europe/Copenhagen");
  hv_set_text (&organisation->language, "da");
  hv_roster_builder_take (builder, organisation);

  for (HvId id = JUELSMINDE; id <= ONLINE; id++)
    {
      HvHouse *house = hv_record_new (HV_KIND_HOUSE, id);
      hv_set_text (&house->name, houses[id]);
      house->position = id;
      house->hide_names = id == ONLINE;
      hv_roster_builder_take (builder, house);
    }
  for (HvId id = IT; id <= HOST; id++)
    {
      HvRole *role = hv_record_new (HV_KIND_ROLE, id);
      hv_set_text (&role->name, id == IT ? "IT-hjælp" : "Kaffevært");
      role->serves = id == IT;
      hv_roster_builder_take (builder, role);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, people[i].id);
      hv_volunteer_set_name (volunteer, people[i].name);
      hv_set_text (&volunteer->language, people[i].language);
      hv_set_text (&volunteer->phone, "12 34 56 78");
      hv_set_text (&volunteer->email, "secret@example.org");
      volunteer->archived = people[i].id == OLE;
      hv_roster_builder_take (builder, volunteer);
    }
  HvSkill *skill = hv_record_new (HV_KIND_SKILL, 30);
  skill->volunteer = LEIF;
  skill->role = IT;
  skill->level = HV_LEVEL_TRAINEE;
  hv_roster_builder_take (builder, skill);
}

static void
add_duty (HvRosterBuilder *builder, HvId id, HvId opening, HvId volunteer, const char *guest, HvSpan span)
{
  HvAssignment *duty = hv_record_new (HV_KIND_ASSIGNMENT, id);
  duty->house = JUELSMINDE;
  duty->shift = SHIFT_OF (opening);
  duty->volunteer = volunteer;
  duty->starts = span.from;
  duty->ends = span.to;
  hv_set_text (&duty->guest, guest);
  duty->uid = g_strdup_printf ("duty-%d", (int)id);
  hv_roster_builder_take (builder, duty);
}

static void
add_openings (HvRosterBuilder *builder)
{
  static const struct
  {
    HvId id;
    HvId house;
    const char *starts;
    const char *ends;
    HvId volunteer;
  } openings[] = {
    { JUELSMINDE_19, JUELSMINDE, "2026-05-04 10:00", "2026-05-04 13:00", ANNA },
    { TORRING_19, TORRING, "2026-05-06 10:00", "2026-05-06 13:00", BO },
    { HEDENSTED_19, HEDENSTED, "2026-05-07 10:00", "2026-05-07 13:00", JENS },
    { ONLINE_19, ONLINE, "2026-05-09 22:00", "2026-05-10 06:00", ASA },
    { JUELSMINDE_20, JUELSMINDE, "2026-05-11 10:00", "2026-05-11 13:00", HV_NONE },
    { ONLINE_53, ONLINE, "2027-01-03 22:00", "2027-01-04 06:00", HV_NONE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      HvSpan span = { minute (openings[i].starts), minute (openings[i].ends) };
      HvOpening *opening = hv_record_new (HV_KIND_OPENING, openings[i].id);
      opening->house = openings[i].house;
      opening->starts = span.from;
      opening->ends = span.to;
      hv_roster_builder_take (builder, opening);

      HvShift *shift = hv_record_new (HV_KIND_SHIFT, SHIFT_OF (openings[i].id));
      shift->house = openings[i].house;
      shift->opening = openings[i].id;
      shift->role = IT;
      shift->starts = span.from;
      shift->ends = span.to;
      shift->minimum = 3;
      shift->uid = g_strdup_printf ("shift-%d", (int)SHIFT_OF (openings[i].id));
      hv_roster_builder_take (builder, shift);

      if (openings[i].volunteer != HV_NONE)
        add_duty (builder, DUTY_OF (openings[i].id), openings[i].id, openings[i].volunteer, NULL, span);
    }
  HvSpan monday = { minute ("2026-05-04 10:00"), minute ("2026-05-04 13:00") };
  add_duty (builder, DUTY_LEIF, JUELSMINDE_19, LEIF, NULL, monday);
  add_duty (builder, DUTY_NEIGHBOUR, JUELSMINDE_19, HV_NONE, "Gæst: nabo", monday);
}

Sample *
sample_new (void)
{
  Sample *sample = g_new0 (Sample, 1);
  HvRosterBuilder *builder = hv_roster_builder_new ();
  hv_roster_builder_set_weeks (builder, week ("2026-W18"), week ("2027-W01"));
  add_people_and_places (builder);
  add_openings (builder);
  sample->roster = hv_roster_builder_end (builder);
  sample->now = minute ("2026-05-01 18:14") * 60;
  sample->next_id = 1000;
  return sample;
}

void
sample_free (Sample *sample)
{
  hv_roster_unref (sample->roster);
  g_free (sample);
}

/* --- what is done to it --- */

static HvEditSource
make_source (Sample *sample)
{
  HvEditSource source = { .next_id = sample->next_id };
  memcpy (source.random, &sample->next_id, sizeof sample->next_id);
  sample->next_id += 1000;
  return source;
}

HvEdit *
sample_begin (Sample *sample)
{
  return hv_edit_new ("test", make_source (sample));
}

static void
apply (Sample *sample, const HvEdit *edit)
{
  HvRoster *next = hv_roster_apply (sample->roster, edit);
  hv_roster_unref (sample->roster);
  sample->roster = next;
}

void
sample_end (Sample *sample, HvEdit *edit)
{
  apply (sample, edit);
  hv_edit_free (edit);
}

gpointer
sample_change (Sample *sample, HvEdit *edit, HvKind kind, HvId id)
{
  return hv_edit_change (edit, hv_roster_find (sample->roster, kind, id));
}

HvId
sample_assign (Sample *sample, HvId opening, HvId volunteer)
{
  const HvShift *shift = hv_roster_find_shift (sample->roster, SHIFT_OF (opening));
  HvEdit *edit = sample_begin (sample);
  HvAssignment *duty = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  HvId id = duty->r.id;
  duty->house = shift->house;
  duty->shift = shift->r.id;
  duty->volunteer = volunteer;
  duty->starts = shift->starts;
  duty->ends = shift->ends;
  g_free (duty->uid);
  duty->uid = g_strdup_printf ("made-%d", ++sample->n_made);
  sample_end (sample, edit);
  return id;
}

void
sample_set_state (Sample *sample, HvId duty, HvState state)
{
  HvEdit *edit = sample_begin (sample);
  HvAssignment *changed = sample_change (sample, edit, HV_KIND_ASSIGNMENT, duty);
  changed->state = state;
  sample_end (sample, edit);
}

void
sample_remove (Sample *sample, HvKind kind, HvId id)
{
  HvEdit *edit = sample_begin (sample);
  hv_edit_remove (edit, hv_roster_find (sample->roster, kind, id));
  sample_end (sample, edit);
}

void
sample_random (guint8 octets[16], gpointer counter)
{
  guint8 *count = counter;
  for (int i = 0; i < 16; i++)
    octets[i] = (guint8)(*count * 31 + i * 7);
  (*count)++;
}

HvEdit *
sample_publish (Sample *sample, const char *text)
{
  guint8 counter = (guint8)hv_roster_list (sample->roster, HV_KIND_FEED)->len;
  g_autoptr (HvDraft) draft = hv_draft_new (sample->roster, week (text), NULL, hv_week_events_count_typed, NULL);
  HvEdit *edit = hv_publication_make (draft, sample_random, &counter, sample->now, make_source (sample));
  hv_edit_trim (edit, sample->roster);
  apply (sample, edit);
  return edit;
}

/* --- what it shows --- */

char *
sample_describe_draft (const Sample *sample, const char *text)
{
  g_autoptr (HvDraft) draft = hv_draft_new (sample->roster, week (text), NULL, hv_week_events_count_typed, NULL);
  g_assert_cmpuint (hv_draft_count_differences (sample->roster, week (text), NULL), ==, draft->differences->len);

  GString *words = g_string_new (NULL);
  for (guint i = 0; i < draft->differences->len; i++)
    {
      g_autofree char *line =
          hv_difference_format (&g_array_index (draft->differences, HvDifference, i), HV_LANGUAGE_EN);
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (words, FALSE);
}

static int
compare_events_cb (gconstpointer a, gconstpointer b)
{
  const HvEvent *one = *(HvEvent *const *)a, *other = *(HvEvent *const *)b;
  if (one->starts != other->starts)
    return one->starts < other->starts ? -1 : 1;
  return strcmp (one->uid, other->uid);
}

GPtrArray *
sample_list_events (const Sample *sample, HvOwner owner_kind, HvId owner)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (hv_record_unref);
  const GPtrArray *events = hv_roster_list (sample->roster, HV_KIND_EVENT);
  for (guint i = 0; i < events->len; i++)
    {
      HvEvent *event = events->pdata[i];
      if (event->owner_kind == (gint64)owner_kind && event->owner == owner)
        g_ptr_array_add (found, hv_record_ref (event));
    }
  g_ptr_array_sort (found, compare_events_cb);
  return found;
}

char *
sample_describe_feed (const Sample *sample, HvOwner owner_kind, HvId owner)
{
  g_autoptr (GPtrArray) events = sample_list_events (sample, owner_kind, owner);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const HvEvent *event = events->pdata[i];
      HvSpan span = { event->starts, event->ends };
      g_autofree char *day = hv_day_format (hv_minute_get_day (span.from));
      g_autofree char *from = hv_span_format_from (span);
      g_autofree char *to = hv_span_format_to (span);
      g_string_append_printf (words, "%s%s %s %s–%s #%d%s", i > 0 ? "; " : "", event->uid, day, from, to,
                              (int)event->sequence, event->cancelled ? " cancelled" : "");
    }
  return g_string_free (words, FALSE);
}
