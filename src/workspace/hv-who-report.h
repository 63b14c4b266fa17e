/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWhoReport: who is in a file: which persons, what is kept about each, and how long ago
 * they were last on duty. What an association needs to answer for what it keeps: before
 * it deletes, and when something got out.
 *
 * People whose last duty is more than two years ago come first: most likely nobody needs
 * their data any more. Those who were erased are no persons and are only counted; neither
 * are walk-in helpers, whose names stand in duties.
 */

#include "hv-roster.h"
#include "hv-text.h"

G_BEGIN_DECLS

#define HV_WHO_LONG_MONTHS 24

typedef struct
{
  HvId id;
  char *name;
  bool archived;
  bool phone;
  bool email;
  bool note;
  guint n_offers;
  guint n_absences;
  guint n_wishes; /* about other people */
  bool calendar;
  gint64 last;   /* HvDay of the last duty up to today, or HV_NONE */
  gint64 coming; /* HvDay of the next one, or HV_NONE */
  bool long_ago; /* the last duty was more than HV_WHO_LONG_MONTHS ago, and none is to come */
} HvWhoPerson;

typedef struct
{
  GPtrArray *people; /* HvWhoPerson, owned */
  HvDay today;
  guint n_archived;
  guint n_phone;
  guint n_email;
  guint n_note;
  guint n_long_ago;
  guint n_guests; /* names of walk-in helpers, each once */
  guint n_erased;
} HvWhoReport;

/* The roster must hold every week (hv_store_load_everything ()). */
HvWhoReport *hv_who_report_new (const HvRoster *everything, HvDay today);
void hv_who_report_free (HvWhoReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvWhoReport, hv_who_report_free)

/* --- in words; the caller owns each text --- */

/* "Phone, e-mail, 2 absences, calendar"; "name only". */
char *hv_who_report_format_data (const HvWhoPerson *person, HvLanguage language);

/* "last duty 4 May 2023, more than two years ago", "no duty yet". */
char *hv_who_report_format_age (const HvWhoPerson *person, HvLanguage language);

/* "22 persons: 20 with a phone number, 12 with an e-mail address, 1 with a note." and what
 * else is to be known, one sentence each. g_strfreev (). */
GStrv hv_who_report_list_sums (const HvWhoReport *report, HvLanguage language);

/* The whole as a text to print, and as a spreadsheet. */
char *hv_who_report_to_text (const HvWhoReport *report, const char *file, HvLanguage language);
char *hv_who_report_to_csv (const HvWhoReport *report, HvLanguage language);

G_END_DECLS
