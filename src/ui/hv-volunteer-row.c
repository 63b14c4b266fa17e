/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-row.h"

#include "hv-ui-text.h"

#include <adwaita.h>

#define AVATAR_SIZE 34

struct _HvVolunteerRow
{
  GtkWidget parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkWidget *line_box;
  GtkImage *icon;
  GtkLabel *line;

  HvVolunteerItem *item; /* owned */
  gulong changed_handler;
};

G_DEFINE_FINAL_TYPE (HvVolunteerRow, hv_volunteer_row, GTK_TYPE_WIDGET)

static const char *
get_state_icon (HvPersonStateKind state)
{
  switch (state)
    {
    case HV_PERSON_AWAY:
      return "weather-clear-symbolic";
    case HV_PERSON_PAUSED:
      return "media-playback-pause-symbolic";
    case HV_PERSON_NOT_BEGUN:
      return "x-office-calendar-symbolic";
    case HV_PERSON_STOPPED:
    case HV_PERSON_ARCHIVED:
      return "process-stop-symbolic";
    default:
      return NULL;
    }
}

static void
show (HvVolunteerRow *self)
{
  const char *name = hv_volunteer_item_get_name (self->item);
  const char *line = hv_volunteer_item_get_line (self->item);
  const char *icon = get_state_icon (hv_volunteer_item_get_state (self->item));
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (self->icon, icon);
  /* TRANSLATORS: a person, and what the list says about them */
  g_autofree char *said = g_strdup_printf (_ ("%s, %s"), name, line);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent != NULL ? parent : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static bool
is_cut (GtkLabel *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* Only what has no room is said again. */
static gboolean
query_tooltip_cb (HvVolunteerRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (self->item == NULL || (!is_cut (self->name) && !is_cut (self->line)))
    return FALSE;
  g_autofree char *text =
      g_strdup_printf ("%s\n%s", hv_volunteer_item_get_name (self->item), hv_volunteer_item_get_line (self->item));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
let_go (HvVolunteerRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_clear_object (&self->item);
}

void
hv_volunteer_row_show (HvVolunteerRow *self, HvVolunteerItem *item)
{
  g_return_if_fail (HV_IS_VOLUNTEER_ROW (self));
  let_go (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}

GtkWidget *
hv_volunteer_row_new (void)
{
  return g_object_new (HV_TYPE_VOLUNTEER_ROW, NULL);
}

static void
hv_volunteer_row_dispose (GObject *object)
{
  GtkWidget *child;
  let_go (HV_VOLUNTEER_ROW (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hv_volunteer_row_parent_class)->dispose (object);
}

static void
hv_volunteer_row_class_init (HvVolunteerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_volunteer_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "volunteerrow");
}

static GtkLabel *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
hv_volunteer_row_init (HvVolunteerRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 11);
  self->avatar = g_object_new (ADW_TYPE_AVATAR, "size", AVATAR_SIZE, "show-initials", TRUE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->name = make_label ();
  self->line = make_label ();
  self->icon = g_object_new (GTK_TYPE_IMAGE, "pixel-size", 14, "visible", FALSE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->line_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  gtk_widget_add_css_class (self->line_box, "hv-secondary");
  gtk_box_append (GTK_BOX (self->line_box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->line_box), GTK_WIDGET (self->line));

  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), self->line_box);
  gtk_widget_set_parent (GTK_WIDGET (self->avatar), GTK_WIDGET (self));
  gtk_widget_set_parent (texts, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
