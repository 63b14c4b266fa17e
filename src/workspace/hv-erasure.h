/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvErasure: forgetting a person, and keeping what the house counts.
 *
 * Erasing takes away who somebody is: name, phone, e-mail, note, when they can, when
 * they were away, with whom they like to be, their calendar, and every place where
 * their name stands in a text. What stays are duties that have been, under a made-up
 * sign ("Erased 7QK2") that is no key to anybody: hours and staffing of every week
 * remain the same, and so two things stay that decide whether a duty filled a place:
 * that somebody was a trainee, and the dates of an absence over a duty. Duties to
 * come are removed and become gaps.
 *
 * The roster must hold every week (hv_store_load_everything ()), or something is
 * forgotten to be forgotten. hv_workspace_erase () does it, and clears the change log.
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef struct
{
  HvId volunteer;
  HvEdit *edit; /* may be taken with g_steal_pointer () */
  char *sign;   /* what stands for the name from now on */
  GStrv words;  /* name, phone and e-mail: what the log must not remember (hv_store_forget ()) */

  int n_duties;   /* that have been, and stay */
  int n_future;   /* that are to come, and go */
  int n_absences; /* whose dates stay */
  int n_mentions; /* texts in which the name stood */
  /* The name is part of another's, or a single word: texts that hold it are left
   * alone, except lists of names about shifts that this person was on. */
  bool careful;
  bool had_phone;
  bool had_email;
  bool had_note;
  bool had_calendar;
} HvErasure;

/* `now` decides what is to come; `utc` is the same instant for the calendar. The sign's
 * word is in the organisation's language. */
HvErasure *hv_erasure_new (const HvRoster *everything, const HvVolunteer *volunteer, HvMinute now, gint64 utc,
                           HvEditSource source);
void hv_erasure_free (HvErasure *erasure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvErasure, hv_erasure_free)

/* Whether a name is such a sign, in whatever language: nobody is behind it any more. */
bool hv_erasure_is_sign (const char *name);

/* What goes and what stays, one sentence each, for the person who decides. g_strfreev (). */
GStrv hv_erasure_list_going (const HvErasure *erasure, HvLanguage language);
GStrv hv_erasure_list_staying (const HvErasure *erasure, HvLanguage language);

G_END_DECLS
