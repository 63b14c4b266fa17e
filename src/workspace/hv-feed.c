/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-feed.h"

#include <string.h>
#include <sys/random.h>

#define DAY_SECONDS G_GINT64_CONSTANT (86400)

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void
hv_feed_random (guint8 octets[16], gpointer unused)
{
  /* 16 octets come at once or not at all. */
  if (getrandom (octets, 16, 0) != 16)
    g_error ("The kernel gives no random numbers");
}

/* Six bits a character, the last one holds two. */
static char *
make_token (HvFeedRandom random, gpointer data)
{
  guint8 octets[17] = { 0 };
  random (octets, data);

  char *token = g_new0 (char, HV_FEED_TOKEN_LENGTH + 1);
  for (guint i = 0; i < HV_FEED_TOKEN_LENGTH; i++)
    {
      guint bit = i * 6;
      guint both = (guint)octets[bit / 8] << 8 | octets[bit / 8 + 1];
      token[i] = alphabet[both >> (10 - bit % 8) & 63];
    }
  return token;
}

bool
hv_feed_is_token (const char *text)
{
  return text != NULL && strspn (text, alphabet) == HV_FEED_TOKEN_LENGTH && text[HV_FEED_TOKEN_LENGTH] == '\0';
}

static bool
is_live_of (const HvFeed *feed, HvOwner owner_kind, HvId owner)
{
  return feed->state == HV_FEED_LIVE && feed->owner_kind == (gint64)owner_kind && feed->owner == owner;
}

const HvFeed *
hv_feed_find_live (const HvRoster *roster, HvOwner owner_kind, HvId owner)
{
  const GPtrArray *feeds = hv_roster_list (roster, HV_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++)
    if (is_live_of (feeds->pdata[i], owner_kind, owner))
      return feeds->pdata[i];
  return NULL;
}

/* The address before "/f/…" may be written with a slash at its end. */
char *
hv_feed_dup_address (const HvFeed *feed, const HvRoster *roster)
{
  const char *web = hv_roster_get_organisation (roster)->web;
  if (web == NULL || web[0] == '\0')
    return NULL;
  return g_strdup_printf ("%s%sf/%s.ics", web, g_str_has_suffix (web, "/") ? "" : "/", feed->token);
}

static void
close_feed (HvEdit *edit, const HvFeed *feed, gint64 at)
{
  HvFeed *closed = hv_edit_change (edit, feed);
  closed->state = HV_FEED_EMPTIED;
  closed->since = at;
}

static const HvFeed *
add_feed (HvEdit *edit, HvOwner owner_kind, HvId owner, HvFeedRandom random, gpointer data, gint64 at)
{
  HvFeed *feed = hv_edit_add (edit, HV_KIND_FEED);
  feed->owner_kind = owner_kind;
  feed->owner = owner;
  feed->token = make_token (random, data);
  feed->state = HV_FEED_LIVE;
  feed->since = at;
  return feed;
}

static bool
is_here (const HvRoster *roster, HvOwner owner_kind, HvId owner)
{
  if (owner_kind == HV_OWNER_HOUSE)
    return hv_roster_find_house (roster, owner) != NULL;
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, owner);
  return volunteer != NULL && !volunteer->archived;
}

/* The owners of a kind who have an address. Those who are gone lose it here. */
static GHashTable *
list_owners (HvEdit *edit, const HvRoster *roster, HvOwner owner_kind, gint64 at)
{
  GHashTable *owners = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *feeds = hv_roster_list (roster, HV_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++)
    {
      HvFeed *feed = feeds->pdata[i];
      if (!is_live_of (feed, owner_kind, feed->owner))
        continue;
      if (is_here (roster, owner_kind, feed->owner))
        g_hash_table_add (owners, &feed->owner);
      else
        close_feed (edit, feed, at);
    }
  return owners;
}

void
hv_feed_tidy (HvEdit *edit, const HvRoster *roster, HvFeedRandom random, gpointer data, gint64 at)
{
  static const HvKind kinds[] = { [HV_OWNER_VOLUNTEER] = HV_KIND_VOLUNTEER, [HV_OWNER_HOUSE] = HV_KIND_HOUSE };
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      HvOwner owner_kind = (HvOwner)kind;
      g_autoptr (GHashTable) owners = list_owners (edit, roster, owner_kind, at);
      const GPtrArray *records = hv_roster_list (roster, kinds[kind]);
      for (guint i = 0; i < records->len; i++)
        {
          const HvRecord *record = records->pdata[i];
          if (is_here (roster, owner_kind, record->id) && !g_hash_table_contains (owners, &record->id))
            add_feed (edit, owner_kind, record->id, random, data, at);
        }
    }
}

void
hv_feed_close (HvEdit *edit, const HvRoster *roster, HvOwner owner_kind, HvId owner, gint64 at)
{
  const HvFeed *feed = hv_feed_find_live (roster, owner_kind, owner);
  if (feed != NULL)
    close_feed (edit, feed, at);
}

const HvFeed *
hv_feed_renew (HvEdit *edit, const HvRoster *roster, HvOwner owner_kind, HvId owner, HvFeedRandom random, gpointer data,
               gint64 at)
{
  /* In this order: storage allows one live address at a time. */
  hv_feed_close (edit, roster, owner_kind, owner, at);
  return add_feed (edit, owner_kind, owner, random, data, at);
}

bool
hv_feed_is_shown (const HvFeed *feed, gint64 now)
{
  return feed->state == HV_FEED_LIVE || now < feed->since + HV_FEED_EMPTY_DAYS * DAY_SECONDS;
}
