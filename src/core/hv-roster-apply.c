/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The roster that an edit leads to. Shelves the edit does not touch are shared with
 * the roster before it.
 */

#include "hv-edit.h"
#include "hv-roster-private.h"

/* What happens to each kind of record; arrays are NULL until the first of a kind. */
typedef struct
{
  GPtrArray *leaving[HV_N_KINDS];  /* borrowed */
  GPtrArray *entering[HV_N_KINDS]; /* owned */
  GPtrArray *moved[HV_N_KINDS];    /* borrowed: those that leave because they are in no week of the roster */
} Change;

static void
add_to (GPtrArray **list, gpointer record, GDestroyNotify free_func)
{
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (free_func);
  g_ptr_array_add (*list, record);
}

static void
clear_change (Change *change)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      g_clear_pointer (&change->leaving[kind], g_ptr_array_unref);
      g_clear_pointer (&change->moved[kind], g_ptr_array_unref);
      g_clear_pointer (&change->entering[kind], g_ptr_array_unref);
    }
}

static gpointer
dup_next_version (gconstpointer record)
{
  HvRecord *next = hv_record_copy (record);
  next->ver++;
  if (next->kind == HV_KIND_VOLUNTEER)
    hv_volunteer_set_name ((HvVolunteer *)next, ((HvVolunteer *)next)->name);
  return next;
}

static void
sort_puts (Change *change, const HvEdit *edit)
{
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      HvKind kind = ((const HvRecord *)put->record)->kind;
      if (put->remove)
        add_to (&change->leaving[kind], put->record, NULL);
      else
        add_to (&change->entering[kind], dup_next_version (put->record), hv_record_unref);
    }
}

/* --- the weeks --- */

static bool
starts_inside (const HvRoster *roster, HvMinute starts)
{
  return hv_roster_covers (roster, hv_week_of_day (hv_minute_get_day (starts)));
}

/* Whether a record is among the weeks of the roster; the shelves of the kinds before
 * its own are those after the edit. What hangs on an opening stays with it, also when
 * the night goes on into another week. */
static bool
is_inside (const HvRoster *next, gconstpointer record)
{
  switch (((const HvRecord *)record)->kind)
    {
    case HV_KIND_OPENING:
      return starts_inside (next, ((const HvOpening *)record)->starts);
    case HV_KIND_SHIFT:
      return hv_roster_find_opening (next, ((const HvShift *)record)->opening) != NULL;
    case HV_KIND_ASSIGNMENT:
      return hv_roster_find_shift (next, ((const HvAssignment *)record)->shift) != NULL;
    case HV_KIND_VISIT:
      return hv_roster_find_opening (next, ((const HvVisit *)record)->opening) != NULL;
    case HV_KIND_EXPECTATION:
      return hv_roster_find_opening (next, ((const HvExpectation *)record)->opening) != NULL;
    case HV_KIND_CALL:
      return hv_roster_find_shift (next, ((const HvCall *)record)->shift) != NULL;
    case HV_KIND_EVENT:
      return starts_inside (next, ((const HvEvent *)record)->starts);
    default:
      return true;
    }
}

/* The kind of record that one hangs on; HV_N_KINDS: none. */
static HvKind
get_owner_kind (HvKind kind)
{
  switch (kind)
    {
    case HV_KIND_SHIFT:
    case HV_KIND_VISIT:
    case HV_KIND_EXPECTATION:
      return HV_KIND_OPENING;
    case HV_KIND_ASSIGNMENT:
    case HV_KIND_CALL:
      return HV_KIND_SHIFT;
    default:
      return HV_N_KINDS;
    }
}

static void
move_out (Change *change, gpointer record)
{
  HvKind kind = ((const HvRecord *)record)->kind;
  add_to (&change->leaving[kind], record, NULL);
  add_to (&change->moved[kind], record, NULL);
}

/* Sorts the entering records of a kind into those that stay and those that move out. */
static GPtrArray *
take_inside (Change *change, const HvRoster *next, HvKind kind)
{
  const GPtrArray *entering = change->entering[kind];
  GPtrArray *inside = g_ptr_array_new ();
  for (guint i = 0; entering != NULL && i < entering->len; i++)
    if (is_inside (next, entering->pdata[i]))
      g_ptr_array_add (inside, entering->pdata[i]);
    else
      move_out (change, entering->pdata[i]);
  return inside;
}

/* What hangs on a record that moved out goes with it, unless the edit itself says
 * where it is to be. */
static void
follow_owners (Change *change, const HvRoster *roster, const HvEdit *edit, HvKind kind)
{
  HvKind owner_kind = get_owner_kind (kind);
  if (owner_kind == HV_N_KINDS || change->moved[owner_kind] == NULL)
    return;

  for (guint i = 0; i < change->moved[owner_kind]->len; i++)
    {
      const HvRecord *owner = change->moved[owner_kind]->pdata[i];
      const GPtrArray *hanging = hv_roster_list_of (roster, kind, owner_kind, owner->id);
      for (guint j = 0; j < hanging->len; j++)
        {
          HvRecord *record = hanging->pdata[j];
          if (hv_edit_find (edit, roster, kind, record->id) == record)
            move_out (change, record);
        }
    }
}

/* --- the next roster --- */

static HvRoster *
new_beside (const HvRoster *roster)
{
  HvRoster *next = g_new0 (HvRoster, 1);
  g_atomic_ref_count_init (&next->refs);
  next->from = roster->from;
  next->until = roster->until;
  next->history = hv_history_ref (roster->history);
  next->unnamed = hv_record_ref (roster->unnamed);
  next->nothing = g_ptr_array_ref (roster->nothing);
  return next;
}

HvRoster *
hv_roster_apply (const HvRoster *roster, const HvEdit *edit)
{
  g_return_val_if_fail (roster != NULL && edit != NULL, NULL);

  Change change = { 0 };
  sort_puts (&change, edit);

  /* Openings come before shifts and shifts before assignments: see is_inside (). */
  HvRoster *next = new_beside (roster);
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) inside = take_inside (&change, next, (HvKind)kind);
      follow_owners (&change, roster, edit, (HvKind)kind);
      next->shelves[kind] = hv_shelf_change (roster->shelves[kind], change.leaving[kind], inside);
    }

  clear_change (&change);
  return next;
}
