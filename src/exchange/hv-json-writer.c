/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json-writer.h"

#include "hv-json-reader.h"
#include "hv-json-records.h"

typedef struct
{
  HvJsonPrinter printer;
  const HvRoster *roster;
  const HvChoice *choice;
} Writing;

/* --- choosing --- */

static bool
has_role (const Writing *writing, gconstpointer record)
{
  return true;
}

static bool
has_house (const Writing *writing, gconstpointer record)
{
  return hv_choice_has_house (writing->choice, ((const HvRecord *)record)->id);
}

static bool
has_volunteer (const Writing *writing, gconstpointer record)
{
  return hv_choice_has_volunteer (writing->choice, writing->roster, ((const HvRecord *)record)->id);
}

static bool
has_travel (const Writing *writing, gconstpointer record)
{
  const HvTravel *travel = record;
  return hv_choice_has_house (writing->choice, travel->a) || hv_choice_has_house (writing->choice, travel->b);
}

static bool
has_factor (const Writing *writing, gconstpointer record)
{
  const HvFactor *factor = record;
  return factor->house == HV_NONE || hv_choice_has_house (writing->choice, factor->house);
}

static bool
has_opening (const Writing *writing, gconstpointer record)
{
  return hv_choice_has_opening (writing->choice, writing->roster, record);
}

static bool
has_shift (const Writing *writing, gconstpointer record)
{
  return hv_choice_has_shift (writing->choice, writing->roster, record);
}

static bool
has_assignment (const Writing *writing, gconstpointer record)
{
  return hv_choice_has_assignment (writing->choice, writing->roster, record);
}

static bool
has_visit (const Writing *writing, gconstpointer record)
{
  return has_opening (writing, hv_roster_find_opening (writing->roster, ((const HvVisit *)record)->opening));
}

static bool
has_expectation (const Writing *writing, gconstpointer record)
{
  return has_opening (writing, hv_roster_find_opening (writing->roster, ((const HvExpectation *)record)->opening));
}

/* --- the lists --- */

typedef struct
{
  HvJsonParts part;
  const char *name;
  HvKind kind;
  bool (*has) (const Writing *writing, gconstpointer record);
  void (*print) (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record);
} List;

/* In the order of docs/formats.md. */
static const List lists[] = {
  { HV_JSON_PART_HOUSES, "roles", HV_KIND_ROLE, has_role, hv_json_print_role },
  { HV_JSON_PART_HOUSES, "houses", HV_KIND_HOUSE, has_house, hv_json_print_house },
  { HV_JSON_PART_VOLUNTEERS, "volunteers", HV_KIND_VOLUNTEER, has_volunteer, hv_json_print_volunteer },
  { HV_JSON_PART_HOUSES, "travel", HV_KIND_TRAVEL, has_travel, hv_json_print_travel },
  { HV_JSON_PART_ROSTER, "openings", HV_KIND_OPENING, has_opening, hv_json_print_opening },
  { HV_JSON_PART_ROSTER, "shifts", HV_KIND_SHIFT, has_shift, hv_json_print_shift },
  { HV_JSON_PART_ROSTER, "assignments", HV_KIND_ASSIGNMENT, has_assignment, hv_json_print_assignment },
  { HV_JSON_PART_VISITS, "visits", HV_KIND_VISIT, has_visit, hv_json_print_visit },
  { HV_JSON_PART_VISITS, "expectations", HV_KIND_EXPECTATION, has_expectation, hv_json_print_expectation },
  { HV_JSON_PART_HOUSES, "factors", HV_KIND_FACTOR, has_factor, hv_json_print_factor },
};

/* Numbers of openings that are not in the file themselves. */
static const List dated_lists[] = {
  { HV_JSON_PART_VISITS, "visits", HV_KIND_VISIT, has_visit, hv_json_print_dated_visit },
  { HV_JSON_PART_VISITS, "expectations", HV_KIND_EXPECTATION, has_expectation, hv_json_print_dated_expectation },
};

/* A list that would be empty is left out. */
static void
write_list (Writing *writing, const List *list)
{
  const GPtrArray *records = hv_roster_list (writing->roster, list->kind);
  bool open = false;
  for (guint i = 0; i < records->len; i++)
    {
      if (!list->has (writing, records->pdata[i]))
        continue;
      if (!open)
        hv_json_printer_open (&writing->printer, list->name, '[', false);
      open = true;
      list->print (&writing->printer, writing->roster, records->pdata[i]);
    }
  if (open)
    hv_json_printer_close (&writing->printer, ']');
}

static void
write_lists (Writing *writing, HvJsonParts parts)
{
  bool dated = (parts & HV_JSON_PART_ROSTER) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if ((parts & lists[i].part) != 0 && !(dated && lists[i].part == HV_JSON_PART_VISITS))
      write_list (writing, &lists[i]);
  for (gsize i = 0; dated && i < G_N_ELEMENTS (dated_lists); i++)
    if ((parts & dated_lists[i].part) != 0)
      write_list (writing, &dated_lists[i]);
}

char *
hv_json_write (const HvRoster *roster, HvJsonParts parts, const HvChoice *choice)
{
  const HvOrganisation *organisation = hv_roster_get_organisation (roster);
  Writing writing = { .roster = roster, .choice = choice };

  hv_json_printer_init (&writing.printer);
  hv_json_printer_open (&writing.printer, NULL, '{', false);
  hv_json_printer_text (&writing.printer, "format", HV_JSON_FORMAT);
  if ((parts & HV_JSON_PART_ORGANISATION) != 0)
    hv_json_print_organisation (&writing.printer, organisation);
  write_lists (&writing, parts);
  if ((parts & HV_JSON_PART_ORGANISATION) != 0)
    hv_json_print_rest (&writing.printer, organisation);
  hv_json_printer_close (&writing.printer, '}');
  return hv_json_printer_end (&writing.printer);
}
