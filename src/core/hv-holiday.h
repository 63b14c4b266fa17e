/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvHoliday: the public holidays of Denmark and Sweden, for any year.
 *
 * Sweden: the act 1989:253 (Whit Monday until 2004, the National Day from 2005).
 * Denmark: the days of the national church, Great Prayer Day (store bededag)
 * until 2023. Half days are commonly closed without being holidays by law; they
 * are listed as such and close nothing by themselves. Years long before these
 * rules are answered by the oldest of them.
 */

#include "hv-day.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef enum
{
  HV_COUNTRY_DK,
  HV_COUNTRY_SE,
} HvCountry;

bool hv_country_parse (const char *text, HvCountry *ret_country); /* "DK", "se" */
const char *hv_country_get_code (HvCountry country);              /* "DK" */

typedef struct
{
  HvDay day;
  bool half;
  const char *name; /* English source text; hv_holiday_get_name () translates */
} HvHoliday;

/* Years are HV_YEAR_FIRST to HV_YEAR_LAST. */
HvDay hv_easter_sunday (int year);

/* All days of a year in date order, half days included; the caller frees the
 * array with g_array_unref (). Elements are HvHoliday. Two on one date are both
 * listed, a public holiday before a half day. */
GArray *hv_holiday_list (HvCountry country, int year);

/* The public holiday (not half day) on a date; the first listed where there are two.
 * None outside the years above. */
bool hv_holiday_find (HvCountry country, HvDay day, HvHoliday *ret_holiday);

const char *hv_holiday_get_name (const HvHoliday *holiday, HvLanguage language);

G_END_DECLS
