/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-view.h"

#include "hv-aside-layout.h"
#include "hv-crew-table.h"
#include "hv-format.h"
#include "hv-opening-chart.h"
#include "hv-opening-notes.h"
#include "hv-sentence.h"
#include "hv-ui-text.h"

#include <math.h>

struct _HvOpeningView
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *main;
  GtkLabel *title;
  HvOpeningChart *chart;
  HvShiftLanes *lanes;
  GtkWidget *no_shifts;
  GtkWidget *aside;
  GtkWidget *verdict;
  GtkWidget *verdict_head;
  GtkImage *verdict_icon;
  GtkLabel *verdict_title;
  GtkLabel *verdict_text;
  GtkLabel *verdict_habit;
  HvCrewTable *crew;
  HvSuggestionList *suggestions;
  HvOpeningNotes *notes;
  GtkWidget *day;
};

G_DEFINE_FINAL_TYPE (HvOpeningView, hv_opening_view, GTK_TYPE_WIDGET)

/* --- what is wrong, in words --- */

/* From the first minute in which somebody is missing to the last. */
static char *
describe_shortage (const HvOpeningOutlook *outlook)
{
  const HvDemandResult *figures = &outlook->figures;
  if (figures->n_shortages == 0)
    return g_strdup (_ ("Understaffed"));
  HvSpan span = { outlook->opening->starts + lround (figures->shortages[0].from),
                  outlook->opening->starts + lround (figures->shortages[figures->n_shortages - 1].to) };
  g_autofree char *when = hv_format_span (span, hv_text_get_own_language ());
  /* TRANSLATORS: a span of hours: "Understaffed 13:00–16:00" */
  return g_strdup_printf (_ ("Understaffed %s"), when);
}

static char *
describe_light (const HvOpeningOutlook *outlook)
{
  switch (outlook->light)
    {
    case HV_LIGHT_RED:
      return describe_shortage (outlook);
    case HV_LIGHT_YELLOW:
      return g_strdup (_ ("Tight on a busy day"));
    case HV_LIGHT_GREEN:
      return g_strdup (_ ("Fully staffed"));
    case HV_LIGHT_GREY:
    default:
      return g_strdup (_ ("No estimate yet"));
    }
}

static void
show_light (HvOpeningView *self, HvLight light)
{
  static const struct
  {
    const char *icon;
    const char *card;
    const char *text;
  } looks[] = {
    [HV_LIGHT_GREEN] = { "object-select-symbolic", "ok", "hv-ok" },
    [HV_LIGHT_YELLOW] = { "dialog-warning-symbolic", "warn", "hv-warn" },
    [HV_LIGHT_RED] = { "dialog-warning-symbolic", "under", "hv-under" },
    [HV_LIGHT_GREY] = { "dialog-question-symbolic", "unknown", "hv-secondary" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gtk_widget_remove_css_class (self->verdict, looks[i].card);
      gtk_widget_remove_css_class (self->verdict_head, looks[i].text);
    }
  gtk_image_set_from_icon_name (self->verdict_icon, looks[light].icon);
  gtk_widget_add_css_class (self->verdict, looks[light].card);
  gtk_widget_add_css_class (self->verdict_head, looks[light].text);
}

/* What is missing every week, a sentence each. */
static char *
describe_habit (const HvRoster *roster, const HvOpeningOutlook *outlook)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < outlook->gaps->len; i++)
    {
      const HvGap *gap = &g_array_index (outlook->gaps, HvGap, i);
      if (!gap->chronic || gap->kind == HV_GAP_NONE)
        continue;
      g_autofree char *sentence = hv_gap_format_chronic (gap, roster, hv_text_get_own_language ());
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "\n", sentence);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_verdict (HvOpeningView *self, const HvRoster *roster, const HvOutlook *outlook, const HvOpeningOutlook *found)
{
  g_autofree char *title = describe_light (found);
  g_autofree char *text = hv_sentence_make_short (outlook, roster, found->opening, hv_text_get_own_language ());
  g_autofree char *habit = describe_habit (roster, found);
  gtk_label_set_text (self->verdict_title, title);
  gtk_label_set_text (self->verdict_text, text);
  gtk_label_set_text (self->verdict_habit, habit);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_habit), habit[0] != '\0');
  show_light (self, found->light);
}

/* --- the whole --- */

void
hv_opening_view_show (HvOpeningView *self, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening,
                      bool titled)
{
  g_return_if_fail (HV_IS_OPENING_VIEW (self));
  const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
  g_return_if_fail (found != NULL);
  g_autofree char *hours = hv_format_span (hv_opening_get_span (opening), hv_text_get_own_language ());
  /* TRANSLATORS: one of several openings on a day, and its hours */
  g_autofree char *title = g_strdup_printf (_ ("Opening %s"), hours);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), titled);

  bool charted = hv_opening_chart_show (self->chart, roster, outlook, opening);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), charted);
  hv_shift_lanes_show (self->lanes, roster, outlook, opening, !charted);
  gtk_widget_set_visible (GTK_WIDGET (self->lanes), found->gaps->len > 0);
  gtk_widget_set_visible (self->no_shifts, found->gaps->len == 0);

  show_verdict (self, roster, outlook, found);
  gtk_widget_set_visible (GTK_WIDGET (self->crew), hv_crew_table_show (self->crew, roster, outlook, opening));
  hv_suggestion_list_show (self->suggestions, roster, outlook, opening);
  hv_opening_notes_show (self->notes, roster, opening);
  /* In this order: an action without its target is one that GTK warns of. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->day), "(xi)", opening->house,
                                    (int)hv_opening_get_day (opening));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->day), "week.day-at");
}

HvShiftLanes *
hv_opening_view_get_lanes (HvOpeningView *self)
{
  g_return_val_if_fail (HV_IS_OPENING_VIEW (self), NULL);
  return self->lanes;
}

HvSuggestionList *
hv_opening_view_get_suggestions (HvOpeningView *self)
{
  g_return_val_if_fail (HV_IS_OPENING_VIEW (self), NULL);
  return self->suggestions;
}

/* --- life --- */

static void
hv_opening_view_dispose (GObject *object)
{
  HvOpeningView *self = HV_OPENING_VIEW (object);
  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->aside, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_opening_view_parent_class)->dispose (object);
}

static void
hv_opening_view_class_init (HvOpeningViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_opening_view_dispose;
  g_type_ensure (HV_TYPE_ASIDE_LAYOUT);
  g_type_ensure (HV_TYPE_OPENING_CHART);
  g_type_ensure (HV_TYPE_SHIFT_LANES);
  g_type_ensure (HV_TYPE_CREW_TABLE);
  g_type_ensure (HV_TYPE_SUGGESTION_LIST);
  g_type_ensure (HV_TYPE_OPENING_NOTES);
  gtk_widget_class_set_css_name (widget_class, "openingview");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-opening-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, main);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, title);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, chart);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, lanes);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, no_shifts);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, aside);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, verdict);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, verdict_head);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, verdict_title);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, verdict_text);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, verdict_habit);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, crew);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, suggestions);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, notes);
  gtk_widget_class_bind_template_child (widget_class, HvOpeningView, day);
}

static void
hv_opening_view_init (HvOpeningView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hv_opening_view_new (void)
{
  return g_object_new (HV_TYPE_OPENING_VIEW, NULL);
}
