/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-error.h"
#include "hv-file-import.h"
#include "hv-solve.h"

#include <string.h>

static char *need_option;
static gboolean time_option;

static const GOptionEntry options[] = {
  { "need", 0, 0, G_OPTION_ARG_STRING, &need_option, HV_N_ ("Also the smallest crew that serves this share in time"),
    "0.8" },
  { "time", 0, 0, G_OPTION_ARG_NONE, &time_option, HV_N_ ("Add the milliseconds of each case"), NULL },
  G_OPTION_ENTRY_NULL,
};

static bool
parse_need (double *ret_need, GError **error)
{
  *ret_need = -1;
  if (need_option == NULL)
    return true;
  char *end;
  *ret_need = g_ascii_strtod (need_option, &end);
  if (end != need_option && *end == '\0' && *ret_need >= 0 && *ret_need <= 1)
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is no share from 0 to 1."), need_option);
  return false;
}

typedef enum
{
  ENGINE_WAITING,
  ENGINE_FORECAST,
} Engine;

static bool
parse_engine (const char *text, Engine *ret_engine, GError **error)
{
  bool waiting = strcmp (text, "waiting") == 0;
  if (!waiting && strcmp (text, "forecast") != 0)
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("%s is none of waiting and forecast."), quoted);
      return false;
    }
  *ret_engine = waiting ? ENGINE_WAITING : ENGINE_FORECAST;
  return true;
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  double need;
  Engine engine;
  if (!parse_engine (argv[0], &engine, error) || !parse_need (&need, error))
    return false;
  g_autoptr (GBytes) file = hv_file_read (hv_argument_find_input (argv[1]), error);
  if (file == NULL)
    return false;
  /* A text that ends where a zero byte is. */
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  g_autofree char *text = g_strndup (length == 0 ? "" : data, length);
  g_autofree char *answer = engine == ENGINE_WAITING ? hv_solve_waiting (text, need, time_option, error)
                                                     : hv_solve_forecast (text, time_option, error);
  if (answer == NULL)
    return false;
  g_print ("%s\n", answer);
  session->printed = true;
  return true;
}

const HvVerb hv_verb_solve = {
  .name = "solve",
  .arguments = "waiting|forecast FILE [--need SHARE] [--time]",
  .summary = HV_N_ ("Ask the waiting calculation or the forecast, on plain JSON"),
  .example = "waiting case.json --need 0.8",
  .least = 2,
  .most = 2,
  .options = options,
  .run = run,
};
