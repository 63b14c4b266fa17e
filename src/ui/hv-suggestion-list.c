/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-suggestion-list.h"

#include "hv-candidate.h"
#include "hv-ui-text.h"

#include <adwaita.h>

#define MOST_SHIFTS 3
#define MOST_PEOPLE 3 /* of each */

struct _HvSuggestionList
{
  GtkWidget parent_instance;

  GtkWidget *box;        /* child */
  HvId opening;          /* whose suggestions are shown */
  GCancellable *looking; /* owned; NULL when nothing is under way */
};

G_DEFINE_FINAL_TYPE (HvSuggestionList, hv_suggestion_list, GTK_TYPE_WIDGET)

/* --- looking, in a thread --- */

typedef struct
{
  HvId volunteer;
  char *name;
  char *reasons;  /* a line each */
  char *warnings; /* a line each, or NULL */
} Suggestion;

/* A shift with empty places. */
typedef struct
{
  HvId shift;
  int places;
  char *role;
  GPtrArray *people; /* Suggestion, best first; filled in by the thread */
} Wanted;

typedef struct
{
  HvRoster *roster;
  GPtrArray *wanted;
  HvLanguage language;
} Search;

static void
suggestion_free (Suggestion *suggestion)
{
  g_free (suggestion->name);
  g_free (suggestion->reasons);
  g_free (suggestion->warnings);
  g_free (suggestion);
}

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->role);
  g_ptr_array_unref (wanted->people);
  g_free (wanted);
}

static void
search_free (Search *search)
{
  hv_roster_unref (search->roster);
  g_ptr_array_unref (search->wanted);
  g_free (search);
}

static char *
join_warnings (const HvCandidate *candidate, const HvRoster *roster, HvLanguage language)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < candidate->obstacles->len; i++)
    g_ptr_array_add (warnings,
                     hv_obstacle_format (&g_array_index (candidate->obstacles, HvObstacle, i), roster, language));
  if (warnings->len == 0)
    return NULL;
  g_ptr_array_add (warnings, NULL);
  return g_strjoinv ("\n", (char **)warnings->pdata);
}

static Suggestion *
make_suggestion (const HvCandidate *candidate, const HvRoster *roster, HvLanguage language)
{
  g_auto (GStrv) reasons = hv_candidate_list_reasons (candidate, language);
  Suggestion *suggestion = g_new0 (Suggestion, 1);
  suggestion->volunteer = candidate->volunteer->r.id;
  suggestion->name = g_strdup (candidate->volunteer->name);
  suggestion->reasons = g_strjoinv ("\n", reasons);
  suggestion->warnings = join_warnings (candidate, roster, language);
  return suggestion;
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  for (guint i = 0; i < search->wanted->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Wanted *wanted = g_ptr_array_index (search->wanted, i);
      const HvShift *shift = hv_roster_find_shift (search->roster, wanted->shift);
      g_autoptr (HvRanking) ranking = hv_ranking_new (search->roster, shift, hv_shift_get_span (shift), NULL);
      for (guint j = 0; j < MIN (MOST_PEOPLE, ranking->candidates->len); j++)
        g_ptr_array_add (wanted->people, make_suggestion (g_ptr_array_index (ranking->candidates, j), search->roster,
                                                          search->language));
    }
  g_task_return_boolean (task, TRUE);
}

/* --- showing --- */

static void
clear (HvSuggestionList *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static GtkWidget *
make_line (const char *text, const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "css-classes", (const char *[]){ css_class, NULL }, NULL);
}

static GtkWidget *
make_words (const Suggestion *suggestion)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_line (suggestion->name, "hv-name"));
  gtk_box_append (GTK_BOX (words), make_line (suggestion->reasons, "hv-secondary"));
  if (suggestion->warnings != NULL)
    gtk_box_append (GTK_BOX (words), make_line (suggestion->warnings, "hv-warn"));
  return words;
}

static GtkWidget *
make_button (const Wanted *wanted, const Suggestion *suggestion)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Assign"));
  g_autofree char *said = g_strdup_printf (_ ("Assign %s, %s"), suggestion->name, wanted->role);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", wanted->shift, suggestion->volunteer);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "duty.assign");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return button;
}

static void
append_row (GtkListBox *list, const Wanted *wanted, const Suggestion *suggestion)
{
  GtkWidget *line =
      g_object_new (GTK_TYPE_BOX, "spacing", 12, "css-classes", (const char *[]){ "hv-suggestion", NULL }, NULL);
  GtkWidget *avatar =
      g_object_new (ADW_TYPE_AVATAR, "size", 30, "text", suggestion->name, "show-initials", TRUE, "valign",
                    GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (line), avatar);
  gtk_box_append (GTK_BOX (line), make_words (suggestion));
  gtk_box_append (GTK_BOX (line), make_button (wanted, suggestion));
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, "activatable", FALSE, "focusable", FALSE, NULL);
  g_autofree char *said = g_strdup_printf ("%s: %s", suggestion->name, suggestion->reasons);
  g_strdelimit (said, "\n", ',');
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_list_box_append (list, row);
}

static void
append_wanted (HvSuggestionList *self, const Wanted *wanted)
{
  /* TRANSLATORS: the role stands behind: "Suggestions for 2 places: IT help" */
  g_autofree char *title = g_strdup_printf (
      hv_own_ntext ("Suggestions for %d place: %s", "Suggestions for %d places: %s", (gulong)wanted->places),
      wanted->places, wanted->role);
  GtkWidget *heading = make_line (title, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  if (wanted->people->len == 0)
    {
      gtk_box_append (GTK_BOX (self->box),
                      make_line (_ ("Nobody else can. The list of an empty place says why."), "hv-secondary"));
      return;
    }
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "css-classes",
                                  (const char *[]){ "boxed-list", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < wanted->people->len; i++)
    append_row (GTK_LIST_BOX (list), wanted, g_ptr_array_index (wanted->people, i));
  gtk_box_append (GTK_BOX (self->box), list);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HvSuggestionList *self = HV_SUGGESTION_LIST (source);
  GTask *task = G_TASK (result);
  if (g_task_get_cancellable (task) != self->looking || self->box == NULL)
    return;
  const Search *search = g_task_get_task_data (task);
  bool had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  clear (self);
  for (guint i = 0; i < search->wanted->len; i++)
    append_wanted (self, g_ptr_array_index (search->wanted, i));
  g_clear_object (&self->looking);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  return hv_gap_compare (*(const HvGap *const *)a, *(const HvGap *const *)b);
}

/* The shifts with the most to fill, worst first. */
static GPtrArray *
list_wanted (const HvRoster *roster, const HvOpeningOutlook *outlook)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new ();
  for (guint i = 0; outlook != NULL && i < outlook->gaps->len; i++)
    if (hv_gap_get_places (&g_array_index (outlook->gaps, HvGap, i)) > 0)
      g_ptr_array_add (gaps, &g_array_index (outlook->gaps, HvGap, i));
  g_ptr_array_sort (gaps, compare_gaps);

  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)wanted_free);
  for (guint i = 0; i < MIN (MOST_SHIFTS, gaps->len); i++)
    {
      const HvGap *gap = g_ptr_array_index (gaps, i);
      const HvRole *role = hv_roster_find_role (roster, gap->shift->role);
      Wanted *wanted = g_new0 (Wanted, 1);
      wanted->shift = gap->shift->r.id;
      wanted->places = hv_gap_get_places (gap);
      wanted->role = g_strdup (role == NULL ? "" : role->name);
      wanted->people = g_ptr_array_new_with_free_func ((GDestroyNotify)suggestion_free);
      g_ptr_array_add (all, wanted);
    }
  return all;
}

static void
stop_looking (HvSuggestionList *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

void
hv_suggestion_list_show (HvSuggestionList *self, const HvRoster *roster, const HvOutlook *outlook,
                         const HvOpening *opening)
{
  g_return_if_fail (HV_IS_SUGGESTION_LIST (self));
  GPtrArray *wanted = list_wanted (roster, hv_outlook_find (outlook, opening->r.id));
  stop_looking (self);
  gtk_widget_set_visible (GTK_WIDGET (self), wanted->len > 0);
  if (wanted->len == 0 || self->opening != opening->r.id)
    clear (self);
  self->opening = opening->r.id;
  if (wanted->len == 0)
    {
      g_ptr_array_unref (wanted);
      return;
    }
  Search *search = g_new0 (Search, 1);
  search->roster = hv_roster_ref (roster);
  search->wanted = wanted;
  search->language = hv_text_get_own_language ();
  self->looking = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->looking, found_cb, NULL);
  g_task_set_task_data (task, search, (GDestroyNotify)search_free);
  g_task_run_in_thread (task, look);
}

bool
hv_suggestion_list_is_looking (HvSuggestionList *self)
{
  g_return_val_if_fail (HV_IS_SUGGESTION_LIST (self), false);
  return self->looking != NULL;
}

/* --- life --- */

static void
hv_suggestion_list_dispose (GObject *object)
{
  HvSuggestionList *self = HV_SUGGESTION_LIST (object);
  stop_looking (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_suggestion_list_parent_class)->dispose (object);
}

static void
hv_suggestion_list_class_init (HvSuggestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_suggestion_list_dispose;
  gtk_widget_class_set_css_name (widget_class, "suggestionlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hv_suggestion_list_init (HvSuggestionList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggestions"), -1);
}

GtkWidget *
hv_suggestion_list_new (void)
{
  return g_object_new (HV_TYPE_SUGGESTION_LIST, NULL);
}
