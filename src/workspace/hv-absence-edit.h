/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What is done to somebody's absences and pauses.
 *
 * An absence may be entered over duties that are planned already: nobody is taken off,
 * but each of them no longer fills its place, and the edit warns of it ("absent").
 * Why somebody is away is their own affair: the reason is a word or nothing. As in
 * hv-person-edit.h, a command changes nothing by itself.
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* An absence as it is typed. */
typedef struct
{
  HvDay from;
  HvDay to;           /* included */
  gint64 start;       /* minute of the first day, or HV_NONE: from its beginning */
  gint64 end;         /* minute of the last day (up to 24:00), or HV_NONE: to its end */
  const char *reason; /* or NULL */
} HvAbsenceTerms;

HvSpan hv_absence_terms_get_span (const HvAbsenceTerms *terms);

/* False with a sentence when it ends before it begins, or holds what may not be kept. */
bool hv_absence_terms_check (const HvAbsenceTerms *terms, GError **error);

HvEdit *hv_absence_edit_add (const HvRoster *roster, const HvVolunteer *volunteer, const HvAbsenceTerms *terms,
                             HvEditSource source, GError **error);
HvEdit *hv_absence_edit_change (const HvRoster *roster, const HvAbsence *absence, const HvAbsenceTerms *terms,
                                HvEditSource source, GError **error);
HvEdit *hv_absence_edit_remove (const HvRoster *roster, const HvAbsence *absence, HvEditSource source);

/* Their duties in open openings that meet a span and that they have not called off, by
 * start: what becomes a gap when they are away then. New array of lent HvAssignment. */
GPtrArray *hv_absence_edit_list_duties (const HvRoster *roster, HvId volunteer, HvSpan span);

/* A pause from a day to another, both included; HV_NONE: until further notice. */
HvEdit *hv_absence_edit_pause (const HvRoster *roster, const HvVolunteer *volunteer, HvDay from, gint64 to,
                               HvEditSource source, GError **error);

/* Back from a day on: pauses that hold then end the day before, later ones go. */
HvEdit *hv_absence_edit_resume (const HvRoster *roster, const HvVolunteer *volunteer, HvDay from, HvEditSource source);

/* "22–31 May 2026 · weeks 21 and 22", "Tuesday 12 May 9:00–12:00"; the caller owns it. */
char *hv_absence_edit_format_when (const HvAbsence *absence, int this_year, HvLanguage language);

G_END_DECLS
