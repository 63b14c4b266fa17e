/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to a house: its texts, hours, shift templates, regulars, closed days and
 * demand. Each command is one edit and one undo.
 *
 * Hours and templates count from a week on; what counted before stays for the weeks
 * before. Weeks that are generated already follow: openings and shifts from that week
 * on get the new times and numbers, those that nobody stands on and nobody counted go
 * with what is taken away, and those with people stay and are warned about ("people").
 * Nobody is ever taken off by an edit of a template. The roster must cover the weeks
 * from `from` on that are generated (hv_workspace_show_all ()).
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef enum
{
  HV_HOUSE_NAME,
  HV_HOUSE_ADDRESS,
  HV_HOUSE_PLACE,
  HV_HOUSE_NOTE,
  HV_HOUSE_CHECKLIST, /* one item a line */
  HV_N_HOUSE_TEXTS
} HvHouseText;

/* "Name", "Address", …: as forms and messages say it. Static. */
const char *hv_house_edit_get_title (HvHouseText text, HvLanguage language);

/* What would be kept of a text; false with a sentence when it cannot be kept. */
bool hv_house_edit_clean (HvHouseText which, const char *text, char **ret_clean, GError **error);

/* A new house, last in the order, never alone. The first HV_KIND_HOUSE put is it. */
HvEdit *hv_house_edit_add (const HvRoster *roster, const char *name, HvHouseKind kind, HvEditSource source,
                           GError **error);

HvEdit *hv_house_edit_set_text (const HvHouse *house, HvHouseText which, const char *text, HvEditSource source,
                                GError **error);

/* Up (−1) or down (+1) in the order of the grid. */
HvEdit *hv_house_edit_move (const HvRoster *roster, const HvHouse *house, int direction, HvEditSource source);

/* The house with everything that hangs on it; what was published stays until the next
 * publish tells people. */
HvEdit *hv_house_edit_remove (const HvRoster *roster, const HvHouse *house, HvEditSource source, GError **error);

/* --- hours --- */

typedef struct
{
  int start; /* minutes of the day */
  int end;   /* later; may be past 24:00 */
} HvTimes;

/* The hours of a weekday from a week on; none closes the weekday. Refused when they end
 * before they start or overlap. */
HvEdit *hv_house_edit_set_hours (const HvRoster *roster, const HvHouse *house, int weekday, const HvTimes *times,
                                 gsize n, HvWeek from, HvEditSource source, GError **error);

/* The hours in force in a week, by start. New array of lent HvHours. */
GPtrArray *hv_house_edit_list_hours (const HvRoster *roster, HvId house, int weekday, HvWeek week);

/* --- shift templates --- */

typedef struct
{
  HvId role;
  int weekday;
  HvTimes times;
  gint64 minimum;
  gint64 wanted;  /* HV_NONE: the calculation decides */
  gint64 maximum; /* HV_NONE: no limit */
  HvRepeat repeat;
  gint64 n; /* as in HvTemplate */
  gint64 since;
} HvTemplateFacts;

HvTemplateFacts hv_house_edit_get_facts (const HvTemplate *tmpl);

HvEdit *hv_house_edit_add_template (const HvRoster *roster, const HvHouse *house, const HvTemplateFacts *facts,
                                    HvWeek from, HvEditSource source, GError **error);
HvEdit *hv_house_edit_change_template (const HvRoster *roster, const HvTemplate *tmpl, const HvTemplateFacts *facts,
                                       HvWeek from, HvEditSource source, GError **error);
HvEdit *hv_house_edit_end_template (const HvRoster *roster, const HvTemplate *tmpl, HvWeek from, HvEditSource source);

/* The templates in force in a week, in role order. New array of lent HvTemplate. */
GPtrArray *hv_house_edit_list_templates (const HvRoster *roster, HvId house, HvWeek week);

/* How many generated shifts an edit changes, and how many it removes: what to say before
 * a template edit is made. */
void hv_house_edit_count_shifts (const HvEdit *edit, int *ret_changed, int *ret_removed);

HvEdit *hv_house_edit_add_regular (const HvRoster *roster, const HvTemplate *tmpl, HvId volunteer, HvEditSource source);
HvEdit *hv_house_edit_remove_regular (const HvRegular *regular, HvEditSource source);

/* --- closed days --- */

/* Closes a span of days, both ends included, and the openings in it that are generated
 * already. */
HvEdit *hv_house_edit_add_closed (const HvRoster *roster, const HvHouse *house, HvDay from, HvDay to,
                                  const char *reason, HvEditSource source, GError **error);

/* Gives a closed span up again; what it had closed opens. */
HvEdit *hv_house_edit_remove_closed (const HvRoster *roster, const HvClosed *closed, HvEditSource source);

/* --- demand --- */

/* Members as in HvHouse; HV_NONE is the default. Refused outside what the calculation
 * knows (2–240 minutes per visit, shares 0–1, 1–40 helpers …). */
typedef struct
{
  gint64 model;
  HvMicro minutes;
  HvMicro target_share;
  HvMicro target_minutes;
  HvMicro door;
  gint64 least;
  HvMicro patience;
  HvMicro guess;
  gint64 guests_per;
} HvHouseDemand;

HvHouseDemand hv_house_edit_get_demand (const HvHouse *house);
HvEdit *hv_house_edit_set_demand (const HvHouse *house, const HvHouseDemand *demand, HvEditSource source,
                                  GError **error);

/* The three things that must always hold, and whether names are hidden: "never_alone",
 * "experienced", "key", "hide_names". */
HvEdit *hv_house_edit_set_flag (const HvHouse *house, const char *flag, bool on, HvEditSource source);

G_END_DECLS
