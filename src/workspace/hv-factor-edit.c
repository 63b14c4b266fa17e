/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-factor-edit.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"

#include <math.h>
#include <string.h>

#define LEAST 0.1
#define MOST 10.0

/* --- what is typed --- */

/* A plain decimal, whichever mark it has: g_ascii_strtod () would take "1e3" and "inf". */
static bool
read_decimal (const char *text, double *ret_number)
{
  char *end;
  if (strspn (text, "0123456789.") != strlen (text) || !g_ascii_isdigit (text[0]))
    return false;
  *ret_number = g_ascii_strtod (text, &end);
  return *end == '\0';
}

bool
hv_factor_parse (const char *text, HvMicro *ret_factor, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char *start = g_str_has_prefix (clean, "×") ? clean + strlen ("×") : clean;
  bool per_cent = g_str_has_suffix (start, "%");
  double number;
  if (per_cent)
    start[strlen (start) - 1] = '\0';
  if (!read_decimal (g_strstrip (start), &number))
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   /* TRANSLATORS: %s is what somebody typed, in quotation marks */
                   hv_own_text ("%s is not a number of times. Write 1.5 for half as many again."), quoted);
      return false;
    }
  number /= per_cent ? 100 : 1;
  if (number < LEAST || number > MOST)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("A week can have from a tenth to ten times the usual visits."));
      return false;
    }
  *ret_factor = llround (number * HV_MICRO);
  return true;
}

bool
hv_factor_edit_clean_name (const char *text, char **ret_clean, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  if (stripped[0] == '\0')
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("Say what it was: “New ID launched”."));
      return false;
    }
  g_autofree char *clean = hv_name_clean (stripped, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("Name"), clean, error))
    return false;
  *ret_clean = g_steal_pointer (&clean);
  return true;
}

/* --- edits --- */

static bool
write_facts (HvFactor *factor, const HvFactorFacts *facts, GError **error)
{
  g_autofree char *name = NULL;
  if (!hv_factor_edit_clean_name (facts->name, &name, error))
    return false;
  if (hv_week_compare (facts->to, facts->from) < 0)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("The last week must not come before the first."));
      return false;
    }
  hv_set_text (&factor->name, name);
  factor->house = facts->house;
  factor->from = facts->from.monday;
  factor->to = facts->to.monday;
  factor->factor = facts->factor;
  return true;
}

HvEdit *
hv_factor_edit_add (const HvFactorFacts *facts, HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("factor", source);
  if (!write_facts (hv_edit_add (edit, HV_KIND_FACTOR), facts, error))
    return NULL;
  return g_steal_pointer (&edit);
}

HvEdit *
hv_factor_edit_change (const HvFactor *factor, const HvFactorFacts *facts, HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("factor", source);
  if (!write_facts (hv_edit_change (edit, factor), facts, error))
    return NULL;
  return g_steal_pointer (&edit);
}

HvEdit *
hv_factor_edit_remove (const HvFactor *factor, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("factor", source);
  hv_edit_remove (edit, factor);
  return edit;
}

/* --- questions --- */

static bool
concerns (const HvFactor *factor, HvId house)
{
  return factor->house == HV_NONE || factor->house == house;
}

static int
compare_latest (gconstpointer a, gconstpointer b)
{
  const HvFactor *first = *(const HvFactor *const *)a;
  const HvFactor *second = *(const HvFactor *const *)b;
  if (first->from != second->from)
    return first->from < second->from ? 1 : -1;
  return (first->r.id > second->r.id) - (first->r.id < second->r.id);
}

GPtrArray *
hv_factor_edit_list (const HvRoster *roster, HvId house)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *all = hv_roster_list (roster, HV_KIND_FACTOR);
  for (guint i = 0; i < all->len; i++)
    if (house == HV_NONE || concerns (g_ptr_array_index (all, i), house))
      g_ptr_array_add (found, g_ptr_array_index (all, i));
  g_ptr_array_sort (found, compare_latest);
  return found;
}

char *
hv_factor_edit_describe (const HvRoster *roster, const HvFactor *factor, int this_year, HvLanguage language)
{
  const HvHouse *house = hv_roster_find_house (roster, factor->house);
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (HvWeek));
  for (HvWeek week = { (HvDay)factor->from }; week.monday <= factor->to; week = hv_week_add (week, 1))
    g_array_append_val (weeks, week);
  g_autofree char *when = hv_format_weeks ((const HvWeek *)weeks->data, weeks->len, this_year, language);
  double number = (double)factor->factor / HV_MICRO;
  g_autofree char *times = hv_format_decimal (number, fmod (number * 10, 1) == 0 ? 1 : 2, language);
  return g_strdup_printf ("%s · ×%s · %s", when, times, house == NULL ? hv_text (language, "all houses") : house->name);
}

double
hv_factor_find (const HvRoster *roster, HvId house, HvWeek week)
{
  double factor = 1;
  const GPtrArray *all = hv_roster_list (roster, HV_KIND_FACTOR);
  for (guint i = 0; i < all->len; i++)
    {
      const HvFactor *event = g_ptr_array_index (all, i);
      if (concerns (event, house) && event->from <= week.monday && week.monday <= event->to)
        factor *= (double)event->factor / HV_MICRO;
    }
  return factor;
}
