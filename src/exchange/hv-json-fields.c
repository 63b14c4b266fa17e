/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fields of an object into members of a record, as hv-json-shape.h says. */

#include "hv-json-import.h"

#include "hv-identity.h"
#include "hv-json-printer.h"
#include "hv-name.h"
#include "hv-text.h"
#include "hv-week.h"

#include <string.h>

static gint64 *
get_int_member (gpointer record, const HvJsonField *field)
{
  return (gint64 *)((char *)record + field->offset);
}

static char **
get_text_member (gpointer record, const HvJsonField *field)
{
  return (char **)((char *)record + field->offset);
}

static void
refuse_field (HvJsonImport *in, HvJsonNode node, const char *field, const char *what)
{
  /* TRANSLATORS: a field of a file and what it must be: "weekday must be a whole number from 1 to 7" */
  hv_json_refuse (in, node, HV_ERROR_BAD_INPUT, hv_own_text ("%s must be %s"), field, what);
}

static HvJsonGiven
find_given (HvJsonNode object, const char *field, HvJsonNode *ret_node)
{
  *ret_node = hv_json_node_find (object, field);
  if (!hv_json_node_is_there (*ret_node))
    return HV_JSON_LEFT_OUT;
  return hv_json_node_get_type (*ret_node) == HV_JSON_NULL ? HV_JSON_GIVEN_NULL : HV_JSON_GIVEN;
}

/* --- texts --- */

typedef char *(*CleanText) (const char *text, GError **error);

/* One line, or nothing. */
static char *
clean_line (const char *text, GError **error)
{
  g_autofree char *trimmed = hv_text_clean (text, HV_NAME_MAX_CHARACTERS, NULL);
  return trimmed != NULL && *trimmed == '\0' ? g_steal_pointer (&trimmed) : hv_name_clean (text, error);
}

static char *
clean_prose (const char *text, GError **error)
{
  return hv_text_clean (text, HV_JSON_MAX_PROSE, error);
}

static bool
check_identity (const char *field, const char *text, GError **error)
{
  return strcmp (field, "phone") == 0 ? hv_identity_check_phone (field, text, error)
                                      : hv_identity_check (field, text, error);
}

/* The cleaned text, or NULL when it is refused. */
static char *
read_text (HvJsonImport *in, HvJsonNode node, const char *field, CleanText clean)
{
  const char *text = hv_json_node_get_text (node);
  if (text == NULL)
    {
      refuse_field (in, node, field, hv_own_text ("a text in quotation marks"));
      return NULL;
    }

  g_autoptr (GError) error = NULL;
  g_autofree char *cleaned = clean (text, &error);
  if (cleaned != NULL && check_identity (field, cleaned, &error))
    return g_steal_pointer (&cleaned);
  hv_json_refuse (in, node, (HvErrorCode)error->code, "%s: %s", field, error->message);
  return NULL;
}

/* A text that is nothing when empty. */
static void
set_read_text (HvJsonImport *in, HvJsonNode node, const char *field, CleanText clean, char **member)
{
  g_autofree char *text = read_text (in, node, field, clean);
  if (text != NULL)
    hv_set_text (member, *text != '\0' ? text : NULL);
}

static void
read_name (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, HvRecord *record)
{
  g_autofree char *name = read_text (in, node, field->name, hv_name_clean);
  if (name == NULL)
    return;
  if (record->kind == HV_KIND_VOLUNTEER)
    hv_volunteer_set_name ((HvVolunteer *)record, name);
  else
    hv_set_text (get_text_member (record, field), name);
}

HvJsonGiven
hv_json_read_line (HvJsonImport *in, HvJsonNode object, const char *field, char **ret_text)
{
  HvJsonNode node;
  HvJsonGiven given = find_given (object, field, &node);
  if (given != HV_JSON_GIVEN)
    return given;
  g_autofree char *text = read_text (in, node, field, clean_line);
  if (text == NULL)
    return HV_JSON_REFUSED;
  if (*text == '\0')
    return HV_JSON_GIVEN_NULL;
  *ret_text = g_steal_pointer (&text);
  return HV_JSON_GIVEN;
}

/* A list of texts, one a line; an empty one is left out. */
static void
read_lines (HvJsonImport *in, HvJsonNode node, const char *field, char **member)
{
  if (hv_json_node_get_type (node) != HV_JSON_LIST)
    {
      refuse_field (in, node, field, hv_own_text ("a list in brackets"));
      return;
    }
  g_autoptr (GString) lines = g_string_new (NULL);
  hv_json_foreach (item, node)
    {
      g_autofree char *line = read_text (in, item, field, clean_line);
      if (line != NULL && *line != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  if (lines->len > HV_JSON_MAX_PROSE)
    refuse_field (in, node, field, hv_own_text ("shorter"));
  else
    hv_set_text (member, lines->len > 0 ? lines->str : NULL);
}

/* --- numbers --- */

static void
refuse_number (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, bool whole)
{
  double unit = whole ? 1 : HV_MICRO;
  double least = (double)field->least / unit, most = (double)field->most / unit;
  g_autofree char *what = whole ? g_strdup_printf (hv_own_text ("a whole number from %.0f to %.0f"), least, most)
                                : g_strdup_printf (hv_own_text ("a number from %g to %g"), least, most);
  refuse_field (in, node, field->name, what);
}

static bool
read_number (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, bool whole, gint64 *ret_value)
{
  gint64 value;
  bool read = whole ? hv_json_node_get_int (node, &value) : hv_json_node_get_micro (node, &value);
  if (read && value >= field->least && value <= field->most)
    {
      *ret_value = value;
      return true;
    }
  refuse_number (in, node, field, whole);
  return false;
}

HvJsonGiven
hv_json_read_int (HvJsonImport *in, HvJsonNode object, const char *field, gint64 least, gint64 most, gint64 *ret_value)
{
  HvJsonNode node;
  HvJsonGiven given = find_given (object, field, &node);
  if (given != HV_JSON_GIVEN)
    return given;
  const HvJsonField limits = { .name = field, .least = least, .most = most };
  return read_number (in, node, &limits, true, ret_value) ? HV_JSON_GIVEN : HV_JSON_REFUSED;
}

/* Kept as they were written, with blanks between. */
static void
read_numbers (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, bool whole, char **member)
{
  if (hv_json_node_get_type (node) != HV_JSON_LIST || hv_json_node_count (node) > HV_JSON_MAX_NUMBERS)
    {
      g_autofree char *what =
          g_strdup_printf (hv_own_text ("a list in brackets, of at most %d numbers"), HV_JSON_MAX_NUMBERS);
      refuse_field (in, node, field->name, what);
      return;
    }
  g_autoptr (GString) numbers = g_string_new (NULL);
  hv_json_foreach (item, node)
    {
      gint64 value;
      if (!read_number (in, item, field, whole, &value))
        return;
      g_string_append (numbers, numbers->len > 0 ? " " : "");
      hv_json_print_number (whole ? value * HV_MICRO : value, numbers);
    }
  hv_set_text (member, numbers->len > 0 ? numbers->str : NULL);
}

/* --- times --- */

bool
hv_json_read_day_item (HvJsonImport *in, HvJsonNode node, const char *field, HvDay *ret_day)
{
  g_autoptr (GError) error = NULL;
  const char *text = hv_json_node_get_text (node);
  if (text != NULL && hv_day_parse (text, ret_day, &error))
    return true;
  if (error != NULL)
    hv_json_refuse (in, node, HV_ERROR_BAD_INPUT, "%s: %s", field, error->message);
  else
    refuse_field (in, node, field, hv_own_text ("a date such as \"2026-05-04\""));
  return false;
}

HvJsonGiven
hv_json_read_day (HvJsonImport *in, HvJsonNode object, const char *field, HvDay *ret_day)
{
  HvJsonNode node;
  HvJsonGiven given = find_given (object, field, &node);
  if (given != HV_JSON_GIVEN)
    return given;
  return hv_json_read_day_item (in, node, field, ret_day) ? HV_JSON_GIVEN : HV_JSON_REFUSED;
}

static void
read_day (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, gint64 *member)
{
  HvDay day;
  if (hv_json_read_day_item (in, node, field->name, &day))
    *member = day;
}

/* The week's own error keeps its code: a script may have counted one week too far. */
static void
read_week (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, gint64 *member)
{
  g_autoptr (GError) error = NULL;
  HvWeek week;
  const char *text = hv_json_node_get_text (node);
  if (text != NULL && hv_week_parse (text, &week, &error))
    *member = week.monday;
  else if (error != NULL)
    hv_json_refuse (in, node, error->code == HV_ERROR_UNKNOWN_WEEK ? HV_ERROR_UNKNOWN_WEEK : HV_ERROR_BAD_INPUT,
                    "%s: %s", field->name, error->message);
  else
    refuse_field (in, node, field->name, hv_own_text ("a week such as \"2026-W19\""));
}

static bool
parse_clock (HvJsonImport *in, HvJsonNode node, const char *field, int least, int most, int *ret_minute)
{
  const char *text = hv_json_node_get_text (node);
  int minute;
  if (text != NULL && hv_time_parse (text, &minute, NULL) && minute >= least && minute <= most)
    {
      *ret_minute = minute;
      return true;
    }
  g_autofree char *from = hv_time_format (least);
  g_autofree char *to = hv_time_format (most);
  g_autofree char *what = g_strdup_printf (hv_own_text ("a time from \"%s\" to \"%s\""), from, to);
  refuse_field (in, node, field, what);
  return false;
}

HvJsonGiven
hv_json_read_clock (HvJsonImport *in, HvJsonNode object, const char *field, int latest, int *ret_minute)
{
  HvJsonNode node;
  HvJsonGiven given = find_given (object, field, &node);
  if (given != HV_JSON_GIVEN)
    return given;
  return parse_clock (in, node, field, 0, latest, ret_minute) ? HV_JSON_GIVEN : HV_JSON_REFUSED;
}

static void
read_clock (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, gint64 *member)
{
  int minute;
  if (parse_clock (in, node, field->name, (int)field->least, (int)field->most, &minute))
    *member = minute;
}

/* --- words --- */

bool
hv_json_read_word (HvJsonImport *in, HvJsonNode node, const char *field, const char *const *words, gint64 *ret_place)
{
  const char *text = hv_json_node_get_text (node);
  for (gint64 i = 0; text != NULL && words[i] != NULL; i++)
    if (strcmp (text, words[i]) == 0)
      {
        *ret_place = i;
        return true;
      }
  g_autofree char *list = g_strjoinv (", ", (char **)words);
  g_autofree char *what = g_strdup_printf (hv_own_text ("one of these words: %s"), list);
  refuse_field (in, node, field, what);
  return false;
}

static void
read_flag (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, gint64 *member)
{
  HvJsonType type = hv_json_node_get_type (node);
  if (type == HV_JSON_TRUE || type == HV_JSON_FALSE)
    *member = type == HV_JSON_TRUE;
  else
    refuse_field (in, node, field->name, hv_own_text ("true or false"));
}

HvJsonGiven
hv_json_read_container (HvJsonImport *in, HvJsonNode object, const char *field, HvJsonType type,
                        HvJsonNode *ret_container)
{
  HvJsonNode node;
  HvJsonGiven given = find_given (object, field, &node);
  if (given != HV_JSON_GIVEN)
    return given;
  if (hv_json_node_get_type (node) == type)
    {
      *ret_container = node;
      return HV_JSON_GIVEN;
    }
  refuse_field (in, node, field,
                type == HV_JSON_LIST ? hv_own_text ("a list in brackets") : hv_own_text ("an object in braces"));
  return HV_JSON_REFUSED;
}

/* --- a whole object --- */

static void
read_field (HvJsonImport *in, HvJsonNode node, const HvJsonField *field, HvRecord *record)
{
  gint64 *number = get_int_member (record, field);
  char **text = get_text_member (record, field);
  gint64 place;

  switch (field->form)
    {
    case HV_JSON_AS_NAME:
      read_name (in, node, field, record);
      break;
    case HV_JSON_AS_LINE:
      set_read_text (in, node, field->name, clean_line, text);
      break;
    case HV_JSON_AS_PROSE:
      set_read_text (in, node, field->name, clean_prose, text);
      break;
    case HV_JSON_AS_LINES:
      read_lines (in, node, field->name, text);
      break;
    case HV_JSON_AS_FLAG:
      read_flag (in, node, field, number);
      break;
    case HV_JSON_AS_INT:
    case HV_JSON_AS_MICRO:
      read_number (in, node, field, field->form == HV_JSON_AS_INT, number);
      break;
    case HV_JSON_AS_NUMBERS:
    case HV_JSON_AS_COUNTS:
      read_numbers (in, node, field, field->form == HV_JSON_AS_COUNTS, text);
      break;
    case HV_JSON_AS_DAY:
      read_day (in, node, field, number);
      break;
    case HV_JSON_AS_WEEK:
      read_week (in, node, field, number);
      break;
    case HV_JSON_AS_CLOCK:
      read_clock (in, node, field, number);
      break;
    case HV_JSON_AS_CHOICE:
      hv_json_read_word (in, node, field->name, field->words, number);
      break;
    case HV_JSON_AS_WORD:
      if (hv_json_read_word (in, node, field->name, field->words, &place))
        hv_set_text (text, field->words[place]);
      break;
    case HV_JSON_AS_OTHER:
    default:
      break;
    }
}

static bool
is_text_form (HvJsonForm form)
{
  return form == HV_JSON_AS_NAME || form == HV_JSON_AS_LINE || form == HV_JSON_AS_PROSE || form == HV_JSON_AS_LINES
         || form == HV_JSON_AS_NUMBERS || form == HV_JSON_AS_COUNTS || form == HV_JSON_AS_WORD;
}

static void
clear_field (const HvJsonField *field, HvRecord *record)
{
  if (is_text_form (field->form))
    hv_set_text (get_text_member (record, field), NULL);
  else
    *get_int_member (record, field) = field->missing;
}

static void
check_deleted (HvJsonImport *in, HvJsonNode object)
{
  HvJsonNode node;
  if (find_given (object, "deleted", &node) != HV_JSON_GIVEN)
    return;
  HvJsonType type = hv_json_node_get_type (node);
  if (type != HV_JSON_TRUE && type != HV_JSON_FALSE)
    refuse_field (in, node, "deleted", hv_own_text ("true or false"));
}

void
hv_json_read_fields (HvJsonImport *in, HvJsonShape shape, HvJsonNode object, const char *inside, gpointer record,
                     bool is_new)
{
  for (const HvJsonField *field = hv_json_shape_get_fields (shape); field->name != NULL; field++)
    {
      if (field->form == HV_JSON_AS_OTHER)
        continue;
      HvJsonNode node;
      HvJsonGiven given = find_given (object, field->name, &node);
      if (given == HV_JSON_GIVEN)
        read_field (in, node, field, record);
      else if (field->required && (is_new || given == HV_JSON_GIVEN_NULL))
        hv_json_refuse_missing (in, object, field->name);
      else if (is_new || given == HV_JSON_GIVEN_NULL)
        clear_field (field, record);
    }
  check_deleted (in, object);
  hv_json_keep_unknown (in, shape, object, inside, record);
}

gpointer
hv_json_draft (HvJsonImport *in, HvKind kind, const char *id, gconstpointer existing)
{
  HvRecord *draft = existing != NULL ? hv_record_copy (existing) : hv_record_new (kind, hv_edit_new_id (in->edit));
  g_autofree char *own = hv_record_dup_ext (draft);
  if (id != NULL && strcmp (id, own) != 0)
    hv_set_text (&draft->ext, id);
  return draft;
}
