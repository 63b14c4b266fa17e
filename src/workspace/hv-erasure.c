/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-erasure.h"

#include <string.h>

#define SIGN_CHARACTERS 4

typedef struct
{
  const HvRoster *roster;
  const HvVolunteer *volunteer;
  HvErasure *erasure;
  HvMinute now;
  GHashTable *shifts; /* ids of shifts they were or are on */
} Job;

/* --- the sign --- */

static const char alphabet[] = "23456789CFGHJKLMNPQRTVWX";

static char *
format_sign (const char *sign, HvLanguage language)
{
  /* TRANSLATORS: stands for the name of somebody whose personal data was erased; the sign tells several apart */
  return hv_text_format (language, "Erased %s", sign);
}

/* Four letters and figures that nobody confuses, from what makes uids: they say nothing
 * of the person, not even when the person was entered. */
static char *
make_sign (HvEdit *edit, HvLanguage language)
{
  g_autofree char *uid = hv_edit_new_uid (edit);
  char sign[SIGN_CHARACTERS + 1] = { 0 };
  guint32 number = g_str_hash (uid);
  for (int i = 0; i < SIGN_CHARACTERS; i++, number /= strlen (alphabet))
    sign[i] = alphabet[number % strlen (alphabet)];
  return format_sign (sign, language);
}

bool
hv_erasure_is_sign (const char *name)
{
  static const HvLanguage languages[] = { HV_LANGUAGE_DA, HV_LANGUAGE_SV, HV_LANGUAGE_EN };
  gsize length = strlen (name);
  const char *sign = length < SIGN_CHARACTERS ? name : name + length - SIGN_CHARACTERS;
  if (strlen (sign) != SIGN_CHARACTERS || strspn (sign, alphabet) != SIGN_CHARACTERS)
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *whole = format_sign (sign, languages[i]);
      if (g_str_equal (whole, name))
        return true;
    }
  return false;
}

static HvLanguage
get_language (const HvRoster *roster)
{
  HvLanguage language = HV_LANGUAGE_EN;
  const char *code = hv_roster_get_organisation (roster)->language;
  if (code != NULL)
    hv_language_parse (code, &language);
  return language;
}

/* --- mentions --- */

/* Whether a name ends where it is found, and does not go on: as a word, or as a whole
 * item of a list of names ("Bo" is not "Bo Vestermark"). */
static bool
stands_alone (const char *text, const char *at, const char *after, bool as_item)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar next = g_utf8_get_char (after);
  if (g_unichar_isalnum (before) || g_unichar_isalnum (next))
    return false;
  if (!as_item)
    return true;
  while (at > text && at[-1] == ' ')
    at--;
  return (at == text || strchr (",;:\n", at[-1]) != NULL) && strchr (",;\n", *after) != NULL;
}

/* The text with the sign in the place of the name; NULL when it is not in there. */
static char *
replace_name (const char *text, const char *name, const char *sign, bool as_item)
{
  g_autoptr (GString) replaced = g_string_new (NULL);
  const char *rest = text;
  bool found = false;
  for (const char *at = strstr (text, name); at != NULL; at = strstr (at, name))
    {
      const char *after = at + strlen (name);
      if (!stands_alone (text, at, after, as_item))
        {
          at = after;
          continue;
        }
      found = true;
      g_string_append_len (replaced, rest, at - rest);
      g_string_append (replaced, sign);
      at = rest = after;
    }
  g_string_append (replaced, rest);
  return found ? g_string_free (g_steal_pointer (&replaced), FALSE) : NULL;
}

static void
replace_in_record (Job *job, gconstpointer record)
{
  gsize n_fields;
  const HvField *fields = hv_kind_get_fields (((const HvRecord *)record)->kind, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      const char *text = fields[i].type == HV_FIELD_TEXT ? hv_record_get_text (record, &fields[i]) : NULL;
      g_autofree char *replaced =
          text == NULL ? NULL : replace_name (text, job->volunteer->name, job->erasure->sign, job->erasure->careful);
      if (replaced == NULL)
        continue;
      hv_record_set_text (hv_edit_change (job->erasure->edit, record), &fields[i], replaced);
      job->erasure->n_mentions++;
    }
}

static bool
is_theirs (Job *job, gconstpointer record)
{
  const HvRecord *any = record;
  if (any->kind == HV_KIND_EVENT)
    return g_hash_table_contains (job->shifts, &((const HvEvent *)record)->subject);
  return any->kind == HV_KIND_SHIFT && g_hash_table_contains (job->shifts, &any->id);
}

/* Names of people are not texts about this one: a namesake keeps theirs. Calendars have
 * names in them, and the day notes sometimes. */
static void
replace_mentions (Job *job)
{
  static const HvKind kinds[] = { HV_KIND_ORGANISATION, HV_KIND_ROLE,    HV_KIND_HOUSE, HV_KIND_CLOSED,
                                  HV_KIND_FACTOR,       HV_KIND_OPENING, HV_KIND_SHIFT, HV_KIND_ASSIGNMENT,
                                  HV_KIND_VISIT,        HV_KIND_EVENT };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *records = hv_roster_list (job->roster, kinds[i]);
      for (guint j = 0; j < records->len; j++)
        {
          gconstpointer record = g_ptr_array_index (records, j);
          const HvRecord *left =
              hv_edit_find (job->erasure->edit, job->roster, kinds[i], ((const HvRecord *)record)->id);
          if (left != NULL && (!job->erasure->careful || is_theirs (job, record)))
            replace_in_record (job, left);
        }
    }
}

/* Notes that others have, about them. */
static void
replace_in_people (Job *job)
{
  const GPtrArray *people = hv_roster_list (job->roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < people->len && !job->erasure->careful; i++)
    {
      const HvVolunteer *other = g_ptr_array_index (people, i);
      if (other->r.id != job->volunteer->r.id)
        replace_in_record (job, other);
    }
}

/* A name that is part of another's would take that one out of the log too. */
static GStrv
list_words (const HvVolunteer *volunteer, bool careful)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  if (!careful)
    g_strv_builder_add (words, volunteer->name);
  if (volunteer->phone != NULL)
    g_strv_builder_add (words, volunteer->phone);
  if (volunteer->email != NULL)
    g_strv_builder_add (words, volunteer->email);
  return g_strv_builder_end (words);
}

static bool
has_namesake (const HvRoster *roster, const HvVolunteer *volunteer)
{
  const GPtrArray *people = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < people->len; i++)
    {
      const HvVolunteer *other = g_ptr_array_index (people, i);
      if (other->r.id != volunteer->r.id && strstr (other->name, volunteer->name) != NULL)
        return true;
    }
  return false;
}

/* --- the person --- */

static void
forget_person (Job *job)
{
  const HvVolunteer *before = job->volunteer;
  HvVolunteer *changed = hv_edit_change (job->erasure->edit, before);
  job->erasure->had_phone = before->phone != NULL;
  job->erasure->had_email = before->email != NULL;
  job->erasure->had_note = before->note != NULL;

  hv_volunteer_set_name (changed, job->erasure->sign);
  hv_set_text (&changed->phone, NULL);
  hv_set_text (&changed->email, NULL);
  hv_set_text (&changed->language, NULL);
  hv_set_text (&changed->note, NULL);
  /* The id that a file gave them is made of the name as a rule. */
  hv_set_text (&changed->r.ext, NULL);
  hv_set_text (&changed->r.extra, NULL);
  changed->from = changed->until = HV_NONE;
  changed->eight_weeks = changed->most_week = changed->most_four_weeks = changed->rest_hours = HV_NONE;
  changed->archived = 1;
}

static void
remove_all (Job *job, HvKind kind)
{
  const GPtrArray *records = hv_roster_list_of (job->roster, kind, HV_KIND_VOLUNTEER, job->volunteer->r.id);
  for (guint i = 0; i < records->len; i++)
    hv_edit_remove (job->erasure->edit, g_ptr_array_index (records, i));
}

/* A trainee filled no place: without the role the old weeks would count another. */
static void
keep_trainee_roles (Job *job)
{
  const GPtrArray *skills = hv_roster_list_of (job->roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, job->volunteer->r.id);
  for (guint i = 0; i < skills->len; i++)
    {
      const HvSkill *skill = g_ptr_array_index (skills, i);
      if (skill->level != HV_LEVEL_TRAINEE)
        hv_edit_remove (job->erasure->edit, skill);
    }
}

static bool
covers_duty (Job *job, const HvAbsence *absence)
{
  const GPtrArray *duties =
      hv_roster_list_of (job->roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, job->volunteer->r.id);
  HvSpan span = hv_absence_get_span (absence);
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      if (duty->starts <= job->now && duty->state == HV_STATE_PLANNED
          && hv_span_overlaps (hv_assignment_get_span (duty), span))
        return true;
    }
  return false;
}

static void
forget_absences (Job *job)
{
  const GPtrArray *absences = hv_roster_list_of (job->roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, job->volunteer->r.id);
  for (guint i = 0; i < absences->len; i++)
    {
      const HvAbsence *absence = g_ptr_array_index (absences, i);
      if (!covers_duty (job, absence))
        {
          hv_edit_remove (job->erasure->edit, absence);
          continue;
        }
      HvAbsence *changed = hv_edit_change (job->erasure->edit, absence);
      hv_set_text (&changed->reason, NULL);
      hv_set_text (&changed->r.ext, NULL);
      hv_set_text (&changed->r.extra, NULL);
      job->erasure->n_absences++;
    }
}

static void
forget_duty (Job *job, const HvAssignment *duty)
{
  g_hash_table_add (job->shifts, (gpointer)&duty->shift);
  if (duty->starts > job->now)
    {
      hv_edit_remove (job->erasure->edit, duty);
      job->erasure->n_future++;
      return;
    }
  HvAssignment *changed = hv_edit_change (job->erasure->edit, duty);
  hv_set_text (&changed->reason, NULL);
  hv_set_text (&changed->r.ext, NULL);
  hv_set_text (&changed->r.extra, NULL);
  job->erasure->n_duties++;
}

static void
forget_duties (Job *job)
{
  const GPtrArray *duties =
      hv_roster_list_of (job->roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, job->volunteer->r.id);
  for (guint i = 0; i < duties->len; i++)
    forget_duty (job, g_ptr_array_index (duties, i));
}

/* The calendar is emptied, and its address is never anybody's again. */
static void
forget_calendar (Job *job, gint64 utc)
{
  const GPtrArray *events = hv_roster_list (job->roster, HV_KIND_EVENT);
  for (guint i = 0; i < events->len; i++)
    {
      const HvEvent *event = g_ptr_array_index (events, i);
      if (event->owner_kind == HV_OWNER_VOLUNTEER && event->owner == job->volunteer->r.id)
        hv_edit_remove (job->erasure->edit, event);
    }
  const GPtrArray *feeds = hv_roster_list (job->roster, HV_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++)
    {
      const HvFeed *feed = g_ptr_array_index (feeds, i);
      if (feed->owner_kind != HV_OWNER_VOLUNTEER || feed->owner != job->volunteer->r.id
          || feed->state == HV_FEED_EMPTIED)
        continue;
      HvFeed *changed = hv_edit_change (job->erasure->edit, feed);
      changed->state = HV_FEED_EMPTIED;
      changed->since = utc;
      job->erasure->had_calendar = true;
    }
}

/* --- public --- */

HvErasure *
hv_erasure_new (const HvRoster *everything, const HvVolunteer *volunteer, HvMinute now, gint64 utc, HvEditSource source)
{
  static const HvKind going[] = { HV_KIND_TIE,  HV_KIND_AVAILABILITY, HV_KIND_PAUSE,
                                  HV_KIND_PAIR, HV_KIND_REGULAR,      HV_KIND_CALL };
  HvErasure *erasure = g_new0 (HvErasure, 1);
  g_autoptr (GHashTable) shifts = g_hash_table_new (g_int64_hash, g_int64_equal);
  Job job = { everything, volunteer, erasure, now, shifts };

  erasure->edit = hv_edit_new ("erase", source);
  erasure->sign = make_sign (erasure->edit, get_language (everything));
  erasure->careful = strchr (volunteer->name, ' ') == NULL || has_namesake (everything, volunteer);
  erasure->volunteer = volunteer->r.id;
  erasure->words = list_words (volunteer, erasure->careful);
  forget_person (&job);
  for (gsize i = 0; i < G_N_ELEMENTS (going); i++)
    remove_all (&job, going[i]);
  keep_trainee_roles (&job);
  forget_absences (&job);
  forget_duties (&job);
  forget_calendar (&job, utc);
  replace_mentions (&job);
  replace_in_people (&job);
  hv_edit_trim (erasure->edit, everything);
  return erasure;
}

void
hv_erasure_free (HvErasure *erasure)
{
  if (erasure == NULL)
    return;
  g_clear_pointer (&erasure->edit, hv_edit_free);
  g_free (erasure->sign);
  g_strfreev (erasure->words);
  g_free (erasure);
}

/* --- words --- */

/* Swallows the text. */
static void
add_when (GStrvBuilder *list, bool there, char *text)
{
  if (there)
    g_strv_builder_add (list, text);
  g_free (text);
}

static const char *
name_contact (const HvErasure *erasure, HvLanguage language)
{
  if (erasure->had_phone && erasure->had_email)
    return hv_text (language, "Name, phone and e-mail");
  if (erasure->had_phone)
    return hv_text (language, "Name and phone");
  return erasure->had_email ? hv_text (language, "Name and e-mail") : hv_text (language, "Name");
}

GStrv
hv_erasure_list_going (const HvErasure *erasure, HvLanguage language)
{
  int n_future = erasure->n_future;
  int n_mentions = erasure->n_mentions;
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_strv_builder_add (list, name_contact (erasure, language));
  if (erasure->had_note)
    g_strv_builder_add (list, hv_text (language, "The note"));
  g_strv_builder_add (list, hv_text (language, "Roles, houses, ordinary week, absences and wishes"));
  if (erasure->had_calendar)
    g_strv_builder_add (list, hv_text (language, "The calendar: it is emptied, and its address is never used again"));
  add_when (list, n_future > 0,
            g_strdup_printf (hv_ntext (language, "%d duty to come, which becomes an empty place",
                                       "%d duties to come, which become empty places", (gulong)n_future),
                             n_future));
  add_when (list, n_mentions > 0,
            g_strdup_printf (hv_ntext (language, "The name in %d text of calendars and notes",
                                       "The name in %d texts of calendars and notes", (gulong)n_mentions),
                             n_mentions));
  g_strv_builder_add (list, hv_text (language, "What the change log remembers of all that"));
  return g_strv_builder_end (list);
}

GStrv
hv_erasure_list_staying (const HvErasure *erasure, HvLanguage language)
{
  int n_duties = erasure->n_duties;
  int n_absences = erasure->n_absences;
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  add_when (list, n_duties > 0,
            g_strdup_printf (hv_ntext (language, "%d duty that has been, under “%s” instead of a name",
                                       "%d duties that have been, under “%s” instead of a name", (gulong)n_duties),
                             n_duties, erasure->sign));
  add_when (
      list, n_absences > 0,
      g_strdup_printf (hv_ntext (language, "The dates of %d absence over such a duty, without a reason",
                                 "The dates of %d absences over such duties, without a reason", (gulong)n_absences),
                       n_absences));
  g_strv_builder_add (list,
                      hv_text (language, "Visits, hours and staffing of every week, with the same figures as now"));
  if (erasure->careful)
    g_strv_builder_add (list, hv_text (language, "Notes in which the same name stands: it may mean somebody else, "
                                                 "so look through them yourself"));
  g_strv_builder_add (list, hv_text (language, "Backups that were made before: they are deleted after 35 days"));
  return g_strv_builder_end (list);
}
