/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-edit-premises.h"

#include <string.h>

/* Openings and shifts that follow from hours and templates, and what a file adds, would
 * be made a second time by whoever has not seen them: nobody else may have changed
 * anything in those houses. */
static bool
follows_from_house (const HvEdit *edit, const HvRecord *record, HvId *ret_house)
{
  bool imported = strcmp (edit->verb, "import") == 0;
  *ret_house = hv_record_get_house (record);
  switch (record->kind)
    {
    case HV_KIND_OPENING:
      return imported || ((const HvOpening *)record)->hours != HV_NONE;
    case HV_KIND_SHIFT:
      return imported || ((const HvShift *)record)->tmpl != HV_NONE;
    case HV_KIND_VOLUNTEER:
      return imported;
    default:
      return false;
    }
}

/* Whoever takes the last place of a shift has seen that it was free. While there are
 * others, two people may put somebody there at the same time. */
static bool
takes_last_place (const HvRoster *roster, const HvOutlook *outlook, const HvAssignment *assignment,
                  HvShiftSeen *ret_seen)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  const HvGap *gap = shift == NULL ? NULL : hv_outlook_find_gap (outlook, shift);
  if (gap == NULL || !hv_state_fills ((HvState)assignment->state))
    return false;
  guint people = 0;
  const GPtrArray *on_shift = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < on_shift->len; i++)
    people += hv_state_fills ((HvState)((const HvAssignment *)on_shift->pdata[i])->state);
  *ret_seen = (HvShiftSeen){ shift->r.id, people };
  return gap->assigned + 1 == gap->needed || (shift->maximum != HV_NONE && people + 1 >= shift->maximum);
}

static void
take_put (HvEditPremises *premises, const HvEdit *edit, const HvRecord *record, const HvRoster *roster,
          const HvOutlook *outlook)
{
  HvId house;
  HvShiftSeen seen;
  if (follows_from_house (edit, record, &house) && !hv_id_is_in (premises->houses, house))
    g_array_append_val (premises->houses, house);
  if (record->kind == HV_KIND_ASSIGNMENT && takes_last_place (roster, outlook, (const HvAssignment *)record, &seen))
    g_array_append_val (premises->shifts, seen);
}

HvEditPremises *
hv_edit_premises_new (const HvEdit *edit, const HvRoster *roster, const HvOutlook *outlook)
{
  HvEditPremises *premises = g_new0 (HvEditPremises, 1);
  premises->houses = g_array_new (FALSE, FALSE, sizeof (HvId));
  premises->shifts = g_array_new (FALSE, FALSE, sizeof (HvShiftSeen));
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      const HvRecord *record = put->record;
      if (!put->remove && record->ver == 0)
        take_put (premises, edit, record, roster, outlook);
    }
  return premises;
}

void
hv_edit_premises_free (HvEditPremises *premises)
{
  g_array_unref (premises->houses);
  g_array_unref (premises->shifts);
  g_free (premises);
}

void
hv_edit_premises_tell (const HvEditPremises *premises, HvStepInfo *info)
{
  info->houses = (const HvId *)(gpointer)premises->houses->data;
  info->n_houses = premises->houses->len;
  info->shifts = (const HvShiftSeen *)(gpointer)premises->shifts->data;
  info->n_shifts = premises->shifts->len;
}
