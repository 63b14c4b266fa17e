/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-load-card.h"

#include "hv-bar-chart.h"
#include "hv-format.h"
#include "hv-load.h"
#include "hv-ui-text.h"

#define WEEKS (HV_LOAD_WEEKS + 1) /* those that count for the load, and this one */

struct _HvLoadCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *sum;
  HvBarChart *chart;
  GtkLabel *last;
  GtkLabel *next;
  GtkLabel *hours;

  HvWorkspace *workspace; /* owned */
  HvId volunteer;
  HvPersonFile *file;   /* owned; NULL while it is asked for */
  GCancellable *asking; /* owned */
};

G_DEFINE_FINAL_TYPE (HvLoadCard, hv_load_card, GTK_TYPE_WIDGET)

const HvPersonFile *
hv_load_card_get_file (HvLoadCard *self)
{
  g_return_val_if_fail (HV_IS_LOAD_CARD (self), NULL);
  return self->file;
}

/* --- bars --- */

static void
add_said (GString *said, HvWeek week, int n)
{
  g_autofree char *name = hv_format_weeks (&week, 1, hv_week_get_year (week), hv_text_get_own_language ());
  /* TRANSLATORS: in a list of weeks: “week 19: 1 shift” */
  g_autofree char *text = g_strdup_printf (hv_own_ntext ("%s: %d shift", "%s: %d shifts", (gulong)n), name, n);
  if (said->len > 0)
    g_string_append (said, ", ");
  g_string_append (said, text);
}

static void
show_sum (HvLoadCard *self, HvWeek first, int n)
{
  HvLanguage language = hv_text_get_own_language ();
  int this_year = hv_week_get_year (hv_workspace_get_this_week (self->workspace));
  g_autofree char *week = hv_format_weeks (&first, 1, this_year, language);
  /* TRANSLATORS: %s is “week 11” */
  g_autofree char *text =
      g_strdup_printf (hv_own_ntext ("%d shift since %s", "%d shifts since %s", (gulong)n), n, week);
  gtk_label_set_text (self->sum, text);
}

static void
show_bars (HvLoadCard *self)
{
  const HvRoster *roster = hv_workspace_get_roster (self->workspace);
  HvWeek this_week = hv_workspace_get_this_week (self->workspace);
  HvWeek first = hv_week_add (this_week, 1 - WEEKS);
  HvBar bars[WEEKS];
  char numbers[WEEKS][12];
  char labels[WEEKS][12];
  int sum = 0;
  g_autoptr (GString) said = g_string_new (NULL);
  for (int i = 0; i < WEEKS; i++)
    {
      HvWeek week = hv_week_add (first, i);
      int n = hv_load_count (roster, self->volunteer, week.monday, week.monday + 7, NULL, NULL);
      g_snprintf (numbers[i], sizeof numbers[i], "%d", n);
      g_snprintf (labels[i], sizeof labels[i], "%d", hv_week_get_number (week));
      bars[i] = (HvBar){ n, numbers[i], labels[i], HV_BAR_SOLID };
      add_said (said, week, n);
      sum += n;
    }
  hv_bar_chart_set_bars (self->chart, bars, WEEKS, 2, said->str);
  show_sum (self, first, sum);
}

/* --- every week --- */

static const HvZone *
find_zone (const char *name, gpointer workspace)
{
  return hv_workspace_get_zone (workspace, name);
}

static char *
format_duty (HvLoadCard *self, const HvAssignment *duty)
{
  int this_year = hv_day_get_year (hv_workspace_get_today (self->workspace));
  return hv_person_file_format_duty (self->file, hv_workspace_get_roster (self->workspace), duty, this_year,
                                     hv_text_get_own_language ());
}

static void
show_next (HvLoadCard *self)
{
  const HvRoster *roster = hv_workspace_get_roster (self->workspace);
  const HvAssignment *duty = hv_person_file_find_next (self->file, roster, hv_workspace_get_now (self->workspace));
  g_autofree char *words = duty == NULL ? NULL : format_duty (self, duty);
  /* TRANSLATORS: when and where somebody is on duty next */
  g_autofree char *text =
      duty == NULL ? g_strdup (_ ("Next: nothing planned")) : g_strdup_printf (_ ("Next: %s"), words);
  gtk_label_set_text (self->next, text);
}

static void
show_last (HvLoadCard *self)
{
  const HvRoster *roster = hv_workspace_get_roster (self->workspace);
  const HvAssignment *duty = hv_person_file_find_last (self->file, roster, hv_workspace_get_now (self->workspace));
  g_autofree char *words = duty == NULL ? NULL : format_duty (self, duty);
  /* TRANSLATORS: when and where somebody was on duty last */
  g_autofree char *text =
      duty == NULL ? g_strdup (_ ("Last: not yet on duty")) : g_strdup_printf (_ ("Last: %s"), words);
  gtk_label_set_text (self->last, text);
}

static void
show_hours (HvLoadCard *self)
{
  const HvRoster *roster = hv_workspace_get_roster (self->workspace);
  int year = hv_day_get_year (hv_workspace_get_today (self->workspace));
  HvDay from = hv_day_from_ymd (year, 1, 1);
  HvDay to = hv_day_from_ymd (year + 1, 1, 1);
  gint64 minutes = hv_person_file_sum_minutes (self->file, roster, from, to, find_zone, self->workspace);
  int n = hv_person_file_count (self->file, roster, from, to);
  g_autofree char *hours = hv_format_decimal (minutes / 60.0, minutes % 60 == 0 ? 0 : 1, hv_text_get_own_language ());
  /* TRANSLATORS: %1$s hours in %2$d duties in the year %3$d */
  g_autofree char *text = g_strdup_printf (
      hv_own_ntext ("%1$s hours in %2$d shift in %3$d", "%1$s hours in %2$d shifts in %3$d", (gulong)n), hours, n,
      year);
  gtk_label_set_text (self->hours, text);
}

static void
show_file (HvLoadCard *self)
{
  show_next (self);
  show_last (self);
  show_hours (self);
}

/* An answer for a question that has been put aside is for nobody. */
typedef struct
{
  HvLoadCard *card;        /* weak */
  GCancellable *cancelled; /* owned */
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_weak_pointer (&asked->card);
  g_object_unref (asked->cancelled);
  g_free (asked);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvPersonFile) file = hv_workspace_ask_finish (HV_WORKSPACE (source), result, &error);
  HvLoadCard *self = asked->card;
  if (self != NULL && !g_cancellable_is_cancelled (asked->cancelled))
    {
      if (file == NULL)
        gtk_label_set_text (self->hours, error->message);
      else
        {
          g_clear_pointer (&self->file, hv_person_file_free);
          self->file = g_steal_pointer (&file);
          show_file (self);
        }
    }
  asked_free (asked);
}

static void
ask (HvLoadCard *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  Asked *asked = g_new0 (Asked, 1);
  g_set_weak_pointer (&asked->card, self);
  asked->cancelled = g_object_ref (self->asking);
  hv_workspace_ask_async (self->workspace, hv_person_file_ask, g_memdup2 (&self->volunteer, sizeof self->volunteer),
                          g_free, (GDestroyNotify)hv_person_file_free, answered_cb, asked);
}

void
hv_load_card_show (HvLoadCard *self, HvWorkspace *workspace, HvId volunteer)
{
  g_return_if_fail (HV_IS_LOAD_CARD (self));
  bool same = self->volunteer == volunteer;
  g_set_object (&self->workspace, workspace);
  self->volunteer = volunteer;
  if (!same)
    {
      g_clear_pointer (&self->file, hv_person_file_free);
      gtk_label_set_text (self->next, "");
      gtk_label_set_text (self->last, "");
      gtk_label_set_text (self->hours, "");
    }
  show_bars (self);
  ask (self);
}

/* --- life --- */

static void
hv_load_card_dispose (GObject *object)
{
  HvLoadCard *self = HV_LOAD_CARD (object);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->file, hv_person_file_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_load_card_parent_class)->dispose (object);
}

static void
hv_load_card_class_init (HvLoadCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_load_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
make_line (void)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (label), "hv-secondary");
  return label;
}

static GtkWidget *
make_heading (HvLoadCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (_ ("Shifts per week"));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE);
  self->sum = make_line ();
  gtk_widget_set_valign (GTK_WIDGET (self->sum), GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->sum));
  return line;
}

static void
hv_load_card_init (HvLoadCard *self)
{
  self->volunteer = HV_NONE;
  self->chart = HV_BAR_CHART (hv_bar_chart_new ());
  self->next = make_line ();
  self->last = make_line ();
  self->hours = make_line ();

  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hv-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->last));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->hours));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), make_heading (self));
  gtk_box_append (GTK_BOX (self->box), card);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
