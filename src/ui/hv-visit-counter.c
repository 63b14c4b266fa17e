/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-counter.h"

#include "hv-bar-chart.h"
#include "hv-counting.h"
#include "hv-expectation.h"
#include "hv-format.h"
#include "hv-ui-text.h"

#include <math.h>

#define MOST_SLOTS 48

struct _HvVisitCounter
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *house;
  GtkWidget *day;
  GtkWidget *number;
  GtkWidget *explanation;
  GtkWidget *more;
  GtkWidget *fewer;
  GtkWidget *bars;
  GtkWidget *left;
  GtkWidget *wait;
  GtkWidget *note;
  GtkWidget *question;
  GtkWidget *question_text;

  HvWindow *window; /* lent */
  GPtrArray *days;  /* HvOpening choices, owned references */
  HvId chosen_house;
  HvId opening;
  gint64 count; /* as shown; may be ahead of what is saved */
  int slots[MOST_SLOTS];
  int n_slots;
  bool has_slots;
  bool dirty;   /* shown, but not sent */
  bool sending; /* sent, not answered */
  bool filling;
};

G_DEFINE_FINAL_TYPE (HvVisitCounter, hv_visit_counter, GTK_TYPE_WIDGET)

enum
{
  HOUSE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HvWorkspace *
get_workspace (HvVisitCounter *self)
{
  return hv_window_get_workspace (self->window);
}

static const HvRoster *
get_roster (HvVisitCounter *self)
{
  return hv_workspace_get_roster (get_workspace (self));
}

static const HvOpening *
get_opening (HvVisitCounter *self)
{
  return hv_roster_find_opening (get_roster (self), self->opening);
}

HvId
hv_visit_counter_get_house (HvVisitCounter *self)
{
  g_return_val_if_fail (HV_IS_VISIT_COUNTER (self), HV_NONE);
  return self->chosen_house;
}

/* --- saving --- */

static void send_count (HvVisitCounter *self);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HvVisitCounter) self = data;
  g_autoptr (GError) error = NULL;
  self->sending = false;
  if (!hv_workspace_finish (HV_WORKSPACE (source), result, NULL, &error))
    {
      hv_window_say (self->window, error->message, false);
      hv_visit_counter_show (self);
      return;
    }
  if (self->dirty)
    send_count (self);
}

static char *
join_slots (HvVisitCounter *self)
{
  if (!self->has_slots)
    return NULL;
  GString *text = g_string_new (NULL);
  for (int i = 0; i < self->n_slots; i++)
    g_string_append_printf (text, "%s%d", i == 0 ? "" : " ", self->slots[i]);
  return g_string_free (text, FALSE);
}

static void
save (HvVisitCounter *self, const HvCountFacts *facts)
{
  const HvOpening *opening = get_opening (self);
  g_autoptr (GError) error = NULL;
  if (opening == NULL)
    return;
  const HvHouse *house = hv_roster_find_house (get_roster (self), opening->house);
  HvEdit *edit = hv_counting_record (get_roster (self), house, hv_opening_get_day (opening),
                                     hv_minute_get_of_day (opening->starts), facts, hv_text_get_own_language (),
                                     hv_store_new_edit_source (), &error);
  if (edit == NULL)
    {
      hv_window_say (self->window, error->message, false);
      return;
    }
  self->sending = true;
  hv_workspace_commit_async (get_workspace (self), edit, saved_cb, g_object_ref (self));
}

static void
send_count (HvVisitCounter *self)
{
  if (self->sending)
    {
      self->dirty = true;
      return;
    }
  self->dirty = false;
  g_autofree char *slots = join_slots (self);
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.count = self->count;
  facts.slots = slots;
  save (self, &facts);
}

/* --- counting --- */

static void
show_number (HvVisitCounter *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->count);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_widget_set_sensitive (self->fewer, self->count > 0);
}

static void
show_bars (HvVisitCounter *self)
{
  const HvOpening *opening = get_opening (self);
  HvBar bars[MOST_SLOTS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_visible (self->bars, self->has_slots && opening != NULL);
  if (!self->has_slots || opening == NULL)
    return;
  for (int i = 0; i < self->n_slots; i++)
    {
      char *number = g_strdup_printf ("%d", self->slots[i]);
      char *label = hv_format_clock (hv_minute_get_of_day (opening->starts + 30 * i), hv_text_get_own_language ());
      g_ptr_array_add (texts, number);
      g_ptr_array_add (texts, label);
      bars[i] = (HvBar){ self->slots[i], number, label, HV_BAR_SOLID };
    }
  hv_bar_chart_set_bars (HV_BAR_CHART (self->bars), bars, (gsize)self->n_slots, 5, _ ("Visits per half hour"));
}

/* The half hour that it is now, when the opening is on; else none is known. */
static int
find_slot_now (HvVisitCounter *self)
{
  const HvOpening *opening = get_opening (self);
  HvMinute now = hv_workspace_get_now (get_workspace (self));
  if (opening == NULL || now < opening->starts - 30 || now >= opening->ends + 60)
    return -1;
  return CLAMP ((int)((now - opening->starts) / 30), 0, self->n_slots - 1);
}

static void
count_by (HvVisitCounter *self, int step)
{
  if (get_opening (self) == NULL || self->count + step < 0)
    return;
  int slot = find_slot_now (self);
  self->count += step;
  if (slot >= 0 && self->slots[slot] + step >= 0)
    {
      self->slots[slot] += step;
      self->has_slots = true;
    }
  /* Half hours can never add up to more than the whole. */
  for (int i = self->n_slots - 1, sum = 0; i >= 0; i--)
    {
      sum += self->slots[i];
      if (sum > self->count)
        {
          self->slots[i] -= (int)(sum - self->count);
          sum = (int)self->count;
        }
    }
  show_number (self);
  show_bars (self);
  send_count (self);
}

static void
more_clicked_cb (HvVisitCounter *self)
{
  count_by (self, 1);
}

static void
fewer_clicked_cb (HvVisitCounter *self)
{
  count_by (self, -1);
}

static void
count_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  count_by (HV_VISIT_COUNTER (widget), g_variant_get_int32 (parameter));
}

/* --- the other facts --- */

static void
left_changed_cb (GtkSpinButton *spin, HvVisitCounter *self)
{
  if (self->filling)
    return;
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.left = gtk_spin_button_get_value_as_int (spin);
  facts.count = self->count;
  save (self, &facts);
}

static void
wait_changed_cb (GtkSpinButton *spin, HvVisitCounter *self)
{
  if (self->filling)
    return;
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.wait = llround (gtk_spin_button_get_value (spin) * HV_MICRO);
  facts.count = self->count;
  save (self, &facts);
}

static void
note_applied_cb (AdwEntryRow *row, HvVisitCounter *self)
{
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.note = gtk_editable_get_text (GTK_EDITABLE (row));
  facts.count = self->count;
  save (self, &facts);
}

static void
answer (HvVisitCounter *self, bool special)
{
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.special = special;
  facts.count = self->count;
  save (self, &facts);
}

static void
special_clicked_cb (HvVisitCounter *self)
{
  answer (self, true);
}

static void
usual_clicked_cb (HvVisitCounter *self)
{
  answer (self, false);
}

/* --- what is shown --- */

static void
read_slots (HvVisitCounter *self, const HvOpening *opening, const HvVisit *visit)
{
  self->n_slots = (int)CLAMP ((opening->ends - opening->starts + 29) / 30, 1, MOST_SLOTS);
  self->has_slots = visit != NULL && visit->slots != NULL;
  const char *at = self->has_slots ? visit->slots : "";
  for (int i = 0; i < MOST_SLOTS; i++)
    {
      char *end;
      self->slots[i] = (int)g_ascii_strtoll (at, &end, 10);
      at = end;
    }
}

static void
show_question (HvVisitCounter *self, const HvOpening *opening, const HvVisit *visit)
{
  g_autofree char *question =
      visit == NULL || visit->special != HV_NONE
          ? NULL
          : hv_counting_ask (get_roster (self), opening, visit->count, hv_text_get_own_language ());
  gtk_widget_set_visible (self->question, question != NULL);
  if (question != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("%s Was it a special week?"), question);
      gtk_label_set_text (GTK_LABEL (self->question_text), text);
    }
}

static void
show_opening (HvVisitCounter *self)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvOpening *opening = get_opening (self);
  gtk_widget_set_sensitive (self->more, opening != NULL);
  if (opening == NULL)
    {
      self->count = 0;
      self->has_slots = false;
      gtk_label_set_text (GTK_LABEL (self->number), "–");
      gtk_label_set_text (GTK_LABEL (self->explanation), _ ("No opening to count for"));
      gtk_widget_set_visible (self->bars, FALSE);
      gtk_widget_set_visible (self->question, FALSE);
      return;
    }
  const HvVisit *visit = hv_roster_find_visit (get_roster (self), opening->r.id);
  if (!self->sending && !self->dirty)
    {
      self->count = visit == NULL ? 0 : visit->count;
      read_slots (self, opening, visit);
    }
  self->filling = true;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->left), visit == NULL || visit->left == HV_NONE ? 0 : visit->left);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->wait),
                             visit == NULL || visit->wait == HV_NONE ? 0 : (double)visit->wait / HV_MICRO);
  if (gtk_widget_get_focus_child (self->note) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->note), visit == NULL || visit->note == NULL ? "" : visit->note);
  self->filling = false;

  HvExpectedVisits expected = hv_expectation_find (get_roster (self), opening);
  g_autofree char *week = hv_format_week (hv_week_of_day (hv_opening_get_day (opening)),
                                          hv_day_get_year (hv_opening_get_day (opening)), language);
  g_autofree char *text = expected.visits.known ? g_strdup_printf (_ ("visits that day\n%s · expected %d"), week,
                                                                   (int)lround (expected.visits.mean))
                                                : g_strdup_printf (_ ("visits that day\n%s"), week);
  gtk_label_set_text (GTK_LABEL (self->explanation), text);
  show_number (self);
  show_bars (self);
  show_question (self, opening, visit);
}

/* People count when the day is over: the latest one so far, else the first to come. */
static bool
is_likelier (HvVisitCounter *self, const HvOpening *opening, const HvOpening *than)
{
  HvDay today = hv_workspace_get_today (get_workspace (self));
  HvDay day = hv_opening_get_day (opening), other = hv_opening_get_day (than);
  if ((day <= today) != (other <= today))
    return day <= today;
  return day <= today ? day > other : day < other;
}

static void
fill_days (HvVisitCounter *self)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *openings = hv_roster_list_of (get_roster (self), HV_KIND_OPENING, HV_KIND_HOUSE, self->chosen_house);
  const HvOpening *likeliest = NULL;
  guint chosen = 0;
  g_ptr_array_set_size (self->days, 0);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed != NULL)
        continue;
      if (likeliest == NULL || is_likelier (self, opening, likeliest))
        likeliest = opening;
    }
  if (hv_roster_find_opening (get_roster (self), self->opening) == NULL
      || hv_roster_find_opening (get_roster (self), self->opening)->house != self->chosen_house)
    self->opening = likeliest == NULL ? HV_NONE : likeliest->r.id;
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed != NULL)
        continue;
      g_autofree char *day = hv_format_day (hv_opening_get_day (opening), language);
      gtk_string_list_append (names, day);
      if (opening->r.id == self->opening)
        chosen = self->days->len;
      g_ptr_array_add (self->days, hv_record_ref (opening));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->day), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->day), chosen);
}

static void
fill_houses (HvVisitCounter *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  guint chosen = 0;
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = g_ptr_array_index (houses, i);
      gtk_string_list_append (names, house->name);
      if (house->r.id == self->chosen_house)
        chosen = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->house), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->house), chosen);
  self->chosen_house = houses->len == 0 ? HV_NONE : ((const HvHouse *)g_ptr_array_index (houses, chosen))->r.id;
}

void
hv_visit_counter_show (HvVisitCounter *self)
{
  g_return_if_fail (HV_IS_VISIT_COUNTER (self));
  self->filling = true;
  fill_houses (self);
  fill_days (self);
  self->filling = false;
  show_opening (self);
}

static void
house_chosen_cb (HvVisitCounter *self)
{
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->house));
  if (self->filling || chosen >= houses->len)
    return;
  self->chosen_house = ((const HvHouse *)g_ptr_array_index (houses, chosen))->r.id;
  self->opening = HV_NONE;
  hv_visit_counter_show (self);
  g_signal_emit (self, signals[HOUSE_CHOSEN], 0);
}

static void
day_chosen_cb (HvVisitCounter *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->day));
  if (self->filling || chosen >= self->days->len)
    return;
  self->opening = ((const HvOpening *)g_ptr_array_index (self->days, chosen))->r.id;
  show_opening (self);
}

/* --- building --- */

static void
name (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
make_choices (HvVisitCounter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->house = gtk_drop_down_new (NULL, NULL);
  self->day = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_hexpand (self->house, TRUE);
  name (self->house, _ ("House"));
  name (self->day, _ ("Date"));
  g_signal_connect_swapped (self->house, "notify::selected", G_CALLBACK (house_chosen_cb), self);
  g_signal_connect_swapped (self->day, "notify::selected", G_CALLBACK (day_chosen_cb), self);
  gtk_box_append (GTK_BOX (box), self->house);
  gtk_box_append (GTK_BOX (box), self->day);
  return box;
}

static GtkWidget *
make_number (HvVisitCounter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "css-classes",
                               (const char *[]){ "hv-count", "hv-numeric", NULL }, NULL);
  self->explanation = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "width-chars", 14, NULL);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), self->explanation);
  return box;
}

static GtkWidget *
make_buttons (HvVisitCounter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *content =
      g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label", _ ("One Visit More"), NULL);
  self->more = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->more), content);
  gtk_widget_set_hexpand (self->more, TRUE);
  gtk_widget_set_size_request (self->more, -1, 92);
  gtk_widget_add_css_class (self->more, "suggested-action");
  gtk_widget_add_css_class (self->more, "hv-large");
  name (self->more, _ ("One visit more"));
  self->fewer = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_set_size_request (self->fewer, 74, 92);
  gtk_widget_set_tooltip_text (self->fewer, _ ("One Visit Fewer"));
  name (self->fewer, _ ("One visit fewer"));
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  g_signal_connect_swapped (self->fewer, "clicked", G_CALLBACK (fewer_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_box_append (GTK_BOX (box), self->fewer);
  return box;
}

static GtkWidget *
make_keys (void)
{
  g_autofree char *space = gtk_accelerator_get_label (GDK_KEY_space, 0);
  g_autofree char *back = gtk_accelerator_get_label (GDK_KEY_BackSpace, 0);
  /* TRANSLATORS: names of two keys: Space, Backspace */
  g_autofree char *text = g_strdup_printf (_ ("%s one more · %s one fewer"), space, back);
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "css-classes",
                       (const char *[]){ "hv-secondary", NULL }, NULL);
}

static GtkWidget *
make_question (HvVisitCounter *self)
{
  self->question = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->question, "hv-note");
  self->question_text = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *special = gtk_button_new_with_label (_ ("Yes, special"));
  GtkWidget *usual = gtk_button_new_with_label (_ ("No, as usual"));
  g_signal_connect_swapped (special, "clicked", G_CALLBACK (special_clicked_cb), self);
  g_signal_connect_swapped (usual, "clicked", G_CALLBACK (usual_clicked_cb), self);
  gtk_box_append (GTK_BOX (buttons), special);
  gtk_box_append (GTK_BOX (buttons), usual);
  gtk_box_append (GTK_BOX (self->question), self->question_text);
  gtk_box_append (GTK_BOX (self->question), buttons);
  return self->question;
}

static GtkWidget *
add_spin (GtkWidget *group, const char *title, const char *subtitle, double most)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  name (spin, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return spin;
}

static GtkWidget *
make_facts (HvVisitCounter *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  self->left = add_spin (group, _ ("Left without help"), _ ("Counted at closing"), 1000);
  self->wait = add_spin (group, _ ("Waiting as you saw it"), _ ("Minutes"), 600);
  self->note = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _ ("Note of the day"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->note), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->note);
  g_signal_connect (self->left, "value-changed", G_CALLBACK (left_changed_cb), self);
  g_signal_connect (self->wait, "value-changed", G_CALLBACK (wait_changed_cb), self);
  g_signal_connect (self->note, "apply", G_CALLBACK (note_applied_cb), self);
  return group;
}

static void
hv_visit_counter_dispose (GObject *object)
{
  g_clear_pointer (&HV_VISIT_COUNTER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_visit_counter_parent_class)->dispose (object);
}

static void
hv_visit_counter_finalize (GObject *object)
{
  g_ptr_array_unref (HV_VISIT_COUNTER (object)->days);
  G_OBJECT_CLASS (hv_visit_counter_parent_class)->finalize (object);
}

/* Whoever comes here comes to count. */
static gboolean
hv_visit_counter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HV_VISIT_COUNTER (widget)->more);
}

static void
hv_visit_counter_class_init (HvVisitCounterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_visit_counter_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_visit_counter_finalize;
  widget_class->grab_focus = hv_visit_counter_grab_focus;
  signals[HOUSE_CHOSEN] =
      g_signal_new ("house-chosen", HV_TYPE_VISIT_COUNTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "counter.by", "i", count_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "counter.by", "i", -1);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hv_visit_counter_init (HvVisitCounter *self)
{
  self->chosen_house = HV_NONE;
  self->opening = HV_NONE;
  self->days = g_ptr_array_new_with_free_func (hv_record_unref);
}

GtkWidget *
hv_visit_counter_new (HvWindow *window)
{
  HvVisitCounter *self = g_object_new (HV_TYPE_VISIT_COUNTER, NULL);
  self->window = window;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hv-padded");
  self->bars = hv_bar_chart_new ();
  gtk_box_append (GTK_BOX (card), make_choices (self));
  gtk_box_append (GTK_BOX (card), make_number (self));
  gtk_box_append (GTK_BOX (card), make_buttons (self));
  gtk_box_append (GTK_BOX (card), make_keys ());
  gtk_box_append (GTK_BOX (card), self->bars);
  gtk_box_append (GTK_BOX (card), make_question (self));
  gtk_box_append (GTK_BOX (self->box), card);
  gtk_box_append (GTK_BOX (self->box), make_facts (self));
  return GTK_WIDGET (self);
}
