/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-publication.h"

/* Whether so many days have passed since an entry's end, and since it last changed: what
 * is published about the past (a week that is put right afterwards) is news as well. Its
 * zone makes a difference of hours, which nobody notices after two weeks. */
static bool
has_been_over_for (const HvEvent *event, int days, gint64 at)
{
  gint64 news = event->modified == HV_NONE ? event->ends : MAX (event->ends, event->modified / 60);
  return at / 60 > news + (gint64)days * HV_MINUTES_PER_DAY;
}

bool
hv_publication_shows (const HvEvent *event, int past_days, gint64 at)
{
  return !has_been_over_for (event, event->cancelled ? HV_PUBLICATION_CANCELLED_DAYS : past_days, at);
}

int
hv_publication_get_past_days (const HvRoster *roster)
{
  gint64 weeks = hv_roster_get_organisation (roster)->keep_weeks;
  return weeks == HV_NONE ? HV_PUBLICATION_PAST_DAYS : (int)weeks * 7;
}

gint64
hv_publication_find_last (const HvRoster *roster)
{
  const GPtrArray *publications = hv_roster_list (roster, HV_KIND_PUBLICATION);
  gint64 last = 0;
  for (guint i = 0; i < publications->len; i++)
    last = MAX (last, ((const HvPublication *)publications->pdata[i])->at);
  return last;
}

/* --- one entry --- */

static bool
is_same_time (const HvEvent *a, const HvEvent *b)
{
  return a->starts == b->starts && a->ends == b->ends && a->cancelled == b->cancelled
         && g_strcmp0 (a->zone, b->zone) == 0;
}

/* What an entry becomes, but for its sequence and time of change. New record. */
static HvEvent *
make_next (const HvDraftEntry *entry)
{
  HvEvent *next = hv_record_copy (entry->wanted != NULL ? entry->wanted : entry->published);
  if (entry->wanted == NULL)
    next->cancelled = 1;
  if (entry->published == NULL)
    return next;

  next->r.id = entry->published->r.id;
  next->r.ver = entry->published->r.ver;
  hv_set_text (&next->r.ext, entry->published->r.ext);
  hv_set_text (&next->r.extra, entry->published->r.extra);
  next->sequence = entry->published->sequence;
  next->modified = entry->published->modified;
  return next;
}

static void
publish_entry (HvEdit *edit, const HvDraftEntry *entry, gint64 at)
{
  const HvEvent *published = entry->published;
  HvEvent *next = make_next (entry);
  if (published == NULL)
    {
      next->r.id = hv_edit_new_id (edit);
      next->modified = at;
      hv_edit_take (edit, next);
      return;
    }
  if (hv_record_equal (next, published))
    {
      hv_record_unref (next);
      return;
    }
  if (!is_same_time (next, published))
    next->sequence++;
  next->modified = MAX (at, published->modified + 1);
  hv_edit_take (edit, next);
}

bool
hv_publication_is_due (const HvDraft *draft)
{
  for (guint i = 0; i < draft->entries->len; i++)
    {
      const HvDraftEntry *entry = &g_array_index (draft->entries, HvDraftEntry, i);
      g_autoptr (HvEvent) next = make_next (entry);
      if (entry->published == NULL || !hv_record_equal (next, entry->published))
        return true;
    }
  return false;
}

/* --- the week --- */

/* Entries of any week that nobody needs to see any more. */
static void
drop_what_is_over (HvEdit *edit, const HvDraft *draft, gint64 at)
{
  for (guint i = 0; i < draft->known->len; i++)
    {
      const HvEvent *event = draft->known->pdata[i];
      const HvEvent *now = hv_edit_find (edit, draft->roster, HV_KIND_EVENT, event->r.id);
      const HvEvent *last = now != NULL ? now : event;
      if (last->cancelled && !hv_publication_shows (last, HV_PUBLICATION_PAST_DAYS, at))
        hv_edit_remove (edit, event);
    }
}

static void
note_publication (HvEdit *edit, const HvDraft *draft, gint64 at)
{
  const GPtrArray *publications = hv_roster_list (draft->roster, HV_KIND_PUBLICATION);
  HvPublication *noted = NULL;
  for (guint i = 0; i < publications->len && noted == NULL; i++)
    if (((const HvPublication *)publications->pdata[i])->week == draft->week.monday)
      noted = hv_edit_change (edit, publications->pdata[i]);
  if (noted == NULL)
    noted = hv_edit_add (edit, HV_KIND_PUBLICATION);
  noted->week = draft->week.monday;
  noted->at = at;
}

HvEdit *
hv_publication_make (const HvDraft *draft, HvFeedRandom random, gpointer random_data, gint64 at, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("publish", source);
  for (guint i = 0; i < draft->entries->len; i++)
    publish_entry (edit, &g_array_index (draft->entries, HvDraftEntry, i), at);
  drop_what_is_over (edit, draft, at);
  note_publication (edit, draft, at);
  hv_feed_tidy (edit, draft->roster, random, random_data, at);
  return edit;
}
