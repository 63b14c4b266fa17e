/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-events.h"

#include "hv-format.h"
#include "hv-name.h"
#include "hv-presence.h"
#include "hv-week-words.h"

#include <string.h>

/* One week being written down. */
typedef struct
{
  const HvRoster *roster;
  HvWeek week;
  HvCountNeeded count_needed; /* NULL: without texts and houses */
  gpointer data;
  GPtrArray *events;
} Job;

HvLanguage
hv_week_events_get_language (const HvRoster *roster, const HvVolunteer *volunteer)
{
  HvLanguage language = HV_LANGUAGE_EN;
  if (volunteer == NULL || !hv_language_parse (volunteer->language, &language))
    hv_language_parse (hv_roster_get_organisation (roster)->language, &language);
  return language;
}

gint64
hv_week_events_count_typed (const HvShift *shift, gpointer unused)
{
  return shift->wanted != HV_NONE ? shift->wanted : MAX (0, shift->minimum);
}

/* --- texts --- */

/* The lines of a text that are not empty, each after a mark. */
static void
append_lines (GString *out, const char *text, const char *mark)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (out, "%s%s%s", out->len > 0 ? "\n" : "", mark, lines[i]);
}

static void
append_note (GString *out, const char *note)
{
  if (note == NULL || *note == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, note);
}

static void
append_checklists (GString *out, const HvHouse *house, const HvRole *role, HvLanguage language)
{
  g_autoptr (GString) items = g_string_new (NULL);
  if (house->checklist != NULL)
    append_lines (items, house->checklist, "– ");
  if (role != NULL && role->checklist != NULL)
    append_lines (items, role->checklist, "– ");
  if (items->len == 0)
    return;

  append_note (out, hv_text (language, "Check list:"));
  g_string_append_printf (out, "\n%s", items->str);
}

/* NULL when there is nothing to say. */
static char *
take_text (GString *text)
{
  return g_string_free (text, text->len == 0);
}

static char *
describe_duty (const HvShift *shift, const HvHouse *house, const HvRole *role, HvLanguage language)
{
  GString *text = g_string_new (NULL);
  append_note (text, shift->note);
  append_note (text, house->note);
  append_checklists (text, house, role, language);
  return take_text (text);
}

/* Where to go, on one line: an event's own address, else the text for calendars, else the address. */
static char *
find_place (const HvOpening *opening, const HvHouse *house)
{
  const char *place = opening->address != NULL ? opening->address
                      : house->place != NULL   ? house->place
                                               : house->address;
  if (place == NULL)
    return NULL;

  g_auto (GStrv) lines = g_strsplit (place, "\n", -1);
  GString *line = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (line, "%s%s",
                              line->len == 0                      ? ""
                              : g_str_has_suffix (line->str, ",") ? " "
                                                                  : ", ",
                              lines[i]);
  return take_text (line);
}

/* --- the people of a shift --- */

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Sort key, a tab, what is shown: so that the order is that of the names, whoever came first. */
static char *
make_line (const HvRoster *roster, const HvAssignment *assignment, HvLanguage language)
{
  const char *name = hv_week_words_name (roster, assignment);
  g_autofree char *key = hv_name_sort_key (name, language);
  if (!assignment->own_span)
    return g_strdup_printf ("%s\t%s", key, name);
  g_autofree char *hours = hv_format_hours (hv_assignment_get_span (assignment), language);
  return g_strdup_printf ("%s\t%s, %s", key, name, hours);
}

static char *
describe_people (const HvRoster *roster, const HvShift *shift, const HvHouse *house, HvLanguage language)
{
  const GPtrArray *assigned = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < assigned->len; i++)
    if (hv_presence_is_there (roster, assigned->pdata[i]))
      g_ptr_array_add (lines, make_line (roster, assigned->pdata[i], language));
  g_ptr_array_sort (lines, compare_texts_cb);

  GString *text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      if (house->hide_names)
        /* TRANSLATORS: stands for somebody whose name is hidden: "Vagt 1", "Pass 1" */
        g_string_append_printf (text, hv_text (language, "Shift %u"), i + 1);
      else
        g_string_append (text, strchr (lines->pdata[i], '\t') + 1);
    }
  return take_text (text);
}

/* --- entries --- */

bool
hv_week_events_has (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvVolunteer *volunteer =
      assignment->volunteer != HV_NONE ? hv_roster_find_volunteer (roster, assignment->volunteer) : NULL;
  if (volunteer == NULL || volunteer->archived)
    return false;
  return assignment->state == HV_STATE_NO_SHOW || hv_presence_is_there (roster, assignment);
}

static HvEvent *
add_event (Job *job, HvOwner owner_kind, HvId owner, HvId subject, const HvShift *shift, HvSpan span)
{
  HvEvent *event = hv_record_new (HV_KIND_EVENT, 0);
  event->house = shift->house;
  event->owner_kind = owner_kind;
  event->owner = owner;
  event->subject = subject;
  event->week = job->week.monday;
  event->starts = span.from;
  event->ends = span.to;
  hv_set_text (&event->zone, hv_roster_get_zone_name (job->roster, shift->house));
  g_ptr_array_add (job->events, event);
  return event;
}

static void
set_texts (HvEvent *event, const char *uid, const HvOpening *opening, const HvHouse *house, const HvRole *role,
           HvLanguage language)
{
  hv_set_text (&event->uid, uid);
  hv_set_text (&event->language, hv_language_get_code (language));
  hv_set_text (&event->role, role != NULL ? role->name : NULL);
  hv_set_text (&event->house_name, house->name);
  event->place = find_place (opening, house);
}

static void
add_duty (Job *job, const HvOpening *opening, const HvShift *shift, const HvHouse *house, const HvRole *role,
          const HvAssignment *assignment)
{
  HvEvent *event = add_event (job, HV_OWNER_VOLUNTEER, assignment->volunteer, assignment->r.id, shift,
                              hv_assignment_get_span (assignment));
  if (job->count_needed == NULL)
    return;

  HvLanguage language =
      hv_week_events_get_language (job->roster, hv_roster_find_volunteer (job->roster, assignment->volunteer));
  set_texts (event, assignment->uid, opening, house, role, language);
  event->description = describe_duty (shift, house, role, language);
}

static void
add_shift (Job *job, const HvOpening *opening, const HvShift *shift, const HvHouse *house, const HvRole *role)
{
  HvLanguage language = hv_week_events_get_language (job->roster, NULL);
  HvEvent *event = add_event (job, HV_OWNER_HOUSE, shift->house, shift->r.id, shift, hv_shift_get_span (shift));
  set_texts (event, shift->uid, opening, house, role, language);
  event->description = describe_people (job->roster, shift, house, language);
  event->present = hv_roster_count_filling (job->roster, shift);
  event->needed = job->count_needed (shift, job->data);
}

static void
add_opening (Job *job, const HvOpening *opening)
{
  const HvHouse *house = hv_roster_find_house (job->roster, opening->house);
  if (house == NULL || opening->closed != NULL)
    return;

  const GPtrArray *shifts = hv_roster_list_of (job->roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = shifts->pdata[i];
      const HvRole *role = hv_roster_find_role (job->roster, shift->role);
      if (job->count_needed != NULL)
        add_shift (job, opening, shift, house, role);

      const GPtrArray *assigned = hv_roster_list_of (job->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
      for (guint j = 0; j < assigned->len; j++)
        if (hv_week_events_has (job->roster, assigned->pdata[j]))
          add_duty (job, opening, shift, house, role, assigned->pdata[j]);
    }
}

static GPtrArray *
make (const HvRoster *roster, HvWeek week, HvCountNeeded count_needed, gpointer data)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (hv_record_unref);
  Job job = { roster, week, count_needed, data, events };
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, HV_NONE);
  for (guint i = 0; i < openings->len; i++)
    add_opening (&job, openings->pdata[i]);
  return events;
}

GPtrArray *
hv_week_events_make (const HvRoster *roster, HvWeek week, HvCountNeeded count_needed, gpointer data)
{
  g_return_val_if_fail (count_needed != NULL, NULL);
  return make (roster, week, count_needed, data);
}

GPtrArray *
hv_week_events_make_bare (const HvRoster *roster, HvWeek week)
{
  return make (roster, week, NULL, NULL);
}
