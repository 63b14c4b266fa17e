/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-option-row.h"

#include "hv-full-text.h"
#include "hv-reason-question.h"

#define N_REASONS 3
#define AVATAR_SIZE 34
#define AVATAR_SIZE_CANNOT 26

struct _HvOptionRow
{
  GtkWidget parent_instance;

  /* template */
  GtkLabel *heading;
  GtkWidget *line;
  GtkLabel *rank;
  AdwAvatar *avatar;
  GtkImage *icon;
  GtkLabel *title;
  GtkWidget *best;
  GtkBox *texts;
  GtkBox *reasons;
  GtkWidget *warnings_box;
  GtkLabel *warnings;
  GtkWidget *against_box;
  GtkImage *against_icon;
  GtkLabel *against;

  GtkWidget *question; /* child; NULL until somebody was asked in this row */

  /* in reasons; NULL until needed */
  GtkWidget *reason_boxes[N_REASONS];
  GtkImage *reason_icons[N_REASONS];
  GtkLabel *reason_labels[N_REASONS];

  /* owned */
  char *anyway;
  HvOption *option;
  gulong asking_handler;
};

G_DEFINE_FINAL_TYPE (HvOptionRow, hv_option_row, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CONFIRMED,
  WITHDRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the question --- */

static void
typed_cb (HvOptionRow *self)
{
  if (self->option != NULL)
    hv_option_set_typed (self->option, hv_reason_question_get_text (HV_REASON_QUESTION (self->question)));
}

static void
confirmed_cb (HvOptionRow *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static void
withdrawn_cb (HvOptionRow *self)
{
  hv_option_set_asking (self->option, false);
  g_signal_emit (self, signals[WITHDRAWN], 0);
}

/* Few lines are ever asked: a line without the entry is much lighter. */
static void
make_question (HvOptionRow *self)
{
  self->question = hv_reason_question_new (self->anyway);
  gtk_widget_set_margin_start (self->question, 10);
  gtk_widget_set_margin_end (self->question, 10);
  gtk_widget_set_margin_bottom (self->question, 8);
  g_signal_connect_swapped (self->question, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->question, "confirmed", G_CALLBACK (confirmed_cb), self);
  g_signal_connect_swapped (self->question, "withdrawn", G_CALLBACK (withdrawn_cb), self);
  gtk_widget_set_parent (self->question, GTK_WIDGET (self));
}

static void
show_question (HvOptionRow *self)
{
  bool asking = hv_option_is_asking (self->option);
  if (asking && self->question == NULL)
    make_question (self);
  if (self->question == NULL)
    return;
  gtk_widget_set_visible (self->question, asking);
  hv_reason_question_set_text (HV_REASON_QUESTION (self->question), hv_option_get_typed (self->option));
}

static void
asking_changed_cb (HvOptionRow *self)
{
  show_question (self);
  if (hv_option_is_asking (self->option))
    gtk_widget_grab_focus (self->question);
}

/* --- the line --- */

static void
add_reason_box (HvOptionRow *self, guint n)
{
  self->reason_boxes[n] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  self->reason_icons[n] =
      g_object_new (GTK_TYPE_IMAGE, "pixel-size", 14, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->reason_labels[n] = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role",
                                         GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (self->reason_boxes[n]), GTK_WIDGET (self->reason_icons[n]));
  gtk_box_append (GTK_BOX (self->reason_boxes[n]), GTK_WIDGET (self->reason_labels[n]));
  gtk_box_append (self->reasons, self->reason_boxes[n]);
}

static void
set_reason_style (GtkWidget *box, bool can)
{
  static const char *const for_can[] = { "hv-ok", "hv-small", NULL };
  static const char *const for_others[] = { "hv-secondary", NULL };
  gtk_widget_set_css_classes (box, (const char **)(can ? for_can : for_others));
}

static void
show_reason (HvOptionRow *self, guint n)
{
  if (self->reason_boxes[n] == NULL)
    add_reason_box (self, n);
  const char *icon_name;
  const char *text = hv_option_get_reason (self->option, n, &icon_name);
  gtk_image_set_from_icon_name (self->reason_icons[n], icon_name);
  gtk_label_set_text (self->reason_labels[n], text);
  set_reason_style (self->reason_boxes[n], g_str_equal (icon_name, "object-select-symbolic"));
}

static void
show_reasons (HvOptionRow *self)
{
  guint n = hv_option_get_n_reasons (self->option);
  for (guint i = 0; i < N_REASONS; i++)
    {
      if (i < n)
        show_reason (self, i);
      if (self->reason_boxes[i] != NULL)
        gtk_widget_set_visible (self->reason_boxes[i], i < n);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), n > 0);
}

static void
show_against (HvOptionRow *self)
{
  const char *icon_name = NULL;
  const char *against = hv_option_get_against (self->option, &icon_name);
  bool never = hv_option_get_kind (self->option) == HV_OPTION_NEVER;
  gtk_widget_set_visible (self->against_box, against != NULL);
  gtk_label_set_text (self->against, against == NULL ? "" : against);
  gtk_image_set_from_icon_name (self->against_icon, icon_name);
  adw_avatar_set_size (self->avatar, against == NULL ? AVATAR_SIZE : AVATAR_SIZE_CANNOT);

  /* The words against it stay readable: only what cannot be had is grey. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->title), !never);
  gtk_widget_set_sensitive (GTK_WIDGET (self->avatar), !never);
  gtk_widget_set_css_classes (GTK_WIDGET (self->title),
                              (const char *[]){ against == NULL ? "heading" : "hv-secondary", NULL });
}

static void
show_line (HvOptionRow *self)
{
  guint rank = hv_option_get_rank (self->option);
  const char *title = hv_option_get_title (self->option);
  g_autofree char *number = rank == 0 ? NULL : g_strdup_printf ("%u", rank);
  gtk_label_set_text (self->rank, number == NULL ? "" : number);
  adw_avatar_set_text (self->avatar, title);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->best, rank == 1);

  const char *warnings = hv_option_get_warnings (self->option);
  gtk_widget_set_visible (self->warnings_box, warnings != NULL);
  gtk_label_set_text (self->warnings, warnings == NULL ? "" : warnings);
  show_reasons (self);
  show_against (self);
}

static void
let_go (HvOptionRow *self)
{
  if (self->option != NULL)
    g_clear_signal_handler (&self->asking_handler, self->option);
  g_clear_object (&self->option);
}

void
hv_option_row_show (HvOptionRow *self, HvOption *option)
{
  g_return_if_fail (HV_IS_OPTION_ROW (self));
  let_go (self);
  if (option == NULL)
    return;

  self->option = g_object_ref (option);
  bool heading = hv_option_get_kind (option) == HV_OPTION_HEADING;
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading);
  gtk_widget_set_visible (self->line, !heading);
  if (heading)
    gtk_label_set_text (self->heading, hv_option_get_title (option));
  else
    show_line (self);
  show_question (self);
  self->asking_handler = g_signal_connect_swapped (option, "notify::asking", G_CALLBACK (asking_changed_cb), self);
}

HvOption *
hv_option_row_get_option (HvOptionRow *self)
{
  g_return_val_if_fail (HV_IS_OPTION_ROW (self), NULL);
  return self->option;
}

static void
line_released_cb (GtkGestureClick *gesture, int n, double x, double y, HvOptionRow *self)
{
  if (!gtk_widget_contains (self->line, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
hv_option_row_dispose (GObject *object)
{
  HvOptionRow *self = HV_OPTION_ROW (object);
  let_go (self);
  g_clear_pointer (&self->question, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_OPTION_ROW);
  G_OBJECT_CLASS (hv_option_row_parent_class)->dispose (object);
}

static void
hv_option_row_finalize (GObject *object)
{
  g_free (HV_OPTION_ROW (object)->anyway);
  G_OBJECT_CLASS (hv_option_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/husvagt/Husvagt/hv-option-row.ui");
  gtk_widget_class_bind_template_child (klass, HvOptionRow, heading);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, line);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, rank);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, avatar);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, icon);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, title);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, best);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, texts);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, reasons);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, warnings_box);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, warnings);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, against_box);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, against_icon);
  gtk_widget_class_bind_template_child (klass, HvOptionRow, against);
}

static void
hv_option_row_class_init (HvOptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_option_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_option_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HV_TYPE_OPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONFIRMED] =
      g_signal_new ("confirmed", HV_TYPE_OPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WITHDRAWN] =
      g_signal_new ("withdrawn", HV_TYPE_OPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "optionrow");
  bind_template (widget_class);
}

static void
hv_option_row_init (HvOptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hv_full_text_offer (self->title);
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (line_released_cb), self);
  gtk_widget_add_controller (self->line, GTK_EVENT_CONTROLLER (click));
}

static void
make_roomy (HvOptionRow *self)
{
  g_object_ref (self->against_box);
  gtk_box_remove (GTK_BOX (self->line), self->against_box);
  gtk_box_append (self->texts, self->against_box);
  g_object_unref (self->against_box);
  gtk_label_set_max_width_chars (self->against, -1);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
}

GtkWidget *
hv_option_row_new (const char *icon_name, bool roomy, const char *anyway)
{
  HvOptionRow *self = g_object_new (HV_TYPE_OPTION_ROW, NULL);
  self->anyway = g_strdup (anyway);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), icon_name == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rank), !roomy);
  if (roomy)
    make_roomy (self);
  return GTK_WIDGET (self);
}
