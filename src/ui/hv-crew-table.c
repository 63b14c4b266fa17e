/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-crew-table.h"

#include "hv-format.h"
#include "hv-sentence.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"
#include "hv-wait-bar.h"

#include <math.h>

#define MOST_LINES 6

typedef struct
{
  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *bar;
  GtkWidget *wait;
  GtkWidget *light; /* box of the two below */
  GtkWidget *icon;
  GtkWidget *word;
} Line;

struct _HvCrewTable
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *title;
  GtkWidget *card;
  Line lines[MOST_LINES];
  GtkWidget *target;
};

G_DEFINE_FINAL_TYPE (HvCrewTable, hv_crew_table, GTK_TYPE_WIDGET)

/* --- which numbers --- */

/* From two below what is needed to one above, and the number that is there; all between
 * where that fits. Returns how many. */
static int
choose_numbers (int there, int needed, int *ret_numbers)
{
  int first = MAX (1, needed - 2);
  int last = MAX (first + 3, needed + 1);
  bool near = there >= 1 && MAX (last, there) - MIN (first, there) < MOST_LINES;
  if (near)
    {
      first = MIN (first, there);
      last = MAX (last, there);
    }
  int n = 0;
  if (!near && there >= 1 && there < first)
    ret_numbers[n++] = there;
  for (int number = first; number <= last; number++)
    ret_numbers[n++] = number;
  if (!near && there > last)
    ret_numbers[n++] = there;
  return n;
}

/* --- a line --- */

static const char *
get_light_word (HvLight light)
{
  switch (light)
    {
    case HV_LIGHT_RED:
      return _ ("too few");
    case HV_LIGHT_YELLOW:
      return _ ("tight");
    case HV_LIGHT_GREEN:
      return _ ("enough");
    case HV_LIGHT_GREY:
    default:
      return _ ("no estimate yet");
    }
}

static char *
say_line (const HvCrewMeaning *meaning, const char *wait, bool now)
{
  gulong n = (gulong)meaning->helpers;
  const char *word = get_light_word (meaning->light);
  if (now)
    return g_strdup_printf (
        /* TRANSLATORS: number; "about 45 min"; "too few". Read aloud. */
        hv_own_ntext ("%d helper, as now: waiting %s, %s.", "%d helpers, as now: waiting %s, %s.", n), meaning->helpers,
        wait, word);
  /* TRANSLATORS: number; "about 45 min"; "too few". Read aloud. */
  return g_strdup_printf (hv_own_ntext ("%d helper: waiting %s, %s.", "%d helpers: waiting %s, %s.", n),
                          meaning->helpers, wait, word);
}

static void
show_light (Line *line, HvLight light)
{
  gtk_widget_remove_css_class (line->light, "hv-under");
  gtk_widget_remove_css_class (line->light, "hv-warn");
  gtk_widget_remove_css_class (line->light, "hv-ok");
  gtk_widget_add_css_class (line->light, light == HV_LIGHT_RED      ? "hv-under"
                                         : light == HV_LIGHT_YELLOW ? "hv-warn"
                                                                    : "hv-ok");
  gtk_image_set_from_icon_name (GTK_IMAGE (line->icon),
                                light == HV_LIGHT_GREEN ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_text (GTK_LABEL (line->word), get_light_word (light));
}

static void
show_line (Line *line, const HvCrewMeaning *meaning, double longest, bool now)
{
  g_autofree char *number = g_strdup_printf ("%d", meaning->helpers);
  g_autofree char *wait = hv_sentence_format_wait (meaning->wait_mean, hv_text_get_own_language ());
  g_autofree char *said = say_line (meaning, wait, now);
  gtk_label_set_text (GTK_LABEL (line->number), number);
  gtk_label_set_text (GTK_LABEL (line->wait), wait);
  hv_wait_bar_show (HV_WAIT_BAR (line->bar), longest > 0 ? meaning->wait_mean / longest : 0, meaning->light);
  show_light (line, meaning->light);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->box), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  hv_style_class_set (line->box, "now", now);
}

/* --- the whole --- */

static void
show_target (HvCrewTable *self, const HvRoster *roster, const HvHouse *house)
{
  HvLanguage language = hv_text_get_own_language ();
  double tenths = hv_roster_get_target_share (roster, house) * 10;
  g_autofree char *share = fabs (tenths - round (tenths)) < 0.01
                               ? hv_format_share ((gint64)round (tenths), 10, language)
                               : hv_format_percent (tenths / 10, 0, language);
  g_autofree char *minutes = hv_format_minutes ((gint64)round (hv_roster_get_target_minutes (roster, house)), language);
  /* TRANSLATORS: "8 of 10", "15 min" */
  g_autofree char *text = g_strdup_printf (_ ("Target: %s within %s"), share, minutes);
  gtk_label_set_text (GTK_LABEL (self->target), text);
}

bool
hv_crew_table_show (HvCrewTable *self, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening)
{
  g_return_val_if_fail (HV_IS_CREW_TABLE (self), false);
  const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
  if (found == NULL || !found->figures.waits)
    return false;
  const HvDemandResult *figures = &found->figures;
  int numbers[MOST_LINES];
  int n = choose_numbers (figures->fewest, MAX (1, figures->suggested), numbers);
  bool steady = figures->fewest == figures->most;
  double longest = 0;
  for (int i = 0; i < MOST_LINES; i++)
    {
      HvCrewMeaning meaning;
      bool shown = i < n && hv_outlook_find_meaning (outlook, opening, numbers[i], &meaning);
      gtk_widget_set_visible (self->lines[i].box, shown);
      if (!shown)
        continue;
      longest = MAX (longest, meaning.wait_mean); /* the fewest wait longest, and they come first */
      show_line (&self->lines[i], &meaning, longest, steady && numbers[i] == figures->fewest);
    }
  show_target (self, roster, hv_roster_find_house (roster, opening->house));
  return true;
}

/* --- life --- */

static void
hv_crew_table_dispose (GObject *object)
{
  g_clear_pointer (&HV_CREW_TABLE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_crew_table_parent_class)->dispose (object);
}

static void
hv_crew_table_class_init (HvCrewTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_crew_table_dispose;
  gtk_widget_class_set_css_name (widget_class, "crewtable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
append_label (GtkWidget *box)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_line (HvCrewTable *self, Line *line, GtkSizeGroup *waits, GtkSizeGroup *lights)
{
  line->box = g_object_new (GTK_TYPE_BOX, "spacing", 10, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                            "css-classes", (const char *[]){ "hv-crew-line", NULL }, NULL);
  line->number = append_label (line->box);
  gtk_label_set_width_chars (GTK_LABEL (line->number), 2);
  gtk_label_set_xalign (GTK_LABEL (line->number), 0);
  gtk_widget_add_css_class (line->number, "heading");
  line->bar = hv_wait_bar_new ();
  gtk_widget_set_hexpand (line->bar, TRUE);
  gtk_box_append (GTK_BOX (line->box), line->bar);
  line->wait = append_label (line->box);
  gtk_label_set_xalign (GTK_LABEL (line->wait), 1);
  gtk_size_group_add_widget (waits, line->wait);

  line->light = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (line->box), line->light);
  line->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (line->light), line->icon);
  line->word = append_label (line->light);
  gtk_size_group_add_widget (lights, line->light);
  gtk_box_append (GTK_BOX (self->card), line->box);
}

static void
hv_crew_table_init (HvCrewTable *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Waiting by number on duty"), "xalign", 0.0, "wrap", TRUE,
                              "css-classes", (const char *[]){ "heading", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->title);
  self->card =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                    "css-classes", (const char *[]){ "card", "hv-padded", "hv-numeric", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Waiting by number on duty"), -1);

  g_autoptr (GtkSizeGroup) waits = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) lights = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (int i = 0; i < MOST_LINES; i++)
    add_line (self, &self->lines[i], waits, lights);
  self->target = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-top", 6, "css-classes",
                               (const char *[]){ "hv-secondary", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->card), self->target);
}

GtkWidget *
hv_crew_table_new (void)
{
  return g_object_new (HV_TYPE_CREW_TABLE, NULL);
}
