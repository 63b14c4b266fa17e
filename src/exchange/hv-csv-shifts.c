/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-shifts.h"

#include "hv-contact.h"
#include "hv-id-hash.h"
#include "hv-name.h"
#include "hv-opening-index.h"

#include <string.h>

#define LONGEST_NIGHT 720 /* minutes of a shift whose end is written before its start */

enum
{
  HOUSE,
  DATE,
  ROLE,
  START,
  END,
  VOLUNTEER,
};

/* clang-format off: one column a line, English, Danish, Swedish. */
static const HvCsvColumn columns[] = {
  [HOUSE] = { { "House", "Hus", "Hus" }, .required = true },
  [DATE] = { { "Date|Day", "Dato|Dag", "Datum|Dag" }, .required = true },
  [ROLE] = { { "Role", "Rolle", "Roll" }, .required = true },
  [START] = { { "Start|From|Begins", "Start|Fra|Begynder", "Start|Från|Börjar" }, .required = true },
  [END] = { { "End|To|Until|Ends", "Slut|Til|Slutter", "Slut|Till|Slutar" }, .required = true },
  [VOLUNTEER] = { { "Volunteer|Name|Who", "Frivillig|Navn|Hvem", "Volontär|Namn|Vem" } },
  { { NULL } },
};
/* clang-format on */

/* What stands before the name of a walk-in helper, by language. */
static const char *const guest_words[] = { "Guest", "Gæst", "Gäst" };

static const HvCsvLayout layout = { columns, false };

const HvCsvLayout *
hv_csv_shifts_get_layout (void)
{
  return &layout;
}

/* --- what a row says --- */

typedef struct
{
  HvId house;
  HvId role;
  HvSpan span;
} Named;

/* What the file has made of each shift. */
typedef struct
{
  Named named;
  HvId shift;
  bool is_new;
} Made;

/* Who the file has put where. */
typedef struct
{
  HvId shift;
  HvId volunteer;
  char *guest; /* "" when there is none */
  guint line;
} Place;

typedef struct
{
  HvCsvTable *table;
  HvEdit *edit;
  HvOpeningIndex *openings;
  GHashTable *shifts; /* Made, by its Named */
  GHashTable *people; /* Place, a set */
  GHashTable *emails; /* key → HvVolunteer of the roster */
} Reading;

static guint
hash_named_cb (gconstpointer key)
{
  const Named *named = key;
  return hv_id_hash (named->house) ^ (hv_id_hash (named->role) * 31) ^ hv_id_hash (named->span.from);
}

static gboolean
same_named_cb (gconstpointer a, gconstpointer b)
{
  const Named *one = a, *other = b;
  return one->house == other->house && one->role == other->role && hv_span_compare (one->span, other->span) == 0;
}

/* A night is often written 22:00–06:00; sixteen to thirteen is a slip. */
static bool
read_span (HvCsvTable *table, HvDay day, HvSpan *ret_span)
{
  int start, end;
  if (!hv_csv_table_read_time (table, START, &start) || !hv_csv_table_read_time (table, END, &end))
    return false;
  if (end <= start && end + HV_MINUTES_PER_DAY - start > LONGEST_NIGHT)
    {
      g_autofree char *from = hv_time_format (start);
      g_autofree char *to = hv_time_format (end);
      hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("the end %s is not after the start %s"), to, from);
      return false;
    }
  *ret_span = hv_span_on_day (day, start, end);
  return true;
}

static bool
read_named (HvCsvTable *table, Named *named)
{
  const char *house = hv_csv_table_get (table, HOUSE);
  const char *role = hv_csv_table_get (table, ROLE);
  HvDay day;
  if (*house == '\0' || *role == '\0')
    {
      hv_csv_table_refuse_missing (table, *house == '\0' ? HOUSE : ROLE);
      return false;
    }
  return hv_csv_table_match (table, HV_KIND_HOUSE, house, &named->house)
         && hv_csv_table_match (table, HV_KIND_ROLE, role, &named->role) && hv_csv_table_read_day (table, DATE, &day)
         && read_span (table, day, &named->span);
}

/* --- who --- */

typedef struct
{
  HvId volunteer; /* HV_NONE: a guest, or nobody */
  char *guest;
} Who;

/* "Guest: neighbour" → "neighbour", in any of the three languages; NULL otherwise. */
static const char *
find_guest (const char *cell)
{
  const char *colon = strchr (cell, ':');
  g_autofree char *word = colon != NULL ? g_strndup (cell, (gsize)(colon - cell)) : NULL;
  g_autofree char *key = word != NULL ? hv_name_key (word) : NULL;
  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (guest_words); i++)
    {
      g_autofree char *known = hv_name_key (guest_words[i]);
      if (strcmp (key, known) == 0)
        return colon + 1;
    }
  return NULL;
}

static void
add_emails (Reading *reading)
{
  const GPtrArray *volunteers = hv_roster_list (reading->table->roster, HV_KIND_VOLUNTEER);
  reading->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = volunteers->pdata[i];
      if (volunteer->email != NULL)
        g_hash_table_insert (reading->emails, hv_email_key (volunteer->email), volunteers->pdata[i]);
    }
}

static const HvVolunteer *
find_by_email (Reading *reading, const char *cell)
{
  if (strchr (cell, '@') == NULL)
    return NULL;
  if (reading->emails == NULL)
    add_emails (reading);
  g_autofree char *key = hv_email_key (cell);
  return g_hash_table_lookup (reading->emails, key);
}

static bool
read_who (Reading *reading, Who *who)
{
  HvCsvTable *table = reading->table;
  const char *cell = hv_csv_table_get (table, VOLUNTEER);
  const char *guest = find_guest (cell);
  const HvVolunteer *by_email = find_by_email (reading, cell);
  GError *error = NULL;
  if (guest != NULL)
    {
      who->guest = hv_name_clean (guest, &error);
      if (who->guest == NULL)
        hv_csv_table_refuse_error (table, error);
      return who->guest != NULL;
    }
  if (by_email != NULL)
    who->volunteer = by_email->r.id;
  return *cell == '\0' || by_email != NULL || hv_csv_table_match (table, HV_KIND_VOLUNTEER, cell, &who->volunteer);
}

/* --- which opening --- */

static const HvOpening *
find_overlapping (const GPtrArray *openings, HvSpan span)
{
  for (guint i = 0; i < openings->len; i++)
    if (hv_span_overlaps (hv_opening_get_span (openings->pdata[i]), span))
      return openings->pdata[i];
  return NULL;
}

/* The usual hours of the date where the shift overlaps them, else its own. */
static HvSpan
propose_span (const Reading *reading, const Named *named, HvId *ret_hours)
{
  const HvOpeningName name = { named->house, hv_minute_get_day (named->span.from), HV_NONE, HV_NONE };
  HvSpan span;
  if (hv_opening_index_propose (reading->openings, &name, &span, ret_hours, NULL) && *ret_hours != HV_NONE
      && hv_span_overlaps (span, named->span))
    return span;
  *ret_hours = HV_NONE;
  return named->span;
}

static const HvOpening *
get_opening (Reading *reading, const Named *named)
{
  g_autoptr (GPtrArray) openings =
      hv_opening_index_list (reading->openings, named->house, hv_minute_get_day (named->span.from));
  const HvOpening *found = find_overlapping (openings, named->span);
  if (found != NULL)
    return found;

  HvId hours;
  HvSpan span = propose_span (reading, named, &hours);
  HvOpening *opening = hv_edit_add (reading->edit, HV_KIND_OPENING);
  opening->house = named->house;
  opening->starts = span.from;
  opening->ends = span.to;
  opening->hours = hours;
  hv_opening_index_add (reading->openings, opening);
  return opening;
}

/* --- which shift --- */

static const HvShift *
find_stored_shift (const HvRoster *roster, HvId opening, const Named *named)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = shifts->pdata[i];
      if (shift->role == named->role && hv_span_compare (hv_shift_get_span (shift), named->span) == 0)
        return shift;
    }
  return NULL;
}

static HvId
add_shift (Reading *reading, const HvOpening *opening, const Named *named)
{
  HvId opening_id = opening->r.id;
  HvShift *shift = hv_edit_add (reading->edit, HV_KIND_SHIFT);
  shift->house = named->house;
  shift->opening = opening_id;
  shift->role = named->role;
  shift->starts = named->span.from;
  shift->ends = named->span.to;
  return shift->r.id;
}

static Made *
get_shift (Reading *reading, const Named *named)
{
  Made *made = g_hash_table_lookup (reading->shifts, named);
  if (made != NULL)
    return made;

  const HvOpening *opening = get_opening (reading, named);
  const HvShift *stored = find_stored_shift (reading->table->roster, opening->r.id, named);
  made = g_new (Made, 1);
  *made = (Made){ *named, stored != NULL ? stored->r.id : add_shift (reading, opening, named), stored == NULL };
  g_hash_table_insert (reading->shifts, made, made);
  return made;
}

/* --- into the edit --- */

/* Guests of one name are told apart by nothing, so they are one as well. */
static bool
is_on_shift (const HvRoster *roster, HvId shift, const Who *who)
{
  const GPtrArray *assignments = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = assignments->pdata[i];
      if (assignment->volunteer == who->volunteer && g_strcmp0 (assignment->guest, who->guest) == 0)
        return true;
    }
  return false;
}

static void
add_assignment (Reading *reading, const Made *made, const Who *who)
{
  HvAssignment *assignment = hv_edit_add (reading->edit, HV_KIND_ASSIGNMENT);
  assignment->house = made->named.house;
  assignment->shift = made->shift;
  assignment->volunteer = who->volunteer;
  hv_set_text (&assignment->guest, who->guest);
  assignment->state = HV_STATE_PLANNED;
  assignment->origin = HV_ORIGIN_HAND;
  assignment->starts = made->named.span.from;
  assignment->ends = made->named.span.to;
}

static guint
hash_place_cb (gconstpointer key)
{
  const Place *place = key;
  return hv_id_hash (place->shift) ^ (hv_id_hash (place->volunteer) * 31) ^ g_str_hash (place->guest);
}

static gboolean
same_place_cb (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  return one->shift == other->shift && one->volunteer == other->volunteer && strcmp (one->guest, other->guest) == 0;
}

static void
free_place_cb (gpointer data)
{
  Place *place = data;
  g_free (place->guest);
  g_free (place);
}

/* False, and refused, when an earlier line has put the same person on the shift. */
static bool
claim_place (Reading *reading, const Made *made, const Who *who)
{
  HvCsvTable *table = reading->table;
  Place place = { made->shift, who->volunteer, who->guest != NULL ? who->guest : "", 0 };
  const Place *before = g_hash_table_lookup (reading->people, &place);
  if (before != NULL)
    {
      hv_csv_table_refuse (table, HV_ERROR_TWICE, hv_own_text ("%s is already on this shift, in line %u"),
                           hv_csv_table_get (table, VOLUNTEER), before->line);
      return false;
    }
  Place *taken = g_new (Place, 1);
  *taken = (Place){ place.shift, place.volunteer, g_strdup (place.guest), hv_csv_reader_get_line (table->reader) };
  g_hash_table_add (reading->people, taken);
  return true;
}

/* A new shift asks for one person more with every line. */
static void
add_place (Reading *reading, const Made *made)
{
  const HvRoster *roster = reading->table->roster;
  HvShift *shift = hv_edit_change (reading->edit, hv_edit_find (reading->edit, roster, HV_KIND_SHIFT, made->shift));
  shift->minimum++;
}

static void
take_place (Reading *reading, const Named *named, const Who *who)
{
  HvImport *import = reading->table->import;
  const Made *made = get_shift (reading, named);
  bool somebody = who->volunteer != HV_NONE || who->guest != NULL;
  bool arrives = somebody && (made->is_new || !is_on_shift (reading->table->roster, made->shift, who));
  if (somebody && !claim_place (reading, made, who))
    return;
  if (made->is_new)
    add_place (reading, made);
  if (arrives)
    add_assignment (reading, made, who);
  if (made->is_new || arrives)
    import->n_new++;
  else
    import->n_unchanged++;
}

static void
read_row_cb (gpointer data)
{
  Reading *reading = data;
  Named named = { HV_NONE, HV_NONE, { 0, 0 } };
  Who who = { HV_NONE, NULL };
  if (read_named (reading->table, &named) && read_who (reading, &who))
    take_place (reading, &named, &who);
  g_free (who.guest);
}

bool
hv_csv_shifts_read (HvCsvTable *table, GError **error)
{
  Reading reading = {
    .table = table,
    .edit = table->import->edit,
    .openings = hv_opening_index_new (table->roster, table->import->edit),
    .shifts = g_hash_table_new_full (hash_named_cb, same_named_cb, g_free, NULL),
    .people = g_hash_table_new_full (hash_place_cb, same_place_cb, free_place_cb, NULL),
  };
  bool read = hv_csv_table_read (table, read_row_cb, &reading, error);

  hv_opening_index_free (reading.openings);
  g_hash_table_unref (reading.shifts);
  g_hash_table_unref (reading.people);
  g_clear_pointer (&reading.emails, g_hash_table_unref);
  return read;
}

/* --- writing --- */

typedef struct
{
  HvCsvWriter *writer;
  const HvRoster *roster;
  HvLanguage language;
  HvNameIndex *houses;
  HvNameIndex *roles;
  HvNameIndex *volunteers;
} Writing;

/* Two people of one name are told apart by the e-mail, or else by the id. */
static char *
format_volunteer (const Writing *writing, const HvAssignment *assignment)
{
  if (assignment->volunteer == HV_NONE)
    return g_strdup_printf ("%s: %s", guest_words[writing->language],
                            assignment->guest != NULL ? assignment->guest : "");
  const HvVolunteer *volunteer = hv_roster_find_volunteer (writing->roster, assignment->volunteer);
  g_autofree char *name = hv_name_index_dup_name (writing->volunteers, assignment->volunteer);
  bool shared = volunteer != NULL && g_strcmp0 (name, volunteer->name) != 0;
  return g_strdup (shared && volunteer->email != NULL ? volunteer->email : name);
}

static void
write_place (const Writing *writing, const HvShift *shift, const char *who)
{
  HvDay day = hv_minute_get_day (shift->starts);
  g_autofree char *house = hv_name_index_dup_name (writing->houses, shift->house);
  g_autofree char *role = hv_name_index_dup_name (writing->roles, shift->role);
  g_autofree char *date = hv_day_format (day);
  g_autofree char *start = hv_span_format_from (hv_shift_get_span (shift));
  g_autofree char *end = hv_span_format_to (hv_shift_get_span (shift));
  hv_csv_writer_add_text (writing->writer, house);
  hv_csv_writer_add_plain (writing->writer, date);
  hv_csv_writer_add_text (writing->writer, role);
  hv_csv_writer_add_plain (writing->writer, start);
  hv_csv_writer_add_plain (writing->writer, end);
  hv_csv_writer_add_text (writing->writer, who);
  hv_csv_writer_end_row (writing->writer);
}

static void
write_shift (const Writing *writing, const HvChoice *choice, const HvShift *shift)
{
  const GPtrArray *assignments = hv_roster_list_of (writing->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  gint64 wanted = shift->wanted != HV_NONE ? shift->wanted : shift->minimum;
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = assignments->pdata[i];
      if (!hv_state_fills ((HvState)assignment->state))
        continue;
      wanted--;
      g_autofree char *who = format_volunteer (writing, assignment);
      if (hv_choice_has_assignment (choice, writing->roster, assignment))
        write_place (writing, shift, who);
    }
  for (; choice->volunteer == HV_NONE && wanted > 0; wanted--)
    write_place (writing, shift, NULL);
}

void
hv_csv_shifts_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language)
{
  const bool written[] = { true, true, true, true, true, true };
  g_autoptr (HvNameIndex) houses = hv_name_index_new (roster, HV_KIND_HOUSE);
  g_autoptr (HvNameIndex) roles = hv_name_index_new (roster, HV_KIND_ROLE);
  g_autoptr (HvNameIndex) volunteers = hv_name_index_new (roster, HV_KIND_VOLUNTEER);
  const Writing writing = { writer, roster, language, houses, roles, volunteers };
  const GPtrArray *shifts = hv_roster_list (roster, HV_KIND_SHIFT);

  hv_csv_layout_write (&layout, language, written, writer);
  hv_csv_writer_end_row (writer);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = shifts->pdata[i];
      const HvOpening *opening = hv_roster_find_opening (roster, shift->opening);
      if (opening != NULL && opening->closed == NULL && hv_choice_has_shift (choice, roster, shift))
        write_shift (&writing, choice, shift);
    }
}
