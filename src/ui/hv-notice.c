/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-notice.h"

#include "hv-error.h"
#include "hv-ui-text.h"
#include "hv-window.h"

struct _HvNotice
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *revealer; /* child */
  GtkLabel *text;
  GtkButton *leave;
  GtkButton *again;

  /* owned */
  GPtrArray *kept; /* Kept, in the order in which they were tried */
  char *reason;    /* why the file can only be viewed; or NULL */
  bool insists;    /* trying again means mine instead of theirs */
};

G_DEFINE_FINAL_TYPE (HvNotice, hv_notice, GTK_TYPE_WIDGET)

typedef struct
{
  HvUnsaved *unsaved; /* owned */
  char *sentence;
  gconstpointer who; /* never looked into; or NULL */
} Kept;

static void
kept_free (Kept *kept)
{
  hv_unsaved_free (kept->unsaved);
  g_free (kept->sentence);
  g_free (kept);
}

guint
hv_notice_get_n_unsaved (HvNotice *self)
{
  g_return_val_if_fail (HV_IS_NOTICE (self), 0);
  return self->kept->len;
}

/* --- showing --- */

static void
set_button (GtkButton *button, const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (button, label);
}

/* Never an action with another's target: GTK warns of it. */
static void
set_action (GtkButton *button, const char *action, GVariant *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show (HvNotice *self, const char *text, const char *leave, const char *again)
{
  if (text != NULL)
    gtk_label_set_text (self->text, text);
  set_action (self->leave, "notice.leave", NULL);
  set_button (self->leave, leave);
  set_button (self->again, again);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
show_reason (HvNotice *self)
{
  show (self, self->reason, NULL, NULL);
}

void
hv_notice_begin (HvNotice *self, const char *read_only_reason)
{
  g_return_if_fail (HV_IS_NOTICE (self));
  g_ptr_array_set_size (self->kept, 0);
  hv_set_text (&self->reason, read_only_reason);
  show_reason (self);
}

void
hv_notice_clear (HvNotice *self)
{
  g_return_if_fail (HV_IS_NOTICE (self));
  if (self->kept->len == 0)
    show_reason (self);
}

/* Only said where nothing is kept: what is unsaved has its own words and buttons. */
void
hv_notice_show_failure (HvNotice *self, const GError *error)
{
  g_return_if_fail (HV_IS_NOTICE (self));
  if (self->kept->len == 0)
    show (self, error->message, NULL, _ ("Try Again"));
}

/* What comes out the same however often it is tried. */
static bool
is_final (const GError *error)
{
  return g_error_matches (error, HV_ERROR, HV_ERROR_TWICE) || g_error_matches (error, HV_ERROR, HV_ERROR_OVERLAP)
         || g_error_matches (error, HV_ERROR, HV_ERROR_BAD_INPUT);
}

static char *
say_unsaved (HvNotice *self, const GError *error)
{
  guint n = self->kept->len;
  if (n < 2)
    return g_strdup (error->message);
  g_autofree char *count =
      g_strdup_printf (hv_own_ntext ("%u change is not saved.", "%u changes are not saved.", n), n);
  return g_strdup_printf ("%s %s", error->message, count);
}

/* Opening a damaged file offers its newest backup; one that has gone, another file. */
static void
lead_to_opening (HvNotice *self)
{
  HvWindow *window = hv_window_of (GTK_WIDGET (self));
  gtk_button_set_label (self->leave, _ ("Open Again"));
  set_action (self->leave, "app.open-recent",
              g_variant_new_string (hv_workspace_get_path (hv_window_get_workspace (window))));
}

static void
drop (HvNotice *self, gconstpointer who)
{
  for (guint i = self->kept->len; who != NULL && i > 0; i--)
    if (((Kept *)g_ptr_array_index (self->kept, i - 1))->who == who)
      g_ptr_array_remove_index (self->kept, i - 1);
}

void
hv_notice_forget (HvNotice *self, gconstpointer who)
{
  g_return_if_fail (HV_IS_NOTICE (self));
  guint n = self->kept->len;
  drop (self, who);
  if (self->kept->len < n)
    hv_notice_clear (self);
}

void
hv_notice_show_unsaved (HvNotice *self, const GError *error, HvUnsaved *unsaved, char *sentence, gconstpointer who)
{
  g_return_if_fail (HV_IS_NOTICE (self));
  drop (self, who);
  Kept *kept = g_new0 (Kept, 1);
  kept->unsaved = unsaved;
  kept->sentence = sentence;
  kept->who = who;
  g_ptr_array_add (self->kept, kept);

  g_autofree char *text = say_unsaved (self, error);
  self->insists = g_error_matches (error, HV_ERROR, HV_ERROR_CONFLICT);
  if (self->insists)
    show (self, text, _ ("Keep Theirs"), _ ("Use Mine"));
  else if (is_final (error))
    show (self, text, _ ("Close"), NULL);
  else
    show (self, text, _ ("Give Up"), _ ("Try Again"));
  if (g_error_matches (error, HV_ERROR, HV_ERROR_DAMAGED))
    lead_to_opening (self);
}

/* --- the ways out --- */

static HvEdit *
make_again (HvNotice *self, Kept *kept, const HvRoster *roster)
{
  if (self->insists)
    return hv_unsaved_insist (kept->unsaved, roster, hv_store_new_edit_source ());
  return g_steal_pointer (&kept->unsaved->edit);
}

/* What fails once more comes back, each with its own reason. */
static void
again_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvNotice *self = HV_NOTICE (widget);
  HvWindow *window = hv_window_of (widget);
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  g_autoptr (GPtrArray) kept = g_steal_pointer (&self->kept);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)kept_free);
  if (kept->len == 0)
    gtk_widget_activate_action (widget, "win.refresh", NULL);
  for (guint i = 0; i < kept->len; i++)
    {
      Kept *one = g_ptr_array_index (kept, i);
      hv_window_commit (window, make_again (self, one, roster), g_steal_pointer (&one->sentence));
    }
}

static void
leave_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvNotice *self = HV_NOTICE (widget);
  g_ptr_array_set_size (self->kept, 0);
  show_reason (self);
}

/* --- life --- */

static void
hv_notice_dispose (GObject *object)
{
  g_clear_pointer (&HV_NOTICE (object)->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_notice_parent_class)->dispose (object);
}

static void
hv_notice_finalize (GObject *object)
{
  HvNotice *self = HV_NOTICE (object);
  g_ptr_array_unref (self->kept);
  g_free (self->reason);
  G_OBJECT_CLASS (hv_notice_parent_class)->finalize (object);
}

static void
hv_notice_class_init (HvNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_notice_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_notice_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "notice.again", NULL, again_activated);
  gtk_widget_class_install_action (widget_class, "notice.leave", NULL, leave_activated);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, HvNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, HvNotice, text);
  gtk_widget_class_bind_template_child (widget_class, HvNotice, leave);
  gtk_widget_class_bind_template_child (widget_class, HvNotice, again);
}

static void
hv_notice_init (HvNotice *self)
{
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)kept_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_reason (self);
}
