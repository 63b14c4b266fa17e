/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-slots.h"

#include "hv-error.h"
#include "hv-text.h"

/* Half hours of an opening, the last begun one included. */
static guint
count_half_hours (HvSpan opening)
{
  return (guint)((hv_span_get_minutes (opening) + HV_SLOT_MINUTES - 1) / HV_SLOT_MINUTES);
}

GArray *
hv_slots_parse (const char *slots)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = g_strsplit (slots != NULL ? slots : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number;
      if (g_ascii_string_to_signed (words[i], 10, 0, G_MAXINT32, &number, NULL))
        g_array_append_val (numbers, number);
    }
  return numbers;
}

char *
hv_slots_format (const GArray *numbers)
{
  if (numbers->len == 0)
    return NULL;
  GString *slots = g_string_new (NULL);
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (slots, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (numbers, gint64, i));
  return g_string_free (slots, FALSE);
}

bool
hv_slots_check (const HvVisit *visit, HvSpan opening, GError **error)
{
  g_autoptr (GArray) numbers = hv_slots_parse (visit->slots);
  gint64 sum = 0;
  for (guint i = 0; i < numbers->len; i++)
    sum += g_array_index (numbers, gint64, i);

  if (numbers->len > count_half_hours (opening))
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("counts %u half hours, but the opening has %u"),
                 numbers->len, count_half_hours (opening));
  else if (sum > visit->count)
    g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("the half hours add up to %d, but the count is %d"),
                 (int)sum, (int)visit->count);
  else
    return true;
  return false;
}
