/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-unsaved.h"

void
hv_unsaved_free (HvUnsaved *unsaved)
{
  g_clear_pointer (&unsaved->edit, hv_edit_free);
  g_free (unsaved);
}

static void
put_again (HvEdit *again, const HvPut *put, const HvRoster *roster)
{
  const HvRecord *wanted = put->record;
  const HvRecord *now = hv_roster_find (roster, wanted->kind, wanted->id);
  if (put->remove)
    {
      if (now != NULL)
        hv_edit_remove (again, now);
      return;
    }
  HvRecord *record = hv_record_copy (wanted);
  record->ver = now == NULL ? 0 : now->ver;
  hv_edit_take (again, record);
}

/* An assignment that took the place which the edit fills. */
static bool
is_in_the_way (const HvUnsaved *unsaved, const HvAssignment *theirs)
{
  for (guint i = 0; i < unsaved->edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (unsaved->edit->puts, HvPut, i);
      const HvAssignment *mine = put->record;
      if (!put->remove && mine->r.kind == HV_KIND_ASSIGNMENT && mine->shift == theirs->shift
          && mine->r.id != theirs->r.id)
        return true;
    }
  return false;
}

HvEdit *
hv_unsaved_insist (const HvUnsaved *unsaved, const HvRoster *roster, HvEditSource source)
{
  g_return_val_if_fail (unsaved != NULL && roster != NULL, NULL);
  HvEdit *again = hv_edit_new (unsaved->edit->verb, source);
  for (guint i = 0; i < unsaved->edit->puts->len; i++)
    put_again (again, &g_array_index (unsaved->edit->puts, HvPut, i), roster);

  const HvAssignment *theirs =
      unsaved->kind == HV_KIND_ASSIGNMENT ? hv_roster_find_assignment (roster, unsaved->id) : NULL;
  if (theirs != NULL && is_in_the_way (unsaved, theirs))
    hv_edit_remove (again, theirs);
  return again;
}
