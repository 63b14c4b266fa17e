/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo says what it took back: "absence changed", never "change". */

#include "hv-step-words.h"

#include <gio/gio.h>
#include <string.h>

static const char *sources;

static void
test_words (void)
{
  static const struct
  {
    const char *verb;
    HvLanguage language;
    const char *words;
  } cases[] = {
    { "absence", HV_LANGUAGE_EN, "absence changed" },
    { "archive", HV_LANGUAGE_EN, "archive changed" },
    { "availability", HV_LANGUAGE_EN, "ordinary week changed" },
    { "call", HV_LANGUAGE_EN, "answer on the call list" },
    { "count", HV_LANGUAGE_EN, "visits counted" },
    { "factor", HV_LANGUAGE_EN, "unusual weeks changed" },
    { "of a later Husvagt", HV_LANGUAGE_EN, "change" },
    { NULL, HV_LANGUAGE_EN, "change" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hv_step_words_what (cases[i].verb, cases[i].language), ==, cases[i].words);
}

/* --- every verb of the sources --- */

static void
collect_verbs_of_file (GFile *file, GHashTable *verbs)
{
  g_autofree char *contents = NULL;
  g_autoptr (GRegex) calls =
      g_regex_new ("(?:hv_edit_new \\(|hv_workspace_begin \\([^,;]*,)([^;]*?)(?:,|\\))", 0, 0, NULL);
  g_autoptr (GRegex) words = g_regex_new ("\"([a-z-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) call = NULL;
  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  for (g_regex_match (calls, contents, 0, &call); g_match_info_matches (call); g_match_info_next (call, NULL))
    {
      g_autofree char *argument = g_match_info_fetch (call, 1);
      g_autoptr (GMatchInfo) word = NULL;
      for (g_regex_match (words, argument, 0, &word); g_match_info_matches (word); g_match_info_next (word, NULL))
        g_hash_table_add (verbs, g_match_info_fetch (word, 1));
    }
}

static void
collect_verbs (GFile *folder, GHashTable *verbs)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder, "standard::*", 0, NULL, NULL);
  GFileInfo *info;
  GFile *file;
  g_assert_nonnull (files);
  while (g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      collect_verbs (file, verbs);
    else if (g_str_has_suffix (g_file_info_get_name (info), ".c"))
      collect_verbs_of_file (file, verbs);
}

/* "news" is how the store hands on what others did: no step of its own. */
static void
test_every_verb_has_words (void)
{
  g_autoptr (GHashTable) verbs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (sources);
  collect_verbs (folder, verbs);
  g_assert_cmpuint (g_hash_table_size (verbs), >, 20);
  g_assert_true (g_hash_table_contains (verbs, "assign") && g_hash_table_contains (verbs, "move"));
  g_hash_table_remove (verbs, "news");
  GHashTableIter iter;
  gpointer verb;
  for (g_hash_table_iter_init (&iter, verbs); g_hash_table_iter_next (&iter, &verb, NULL);)
    {
      g_test_message ("%s", (const char *)verb);
      g_assert_cmpstr (hv_step_words_what (verb, HV_LANGUAGE_EN), !=, "change");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  sources = argv[1];
  g_test_add_func ("/step-words/words", test_words);
  g_test_add_func ("/step-words/every-verb-has-words", test_every_verb_has_words);
  return g_test_run ();
}
