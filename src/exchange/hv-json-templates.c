/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shift templates of a house, and who is a regular on them. */

#include "hv-json-houses.h"

#include "hv-text.h"

/* Opening hours of the template's house and weekday: those the object says, or else
 * those that are there. */
static bool
find_hours_of (HvJsonImport *in, const HvTemplate *tmpl, gint64 *ret_start, gint64 *ret_end)
{
  for (guint i = 0; i < in->aside->len; i++)
    {
      const HvPut *put = &g_array_index (in->aside, HvPut, i);
      const HvHours *hours = put->record;
      if (hours->r.kind != HV_KIND_HOURS || put->remove || hours->weekday != tmpl->weekday)
        continue;
      *ret_start = hours->start;
      *ret_end = hours->end;
      return true;
    }
  const GPtrArray *stored = hv_roster_list_of (in->roster, HV_KIND_HOURS, HV_KIND_HOUSE, tmpl->house);
  for (guint i = 0; i < stored->len; i++)
    {
      const HvHours *hours = stored->pdata[i];
      if (hours->weekday != tmpl->weekday)
        continue;
      *ret_start = hours->start;
      *ret_end = hours->end;
      return true;
    }
  return false;
}

/* Times left out are those of the house that day. */
static void
fill_times (HvJsonImport *in, HvJsonNode item, HvTemplate *tmpl)
{
  gint64 start, end;
  if (tmpl->start != HV_NONE && tmpl->end != HV_NONE)
    return;
  if (!find_hours_of (in, tmpl, &start, &end))
    {
      hv_json_refuse_missing (in, item, tmpl->start == HV_NONE ? "start" : "end");
      return;
    }
  tmpl->start = tmpl->start != HV_NONE ? tmpl->start : start;
  tmpl->end = tmpl->end != HV_NONE ? tmpl->end : end;
}

static void
check_repeat (HvJsonImport *in, HvJsonNode item, const HvTemplate *tmpl)
{
  bool nth = (tmpl->n >= 1 && tmpl->n <= 5) || tmpl->n == -1;
  if (tmpl->repeat == HV_REPEAT_WEEKS && (tmpl->n == HV_NONE || tmpl->n < 1))
    hv_json_refuse (in, item, HV_ERROR_BAD_INPUT, hv_own_text ("repeat \"weeks\" needs n, a number of weeks from 1"));
  if (tmpl->repeat == HV_REPEAT_WEEKS && tmpl->since == HV_NONE)
    hv_json_refuse (in, item, HV_ERROR_BAD_INPUT,
                    hv_own_text ("repeat \"weeks\" needs since, the date it counts from"));
  if (tmpl->repeat == HV_REPEAT_NTH && !nth)
    hv_json_refuse (in, item, HV_ERROR_BAD_INPUT,
                    hv_own_text ("repeat \"nth\" needs n from 1 to 5, or -1 for the last of the month"));
}

/* Regulars are read when the volunteers are; until then the place of the item in the
 * file says which template it is. */
static void
remember_template (HvJsonImport *in, HvJsonNode item, const HvTemplate *tmpl)
{
  HvJsonMark *mark = g_new (HvJsonMark, 1);
  *mark = (HvJsonMark){ tmpl->r.id, HV_JSON_MARK_RECORD };
  g_hash_table_insert (in->templates, GUINT_TO_POINTER (item.at), mark);
}

static void
read_template (HvJsonImport *in, HvJsonNode item, gpointer draft, bool is_new)
{
  HvTemplate *tmpl = draft;
  HvJsonGiven role = hv_json_read_reference (in, item, "role", HV_KIND_ROLE, &tmpl->role);
  if (role == HV_JSON_GIVEN_NULL || (role == HV_JSON_LEFT_OUT && is_new))
    hv_json_refuse_missing (in, item, "role");
  fill_times (in, item, tmpl);
  if (!hv_json_check_clock (in, item, tmpl->start, tmpl->end))
    return;
  hv_json_check_weeks (in, item, tmpl->from, tmpl->until);
  check_repeat (in, item, tmpl);
  hv_json_check_places (in, item, tmpl->minimum, tmpl->wanted, tmpl->maximum);
}

void
hv_json_read_templates (HvJsonImport *in, HvJsonNode object, HvId house)
{
  const HvJsonSublist list = { "templates", HV_KIND_TEMPLATE, HV_JSON_SHAPE_TEMPLATE, HV_KIND_HOUSE, read_template };
  g_autoptr (GPtrArray) all = hv_json_replace_list (in, object, &list, house);
  if (all == NULL)
    return;

  guint i = 0;
  HvJsonNode items = hv_json_node_find (object, "templates");
  hv_json_foreach (item, items)
    if (i < all->len && !hv_json_is_deleted (item))
      remember_template (in, item, all->pdata[i++]);
}

static const HvRegular *
find_regular (const GPtrArray *regulars, HvId volunteer)
{
  for (guint i = 0; i < regulars->len; i++)
    if (((const HvRegular *)regulars->pdata[i])->volunteer == volunteer)
      return regulars->pdata[i];
  return NULL;
}

static void
put_regular (HvJsonImport *in, const HvTemplate *tmpl, HvId volunteer)
{
  HvRegular *regular = hv_json_draft (in, HV_KIND_REGULAR, NULL, NULL);
  regular->house = tmpl->house;
  regular->tmpl = tmpl->r.id;
  regular->volunteer = volunteer;
  hv_json_put (in, regular);
}

static void
replace_regulars (HvJsonImport *in, HvJsonNode item, const HvTemplate *tmpl)
{
  HvJsonNode items = { NULL, 0 };
  HvJsonGiven given = hv_json_read_container (in, item, "regulars", HV_JSON_LIST, &items);
  if (given == HV_JSON_LEFT_OUT || given == HV_JSON_REFUSED)
    return;

  const GPtrArray *before = hv_roster_list_of (in->roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, tmpl->r.id);
  g_autoptr (GHashTable) after = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  hv_json_foreach (name, items)
    {
      HvId volunteer;
      if (!hv_json_read_reference_item (in, name, HV_KIND_VOLUNTEER, &volunteer))
        continue;
      if (!g_hash_table_add (after, g_memdup2 (&volunteer, sizeof volunteer)))
        hv_json_refuse (in, name, HV_ERROR_TWICE, hv_own_text ("regulars has the same volunteer twice"));
      else if (find_regular (before, volunteer) == NULL)
        put_regular (in, tmpl, volunteer);
    }
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (after, &((const HvRegular *)before->pdata[i])->volunteer))
      hv_json_remove (in, before->pdata[i]);
}

void
hv_json_read_regulars (HvJsonImport *in, HvJsonNode object)
{
  guint index = 0;
  HvJsonNode items = hv_json_node_find (object, "templates");
  hv_json_foreach (item, items)
    {
      const HvJsonMark *mark = g_hash_table_lookup (in->templates, GUINT_TO_POINTER (item.at));
      const HvTemplate *tmpl = mark != NULL ? hv_json_find_record (in, HV_KIND_TEMPLATE, mark->id) : NULL;
      hv_json_enter (in, "templates", index++, item);
      if (tmpl != NULL) /* NULL: the house was refused */
        replace_regulars (in, item, tmpl);
      hv_json_leave (in);
    }
}
