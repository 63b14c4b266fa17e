/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvObstacle: one reason why somebody should not, or cannot, stand on a shift.
 *
 * An obstacle is a value: the rule that found it, how much it weighs, and the ids
 * and figures its sentence needs. The sentence is made when somebody reads it, in
 * the reader's language. The rules themselves are in hv-rule.h.
 */

#include "hv-error.h"
#include "hv-roster.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* The rules in the order in which they are always asked: the hard ones, then the soft ones. */
typedef enum
{
  HV_RULE_TWICE,
  HV_RULE_OVERLAP,
  HV_RULE_ROLE,
  HV_RULE_ABSENT,
  HV_RULE_AVAILABILITY,
  HV_RULE_PAUSED,
  HV_RULE_NEVER_TOGETHER,
  HV_RULE_HOUSE,
  HV_RULE_FULL,
  HV_RULE_TRAVEL,
  HV_RULE_REST,
  HV_RULE_MOST,
  HV_RULE_RATHER_NOT,
  HV_RULE_ALONE,
  HV_RULE_TRAINEE,
  HV_RULE_KEY,
  HV_RULE_AWAY,
  HV_RULE_LOAD,
  HV_RULE_PUBLISHED,
  HV_N_RULES
} HvRule;

typedef enum
{
  HV_WEIGHT_SOFT,    /* allowed, and said */
  HV_WEIGHT_BY_HAND, /* never suggested, but allowed by hand without a reason: a trainee beside the others,
                        somebody who comes back to a shift they had called off */
  HV_WEIGHT_HARD,    /* refused, unless a reason is given */
  HV_WEIGHT_FINAL,   /* refused, whatever the reason */
} HvWeight;

/* Which of its sentences a rule means. */
typedef enum
{
  HV_DETAIL_NONE,
  /* twice */
  HV_DETAIL_ON_SHIFT,
  HV_DETAIL_CALLED_OFF,
  HV_DETAIL_SWAPPED_AWAY,
  HV_DETAIL_NO_SHOW,
  /* role */
  HV_DETAIL_NO_ROLE,
  HV_DETAIL_IS_TRAINEE,
  /* absent */
  HV_DETAIL_HOLIDAY,   /* up to and including `day` */
  HV_DETAIL_AWAY_DAYS, /* up to and including `day` */
  HV_DETAIL_AWAY_TIME, /* until the end of `span`, which is on a later day than it begins */
  HV_DETAIL_AWAY_SPAN, /* during `span`, within one day */
  /* availability */
  HV_DETAIL_WEEKDAY,    /* offers nothing on that weekday */
  HV_DETAIL_EVEN_WEEKS, /* offers it in the other weeks */
  HV_DETAIL_ODD_WEEKS,
  HV_DETAIL_FROM,  /* can from the start of `span` on */
  HV_DETAIL_UNTIL, /* can until the end of `span` */
  HV_DETAIL_ONLY,  /* can only in `span` */
  /* paused */
  HV_DETAIL_PAUSED_UNTIL, /* up to and including `day` */
  HV_DETAIL_PAUSED,
  HV_DETAIL_STOPPED,
  HV_DETAIL_NOT_BEGUN, /* begins on `day` */
  /* travel */
  HV_DETAIL_TRAVEL_FROM,
  HV_DETAIL_TRAVEL_TO,
  /* most */
  HV_DETAIL_MOST_WEEK,
  HV_DETAIL_MOST_FOUR_WEEKS,
  /* rather not */
  HV_DETAIL_RATHER_NOT,
  HV_DETAIL_NOT_SAID,
  /* load */
  HV_DETAIL_LOAD_WISH,
  HV_DETAIL_LOAD_UNASKED, /* nothing wished, so the default counts */
  /* trainee */
  HV_DETAIL_WITHOUT_EXPERIENCED, /* the one placed is a trainee */
  HV_DETAIL_NONE_EXPERIENCED,    /* the house asks for somebody experienced */
} HvDetail;

/* Members that a detail does not use are 0. */
typedef struct
{
  HvRule rule;
  HvWeight weight;
  HvDetail detail;
  HvId volunteer;  /* who is placed */
  HvId other;      /* never together: the other volunteer */
  HvId assignment; /* overlap, travel, rest, never together: the other duty */
  HvId house;      /* overlap, travel: of the other duty; away: the home house */
  HvId role;
  HvSpan span;
  HvDay when; /* the date of the duty */
  HvDay day;
  int number;  /* minutes of travel missing; minutes of rest wished; the most; shifts wished */
  int against; /* what there is: minutes of rest, shifts */
} HvObstacle;

/* The rule's name in files and answers: "overlap", "rather-not". Static. */
const char *hv_rule_get_code (HvRule rule);
const char *hv_obstacle_get_code (const HvObstacle *obstacle);

/* Whether a placement by hand is refused until a reason is given (or for good). */
bool hv_obstacle_refuses (const HvObstacle *obstacle);
/* Whether somebody with this obstacle is listed among those who cannot: refused, or by hand only. */
bool hv_obstacle_excludes (const HvObstacle *obstacle);
bool hv_obstacle_can_be_overridden (const HvObstacle *obstacle);

/* "has another shift then: Tørring 10:00–13:00": what follows the person's name in a
 * list, without capital or full stop. The caller owns it. */
char *hv_obstacle_format (const HvObstacle *obstacle, const HvRoster *roster, HvLanguage language);

/* Sets the HV_ERROR of a hard rule: the person, why not, and the way out. */
void hv_obstacle_to_error (const HvObstacle *obstacle, const HvRoster *roster, GError **error);

G_END_DECLS
