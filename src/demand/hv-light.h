/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvLight: one word on an opening. Never shown by colour alone. */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  HV_LIGHT_GREEN,  /* enough */
  HV_LIGHT_YELLOW, /* tight */
  HV_LIGHT_RED,    /* too few */
  HV_LIGHT_GREY,   /* needs a guess */
} HvLight;

/* A wait that citizens complain about, in minutes: red. */
#define HV_LIGHT_BAD_WAIT 30.0

/* What decides the light of an opening, apart from the gaps of its shifts. */
typedef struct
{
  bool known;        /* there is a forecast or a typed number */
  double risk;       /* hv_crew_get_risk () */
  double worst_wait; /* expected minutes, of those who come in the worst hour */
  int fewest;        /* helpers on duty, at the worst minute while open */
  int least;         /* the least crew */
} HvLightFacts;

HvLight hv_light_find (const HvLightFacts *facts);

const char *hv_light_get_name (HvLight light); /* "green", "yellow", "red", "grey" */

G_END_DECLS
