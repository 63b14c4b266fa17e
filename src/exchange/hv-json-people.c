/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Houses and volunteers as exchange JSON, with the lists inside them. */

#include "hv-json-records.h"
#include "hv-ties.h"

typedef void (*PrintItem) (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);

static void
print_list (HvJsonPrinter *printer, const char *name, const HvRoster *roster, const GPtrArray *records, PrintItem print)
{
  hv_json_printer_open (printer, name, '[', records->len == 0);
  for (guint i = 0; i < records->len; i++)
    print (printer, roster, records->pdata[i]);
  hv_json_printer_close (printer, ']');
}

static void
print_list_of (HvJsonPrinter *printer, const char *name, const HvRoster *roster, HvKind kind, const HvRecord *owner,
               PrintItem print)
{
  print_list (printer, name, roster, hv_roster_list_of (roster, kind, owner->kind, owner->id), print);
}

static void
print_item (HvJsonPrinter *printer, HvJsonShape shape, const HvRecord *record, bool id)
{
  hv_json_printer_open (printer, NULL, '{', true);
  if (id || record->ext != NULL)
    hv_json_print_id (printer, "id", record);
  hv_json_print_fields (printer, shape, record);
  hv_json_print_extra (printer, shape, NULL, record);
  hv_json_printer_close (printer, '}');
}

/* --- houses --- */

static void
print_hours (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_item (printer, HV_JSON_SHAPE_HOURS, record, true);
}

static void
print_regular (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvRegular *regular = record;
  hv_json_print_reference (printer, NULL, roster, HV_KIND_VOLUNTEER, regular->volunteer);
}

static void
print_template (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvTemplate *tmpl = record;
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, tmpl->r.id);
  hv_json_printer_open (printer, NULL, '{', true);
  hv_json_print_id (printer, "id", tmpl);
  hv_json_print_reference (printer, "role", roster, HV_KIND_ROLE, tmpl->role);
  hv_json_print_fields (printer, HV_JSON_SHAPE_TEMPLATE, tmpl);
  print_list (printer, "regulars", roster, regulars, print_regular);
  hv_json_print_extra (printer, HV_JSON_SHAPE_TEMPLATE, NULL, tmpl);
  hv_json_printer_close (printer, '}');
}

static void
print_closed (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_item (printer, HV_JSON_SHAPE_CLOSED, record, true);
}

static void
print_open_on (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  hv_json_print_day (printer, NULL, ((const HvOpenOn *)record)->day);
}

static void
print_demand (HvJsonPrinter *printer, const HvHouse *house)
{
  hv_json_printer_open (printer, "demand", '{', true);
  hv_json_printer_text (printer, "model", hv_json_models[house->model]);
  hv_json_print_fields (printer, HV_JSON_SHAPE_DEMAND, house);
  hv_json_print_extra (printer, HV_JSON_SHAPE_DEMAND, "demand", house);
  hv_json_printer_close (printer, '}');
}

void
hv_json_print_house (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvHouse *house = record;
  hv_json_printer_open (printer, NULL, '{', false);
  hv_json_print_id (printer, "id", house);
  hv_json_print_fields (printer, HV_JSON_SHAPE_HOUSE, house);
  hv_json_printer_int (printer, "order", house->position);
  print_demand (printer, house);
  print_list_of (printer, "hours", roster, HV_KIND_HOURS, &house->r, print_hours);
  print_list_of (printer, "templates", roster, HV_KIND_TEMPLATE, &house->r, print_template);
  print_list_of (printer, "closed", roster, HV_KIND_CLOSED, &house->r, print_closed);
  print_list_of (printer, "open_on", roster, HV_KIND_OPEN_ON, &house->r, print_open_on);
  hv_json_print_extra (printer, HV_JSON_SHAPE_HOUSE, NULL, house);
  hv_json_printer_close (printer, '}');
}

/* --- volunteers --- */

static void
print_roles (HvJsonPrinter *printer, const HvRoster *roster, HvId volunteer)
{
  const GPtrArray *skills = hv_roster_list_of (roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, volunteer);
  hv_json_printer_open (printer, "roles", '{', true);
  for (guint i = 0; i < skills->len; i++)
    {
      const HvSkill *skill = skills->pdata[i];
      const HvRole *role = hv_roster_find_role (roster, skill->role);
      g_autofree char *id = role != NULL ? hv_record_dup_ext (role) : NULL;
      if (id != NULL)
        hv_json_printer_text (printer, id, hv_json_levels[skill->level]);
    }
  hv_json_printer_close (printer, '}');
}

/* Houses in the order of the volunteer, the home house first. */
static void
print_ties (HvJsonPrinter *printer, const HvRoster *roster, HvId volunteer)
{
  g_autoptr (GPtrArray) ties = hv_ties_list (roster, volunteer);
  const char *const names[] = { "houses", "keys" };
  for (guint key = 0; key < 2; key++)
    {
      hv_json_printer_open (printer, names[key], '[', true);
      for (guint i = 0; i < ties->len; i++)
        {
          const HvTie *tie = ties->pdata[i];
          if (key ? tie->key : tie->serves)
            hv_json_print_reference (printer, NULL, roster, HV_KIND_HOUSE, tie->house);
        }
      hv_json_printer_close (printer, ']');
    }
}

static void
print_pause (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_item (printer, HV_JSON_SHAPE_PAUSE, record, false);
}

static void
print_availability (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_item (printer, HV_JSON_SHAPE_AVAILABILITY, record, false);
}

static void
print_absence (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_item (printer, HV_JSON_SHAPE_ABSENCE, record, true);
}

/* A pair is written with the one whose list it was in. */
static void
print_pairs (HvJsonPrinter *printer, const HvRoster *roster, HvId volunteer)
{
  const GPtrArray *pairs = hv_roster_list_of (roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, volunteer);
  hv_json_printer_open (printer, "pairs", '[', true);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvPair *pair = pairs->pdata[i];
      if (pair->a != volunteer)
        continue;
      hv_json_printer_open (printer, NULL, '{', true);
      if (pair->r.ext != NULL)
        hv_json_print_id (printer, "id", pair);
      hv_json_print_reference (printer, "with", roster, HV_KIND_VOLUNTEER, pair->b);
      hv_json_print_fields (printer, HV_JSON_SHAPE_PAIR, pair);
      hv_json_print_extra (printer, HV_JSON_SHAPE_PAIR, NULL, pair);
      hv_json_printer_close (printer, '}');
    }
  hv_json_printer_close (printer, ']');
}

void
hv_json_print_volunteer (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvVolunteer *volunteer = record;
  hv_json_printer_open (printer, NULL, '{', false);
  hv_json_print_id (printer, "id", volunteer);
  hv_json_print_fields (printer, HV_JSON_SHAPE_VOLUNTEER, volunteer);
  print_roles (printer, roster, volunteer->r.id);
  print_ties (printer, roster, volunteer->r.id);
  print_list_of (printer, "paused", roster, HV_KIND_PAUSE, &volunteer->r, print_pause);
  print_list_of (printer, "availability", roster, HV_KIND_AVAILABILITY, &volunteer->r, print_availability);
  print_list_of (printer, "absences", roster, HV_KIND_ABSENCE, &volunteer->r, print_absence);
  hv_json_printer_open (printer, "wishes", '{', true);
  hv_json_print_fields (printer, HV_JSON_SHAPE_WISHES, volunteer);
  hv_json_print_extra (printer, HV_JSON_SHAPE_WISHES, "wishes", volunteer);
  hv_json_printer_close (printer, '}');
  print_pairs (printer, roster, volunteer->r.id);
  hv_json_print_extra (printer, HV_JSON_SHAPE_VOLUNTEER, NULL, volunteer);
  hv_json_printer_close (printer, '}');
}
