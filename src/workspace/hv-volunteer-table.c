/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-table.h"

#include "hv-csv-import.h"
#include "hv-csv-volunteers.h"

HvImport *
hv_volunteer_table_read (const HvRoster *roster, GBytes *file, HvEditSource source, const HvImportProgress *progress,
                         GError **error)
{
  return hv_csv_read (roster, file, HV_CSV_VOLUNTEERS, source, progress, error);
}

char *
hv_volunteer_table_write (const HvRoster *roster, HvLanguage language)
{
  HvChoice choice = HV_CHOICE_ALL;
  HvCsvWriter *writer = hv_csv_writer_new (hv_csv_get_separator (language), true);
  hv_csv_volunteers_write (writer, roster, &choice, language);
  return hv_csv_writer_end (writer);
}

GPtrArray *
hv_volunteer_table_list_new (const HvEdit *edit)
{
  GPtrArray *people = g_ptr_array_new ();
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      const HvRecord *record = put->record;
      if (record->kind == HV_KIND_VOLUNTEER && !put->remove && record->ver == 0)
        g_ptr_array_add (people, (gpointer)record);
    }
  return people;
}

guint
hv_volunteer_table_count_new (const HvEdit *edit)
{
  g_autoptr (GPtrArray) people = hv_volunteer_table_list_new (edit);
  return people->len;
}
