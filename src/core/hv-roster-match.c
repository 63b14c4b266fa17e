/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Houses, roles and volunteers as people type them. Who types a name wrong is told
 * the names that are near it; who types one that several share is told their ids.
 */

#include "hv-error.h"
#include "hv-name.h"
#include "hv-roster-private.h"
#include "hv-text.h"

#include <string.h>

#define MOST_SUGGESTED 3 /* names near what was typed */
#define MOST_LISTED 8    /* up to so many, all names there are; and namesakes in a message */
#define LONGEST_COMPARED 80

/* --- the names that were meant --- */

static const char *
get_name (gconstpointer record)
{
  switch (((const HvRecord *)record)->kind)
    {
    case HV_KIND_HOUSE:
      return ((const HvHouse *)record)->name;
    case HV_KIND_ROLE:
      return ((const HvRole *)record)->name;
    default:
      return ((const HvVolunteer *)record)->name;
    }
}

static bool
is_archived (gconstpointer record)
{
  return ((const HvRecord *)record)->kind == HV_KIND_VOLUNTEER && ((const HvVolunteer *)record)->archived == 1;
}

/* Where to begin looking for a name key: volunteers lie in the order of theirs. */
static guint
find_first (const HvShelf *shelf, HvKind kind, const char *key)
{
  if (kind != HV_KIND_VOLUNTEER)
    return 0;

  guint low = 0;
  guint high = hv_shelf_get_records (shelf)->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (strcmp (hv_shelf_get_name_key (shelf, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* All who have the name. Somebody archived is meant only when nobody else is. */
static GPtrArray *
collect_namesakes (const HvShelf *shelf, HvKind kind, const char *key)
{
  const GPtrArray *records = hv_shelf_get_records (shelf);
  g_autoptr (GPtrArray) active = g_ptr_array_new ();
  g_autoptr (GPtrArray) archived = g_ptr_array_new ();

  for (guint i = find_first (shelf, kind, key); i < records->len; i++)
    if (strcmp (hv_shelf_get_name_key (shelf, i), key) == 0)
      g_ptr_array_add (is_archived (records->pdata[i]) ? archived : active, records->pdata[i]);
    else if (kind == HV_KIND_VOLUNTEER)
      break;
  return active->len > 0 ? g_steal_pointer (&active) : g_steal_pointer (&archived);
}

/* --- the names that are near --- */

/* Letters to add, drop or replace to make one word of the other (Levenshtein);
 * G_MAXUINT where that is more than one in four. */
static guint
count_typos (const char *a, gsize length_a, const char *b, gsize length_b)
{
  guint most = 1 + MIN (length_a, length_b) / 4;
  if (MAX (length_a, length_b) > LONGEST_COMPARED || MAX (length_a, length_b) - MIN (length_a, length_b) > most)
    return G_MAXUINT;

  guint row[LONGEST_COMPARED + 1];
  for (gsize j = 0; j <= length_b; j++)
    row[j] = j;
  for (gsize i = 1; i <= length_a; i++)
    {
      guint diagonal = row[0];
      row[0] = i;
      for (gsize j = 1; j <= length_b; j++)
        {
          guint above = row[j];
          guint replaced = diagonal + (a[i - 1] != b[j - 1]);
          row[j] = MIN (replaced, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }
  return row[length_b] <= most ? row[length_b] : G_MAXUINT;
}

/* How far a name is from what was typed: 0 holds it, else the typos in the whole name
 * or in one word of it; G_MAXUINT is too far. */
static guint
measure_distance (const char *name_key, const char *key)
{
  if (strstr (name_key, key) != NULL)
    return 0;

  gsize length = strlen (key);
  guint least = count_typos (name_key, strlen (name_key), key, length);
  for (const char *word = name_key; *word != '\0';)
    {
      gsize word_length = strcspn (word, " ");
      least = MIN (least, count_typos (word, word_length, key, length));
      word += word_length;
      word += strspn (word, " ");
    }
  return least;
}

/* The nearest names, nearest first, comma-separated; NULL when none is near. */
static char *
list_nearest (const HvShelf *shelf, const char *key)
{
  const GPtrArray *records = hv_shelf_get_records (shelf);
  const char *names[MOST_SUGGESTED + 1] = { NULL };
  guint distances[MOST_SUGGESTED];
  guint n = 0;

  for (guint i = 0; *key != '\0' && i < records->len; i++)
    {
      guint distance =
          is_archived (records->pdata[i]) ? G_MAXUINT : measure_distance (hv_shelf_get_name_key (shelf, i), key);
      if (distance == G_MAXUINT || (n == MOST_SUGGESTED && distance >= distances[n - 1]))
        continue;

      guint place = n < MOST_SUGGESTED ? n++ : n - 1;
      for (; place > 0 && distances[place - 1] > distance; place--)
        {
          names[place] = names[place - 1];
          distances[place] = distances[place - 1];
        }
      names[place] = get_name (records->pdata[i]);
      distances[place] = distance;
    }
  return n > 0 ? g_strjoinv (", ", (char **)names) : NULL;
}

/* --- what is said --- */

static char *
say_unknown (HvKind kind, const char *quoted)
{
  HvLanguage language = hv_text_get_own_language ();
  switch (kind)
    {
    case HV_KIND_HOUSE:
      return hv_text_format (language, "There is no house %s.", quoted);
    case HV_KIND_ROLE:
      return hv_text_format (language, "There is no role %s.", quoted);
    default:
      return hv_text_format (language, "There is no volunteer %s.", quoted);
    }
}

static char *
list_names (const GPtrArray *records)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", get_name (records->pdata[i]));
  return g_string_free (names, FALSE);
}

/* The way out: all names when they are few, else those that are near. NULL when there
 * is nothing to say; volunteers are never all listed. */
static char *
say_which (const HvShelf *shelf, HvKind kind, const char *key)
{
  HvLanguage language = hv_text_get_own_language ();
  const GPtrArray *records = hv_shelf_get_records (shelf);
  bool few = records->len > 0 && records->len <= MOST_LISTED && kind != HV_KIND_VOLUNTEER;
  g_autofree char *names = few ? list_names (records) : list_nearest (shelf, key);
  if (names == NULL)
    return NULL;

  if (few && kind == HV_KIND_HOUSE)
    return hv_text_format (language, "Houses: %s.", names);
  if (few)
    return hv_text_format (language, "Roles: %s.", names);
  /* TRANSLATORS: names like the one that was typed, separated by commas */
  return hv_text_format (language, "Near it: %s.", names);
}

static void
fail_unknown (const HvShelf *shelf, HvKind kind, const char *text, const char *key, GError **error)
{
  g_autofree char *quoted = hv_error_quote (text);
  g_autofree char *unknown = say_unknown (kind, quoted);
  g_autofree char *which = say_which (shelf, kind, key);
  g_autofree char *sentence = g_strjoin (" ", unknown, which, NULL);
  g_set_error_literal (error, HV_ERROR, hv_kind_get_unknown_code (kind), sentence);
}

static char *
say_ambiguous (HvKind kind, const char *quoted, const char *names)
{
  HvLanguage language = hv_text_get_own_language ();
  switch (kind)
    {
    case HV_KIND_HOUSE:
      return hv_text_format (language, "Several houses are called %s: %s. Give the id of the one you mean.", quoted,
                             names);
    case HV_KIND_ROLE:
      return hv_text_format (language, "Several roles are called %s: %s. Give the id of the one you mean.", quoted,
                             names);
    default:
      return hv_text_format (language, "Several volunteers are called %s: %s. Give the id of the one you mean.", quoted,
                             names);
    }
}

/* "Nord (id 7), Nord (id north)", and how many more. */
static char *
list_with_ids (const GPtrArray *namesakes)
{
  guint n = MIN (namesakes->len, MOST_LISTED);
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = hv_record_dup_ext (namesakes->pdata[i]);
      g_string_append_printf (names, "%s%s (id %s)", i > 0 ? ", " : "", get_name (namesakes->pdata[i]), id);
    }

  g_autofree char *listed = g_string_free (names, FALSE);
  if (n == namesakes->len)
    return g_steal_pointer (&listed);
  /* TRANSLATORS: %s is a list of names, separated by commas */
  return hv_text_format (hv_text_get_own_language (), "%s and %u more", listed, namesakes->len - n);
}

static void
fail_ambiguous (HvKind kind, const char *text, const GPtrArray *namesakes, GError **error)
{
  g_autofree char *names = list_with_ids (namesakes);
  g_autofree char *quoted = hv_error_quote (text);
  g_autofree char *sentence = say_ambiguous (kind, quoted, names);
  g_set_error_literal (error, HV_ERROR, hv_kind_get_unknown_code (kind), sentence);
}

/* --- matching --- */

static gconstpointer
match (const HvRoster *roster, HvKind kind, const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  gconstpointer by_id = hv_roster_find_ext (roster, kind, text);
  if (by_id != NULL)
    return by_id;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *key = hv_name_key (valid);
  g_autoptr (GPtrArray) namesakes = collect_namesakes (roster->shelves[kind], kind, key);
  if (namesakes->len == 1)
    return namesakes->pdata[0];

  if (namesakes->len == 0)
    fail_unknown (roster->shelves[kind], kind, valid, key, error);
  else
    fail_ambiguous (kind, valid, namesakes, error);
  return NULL;
}

const HvHouse *
hv_roster_match_house (const HvRoster *roster, const char *text, GError **error)
{
  return match (roster, HV_KIND_HOUSE, text, error);
}

const HvRole *
hv_roster_match_role (const HvRoster *roster, const char *text, GError **error)
{
  return match (roster, HV_KIND_ROLE, text, error);
}

const HvVolunteer *
hv_roster_match_volunteer (const HvRoster *roster, const char *text, GError **error)
{
  return match (roster, HV_KIND_VOLUNTEER, text, error);
}
