/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-layout.h"

#include "hv-name.h"

#include <string.h>

static bool
is_spelling (const char *spellings, const char *key)
{
  g_auto (GStrv) words = g_strsplit (spellings, "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = hv_name_key (words[i]);
      if (strcmp (word, key) == 0)
        return true;
    }
  return false;
}

int
hv_csv_layout_find_column (const HvCsvLayout *layout, const char *header)
{
  g_autofree char *key = hv_name_key (header);
  for (int column = 0; layout->columns[column].spellings[0] != NULL; column++)
    for (guint language = 0; language < G_N_ELEMENTS (layout->columns[column].spellings); language++)
      if (is_spelling (layout->columns[column].spellings[language], key))
        return column;
  return HV_CSV_NOWHERE;
}

guint
hv_csv_layout_count (const HvCsvLayout *layout)
{
  guint n = 0;
  while (layout->columns[n].spellings[0] != NULL)
    n++;
  return n;
}

bool
hv_csv_layout_fits (const HvCsvLayout *layout, const HvCsvReader *reader)
{
  guint64 found = 0;
  for (guint i = 0; i < hv_csv_reader_get_n_cells (reader); i++)
    {
      int column = hv_csv_layout_find_column (layout, hv_csv_reader_get_cell (reader, i));
      found |= column != HV_CSV_NOWHERE ? G_GUINT64_CONSTANT (1) << column : 0;
    }
  for (guint i = 0; layout->columns[i].spellings[0] != NULL; i++)
    {
      guint64 fits = G_GUINT64_CONSTANT (1) << i;
      if (layout->columns[i].instead != 0)
        fits |= G_GUINT64_CONSTANT (1) << layout->columns[i].instead;
      if (layout->columns[i].required && (found & fits) == 0)
        return false;
    }
  return true;
}

static char *
dup_written (const HvCsvColumn *column, HvLanguage language)
{
  const char *spellings = column->spellings[language];
  return g_strndup (spellings, strcspn (spellings, "|"));
}

char *
hv_csv_column_dup_word (const HvCsvColumn *column)
{
  g_autofree char *written = dup_written (column, hv_text_get_own_language ());
  return g_utf8_strdown (written, -1);
}

char *
hv_csv_layout_describe (const HvCsvLayout *layout, HvLanguage language, bool all)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; layout->columns[i].spellings[0] != NULL; i++)
    {
      g_autofree char *name = dup_written (&layout->columns[i], language);
      if (all || layout->columns[i].required)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }
  return g_string_free (names, FALSE);
}

void
hv_csv_layout_write (const HvCsvLayout *layout, HvLanguage language, const bool *written, HvCsvWriter *writer)
{
  for (guint i = 0; layout->columns[i].spellings[0] != NULL; i++)
    {
      g_autofree char *name = dup_written (&layout->columns[i], language);
      if (written[i])
        hv_csv_writer_add_text (writer, name);
    }
}
