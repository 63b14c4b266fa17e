/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-kind.h"
#include "hv-record.h"

#include <string.h>

/* --- the table of fields --- */

/* Words that SQLite 3.40 or PostgreSQL 15 do not take unquoted as a column or table. */
static const char *const reserved[] = {
  "add",        "all",       "alter",   "analyse",    "analyze",   "and",      "any",      "array",       "as",
  "asc",        "between",   "both",    "case",       "cast",      "check",    "collate",  "column",      "commit",
  "constraint", "create",    "cross",   "default",    "delete",    "desc",     "distinct", "do",          "drop",
  "else",       "end",       "escape",  "except",     "exists",    "false",    "fetch",    "for",         "foreign",
  "freeze",     "from",      "full",    "grant",      "group",     "having",   "if",       "ilike",       "in",
  "index",      "initially", "inner",   "insert",     "intersect", "into",     "is",       "isnull",      "join",
  "key",        "lateral",   "leading", "left",       "like",      "limit",    "natural",  "not",         "nothing",
  "notnull",    "null",      "offset",  "on",         "only",      "or",       "order",    "outer",       "overlaps",
  "placing",    "primary",   "raise",   "references", "returning", "right",    "select",   "set",         "similar",
  "some",       "symmetric", "table",   "then",       "to",        "trailing", "true",     "transaction", "union",
  "unique",     "update",    "user",    "using",      "values",    "variadic", "verbose",  "when",        "where",
  "window",     "with",
};

/* What every table has beside its fields. */
static const char *const common[] = { "id", "ver", "ext", "extra", "kind" };

static void
assert_name_is_plain (const char *name)
{
  g_assert_true (g_ascii_islower (name[0]));
  g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz_"), ==, strlen (name));
  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_assert_cmpstr (name, !=, reserved[i]);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const char *table = hv_kind_get_name ((HvKind)kind);
      assert_name_is_plain (table);
      g_assert_true (g_hash_table_add (tables, (gpointer)table));
      HvKind found;
      g_assert_true (hv_kind_find (table, &found));
      g_assert_cmpuint (found, ==, kind);

      g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
        g_hash_table_add (columns, (gpointer)common[i]);
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      for (gsize i = 0; i < n_fields; i++)
        {
          assert_name_is_plain (fields[i].name);
          g_assert_true (g_hash_table_add (columns, (gpointer)fields[i].name));
          g_assert_true (hv_kind_find_field ((HvKind)kind, fields[i].name) == &fields[i]);
        }
    }

  HvKind kind = HV_KIND_FEED;
  g_assert_false (hv_kind_find ("houses", &kind));
  g_assert_false (hv_kind_find (NULL, &kind));
  g_assert_cmpint (kind, ==, HV_KIND_FEED);
  g_assert_null (hv_kind_find_field (HV_KIND_HOUSE, "from"));
  g_assert_null (hv_kind_find_field (HV_KIND_HOUSE, NULL));
}

/* The table names every member of every struct, once. */
static void
test_members (void)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      g_assert_cmpuint (hv_kind_get_size ((HvKind)kind), ==, sizeof (HvRecord) + n_fields * sizeof (gint64));

      guint n_houses = 0;
      for (gsize i = 0; i < n_fields; i++)
        {
          g_assert_cmpuint (fields[i].offset, ==, sizeof (HvRecord) + i * sizeof (gint64));
          g_assert_true (fields[i].ref == -1 || (fields[i].ref >= 0 && fields[i].ref < HV_N_KINDS));
          g_assert_true (fields[i].ref == -1 || fields[i].type == HV_FIELD_INT);
          if ((fields[i].flags & HV_FIELD_HOUSE) != 0)
            {
              n_houses++;
              g_assert_cmpint (fields[i].ref, ==, HV_KIND_HOUSE);
            }
        }
      g_assert_cmpuint (n_houses, <=, 1);
    }
}

/* Exactly these are personal data, or texts in which somebody may have written some. */
static void
test_private (void)
{
  static const char *const expected[] = {
    "role.checklist",  "house.address",     "house.place",        "house.note",        "house.checklist",
    "closed.reason",   "volunteer.name",    "volunteer.name_key", "volunteer.phone",   "volunteer.email",
    "volunteer.note",  "absence.reason",    "factor.name",        "opening.closed",    "opening.note",
    "opening.address", "shift.note",        "assignment.guest",   "assignment.reason", "visit.note",
    "event.place",     "event.description", "feed.token",
  };

  guint n = 0;
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      for (gsize i = 0; i < n_fields; i++)
        {
          if ((fields[i].flags & HV_FIELD_PRIVATE) == 0)
            continue;
          g_autofree char *name = g_strdup_printf ("%s.%s", hv_kind_get_name ((HvKind)kind), fields[i].name);
          g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
          g_assert_cmpstr (name, ==, expected[n++]);
        }
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
}

/* --- records --- */

static bool
is_derived (const HvField *field)
{
  return (field->flags & HV_FIELD_DERIVED) != 0;
}

static void
set_field (gpointer record, const HvField *field, int value)
{
  g_autofree char *text = g_strdup_printf ("Blåbær & %d æøåäö", value);
  if (field->type == HV_FIELD_INT)
    hv_record_set_int (record, field, value);
  else
    hv_record_set_text (record, field, text);
}

static void
assert_field_is_empty (gconstpointer record, const HvField *field)
{
  bool required = (field->flags & HV_FIELD_REQUIRED) != 0;
  if (field->type == HV_FIELD_INT)
    g_assert_cmpint (hv_record_get_int (record, field), ==, required ? 0 : HV_NONE);
  else
    g_assert_null (hv_record_get_text (record, field));
}

static void
test_walk (void)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      g_autoptr (HvRecord) record = hv_record_new ((HvKind)kind, 7);
      g_assert_cmpint (record->kind, ==, kind);
      g_assert_cmpint (record->id, ==, 7);
      g_assert_cmpint (record->ver, ==, 0);
      for (gsize i = 0; i < n_fields; i++)
        assert_field_is_empty (record, &fields[i]);

      g_autoptr (HvRecord) empty = hv_record_copy (record);
      g_assert_true (hv_record_equal (record, empty));
      for (gsize i = 0; i < n_fields; i++)
        set_field (record, &fields[i], (int)i + 1);
      g_assert_false (hv_record_equal (record, empty));

      g_autoptr (HvRecord) copy = hv_record_copy (record);
      g_assert_true (hv_record_equal (record, copy));
      for (gsize i = 0; i < n_fields; i++)
        {
          set_field (copy, &fields[i], 1000);
          g_assert_true (hv_record_equal (record, copy) == is_derived (&fields[i]));
          g_assert_true (hv_record_equal (copy, record) == is_derived (&fields[i]));
          set_field (copy, &fields[i], (int)i + 1);
          g_assert_true (hv_record_equal (record, copy));
        }
    }
}

static void
test_equal (void)
{
  g_autoptr (HvRole) role = hv_record_new (HV_KIND_ROLE, 1);
  hv_set_text (&role->r.ext, "it");
  hv_set_text (&role->r.extra, "{\"colour\":\"blue\"}");
  g_autoptr (HvRole) other = hv_record_copy (role);
  g_assert_true (hv_record_equal (role, other));

  other->r.ver = 9;
  g_assert_true (hv_record_equal (role, other));

  hv_set_text (&other->r.ext, NULL);
  g_assert_false (hv_record_equal (role, other));
  hv_set_text (&other->r.ext, "it");
  hv_set_text (&other->r.extra, "{}");
  g_assert_false (hv_record_equal (role, other));

  /* Nothing is not the same as an empty text. */
  hv_set_text (&other->r.extra, role->r.extra);
  hv_set_text (&other->icon, "");
  g_assert_false (hv_record_equal (role, other));

  g_autoptr (HvRole) elsewhere = hv_record_new (HV_KIND_ROLE, 1);
  g_autoptr (HvRole) another = hv_record_new (HV_KIND_ROLE, 2);
  g_autoptr (HvOpenOn) kind = hv_record_new (HV_KIND_OPEN_ON, 1);
  g_assert_false (hv_record_equal (elsewhere, another));
  g_assert_false (hv_record_equal (elsewhere, kind));
}

static void
test_set_text (void)
{
  char *text = NULL;
  hv_set_text (&text, "Tørring");
  g_assert_cmpstr (text, ==, "Tørring");
  hv_set_text (&text, text); /* itself */
  g_assert_cmpstr (text, ==, "Tørring");
  hv_set_text (&text, text + strlen ("Tø")); /* its own end */
  g_assert_cmpstr (text, ==, "rring");
  hv_set_text (&text, "");
  g_assert_cmpstr (text, ==, "");
  hv_set_text (&text, NULL);
  g_assert_null (text);
}

static gpointer
hold_and_let_go (gpointer record)
{
  for (int i = 0; i < 20000; i++)
    hv_record_unref (hv_record_ref (record));
  return NULL;
}

static void
test_references (void)
{
  HvHouse *house = hv_record_new (HV_KIND_HOUSE, 1);
  hv_set_text (&house->name, "Juelsminde");

  GThread *threads[4];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, hold_and_let_go, house);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_true (g_atomic_ref_count_compare (&house->r.refs, 1));
  g_assert_cmpstr (house->name, ==, "Juelsminde");
  g_assert_true (hv_record_ref (house) == house);
  hv_record_unref (house);
  hv_record_unref (house);
}

static void
test_ext (void)
{
  static const struct
  {
    HvId id;
    const char *ext;
    const char *expected;
  } cases[] = {
    { 1, NULL, "1" },
    { 42, "anna", "anna" },
    { 42, "åse-ø", "åse-ø" },
    { G_MAXINT64, NULL, "9223372036854775807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvVolunteer) volunteer = hv_record_new (HV_KIND_VOLUNTEER, cases[i].id);
      hv_set_text (&volunteer->r.ext, cases[i].ext);
      g_autofree char *ext = hv_record_dup_ext (volunteer);
      g_assert_cmpstr (ext, ==, cases[i].expected);
    }
}

static void
test_house_of_record (void)
{
  static const struct
  {
    HvKind kind;
    HvId expected; /* of a record with id 3 whose fields are all 5 */
  } cases[] = {
    { HV_KIND_ORGANISATION, 0 }, { HV_KIND_ROLE, 0 },        { HV_KIND_HOUSE, 3 },  { HV_KIND_HOURS, 5 },
    { HV_KIND_TEMPLATE, 5 },     { HV_KIND_REGULAR, 5 },     { HV_KIND_CLOSED, 5 }, { HV_KIND_OPEN_ON, 5 },
    { HV_KIND_TRAVEL, 0 },       { HV_KIND_VOLUNTEER, 0 },   { HV_KIND_SKILL, 0 },  { HV_KIND_TIE, 0 },
    { HV_KIND_AVAILABILITY, 0 }, { HV_KIND_ABSENCE, 0 },     { HV_KIND_PAUSE, 0 },  { HV_KIND_PAIR, 0 },
    { HV_KIND_FACTOR, 5 },       { HV_KIND_OPENING, 5 },     { HV_KIND_SHIFT, 5 },  { HV_KIND_ASSIGNMENT, 5 },
    { HV_KIND_VISIT, 5 },        { HV_KIND_EXPECTATION, 5 }, { HV_KIND_CALL, 5 },   { HV_KIND_EVENT, 5 },
    { HV_KIND_FEED, 0 },         { HV_KIND_PUBLICATION, 0 },
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == HV_N_KINDS);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRecord) record = hv_record_new (cases[i].kind, 3);
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields (cases[i].kind, &n_fields);
      for (gsize j = 0; j < n_fields; j++)
        set_field (record, &fields[j], 5);
      g_assert_cmpint (hv_record_get_house (record), ==, cases[i].expected);
    }

  g_autoptr (HvFactor) everywhere = hv_record_new (HV_KIND_FACTOR, 3);
  g_assert_cmpint (everywhere->house, ==, HV_NONE);
  g_assert_cmpint (hv_record_get_house (everywhere), ==, 0);
}

static void
test_volunteer_name (void)
{
  g_autoptr (HvVolunteer) volunteer = hv_record_new (HV_KIND_VOLUNTEER, 1);
  hv_volunteer_set_name (volunteer, "Leif Ærensø");
  g_assert_cmpstr (volunteer->name, ==, "Leif Ærensø");
  g_assert_cmpstr (volunteer->key, ==, "leif aerenso");
  hv_volunteer_set_name (volunteer, volunteer->name + strlen ("Leif "));
  g_assert_cmpstr (volunteer->name, ==, "Ærensø");
  g_assert_cmpstr (volunteer->key, ==, "aerenso");
  hv_volunteer_set_name (volunteer, NULL);
  g_assert_null (volunteer->name);
  g_assert_null (volunteer->key);
}

/* --- what records mean --- */

static void
test_state_fills (void)
{
  g_assert_true (hv_state_fills (HV_STATE_PLANNED));
  g_assert_true (hv_state_fills (HV_STATE_PRESENT));
  g_assert_false (hv_state_fills (HV_STATE_CALLED_OFF));
  g_assert_false (hv_state_fills (HV_STATE_SWAPPED));
  g_assert_false (hv_state_fills (HV_STATE_NO_SHOW));
}

static void
test_absence_span (void)
{
  static const struct
  {
    const char *from, *to;
    gint64 start, end;
    const char *day; /* of the end */
    int minute;      /* of the end */
    gint64 minutes;  /* in all */
  } cases[] = {
    { "2026-05-01", "2026-05-10", HV_NONE, HV_NONE, "2026-05-11", 0, 10 * 1440 },
    { "2026-05-04", "2026-05-04", HV_NONE, HV_NONE, "2026-05-05", 0, 1440 },
    { "2026-05-04", "2026-05-04", 720, 900, "2026-05-04", 900, 180 },
    { "2026-05-04", "2026-05-06", 720, HV_NONE, "2026-05-07", 0, 2 * 1440 + 720 },
    { "2026-05-04", "2026-05-06", HV_NONE, 600, "2026-05-06", 600, 2 * 1440 + 600 },
    { "2026-12-31", "2027-01-01", HV_NONE, HV_NONE, "2027-01-02", 0, 2 * 1440 },
    { "2028-02-28", "2028-03-01", HV_NONE, HV_NONE, "2028-03-02", 0, 3 * 1440 }, /* leap year */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvDay from, to, day;
      g_assert_true (hv_day_parse (cases[i].from, &from, NULL));
      g_assert_true (hv_day_parse (cases[i].to, &to, NULL));
      g_assert_true (hv_day_parse (cases[i].day, &day, NULL));
      g_autoptr (HvAbsence) absence = hv_record_new (HV_KIND_ABSENCE, 1);
      absence->from = from;
      absence->to = to;
      absence->start = cases[i].start;
      absence->end = cases[i].end;

      HvSpan span = hv_absence_get_span (absence);
      g_assert_cmpint (span.to, ==, hv_minute_at (day, cases[i].minute));
      g_assert_cmpint (span.to - span.from, ==, cases[i].minutes);
    }
}

static void
test_spans (void)
{
  HvMinute starts = hv_minute_at (hv_day_from_ymd (2026, 10, 24), 22 * 60);
  HvMinute ends = starts + 8 * 60;

  g_autoptr (HvOpening) opening = hv_record_new (HV_KIND_OPENING, 1);
  opening->starts = starts;
  opening->ends = ends;
  g_assert_cmpint (hv_opening_get_span (opening).from, ==, starts);
  g_assert_cmpint (hv_opening_get_span (opening).to, ==, ends);
  g_assert_cmpint (hv_opening_get_day (opening), ==, hv_day_from_ymd (2026, 10, 24));

  g_autoptr (HvShift) shift = hv_record_new (HV_KIND_SHIFT, 1);
  shift->starts = starts;
  shift->ends = ends;
  g_assert_cmpint (hv_shift_get_span (shift).from, ==, starts);
  g_assert_cmpint (hv_shift_get_span (shift).to, ==, ends);

  g_autoptr (HvAssignment) assignment = hv_record_new (HV_KIND_ASSIGNMENT, 1);
  assignment->starts = starts + 30;
  assignment->ends = ends - 30;
  g_assert_cmpint (hv_assignment_get_span (assignment).from, ==, starts + 30);
  g_assert_cmpint (hv_assignment_get_span (assignment).to, ==, ends - 30);
}

static void
test_recurrences (void)
{
  HvDay monday = hv_day_from_ymd (2026, 5, 4);

  g_autoptr (HvHours) hours = hv_record_new (HV_KIND_HOURS, 1);
  hours->weekday = 3;
  hours->from = monday;
  HvRecurrence weekly = hv_hours_get_recurrence (hours);
  g_assert_cmpint (weekly.weekday, ==, 3);
  g_assert_cmpint (weekly.repeat, ==, HV_REPEAT_EVERY);
  g_assert_cmpint (weekly.from, ==, monday);
  g_assert_cmpint (weekly.until, ==, HV_NONE);

  g_autoptr (HvTemplate) tmpl = hv_record_new (HV_KIND_TEMPLATE, 1);
  tmpl->weekday = 7;
  tmpl->repeat = HV_REPEAT_NTH;
  tmpl->n = -1;
  tmpl->until = monday;
  HvRecurrence last = hv_template_get_recurrence (tmpl);
  g_assert_cmpint (last.weekday, ==, 7);
  g_assert_cmpint (last.repeat, ==, HV_REPEAT_NTH);
  g_assert_cmpint (last.n, ==, -1);
  g_assert_cmpint (last.from, ==, HV_NONE);
  g_assert_cmpint (last.until, ==, monday);

  tmpl->repeat = HV_REPEAT_WEEKS;
  tmpl->n = HV_NONE; /* not said: every week */
  tmpl->since = monday;
  HvRecurrence weeks = hv_template_get_recurrence (tmpl);
  g_assert_cmpint (weeks.n, ==, 1);
  g_assert_cmpint (weeks.since, ==, monday);

  g_autoptr (HvAvailability) availability = hv_record_new (HV_KIND_AVAILABILITY, 1);
  availability->weekday = 1;
  availability->repeat = HV_REPEAT_ODD;
  availability->from = monday;
  availability->until = monday + 7;
  HvRecurrence odd = hv_availability_get_recurrence (availability);
  g_assert_cmpint (odd.weekday, ==, 1);
  g_assert_cmpint (odd.repeat, ==, HV_REPEAT_ODD);
  g_assert_cmpint (odd.from, ==, monday);
  g_assert_cmpint (odd.until, ==, monday + 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/table/names", test_names);
  g_test_add_func ("/record/table/members", test_members);
  g_test_add_func ("/record/table/private", test_private);
  g_test_add_func ("/record/walk", test_walk);
  g_test_add_func ("/record/equal", test_equal);
  g_test_add_func ("/record/set-text", test_set_text);
  g_test_add_func ("/record/references", test_references);
  g_test_add_func ("/record/ext", test_ext);
  g_test_add_func ("/record/house", test_house_of_record);
  g_test_add_func ("/record/volunteer-name", test_volunteer_name);
  g_test_add_func ("/record/state-fills", test_state_fills);
  g_test_add_func ("/record/absence-span", test_absence_span);
  g_test_add_func ("/record/spans", test_spans);
  g_test_add_func ("/record/recurrences", test_recurrences);
  return g_test_run ();
}
