/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-week-private.h"

#include "hv-assignment-edit.h"
#include "hv-closing.h"
#include "hv-format.h"
#include "hv-person-steps.h"
#include "hv-placement.h"
#include "hv-times-popover.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"
#include "hv-window.h"

/* What lanes, suggestions and the page of a closed day ask for, as actions. */

/* Commits the edit, or says why there is none. Swallows edit and sentence. */
static void
commit (HvHouseWeek *self, HvEdit *edit, char *sentence, const GError *error)
{
  HvWindow *window = hv_window_of (GTK_WIDGET (self));
  if (edit != NULL)
    {
      hv_window_commit (window, edit, sentence);
      return;
    }
  hv_window_say (window, error->message, false);
  g_free (sentence);
}

static void
set_times_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvHouseWeek *self = HV_HOUSE_WEEK (widget);
  g_autoptr (GError) error = NULL;
  HvId id;
  HvSpan span;
  g_variant_get (parameter, "(xxx)", &id, &span.from, &span.to);
  const HvRoster *roster = hv_house_week_get_roster (self);
  const HvAssignment *assignment = hv_roster_find_assignment (roster, id);
  if (assignment == NULL)
    return;
  g_autofree char *when = hv_format_day_span (span, hv_text_get_own_language ());
  HvEdit *edit = hv_assignment_edit_set_times (roster, assignment, span, hv_store_new_edit_source (), &error);
  /* TRANSLATORS: volunteer; date and time */
  commit (self, edit, g_strdup_printf (_ ("%s: %s"), hv_week_words_name (roster, assignment), when), error);
}

/* Over the bar, where the eyes are. */
static void
ask_times_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvHouseWeek *self = HV_HOUSE_WEEK (widget);
  HvId assignment = g_variant_get_int64 (parameter);
  for (guint i = 0; i < self->n_shown; i++)
    {
      HvDutyBar *bar = hv_shift_lanes_find_person (hv_house_week_get_lanes (self, i), assignment);
      GdkRectangle area;
      if (bar != NULL && hv_house_week_find_area (self, bar, &area))
        hv_times_popover_open (widget, &area, assignment);
    }
}

static void
remove_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_person_remove (hv_window_of (widget), g_variant_get_int64 (parameter));
}

static void
assign_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvHouseWeek *self = HV_HOUSE_WEEK (widget);
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GError) error = NULL;
  HvId shift_id;
  HvId volunteer_id;
  g_variant_get (parameter, "(xx)", &shift_id, &volunteer_id);
  const HvRoster *roster = hv_house_week_get_roster (self);
  const HvShift *shift = hv_roster_find_shift (roster, shift_id);
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, volunteer_id);
  if (shift == NULL || volunteer == NULL)
    return;
  HvPlacement placement = hv_placement_new (shift, volunteer_id);
  HvEdit *edit = hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, false, NULL, language,
                                      hv_store_new_edit_source (), &error);
  g_autofree char *where = hv_week_words_shift (roster, shift, language);
  commit (self, edit, g_strdup_printf (_ ("%s is assigned: %s"), volunteer->name, where), error);
}

static void
open_anyway_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvHouseWeek *self = HV_HOUSE_WEEK (widget);
  g_autoptr (GError) error = NULL;
  const HvRoster *roster = hv_house_week_get_roster (self);
  const HvHouse *house = hv_roster_find_house (roster, self->house);
  if (house == NULL)
    return;
  HvDay day = hv_house_week_get_day (self);
  g_autofree char *date = hv_format_day (day, hv_text_get_own_language ());
  HvEdit *edit = hv_closing_open (roster, house, day, hv_store_new_edit_source (), &error);
  /* TRANSLATORS: house; weekday and date */
  commit (self, edit, g_strdup_printf (_ ("%s is open on %s"), house->name, date), error);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "duty.set-times", "(xxx)", set_times_activated }, { "duty.ask-times", "x", ask_times_activated },
  { "duty.remove", "x", remove_activated },           { "duty.assign", "(xx)", assign_activated },
  { "day.open-anyway", NULL, open_anyway_activated },
};

void
hv_house_week_install_commands (GtkWidgetClass *klass)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].activate);
}

void
hv_house_week_update_commands (HvHouseWeek *self)
{
  bool writable = hv_workspace_get_read_only_reason (self->workspace) == NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, writable);
}
