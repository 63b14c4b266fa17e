/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-table.h"

#include "hv-csv-import.h"
#include "hv-csv-volunteers.h"

HvImport *
hv_volunteer_table_read (const HvRoster *roster, GBytes *file, HvEditSource source, GError **error)
{
  return hv_csv_read (roster, file, HV_CSV_VOLUNTEERS, source, error);
}

char *
hv_volunteer_table_write (const HvRoster *roster, HvLanguage language)
{
  HvChoice choice = HV_CHOICE_ALL;
  HvCsvWriter *writer = hv_csv_writer_new (hv_csv_get_separator (language), true);
  hv_csv_volunteers_write (writer, roster, &choice, language);
  return hv_csv_writer_end (writer);
}

guint
hv_volunteer_table_count_new (const HvEdit *edit)
{
  guint n = 0;
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      const HvRecord *record = put->record;
      n += record->kind == HV_KIND_VOLUNTEER && !put->remove && record->ver == 0;
    }
  return n;
}
