/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What is done to people: who they are, what they can do and where, what they wish,
 * and whether they are still with us. When they can and when they are away is in
 * hv-availability-edit.h and hv-absence-edit.h, forgetting them in hv-erasure.h.
 *
 * Each command computes one edit from a roster and changes nothing by itself; NULL
 * with an error says what is wrong. An edit may be empty: it was so already. The
 * records handed in are those of the roster.
 */

#include "hv-edit.h"
#include "hv-person-field.h"

G_BEGIN_DECLS

/* New volunteers from names, one a line; blank lines are nothing. They get a role
 * (or HV_NONE) and a house that they serve (HV_NONE: all). A name that somebody who
 * is not archived has already, or that was on an earlier line, is left out and
 * becomes a warning ("twice"), unless namesakes are wanted. The first line that
 * cannot be a name refuses all of them, and the error says which. */
HvEdit *hv_person_edit_add (const HvRoster *roster, const char *names, HvId role, HvId house, bool namesakes,
                            HvEditSource source, GError **error);

/* Adds to an edit a new volunteer of a name that is clean, with a role and a house as above; their id. */
HvId hv_person_edit_add_to_edit (HvEdit *edit, const char *name, HvId role, HvId house);

/* One field, cleaned by hv_person_field_clean (). An e-mail address that somebody
 * else has too is a warning ("twice"): couples share them. */
HvEdit *hv_person_edit_set_field (const HvRoster *roster, const HvVolunteer *volunteer, HvPersonField field,
                                  const char *text, HvEditSource source, GError **error);

/* --- what they can, and where --- */

HvEdit *hv_person_edit_set_role (const HvRoster *roster, const HvVolunteer *volunteer, HvId role, HvLevel level,
                                 HvEditSource source);
HvEdit *hv_person_edit_drop_role (const HvRoster *roster, const HvVolunteer *volunteer, HvId role, HvEditSource source);

/* The houses they serve, home house first and each once; none: all houses. */
HvEdit *hv_person_edit_set_houses (const HvRoster *roster, const HvVolunteer *volunteer, const HvId *houses,
                                   gsize n_houses, HvEditSource source);
HvEdit *hv_person_edit_set_key (const HvRoster *roster, const HvVolunteer *volunteer, HvId house, bool has_key,
                                HvEditSource source);

/* The same as it is now: houses served, home house first. New array of HvId; g_array_unref (). */
GArray *hv_person_edit_list_houses (const HvRoster *roster, HvId volunteer);

/* --- wishes --- */

typedef enum
{
  HV_WISH_EIGHT_WEEKS, /* shifts wanted in eight weeks */
  HV_WISH_WEEK,        /* the most in a week */
  HV_WISH_FOUR_WEEKS,  /* the most in four weeks */
  HV_WISH_REST,        /* hours between shifts */
  HV_N_WISHES
} HvWish;

int hv_wish_get_most (HvWish wish); /* the largest number that can be wished */
gint64 hv_wish_get (const HvVolunteer *volunteer, HvWish wish);

/* HV_NONE: not said. Wishes that cannot be had together become a warning ("most"). */
HvEdit *hv_person_edit_set_wish (const HvRoster *roster, const HvVolunteer *volunteer, HvWish wish, gint64 value,
                                 HvEditSource source, GError **error);

/* A wish about two people. One that is never with the other neither is with them nor
 * drives with them: the new wish replaces the old one. */
HvEdit *hv_person_edit_add_pair (const HvRoster *roster, const HvVolunteer *volunteer, const HvVolunteer *other,
                                 HvPairKind kind, HvEditSource source, GError **error);
HvEdit *hv_person_edit_drop_pair (const HvRoster *roster, const HvPair *pair, HvEditSource source);

/* --- being there --- */

/* The first and the last day, both included; HV_NONE without limit. */
HvEdit *hv_person_edit_set_days (const HvRoster *roster, const HvVolunteer *volunteer, gint64 from, gint64 until,
                                 HvEditSource source, GError **error);

/* Archived is deleted to everybody but history: no longer a regular, and no longer on
 * those of the duties (an array of HvAssignment of theirs, in any week) that are
 * planned to start after `now`, which become gaps. Undo brings all of it back,
 * unarchiving only the person. */
HvEdit *hv_person_edit_archive (const HvRoster *roster, const HvVolunteer *volunteer, const GPtrArray *duties,
                                HvMinute now, HvEditSource source);
HvEdit *hv_person_edit_unarchive (const HvRoster *roster, const HvVolunteer *volunteer, HvEditSource source);

G_END_DECLS
