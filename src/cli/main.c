/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-error.h"
#include "hv-format.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static char *data_option;
static gboolean json_option;
static gboolean version_option;

static const GOptionEntry shared_options[] = {
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &data_option,
    HV_N_ ("The organisation’s file (otherwise HUSVAGT_DATA, or the usual place)"), HV_N_ ("WHERE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_option, HV_N_ ("Answer with one JSON object"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &version_option, HV_N_ ("Show the version"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* LANGUAGE and the locale variables say which of our languages is wanted; the
 * locale need not be installed. The first that is one of ours wins. */
static HvLanguage
find_language (void)
{
  const char *const *names = g_get_language_names ();
  HvLanguage language;
  for (gsize i = 0; names[i] != NULL; i++)
    if (hv_language_parse (names[i], &language))
      return language;
  return HV_LANGUAGE_EN;
}

static const HvVerb *
find_verb (const char *name)
{
  for (gsize i = 0; hv_verbs[i] != NULL; i++)
    if (strcmp (hv_verbs[i]->name, name) == 0)
      return hv_verbs[i];
  return NULL;
}

static const char *
translate (const char *text, gpointer language)
{
  return hv_text ((HvLanguage)GPOINTER_TO_INT (language), text);
}

static char *
list_verbs (HvLanguage language)
{
  GString *list = g_string_new (hv_text (language, "Verbs:"));
  for (gsize i = 0; hv_verbs[i] != NULL; i++)
    g_string_append_printf (list, "\n  %-13s %s", hv_verbs[i]->name, hv_text (language, hv_verbs[i]->summary));
  g_string_append_printf (list, "\n\n%s",
                          hv_text (language, "“husvagt-cli VERB --help” explains a verb and shows an example."));
  return g_string_free (list, FALSE);
}

static GOptionContext *
make_context (const HvVerb *verb, HvLanguage language)
{
  g_autofree char *title =
      verb == NULL ? g_strdup (hv_text (language, "VERB …")) : hv_verb_format_call (verb, language);
  GOptionContext *context = g_option_context_new (title);
  GOptionGroup *group = g_option_group_new ("husvagt", NULL, NULL, NULL, NULL);
  g_option_group_set_translate_func (group, translate, GINT_TO_POINTER (language), NULL);
  if (verb != NULL && verb->options != NULL)
    g_option_group_add_entries (group, verb->options);
  g_option_group_add_entries (group, shared_options);
  g_option_context_set_main_group (context, group);
  /* A count of −1 is an argument to refuse in words, not an unknown option. */
  g_option_context_set_ignore_unknown_options (context, TRUE);

  if (verb == NULL)
    {
      g_autofree char *list = list_verbs (language);
      g_option_context_set_summary (context, list);
      return context;
    }
  g_option_context_set_summary (context, hv_text (language, verb->summary));
  g_autofree char *example =
      g_strdup_printf ("%s\n  husvagt-cli %s %s", hv_text (language, "Example:"), verb->name, verb->example);
  g_option_context_set_description (context, example);
  return context;
}

/* The verb's arguments, lent in a new array. Behind "--" everything is one; before it,
 * what looks like an option is one that the verb does not have, unless it is a number. */
static GPtrArray *
collect_arguments (const HvVerb *verb, char **words, GError **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  bool all = false;
  for (; *words != NULL; words++)
    if (all || words[0][0] != '-' || words[0][1] == '\0' || g_ascii_isdigit (words[0][1]))
      g_ptr_array_add (arguments, *words);
    else if (strcmp (*words, "--") == 0)
      all = true;
    else
      {
        g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is no option of “husvagt-cli %s”."), *words,
                     verb->name);
        return NULL;
      }
  return g_steal_pointer (&arguments);
}

static bool
check_arguments (const HvVerb *verb, int argc, GError **error)
{
  if (argc >= verb->least && (verb->most < 0 || argc <= verb->most))
    return true;
  g_autofree char *call = hv_verb_format_call (verb, hv_text_get_own_language ());
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("Usage: husvagt-cli %s"), call);
  return false;
}

static HvExit
exit_of_error (const GError *error)
{
  if (g_error_matches (error, HV_ERROR, HV_ERROR_USAGE) || error->domain == G_OPTION_ERROR)
    return HV_EXIT_USAGE;
  if (g_error_matches (error, HV_ERROR, HV_ERROR_CONFLICT))
    return HV_EXIT_CONFLICT;
  return HV_EXIT_REFUSED;
}

/* What somebody typed may be no UTF-8, and stands in the message that refuses it. */
static void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_root (generator, root);
  g_autofree char *text = json_generator_to_data (generator, NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_print ("%s\n", valid);
}

/* In a plain answer the error goes where errors go; in JSON it is the answer. */
static HvExit
answer_error (HvSession *session, const GError *error)
{
  if (!session->json)
    g_printerr ("husvagt-cli: %s\n", error->message);
  else
    {
      if (!session->failed)
        {
          g_object_unref (session->answer);
          session->answer = json_builder_new ();
          json_builder_begin_object (session->answer);
          hv_session_fail (session, error);
        }
      json_builder_end_object (session->answer);
      print_json (session->answer);
    }
  return exit_of_error (error);
}

/* --data, then the environment, then the usual place. A database server is not
 * served yet, and saying so beats making a file of that name. */
static bool
choose_data (HvSession *session, GError **error)
{
  const char *where = data_option != NULL ? data_option : g_getenv ("HUSVAGT_DATA");
  session->usual_place = where == NULL || (where[0] == '\0' && data_option == NULL);
  if (session->usual_place)
    session->data = hv_workspace_dup_default_path ();
  else if (where[0] == '\0')
    g_set_error_literal (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("--data takes the name of a file."));
  else if (g_str_has_prefix (where, "postgres") && strstr (where, "://") != NULL)
    g_set_error_literal (
        error, HV_ERROR, HV_ERROR_REFUSED,
        hv_own_text ("This version of Husvagt keeps its data in a file. Give --data the name of a file."));
  else
    session->data = g_strdup (where);
  return session->data != NULL;
}

static HvExit
run_verb (HvSession *session, const HvVerb *verb, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = collect_arguments (verb, words, &error);
  if (arguments == NULL || !check_arguments (verb, (int)arguments->len, &error) || !choose_data (session, &error)
      || !verb->run (session, (int)arguments->len, (char **)arguments->pdata, &error))
    return answer_error (session, error);
  json_builder_end_object (session->answer);
  if (session->json && !session->printed)
    print_json (session->answer);
  return session->exit;
}

/* The verb is the first word that is no option and no option's value. */
static const char *
find_verb_name (int argc, char **argv)
{
  int at = 1;
  while (at < argc && argv[at][0] == '-')
    at += strcmp (argv[at], "--data") == 0 ? 2 : 1;
  return at < argc ? argv[at] : NULL;
}

/* Neither a verb nor anything that does without one. */
static HvExit
ask_for_verb (HvSession *session, GOptionContext *context, char **words)
{
  g_autoptr (GError) error = NULL;
  if (words[1] != NULL)
    g_set_error (&error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is no option of husvagt-cli."), words[1]);
  else if (session->json)
    g_set_error_literal (&error, HV_ERROR, HV_ERROR_USAGE,
                         hv_own_text ("Say what to do. “husvagt-cli --help” lists all verbs."));
  if (error != NULL)
    return answer_error (session, error);
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  g_printerr ("%s", help);
  return HV_EXIT_USAGE;
}

static HvExit
run_arguments (HvSession *session, int argc, char **argv)
{
  const char *name = find_verb_name (argc, argv);
  const HvVerb *verb = name == NULL ? NULL : find_verb (name);
  g_autoptr (GError) error = NULL;
  if (verb == NULL && name != NULL)
    {
      g_set_error (&error, HV_ERROR, HV_ERROR_USAGE,
                   hv_own_text ("There is no verb “%s”. “husvagt-cli --help” lists them all."), name);
      return answer_error (session, error);
    }
  g_autoptr (GOptionContext) context = make_context (verb, session->language);
  g_auto (GStrv) arguments = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    return answer_error (session, error);
  session->json = json_option;
  if (version_option)
    {
      g_print ("Husvagt %s\n", HV_VERSION);
      return HV_EXIT_DONE;
    }
  if (verb == NULL)
    return ask_for_verb (session, context, arguments);
  /* What is left: the program, the verb, its arguments. */
  return run_verb (session, verb, arguments + 2);
}

/* Half an answer in a file on a full disk must not pass for a whole one. */
static bool
finish_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return true;
  g_printerr ("husvagt-cli: %s\n", hv_own_text ("The answer could not be written out. Is the disk full?"));
  return false;
}

/* In a cron job the locale is "C", whose letters are ASCII: names would be refused on
 * the way in and spoilt on the way out. Everything here is UTF-8. */
static void
choose_locale (void)
{
  setlocale (LC_ALL, "");
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  setlocale (LC_NUMERIC, "C"); /* numbers are written by hv-format, never by the C library */
}

int
main (int argc, char **argv)
{
  choose_locale ();
  HvSession session = { .language = find_language (), .answer = json_builder_new () };
  hv_text_set_own_language (session.language);
  json_builder_begin_object (session.answer);
  for (int i = 1; i < argc; i++)
    session.json |= strcmp (argv[i], "--json") == 0;

  HvExit status = run_arguments (&session, argc, argv);
  if (!finish_output ())
    status = HV_EXIT_REFUSED;
  g_clear_object (&session.workspace);
  g_object_unref (session.answer);
  g_free (session.data);
  return status;
}
