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
  const HvJsonChoice *choice;
  /* Chosen beside the house and weeks: NULL where all are. */
  GHashTable *volunteers;
  GHashTable *shifts;
  GHashTable *openings;
} Writing;

/* --- choosing --- */

static bool
is_in_weeks (const HvJsonChoice *choice, HvMinute starts)
{
  HvDay day = hv_minute_get_day (starts);
  return (choice->from == HV_NONE || day >= choice->from) && (choice->until == HV_NONE || day < choice->until + 7);
}

static bool
is_chosen (GHashTable *chosen, HvId id)
{
  return chosen == NULL || g_hash_table_contains (chosen, &id);
}

static bool
is_chosen_house (const Writing *writing, HvId house)
{
  return writing->choice->house == HV_NONE || writing->choice->house == house;
}

static bool
has_role (const Writing *writing, gconstpointer record)
{
  return true;
}

static bool
has_house (const Writing *writing, gconstpointer record)
{
  return is_chosen_house (writing, ((const HvRecord *)record)->id);
}

static bool
has_volunteer (const Writing *writing, gconstpointer record)
{
  return is_chosen (writing->volunteers, ((const HvRecord *)record)->id);
}

static bool
has_travel (const Writing *writing, gconstpointer record)
{
  const HvTravel *travel = record;
  return is_chosen_house (writing, travel->a) || is_chosen_house (writing, travel->b);
}

static bool
has_factor (const Writing *writing, gconstpointer record)
{
  const HvFactor *factor = record;
  return factor->house == HV_NONE || is_chosen_house (writing, factor->house);
}

static bool
has_opening (const Writing *writing, gconstpointer record)
{
  const HvOpening *opening = record;
  return opening != NULL && is_chosen_house (writing, opening->house) && is_in_weeks (writing->choice, opening->starts)
         && is_chosen (writing->openings, opening->r.id);
}

static bool
has_shift (const Writing *writing, gconstpointer record)
{
  const HvShift *shift = record;
  return shift != NULL && is_chosen (writing->shifts, shift->r.id)
         && has_opening (writing, hv_roster_find_opening (writing->roster, shift->opening));
}

static bool
has_assignment (const Writing *writing, gconstpointer record)
{
  const HvAssignment *assignment = record;
  HvId volunteer = writing->choice->volunteer;
  return (volunteer == HV_NONE || assignment->volunteer == volunteer)
         && has_shift (writing, hv_roster_find_shift (writing->roster, assignment->shift));
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

static void
add_id (GHashTable *chosen, HvId id)
{
  g_hash_table_add (chosen, g_memdup2 (&id, sizeof id));
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* One volunteer: their assignments, and the shifts and openings of those. */
static void
choose_duties (Writing *writing)
{
  HvId volunteer = writing->choice->volunteer;
  const GPtrArray *duties = hv_roster_list_of (writing->roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  writing->shifts = new_set ();
  writing->openings = new_set ();
  for (guint i = 0; i < duties->len; i++)
    {
      const HvShift *shift = hv_roster_find_shift (writing->roster, ((const HvAssignment *)duties->pdata[i])->shift);
      if (shift == NULL)
        continue;
      add_id (writing->shifts, shift->r.id);
      add_id (writing->openings, shift->opening);
    }
}

/* One house: who serves it or holds its key, who is a regular in it, and who is on its shifts. */
static void
choose_volunteers (Writing *writing)
{
  static const HvKind kinds[] = { HV_KIND_TIE, HV_KIND_REGULAR, HV_KIND_ASSIGNMENT };
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const HvField *field = hv_kind_find_field (kinds[k], "volunteer");
      const GPtrArray *records = hv_roster_list_of (writing->roster, kinds[k], HV_KIND_HOUSE, writing->choice->house);
      for (guint i = 0; i < records->len; i++)
        add_id (writing->volunteers, hv_record_get_int (records->pdata[i], field));
    }
}

static void
choose (Writing *writing)
{
  if (writing->choice->volunteer != HV_NONE)
    choose_duties (writing);
  if (writing->choice->volunteer == HV_NONE && writing->choice->house == HV_NONE)
    return;
  writing->volunteers = new_set ();
  if (writing->choice->volunteer != HV_NONE)
    add_id (writing->volunteers, writing->choice->volunteer);
  else
    choose_volunteers (writing);
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
write_lists (Writing *writing)
{
  bool dated = (writing->choice->parts & HV_JSON_PART_ROSTER) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if ((writing->choice->parts & lists[i].part) != 0 && !(dated && lists[i].part == HV_JSON_PART_VISITS))
      write_list (writing, &lists[i]);
  for (gsize i = 0; dated && i < G_N_ELEMENTS (dated_lists); i++)
    if ((writing->choice->parts & dated_lists[i].part) != 0)
      write_list (writing, &dated_lists[i]);
}

char *
hv_json_write (const HvRoster *roster, const HvJsonChoice *choice)
{
  const HvOrganisation *organisation = hv_roster_get_organisation (roster);
  Writing writing = { .roster = roster, .choice = choice };
  choose (&writing);

  hv_json_printer_init (&writing.printer);
  hv_json_printer_open (&writing.printer, NULL, '{', false);
  hv_json_printer_text (&writing.printer, "format", HV_JSON_FORMAT);
  if ((choice->parts & HV_JSON_PART_ORGANISATION) != 0)
    hv_json_print_organisation (&writing.printer, organisation);
  write_lists (&writing);
  if ((choice->parts & HV_JSON_PART_ORGANISATION) != 0)
    hv_json_print_rest (&writing.printer, organisation);
  hv_json_printer_close (&writing.printer, '}');

  g_clear_pointer (&writing.volunteers, g_hash_table_unref);
  g_clear_pointer (&writing.shifts, g_hash_table_unref);
  g_clear_pointer (&writing.openings, g_hash_table_unref);
  return hv_json_printer_end (&writing.printer);
}
