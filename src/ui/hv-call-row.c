/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-call-row.h"

#include "hv-beside-layout.h"
#include "hv-full-text.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

struct _HvCallRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkLabel *number;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *phone;
  GtkWidget *copy;
  GtkLabel *why;
  GtkWidget *answers;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *no_answer;

  HvId volunteer;
  HvAnswer answer;
  bool showing; /* the buttons follow the record, not a hand */
};

G_DEFINE_FINAL_TYPE (HvCallRow, hv_call_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

HvId
hv_call_row_get_volunteer (HvCallRow *self)
{
  g_return_val_if_fail (HV_IS_CALL_ROW (self), HV_NONE);
  return self->volunteer;
}

HvAnswer
hv_call_row_get_answer (HvCallRow *self)
{
  g_return_val_if_fail (HV_IS_CALL_ROW (self), HV_ANSWER_NONE);
  return self->answer;
}

static HvAnswer
get_pressed (HvCallRow *self)
{
  if (gtk_toggle_button_get_active (self->yes))
    return HV_ANSWER_YES;
  if (gtk_toggle_button_get_active (self->no))
    return HV_ANSWER_NO;
  return gtk_toggle_button_get_active (self->no_answer) ? HV_ANSWER_NO_ANSWER : HV_ANSWER_NONE;
}

static void
toggled_cb (HvCallRow *self, GtkToggleButton *button)
{
  if (!self->showing && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[ANSWERED], 0, (int)get_pressed (self));
}

static void
copy_cb (HvCallRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->phone));
}

/* --- showing --- */

static void
show_answer (HvCallRow *self, HvAnswer answer)
{
  self->answer = answer;
  self->showing = true;
  gtk_toggle_button_set_active (self->yes, answer == HV_ANSWER_YES);
  gtk_toggle_button_set_active (self->no, answer == HV_ANSWER_NO);
  gtk_toggle_button_set_active (self->no_answer, answer == HV_ANSWER_NO_ANSWER);
  self->showing = false;
}

void
hv_call_row_reset (HvCallRow *self)
{
  g_return_if_fail (HV_IS_CALL_ROW (self));
  show_answer (self, self->answer);
}

static void
show_phone (HvCallRow *self, const char *phone)
{
  bool has_phone = phone != NULL && phone[0] != '\0';
  gtk_label_set_text (self->phone, has_phone ? phone : _ ("no phone number"));
  gtk_label_set_selectable (self->phone, has_phone);
  gtk_widget_set_visible (self->copy, has_phone);
  hv_style_class_set (GTK_WIDGET (self->phone), "hv-secondary", !has_phone);
}

/* What speaks for them, and what speaks against it: whoever was rung before may have
 * become unable meanwhile. */
static char *
format_why (const HvCandidate *candidate, const HvRoster *roster)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_auto (GStrv) reasons = NULL;
  if (hv_candidate_get_excluded (candidate) == NULL)
    reasons = hv_candidate_list_reasons (candidate, language);
  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    g_strv_builder_add (facts, reasons[i]);
  for (guint i = 0; i < candidate->obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (candidate->obstacles, HvObstacle, i);
      g_autofree char *words = hv_obstacle_format (obstacle, roster, language);
      g_strv_builder_add (facts, words);
    }
  g_auto (GStrv) all = g_strv_builder_end (facts);
  return g_strjoinv (" · ", all);
}

void
hv_call_row_show (HvCallRow *self, const HvCallLine *line, guint number, const HvRoster *roster)
{
  g_return_if_fail (HV_IS_CALL_ROW (self));
  const HvVolunteer *volunteer = line->candidate->volunteer;
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *why = format_why (line->candidate, roster);
  self->volunteer = volunteer->r.id;
  gtk_label_set_text (self->number, number_text);
  adw_avatar_set_text (self->avatar, volunteer->name);
  gtk_label_set_text (self->name, volunteer->name);
  gtk_label_set_text (self->why, why);
  show_phone (self, volunteer->phone);
  show_answer (self, line->answer);

  /* TRANSLATORS: read aloud; number in the order, volunteer, what speaks for and against them */
  g_autofree char *said = g_strdup_printf (_ ("%u. %s: %s."), number, volunteer->name, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  /* TRANSLATORS: read aloud before the answers; %s is a volunteer */
  g_autofree char *answer_of = g_strdup_printf (_ ("Answer of %s"), volunteer->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers), GTK_ACCESSIBLE_PROPERTY_LABEL, answer_of, -1);
}

/* --- life --- */

static void
hv_call_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_CALL_ROW);
  G_OBJECT_CLASS (hv_call_row_parent_class)->dispose (object);
}

static void
hv_call_row_class_init (HvCallRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_call_row_dispose;
  signals[ANSWERED] =
      g_signal_new ("answered", HV_TYPE_CALL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (HV_TYPE_BESIDE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-call-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, number);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, name);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, phone);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, copy);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, why);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, answers);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, yes);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, no);
  gtk_widget_class_bind_template_child (widget_class, HvCallRow, no_answer);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
hv_call_row_init (HvCallRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hv_full_text_offer (self->name);
}

GtkWidget *
hv_call_row_new (void)
{
  return g_object_new (HV_TYPE_CALL_ROW, NULL);
}
