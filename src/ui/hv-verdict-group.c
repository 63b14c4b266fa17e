/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verdict-group.h"

#include "hv-format.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-visit-verdict.h"

#define N_ROWS 4 /* a month */

struct _HvVerdictGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *rows[N_ROWS];
  GtkLabel *verdicts[N_ROWS];
};

G_DEFINE_FINAL_TYPE (HvVerdictGroup, hv_verdict_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_verdict (HvVerdictGroup *self, int row, const HvVisitVerdict *verdict)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *day = hv_format_day (verdict->day, language);
  g_autofree char *numbers = hv_visit_verdict_describe (verdict, language);
  GtkWidget *label = GTK_WIDGET (self->verdicts[row]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[row]), day);
  adw_action_row_set_subtitle (self->rows[row], numbers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[row]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, numbers, -1);
  gtk_label_set_text (self->verdicts[row], hv_verdict_get_words (verdict->verdict, language));
  hv_style_class_set (label, "hv-warn", verdict->verdict != HV_VERDICT_AS_EXPECTED);
}

void
hv_verdict_group_show (HvVerdictGroup *self, const HvRoster *roster, HvId house)
{
  g_return_if_fail (HV_IS_VERDICT_GROUP (self));
  g_autoptr (GArray) verdicts = hv_visit_verdict_list (roster, house, N_ROWS);
  g_autofree char *sum = hv_visit_verdict_sum_up (verdicts, hv_text_get_own_language ());
  gtk_widget_set_visible (GTK_WIDGET (self), verdicts->len > 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), sum);
  for (int row = 0; row < N_ROWS; row++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->rows[row]), row < (int)verdicts->len);
      if (row < (int)verdicts->len)
        show_verdict (self, row, &g_array_index (verdicts, HvVisitVerdict, row));
    }
}

static void
hv_verdict_group_class_init (HvVerdictGroupClass *klass)
{
}

static void
hv_verdict_group_init (HvVerdictGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Forecast and what came"));
  for (int row = 0; row < N_ROWS; row++)
    {
      self->rows[row] = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 3, NULL);
      self->verdicts[row] =
          g_object_new (GTK_TYPE_LABEL, "css-classes", (const char *[]){ "hv-secondary", NULL }, NULL);
      adw_action_row_add_suffix (self->rows[row], GTK_WIDGET (self->verdicts[row]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows[row]));
    }
}

GtkWidget *
hv_verdict_group_new (void)
{
  return g_object_new (HV_TYPE_VERDICT_GROUP, NULL);
}
