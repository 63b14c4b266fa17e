/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-table.h"

#include "hv-sql.h"

#include <string.h>

/* Before the columns of a row that is read: id, ver, content, gone. */
#define READ_ID 0
#define READ_VER 1
#define READ_CONTENT 2
#define READ_GONE 3
#define READ_COLUMNS 4

struct _HvTables
{
  HvTable tables[HV_N_KINDS];
};

/* --- limits --- */

#define LONGEST_TEXT 1000000 /* bytes */

/* 1583 to 9999, roughly. */
#define DAYS         \
  {                  \
    -150000, 3000000 \
  }
#define MINUTES                                                            \
  {                                                                        \
    G_GINT64_CONSTANT (-150000) * 1440, G_GINT64_CONSTANT (3000000) * 1440 \
  }
#define FLAG \
  {          \
    0, 1     \
  }
#define COUNT     \
  {               \
    0, 1000000000 \
  }

/* The checks of the schema again, for what comes back from a disk that has gone bad. */
static const struct
{
  const char *table; /* NULL: any */
  const char *column;
  HvLimit limit;
} limits[] = {
  { NULL, "house_kind", { HV_HOUSE_KIND_HOUSE, HV_HOUSE_KIND_EVENT } },
  { NULL, "model", { HV_MODEL_QUEUE, HV_MODEL_FIXED } },
  { NULL, "level", { HV_LEVEL_TRAINEE, HV_LEVEL_EXPERIENCED } },
  { NULL, "offer", { HV_OFFER_CAN, HV_OFFER_CANNOT } },
  { NULL, "pair_kind", { HV_PAIR_TOGETHER, HV_PAIR_DRIVES } },
  { "feed", "state", { HV_FEED_LIVE, HV_FEED_EMPTIED } },
  { NULL, "state", { HV_STATE_PLANNED, HV_STATE_NO_SHOW } },
  { NULL, "origin", { HV_ORIGIN_HAND, HV_ORIGIN_WISH } },
  { NULL, "answer", { HV_ANSWER_NONE, HV_ANSWER_NO_ANSWER } },
  { NULL, "owner_kind", { HV_OWNER_VOLUNTEER, HV_OWNER_HOUSE } },
  { NULL, "repeat", { HV_REPEAT_EVERY, HV_REPEAT_NTH } },
  { NULL, "weekday", { 1, 7 } },
  { NULL, "start_minute", { 0, HV_MINUTES_PER_DAY - 1 } },
  { NULL, "end_minute", { 0, HV_SPAN_MAX_MINUTES } },
  { NULL, "starts", MINUTES },
  { NULL, "ends", MINUTES },
  { NULL, "from_day", DAYS },
  { NULL, "to_day", DAYS },
  { NULL, "from_week", DAYS },
  { NULL, "to_week", DAYS },
  { NULL, "until", DAYS },
  { "template", "since", DAYS }, /* a feed counts seconds */
  { NULL, "day", DAYS },
  { NULL, "week", DAYS },
  { NULL, "n", { -1, 1000 } },
  { NULL, "serves", FLAG },
  { NULL, "hide_names", FLAG },
  { NULL, "never_alone", FLAG },
  { NULL, "experienced", FLAG },
  { NULL, "needs_key", FLAG },
  { NULL, "has_key", FLAG },
  { NULL, "archived", FLAG },
  { NULL, "holiday", FLAG },
  { NULL, "locked", FLAG },
  { NULL, "own_span", FLAG },
  { NULL, "cancelled", FLAG },
  { NULL, "special", FLAG },
  { NULL, "target_share", { 0, HV_MICRO } },
  { NULL, "door", { 0, HV_MICRO } },
  { NULL, "minimum", COUNT },
  { NULL, "wanted", COUNT },
  { NULL, "maximum", COUNT },
  { NULL, "least", COUNT },
  { NULL, "count", COUNT },
  { NULL, "guests", COUNT },
  { NULL, "guests_per", { 1, 1000000000 } },
  { NULL, "left_unhelped", COUNT },
};

/* --- tables --- */

static void
take_columns (HvTable *table)
{
  gsize n;
  const HvField *fields = hv_kind_get_fields (table->kind, &n);

  table->n_columns = (guint)n + 2;
  table->columns = g_new (HvField, table->n_columns);
  table->limits = g_new (HvLimit, table->n_columns);
  memcpy (table->columns, fields, n * sizeof *fields);
  table->columns[n] = (HvField){ "ext", HV_FIELD_TEXT, offsetof (HvRecord, ext), HV_FIELD_PLAIN, -1 };
  table->columns[n + 1] = (HvField){ "extra", HV_FIELD_TEXT, offsetof (HvRecord, extra), HV_FIELD_PLAIN, -1 };
}

static HvLimit
find_limit (const HvTable *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    if (strcmp (limits[i].column, column) == 0
        && (limits[i].table == NULL || strcmp (limits[i].table, table->name) == 0))
      return limits[i].limit;
  return (HvLimit){ -HV_SQL_LARGEST, HV_SQL_LARGEST };
}

static void
sort_columns (HvTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const HvField *column = &table->columns[i];
      bool origin =
          (column->flags & HV_FIELD_REQUIRED) == 0 && (column->ref == HV_KIND_TEMPLATE || column->ref == HV_KIND_HOURS);

      table->limits[i] = find_limit (table, column->name);
      table->all |= HV_COLUMN (i);
      table->private_ |= (column->flags & HV_FIELD_PRIVATE) != 0 ? HV_COLUMN (i) : 0;
      table->derived |= (column->flags & HV_FIELD_DERIVED) != 0 ? HV_COLUMN (i) : 0;
      table->parents |= column->ref >= 0 && !origin ? HV_COLUMN (i) : 0;
      table->people |= column->ref == HV_KIND_VOLUNTEER || strcmp (column->name, "owner") == 0 ? HV_COLUMN (i) : 0;
      table->origins |= origin ? HV_COLUMN (i) : 0;
    }
  /* A script may have named somebody by their name. */
  if (table->private_ != 0)
    table->private_ |= HV_COLUMN (table->n_columns - 1) | HV_COLUMN (table->n_columns - 2);
}

static void
fill_table (HvTable *table, HvKind kind)
{
  table->kind = kind;
  table->name = hv_kind_get_name (kind);
  take_columns (table);
  g_assert (table->n_columns < 60);
  sort_columns (table);

  hv_table_make_statements (table);
  table->other = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

HvTables *
hv_tables_new (void)
{
  HvTables *tables = g_new0 (HvTables, 1);

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    fill_table (&tables->tables[kind], (HvKind)kind);
  return tables;
}

void
hv_tables_free (HvTables *tables)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      HvTable *table = &tables->tables[kind];
      g_hash_table_unref (table->other);
      g_free (table->find);
      g_free (table->list);
      g_free (table->list_all);
      g_free (table->insert);
      g_free (table->find_gone);
      g_free (table->blank);
      g_free (table->columns);
      g_free (table->limits);
    }
  g_free (tables);
}

HvTable *
hv_tables_get (HvTables *tables, HvKind kind)
{
  return &tables->tables[kind];
}

bool
hv_table_find_column (const HvTable *table, const char *name, guint *ret_column)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i].name, name) == 0)
      {
        *ret_column = i;
        return true;
      }
  return false;
}

/* --- records --- */

static bool
column_has_value (const HvTable *table, gconstpointer record, guint column)
{
  if (table->columns[column].type == HV_FIELD_INT)
    return hv_table_get_int (table, record, column) != HV_NONE;
  return hv_table_get_text (table, record, column) != NULL;
}

static bool
column_differs (const HvTable *table, gconstpointer a, gconstpointer b, guint column)
{
  if (table->columns[column].type == HV_FIELD_INT)
    return hv_table_get_int (table, a, column) != hv_table_get_int (table, b, column);
  return g_strcmp0 (hv_table_get_text (table, a, column), hv_table_get_text (table, b, column)) != 0;
}

HvColumns
hv_table_compare (const HvTable *table, gconstpointer before, gconstpointer after)
{
  HvColumns columns = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (before == NULL ? column_has_value (table, after, i) : column_differs (table, before, after, i))
      columns |= HV_COLUMN (i);
  return columns;
}

void
hv_table_bind (const HvTable *table, HvDbStatement *statement, int parameter, gconstpointer record, guint column)
{
  if (table->columns[column].type == HV_FIELD_INT)
    hv_db_bind_int (statement, parameter, hv_table_get_int (table, record, column));
  else
    hv_db_bind_text (statement, parameter, hv_table_get_text (table, record, column));
}

static bool
number_is_sound (const HvTable *table, gint64 number, guint column)
{
  if (number == HV_NONE)
    return (table->columns[column].flags & HV_FIELD_REQUIRED) == 0;
  return number >= table->limits[column].least && number <= table->limits[column].most;
}

static bool
text_is_sound (const HvTable *table, const char *text, guint column)
{
  if (text == NULL)
    return (table->columns[column].flags & HV_FIELD_REQUIRED) == 0;
  const char *end;
  return g_utf8_validate (text, -1, &end) && end - text <= LONGEST_TEXT;
}

static const char *
find_unsound_span (gconstpointer record)
{
  HvSpan span = { 0, 1 };

  switch (((const HvRecord *)record)->kind)
    {
    case HV_KIND_OPENING:
      span = hv_opening_get_span (record);
      break;
    case HV_KIND_SHIFT:
      span = hv_shift_get_span (record);
      break;
    case HV_KIND_ASSIGNMENT:
      span = hv_assignment_get_span (record);
      break;
    default:
      break;
    }
  return span.to > span.from && span.to - span.from <= HV_SPAN_MAX_MINUTES ? NULL : "ends";
}

const char *
hv_table_find_unsound (const HvTable *table, gconstpointer record)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == HV_FIELD_INT ? !number_is_sound (table, hv_table_get_int (table, record, i), i)
                                               : !text_is_sound (table, hv_table_get_text (table, record, i), i))
      return table->columns[i].name;
  return find_unsound_span (record);
}

static void
read_columns (const HvTable *table, HvDbStatement *statement, HvRecord *record)
{
  record->ver = hv_db_get_int (statement, READ_VER);
  for (guint i = 0; i < table->n_columns; i++)
    {
      gpointer member = G_STRUCT_MEMBER_P (record, table->columns[i].offset);
      int column = READ_COLUMNS + (int)i;

      if (table->columns[i].type == HV_FIELD_INT)
        *(gint64 *)member = hv_db_get_int (statement, column);
      else
        *(char **)member = g_strdup (hv_db_get_text (statement, column));
    }
}

gpointer
hv_table_read (const HvTable *table, HvDbStatement *statement, GError **error)
{
  HvRecord *record = hv_record_new (table->kind, hv_db_get_int (statement, READ_ID));

  read_columns (table, statement, record);
  if (hv_table_find_unsound (table, record) == NULL)
    return record;

  hv_db_finish (statement, HV_DB_CORRUPT, error);
  hv_record_unref (record);
  return NULL;
}

bool
hv_table_read_row (const HvTable *table, HvDbStatement *statement, HvRow *ret_row, GError **error)
{
  gint64 content = hv_db_get_int (statement, READ_CONTENT);
  bool gone = hv_db_get_int (statement, READ_GONE) != 0;
  gpointer record = hv_table_read (table, statement, error);

  if (record != NULL)
    *ret_row = (HvRow){ record, content, gone };
  return record != NULL;
}

bool
hv_table_fetch (const HvTable *table, HvDb *db, HvId id, HvRow *ret_row, GError **error)
{
  bool found;
  HvDbStatement *statement = hv_db_prepare (db, table->find, error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, id);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_row = (HvRow){ NULL, 0, false };
  if (found && !hv_table_read_row (table, statement, ret_row, error))
    return false;
  return hv_db_finish (statement, HV_DB_DONE, error);
}

void
hv_row_clear (HvRow *row)
{
  g_clear_pointer (&row->record, hv_record_unref);
}
