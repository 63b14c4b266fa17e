/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* World: the small organisation that the tests of plan/ stand in, and the tersest
 * words to put something into it.
 *
 * Denmark, 2026. Juelsminde is open on Mondays 10–13, Tørring on Wednesdays 10–13,
 * Hedensted on Thursdays 10–13, each with one IT template of minimum 3; there is a
 * remote house without hours. Everybody is able in IT (Finn is a host only) and can
 * at all times; no house and no wish is named. Weeks 18–23 are in the snapshot.
 */

#include "../written.h"
#include "hv-edit.h"
#include "hv-roster.h"

G_BEGIN_DECLS

enum
{
  IT = 1,
  HOST,
};

enum
{
  JUELSMINDE = 1,
  TORRING,
  HEDENSTED,
  ONLINE,
};

enum
{
  ANNA = 1,
  BO,
  CARLA,
  DAN,
  ELSE,
  FINN,
  GERDA,
  HANS,
  IDA,
  JENS,
  KARLA,
  LEIF,
  ASA,
  ORJAN,
  N_PEOPLE
};

/* The IT template of a house has the house's id. */

typedef struct
{
  GPtrArray *records; /* owned */
  GArray *past;       /* HvPastDuty */
  HvWeek from;
  HvWeek until;
  HvId next_id;
} World;

World *world_new (void);
void world_free (World *world);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

/* The snapshot of the world as it is; the world can be changed on. */
HvRoster *world_end (const World *world);

/* A new record to fill in, or one that is there to change; lent. */
gpointer world_add (World *world, HvKind kind);
gpointer world_get (const World *world, HvKind kind, HvId id);
void world_remove_all (World *world, HvKind kind, HvId volunteer);

/* Times "10:00"; ends may be past 24:00. */
HvMinute at (const char *date, const char *time);
HvSpan span (const char *date, const char *from, const char *to);

/* A one-off opening with its shift; the id of the shift. */
HvId world_open (World *world, HvId house, HvId role, const char *day, const char *from, const char *to, int minimum);
/* One more shift of the same opening. */
HvId world_add_shift (World *world, HvId beside, HvId role, const char *from, const char *to, int minimum);
HvId world_assign (World *world, HvId shift, HvId volunteer);
/* With a time of their own. */
HvId world_assign_at (World *world, HvId shift, HvId volunteer, const char *from, const char *to);
/* A duty before the snapshot. */
void world_add_past (World *world, HvId volunteer, HvId house, const char *day);
void world_set_level (World *world, HvId volunteer, HvId role, HvLevel level);
void world_offer (World *world, HvId volunteer, int weekday, const char *from, const char *to, HvOffer offer);
void world_add_absence (World *world, HvId volunteer, const char *from, const char *to, const char *reason);
void world_add_pair (World *world, HvId a, HvId b, HvPairKind kind);
void world_add_regular (World *world, HvId tmpl, HvId volunteer);
void world_add_travel (World *world, HvId a, HvId b, int minutes);
void world_serve (World *world, HvId volunteer, HvId house, int position);

/* The source of ids and uids that tests use. */
HvEditSource new_source (void);

G_END_DECLS
