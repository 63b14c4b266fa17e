/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-removal.h"

#include "hv-error.h"
#include "hv-text.h"

/* Whether a record that may do without the one it names would say something else
 * without it: a factor of one house would count for all. */
static bool
means_nothing_without (HvKind kind, const HvField *field)
{
  return (field->flags & HV_FIELD_REQUIRED) != 0 || kind == HV_KIND_FACTOR || kind == HV_KIND_ASSIGNMENT;
}

static void list_removal (const HvRoster *roster, const HvEdit *edit, gconstpointer record, GArray *puts);

static void
list_dependent (const HvRoster *roster, const HvEdit *edit, const HvRecord *dependent, const HvField *field,
                GArray *puts)
{
  if (means_nothing_without (dependent->kind, field))
    {
      list_removal (roster, edit, dependent, puts);
      return;
    }
  HvPut put = { hv_record_copy (dependent), false };
  hv_record_set_int (put.record, field, HV_NONE);
  g_array_append_val (puts, put);
}

/* Those of a kind that name the record in a field, as the edit leaves them. */
static void
list_dependents (const HvRoster *roster, const HvEdit *edit, const HvRecord *record, HvKind kind, const HvField *field,
                 GArray *puts)
{
  const GPtrArray *named_by = hv_roster_list_of (roster, kind, record->kind, record->id);
  for (guint i = 0; i < named_by->len; i++)
    {
      const HvRecord *dependent = named_by->pdata[i];
      dependent = hv_edit_find (edit, roster, kind, dependent->id);
      if (dependent != NULL && hv_record_get_int (dependent, field) == record->id)
        list_dependent (roster, edit, dependent, field, puts);
    }
}

static void
list_removal (const HvRoster *roster, const HvEdit *edit, gconstpointer record, GArray *puts)
{
  const HvRecord *leaving = record;
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      for (gsize i = 0; i < n_fields && kind != HV_KIND_EVENT; i++)
        if (fields[i].ref == (int)leaving->kind)
          list_dependents (roster, edit, leaving, (HvKind)kind, &fields[i], puts);
    }
  HvPut put = { hv_record_ref (leaving), true };
  g_array_append_val (puts, put);
}

void
hv_removal_list (const HvRoster *roster, const HvEdit *edit, HvKind kind, HvId id, GArray *puts)
{
  const HvRecord *record = hv_edit_find (edit, roster, kind, id);
  if (record != NULL)
    list_removal (roster, edit, record, puts);
}

void
hv_removal_take (HvEdit *edit, GArray *puts)
{
  for (guint i = 0; i < puts->len; i++)
    {
      HvPut *put = &g_array_index (puts, HvPut, i);
      if (!put->remove)
        {
          hv_edit_take (edit, put->record);
          continue;
        }
      hv_edit_remove (edit, put->record);
      hv_record_unref (put->record);
    }
  g_array_set_size (puts, 0);
}

void
hv_removal_add (HvEdit *edit, const HvRoster *roster, HvKind kind, HvId id)
{
  g_autoptr (GArray) puts = g_array_new (FALSE, FALSE, sizeof (HvPut));
  hv_removal_list (roster, edit, kind, id, puts);
  hv_removal_take (edit, puts);
}

static guint
count_users (const HvRoster *roster, const HvEdit *edit, HvKind kind, HvId role)
{
  const GPtrArray *users = hv_roster_list_of (roster, kind, HV_KIND_ROLE, role);
  const HvField *field = hv_kind_find_field (kind, "role");
  guint n = 0;
  for (guint i = 0; i < users->len; i++)
    {
      const HvRecord *user = hv_edit_find (edit, roster, kind, ((const HvRecord *)users->pdata[i])->id);
      n += user != NULL && hv_record_get_int (user, field) == role;
    }
  return n;
}

bool
hv_removal_check (const HvRoster *roster, const HvEdit *edit, HvKind kind, HvId id, GError **error)
{
  if (kind != HV_KIND_ROLE)
    return true;

  guint n_templates = count_users (roster, edit, HV_KIND_TEMPLATE, id);
  guint n_shifts = count_users (roster, edit, HV_KIND_SHIFT, id);
  if (n_templates == 0 && n_shifts == 0)
    return true;

  const HvRole *role = hv_roster_find_role (roster, id);
  g_autofree char *name = hv_error_quote (role->name);
  if (n_shifts > 0)
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                 hv_own_ntext ("the role %s has %u shift, and its history would be lost; rename the role instead",
                               "the role %s has %u shifts, and their history would be lost; rename the role instead",
                               n_shifts),
                 name, n_shifts);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                 hv_own_ntext ("%u shift template asks for the role %s; remove it first",
                               "%u shift templates ask for the role %s; remove them first", n_templates),
                 n_templates, name);
  return false;
}
