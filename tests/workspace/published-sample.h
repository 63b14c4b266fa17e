/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A small organisation that publishes, for tests: what is done to it, and what its
 * calendars show. */

#include "../written.h"
#include "hv-publication.h"

G_BEGIN_DECLS

enum
{
  JUELSMINDE = 1,
  TORRING,
  HEDENSTED,
  ONLINE, /* names hidden */
  IT = 10,
  HOST,
  ANNA = 20, /* Danish, as the organisation */
  BO,
  JENS,
  LEIF,  /* trainee */
  ASA,   /* Swedish */
  KARLA, /* without a duty */
  OLE,   /* archived */
  /* Openings, one hundred below their shifts and two hundred below the duty of the shift. */
  JUELSMINDE_19 = 100, /* Monday 4 May 10–13: Anna; Leif too; and a neighbour */
  TORRING_19,          /* Wednesday 6 May 10–13: Bo */
  HEDENSTED_19,        /* Thursday 7 May 10–13: Jens */
  ONLINE_19,           /* Saturday 9 May 22–06: Åsa */
  JUELSMINDE_20,       /* Monday 11 May 10–13: nobody */
  ONLINE_53,           /* Sunday 3 January 2027 22–06: nobody */
  DUTY_LEIF = 400,
  DUTY_NEIGHBOUR,
};

#define SHIFT_OF(opening) ((opening) + 100)
#define DUTY_OF(opening) ((opening) + 200)

typedef struct
{
  HvRoster *roster;
  gint64 now;   /* UTC seconds */
  HvId next_id; /* of records that are made */
  int n_made;   /* duties made: their uids are made-1, made-2, … */
} Sample;

/* On Friday 1 May 2026, 18:14 UTC. Nothing is published. */
Sample *sample_new (void);
void sample_free (Sample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

/* An edit to be filled, and its end. */
HvEdit *sample_begin (Sample *sample);
void sample_end (Sample *sample, HvEdit *edit);

/* A copy of a record in an edit of its own: change it, then sample_end (). */
gpointer sample_change (Sample *sample, HvEdit *edit, HvKind kind, HvId id);

/* Puts somebody on the shift of an opening; the new duty's id. */
HvId sample_assign (Sample *sample, HvId opening, HvId volunteer);
void sample_set_state (Sample *sample, HvId duty, HvState state);
void sample_remove (Sample *sample, HvKind kind, HvId id);

/* Publishes a week as it is now; the edit, which the caller frees. */
HvEdit *sample_publish (Sample *sample, const char *week);

/* The differences of a week's draft in English, one a line. */
char *sample_describe_draft (const Sample *sample, const char *week);

/* The published entries of an owner by start: "duty-300 2026-05-04 10:00–13:00 #0", ", cancelled" where it is. */
char *sample_describe_feed (const Sample *sample, HvOwner owner_kind, HvId owner);

/* The published entries of an owner, as HvLoadEvents hands them out. */
GPtrArray *sample_list_events (const Sample *sample, HvOwner owner_kind, HvId owner);

/* Random octets that are the same in every run. HvFeedRandom; data is a guint8 * that counts. */
void sample_random (guint8 octets[16], gpointer counter);

G_END_DECLS
