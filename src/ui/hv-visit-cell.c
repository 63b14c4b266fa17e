/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-cell.h"

#include "hv-counting.h"
#include "hv-error.h"
#include "hv-store.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

#include <math.h>
#include <string.h>

#define MOST_VISITS 100000

struct _HvVisitCell
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkLabel *label; /* instead of it */

  HvVisitWeek visits;
  bool past;     /* a count; else an expectation */
  char *shown;   /* owned: what the data says */
  char *mistake; /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (HvVisitCell, hv_visit_cell, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The number of a week with several openings is their sum: each is counted on its day. */
static bool
is_typed (const HvVisitWeek *visits)
{
  return visits->open && visits->n_openings == 1;
}

const char *
hv_visit_cell_get_text (HvVisitCell *self)
{
  g_return_val_if_fail (HV_IS_VISIT_CELL (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

bool
hv_visit_cell_is_open (HvVisitCell *self)
{
  g_return_val_if_fail (HV_IS_VISIT_CELL (self), false);
  return is_typed (&self->visits);
}

const char *
hv_visit_cell_get_mistake (HvVisitCell *self)
{
  g_return_val_if_fail (HV_IS_VISIT_CELL (self), NULL);
  return self->mistake;
}

/* --- what was typed --- */

/* "53", "53 (31–77)" as it is shown, or nothing. */
static bool
parse_number (const char *text, gint64 *ret_number, GError **error)
{
  g_autofree char *clean = g_strdup (text);
  char *bracket = strchr (clean, '(');
  if (bracket != NULL && bracket != clean)
    *bracket = '\0';
  g_strstrip (clean);
  gint64 number = HV_NONE;
  if (clean[0] != '\0' && !g_ascii_string_to_signed (clean, 10, 0, MOST_VISITS, &number, NULL))
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   /* TRANSLATORS: %s is what somebody typed, in quotation marks */
                   _ ("%s is no number of visits. Write a whole number, such as 53."), quoted);
      return false;
    }
  *ret_number = number;
  return true;
}

static void
check (HvVisitCell *self)
{
  g_autoptr (GError) error = NULL;
  gint64 number;
  bool fine = parse_number (hv_visit_cell_get_text (self), &number, &error);
  g_free (self->mistake);
  self->mistake = fine ? NULL : g_strdup (error->message);
  hv_style_class_set (self->entry, "error", !fine);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fine ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

void
hv_visit_cell_type (HvVisitCell *self, const char *text)
{
  g_return_if_fail (HV_IS_VISIT_CELL (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static HvEdit *
make_count (HvVisitCell *self, const HvRoster *roster, const HvHouse *house, gint64 number)
{
  const HvOpening *opening = hv_roster_find_opening_on (roster, house->r.id, self->visits.day, HV_NONE);
  const HvVisit *visit = opening == NULL ? NULL : hv_roster_find_visit (roster, opening->r.id);
  if (number == HV_NONE)
    return visit == NULL ? NULL : hv_counting_clear (visit, hv_store_new_edit_source ());
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.count = number;
  return hv_counting_record (roster, house, self->visits.day, HV_NONE, &facts, hv_text_get_own_language (),
                             hv_store_new_edit_source (), NULL);
}

HvEdit *
hv_visit_cell_make_edit (HvVisitCell *self, const HvRoster *roster)
{
  g_return_val_if_fail (HV_IS_VISIT_CELL (self), NULL);
  const HvHouse *house = hv_roster_find_house (roster, self->visits.house);
  gint64 number;
  if (house == NULL || !is_typed (&self->visits) || g_strcmp0 (hv_visit_cell_get_text (self), self->shown) == 0
      || !parse_number (hv_visit_cell_get_text (self), &number, NULL))
    return NULL;
  if (self->past)
    return make_count (self, roster, house, number);
  return hv_counting_expect (roster, house, self->visits.day, HV_NONE, number, hv_store_new_edit_source (), NULL);
}

/* --- what is shown --- */

static char *
format_visits (const HvVisitWeek *visits)
{
  if (visits->counted != HV_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, visits->counted);
  if (!visits->open || !visits->expected.visits.known)
    return g_strdup ("");
  return g_strdup_printf ("%d (%d–%d)", (int)lround (visits->mean), visits->low, visits->high);
}

/* In a week that has been an expectation is only a hint: it must not be taken for a count. */
static void
show_text (HvVisitCell *self, bool same)
{
  g_autofree char *text = format_visits (&self->visits);
  bool hint = self->past && self->visits.counted == HV_NONE;
  const char *now = hint ? "" : text;
  bool typing = same && g_strcmp0 (hv_visit_cell_get_text (self), self->shown) != 0;
  g_free (self->shown);
  self->shown = g_strdup (now);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint ? text : NULL);
  if (!typing)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), now);
}

static void
show_label (HvVisitCell *self)
{
  g_autofree char *number = format_visits (&self->visits);
  const char *text = number[0] != '\0' ? number : self->visits.closed ? _ ("Closed") : "–";
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label),
                               self->visits.open ? _ ("It opens several times that week: count each day.") : NULL);
}

void
hv_visit_cell_show (HvVisitCell *self, const HvVisitWeek *visits, HvDay today, const char *said)
{
  g_return_if_fail (HV_IS_VISIT_CELL (self));
  bool same = self->visits.house == visits->house && hv_week_compare (self->visits.week, visits->week) == 0;
  self->visits = *visits;
  self->past = visits->day <= today;
  gtk_widget_set_visible (self->entry, is_typed (visits));
  gtk_widget_set_visible (GTK_WIDGET (self->label), !is_typed (visits));
  show_label (self);
  show_text (self, same);
  hv_style_class_set (self->entry, "hv-link", !self->past);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* --- life --- */

static void
changed_cb (HvVisitCell *self)
{
  check (self);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
activated_cb (HvVisitCell *self)
{
  g_signal_emit (self, signals[ENTERED], 0, TRUE);
}

static void
left_cb (HvVisitCell *self)
{
  g_signal_emit (self, signals[ENTERED], 0, FALSE);
}

static gboolean
hv_visit_cell_grab_focus (GtkWidget *widget)
{
  HvVisitCell *self = HV_VISIT_CELL (widget);
  return is_typed (&self->visits) && gtk_widget_grab_focus (self->entry);
}

static void
hv_visit_cell_dispose (GObject *object)
{
  HvVisitCell *self = HV_VISIT_CELL (object);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (hv_visit_cell_parent_class)->dispose (object);
}

static void
hv_visit_cell_finalize (GObject *object)
{
  g_free (HV_VISIT_CELL (object)->shown);
  g_free (HV_VISIT_CELL (object)->mistake);
  G_OBJECT_CLASS (hv_visit_cell_parent_class)->finalize (object);
}

static void
hv_visit_cell_class_init (HvVisitCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_visit_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_visit_cell_finalize;
  widget_class->grab_focus = hv_visit_cell_grab_focus;
  signals[TYPED] = g_signal_new ("typed", HV_TYPE_VISIT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", HV_TYPE_VISIT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hv_visit_cell_init (HvVisitCell *self)
{
  self->visits.house = HV_NONE;
  self->entry = g_object_new (GTK_TYPE_ENTRY, "xalign", 1.0f, "width-chars", 9, "max-width-chars", 11, "css-classes",
                              (const char *[]){ "hv-numeric", "hv-cell", NULL }, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, "css-classes",
                              (const char *[]){ "hv-secondary", "hv-cell", NULL }, NULL);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
hv_visit_cell_new (void)
{
  return g_object_new (HV_TYPE_VISIT_CELL, NULL);
}
