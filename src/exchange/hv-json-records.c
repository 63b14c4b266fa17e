/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json-records.h"

#include "hv-json-import.h"
#include "hv-week.h"

#include <string.h>

/* --- one field --- */

void
hv_json_print_id (HvJsonPrinter *printer, const char *name, gconstpointer record)
{
  g_autofree char *id = hv_record_dup_ext (record);
  hv_json_printer_text (printer, name, id);
}

/* A record that the roster does not have is named by its number: whoever reads the file will say so. */
void
hv_json_print_reference (HvJsonPrinter *printer, const char *name, const HvRoster *roster, HvKind kind, HvId id)
{
  const HvRecord *record = id != HV_NONE ? hv_roster_find (roster, kind, id) : NULL;
  g_autofree char *text = NULL;
  if (record != NULL)
    text = hv_record_dup_ext (record);
  else if (id != HV_NONE)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  hv_json_printer_text (printer, name, text);
}

void
hv_json_print_day (HvJsonPrinter *printer, const char *name, gint64 day)
{
  g_autofree char *text = day != HV_NONE ? hv_day_format ((HvDay)day) : NULL;
  hv_json_printer_text (printer, name, text);
}

static void
print_week (HvJsonPrinter *printer, const char *name, gint64 monday)
{
  g_autofree char *text = monday != HV_NONE ? hv_week_format ((HvWeek){ (HvDay)monday }) : NULL;
  hv_json_printer_text (printer, name, text);
}

static void
print_clock (HvJsonPrinter *printer, const char *name, gint64 minute)
{
  g_autofree char *text = minute != HV_NONE ? hv_time_format ((int)minute) : NULL;
  hv_json_printer_text (printer, name, text);
}

static void
print_lines (HvJsonPrinter *printer, const char *name, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  hv_json_printer_open (printer, name, '[', true);
  for (guint i = 0; lines[i] != NULL; i++)
    hv_json_printer_text (printer, NULL, lines[i]);
  hv_json_printer_close (printer, ']');
}

static void
print_numbers (HvJsonPrinter *printer, const char *name, const char *text)
{
  if (text == NULL)
    {
      hv_json_printer_null (printer, name);
      return;
    }
  g_auto (GStrv) numbers = g_strsplit (text, " ", -1);
  hv_json_printer_open (printer, name, '[', true);
  for (guint i = 0; numbers[i] != NULL; i++)
    hv_json_printer_micro (printer, NULL, (gint64)(g_ascii_strtod (numbers[i], NULL) * 1e6 + 0.5));
  hv_json_printer_close (printer, ']');
}

static void
print_field (HvJsonPrinter *printer, const HvJsonField *field, gconstpointer record)
{
  gint64 number = *(const gint64 *)((const char *)record + field->offset);
  const char *text = *(char *const *)((const char *)record + field->offset);

  switch (field->form)
    {
    case HV_JSON_AS_NAME:
    case HV_JSON_AS_LINE:
    case HV_JSON_AS_PROSE:
    case HV_JSON_AS_WORD:
      hv_json_printer_text (printer, field->name, text);
      break;
    case HV_JSON_AS_LINES:
      print_lines (printer, field->name, text);
      break;
    case HV_JSON_AS_FLAG:
      hv_json_printer_flag (printer, field->name, number == 1);
      break;
    case HV_JSON_AS_INT:
      hv_json_printer_int (printer, field->name, number);
      break;
    case HV_JSON_AS_MICRO:
      hv_json_printer_micro (printer, field->name, number);
      break;
    case HV_JSON_AS_NUMBERS:
    case HV_JSON_AS_COUNTS:
      print_numbers (printer, field->name, text);
      break;
    case HV_JSON_AS_DAY:
      hv_json_print_day (printer, field->name, number);
      break;
    case HV_JSON_AS_WEEK:
      print_week (printer, field->name, number);
      break;
    case HV_JSON_AS_CLOCK:
      print_clock (printer, field->name, number);
      break;
    case HV_JSON_AS_CHOICE:
      hv_json_printer_text (printer, field->name, field->words[number]);
      break;
    case HV_JSON_AS_OTHER:
    default:
      break;
    }
}

void
hv_json_print_fields (HvJsonPrinter *printer, HvJsonShape shape, gconstpointer record)
{
  for (const HvJsonField *field = hv_json_shape_get_fields (shape); field->name != NULL; field++)
    print_field (printer, field, record);
}

void
hv_json_print_extra (HvJsonPrinter *printer, HvJsonShape shape, const char *inside, gconstpointer record)
{
  const char *extra = ((const HvRecord *)record)->extra;
  if (extra == NULL)
    return;
  g_autoptr (GBytes) bytes = g_bytes_new (extra, strlen (extra));
  g_autoptr (HvJson) json = hv_json_parse (bytes, NULL);
  if (json == NULL)
    return;

  HvJsonNode root = hv_json_get_root (json);
  HvJsonNode object = inside != NULL ? hv_json_node_find (root, inside) : root;
  hv_json_foreach (member, object)
    {
      const char *name = hv_json_node_get_name (member);
      if (hv_json_shape_find_field (shape, name) == NULL && strcmp (name, HV_JSON_OF_FILE) != 0)
        hv_json_printer_node (printer, name, member);
    }
}

/* --- records --- */

void
hv_json_print_organisation (HvJsonPrinter *printer, const HvOrganisation *organisation)
{
  hv_json_printer_open (printer, "organisation", '{', false);
  hv_json_print_fields (printer, HV_JSON_SHAPE_ORGANISATION, organisation);
  hv_json_print_extra (printer, HV_JSON_SHAPE_ORGANISATION, NULL, organisation);
  hv_json_printer_close (printer, '}');
}

void
hv_json_print_rest (HvJsonPrinter *printer, const HvOrganisation *organisation)
{
  hv_json_print_extra (printer, HV_JSON_SHAPE_FILE, HV_JSON_OF_FILE, organisation);
}

void
hv_json_print_role (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvRole *role = record;
  hv_json_printer_open (printer, NULL, '{', true);
  hv_json_print_id (printer, "id", role);
  hv_json_print_fields (printer, HV_JSON_SHAPE_ROLE, role);
  hv_json_printer_int (printer, "order", role->position);
  hv_json_print_extra (printer, HV_JSON_SHAPE_ROLE, NULL, role);
  hv_json_printer_close (printer, '}');
}

void
hv_json_print_travel (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvTravel *travel = record;
  hv_json_printer_open (printer, NULL, '{', true);
  if (travel->r.ext != NULL)
    hv_json_print_id (printer, "id", travel);
  hv_json_printer_open (printer, "houses", '[', true);
  hv_json_print_reference (printer, NULL, roster, HV_KIND_HOUSE, travel->a);
  hv_json_print_reference (printer, NULL, roster, HV_KIND_HOUSE, travel->b);
  hv_json_printer_close (printer, ']');
  hv_json_print_fields (printer, HV_JSON_SHAPE_TRAVEL, travel);
  hv_json_print_extra (printer, HV_JSON_SHAPE_TRAVEL, NULL, travel);
  hv_json_printer_close (printer, '}');
}

void
hv_json_print_factor (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvFactor *factor = record;
  hv_json_printer_open (printer, NULL, '{', true);
  hv_json_print_id (printer, "id", factor);
  hv_json_print_reference (printer, "house", roster, HV_KIND_HOUSE, factor->house);
  hv_json_print_fields (printer, HV_JSON_SHAPE_FACTOR, factor);
  hv_json_print_extra (printer, HV_JSON_SHAPE_FACTOR, NULL, factor);
  hv_json_printer_close (printer, '}');
}

static void
print_times (HvJsonPrinter *printer, HvDay day, HvSpan span)
{
  print_clock (printer, "start", span.from - hv_minute_at (day, 0));
  print_clock (printer, "end", span.to - hv_minute_at (day, 0));
}

void
hv_json_print_opening (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvOpening *opening = record;
  HvDay day = hv_opening_get_day (opening);
  hv_json_printer_open (printer, NULL, '{', true);
  hv_json_print_id (printer, "id", opening);
  hv_json_print_reference (printer, "house", roster, HV_KIND_HOUSE, opening->house);
  hv_json_print_day (printer, "date", day);
  print_times (printer, day, hv_opening_get_span (opening));
  hv_json_print_reference (printer, "hours", roster, HV_KIND_HOURS, opening->hours);
  hv_json_print_fields (printer, HV_JSON_SHAPE_OPENING, opening);
  hv_json_print_extra (printer, HV_JSON_SHAPE_OPENING, NULL, opening);
  hv_json_printer_close (printer, '}');
}

/* A shift that starts on another date than its opening says so. */
void
hv_json_print_shift (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvShift *shift = record;
  const HvOpening *opening = hv_roster_find_opening (roster, shift->opening);
  HvDay day = hv_minute_get_day (shift->starts);
  hv_json_printer_open (printer, NULL, '{', true);
  hv_json_print_id (printer, "id", shift);
  hv_json_print_reference (printer, "opening", roster, HV_KIND_OPENING, shift->opening);
  hv_json_print_reference (printer, "role", roster, HV_KIND_ROLE, shift->role);
  if (opening == NULL || hv_opening_get_day (opening) != day)
    hv_json_print_day (printer, "date", day);
  print_times (printer, day, hv_shift_get_span (shift));
  hv_json_print_reference (printer, "template", roster, HV_KIND_TEMPLATE, shift->tmpl);
  hv_json_print_fields (printer, HV_JSON_SHAPE_SHIFT, shift);
  hv_json_printer_text (printer, "uid", shift->uid);
  hv_json_print_extra (printer, HV_JSON_SHAPE_SHIFT, NULL, shift);
  hv_json_printer_close (printer, '}');
}

static void
print_own_times (HvJsonPrinter *printer, const HvRoster *roster, const HvAssignment *assignment)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  HvMinute starts = shift != NULL ? shift->starts : assignment->starts;
  if (assignment->own_span)
    {
      print_times (printer, hv_minute_get_day (starts), hv_assignment_get_span (assignment));
      return;
    }
  hv_json_printer_null (printer, "start");
  hv_json_printer_null (printer, "end");
}

void
hv_json_print_assignment (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  const HvAssignment *assignment = record;
  hv_json_printer_open (printer, NULL, '{', true);
  hv_json_print_id (printer, "id", assignment);
  hv_json_print_reference (printer, "shift", roster, HV_KIND_SHIFT, assignment->shift);
  hv_json_print_reference (printer, "volunteer", roster, HV_KIND_VOLUNTEER, assignment->volunteer);
  hv_json_print_fields (printer, HV_JSON_SHAPE_ASSIGNMENT, assignment);
  print_own_times (printer, roster, assignment);
  hv_json_printer_text (printer, "uid", assignment->uid);
  hv_json_print_extra (printer, HV_JSON_SHAPE_ASSIGNMENT, NULL, assignment);
  hv_json_printer_close (printer, '}');
}

/* --- numbers of an opening --- */

static void
open_number (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record, HvId opening_id, bool by_id)
{
  const HvOpening *opening = hv_roster_find_opening (roster, opening_id);
  hv_json_printer_open (printer, NULL, '{', true);
  if (((const HvRecord *)record)->ext != NULL)
    hv_json_print_id (printer, "id", record);
  if (by_id || opening == NULL)
    {
      hv_json_print_reference (printer, "opening", roster, HV_KIND_OPENING, opening_id);
      return;
    }
  HvDay day = hv_opening_get_day (opening);
  hv_json_print_reference (printer, "house", roster, HV_KIND_HOUSE, opening->house);
  hv_json_print_day (printer, "date", day);
  print_times (printer, day, hv_opening_get_span (opening));
}

static void
print_visit (HvJsonPrinter *printer, const HvRoster *roster, const HvVisit *visit, bool by_id)
{
  open_number (printer, roster, visit, visit->opening, by_id);
  hv_json_print_fields (printer, HV_JSON_SHAPE_VISIT, visit);
  if (visit->special == HV_NONE)
    hv_json_printer_null (printer, "special");
  else
    hv_json_printer_flag (printer, "special", visit->special == 1);
  hv_json_print_extra (printer, HV_JSON_SHAPE_VISIT, NULL, visit);
  hv_json_printer_close (printer, '}');
}

static void
print_expectation (HvJsonPrinter *printer, const HvRoster *roster, const HvExpectation *expectation, bool by_id)
{
  open_number (printer, roster, expectation, expectation->opening, by_id);
  hv_json_print_fields (printer, HV_JSON_SHAPE_EXPECTATION, expectation);
  hv_json_print_extra (printer, HV_JSON_SHAPE_EXPECTATION, NULL, expectation);
  hv_json_printer_close (printer, '}');
}

void
hv_json_print_visit (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_visit (printer, roster, record, true);
}

void
hv_json_print_expectation (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_expectation (printer, roster, record, true);
}

void
hv_json_print_dated_visit (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_visit (printer, roster, record, false);
}

void
hv_json_print_dated_expectation (HvJsonPrinter *printer, const HvRoster *roster, gconstpointer record)
{
  print_expectation (printer, roster, record, false);
}
