/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-history.h"

#include "hv-order.h"

struct _HvHistory
{
  gatomicrefcount refs;
  GArray *duties; /* HvPastDuty by volunteer, day, house */
  GArray *counts; /* HvPastCount by house, start; slots owned */
};

static void
clear_count_cb (gpointer data)
{
  HvPastCount *count = data;
  g_free ((char *)count->slots);
}

static int
compare_duty_cb (gconstpointer a, gconstpointer b)
{
  const HvPastDuty *one = a, *other = b;
  int order = hv_order_numbers (one->volunteer, other->volunteer);
  if (order == 0)
    order = hv_order_numbers (one->day, other->day);
  return order != 0 ? order : hv_order_numbers (one->house, other->house);
}

static int
compare_count_cb (gconstpointer a, gconstpointer b)
{
  const HvPastCount *one = a, *other = b;
  int order = hv_order_numbers (one->house, other->house);
  return order != 0 ? order : hv_order_numbers (one->starts, other->starts);
}

HvHistory *
hv_history_new (void)
{
  HvHistory *history = g_new0 (HvHistory, 1);
  g_atomic_ref_count_init (&history->refs);
  history->duties = g_array_new (FALSE, FALSE, sizeof (HvPastDuty));
  history->counts = g_array_new (FALSE, FALSE, sizeof (HvPastCount));
  g_array_set_clear_func (history->counts, clear_count_cb);
  return history;
}

HvHistory *
hv_history_ref (HvHistory *history)
{
  g_atomic_ref_count_inc (&history->refs);
  return history;
}

void
hv_history_unref (HvHistory *history)
{
  if (!g_atomic_ref_count_dec (&history->refs))
    return;

  g_array_unref (history->duties);
  g_array_unref (history->counts);
  g_free (history);
}

void
hv_history_add_duty (HvHistory *history, HvPastDuty duty)
{
  g_array_append_val (history->duties, duty);
}

void
hv_history_add_count (HvHistory *history, HvPastCount count)
{
  count.slots = g_strdup (count.slots);
  g_array_append_val (history->counts, count);
}

void
hv_history_end (HvHistory *history)
{
  g_array_sort (history->duties, compare_duty_cb);
  g_array_sort (history->counts, compare_count_cb);
}

/* The place of the first element that is not before `key`. */
static guint
find_place (const GArray *array, gconstpointer key, GCompareFunc compare)
{
  gsize size = g_array_get_element_size ((GArray *)array);
  guint low = 0;
  guint high = array->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (compare (array->data + middle * size, key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The place of the first duty of a volunteer from a date on. */
static guint
find_duty (const HvHistory *history, HvId volunteer, HvDay day)
{
  HvPastDuty key = { .volunteer = volunteer, .house = G_MININT64, .day = day };
  return find_place (history->duties, &key, compare_duty_cb);
}

guint
hv_history_count_duties (const HvHistory *history, HvId volunteer, HvDay from, HvDay to)
{
  return to > from ? find_duty (history, volunteer, to) - find_duty (history, volunteer, from) : 0;
}

bool
hv_history_get_last_duty (const HvHistory *history, HvId volunteer, HvId house, HvDay before, HvDay *ret_day)
{
  for (guint i = find_duty (history, volunteer, before); i > 0; i--)
    {
      const HvPastDuty *duty = &g_array_index (history->duties, HvPastDuty, i - 1);
      if (duty->volunteer != volunteer)
        return false;
      if (house == HV_NONE || duty->house == house)
        {
          *ret_day = duty->day;
          return true;
        }
    }
  return false;
}

void
hv_history_append_counts (const HvHistory *history, HvId house, GArray *counts)
{
  HvPastCount key = { .house = house, .starts = G_MININT64 };
  for (guint i = find_place (history->counts, &key, compare_count_cb); i < history->counts->len; i++)
    {
      const HvPastCount *count = &g_array_index (history->counts, HvPastCount, i);
      if (count->house != house)
        return;
      g_array_append_vals (counts, count, 1);
    }
}
