/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Weeks with more visits than usual, or fewer: "new ID launched, weeks 19–22, ×1.5", of
 * one house or of all. The forecast of those weeks is multiplied, and what is counted in
 * them is divided before the forecast learns from it. Where two overlap, both count.
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef struct
{
  HvId house; /* HV_NONE: all houses */
  HvWeek from;
  HvWeek to; /* included */
  HvMicro factor;
  const char *name;
} HvFactorFacts;

/* "1,5", "1.5", "×1,5" and "150 %"; from a tenth to ten times the usual visits. */
bool hv_factor_parse (const char *text, HvMicro *ret_factor, GError **error);

/* What it is called, cleaned; the caller owns it. It must be called something. */
bool hv_factor_edit_clean_name (const char *text, char **ret_clean, GError **error);

/* Refused: weeks that end before they begin, no name. */
HvEdit *hv_factor_edit_add (const HvFactorFacts *facts, HvEditSource source, GError **error);
HvEdit *hv_factor_edit_change (const HvFactor *factor, const HvFactorFacts *facts, HvEditSource source, GError **error);
HvEdit *hv_factor_edit_remove (const HvFactor *factor, HvEditSource source);

/* Those of a house and of all houses (HV_NONE: every one), latest first. New array of
 * lent HvFactor. */
GPtrArray *hv_factor_edit_list (const HvRoster *roster, HvId house);

/* "uge 19–22 · ×1,5 · alle huse"; the caller owns it. */
char *hv_factor_edit_describe (const HvRoster *roster, const HvFactor *factor, int this_year, HvLanguage language);

/* By how much a week's visits of a house are multiplied; 1 in a usual week. */
double hv_factor_find (const HvRoster *roster, HvId house, HvWeek week);

G_END_DECLS
